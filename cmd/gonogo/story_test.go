package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// raise has an operation's RFC raised at the form, as a person would.
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
