package release

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// VoteView is a vote as somebody sees it who opened it by a link.
type VoteView struct {
	Programme *Programme
	Now       time.Time
	RFC       RFC
	Release   *Release // nil for an RFC without one
	Ballot    Ballot
	Seat      Seat
	Reader    Person
}

// Mine returns the vote that stands for the reader's seat.
func (v VoteView) Mine() (Vote, bool) { return v.Ballot.Standing(v.Seat.Key) }

// Running tells whether the vote still takes votes.
func (v VoteView) Running() bool {
	return v.Ballot.State == BallotOpen && v.Now.Before(v.Ballot.Deadline)
}

// ReadVote returns a vote for the one person its link is bound to. A link to a vote
// that ended without an outcome is refused: what it was about is no longer asked
// (M3, T26).
func (d *Desk) ReadVote(ctx context.Context, x VoteLink) (VoteView, error) {
	var v VoteView
	err := d.clockwork(ctx, func(a *act) error {
		var err error
		v, err = a.voteFor(x)
		return err
	})
	return v, err
}

func (a *act) voteFor(x VoteLink) (VoteView, error) {
	const what = "This link does not work any more."
	v := VoteView{Programme: a.programme, Now: a.now}
	b, err := a.Ballot(x.Ballot, NoLock)
	if errors.Is(err, ErrNotFound) {
		return v, refuse(CodeNotFound, "There is no such vote.", "None has this number.", "Open the link of a newer mail.")
	}
	if err != nil {
		return v, fmt.Errorf("load ballot %d: %w", x.Ballot, err)
	}
	v.Ballot = b
	who, ok := a.programme.Person(x.Person)
	if v.Reader = who; !ok || who.Retired {
		return v, refuse(CodeForbidden, what, "It was made for somebody who is no longer in the programme.", "Ask the programme's PMO who speaks for that seat now.")
	}
	if v.Seat, ok = b.SeatOf(x.Person); !ok {
		return v, refuse(CodeForbidden, what, who.Name+" has no seat in this vote.", "Ask the programme's release manager.")
	}
	if b.State == BallotVoid {
		return v, refuse(CodeStale, what, "The vote ended without an outcome: "+sentenceEnd(b.VoidReason),
			"If the board is asked again, a new mail brings a new link.")
	}
	if v.RFC, err = a.RFC(b.RFC, NoLock); err != nil {
		return v, fmt.Errorf("load %s: %w", RFCName(b.RFC), err)
	}
	if n, ok := v.RFC.Content.ReleaseNumber(); ok {
		r, err := a.Release(n, NoLock)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return v, fmt.Errorf("load %s: %w", ReleaseName(n), err)
		}
		if err == nil {
			v.Release = &r
		}
	}
	return v, nil
}

func sentenceEnd(words string) string { return strings.TrimRight(words, ". ") + "." }

// MailCode mails the reader of a vote's link a code, with which they vote (M17). It
// goes to the person whom the link is bound to, whoever holds it.
func (d *Desk) MailCode(ctx context.Context, x VoteLink) (VoteView, error) {
	var v VoteView
	err := d.clockwork(ctx, func(a *act) error {
		var err error
		if v, err = a.voteFor(x); err != nil {
			return err
		}
		if !v.Running() {
			return refuse(CodeState, "No code was sent.", "The vote is closed.", "Its outcome is on this page.")
		}
		e := a.event(NoticeCode, v.RFC, &v.Ballot)
		return a.mailPass(Pass{Person: x.Person, Purpose: PassVote, Ballot: x.Ballot}, e)
	})
	return v, err
}

// CastByCode takes a vote from a page: of the person whom the link is bound to, who
// shows by a code that the page is theirs. It counts with the others; the last vote
// of a seat stands, whichever road it took (M18, T23).
func (d *Desk) CastByCode(ctx context.Context, in Intent, ballot int64, code string, choice Choice, words string) (Vote, error) {
	var cast Vote
	var wrong error
	err := d.act(ctx, in, func(a *act) error {
		pass, err := a.codeFor(ballot)
		if err != nil {
			return err
		}
		if !pass.opens(strings.Join(strings.Fields(code), "")) {
			pass.Tries++
			wrong = pass.mistyped()
		} else {
			pass.UsedAt = a.now
			if cast, err = a.cast(ballot, VotedByLink, choice, words); err != nil {
				return err // and the code is as good as before
			}
		}
		if err := a.SavePass(pass); err != nil {
			return fmt.Errorf("keep how pass %d was used: %w", pass.ID, err)
		}
		return nil
	})
	return cast, errors.Join(err, wrong)
}

// codeFor finds the newest code of whoever votes, locked. One that was not mailed
// yet does not count.
func (a *act) codeFor(ballot int64) (Pass, error) {
	all, err := a.PassesOf(a.by.ID, PassVote, ballot, a.now.Add(-accessKept))
	if err != nil {
		return Pass{}, fmt.Errorf("load the codes of %s: %w", a.by.ID, err)
	}
	for _, x := range all {
		if x.Digest == "" {
			continue
		}
		if x, err = a.Pass(x.ID, ExclusiveLock); err != nil {
			return x, fmt.Errorf("lock pass %d: %w", x.ID, err)
		}
		return x, x.Good(a.now)
	}
	return Pass{}, refuse(CodeState, "Your vote was not counted.", "No code was sent to you yet.", "Ask for one, and type what the mail says.")
}

// mistyped refuses a wrong code, and says what is left.
func (x Pass) mistyped() error {
	left := maxTries - x.Tries
	next := fmt.Sprintf("Look at the newest mail; it can be tried %s more.", plural(left, "time"))
	if left <= 0 {
		next = x.another()
	}
	r := refuse(CodeInvalid, "Your vote was not counted.", "That is not the code that was mailed last.", next)
	r.Fields = []FieldProblem{{Field: FieldCode, Why: r.Why + " " + next}}
	return r
}

// FieldCode is the field for a code.
const FieldCode = "code"
