package storage_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage/storetest/pgtest"
)

// TestBooksOfALife shows that whatever the desk does with a release, from its
// plan over a rollback to its close, is in the ledger as it is in the tables: the
// verification never accuses anybody of what gonogo did itself.
func TestBooksOfALife(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "life.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.govern()
			r := s.plan()
			s.prepare(r.Number, 1)
			s.decide(r.Number)
			s.deploy(r.Number)
			s.goBack(1, true)
			s.verify()
			s.again(r.Number)
			s.verify()
		})
	}
}

// govern gives the programme what releases ask for.
func (s *scene) govern() {
	s.t.Helper()
	p := programme()
	p.Systems[0].Repository = "https://git.example/helix.git"
	for _, a := range release.Activities() {
		p.RACI[a] = map[release.Column]release.Letters{release.ColumnRM: "R,A", release.ColumnTest: "C"}
	}
	p.People = append(p.People, release.Person{
		ID: "eve", Name: "Eve", Mail: "eve@gonogo.example", Roles: []release.Holding{{Role: release.EnvironmentManager, Party: "si"}},
	}, release.Person{
		ID: "bill", Name: "Bill", Mail: "bill@gonogo.example", Roles: []release.Holding{{Role: release.BuildManager, Party: "elexon"}},
	})
	_, err := s.desk.ApplyProgramme(s.t.Context(), p, release.Operator)
	s.must(err)
	s.desk.WithSources(tags{})
}

func (s *scene) plan() release.Release {
	s.t.Helper()
	r, err := s.desk.NewRelease(s.t.Context(), s.as("ray"), release.ReleaseContent{
		System: "helix", Type: release.Patch, Purpose: "Settlement runs again.", Owner: "ray", Base: release.Version{Major: 1},
		Items:   []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Settlement stops", Severity: release.High}},
		Targets: []release.Target{{Environment: "sit-a", Window: patch("").Window}}, Board: noon.Add(48 * time.Hour),
	})
	s.must(err)
	s.advance(r.Number, "ray")
	return r
}

// prepare builds, tests and shows what the board asks for.
func (s *scene) prepare(number, build int) {
	s.t.Helper()
	ctx := s.t.Context()
	_, err := s.desk.RegisterBuild(ctx, s.as("bill"), number, release.Build{
		Name: fmt.Sprintf("2026.11.%d", build), Tag: fmt.Sprintf("v%d", build), Digest: strings.Repeat("ab", 32),
		BOM: []release.BOMLine{{File: "settle.jar", Version: "1.2", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}},
	})
	s.must(err)
	s.advance(number, "ray")
	s.prove(number, "tess", release.CheckPIT)
	s.advance(number, "ray")
	standing, err := s.desk.ReadRelease(ctx, number)
	s.must(err)
	if standing.Release.RFC == 0 {
		c := patch("Helix 1.0.1.0")
		c.Release = standing.Release.Name()
		_, err = s.desk.RaiseRFC(ctx, s.as("ray"), 0, 0, c)
		s.must(err)
	}
	s.prove(number, "eve", release.PointBaseline)
	s.prove(number, "bill", release.PointPackage)
	s.prove(number, "ann", release.PointKnownIssues)
	s.prove(number, "ann", release.PointPlans)
	s.handIn(number)
}

// decide takes a prepared release through both votes, a new build in between:
// it makes the first Go stale.
func (s *scene) decide(number int) {
	s.t.Helper()
	ctx := s.t.Context()
	s.advance(number, "ann")
	r, err := s.desk.ReadRelease(ctx, number)
	s.must(err)
	s.everybody(r.RFC.Number)
	s.prove(number, "ann", release.PointPlans)
	_, err = s.desk.TakeEvidence(ctx, s.as("ann"), number, release.PointKnownIssues, "A new one turned up.")
	s.must(err)
	s.prove(number, "ann", release.PointKnownIssues)
	s.everybody(r.RFC.Number)
	_, err = s.desk.OpenGoNoGo(ctx, s.as("ann"), r.RFC.Number, time.Time{})
	s.must(err)
	s.everybody(r.RFC.Number)
}

// everybody says Go where a vote is open, and waits for its end.
func (s *scene) everybody(rfc int) {
	s.t.Helper()
	open, ok := s.story(rfc).Open()
	if !ok {
		return
	}
	s.vote(rfc, "ann", release.VoteGo, "")
	s.vote(rfc, "tess", release.VoteGo, "")
	s.clock = s.clock.Add(31 * time.Minute)
	s.must(s.desk.Settle(s.t.Context(), open.ID))
}

func (s *scene) deploy(number int) {
	s.t.Helper()
	s.advance(number, "ann")
	s.clock = noon.Add(96*time.Hour + 5*time.Minute)
	_, err := s.desk.StartRollout(s.t.Context(), s.as("ann"), number, release.LiveRollout, nil)
	s.must(err)
}

// again mends the defect in a new window and asks the board once more; then the
// release is given up, and its RFC withdrawn with it.
func (s *scene) again(number int) {
	s.t.Helper()
	ctx := s.t.Context()
	r, err := s.desk.ReadRelease(ctx, number)
	s.must(err)
	c := r.RFC.Content
	c.Window.From, c.Window.To = c.Window.From.Add(48*time.Hour), c.Window.To.Add(48*time.Hour)
	_, err = s.desk.EditRFC(ctx, s.as("ray"), r.RFC.Number, r.RFC.Revision, c)
	s.must(err)
	s.prepare(number, 2)
	s.advance(number, "ann")
	_, err = s.desk.AbandonRelease(ctx, s.as("ray"), number, "It goes with the next.")
	s.must(err)
}

func (s *scene) advance(number int, by release.PersonID) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Minute)
	_, err := s.desk.Advance(s.t.Context(), s.as(by), number)
	s.must(err)
}

func (s *scene) prove(number int, by release.PersonID, check release.Check) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Minute)
	_, err := s.desk.GiveEvidence(s.t.Context(), s.as(by), number, check, "https://docs.example/"+string(check)+s.clock.Format("/150405"), "")
	s.must(err)
}
