package board

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

const (
	fieldFrom        = "from"
	fieldWeeks       = "weeks"
	fieldEnvironment = "environment"
	fieldParty       = "party"

	calendarWeeks = 6
	mostWeeks     = 26
)

// calendarPage is what the master release calendar shows.
type calendarPage struct {
	From         string
	Weeks        int
	MostWeeks    int
	Environments []choice
	Parties      []choice
	Earlier      timeLink
	Later        timeLink
	Today        string // an address; empty where the period begins this week
	Chart        gantt
	Legend       []legend
	Conflicts    []conflictLine
	Peace        string // said where nothing is in conflict
	Agenda       []agendaWeek
	Table        templates.Table
	Empty        string
	DaysOff      []string
	Often        []string // meetings that no calendar has room for
}

// choice is an option of a list.
type choice struct {
	ID, Name string
	Chosen   bool
}

// legend names a kind of slot by its colour.
type legend struct{ Class, Name string }

// conflictLine is a conflict in words, with where its two sides are.
type conflictLine struct {
	Where, When, Why string
	First, Second    templates.Link
}

// agendaWeek is a week of the agenda.
type agendaWeek struct {
	Name  string
	Lines []agendaLine
}

// agendaLine is a slot in the agenda.
type agendaLine struct {
	When, Title, Where, Detail, Link string
	Kind                             templates.Badge
	Conflict                         string
}

// period is what the calendar shows: whole weeks from a Monday, [from, to) in the
// programme's zone.
type period struct {
	first    time.Time // the Monday, as midnight of UTC: a civil day
	weeks    int
	from, to time.Time
	loc      *time.Location
}

func periodOf(first time.Time, weeks int, loc *time.Location) period {
	first = first.AddDate(0, 0, -int(first.Weekday()+6)%7)
	day := func(n int) time.Time {
		d := first.AddDate(0, 0, n)
		return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, loc)
	}
	return period{first: first, weeks: weeks, from: day(0), to: day(7 * weeks), loc: loc}
}

// periodFrom reads ?from=&weeks=: a day of the first week, and how many there are.
func (b *Board) periodFrom(q url.Values, loc *time.Location) (period, error) {
	first, weeks := midnight(b.Now(), loc), calendarWeeks
	if text := q.Get(fieldFrom); text != "" {
		day, err := time.Parse(time.DateOnly, text)
		if err != nil || day.Year() < 2000 || day.Year() > 2200 {
			return period{}, badTime("“"+release.Clip(text, 40)+"” is no day.", "Choose one, such as 2026-11-23.")
		}
		first = day
	}
	if text := q.Get(fieldWeeks); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > mostWeeks {
			return period{}, badTime(fmt.Sprintf("The calendar shows 1 to %d weeks.", mostWeeks), "Choose fewer weeks.")
		}
		weeks = n
	}
	return periodOf(first, weeks, loc), nil
}

// calendarPage shows what is planned when and where, and what cannot both be
// (R102, R138, R139).
func (b *Board) calendarPage(r *http.Request, v visitor) (string, templates.Site, error) {
	q := r.URL.Query()
	x, err := b.periodFrom(q, v.programme.Location())
	if err != nil {
		return "", templates.Site{}, err
	}
	all, err := b.Desk.Timeline(r.Context(), v.who.ID, x.from, x.to)
	if err != nil {
		return "", templates.Site{}, err
	}
	f := slotFilter{release.EnvironmentID(q.Get(fieldEnvironment)), release.PartyID(q.Get(fieldParty))}
	t := f.of(all)
	page := calendarPage{
		From: x.first.Format(time.DateOnly), Weeks: x.weeks, MostWeeks: mostWeeks, Environments: environmentChoices(all.Programme, f.environment),
		Parties: partyChoices(all.Programme, f.party),
	}
	page.moves(b, x, f)
	page.Chart = drawGantt(t, x, b.Now(), f.environment)
	page.fill(t, x)
	return "calendar", templates.Site{
		Title: "Master release calendar", Kicker: x.words(), Wide: true, Live: liveSeconds, AsOf: "As of " + release.Instant(b.Now(), x.loc) + ". Times are those of " + v.programme.Zone + ".",
		Data: page,
	}, nil
}

// words say which weeks the period is.
func (x period) words() string {
	last := x.first.AddDate(0, 0, 7*x.weeks-1)
	return x.first.Format(dayWords) + " to " + last.Format(dayWords)
}

// slotFilter selects slots by where they are and whose systems they touch; bookings
// are everybody's.
type slotFilter struct {
	environment release.EnvironmentID
	party       release.PartyID
}

func (f slotFilter) fits(p *release.Programme, s release.Slot) bool {
	if f.environment != "" && len(s.Environments) > 0 && !slices.Contains(s.Environments, f.environment) {
		return false
	}
	return f.party == "" || len(s.Systems) == 0 || slices.ContainsFunc(s.Systems, func(id release.SystemID) bool {
		x, _ := p.System(id)
		return x.Party == f.party
	})
}

// of returns the timeline with what fits only; a conflict stays with one side of it.
func (f slotFilter) of(t release.Timeline) release.Timeline {
	t.Slots = slices.DeleteFunc(slices.Clone(t.Slots), func(s release.Slot) bool { return !f.fits(t.Programme, s) })
	t.Conflicts = slices.DeleteFunc(slices.Clone(t.Conflicts), func(c release.Conflict) bool {
		return (f.environment != "" && c.Environment != f.environment) || (!f.fits(t.Programme, c.First) && !f.fits(t.Programme, c.Second))
	})
	return t
}

func environmentChoices(p *release.Programme, chosen release.EnvironmentID) []choice {
	all := []choice{{Name: "every environment"}}
	for _, e := range p.Environments {
		if !e.Retired {
			all = append(all, choice{string(e.ID), e.Name, e.ID == chosen})
		}
	}
	return all
}

// partyChoices are the parties that have systems.
func partyChoices(p *release.Programme, chosen release.PartyID) []choice {
	all := []choice{{Name: "every party"}}
	for _, x := range p.Parties {
		if !x.Retired && slices.ContainsFunc(p.Systems, func(s release.System) bool { return s.Party == x.ID && !s.Retired }) {
			all = append(all, choice{string(x.ID), x.Name, x.ID == chosen})
		}
	}
	return all
}

// moves adds the ways to the weeks before and after.
func (page *calendarPage) moves(b *Board, x period, f slotFilter) {
	to := func(first time.Time) timeLink {
		y := periodOf(first, x.weeks, x.loc)
		weeks := ""
		if x.weeks != calendarWeeks {
			weeks = strconv.Itoa(x.weeks)
		}
		return timeLink{
			URL: address("/calendar", fieldFrom, y.first.Format(time.DateOnly), fieldWeeks, weeks,
				fieldEnvironment, string(f.environment), fieldParty, string(f.party)),
			When: y.words(),
		}
	}
	page.Earlier, page.Later = to(x.first.AddDate(0, 0, -7*x.weeks)), to(x.first.AddDate(0, 0, 7*x.weeks))
	today := to(midnight(b.Now(), x.loc))
	if today.When != x.words() {
		page.Today = today.URL
	}
}

// fill folds the slots into the lists that say the same as the picture.
func (page *calendarPage) fill(t release.Timeline, x period) {
	p := t.Programme
	why := map[string]string{}
	for _, c := range t.Conflicts {
		e, _ := p.Environment(c.Environment)
		page.Conflicts = append(page.Conflicts, conflictLine{
			Where: e.Name, When: c.When.String(), Why: c.Why,
			First: slotLink(c.First), Second: slotLink(c.Second),
		})
		clash(why, c.First, c.Second)
		clash(why, c.Second, c.First)
	}
	if len(page.Conflicts) == 0 {
		page.Peace = "Nothing that is planned in these weeks is in conflict."
	}
	page.Table = templates.Table{Caption: "Everything in these weeks", Columns: []templates.Column{{Title: "When"}, {Title: "What"}, {Title: "Kind"}, {Title: "Where"}, {Title: "More"}}}
	for _, s := range t.Slots {
		line := agendaLine{
			When: slotWhen(s, x.loc), Title: s.Title, Where: slotWhere(p, s), Detail: s.Detail, Link: slotPath(s),
			Kind: templates.Badge{Text: s.Kind.String(), Tone: slotTone(s.Kind)}, Conflict: why[slotKey(s)],
		}
		page.addLine(line, x, s.Window.From)
		conflict := templates.Badge{}
		if line.Conflict != "" {
			conflict = templates.Badge{Text: "conflict", Tone: templates.Bad}
		}
		page.Table.Rows = append(page.Table.Rows, []templates.Cell{
			{Text: line.When, Head: true}, {Text: line.Title, Link: line.Link, Badge: conflict, Note: line.Conflict}, {Badge: line.Kind}, {Text: line.Where}, {Text: line.Detail},
		})
	}
	if len(t.Slots) == 0 {
		page.Empty = "Nothing is planned in these weeks. Windows come with their releases and RFCs; an environment is booked in Slack with /env book."
	}
	for _, k := range release.SlotKinds() {
		page.Legend = append(page.Legend, legend{Class: string(k), Name: k.String()})
	}
	for _, rule := range p.Meetings {
		if !p.IsCalled(rule.Kind) && len(rule.Weekdays) > 0 {
			page.Often = append(page.Often, rule.Kind.String()+": "+weekdays(rule.Weekdays)+" at "+rule.At)
		}
	}
	works := p.WorkingCalendar()
	for i := range 7 * x.weeks {
		if h, ok := works.HolidayOn(x.first.AddDate(0, 0, i)); ok {
			page.DaysOff = append(page.DaysOff, h.String())
		}
	}
}

// weekdays names days of every week: "Monday to Friday", "Monday and Thursday".
func weekdays(days []time.Weekday) string {
	sorted := slices.Clone(days)
	slices.Sort(sorted)
	first, last := sorted[0], sorted[len(sorted)-1]
	if n := len(sorted); n > 2 && int(last-first) == n-1 {
		return first.String() + " to " + last.String()
	}
	names := make([]string, len(sorted))
	for i, d := range sorted {
		names[i] = d.String()
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}

// clash notes that a slot is in conflict with another.
func clash(why map[string]string, s, o release.Slot) {
	words := why[slotKey(s)]
	switch {
	case words == "":
		words = "in conflict with " + o.Title
	case !strings.Contains(words, o.Title):
		words += ", " + o.Title
	}
	why[slotKey(s)] = words
}

// addLine adds a slot to the agenda, in the week in which it begins; what began
// before is in the first.
func (page *calendarPage) addLine(line agendaLine, x period, from time.Time) {
	day := midnight(from, x.loc)
	if day.Before(x.first) {
		day = x.first
	}
	monday := day.AddDate(0, 0, -int(day.Weekday()+6)%7)
	name := "Week of " + monday.Format(dayWords)
	if n := len(page.Agenda); n == 0 || page.Agenda[n-1].Name != name {
		page.Agenda = append(page.Agenda, agendaWeek{Name: name})
	}
	week := &page.Agenda[len(page.Agenda)-1]
	week.Lines = append(week.Lines, line)
}

func slotKey(s release.Slot) string { return s.Subject + "@" + s.Window.From.String() }

// slotWhen says when a slot is, in the programme's zone; a planned release is a day.
func slotWhen(s release.Slot, loc *time.Location) string {
	if s.Kind == release.SlotRoadmap {
		return s.Window.From.In(loc).Format(dayWords)
	}
	return release.Span(s.Window.From, s.Window.To, loc)
}

// slotWhere names a slot's environments; a meeting is in none.
func slotWhere(p *release.Programme, s release.Slot) string {
	if s.Kind == release.SlotMeeting {
		return ""
	}
	return environmentNames(p, s.Environments)
}

func environmentNames(p *release.Programme, ids []release.EnvironmentID) string {
	if len(ids) == 0 {
		return "everywhere"
	}
	var names []string
	for _, id := range ids {
		e, _ := p.Environment(id)
		names = append(names, cmp.Or(e.Name, string(id)))
	}
	return strings.Join(names, ", ")
}

// slotPath is where a slot is looked at: its own page, or its environment's.
func slotPath(s release.Slot) string {
	if path := subjectPath(s.Subject); path != "" {
		return path
	}
	if len(s.Environments) > 0 {
		return environmentPath(s.Environments[0])
	}
	return ""
}

func slotLink(s release.Slot) templates.Link { return templates.Link{Text: s.Title, URL: slotPath(s)} }

func slotTone(k release.SlotKind) templates.Tone {
	switch k {
	case release.SlotFreeze:
		return templates.Bad
	case release.SlotMaintenance:
		return templates.Warn
	case release.SlotDeployment, release.SlotRelease:
		return templates.Act
	case release.SlotOperation, release.SlotRoadmap:
		return templates.Good
	case release.SlotPhase, release.SlotMeeting:
	}
	return templates.Calm
}
