package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// MayRaise tells whether a person may raise RFCs for a system: whoever holds a
// raiser's role for the programme for all, whoever holds it for a provider for
// that provider's own (R10, R46).
func (p *Programme) MayRaise(x Person, system SystemID) bool {
	s, ok := p.System(system)
	return ok && p.mayRaiseFor(x, s.Party)
}

// MayRaiseAny tells whether a person may raise RFCs for any system at all.
func (p *Programme) MayRaiseAny(x Person) bool {
	return slices.ContainsFunc(p.Systems, func(s System) bool { return !s.Retired && p.mayRaiseFor(x, s.Party) })
}

func (p *Programme) mayRaiseFor(x Person, owner PartyID) bool {
	return !x.Retired && slices.ContainsFunc(x.Roles, func(h Holding) bool {
		party, ok := p.Party(h.Party)
		return ok && slices.Contains(p.Policy.Raisers, h.Role) && (party.Kind == ProgrammeParty || h.Party == owner)
	})
}

// MayChange tells whether a person may edit or withdraw an RFC: its requester,
// or who is accountable for RFC approval.
func (p *Programme) MayChange(x Person, r RFC) bool {
	return !x.Retired && (x.ID == r.RaisedBy || (r.ShownTo(x.ID) && p.MayAct(x, RFCApproval)))
}

// SaveDraft keeps a draft: number 0 starts one. Only its author sees it; what
// is missing is asked for when it is raised.
func (d *Desk) SaveDraft(ctx context.Context, in Intent, number, revision int, content RFCContent) (RFC, error) {
	var kept RFC
	err := d.act(ctx, in, func(a *act) error {
		content = content.Normal()
		if err := a.mayRaise("The draft was not kept.", content.System); err != nil {
			return err
		}
		if problems := content.checkDraft(); len(problems) > 0 {
			return unfit("The draft was not kept.", problems)
		}
		r, err := a.draft(number, revision, content)
		if err != nil {
			return err
		}
		kept = r
		return a.record(RFCDrafted, r.Subject(), 0, map[string]any{"revision": r.Revision})
	})
	return kept, err
}

// checkDraft wants a title and otherwise only what can be kept and shown.
func (c RFCContent) checkDraft() []FieldProblem {
	var problems []FieldProblem
	say := func(field, text string, most int, missing string) {
		if why := checkText(text, most, missing); why != "" && (text != "" || field == FieldTitle) {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(FieldTitle, c.Title, MaxTitle, "Give the draft a title, so that you find it again.")
	say(FieldReason, c.Reason, MaxText, "")
	say(FieldImpact, c.Impact, MaxText, "")
	say(FieldRisk, c.Risk.Sentence, MaxSentence, "")
	for _, ids := range []struct{ field, text string }{
		{FieldSystem, string(c.System)}, {FieldRelease, c.Release}, {FieldType, string(c.Type)}, {FieldKind, string(c.Kind)},
		{FieldEnvironments, list(c.Environments)}, {FieldReferences, list(c.References)}, {FieldParties, list(c.Parties)},
		{FieldDisruption, string(c.Disruption)}, {FieldTo, c.Window.Zone},
	} {
		say(ids.field, ids.text, MaxText, unshowable)
	}
	if len(c.References) > MaxReferences {
		problems = append(problems, FieldProblem{Field: FieldReferences, Why: fmt.Sprintf("At most %d ids.", MaxReferences)})
	}
	if last := c.Window.To; c.Window.From.Year() < 1 || c.Window.From.Year() > 9999 || last.Year() < 1 || last.Year() > 9999 {
		problems = append(problems, FieldProblem{Field: FieldTo, Why: "Choose dates of this century."})
	}
	return problems
}

// draft adds a draft or keeps a new revision of the person's own.
func (a *act) draft(number, revision int, content RFCContent) (RFC, error) {
	if number == 0 {
		r := RFC{
			State: Draft, Content: content, RaisedBy: a.by.ID, CreatedAt: a.now, UpdatedAt: a.now, UpdatedBy: a.by.ID,
			Programme: a.programme.Version,
		}
		if err := a.AddRFC(&r); err != nil {
			return r, fmt.Errorf("add an RFC: %w", err)
		}
		return r, nil
	}
	r, err := a.rfc(number)
	if err != nil {
		return r, err
	}
	if r.State != Draft {
		return r, refuse(CodeState, "The draft was not kept.", r.Name()+" is no draft any more.", "`/rfc edit` changes an RFC that was raised.")
	}
	r.Content = content
	err = a.save(&r, revision)
	return r, err
}

// save keeps a changed RFC, if it is still the revision the person saw.
func (a *act) save(r *RFC, revision int) error {
	if revision != r.Revision {
		return refuse(CodeStale, "Your change to "+r.Name()+" was not kept.",
			fmt.Sprintf("%s changed it at %s while you were writing.", a.programme.NameOf(r.UpdatedBy),
				Instant(r.UpdatedAt, a.programme.Location())),
			"Open it again to see the newer version; your text is still in the form.")
	}
	r.UpdatedAt, r.UpdatedBy = a.now, a.by.ID
	if err := a.SaveRFC(r); err != nil {
		return fmt.Errorf("save %s: %w", r.Name(), err)
	}
	return a.rehangOf(*r)
}

// mayRaise refuses whoever may not raise RFCs for the system. A system that is
// not in the programme is left to Check, which tells it beside every other mistake.
func (a *act) mayRaise(what string, system SystemID) error {
	const next = "Ask the release manager of the party that owns the system."
	s, known := a.programme.System(system)
	switch {
	case !a.programme.MayRaiseAny(a.by):
		return refuse(CodeForbidden, what, "None of your roles may raise RFCs.", next)
	case known && !a.programme.MayRaise(a.by, system):
		return refuse(CodeForbidden, what,
			s.Name+" belongs to another party, and you may raise RFCs for the systems of your own.", next)
	}
	return nil
}

func unfit(what string, problems []FieldProblem) error {
	r := refuse(CodeInvalid, what, "Some fields need another look.", "Correct them and send it again.")
	r.Fields = problems
	return r
}

// RaiseRFC raises an RFC, from nothing (number 0) or from the person's own
// draft, and opens its approval vote (R34, R41, R46). What was learned about the
// same system or environment comes back first, and each lesson needs a decision (M19).
func (d *Desk) RaiseRFC(ctx context.Context, in Intent, number, revision int, content RFCContent, heeded ...LessonDecision) (RFC, error) {
	var raised RFC
	err := d.act(ctx, in, func(a *act) error {
		content = content.Normal()
		if err := a.mayRaise("The RFC was not raised.", content.System); err != nil {
			return err
		}
		if problems := content.Check(a.programme, a.now); len(problems) > 0 {
			return unfit("The RFC was not raised.", problems)
		}
		rel, err := a.releaseFor("The RFC was not raised.", content, number)
		if err != nil {
			return err
		}
		r, err := a.draft(number, revision, content)
		if err != nil {
			return err
		}
		r.State, r.RaisedAt, r.Programme = Raised, a.now, a.programme.Version
		if rel != nil {
			r.State = InPreparation
		}
		if err := a.save(&r, r.Revision); err != nil {
			return err
		}
		raised = r
		if err := a.record(RFCRaised, r.Subject(), r.Number, contentEntry(r)); err != nil {
			return err
		}
		if err := a.heed("The RFC was not raised.", r, heeded); err != nil {
			return err
		}
		if rel != nil {
			return a.raisedFor(rel, r)
		}
		b, err := a.openVote(r, Approval, time.Time{})
		if err != nil {
			return err
		}
		return a.announce(fmt.Sprintf("rfc/%d/raised/%d", r.Number, r.Revision), a.event(NoticeRaised, r, &b))
	})
	return raised, err
}

func contentEntry(r RFC) map[string]any {
	return map[string]any{"revision": r.Revision, "digest": r.Content.Digest(), "content": r.Content, "programme": r.Programme}
}

// WithdrawRFC ends an RFC for good, with the reason; an open vote is void.
func (d *Desk) WithdrawRFC(ctx context.Context, in Intent, number int, reason string) (RFC, error) {
	var withdrawn RFC
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.rfc(number)
		if err != nil {
			return err
		}
		reason = strings.TrimSpace(reason)
		told := r.State != Draft
		if err := a.mayWithdraw(r, reason); err != nil {
			return err
		}
		if err := a.notUnderWay(r.Name()+" was not withdrawn.", r.Number); err != nil {
			return err
		}
		if err := a.unlink(r); told && err != nil {
			return err
		}
		err = a.withdraw(&r, reason)
		withdrawn = r
		return err
	})
	return withdrawn, err
}

// withdraw ends an RFC, voids its open vote and tells everybody who knew of it.
func (a *act) withdraw(r *RFC, reason string) error {
	told := r.State != Draft
	if err := a.voidOpenBallot(r.Number, "The RFC was withdrawn by "+a.by.Name+"."); err != nil {
		return err
	}
	r.State, r.Ended = Withdrawn, reason
	if err := a.save(r, r.Revision); err != nil {
		return err
	}
	number := r.Number
	if !told {
		number = 0 // nobody ever saw the draft: no card, no mail
	}
	if err := a.record(RFCWithdrawn, r.Subject(), number, map[string]any{"reason": reason}); err != nil || !told {
		return err
	}
	e, err := a.withdrawal(*r)
	if err != nil {
		return err
	}
	return a.announce(fmt.Sprintf("rfc/%d/withdrawn", r.Number), e)
}

// withdrawal is the event of a withdrawal, with the last ballot so that its
// seats are told too.
func (a *act) withdrawal(r RFC) (Event, error) {
	ballots, err := a.BallotsOf(r.Number)
	if err != nil {
		return Event{}, fmt.Errorf("load the ballots of %s: %w", r.Name(), err)
	}
	e := a.event(NoticeWithdrawn, r, nil)
	e.Reason = r.Ended
	if len(ballots) > 0 {
		e.Ballot = &ballots[0]
	}
	return e, nil
}

func (a *act) mayWithdraw(r RFC, reason string) error {
	what := r.Name() + " was not withdrawn."
	if !a.programme.MayChange(a.by, r) {
		return refuse(CodeForbidden, what, "Only its requester and the programme's release manager may withdraw it.",
			"Ask "+a.programme.NameOf(r.RaisedBy)+".")
	}
	if r.State == Withdrawn {
		return refuse(CodeState, what, "It was withdrawn before.", "Nothing is left to do.")
	}
	if why := checkText(reason, MaxText, "Say why it is withdrawn; everybody who knew of it is told."); why != "" {
		return &Refusal{
			Code: CodeInvalid, What: what, Why: why,
			Next:   fmt.Sprintf("`/rfc withdraw %d the window clashes with the data load`", r.Number),
			Fields: []FieldProblem{{Field: FieldReason, Why: why}},
		}
	}
	return nil
}
