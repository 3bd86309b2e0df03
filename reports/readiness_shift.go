package reports

import (
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// Shift is what changed about a release since the report before.
type Shift struct {
	Title string
	Lines []string
	Worse bool
}

// shifts compares how the releases stand with how they stood when the report
// before was due: what is new, what came to its end, what moved on, what was
// re-planned, and whose verdict is another.
func (f folding) shifts(now []Judged) []Shift {
	before := map[int]Judged{}
	for _, s := range f.Before {
		before[s.Release.Number] = Judged{Standing: s, Judgement: s.Judge()}
	}
	var all []Shift
	for _, j := range now {
		old, known := before[j.Standing.Release.Number]
		delete(before, j.Standing.Release.Number)
		x := Shift{Title: f.name(j)}
		if !known {
			x.Lines = []string{fmt.Sprintf("New: %s, %s.", j.Standing.Release.Stage, lowerFirst(j.Verdict.String()))}
			all = append(all, x)
			continue
		}
		x.Worse = j.Verdict > old.Verdict
		if x.Lines = f.moved(old, j); len(x.Lines) > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b Shift) int { return one(b.Worse) - one(a.Worse) })
	for _, s := range f.Before { // what is left has ended
		if old, ended := before[s.Release.Number]; ended {
			all = append(all, Shift{Title: f.name(old), Lines: []string{"No longer under way: " + f.ending(s.Release)}})
		}
	}
	return all
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// moved says what is another about a release.
func (f folding) moved(old, now Judged) []string {
	var lines []string
	if old.Verdict != now.Verdict {
		lines = append(lines, fmt.Sprintf("%s, was %s: %s", now.Verdict, lowerFirst(old.Verdict.String()), now.Why))
	}
	if a, b := old.Standing.Release.Stage, now.Standing.Release.Stage; a != b {
		lines = append(lines, fmt.Sprintf("From %s to %s.", a, b))
	}
	if a, b := old.Standing.Release.Version, now.Standing.Release.Version; a != b {
		lines = append(lines, fmt.Sprintf("Its version is %s, was %s.", b, a))
	}
	if a, b := old.Standing.Window(), now.Standing.Window(); a != b && !b.IsZero() {
		line := "Its window is " + release.Span(b.From, b.To, f.Programme.Location())
		if !a.IsZero() {
			line += ", was " + release.Span(a.From, a.To, f.Programme.Location())
		}
		lines = append(lines, line+".")
	}
	if n := len(now.Unmet) - len(old.Unmet); n != 0 && len(lines) == 0 {
		lines = append(lines, fmt.Sprintf("%d things are missing, %d were.", len(now.Unmet), len(old.Unmet)))
	}
	return lines
}

// ending says how a release that is no longer under way ended.
func (f folding) ending(r release.Release) string {
	for _, d := range f.Deliveries {
		if d.Release.Number == r.Number {
			return "deployed and closed."
		}
	}
	if r.Stage.InFlight() {
		return "abandoned."
	}
	return "closed."
}

// name is a release as a report names it: "REL-7 Load Shaping Service 1.2.0.0".
func (f folding) name(j Judged) string {
	return j.Standing.Release.Name() + " " + j.Standing.Release.Title(f.Programme)
}
