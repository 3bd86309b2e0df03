package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// MeetingState is where a meeting stands.
type MeetingState string

// The states of a meeting that was opened. What is only planned is a rule of
// the programme, see NextMeeting.
const (
	MeetingRunning  MeetingState = "running"
	MeetingOpen     MeetingState = "open for corrections"
	MeetingRatified MeetingState = "ratified"
)

// Meeting is a meeting that was opened: its agenda is frozen when it begins,
// its minutes when it ends, and what attendees correct afterwards stands beside
// them for ever (M12).
type Meeting struct {
	ID   int64
	Kind MeetingKind
	// Release is the number of the release under control it is about; 0 is none.
	Release   int
	Attendees []PersonID
	StartedAt time.Time
	StartedBy PersonID
	// After is the ledger's newest entry when it began: its minutes are written
	// from what follows.
	After            int64
	Agenda           []AgendaItem
	EndedAt          time.Time // zero while it runs
	EndedBy          PersonID
	Minutes          []MinuteLine
	CorrectionsUntil time.Time
	Amendments       []Amendment // append-only, in their order
	RatifiedAt       time.Time   // zero until the time for corrections is over
}

// Amendment is what an attendee says of a line of the minutes. It never
// replaces the line.
type Amendment struct {
	Line int // counted from 1; 0 says that something is missing
	At   time.Time
	By   PersonID
	Text string
}

// State returns where the meeting stands.
func (m *Meeting) State() MeetingState {
	switch {
	case m.EndedAt.IsZero():
		return MeetingRunning
	case m.RatifiedAt.IsZero():
		return MeetingOpen
	}
	return MeetingRatified
}

// Name returns the meeting's name, "meeting 3".
func (m *Meeting) Name() string { return "meeting " + strconv.FormatInt(m.ID, 10) }

// Title returns what kind of meeting it is and of which release:
// "Release Kick-Off of REL-7".
func (m *Meeting) Title() string {
	if m.Release == 0 {
		return m.Kind.String()
	}
	return m.Kind.String() + " of " + ReleaseName(m.Release)
}

// Subject returns the ledger's name for the meeting, "meeting/3".
func (m *Meeting) Subject() string { return "meeting/" + strconv.FormatInt(m.ID, 10) }

// Attended tells whether a person is among the attendees.
func (m *Meeting) Attended(id PersonID) bool { return slices.Contains(m.Attendees, id) }

// AmendmentsOf returns what was said of a line of the minutes.
func (m *Meeting) AmendmentsOf(line int) []Amendment {
	return slices.DeleteFunc(slices.Clone(m.Amendments), func(a Amendment) bool { return a.Line != line })
}

// ParseMeetingNumber reads "3", "#3" or "meeting 3".
func ParseMeetingNumber(text string) (int64, error) {
	word := strings.TrimLeft(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(text)), "meeting"), " #-/")
	id, err := strconv.ParseInt(word, 10, 64)
	if err != nil || id < 1 || len(word) > 9 || word[0] == '+' {
		return 0, refuse(CodeInvalid, "That is not the number of a meeting.",
			fmt.Sprintf("“%s” was given where a number such as 3 is needed.", Clip(text, 40)), "`/rcb minutes` shows the newest meeting.")
	}
	return id, nil
}

// FieldLine names the field of the line that a correction is about, FieldText
// the one of its words.
const (
	FieldLine = "line"
	FieldText = "text"
)

// amend returns what an attendee says of a line of the minutes, or why it
// cannot be taken (M12).
func (m *Meeting) amend(by Person, p *Programme, line int, text string, now time.Time) (Amendment, error) {
	const what = "The minutes stay as they are."
	switch m.State() {
	case MeetingRunning:
		return Amendment{}, refuse(CodeState, what, "The meeting still runs, so there are no minutes yet.", "`/rcb end` ends it, as its chair.")
	case MeetingRatified:
		return Amendment{}, m.tooLate(p)
	case MeetingOpen:
	}
	if !now.Before(m.CorrectionsUntil) {
		return Amendment{}, m.tooLate(p)
	}
	if !m.Attended(by.ID) {
		return Amendment{}, refuse(CodeForbidden, what, "Only those who attended correct the minutes.",
			"Tell "+p.NameOf(m.EndedBy)+", who led the meeting.")
	}
	if line < 0 || line > len(m.Minutes) {
		r := refuse(CodeInvalid, what, fmt.Sprintf("The minutes have no line %d; they have %d.", line, len(m.Minutes)),
			"Name one of them, or 0 when something is missing.")
		r.Fields = []FieldProblem{{Field: FieldLine, Why: r.Why}}
		return Amendment{}, r
	}
	text = strings.TrimSpace(text)
	if why := checkText(text, MaxText, "Say what is not right; the line itself stays."); why != "" {
		r := refuse(CodeInvalid, what, why, fmt.Sprintf("`/rcb correct %d %d the window is 22:00, not 20:00`", m.ID, line))
		r.Fields = []FieldProblem{{Field: FieldText, Why: why}}
		return Amendment{}, r
	}
	return Amendment{Line: line, At: now, By: by.ID, Text: text}, nil
}

func (m *Meeting) tooLate(p *Programme) error {
	return refuse(CodeState, "The minutes stay as they are.",
		"They could be corrected until "+Instant(m.CorrectionsUntil, p.Location())+".", "Bring it up in the next meeting, so that it is in those minutes.")
}

// ordinaryCorrections is how long minutes may be corrected when nobody says
// otherwise: two working days.
const ordinaryCorrections = 48 * time.Hour

// CorrectionsUntil returns until when the minutes of a meeting that ends now may
// be corrected: whole days are working days at the same time of day, the rest
// passes on the clock (M12).
func (p *Programme) CorrectionsUntil(kind MeetingKind, now time.Time) time.Time {
	rule, _ := p.MeetingRule(kind)
	if rule.Corrections <= 0 {
		rule.Corrections = ordinaryCorrections
	}
	const day = 24 * time.Hour
	local := now.In(p.Location())
	end := p.WorkingCalendar().AddWorkingDays(local, int(rule.Corrections/day))
	at := time.Date(end.Year(), end.Month(), end.Day(), local.Hour(), local.Minute(), local.Second(), local.Nanosecond(), p.Location())
	return at.Add(rule.Corrections % day).UTC()
}
