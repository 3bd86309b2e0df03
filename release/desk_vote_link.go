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
	// Asked is what a code was mailed for that the reader can type now; nil for none.
	Asked *Pass
}

// Mine returns the vote that stands for the reader's seat.
func (v VoteView) Mine() (Vote, bool) { return v.Ballot.Standing(v.Seat.Key) }

// Running tells whether the vote still takes votes.
func (v VoteView) Running() bool {
	return v.Ballot.State == BallotOpen && v.Now.Before(v.Ballot.Deadline)
}

// ReadVote returns a vote for the one person its link is bound to, with the pass of
// the code that they were asked for, if it is theirs and still good; 0 for none. A
// link to a vote that ended without an outcome is refused: what it was about is no
// longer asked (M3, T26).
func (d *Desk) ReadVote(ctx context.Context, x VoteLink, pass int64) (VoteView, error) {
	var v VoteView
	err := d.clockwork(ctx, func(a *act) error {
		var err error
		if v, err = a.voteFor(x); err != nil || pass == 0 {
			return err
		}
		asked, err := a.Pass(pass, NoLock)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("load pass %d: %w", pass, err)
		}
		if asked.Person == x.Person && asked.Purpose == PassVote && asked.Ballot == x.Ballot && asked.Good(a.now) == nil {
			v.Asked = &asked
		}
		return nil
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
