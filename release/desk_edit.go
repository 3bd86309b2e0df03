package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// EditRFC changes an RFC that was raised. What the board decides on is the
// content: an edit voids an open vote, takes a decision back, and opens the
// approval vote again (M3, T26).
func (d *Desk) EditRFC(ctx context.Context, in Intent, number, revision int, content RFCContent) (RFC, error) {
	var edited RFC
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.editable(number)
		if err != nil {
			return err
		}
		content = content.Normal()
		changes := r.Content.Changes(content)
		if len(changes) == 0 {
			return refuse(CodeInvalid, r.Name()+" stays as it is.", "Nothing was changed in the form.", "Change a field, or close the form.")
		}
		if problems := content.Check(a.programme, a.now); len(problems) > 0 {
			return unfit(r.Name()+" was not changed.", problems)
		}
		if content.System != r.Content.System {
			if err := a.mayRaise(r.Name()+" was not changed.", content.System); err != nil {
				return err
			}
		}
		edited, err = a.edit(r, revision, content, changes)
		return err
	})
	return edited, err
}

// edit keeps a changed content. What a decision binds to takes it back; what it
// does not, words alone, leaves it standing and shows the difference (M3).
func (a *act) edit(r RFC, revision int, content RFCContent, changes []Change) (RFC, error) {
	rel, err := a.releaseFor(r.Name()+" was not changed.", content, r.Number)
	if err != nil {
		return r, err
	}
	if err := r.mayBecome(content, rel); err != nil {
		return r, err
	}
	before, after := DossierOf(r.Content, nil, nil, nil), DossierOf(content, nil, nil, nil)
	material := before.Digest() != after.Digest() || slices.Contains([]RFCState{Undecided, Rejected, RolledBack}, r.State)
	r.Content = content
	if material {
		if err := a.takeBack(&r, rel); err != nil {
			return r, err
		}
	}
	if err := a.save(&r, revision); err != nil {
		return r, err
	}
	data := contentEntry(r)
	data["material"] = material
	if err := a.record(RFCEdited, r.Subject(), r.Number, data); err != nil {
		return r, err
	}
	if material && rel != nil && rel.RFC == r.Number {
		if _, err := a.recheckNote(*rel); err != nil {
			return r, err
		}
	}
	if err := a.tellEdited(r, rel, changes, material); err != nil {
		return r, err
	}
	return a.rfc(r.Number) // a vote may have been opened on it
}

// takeBack takes back what was decided on an RFC whose content changed. What its
// release was decided on stays with that until it is settled anew.
func (a *act) takeBack(r *RFC, rel *Release) error {
	if rel == nil || rel.RFC == 0 { // no release, or one that it did not govern until now
		if err := a.voidOpenBallot(r.Number, "The RFC was changed by "+a.by.Name+"."); err != nil {
			return err
		}
	}
	switch {
	case rel == nil:
		r.State, r.Programme = Raised, a.programme.Version
	case !Preparing.Before(rel.Stage):
		r.State = InPreparation
	}
	return nil
}

// mayBecome refuses a content that would take an RFC to another release, away
// from what is being deployed, or back into the window it was rolled back in.
func (r RFC) mayBecome(content RFCContent, rel *Release) error {
	if _, named := r.Content.ReleaseNumber(); named && content.Release != r.Content.Release {
		return unfit(r.Name()+" was not changed.", []FieldProblem{{
			Field: FieldRelease, Why: "It was raised for " + r.Content.Release + "; withdraw it and raise another for a different release.",
		}})
	}
	if rel != nil && !rel.Stage.InFlight() {
		return refuse(CodeState, r.Name()+" was not changed.", "The deployment of "+rel.Name()+" has begun on what the board decided.",
			"Roll it back with `/release rollback` if something else must be done.")
	}
	if r.State == RolledBack && content.Window.Same(r.Content.Window) {
		return unfit(r.Name()+" was not changed.", []FieldProblem{{Field: FieldTo, Why: "It was rolled back: give it a new window (T8)."}})
	}
	return nil
}

// tellEdited asks the board again after a material change, or shows the
// difference to everybody who decides or decided.
func (a *act) tellEdited(r RFC, rel *Release, changes []Change, material bool) error {
	e := a.event(NoticeEdited, r, nil)
	e.Changes, e.Release = changes, rel
	switch {
	case material && rel != nil && rel.RFC == 0:
		return a.raisedFor(rel, r)
	case material && rel != nil && Preparing.Before(rel.Stage):
		return a.resettle(rel, "The RFC was changed by "+a.by.Name+".")
	case material && rel != nil:
		if err := a.resettle(rel, "The RFC was changed by "+a.by.Name+"."); err != nil {
			return err
		}
	case material:
		b, err := a.openVote(r, Approval, time.Time{})
		if err != nil {
			return err
		}
		e.Ballot, e.Again = &b, true
	default:
		b, err := a.openBallot(r.Number)
		if err != nil {
			return err
		}
		e.Ballot = b
	}
	return a.announce(fmt.Sprintf("rfc/%d/edited/%d", r.Number, r.Revision), e)
}

func (a *act) editable(number int) (RFC, error) {
	r, err := a.rfc(number)
	if err != nil {
		return r, err
	}
	switch {
	case !a.programme.MayChange(a.by, r):
		return r, refuse(CodeForbidden, r.Name()+" was not changed.",
			"Only its requester and the programme's release manager may change it.", "Ask "+a.programme.NameOf(r.RaisedBy)+".")
	case r.State == Withdrawn:
		return r, refuse(CodeState, r.Name()+" was not changed.", "It was withdrawn.", "Raise a new RFC with `/rfc raise`.")
	case r.State == Draft:
		return r, refuse(CodeState, r.Name()+" was not changed.", "It is still a draft.", "Open the draft and raise it.")
	case r.State == Deployed || r.State == Closed:
		return r, refuse(CodeState, r.Name()+" was not changed.", "It is "+string(r.State)+".", "Raise a new RFC with `/rfc raise`.")
	}
	return r, a.notUnderWay(r.Name()+" was not changed.", r.Number)
}
