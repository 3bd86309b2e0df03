package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Tick does what the clock asks for: it reminds silent seats, closes what
// everybody has spoken on, and ends what reached its deadline. It is safe to
// run everywhere and as often as one likes: each ballot is looked at under its
// own lock. It returns how many ballots were due.
func (d *Desk) Tick(ctx context.Context) (int, error) {
	var due []int64
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		due, err = tx.DueBallots(d.instant())
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load the ballots that are due: %w", err)
	}
	var faults []error // a ballot that cannot be settled holds up no other
	for _, id := range due {
		if err := d.look(ctx, id); err != nil {
			faults = append(faults, err)
		}
	}
	return len(due), errors.Join(faults...)
}

// Settle ends a ballot if everybody has spoken; it is asked after votes were
// cast. Nobody waits for the first look, which takes no lock.
func (d *Desk) Settle(ctx context.Context, ballot int64) error {
	settled := false
	err := d.store.Within(ctx, func(tx Tx) error {
		b, err := tx.Ballot(ballot, NoLock)
		settled = b.Settled(d.instant())
		return err
	})
	if err != nil {
		return fmt.Errorf("look at ballot %d: %w", ballot, err)
	}
	if !settled {
		return nil
	}
	return d.look(ctx, ballot)
}

// look ends a ballot when its deadline is reached or everybody has spoken, else
// reminds whoever is due to be reminded.
func (d *Desk) look(ctx context.Context, ballot int64) error {
	err := d.clockwork(ctx, func(a *act) error {
		r, b, err := a.ballot(ballot)
		if err != nil {
			return err
		}
		if b.State != BallotOpen {
			return nil
		}
		if !a.now.Before(b.Deadline) || b.Settled(a.now) {
			_, err := a.conclude(r, b, "", "")
			return err
		}
		return a.remind(r, b)
	})
	if err != nil {
		return fmt.Errorf("settle ballot %d: %w", ballot, err)
	}
	return nil
}

// remind promises a direct message to everybody who may speak for a silent
// seat; reminders that were missed meanwhile are one.
func (a *act) remind(r RFC, b Ballot) error {
	passed := slices.IndexFunc(b.Reminders, func(t time.Time) bool { return t.After(a.now) })
	if passed < 0 {
		passed = len(b.Reminders)
	}
	b.Reminders = b.Reminders[passed:]
	if err := a.SaveBallot(b, b.NextDue(a.now)); err != nil {
		return fmt.Errorf("save ballot %d: %w", b.ID, err)
	}
	silent := b.Tally().Silent
	if passed == 0 || len(silent) == 0 {
		return nil
	}
	e := a.event(NoticeReminder, r, &b)
	var err error
	if e.Memories, err = remembered(a.Tx, &b); err != nil {
		return err
	}
	key := fmt.Sprintf("ballot/%d/remind/%d", b.ID, len(b.Reminders))
	var keys []string
	for _, s := range silent {
		keys = append(keys, s.Key)
		if err := errors.Join(a.tell(key, e, s.Holders...), a.mailWithoutSlack(key, e, s.Holders)); err != nil {
			return err
		}
	}
	return a.record(SeatsReminded, b.Subject(), 0, map[string]any{"seats": keys})
}

// mailWithoutSlack promises a mail to those who have no account in Slack: what
// others are told there must reach them too (M18).
func (a *act) mailWithoutSlack(key string, e Event, ids []PersonID) error {
	for _, id := range ids {
		if x, ok := a.programme.Person(id); !ok || x.Retired || len(x.Slack) > 0 {
			continue
		}
		err := a.promise(Notice{
			Key: fmt.Sprintf("%s/mail/%s", key, id), Road: ByMail, To: id, Duty: DutyAct, Event: e, Hold: Immediate, At: e.At,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Lasting shows a duration as people say it: "30 minutes", "2 days".
func Lasting(d time.Duration) string {
	units := []struct {
		unit time.Duration
		name string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}}
	for i, u := range units {
		n := int(d / u.unit)
		if n == 0 {
			continue
		}
		text := plural(n, u.name)
		if rest := d - time.Duration(n)*u.unit; i+1 < len(units) && rest >= units[i+1].unit {
			text += " " + plural(int(rest/units[i+1].unit), units[i+1].name)
		}
		return text
	}
	return "less than a minute"
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
