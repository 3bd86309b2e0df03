package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// OpenProgrammeGate opens the programme's Go/No-Go on a major release (R42, R47, T1).
func (d *Desk) OpenProgrammeGate(ctx context.Context, in Intent, number int, deadline time.Time) (Ballot, error) {
	var opened Ballot
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.release(number)
		if err != nil {
			return err
		}
		what := "The programme Go/No-Go on " + r.Name() + " was not opened."
		point, _ := PointOf(PointProgramme)
		switch {
		case !slices.Contains(a.programme.ColumnsOf(a.by), ColumnRM):
			return refuse(CodeForbidden, what, "The programme's release manager opens it.", "Ask a release manager of the programme.")
		case !point.Applies(r.Content.Type):
			return refuse(CodeState, what, "Only a major release goes to programme governance; this one is "+string(r.Content.Type)+".",
				"Its deployment Go/No-Go is enough: `/gonogo open`.")
		case Preparing.Before(r.Stage):
			return refuse(CodeState, what, "It is past that gate: it is in “"+r.Stage.String()+"”.", "Nothing is left to do here.")
		case r.RFC == 0:
			return refuse(CodeState, what, "No RFC is raised for it.", "`/rfc raise "+r.Name()+"` raises one.")
		}
		rfc, err := a.rfc(r.RFC)
		if err != nil {
			return err
		}
		s, err := standingOf(a.Tx, a.programme, r, a.now)
		if err != nil {
			return err
		}
		if open, ok := find(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen }); ok {
			return refuse(CodeState, what, "The "+open.Purpose.String()+" is open.", "Wait for its end.")
		}
		if len(s.Unmet([]Check{PointProgramme})) == 0 {
			return refuse(CodeState, what, "Programme governance has given its Go.", "Nothing is left to do here.")
		}
		if opened, err = a.openVote(rfc, ProgrammeGate, deadline); err != nil {
			return err
		}
		e := a.event(NoticeOpened, rfc, &opened)
		e.Release = &r
		return a.announce(fmt.Sprintf("ballot/%d/opened", opened.ID), e)
	})
	return opened, err
}
