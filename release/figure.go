package release

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"
)

// FigureDays is the period of the figures where nobody names one, MaxFigureDays the
// longest that is read.
const (
	FigureDays    = 90
	MaxFigureDays = 366
)

// enoughCases is how many cases a figure rests on before it says anything.
const enoughCases = 5

// FigureLog is everything that happened in a period which the figures are folded
// from (M14, M16, R19). The order of what it holds does not matter.
type FigureLog struct {
	Programme *Programme
	From, To  time.Time // half-open
	Lives     []ReleaseLife
	Judged    []DissentOutcome // recorded in the period
}

// ReleaseLife is what happened to one release, whenever it was.
type ReleaseLife struct {
	Release  Release
	Raised   map[int]time.Time // when its RFCs were raised, by their numbers
	Stages   []StageSince
	Evidence []Evidence
	Ballots  []BallotLife
	Rollouts []Rollout // deployments
	Issues   []SupportIssue
}

// StageSince is a stage with the instant of a revision in it.
type StageSince struct {
	Revision int
	Stage    Stage
	At       time.Time
}

// BallotLife is a ballot with every vote that was cast, not only those that stand.
type BallotLife struct {
	Ballot
	Every []Vote
}

// Figures are what a period adds up to. No figure is of a person.
type Figures struct {
	From, To  time.Time
	Lead      []LeadFigure // over all first, then by type
	Points    []WaitFigure // waited for a control point or a vote, the longest first
	Parties   []WaitFigure // waited for a party
	Decisions DecisionFigure
	Failures  Ratio // deployments that failed
	Restore   Spread
	Rates     []EmergencyRate
	Dissent   []DissentMemory
	// Relaxations are proposals that the numbers support, with their arithmetic (M16).
	Relaxations []string
}

// LeadFigure is the lead time of a type; the empty type is all.
type LeadFigure struct {
	Spread

	Type ReleaseType
}

// WaitFigure is how long something was waited for, in hours of the clock and of work.
type WaitFigure struct {
	Point   string // "Release plans approved"; empty for a party
	Party   PartyID
	Clock   Spread
	Working Spread
}

// Spread is the middle of some times and how far they lie apart: half of them lie
// between Low and High, the quartiles by nearest rank.
type Spread struct {
	N                 int
	Median, Low, High time.Duration
	Sum               time.Duration
}

// Enough tells whether a spread rests on enough cases to say anything.
func (s Spread) Enough() bool { return s.N >= enoughCases }

func spreadOf(all []time.Duration) Spread {
	n := len(all)
	if n == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(all))
	rank := func(percent int) time.Duration { return sorted[max((n*percent+99)/100, 1)-1] }
	s := Spread{N: n, Low: rank(25), High: rank(75), Median: (sorted[(n-1)/2] + sorted[n/2]) / 2}
	for _, d := range all {
		s.Sum += d
	}
	return s
}

// Ratio is so many of so many.
type Ratio struct{ Part, Of int }

// Enough tells whether a ratio rests on enough cases to say anything.
func (r Ratio) Enough() bool { return r.Of >= enoughCases }

// Percent returns the ratio in whole per cent, rounded to the nearest.
func (r Ratio) Percent() int {
	if r.Of == 0 {
		return 0
	}
	return (200*r.Part + r.Of) / (2 * r.Of)
}

// CheckFigurePeriod refuses a period that is empty or too long.
func CheckFigurePeriod(from, to time.Time) error {
	const what = "No figures were made."
	if !from.Before(to) {
		return refuse(CodeInvalid, what, "The period ends before it begins.", "Name an earlier first day, or a later last one.")
	}
	if to.Sub(from) > (MaxFigureDays+1)*24*time.Hour {
		return refuse(CodeInvalid, what, fmt.Sprintf("The period is longer than %d days.", MaxFigureDays), "Ask for a year at most.")
	}
	return nil
}

// Figures folds the log. It is pure: the same events in any order give the same figures.
func (l FigureLog) Figures() Figures {
	f := Figures{From: l.From, To: l.To}
	f.Lead = l.leads()
	f.Points, f.Parties = l.waits()
	f.Decisions = l.decisions("")
	f.Failures, f.Restore = l.failures("")
	f.Rates = l.rates()
	f.Dissent = DissentMemories(l.Judged)
	f.Relaxations = l.relaxations()
	return f
}

func (l FigureLog) within(at time.Time) bool { return !at.Before(l.From) && at.Before(l.To) }

// deployments calls fn with every deployment that ended in the period.
func (l FigureLog) deployments(of ReleaseType, fn func(ReleaseLife, Rollout)) {
	for _, x := range l.Lives {
		for _, run := range x.Rollouts {
			if !run.Mode.Rehearses() && run.State.Over() && l.within(run.EndedAt) && (of == "" || run.Type == of) {
				fn(x, run)
			}
		}
	}
}

// leads are the times from raising an RFC to the end of its deployment.
func (l FigureLog) leads() []LeadFigure {
	by := map[ReleaseType][]time.Duration{}
	l.deployments("", func(x ReleaseLife, run Rollout) {
		raised, ok := x.Raised[run.RFC]
		if !ok || raised.IsZero() || run.State != RolloutDeployed {
			return
		}
		by[""] = append(by[""], run.EndedAt.Sub(raised))
		by[run.Type] = append(by[run.Type], run.EndedAt.Sub(raised))
	})
	leads := []LeadFigure{{Spread: spreadOf(by[""])}}
	for _, t := range ReleaseTypes() {
		if len(by[t]) > 0 {
			leads = append(leads, LeadFigure{Type: t, Spread: spreadOf(by[t])})
		}
	}
	return leads
}

// failures counts the deployments that were rolled back or in critical trouble
// afterwards, and how long it took until that was over.
func (l FigureLog) failures(of ReleaseType) (Ratio, Spread) {
	var r Ratio
	var took []time.Duration
	l.deployments(of, func(x ReleaseLife, run Rollout) {
		r.Of++
		failed := run.State == RolloutBack
		if failed {
			took = append(took, run.EndedAt.Sub(run.trouble()))
		}
		for _, issue := range x.Issues {
			if run.State != RolloutDeployed || !issue.Severity.Urgent() || issue.At.Before(run.EndedAt) {
				continue
			}
			failed = true
			if !issue.Open() && l.within(issue.ResolvedAt) {
				took = append(took, issue.ResolvedAt.Sub(issue.At))
			}
		}
		if failed {
			r.Part++
		}
	})
	return r, spreadOf(took)
}

// trouble is when a deployment that was rolled back went wrong: its first failed
// step, else the decision to go back.
func (r Rollout) trouble() time.Time {
	at := r.WentBack
	for _, s := range r.Steps {
		if s.Result == StepFailed && !s.Ended.IsZero() && (at.IsZero() || s.Ended.Before(at)) {
			at = s.Ended
		}
	}
	if at.IsZero() {
		return r.EndedAt
	}
	return at
}

// rates are the emergencies and patches planned in the period, by party (R19).
func (l FigureLog) rates() []EmergencyRate {
	var planned []Release
	var rejected []int
	for _, x := range l.Lives {
		if !l.within(x.Release.CreatedAt) {
			continue
		}
		planned = append(planned, x.Release)
		if slices.ContainsFunc(x.Ballots, func(b BallotLife) bool {
			return b.Purpose == Approval && b.State == BallotClosed && b.Outcome == OutcomeNoGo
		}) {
			rejected = append(rejected, x.Release.Number)
		}
	}
	return EmergencyRates(l.Programme, planned, rejected, l.From)
}

// waited gathers times under a key.
type waited map[WaitFigure]*struct{ clock, working []time.Duration }

func (w waited) add(key WaitFigure, clock, working time.Duration) {
	if w[key] == nil {
		w[key] = &struct{ clock, working []time.Duration }{}
	}
	w[key].clock, w[key].working = append(w[key].clock, clock), append(w[key].working, working)
}

// figures returns the longest waits in sum first.
func (w waited) figures() []WaitFigure {
	var all []WaitFigure
	for key := range maps.Keys(w) {
		all = append(all, WaitFigure{Point: key.Point, Party: key.Party, Clock: spreadOf(w[key].clock), Working: spreadOf(w[key].working)})
	}
	slices.SortFunc(all, func(a, b WaitFigure) int {
		return cmp.Or(cmp.Compare(b.Working.Sum, a.Working.Sum), cmp.Compare(b.Clock.Sum, a.Clock.Sum), cmp.Compare(a.Point, b.Point), cmp.Compare(a.Party, b.Party))
	})
	return all
}
