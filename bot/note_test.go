package bot

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// looks is the window somebody has open.
func (o *office) looks(user string, depth int) workspace.View {
	o.t.Helper()
	v, ok := o.box.OpenView(user)
	if strings.Contains(o.log.String(), "not drawn anew") {
		o.t.Fatal(o.log)
	}
	if !ok && depth > 0 || v.Depth != depth {
		o.t.Fatalf("%s looks at a window of depth %d, %q; want %d\n%s", user, v.Depth, v.Title, depth, o.log)
	}
	return v
}

// clicks presses a button of the window that somebody has open.
func (o *office) clicks(user string, words ...string) {
	o.t.Helper()
	o.must(o.box.ClickView(o.t.Context(), user, "release.note."+strings.Join(words, "."), ""))
	o.settle()
}

// chooses picks from the menu of a step.
func (o *office) chooses(user, verb, list string, number int) {
	o.t.Helper()
	v, _ := o.box.OpenView(user)
	says := fmt.Sprintf("note REL-1 %s %s %d ", verb, list, number)
	_, after, found := strings.Cut(string(v.Blocks), says)
	if !found {
		o.t.Fatalf("no choice %q in %s", says, v.Blocks)
	}
	value, _, _ := strings.Cut(says+after, `"`)
	o.must(o.box.ClickView(o.t.Context(), user, fmt.Sprint("release.note.step.", number), value))
	o.settle()
}

// built is REL-1 with a build and its RFC.
func (o *office) built() {
	o.t.Helper()
	o.planned()
	o.command(elle, "/release next REL-1")
	o.registers("2026.11.1")
	c, err := contentFor(o.standing())
	o.must(err)
	c.Impact, c.Risk = "Runs pause for an hour.", release.Risk{Likelihood: 2, Consequence: 3, Sentence: "A run is repeated."}
	_, err = o.desk.RaiseRFC(o.t.Context(), release.Intent{By: "elle"}, 0, 0, c)
	o.must(err)
}

func (o *office) registers(name string) {
	o.t.Helper()
	_, err := o.desk.RegisterBuild(o.t.Context(), release.Intent{By: "ben"}, 1, release.Build{
		Name: name, Tag: "v" + name, Digest: strings.Repeat("ab", 32),
		BOM: []release.BOMLine{{File: "settle.jar", Version: "1.1.1", Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32), Fixes: []string{"DEF-1187"}}},
	})
	o.must(err)
}

func fields(pairs ...any) map[string]map[string]any {
	all := map[string]map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		all[pairs[i].(string)] = in(pairs[i+1])
	}
	return all
}

// writes has Elle fill in every part of the note of REL-1.
func (o *office) writes() {
	o.t.Helper()
	const user = elle
	for part, all := range map[string]map[string]map[string]any{
		"heads": fields("title", "Helix settlement", "reason", "Settlement runs again at volume.", "releasedTo", "Rachel Moss | Release Manager | System Integrator",
			"issuer", "Elle Ford | Release Manager | Elexon"),
		"build":    fields("manuals", "Operator's guide | 7 | 2026-11-02 | How it is run | https://docs.example/guide"),
		"contents": fields("contents", "settle.jar | The settlement engine.\nOperator's guide | How it is run."),
		"plan":     fields("disruption", "none", "resources", "A bridge line", "stakeholders", "DCC", "approvals", "The change | The board"),
		"defects":  fields("fixed", "DEF-1187 | critical | Settlement times out", "changes", "CR-031 | Meter data retries | Retries."),
	} {
		o.clicks(user, part)
		o.submits(user, "", all)
		o.looks(user, 1)
	}
	who := " | Ben Achterberg | 5 | it works"
	for list, text := range map[string]string{
		"instructions": "Stop it" + who + "\nCopy settle.jar" + who + " | settle.jar\nStart it" + who, "checks": "Settle a day" + who,
	} {
		o.clicks(user, list)
		o.clicks(user, "bulk", list)
		o.submits(user, "", fields(blockSteps, text))
		o.looks(user, 2)
		o.must(o.box.CloseView(o.t.Context(), user, false))
	}
	o.clicks(user, "prerequisites")
	for i, c := range release.Precautions() {
		if v := o.looks(user, 2); strings.Contains(string(v.Blocks), "Sees to: "+precautionWords(c)) {
			o.chooses(user, "step", "prerequisites", i+1)
		} else {
			o.clicks(user, "add", "prerequisites")
		}
		o.submits(user, "", fields(blockDo, "See to "+string(c), blockWho, "Ben Achterberg", blockMinutes, "5", blockExpect, "It is there.", blockCovers, string(c)))
	}
	o.must(o.box.CloseView(o.t.Context(), user, false))
	o.clicks(user, "backout")
	o.clicks(user, "range", "new")
	o.submits(user, "", fields(blockFirst, "1", blockLast, "3"))
	o.clicks(user, "here", "set1")
	o.clicks(user, "bulk", "set1")
	o.submits(user, "", fields(blockSteps, "Put the old one back"+who))
	o.must(o.box.CloseView(o.t.Context(), user, false))
	o.looks(user, 1)
}

// A release note from its first window to the second version, as it is written
// in Slack (issue 4, item 1; R68 to R91).
func TestNoteWritten(t *testing.T) {
	o := steward(t)
	o.built()
	o.command(elle, "/release note REL-1")
	hub := o.looks(elle, 1)
	wants(t, string(hub.Blocks), "Release note of REL-1, Helix 1.1.1.0", "Draft", "Instructions", "Backout", "○ Empty", "release.note.submit")

	// With problems it is refused, and they are listed part by part.
	o.clicks(elle, "submit")
	v := o.looks(elle, 2)
	wants(t, string(v.Blocks), "It was not handed in.", "keep the note from being taken", "Instructions", "release.note.here.instructions")
	o.clicks(elle, "here", "plan")
	o.submits(elle, "downtime", fields("downtime", "a while"))
	o.submits(elle, "", fields("downtime", "1h"))
	wants(t, string(o.looks(elle, 1).Blocks), "60 minutes of downtime")
	o.clicks(elle, "plan")
	o.submits(elle, "", fields("downtime", ""))
	if n := len(o.store.snapshot().submitted); n != 0 {
		t.Fatalf("%d notes are handed in", n)
	}

	o.writes()
	hub = o.looks(elle, 1)
	if strings.Contains(string(hub.Blocks), "✗") || strings.Contains(string(hub.Blocks), "○") {
		t.Errorf("something is missing: %s", hub.Blocks)
	}
	o.clicks(elle, "check")
	wants(t, string(o.looks(elle, 2).Blocks), "Nothing keeps the note from being taken.", "There is advice.", "Nothing is known to be installed in")
	o.must(o.box.CloseView(t.Context(), elle, false))
	o.clicks(elle, "submit")
	wants(t, string(o.looks(elle, 1).Blocks), "Release note 1 of REL-1 is handed in", "with the digest", "It goes by mail to")
	o.work()
	wants(t, o.last(tom, board).Text, "Release note 1 of REL-1 is handed in, by Elle Ford: Helix settlement. Digest ")
	wants(t, o.command(tom, "/release show REL-1"), "Release note: version 1, handed in Fri 20 Nov", "by Elle Ford, digest ")

	// Everybody reads it; who writes goes on with the next version.
	o.command(tom, "/release note REL-1")
	wants(t, string(o.looks(tom, 1).Blocks), "Settlement runs again at volume.", "Rachel Moss, Release Manager, System Integrator", "DEF-1187 (critical)")
	if v = o.looks(tom, 1); strings.Contains(string(v.Blocks), "Write the next version") {
		t.Error("Tom may write it")
	}
	for page, says := range map[string]string{"runbook": "Copy settle.jar", "backout": "Put the old one back", "environments": "Nothing was recorded", "contents": "The settlement engine."} {
		o.clicks(tom, "here", "read", "1", page)
		wants(t, string(o.looks(tom, 1).Blocks), says)
	}
	o.command(elle, "/release note REL-1")
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Minute)))
	o.clicks(elle, "write")
	o.clicks(elle, "heads")
	o.submits(elle, "", fields("title", "Helix settlement, mended"))
	o.clicks(elle, "submit")
	wants(t, string(o.looks(elle, 1).Blocks), "Release note 2 of REL-1 is handed in", "Against release note 1", "Helix settlement, mended")
	o.work()
	wants(t, o.last(tom, board).Text, "Release note 2 of REL-1", "What changed against the note before", "Title: Helix settlement → Helix settlement, mended")
	o.command(tom, "/release note REL-1 1")
	wants(t, string(o.looks(tom, 1).Blocks), "A later one was handed in", "release note 2")
	o.command(tom, "/release note REL-1 read 2 changes")
	wants(t, string(o.looks(tom, 1).Blocks), "Against release note 1", "Helix settlement, mended")
	wants(t, o.command(tom, "/release note REL-1 3"), "It has no release note 3.")
}

// The steps of a section are added, changed, moved and removed, and the sets of
// the backout move along.
func TestNoteSteps(t *testing.T) {
	o := steward(t)
	o.built()
	o.command(elle, "/release note REL-1")
	o.writes()
	steps := func() string {
		var all []string
		d, err := o.desk.ReadNotes(t.Context(), 1)
		o.must(err)
		for _, x := range d.Draft.Note.Runbook.Instructions.Steps {
			all = append(all, fmt.Sprint(x.Number, " ", x.Do))
		}
		for _, s := range d.Draft.Note.Runbook.Backout {
			all = append(all, setRange(s))
		}
		return strings.Join(all, ", ")
	}
	o.clicks(elle, "instructions")
	o.chooses(elle, "down", "instructions", 1)
	if got := steps(); got != "1 Copy settle.jar, 2 Stop it, 3 Start it, 1 to 3" {
		t.Fatal(got)
	}
	o.chooses(elle, "up", "instructions", 2)
	o.chooses(elle, "add", "instructions", 1)
	o.submits(elle, blockMinutes, fields(blockDo, "Wait", blockMinutes, "soon"))
	o.submits(elle, blockDo, fields(blockDo, " ", blockMinutes, "5"))
	o.submits(elle, "", fields(blockDo, "Wait", blockMinutes, "5", blockCommand, "sleep 300\ntrue", blockFiles, "a.jar\nb.jar"))
	if got := steps(); got != "1 Stop it, 2 Wait, 3 Copy settle.jar, 4 Start it, 1 to 4" {
		t.Fatal(got)
	}
	wants(t, string(o.looks(elle, 2).Blocks), "Typed: sleep 300 true", "Files: a.jar, b.jar", "4 steps, 20 minutes")
	o.chooses(elle, "drop", "instructions", 4)
	if got := steps(); got != "1 Stop it, 2 Wait, 3 Copy settle.jar, 1 to 3" {
		t.Fatal(got)
	}
	o.chooses(elle, "step", "instructions", 2)
	o.submits(elle, "", fields(blockDo, "Wait a little"))
	d, err := o.desk.ReadNotes(t.Context(), 1)
	o.must(err)
	if x := d.Draft.Note.Runbook.Instructions.Steps[1]; x.Do != "Wait a little" || x.Command != "sleep 300\ntrue" || len(x.Files) != 2 {
		t.Errorf("the step is %+v", x)
	}
	o.must(o.box.CloseView(t.Context(), elle, false))
	wants(t, string(o.looks(elle, 1).Blocks), "3 steps, 15 minutes")
	o.clicks(elle, "backout")
	o.clicks(elle, "here", "set1")
	o.clicks(elle, "range", "set1")
	o.submits(elle, blockLast, fields(blockFirst, "3", blockLast, "1"))
	o.submits(elle, "", fields(blockFirst, "1", blockLast, "2"))
	o.clicks(elle, "range", "new")
	v := o.looks(elle, 3)
	wants(t, string(v.Blocks), `"initial_value":"3"`)
	o.must(o.box.CloseView(t.Context(), elle, true))
}

// Two people write at once: different parts are both kept, the same field is
// kept from being lost, and a menu that shows older steps does nothing (T23).
func TestNoteTogether(t *testing.T) {
	o := steward(t)
	o.built()
	o.command(elle, "/release note REL-1")
	o.writes()
	o.command(rachel, "/release note REL-1")
	o.clicks(elle, "heads")
	o.clicks(rachel, "heads")
	o.submits(rachel, "", fields("title", "By Rachel"))
	o.submits(elle, "", fields("reason", "By Elle"))
	now := func() release.ReleaseNote {
		book, err := o.desk.ReadNotes(t.Context(), 1)
		o.must(err)
		return book.Draft.Note
	}
	if n := now(); n.Title != "By Rachel" || n.Reason != "By Elle" {
		t.Errorf("title %q, reason %q", n.Title, n.Reason)
	}
	o.looks(elle, 1)
	o.clicks(elle, "heads")
	o.clicks(rachel, "heads")
	o.submits(rachel, "", fields("title", "By Rachel again"))
	r, err := o.box.Submit(t.Context(), elle, fields("title", "By Elle too"))
	o.must(err)
	if r.Action != "update" || now().Title != "By Rachel again" {
		t.Fatalf("answered %+v, the title is %q", r, now().Title)
	}
	v := o.looks(elle, 2)
	wants(t, string(v.Blocks), "Rachel Moss saved this while you wrote", "By Rachel again", "By Elle too")
	o.submits(elle, "", nil)
	if n := now(); n.Title != "By Elle too" {
		t.Errorf("the title is %q", n.Title)
	}

	// The same step.
	o.clicks(elle, "instructions")
	o.clicks(rachel, "instructions")
	o.chooses(elle, "step", "instructions", 2)
	o.chooses(rachel, "step", "instructions", 2)
	o.submits(rachel, "", fields(blockDo, "Copy it, says Rachel"))
	_, err = o.box.Submit(t.Context(), elle, fields(blockDo, "Copy it, says Elle"))
	o.must(err)
	wants(t, string(o.looks(elle, 3).Blocks), "Rachel Moss saved this step while you wrote", "Copy it, says Rachel", "Copy it, says Elle")
	o.submits(elle, "", nil)
	if n := now(); n.Runbook.Instructions.Steps[1].Do != "Copy it, says Elle" {
		t.Errorf("the step is %+v", n.Runbook.Instructions.Steps[1])
	}
	// A menu of before.
	o.chooses(rachel, "drop", "instructions", 2)
	wants(t, string(o.looks(rachel, 2).Blocks), "Nothing was done: ", "Elle Ford changed the steps", "Copy it, says Elle")
	// A step that moved is found where it is now; one that is gone is added again.
	o.chooses(elle, "step", "instructions", 3)
	o.chooses(rachel, "up", "instructions", 3)
	o.submits(elle, "", fields(blockDo, "Start it, says Elle"))
	if n := now(); n.Runbook.Instructions.Steps[1].Do != "Start it, says Elle" {
		t.Errorf("the steps are %+v", n.Runbook.Instructions.Steps)
	}
	o.chooses(elle, "step", "instructions", 3)
	o.clicks(rachel, "bulk", "instructions")
	o.submits(rachel, "", fields(blockSteps, "Only this | Ben Achterberg | 5 | it works"))
	o.submits(elle, "", fields(blockDo, "Copy it after all"))
	wants(t, string(o.looks(elle, 3).Blocks), "is not among them any more")
	o.submits(elle, "", nil)
	if n := now(); len(n.Runbook.Instructions.Steps) != 2 || n.Runbook.Instructions.Steps[1].Do != "Copy it after all" {
		t.Errorf("the steps are %+v", n.Runbook.Instructions.Steps)
	}
}
