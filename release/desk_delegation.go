package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// DelegationAsk is what somebody asks for who will be away.
type DelegationAsk struct {
	Absent PersonID  // who is away; empty is whoever asks
	To     PersonID  // who stands in
	From   time.Time // zero is now
	Until  time.Time
	Why    string
}

// DelegationChange is what became of a delegation, and the open votes that go on
// as they began, since their electorate was frozen (T22).
type DelegationChange struct {
	Delegation
	Untouched []Ballot
}

// Delegate lets somebody speak for a person who is away, in every vote that opens
// meanwhile (T22). People delegate for themselves; the programme's PMO and its
// release managers record the absence of somebody who cannot.
func (d *Desk) Delegate(ctx context.Context, in Intent, ask DelegationAsk) (DelegationChange, error) {
	var done DelegationChange
	err := d.act(ctx, in, func(a *act) error {
		next := Delegation{
			From: ask.Absent, To: ask.To, Window: Window{From: latest(ask.From, a.now), To: ask.Until, Zone: a.programme.Zone},
			Why: strings.TrimSpace(ask.Why), By: a.by.ID, At: a.now,
		}
		if next.From == "" {
			next.From = a.by.ID
		}
		if next.From != a.by.ID && !a.programme.Administers(a.by) {
			return next.refuse(CodeForbidden, FieldAbsent, "Only the programme's PMO or a release manager of the programme records an absence for somebody else.",
				"Ask one of them, or have the person delegate themselves.")
		}
		kept, err := a.Delegations(ExclusiveLock)
		if err != nil {
			return fmt.Errorf("load the delegations: %w", err)
		}
		if err := next.Check(a.programme, kept, a.now); err != nil {
			return err
		}
		if err := a.AddDelegation(&next); err != nil {
			return fmt.Errorf("add a delegation of %s: %w", next.From, err)
		}
		if done, err = a.changed(next); err != nil {
			return err
		}
		if err := a.record(DelegationGiven, next.Subject(), 0, next.told()); err != nil {
			return err
		}
		return a.tellOfDelegation("given", next)
	})
	return done, err
}

// EndDelegation ends a delegation before its time, or one that has not begun.
func (d *Desk) EndDelegation(ctx context.Context, in Intent, id int64) (DelegationChange, error) {
	const what = "No delegation was ended."
	var done DelegationChange
	err := d.act(ctx, in, func(a *act) error {
		x, err := a.Delegation(id, ExclusiveLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, what, fmt.Sprintf("There is no delegation %d.", id), "`/gonogo delegations` lists them.")
		}
		if err != nil {
			return fmt.Errorf("load delegation %d: %w", id, err)
		}
		mine := a.by.ID == x.From || a.by.ID == x.To
		switch {
		case !mine && !a.programme.Administers(a.by):
			return refuse(CodeForbidden, what, "It is for "+a.programme.NameOf(x.From)+" or "+a.programme.NameOf(x.To)+" to end.",
				"Ask one of them, the programme's PMO or a release manager of the programme.")
		case !a.now.Before(x.Until()):
			return refuse(CodeState, what, "It is over since "+Instant(x.Until(), a.programme.Location())+".", "`/gonogo delegations` lists those that count.")
		}
		x.EndedAt, x.EndedBy = a.now, a.by.ID
		if err := a.SaveDelegation(x); err != nil {
			return fmt.Errorf("end delegation %d: %w", id, err)
		}
		if done, err = a.changed(x); err != nil {
			return err
		}
		if err := a.record(DelegationEnded, x.Subject(), 0, x.told()); err != nil {
			return err
		}
		return a.tellOfDelegation("ended", x)
	})
	return done, err
}

// Delegations returns the delegations that are in force or still to come, by
// their beginning.
func (d *Desk) Delegations(ctx context.Context) ([]Delegation, error) {
	var all []Delegation
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.Delegations(NoLock)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the delegations: %w", err)
	}
	now := d.instant()
	all = slices.DeleteFunc(all, func(x Delegation) bool { return !now.Before(x.Until()) })
	slices.SortStableFunc(all, func(x, y Delegation) int { return x.Window.From.Compare(y.Window.From) })
	return all, nil
}

// Administers tells whether somebody may act for people who cannot: the PMO and
// the release managers of the programme.
func (p *Programme) Administers(x Person) bool {
	return slices.ContainsFunc(x.Roles, func(h Holding) bool {
		party, ok := p.Party(h.Party)
		return ok && party.Kind == ProgrammeParty && (h.Role == PMO || h.Role == ReleaseManager)
	})
}

// changed names the open votes in which the absent or their delegate sits; they
// go on as they began (T22).
func (a *act) changed(d Delegation) (DelegationChange, error) {
	open, err := a.OpenBallots()
	if err != nil {
		return DelegationChange{}, fmt.Errorf("load the open ballots: %w", err)
	}
	untouched := slices.DeleteFunc(open, func(b Ballot) bool {
		_, absent := b.SeatOf(d.From)
		seat, delegate := b.SeatOf(d.To)
		return !absent && (!delegate || seat.For[d.To] != d.From)
	})
	return DelegationChange{Delegation: d, Untouched: untouched}, nil
}

// tellOfDelegation tells who speaks and who is spoken for, but not whoever did it.
func (a *act) tellOfDelegation(what string, d Delegation) error {
	e := a.event(NoticeDelegation, RFC{}, nil)
	e.Delegation = &d
	to := slices.DeleteFunc([]PersonID{d.To, d.From}, func(id PersonID) bool { return id == a.by.ID })
	return a.tell(d.Subject()+"/"+what, e, to...)
}

// told is what the ledger keeps of a delegation.
func (d Delegation) told() map[string]any {
	told := map[string]any{"from": d.From, "to": d.To, "begins": d.Window.From, "ends": d.Until()}
	if d.Why != "" {
		told["why"] = d.Why
	}
	return told
}

// inForce returns the delegations that count when a ballot opens now.
func (a *act) inForce() ([]Delegation, error) {
	all, err := a.Delegations(NoLock)
	if err != nil {
		return nil, fmt.Errorf("load the delegations: %w", err)
	}
	return InForceAt(all, a.now), nil
}
