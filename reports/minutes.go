package reports

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// minutes turns what a meeting put out into a letter to its reader: its call
// before it, the minutes when it ended, and again when they are ratified (R64, M12).
func (l Letterhead) minutes(p *release.Programme, n release.Notice, to release.Person) (x letter, err error) {
	t := sitting{programme: p, event: n.Event, meeting: *n.Event.Meeting, reader: to, duty: n.Duty}
	if n.Event.Kind == release.NoticeCalled {
		x = l.called(t, n)
		if n.Event.Invitation == nil {
			return x, nil
		}
		x.calendar, err = l.entry(p, *n.Event.Invitation, to)
		return x, err
	}
	if k := n.Event.Kind; k != release.NoticeMinutes && k != release.NoticeRatified {
		return letter{}, fmt.Errorf("%s is not told by mail: %w", k, release.ErrGivenUp)
	}
	page := templates.Page{
		Kicker: t.meeting.Name(), Title: meetingHeadline(n.Event, p), Lead: t.lead(), Footer: t.footer(),
		Sections: []templates.Section{t.decisions()}, Link: l.channel(p),
	}
	if s := t.missing(); !s.Bare() {
		page.Sections = append(page.Sections, s)
	}
	page.Sections = append(page.Sections, t.facts())
	if s := t.agenda(); !s.Bare() {
		page.Sections = append(page.Sections, s)
	}
	return letter{
		key: n.Key, stream: "meeting", thread: t.meeting.Subject(), subject: page.Title, to: to, at: n.At, page: page,
	}, nil
}

// meetingHeadline says in a line what a meeting put out.
func meetingHeadline(e release.Event, p *release.Programme) string {
	day := e.Meeting.StartedAt.In(p.Location()).Format("Mon 2 Jan 2006")
	if e.Kind == release.NoticeRatified {
		return "Minutes ratified with " + correctionCount(*e.Meeting) + ": " + e.Meeting.Title() + ", " + day
	}
	return "Minutes: " + e.Meeting.Title() + ", " + day
}

func correctionCount(m release.Meeting) string {
	if len(m.Amendments) == 0 {
		return "no correction"
	}
	return count(len(m.Amendments), "correction")
}

// sitting is a meeting as one reader hears of it.
type sitting struct {
	programme *release.Programme
	event     release.Event
	meeting   release.Meeting
	reader    release.Person
	duty      release.Duty
}

func (t sitting) instant(at time.Time) string { return release.Instant(at, t.programme.Location()) }

func (t sitting) lead() templates.Callout {
	m := t.meeting
	switch {
	case t.event.Kind == release.NoticeRatified && len(m.Amendments) > 0:
		return nothing("The time for corrections is over. What was corrected stands beside the line, which stays as it was written.")
	case t.event.Kind == release.NoticeRatified:
		return nothing("The time for corrections is over, and nobody corrected anything.")
	case m.Attended(t.reader.ID) && len(m.Minutes) > 0:
		return templates.Callout{Tone: templates.Act, Label: "Please read them by " + t.instant(m.CorrectionsUntil), Text: fmt.Sprintf(
			"You attended. If a line is not right, write /rcb correct %d 1 and what is right in Slack, with the line's number in place of the 1, or 0 for what is missing. "+
				"The line stays, and your correction stands beside it.", m.ID)}
	case m.Attended(t.reader.ID):
		return templates.Callout{Tone: templates.Act, Label: "Please say what is missing by " + t.instant(m.CorrectionsUntil), Text: fmt.Sprintf(
			"You attended. Nothing was decided in gonogo while the meeting ran; if something belongs in the minutes, write /rcb correct %d 0 and what it is in Slack.", m.ID)}
	}
	return nothing("You are told what was decided. Those who attended may correct the minutes until " + t.instant(m.CorrectionsUntil) + "; then you get them once more.")
}

// decisions are the lines of the minutes, each with its entry of the ledger and
// what was said of it.
func (t sitting) decisions() templates.Section {
	s := templates.Section{Title: "What was decided", Empty: "Nothing was decided while the meeting ran."}
	for i, x := range t.meeting.Minutes {
		item := templates.Item{
			Title: fmt.Sprintf("%d. %s", i+1, templates.OneLine(x.Text)),
			Lines: []string{fmt.Sprintf("%s, entry %d of the ledger", x.At.In(t.programme.Location()).Format("15:04"), x.Entry)},
		}
		for _, a := range t.meeting.AmendmentsOf(i + 1) {
			item.Badge = templates.Badge{Text: "corrected", Tone: templates.Warn}
			item.Lines = append(item.Lines, t.amendment(a))
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func (t sitting) amendment(a release.Amendment) string {
	return "Correction of " + t.programme.NameOf(a.By) + ", " + t.instant(a.At) + ": " + templates.OneLine(a.Text)
}

// missing is what attendees say should be in the minutes and is not.
func (t sitting) missing() templates.Section {
	s := templates.Section{Title: "Missing from the minutes"}
	for _, a := range t.meeting.AmendmentsOf(0) {
		s.Items = append(s.Items, templates.Item{Title: t.programme.NameOf(a.By) + ", " + t.instant(a.At), Quote: a.Text})
	}
	return s
}

func (t sitting) facts() templates.Section {
	m := t.meeting
	names := make([]string, len(m.Attendees))
	for i, id := range m.Attendees {
		names[i] = t.programme.NameOf(id)
	}
	corrections := templates.Fact{Label: "Corrections", Value: "until " + t.instant(m.CorrectionsUntil), Note: "by those who attended"}
	if t.event.Kind == release.NoticeRatified {
		corrections = templates.Fact{Label: "Ratified", Value: t.instant(m.RatifiedAt), Note: "with " + correctionCount(m)}
	}
	return templates.Section{Title: "The meeting", Facts: []templates.Fact{
		{Label: "Meeting", Value: m.Title(), Note: m.Name()},
		{Label: "Held", Value: release.Span(m.StartedAt, m.EndedAt, t.programme.Location()), Note: release.Lasting(m.EndedAt.Sub(m.StartedAt))},
		{Label: "Led by", Value: t.programme.NameOf(m.EndedBy)},
		{Label: "Attendees", Value: strings.Join(names, ", ")},
		corrections,
	}}
}

// agenda is what waited when the meeting began.
func (t sitting) agenda() templates.Section {
	s := templates.Section{Title: "The agenda with which it began"}
	for _, x := range t.meeting.Agenda {
		lines := []string{x.Asked, "Asked by " + t.programme.NameOf(x.Requester)}
		if !x.Window.IsZero() {
			lines = append(lines, "Window "+x.Window.String())
		}
		s.Items = append(s.Items, templates.Item{
			Title: x.Name() + ", " + string(x.Type) + ": " + templates.OneLine(x.Title), Badge: templates.Badge{Text: string(x.Part), Tone: templates.Calm},
			Lines: lines,
		})
	}
	return s
}

func (t sitting) footer() []string {
	why := "You get this mail because you represent your party, and what the board's meetings put out goes to every party."
	pace := "Too many? Mails that ask nothing of you can come once a day or once a week: write /rfc notify daily or /rfc notify weekly in Slack."
	if t.meeting.Attended(t.reader.ID) {
		why = "You get this mail because you are among the attendees of the meeting."
		pace = "What you may have to act on always comes at once."
	}
	return []string{why, pace, "Sent by gonogo for " + t.programme.Name + ". The record of who decided what is in gonogo, not in this mail."}
}

// meetingDigest shows what waited for somebody of one meeting, the newest first.
func meetingDigest(p *release.Programme, notices []release.Notice) templates.Section {
	m := *notices[0].Event.Meeting
	s := templates.Section{Title: m.Title() + ", " + m.Name(), Facts: []templates.Fact{
		{Label: "Held", Value: release.Span(m.StartedAt, m.EndedAt, p.Location())},
	}}
	for _, n := range notices {
		t := sitting{programme: p, event: n.Event, meeting: *n.Event.Meeting}
		item := templates.Item{Title: "Minutes ratified with " + correctionCount(t.meeting), Lines: []string{t.instant(n.Event.At)}}
		if n.Event.Kind == release.NoticeMinutes {
			item.Title = "Minutes written"
			for _, d := range t.decisions().Items {
				item.Lines = append(item.Lines, d.Title)
			}
		}
		s.Items = append(s.Items, item)
	}
	return s
}
