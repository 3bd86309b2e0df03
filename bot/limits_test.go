package bot

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// hostile draws a text of at most n runes that would hurt if anything parsed it.
func hostile(n int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		piece := rapid.SampledFrom([]string{
			"&", "<", ">", "&amp;", "<!channel>", "<@U0EVE>", "<https://evil.example|click>", "*b*", "`c`", "אבגד", "😀", "👩‍👩‍👧", "a", " ", "\n", "x: y", "…", "|",
		}).Draw(t, "piece")
		return cut(strings.Repeat(piece, n), rapid.SampledFrom([]int{1, n / 2, n}).Draw(t, "length"))
	})
}

func cut(s string, n int) string {
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n])
	}
	return s
}

// enormous draws the largest story that the rules accept.
func enormous(t *rapid.T) release.Story {
	p := programme()
	text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
	name := text(200)
	for i := range 60 {
		p.Parties = append(p.Parties, release.Party{ID: release.PartyID(fmt.Sprintf("p%d", i)), Name: fmt.Sprintf("%d %s", i, name), Kind: release.Participant})
	}
	for i := range 12 {
		p.Environments = append(p.Environments, release.Environment{ID: release.EnvironmentID(fmt.Sprintf("e%d", i)), Name: fmt.Sprintf("%d %s", i, name)})
	}
	s := release.Story{Programme: p, RFC: story(release.Raised).RFC}
	s.RFC.Number = 999_999_999
	s.RFC.State = rapid.SampledFrom(release.RFCStates()).Draw(t, "state")
	c := &s.RFC.Content
	c.Title, c.Reason, c.Impact, c.Risk.Sentence = text(release.MaxTitle), text(release.MaxText), text(release.MaxText), text(release.MaxSentence)
	c.References = nil
	for i := range release.MaxReferences {
		c.References = append(c.References, strings.Repeat("𐐀", release.MaxReference-2)+fmt.Sprint(10+i))
	}
	for _, x := range p.Environments {
		c.Environments = append(c.Environments, x.ID)
	}
	if rapid.Bool().Draw(t, "named") {
		for _, x := range p.Parties {
			c.Parties = append(c.Parties, x.ID)
		}
	}
	s.RFC.Ended = text(release.MaxText)
	for i := range rapid.SampledFrom([]int{1, 6}).Draw(t, "ballots") {
		s.Ballots = append(s.Ballots, enormousBallot(t, p, int64(i), text))
	}
	s.Ballots[0].State = rapid.SampledFrom([]release.BallotState{release.BallotOpen, release.BallotClosed, release.BallotVoid}).Draw(t, "ballot")
	for i := range 40 {
		x := release.Condition{ID: int64(i + 1), RFC: s.RFC.Number, Words: text(release.MaxText), By: "tom", Owner: "elle", At: start}
		if i%2 == 0 {
			x.MetAt, x.MetBy, x.Evidence = start, "elle", text(release.MaxText)
		}
		s.Conditions = append(s.Conditions, x)
	}
	return s
}

func enormousBallot(t *rapid.T, p *release.Programme, id int64, text func(int) string) release.Ballot {
	b := release.Ballot{
		ID: 1e12 + id, RFC: 999_999_999, Purpose: release.Deployment, Raiser: "elle", Deadline: start.Add(time.Hour), Override: true, State: release.BallotClosed,
		ClosedAt: start, ClosedBy: "rachel", Outcome: release.OutcomeGo, OverrideReason: text(release.MaxText), VoidReason: text(release.MaxText),
	}
	for i := range rapid.SampledFrom([]int{1, 8, 40}).Draw(t, "seats") {
		seat := release.Seat{
			Key: fmt.Sprint(i), Function: release.DevelopmentTeamLead, Party: p.Parties[4+i].ID, Mandatory: i%2 == 0, Chair: i == 0, Escalated: true,
			Holders: []release.PersonID{"rachel", "tom", "eve", "ben", "elle"},
		}
		b.Seats = append(b.Seats, seat)
		if i%3 > 0 || i == 0 {
			b.Votes = append(b.Votes, release.Vote{Seat: seat.Key, Person: "tom", Choice: release.VoteConditional, Words: text(release.MaxText), At: start})
		}
	}
	return b
}

// checks sets how many examples rapid draws in one test: enormous ones are slow.
func checks(t *testing.T, n int) {
	t.Helper()
	f := flag.Lookup("rapid.checks")
	before := f.Value.String()
	if before != f.DefValue {
		return // somebody asked for more
	}
	if err := f.Value.Set(fmt.Sprint(n)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Value.Set(before) })
}

// Whatever the rules accept fits into Slack's limits, and nothing of it can
// mention anybody or forge a link (facts 45 to 66).
func TestLimits(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Banner = "REHEARSAL" })
	post := func(t *rapid.T, what string, p *page) {
		harmless(t, what, p)
		if total := textTogether(p.blocks); total > 10_000 {
			t.Fatalf("%s has %d characters", what, total)
		}
		_, ts, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...)
		if err == nil {
			_, _, _, err = o.poster.cfg.Slack.UpdateMessage(board, ts, options(p.fallback(), p.blocks, what)...)
		}
		if err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("post", err))
		}
	}
	window := func(t *rapid.T, what string, v slack.ModalViewRequest) {
		raw, err := json.Marshal(v)
		if err != nil || len(raw) > 250_000 {
			t.Fatalf("%s has %d bytes (%v)", what, len(raw), err)
		}
		r, err := o.box.Command(t.Context(), rachel, board, "/rfc raise")
		if err != nil || r.Notice != "" {
			t.Fatal(err, r.Notice)
		}
		top, _ := o.box.OpenView(rachel)
		if _, err := o.poster.cfg.Slack.UpdateView(v, "", "", top.ID); err != nil {
			t.Fatalf("%s: %v", what, wrapSlack("update", err))
		}
	}
	checks(t, 12)
	rapid.Check(t, func(t *rapid.T) {
		s := enormous(t)
		post(t, "card", card(s, start, "REHEARSAL"))
		details := detailsPage(s, start, "REHEARSAL")
		harmless(t, "details", details)
		window(t, "details", details.modal())
		c := Call{By: s.Programme.People[0], Programme: s.Programme, now: start}
		window(t, "RFC form", o.bot.rfcForm(c, rfcForm{verb: "edit", rfc: s.RFC, content: s.RFC.Content}).ModalViewRequest)
		window(t, "vote form", o.bot.voteForm(c, s.Ballots[0], s.Ballots[0].Seats[0], release.VoteNoGo).ModalViewRequest)
		window(t, "close form", o.bot.closeForm(c, s.RFC, s.Ballots[0]).ModalViewRequest)
		window(t, "withdraw form", o.bot.withdrawForm(s.RFC).ModalViewRequest)
		window(t, "evidence form", o.bot.evidenceForm(s.RFC, s.Conditions).ModalViewRequest)
		for _, kind := range []release.NoticeKind{
			release.NoticeRaised, release.NoticeEdited, release.NoticeWithdrawn, release.NoticeDecided, release.NoticeOutcome, release.NoticeOpened,
			release.NoticeReminder, release.NoticeCondition,
		} {
			e := release.Event{Kind: kind, At: start, By: "elle", RFC: s.RFC, Ballot: &s.Ballots[0], Reason: s.RFC.Ended}
			e.Changes = content().Changes(s.RFC.Content)
			for _, road := range []release.Road{release.ByThread, release.ByDirect} {
				post(t, string(kind), noticePage(release.Notice{Road: road, Event: e}, s.Programme, "REHEARSAL"))
			}
		}
		listPages(t, o, s, post)
		homeFits(t, o, s)
	})
}

func listPages(t *rapid.T, o *office, s release.Story, post func(*rapid.T, string, *page)) {
	c := Call{Command: "/rfc", By: s.Programme.People[0], Programme: s.Programme, now: start}
	many := make([]release.RFC, 100)
	for i := range many {
		many[i] = s.RFC
		many[i].Number = i + 1
	}
	post(t, "list", o.bot.listPage(c, "Every RFC", "", many))
	post(t, "vote", o.bot.votePage(c, s.Ballots[0], release.Vote{Person: "rachel", Choice: release.VoteNoGo, Words: s.RFC.Ended}))
	long := refuse(release.CodeInvalid, s.RFC.Content.Reason, s.RFC.Content.Reason, s.RFC.Content.Reason)
	for _, f := range []string{"title", "reason", "impact", "risk"} {
		long.Fields = append(long.Fields, release.FieldProblem{Field: f, Why: s.RFC.Content.Impact})
	}
	post(t, "refusal", o.bot.refusalPage(long))
}

func homeFits(t *rapid.T, o *office, s release.Story) {
	w := release.Waiting{Programme: s.Programme, Conditions: s.Conditions, Cadence: release.Daily}
	for i := range 100 {
		x := s
		x.RFC.Number = i + 1
		w.Votes, w.Voted = append(w.Votes, x), append(w.Voted, x)
		w.Drafts, w.Mine, w.Next = append(w.Drafts, x.RFC), append(w.Mine, x.RFC), append(w.Next, x.RFC)
	}
	p := newPage("Home", "REHEARSAL")
	o.bot.homePage(p, w, nil, s.Programme.People[0])
	harmless(t, "Home", p)
	_, err := o.poster.cfg.Slack.PublishView(rachel, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: p.blocks}}, "")
	if err != nil {
		t.Fatalf("Home: %v", wrapSlack("publish", err))
	}
}

// harmless checks that nothing a person wrote is parsed: what Slack parses has
// no bare angle bracket, and says something.
func harmless(t *rapid.T, what string, p *page) {
	text := p.fallback()
	if strings.ContainsAny(text, "<>") || strings.TrimSpace(text) == "" || units(text) > 4000 || !utf8.ValidString(text) {
		t.Fatalf("%s: fallback of %d characters: %.200q", what, units(text), text)
	}
	raw, err := json.Marshal(p.blocks)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch x := v.(type) {
		case []any:
			for _, e := range x {
				walk(e)
			}
		case map[string]any:
			if x["type"] == "mrkdwn" && (strings.ContainsAny(x["text"].(string), "<>") || x["verbatim"] != true) {
				t.Fatalf("%s: parsed text %q", what, x["text"])
			}
			if kind := x["type"]; kind == "link" || kind == "user" || kind == "broadcast" {
				t.Fatalf("%s has a %s", what, kind)
			}
			for _, e := range x {
				walk(e)
			}
		}
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	walk(tree)
}

// textTogether adds up the texts of blocks, as Slack does before it refuses.
func textTogether(blocks []slack.Block) int {
	raw, err := json.Marshal(blocks)
	if err != nil {
		return -1
	}
	var tree any
	if json.Unmarshal(raw, &tree) != nil {
		return -1
	}
	total := 0
	var walk func(v any)
	walk = func(v any) {
		switch x := v.(type) {
		case []any:
			for _, e := range x {
				walk(e)
			}
		case map[string]any:
			for key, e := range x {
				if s, ok := e.(string); ok && key == "text" {
					total += units(s)
				}
				walk(e)
			}
		}
	}
	walk(tree)
	return total
}

// A menu of more than 100 options becomes groups (facts 50).
func TestManyOptions(t *testing.T) {
	p := programme()
	for i := range 450 {
		p.Parties = append(p.Parties, release.Party{ID: release.PartyID(fmt.Sprintf("p%03d", i)), Name: fmt.Sprintf("Party %03d", i), Kind: release.Participant})
	}
	o := open(t, func(x *release.Programme, _ *Config) { *x = *p })
	o.command(elle, "/rfc raise")
	fields := filled()
	fields[release.FieldParties] = map[string]any{"in": []string{"p007", "p449"}}
	r, err := o.box.Submit(t.Context(), elle, fields)
	o.must(err)
	if !r.OK() {
		t.Fatalf("%+v", r)
	}
	if got := o.store.snapshot().rfcs[1].Content.Parties; len(got) != 2 || got[1] != "p449" {
		t.Errorf("parties are %v", got)
	}
	o.command(elle, "/rfc edit 1")
	if v, ok := o.box.OpenView(elle); !ok || !strings.Contains(string(v.Blocks), `"initial_options":[{"text":{"emoji":false,"text":"Party 007"`) {
		t.Error("the form does not show the chosen parties")
	}
}
