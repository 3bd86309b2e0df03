package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// play runs the main story once by itself, as people at the page would, and
// prints it: the life of a release from its plan to its closed RFC.
func (h *rehearsal) play(ctx context.Context, out io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	p, err := h.app.desk.Programme(ctx)
	if err != nil {
		return err
	}
	s := &story{rehearsal: h, programme: p, out: out}
	for _, scene := range []func(context.Context) error{s.live, s.prove} {
		if err := scene(ctx); err != nil {
			return fmt.Errorf("play the story: %w", err)
		}
	}
	return nil
}

// story is the story being played.
type story struct {
	*rehearsal
	programme *release.Programme
	out       io.Writer
	rfc       int
}

func (s *story) tellf(format string, args ...any) {
	at := s.clock.Now().In(s.programme.Location()).Format("Mon 2 Jan 15:04")
	fmt.Fprintf(s.out, "%s  %s\n", at, fmt.Sprintf(format, args...))
}

// requester is the first release manager of the programme who can be reached in Slack.
func (s *story) requester() (release.Person, error) {
	managers := s.programme.HoldersAmong(release.ReleaseManager, release.ProgrammeParty)
	if len(managers) == 0 || len(managers[0].Slack) == 0 {
		return release.Person{}, fmt.Errorf("%s names no release manager with a Slack account", s.programme.Name)
	}
	return managers[0], nil
}

// fields puts values by block where the form wants them: by block and action.
func fields(view workspace.View, values map[string]any) map[string]map[string]any {
	var blocks []struct {
		BlockID string `json:"block_id"`
		Element struct {
			ActionID string `json:"action_id"`
		} `json:"element"`
	}
	if json.Unmarshal(view.Blocks, &blocks) != nil {
		return nil // the box has checked them
	}
	in := map[string]map[string]any{}
	for _, b := range blocks {
		if value, ok := values[b.BlockID]; ok {
			in[b.BlockID] = map[string]any{b.Element.ActionID: value}
		}
	}
	return in
}

// types has a person type a slash command in the board's channes.
func (s *story) types(ctx context.Context, by release.Person, text string) error {
	answer, err := s.box.Command(ctx, by.Slack[0].User, s.programme.Slack.RCB, text)
	if err == nil && answer.Notice != "" {
		err = fmt.Errorf("%s types %s: %s", by.Name, text, answer.Notice)
	}
	return err
}

// vote has everybody who sits in the open vote say Go, and moves the clock to
// where the vote may close.
func (s *story) vote(ctx context.Context, command string) error {
	card, err := s.app.desk.Card(ctx, s.rfc)
	if err != nil {
		return err
	}
	ballot, open := card.Open()
	if !open {
		return fmt.Errorf("no vote is open on %s", card.RFC.Name())
	}
	var names []string
	for _, seat := range ballot.Seats {
		person, _ := s.programme.Person(seat.Holders[0])
		text := fmt.Sprintf("%s vote %d go", command, s.rfc)
		if err := s.types(ctx, person, text); err != nil {
			return err
		}
		names = append(names, person.Name)
	}
	s.tellf("Go, say all %d seats: %s.", len(names), strings.Join(names, ", "))
	if ballot.MinimumUntil.After(s.clock.Now()) {
		return s.clock.MoveTo(ctx, ballot.MinimumUntil)
	}
	return nil
}

// prove waits until nothing is under way any more, sums up the mailbox and
// verifies the ledger.
func (s *story) prove(ctx context.Context) error {
	if err := s.settled(ctx); err != nil {
		return err
	}
	subjects := map[string]int{}
	var order []string
	for _, m := range s.mailbox.Mails() {
		if subjects[m.Subject]++; subjects[m.Subject] == 1 {
			order = append(order, m.Subject)
		}
	}
	for _, subject := range order { // without a time: the clock jumped, and mails are written meanwhile
		fmt.Fprintf(s.out, "%18smailed to %d: %s\n", "", subjects[subject], subject)
	}
	v, err := s.app.db.VerifyLedger(ctx)
	if err != nil {
		return err
	}
	words, err := verdict(v)
	if err != nil {
		return err
	}
	s.tellf("At the end %s.", words)
	return nil
}

// settled waits until every promised notice was sent and every entry sealed.
func (s *story) settled(ctx context.Context) error {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		counts, err := s.app.db.Counts(ctx)
		if err != nil {
			return err
		}
		if counts.Notices["promised"] == 0 && counts.Unsealed == 0 {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("%d notices still wait: %w", counts.Notices["promised"], ctx.Err())
		}
	}
}
