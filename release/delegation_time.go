package release

import (
	"strings"
	"time"
)

// ParseUntil reads until when somebody is away as people type it: like a
// deadline, or a day, which is meant whole: "2026-12-04" ends with the last
// instant of that day in the zone loc.
func ParseUntil(text string, now time.Time, loc *time.Location) (time.Time, error) {
	text = strings.TrimSpace(text)
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return ParseDeadline(text, now, loc)
	}
	end := time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, loc)
	if !end.After(now) {
		return time.Time{}, refuse(CodeInvalid, "The day was not understood.", "It lies in the past.", "Choose a later day.")
	}
	return end.UTC(), nil
}
