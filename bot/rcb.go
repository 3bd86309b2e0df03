package bot

import (
	"context"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// rcbAgenda shows what waits for the next board.
func rcbAgenda(ctx context.Context, b *Bot, c Call) (reply, error) {
	view, err := b.desk.Agenda(ctx)
	if err != nil {
		return reply{}, err
	}
	return reply{page: agendaPage(view, b.banner, mayLead(c.Programme, c.By))}, nil
}

// rcbStart opens a meeting: the board's when no kind is named.
func rcbStart(ctx context.Context, b *Bot, c Call) (reply, error) {
	kind, rest := release.BoardMeeting, c.Args
	if word, after := cutWord(c.Args); word != "" {
		var err error
		if kind, err = release.ParseMeetingKind(word); err != nil {
			return reply{}, err
		}
		rest = after
	}
	number := 0
	if rest != "" {
		var err error
		if number, err = b.desk.FindRelease(ctx, rest); err != nil {
			return reply{}, err
		}
	}
	m, err := b.desk.StartMeeting(ctx, c.Intent(), kind, number)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Meeting open", b.banner).say(
		line{bold("The " + m.Title() + " is open as " + m.Name() + ".")},
		coded("Its agenda is posted in the board's channel. What is decided from now on is in its minutes; `/rcb end "+meetingNumber(m)+"` ends it."),
	)
	return reply{page: p}, nil
}

func meetingNumber(m release.Meeting) string { return strconv.FormatInt(m.ID, 10) }

// meetingOf takes the number of a meeting off the arguments.
func meetingOf(args string) (id int64, rest string, err error) {
	word, rest := cutWord(args)
	if strings.EqualFold(word, "meeting") {
		word, rest = cutWord(rest)
	}
	id, err = release.ParseMeetingNumber(strings.Trim(word, "`:,."))
	return id, rest, err
}

// runningOf returns the meeting that is named, or the one that runs; which must
// be one that may be meant.
func (b *Bot) runningOf(ctx context.Context, c Call, may func(release.Meeting) bool) (int64, error) {
	if c.Args != "" {
		id, _, err := meetingOf(c.Args)
		return id, err
	}
	view, err := b.desk.Agenda(ctx)
	if err != nil {
		return 0, err
	}
	var meant []release.Meeting
	var names []string
	for _, m := range view.Running {
		if may(m) {
			meant, names = append(meant, m), append(names, m.Name()+" ("+m.Title()+")")
		}
	}
	switch len(meant) {
	case 0:
		return 0, refuse(release.CodeState, "Nothing was changed.", "No meeting runs that you could mean.", "`/rcb start` opens one, as its chair.")
	case 1:
		return meant[0].ID, nil
	}
	return 0, refuse(release.CodeInvalid, "Nothing was changed.", "Several meetings run: "+listed(names, 600)+".",
		"Name one: `/rcb "+c.Verb+" "+meetingNumber(meant[0])+"`.")
}

// rcbJoin puts a person among the attendees.
func rcbJoin(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, err := b.runningOf(ctx, c, func(release.Meeting) bool { return true })
	if err != nil {
		return reply{}, err
	}
	m, err := b.desk.JoinMeeting(ctx, c.Intent(), id)
	if err != nil {
		return reply{}, err
	}
	p := newPage("You attend", b.banner).say(
		line{bold("You are among the attendees of " + m.Name() + ", " + m.Title() + ".")},
		said("Its minutes will be mailed to you, and you may correct them."),
	)
	return reply{page: p}, nil
}

// rcbEnd ends a meeting and shows its minutes.
func rcbEnd(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, err := b.runningOf(ctx, c, func(m release.Meeting) bool { return c.Programme.MayLead(c.By, m.Kind) })
	if err != nil {
		return reply{}, err
	}
	m, err := b.desk.EndMeeting(ctx, c.Intent(), id)
	if err != nil {
		return reply{}, err
	}
	return reply{page: minutesPage(release.MeetingStory{Programme: c.Programme, Meeting: m}, b.banner)}, nil
}

// rcbMinutes shows the minutes of a meeting.
func rcbMinutes(ctx context.Context, b *Bot, c Call) (reply, error) {
	var id int64
	if c.Args != "" {
		var err error
		if id, _, err = meetingOf(c.Args); err != nil {
			return reply{}, err
		}
	}
	s, err := b.desk.MeetingStory(ctx, id)
	if err != nil {
		return reply{}, err
	}
	return reply{page: minutesPage(s, b.banner)}, nil
}

// rcbCorrect keeps a correction of the minutes, or asks for one in a form.
func rcbCorrect(ctx context.Context, b *Bot, c Call) (reply, error) {
	id, number, text, err := correctionOf(c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() && text == "" {
		s, err := b.desk.MeetingStory(ctx, id)
		if err != nil {
			return reply{}, err
		}
		if m := s.Meeting; m.State() == release.MeetingOpen && m.Attended(c.By.ID) {
			return reply{modal: b.correctForm(m, number)}, nil
		}
		_, err = b.desk.CorrectMinutes(ctx, c.Intent(), s.Meeting.ID, 0, "") // which says why not
		return reply{}, err
	}
	at, err := strconv.Atoi(number)
	if err != nil {
		r := refuse(release.CodeInvalid, "The minutes stay as they are.", "“"+clip(number, 40)+"” is not the number of a line.",
			"`/rcb minutes "+strconv.FormatInt(id, 10)+"` shows the lines; 0 says that something is missing.")
		r.Fields = []release.FieldProblem{{Field: release.FieldLine, Why: r.Why}}
		return reply{}, r
	}
	m, err := b.desk.CorrectMinutes(ctx, c.Intent(), id, at, text)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Corrected", b.banner).say(
		line{bold("Your correction stands beside the minutes of " + m.Name() + ".")},
		said("Everybody reads it there, and with the minutes once they are ratified: "+release.Instant(m.CorrectionsUntil, c.Programme.Location())+"."),
	)
	return reply{page: p}, nil
}

// correctionOf reads a correction from its form or as it was typed: the
// meeting, the line and the words.
func correctionOf(c Call) (id int64, number, text string, err error) {
	if c.submitted() {
		return c.meta.Meeting, c.form.choice(release.FieldLine), c.form.text(release.FieldText), nil
	}
	if c.Args == "" {
		return 0, "", "", nil // the newest minutes, in a form
	}
	id, rest, err := meetingOf(c.Args)
	number, text = cutWord(rest)
	return id, strings.Trim(number, "`:,."), text, err
}

// correctForm asks what is not right in the minutes.
func (b *Bot) correctForm(m release.Meeting, chosen string) *view {
	v := b.formView("Correct the minutes", "Correct", "rcb.correct", meta{Meeting: m.ID})
	v.add(newPage("", "").say(
		line{bold(capital(m.Name()) + ": "), words(m.Title())}, said("The line stays as it is; your correction stands beside it, with your name."),
	).blocks...)
	all := []choice{{value: "0", text: "Something is missing"}}
	for i, l := range m.Minutes[:min(len(m.Minutes), manyOptions-1)] {
		all = append(all, choice{value: itoa(i + 1), text: itoa(i+1) + ". " + oneLine(l.Text)})
	}
	v.add(
		selectInput(release.FieldLine, "Line", "", all, chosen),
		textInput(release.FieldText, "What is right", "", "", release.MaxText, true, false),
	)
	return v
}
