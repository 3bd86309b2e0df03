package release_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// oracle says once more, from what the store keeps and by none of the gates'
// code, whether a release may be deployed.
type oracle struct {
	world
	r      release.Release
	at     time.Time
	window bool // at must be inside the agreed window
}

func (o oracle) rfc() release.RFC {
	revisions := o.RFCs[o.r.RFC]
	if len(revisions) == 0 {
		return release.RFC{}
	}
	return revisions[len(revisions)-1]
}

// shown returns the newest evidence of a check that stands.
func (o oracle) shown(check release.Check, waivers bool) (release.Evidence, bool) {
	for _, e := range slices.Backward(o.Shown) {
		ended := e.Waiver && (!waivers || !o.at.Before(e.Until))
		if e.Release == o.r.Number && e.Check == check && e.TakenAt.IsZero() && !ended {
			return e, true
		}
	}
	return release.Evidence{}, false
}

// complete tells what is missing of control points 1 to 7 and what stands beside
// them (R46 to R52, R36, R63, T19, T24, M3, M6).
func (o oracle) complete() error {
	rfc := o.rfc()
	if o.r.RFC == 0 || rfc.State != release.Go || rfc.Content.Release != o.r.Name() || rfc.Content.Type != o.r.Content.Type {
		return fmt.Errorf("%s is %q, for %q", rfc.Name(), rfc.State, rfc.Content.Release)
	}
	for _, id := range rfc.Content.Environments {
		if !slices.Contains(o.r.Content.Environments(), id) {
			return fmt.Errorf("%s is no target", id)
		}
	}
	if w := rfc.Content.Window; o.window && (o.at.Before(w.From) || !o.at.Before(w.To)) {
		return fmt.Errorf("%s is outside %s", o.at, w)
	}
	for _, check := range []release.Check{release.PointBaseline, release.PointPackage, release.PointKnownIssues, release.PointPlans} {
		e, ok := o.shown(check, true)
		if !ok || check == release.PointPackage && e.Build != o.r.Build {
			return fmt.Errorf("%s is not shown: %+v", check, e)
		}
	}
	if e, ok := o.shown(release.CheckNote, false); !ok || e.Build != o.r.Build {
		return fmt.Errorf("no release note of the build: %+v", e)
	}
	for _, c := range o.Conditions {
		if c.RFC == rfc.Number && !c.Met() {
			return fmt.Errorf("condition %d is open", c.ID)
		}
	}
	if err := o.free(rfc); err != nil {
		return err
	}
	return o.decided(rfc)
}

// free wants no freeze over what is left of the window, and no debt.
func (o oracle) free(rfc release.RFC) error {
	for _, b := range o.Booked {
		over := b.Window.From.Before(rfc.Content.Window.To) && b.Window.To.After(o.at)
		if o.window && b.Kind == release.BookFreeze && b.CancelledAt.IsZero() && over && slices.Contains(rfc.Content.Environments, b.Environment) {
			return fmt.Errorf("frozen by booking %d", b.ID)
		}
	}
	for _, d := range o.Owed {
		merged := slices.ContainsFunc(o.r.Content.Items, func(x release.Item) bool { return slices.Contains(d.Defects, x.ID) })
		concerns := d.Kind == release.MergeNext && !merged || d.Kind == release.MergeInFlight && d.Target == o.r.Number ||
			d.Kind == release.Retrospective && o.r.Content.Type == release.Patch
		if o.window && d.SettledAt.IsZero() && concerns && d.System == o.r.Content.System && o.r.Content.Type != release.Emergency {
			return fmt.Errorf("debt %d is open", d.ID)
		}
	}
	return nil
}

// decided wants a Go of each purpose on exactly what is kept, in its order and
// since the release was last pulled back.
func (o oracle) decided(rfc release.RFC) error {
	approval, err := o.yes(rfc, release.Approval)
	if err != nil {
		return err
	}
	last, err := o.yes(rfc, release.Deployment)
	if err != nil {
		return err
	}
	if last.OpenedAt.Before(approval.ClosedAt) {
		return fmt.Errorf("the Go/No-Go was opened before the approval")
	}
	opened, back := -1, -1
	for i, e := range o.Entries {
		data, _ := e.Data.(map[string]any)
		move, _ := data["move"].(string)
		switch {
		case e.Kind == release.BallotOpened && e.Subject == approval.Subject():
			opened = i
		case e.Release != o.r.Number:
		case e.Kind == release.ReleasePulledBack, e.Kind == release.ReleaseReclassified, strings.HasPrefix(move, "rolled back"):
			back = i
		}
	}
	if opened < back {
		return fmt.Errorf("the approval was opened before the release was pulled back")
	}
	if o.r.Content.Type != release.Major {
		return nil
	}
	_, err = o.yes(rfc, release.ProgrammeGate)
	return err
}

// yes returns the newest vote of a purpose, which must be a Go on what is kept.
func (o oracle) yes(rfc release.RFC, purpose release.Purpose) (release.Ballot, error) {
	var last release.Ballot
	for _, b := range o.Polls {
		if b.RFC == rfc.Number && b.Purpose == purpose && b.State != release.BallotVoid && b.ID > last.ID {
			last = b
		}
	}
	if last.Outcome != release.OutcomeGo {
		return last, fmt.Errorf("%s: the newest vote says %q", purpose, last.Outcome)
	}
	d := last.Dossier
	said, has := []any{d.Version}, []any{o.r.Version.String()}
	for _, x := range d.Items {
		said = append(said, x.ID, x.Severity)
	}
	for _, x := range o.r.Content.Items {
		has = append(has, x.ID, x.Severity)
	}
	if purpose != release.ProgrammeGate {
		said = append(said, wordless(d.RFC), d.Build, d.Commit, d.Package, fmt.Sprint(d.BOM), release.ReleaseContent{Targets: d.Targets}.Environments())
		b := o.Builds[o.r.Build-1]
		has = append(has, wordless(rfc.Content), b.Name, b.Commit, b.Digest, fmt.Sprint(b.BOM), o.r.Content.Environments())
		for _, check := range []release.Check{release.PointBaseline, release.PointPackage, release.PointKnownIssues, release.PointPlans, release.CheckNote} {
			e, _ := o.shown(check, check != release.CheckNote)
			mark := e.Ref
			if e.Waiver {
				mark = e.Note
			}
			said, has = append(said, strings.HasSuffix(d.Evidence[check], mark)), append(has, d.Evidence[check] != "")
		}
	}
	if !reflect.DeepEqual(said, has) {
		return last, fmt.Errorf("%s: decided on %v, kept is %v", purpose, said, has)
	}
	return last, nil
}

func wordless(c release.RFCContent) string {
	c.Title, c.Reason, c.Risk.Sentence = "", "", ""
	return c.Digest()
}

// recorded wants control point 8, of this deployment (R53).
func (o oracle) recorded(now time.Time) error {
	began := o.at
	o.at = now
	e, ok := o.shown(release.PointDeployed, true)
	if !ok || e.At.Before(began) {
		return fmt.Errorf("no record of this deployment: %+v", e)
	}
	return nil
}

// carriedOut wants the deployment of the release, signed off now, in which every
// step of the way forward was done, each before the next (R36).
func (o oracle) carriedOut() error {
	for _, run := range o.Rolled {
		if run.Release == o.r.Number && run.Mode == release.LiveRollout && run.EndedAt.Equal(o.at) && run.State == release.RolloutDeployed {
			return wholly(run)
		}
	}
	return fmt.Errorf("no deployment of it was signed off")
}

// wholly wants every step of a run's way forward done, in their order.
func wholly(run release.Rollout) error {
	var want, done []string
	for section, steps := range map[string][]release.Step{
		"1 prerequisites": run.Runbook.Prerequisites.Steps, "2 instructions": run.Runbook.Instructions.Steps, "3 checks": run.Runbook.Checks.Steps,
	} {
		for _, s := range steps {
			want = append(want, fmt.Sprintf("%s %03d", section, s.Number))
		}
	}
	slices.Sort(want)
	for _, s := range run.Steps {
		if s.Result == release.StepDone {
			order := map[release.SectionKey]string{release.Prerequisites: "1 ", release.Instructions: "2 ", release.PostChecks: "3 "}[s.Section]
			done = append(done, fmt.Sprintf("%s%s %03d", order, string(s.Section), s.Number))
		}
	}
	if !slices.Equal(want, done) {
		return fmt.Errorf("%s is deployed with %v, done are %v", run.Subject(), want, done)
	}
	return nil
}

// closed wants the lessons of what was deployed or rolled back, and the newest vote
// on the closure to be a Go on just that: what shows it and what is left to be done
// (R40, R54, R55).
func (o oracle) closed() error {
	rfc := o.rfc()
	if _, ok := o.shown(release.PointLessons, true); !ok {
		return fmt.Errorf("no lessons")
	}
	var last release.Ballot
	for _, b := range o.Polls {
		if b.RFC == rfc.Number && b.Purpose == release.Closure && b.ID > last.ID {
			last = b
		}
	}
	if last.State != release.BallotClosed || last.Outcome != release.OutcomeGo {
		return fmt.Errorf("the newest vote on the closure is %q, %q", last.State, last.Outcome)
	}
	for _, check := range []release.Check{release.PointDeployed, release.CheckRegression, release.PointLessons} {
		e, shown := o.shown(check, true)
		kept := e.Ref
		if e.Waiver {
			kept = e.Note
		}
		if said := last.Dossier.Closing[check]; !strings.HasSuffix(said, kept) || (said != "") != shown {
			return fmt.Errorf("decided on %s %q, kept is %+v", check, said, e)
		}
	}
	left := 0
	for _, x := range o.Acted {
		agreed := x.Release == o.r.Number && x.Cancelled == "" && x.At.Before(o.at)
		if agreed && !slices.ContainsFunc(last.Dossier.Actions, func(said string) bool { return strings.HasPrefix(said, x.Name()+": "+x.What) }) {
			return fmt.Errorf("%s was not decided on: %v", x.Name(), last.Dossier.Actions)
		}
		if agreed {
			left++
		}
	}
	if left != len(last.Dossier.Actions) {
		return fmt.Errorf("decided on %v, %d are kept", last.Dossier.Actions, left)
	}
	return nil
}

var statesIn = map[release.Stage][]release.RFCState{
	release.Approving: {release.Raised, release.Undecided, release.Approved, release.InGoNoGo, release.NoGo, release.Go},
	release.Informing: {release.Go}, release.Deploying: {release.Go}, release.Regression: {release.Deployed},
	release.Reviewing: {release.Deployed}, release.ClosedStage: {release.Closed},
}

// hold is what must hold at every instant.
func (s *steward) hold(t *rapid.T) {
	w := s.store.snapshot()
	s.holdRuns(t, w)
	governed, numbered := map[int]int{}, map[string]int{}
	for number, revisions := range w.Releases {
		r := revisions[len(revisions)-1]
		for _, old := range revisions { // a version is one release's for ever (T10)
			key := string(old.Content.System) + " " + old.Version.String()
			if other, taken := numbered[key]; taken && other != number {
				t.Fatalf("%s is REL-%d's and REL-%d's", key, other, number)
			}
			numbered[key] = number
		}
		if r.RFC == 0 {
			if !release.Preparing.Before(r.Stage) || r.Stage == release.Abandoned {
				continue
			}
			t.Fatalf("%s is in %s without an RFC", r.Name(), r.Stage)
		}
		if other, taken := governed[r.RFC]; taken {
			t.Fatalf("RFC-%d governs REL-%d and REL-%d", r.RFC, other, number)
		}
		governed[r.RFC] = number
		rfc := w.RFCs[r.RFC][len(w.RFCs[r.RFC])-1]
		want, late := statesIn[r.Stage]
		if !late {
			want = []release.RFCState{release.InPreparation, release.RolledBack, release.Rejected}
		}
		if !slices.Contains(want, rfc.State) || rfc.Content.Release != r.Name() {
			t.Fatalf("%s in %s, %s is %q for %s", r.Name(), r.Stage, rfc.Name(), rfc.State, rfc.Content.Release)
		}
		s.holdVotes(t, w, r, rfc)
	}
	for number, revisions := range w.RFCs { // what was raised for a release governs it, or is over
		r := revisions[len(revisions)-1]
		if n, ok := r.Content.ReleaseNumber(); ok && r.State != release.Draft && r.State != release.Withdrawn && governed[number] != n && r.State != release.Rejected {
			t.Fatalf("%s is %q and does not govern REL-%d", r.Name(), r.State, n)
		}
	}
}

// holdVotes wants the open votes that the states speak of, on what is kept now.
func (s *steward) holdVotes(t *rapid.T, w world, r release.Release, rfc release.RFC) {
	open := map[release.Purpose]int{}
	standing := s.standing(r.Number)
	for _, b := range standing.Ballots {
		checkBallot(t, b, s.clock)
		if b.State != release.BallotOpen {
			continue
		}
		open[b.Purpose]++
		if b.Digest != standing.Dossier().For(b.Purpose).Digest() {
			t.Fatalf("%s: the open %s is about something else", rfc.Name(), b.Purpose)
		}
	}
	want := map[release.RFCState]release.Purpose{release.Raised: release.Approval, release.InGoNoGo: release.Deployment}[rfc.State]
	if gate := open[release.ProgrammeGate]; gate > 0 && want == "" && gate == 1 && !release.Preparing.Before(r.Stage) {
		return
	}
	if len(open) == 1 && open[release.Closure] == 1 && (r.Stage == release.Reviewing || rfc.State == release.RolledBack) {
		return // what was reviewed, or rolled back and is not tried again (R40)
	}
	if len(open) > 1 || (want != "") != (open[want] == 1) || (want == "" && len(open) > 0) {
		t.Fatalf("%s is %q with open votes %v", rfc.Name(), rfc.State, open)
	}
	o := oracle{world: w, r: r, at: s.clock}
	for _, check := range []release.Check{release.PointBaseline, release.PointPackage, release.PointKnownIssues, release.PointPlans, release.CheckNote} {
		if _, ok := o.shown(check, check != release.CheckNote); !ok && (r.Stage == release.Approving || r.Stage == release.Informing) {
			t.Fatalf("%s is before the board without %s", r.Name(), check)
		}
	}
}
