package bot

import (
	"strings"
	"testing"

	"gonogo.dev/release"
)

// The App Home shows what waits for a person and does what a command does; it
// is refreshed after what they did (issue 2, section 2).
func TestHome(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Banner = "REHEARSAL" })
	home := func(user string) string {
		v, ok := o.box.Home(user)
		if !ok {
			t.Fatalf("%s has no Home\n%s", user, o.log)
		}
		return string(v.Blocks)
	}
	for _, x := range []string{tom, elle, unknown} {
		o.must(o.box.OpenHome(t.Context(), x))
	}
	o.settle()
	wants(t, home(tom), "REHEARSAL", "Nothing is waiting for you.", "None of your RFCs is open.", "No deployment is planned.")
	if strings.Contains(home(tom), "Raise an RFC") {
		t.Error("a test manager raises no RFCs")
	}
	wants(t, home(unknown), "You are not known to Half-hourly Settlement", "Ask Priya Rao")

	o.must(o.box.ClickHome(t.Context(), elle, "rfc.raise", ""))
	o.settle()
	if r, err := o.box.Submit(t.Context(), elle, filled()); err != nil || !r.OK() {
		t.Fatal(r, err)
	}
	o.settle()
	wants(t, home(elle), "*RFC-1*", "Raise the settlement timeout", "None but those you raised.")

	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	wants(t, home(tom), "Your vote: RFC-1")
	o.must(o.box.ClickHome(t.Context(), tom, "rfc.vote.go", ""))
	o.settle()
	if strings.Contains(home(tom), "Your vote: RFC-1") {
		t.Error("the Home still asks")
	}
	wants(t, home(tom), "Nothing is waiting for you.", "Votes you have cast", "RFC-1: your seat said Go")

	// A form opened from the Home closes, and the Home is the answer.
	o.must(o.box.OpenHome(t.Context(), eve))
	o.settle()
	o.must(o.box.ClickHome(t.Context(), eve, "rfc.vote.no-go", ""))
	o.settle()
	r, err := o.box.Submit(t.Context(), eve, map[string]map[string]any{release.FieldReason: {"in": "Not refreshed."}})
	o.must(err)
	o.settle()
	if _, open := o.box.OpenView(eve); open || !r.OK() {
		t.Errorf("the form did not close: %+v", r)
	}
	wants(t, home(eve), "RFC-1: your seat said No-Go")

	o.must(o.box.ClickHome(t.Context(), tom, "rfc.notify", "notify daily"))
	o.settle()
	if got := o.store.snapshot().cadences["tom"]; got != release.Daily {
		t.Errorf("mail is %q", got)
	}
	wants(t, home(tom), `"initial_option":{"text":{"emoji":false,"text":"Once a day, together"`)
	if _, open := o.box.OpenView(tom); open {
		t.Error("the Home shows the choice itself; no window is needed")
	}

	// From the details an RFC can be edited in the same window.
	o.must(o.box.ClickHome(t.Context(), elle, "rfc.details.1.mine", ""))
	o.settle()
	o.must(o.box.ClickView(t.Context(), elle, "rfc.edit", ""))
	o.settle()
	if v, _ := o.box.OpenView(elle); v.Title != "Change RFC-1" {
		t.Errorf("the window shows %q\n%s", v.Title, o.log)
	}
}

func TestHomeGolden(t *testing.T) {
	o := open(t)
	s := story(release.Raised, ballotOf12(7, release.Approval))
	draft := s.RFC
	draft.Number, draft.State = 13, release.Draft
	other := s.RFC
	other.Number, other.State = 10, release.Approved
	voted := story(release.Raised, ballotOf12(6, release.Approval, vote("release-manager/si", s.Programme.People[0].ID, release.VoteGo, "")))
	p := newPage("Home", "REHEARSAL")
	o.bot.homePage(p, release.Waiting{
		Programme: s.Programme, Votes: []release.Story{s}, Voted: []release.Story{voted}, Drafts: []release.RFC{draft}, Mine: []release.RFC{s.RFC}, Next: []release.RFC{s.RFC, other},
		Conditions: []release.Condition{{ID: 3, RFC: 11, Words: "Only after 22:00"}}, Cadence: release.Weekly,
	}, nil, s.Programme.People[0])
	goldenPage(t, "home", p)
	c := Call{By: s.Programme.People[3], Programme: s.Programme, now: start}
	for name, v := range map[string]*view{
		"form_raise": o.bot.rfcForm(c, rfcForm{verb: "raise", content: firstContent(c)}),
		"form_edit":  o.bot.rfcForm(c, rfcForm{verb: "edit", rfc: s.RFC, content: s.RFC.Content}),
		"form_vote":  o.bot.voteForm(c, s.Ballots[0], s.Ballots[0].Seats[0], release.VoteNoGo),
	} {
		golden(t, name+".json", indented(t, v.ModalViewRequest))
		golden(t, name+".txt", "# "+v.Title.Text+"\n"+readable(t, v.Blocks.BlockSet)+"[Cancel] ["+v.Submit.Text+"]\n")
	}
}
