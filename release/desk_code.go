package release

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// MailCode mails the reader of a vote's link a code for what they decide there
// (M17). It goes to the person whom the link is bound to, whoever holds it.
func (d *Desk) MailCode(ctx context.Context, x VoteLink, decision Decision) (Pass, error) {
	var asked Pass
	err := d.act(ctx, Intent{By: x.Person}, func(a *act) error {
		v, err := a.voteFor(x)
		if err != nil {
			return err
		}
		if decision.Override {
			return refuse(CodeInvalid, "No code was sent.", "A No-Go is overridden in Slack.", "Write `/gonogo close` there.")
		}
		asked, err = a.askCode(v.RFC, v.Ballot, decision)
		return err
	})
	return asked, err
}

// AskCode mails a code to whoever decides in Slack, for what they decide. Whatever
// would be refused without a code is refused now.
func (d *Desk) AskCode(ctx context.Context, in Intent, ballot int64, decision Decision) (Pass, error) {
	var asked Pass
	err := d.act(ctx, in, func(a *act) error {
		b, err := a.Ballot(ballot, NoLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "No code was sent.", "There is no such vote.", "Open the RFC's card again.")
		}
		if err != nil {
			return fmt.Errorf("load ballot %d: %w", ballot, err)
		}
		r, err := a.RFC(b.RFC, NoLock)
		if err != nil {
			return fmt.Errorf("load %s: %w", RFCName(b.RFC), err)
		}
		asked, err = a.askCode(r, b, decision)
		return err
	})
	return asked, err
}

// askCode promises the mail with a code for a decision that could be made now.
func (a *act) askCode(r RFC, b Ballot, x Decision) (Pass, error) {
	x.Words = strings.TrimSpace(x.Words)
	var err error
	if x.Override {
		err = a.mayClose(b, x.Words)
	} else {
		_, err = b.Cast(a.by.ID, x.Choice, x.Words, a.now)
	}
	if err != nil {
		return Pass{}, err
	}
	if a.by.Mail == "" {
		return Pass{}, refuse(CodeState, "No code was sent.", "The programme knows no mail address of yours.", "Ask the programme's PMO to add it.")
	}
	asked, err := passFor(a.by.ID, b.ID, x)
	if err != nil {
		return asked, err
	}
	b.Dossier, b.Before = nil, nil // a code is for what is shown where it was asked for
	return a.mailPass(asked, a.event(NoticeCode, r, &b))
}

// Decided is what came of a decision behind a code.
type Decided struct {
	Decision Decision
	Vote     Vote   // zero for an override
	Ballot   Ballot // closed by an override; else zero
}

// DecideByCode carries out the decision that a code was asked for, and no other, by
// whoever asked for it. It counts with the others, whichever road it took; the last
// vote of a seat stands (M17, M18, T23). A wrong code changes nothing but how often
// another can be tried.
func (d *Desk) DecideByCode(ctx context.Context, in Intent, road VoteRoad, pass int64, code string) (Decided, error) {
	var done Decided
	var wrong error
	err := d.act(ctx, in, func(a *act) error {
		x, err := a.codePass(pass)
		if err != nil {
			return err
		}
		if done.Decision, err = x.Decision(); err != nil {
			return err
		}
		if !x.opens(d.codeKey, strings.Join(strings.Fields(code), "")) {
			x.Tries++
			wrong = x.mistyped()
		} else {
			x.UsedAt = a.now
			if err := a.carryOut(&done, x.Ballot, road); err != nil {
				return err // and the code is as good as before
			}
		}
		if err := a.SavePass(x); err != nil {
			return fmt.Errorf("keep how pass %d was used: %w", x.ID, err)
		}
		return nil
	})
	return done, errors.Join(err, wrong)
}

func (a *act) carryOut(done *Decided, ballot int64, road VoteRoad) (err error) {
	if done.Decision.Override {
		done.Ballot, err = a.close(ballot, road, done.Decision.Words)
		return err
	}
	done.Vote, err = a.cast(ballot, road, done.Decision)
	return err
}

// codePass finds the pass of a code that whoever acts asked for, locked. To everybody
// else it does not exist.
func (a *act) codePass(id int64) (Pass, error) {
	const what = "Nothing was decided."
	x, err := a.Pass(id, ExclusiveLock)
	if errors.Is(err, ErrNotFound) || (err == nil && (x.Person != a.by.ID || x.Purpose != PassVote)) {
		return x, refuse(CodeForbidden, what, "This code was not asked for by you.", "Say yourself what you decide; a code is then mailed to you.")
	}
	if err != nil {
		return x, fmt.Errorf("load pass %d: %w", id, err)
	}
	if err := x.Good(a.now); err != nil {
		return x, err
	}
	if x.Digest == "" {
		r := refuse(CodeState, what, "Your code was not mailed yet.", "Wait for the mail, and type what it says.")
		r.Fields = []FieldProblem{{Field: FieldCode, Why: r.Why + " " + r.Next}}
		return x, r
	}
	return x, nil
}

// mistyped refuses a wrong code, and says what is left.
func (x Pass) mistyped() error {
	left := maxTries - x.Tries
	next := fmt.Sprintf("Look at the newest mail; it can be tried %s more.", plural(left, "time"))
	if left <= 0 {
		next = x.another()
	}
	r := refuse(CodeInvalid, "Nothing was decided.", "That is not the code that was mailed for this decision.", next)
	r.Fields = []FieldProblem{{Field: FieldCode, Why: r.Why + " " + next}}
	return r
}

// FieldCode is the field for a code.
const FieldCode = "code"
