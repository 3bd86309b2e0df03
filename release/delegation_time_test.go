package release_test

import (
	"testing"
	"time"

	"gonogo.dev/release"
)

// T17, T22: a day is meant whole, in the programme's zone, also when the clocks
// change; everything else is read like a deadline.
func TestParseUntil(t *testing.T) {
	london := (&release.Programme{Zone: "Europe/London"}).Location()
	now := time.Date(2026, time.October, 20, 8, 0, 0, 0, time.UTC)
	tests := []struct {
		text string
		want string // RFC 3339; "" is refused
	}{
		{"2026-10-23", "2026-10-23T23:00:00Z"},
		{"2026-10-25", "2026-10-26T00:00:00Z"}, // 25 hours long
		{"2026-10-20", "2026-10-20T23:00:00Z"},
		{" 3d ", "2026-10-23T08:00:00Z"},
		{"tomorrow 18:00", "2026-10-21T17:00:00Z"},
		{"2026-10-19", ""},
		{"2026-02-30", ""},
		{"soon", ""},
		{"90d", ""},
	}
	for _, test := range tests {
		at, err := release.ParseUntil(test.text, now, london)
		switch {
		case test.want == "":
			refused(t, err, release.CodeInvalid)
		case err != nil || at.Format(time.RFC3339) != test.want:
			t.Errorf("%q is %s, %v; want %s", test.text, at.Format(time.RFC3339), err, test.want)
		}
	}
}

// FuzzParseUntil shows that whatever is typed is read as an instant to come or
// refused.
func FuzzParseUntil(f *testing.F) {
	for _, text := range []string{"2026-12-04", "3d", "tomorrow 10:00", "", "0000-00-00", "9999-12-31", "\x00"} {
		f.Add(text)
	}
	london := (&release.Programme{Zone: "Europe/London"}).Location()
	f.Fuzz(func(t *testing.T, text string) {
		at, err := release.ParseUntil(text, monday, london)
		if _, ok := release.AsRefusal(err); err != nil && !ok {
			t.Fatalf("a fault: %v", err)
		}
		if err == nil && !at.IsZero() && !at.After(monday) {
			t.Fatalf("%q is %s, which is past", text, at)
		}
	})
}
