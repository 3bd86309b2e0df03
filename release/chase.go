package release

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The hours in which people are reminded, of their own zone: from the first to
// before the last.
const (
	workFrom  = 9
	workUntil = 17
)

// ChaseMost is how many things one message brings; the rest waits for the next
// working hour.
const ChaseMost = 5

// chaseAhead is how many working days before a day things are brought to their
// owner that are not overdue yet: waivers that end, control points of a board.
const chaseAhead = 2

// ChaseLevel says to whom something overdue is brought.
type ChaseLevel int

// The levels: the owner first, the programme's release managers after one working
// day, the escalation point after two (R111).
const (
	ChaseOwner ChaseLevel = iota
	ChaseManager
	ChaseEscalation
)

// Telling keeps that a person was told of something overdue at a level, so that
// nobody is told twice whatever restarts.
type Telling struct {
	Thing  string // "debt/4", "condition/3"
	Level  int
	Person PersonID
	At     time.Time
}

// Overdue is one thing that should have been done, or soon must be.
type Overdue struct {
	// Thing is its stable name; what is due again on another day is another thing.
	Thing  string
	What   string // in one sentence
	Owners []PersonID
	Due    time.Time
	// Ahead says that its owner is told chaseAhead working days before it is due.
	Ahead        bool
	Release      int // 0 for an RFC without a release
	Title        string
	Environments []EnvironmentID
	Act          string // the command that settles it, and its button's name
	Label        string
	// Review is the review that waits for an answer of its owners, 0 is none; LinkUntil
	// is how long their links to it work.
	Review    int64
	LinkUntil time.Time
}

// Reminder is something overdue as one person is told of it.
type Reminder struct {
	Overdue
	Level ChaseLevel
}

// pace is how the programme counts working days.
type pace struct {
	loc  *time.Location
	days Calendar
}

func (p *Programme) pace() pace { return pace{p.Location(), p.WorkingCalendar()} }

// since returns when something is brought to a level.
func (o Overdue) since(level ChaseLevel, c pace) time.Time {
	days := int(level)
	if level == ChaseOwner && o.Ahead {
		days = -chaseAhead
	}
	if days == 0 {
		return o.Due
	}
	due := o.Due.In(c.loc)
	day := c.days.AddWorkingDays(due, days)
	return time.Date(day.Year(), day.Month(), day.Day(), due.Hour(), due.Minute(), due.Second(), 0, c.loc)
}

// recipients returns the active people to whom something is brought at a level.
func (o Overdue) recipients(level ChaseLevel, p *Programme) []PersonID {
	switch level {
	case ChaseManager:
		return ids(p.HoldersAmong(ReleaseManager, ProgrammeParty))
	case ChaseEscalation:
		return ids(p.EscalationPoint(o.Environments))
	case ChaseOwner:
	}
	owners := slices.DeleteFunc(slices.Clone(o.Owners), func(id PersonID) bool {
		x, ok := p.Person(id)
		return !ok || x.Retired
	})
	if len(owners) == 0 {
		return ids(p.HoldersAmong(ReleaseManager, ProgrammeParty))
	}
	return owners
}

// ZoneOf returns the time zone by which a person works: their own, else the
// programme's.
func (p *Programme) ZoneOf(x Person) *time.Location {
	if x.Zone != "" {
		if loc, err := time.LoadLocation(x.Zone); err == nil {
			return loc
		}
	}
	return p.Location()
}

// AtWork tells whether a person may be reminded at an instant: on a working day
// of each of their parties, from 09:00 to before 17:00 of their zone.
func (p *Programme) AtWork(x Person, now time.Time) bool {
	local := now.In(p.ZoneOf(x))
	if x.Retired || local.Hour() < workFrom || local.Hour() >= workUntil {
		return false
	}
	for _, party := range x.Parties() {
		if !p.CalendarOf(party).WorkingDay(local) {
			return false
		}
	}
	return true
}

// PlanChase returns what each person is told now: what became due for them at a
// level and was never told them at it, the oldest first and at most ChaseMost,
// in their working hours and once in each of those. It is pure: told are the
// tellings of these things, and all of the last hours.
func PlanChase(things []Overdue, told []Telling, p *Programme, now time.Time) map[PersonID][]Reminder {
	type once struct {
		thing  string
		level  ChaseLevel
		person PersonID
	}
	done, last := map[once]bool{}, map[PersonID]time.Time{}
	for _, t := range told {
		done[once{t.Thing, ChaseLevel(t.Level), t.Person}] = true
		last[t.Person] = latest(last[t.Person], t.At)
	}
	plan, pace := map[PersonID][]Reminder{}, p.pace()
	for _, o := range things {
		for _, level := range []ChaseLevel{ChaseOwner, ChaseManager, ChaseEscalation} {
			if now.Before(o.since(level, pace)) {
				continue
			}
			for _, id := range o.recipients(level, p) {
				key := once{o.Thing, level, id}
				if !done[key] {
					done[key] = true
					plan[id] = append(plan[id], Reminder{o, level})
				}
			}
		}
	}
	for id, reminders := range plan {
		x, _ := p.Person(id)
		if !p.AtWork(x, now) || sameHour(last[id], now, p.ZoneOf(x)) {
			delete(plan, id)
			continue
		}
		slices.SortStableFunc(reminders, func(a, b Reminder) int {
			return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Thing, b.Thing), cmp.Compare(a.Level, b.Level))
		})
		plan[id] = reminders[:min(len(reminders), ChaseMost)]
	}
	return plan
}

func sameHour(a, b time.Time, loc *time.Location) bool {
	const hour = "2006-01-02T15 -0700"
	return a.In(loc).Format(hour) == b.In(loc).Format(hour)
}

// overdueDebt is what a debt asks for.
func overdueDebt(d Debt) Overdue {
	o := Overdue{Thing: d.Subject(), What: d.What(), Owners: []PersonID{d.Owner}, Due: d.Due, Release: d.Release}
	switch {
	case d.Kind == Retrospective:
		o.Act, o.Label = fmt.Sprintf("/release settle %d", d.ID), "Show it"
	case d.Target != 0:
		o.Act, o.Label, o.Release = "/release edit "+ReleaseName(d.Target), "Add the fix", d.Target
	default:
		o.Act, o.Label = "/release debts", "See the debts"
	}
	return o
}

// overdueAction is what a work-off action of a release asks for (R40).
func overdueAction(x Action, r Release, p *Programme) Overdue {
	return Overdue{
		// another day or another owner is another thing to be told of
		Thing: fmt.Sprintf("%s/%s", x.Subject(), x.Due.UTC().Format(time.DateTime)), What: "A work-off action is open: " + Clip(x.What, 120),
		Owners: []PersonID{x.Owner}, Due: x.Due, Ahead: true, Release: r.Number, Title: r.Title(p), Environments: r.Content.Environments(),
		Act: fmt.Sprintf("/release done %d", x.ID), Label: "Show it done",
	}
}

// overdueCondition is what an open condition of a Go asks for by the start of its
// RFC's window.
func overdueCondition(c Condition, rfc RFC) Overdue {
	return Overdue{
		Thing: fmt.Sprintf("condition/%d", c.ID), What: "A condition of the Go is open: " + Clip(c.Words, 120), Owners: []PersonID{c.Owner},
		Due: rfc.Content.Window.From, Title: rfc.Content.Title, Environments: rfc.Content.Environments,
		Act: fmt.Sprintf("/rfc met %d", rfc.Number), Label: "Show it met",
	}
}

// overdueOf returns what keeps a release from its next step, where it has a day by
// which it must be settled, and the waivers it rests on that end soon. Votes have
// reminders of their own, and debts and conditions are told once for all releases.
func overdueOf(s Standing) []Overdue {
	_, unmet, _ := s.Next()
	var things []Overdue
	add := func(key, what string, owners []PersonID, due time.Time, ahead bool) *Overdue {
		things = append(things, Overdue{
			Thing: fmt.Sprintf("%s/%s/%s", s.Release.Subject(), key, due.UTC().Format(time.DateTime)), What: what, Owners: owners, Due: due,
			Ahead: ahead, Release: s.Release.Number, Title: s.Release.Title(s.Programme), Environments: s.Release.Content.Environments(),
		})
		return &things[len(things)-1]
	}
	voting := slices.ContainsFunc(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen })
	for _, b := range unmet {
		point, isPoint := PointOf(Check(b.Key))
		vote := (isPoint && point.Decided && point.Key != PointRaised) || b.Key == string(CheckGo)
		if b.By.IsZero() || (vote && voting) || b.chasedElsewhere() {
			continue
		}
		o := add(b.Key, b.What, b.People, b.By, isPoint && point.Number != 0)
		o.Act, o.Label = b.Act, b.Label
	}
	for _, e := range s.Evidence {
		if e.Waiver && e.Stands(s.Now) {
			what := fmt.Sprintf("The waiver of “%s” ends.", pointName(e.Check))
			o := add(fmt.Sprintf("waiver/%d", e.ID), what, []PersonID{s.Release.Content.Owner}, e.Until, true)
			point, _ := PointOf(e.Check)
			o.Act, o.Label = point.showing(s.Release), "Show it"
		}
	}
	return things
}

// chasedElsewhere tells whether a blocker is another noun that is chased itself.
func (b Blocker) chasedElsewhere() bool {
	return strings.HasPrefix(b.Key, "debt/") || strings.HasPrefix(b.Key, "condition/")
}
