package release

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Cue is what the moment of a communication hangs on: a stage of the life
// cycle that is reached, a rollback, or the window and the board's day.
type Cue string

// The occasions beside the stages, which are named by their own keys.
const (
	OnRollback    Cue = "rolled-back"
	OnWindowBegin Cue = "window-begin"
	OnWindowEnd   Cue = "window-end"
	OnBoard       Cue = "board"
	OnCorrection  Cue = "correction" // at once, when what was told does not hold any more
)

// Moment is when a communication is sent: as soon as an occasion comes, or so many
// working days before (negative) or after the day of the window or the board, at
// an hour in the programme's zone and by its calendar.
type Moment struct {
	Cue  Cue
	Days int
	At   string // "09:00"; empty for stages
}

// MaxMomentDays is how many working days a moment may be away from its day.
const MaxMomentDays = 60

const (
	momentHour  = "09:00"
	momentForms = "a stage such as approve, communicate or regression, “rolled-back”, or “5 working days before window-begin at 10:00” (also window-end, board; after; on window-begin at 08:00)"
)

// Cues lists every occasion that people plan with, in the order of a life.
func Cues() []Cue {
	var all []Cue
	for _, s := range Stages() {
		if s != Abandoned {
			all = append(all, Cue(s))
		}
	}
	return append(all, OnRollback, OnBoard, OnWindowBegin, OnWindowEnd)
}

var dated = []Cue{OnBoard, OnWindowBegin, OnWindowEnd}

// Dated tells whether the moment counts from a day of the release, so that it moves
// with it.
func (m Moment) Dated() bool { return slices.Contains(dated, m.Cue) }

var clockForm = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// Valid tells whether the moment can come.
func (m Moment) Valid() bool {
	if !m.Dated() {
		return slices.Contains(Cues(), m.Cue) && m.Days == 0 && m.At == ""
	}
	return m.Days >= -MaxMomentDays && m.Days <= MaxMomentDays && clockForm.MatchString(m.At)
}

// String returns the moment as people write it, and as ParseMoment reads it.
func (m Moment) String() string {
	switch {
	case !m.Dated():
		return string(m.Cue)
	case m.Days < 0:
		return fmt.Sprintf("%s before %s at %s", plural(-m.Days, "working day"), m.Cue, m.At)
	case m.Days > 0:
		return fmt.Sprintf("%s after %s at %s", plural(m.Days, "working day"), m.Cue, m.At)
	}
	return fmt.Sprintf("on %s at %s", m.Cue, m.At)
}

// Says returns the moment in a sentence: "when the release reaches “Deployment:
// approve”".
func (m Moment) Says() string {
	days := strings.NewReplacer(string(OnWindowBegin), "the window begins", string(OnWindowEnd), "the window ends", string(OnBoard), "the board's day")
	switch {
	case m.Cue == OnRollback:
		return "when it is rolled back"
	case m.Cue == OnCorrection:
		return "as soon as something that was told changed"
	case m.Dated() && m.Days == 0:
		return "on the day " + strings.NewReplacer(string(OnWindowBegin), "on which the window begins", string(OnWindowEnd), "on which the window ends", string(OnBoard), "of the board").Replace(string(m.Cue)) + ", " + m.At
	case m.Dated():
		return strings.Replace(days.Replace(m.String()), " at "+m.At, ", "+m.At, 1)
	case Stage(m.Cue) == Planning:
		return "as soon as it is planned"
	}
	return "when it reaches “" + Stage(m.Cue).String() + "”"
}

var momentForm = regexp.MustCompile(`^(?:(\d{1,2}) (?:working )?days? (before|after)|on) (?:the )?(window-begin|window-end|window|board)(?: at (\d\d:\d\d))?$`)

// ParseMoment reads a moment as people type it: "approve", "rolled-back", "5 working
// days before window-begin at 10:00", "on board at 12:00". Without an hour it is
// 09:00; "window" is its begin before it and its end after it.
func ParseMoment(text string) (Moment, error) {
	word := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if m := (Moment{Cue: Cue(word)}); m.Valid() {
		return m, nil
	}
	parts := momentForm.FindStringSubmatch(word)
	if parts == nil {
		return Moment{}, refuse(CodeInvalid, "The moment was not understood.", "“"+Clip(text, 60)+"” is no moment of a release.", "Write "+momentForms+".")
	}
	m := Moment{Cue: Cue(parts[3]), At: parts[4]}
	m.Days, _ = strconv.Atoi(parts[1]) // the form holds digits, or nothing for "on"
	if m.Cue == "window" {
		m.Cue = OnWindowBegin
		if parts[2] == "after" {
			m.Cue = OnWindowEnd
		}
	}
	if parts[2] == "before" {
		m.Days = -m.Days
	}
	if m.At == "" {
		m.At = momentHour
	}
	if !m.Valid() {
		return Moment{}, refuse(CodeInvalid, "The moment was not understood.", "“"+Clip(text, 60)+"” is too far away, or at no hour of the day.",
			fmt.Sprintf("Write at most %d working days, and an hour such as 09:00.", MaxMomentDays))
	}
	return m, nil
}

// passed tells whether the moment can no longer come in a release's life.
func (m Moment) passed(r Release) bool {
	switch {
	case r.Stage.Ended():
		return true
	case m.Cue == OnRollback:
		return !r.Stage.Before(Regression)
	case m.Cue == OnBoard:
		return !r.Stage.InFlight()
	case m.Dated():
		return false
	}
	return !r.Stage.Before(Stage(m.Cue)) // reached, so that nothing would send it
}

// Comes returns when the moment comes as a release stands; zero while nobody can
// say. A stage that is reached, or a rollback, is now.
func (m Moment) Comes(p *Programme, r Release, rfc RFC, now time.Time) time.Time {
	switch m.Cue { //nolint:exhaustive // the others are stages
	case OnRollback:
		if rfc.State == RolledBack {
			return now
		}
		return time.Time{}
	case OnBoard:
		return m.on(p, r.Content.Board)
	case OnWindowBegin:
		return m.on(p, WindowOf(r, rfc).From)
	case OnWindowEnd:
		return m.on(p, WindowOf(r, rfc).To)
	}
	if r.Stage != Abandoned && !r.Stage.Before(Stage(m.Cue)) {
		return now
	}
	return time.Time{}
}

// on counts from the day of an instant.
func (m Moment) on(p *Programme, day time.Time) time.Time {
	if day.IsZero() {
		return time.Time{}
	}
	local := day.In(p.Location())
	counted := civil(local)
	if m.Days != 0 {
		counted = p.WorkingCalendar().AddWorkingDays(local, m.Days)
	}
	return LeadTime{At: m.At}.on(counted, p.Location())
}

// WindowOf returns the agreed window of a release's RFC, or the planned one.
func WindowOf(r Release, rfc RFC) Window {
	if rfc.Number != 0 {
		return rfc.Content.Window
	}
	return r.Content.Window()
}
