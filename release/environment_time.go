package release

import (
	"fmt"
	"strings"
	"time"
)

// ParsePast reads an instant that is over as people type it: "now", "12:00" (the
// last time the clock showed it), "yesterday 12:00", "2026-10-01 12:00", in the
// zone loc. An hour that comes twice means the first, one that is left out is
// refused (T17); so is what is still to come. The empty text is the zero time.
func ParsePast(text string, now time.Time, loc *time.Location) (time.Time, error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if text == "" {
		return time.Time{}, nil
	}
	const what = "The time was not understood."
	at, ok, err := readPast(text, now.In(loc), loc)
	switch {
	case err != nil:
		return time.Time{}, refuse(CodeInvalid, what, err.Error()+".", "Choose an hour that exists that day.")
	case !ok:
		return time.Time{}, refuse(CodeInvalid, what, fmt.Sprintf("“%s” is not a time in a form that is read here.", Clip(text, 40)),
			"Write 12:00, yesterday 12:00 or 2026-10-01 12:00.")
	case at.After(now):
		return time.Time{}, refuse(CodeInvalid, what, Instant(at, loc)+" is still to come.", "Choose a time that is over.")
	}
	return at.UTC(), nil
}

func readPast(text string, now time.Time, loc *time.Location) (time.Time, bool, error) {
	if text == "now" {
		return now, true, nil
	}
	if clock, err := time.Parse("15:04", text); err == nil {
		at, err := onDay(now, 0, clock, loc)
		if err != nil || at.After(now) {
			at, err = onDay(now, -1, clock, loc)
		}
		return at, true, err
	}
	if rest, ok := strings.CutPrefix(text, "yesterday "); ok {
		clock, err := time.Parse("15:04", rest)
		if err != nil {
			return time.Time{}, false, nil //nolint:nilerr // a text in another form is not an error here
		}
		at, err := onDay(now, -1, clock, loc)
		return at, true, err
	}
	day, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		return time.Time{}, false, nil //nolint:nilerr // a text in another form is not an error here
	}
	at, err := LocalTime(day.Year(), day.Month(), day.Day(), day.Hour(), day.Minute(), loc)
	return at, true, err
}
