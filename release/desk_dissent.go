package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// The names of the fields of an outcome, as a FieldProblem carries them.
const (
	FieldDissent  = "dissent"
	FieldHappened = "happened"
	FieldOutcome  = "outcome-words"
)

// DissentView is what became of the No-Gos of a release.
type DissentView struct {
	Programme *Programme
	Release   Release
	All       []Dissent
}

// ReadDissent returns the No-Gos that stood in the votes on a release's RFC.
func (d *Desk) ReadDissent(ctx context.Context, number int) (DissentView, error) {
	var v DissentView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Release(number, NoLock)
		if err != nil {
			return err
		}
		v = DissentView{Programme: p, Release: r}
		v.All, err = dissentOf(tx, r)
		return err
	})
	if err != nil {
		return v, fmt.Errorf("load the No-Gos of %s: %w", ReleaseName(number), err)
	}
	return v, nil
}

func dissentOf(tx Tx, r Release) ([]Dissent, error) {
	if r.RFC == 0 {
		return nil, nil
	}
	ballots, err := tx.BallotsOf(r.RFC)
	if err != nil {
		return nil, fmt.Errorf("load the votes: %w", err)
	}
	judged, err := tx.FindOutcomes(DissentFilter{Release: r.Number})
	if err != nil {
		return nil, fmt.Errorf("load the outcomes: %w", err)
	}
	return Dissents(ballots, judged), nil
}

// JudgeDissent keeps whether what a No-Go feared came true, once the release was
// deployed (M14). It may be said again when more is known: the newest word counts.
func (d *Desk) JudgeDissent(ctx context.Context, in Intent, number int, o DissentOutcome) (Dissent, error) {
	var kept Dissent
	err := d.act(ctx, in, func(a *act) error {
		const what = "Nothing was kept about the No-Go."
		r, err := a.deployedOnce(number, what)
		if err != nil {
			return err
		}
		if !a.programme.MayAgree(a.by, r) {
			return refuse(CodeForbidden, what, "What became of a No-Go is said by the release's owner and by those who close it.",
				"Ask "+a.programme.NameOf(r.Content.Owner)+", or a release manager of the programme.")
		}
		all, err := dissentOf(a.Tx, r)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(x Dissent) bool { return x.Ballot.ID == o.Ballot && x.Seat.Key == o.Seat })
		o.Words = strings.TrimSpace(o.Words)
		var problems []FieldProblem
		if i < 0 {
			problems = append(problems, FieldProblem{Field: FieldDissent, Why: "Choose a No-Go that stood in a vote on this release."})
		}
		if !slices.Contains(Happenings(), o.Happened) {
			problems = append(problems, FieldProblem{Field: FieldHappened, Why: "Say yes, no or unknown."})
		}
		if why := checkText(o.Words, MaxText, "Say in a sentence what happened, or what did not."); why != "" {
			problems = append(problems, FieldProblem{Field: FieldOutcome, Why: why})
		}
		if len(problems) > 0 {
			return unfit(what, problems)
		}
		o.Release, o.Function, o.By, o.At = number, all[i].Seat.Function, a.by.ID, a.now
		if err := a.SaveOutcome(o); err != nil {
			return fmt.Errorf("keep what became of a No-Go of %s: %w", r.Name(), err)
		}
		kept = all[i]
		kept.Outcome = o
		return a.enter(Entry{Kind: DissentJudged, Subject: o.Subject(), RFC: r.RFC, Release: r.Number, Data: map[string]any{
			"ballot": o.Ballot, "seat": o.Seat, "function": o.Function, "release": number, "happened": o.Happened, "words": o.Words,
		}})
	})
	return kept, err
}

// mostMemories is how many functions' No-Gos are remembered where people vote.
const mostMemories = 3

// remembered returns what became of the last No-Gos of the functions that sit in a
// vote, in the order of its seats, for those who vote now: by function, and of nobody
// in person (M14). A vote that is over has none.
func remembered(tx Tx, b *Ballot) ([]DissentMemory, error) {
	if b == nil || b.State != BallotOpen {
		return nil, nil
	}
	var all []DissentMemory
	var asked []Role
	for _, s := range b.Seats {
		if slices.Contains(asked, s.Function) || len(all) == mostMemories {
			continue
		}
		asked = append(asked, s.Function)
		judged, err := tx.FindOutcomes(DissentFilter{Function: s.Function, Limit: dissentLooksBack})
		if err != nil {
			return nil, fmt.Errorf("load what became of No-Gos: %w", err)
		}
		if m, ok := MemoryOf(s.Function, judged); ok {
			all = append(all, m)
		}
	}
	return all, nil
}
