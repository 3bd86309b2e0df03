package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// MayMove tells whether a person may make a move of a release: planning,
// building and testing are the provider's (R32), the rest follows the RACI table
// (R116 to R125).
func (p *Programme) MayMove(x Person, r Release, m Move) bool {
	own := slices.Contains(x.Parties(), r.Provider(p))
	runs := slices.Contains(p.ColumnsOf(x), ColumnRM)
	allowed := p.MayAct(x, m.By) && (own || runs)
	if m.From.Before(Preparing) {
		allowed = allowed || p.MayPlan(x, r)
	}
	return allowed && !x.Retired
}

// mayMove refuses whoever may not make a move.
func (a *act) mayMove(r Release, m Move) error {
	if a.programme.MayMove(a.by, r, m) {
		return nil
	}
	return refuse(CodeForbidden, r.Name()+" was not moved.",
		fmt.Sprintf("The step “%s” is for those who are responsible or accountable for it.", m.Name),
		"Ask "+a.programme.NameOf(r.Content.Owner)+", or a release manager of the programme.")
}

// move makes a move and what belongs to it: opening the approval vote, telling
// the RFC that it is deployed or closed.
func (a *act) move(r *Release, s Standing, m Move, reason string) error {
	from := r.Stage
	r.Stage = m.To
	if m.Name == "prepared" {
		r.Asked = true
	}
	if err := a.saveRelease(r, r.Revision); err != nil {
		return err
	}
	gate := make([]string, len(m.Gate))
	for i, c := range m.Gate {
		gate[i] = string(c)
	}
	err := a.recordRelease(ReleaseMoved, *r, map[string]any{
		"move": m.Name, "from": from, "to": r.Stage, "gate": gate, "version": r.Version, "reason": reason,
	})
	if err != nil {
		return err
	}
	e := a.releaseEvent(NoticeReleaseMoved, *r)
	e.Move, e.Reason = m.Name, reason
	if err := a.announceRelease(fmt.Sprintf("%s/moved/%d", r.Subject(), r.Revision), e); err != nil {
		return err
	}
	return a.follow(*r, s, m, reason)
}

// follow carries a move on to the release's RFC. A deployment that ended is
// reviewed (R38).
func (a *act) follow(r Release, s Standing, m Move, reason string) error {
	switch {
	case m.To == Approving:
		return a.askBoard(r, s.RFC, nil)
	case m.To == Deploying: // what was learned of a deployment before is not of this one
		return a.spend(r, s.Evidence, []Check{PointLessons})
	case m.Back:
		if err := a.settleDebts(r); err != nil {
			return err
		}
		if err := a.setRFC(s.RFC, RolledBack); err != nil {
			return err
		}
		return a.openReview(r, s.RFC, m, reason)
	case m.To == Regression:
		if err := a.setRFC(s.RFC, Deployed); err != nil {
			return err
		}
		if err := a.deployed(r, s); err != nil {
			return err
		}
		return a.openReview(r, s.RFC, m, reason)
	case m.To == ClosedStage:
		return a.setRFC(s.RFC, Closed)
	}
	return nil
}

// deployed keeps what a deployment leaves behind: the version in each of the
// RFC's environments (R57, M9), its early life support (S1), and an emergency's
// debts (R98, M6).
func (a *act) deployed(r Release, s Standing) error {
	build := ""
	if s.Build != nil {
		build = s.Build.Name
	}
	for _, id := range s.RFC.Content.Environments {
		if err := a.install(id, r.Content.System, r.Version, build, r.Number); err != nil {
			return err
		}
	}
	if err := a.beginSupport(r, s); err != nil {
		return err
	}
	return a.openDebts(r, s.Rules)
}

// setRFC brings an RFC to a state that its release decided.
func (a *act) setRFC(rfc RFC, state RFCState) error {
	rfc.State = state
	return a.save(&rfc, rfc.Revision)
}

// askBoard opens the approval vote on a release's RFC. Changes are what differs
// from what was decided on before, if the board is asked again.
func (a *act) askBoard(r Release, rfc RFC, changes []Change) error {
	rfc.State = Raised
	if err := a.save(&rfc, rfc.Revision); err != nil {
		return err
	}
	b, err := a.openVote(rfc, Approval, time.Time{})
	if err != nil {
		return err
	}
	e := a.event(NoticeRaised, rfc, &b)
	e.Release = &r
	if len(b.Before) > 0 || len(changes) > 0 {
		e.Kind, e.Changes, e.Again = NoticeEdited, changes, true
	}
	key := fmt.Sprintf("ballot/%d/opened", b.ID)
	if err := a.announce(key, e); err != nil {
		return err
	}
	e.Kind = NoticeAskedAgain
	for _, v := range b.Before {
		if seat, ok := b.SeatOf(v.Person); ok && seat.Key == v.Seat {
			if err := a.tell(key+"/again", e, v.Person); err != nil {
				return err
			}
		}
	}
	return nil
}

// resettle holds a release against what changed under it. Whatever the board
// was shown must still be shown, else the release is pulled back (T28); what was
// decided on must still be the same, else the board is asked again (M3, T26).
func (a *act) resettle(r *Release, why string) error {
	s, err := standingOf(a.Tx, a.programme, *r, a.now)
	if err != nil || s.RFC.Number == 0 {
		return err
	}
	switch {
	case r.Stage == Approving || r.Stage == Informing:
		if lost := s.lost(); len(lost) > 0 {
			return a.pullBack(r, s, why, lost)
		}
		if before, stale := s.stale(); stale {
			return a.reask(r, s, why, before)
		}
	case r.Stage == Preparing && r.Asked && s.RFC.State == InPreparation && len(s.Unmet(preparedGate())) == 0:
		return a.reask(r, s, why, nil)
	default:
		return a.voidOutdated(s, why)
	}
	return nil
}

// preparedGate are the checks that must be met before the board decides.
func preparedGate() []Check {
	m, _ := NextMove(Preparing)
	return m.Gate
}

// lost tells what the board was shown and is no longer there: evidence, the
// programme's Go, or an RFC that fits the release (T28). A note that was replaced
// too late is still there; the gates ask for its waiver.
func (s Standing) lost() []Blocker {
	shown := slices.DeleteFunc(slices.Clone(preparedGate()), func(c Check) bool {
		_, isPoint := PointOf(c)
		return !isPoint
	})
	return slices.DeleteFunc(s.Unmet(shown), Blocker.isLate)
}

// stale tells whether the newest approval vote, open or closed, is about
// something else than what the dossier says now, and what it was about.
func (s Standing) stale() (*Dossier, bool) {
	last, ok := find(s.Ballots, func(b Ballot) bool { return b.Purpose == Approval && b.State != BallotVoid })
	return last.Dossier, ok && s.RFC.State != Rejected && last.Digest != s.Dossier().For(Approval).Digest()
}

// pullBack takes a release out of the board's hands: something it was shown is
// no longer there.
func (a *act) pullBack(r *Release, s Standing, why string, unmet []Blocker) error {
	if err := a.voidOpenBallot(s.RFC.Number, why); err != nil {
		return err
	}
	if err := a.setRFC(s.RFC, InPreparation); err != nil {
		return err
	}
	from := r.Stage
	r.Stage = Preparing
	if err := a.saveRelease(r, r.Revision); err != nil {
		return err
	}
	keys := make([]string, len(unmet))
	for i, b := range unmet {
		keys[i] = b.Key
	}
	if err := a.recordRelease(ReleasePulledBack, *r, map[string]any{"why": why, "from": from, "unmet": keys}); err != nil {
		return err
	}
	e := a.releaseEvent(NoticeReleaseBack, *r)
	e.RFC, e.Reason = s.RFC, why
	if len(s.Ballots) > 0 {
		e.Ballot = &s.Ballots[0]
	}
	key := fmt.Sprintf("%s/back/%d", r.Subject(), r.Revision)
	if err := a.announce(key, e); err != nil {
		return err
	}
	return a.tell(key, e, r.Content.Owner)
}

// reask asks the board again, showing what differs from what it decided on.
func (a *act) reask(r *Release, s Standing, why string, before *Dossier) error {
	if err := a.voidOpenBallot(s.RFC.Number, why); err != nil {
		return err
	}
	if before == nil {
		if last, ok := find(s.Ballots, func(b Ballot) bool { return b.Purpose == Approval }); ok {
			before = last.Dossier
		}
	}
	if r.Stage != Approving {
		r.Stage = Approving
		if err := a.saveRelease(r, r.Revision); err != nil {
			return err
		}
	}
	var changes []Change
	if before != nil {
		changes = before.Changes(s.Dossier().For(Approval))
	}
	changes, err := a.spellNote(r.Number, changes)
	if err != nil {
		return err
	}
	err = a.recordRelease(ReleaseMoved, *r, map[string]any{"move": "asked again", "to": r.Stage, "why": why, "changes": changes})
	if err != nil {
		return err
	}
	rfc, err := a.RFC(s.RFC.Number, ExclusiveLock)
	if err != nil {
		return fmt.Errorf("load %s: %w", s.RFC.Name(), err)
	}
	return a.askBoard(*r, rfc, changes)
}

// voidOutdated ends an open programme Go/No-Go whose scope changed, and an open
// vote on a closure when what was found or is left to be done did.
func (a *act) voidOutdated(s Standing, why string) error {
	open, ok := find(s.Ballots, func(b Ballot) bool {
		return b.State == BallotOpen && (b.Purpose == ProgrammeGate || b.Purpose == Closure)
	})
	if !ok || !s.outdated(open) {
		return nil
	}
	if err := a.voidOpenBallot(s.RFC.Number, why); err != nil || open.Purpose != Closure {
		return err
	}
	return a.tellVoid(s, open, why)
}

// RollBack brings a release whose deployment failed back: to Build & package
// for a defect, else to the preparation of another deployment. Either way its
// RFC needs a new window and a fresh Go (R39, T8).
func (d *Desk) RollBack(ctx context.Context, in Intent, number int, defect bool, reason string) (Standing, error) {
	var after Standing
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.release(number)
		if err != nil {
			return err
		}
		m, ok := find(Lifecycle(), func(m Move) bool { return m.Back && m.From == r.Stage && (m.To == Building) == defect })
		if !ok {
			return refuse(CodeState, r.Name()+" was not rolled back.", "It is in “"+r.Stage.String()+"”, and only a deployment is rolled back.",
				"`/release show "+r.Name()+"` shows where it is.")
		}
		if err := a.mayMove(r, m); err != nil {
			return err
		}
		reason = strings.TrimSpace(reason)
		if why := checkText(reason, MaxText, "Say why it was rolled back."); why != "" {
			refusal := refuse(CodeInvalid, r.Name()+" was not rolled back.", why, "Add the reason and send it again.")
			refusal.Fields = []FieldProblem{{Field: FieldReason, Why: why}}
			return refusal
		}
		if _, err := a.rfc(r.RFC); err != nil {
			return err
		}
		if under, err := a.liveOf(r.Number); err != nil || under != nil {
			if err == nil {
				err = refuse(CodeState, r.Name()+" was not rolled back.", "Its deployment is under way, and goes back by its own steps.",
					under.whatNow(a.programme, r)+" `/release deploy "+r.Name()+"` has the buttons.")
			}
			return err
		}
		if err := a.rollBack(&r, m, reason); err != nil {
			return err
		}
		after, err = standingOf(a.Tx, a.programme, r, a.now)
		return err
	})
	return after, err
}

// rollBack makes a move back: the RFC needs a new window and a fresh Go, and after
// a defect the release another build (R39, R94).
func (a *act) rollBack(r *Release, m Move, reason string) error {
	s, err := standingOf(a.Tx, a.programme, *r, a.now)
	if err != nil {
		return err
	}
	r.Asked = false
	spent := []Check{PointDeployed}
	if m.To == Building {
		r.Build = 0 // a defect is mended by another build, which is tested again
		spent = append(spent, CheckPIT)
	}
	if err := a.spend(*r, s.Evidence, spent); err != nil {
		return err
	}
	return a.move(r, s, m, reason)
}
