package release

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// GivePass makes a one-time link for whoever asks in Slack, who is known there, and
// returns the token that opens it.
func (d *Desk) GivePass(ctx context.Context, in Intent, next string) (Pass, string, error) {
	token := newToken()
	var given Pass
	err := d.act(ctx, in, func(a *act) error {
		var err error
		given, err = a.newPass(Pass{Person: a.by.ID, Purpose: PassBoard, Next: Inside(next), Digest: tokenDigest(token)})
		return err
	})
	return given, token, err
}

// newPass keeps a pass, unless its person was given too many. What ended long ago
// is forgotten.
func (a *act) newPass(x Pass) (Pass, error) {
	before, err := a.PassesOf(x.Person, x.Purpose, x.Ballot, a.now.Add(-time.Hour))
	if err != nil {
		return x, fmt.Errorf("load the passes of %s: %w", x.Person, err)
	}
	if len(before) >= passesAnHour {
		return x, refuse(CodeState, "You were given no other one.", fmt.Sprintf("You asked for %d within an hour.", len(before)), "Use the newest one, or wait a while.")
	}
	if err := a.ForgetAccess(a.now.Add(-accessKept)); err != nil {
		return x, fmt.Errorf("forget what ended long ago: %w", err)
	}
	x.MadeAt, x.EndsAt = a.now, a.now.Add(x.Purpose.Life())
	if err := a.AddPass(&x); err != nil {
		return x, fmt.Errorf("add a pass of %s: %w", x.Person, err)
	}
	return x, nil
}

// ReadPass returns whom a link lets in; it uses nothing up, so that mail programs
// may look at the link.
func (d *Desk) ReadPass(ctx context.Context, token string) (Pass, Person, error) {
	var x Pass
	var who Person
	err := d.clockwork(ctx, func(a *act) error {
		var err error
		x, who, err = a.passBy(token, NoLock)
		return err
	})
	return x, who, err
}

// passBy finds a good pass onto the board, and whose it is.
func (a *act) passBy(token string, lock Lock) (Pass, Person, error) {
	x, err := a.PassBy(tokenDigest(token), lock)
	if errors.Is(err, ErrNotFound) || (err == nil && x.Purpose != PassBoard) {
		return x, Person{}, refuse(CodeForbidden, "This link does not work.", "It is not whole, it is old, or gonogo never made it.", Pass{}.another())
	}
	if err != nil {
		return x, Person{}, fmt.Errorf("load a pass: %w", err)
	}
	if err := x.Good(a.now); err != nil {
		return x, Person{}, err
	}
	who, ok := a.programme.Person(x.Person)
	if !ok || who.Retired {
		return x, who, refuse(CodeForbidden, "This link does not work any more.", "It was made for somebody who is no longer in the programme.",
			"Ask the programme's PMO.")
	}
	return x, who, nil
}

// ComeIn uses a link up and begins a session; it returns where the link leads and
// the session's token.
func (d *Desk) ComeIn(ctx context.Context, token, agent string) (next, session string, err error) {
	session = newToken()
	err = d.clockwork(ctx, func(a *act) error {
		x, who, err := a.passBy(token, ExclusiveLock)
		if err != nil {
			return err
		}
		x.UsedAt, next = a.now, Inside(x.Next)
		if err := a.SavePass(x); err != nil {
			return fmt.Errorf("use up pass %d: %w", x.ID, err)
		}
		return a.begin(newSession(who.ID, session, InByLink, agent, a.now))
	})
	return next, session, err
}
