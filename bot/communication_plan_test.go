package bot

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// toldPlan is a plan with so many lines of each state, and text wherever somebody can
// write one; everybody of the programme heard of what was sent.
func toldPlan(p *release.Programme, n int, text string) release.Plan {
	s := standingAt(release.Informing)
	s.Programme, s.Now = p, start
	plan := release.Plan{Standing: s}
	moment, err := release.ParseMoment("2 working days before window-begin at 10:00")
	if err != nil {
		panic(err)
	}
	var to []release.Addressee
	for _, x := range p.People {
		to = append(to, release.Addressee("person:"+string(x.ID)))
	}
	for i := range n {
		c := release.Communication{
			ID: int64(i + 1), Release: s.Release.Number, Kind: release.CommunicationKinds()[i%len(release.CommunicationKinds())], To: to, When: moment, Due: start.Add(time.Duration(i) * time.Hour),
			Road: release.CommunicationRoads()[i%len(release.CommunicationRoads())], Subject: cut(text, release.MaxCommunicationSubject), Words: text, Confirm: i%2 == 0, By: "rachel", At: start, Revision: 1,
		}
		switch i % 3 {
		case 1:
			c.SentAt, c.Late = start.Add(-time.Duration(i)*time.Hour), true
			for k, x := range p.People {
				h := release.Hearing{Communication: c.ID, Release: c.Release, Person: x.ID, Party: p.Parties[k%len(p.Parties)].ID, Road: c.Road, At: c.SentAt, State: release.Delivered, DeliveredAt: c.SentAt}
				if k%3 == 0 {
					h.State, h.Detail = release.Refused, "550 "+text
				}
				if k%3 == 1 && c.Confirm {
					h.ConfirmedAt, h.How = start, release.ConfirmedByLink
				}
				plan.Hearings = append(plan.Hearings, h)
			}
		case 2:
			c.DroppedAt, c.DroppedBy, c.Dropped = start, "rachel", text
		}
		plan.Lines = append(plan.Lines, c)
	}
	plan.Standing.Silent = plan.Silent()
	return plan
}

// R44, R107: what people see of a communication plan and of its lines is what it was
// when somebody last looked at it.
func TestPlanPagesGolden(t *testing.T) {
	o := open(t)
	o.bot.banner = ""
	plan := toldPlan(programme(), 6, "Mind <@U1> the *gap* & “=1+1”.")
	ended := plan
	ended.Standing.Release.Stage = release.ClosedStage
	none := plan
	none.Lines, none.Hearings, none.Standing.Silent = nil, nil, nil
	goldenPage(t, "plan", o.bot.planPage(plan, 1))
	goldenPage(t, "plan_ended", o.bot.planPage(ended, 1))
	goldenPage(t, "plan_none", o.bot.planPage(none, 1))
	goldenPage(t, "plan_open_line", o.bot.linePage(plan.Lines[0], plan))
	goldenPage(t, "plan_sent_line", o.bot.linePage(plan.Lines[1], plan))
	goldenPage(t, "plan_confirmed_line", o.bot.linePage(plan.Lines[4], plan))
	goldenPage(t, "plan_dropped_line", o.bot.linePage(plan.Lines[2], plan))
	c := Call{By: plan.Standing.Programme.People[0], Programme: plan.Standing.Programme, now: start}
	for name, v := range map[string]*view{
		"plan_tell":   o.bot.lineForm(c, plan.Standing, release.Communication{To: []release.Addressee{release.TheImpacted}, Road: release.ByMail, Kind: release.ImpactNotice}, "tell", "Add it"),
		"plan_retell": o.bot.lineForm(c, plan.Standing, plan.Lines[0], "retell", "Keep it"), "plan_preview": o.bot.previewForm(c, plan.Lines[0], []release.PersonID{"elle", "tom"}),
	} {
		golden(t, name+".json", indented(t, v.ModalViewRequest))
	}
}

// A plan of 60 lines is read page by page: each line once, in its order, and the page
// leads to the next as long as there is one.
func TestLongPlansArePaged(t *testing.T) {
	o := open(t)
	plan := toldPlan(programme(), 60, "Short.")
	var shown []string
	first, pages := 1, 0
	for first > 0 {
		p := o.bot.planPage(plan, first)
		pages++
		next := 0
		for _, b := range p.blocks {
			switch x := b.(type) {
			case *slack.SectionBlock:
				if x.Accessory != nil && x.Accessory.ButtonElement != nil {
					shown = append(shown, strings.TrimPrefix(x.Accessory.ButtonElement.Value, "line "))
				}
			case *slack.ActionBlock:
				for _, e := range x.Elements.ElementSet {
					if more, ok := e.(*slack.ButtonBlockElement); ok && more.ActionID == "release.plan.more" {
						if _, err := fmt.Sscanf(more.Value[strings.LastIndex(more.Value, " "):], "%d", &next); err != nil || next <= first {
							t.Fatalf("more leads to %q", more.Value)
						}
					}
				}
			}
		}
		first = next
	}
	var want []string
	for _, x := range plan.Lines {
		if x.Open() {
			want = append(want, fmt.Sprint(x.ID))
		}
	}
	for _, x := range slices.Backward(plan.Lines) {
		if !x.Open() {
			want = append(want, fmt.Sprint(x.ID))
		}
	}
	if strings.Join(shown, " ") != strings.Join(want, " ") || pages != 5 {
		t.Errorf("%d pages show %v; want %v", pages, shown, want)
	}
	if text := o.bot.planPage(plan, 61).fallback(); !strings.Contains(text, "The plan has 60 lines.") {
		t.Errorf("behind its end: %s", text)
	}
}

// Whatever people write into a plan of any length, Slack takes its pages and forms, and
// nothing of it is parsed: at most 50 blocks and 10,000 characters in a message, 100
// blocks and titles of 24 characters in a form.
func TestPlanLimits(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Banner = "REHEARSAL" })
	checks(t, 10)
	rapid.Check(t, func(t *rapid.T) {
		p := programme()
		for i := range 60 {
			p.Parties = append(p.Parties, release.Party{ID: release.PartyID(fmt.Sprintf("p%d", i)), Name: hostile(200).Draw(t, "party"), Kind: release.Participant})
			p.People = append(p.People, release.Person{ID: release.PersonID(fmt.Sprintf("x%d", i)), Name: hostile(200).Draw(t, "person")})
		}
		plan := toldPlan(p, 60, "x"+hostile(release.MaxText-1).Draw(t, "words"))
		pages := map[string]*page{}
		for first := 1; first <= 60; first += planLines {
			pages[fmt.Sprint("plan from ", first)] = o.bot.planPage(plan, first)
		}
		for _, x := range plan.Lines[:9] {
			pages[fmt.Sprint("line ", x.ID)] = o.bot.linePage(x, plan)
		}
		for what, p := range pages {
			harmless(t, what, p)
			if total := textTogether(p.blocks); total > 10_000 || len(p.blocks) > 50 {
				t.Fatalf("%s has %d characters in %d blocks", what, total, len(p.blocks))
			}
			if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...); err != nil {
				t.Fatalf("%s: %v", what, wrapSlack("post", err))
			}
		}
		c := Call{By: p.People[0], Programme: p, now: start}
		var everybody []release.PersonID
		for _, x := range p.People {
			everybody = append(everybody, x.ID)
		}
		for what, v := range map[string]*view{
			"tell": o.bot.lineForm(c, plan.Standing, plan.Lines[0], "tell", "Add it"), "retell": o.bot.lineForm(c, plan.Standing, plan.Lines[1], "retell", "Keep it"),
			"preview": o.bot.previewForm(c, plan.Lines[0], everybody), "preview for anybody": o.bot.previewForm(c, plan.Lines[0], nil),
		} {
			raw, err := json.Marshal(v.ModalViewRequest)
			if err != nil || len(raw) > 250_000 || len(v.Blocks.BlockSet) > 100 || units(v.Title.Text) > 24 || units(v.PrivateMetadata) > 3000 {
				t.Fatalf("%s has %d bytes, %d blocks, the title %q (%v)", what, len(raw), len(v.Blocks.BlockSet), v.Title.Text, err)
			}
			r, err := o.box.Command(t.Context(), rachel, board, "/rfc raise")
			if err != nil || r.Notice != "" {
				t.Fatal(err, r.Notice)
			}
			top, _ := o.box.OpenView(rachel)
			if _, err := o.poster.cfg.Slack.UpdateView(v.ModalViewRequest, "", "", top.ID); err != nil {
				t.Fatalf("%s: %v", what, wrapSlack("update", err))
			}
		}
	})
}
