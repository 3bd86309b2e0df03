package release

import (
	"fmt"
	"time"
)

// Window is a half-open deployment window [From, To), kept in UTC with the
// zone in which people spoke of it (T19, T17).
type Window struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	Zone string    `json:"zone"`
}

// Contains tells whether t is inside the window: From is, To is not.
func (w Window) Contains(t time.Time) bool { return !t.Before(w.From) && t.Before(w.To) }

// Overlaps tells whether two windows share an instant; back to back they do not.
func (w Window) Overlaps(o Window) bool { return w.From.Before(o.To) && o.From.Before(w.To) }

// Same tells whether two windows are the same instants.
func (w Window) Same(o Window) bool { return w.From.Equal(o.From) && w.To.Equal(o.To) }

// IsZero tells whether no window was given.
func (w Window) IsZero() bool { return w.From.IsZero() && w.To.IsZero() }

// String shows the window in its own zone with the zone's name:
// "Mon 23 Nov 2026 22:00 to Tue 24 Nov 2026 02:00 GMT".
func (w Window) String() string {
	loc, err := time.LoadLocation(w.Zone)
	if err != nil {
		loc = time.UTC
	}
	return Span(w.From, w.To, loc)
}

// Span shows two instants in a zone with the zone's name. The name stands
// behind each where they differ, as on the nights when the clocks change (T17).
func Span(from, to time.Time, loc *time.Location) string {
	from, to = from.In(loc), to.In(loc)
	zone, end := from.Format("MST"), to.Format("MST")
	last := to.Format("Mon 2 Jan 2006 15:04")
	if from.Format(time.DateOnly) == to.Format(time.DateOnly) {
		last = to.Format("15:04")
	}
	if zone != end {
		return fmt.Sprintf("%s %s to %s %s", from.Format("Mon 2 Jan 2006 15:04"), zone, last, end)
	}
	return fmt.Sprintf("%s to %s %s", from.Format("Mon 2 Jan 2006 15:04"), last, zone)
}

// Instant shows one instant in a zone with the zone's name.
func Instant(t time.Time, loc *time.Location) string {
	return t.In(loc).Format("Mon 2 Jan 2006 15:04 MST")
}

// MaxWindow is the longest deployment window that is accepted, MaxAhead how far
// away it may end.
const (
	MaxWindow = 14 * 24 * time.Hour
	MaxAhead  = 5 * 365 * 24 * time.Hour
)

func (w Window) check(now time.Time) string {
	switch {
	case w.From.IsZero() || w.To.IsZero():
		return "Say when the deployment may start and when it must be over."
	case !w.From.Before(w.To):
		return "The window must end after it starts."
	case !w.To.After(now):
		return "This window is already over; choose one in the future."
	case w.To.Sub(w.From) > MaxWindow:
		return "A window may last 14 days at most; split the work or choose a shorter one."
	case w.To.After(now.Add(MaxAhead)):
		return "This window is more than five years away; choose an earlier one."
	case !isZone(w.Zone):
		return "Name the window's time zone, for example Europe/London."
	}
	return ""
}

// isZone tells whether a name means the same zone on every machine, which
// "Local" does not.
func isZone(name string) bool {
	_, err := time.LoadLocation(name)
	return err == nil && name != "" && name != "Local"
}

// both shows two windows so that their difference can be seen.
func both(a, b Window) (before, after string) {
	before, after = a.String(), b.String()
	differ := !a.From.Equal(b.From) || !a.To.Equal(b.To) || a.Zone != b.Zone
	if differ && before == after {
		return a.exactly(), b.exactly()
	}
	return before, after
}

func (w Window) exactly() string {
	return fmt.Sprintf("%s to %s, %s", w.From.UTC().Format(time.RFC3339Nano), w.To.UTC().Format(time.RFC3339Nano), w.Zone)
}
