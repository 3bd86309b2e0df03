package board

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"time"

	"gonogo.dev/release"
)

// timeForm is how people move through time: a field of date and time, a slider of
// days, and links to where something really changed. It works without a script.
type timeForm struct {
	Action  string
	At      string // what the field shows
	Latest  string // the latest it takes
	Since   string // a day; empty: the page compares with nothing
	Slide   *slide
	Earlier timeLink
	Later   timeLink
	Now     string // the address of now; empty where the page is of now
}

// timeLink leads to another instant; without an address it leads nowhere.
type timeLink struct {
	URL  string
	When string
}

// slide is a slider of days: day 0 is First.
type slide struct {
	First string // 2006-01-02
	Last  int
	Value int
	Label string // the day of Value, as people read it
	Since string
	Ticks []int // days on which versions changed
}

const (
	fieldFirst = "first"
	fieldDay   = "day"
	// slideDays is how many days the slider spans.
	slideDays = 180
)

// slidTo reads the moment that the page shows: a minute, or the end of a day of the
// slider.
func (b *Board) slidTo(q url.Values, loc *time.Location) (moment, error) {
	m, err := b.momentOf(q.Get(fieldAt), loc)
	first, day := q.Get(fieldFirst), q.Get(fieldDay)
	if err != nil || first == "" || q.Get(fieldAt) != "" {
		return m, err
	}
	from, err := time.Parse(time.DateOnly, first)
	n, bad := strconv.Atoi(day)
	if err != nil || bad != nil || n < 0 || n > slideDays {
		return m, badTime("The slider named no day.", "Move it once more, or write a date.")
	}
	end := time.Date(from.Year(), from.Month(), from.Day()+n+1, 0, 0, 0, 0, loc).Add(-time.Minute)
	if end.Before(m.at) {
		m.at, m.past = end.UTC(), true
	}
	return m, nil
}

// slideFor returns the slider around a moment: of the last days where it lies in
// them, else with it in its middle.
func (b *Board) slideFor(ctx context.Context, m moment) (*slide, error) {
	today := midnight(b.Now(), m.loc)
	here := midnight(m.at, m.loc)
	first := today.AddDate(0, 0, -slideDays)
	if here.Before(first) {
		first = here.AddDate(0, 0, -slideDays/2)
	}
	s := &slide{First: first.Format(time.DateOnly), Last: slideDays, Value: daysBetween(first, here), Label: m.at.In(m.loc).Format(dayWords)}
	from := time.Date(first.Year(), first.Month(), first.Day(), 0, 0, 0, 0, m.loc)
	days, err := b.Desk.DaysOfChange(ctx, from, from.AddDate(0, 0, slideDays+1))
	for _, d := range days {
		if day, err := time.Parse(time.DateOnly, d); err == nil {
			s.Ticks = append(s.Ticks, daysBetween(first, day))
		}
	}
	slices.Sort(s.Ticks)
	return s, err
}

// midnight returns the civil day of an instant, as midnight of UTC.
func midnight(t time.Time, loc *time.Location) time.Time {
	y, m, d := t.In(loc).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func daysBetween(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

func (b *Board) timeForm(action string, m moment, s *slide) timeForm {
	f := timeForm{Action: action, At: m.clockValue(), Latest: b.Now().In(m.loc).Format(clockForm), Slide: s}
	if m.past {
		f.Now = action
	}
	return f
}

// steps adds the ways to the change before and to the one after.
func (f *timeForm) steps(b *Board, m moment, since string, matrix release.Matrix) {
	if f.Slide != nil {
		f.Slide.Since = since
	}
	if !matrix.Earlier.IsZero() {
		f.Earlier = timeLink{
			URL:  address(f.Action, fieldAt, b.written(matrix.Earlier, m.loc), fieldSince, since),
			When: release.Instant(matrix.Earlier, m.loc),
		}
	}
	if m.past && !matrix.Later.IsZero() {
		f.Later = timeLink{
			URL:  address(f.Action, fieldAt, b.written(matrix.Later, m.loc), fieldSince, since),
			When: release.Instant(matrix.Later, m.loc),
		}
	}
	if f.Now != "" {
		f.Now = address(f.Action, fieldSince, since)
	}
}

// atOf is the ?at= with which links from a page keep its moment.
func (b *Board) atOf(m moment) string {
	if !m.past {
		return ""
	}
	return b.written(m.at, m.loc)
}
