package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Standing is everything the gates of a release look at, at one instant. The
// gates, "why not yet?" and the cards all read this one value (M4).
type Standing struct {
	Programme  *Programme // in force now: who is who
	Rules      TypePolicy // in force for this release (M20)
	Release    Release
	RFC        RFC      // Number 0 while none is raised
	Ballots    []Ballot // of the RFC, the newest first
	Conditions []Condition
	Actions    []Action // to be worked off after its deployment, by the day they are due
	Build      *Build   // nil while none is registered
	Evidence   []Evidence
	Reviews    []Review // of its deployments, the newest first
	// Others are what other nouns hold against it, by check: meetings,
	// environments, debts.
	Others map[Check][]Blocker
	// Silent are the parties that were asked to confirm what is planned and did not (M11).
	Silent []PartyID
	Now    time.Time
}

// Dossier returns what a decision on the release binds to now.
func (s Standing) Dossier() Dossier {
	d := DossierOf(s.RFC.Content, &s.Release, s.Build, s.standingEvidence())
	for _, x := range s.Actions {
		if x.Cancelled == "" {
			d.Actions = append(d.Actions, x.mark())
		}
	}
	return d
}

func (s Standing) standingEvidence() []Evidence {
	return slices.DeleteFunc(slices.Clone(s.Evidence), func(e Evidence) bool { return !e.Stands(s.countsAt(e.Check)) })
}

// countsAt is the instant at which evidence must stand: now, but what a deployment
// began on is looked at as it was then, lest a waiver that ends meanwhile leaves
// nothing but a rollback.
func (s Standing) countsAt(c Check) time.Time {
	if s.Release.Stage == Deploying && binds(c) {
		return s.Release.UpdatedAt
	}
	return s.Now
}

// Next returns the move that is due and what is still unmet of its gate: the
// answer to "why not yet?". It is false where nothing is left to be done.
func (s Standing) Next() (Move, []Blocker, bool) {
	m, ok := NextMove(s.Release.Stage)
	if !ok {
		return m, nil, false
	}
	return m, s.Unmet(m.Gate), true
}

// GoNoGoGate is what must be met before the deployment Go/No-Go is opened: what
// was prepared, the approved RFC, and the debts of emergencies (R63, M6).
func GoNoGoGate() []Check {
	return []Check{
		PointRaised, PointProgramme, PointBaseline, PointPackage, PointKnownIssues, PointPlans, CheckNote, PointApproved, CheckDebts,
	}
}

// Unmet returns what is unmet of a gate, in its order.
func (s Standing) Unmet(gate []Check) []Blocker {
	var unmet []Blocker
	for _, c := range gate {
		unmet = append(unmet, s.blockers(c)...)
	}
	return unmet
}

func (s Standing) blockers(c Check) []Blocker {
	if point, ok := PointOf(c); ok {
		return s.unmetPoint(point)
	}
	switch c {
	case CheckPlanned:
		return s.unplanned()
	case CheckBuild:
		return s.unbuilt()
	case CheckGo:
		return s.undecided(Point{
			Key: CheckGo, Responsible: ReleaseManager, Unmet: "The deployment Go/No-Go has not given its Go.",
		}, Deployment)
	case CheckConditions:
		return s.conditional()
	case CheckWindow:
		return s.outside()
	default:
		return s.Others[c]
	}
}

// unmetPoint returns what is unmet of a control point: a decision for those that
// are decided, evidence for the others.
func (s Standing) unmetPoint(point Point) []Blocker {
	closed := s.Release.Stage == ClosedStage && (point.Key == PointRaised || point.Key == PointClosure) // what comes later takes nothing back
	if closed || !point.Applies(s.Release.Content.Type) {
		return nil
	}
	switch point.Key {
	case PointRaised:
		return s.unraised(point)
	case PointProgramme:
		return s.undecided(point, ProgrammeGate)
	case PointApproved:
		return s.undecided(point, Approval)
	case PointClosure:
		return s.undecided(point, Closure)
	default:
		return s.unshown(point)
	}
}

// blocker returns a blocker of a point with the people who can settle it.
func (s Standing) blocker(point Point, act, label string) Blocker {
	b := Blocker{Key: string(point.Key), What: point.Unmet, Role: point.Responsible, By: s.dueBy(point.Key), Left: s.left(point.Key), Act: act, Label: label}
	for _, x := range s.Programme.Responsible(point, s.Release) {
		b.People = append(b.People, x.ID)
	}
	return b
}

// dueBy is when a check must be met: what the board looks at by its date, or
// by the lead time the policy sets; what the deployment needs by the window's
// start, what it leaves by the window's end. Nothing says when it must be closed.
func (s Standing) dueBy(c Check) time.Time {
	if latest, ok := s.Latest(c); ok {
		return latest
	}
	i := slices.IndexFunc(Lifecycle(), func(m Move) bool { return slices.Contains(m.Gate, c) })
	switch {
	case i < 0 || Lifecycle()[i].From.Before(Approving):
		return s.Release.Content.Board
	case Lifecycle()[i].From.Before(Deploying):
		return s.window().From
	case Lifecycle()[i].From == Deploying:
		return s.window().To
	}
	return time.Time{}
}

// window is the agreed window of the RFC, or the planned one.
func (s Standing) window() Window {
	if s.RFC.Number != 0 {
		return s.RFC.Content.Window
	}
	return s.Release.Content.Window()
}

// unraised wants an RFC that was raised and still fits the release; one that
// was rolled back needs a new window first (T8).
func (s Standing) unraised(point Point) []Blocker {
	b := s.blocker(point, "/rfc raise "+s.Release.Name(), "Raise the RFC")
	if s.RFC.Number == 0 || s.RFC.State == Withdrawn || s.RFC.State == Closed || s.RFC.State == Draft {
		return []Blocker{b}
	}
	b.Act, b.Label = fmt.Sprintf("/rfc edit %d", s.RFC.Number), "Change the RFC"
	if s.RFC.State == Rejected {
		b.What = s.RFC.Name() + " was rejected and must change before the board looks at it again."
		return []Blocker{b}
	}
	if s.RFC.State == RolledBack {
		b.What = s.RFC.Name() + " was rolled back and needs a new window."
		return []Blocker{b}
	}
	if problems := s.Release.fits(s.RFC.Content, s.RFC.Number, s.Programme); len(problems) > 0 {
		b.What = s.RFC.Name() + " no longer fits the release: " + problems[0].Why
		return []Blocker{b}
	}
	return nil
}

// undecided tells what is missing of a vote: the newest decision of its purpose
// must be a Go on exactly what the dossier says now (M3).
func (s Standing) undecided(point Point, purpose Purpose) []Blocker {
	b := s.blocker(point, "", "")
	if open, ok := find(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen && b.Purpose == purpose }); ok {
		return []Blocker{s.awaiting(b, open)}
	}
	last, voted := s.lastOf(purpose)
	switch {
	case voted && last.Outcome == OutcomeGo && last.Digest == s.Dossier().For(purpose).Digest() && s.stateAllows(purpose):
		return nil
	case voted && last.Outcome == OutcomeGo:
		b.What = "The Go was given for something else: what was decided on has changed since."
	case voted:
		b.What = strings.TrimSuffix(point.Unmet, ".") + ": the last vote ended with " + last.Outcome.String() + "."
	}
	b.Act, b.Label = s.asking(purpose)
	return []Blocker{b}
}

// awaiting tells of an open vote whom it waits for.
func (s Standing) awaiting(b Blocker, open Ballot) Blocker {
	b.What, b.By, b.People = "The "+open.Purpose.String()+" is open: "+openWords(open, s.Programme), open.Deadline, nil
	for _, seat := range open.Tally().MissingMandatory() {
		b.People = append(b.People, seat.Holders...)
	}
	verb := map[Purpose]string{Approval: "/rfc vote", Deployment: "/gonogo vote", ProgrammeGate: "/gonogo vote", Closure: "/gonogo vote"}[open.Purpose]
	b.Act, b.Label = fmt.Sprintf("%s %d @%d", verb, s.RFC.Number, open.ID), "Vote"
	return b
}

// asking returns the command that opens a vote of a purpose, and its button.
func (s Standing) asking(purpose Purpose) (act, label string) {
	switch {
	case s.RFC.Number == 0:
	case purpose == ProgrammeGate:
		return "/gonogo programme " + s.Release.Name(), "Open the programme Go/No-Go"
	case purpose == Closure:
		return "/release close " + s.Release.Name(), "Ask for its closure"
	case purpose == Deployment:
		return fmt.Sprintf("/gonogo open %d", s.RFC.Number), "Open the Go/No-Go"
	case s.RFC.State == Undecided:
		return fmt.Sprintf("/rfc ask %d", s.RFC.Number), "Ask again"
	case s.RFC.State == Rejected:
		return fmt.Sprintf("/rfc edit %d", s.RFC.Number), "Change the RFC"
	}
	return "", ""
}

// stateAllows tells whether the RFC still stands where the decision brought it.
func (s Standing) stateAllows(purpose Purpose) bool {
	switch purpose {
	case Approval:
		return slices.Contains([]RFCState{Approved, InGoNoGo, NoGo, Go, Deployed, Closed}, s.RFC.State)
	case Deployment:
		return slices.Contains([]RFCState{Go, Deployed, Closed}, s.RFC.State)
	case ProgrammeGate, Closure:
	}
	return true
}

// lastOf returns the newest vote of a purpose that ended with an outcome.
func (s Standing) lastOf(purpose Purpose) (Ballot, bool) {
	return find(s.Ballots, func(b Ballot) bool { return b.State == BallotClosed && b.Purpose == purpose })
}

func openWords(b Ballot, p *Programme) string {
	const most = 3 // whose they are is said beside it
	missing := b.Tally().MissingMandatory()
	switch {
	case len(missing) > most:
		return fmt.Sprintf("%d mandatory seats are not heard yet.", len(missing))
	case len(missing) > 0:
		return labels(missing, p) + " not heard yet."
	}
	return "every mandatory seat was heard; it waits for its close."
}

// unshown tells what is missing of a point that evidence or a waiver meets.
func (s Standing) unshown(point Point) []Blocker {
	shown := s.Evidence
	if point.Key == CheckNote { // its lead time can be waived, the note itself cannot
		shown = slices.DeleteFunc(slices.Clone(shown), func(e Evidence) bool { return e.Waiver })
	}
	e, ok := standing(shown, point.Key, s.countsAt(point.Key))
	act := point.showing(s.Release)
	switch {
	case !ok:
		return []Blocker{s.blocker(point, act, "Show it")}
	case point.OfBuild && !e.Waiver && e.Build != s.Release.Build:
		b := s.blocker(point, act, "Show it")
		b.What = "“" + point.Name + "” was shown for another build than the one it carries now."
		return []Blocker{b}
	}
	return s.late(point, e)
}

func (s Standing) waived(c Check) bool {
	return slices.ContainsFunc(s.Evidence, func(e Evidence) bool { return e.Check == c && e.Waiver && e.Stands(s.countsAt(c)) })
}

func (s Standing) own(key Check, what, act, label string) []Blocker {
	return []Blocker{{
		Key: string(key), What: what, Role: ReleaseManager, People: []PersonID{s.Release.Content.Owner},
		By: s.dueBy(key), Act: act, Label: label,
	}}
}

// unplanned wants what the plan review looks at: the windows and the board's date.
func (s Standing) unplanned() []Blocker {
	c := s.Release.Content
	unplanned := slices.ContainsFunc(c.Targets, func(t Target) bool { return t.Window.IsZero() })
	edit := "/release edit " + s.Release.Name()
	switch {
	case unplanned && c.Board.IsZero():
		return s.own(CheckPlanned, "Its windows and the date of its board are not planned.", edit, "Plan it")
	case unplanned:
		return s.own(CheckPlanned, "Not every target environment has a planned window.", edit, "Plan it")
	case c.Board.IsZero():
		return s.own(CheckPlanned, "The date on which the board decides is not planned.", edit, "Plan it")
	}
	return nil
}

func (s Standing) unbuilt() []Blocker {
	if s.Release.Build != 0 {
		return nil
	}
	return s.own(CheckBuild, "No build is registered for it.", "/release build "+s.Release.Name(), "Register a build")
}

func (s Standing) conditional() []Blocker {
	var unmet []Blocker
	for _, c := range s.Conditions {
		if !c.Met() {
			unmet = append(unmet, Blocker{
				Key: fmt.Sprintf("condition/%d", c.ID), What: "A condition of the Go is open: " + Clip(c.Words, 120),
				Role: ReleaseManager, People: []PersonID{c.Owner}, By: s.window().From,
				Act: fmt.Sprintf("/rfc met %d", s.RFC.Number), Label: "Show it met",
			})
		}
	}
	return unmet
}

// outside holds a deployment outside its agreed window (R36, T19).
func (s Standing) outside() []Blocker {
	w := s.window()
	switch {
	case w.Contains(s.Now):
		return nil
	case s.Now.Before(w.From):
		return []Blocker{{
			Key: string(CheckWindow), What: "Its window has not begun: " + w.String() + ".", Role: ReleaseManager,
			People: []PersonID{s.Release.Content.Owner}, By: w.From,
		}}
	}
	return s.own(CheckWindow, "Its window is over: "+w.String()+".", fmt.Sprintf("/rfc edit %d", s.RFC.Number), "Ask for a new window")
}
