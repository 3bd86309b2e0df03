package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Invite holds what people were invited to against what is planned now, and tells
// each of them of every change, once: a window that was approved, moved or called
// off, a meeting whose time the programme changed (R102, R138). It is safe to run
// everywhere and as often as one likes. It returns how many changes it told.
func (d *Desk) Invite(ctx context.Context) (int, error) {
	now := d.instant()
	due, err := d.invitationsDue(ctx, now)
	if err != nil {
		return 0, err
	}
	told := 0
	var faults []error // one that fails holds up no other
	for _, subject := range due {
		n, err := d.invite(ctx, subject)
		if err != nil {
			faults = append(faults, fmt.Errorf("invite to %s: %w", subject, err))
		}
		told += n
	}
	return told, errors.Join(faults...)
}

// invitationsDue returns the subjects whose invitations are not as they should be. It
// reads what is still to come, and nothing that is over.
func (d *Desk) invitationsDue(ctx context.Context, now time.Time) ([]string, error) {
	var due []string
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		kept, err := tx.InvitationsAfter(now)
		if err != nil {
			return fmt.Errorf("load the invitations: %w", err)
		}
		coming, err := tx.FindRFCs(RFCFilter{Over: Window{From: now, To: now.Add(FeedAhead)}})
		if err != nil {
			return fmt.Errorf("load the windows to come: %w", err)
		}
		due = append(due, uninvited(coming, kept)...)
		for _, x := range kept {
			want, err := wanted(tx, p, x)
			if err != nil {
				return err
			}
			if !x.Same(want) || !slices.Equal(x.People, want.People) {
				due = append(due, x.Subject)
			}
		}
		return nil
	})
	return due, err
}

// uninvited returns the subjects of the RFCs to whose windows nobody was invited yet
// and somebody should be.
func uninvited(coming []RFC, kept []Invitation) []string {
	var due []string
	for _, r := range coming {
		known := slices.ContainsFunc(kept, func(x Invitation) bool { return x.Subject == r.Subject() })
		if !known && r.invites() {
			due = append(due, r.Subject())
		}
	}
	return due
}

// wanted returns what an invitation should say now.
func wanted(tx Tx, p *Programme, x Invitation) (Invitation, error) {
	if number, ok := strings.CutPrefix(x.Subject, "rfc/"); ok {
		n, err := ParseRFCName(number)
		if err != nil {
			return x, err
		}
		r, err := tx.RFC(n, NoLock)
		if err != nil {
			return x, fmt.Errorf("load %s: %w", RFCName(n), err)
		}
		return p.invitationTo(r), nil
	}
	return p.meetingNow(x), nil
}

// meetingNow returns what an invitation to a meeting should say by the rules of now:
// another time of the same day, or that it is off. Who was called stays called.
func (p *Programme) meetingNow(x Invitation) Invitation {
	kind, date, _ := strings.Cut(strings.TrimPrefix(x.Subject, "call/"), "/")
	day, err := time.ParseInLocation(time.DateOnly, date, p.Location())
	if err != nil {
		return x
	}
	for _, m := range p.Meets(Window{From: day, To: day.AddDate(0, 0, 1)}) {
		if string(m.Kind) == kind {
			return p.invitationAt(m, x.People)
		}
	}
	x.Over, x.Why = true, "It does not take place on this day any more."
	return x
}

// invite brings one invitation up to date.
func (d *Desk) invite(ctx context.Context, subject string) (int, error) {
	told := 0
	err := d.clockwork(ctx, func(a *act) error {
		told = 0
		e := Event{Kind: NoticeInvited, At: a.now, By: a.by.ID}
		if number, ok := strings.CutPrefix(subject, "rfc/"); ok {
			n, err := ParseRFCName(number)
			if err != nil {
				return err
			}
			if e.RFC, err = a.RFC(n, ExclusiveLock); err != nil { // two replicas wait here for each other
				return fmt.Errorf("lock %s: %w", RFCName(n), err)
			}
		}
		before, err := a.Invitation(subject)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return fmt.Errorf("load the invitation to %s: %w", subject, err)
		}
		want := a.programme.invitationTo(e.RFC)
		if e.RFC.Number == 0 {
			want = a.programme.meetingNow(before)
		} else if before.Subject == "" && !e.RFC.invites() {
			return nil // it was taken back since it was looked at
		}
		if before.Subject != "" && before.Same(want) && slices.Equal(before.People, want.People) {
			return nil // another replica was here
		}
		after, changes := before.next(want, a.now)
		if err := a.KeepInvitation(after); err != nil {
			return fmt.Errorf("keep the invitation to %s: %w", subject, err)
		}
		told = len(changes)
		return a.sendInvitations(after, e, changes)
	})
	return told, err
}

// sendInvitations promises what each person is told of an invitation, by mail and at
// once: a calendar that is a day behind is worse than none.
func (a *act) sendInvitations(x Invitation, e Event, changes map[PersonID]InvitationSent) error {
	var notices []Notice
	for id, sent := range changes {
		if y, ok := a.programme.Person(id); !ok || y.Retired {
			continue
		}
		e.Invitation = &sent
		notices = append(notices, noticesFor(x.key(), e, []Recipient{{Person: id, Duty: DutyAct}}, nil)...)
	}
	slices.SortFunc(notices, func(m, n Notice) int { return strings.Compare(m.Key, n.Key) })
	return a.promise(notices...)
}
