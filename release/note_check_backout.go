package release

import (
	"fmt"
	"strconv"
	"strings"
)

// backout checks the ways back: each set for itself, and that together they hold
// exactly one way back from every step (R88, M7).
func (c *noteCheck) backout() {
	b := c.n.Runbook
	steps := len(b.Instructions.Steps)
	if len(b.Backout) == 0 {
		c.wrong(string(BackoutSteps), "There is no way back.", "Write a backout set: what is done when the installation fails, from which step to which.")
		return
	}
	sound := steps > 0
	for i, s := range b.Backout {
		field := setField(i)
		c.section(field, s.Section, capital(s.Name())+" has no steps.", "Write what is done to go back; if nothing is, write how one sees that.")
		switch {
		case s.From < 1 || s.To < 1:
			c.wrong(field, "It does not say from which step to which it applies.", "Write the numbers of the first and the last release instruction it is for.")
			sound = false
		case s.From > s.To:
			c.wrong(field, fmt.Sprintf("It begins with step %d and ends with step %d.", s.From, s.To), "Turn the two around.")
			sound = false
		case s.To > steps && steps > 0:
			c.wrong(field, fmt.Sprintf("It ends with step %d, and the last release instruction is %d.", s.To, steps), "End it with a step that is there.")
		}
	}
	if sound {
		c.coverage(b, steps)
	}
}

// coverage names the steps without a way back and those with more than one.
func (c *noteCheck) coverage(b Runbook, steps int) {
	var none, twice []int
	for step := 1; step <= steps; step++ {
		switch n := len(b.setsFor(step)); {
		case n == 0:
			none = append(none, step)
		case n > 1:
			twice = append(twice, step)
		}
	}
	if len(none) > 0 {
		c.wrong(string(BackoutSteps), "Nothing says how to go back from "+stepRanges(none)+".", "Add a set for it, or let a neighbouring set reach it.")
	}
	for len(twice) > 0 {
		sets := b.setsFor(twice[0])
		same := 1
		for same < len(twice) && fmt.Sprint(b.setsFor(twice[same])) == fmt.Sprint(sets) {
			same++
		}
		names := make([]string, len(sets))
		for i, at := range sets {
			names[i] = strconv.Itoa(at + 1)
		}
		c.wrong(string(BackoutSteps), "From "+stepRanges(twice[:same])+" the sets "+joined(names)+" would apply at once.",
			"Let each step belong to one set, so that nobody has to choose at night.")
		twice = twice[same:]
	}
}

// setsFor returns the indexes of all sets that say they apply to a step.
func (b Runbook) setsFor(step int) []int {
	var sets []int
	for i, s := range b.Backout {
		if s.From <= step && step <= s.To {
			sets = append(sets, i)
		}
	}
	return sets
}

// stepRanges names steps as people do: "step 3", "steps 3 to 5 and 8".
func stepRanges(steps []int) string {
	var words []string
	for i := 0; i < len(steps); {
		j := i
		for j+1 < len(steps) && steps[j+1] == steps[j]+1 {
			j++
		}
		word := strconv.Itoa(steps[i])
		if j > i {
			word += " to " + strconv.Itoa(steps[j])
		}
		words = append(words, word)
		i = j + 1
	}
	if len(steps) == 1 {
		return "step " + words[0]
	}
	return "steps " + joined(words)
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
