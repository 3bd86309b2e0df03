package bot

import (
	"slices"
	"strings"

	"gonogo.dev/release"
)

// stepsAt names a list of steps: a section of the runbook, or a set of the backout.
type stepsAt struct {
	section release.SectionKey
	set     int // of the backout, from 0
}

// stepsWord reads a list's name as a button says it: "instructions", "set3".
func stepsWord(word string) (stepsAt, bool) {
	if number, ok := strings.CutPrefix(word, "set"); ok && atoi(number) > 0 {
		return stepsAt{release.BackoutSteps, atoi(number) - 1}, true
	}
	p, ok := partOf(word)
	return stepsAt{section: p.steps}, ok && p.steps != "" && p.steps != release.BackoutSteps
}

func (a stepsAt) word() string {
	if a.section == release.BackoutSteps {
		return "set" + itoa(a.set+1)
	}
	return string(a.section)
}

// part is the key of the part it belongs to.
func (a stepsAt) part() string { return string(a.section) }

// of returns the list inside a note; nil for a set that is not there.
func (a stepsAt) of(n *release.ReleaseNote) *release.Section {
	switch a.section {
	case release.Prerequisites:
		return &n.Runbook.Prerequisites
	case release.PostChecks:
		return &n.Runbook.Checks
	case release.BackoutSteps:
		if a.set < 0 || a.set >= len(n.Runbook.Backout) {
			return nil
		}
		return &n.Runbook.Backout[a.set].Section
	case release.Instructions:
	}
	return &n.Runbook.Instructions
}

// title is the list as its window is named.
func (a stepsAt) title(n release.ReleaseNote) string {
	if a.section != release.BackoutSteps {
		return a.section.String()
	}
	if a.of(&n) == nil {
		return "Backout"
	}
	return capital(n.Runbook.Backout[a.set].Name())
}

// texts are all that the list says.
func (a stepsAt) texts(n release.ReleaseNote) []string {
	s := a.of(&n)
	if s == nil {
		return nil
	}
	var all []string
	if a.section == release.BackoutSteps {
		all = append(all, setRange(n.Runbook.Backout[a.set]))
	}
	for _, x := range s.Steps {
		all = append(all, stepText(x))
	}
	return all
}

func setRange(s release.BackoutSet) string { return itoa(s.From) + " to " + itoa(s.To) }

// stepText is everything a step says, its number apart.
func stepText(s release.Step) string {
	return strings.Join([]string{stepLine(s), s.Command, string(s.Covers)}, "\n")
}

// owned copies what a change of the runbook writes to, so that what was read
// before stays as it was.
func owned(n release.ReleaseNote) release.ReleaseNote {
	b := &n.Runbook
	for _, s := range []*release.Section{&b.Prerequisites, &b.Instructions, &b.Checks} {
		s.Steps = slices.Clone(s.Steps)
	}
	b.Backout = slices.Clone(b.Backout)
	for i := range b.Backout {
		b.Backout[i].Steps = slices.Clone(b.Backout[i].Steps)
	}
	return n
}

// put replaces the steps of a list: they are numbered anew, and gonogo adds up
// their minutes itself.
func (a stepsAt) put(n *release.ReleaseNote, steps []release.Step) {
	s := a.of(n)
	if s == nil {
		return
	}
	s.Steps, s.Stated = steps, 0
	for i := range s.Steps {
		s.Steps[i].Number = i + 1
	}
}

// insert puts a step at a place, from 0. The backout sets of the steps behind it
// move along; whether one of them goes back from the new step too is for its
// author to say.
func (a stepsAt) insert(n *release.ReleaseNote, at int, x release.Step) {
	s := a.of(n)
	if s == nil {
		return
	}
	at = min(max(at, 0), len(s.Steps))
	a.put(n, slices.Insert(s.Steps, at, x))
	a.shift(n, func(number int) int {
		if number > at {
			return number + 1
		}
		return number
	})
}

// remove takes a step out, from 0. The backout sets move along.
func (a stepsAt) remove(n *release.ReleaseNote, at int) {
	s := a.of(n)
	if s == nil || at < 0 || at >= len(s.Steps) {
		return
	}
	a.put(n, slices.Delete(s.Steps, at, at+1))
	if a.section != release.Instructions {
		return
	}
	for i, set := range n.Runbook.Backout {
		if set.From > at+1 {
			n.Runbook.Backout[i].From--
		}
		if set.To > at {
			n.Runbook.Backout[i].To--
		}
	}
}

// shift renumbers what the backout sets go back from.
func (a stepsAt) shift(n *release.ReleaseNote, to func(int) int) {
	if a.section != release.Instructions {
		return
	}
	for i, set := range n.Runbook.Backout {
		n.Runbook.Backout[i].From, n.Runbook.Backout[i].To = to(set.From), to(set.To)
	}
}

// swap exchanges a step with the next one, from 0.
func (a stepsAt) swap(n *release.ReleaseNote, at int) {
	if s := a.of(n); s != nil && at >= 0 && at+1 < len(s.Steps) {
		s.Steps[at], s.Steps[at+1] = s.Steps[at+1], s.Steps[at]
		a.put(n, s.Steps)
	}
}
