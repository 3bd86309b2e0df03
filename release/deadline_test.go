package release_test

import (
	"testing"
	"time"

	"gonogo.dev/release"
)

func TestParseDeadline(t *testing.T) {
	utc := func(m time.Month, d, hour, minute int) time.Time {
		return time.Date(2026, m, d, hour, minute, 0, 0, time.UTC)
	}
	tests := []struct {
		text string
		want time.Time // zero is refused
	}{
		{"90m", monday.Add(90 * time.Minute)}, {"90 min", monday.Add(90 * time.Minute)}, {"1 minute", monday.Add(time.Minute)},
		{"4h", monday.Add(4 * time.Hour)}, {" 4 HOURS ", monday.Add(4 * time.Hour)}, {"2d", monday.Add(48 * time.Hour)}, {"30 days", monday.Add(720 * time.Hour)},
		{"16:00", utc(11, 23, 16, 0)}, {"08:59", utc(11, 24, 8, 59)}, {"9:00", utc(11, 24, 9, 0)}, {"09:01", utc(11, 23, 9, 1)},
		{"tomorrow 10:00", utc(11, 24, 10, 0)}, {"Tomorrow 00:00", utc(11, 24, 0, 0)},
		{"2026-11-23 16:00", utc(11, 23, 16, 0)}, {"2026-12-01 10:30", utc(12, 1, 10, 30)},
		{"0m", time.Time{}}, {"31d", time.Time{}}, {"9999d", time.Time{}}, {"-4h", time.Time{}}, {"4", time.Time{}}, {"4w", time.Time{}},
		{"25:00", time.Time{}}, {"12:60", time.Time{}}, {"tomorrow", time.Time{}}, {"tomorrow noon", time.Time{}}, {"yesterday 10:00", time.Time{}},
		{"2026-11-23 08:00", time.Time{}}, {"2026-02-30 10:00", time.Time{}}, {"2030-01-01 10:00", time.Time{}}, {"<!channel>", time.Time{}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			got, err := release.ParseDeadline(test.text, monday, london(t))
			if test.want.IsZero() {
				refused(t, err, release.CodeInvalid)
				return
			}
			if err != nil || !got.Equal(test.want) || got.Location() != time.UTC {
				t.Errorf("got %v, %v; want %v", got, err, test.want)
			}
		})
	}
	if got, err := release.ParseDeadline("  ", monday, london(t)); err != nil || !got.IsZero() {
		t.Errorf("the empty text: %v, %v; want the zero time", got, err)
	}
}

// T17: on the night of 29 October 2023 the hour from 01:00 comes twice in
// London and the first is meant; on 31 March 2024 it does not come at all.
func TestDeadlinesOnTheNightsTheClocksChange(t *testing.T) {
	utc := func(y int, m time.Month, d, hour, minute int) time.Time {
		return time.Date(y, m, d, hour, minute, 0, 0, time.UTC)
	}
	autumn, spring := utc(2023, 10, 28, 20, 0), utc(2024, 3, 30, 20, 0)
	tests := []struct {
		name string
		text string
		now  time.Time
		want time.Time
	}{
		{"the first of two", "2023-10-29 01:30", autumn, utc(2023, 10, 29, 0, 30)},
		{"the first of two, tomorrow", "tomorrow 01:30", autumn, utc(2023, 10, 29, 0, 30)},
		{"the first of two, as the next such hour", "01:00", autumn, utc(2023, 10, 29, 0, 0)},
		{"02:00 comes once", "2023-10-29 02:00", autumn, utc(2023, 10, 29, 2, 0)},
		{"00:59 comes once", "2023-10-29 00:59", autumn, utc(2023, 10, 28, 23, 59)},
		{"a day later the hour is single", "01:30", utc(2023, 10, 29, 3, 0), utc(2023, 10, 30, 1, 30)},
		{"left out", "2024-03-31 01:30", spring, time.Time{}},
		{"left out, at its first minute", "tomorrow 01:00", spring, time.Time{}},
		{"left out, as the next such hour", "01:59", spring, time.Time{}},
		{"02:00 follows 00:59", "tomorrow 02:00", spring, utc(2024, 3, 31, 1, 0)},
		{"left out today and past: tomorrow's is meant", "01:30", utc(2024, 3, 31, 11, 0), utc(2024, 4, 1, 0, 30)},
		{"four hours are four hours across the change", "8h", spring, spring.Add(8 * time.Hour)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := release.ParseDeadline(test.text, test.now, london(t))
			if test.want.IsZero() {
				refused(t, err, release.CodeInvalid)
			} else if err != nil || !got.Equal(test.want) {
				t.Errorf("got %v, %v; want %v", got, err, test.want)
			}
		})
	}
}

// T17: every minute of both nights is understood as the wall shows it.
func TestEveryWallClockOfBothNights(t *testing.T) {
	loc := london(t)
	for _, night := range []time.Time{time.Date(2023, 10, 29, 0, 0, 0, 0, loc), time.Date(2024, 3, 31, 0, 0, 0, 0, loc)} {
		first := map[string]time.Time{}
		for at := night; at.Before(night.Add(6 * time.Hour)); at = at.Add(time.Minute) {
			if wall := at.Format("15:04"); first[wall].IsZero() {
				first[wall] = at
			}
		}
		for minute := range 5 * 60 {
			wall := time.Date(2000, 1, 1, 0, minute, 0, 0, time.UTC).Format("15:04")
			got, err := release.LocalTime(night.Year(), night.Month(), night.Day(), minute/60, minute%60, loc)
			if want, exists := first[wall]; exists != (err == nil) || (exists && !got.Equal(want)) {
				t.Errorf("%s on %s: got %v, %v; want %v (it exists: %v)", wall, night.Format(time.DateOnly), got, err, want, exists)
			}
		}
	}
}
