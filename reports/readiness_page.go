package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// ReadinessText returns the report as plain text, for Slack's preview, which waits for
// no picture to be drawn.
func (l Letterhead) ReadinessText(r Readiness, party release.PartyID) (string, error) {
	out, err := l.Templates.Render(templates.Mail, l.dress(r.Programme, l.readinessPage(r, party, nil)))
	return out.Text, err
}

// Readiness returns the report as plain text and as a page that stands by itself, for
// the command line. A party puts that party's items first;
// the empty one is everybody's edition.
func (l Letterhead) Readiness(r Readiness, party release.PartyID) (templates.Output, error) {
	drawn, err := r.pictures()
	if err != nil {
		return templates.Output{}, err
	}
	return l.Templates.Render(templates.Mail, l.dress(r.Programme, l.readinessPage(r, party, drawn.apart)))
}

// readinessPage shows a report: the verdict and what is late first, then what
// changed, the two weeks ahead, what was decided and deployed, the trends, and
// everything that is open. Pictures without a body travel with the mail.
func (l Letterhead) readinessPage(r Readiness, party release.PartyID, drawn []Part) templates.Page {
	v := reading{Readiness: r, loc: r.Programme.Location(), party: party, links: l.Links}
	page := templates.Page{
		Kicker: "as of " + release.Instant(r.At, v.loc),
		Title:  "Readiness, week " + r.Week,
		Lead:   v.lead(),
		Footer: []string{"Sent by gonogo for " + r.Programme.Name + ". Times are those of " + r.Programme.Zone + " unless they name another zone."},
	}
	if party != "" {
		page.Kicker += ", edition for " + partyName(r.Programme, party)
	}
	for _, part := range [][]templates.Section{
		v.forParty(), {v.figures()}, v.comments(), v.readiness(), v.shifts(), v.late(), v.owed(), v.doubts(), {v.votes()}, v.releases(),
		{v.environments(), v.conditions(), v.decisions()}, v.debts(), v.availability(), v.delivered(), v.trends(drawn), v.open(), {v.ledger()},
	} {
		page.Sections = append(page.Sections, part...)
	}
	return page
}

// reading is a report as it is shown.
type reading struct {
	Readiness
	loc   *time.Location
	party release.PartyID // whose items come first; empty is nobody's
	links release.Links
}

func (v reading) lead() templates.Callout {
	return templates.Callout{Tone: verdictTone(v.Verdict), Label: "Overall: " + v.Verdict.String(), Text: v.Standing + " " + v.Headline}
}

func (v reading) figures() templates.Section {
	ready := 0
	for _, x := range v.Planned {
		if x.Waits == "" {
			ready++
		}
	}
	open := 0
	for _, s := range v.Open {
		open += len(s.RFCs)
	}
	late := templates.Figure{Value: fmt.Sprint(len(v.Late)), Label: "late", Tone: templates.Good}
	if len(v.Late) > 0 {
		late.Tone = templates.Bad
	}
	return templates.Section{Title: "The numbers", Intro: v.Rush.sentence(v.loc), Figures: []templates.Figure{
		{Value: fmt.Sprint(len(v.Planned)), Label: either(len(v.Planned), "window", "windows"), Tone: templates.Calm},
		{Value: fmt.Sprint(ready), Label: "of them Go", Tone: templates.Calm},
		{Value: fmt.Sprint(len(v.Votes)), Label: either(len(v.Votes), "open vote", "open votes"), Tone: templates.Calm},
		{Value: fmt.Sprint(open), Label: either(open, "open RFC", "open RFCs"), Tone: templates.Calm},
		late,
	}}
}

// late is no section at all while nothing is late: the numbers say so.
func (v reading) late() []templates.Section {
	if len(v.Late) == 0 {
		return nil
	}
	s := templates.Section{Title: "Late"}
	for _, x := range v.Late {
		item := templates.Item{Title: title(x.RFC), Badge: stateBadge(x.RFC.State), Lines: []string{v.window(x.RFC)}}
		for _, why := range x.Why {
			if line := v.why(x, why); line != "" {
				item.Lines = append(item.Lines, line)
			}
		}
		for _, c := range x.Conditions {
			item.Lines = append(item.Lines, fmt.Sprintf("Condition not met, owned by %s: %s", v.Programme.NameOf(c.Owner), short(c.Words)))
		}
		s.Items = append(s.Items, item)
	}
	return []templates.Section{s}
}

func (v reading) why(x LateRFC, why Lateness) string {
	w := x.RFC.Content.Window
	switch {
	case why == WithoutGo && !v.At.Before(w.To):
		return "Its window is over since " + release.Instant(w.To, v.loc) + ", and there was no Go."
	case why == WithoutGo:
		return "Its window has begun, " + release.Lasting(v.At.Sub(w.From)) + " ago, and there is no Go."
	case why == ConditionUnmet:
		return "" // the conditions themselves say it
	case x.RFC.State == release.Undecided:
		return "Its approval vote ended without a decision and nobody has asked the board again."
	}
	return "Its approval vote is past its deadline."
}

func (v reading) votes() templates.Section {
	s := templates.Section{Title: "Votes open now", Empty: "No vote is open."}
	for _, x := range v.Votes {
		item := templates.Item{
			Title: title(x.RFC), Badge: templates.Badge{Text: x.Ballot.Purpose.String(), Tone: templates.Act},
			Lines: []string{v.deadline(x.Ballot)},
		}
		for _, seat := range x.Missing {
			line := "Missing: " + seat.Label(v.Programme) + " (" + holders(v.Programme, seat)
			if !seat.Mandatory {
				line += ", optional"
			}
			item.Lines = append(item.Lines, line+")")
		}
		if len(x.Missing) == 0 {
			item.Lines = append(item.Lines, "Every seat has spoken.")
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func (v reading) deadline(b release.Ballot) string {
	at := release.Instant(b.Deadline, v.loc)
	if !b.Deadline.After(v.At) {
		return "It should have ended on " + at
	}
	return "Ends " + at + ", in " + release.Lasting(b.Deadline.Sub(v.At))
}

// releases shows each release with what is planned for it.
func (v reading) releases() []templates.Section {
	const name = "Next two weeks"
	if len(v.Releases) == 0 {
		return []templates.Section{{Title: name, Empty: "No deployment window is planned. Raise an RFC with /rfc raise in Slack to plan one."}}
	}
	var sections []templates.Section
	for _, g := range v.Releases {
		s := templates.Section{Title: name + " · " + g.Name, Empty: "No window is planned for it."}
		if g.Date != "" {
			s.Intro = "On the roadmap for " + roadmapDate(g.Date) + ". " + g.Why
		}
		s.Table = templates.Table{Columns: []templates.Column{{Title: "RFC", Width: 42}, {Title: "Window", Width: 34}, {Title: "Stands", Width: 24}}}
		for _, x := range g.Planned {
			s.Table.Rows = append(s.Table.Rows, v.planned(x))
		}
		sections = append(sections, s)
	}
	return sections
}

func (v reading) planned(x Planned) []templates.Cell {
	c := x.RFC.Content
	state := templates.Cell{Badge: stateBadge(x.RFC.State)}
	if x.Waits != "" {
		state.Note = "waits for " + x.Waits
	}
	return []templates.Cell{
		{Text: title(x.RFC), Link: v.links.Page(fmt.Sprintf("/rfcs/%d", x.RFC.Number)), Head: true, Note: systemName(v.Programme, c.System) + " on " + environmentNames(v.Programme, c.Environments)},
		{Text: v.window(x.RFC), Note: c.Disruption.String() + "; " + c.Risk.Level() + " risk"},
		state,
	}
}

// environments shows for each environment, in a line per window, who comes when.
func (v reading) environments() templates.Section {
	s := templates.Section{Title: "Next two weeks, by environment", Empty: "The programme has no environments."}
	for _, g := range v.Environments {
		item := templates.Item{Title: g.Name, Badge: templates.Badge{Text: "free", Tone: templates.Calm}}
		if n := len(g.Planned); n > 0 {
			item.Badge.Text = count(n, "window")
		}
		for _, x := range g.Planned {
			ready := "no Go yet"
			if x.Waits == "" {
				ready = "Go"
			}
			item.Lines = append(item.Lines, fmt.Sprintf("%s: %s, %s, %s", v.window(x.RFC), x.RFC.Name(), x.RFC.Content.Disruption, ready))
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func (v reading) conditions() templates.Section {
	s := templates.Section{Title: "Conditions still to meet", Empty: "No condition is open."}
	for _, x := range v.Conditions {
		s.Items = append(s.Items, templates.Item{
			Title: title(x.RFC), Quote: short(x.Condition.Words),
			Lines: []string{fmt.Sprintf("Owned by %s, before the window begins on %s", v.Programme.NameOf(x.Condition.Owner),
				release.Instant(x.RFC.Content.Window.From, v.loc))},
		})
	}
	return s
}

func (v reading) decisions() templates.Section {
	s := templates.Section{Title: "Decided in the last seven days", Empty: "The board closed no vote."}
	for _, d := range v.Decisions {
		b := d.Ballot
		item := templates.Item{
			Title: title(d.RFC), Badge: templates.Badge{Text: upperFirst(verdict(&b)), Tone: toneOf(b)},
			Lines: []string{b.Purpose.String() + ", " + release.Instant(b.ClosedAt, v.loc) + ": " + tallyLine(b.Tally())},
		}
		if b.OverrideReason != "" {
			item.Lines = append(item.Lines, "Override by "+v.Programme.NameOf(b.ClosedBy)+": "+short(b.OverrideReason))
		}
		item.Lines = append(item.Lines, v.voices(d)...)
		s.Items = append(s.Items, item)
	}
	return s
}

// voices are every No-Go with its reason, and whoever said something else than
// what was decided.
func (v reading) voices(d Decision) []string {
	var lines []string
	for _, seat := range d.Ballot.Seats {
		vote, ok := d.Ballot.Standing(seat.Key)
		if !ok || (vote.Choice != release.VoteNoGo && !slices.Contains(d.Dissent, vote)) {
			continue
		}
		line := fmt.Sprintf("%s said %s", seat.NameOf(vote.Person, v.Programme), vote.Choice)
		if vote.Words != "" {
			line += ": " + short(vote.Words)
		}
		lines = append(lines, line)
	}
	return lines
}

// mostPerState is how many RFCs of a state are listed, the oldest, so that a
// mail stays one that mail programs show whole.
const mostPerState = 25

// open lists the open RFCs under their states.
func (v reading) open() []templates.Section {
	const name = "Every open RFC"
	if len(v.Open) == 0 {
		return []templates.Section{{Title: name, Empty: "No RFC is open."}}
	}
	s := templates.Section{Title: name}
	for _, in := range v.Open {
		item := templates.Item{Title: upperFirst(in.State.String()), Badge: templates.Badge{Text: fmt.Sprint(len(in.RFCs)), Tone: stateBadge(in.State).Tone}}
		for _, x := range in.RFCs[:min(len(in.RFCs), mostPerState)] {
			item.Lines = append(item.Lines, fmt.Sprintf("%s, raised %s ago by %s", title(x.RFC), age(x.Age), v.Programme.NameOf(x.RFC.RaisedBy)))
		}
		if more := len(in.RFCs) - mostPerState; more > 0 {
			item.Lines = append(item.Lines, fmt.Sprintf("and %d more: /rfc list in Slack shows them all", more))
		}
		s.Items = append(s.Items, item)
	}
	return []templates.Section{s}
}

func (v reading) ledger() templates.Section {
	s := templates.Section{
		Title: "Keep this", Code: strings.TrimSpace(templates.Clean(v.Checkpoint)), Empty: "The ledger has no signed checkpoint yet.",
	}
	if s.Code != "" {
		s.Intro = "The signed checkpoint of the ledger: whoever keeps this report can show whether the record of decisions was changed afterwards."
	}
	return s
}

func (v reading) window(r release.RFC) string {
	return release.Span(r.Content.Window.From, r.Content.Window.To, v.loc)
}

func title(r release.RFC) string { return r.Name() + " " + r.Content.Title }

// short is somebody's words on one line of a report.
func short(text string) string { return release.Clip(templates.OneLine(text), 240) }

// age is how long ago something was, in days once it is more than one.
func age(d time.Duration) string {
	if d < 0 {
		d = 0
	}
	if d >= 24*time.Hour {
		d = d.Truncate(24 * time.Hour)
	}
	return release.Lasting(d)
}

func roadmapDate(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

func stateBadge(s release.RFCState) templates.Badge {
	tones := map[release.RFCState]templates.Tone{
		release.Go: templates.Good, release.NoGo: templates.Bad, release.Rejected: templates.Bad, release.Undecided: templates.Warn,
		release.Raised: templates.Act, release.InGoNoGo: templates.Act,
	}
	text := upperFirst(s.String())
	if s == release.Raised {
		text = "Approval vote open"
	}
	return templates.Badge{Text: text, Tone: tones[s]}
}
