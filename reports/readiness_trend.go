package reports

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

// TrendWeeks is how many weeks a report's trends show.
const TrendWeeks = 12

// trendSpan is how far back trends look.
const trendSpan = TrendWeeks * 7 * 24 * time.Hour

// Week is one week of the trends.
type Week struct {
	Name string // of its last instant: "W47"
	// Open and Overdue are those at its end; the others happened in it.
	Open      int // RFCs
	Overdue   int // work-off actions and debts
	Go        int // votes of every kind that ended so
	NoGo      int
	Undecided int
	Deployed  int
	Back      int // rolled back
}

// trends counts what happened week by week, the oldest first; the last week ends
// with the report.
func (f folding) trends() []Week {
	loc, weeks := f.Programme.Location(), make([]Week, TrendWeeks)
	end := func(i int) time.Time { return f.At.Add(-time.Duration(TrendWeeks-1-i) * 7 * 24 * time.Hour) }
	in := func(at time.Time) (*Week, bool) {
		for i := range weeks {
			if at.After(end(i).Add(-7*24*time.Hour)) && !at.After(end(i)) {
				return &weeks[i], true
			}
		}
		return nil, false
	}
	for i := range weeks {
		_, week := end(i).In(loc).ISOWeek()
		weeks[i].Name = fmt.Sprintf("W%02d", week)
		for _, d := range f.History.Obligations {
			weeks[i].Overdue += one(d.Overdue(end(i)))
		}
		weeks[i].Open = openAt(f.History.Steps, end(i))
	}
	state := map[int]release.RFCState{}
	for _, s := range f.History.Steps {
		changed := state[s.Number] != s.State
		state[s.Number] = s.State
		if w, ok := in(s.At); ok && changed {
			w.Deployed += one(s.State == release.Deployed)
			w.Back += one(s.State == release.RolledBack)
		}
	}
	for _, x := range f.History.Rulings {
		if w, ok := in(x.At); ok {
			w.Go += one(x.Outcome == release.OutcomeGo)
			w.NoGo += one(x.Outcome == release.OutcomeNoGo)
			w.Undecided += one(x.Outcome != release.OutcomeGo && x.Outcome != release.OutcomeNoGo)
		}
	}
	return weeks
}

// openAt counts the RFCs that were open at an instant, drafts left out.
func openAt(steps []release.RFCStep, at time.Time) int {
	open := map[int]bool{}
	for _, s := range steps {
		if s.At.After(at) {
			break // in the order in which they happened
		}
		open[s.Number] = s.State.Open() && s.State != release.Draft
	}
	n := 0
	for _, is := range open {
		n += one(is)
	}
	return n
}
