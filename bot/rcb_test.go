package bot

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// meets has the board meet at ten on weekdays.
func meets(p *release.Programme, _ *Config) {
	p.Meetings = []release.MeetingRule{{
		Kind: release.BoardMeeting, At: "10:00", Weekdays: []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
	}}
}

// session is a meeting of the board with one of everything in it.
func session() release.Meeting {
	window := release.Window{From: start.Add(20 * time.Hour), To: start.Add(22 * time.Hour), Zone: "Europe/London"}
	item := func(part release.AgendaPart, rfc int, kind release.ReleaseType, title, asked string) release.AgendaItem {
		return release.AgendaItem{Part: part, Subject: fmt.Sprintf("rfc/%d", rfc), RFC: rfc, Title: title, Type: kind, Asked: asked, Requester: "elle", Window: window}
	}
	return release.Meeting{
		ID: 3, Kind: release.BoardMeeting, Attendees: []release.PersonID{"rachel", "tom", "eve"}, StartedAt: start, StartedBy: "rachel",
		Agenda: []release.AgendaItem{
			item(release.AgendaEmergencies, 9, release.Emergency, "Stop <the> rounding & more", "Decide on its approval: 1 of 4 seats heard."),
			item(release.AgendaMajors, 4, release.Major, "Settlement timeout", "Open its deployment Go/No-Go, if everything is ready for it."),
			item(release.AgendaMajors, 5, release.Major, "Migration tooling", "Ask again: its approval vote ended without a decision."),
			{
				Part: release.AgendaRest, Subject: "debt/2", Release: 7, Title: "The retrospective of emergency REL-7 is not shown.", Type: release.Emergency,
				Requester: "elle", Asked: "Hear how this debt is settled; it is due Mon 23 Nov 2026 17:00 GMT.",
			},
			item(release.AgendaRest, 4, release.Major, "Settlement timeout", "Hear how the condition “dry run” is met, which Elle Ford owns."),
		},
		EndedAt: start.Add(45 * time.Minute), EndedBy: "rachel", CorrectionsUntil: start.Add(48 * time.Hour),
		Minutes: []release.MinuteLine{
			{Entry: 41, At: start.Add(5 * time.Minute), By: "tom", Subject: "ballot/7", RFC: 9, Text: "RFC-9 “Stop <the> rounding & more”, RFC approval: Go. Every seat said Go."},
			{Entry: 44, At: start.Add(9 * time.Minute), By: "elle", Subject: "rfc/4", RFC: 4, Text: "RFC-4 “Settlement timeout” was withdrawn: It clashes."},
		},
		Amendments: []release.Amendment{
			{Line: 1, At: start.Add(2 * time.Hour), By: "tom", Text: "Only after\nthe data load."},
			{Line: 0, At: start.Add(3 * time.Hour), By: "eve", Text: "We spoke of the freeze."},
		},
	}
}

// What people see of meetings is what it was when somebody last looked at it.
func TestMeetingPages(t *testing.T) {
	p, m := programme(), session()
	meets(p, nil)
	next, _ := p.NextBoard(start)
	running := m
	running.EndedAt, running.Minutes, running.Amendments = time.Time{}, nil, nil
	view := release.AgendaView{Programme: p, Items: m.Agenda, Next: next, Coming: []release.Coming{{Kind: release.EnvironmentTalk, At: next.Add(11*24*time.Hour + 4*time.Hour)}}}
	goldenPage(t, "rcb_agenda", agendaPage(view, "REHEARSAL", true))
	goldenPage(t, "rcb_agenda_empty", agendaPage(release.AgendaView{Programme: p, Running: []release.Meeting{running}}, "", true))
	goldenPage(t, "rcb_running", minutesPage(release.MeetingStory{Programme: p, Meeting: running}, ""))
	goldenPage(t, "rcb_minutes", minutesPage(release.MeetingStory{Programme: p, Meeting: m}, ""))
	ratified, nothing := m, m
	ratified.RatifiedAt, nothing.Minutes, nothing.Amendments = m.CorrectionsUntil, nil, nil
	goldenPage(t, "rcb_ratified", minutesPage(release.MeetingStory{Programme: p, Meeting: ratified}, ""))
	goldenPage(t, "rcb_nothing", minutesPage(release.MeetingStory{Programme: p, Meeting: nothing}, ""))
	for name, e := range map[string]release.Event{
		"rcb_post_started":  {Kind: release.NoticeMeeting, Meeting: &running},
		"rcb_post_minutes":  {Kind: release.NoticeMinutes, Meeting: &m},
		"rcb_post_ratified": {Kind: release.NoticeRatified, Meeting: &ratified},
	} {
		goldenPage(t, name, noticePage(release.Notice{Road: release.ByChannel, Event: e}, p, ""))
	}
	form := (&Bot{}).correctForm(m, "1")
	golden(t, "form_correct.txt", readable(t, form.Blocks.BlockSet))
}

// R57 to R64, M12: the board's meeting by hand: agenda, start, a vote decided
// meanwhile, end, minutes, corrections typed and by form, ratified.
func TestMeetingStory(t *testing.T) {
	o := open(t, meets)
	wants(t, o.command(tom, "/rcb agenda"), "The board meets next", "Nothing waits for the board")
	o.raised()
	wants(t, o.command(elle, "/rcb agenda"), "RFC-1", "Decide on its approval: 0 of 4 seats heard", "Asked by Elle Ford")
	wants(t, o.command(tom, "/rcb start"), "led by the programme's Release Manager", "Ask Rachel Moss")
	wants(t, o.command(rachel, "/rcb start"), "The Release Control Board is open as meeting 1")
	wants(t, o.command(rachel, "/rcb start rcb"), "runs since", "Rachel Moss opened it")
	o.work()
	post := o.last(tom, board)
	wants(t, post.Text, "Release Control Board", "led by Rachel Moss", "RFC-1")
	o.must(o.box.Click(t.Context(), ben, board, post.TS, "rcb.join", ""))
	o.settle()
	wants(t, o.last(ben, board).Text, "You are among the attendees of meeting 1")
	for _, x := range []string{tom, eve, rachel, ben} {
		o.press(x, "rfc.vote.go")
	}
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	_, err := o.desk.Tick(t.Context())
	o.must(err)
	wants(t, o.command(tom, "/rcb minutes 1"), "still runs")
	wants(t, o.command(tom, "/rcb end"), "No meeting runs that you could mean")
	wants(t, o.command(rachel, "/rcb end"), "Minutes: Release Control Board", "RFC approval: Go", "ledger entry")
	o.work()
	wants(t, o.last(tom, board).Text, "Minutes: Release Control Board", "Open for corrections")

	wants(t, o.command(ben, "/rcb correct 1 1 only after the data load"), "Your correction stands beside the minutes of meeting 1")
	o.command(ben, "/rcb correct 1 1")
	r, err := o.box.Submit(t.Context(), ben, map[string]map[string]any{release.FieldText: {"in": ""}})
	if err != nil || r.OK() {
		t.Errorf("a correction without words: %+v, %v", r, err)
	}
	r, err = o.box.Submit(t.Context(), ben, map[string]map[string]any{release.FieldLine: {"in": "0"}, release.FieldText: {"in": "The freeze."}})
	if err != nil || !r.OK() {
		t.Errorf("a correction by form: %+v, %v", r, err)
	}
	wants(t, o.command(elle, "/rcb correct 1"), "Only those who attended")
	wants(t, o.command(rachel, "/rcb correct 1 9 no such line"), "The minutes have no line 9")
	wants(t, o.command(rachel, "/rcb correct 1 first words"), "is not the number of a line")
	wants(t, o.command(elle, "/rcb minutes"), "Correction of Ben Achterberg", "only after the data load", "Added by Ben Achterberg", "RFC approval: Go")

	o.must(o.clock.MoveTo(t.Context(), start.Add(120*time.Hour)))
	_, err = o.desk.Ratify(t.Context())
	o.must(err)
	o.work()
	wants(t, o.last(tom, board).Text, "Minutes ratified", "with 2 corrections")
	wants(t, o.command(ben, "/rcb correct 1"), "could be corrected until")
	wants(t, o.command(ben, "/rcb 1"), "Ratified")
}

// What is typed wrongly is told what, why and what to do next.
func TestMeetingRefusals(t *testing.T) {
	o := open(t)
	for text, want := range map[string]string{
		"/rcb minutes":            "No meeting has ended",
		"/rcb minutes 7":          "There is no meeting 7",
		"/rcb minutes last":       "where a number such as 3 is needed",
		"/rcb start party":        "is no kind of meeting",
		"/rcb start kick-off":     "none was named",
		"/rcb start kick-off zz":  "neither a version nor a name",
		"/rcb join":               "No meeting runs",
		"/rcb end x":              "where a number such as 3 is needed",
		"/rcb correct 7 1 no":     "There is no meeting 7",
		"/rcb correct":            "No meeting has ended",
		"/rcb start rcb REL-7":    "not about one release",
		"/rcb agenda of tomorrow": "does not say when the board meets",
	} {
		if got := o.command(rachel, text); !strings.Contains(got, want) {
			t.Errorf("%s: %q is missing in\n%s", text, want, got)
		}
	}
}

// A meeting with very much in it fits what Slack takes.
func TestMeetingLimits(t *testing.T) {
	p, m := programme(), session()
	long := strings.Repeat("<long & wide> ", 400)
	for i := range 300 {
		m.Agenda = append(m.Agenda, release.AgendaItem{Part: release.AgendaRest, RFC: i + 10, Title: long, Asked: long, Requester: "elle"})
		m.Minutes = append(m.Minutes, release.MinuteLine{Entry: int64(i), At: start, Text: long})
		m.Amendments = append(m.Amendments, release.Amendment{Line: i % 50, At: start, By: "tom", Text: long})
		m.Attendees = append(m.Attendees, release.PersonID(fmt.Sprintf("somebody-%d", i)))
	}
	running := m
	running.EndedAt = time.Time{}
	for name, shown := range map[string]*page{
		"minutes": minutesPage(release.MeetingStory{Programme: p, Meeting: m}, "REHEARSAL"),
		"agenda":  agendaPage(release.AgendaView{Programme: p, Items: m.Agenda}, "REHEARSAL", true),
		"started": meetingPage(newPage("", "REHEARSAL"), running, p),
	} {
		if n := textTogether(shown.blocks); len(shown.blocks) > 50 || n > 10_000 || units(shown.fallback()) > maxFallback {
			t.Errorf("%s: %d blocks, %d characters, %d units of fallback", name, len(shown.blocks), n, units(shown.fallback()))
		}
	}
}
