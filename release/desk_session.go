package release

import (
	"context"
	"errors"
	"fmt"
)

func (a *act) begin(s Session) error {
	if err := a.AddSession(&s); err != nil {
		return fmt.Errorf("begin a session of %s: %w", s.Person, err)
	}
	return nil
}

// Account is what a provider that gonogo trusts says of somebody: their account in
// Slack, or a mail address that it knows to be theirs.
type Account struct {
	Slack SlackID
	Mail  string
}

// ComeByAccount begins a session for whoever has an account, and returns its token.
// An account in Slack is known by the pair (T31); a mail address counts where no such
// account is said, and where one active person alone has it.
func (d *Desk) ComeByAccount(ctx context.Context, x Account, agent string) (string, error) {
	session := newToken()
	err := d.clockwork(ctx, func(a *act) error {
		who, ok := a.programme.behind(x)
		if !ok {
			return refuse(CodeForbidden, "You are not known to "+a.programme.Name+".", "Your account belongs to nobody in the programme's registry.",
				"Ask the programme's PMO to add your account or your mail address.")
		}
		return a.begin(newSession(who.ID, session, InByAccount, agent, a.now))
	})
	return session, err
}

// behind returns the active person behind an account.
func (p *Programme) behind(x Account) (Person, bool) {
	if x.Slack.User != "" {
		return p.PersonBySlack(x.Slack)
	}
	reached := p.reachedAt(x.Mail)
	if len(reached) != 1 {
		return Person{}, false
	}
	return reached[0], true
}

// Visitor returns who is signed in with a session's token, with the programme of
// the moment. Nobody is a refusal with CodeUnknownPerson: no such session, one that
// is over, and one of somebody who left the programme. Whoever is here uses the
// session by it; a page that asks for itself, with nobody at it, does not.
func (d *Desk) Visitor(ctx context.Context, token string, here bool) (Person, *Programme, error) {
	var who Person
	var programme *Programme
	err := d.clockwork(ctx, func(a *act) error {
		s, err := a.session(token, NoLock)
		if err != nil {
			return err
		}
		if here && a.now.Sub(s.SeenAt) >= sessionSeen {
			if err := a.seen(token); err != nil {
				return err
			}
		}
		var ok bool
		who, ok = a.programme.Person(s.Person)
		if !ok || who.Retired {
			return notSignedIn()
		}
		programme = a.programme
		return nil
	})
	return who, programme, err
}

// session finds a session that goes on.
func (a *act) session(token string, lock Lock) (Session, error) {
	if token == "" {
		return Session{}, notSignedIn()
	}
	s, err := a.SessionBy(tokenDigest(token), lock)
	if errors.Is(err, ErrNotFound) || (err == nil && s.Over(a.now)) {
		return s, notSignedIn()
	}
	if err != nil {
		return s, fmt.Errorf("load a session: %w", err)
	}
	return s, nil
}

// seen keeps that a session is used now, unless somebody ended it meanwhile.
func (a *act) seen(token string) error {
	s, err := a.session(token, ExclusiveLock)
	if err != nil {
		return err
	}
	s.SeenAt = latest(s.SeenAt, a.now)
	if err := a.SaveSession(s); err != nil {
		return fmt.Errorf("keep that session %d is used: %w", s.ID, err)
	}
	return nil
}

// Sessions returns where a person is signed in, the newest first, and which of them
// is the one with the token.
func (d *Desk) Sessions(ctx context.Context, token string) (all []Session, this int64, err error) {
	err = d.clockwork(ctx, func(a *act) error {
		s, err := a.session(token, NoLock)
		if err != nil {
			return err
		}
		this = s.ID
		all, err = a.going(s.Person)
		return err
	})
	return all, this, err
}

// going returns a person's sessions that are not over.
func (a *act) going(id PersonID) ([]Session, error) {
	all, err := a.SessionsOf(id, a.now)
	if err != nil {
		return nil, fmt.Errorf("load the sessions of %s: %w", id, err)
	}
	kept := all[:0:0]
	for _, s := range all {
		if !s.Over(a.now) {
			kept = append(kept, s)
		}
	}
	return kept, nil
}

// Leave ends the session with the token.
func (d *Desk) Leave(ctx context.Context, token string) error {
	return d.clockwork(ctx, func(a *act) error {
		s, err := a.session(token, ExclusiveLock)
		if err != nil {
			return err
		}
		return a.signOut(s)
	})
}

// LeaveEverywhere ends every session of whoever is signed in with the token.
func (d *Desk) LeaveEverywhere(ctx context.Context, token string) error {
	return d.clockwork(ctx, func(a *act) error {
		s, err := a.session(token, NoLock)
		if err != nil {
			return err
		}
		all, err := a.SessionsOf(s.Person, a.now)
		if err != nil {
			return fmt.Errorf("load the sessions of %s: %w", s.Person, err)
		}
		for _, x := range all {
			if err := a.signOut(x); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *act) signOut(s Session) error {
	s.EndedAt = a.now
	if err := a.SaveSession(s); err != nil {
		return fmt.Errorf("end session %d: %w", s.ID, err)
	}
	return nil
}
