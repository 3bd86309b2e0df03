package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// MayAgree tells whether a person may agree, change and cancel work-off actions of
// a release: its owner, and those of the provider or the programme who are
// responsible or accountable for closing it (R40, R125).
func (p *Programme) MayAgree(x Person, r Release) bool {
	own := x.ID == r.Content.Owner || x.Holds(ReleaseManager, r.Provider(p))
	return !x.Retired && (own || p.MayMove(x, r, Move{From: Reviewing, By: CloseRFC}))
}

// MayFinish tells whether a person may show an action done: its owner, and whoever
// may agree one.
func (p *Programme) MayFinish(x Person, action Action, r Release) bool {
	return !x.Retired && (x.ID == action.Owner || p.MayAgree(x, r))
}

// AgreeAction adds a work-off action to a release whose deployment has begun, with
// an owner and a day (R40). Its owner is told, and chased until it is done.
func (d *Desk) AgreeAction(ctx context.Context, in Intent, x Action) (Action, error) {
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.deployedOnce(x.Release, "The action was not kept.")
		if err != nil {
			return err
		}
		x.What = strings.TrimSpace(x.What)
		switch problems := x.check(a.programme, a.now); {
		case !a.programme.MayAgree(a.by, r):
			return a.mayNotAgree("The action was not kept.", r)
		case len(problems) > 0:
			return unfit("The action was not kept.", problems)
		}
		if err := a.ofIssue(x); err != nil {
			return err
		}
		if err := a.agree(&x, r); err != nil {
			return err
		}
		return a.resettle(&r, a.by.Name+" agreed another work-off action.")
	})
	return x, err
}

func (a *act) mayNotAgree(what string, r Release) error {
	return refuse(CodeForbidden, what, "Work-off actions are agreed by the release's owner and by those who close it.",
		"Ask "+a.programme.NameOf(r.Content.Owner)+", or a release manager of the programme.")
}

// deployedOnce loads a release that was deployed, is being deployed or was rolled
// back, and locks it and its RFC: nothing else leaves anything to be done.
func (a *act) deployedOnce(number int, what string) (Release, error) {
	r, err := a.release(number)
	if err != nil {
		return r, err
	}
	state := Draft
	if r.RFC != 0 {
		rfc, err := a.rfc(r.RFC)
		if err != nil {
			return r, err
		}
		state = rfc.State
	}
	if r.Stage == Abandoned || (r.Stage.InFlight() && state != RolledBack) {
		return r, refuse(CodeState, what, r.Name()+" was not deployed: it is in “"+r.Stage.String()+"”.",
			"What must be done before its deployment belongs in its plan, or in a condition of its Go.")
	}
	return r, nil
}

// ofIssue refuses an action out of an issue of another release, or out of one
// that has its action.
func (a *act) ofIssue(x Action) error {
	if x.Issue == 0 {
		return nil
	}
	const what = "The action was not kept."
	issue, err := a.SupportIssue(x.Issue, NoLock)
	if errors.Is(err, ErrNotFound) || (err == nil && issue.Release != x.Release) {
		return refuse(CodeNotFound, what, fmt.Sprintf("%s has no issue %d.", ReleaseName(x.Release), x.Issue),
			"`/release issues "+ReleaseName(x.Release)+"` lists its issues.")
	}
	if err != nil {
		return fmt.Errorf("load support issue %d: %w", x.Issue, err)
	}
	before, err := a.FindActions(ActionFilter{Issue: x.Issue, Open: true})
	if err != nil {
		return fmt.Errorf("load the actions of %s: %w", issue.Name(), err)
	}
	if len(before) > 0 {
		return refuse(CodeState, what, fmt.Sprintf("Issue %d is worked off by %s already.", x.Issue, before[0].Name()),
			"`/release actions "+ReleaseName(x.Release)+"` shows it.")
	}
	return nil
}

// agree keeps an action and tells its owner, unless they agreed it themselves.
func (a *act) agree(x *Action, r Release) error {
	x.Due = x.Due.UTC().Truncate(time.Microsecond)
	x.By, x.At, x.EndedAt, x.EndedBy, x.Evidence, x.Cancelled = a.by.ID, a.now, time.Time{}, "", "", ""
	if err := a.AddAction(x); err != nil {
		return fmt.Errorf("add an action to %s: %w", r.Name(), err)
	}
	if err := a.recordAction(ActionAgreed, *x, r, actionEntry(*x)); err != nil {
		return err
	}
	return a.tellOwner(*x, r, fmt.Sprintf("%s/agreed", x.Subject()))
}

func actionEntry(x Action) map[string]any {
	return map[string]any{
		"action": x.ID, "release": x.Release, "what": x.What, "owner": x.Owner, "due": x.Due, "origin": x.From, "issue": x.Issue,
	}
}

func (a *act) tellOwner(x Action, r Release, key string) error {
	if x.Owner == a.by.ID {
		return nil
	}
	e := a.releaseEvent(NoticeAction, r)
	e.Action = &x
	return a.tell(key, e, x.Owner)
}

func (a *act) recordAction(kind EntryKind, x Action, r Release, data any) error {
	return a.enter(Entry{Kind: kind, Subject: x.Subject(), RFC: r.RFC, Release: r.Number, Data: data})
}

// action loads an open action and locks it, its release before it.
func (a *act) action(id int64, what string) (Action, Release, error) {
	x, err := a.Action(id, NoLock)
	if errors.Is(err, ErrNotFound) {
		return x, Release{}, refuse(CodeNotFound, fmt.Sprintf("There is no action %d.", id), "No work-off action has this number.",
			"`/release actions` lists those that are open.")
	}
	if err != nil {
		return x, Release{}, fmt.Errorf("load action %d: %w", id, err)
	}
	r, err := a.release(x.Release)
	if err != nil {
		return x, r, err
	}
	if r.RFC != 0 {
		if _, err := a.rfc(r.RFC); err != nil {
			return x, r, err
		}
	}
	if x, err = a.Action(id, ExclusiveLock); err != nil {
		return x, r, fmt.Errorf("lock action %d: %w", id, err)
	}
	switch {
	case x.Cancelled != "":
		return x, r, refuse(CodeState, what, "It was cancelled by "+a.programme.NameOf(x.EndedBy)+": "+x.Cancelled, "Nothing is left to do.")
	case !x.Open():
		return x, r, refuse(CodeState, what, "It was shown done by "+a.programme.NameOf(x.EndedBy)+".", "Nothing is left to do.")
	}
	return x, r, nil
}

// FinishAction shows an action done, by a link or in words and never by a bare
// tick (T28).
func (d *Desk) FinishAction(ctx context.Context, in Intent, id int64, evidence string) (Action, error) {
	return d.endAction(ctx, in, id, func(a *act, x *Action, r Release) error {
		const what = "The action stays open."
		evidence = strings.TrimSpace(evidence)
		if !a.programme.MayFinish(a.by, *x, r) {
			return refuse(CodeForbidden, what, "It is shown done by its owner or by whoever may agree one.", "Ask "+a.programme.NameOf(x.Owner)+".")
		}
		if why := checkText(evidence, MaxText, "Say what shows it done: a link, or what was done."); why != "" {
			return unfit(what, []FieldProblem{{Field: FieldEvidence, Why: why}})
		}
		x.Evidence = evidence
		return nil
	})
}

// CancelAction ends an action that is not to be done any more, with the reason.
func (d *Desk) CancelAction(ctx context.Context, in Intent, id int64, reason string) (Action, error) {
	return d.endAction(ctx, in, id, func(a *act, x *Action, r Release) error {
		const what = "The action stays open."
		reason = strings.TrimSpace(reason)
		if !a.programme.MayAgree(a.by, r) {
			return a.mayNotAgree(what, r)
		}
		if why := checkText(reason, MaxText, "Say why it need not be done any more."); why != "" {
			return unfit(what, []FieldProblem{{Field: FieldReason, Why: why}})
		}
		x.Cancelled = reason
		return nil
	})
}

func (d *Desk) endAction(ctx context.Context, in Intent, id int64, end func(a *act, x *Action, r Release) error) (Action, error) {
	var ended Action
	err := d.act(ctx, in, func(a *act) error {
		x, r, err := a.action(id, "Nothing was changed.")
		if err != nil {
			return err
		}
		if err := end(a, &x, r); err != nil {
			return err
		}
		x.EndedAt, x.EndedBy = a.now, a.by.ID
		if err := a.SaveAction(x); err != nil {
			return fmt.Errorf("end action %d: %w", id, err)
		}
		ended = x
		if x.Cancelled == "" {
			return a.recordAction(ActionDone, x, r, map[string]any{"action": x.ID, "ref": x.Evidence})
		}
		if err := a.recordAction(ActionCancelled, x, r, map[string]any{"action": x.ID, "why": x.Cancelled}); err != nil {
			return err
		}
		return a.resettle(&r, a.by.Name+" cancelled a work-off action.")
	})
	return ended, err
}

// ChangeAction gives an open action other words, another owner or another day.
func (d *Desk) ChangeAction(ctx context.Context, in Intent, id int64, to Action) (Action, error) {
	var changed Action
	err := d.act(ctx, in, func(a *act) error {
		const what = "The action was not changed."
		x, r, err := a.action(id, what)
		if err != nil {
			return err
		}
		before := x
		x.What, x.Owner, x.Due = strings.TrimSpace(to.What), to.Owner, to.Due.UTC().Truncate(time.Microsecond)
		problems := x.check(a.programme, a.now)
		if x.Due.Equal(before.Due) { // it may be overdue and still get another owner
			problems = slices.DeleteFunc(problems, func(f FieldProblem) bool { return f.Field == FieldActionDue })
		}
		switch {
		case !a.programme.MayAgree(a.by, r):
			return a.mayNotAgree(what, r)
		case len(problems) > 0:
			return unfit(what, problems)
		case x == before:
			return refuse(CodeInvalid, what, "Nothing was changed in the form.", "Change a field, or close the form.")
		}
		if err := a.SaveAction(x); err != nil {
			return fmt.Errorf("save action %d: %w", id, err)
		}
		changed = x
		if err := a.recordAction(ActionChanged, x, r, actionEntry(x)); err != nil {
			return err
		}
		if x.Owner != before.Owner {
			if err := a.tellOwner(x, r, fmt.Sprintf("%s/owner/%d", x.Subject(), a.now.UnixMicro())); err != nil {
				return err
			}
		}
		return a.resettle(&r, a.by.Name+" changed a work-off action.")
	})
	return changed, err
}

// actionsOf keeps what the seats asked for when they closed a release with
// conditions, as work-off actions of its owner (R40).
func (a *act) actionsOf(r Release, b Ballot) error {
	for _, c := range conditionsOf(b) {
		owner := r.Content.Owner
		if able := a.programme.orManagers(owner); len(able) > 0 {
			owner = able[0]
		}
		x := Action{Release: r.Number, What: Clip(c.Words, MaxText), Owner: owner, Due: a.programme.WorkOffDay(a.now), From: FromClosure}
		if err := a.agree(&x, r); err != nil {
			return err
		}
	}
	return nil
}

// workOffDays are the working days within which an action is due that nobody
// named a day for.
const workOffDays = 10

// WorkOffDay returns the day that is proposed for an action: the end of work of it.
func (p *Programme) WorkOffDay(now time.Time) time.Time {
	day := p.WorkingCalendar().AddWorkingDays(now.In(p.Location()), workOffDays)
	return time.Date(day.Year(), day.Month(), day.Day(), debtHour, 0, 0, 0, p.Location()).UTC()
}

// Actions returns work-off actions by the day they are due.
func (d *Desk) Actions(ctx context.Context, f ActionFilter) ([]Action, error) {
	var all []Action
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.FindActions(f)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load work-off actions: %w", err)
	}
	return all, nil
}

// openActions returns those that are still to be done.
func openActions(all []Action) []Action {
	return slices.DeleteFunc(slices.Clone(all), func(x Action) bool { return !x.Open() })
}
