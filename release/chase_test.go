package release_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// reminded returns what was told of something overdue: "debt/2/0 ex-rm".
func (b *board) reminded(since world) []string {
	var told []string
	for _, n := range b.store.snapshot().Notices[len(since.Notices):] {
		for _, o := range n.Event.Overdue {
			told = append(told, fmt.Sprintf("%s/%d %s", o.Thing, o.Level, n.To))
		}
	}
	return told
}

func (b *board) chase() {
	b.Helper()
	_, err := b.desk.Chase(b.Context())
	b.must(err)
}

// Item 13, M6: an overdue debt is brought to its owner, after a working day to the
// programme's release manager, after two to the escalation point; in working
// hours only, and never the same twice.
func TestWhatIsOverdueIsBroughtUp(t *testing.T) {
	b := newIndebted(t)
	b.deployed(urgent()) // due on Friday 4 December at 17:00
	for _, step := range []struct {
		at   string
		want []string
	}{
		{"2026-12-04T16:59", nil},
		{"2026-12-04T17:00", nil},
		{"2026-12-05T10:00", nil}, // a Saturday
		{"2026-12-07T08:59", nil},
		{"2026-12-07T09:00", []string{"debt/1/0 ex-rm", "debt/2/0 ex-rm"}},
		{"2026-12-07T12:00", nil},
		{"2026-12-07T17:00", nil},
		{"2026-12-08T09:30", []string{"debt/1/1 rm", "debt/2/1 rm"}},
		{"2026-12-08T16:59", nil},
		{"2026-12-09T09:00", []string{"debt/1/2 tmag", "debt/2/2 tmag"}},
		{"2026-12-10T09:00", nil},
	} {
		at, err := time.Parse("2006-01-02T15:04", step.at)
		b.must(err)
		b.clock = at
		before := b.store.snapshot()
		b.chase()
		b.chase()
		got := slices.DeleteFunc(b.reminded(before), func(s string) bool { return !strings.HasPrefix(s, "debt/") })
		if !slices.Equal(got, step.want) {
			t.Errorf("%s: told %v; want %v", step.at, got, step.want)
		}
	}
}

// Item 13: a control point of a board that is near, and a waiver that ends, are
// brought to their owner two working days before.
func TestWhatIsNearIsBroughtUp(t *testing.T) {
	b := newGoverned(t)
	c := planned(release.Minor)
	c.Board = monday.Add(73 * time.Hour) // Thursday, 10:00
	r := b.create(c)
	b.next(r.Number, "ex-rm")
	b.built(r.Number, "2026.11.1", "1.2")
	b.next(r.Number, "ex-rm")
	_, err := b.desk.Waive(t.Context(), b.as("rm"), r.Number, release.CheckPIT, "The lab is closed.", monday.Add(72*time.Hour))
	b.must(err)
	b.next(r.Number, "ex-rm")
	before := b.store.snapshot()
	b.chase()
	if told := b.reminded(before); len(told) != 0 {
		t.Fatalf("on Monday: %v", told)
	}
	b.clock = monday.Add(25*time.Hour + time.Minute) // Tuesday, 10:01
	b.chase()
	told := b.reminded(before)
	for _, want := range []string{"release/1/waiver/1/2026-11-26 09:00:00/0 ex-rm", "release/1/rfc-raised/2026-11-26 10:00:00/0 rm"} {
		if !slices.Contains(told, want) {
			t.Errorf("on Tuesday: %v; want %s among them", told, want)
		}
	}
}

// Item 13: whoever has no Slack account is reminded by mail; what belongs to
// somebody who left goes to the programme's release manager.
func TestRemindersReachWhoIsThere(t *testing.T) {
	p := governed()
	for i := range p.People {
		if p.People[i].ID == "rm" {
			p.People[i].Slack = nil
		}
	}
	b := newIndebted(t)
	b.deployed(urgent())
	p.People = slices.DeleteFunc(p.People, func(x release.Person) bool { return x.ID == "ex-rm" })
	b.apply(p)
	b.clock = time.Date(2026, 12, 7, 9, 0, 0, 0, time.UTC)
	b.chase()
	if mailed := b.told(release.NoticeOverdue, release.ByMail); !slices.Equal(mailed, []release.PersonID{"rm"}) {
		t.Errorf("mailed %v", mailed)
	}
	// Whoever else is told hears of the review of the deployment (R38).
	if direct := b.told(release.NoticeOverdue, release.ByDirect); slices.Contains(direct, "rm") || slices.Contains(direct, "ex-rm") {
		t.Errorf("told directly %v", direct)
	}
}

// Item 13: however often and wherever reminders run, each thing is told a person
// once at each level, nobody is disturbed outside their hours, a message has five
// things at most, and an hour one message.
func TestRemindersAreTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := chasedProgramme(t)
		var things []release.Overdue
		start := time.Date(2026, 12, 18, 0, 0, 0, 0, time.UTC) // Christmas is near
		for i := range rapid.IntRange(1, 12).Draw(t, "things") {
			things = append(things, release.Overdue{
				Thing: fmt.Sprintf("debt/%d", i), Owners: []release.PersonID{rapid.SampledFrom([]release.PersonID{"ex-rm", "dcc-rm", "gone", "tmag"}).Draw(t, "owner")},
				Due: start.Add(time.Duration(rapid.IntRange(0, 14*24*60).Draw(t, "due")) * time.Minute), Ahead: rapid.Bool().Draw(t, "ahead"),
			})
		}
		var told []release.Telling
		times := map[string]int{}
		now := start
		for range rapid.IntRange(1, 60).Draw(t, "looks") {
			now = now.Add(time.Duration(rapid.SampledFrom([]int{0, 1, 30, 60, 90, 300, 600, 1440}).Draw(t, "minutes")) * time.Minute)
			told = looked(t, &p, things, told, times, now)
		}
		for hours := 0; hours < 40*24 && untold(things, told); hours++ { // hour by hour, long after everything was due
			now = now.Add(time.Hour)
			told = looked(t, &p, things, told, times, now)
		}
		if untold(things, told) {
			t.Fatalf("of %v only %v was told", things, told)
		}
	})
}

// untold tells whether something was not told at every level yet.
func untold(things []release.Overdue, told []release.Telling) bool {
	return slices.ContainsFunc(things, func(o release.Overdue) bool {
		levels := map[int]bool{}
		for _, x := range told {
			levels[x.Level] = levels[x.Level] || x.Thing == o.Thing
		}
		return !levels[0] || !levels[1] || !levels[2]
	})
}

func chasedProgramme(t *rapid.T) release.Programme {
	p := programme()
	p.Calendars = []release.Calendar{release.NewCalendar("x", "X", release.Holiday{Date: "2026-12-25", Name: "Christmas"})}
	p.Parties[2].Calendar = "x"
	for i := range p.People {
		p.People[i].Zone = rapid.SampledFrom([]string{"", "Asia/Kolkata", "America/New_York", "Europe/Berlin"}).Draw(t, "zone")
	}
	return p
}

// looked plans once, holds the plan to the rules and keeps it as told.
func looked(t *rapid.T, p *release.Programme, things []release.Overdue, told []release.Telling, times map[string]int, now time.Time) []release.Telling {
	for id, reminders := range release.PlanChase(things, told, p, now) {
		x, _ := p.Person(id)
		loc := p.Location()
		if x.Zone != "" {
			loc, _ = time.LoadLocation(x.Zone)
		}
		local := now.In(loc)
		if local.Hour() < 9 || local.Hour() > 16 || local.Weekday() == time.Saturday || local.Weekday() == time.Sunday ||
			(x.Roles[0].Party == "elexon" && local.Format(time.DateOnly) == "2026-12-25") {
			t.Fatalf("%s is disturbed at %s", id, local)
		}
		if len(reminders) > 5 || x.Retired {
			t.Fatalf("%s (retired %v) is told %d things at once", id, x.Retired, len(reminders))
		}
		hour := fmt.Sprintf("%s %s", id, local.Format("2006-01-02T15 -0700"))
		if times[hour]++; times[hour] > 1 {
			t.Fatalf("a second message to %s", hour)
		}
		for _, r := range reminders {
			key := fmt.Sprintf("%s/%d %s", r.Thing, r.Level, id)
			if times[key]++; times[key] > 1 {
				t.Fatalf("told twice: %s", key)
			}
			told = append(told, release.Telling{Thing: r.Thing, Level: int(r.Level), Person: id, At: now})
		}
	}
	return told
}
