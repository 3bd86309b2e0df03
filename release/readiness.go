package release

import (
	"fmt"
	"slices"
	"time"
)

// Verdict is how ready a release, a phase or an environment is, from the best to
// the worst. It is worked out and never set by hand (R101).
type Verdict int

// The verdicts.
const (
	Ready Verdict = iota
	OnCourse
	AtRisk
	NotReady
)

// String returns the verdict as people read it.
func (v Verdict) String() string {
	switch v {
	case Ready:
		return "Ready"
	case OnCourse:
		return "On course"
	case AtRisk:
		return "At risk"
	case NotReady:
	}
	return "Not ready"
}

// Worse returns the worse of two verdicts.
func (v Verdict) Worse(o Verdict) Verdict { return max(v, o) }

// riskDays is how many working days ahead something that is missing is a risk.
const riskDays = 2

// VerdictRule says in words how a verdict comes about; every report carries it.
const VerdictRule = "Not ready: the board said No-Go, it was rolled back, its window is over, or something its deployment needs was due and is missing. " +
	"At risk: something missing is due within two working days, a vote ended without a decision, or an environment stands in its way. " +
	"On course: what is missing is not due yet. Ready: nothing is missing."

// Judgement is a verdict with what speaks for it.
type Judgement struct {
	Verdict Verdict
	Why     string    // the reason, as a sentence
	Unmet   []Blocker // everything that its deployment still needs, what is due first before the rest
	Overdue []Blocker // those of them that were due
	Waivers []Evidence
}

// Judge says how ready a release is for its deployment, by its control points and
// the other checks of every gate that still lies before it; of one that was
// deployed, whether its closure is in time.
func (s Standing) Judge() Judgement {
	j := Judgement{}
	for _, e := range s.Evidence {
		if e.Waiver && e.Stands(s.Now) {
			j.Waivers = append(j.Waivers, e)
		}
	}
	j.Unmet = s.Unmet(s.ahead())
	slices.SortStableFunc(j.Unmet, func(a, b Blocker) int { return SoonerDue(a.By, b.By) })
	for _, b := range j.Unmet {
		if !b.By.IsZero() && !s.Now.Before(b.By) {
			j.Overdue = append(j.Overdue, b)
		}
	}
	j.Verdict, j.Why = s.verdict(j)
	return j
}

// Window is the agreed window of the RFC, or the planned one; zero where none is.
func (s Standing) Window() Window { return s.window() }

// SoonerDue compares when two things are due: no time at all is last.
func SoonerDue(a, b time.Time) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}

// ahead are the checks of all gates up to the deployment, each once; of a release
// that was deployed those of its next gate; of one that is being deployed none. That its window has not begun is no
// lack of anything.
func (s Standing) ahead() []Check {
	if s.Release.Stage == Deploying {
		return nil // its runbook leads now
	}
	var gate []Check
	for stage := s.Release.Stage; ; {
		m, ok := NextMove(stage)
		if !ok {
			break
		}
		for _, c := range m.Gate {
			if c != CheckWindow && !slices.Contains(gate, c) {
				gate = append(gate, c)
			}
		}
		if stage = m.To; !s.Release.Stage.InFlight() || !stage.InFlight() {
			break
		}
	}
	return gate
}

// verdict says how ready a release is, by what it lacks and what stands in its way.
func (s Standing) verdict(j Judgement) (Verdict, string) {
	if s.Release.Stage == Deploying {
		if s.windowOver() {
			return NotReady, "Its window is over and its deployment is not signed off."
		}
		return OnCourse, "It is being deployed."
	}
	if why, stopped := s.stopped(); stopped {
		return NotReady, why
	}
	first := Blocker{}
	if len(j.Unmet) > 0 {
		first = j.Unmet[0]
	}
	if len(j.Overdue) > 0 {
		return NotReady, fmt.Sprintf("%s It was due %s.", first.What, Instant(first.By, s.Programme.Location()))
	}
	if why, hindered := s.hindered(); hindered {
		return AtRisk, why
	}
	soon := s.Programme.WorkingCalendar().AddWorkingDays(s.Now.In(s.Programme.Location()), riskDays+1)
	switch {
	case !first.By.IsZero() && first.By.Before(soon):
		return AtRisk, fmt.Sprintf("%s It is due %s.", first.What, Instant(first.By, s.Programme.Location()))
	case len(j.Unmet) == 0:
		return Ready, "Nothing is missing."
	case first.By.IsZero():
		return OnCourse, first.What
	}
	return OnCourse, fmt.Sprintf("%s It is due %s.", first.What, Instant(first.By, s.Programme.Location()))
}

// windowOver tells whether the release has a window and it is over.
func (s Standing) windowOver() bool {
	w := s.window()
	return !w.IsZero() && !s.Now.Before(w.To)
}

// stopped tells what keeps a release on its way to its deployment from being
// deployed at all, whatever else it lacks.
func (s Standing) stopped() (string, bool) {
	switch {
	case !s.Release.Stage.InFlight():
		return "", false
	case s.RFC.State == NoGo:
		return "The board said No-Go to its deployment.", true
	case s.RFC.State == Rejected:
		return s.RFC.Name() + " was rejected.", true
	case s.RFC.State == RolledBack:
		return "It was rolled back and needs a new window.", true
	case s.windowOver():
		return "Its window is over: " + s.window().String() + ".", true
	}
	return "", false
}

// hindered tells what stands in the way of a release on its way to its deployment
// and can still be put right.
func (s Standing) hindered() (string, bool) {
	switch {
	case !s.Release.Stage.InFlight():
		return "", false
	case s.RFC.State == Undecided:
		return "The approval vote on " + s.RFC.Name() + " ended without a decision.", true
	case len(s.Others[CheckEnvironments]) > 0:
		return s.Others[CheckEnvironments][0].What, true
	}
	return "", false
}

// ReadinessComment is what somebody says in the readiness report of a week beside
// what it works out: it explains a verdict and never changes one.
type ReadinessComment struct {
	ID    int64
	Week  string // "2026-W47", in the programme's zone
	By    PersonID
	At    time.Time
	Words string
}

// Subject returns the ledger's name for the comment, "comment/3".
func (c ReadinessComment) Subject() string { return fmt.Sprintf("comment/%d", c.ID) }

// ReadinessComments keeps comments for ever.
type ReadinessComments interface {
	// AddReadinessComment keeps a comment and sets its id.
	AddReadinessComment(c *ReadinessComment) error
}

// MayComment tells whether a person may comment a week's readiness: the release
// managers and the environment managers of the programme, who write the report (R101).
func (p *Programme) MayComment(x Person) bool {
	is := func(o Person) bool { return o.ID == x.ID }
	return !x.Retired && (slices.ContainsFunc(p.HoldersAmong(ReleaseManager, ProgrammeParty), is) ||
		slices.ContainsFunc(p.HoldersAmong(EnvironmentManager, ProgrammeParty), is))
}
