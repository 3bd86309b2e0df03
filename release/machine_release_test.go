package release_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// steward does every act there is about releases, by random people, in any order.
type steward struct {
	*machine
	known int // the stages that were judged when they were reached
}

// Whatever people do in whatever order, no release reaches its deployment or
// what comes after with an unmet control point; versions never repeat; a refusal
// changes nothing and nothing is a fault (R46 to R57, T1, T8, T10, T26, T28, M3, M4).
func TestNoOrderOfActsSkipsACheck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newGoverned(t)
		s := &steward{machine: &machine{board: b, people: []release.PersonID{"stranger"}}}
		for _, x := range governed().People {
			s.people = append(s.people, x.ID)
		}
		s.create(t)
		t.Repeat(map[string]func(*rapid.T){
			"create": s.create, "change": s.change, "reclassify": s.reclassify, "abandon": s.abandon, "advance": s.advance,
			"roll back": s.rollBack, "programme gate": s.gate, "show": s.give, "waive": s.waive, "take away": s.takeAway, "note": s.note, "build": s.register,
			"raise": s.raiseFor, "edit": s.editFor, "adopt": s.adopt, "withdraw": s.withdraw, "ask again": s.askAgain, "open": s.open, "closure": s.closing, "agree": s.agreeOn, "work off": s.workOff,
			"vote": s.cast, "the board votes": s.carry, "close": s.shut, "meet": s.meet, "freeze": s.freeze, "lift": s.lift,
			"start": s.startRun, "finish": s.finishStep, "fail": s.failStep, "resolve": s.resolveStep, "log": s.logLine, "go back": s.goBack, "go on": s.goOn, "sign": s.sign,
			"report a rollback": s.reportBack, "end a rehearsal": s.endRun,
			"regrade": s.regrade, "settle": s.settle, "wait": s.waitOn, "programme": s.reapplied, "press": s.press, "press on": s.press, "press more": s.press, "press hard": s.press, "": s.hold,
		})
	})
}

func (s *steward) releases() int { return len(s.store.snapshot().Releases) }

// which draws a release that exists, and now and then one that does not.
func (s *steward) which(t *rapid.T) int {
	n := s.releases()
	if rapid.IntRange(0, 19).Draw(t, "odd") == 0 {
		return rapid.IntRange(0, n+1).Draw(t, "release")
	}
	return rapid.IntRange(1, n).Draw(t, "release")
}

func (s *steward) now(number int) release.Release {
	all := s.store.snapshot().Releases[number]
	if len(all) == 0 {
		return release.Release{Content: planned(release.Patch)}
	}
	return all[len(all)-1]
}

// anybody draws who acts: mostly somebody who often may.
func (s *steward) anybody(t *rapid.T) release.PersonID {
	return rapid.OneOf(
		rapid.SampledFrom([]release.PersonID{"rm", "ex-rm", "tmag", "env", "ex-build", "test"}), rapid.SampledFrom(s.people),
	).Draw(t, "by")
}

// does lets somebody act and checks what must hold of every act, a release's
// stage among it.
func (s *steward) does(t *rapid.T, by release.PersonID, do func(in release.Intent) error) bool {
	before := s.store.snapshot()
	in := s.as(by)
	if rapid.IntRange(0, 29).Draw(t, "replay") == 0 {
		in.Key = before.Entries[rapid.IntRange(0, len(before.Entries)-1).Draw(t, "of")].Intent
	}
	replay := in.Key != "" && slices.ContainsFunc(before.Entries, func(e release.Entry) bool { return e.Intent == in.Key })
	err := do(in)
	after := s.store.snapshot()
	if err != nil {
		r, ok := release.AsRefusal(err)
		if !ok {
			t.Fatalf("a fault: %v", err)
		}
		refused(t, err, r.Code)
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("a refusal changed something: %v", r)
		}
		return false
	}
	if replay || len(after.Entries) == len(before.Entries) {
		t.Fatalf("carried out: a replay %v, %d entries", replay, len(after.Entries)-len(before.Entries))
	}
	for number := range after.Releases {
		s.judge(t, before, after, number)
	}
	return true
}

// judge holds a release that moved against the oracle.
func (s *steward) judge(t *rapid.T, before, after world, number int) {
	was, is := before.Releases[number], after.Releases[number]
	if len(was) == 0 || len(was) == len(is) || was[len(was)-1].Stage == is[len(is)-1].Stage {
		return
	}
	from, to := was[len(was)-1], is[len(is)-1].Stage
	o := oracle{world: before, r: from, at: s.clock, window: true}
	switch to {
	case release.Deploying:
		s.known++
	case release.ClosedStage:
		s.known++
		if err := (oracle{world: after, r: from, at: s.clock}).closed(); err != nil {
			t.Fatalf("%s closed: %v", from.Name(), err)
		}
		return
	case release.Regression:
		s.known++
		o.at, o.window = from.UpdatedAt, false            // judged by what stood when the deployment began
		now := oracle{world: after, r: from, at: s.clock} // the sign-off makes the record
		if err := now.carriedOut(); err != nil {
			t.Fatalf("%s in regression: %v", from.Name(), err)
		}
		if err := now.recorded(s.clock); err != nil {
			t.Fatalf("%s in regression: %v", from.Name(), err)
		}
	default:
		return
	}
	if err := o.complete(); err != nil {
		t.Fatalf("%s went from %s to %s: %v", from.Name(), from.Stage, to, err)
	}
}

func (s *steward) plan(t *rapid.T) release.ReleaseContent {
	c := planned(rapid.SampledFrom(release.ReleaseTypes()).Draw(t, "type"))
	c.Items = slices.Clone(c.Items)
	c.Items[0].Title = rapid.SampledFrom([]string{"One", "Two"}).Draw(t, "title")
	if rapid.IntRange(0, 3).Draw(t, "more") == 0 {
		c.Items = append(c.Items, release.Item{Kind: release.ItemChangeRequest, ID: "CR-2", Title: "More"})
	}
	from := s.clock.Add(time.Duration(rapid.IntRange(-1, 90).Draw(t, "from")) * time.Hour)
	c.Targets = []release.Target{{Environment: "sit-a", Window: release.Window{From: from, To: from.Add(3 * time.Hour), Zone: "Europe/London"}}}
	if rapid.IntRange(0, 3).Draw(t, "two") == 0 {
		c.Targets = append(c.Targets, release.Target{Environment: "uit", Window: c.Targets[0].Window})
	}
	c.Board = s.clock.Add(time.Duration(rapid.SampledFrom([]int{0, 2, 30, 80}).Draw(t, "board")) * time.Hour)
	if rapid.IntRange(0, 9).Draw(t, "no board") == 0 {
		c.Board = time.Time{}
	}
	c.Base = release.Version{}
	return c
}

func (s *steward) create(t *rapid.T) {
	if s.releases() > 3 {
		return
	}
	c := s.plan(t)
	s.does(t, "ex-rm", func(in release.Intent) error { return second(s.desk.NewRelease(t.Context(), in, c)) })
	for s.releases() == 0 {
		s.create(t)
	}
}

func (s *steward) change(t *rapid.T) {
	n, c := s.which(t), s.plan(t)
	revision := s.now(n).Revision - rapid.IntRange(0, 9).Draw(t, "behind")/9
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.EditRelease(t.Context(), in, n, revision, c)) })
}

func (s *steward) reclassify(t *rapid.T) {
	n, to := s.which(t), rapid.SampledFrom(release.ReleaseTypes()).Draw(t, "to")
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.Reclassify(t.Context(), in, n, to)) })
}

func (s *steward) abandon(t *rapid.T) {
	n, why := s.which(t), rapid.SampledFrom([]string{"", "Dropped."}).Draw(t, "why")
	if rapid.IntRange(0, 3).Draw(t, "really") > 0 {
		return
	}
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.AbandonRelease(t.Context(), in, n, why)) })
}

func (s *steward) advance(t *rapid.T) {
	n := s.which(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.Advance(t.Context(), in, n)) })
}

func (s *steward) closing(t *rapid.T) {
	n := s.which(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.OpenClosure(t.Context(), in, n, time.Time{})) })
}

// agreeOn agrees a work-off action, workOff shows one done or cancels it.
func (s *steward) agreeOn(t *rapid.T) {
	x := release.Action{
		Release: s.which(t), What: rapid.SampledFrom([]string{"", "Archive the logs."}).Draw(t, "what"), Owner: s.anybody(t),
		Due: s.clock.Add(48 * time.Hour), From: release.FromReview,
	}
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.AgreeAction(t.Context(), in, x)) })
}

func (s *steward) workOff(t *rapid.T) {
	id := int64(rapid.IntRange(0, len(s.store.snapshot().Acted)+1).Draw(t, "action"))
	words := rapid.SampledFrom([]string{"", "Done in ticket 4."}).Draw(t, "words")
	done := rapid.Bool().Draw(t, "done")
	s.does(t, s.anybody(t), func(in release.Intent) error {
		if done {
			return second(s.desk.FinishAction(t.Context(), in, id, words))
		}
		return second(s.desk.CancelAction(t.Context(), in, id, words))
	})
}

func (s *steward) rollBack(t *rapid.T) {
	n, defect := s.which(t), rapid.Bool().Draw(t, "defect")
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.RollBack(t.Context(), in, n, defect, "It failed."))
	})
}

func (s *steward) gate(t *rapid.T) {
	n := s.which(t)
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.OpenProgrammeGate(t.Context(), in, n, time.Time{}))
	})
}

func (s *steward) point(t *rapid.T) release.Check {
	return rapid.SampledFrom(append(pointKeys, release.CheckPIT, release.CheckNote, release.CheckRegression, "nonsense")).Draw(t, "point")
}

func (s *steward) give(t *rapid.T) {
	n, check := s.which(t), s.point(t)
	ref := rapid.SampledFrom([]string{"https://docs.example/1", "https://docs.example/2", "looks fine"}).Draw(t, "ref")
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.GiveEvidence(t.Context(), in, n, check, ref, "")) })
}

func (s *steward) waive(t *rapid.T) {
	n, check := s.which(t), s.point(t)
	until := s.clock.Add(time.Duration(rapid.SampledFrom([]int{1, 30, 100, 200}).Draw(t, "hours")) * time.Hour)
	by := rapid.SampledFrom([]release.PersonID{"tmag", "rm", "env"}).Draw(t, "by")
	s.does(t, by, func(in release.Intent) error {
		return second(s.desk.Waive(t.Context(), in, n, check, "It is small.", until))
	})
}

// note hands a note in, by anybody; its words may be other ones.
func (s *steward) note(t *rapid.T) { s.handOver(t, s.anybody(t), s.which(t)) }

func (s *steward) handOver(t *rapid.T, by release.PersonID, number int) bool {
	var n release.ReleaseNote
	if _, err := s.desk.ReadRelease(t.Context(), number); err == nil {
		n = s.noteOf(number)
	}
	n.Operate = rapid.SampledFrom([]string{"", "By night.", "By day."}).Draw(t, "operate")
	return s.does(t, by, func(in release.Intent) error { return second(s.desk.SubmitNote(t.Context(), in, number, n)) })
}

func (s *steward) takeAway(t *rapid.T) {
	n, check := s.which(t), s.point(t)
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.TakeEvidence(t.Context(), in, n, check, "Wrong.")) })
}

func (s *steward) register(t *rapid.T) {
	n, x := s.which(t), build(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "name"), rapid.SampledFrom([]string{"1", "2"}).Draw(t, "file"))
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.RegisterBuild(t.Context(), in, n, x)) })
}

// request is the RFC of a release, with a window that may be over, near or far.
func (s *steward) request(t *rapid.T, r release.Release) release.RFCContent {
	c := rfcFor(r)
	c.Title = rapid.SampledFrom([]string{"One", "Two"}).Draw(t, "title")
	from := s.clock.Add(time.Duration(rapid.SampledFrom([]int{-1, 1, 3, 24, 50, 50, 100}).Draw(t, "from")) * time.Hour)
	c.Window = release.Window{From: from, To: from.Add(4 * time.Hour), Zone: "Europe/London"}
	c.Environments = r.Content.Environments()
	if rapid.IntRange(0, 9).Draw(t, "elsewhere") == 0 {
		c.Environments = []release.EnvironmentID{"uit"}
	}
	if strings.HasPrefix(string(r.Content.Type), "m") && rapid.Bool().Draw(t, "kind") {
		c.Kind = release.ChangeRequest
	}
	return c
}

func (s *steward) raiseFor(t *rapid.T) {
	c := s.request(t, s.now(s.which(t)))
	n, revision := s.number(t)
	if rapid.IntRange(0, 5).Draw(t, "from a draft") > 0 {
		n = 0
	}
	s.does(t, "ex-rm", func(in release.Intent) error { return second(s.desk.RaiseRFC(t.Context(), in, n, revision, c)) })
}

// editFor changes the RFC of a release, or another so that it names the release.
func (s *steward) editFor(t *rapid.T) {
	r := s.now(s.which(t))
	c := s.request(t, r)
	n, revision := s.number(t)
	if all := s.store.snapshot().RFCs[r.RFC]; r.RFC != 0 && rapid.IntRange(0, 9).Draw(t, "its own") > 0 {
		n, revision = r.RFC, all[len(all)-1].Revision
	}
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.EditRFC(t.Context(), in, n, revision, c)) })
}

// adopt raises or keeps an RFC of no release, which may be bound to one later.
func (s *steward) adopt(t *rapid.T) {
	c := content()
	c.Window = release.Window{From: s.clock.Add(20 * time.Hour), To: s.clock.Add(24 * time.Hour), Zone: "Europe/London"}
	draft := rapid.Bool().Draw(t, "draft")
	if draft {
		c.Release = rapid.SampledFrom([]string{"", "REL-1", "REL-99"}).Draw(t, "names")
	}
	s.does(t, "ex-rm", func(in release.Intent) error {
		if draft {
			return second(s.desk.SaveDraft(t.Context(), in, 0, 0, c))
		}
		return second(s.desk.RaiseRFC(t.Context(), in, 0, 0, c))
	})
}
