package release

import (
	"slices"
	"strings"
	"time"
)

// MeetingKind says what a meeting is for (R58 to R65).
type MeetingKind string

// The kinds of meeting.
const (
	KickOff         MeetingKind = "kick-off"    // of a release, once (R61)
	PlanReview      MeetingKind = "plan-review" // of a release, as required (R62)
	GoNoGoMeeting   MeetingKind = "go-no-go"    // of a release, once (R63)
	BoardMeeting    MeetingKind = "rcb"         // the Release Control Board, daily or weekly (R58)
	EnvironmentTalk MeetingKind = "ewg"         // the Environment Working Group, monthly (R65)
)

// MeetingKinds lists the kinds of meeting in the order in which they are shown.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{BoardMeeting, KickOff, PlanReview, GoNoGoMeeting, EnvironmentTalk}
}

// String returns the kind as people write it.
func (k MeetingKind) String() string {
	switch k {
	case KickOff:
		return "Release Kick-Off"
	case PlanReview:
		return "Release Plan Review"
	case GoNoGoMeeting:
		return "Go/No-Go meeting"
	case BoardMeeting:
		return "Release Control Board"
	case EnvironmentTalk:
		return "Environment Working Group"
	}
	return string(k)
}

// OfRelease tells whether a meeting of this kind is about one release.
func (k MeetingKind) OfRelease() bool {
	return k == KickOff || k == PlanReview || k == GoNoGoMeeting
}

// ParseMeetingKind reads a kind as people type it: "rcb", "kick-off",
// "kickoff", "plan review", "go-no-go", "ewg".
func ParseMeetingKind(text string) (MeetingKind, error) {
	plain := func(s string) string {
		return strings.NewReplacer(" ", "", "-", "", "_", "", "/", "").Replace(strings.ToLower(strings.TrimSpace(s)))
	}
	for _, k := range MeetingKinds() {
		if plain(text) == plain(string(k)) {
			return k, nil
		}
	}
	return "", refuse(CodeInvalid, "No meeting was opened.", "“"+Clip(text, 40)+"” is no kind of meeting.",
		"Write rcb, kick-off, plan-review, go-no-go or ewg.")
}

// MeetingRule says when a kind of meeting takes place, on the wall clock of the
// programme's zone, and for how long its minutes may be corrected.
type MeetingRule struct {
	Kind MeetingKind
	// Weekdays are the days of every week on which it meets: five of them are a
	// daily board, one is a weekly one (R58).
	Weekdays []time.Weekday
	// FirstTuesday has it meet on the first Tuesday of the month instead (R65, T16).
	FirstTuesday bool
	At           string // "10:00"
	// Corrections is how long attendees may correct the minutes: whole days are
	// working days, the rest passes on the clock. Zero is two working days (M12).
	Corrections time.Duration
}

// MeetingRule returns the rule of a kind of meeting, if the programme has one.
func (p *Programme) MeetingRule(kind MeetingKind) (MeetingRule, bool) {
	return find(p.Meetings, func(r MeetingRule) bool { return r.Kind == kind })
}

// NextBoard returns when the Release Control Board meets next after an instant;
// false when the programme says nothing about it.
func (p *Programme) NextBoard(after time.Time) (time.Time, bool) {
	return p.NextMeeting(BoardMeeting, after)
}

// horizon is how many days ahead a meeting is looked for.
const horizon = 400

// NextMeeting returns when a kind of meeting takes place next after an instant.
// One that falls on a day on which nobody works moves to the next working day
// (T16).
func (p *Programme) NextMeeting(kind MeetingKind, after time.Time) (time.Time, bool) {
	rule, ok := p.MeetingRule(kind)
	clock, err := time.Parse("15:04", rule.At)
	if !ok || err != nil {
		return time.Time{}, false
	}
	loc, works := p.Location(), p.WorkingCalendar()
	// A meeting may have moved to today from a day before: look a month back.
	today := civil(after.In(loc))
	var next time.Time
	for i := -31; i < horizon && (next.IsZero() || i < 31); i++ {
		day := today.AddDate(0, 0, i)
		if !rule.fallsOn(day) {
			continue
		}
		moved := works.OnOrAfter(day)
		at := time.Date(moved.Year(), moved.Month(), moved.Day(), clock.Hour(), clock.Minute(), 0, 0, loc)
		if at.After(after) && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next.UTC(), !next.IsZero()
}

// fallsOn tells whether the rule names a day of the calendar.
func (r MeetingRule) fallsOn(day time.Time) bool {
	if r.FirstTuesday {
		return day.Weekday() == time.Tuesday && day.Day() <= 7
	}
	return slices.Contains(r.Weekdays, day.Weekday())
}
