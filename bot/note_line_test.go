package bot

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// What a form's list says is what the note says: whatever stands in the parts of
// a line, bars and line breaks among them, comes back as it was.
func TestLinesComeBack(t *testing.T) {
	part := rapid.StringMatching(`[a-z|\\ \n⏐]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(part, 5, 5).Draw(t, "parts")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if diff := cmp.Diff(want, unbarred(barred(want...), 5)); diff != "" {
			t.Errorf("line %q (-want +got):\n%s", barred(want...), diff)
		}
	})
}

// barred must not change what it is given.
func TestBarredLeavesItsParts(t *testing.T) {
	parts := []string{"a|b", " c\nd ", ""}
	if got := barred(parts...); got != `a\|b | c⏎d` || parts[0] != "a|b" || parts[1] != " c\nd " {
		t.Errorf("line %q of %q", got, parts)
	}
}

func TestMinutes(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "0": 0, "15": 15, " 15 min": 15, "15 Minutes": 15, "15m": 15, "1h": 60, "1h30m": 90, "1h 30 min": 90, "90 mins": 90, "10080": 10080,
		"-1": -1, "10081": -1, "soon": -1, "1.5": -1, "15s": -1, "999999999999999999999": -1, "h": -1, "1h-30m": -1,
	} {
		n, ok := minutesOf(text)
		if ok != (want >= 0) || ok && n != want {
			t.Errorf("%q is %d, %v; want %d", text, n, ok, want)
		}
	}
}

// Many steps at once, as people paste them (R83, R85).
func TestStepsFrom(t *testing.T) {
	before := []release.Step{
		{Number: 1, Do: "Stop the load", Command: "systemctl stop load"}, {Number: 2, Do: "Back up", Covers: release.BackupsTaken}, {Number: 3, Do: "Back up", Covers: release.AdminRights},
	}
	got, problem := stepsFrom("1. Stop the load | Ben | 5 | it stops\n\n Back up | DBA | 1h | a file | a.jar, b.jar\nCheck \\| look\nBack up", before)
	want := []release.Step{
		{Do: "Stop the load", Who: "Ben", Minutes: 5, Expect: "it stops", Command: "systemctl stop load"},
		{Do: "Back up", Who: "DBA", Minutes: 60, Expect: "a file", Files: []string{"a.jar", "b.jar"}, Covers: release.BackupsTaken},
		{Do: "Check | look"}, {Do: "Back up", Covers: release.AdminRights},
	}
	if diff := cmp.Diff(want, got); diff != "" || problem != "" {
		t.Errorf("problem %q (-want +got):\n%s", problem, diff)
	}
	if _, problem := stepsFrom("Stop | Ben | 5\nStart | Ben | soon", nil); !strings.Contains(problem, "Line 2") || !strings.Contains(problem, "“soon”") {
		t.Errorf("problem: %q", problem)
	}
}

// A list of steps survives being written into the field and read back.
func TestStepLinesComeBack(t *testing.T) {
	text := rapid.StringMatching(`[a-zA-Z|⏐<>&]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		var steps []release.Step
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			steps = append(steps, release.Step{
				Do: text.Draw(t, "do"), Who: text.Draw(t, "who"), Minutes: rapid.IntRange(0, 600).Draw(t, "minutes"), Expect: text.Draw(t, "expect"), Files: []string{"a.jar"},
			})
		}
		got, problem := stepsFrom(listOf(steps, stepLine), nil)
		if diff := cmp.Diff(steps, got); diff != "" || problem != "" {
			t.Errorf("problem %q (-want +got):\n%s", problem, diff)
		}
	})
}

// Every field that a check can name is mended in some part; what concerns the
// note as a whole in none.
func TestPartFor(t *testing.T) {
	for field, want := range map[string]string{
		"title": "heads", "released-to": "heads", "signatories 2": "heads", "date": "heads", "version": "heads", "programme": "heads", "issuer": "heads", "reason": "heads",
		"tag": "build", "build-tool": "build", "bill-of-materials": "build", "manuals 3": "build", "schemas": "build", "operating-system": "build", "operate": "build", "hardware": "build",
		"contents settle.jar": "contents", "fixed DEF-1187": "defects", "outstanding DEF-1": "defects", "changes CR-031": "defects",
		"disruption": "plan", "downtime": "plan", "resources": "plan", "stakeholders 4": "plan", "approvals 1": "plan",
		"prerequisites 2": "prerequisites", "instructions 12": "instructions", "checks": "checks", "backout 2": "backout", "landscape": "", "rfc": "", "": "",
	} {
		if got := partFor(field, noteParts()); got.key != want {
			t.Errorf("%q is mended in %q, want %q", field, got.key, want)
		}
	}
}

// Backout sets go back from the same steps when others come before them or go.
func TestSetsMoveAlong(t *testing.T) {
	at := stepsAt{section: release.Instructions}
	fresh := func() release.ReleaseNote {
		n := release.ReleaseNote{Runbook: release.Runbook{Backout: []release.BackoutSet{{From: 1, To: 2}, {From: 3, To: 4}}}}
		at.put(&n, []release.Step{{Do: "a"}, {Do: "b"}, {Do: "c"}, {Do: "d"}})
		return n
	}
	for _, c := range []struct {
		name  string
		act   func(n *release.ReleaseNote)
		steps string
		sets  string
	}{
		{"in the middle of a set", func(n *release.ReleaseNote) { at.insert(n, 1, release.Step{Do: "x"}) }, "axbcd", "1 to 3, 4 to 5"},
		{"between sets", func(n *release.ReleaseNote) { at.insert(n, 2, release.Step{Do: "x"}) }, "abxcd", "1 to 2, 4 to 5"},
		{"at the end", func(n *release.ReleaseNote) { at.insert(n, atEnd, release.Step{Do: "x"}) }, "abcdx", "1 to 2, 3 to 4"},
		{"removed from a set", func(n *release.ReleaseNote) { at.remove(n, 0) }, "bcd", "1 to 1, 2 to 3"},
		{"the last removed", func(n *release.ReleaseNote) { at.remove(n, 3) }, "abc", "1 to 2, 3 to 3"},
		{"nothing there to remove", func(n *release.ReleaseNote) { at.remove(n, 9) }, "abcd", "1 to 2, 3 to 4"},
		{"swapped", func(n *release.ReleaseNote) { at.swap(n, 1) }, "acbd", "1 to 2, 3 to 4"},
		{"the last swapped", func(n *release.ReleaseNote) { at.swap(n, 3) }, "abcd", "1 to 2, 3 to 4"},
	} {
		n := owned(fresh())
		c.act(&n)
		steps, sets := "", []string{}
		for i, x := range n.Runbook.Instructions.Steps {
			steps += x.Do
			if x.Number != i+1 {
				t.Errorf("%s: step %d has the number %d", c.name, i+1, x.Number)
			}
		}
		for _, s := range n.Runbook.Backout {
			sets = append(sets, setRange(s))
		}
		if steps != c.steps || strings.Join(sets, ", ") != c.sets {
			t.Errorf("%s: %s, %s; want %s, %s", c.name, steps, strings.Join(sets, ", "), c.steps, c.sets)
		}
	}
}
