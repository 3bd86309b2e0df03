package release

import (
	"fmt"
	"slices"
	"time"
)

// DecisionFigure is how many decisions changed something (M16), and by what. One
// decision may count under several.
type DecisionFigure struct {
	Changed    Ratio
	Stopped    int // ended otherwise than with a Go
	Conditions int // a Go with conditions
	Turned     int // ended otherwise than the first votes of its seats would have
	Working    Spread
}

// decisions counts the votes that closed in the period, of a type or of all.
func (l FigureLog) decisions(of ReleaseType) DecisionFigure {
	var f DecisionFigure
	var took []time.Duration
	for _, x := range l.Lives {
		for _, b := range x.Ballots {
			if b.State != BallotClosed || !l.within(b.ClosedAt) || (of != "" && x.Release.Content.Type != of) {
				continue
			}
			f.Changed.Of++
			took = append(took, l.Programme.WorkingTime(b.OpenedAt, b.ClosedAt))
			stopped, conditions, turned := b.Outcome != OutcomeGo, b.final().Conditional, b.first().Outcome != b.Outcome
			for _, one := range []struct {
				is    bool
				count *int
			}{{stopped, &f.Stopped}, {conditions && !stopped, &f.Conditions}, {turned, &f.Turned}, {stopped || conditions || turned, &f.Changed.Part}} {
				if one.is {
					*one.count++
				}
			}
		}
	}
	f.Working = spreadOf(took)
	return f
}

// inOrder returns the votes as they were cast.
func (b BallotLife) inOrder() []Vote {
	return slices.SortedFunc(slices.Values(b.Every), func(x, y Vote) int {
		if c := x.At.Compare(y.At); c != 0 {
			return c
		}
		return int(x.ID - y.ID)
	})
}

// final is the count of the votes that stood in the end.
func (b BallotLife) final() Tally { return Decide(b.Seats, b.inOrder(), b.Rules()) }

// first is the count as it would be with the first vote of each seat.
func (b BallotLife) first() Tally {
	var votes []Vote
	for _, v := range b.inOrder() {
		if !slices.ContainsFunc(votes, func(o Vote) bool { return o.Seat == v.Seat }) {
			votes = append(votes, v)
		}
	}
	return Decide(b.Seats, votes, b.Rules())
}

// What a proposal to relax rests on at least, and the share of decisions in per cent
// that may have changed something.
const (
	relaxCases = 10
	relaxShare = 5
)

// relaxations proposes lighter rules where the numbers support it, as words with
// their arithmetic; who decides is the board (M16).
func (l FigureLog) relaxations() []string {
	var all []string
	for _, t := range []ReleaseType{Patch, Minor} {
		d := l.decisions(t)
		failures, _ := l.failures(t)
		if d.Changed.Of < relaxCases || d.Changed.Percent() > relaxShare || failures.Of < enoughCases || failures.Percent() > relaxShare {
			continue
		}
		all = append(all, fmt.Sprintf(
			"The votes on %s releases could be lighter, with a lower quorum or a shorter minimum time: %d of %d decisions changed anything (%d%%), "+
				"%d of %d deployments failed (%d%%), and the votes were waited for %.1f working hours in all, %.1f in the middle. The board may decide so in the programme's policy.",
			t, d.Changed.Part, d.Changed.Of, d.Changed.Percent(), failures.Part, failures.Of, failures.Percent(), d.Working.Sum.Hours(), d.Working.Median.Hours(),
		))
	}
	return all
}
