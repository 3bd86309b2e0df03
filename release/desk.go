package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Desk is where every act of a person arrives. A verb of the Desk is one
// transaction: load and lock, check the right to act, apply the rule, keep the
// new state, record it, promise the notices.
type Desk struct {
	store   Store
	now     func() time.Time
	sources Sources
	codeKey []byte // see WithCodeKey
}

// NewDesk returns a Desk on a store with a clock.
func NewDesk(store Store, now func() time.Time) *Desk { return &Desk{store: store, now: now} }

// WithCodeKey has the Desk keep codes under a secret key that is not in its store: a
// copy of the store, such as a backup, opens nothing (M17). Every replica has the same.
func (d *Desk) WithCodeKey(key []byte) *Desk {
	d.codeKey = key
	return d
}

// Intent is who acts and the key of what they did: the trigger, envelope or
// event behind it. The same key is carried out once (T23, T29, T30); an empty
// key is never recognised.
type Intent struct {
	Key string
	By  PersonID
}

// act is one verb under way.
type act struct {
	Tx
	programme *Programme
	by        Person
	key       string
	now       time.Time
}

// act runs fn for a person in one transaction. Whoever is not an active person
// of the registry is refused: fail closed.
func (d *Desk) act(ctx context.Context, in Intent, fn func(a *act) error) error {
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		x, ok := p.Person(in.By)
		if !ok || x.Retired {
			return refuse(CodeUnknownPerson, "Nothing was changed.", "You are not an active person of the programme.",
				"Ask the programme's PMO to add you to the programme file.")
		}
		return fn(&act{Tx: tx, programme: p, by: x, key: in.Key, now: d.instant()})
	})
	return asHandled(err)
}

// clockwork runs fn for nobody: a deadline that passed.
func (d *Desk) clockwork(ctx context.Context, fn func(a *act) error) error {
	return d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		return fn(&act{Tx: tx, programme: p, by: Person{ID: Clockwork}, now: d.instant()})
	})
}

func programmeOf(tx Tx) (*Programme, error) { return inForce(tx.Programme()) }

// inForce refuses where no programme was applied yet.
func inForce(p *Programme, err error) (*Programme, error) {
	if errors.Is(err, ErrNotFound) {
		return nil, refuse(CodeState, "gonogo is not set up yet.", "No programme file was applied.",
			"Ask the operator to run `gonogo programme apply`.")
	}
	if err != nil {
		return nil, fmt.Errorf("load the programme: %w", err)
	}
	return p, nil
}

func (d *Desk) instant() time.Time { return d.now().UTC().Truncate(time.Microsecond) }

func asHandled(err error) error {
	if errors.Is(err, ErrHandled) {
		return refuse(CodeHandled, "Nothing more was changed.", "This was carried out before.", "")
	}
	return err
}

// record appends to the ledger.
func (a *act) record(kind EntryKind, subject string, rfc int, data any) error {
	return a.enter(Entry{Kind: kind, Subject: subject, RFC: rfc, Data: data})
}

// enter appends an entry of this act to the ledger. The first one carries its
// intent.
func (a *act) enter(e Entry) error {
	e.Intent, e.At, e.By = a.key, a.now, a.by.ID
	a.key = ""
	if err := a.Append(e); err != nil {
		return fmt.Errorf("record %s of %s: %w", e.Kind, e.Subject, err)
	}
	return nil
}

// announce promises the mails of an event to its audience, and its post in the
// RFC's thread.
func (a *act) announce(key string, e Event) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	if e.Memories, err = remembered(a.Tx, e.Ballot); err != nil {
		return err
	}
	notices := noticesFor(key, e, Audience(e, a.programme), cadences)
	return a.promise(append(notices, inThread(key, e))...)
}

// promise promises notices, but for mails that nobody must act on to people who
// switched them off.
func (a *act) promise(notices ...Notice) error {
	notices, err := a.wanted(notices)
	if err != nil {
		return err
	}
	if err := a.Promise(notices...); err != nil {
		return fmt.Errorf("promise %d notices: %w", len(notices), err)
	}
	return nil
}

// tell promises a direct message to each of the people who is still active.
func (a *act) tell(key string, e Event, ids ...PersonID) error {
	for _, id := range ids {
		if x, ok := a.programme.Person(id); !ok || x.Retired {
			continue
		}
		if err := a.promise(direct(key, e, id)); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) event(kind NoticeKind, r RFC, b *Ballot) Event {
	return Event{Kind: kind, At: a.now, By: a.by.ID, RFC: r, Ballot: b}
}

// rfc loads an RFC and locks it, its release before it. Somebody else's draft
// does not exist.
func (a *act) rfc(number int) (RFC, error) {
	r, err := a.RFC(number, NoLock)
	if n, ok := r.Content.ReleaseNumber(); ok && err == nil && r.State != Draft { // a draft may name anything
		if _, err := a.release(n); err != nil {
			return r, err
		}
	}
	if err == nil {
		r, err = a.RFC(number, ExclusiveLock)
	}
	if errors.Is(err, ErrNotFound) {
		return r, noSuchRFC(number)
	}
	if err != nil {
		return r, fmt.Errorf("load %s: %w", RFCName(number), err)
	}
	if !r.ShownTo(a.by.ID) {
		return RFC{}, noSuchRFC(number)
	}
	return r, nil
}

func noSuchRFC(number int) error {
	return refuse(CodeNotFound, fmt.Sprintf("There is no %s.", RFCName(number)), "No RFC has this number.",
		"`/rfc list all` shows every RFC.")
}

// ballot loads a ballot and locks it, its RFC first: everybody who needs both
// locks them in this order. A ballot that does not exist is refused.
func (a *act) ballot(id int64) (RFC, Ballot, error) {
	b, err := a.Ballot(id, NoLock)
	if errors.Is(err, ErrNotFound) {
		return RFC{}, b, refuse(CodeNotFound, "Nothing was changed.", "There is no such vote.", "Open the RFC's card again.")
	}
	if err != nil {
		return RFC{}, b, fmt.Errorf("load ballot %d: %w", id, err)
	}
	r, err := a.rfc(b.RFC)
	if err != nil {
		return r, b, err
	}
	b, err = a.lockBallot(id)
	return r, b, err
}

// lockBallot waits until nobody votes. What it counts never happened after what
// is done now, however long the wait was and however two replicas' clocks differ
// (T23).
func (a *act) lockBallot(id int64) (Ballot, error) {
	b, err := a.Ballot(id, ExclusiveLock)
	if err != nil {
		return b, fmt.Errorf("lock ballot %d: %w", id, err)
	}
	for _, v := range b.Votes {
		a.now = latest(a.now, v.At)
	}
	return b, nil
}

// openBallot returns an RFC's open ballot, locked, if there is one.
func (a *act) openBallot(number int) (*Ballot, error) {
	ballots, err := a.BallotsOf(number)
	if err != nil {
		return nil, fmt.Errorf("load the ballots of %s: %w", RFCName(number), err)
	}
	for _, b := range ballots {
		if b.State != BallotOpen {
			continue
		}
		locked, err := a.lockBallot(b.ID)
		if err != nil {
			return nil, err
		}
		if locked.State == BallotOpen {
			return &locked, nil
		}
	}
	return nil, nil //nolint:nilnil // no open ballot is an ordinary answer
}

// voidOpenBallot ends an RFC's open ballot without an outcome.
func (a *act) voidOpenBallot(number int, why string) error {
	b, err := a.openBallot(number)
	if err != nil || b == nil {
		return err
	}
	b.State, b.ClosedAt, b.ClosedBy, b.VoidReason = BallotVoid, a.now, a.by.ID, why
	if err := a.SaveBallot(*b, b.NextDue(a.now)); err != nil {
		return fmt.Errorf("void ballot %d: %w", b.ID, err)
	}
	return a.record(BallotVoided, b.Subject(), number, map[string]any{"why": why, "votes": len(b.Votes)})
}
