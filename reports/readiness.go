package reports

import (
	"cmp"
	"slices"
	"time"

	"gonogo.dev/release"
)

// Horizon is how far a readiness report looks ahead; Lookback is how far back
// it tells decisions.
const (
	Horizon  = 14 * 24 * time.Hour
	Lookback = 7 * 24 * time.Hour
)

// Readiness is the weekly report (R101) as a value: text, HTML and Slack's
// preview are made from it. Drafts are in no part of it, since only their
// authors may know of them.
type Readiness struct {
	Programme *release.Programme
	At        time.Time // the state is as of this instant
	Week      string    // its ISO week in the programme's zone, "2026-W47"
	Headline  string
	// Rush says why the report comes more often than each week, if it does.
	Rush Rush
	// Verdict is the worst there is, Standing how many releases have which.
	Verdict  release.Verdict
	Standing string
	// Judged are the releases under way, the worst first; Phases and Places the test
	// phases and the environments with what goes there.
	Judged []Judged
	Phases []Rated
	Places []Rated
	// Since is when the report before was due; Shifts are what changed since.
	Since  time.Time
	Shifts []Shift
	// Comments are what the managers say, the oldest first.
	Comments []release.ReadinessComment
	// Owed is what is overdue, by organisation.
	Owed       []Owed
	Debts      []release.Debt
	Uptimes    []Uptimes
	Deliveries []release.Delivery // of the last Lookback
	Trends     []Week             // the oldest first
	// Planned are the open RFCs whose window lies in [At, At+Horizon), at least
	// in part, the soonest first.
	Planned []Planned
	// Releases and Environments hold the same, by planned release (with those
	// that are tied to none last) and by environment (each RFC under every one
	// it touches).
	Releases     []Group
	Environments []Group
	Votes        []OpenVote
	Late         []LateRFC
	// Conditions are the unmet ones of open RFCs; those of RFCs whose window has
	// begun are among Late instead.
	Conditions []OpenCondition
	Decisions  []Decision // the newest first
	// Open holds every open RFC, once, under its state.
	Open []InState
	// Doubts are the open configuration issues, the oldest first (R106).
	Doubts     []release.ConfigurationIssue
	Checkpoint string // the ledger's signed checkpoint; empty when there is none
}

// Planned is an RFC that has a window soon.
type Planned struct {
	RFC   release.RFC
	Waits string // what it waits for; empty when it is Go
}

// Group is what is planned for one release or one environment.
type Group struct {
	ID      string // empty for what is tied to no planned release
	Name    string
	Date    string // a planned release's, YYYY-MM-DD
	Why     string // a planned release's rationale
	Planned []Planned
}

// OpenVote is a ballot under way.
type OpenVote struct {
	Ballot  release.Ballot
	RFC     release.RFC
	Missing []release.Seat // the seats that have not spoken
}

// OpenCondition is a condition that is not met.
type OpenCondition struct {
	Condition release.Condition
	RFC       release.RFC
}

// Decision is a ballot that was closed.
type Decision struct {
	Ballot  release.Ballot
	RFC     release.RFC
	Dissent []release.Vote // what stood against the outcome, seat by seat
}

// InState is the open RFCs in one state, the oldest first.
type InState struct {
	State release.RFCState
	RFCs  []Aged
}

// Aged is an RFC and how long ago it was raised.
type Aged struct {
	RFC release.RFC
	Age time.Duration
}

// Until returns the end of what the report looks ahead to.
func (r Readiness) Until() time.Time { return r.At.Add(Horizon) }

// Fold makes the report. It is a pure function of the snapshot, and the order
// of the snapshot's parts does not matter.
func Fold(s Snapshot) Readiness {
	f := newFolding(s)
	r := Readiness{
		Programme: s.Programme, At: s.At, Week: ISOWeek(s.At, s.Programme.Location()), Checkpoint: s.Checkpoint,
		Planned: f.planned(), Votes: f.votes(), Decisions: f.decisions(), Open: f.byState(),
		Doubts: slices.SortedFunc(slices.Values(s.Doubts), func(a, b release.ConfigurationIssue) int { return cmp.Compare(a.ID, b.ID) }),
	}
	r.Judged = f.judged()
	r.Phases, r.Places, r.Shifts, r.Owed = f.phases(r.Judged), f.places(r.Judged), f.shifts(r.Judged), f.owed(r.Judged)
	r.Since, r.Comments, r.Debts, r.Deliveries = s.Since, f.Comments, f.Debts, f.Deliveries
	r.Uptimes, r.Trends = f.uptimes(), f.trends()
	r.Late = f.late()
	r.Verdict, r.Standing = r.overall()
	r.Conditions = f.conditions(r.Late)
	r.Releases = f.byRelease(r.Planned)
	r.Environments = f.byEnvironment(r.Planned)
	r.Headline, r.Rush = headlineOf(r), f.rush()
	return r
}

// folding is a snapshot in order, with drafts left out.
type folding struct {
	Snapshot
	rfcs map[int]release.RFC
	open map[int]release.Ballot // by RFC
}

func newFolding(s Snapshot) folding {
	f := folding{Snapshot: inOrder(s), rfcs: map[int]release.RFC{}, open: map[int]release.Ballot{}}
	for _, r := range f.RFCs {
		f.rfcs[r.Number] = r
	}
	for _, b := range f.Ballots {
		if b.State == release.BallotOpen {
			f.open[b.RFC] = b
		}
	}
	return f
}

// inOrder returns a snapshot in an order that does not depend on who read it, drafts
// left out.
func inOrder(f Snapshot) Snapshot {
	f.RFCs = slices.DeleteFunc(slices.Clone(f.RFCs), func(r release.RFC) bool { return r.State == release.Draft })
	f.Ballots, f.Conditions = slices.Clone(f.Ballots), slices.Clone(f.Conditions)
	slices.SortFunc(f.RFCs, func(a, b release.RFC) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortFunc(f.Ballots, func(a, b release.Ballot) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(f.Conditions, func(a, b release.Condition) int { return cmp.Compare(a.ID, b.ID) })
	f.Debts, f.Comments, f.Deliveries, f.Bookings = slices.Clone(f.Debts), slices.Clone(f.Comments), slices.Clone(f.Deliveries), slices.Clone(f.Bookings)
	f.History.Steps, f.Before = slices.Clone(f.History.Steps), slices.Clone(f.Before)
	slices.SortFunc(f.Debts, func(a, b release.Debt) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(f.Comments, func(a, b release.ReadinessComment) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(f.Deliveries, func(a, b release.Delivery) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Release.Number, b.Release.Number))
	})
	slices.SortFunc(f.Bookings, func(a, b release.Booking) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(f.History.Steps, func(a, b release.RFCStep) int { return a.At.Compare(b.At) })
	slices.SortFunc(f.Before, func(a, b release.Standing) int { return cmp.Compare(a.Release.Number, b.Release.Number) })
	// Of two reports at one instant the later told counts.
	f.Statuses = slices.Clone(f.Statuses)
	slices.SortFunc(f.Statuses, func(a, b release.StatusReport) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return f
}

func (f folding) planned() []Planned {
	var all []Planned
	ahead := release.Window{From: f.At, To: f.At.Add(Horizon)}
	for _, r := range f.RFCs {
		if r.State.Open() && r.Content.Window.Overlaps(ahead) {
			all = append(all, Planned{RFC: r, Waits: f.waits(r)})
		}
	}
	slices.SortStableFunc(all, func(a, b Planned) int { return a.RFC.Content.Window.From.Compare(b.RFC.Content.Window.From) })
	return all
}

func (f folding) votes() []OpenVote {
	var all []OpenVote
	for _, b := range f.Ballots {
		if r, ok := f.rfcs[b.RFC]; ok && b.State == release.BallotOpen {
			all = append(all, OpenVote{Ballot: b, RFC: r, Missing: b.Tally().Silent})
		}
	}
	slices.SortStableFunc(all, func(a, b OpenVote) int { return a.Ballot.Deadline.Compare(b.Ballot.Deadline) })
	return all
}

func (f folding) decisions() []Decision {
	var all []Decision
	since := f.At.Add(-Lookback)
	for _, b := range f.Ballots {
		r, ok := f.rfcs[b.RFC]
		if ok && b.State == release.BallotClosed && b.ClosedAt.After(since) && !b.ClosedAt.After(f.At) {
			all = append(all, Decision{Ballot: b, RFC: r, Dissent: dissent(b)})
		}
	}
	slices.SortStableFunc(all, func(a, b Decision) int { return b.Ballot.ClosedAt.Compare(a.Ballot.ClosedAt) })
	return all
}

// dissent returns the standing votes against an outcome: every No-Go, and every
// Go where the outcome was a No-Go.
func dissent(b release.Ballot) []release.Vote {
	var votes []release.Vote
	for _, s := range b.Seats {
		v, ok := b.Standing(s.Key)
		against := v.Choice == release.VoteNoGo && b.Outcome != release.OutcomeNoGo
		against = against || (v.Choice.ForGo() && b.Outcome == release.OutcomeNoGo)
		if ok && against {
			votes = append(votes, v)
		}
	}
	return votes
}

func (f folding) byState() []InState {
	var all []InState
	for _, state := range release.RFCStates() {
		if !state.Open() {
			continue
		}
		in := InState{State: state}
		for _, r := range f.RFCs {
			if r.State == state {
				in.RFCs = append(in.RFCs, Aged{RFC: r, Age: f.At.Sub(r.RaisedAt)})
			}
		}
		if len(in.RFCs) > 0 {
			slices.SortStableFunc(in.RFCs, func(a, b Aged) int { return cmp.Compare(b.Age, a.Age) })
			all = append(all, in)
		}
	}
	return all
}
