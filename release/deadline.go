package release

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// MaxDeadline is the longest time a vote may stay open.
const MaxDeadline = 30 * 24 * time.Hour

var durationForm = regexp.MustCompile(`^(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?)$`)

// ParseDeadline reads when a vote shall end as people type it: "90m", "4h",
// "2d", "16:00" (today, or tomorrow when that is past), "tomorrow 10:00",
// "2026-11-23 16:00", in the zone loc. An hour that the spring change of the
// clocks leaves out is refused; of an hour that comes twice the first is meant
// (T17). The empty text is the zero time.
func ParseDeadline(text string, now time.Time, loc *time.Location) (time.Time, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return time.Time{}, nil
	}
	at, ok, err := readDeadline(text, now.In(loc), loc)
	const what = "The deadline was not understood."
	switch {
	case err != nil:
		return time.Time{}, refuse(CodeInvalid, what, err.Error(), "Choose an hour that exists that day.")
	case !ok:
		return time.Time{}, refuse(CodeInvalid, what, fmt.Sprintf("“%s” is neither a time nor a duration.", Clip(text, 40)),
			"Write 4h, 2d, 16:00, tomorrow 10:00 or 2026-11-23 16:00.")
	case !at.After(now):
		return time.Time{}, refuse(CodeInvalid, what, "It lies in the past.", "Choose a later time.")
	case at.After(now.Add(MaxDeadline)):
		return time.Time{}, refuse(CodeInvalid, what, "It is more than 30 days away.", "Choose an earlier time.")
	}
	return at.UTC(), nil
}

func readDeadline(text string, now time.Time, loc *time.Location) (time.Time, bool, error) {
	if m := durationForm.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1]) // at most four digits
		unit := map[byte]time.Duration{'m': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour}[m[2][0]]
		return now.Add(time.Duration(n) * unit), true, nil
	}
	if clock, err := time.Parse("15:04", text); err == nil {
		at, err := onDay(now, 0, clock, loc)
		left := err != nil && sinceMidnight(clock) < sinceMidnight(now) // an hour left out that is past anyway
		if left || (err == nil && !at.After(now)) {
			at, err = onDay(now, 1, clock, loc)
		}
		return at, true, err
	}
	if rest, ok := strings.CutPrefix(text, "tomorrow "); ok {
		clock, err := time.Parse("15:04", rest)
		if err != nil {
			return time.Time{}, false, nil //nolint:nilerr // a text in another form is not an error here
		}
		at, err := onDay(now, 1, clock, loc)
		return at, true, err
	}
	day, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		return time.Time{}, false, nil //nolint:nilerr // a text in another form is not an error here
	}
	at, err := LocalTime(day.Year(), day.Month(), day.Day(), day.Hour(), day.Minute(), loc)
	return at, true, err
}

func onDay(now time.Time, days int, clock time.Time, loc *time.Location) (time.Time, error) {
	y, m, d := now.Date()
	return LocalTime(y, m, d+days, clock.Hour(), clock.Minute(), loc)
}

// sinceMidnight returns what the wall clock shows, in minutes.
func sinceMidnight(t time.Time) int { return 60*t.Hour() + t.Minute() }

// LocalTime returns the instant of a wall clock in a zone: the first of two
// when the hour comes twice, an error when it is left out that day (T17).
func LocalTime(y int, m time.Month, d, hour, minute int, loc *time.Location) (time.Time, error) {
	at := time.Date(y, m, d, hour, minute, 0, 0, loc)
	if at.Hour() != hour || at.Minute() != minute {
		return time.Time{}, fmt.Errorf("%02d:%02d does not exist on %s in %s: the clocks go forward",
			hour, minute, at.Format("2 January 2006"), loc)
	}
	for _, back := range []time.Duration{2 * time.Hour, time.Hour, 30 * time.Minute} {
		if first := at.Add(-back); first.Hour() == hour && first.Minute() == minute && first.Day() == at.Day() {
			return first, nil
		}
	}
	return at, nil
}
