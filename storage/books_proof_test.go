package storage_test

import (
	"path/filepath"
	"strings"
	"testing"

	"gonogo.dev/release"
	"gonogo.dev/storage/storetest/pgtest"
)

// M17: a decision that found a road past the proof that its ballot asks for is named,
// though its row and its entry agree; one with its proof is not.
func TestBooksAskForProofs(t *testing.T) {
	t.Parallel()
	const without = "without the proof that the ballot asks for"
	cases := map[string]struct {
		asked    release.StepUp
		road     release.VoteRoad
		override string
		want     string
	}{
		"a vote in Slack":             {release.StepUpVotes, release.VotedInSlack, "", "a vote of release-manager/si by ann on ballot 1 came by slack, " + without},
		"a vote with a code":          {release.StepUpVotes, release.VotedWithCode, "", ""},
		"a vote by link":              {release.StepUpVotes, release.VotedByLink, "", ""},
		"a vote that needs none":      {release.StepUpOverride, release.VotedInSlack, "", ""},
		"an override in Slack":        {release.StepUpOverride, release.VotedInSlack, "It is known.", "the override of ballot 1 by ann came by slack, " + without},
		"an override with a code":     {release.StepUpOverride, release.VotedWithCode, "It is known.", ""},
		"an override that needs none": {release.StepUpNone, release.VotedInSlack, "It is known.", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := "sqlite:" + filepath.Join(t.TempDir(), "proofs.db")
			if c.want != "" {
				address = pgtest.URL(t)
			}
			s := openScene(t, address)
			s.strict(c.asked)
			r, err := s.desk.RaiseRFC(t.Context(), s.as("ray"), 0, 0, patch("Helix patch 7"))
			s.must(err)
			s.slip(s.poll(r.Number), c.road, c.override)
			v, err := s.VerifyLedger(t.Context())
			s.must(err)
			var found []string
			for _, f := range v.Faults {
				if strings.Contains(f.String(), without) {
					found = append(found, f.String())
				}
			}
			if got := strings.Join(found, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("faults: %q; want %q", got, c.want)
			}
		})
	}
}

// strict applies a programme whose patches are decided with proofs.
func (s *scene) strict(asked release.StepUp) {
	s.t.Helper()
	_, err := s.Migrate(s.t.Context())
	s.must(err)
	p := programme()
	patches := p.Policy.Types[release.Patch]
	patches.StepUp = asked
	p.Policy.Types[release.Patch] = patches
	_, err = s.desk.ApplyProgramme(s.t.Context(), p, release.Operator)
	s.must(err)
}

// slip writes a decision of Ann's past the Desk, a vote or an override, as one
// that did not ask for the proof would.
func (s *scene) slip(b release.Ballot, road release.VoteRoad, override string) {
	s.t.Helper()
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		entry := release.Entry{At: s.clock, Kind: release.BallotDecided, Subject: b.Subject(), RFC: b.RFC, By: "ann", Data: map[string]any{"override": override, "road": road}}
		if override != "" {
			return tx.Append(entry)
		}
		v := release.Vote{Ballot: b.ID, Seat: "release-manager/si", Person: "ann", Choice: release.VoteGo, Road: road, At: s.clock}
		entry.Kind, entry.Data = release.VoteCast, map[string]any{"seat": v.Seat, "choice": v.Choice, "words": v.Words, "road": v.Road}
		if err := tx.AddVote(&v); err != nil {
			return err
		}
		return tx.Append(entry)
	}))
}
