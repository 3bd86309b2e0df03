package reports

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// Words of a schedule that no cron line can say (R65, T18). "before-ewg 3d 09:00" is
// 09:00 on the third working day before each meeting of a kind, by the programme's
// calendar; "before-first-tuesday" counts back from the first Tuesday of each month,
// or the next working day where that is a holiday; "first-working-day 09:00" is once
// a month.
const (
	firstTuesday    = "first-tuesday"
	firstWorkingDay = "first-working-day"
	beforeWord      = "before-"
)

// mostDaysAhead is how many working days before a meeting something may be due: a
// monthly meeting has about twenty between two.
const mostDaysAhead = 20

// daysAhead is a schedule that counts working days back from other days.
type daysAhead struct {
	programme *release.Programme
	from      string // first-tuesday, first-working-day, or a kind of meeting
	days      int
	clock     time.Duration // after midnight
}

var daysWord, clockWord = regexp.MustCompile(`^(\d{1,2})d$`), regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)$`)

// IsDaysAhead tells whether a schedule begins with a word of gonogo's own, and is
// none of cron's.
func IsDaysAhead(spec string) bool {
	return strings.HasPrefix(spec, beforeWord) || strings.HasPrefix(spec, firstWorkingDay)
}

// TimetableOf reads a line of a programme's schedules: a cron line, or one of the
// words above.
func TimetableOf(spec string, p *release.Programme) (Timetable, error) {
	if !IsDaysAhead(spec) {
		return ParseTimetable(spec, p.Location())
	}
	ahead, err := parseDaysAhead(spec, p)
	if err != nil {
		return Timetable{}, fmt.Errorf("read the schedule %q: %w", spec, err)
	}
	return Timetable{schedule: ahead, zone: p.Location()}, nil
}

func parseDaysAhead(spec string, p *release.Programme) (daysAhead, error) {
	words := strings.Fields(spec)
	x := daysAhead{programme: p}
	if words[0] == firstWorkingDay {
		x.from = firstWorkingDay
		words = words[1:]
	} else {
		x.from = strings.TrimPrefix(words[0], beforeWord)
		if len(words) != 3 || !daysWord.MatchString(words[1]) {
			return x, fmt.Errorf("after %s write working days and a time, such as %s 3d 09:00", words[0], words[0])
		}
		x.days, _ = strconv.Atoi(strings.TrimSuffix(words[1], "d")) // two digits
		words = words[2:]
	}
	if len(words) != 1 || !clockWord.MatchString(words[0]) {
		return x, errors.New("it ends with a time, such as 09:00")
	}
	if x.days > mostDaysAhead {
		return x, fmt.Errorf("%d working days are too many: write %dd at most", x.days, mostDaysAhead)
	}
	x.clock = clockOf(words[0])
	return x, x.checkFrom()
}

// clockOf returns how long after midnight a clock shows a time like 09:00.
func clockOf(text string) time.Duration {
	at, err := time.Parse("15:04", text)
	if err != nil {
		return 0
	}
	return time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute
}

// checkFrom says what is wrong with what is counted from.
func (x daysAhead) checkFrom() error {
	if x.from == firstTuesday || x.from == firstWorkingDay {
		return nil
	}
	kind := release.MeetingKind(x.from)
	rule, ok := x.programme.MeetingRule(kind)
	switch {
	case !slices.Contains(release.MeetingKinds(), kind) || kind.OfRelease():
		return fmt.Errorf("%s is no meeting with a timetable: write %s%s, %s%s or %s%s", x.from, beforeWord, release.BoardMeeting,
			beforeWord, release.EnvironmentTalk, beforeWord, firstTuesday)
	case !ok:
		return fmt.Errorf("the programme's meetings do not say when the %s meets", kind)
	case x.days == 0 && x.clock >= clockOf(rule.At):
		return fmt.Errorf("the %s begins at %s: choose an earlier time, or 1d", kind, rule.At)
	}
	return nil
}

// Next returns the first time on the wall after another at which it is due.
func (x daysAhead) Next(wall time.Time) time.Time {
	day := wall.Truncate(24*time.Hour).AddDate(0, 0, -1)
	works := x.programme.WorkingCalendar()
	for {
		var ok bool
		if day, ok = x.anchor(works, day); !ok {
			return time.Time{}
		}
		if at := works.AddWorkingDays(day, -x.days).Add(x.clock); at.After(wall) {
			return at
		}
	}
}

// anchor returns the first day after another from which it is counted.
func (x daysAhead) anchor(works release.Calendar, after time.Time) (time.Time, bool) {
	switch x.from {
	case firstTuesday, firstWorkingDay:
		for month := time.Date(after.Year(), after.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, -1, 0); ; month = month.AddDate(0, 1, 0) {
			day := month
			for x.from == firstTuesday && day.Weekday() != time.Tuesday {
				day = day.AddDate(0, 0, 1)
			}
			if day = works.OnOrAfter(day); day.After(after) {
				return day, true
			}
		}
	}
	zone := x.programme.Location()
	end := time.Date(after.Year(), after.Month(), after.Day()+1, 0, 0, 0, 0, zone).Add(-time.Nanosecond)
	at, ok := x.programme.NextMeeting(release.MeetingKind(x.from), end)
	if !ok {
		return time.Time{}, false
	}
	y, m, d := at.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true
}
