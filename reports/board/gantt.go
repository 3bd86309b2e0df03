package board

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gonogo.dev/release"
)

// gantt is a picture of a timeline, measured in the units of its view box.
type gantt struct {
	Width, Height float64
	Title, Desc   string
	Body          float64 // where the days begin
	Head          float64 // where the lanes begin
	Off           []ganttDay
	Weeks         []ganttWeek
	Lanes         []ganttLane
	Now           float64 // 0: not in the period
}

// ganttDay is a day on which nobody works.
type ganttDay struct {
	X, W float64
	Name string
}

// ganttWeek is where a week begins.
type ganttWeek struct {
	X     float64
	Label string
}

// ganttLane is an environment with its bars.
type ganttLane struct {
	Name  string
	Y, H  float64
	Bars  []ganttBar
	First bool
}

// ganttBar is a slot in a lane. Text is where its label begins; End says that it
// ends there instead.
type ganttBar struct {
	X, Y, W, H   float64
	Class, Title string
	Label        string
	TextX, TextY float64
	End          bool
	Link         string
}

// The measures of the picture.
const (
	ganttWidth  = 1240.0
	ganttBody   = 132.0
	ganttHead   = 28.0
	ganttRow    = 22.0
	ganttBarH   = 17.0
	ganttPad    = 6.0
	ganttLetter = 6.4 // about as wide as a letter of a label
	ganttLeast  = 4.0 // the narrowest bar that can be seen and pointed at
	ganttMost   = 46  // letters of a label
)

// scale finds where instants are. It counts time that passes, so that a week in
// which the clocks change has its hours (T17).
type scale struct{ from, to time.Time }

func (s scale) x(t time.Time) float64 {
	if t.Before(s.from) {
		t = s.from
	}
	if t.After(s.to) {
		t = s.to
	}
	return ganttBody + (ganttWidth-ganttBody)*float64(t.Sub(s.from))/float64(s.to.Sub(s.from))
}

// drawGantt draws a timeline: a lane for each environment, days off shaded.
func drawGantt(t release.Timeline, x period, now time.Time, only release.EnvironmentID) gantt {
	s := scale{x.from, x.to}
	g := gantt{Width: ganttWidth, Body: ganttBody, Head: ganttHead, Title: "Calendar of " + x.words()}
	g.Desc = fmt.Sprintf("%s, %s. The list below says the same in words.", count(len(t.Slots), "entry", "entries"), count(len(t.Conflicts), "conflict", "conflicts"))
	g.days(t.Programme, x, s)
	if now.After(x.from) && now.Before(x.to) {
		g.Now = s.x(now)
	}
	conflicted := map[string]bool{}
	for _, c := range t.Conflicts {
		conflicted[string(c.Environment)+slotKey(c.First)], conflicted[string(c.Environment)+slotKey(c.Second)] = true, true
	}
	y := ganttHead
	lane := func(name string, id release.EnvironmentID, slots []release.Slot) {
		l := ganttLane{Name: clipped(name, 18), Y: y, First: len(g.Lanes) == 0}
		l.H = l.place(slots, s, x.loc, func(x release.Slot) bool { return conflicted[string(id)+slotKey(x)] })
		y += l.H
		g.Lanes = append(g.Lanes, l)
	}
	for _, x := range []struct {
		name string
		kind release.SlotKind
	}{{"Roadmap", release.SlotRoadmap}, {"Meetings", release.SlotMeeting}} {
		if slots := slotsOf(t, x.kind); len(slots) > 0 {
			lane(x.name, "", slots)
		}
	}
	for _, e := range t.Programme.Environments {
		slots := slotsIn(t, e.ID)
		if (only == "" || only == e.ID) && (!e.Retired || len(slots) > 0) {
			lane(e.Name, e.ID, slots)
		}
	}
	g.Height = y
	return g
}

func slotsIn(t release.Timeline, id release.EnvironmentID) []release.Slot {
	var found []release.Slot
	for _, s := range t.Slots {
		if slices.Contains(s.Environments, id) {
			found = append(found, s)
		}
	}
	return found
}

func slotsOf(t release.Timeline, kind release.SlotKind) []release.Slot {
	return slices.DeleteFunc(slices.Clone(t.Slots), func(s release.Slot) bool { return s.Kind != kind })
}

// days shades weekends and holidays and names the weeks.
func (g *gantt) days(p *release.Programme, x period, s scale) {
	works := p.WorkingCalendar()
	for i := range 7 * x.weeks {
		day := x.first.AddDate(0, 0, i)
		begins := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, x.loc)
		ends := time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, x.loc)
		if i%7 == 0 {
			g.Weeks = append(g.Weeks, ganttWeek{X: s.x(begins), Label: weekLabel(day, x.weeks)})
		}
		if !works.WorkingDay(day) {
			name := day.Format("Monday")
			if h, ok := works.HolidayOn(day); ok {
				name = h.String()
			}
			g.Off = append(g.Off, ganttDay{X: s.x(begins), W: s.x(ends) - s.x(begins), Name: name})
		}
	}
}

// weekLabel names a week where there is room for it.
func weekLabel(day time.Time, weeks int) string {
	switch {
	case weeks <= 8:
		return day.Format("Mon 2 Jan 2006")
	case weeks <= 16:
		return day.Format("2 Jan")
	}
	return day.Format("2/1")
}

// place stacks slots so that neither bars nor labels lie on one another, and
// returns the height of the lane.
func (l *ganttLane) place(slots []release.Slot, s scale, loc *time.Location, conflict func(release.Slot) bool) float64 {
	var ends []float64 // of each row
	for _, slot := range slots {
		b, left, right := barOf(slot, s, loc, conflict(slot))
		row := slices.IndexFunc(ends, func(end float64) bool { return end+ganttPad <= left })
		if row < 0 {
			row, ends = len(ends), append(ends, 0)
		}
		ends[row] = right
		b.Y = l.Y + ganttPad + float64(row)*ganttRow
		b.TextY = b.Y + ganttBarH - 4.5
		l.Bars = append(l.Bars, b)
	}
	return max(1, float64(len(ends)))*ganttRow + ganttPad
}

// barOf draws a slot, and tells how far bar and label reach.
func barOf(slot release.Slot, s scale, loc *time.Location, conflict bool) (b ganttBar, left, right float64) {
	b = ganttBar{
		X: s.x(slot.Window.From), H: ganttBarH, Class: string(slot.Kind), Link: slotPath(slot),
		Title: slot.Title + ", " + slot.Kind.String() + ", " + slotWhen(slot, loc), Label: clipped(slot.Title, ganttMost),
	}
	b.W = max(s.x(slot.Window.To)-b.X, ganttLeast)
	b.X = min(b.X, ganttWidth-b.W)
	if !slot.Live && slot.Kind != release.SlotRoadmap && slot.Kind != release.SlotMeeting {
		b.Class += " over"
	}
	if conflict {
		b.Class, b.Label, b.Title = b.Class+" conflict", "! "+b.Label, "In conflict: "+b.Title
	}
	long := float64(utf8.RuneCountInString(b.Label)) * ganttLetter
	left, right = b.X, b.X+b.W
	switch {
	case long+2*ganttPad <= b.W: // inside
		b.TextX = b.X + ganttPad
	case b.X+b.W+ganttPad+long <= ganttWidth: // behind it
		b.TextX = b.X + b.W + 4
		right = b.TextX + long
	default: // before it
		b.TextX, b.End = b.X-4, true
		left = max(b.TextX-long, ganttBody)
	}
	return b, left, right
}

// clipped returns a text in one line of at most n letters.
func clipped(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	return cmp.Or(release.Clip(text, n), text)
}
