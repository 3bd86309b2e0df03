package release_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// anyRunbook draws a runbook whose backout sets part the steps between them, in
// any order.
func anyRunbook(t *rapid.T) release.Runbook {
	b := goodRunbook()
	steps := rapid.IntRange(1, 12).Draw(t, "steps")
	b.Instructions, b.Backout = release.Section{}, nil
	for i := range steps {
		b.Instructions.Steps = append(b.Instructions.Steps, noteStep(i+1, "Do it.", 1))
	}
	for from := 1; from <= steps; {
		to := rapid.IntRange(from, steps).Draw(t, "to")
		b.Backout = append(b.Backout, release.BackoutSet{From: from, To: to, Section: release.Section{Steps: []release.Step{noteStep(1, "Undo it.", 1)}}})
		from = to + 1
	}
	b.Backout = rapid.Permutation(b.Backout).Draw(t, "order")
	return b
}

// backoutProblems are what the check says of a runbook's ways back.
func backoutProblems(b release.Runbook) []release.NoteProblem {
	f := noteFacts()
	n := wholeNote(f)
	n.Runbook = b
	return slices.DeleteFunc(n.Complete(f).Check(f), func(p release.NoteProblem) bool {
		return p.Advice || !strings.HasPrefix(p.Field, "backout")
	})
}

// applicable returns the sets that apply when a step fails, counted without the
// check's own code.
func applicable(b release.Runbook, step int) []int {
	var sets []int
	for i, s := range b.Backout {
		for at := s.From; at <= s.To; at++ {
			if at == step {
				sets = append(sets, i)
			}
		}
	}
	return sets
}

// TestEveryFailingStepHasOneWayBack holds for any runbook: if the check finds
// nothing in its backout sets, whatever step fails, exactly one set applies; what
// fails in the checks after the last step goes back from the last one, and before
// the first nothing was touched (R88, M7).
func TestEveryFailingStepHasOneWayBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := anyRunbook(t)
		if problems := backoutProblems(b); len(problems) != 0 {
			t.Fatalf("problems of sets that part the steps: %+v", problems)
		}
		steps := len(b.Instructions.Steps)
		for step := 1; step <= steps; step++ {
			sets := applicable(b, step)
			if at, ok := b.SetFor(step); len(sets) != 1 || !ok || at != sets[0] {
				t.Fatalf("step %d of %d fails: set %d of %v applies, in %+v", step, steps, at, sets, b.Backout)
			}
		}
		last, _ := b.SetFor(steps)
		if at, ok := b.SetFor(steps + rapid.IntRange(1, 20).Draw(t, "check")); !ok || at != last {
			t.Fatalf("a check fails: set %d applies, not %d", at, last)
		}
		if at, ok := b.SetFor(0); ok {
			t.Fatalf("set %d applies before the first step", at)
		}
	})
}

// TestAnyGapOrOverlapIsSaid is the other side: whatever is done to the reach of
// sets, the check finds something unless exactly one set still applies to every
// step (R88).
func TestAnyGapOrOverlapIsSaid(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := anyRunbook(t)
		steps := len(b.Instructions.Steps)
		b.Backout = slices.Clone(b.Backout)
		for range rapid.IntRange(1, 3).Draw(t, "mutations") {
			i := rapid.IntRange(0, len(b.Backout)-1).Draw(t, "set")
			switch rapid.SampledFrom([]string{"from", "to", "drop", "twice", "step"}).Draw(t, "how") {
			case "from":
				b.Backout[i].From += rapid.IntRange(-2, 2).Draw(t, "by")
			case "to":
				b.Backout[i].To += rapid.IntRange(-2, 2).Draw(t, "by")
			case "drop":
				if len(b.Backout) > 1 {
					b.Backout = slices.Delete(b.Backout, i, i+1)
				}
			case "twice":
				b.Backout = append(b.Backout, b.Backout[i])
			case "step":
				b.Instructions.Steps = append(b.Instructions.Steps, noteStep(steps+1, "Do it.", 1))
				steps++
			}
		}
		whole := true
		for step := 1; step <= steps; step++ {
			whole = whole && len(applicable(b, step)) == 1
		}
		for _, s := range b.Backout {
			whole = whole && s.From >= 1 && s.From <= s.To && s.To <= steps
		}
		if problems := backoutProblems(b); whole != (len(problems) == 0) {
			t.Fatalf("%d steps, sets %+v: whole %t, problems %+v", steps, b.Backout, whole, problems)
		}
	})
}
