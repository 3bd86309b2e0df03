package reports

import (
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Timetable says when a report is due: a cron line, or days counted back from
// meetings, read on the wall clock of a zone. A time that the spring change of the clocks leaves out happens at the
// first instant after the gap, a time that comes twice in autumn happens once,
// the first time (DESIGN section 2).
type Timetable struct {
	schedule cron.Schedule // of walls, which are carried in UTC
	zone     *time.Location
}

// Turn is one due date of a report.
type Turn struct {
	At time.Time // in UTC
	// Period names it, for the run's unique key: the ISO week "2026-W47" where
	// it is the only one of its week, else the day "2026-11-21", else the
	// minute "2026-11-21T0930".
	Period string
	// Late says that the turn is more than LateAfter ago.
	Late bool
}

// LateAfter is how long after its due time a report is marked late.
const LateAfter = time.Hour

// longest is how far apart two turns of a timetable may lie: a leap day's.
const longest = 9 * 366 * 24 * time.Hour

// ParseTimetable reads a cron line of five fields, such as "0 9 * * MON", or a
// word such as @weekly. It refuses @every, which knows no wall clock, a zone of
// its own, and what never comes.
func ParseTimetable(spec string, zone *time.Location) (Timetable, error) {
	if strings.Contains(spec, "TZ=") {
		return Timetable{}, fmt.Errorf("read the schedule %q: it names a zone; the programme's zone holds for all", spec)
	}
	parser := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)
	parsed, err := parser.Parse(spec)
	if err != nil {
		return Timetable{}, fmt.Errorf("read the schedule %q: %w", spec, err)
	}
	schedule, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return Timetable{}, fmt.Errorf("read the schedule %q: write minute, hour, day, month and day of the week, such as 0 9 * * 1", spec)
	}
	schedule.Location = time.UTC // walls are carried in UTC, which has no gaps
	t := Timetable{schedule: schedule, zone: zone}
	if t.Next(time.Unix(0, 0)).IsZero() {
		return Timetable{}, fmt.Errorf("read the schedule %q: that day never comes", spec)
	}
	return t, nil
}

// Due returns the last turn in (after, now], if there is one: after an outage
// only the newest is sent (DESIGN, "One weekly report's way").
func (t Timetable) Due(after, now time.Time) (Turn, bool) {
	if next := t.Next(after); next.IsZero() || next.After(now) {
		return Turn{}, false
	}
	at := t.last(after, now)
	return Turn{At: at, Period: t.period(at), Late: now.Sub(at) > LateAfter}, true
}

// Next returns the first instant after t at which the report is due; the zero
// time when there is none within five years.
func (t Timetable) Next(after time.Time) time.Time {
	// In autumn the wall clock is set back, so begin a little earlier on it.
	wall := onWall(after, t.zone).Add(-3 * time.Hour)
	for {
		wall = t.schedule.Next(wall)
		if wall.IsZero() {
			return wall
		}
		if at := offWall(wall, t.zone); at.After(after) {
			return at
		}
	}
}

// last returns the last due instant in (after, now], or the zero time.
func (t Timetable) last(after, now time.Time) time.Time {
	for back := time.Hour; ; back *= 2 {
		from := now.Add(-back)
		if !from.After(after) {
			from = after
		}
		var last time.Time
		for at := t.Next(from); !at.IsZero() && !at.After(now); at = t.Next(at) {
			last = at
		}
		if !last.IsZero() || from.Equal(after) || back > longest {
			return last
		}
	}
}

// period returns the coarsest name that tells a turn from its neighbours.
func (t Timetable) period(at time.Time) string {
	before, next := t.last(at.Add(-longest), at.Add(-time.Microsecond)), t.Next(at)
	for _, name := range []func(time.Time, *time.Location) string{ISOWeek, day} {
		mine := name(at, t.zone)
		if mine != name(before, t.zone) && mine != name(next, t.zone) {
			return mine
		}
	}
	return at.In(t.zone).Format("2006-01-02T1504")
}

// ISOWeek names the ISO 8601 week of an instant in a zone, "2026-W47".
func ISOWeek(t time.Time, zone *time.Location) string {
	year, week := t.In(zone).ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

func day(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.DateOnly) }

// onWall returns what a clock on the wall shows, as if it hung in UTC.
func onWall(t time.Time, zone *time.Location) time.Time {
	_, offset := t.In(zone).Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// offWall returns the first instant at which a clock on the wall shows a time
// or, where it never does, the first instant after the gap.
func offWall(wall time.Time, zone *time.Location) time.Time {
	// No clock is more than a day away from UTC, and none is changed twice in
	// two days: the offsets around are those of before and after a change.
	_, before := wall.Add(-24 * time.Hour).In(zone).Zone()
	_, after := wall.Add(24 * time.Hour).In(zone).Zone()
	for _, offset := range []int{max(before, after), min(before, after)} {
		at := wall.Add(-time.Duration(offset) * time.Second)
		if onWall(at, zone).Equal(wall) {
			return at
		}
	}
	// In the gap: the change lies between the two readings.
	_, change := wall.Add(-time.Duration(max(before, after)) * time.Second).In(zone).ZoneBounds()
	return change.UTC()
}
