package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// GiveEvidence shows by a link or a digest that a check of a release is met
// (R46 to R55, T28).
func (d *Desk) GiveEvidence(ctx context.Context, in Intent, number int, check Check, ref, note string) (Evidence, error) {
	return d.show(ctx, in, number, Evidence{Check: check, Ref: strings.TrimSpace(ref), Note: strings.TrimSpace(note)})
}

// Waive lets a release pass a check without evidence, by name, with a reason
// and until an instant. Nobody waives what they answer for themselves.
func (d *Desk) Waive(ctx context.Context, in Intent, number int, check Check, reason string, until time.Time) (Evidence, error) {
	return d.show(ctx, in, number, Evidence{Check: check, Waiver: true, Note: strings.TrimSpace(reason), Until: until})
}

func (d *Desk) show(ctx context.Context, in Intent, number int, e Evidence) (Evidence, error) {
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.lockedWithRFC(number)
		if err != nil {
			return err
		}
		if err := a.mayShow(r, e); err != nil {
			return err
		}
		what := "Nothing was kept for " + r.Name() + "."
		if problems := e.check(a.now); len(problems) > 0 {
			return unfit(what, problems)
		}
		return a.keep(&r, &e)
	})
	return e, err
}

// keep adds evidence to a release in place of what stood for its check, and
// holds the release against it.
func (a *act) keep(r *Release, e *Evidence) error {
	e.Release, e.By, e.At = r.Number, a.by.ID, a.now
	if point, _ := PointOf(e.Check); point.OfBuild {
		e.Build = r.Build
	}
	if err := a.replace(*r, *e); err != nil {
		return err
	}
	if err := a.AddEvidence(e); err != nil {
		return fmt.Errorf("add evidence to %s: %w", r.Name(), err)
	}
	if err := a.recordRelease(EvidenceGiven, *r, evidenceEntry(*e)); err != nil {
		return err
	}
	return a.resettle(r, a.programme.NameOf(e.By)+" gave new evidence: "+pointName(e.Check)+".")
}

func evidenceEntry(e Evidence) map[string]any {
	return map[string]any{
		"evidence": e.ID, "check": e.Check, "waiver": e.Waiver, "ref": e.Ref, "note": e.Note, "build": e.Build, "until": e.Until,
	}
}

func pointName(c Check) string {
	point, _ := PointOf(c)
	return point.Name
}

// binds tells whether decisions bind to the evidence of a check.
func binds(c Check) bool {
	point, _ := PointOf(c)
	return point.Binds
}

// afterwards tells whether a point can only be shown once a deployment has
// begun: its report, its regression test, its review (T28).
func (p Point) afterwards() bool {
	m, ok := find(Lifecycle(), func(m Move) bool { return slices.Contains(m.Gate, p.Key) })
	return ok && !m.From.InFlight()
}

// lockedWithRFC loads a release that is not over, and locks it and its RFC.
func (a *act) lockedWithRFC(number int) (Release, error) {
	r, err := a.release(number)
	if err != nil {
		return r, err
	}
	if r.Stage.Ended() {
		return r, refuse(CodeState, "Nothing was kept for "+r.Name()+".", "It is "+strings.ToLower(r.Stage.String())+".", "Nothing is left to do.")
	}
	if r.RFC != 0 {
		_, err = a.rfc(r.RFC)
	}
	return r, err
}

func (a *act) mayShow(r Release, e Evidence) error {
	what := "Nothing was kept for " + r.Name() + "."
	point, ok := PointOf(e.Check)
	responsible := a.programme.Responsible(point, r)
	switch {
	case !ok:
		return refuse(CodeInvalid, what, fmt.Sprintf("“%s” is not a control point.", Clip(string(e.Check), 40)),
			"`/release why "+r.Name()+"` names those that are unmet.")
	case !point.Applies(r.Content.Type):
		return refuse(CodeState, what, fmt.Sprintf("%s is not asked of a %s release.", point.Name, r.Content.Type), "Nothing is left to do.")
	case point.Decided:
		return refuse(CodeState, what, point.Name+" is met by the vote or the act itself, and by nothing else.",
			"`/release why "+r.Name()+"` has the button.")
	case !e.Waiver && point.Made != "":
		return refuse(CodeState, what, point.Name+" is shown by its own act, and by no link.", "`"+point.Made+" "+r.Name()+"` is the way.")
	case e.Waiver && !point.Waivable && point.Key != CheckNote:
		return refuse(CodeForbidden, what, point.Name+" cannot be waived.", "Ask "+people(responsible)+" to show it.")
	case e.Waiver && !a.programme.MayWaive(a.by, waivable(point), r):
		return refuse(CodeForbidden, what, "A waiver is given by who is accountable for RFC approval or by the escalation point, "+
			"and never by who answers for the point or created the release.", "Ask "+a.waivers(waivable(point), r)+".")
	case !e.Waiver && !slices.ContainsFunc(responsible, func(x Person) bool { return x.ID == a.by.ID }):
		return refuse(CodeForbidden, what, fmt.Sprintf("%s is shown by the %s.", point.Name, point.Responsible), "Ask "+people(responsible)+".")
	}
	return a.canShow(r, point)
}

// canShow refuses what comes too late or too early for the release.
func (a *act) canShow(r Release, point Point) error {
	what := "Nothing was kept for " + r.Name() + "."
	switch {
	case point.Binds && !r.Stage.InFlight():
		return refuse(CodeState, what, "The deployment has begun on what the board was shown.",
			"Roll back with `/release rollback` if it is no longer true.")
	case point.afterwards() && r.Stage.InFlight() && (point.Key != PointLessons || !a.wasRolledBack(r)):
		return refuse(CodeState, what, point.Name+" is about the deployment, and that has not begun.",
			"`/release why "+r.Name()+"` lists what comes before it.")
	case point.Key == PointPackage && r.Build == 0:
		return refuse(CodeState, what, "No build is registered yet, so that there is nothing to approve.",
			"`/release build "+r.Name()+"` registers one.")
	}
	return nil
}

// wasRolledBack tells whether a release waits after a rollback: what was learned
// of that can be shown (R38, R40).
func (a *act) wasRolledBack(r Release) bool {
	rfc, err := a.RFC(r.RFC, NoLock)
	return err == nil && rfc.State == RolledBack
}

// waivable lets the lead time of a release note be waived, though the note
// itself cannot: a waiver stands beside it (R92).
func waivable(point Point) Point {
	point.Waivable = true
	return point
}

func (a *act) waivers(point Point, r Release) string {
	var able []Person
	for _, x := range a.programme.People {
		if a.programme.MayWaive(x, point, r) {
			able = append(able, x)
		}
	}
	return people(able)
}

func people(all []Person) string {
	if len(all) == 0 {
		return "the programme's release manager"
	}
	names := make([]string, 0, 3)
	for _, x := range all[:min(len(all), 3)] {
		names = append(names, x.Name)
	}
	return strings.Join(names, " or ")
}

// replace takes away what stood for the same check: the newest evidence counts.
// A waiver of a lead time stands beside the note it is about.
func (a *act) replace(r Release, e Evidence) error {
	all, err := a.EvidenceOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	for _, old := range all {
		if old.Check != e.Check || !old.TakenAt.IsZero() || (e.Check == CheckNote && old.Waiver != e.Waiver) {
			continue
		}
		if err := a.take(r, old, "Replaced."); err != nil {
			return err
		}
	}
	return nil
}

// TakeEvidence takes evidence away, with the reason. Before the deployment has
// begun this pulls the release back (T28); after it, what the board was shown
// stays.
func (d *Desk) TakeEvidence(ctx context.Context, in Intent, number int, check Check, reason string) (Release, error) {
	var after Release
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.lockedWithRFC(number)
		if err != nil {
			return err
		}
		what := "Nothing was taken away from " + r.Name() + "."
		all, err := a.EvidenceOf(r.Number)
		if err != nil {
			return fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
		}
		e, ok := standing(all, check, a.now)
		point, _ := PointOf(check)
		able := slices.ContainsFunc(a.programme.Responsible(point, r), func(x Person) bool { return x.ID == a.by.ID })
		switch {
		case !ok:
			return refuse(CodeNotFound, what, "No evidence stands for it.", "`/release show "+r.Name()+"` shows what was given.")
		case e.By != a.by.ID && !able && !a.programme.Letters(a.by, RFCApproval).Has("A"):
			return refuse(CodeForbidden, what, "It was given by "+a.programme.NameOf(e.By)+".", "Ask them, or the programme's release manager.")
		case !r.Stage.InFlight() && binds(check):
			return refuse(CodeState, what, "The deployment has begun on it.", "Roll back with `/release rollback` if it is no longer true.")
		}
		reason = strings.TrimSpace(reason)
		if why := checkText(reason, MaxText, "Say why it no longer shows what it was given for."); why != "" {
			refusal := refuse(CodeInvalid, what, why, "Add the reason and send it again.")
			refusal.Fields = []FieldProblem{{Field: FieldReason, Why: why}}
			return refusal
		}
		err = a.take(r, e, reason)
		if err != nil {
			return err
		}
		err = a.resettle(&r, fmt.Sprintf("%s took evidence away: %s. %s", a.by.Name, point.Name, reason))
		after = r
		return err
	})
	return after, err
}

func (a *act) take(r Release, e Evidence, why string) error {
	e.TakenAt, e.TakenBy, e.TakenWhy = a.now, a.by.ID, why
	if err := a.SaveEvidence(e); err != nil {
		return fmt.Errorf("take evidence %d away: %w", e.ID, err)
	}
	return a.recordRelease(EvidenceTaken, r, map[string]any{"evidence": e.ID, "check": e.Check, "why": why})
}

// spend takes away evidence that was about a deployment or a build that is no more:
// the next one needs its own (T8, T28).
func (a *act) spend(r Release, all []Evidence, checks []Check) error {
	for _, e := range all {
		if !e.TakenAt.IsZero() || !slices.Contains(checks, e.Check) {
			continue
		}
		if err := a.take(r, e, "The deployment was rolled back."); err != nil {
			return err
		}
	}
	return nil
}

// EndWaivers takes away the waivers whose end has come, and pulls back the
// releases that relied on them. It returns how many releases it looked at.
func (d *Desk) EndWaivers(ctx context.Context) (int, error) {
	var due []int
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		due, err = tx.DueWaivers(d.instant())
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load the waivers that ended: %w", err)
	}
	var faults []error // a release that cannot be looked at holds up no other
	for _, number := range due {
		if err := d.clockwork(ctx, func(a *act) error { return a.endWaivers(number) }); err != nil {
			faults = append(faults, fmt.Errorf("end the waivers of %s: %w", ReleaseName(number), err))
		}
	}
	return len(due), errors.Join(faults...)
}

func (a *act) endWaivers(number int) error {
	r, err := a.release(number)
	if err != nil {
		return err
	}
	if r.RFC != 0 {
		if _, err := a.RFC(r.RFC, ExclusiveLock); err != nil {
			return fmt.Errorf("load %s: %w", RFCName(r.RFC), err)
		}
	}
	all, err := a.EvidenceOf(number)
	if err != nil {
		return fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	why := ""
	for _, e := range all {
		begun := r.Stage == Deploying && binds(e.Check) // what a deployment began on lasts until its end
		if e.Waiver && e.TakenAt.IsZero() && !a.now.Before(e.Until) && !begun {
			if err := a.take(r, e, "The waiver ended."); err != nil {
				return err
			}
			why = "The waiver of “" + pointName(e.Check) + "” ended."
		}
	}
	if r.Stage.Ended() || why == "" {
		return nil
	}
	return a.resettle(&r, why)
}
