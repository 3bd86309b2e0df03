package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// MailPass mails a one-time link to whoever has an address, who comes to a page of
// the board with it. It never tells whether anybody has: the answer is the same.
func (d *Desk) MailPass(ctx context.Context, address, next string) error {
	return d.clockwork(ctx, func(a *act) error {
		for _, x := range a.programme.reachedAt(address) {
			_, err := a.mailPass(Pass{Person: x.ID, Purpose: PassBoard, Next: Inside(next)}, Event{Kind: NoticeWayIn})
			if _, refused := AsRefusal(err); err != nil && !refused { // too many: silently, too
				return err
			}
		}
		return nil
	})
}

// reachedAt returns the active people with a mail address, whichever way its letters
// are written.
func (p *Programme) reachedAt(address string) []Person {
	address = strings.TrimSpace(address)
	return slices.DeleteFunc(slices.Clone(p.People), func(x Person) bool {
		return x.Retired || x.Mail == "" || !strings.EqualFold(x.Mail, address)
	})
}

// mailPass keeps a pass that nothing opens yet, and promises the mail with which
// that is made.
func (a *act) mailPass(x Pass, e Event) (Pass, error) {
	x, err := a.newPass(x)
	if err != nil {
		return x, err
	}
	e.At, e.By, e.Pass = a.now, x.Person, x.ID
	return x, a.promise(Notice{
		Key: fmt.Sprintf("pass/%d/mail/%s", x.ID, x.Person), Road: ByMail, To: x.Person, Duty: DutyAct, Event: e, Hold: Immediate, At: a.now,
	})
}

// ArmPass makes what opens a pass, a token or a code, as its mail is written: it
// stands in the mail alone, and is good from now. What was made for an earlier try
// of the same mail opens nothing any more.
func (d *Desk) ArmPass(ctx context.Context, id int64) (Pass, string, error) {
	var x Pass
	var secret string
	err := d.clockwork(ctx, func(a *act) error {
		var err error
		if x, err = a.Pass(id, ExclusiveLock); err != nil {
			return fmt.Errorf("load pass %d: %w", id, err)
		}
		if !x.UsedAt.IsZero() {
			return fmt.Errorf("pass %d was used: %w", id, ErrGivenUp)
		}
		if a.now.Sub(x.MadeAt) > mailWithin {
			return fmt.Errorf("pass %d was asked for at %s, too long ago: %w", id, x.MadeAt.Format(time.RFC3339), ErrGivenUp)
		}
		if secret, err = x.newSecret(); err != nil {
			return err
		}
		x = x.armed(x.digestOf(d.codeKey, secret), a.now)
		if err := a.SavePass(x); err != nil {
			return fmt.Errorf("arm pass %d: %w", id, err)
		}
		return nil
	})
	return x, secret, err
}
