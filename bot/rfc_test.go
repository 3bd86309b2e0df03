package bot

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

func in(v any) map[string]any { return map[string]any{"in": v} }

// Every field is checked on submit, with the error at its field, and nothing is
// raised (issue 2, section 2).
func TestRefusedFields(t *testing.T) {
	o := open(t)
	o.command(elle, "/rfc raise")
	fields := filled()
	fields[release.FieldTitle] = in("turned \u202e around")
	fields[release.FieldType] = in("patch") // R2 is a major
	fields[release.FieldReferences] = in("CR 1 & <x>")
	fields[release.FieldTo] = in(stamp(content().Window.From.Add(-time.Hour)))
	r, err := o.box.Submit(t.Context(), elle, fields)
	o.must(err)
	for _, f := range []string{release.FieldTitle, release.FieldRelease, release.FieldReferences, release.FieldTo} {
		if r.Errors[f] == "" {
			t.Errorf("no error at %s: %+v", f, r)
		}
	}
	if n := len(o.store.snapshot().rfcs); n != 0 {
		t.Errorf("%d RFCs", n)
	}
	// Corrected in the same form, it is raised: a refusal does not use the form up.
	if r, err = o.box.Submit(t.Context(), elle, filled()); err != nil || !r.OK() {
		t.Errorf("corrected: %+v %v", r, err)
	}
}

// A refusal without a field stands at the first field, and nothing typed is lost.
func TestRefusalAtTheAnchor(t *testing.T) {
	o := open(t)
	o.raised()
	o.press(elle, "rfc.edit")
	_, err := o.desk.EditRFC(t.Context(), release.Intent{By: "rachel"}, 1, o.store.snapshot().rfcs[1].Revision, changed("Somebody was faster"))
	o.must(err)
	r, err := o.box.Submit(t.Context(), elle, map[string]map[string]any{release.FieldTitle: in("Mine")})
	o.must(err)
	wants(t, r.Errors[release.FieldTitle], "was not kept", "Rachel Moss changed it")
	if v, open := o.box.OpenView(elle); !open || !strings.Contains(v.Title, "Change RFC-1") {
		t.Error("the form is gone")
	}
}

func changed(title string) release.RFCContent {
	c := content()
	c.Title = title
	return c
}

// A draft keeps what is written so far; it is continued and raised later, and
// nobody else sees it.
func TestDraft(t *testing.T) {
	o := open(t)
	o.command(elle, "/rfc raise")
	o.must(o.box.ClickView(t.Context(), elle, "rfc.draft", ""))
	o.settle()
	v, _ := o.box.OpenView(elle)
	wants(t, string(v.Blocks), "The draft was not kept.", "Give the draft a title")
	_, err := o.box.Submit(t.Context(), elle, map[string]map[string]any{release.FieldTitle: in("Half a thought")})
	o.must(err) // Slack itself misses the other fields, and keeps the title
	o.must(o.box.ClickView(t.Context(), elle, "rfc.draft", ""))
	o.settle()
	v, _ = o.box.OpenView(elle)
	wants(t, string(v.Blocks), "RFC-1 is kept as a draft", "Half a thought")
	wants(t, o.command(elle, "/rfc draft"), "RFC-1 · Half a thought")
	wants(t, o.command(rachel, "/rfc show 1"), "There is no RFC-1")
	o.command(elle, "/rfc edit 1")
	if v, _ = o.box.OpenView(elle); v.Title != "Raise an RFC" || !strings.Contains(string(v.Blocks), "Half a thought") {
		t.Fatalf("the draft does not continue: %s", v.Title)
	}
	if r, err := o.box.Submit(t.Context(), elle, filled()); err != nil || !r.OK() {
		t.Fatalf("%+v %v", r, err)
	}
	if w := o.store.snapshot(); len(w.rfcs) != 1 || w.rfcs[1].State != release.Raised {
		t.Errorf("RFCs: %+v", w.rfcs)
	}
}

// An edit shows the differences in the thread and asks again; the buttons of
// the older vote count for nothing newer (M3).
func TestEdit(t *testing.T) {
	o := open(t)
	o.raised()
	o.press(tom, "rfc.vote.go")
	o.press(elle, "rfc.edit")
	r, err := o.box.Submit(t.Context(), elle, map[string]map[string]any{release.FieldImpact: in("Runs may take an hour & more.")})
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	o.press(tom, "rfc.vote.go") // the card still shows the older vote
	wants(t, o.last(tom, board).Text, "Your vote was not counted.", "The vote is closed.")
	o.press(tom, "rfc.vote.no-go")
	wants(t, o.last(tom, board).Text, "Use the newest card")
	if n := len(o.store.snapshot().ballots[2].Votes); n != 0 {
		t.Fatalf("%d votes on the newer content", n)
	}
	o.work()
	var thread string
	for _, m := range o.box.Messages(board, rachel) {
		if m.ThreadTS != "" {
			thread += m.Text + "\n"
		}
	}
	wants(t, thread, "Raised: RFC-1, by Elle Ford", "Impact: Runs may take 20 minutes longer. → Runs may take an hour &amp; more.")
	o.press(tom, "rfc.vote.go")
	wants(t, o.last(tom, board).Text, "Recorded: Go")
	wants(t, o.command(tom, "/rfc edit 1"), "RFC-1 was not opened for you", "Ask Elle Ford")
}

func TestWithdraw(t *testing.T) {
	o := open(t)
	o.raised()
	o.press(elle, "rfc.withdraw")
	r, err := o.box.Submit(t.Context(), elle, map[string]map[string]any{release.FieldReason: in("  .  ")})
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	wants(t, o.command(elle, "/rfc withdraw 1 again"), "It was withdrawn before")
	o.work()
	wants(t, o.box.Messages(board, tom)[0].Text, "Withdrawn. Raised by Elle Ford")
	if strings.Contains(string(o.box.Messages(board, tom)[0].Blocks), "rfc.edit") {
		t.Error("a withdrawn RFC cannot be changed")
	}
}

// Everything that is read, as people ask for it.
func TestReading(t *testing.T) {
	o := open(t)
	o.raised()
	for text, parts := range map[string][]string{
		"/rfc":                {"Nothing is waiting for you."},
		"/rfc list":           {"Open RFCs", "RFC-1 · Raise the settlement timeout", "Raised, approval vote open", "Helix"},
		"/rfc list mine":      {"You have raised no RFC."},
		"/rfc list ALL":       {"Every RFC", "RFC-1"},
		"/rfc list yours":     {"“yours” is not a list"},
		"/rfc `RFC-1`":        {"RFC-1: Raise the settlement timeout"},
		"/rfc show rfc 1":     {"RFC-1: Raise the settlement timeout", "Not heard"},
		"/rfc show 99":        {"There is no RFC-99"},
		"/rfc show twelve":    {"That is not the number of an RFC."},
		"/rfc votes 1":        {"“votes” is nothing /rfc can do", "Did you mean `/rfc vote`?"},
		"/rfc open 1":         {"Did you mean `/gonogo open`?"},
		"/rfc frobnicate":     {"`/rfc help` lists what you can do."},
		"/rfc help":           {"/rfc vote N [go | conditions | no-go | abstain] [words]", "Not in your role", "/rfc raise"},
		"/rfc help withdraw":  {"For example: /rfc withdraw 12"},
		"/rfc help wthdraw":   {"Did you mean `/rfc withdraw`?"},
		"/gonogo":             {"Nothing is waiting for you."},
		"/gonogo status":      {"RFC-1", "RFC approval: Not heard: Release Manager, System Integrator;"},
		"/gonogo 1":           {"0 of 4 seats heard"},
		"/rfc details":        {"Which RFC? None was named.", "`/rfc details 12`"},
		"/gonogo open":        {"Which RFC? None was named."},
		"/gonogo status 1":    {"0 of 4 seats heard"},
		"/gonogo open R2":     {"None of its RFCs is approved and waiting: RFC-1 (raised, approval vote open)."},
		"/gonogo open R1":     {"No RFC belongs to R1 yet."},
		"/gonogo open 1 soon": {"The deadline was not understood."},
		"/gonogo vote 1 go":   {"The vote open on RFC-1 is its RFC approval.", "`/rfc vote 1 …`"},
		"/rfc vote 1 maybe":   {"“maybe” is not a vote."},
		"/rfc met 1":          {"RFC-1 has no open condition."},
		"/rfc ask 1":          {"RFC-1"},
		"/rfc notify hourly":  {"“hourly” is not one of immediate, daily or weekly."},
		"/release roadmap":    {"Coming", "R2, major, 7 Dec 2026: Migration tooling. RFC-1 (raised, approval vote open).", "Past", "R1, major"},
		"/release report":     {"Readiness for Pat", "All quiet."},
		"/env list":           {"SIT A · Functional tests. Test phases: SIT Functional.\nNothing is recorded in it yet."},
		"/env show sit-a":     {"SIT A\n", "Planned next", "RFC-1"},
		"/env show SITB":      {"Did you mean `/env show SIT A`?"},
		"/env show":           {"None was named."},
		"/release help":       {"/release report"},
	} {
		user := ben
		if strings.HasPrefix(text, "/release report") {
			user, parts = tom, []string{"Readiness for Tom Adeyemi", "All quiet."}
		}
		if strings.Contains(text, "vote") || text == "/rfc" || text == "/gonogo" {
			user = pmo // who has no seat
		}
		if text == "/gonogo open 1 soon" {
			user = rachel
		}
		wants(t, o.command(user, text), parts...)
	}
}
