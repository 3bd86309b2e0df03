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
	"gonogo.dev/reports"
)

// play runs the main story once by itself, as a person at the page would, and
// prints it: an RFC is raised, the board approves it, votes Go, and everybody
// is told.
func (h *rehearsal) play(ctx context.Context, out io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	p, err := h.app.desk.Programme(ctx)
	if err != nil {
		return err
	}
	s := &story{rehearsal: h, programme: p, out: out}
	for _, scene := range []func(context.Context) error{s.raise, s.approve, s.goNoGo, s.monday, s.prove} {
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

// requester is the programme's release manager, and system the first of the
// systems that are not retired.
func (s *story) requester() (release.Person, error) {
	managers := s.programme.HoldersAmong(release.ReleaseManager, release.ProgrammeParty)
	if len(managers) == 0 || len(managers[0].Slack) == 0 {
		return release.Person{}, fmt.Errorf("%s names no release manager with a Slack account", s.programme.Name)
	}
	return managers[0], nil
}

func (s *story) raise(ctx context.Context) error {
	by, err := s.requester()
	if err != nil {
		return err
	}
	s.tellf("%s types /rfc raise and fills in the form.", by.Name)
	if _, err := s.box.Command(ctx, by.Slack[0].User, s.programme.Slack.RCB, "/rfc raise"); err != nil {
		return err
	}
	view, open := s.box.OpenView(by.Slack[0].User)
	if !open {
		return fmt.Errorf("no form opened for %s", by.Name)
	}
	result, err := s.box.Submit(ctx, by.Slack[0].User, fields(view, s.patch()))
	if err != nil {
		return err
	}
	if !result.OK() {
		return fmt.Errorf("the form was refused: %v %s", result.Errors, result.Trouble)
	}
	if s.rfc, err = s.newest(ctx); err != nil {
		return err
	}
	if err := s.shows(ctx, release.RFCName(s.rfc)); err != nil {
		return err
	}
	s.tellf("%s stands in the board's channel; the vote on its approval is open.", release.RFCName(s.rfc))
	return nil
}

// patch is what the story raises.
func (s *story) patch() map[string]any {
	loc := s.programme.Location()
	now := s.clock.Now().In(loc)
	y, m, d := now.Date()
	// The Tuesday after the next Monday, so that Monday's report looks ahead to it.
	from := time.Date(y, m, d+(7-int(now.Weekday()))%7+2, 22, 0, 0, 0, loc)
	return map[string]any{
		release.FieldTitle: "Reload the load shapes that settlement misses", release.FieldType: string(release.Patch),
		release.FieldSystem: string(s.programme.Systems[0].ID), release.FieldEnvironments: []string{string(s.programme.Environments[0].ID)},
		release.FieldKind: string(release.ConfigurationOperation), release.FieldReferences: "DEF-1187",
		release.FieldReason:     "Two suppliers could not finish their cycle last night: the run stops at the first missing load shape.",
		release.FieldImpact:     "Nobody has to change anything. The shapes are loaded again from the last good set.",
		release.FieldLikelihood: "2", release.FieldConsequence: "3",
		release.FieldRisk: "A load that was done before; the set it replaces is kept.",
		release.FieldFrom: from.Unix(), release.FieldTo: from.Add(4 * time.Hour).Unix(),
		release.FieldDisruption: string(release.DatabaseFrozen),
	}
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

func (s *story) newest(ctx context.Context) (int, error) {
	all, err := s.app.desk.List(ctx, release.Clockwork, release.RFCFilter{Limit: 1})
	if err != nil {
		return 0, err
	}
	if len(all) == 0 {
		return 0, fmt.Errorf("no RFC was raised")
	}
	return all[0].Number, nil
}

// shows waits until the board's channel shows a text.
func (s *story) shows(ctx context.Context, text string) error {
	err := s.box.Wait(ctx, func(now *workspace.Snapshot) bool {
		for _, m := range now.Messages(s.programme.Slack.RCB, "") {
			if strings.Contains(m.Text, text) {
				return true
			}
		}
		return false
	})
	if err != nil {
		return fmt.Errorf("wait until the channel shows %q: %w", text, err)
	}
	return nil
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
	for _, seat := range ballot.Seats {
		person, _ := s.programme.Person(seat.Holders[0])
		text := fmt.Sprintf("%s vote %d go", command, s.rfc)
		if _, err := s.box.Command(ctx, person.Slack[0].User, s.programme.Slack.RCB, text); err != nil {
			return err
		}
		s.tellf("%s (%s) says Go.", person.Name, seat.Label(s.programme))
	}
	if ballot.MinimumUntil.After(s.clock.Now()) {
		return s.clock.MoveTo(ctx, ballot.MinimumUntil)
	}
	return nil
}

func (s *story) approve(ctx context.Context) error {
	if err := s.vote(ctx, "/rfc"); err != nil {
		return err
	}
	return s.reaches(ctx, release.Approved)
}

func (s *story) goNoGo(ctx context.Context) error {
	by, err := s.requester()
	if err != nil {
		return err
	}
	s.tellf("%s opens the deployment Go/No-Go.", by.Name)
	if _, err := s.box.Command(ctx, by.Slack[0].User, s.programme.Slack.RCB, fmt.Sprintf("/gonogo open %d", s.rfc)); err != nil {
		return err
	}
	if err := s.vote(ctx, "/gonogo"); err != nil {
		return err
	}
	return s.reaches(ctx, release.Go)
}

// reaches waits until the RFC is in a state and the board's thread tells it.
func (s *story) reaches(ctx context.Context, state release.RFCState) error {
	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	for {
		card, err := s.app.desk.Card(ctx, s.rfc)
		if err != nil {
			return err
		}
		if card.RFC.State == state {
			s.tellf("%s is %s: %s", card.RFC.Name(), card.RFC.State, card.Ballots[0].Tally().Why)
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("%s is still %s: %w", card.RFC.Name(), card.RFC.State, ctx.Err())
		}
	}
}

// monday moves the clock to when the readiness report is due and waits for it.
func (s *story) monday(ctx context.Context) error {
	for _, jump := range s.jumps(ctx) {
		if jump.Label == reportNames[reports.ReportReadiness] {
			if err := s.clock.MoveTo(ctx, jump.At); err != nil {
				return err
			}
		}
	}
	err := s.box.Wait(ctx, func(*workspace.Snapshot) bool {
		for _, m := range s.mailbox.Mails() {
			if strings.Contains(m.Subject, "Readiness") {
				return true
			}
		}
		return false
	})
	if err != nil {
		return fmt.Errorf("wait for the readiness report: %w", err)
	}
	s.tellf("The readiness report was mailed.")
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
	for _, subject := range order {
		s.tellf("mailed to %d: %s", subjects[subject], subject)
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
