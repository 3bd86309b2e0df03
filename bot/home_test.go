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
	wants(t, home(elle), "RFC-1 · Raise the settlement timeout")

	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	wants(t, home(tom), "Your vote: RFC-1")
	o.must(o.box.ClickHome(t.Context(), tom, "rfc.vote.go", ""))
	o.settle()
	v, ok := o.box.OpenView(tom)
	if !ok || !strings.Contains(string(v.Blocks), "Recorded: Go") {
		t.Fatalf("the vote is not confirmed\n%s", o.log)
	}
	if strings.Contains(home(tom), "Your vote: RFC-1") {
		t.Error("the Home still asks")
	}
	wants(t, home(tom), "your seat has spoken")

	o.must(o.box.CloseView(t.Context(), tom, true))
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
	if v, _ = o.box.OpenView(elle); v.Title != "Change RFC-1" {
		t.Errorf("the window shows %q\n%s", v.Title, o.log)
	}
}

func TestHomeGolden(t *testing.T) {
	o := open(t)
	s := story(release.Raised, ballotOf12(7, release.Approval))
	draft := s.RFC
	draft.Number, draft.State = 13, release.Draft
	p := newPage("Home", "REHEARSAL")
	o.bot.homePage(p, release.Waiting{
		Programme: s.Programme, Votes: []release.Story{s}, Voted: []release.Story{s}, Drafts: []release.RFC{draft}, Mine: []release.RFC{s.RFC}, Next: []release.RFC{s.RFC},
		Conditions: []release.Condition{{ID: 3, RFC: 11, Words: "Only after 22:00"}}, Cadence: release.Weekly,
	}, s.Programme.People[0])
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
