package release

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Chase brings what is overdue to its owner, after a working day to the
// programme's release managers, after two to the escalation point: in working
// hours, a few things at a time, and never the same twice. It may run everywhere
// and as often as one likes. It returns how many people were told.
func (d *Desk) Chase(ctx context.Context) (int, error) {
	var things []Overdue
	var p *Programme
	now := d.instant()
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if p, err = programmeOf(tx); err != nil {
			return err
		}
		if slices.ContainsFunc(p.People, func(x Person) bool { return p.AtWork(x, now) }) {
			things, err = overdueNow(tx, p, now)
		}
		return err
	})
	if _, refused := AsRefusal(err); refused {
		return 0, nil // no programme, nothing is due
	}
	if err != nil {
		return 0, fmt.Errorf("look for what is overdue: %w", err)
	}
	if len(PlanChase(things, nil, p, now)) == 0 {
		return 0, nil // nobody to be told whatever was told before
	}
	told := 0
	err = d.clockwork(ctx, func(a *act) error {
		var err error
		told, err = a.chase(things)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("tell what is overdue: %w", err)
	}
	return told, nil
}

// chase tells what was not told yet, while nobody else tells.
func (a *act) chase(things []Overdue) (int, error) {
	names := make([]string, len(things))
	for i, o := range things {
		names[i] = o.Thing
	}
	before, err := a.Tellings(names, a.now.Add(-2*time.Hour))
	if err != nil {
		return 0, fmt.Errorf("load what was told: %w", err)
	}
	plan := PlanChase(things, before, a.programme, a.now)
	for _, id := range slices.Sorted(maps.Keys(plan)) {
		if err := a.remindOf(id, plan[id]); err != nil {
			return 0, err
		}
	}
	return len(plan), nil
}

// remindOf promises one message with a few things to a person: in Slack, by mail
// to who is not there.
func (a *act) remindOf(id PersonID, reminders []Reminder) error {
	things := make([]string, len(reminders))
	for i, r := range reminders {
		things[i] = fmt.Sprintf("%s/%d", r.Thing, r.Level)
		if err := a.AddTelling(Telling{Thing: r.Thing, Level: int(r.Level), Person: id, At: a.now}); err != nil {
			return fmt.Errorf("keep what %s was told: %w", id, err)
		}
	}
	e := Event{Kind: NoticeOverdue, At: a.now, By: a.by.ID, Overdue: reminders}
	n := direct("chase/"+things[0], e, id)
	if x, _ := a.programme.Person(id); len(x.Slack) == 0 {
		n = noticesFor("chase/"+things[0], e, []Recipient{{Person: id, Duty: DutyAct}}, nil)[0]
	}
	if err := a.promise(n); err != nil {
		return err
	}
	return a.record(OverdueChased, "person/"+string(id), 0, map[string]any{"things": things})
}

// overdueNow collects what may have to be told: of the debts, of the conditions
// of open RFCs, and of every release that is under way.
func overdueNow(tx Tx, p *Programme, now time.Time) ([]Overdue, error) {
	var things []Overdue
	debts, err := tx.FindDebts(DebtFilter{Open: true})
	if err != nil {
		return nil, fmt.Errorf("load the debts: %w", err)
	}
	for _, d := range debts {
		things = append(things, overdueDebt(d))
	}
	reviews, err := overdueReviews(tx, p, now)
	if err != nil {
		return nil, err
	}
	things = append(things, reviews...)
	actions, err := overdueActions(tx, p)
	if err != nil {
		return nil, err
	}
	things = append(things, actions...)
	doubts, err := tx.FindConfigurationIssues(ConfigurationIssueFilter{Open: true})
	if err != nil {
		return nil, fmt.Errorf("load the configuration issues: %w", err)
	}
	for _, i := range doubts {
		things = append(things, overdueDoubt(i, p))
	}
	conditions, err := tx.OpenConditions("")
	if err != nil {
		return nil, fmt.Errorf("load the conditions: %w", err)
	}
	for _, c := range conditions {
		rfc, err := tx.RFC(c.RFC, NoLock)
		if err != nil {
			return nil, fmt.Errorf("load %s: %w", RFCName(c.RFC), err)
		}
		if rfc.State.Open() {
			things = append(things, overdueCondition(c, rfc))
		}
	}
	releases, err := tx.FindReleases(ReleaseFilter{Stages: InFlightStages()})
	if err != nil {
		return nil, fmt.Errorf("load the releases under way: %w", err)
	}
	for _, r := range releases {
		s, err := standingOf(tx, p, r, now)
		if errors.Is(err, ErrNotFound) {
			continue // it changed between two looks; the next minute sees it whole
		}
		if err != nil {
			return nil, err
		}
		things = append(things, overdueOf(s)...)
	}
	pace := p.pace()
	return slices.DeleteFunc(things, func(o Overdue) bool { return now.Before(o.since(ChaseOwner, pace)) }), nil
}

// overdueActions are the work-off actions that are open, of closed releases too.
func overdueActions(tx Tx, p *Programme) ([]Overdue, error) {
	actions, err := tx.FindActions(ActionFilter{Open: true})
	if err != nil {
		return nil, fmt.Errorf("load the work-off actions: %w", err)
	}
	things := make([]Overdue, len(actions))
	for i, x := range actions {
		r, err := tx.Release(x.Release, NoLock)
		if err != nil {
			return nil, fmt.Errorf("load %s: %w", ReleaseName(x.Release), err)
		}
		things[i] = overdueAction(x, r, p)
	}
	return things, nil
}
