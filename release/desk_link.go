package release

import (
	"errors"
	"fmt"
	"slices"
)

// releaseFor returns the release under control that a content names, locked,
// or nil where it names none. What does not fit the release is refused at its
// field: an RFC deploys what the release is, nothing else (R41).
func (a *act) releaseFor(what string, c RFCContent, number int) (*Release, error) {
	n, ok := c.ReleaseNumber()
	if !ok {
		return nil, nil //nolint:nilnil // an RFC without a release is an ordinary one
	}
	r, err := a.Release(n, ExclusiveLock)
	if errors.Is(err, ErrNotFound) {
		return nil, unfit(what, []FieldProblem{{Field: FieldRelease, Why: "There is no release " + c.Release + "."}})
	}
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", c.Release, err)
	}
	if problems := r.fits(c, number, a.programme); len(problems) > 0 {
		return nil, unfit(what, problems)
	}
	if err := r.betrays(what, "It", c); err != nil {
		return nil, err
	}
	return &r, nil
}

// fits returns every way in which an RFC's content is not the release's.
func (r Release) fits(c RFCContent, number int, p *Programme) []FieldProblem {
	var problems []FieldProblem
	say := func(bad bool, field, why string) {
		if bad {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(r.Stage.Ended(), FieldRelease, r.Name()+" is over.")
	say(!r.Stage.Ended() && !r.Stage.InFlight() && r.RFC != number, FieldRelease, "The deployment of "+r.Name()+" has begun.")
	say(r.RFC != 0 && r.RFC != number, FieldRelease, fmt.Sprintf("%s is governed by %s already.", r.Name(), RFCName(r.RFC)))
	system, _ := p.System(r.Content.System)
	say(c.System != r.Content.System, FieldSystem, fmt.Sprintf("%s is a release of %s.", r.Name(), system.Name))
	say(r.Content.Unjustified() && r.RFC == 0, FieldType, "An emergency mends a blocking or critical defect, and "+r.Name()+" names none (R95).")
	say(c.Type != r.Content.Type, FieldType, fmt.Sprintf("%s is a %s release; `/release reclassify` changes that.", r.Name(), r.Content.Type))
	targets := r.Content.Environments()
	stray := slices.ContainsFunc(c.Environments, func(id EnvironmentID) bool { return !slices.Contains(targets, id) })
	say(stray, FieldEnvironments, r.Name()+" does not go there; change its target environments first.")
	return problems
}

// raisedFor links a raised RFC to its release, whose policy is from now on the
// one in force (M20), and tells the board. The vote opens when the release is
// prepared (R33, T2).
func (a *act) raisedFor(rel *Release, r RFC) error {
	rel.RFC, rel.Programme = r.Number, r.Programme
	if err := a.saveRelease(rel, rel.Revision); err != nil {
		return err
	}
	if err := a.recordRelease(ReleaseMoved, *rel, map[string]any{"move": "RFC raised", "to": rel.Stage, "rfc": r.Number}); err != nil {
		return err
	}
	if _, err := a.recheckNote(*rel); err != nil { // it may name an RFC that was withdrawn
		return err
	}
	e := a.event(NoticeRaised, r, nil)
	e.Release = rel
	return a.announce(fmt.Sprintf("rfc/%d/raised/%d", r.Number, r.Revision), e)
}

// unlink frees a release of an RFC that is withdrawn. What is being deployed
// keeps its RFC.
func (a *act) unlink(r RFC) error {
	n, ok := r.Content.ReleaseNumber()
	if !ok || r.State == Draft {
		return nil
	}
	rel, err := a.release(n)
	if err != nil || rel.RFC != r.Number {
		return err
	}
	if !rel.Stage.InFlight() {
		return refuse(CodeState, r.Name()+" was not withdrawn.", "The deployment of "+rel.Name()+" has begun under it.",
			"Roll the release back, or close it.")
	}
	rel.RFC, rel.Asked = 0, false
	if Preparing.Before(rel.Stage) {
		rel.Stage = Preparing
	}
	if err := a.saveRelease(&rel, rel.Revision); err != nil {
		return err
	}
	return a.recordRelease(ReleasePulledBack, rel, map[string]any{"why": r.Name() + " was withdrawn."})
}

// dossier returns what a vote on an RFC decides on, and who had a hand in it:
// whoever raised it and whoever built it (T25).
func (a *act) dossier(r RFC, purpose Purpose) (Dossier, []PersonID, error) {
	involved := []PersonID{r.RaisedBy}
	n, ok := r.Content.ReleaseNumber()
	if !ok {
		return DossierOf(r.Content, nil, nil, nil).For(purpose), involved, nil
	}
	rel, err := a.release(n)
	if err != nil {
		return Dossier{}, nil, err
	}
	s, err := standingOf(a.Tx, a.programme, rel, a.now)
	if err != nil {
		return Dossier{}, nil, err
	}
	s.RFC = r // as it is about to be kept
	if s.Build != nil && s.Build.By != r.RaisedBy {
		involved = append(involved, s.Build.By)
	}
	return s.Dossier().For(purpose), involved, nil
}

// votesBefore returns the votes that stood when the last vote of a purpose
// ended, so that each seat can repeat its own.
func (a *act) votesBefore(rfc int, purpose Purpose) ([]Vote, error) {
	ballots, err := a.BallotsOf(rfc)
	if err != nil {
		return nil, fmt.Errorf("load the ballots of %s: %w", RFCName(rfc), err)
	}
	last, _ := find(ballots, func(b Ballot) bool { return b.Purpose == purpose })
	return last.Votes, nil
}

// mayAskForGo wants everything that the deployment Go/No-Go relies on (R63).
func (a *act) mayAskForGo(r RFC) error {
	n, ok := r.Content.ReleaseNumber()
	switch {
	case !ok && a.programme.Policy.ReleasesOnly && r.Content.Kind != ConfigurationOperation:
		return refuse(CodeState, "The Go/No-Go on "+r.Name()+" was not opened.",
			"It names no release under control, and what is deployed must be one that passed its control points.",
			fmt.Sprintf("`/release new` creates one; then name it with `/rfc edit %d`.", r.Number))
	case !ok:
		return nil
	}
	rel, err := a.release(n)
	if err != nil {
		return err
	}
	s, err := standingOf(a.Tx, a.programme, rel, a.now)
	if err != nil {
		return err
	}
	if unmet := s.Unmet(GoNoGoGate()); len(unmet) > 0 {
		return blocked("The Go/No-Go on "+r.Name()+" was not opened.", unmet,
			"`/release why "+rel.Name()+"` lists what is unmet, whose it is and the buttons that settle it.")
	}
	return nil
}

// afterDecision takes a release whose RFC was rejected back to its preparation.
func (a *act) afterDecision(r RFC, b Ballot) error {
	n, ok := r.Content.ReleaseNumber()
	if !ok {
		return nil
	}
	rel, err := a.release(n)
	if err != nil {
		return err
	}
	if b.Purpose == Approval && b.Outcome == OutcomeNoGo {
		rel.Stage, rel.Asked = Preparing, false
		if err := a.saveRelease(&rel, rel.Revision); err != nil {
			return err
		}
		return a.recordRelease(ReleasePulledBack, rel, map[string]any{"why": "The board rejected " + r.Name() + "."})
	}
	err = a.recordRelease(ReleaseMoved, rel, map[string]any{"move": b.Purpose.String() + ": " + b.Outcome.String(), "to": rel.Stage})
	if err != nil || b.Purpose != Deployment || b.Outcome != OutcomeGo {
		return err
	}
	return a.settleNext(rel)
}
