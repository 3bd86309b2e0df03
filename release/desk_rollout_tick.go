package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// escalateAfter is how long nobody may decide at the point of no return before
// the escalation point is told.
const escalateAfter = 5 * time.Minute

// TickRollouts does what the clock asks of deployments under way: it tells at half
// time, asks the accountable at the point of no return, the escalation point when
// they do not answer, and everybody when the window is over and the deployment is
// not. It decides nothing, may run everywhere and as often as one likes, and
// returns how many deployments had something due.
func (d *Desk) TickRollouts(ctx context.Context) (int, error) {
	var due []int64
	err := d.store.Within(ctx, func(tx Tx) error {
		all, err := tx.DueRollouts()
		if err != nil {
			return err
		}
		for _, id := range all {
			run, err := tx.Rollout(id, NoLock)
			if err != nil {
				return err
			}
			if run.ticks(d.instant()) {
				due = append(due, id)
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("look at the deployments under way: %w", err)
	}
	var faults []error // a deployment that cannot be looked at holds up no other
	for _, id := range due {
		if err := d.clockwork(ctx, func(a *act) error { return a.tick(id) }); err != nil {
			faults = append(faults, fmt.Errorf("look at deployment %d: %w", id, err))
		}
	}
	return len(due), errors.Join(faults...)
}

// ticks tells whether the clock has something to tell of a run.
func (r Rollout) ticks(now time.Time) bool {
	copied := r.clone()
	return len(copied.chime(now)) > 0 || !copied.Demanded.Equal(r.Demanded)
}

// chime notes what the clock has to tell of a deployment at an instant, each
// once, and returns it with the key under which it goes out.
func (r *Rollout) chime(now time.Time) []chimed {
	if r.Mode.Rehearses() || r.State.Over() {
		return nil
	}
	var told []chimed
	say := func(kind StatusKind, key string, to toWhom) {
		if r.tell(key) {
			told = append(told, chimed{kind, key, to})
		}
	}
	c := r.Compass(now)
	if !r.IsBack() && r.halfway(now) {
		say(StatusHalf, string(StatusHalf), toImpacted)
	}
	if !now.Before(r.Window.To) {
		say(StatusLate, string(StatusLate), toEverybody)
	}
	switch {
	case c.Demands && r.Demanded.IsZero():
		r.Demanded = now
		say(StatusDemand, demandKey(now), toDeciders)
	case c.Demands && !now.Before(r.Demanded.Add(escalateAfter)):
		say(StatusDemand, demandKey(r.Demanded)+"/escalated", toEscalation)
	case !c.Demands && r.Decided.IsZero():
		r.Demanded = time.Time{} // another set applies, and there is time again
	}
	return told
}

func demandKey(at time.Time) string {
	return string(StatusDemand) + "/" + at.UTC().Format(time.RFC3339Nano)
}

// chimed is something the clock has to tell.
type chimed struct {
	kind StatusKind
	key  string
	to   toWhom
}

type toWhom int

const (
	toImpacted toWhom = iota
	toDeciders
	toEscalation
	toEverybody // those who are impacted, and the escalation point directly
)

// halfway tells whether half of the steps are done, or half of the time they
// should take is over.
func (r Rollout) halfway(now time.Time) bool {
	finished, total := r.Progress()
	var expected time.Duration
	for _, l := range r.Forward() {
		expected += l.Expected
	}
	return 2*finished >= total || expected > 0 && 2*now.Sub(r.StartedAt) >= expected
}

// tick tells what became due of a deployment, under its lock.
func (a *act) tick(id int64) error {
	run, r, err := a.run(id)
	if err != nil {
		return err
	}
	before := run.Demanded
	told := run.chime(a.now)
	if len(told) == 0 && run.Demanded.Equal(before) {
		return nil // another replica was faster
	}
	keys := make([]string, len(told))
	for i, t := range told {
		keys[i] = t.key
	}
	if err := a.keepRollout(&run, RolloutTold, map[string]any{"told": keys}); err != nil {
		return err
	}
	for _, t := range told {
		if err := a.chimes(r, run, t); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) chimes(r Release, run Rollout, t chimed) error {
	if t.to == toImpacted || t.to == toEverybody {
		if err := a.status(r, run, t.kind, t.key); err != nil {
			return err
		}
	}
	to := a.programme.EscalationPoint(run.Environments)
	switch t.to {
	case toImpacted:
		return nil
	case toDeciders:
		if accountable := a.programme.Accountable(Rollback); len(accountable) > 0 {
			to = accountable
		}
		if err := a.stepDue(r, run, t.kind); err != nil {
			return err
		}
	case toEscalation, toEverybody:
	}
	return a.ask(r, run, t.kind, t.key, to)
}

// ask brings a decision to people: in Slack, by mail to who is not there.
func (a *act) ask(r Release, run Rollout, kind StatusKind, key string, people []Person) error {
	rfc, err := a.RFC(run.RFC, NoLock)
	if err != nil {
		return fmt.Errorf("load %s: %w", RFCName(run.RFC), err)
	}
	e := a.rolloutEvent(NoticeDecide, r, run, kind)
	e.RFC = rfc
	key = run.Subject() + "/" + key
	for _, x := range people {
		n := direct(key, e, x.ID)
		if len(x.Slack) == 0 {
			n = noticesFor(key+"/decide", e, []Recipient{{Person: x.ID, Duty: DutyAct}}, nil)[0]
		}
		if err := a.promise(n); err != nil {
			return err
		}
	}
	return nil
}
