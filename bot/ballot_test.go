package bot

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// The chair chooses between a No-Go and an override with a reason, which is
// shown for ever (DESIGN rule 5).
func TestOverride(t *testing.T) {
	o := open(t)
	o.raised()
	for _, x := range []string{rachel, tom, eve} {
		o.press(x, "rfc.vote.go")
	}
	o.command(ben, "/rfc vote 1 no-go: the data load is not done")
	o.press(rachel, "gonogo.close")
	wants(t, o.last(rachel, board).Text, "The vote stays open.", "at least, so that everybody can be heard")
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	wants(t, o.command(tom, "/gonogo close 1"), "Only the chair closes it.")
	o.press(rachel, "gonogo.close")
	r, err := o.box.Submit(t.Context(), rachel, map[string]map[string]any{blockChoice: in(overrideIt)})
	o.must(err)
	wants(t, r.Errors[release.FieldReason], "An override needs its reason in writing")
	r, err = o.box.Submit(t.Context(), rachel, map[string]map[string]any{release.FieldReason: in("Settled by phone.")})
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	o.work()
	wants(t, o.box.Messages(board, tom)[0].Text, "Approved", "Go by override of Rachel Moss", "Reason: Settled by phone.")
	wants(t, o.command(rachel, "/gonogo close 1"), "Nothing was closed.")
}

// No decision at the deadline; the vote is asked for again and silent seats
// are reminded with the choices at hand (rule 5, M18).
func TestReminderAndAskAgain(t *testing.T) {
	o := open(t)
	o.raised()
	o.press(tom, "rfc.vote.go")
	o.must(o.clock.MoveTo(t.Context(), start.Add(45*time.Hour)))
	_, err := o.desk.Tick(t.Context())
	o.must(err)
	o.work()
	if len(o.box.Messages(o.box.DM(tom), tom)) != 0 {
		t.Error("who has spoken is not reminded")
	}
	reminder := o.last(eve, o.box.DM(eve))
	wants(t, reminder.Text, "Your vote is missing on RFC-1")
	o.must(o.box.Click(t.Context(), eve, o.box.DM(eve), reminder.TS, "rfc.vote.go", ""))
	o.settle()
	wants(t, o.last(eve, o.box.DM(eve)).Text, "Recorded: Go on RFC-1")

	o.must(o.clock.MoveTo(t.Context(), start.Add(49*time.Hour)))
	_, err = o.desk.Tick(t.Context())
	o.must(err)
	o.work()
	wants(t, o.box.Messages(board, tom)[0].Text, "No decision", "No decision, closed at the deadline")
	wants(t, o.last(elle, o.box.DM(elle)).Text, "RFC-1 is not decided (RFC approval: No decision). It closed at the deadline, 10:00 GMT.")
	wants(t, o.command(tom, "/rfc ask 1"), "Only its requester and the programme's release manager")
	wants(t, o.command(elle, "/rfc ask 1 12h"), "The RFC approval on RFC-1 is open.", "Sun 22 Nov 2026 22:00 GMT")
	// The reminder in the direct message belongs to the vote that is over.
	o.must(o.box.Click(t.Context(), eve, o.box.DM(eve), reminder.TS, "rfc.vote.go", ""))
	o.settle()
	wants(t, o.last(eve, o.box.DM(eve)).Text, "Your vote was not counted.")
}

// A condition is shown met by evidence, from the card and with a choice where
// there are several (T28).
func TestConditionMet(t *testing.T) {
	o := open(t)
	o.raised()
	o.press(ben, "rfc.vote.abstain")
	wants(t, o.command(rachel, "/rfc vote 1 conditions after 22:00"), "Go with conditions")
	o.command(tom, "/rfc vote 1 go with conditions tell the service desk")
	o.command(eve, "/rfc vote 1 go")
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	_, err := o.desk.Tick(t.Context())
	o.must(err)
	o.work()
	o.must(o.box.OpenHome(t.Context(), elle))
	o.settle()
	home, _ := o.box.Home(elle)
	wants(t, string(home.Blocks), `"A condition on RFC-1"`, `": after 22:00"`, `": tell the service desk"`)
	o.press(elle, "rfc.met")
	r, err := o.box.Submit(t.Context(), elle, map[string]map[string]any{blockCondition: in("2"), release.FieldEvidence: in("SD-19")})
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	o.command(elle, "/rfc met 1")
	r, err = o.box.Submit(t.Context(), elle, map[string]map[string]any{release.FieldEvidence: in("The window begins at 22:30")})
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	o.work()
	wants(t, o.box.Messages(board, tom)[0].Text, "0 of 2 still open", "Met: after 22:00. Evidence: The window begins at 22:30")
	wants(t, o.last(tom, o.box.DM(tom)).Text, "Condition met on RFC-1", "SD-19")
	home, _ = o.box.Home(elle)
	if strings.Contains(string(home.Blocks), "A condition on RFC-1") {
		t.Error("the Home was not refreshed")
	}
}

// A vote form refuses at its fields; what is recorded is what was sent.
func TestVoteForm(t *testing.T) {
	o := open(t)
	o.raised()
	o.command(tom, "/rfc vote 1")
	v, _ := o.box.OpenView(tom)
	wants(t, string(v.Blocks), `"radio_buttons"`, "for the seat Test Manager, System Integrator")
	r, err := o.box.Submit(t.Context(), tom, map[string]map[string]any{blockChoice: in("no-go")})
	o.must(err)
	wants(t, r.Errors[release.FieldReason], "A No-Go needs its reason in writing.")
	o.must(o.box.CloseView(t.Context(), tom, true))

	// A choice that needs words asks for them alone, then its form closes and the
	// answer stands where it was opened.
	o.press(tom, "rfc.vote.no-go")
	r, err = o.box.Submit(t.Context(), tom, nil)
	o.must(err)
	if len(r.Errors) != 1 || o.store.snapshot().rfcs[1].State != release.Raised {
		t.Fatalf("a No-Go without its reason: %+v", r)
	}
	r, err = o.box.Submit(t.Context(), tom, map[string]map[string]any{release.FieldReason: in("Not tested.")})
	o.must(err)
	o.settle()
	if _, open := o.box.OpenView(tom); open || !r.OK() || r.Action != "" {
		t.Errorf("the form did not close: %+v", r)
	}
	if m := o.last(tom, board); !m.Ephemeral || !strings.Contains(m.Text, "Recorded: No-Go on RFC-1") {
		t.Errorf("the answer is %+v\n%s", m, o.log)
	}

	// Whoever changes a vote sees what their seat has said.
	o.press(tom, "rfc.vote.go-with-conditions")
	v, _ = o.box.OpenView(tom)
	wants(t, string(v.Blocks), "Your seat has said No-Go", "Not tested.", `"Conditions"`)
	// What no field is to blame for is said at the words, and they stay.
	o.must(o.clock.MoveTo(t.Context(), start.Add(49*time.Hour)))
	r, err = o.box.Submit(t.Context(), tom, map[string]map[string]any{release.FieldReason: in("Too late.")})
	o.must(err)
	wants(t, r.Errors[release.FieldReason], "The vote is closed.")
	o.must(o.clock.MoveTo(t.Context(), start))
	// Slack takes no answer beside a message after half an hour: the form's window shows it.
	o.must(o.clock.MoveTo(t.Context(), start.Add(29*time.Minute)))
	r, err = o.box.Submit(t.Context(), tom, map[string]map[string]any{release.FieldReason: in("Test it on Monday.")})
	o.must(err)
	if v, _ = o.box.OpenView(tom); r.Action != "update" || !strings.Contains(string(v.Blocks), "Recorded: Go with conditions") {
		t.Errorf("the late answer is %+v", r)
	}
}

// Whoever has no seat is told whom to ask: first those who sit for their party.
func TestNoSeat(t *testing.T) {
	o := open(t)
	o.raised()
	o.command(pmo, "/rfc vote 1")
	wants(t, o.last(pmo, board).Text, "You have no seat in this vote.", "Ask somebody who sits to speak for your concern: Rachel Moss, Tom Adeyemi, Eve Lindqvist.")
	o.press(pat, "rfc.vote.go") // nobody sits for their party
	wants(t, o.last(pat, board).Text, "You have no seat in this vote", "to speak for your concern: Rachel Moss, Tom Adeyemi, Eve Lindqvist, Ben Achterberg.")
}
