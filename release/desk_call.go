package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// CallDue returns the next meeting of a kind that is to be called by now: from
// the working day before it, at the same time of day. A board that meets on most
// days needs no call; its agenda is there for the asking (R60, R65).
func (p *Programme) CallDue(kind MeetingKind, now time.Time) (time.Time, bool) {
	at, ok := p.NextMeeting(kind, now)
	if !ok || !p.IsCalled(kind) {
		return time.Time{}, false
	}
	local := at.In(p.Location())
	day := p.WorkingCalendar().AddWorkingDays(local, -1)
	from := time.Date(day.Year(), day.Month(), day.Day(), local.Hour(), local.Minute(), 0, 0, p.Location())
	return at, !now.Before(from)
}

// IsCalled tells whether a kind of meeting is called: one that meets on most days is not.
func (p *Programme) IsCalled(kind MeetingKind) bool {
	rule, ok := p.MeetingRule(kind)
	return ok && (rule.FirstTuesday || len(rule.Weekdays) == 1)
}

// Call calls the meetings that take place on the next working day: everybody who
// belongs into one is invited by mail, once, with the agenda as it stands. It is
// safe to run everywhere and as often as one likes. It returns how many were due.
func (d *Desk) Call(ctx context.Context) (int, error) {
	p, err := d.Programme(ctx)
	if err != nil {
		return 0, err
	}
	due := 0
	var faults []error // a meeting that cannot be called holds up no other
	for _, rule := range p.Meetings {
		at, ok := p.CallDue(rule.Kind, d.instant())
		if !ok {
			continue
		}
		due++
		if err := d.call(ctx, rule.Kind, at); err != nil && !errors.Is(err, ErrHandled) {
			faults = append(faults, fmt.Errorf("call the %s: %w", rule.Kind, err))
		}
	}
	return due, errors.Join(faults...)
}

func (d *Desk) call(ctx context.Context, kind MeetingKind, at time.Time) error {
	return d.clockwork(ctx, func(a *act) error {
		subject := "call/" + string(kind) + "/" + at.In(a.programme.Location()).Format(time.DateOnly)
		a.key = subject // the ledger takes it once
		if err := a.record(MeetingCalled, subject, 0, map[string]any{"kind": kind, "at": at}); err != nil {
			return err
		}
		view, err := agenda(a.Tx, a.programme, a.now)
		if err != nil {
			return err
		}
		view = view.of(kind, Release{})
		m := Meeting{Kind: kind, StartedAt: at, Agenda: view.Items, Attendees: a.programme.Invited(kind, view.providers)}
		invited := audience{programme: a.programme}
		invited.add(DutyAct, m.Attendees...)
		entry := a.programme.invitationAt(Meet{Kind: kind, At: at}, m.Attendees)
		entry.SentAt = a.now
		if err := a.KeepInvitation(entry); err != nil {
			return fmt.Errorf("keep the invitation to the %s: %w", kind, err)
		}
		e := a.meetingEvent(NoticeCalled, m)
		e.Invitation = &InvitationSent{Invitation: entry}
		return a.promise(noticesFor(subject, e, invited.recipients, nil)...)
	})
}
