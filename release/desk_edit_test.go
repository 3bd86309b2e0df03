package release_test

import (
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// moved is the RFC of a release with another window.
func moved(r release.Release, from time.Time) release.RFCContent {
	c := rfcFor(r)
	c.Window = release.Window{From: from, To: from.Add(2 * time.Hour), Zone: "Europe/London"}
	return c
}

// edit changes an RFC as its requester.
func (b *board) edit(number int, c release.RFCContent) error {
	b.Helper()
	_, err := b.desk.EditRFC(b.Context(), b.as("ex-rm"), number, b.story(number).RFC.Revision, c)
	return err
}

// R36, M3: what the board decided is not changed under a deployment, nor when it
// is over.
func TestAnRFCIsNotChangedUnderItsDeployment(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	longer := moved(r, content().Window.From.Add(time.Hour))
	refused(t, b.edit(r.RFC, longer), release.CodeState)
	b.next(r.Number, "rm")
	refused(t, b.edit(r.RFC, longer), release.CodeState)
	for name, give := range map[string]func() error{
		"evidence": func() error {
			return second(b.desk.GiveEvidence(t.Context(), b.as("rm"), r.Number, release.PointPlans, "https://docs.example/new", ""))
		},
		"no evidence": func() error {
			return second(b.desk.TakeEvidence(t.Context(), b.as("ex-rm"), r.Number, release.CheckNote, "It was wrong."))
		},
		"another build": func() error {
			return second(b.desk.RegisterBuild(t.Context(), b.as("ex-build"), r.Number, build("x", "9")))
		},
		"another plan": func() error {
			return second(b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, b.standing(r.Number).Release.Revision, planned(release.Patch)))
		},
		"another type":      func() error { return second(b.desk.Reclassify(t.Context(), b.as("ex-rm"), r.Number, release.Minor)) },
		"no release at all": func() error { return second(b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, "Why not.")) },
		"no RFC at all":     func() error { return second(b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), r.RFC, "Why not.")) },
	} {
		before := b.store.snapshot()
		if refused(t, give(), release.CodeState); len(b.store.snapshot().Entries) != len(before.Entries) {
			t.Errorf("%s: something was kept", name)
		}
	}
}

// T26, M3: a window moved after the Go asks the board again; the decisions on the
// old window count for nothing, even when the window is moved back.
func TestAWindowMovedAfterTheGo(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	b.must(b.edit(r.RFC, moved(r, monday.Add(120*time.Hour))))
	s := b.standing(r.Number)
	if s.Release.Stage != release.Approving || s.RFC.State != release.Raised || len(s.Ballots[0].Before) != 5 {
		t.Fatalf("moved: %s, %s, before %d", s.Release.Stage, s.RFC.State, len(s.Ballots[0].Before))
	}
	b.must(b.edit(r.RFC, rfcFor(r)))
	b.agree(r.RFC)
	_, unmet, _ := b.standing(r.Number).Next()
	if !slices.Equal(keys(unmet), []string{"go"}) {
		t.Fatalf("moved back and approved: %v", keys(unmet))
	}
}

// M3: words alone keep the decision, of the RFC and of the release, and so do the
// board's date and the planned windows; everybody sees the difference.
func TestWordsAloneKeepTheDecision(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	c := rfcFor(r)
	c.Title, c.Reason = "Helix patch seven", "Settlement runs stop every night."
	b.must(b.edit(r.RFC, c))
	plan := planned(release.Patch)
	plan.Items = []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Settlement stops at night", Severity: release.Blocking}}
	plan.Purpose, plan.Board, plan.Owner = "Settlement runs at night.", monday.Add(90*time.Hour), "ex-dev"
	plan.Targets = []release.Target{{Environment: "sit-a", Window: release.Window{From: monday.Add(94 * time.Hour), To: monday.Add(99 * time.Hour), Zone: "Europe/London"}}}
	_, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, r.Revision, plan)
	b.must(err)
	_, unmet, _ := b.standing(r.Number).Next()
	if s := b.standing(r.Number); s.Release.Stage != release.Informing || s.RFC.State != release.Go || !slices.Equal(keys(unmet), []string{"window"}) {
		t.Fatalf("%s, %s, %v", s.Release.Stage, s.RFC.State, keys(unmet))
	}
	if got := b.told(release.NoticeEdited, release.ByThread); len(got) != 1 {
		t.Fatalf("the difference was told in %v threads", got)
	}
}

// M3, T26: an RFC that is bound to a release while its own vote is open takes
// that vote back: it is decided on with the release, when that is prepared.
func TestAnRFCBoundToAReleaseWhileItsVoteIsOpen(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Patch))
	rfc := b.raise(content())
	b.must(b.edit(rfc.Number, rfcFor(r)))
	s := b.standing(r.Number)
	if s.RFC.Number != rfc.Number || s.RFC.State != release.InPreparation || s.Ballots[0].State != release.BallotVoid {
		t.Fatalf("%s is %q, its vote %s", s.RFC.Name(), s.RFC.State, s.Ballots[0].State)
	}
	refused(t, b.edit(rfc.Number, content()), release.CodeInvalid) // and is not set free again
}

// R41: one release has one RFC; another is refused at its field, and so is one that
// is not what the release is.
func TestAnRFCFitsItsRelease(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	for field, change := range map[string]func(*release.RFCContent){
		release.FieldRelease:      func(*release.RFCContent) {},
		release.FieldSystem:       func(c *release.RFCContent) { c.System = "smart" },
		release.FieldType:         func(c *release.RFCContent) { c.Type = release.Minor },
		release.FieldEnvironments: func(c *release.RFCContent) { c.Environments = []release.EnvironmentID{"uit"} },
	} {
		c, by := rfcFor(r), release.PersonID("rm")
		change(&c)
		got := refused(t, second(b.desk.RaiseRFC(t.Context(), b.as(by), 0, 0, c)), release.CodeInvalid)
		if !slices.Contains(fields(got.Fields), field) {
			t.Errorf("%s: refused at %v", field, fields(got.Fields))
		}
	}
	for _, name := range []string{"REL-99", "REL-01", "REL-+1"} {
		c := rfcFor(r)
		c.Release = name
		refused(t, second(b.desk.RaiseRFC(t.Context(), b.as("rm"), 0, 0, c)), release.CodeInvalid)
	}
}

// A draft may name a release that does not exist, and is mended or given up.
func TestADraftNamesNoRelease(t *testing.T) {
	b := newGoverned(t)
	c := content()
	c.Release = "REL-9"
	draft, err := b.desk.SaveDraft(t.Context(), b.as("ex-rm"), 0, 0, c)
	b.must(err)
	c.Release = ""
	_, err = b.desk.SaveDraft(t.Context(), b.as("ex-rm"), draft.Number, draft.Revision, c)
	b.must(err)
}

// R45, T26: a withdrawn RFC frees its release, and the Go it had is no other's.
func TestAWithdrawnRFCFreesItsRelease(t *testing.T) {
	b := newGoverned(t)
	r := b.gone(planned(release.Patch)).Release
	_, err := b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), r.RFC, "The window clashes.")
	b.must(err)
	if s := b.standing(r.Number); s.Release.RFC != 0 || s.Release.Stage != release.Preparing {
		t.Fatalf("freed: RFC-%d in %s", s.Release.RFC, s.Release.Stage)
	}
	_, err = b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))
	b.must(err)
	b.handIn(r.Number) // the note names the RFC
	s := b.next(r.Number, "rm")
	if s.RFC.State != release.Raised || len(s.Ballots) != 1 || len(s.Ballots[0].Before) != 0 {
		t.Fatalf("the other RFC: %q, %d votes", s.RFC.State, len(s.Ballots))
	}
}

// R57: a rejected RFC brings its release back to its preparation; changed, it
// goes before the board again.
func TestARejectedRFC(t *testing.T) {
	b := newGoverned(t)
	r := b.prepared(planned(release.Patch))
	b.next(r.Number, "rm")
	b.everybody(b.poll(r.RFC).ID, release.VoteNoGo, "The risk is too high.")
	b.pass(31 * time.Minute)
	_, unmet, _ := b.standing(r.Number).Next()
	if s := b.standing(r.Number); s.Release.Stage != release.Preparing || s.RFC.State != release.Rejected || !slices.Equal(keys(unmet), []string{"rfc-raised"}) {
		t.Fatalf("rejected: %s, %s, %v", s.Release.Stage, s.RFC.State, keys(unmet))
	}
	b.must(b.edit(r.RFC, moved(r, monday.Add(120*time.Hour))))
	if s := b.next(r.Number, "rm"); s.RFC.State != release.Raised {
		t.Fatalf("changed: %s", s.RFC.State)
	}
}
