package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// beginSupport begins the early life support of a release that was deployed (S1).
func (a *act) beginSupport(r Release, s Standing) error {
	support := SupportOf(r, s.RFC.Content.Environments, s.Rules, a.programme, a.now)
	if err := a.AddSupport(support); err != nil {
		return fmt.Errorf("begin the support of %s: %w", r.Name(), err)
	}
	return a.recordRelease(SupportBegun, r, map[string]any{
		"system": support.System, "environments": support.Environments, "begins": support.From, "ends": support.Until,
	})
}

// LogSupportIssue links an issue to the release in whose early life it came up.
// Whoever is active may log one; outside the period it is refused (S1).
func (d *Desk) LogSupportIssue(ctx context.Context, in Intent, x SupportIssue) (SupportIssue, error) {
	err := d.act(ctx, in, func(a *act) error {
		r, s, err := a.supported(x.Release)
		if err != nil {
			return err
		}
		if err := a.mayLog(r, s); err != nil {
			return err
		}
		x.Title, x.Ref, x.System = strings.TrimSpace(x.Title), strings.TrimSpace(x.Ref), r.Content.System
		if problems := x.check(s); len(problems) > 0 {
			return unfit("The issue was not kept.", problems)
		}
		x.By, x.At = a.by.ID, a.now
		if err := a.AddSupportIssue(&x); err != nil {
			return fmt.Errorf("add a support issue to %s: %w", r.Name(), err)
		}
		err = a.recordIssue(SupportIssueLogged, x, r, map[string]any{
			"issue": x.ID, "release": x.Release, "environment": x.Environment, "title": x.Title, "severity": x.Severity, "ref": x.Ref,
		})
		if err != nil {
			return err
		}
		e := a.releaseEvent(NoticeTrouble, r)
		e.Trouble = &x
		return a.announceRelease(x.Subject()+"/logged", e)
	})
	return x, err
}

// supported loads a release with its early life support, both locked.
func (a *act) supported(number int) (Release, Support, error) {
	r, err := a.release(number)
	if err != nil {
		return r, Support{}, err
	}
	s, err := a.Support(number, ExclusiveLock)
	if errors.Is(err, ErrNotFound) {
		return r, s, refuse(CodeState, "The issue was not kept.", r.Name()+" was not deployed: it has no early life support yet.",
			"Raise a defect; what holds up the release belongs in its plan.")
	}
	if err != nil {
		return r, s, fmt.Errorf("load the support of %s: %w", r.Name(), err)
	}
	return r, s, nil
}

// mayLog refuses an issue outside the period, and names the release of the system
// that is in its early life instead.
func (a *act) mayLog(r Release, s Support) error {
	if s.Covers(a.now) {
		return nil
	}
	next := "Raise a defect; the next release of the system mends it."
	others, err := a.FindSupports(SupportFilter{System: s.System, At: a.now})
	if err != nil {
		return fmt.Errorf("load the early life support of %s: %w", s.System, err)
	}
	if len(others) > 0 {
		name := ReleaseName(others[len(others)-1].Release)
		next = fmt.Sprintf("If it came with %s, log it there: `/release issue %s`.", name, name)
	}
	return refuse(CodeState, "The issue was not kept.",
		fmt.Sprintf("The early life support of %s ended %s.", r.Name(), Instant(s.Until, a.programme.Location())), next)
}

// check returns every mistake of an issue that is handed in.
func (x SupportIssue) check(s Support) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(FieldIssueTitle, checkText(x.Title, MaxIssueTitle, "Say in a sentence what goes wrong."))
	if !slices.Contains(Severities(), x.Severity) {
		say(FieldIssueSeverity, "Say how badly it hurts: blocking, critical, high, medium or low.")
	}
	if !slices.Contains(s.Environments, x.Environment) {
		say(FieldIssueEnvironment, "It was not deployed there.")
	}
	if x.Ref != "" {
		say(FieldIssueRef, checkText(x.Ref, MaxRef, ""))
	}
	return problems
}

func (a *act) recordIssue(kind EntryKind, x SupportIssue, r Release, data any) error {
	return a.enter(Entry{Kind: kind, Subject: x.Subject(), RFC: r.RFC, Release: r.Number, Data: data})
}

// MayResolveIssue tells whether a person may say that an issue is resolved: who
// reported it, the provider's people, and the programme's managers.
func (p *Programme) MayResolveIssue(x Person, issue SupportIssue, r Release) bool {
	own := x.ID == issue.By || slices.Contains(x.Parties(), r.Provider(p))
	return !x.Retired && (own || p.MayMove(x, r, Move{From: Reviewing, By: CloseRFC}))
}

// ResolveSupportIssue says in words how an issue was resolved. It can be said
// after the period too.
func (d *Desk) ResolveSupportIssue(ctx context.Context, in Intent, id int64, resolution string) (SupportIssue, error) {
	var resolved SupportIssue
	err := d.act(ctx, in, func(a *act) error {
		const what = "The issue stays open."
		x, err := a.SupportIssue(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, fmt.Sprintf("There is no issue %d.", id), "No issue of early life support has this number.",
				"`/release issues` lists them.")
		}
		if err != nil {
			return fmt.Errorf("load support issue %d: %w", id, err)
		}
		r, err := a.release(x.Release)
		if err != nil {
			return err
		}
		if x, err = a.SupportIssue(id, ExclusiveLock); err != nil {
			return fmt.Errorf("lock support issue %d: %w", id, err)
		}
		resolution = strings.TrimSpace(resolution)
		switch why := checkText(resolution, MaxText, "Say how it was resolved."); {
		case !x.Open():
			return refuse(CodeState, "Nothing was changed.", "It was resolved by "+a.programme.NameOf(x.ResolvedBy)+".", "Nothing is left to do.")
		case !a.programme.MayResolveIssue(a.by, x, r):
			return refuse(CodeForbidden, what, "It is resolved by who reported it, by the people of the provider, or by the programme's release manager.",
				"Ask "+a.programme.NameOf(r.Content.Owner)+".")
		case why != "":
			return unfit(what, []FieldProblem{{Field: FieldResolution, Why: why}})
		}
		x.ResolvedAt, x.ResolvedBy, x.Resolution = a.now, a.by.ID, resolution
		if err := a.SaveSupportIssue(x); err != nil {
			return fmt.Errorf("save support issue %d: %w", id, err)
		}
		resolved = x
		if err := a.recordIssue(SupportIssueResolved, x, r, map[string]any{"issue": id, "resolution": resolution}); err != nil {
			return err
		}
		e := a.releaseEvent(NoticeTrouble, r)
		e.Trouble = &x
		if err := a.promise(inThread(x.Subject()+"/resolved", e)); err != nil {
			return err
		}
		return a.tellReporter(x, e)
	})
	return resolved, err
}

func (a *act) tellReporter(x SupportIssue, e Event) error {
	if x.By == a.by.ID {
		return nil
	}
	return a.tell(x.Subject()+"/resolved", e, x.By)
}

// EndSupports sums up every early life support that has ended, once each, and
// tells everybody who was told of the release. It may run everywhere and as often
// as one likes. It returns how many were due.
func (d *Desk) EndSupports(ctx context.Context) (int, error) {
	var due []Support
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		due, err = tx.FindSupports(SupportFilter{Due: d.instant()})
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load the supports that ended: %w", err)
	}
	var faults []error // one that cannot be summed up holds up no other
	for _, s := range due {
		if err := d.clockwork(ctx, func(a *act) error { return a.endSupport(s.Release) }); err != nil {
			faults = append(faults, fmt.Errorf("sum up the support of %s: %w", ReleaseName(s.Release), err))
		}
	}
	return len(due), errors.Join(faults...)
}

func (a *act) endSupport(number int) error {
	r, s, err := a.supported(number)
	if err != nil || !s.SummedAt.IsZero() || s.Until.After(a.now) {
		return err
	}
	issues, err := a.SupportIssues(number)
	if err != nil {
		return fmt.Errorf("load the support issues of %s: %w", r.Name(), err)
	}
	sum := SumUp(s, r.Version, issues)
	s.SummedAt, s.Digest = a.now, sum.Digest()
	if err := a.SaveSupport(s); err != nil {
		return fmt.Errorf("save the support of %s: %w", r.Name(), err)
	}
	err = a.recordRelease(SupportSummed, r, map[string]any{"digest": s.Digest, "issues": sum.Issues(), "open": len(sum.Open), "resolved": sum.Resolved})
	if err != nil {
		return err
	}
	standing, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil {
		return err
	}
	e := a.event(NoticeSupport, standing.RFC, nil)
	e.Release, e.Support = &r, &sum
	return a.tellAll(r.Subject()+"/support", e, standing)
}
