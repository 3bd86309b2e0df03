package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// MayOperate tells whether a person may plan an operation on some systems and
// carry it out: the programme's environment managers for all, whoever may record
// what is installed of a provider's own for those.
func (p *Programme) MayOperate(x Person, systems []SystemID) bool {
	if p.RunsEnvironments(x) {
		return true
	}
	strange := func(id SystemID) bool { return !p.MayRecord(x, id) }
	return len(systems) > 0 && !slices.ContainsFunc(systems, strange)
}

// OperationView is an operation with the RFC that governs it, as far as it is known.
type OperationView struct {
	Programme *Programme
	Operation Operation
	RFC       RFC // Number 0 for one that is only told
}

// Window returns when the operation may be carried out: as the RFC says where one
// governs it.
func (v OperationView) Window() Window {
	if v.RFC.Number != 0 {
		return v.RFC.Content.Window
	}
	return v.Operation.Content.Window
}

// Ended tells whether nothing will come of the operation any more.
func (v OperationView) Ended() bool {
	return v.Operation.Over() || (v.RFC.Number != 0 && v.Operation.State != OperationRunning && !v.RFC.State.Open())
}

// shownTo hides an operation whose RFC nobody but its author knows (T34).
func (v OperationView) shownTo(reader PersonID) bool {
	return v.RFC.Number == 0 || v.RFC.ShownTo(reader)
}

// PlanOperation plans an operation on an environment (R45, R146). Where the policy
// lets it be told only, everybody impacted is told and nobody votes. Else it is
// not announced: an RFC is drafted for it, which its author completes and raises.
func (d *Desk) PlanOperation(ctx context.Context, in Intent, c OperationContent) (OperationView, error) {
	var planned OperationView
	c = c.Normal()
	err := d.act(ctx, in, func(a *act) error {
		const what = "The operation was not planned."
		if problems := c.Check(a.programme, a.now); len(problems) > 0 {
			return unfit(what, problems)
		}
		if !a.programme.MayOperate(a.by, c.Systems) {
			return refuse(CodeForbidden, what, "Operations are planned by the programme's environment managers, and by a provider's release manager, deployment team and environment manager for its own systems.",
				"Ask "+a.names(a.programme.environmentManagers())+".")
		}
		o := Operation{Content: c, State: OperationPlanned, By: a.by.ID, At: a.now}
		rfc, err := a.draftFor(c)
		if err != nil {
			return err
		}
		o.RFC = rfc.Number
		if err := a.AddOperation(&o); err != nil {
			return fmt.Errorf("plan an operation on %s: %w", c.Environment, err)
		}
		planned = OperationView{a.programme, o, rfc}
		data := map[string]any{"content": o.Content, "rfc": o.RFC}
		if o.RFC != 0 { // its RFC tells everybody when it is raised
			return a.recordOperation(OperationDrafted, planned, data)
		}
		if err := a.recordOperation(OperationAdded, planned, data); err != nil {
			return err
		}
		return a.announceOperation("planned", NoticeOperation, planned)
	})
	return planned, err
}

// draftFor drafts the RFC of an operation that follows the release process; the
// zero RFC says that it need not.
func (a *act) draftFor(c OperationContent) (RFC, error) {
	if !a.programme.Policy.RouteOf(c.Kind, c.Outage) {
		return RFC{}, nil
	}
	why := "A " + c.Kind.String() + " follows the release process (R45)"
	if c.Kind.reads() {
		why = "With an outage the release process applies (R45)"
	}
	if !a.programme.MayRaise(a.by, c.Systems[0]) {
		return RFC{}, refuse(CodeForbidden, "The operation was not planned.", why+": it needs an RFC, and none of your roles may raise one.",
			"Ask "+a.names(a.programme.environmentManagers())+" to plan it.")
	}
	rfc, err := a.draft(0, 0, c.request(a.programme))
	if err != nil {
		return rfc, err
	}
	return rfc, a.record(RFCDrafted, rfc.Subject(), 0, map[string]any{"revision": rfc.Revision})
}

// request is the content of the RFC for an operation, as far as it follows from
// it; how risky it is nobody but its author knows.
func (c OperationContent) request(p *Programme) RFCContent {
	e, _ := p.Environment(c.Environment)
	return RFCContent{
		Title: Clip(c.Title(p), MaxTitle), System: c.Systems[0], Type: Patch, Environments: []EnvironmentID{c.Environment},
		Kind: ConfigurationOperation, Reason: Clip(c.Process+"\nBy: "+c.Mechanism, MaxText),
		Impact: fmt.Sprintf("%s: %s.", c.Title(p), c.Disruption), Parties: slices.Clone(e.Parties), Window: c.Window, Disruption: c.Disruption,
	}.Normal()
}

// CancelOperation ends an operation that was told and not begun, with the reason;
// everybody who was told of it hears it. One under an RFC ends with its RFC.
func (d *Desk) CancelOperation(ctx context.Context, in Intent, id int64, why string) (OperationView, error) {
	var cancelled OperationView
	err := d.act(ctx, in, func(a *act) error {
		const what = "The operation was not cancelled."
		v, err := a.operation(what, id)
		if err != nil {
			return err
		}
		why = strings.TrimSpace(why)
		problem := checkText(why, MaxSentence, "Say why it is cancelled; everybody who was told of it reads it.")
		switch {
		case v.Operation.RFC != 0:
			return refuse(CodeState, what, "It is governed by "+RFCName(v.Operation.RFC)+", and ends with it.", fmt.Sprintf("`/rfc withdraw %d` withdraws it.", v.Operation.RFC))
		case v.Operation.State != OperationPlanned:
			return notInState(what, v.Operation)
		case problem != "":
			r := misfit(what, FieldReason, problem)
			r.Next = fmt.Sprintf("`/env operation %d cancel the tests run longer`", id)
			return r
		}
		v.Operation.State, v.Operation.EndedAt, v.Operation.EndedBy, v.Operation.Words = OperationCancelled, a.now, a.by.ID, why
		cancelled = v
		if err := a.saveOperation(OperationCalledOff, v, map[string]any{"words": why}); err != nil {
			return err
		}
		return a.announceOperation("cancelled", NoticeOperationEnded, v)
	})
	return cancelled, err
}

func notInState(what string, o Operation) error {
	return refuse(CodeState, what, fmt.Sprintf("Operation %d is %s.", o.ID, o.State), "`/env operation` lists what is planned and runs.")
}

// operation loads an operation and locks it, with the RFC that governs it. Whoever
// may not carry it out is refused.
func (a *act) operation(what string, id int64) (OperationView, error) {
	v := OperationView{Programme: a.programme}
	var err error
	if v.Operation, err = a.Operation(id, ExclusiveLock); errors.Is(err, ErrNotFound) {
		return v, noSuchOperation(what, id)
	}
	if err != nil {
		return v, fmt.Errorf("load operation %d: %w", id, err)
	}
	if v.Operation.RFC != 0 {
		if v.RFC, err = a.rfc(v.Operation.RFC); err != nil {
			if r, ok := AsRefusal(err); ok && r.Code == CodeNotFound {
				return v, noSuchOperation(what, id) // somebody else's draft
			}
			return v, err
		}
	}
	if c := v.Operation.Content; a.by.ID != c.Contact && a.by.ID != v.Operation.By && !a.programme.MayOperate(a.by, c.Systems) {
		return v, refuse(CodeForbidden, what, "It is for whoever planned it, its contact and the programme's environment managers.",
			"Ask "+a.programme.NameOf(c.Contact)+".")
	}
	return v, nil
}

func noSuchOperation(what string, id int64) error {
	return refuse(CodeNotFound, what, fmt.Sprintf("There is no operation %d.", id), "`/env operation` lists what is planned and runs.")
}

// recordOperation appends to the ledger; an operation has its own card unless an
// RFC's shows it.
func (a *act) recordOperation(kind EntryKind, v OperationView, data map[string]any) error {
	e := Entry{Kind: kind, Subject: v.Operation.Subject(), Data: data}
	if !v.RFC.RaisedAt.IsZero() {
		e.RFC = v.RFC.Number
	}
	return a.enter(e)
}

func (a *act) saveOperation(kind EntryKind, v OperationView, data map[string]any) error {
	if err := a.SaveOperation(v.Operation); err != nil {
		return fmt.Errorf("save operation %d: %w", v.Operation.ID, err)
	}
	return a.recordOperation(kind, v, data)
}

// announceOperation mails what happened to an operation to everybody it concerns,
// and posts it in its thread; what was just planned is its card already.
func (a *act) announceOperation(happened string, kind NoticeKind, v OperationView) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	e := Event{Kind: kind, At: a.now, By: a.by.ID, RFC: v.RFC, Operation: &v.Operation}
	key := fmt.Sprintf("%s/%s/%d", v.Operation.Subject(), happened, a.now.UnixMicro())
	notices := noticesFor(key, e, OperationAudience(v.Operation, a.programme), cadences)
	if kind != NoticeOperation {
		notices = append(notices, inThread(key, e))
	}
	return a.promise(notices...)
}

// OperationAudience returns who is told of an operation: its contact, those who
// run the environments and the programme's releases, and the representatives of
// every party that shares the environment (R45, R11).
func OperationAudience(o Operation, p *Programme) []Recipient {
	a := audience{programme: p}
	a.add(DutyAct, o.Content.Contact, o.By)
	a.add(DutyTold, p.environmentManagers()...)
	a.add(DutyTold, ids(p.HoldersAmong(ReleaseManager, ProgrammeParty))...)
	e, _ := p.Environment(o.Content.Environment)
	for _, party := range p.Parties {
		if !party.Retired && e.SharedBy(party.ID) {
			a.add(DutyTold, ids(p.Holders(Representative, party.ID))...)
		}
	}
	return a.recipients
}

// notUnderWay refuses to change or end an RFC while an operation is carried out under
// it: what the board decided on stays until the operation is over (M3).
func (a *act) notUnderWay(what string, rfc int) error {
	all, err := a.FindOperations(OperationFilter{RFC: rfc, Under: true})
	if err != nil {
		return fmt.Errorf("load the operations under %s: %w", RFCName(rfc), err)
	}
	for _, o := range all {
		if o.State == OperationRunning {
			return refuse(CodeState, what, fmt.Sprintf("Operation %d is carried out under it.", o.ID),
				fmt.Sprintf("Say first how it ended: `/env operation %d`.", o.ID))
		}
	}
	return nil
}
