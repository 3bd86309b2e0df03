package bot

import (
	"strconv"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// How much of an agenda and of minutes a message shows: Slack takes about
// 10,000 characters of one.
const (
	agendaItems = 12
	minuteLines = 20 // and as many corrections
	minuteText  = 6500
)

// agendaPage shows what waits for the next board.
func agendaPage(view release.AgendaView, banner string, leads bool) *page {
	p := newPage("Agenda", banner).heading("Agenda of the " + release.BoardMeeting.String())
	running := false
	for _, m := range view.Running {
		p.say(line{bold("Now: "), words(m.Title() + ", " + m.Name() + ", since " + release.Instant(m.StartedAt, view.Programme.Location()) + ".")})
		running = running || m.Kind == release.BoardMeeting
	}
	if view.Next.IsZero() {
		p.say(said("The programme does not say when the board meets; its release manager opens it when there is something to decide."))
	} else {
		p.say(with(with(line{bold("The board meets next "), words(release.Instant(view.Next, view.Programme.Location()))}, forYou(view.Next)...), words(".")))
	}
	for _, x := range view.Coming {
		p.say(with(with(line{bold("The " + x.Kind.String() + " meets next "), words(release.Instant(x.At, view.Programme.Location()))}, forYou(x.At)...), words(".")))
	}
	agendaPart(p, view.Items, view.Programme)
	if leads && !running {
		p.buttons(button("rcb.start", "start rcb", "Open the meeting", "Open the board's meeting with this agenda"))
	}
	return p
}

// agendaPart shows the items of an agenda under their parts.
func agendaPart(p *page, items []release.AgendaItem, programme *release.Programme) {
	if len(items) == 0 {
		p.say(said("Nothing waits for the board."))
		return
	}
	var part release.AgendaPart
	for i, x := range items[:min(len(items), agendaItems)] {
		if x.Part != part {
			part = x.Part
			p.say(line{bold(capital(string(part)))})
		}
		if x.RFC == 0 {
			p.say(line{bold(itoa(i+1) + ". " + x.Name() + " · " + string(x.Type)), words("\n" + clip(oneLine(x.Title), 200) + " " + clip(x.Asked, 200) + " Owned by " + clip(programme.NameOf(x.Requester), cardName) + ".")})
			continue
		}
		name, n := x.Name(), itoa(x.RFC)
		columns := []string{
			clip(oneLine(x.Title), 120) + "\n" + clip(x.Asked, 300),
			"Asked by " + clip(programme.NameOf(x.Requester), cardName),
		}
		if !x.Window.IsZero() {
			columns[1] += "\n" + x.Window.String()
		}
		p.entry(itoa(i+1)+". "+name+" · "+string(x.Type), columns, button("rfc.details."+n+".agenda."+itoa(i), "details "+n, "Details", "Details of "+name))
	}
	if n := len(items) - agendaItems; n > 0 {
		p.note("And " + count(n, "more item", "more items") + ": /gonogo status and /rfc list open show what waits.")
	}
}

// attendeeLine names those who attend.
func attendeeLine(m release.Meeting, programme *release.Programme) line {
	names := make([]string, len(m.Attendees))
	for i, id := range m.Attendees {
		names[i] = clip(programme.NameOf(id), cardName)
	}
	return fact("Attendees", listed(names, 900))
}

// meetingPage is the post with which a meeting begins: its agenda is frozen.
func meetingPage(p *page, m release.Meeting, programme *release.Programme) *page {
	n := meetingNumber(m)
	p.heading(m.Title())
	p.say(
		line{bold("Opened"), words(" as " + m.Name() + ", " + release.Instant(m.StartedAt, programme.Location()) + ", led by " + clip(programme.NameOf(m.StartedBy), cardName) + ". What is decided until it ends is in its minutes.")},
		attendeeLine(m, programme),
	)
	if len(m.Agenda) > 0 || m.Kind == release.BoardMeeting {
		agendaPart(p, m.Agenda, programme)
	}
	end := button("rcb.end", "end "+n, "End the meeting (chair)", "End "+m.Name()+", as its chair").
		WithConfirm(slack.NewConfirmationBlockObject(plain("End "+m.Name()+"?"), plain("Its minutes are written and mailed to everybody who attended and to the parties' representatives."), plain("End it"), plain("Cancel")))
	return p.buttons(button("rcb.join", "join "+n, "I attend", "Be among the attendees of "+m.Name()), end)
}

// minutesPage shows the minutes of a meeting, each line with what was said of it.
func minutesPage(s release.MeetingStory, banner string) *page {
	return minutesPart(newPage("Minutes", banner), s)
}

func minutesPart(p *page, s release.MeetingStory) *page {
	m, loc := s.Meeting, s.Programme.Location()
	if m.State() == release.MeetingRunning {
		p.heading(m.Title())
		p.say(
			line{bold(capital(m.Name()) + " still runs"), words(", since " + release.Instant(m.StartedAt, loc) + ". Its minutes are written when its chair ends it.")},
			attendeeLine(m, s.Programme),
		)
		return p
	}
	p.heading("Minutes: " + m.Title())
	p.say(
		line{bold(capital(m.Name())), words(", " + release.Span(m.StartedAt, m.EndedAt, loc) + ", led by " + clip(s.Programme.NameOf(m.EndedBy), cardName) + ".")},
		minutesState(s), attendeeLine(m, s.Programme),
	)
	minuteList(p, s)
	if m.State() == release.MeetingOpen {
		p.buttons(button("rcb.correct", "correct "+meetingNumber(m), "Correct", "Correct the minutes of "+m.Name()+", as an attendee"))
	}
	return p
}

// minutesState says until when minutes may be corrected, or that they are final.
func minutesState(s release.MeetingStory) line {
	m, loc := s.Meeting, s.Programme.Location()
	if m.State() == release.MeetingRatified {
		return line{bold("Ratified"), words(" " + release.Instant(m.RatifiedAt, loc) + " with " + corrections(m) + ".")}
	}
	l := with(line{bold("Open for corrections")}, words(" by those who attended, until "+release.Instant(m.CorrectionsUntil, loc)))
	return with(with(l, forYou(m.CorrectionsUntil)...), words("."))
}

func corrections(m release.Meeting) string {
	if len(m.Amendments) == 0 {
		return "no correction"
	}
	return count(len(m.Amendments), "correction", "corrections")
}

// minuteList shows the lines, each with its entry of the ledger and, below it,
// what attendees said of it.
func minuteList(p *page, s release.MeetingStory) {
	m := s.Meeting
	if len(m.Minutes) == 0 {
		p.say(said("Nothing was decided in it."))
	}
	all := len(m.Amendments)
	m.Amendments = m.Amendments[:min(all, minuteLines)]
	shown := min(len(m.Minutes), minuteLines)
	most := min(600, minuteText/max(shown+len(m.Amendments), 1))
	var lines []line
	for i, x := range m.Minutes[:shown] {
		l := line{bold(itoa(i+1) + ". "), words(clip(oneLine(x.Text), most) + " (" + x.At.In(s.Programme.Location()).Format("15:04") + ", ledger entry " + strconv.FormatInt(x.Entry, 10) + ")")}
		for _, a := range m.AmendmentsOf(i + 1) {
			l = with(l, amendmentSpans("\nCorrection of ", a, s, most)...)
		}
		lines = append(lines, l)
	}
	p.list(lines...)
	var missing []line
	for _, a := range m.AmendmentsOf(0) {
		missing = append(missing, amendmentSpans("Added by ", a, s, most))
	}
	if len(missing) > 0 {
		p.say(line{bold("Missing from the minutes")}).list(missing...)
	}
	if n := len(m.Minutes) - shown + all - len(m.Amendments); n > 0 {
		p.note("And " + count(n, "more line or correction", "more lines and corrections") + ", in the mail of the minutes.")
	}
}

func amendmentSpans(how string, a release.Amendment, s release.MeetingStory, most int) []span {
	by := how + clip(s.Programme.NameOf(a.By), 60) + ", " + release.Instant(a.At, s.Programme.Location()) + ": "
	return []span{bold(by), words(clip(oneLine(a.Text), most))}
}

// meetingNotice is the post of what a meeting put out in the board's channel.
func meetingNotice(n release.Notice, programme *release.Programme, banner string) *page {
	m := *n.Event.Meeting
	s := release.MeetingStory{Programme: programme, Meeting: m}
	switch n.Event.Kind {
	case release.NoticeMeeting:
		return meetingPage(newPage(m.Title(), banner), m, programme)
	case release.NoticeRatified:
		p := newPage(m.Title(), banner).say(line{bold("Minutes ratified"), words(": " + m.Title() + ", " + m.Name() + ", with " + corrections(m) + ".")})
		return p.buttons(button("rcb.minutes", "minutes "+meetingNumber(m), "Show the minutes", "Show the minutes of "+m.Name()))
	default:
		return minutesPage(s, banner)
	}
}
