package release_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func london(t tester) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatalf("the time zone data is missing: %v", err)
	}
	return loc
}

func drawWindow(t *rapid.T, name string) release.Window {
	from := rapid.IntRange(0, 20).Draw(t, name+" from")
	to := from + rapid.IntRange(1, 10).Draw(t, name+" lasts")
	at := func(n int) time.Time { return monday.Add(time.Duration(n) * time.Minute) }
	return release.Window{From: at(from), To: at(to), Zone: "Europe/London"}
}

// T19: windows are half-open: the start is inside, the end is not, two share
// an instant or do not overlap, and back to back is no conflict.
func TestWindowsAreHalfOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawWindow(t, "a"), drawWindow(t, "b")
		if !a.Contains(a.From) || a.Contains(a.To) || !a.Contains(a.To.Add(-1)) || a.Contains(a.From.Add(-1)) {
			t.Fatalf("%s is not half-open", a)
		}
		shared := false
		for at := a.From; at.Before(a.To); at = at.Add(time.Minute) {
			shared = shared || b.Contains(at)
		}
		if a.Overlaps(b) != shared || b.Overlaps(a) != shared {
			t.Fatalf("%s and %s: overlap %v; they share an instant: %v", a, b, a.Overlaps(b), shared)
		}
		after := release.Window{From: a.To, To: a.To.Add(time.Hour), Zone: a.Zone}
		if a.Overlaps(after) || after.Overlaps(a) {
			t.Fatalf("%s conflicts with the window right after it", a)
		}
	})
}

// T17: shown with the zone, and with both names on the nights the clocks change.
func TestSpanShowsTheZone(t *testing.T) {
	utc := func(y int, m time.Month, d, hour, minute int) time.Time {
		return time.Date(y, m, d, hour, minute, 0, 0, time.UTC)
	}
	tests := []struct {
		from, to time.Time
		want     string
	}{
		{utc(2026, 11, 23, 22, 0), utc(2026, 11, 24, 2, 0), "Mon 23 Nov 2026 22:00 to Tue 24 Nov 2026 02:00 GMT"},
		{utc(2026, 11, 23, 8, 0), utc(2026, 11, 23, 9, 30), "Mon 23 Nov 2026 08:00 to 09:30 GMT"},
		{utc(2024, 6, 10, 8, 0), utc(2024, 6, 10, 9, 0), "Mon 10 Jun 2024 09:00 to 10:00 BST"},
		{utc(2023, 10, 29, 0, 30), utc(2023, 10, 29, 1, 30), "Sun 29 Oct 2023 01:30 BST to 01:30 GMT"},
		{utc(2024, 3, 31, 0, 30), utc(2024, 3, 31, 1, 30), "Sun 31 Mar 2024 00:30 GMT to 02:30 BST"},
		{utc(2024, 3, 30, 23, 0), utc(2024, 3, 31, 1, 0), "Sat 30 Mar 2024 23:00 GMT to Sun 31 Mar 2024 02:00 BST"},
	}
	for _, test := range tests {
		if got := release.Span(test.from, test.to, london(t)); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
	w := release.Window{From: tests[0].from, To: tests[0].to, Zone: "Nowhere/Atall"}
	if got, want := w.String(), "Mon 23 Nov 2026 22:00 to Tue 24 Nov 2026 02:00 UTC"; got != want {
		t.Errorf("a zone that cannot be loaded: %s; want %s", got, want)
	}
	if got, want := release.Instant(tests[2].from, london(t)), "Mon 10 Jun 2024 09:00 BST"; got != want {
		t.Errorf("an instant: %s; want %s", got, want)
	}
}

func TestLasting(t *testing.T) {
	tests := map[time.Duration]string{
		0: "less than a minute", 59 * time.Second: "less than a minute", time.Minute: "1 minute", 30 * time.Minute: "30 minutes",
		90 * time.Minute: "1 hour 30 minutes", 2 * time.Hour: "2 hours", 24 * time.Hour: "1 day", 49 * time.Hour: "2 days 1 hour",
		24*time.Hour + 30*time.Minute: "1 day",
	}
	for d, want := range tests {
		if got := release.Lasting(d); got != want {
			t.Errorf("Lasting(%s) = %q; want %q", d, got, want)
		}
	}
}
