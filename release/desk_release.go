package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// MayPlan tells whether a person may plan and change a release: its owner and
// whoever created it, and whoever is accountable for the rollout plans; others
// as they may raise RFCs for the system (R10, R113).
func (p *Programme) MayPlan(x Person, r Release) bool {
	own := x.ID == r.Content.Owner || x.ID == r.CreatedBy
	return !x.Retired && (own || p.Letters(x, RolloutPlans).Has("A"))
}

// NewRelease creates a release and gives it the next version of its type on its
// line, for ever (R21 to R24, T10, T11).
func (d *Desk) NewRelease(ctx context.Context, in Intent, content ReleaseContent) (Release, error) {
	var created Release
	err := d.act(ctx, in, func(a *act) error {
		const what = "The release was not created."
		content = content.Normal()
		if err := a.mayRaise(what, content.System); err != nil {
			return err
		}
		if problems := content.Check(a.programme, a.now); len(problems) > 0 {
			return unfit(what, problems)
		}
		version, err := a.allocate(&content)
		if err != nil {
			return err
		}
		created = Release{
			Version: version, Content: content, Stage: Planning, CreatedBy: a.by.ID, CreatedAt: a.now, UpdatedBy: a.by.ID,
			UpdatedAt: a.now, Programme: a.programme.Version,
		}
		if err := a.AddRelease(&created); err != nil {
			return fmt.Errorf("add a release of %s: %w", content.System, err)
		}
		if err := a.recordRelease(ReleaseCreated, created, releaseEntry(created)); err != nil {
			return err
		}
		if err := a.planCommunications(created); err != nil {
			return err
		}
		e := a.releaseEvent(NoticeReleaseMoved, created)
		e.Move = "planned"
		return a.announceRelease(created.Subject()+"/created", e)
	})
	return created, err
}

func releaseEntry(r Release) map[string]any {
	return map[string]any{"revision": r.Revision, "version": r.Version, "content": r.Content, "stage": r.Stage, "programme": r.Programme}
}

// allocate returns the next version of a content's type. Without a base it
// builds on the newest version there is. The first release of a system that was
// released before gonogo kept count builds on any version that is named.
func (a *act) allocate(c *ReleaseContent) (Version, error) {
	taken, err := a.VersionsOf(c.System)
	if err != nil {
		return Version{}, fmt.Errorf("load the versions of %s: %w", c.System, err)
	}
	others, err := a.FindReleases(ReleaseFilter{System: c.System})
	if err != nil {
		return Version{}, fmt.Errorf("load the releases of %s: %w", c.System, err)
	}
	if len(taken) == 0 && !c.Base.IsZero() {
		taken = append(taken, c.Base)
	}
	for _, o := range others { // what they build on was there before them
		if base := o.Content.Base; !base.IsZero() && !slices.Contains(taken, base) {
			taken = append(taken, base)
		}
	}
	if c.Base.IsZero() && len(taken) > 0 {
		c.Base = slices.MaxFunc(taken, Version.Compare)
	}
	v, err := Next(c.Type, c.Base, taken)
	if r, ok := AsRefusal(err); ok {
		r.Fields = []FieldProblem{{Field: FieldBase, Why: r.Why}}
	}
	return v, err
}

// EditRelease changes what a release is planned to be; its system and its type
// stay. A decision that was taken on something else is asked for again (M3).
func (d *Desk) EditRelease(ctx context.Context, in Intent, number, revision int, content ReleaseContent) (Release, error) {
	var edited Release
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.planned(number)
		if err != nil {
			return err
		}
		content = content.Normal()
		content.System, content.Type, content.Base = r.Content.System, r.Content.Type, r.Content.Base
		content.Confidence = content.Confidence.after(r.Content.Confidence)
		if problems := a.wrongOfEdit(r, content); len(problems) > 0 {
			return unfit(r.Name()+" was not changed.", problems)
		}
		changes := r.Content.Changes(content)
		if len(changes) == 0 {
			return refuse(CodeInvalid, r.Name()+" stays as it is.", "Nothing was changed in the form.", "Change a field, or close the form.")
		}
		r.Content = content
		if err := a.unbetrayed(r); err != nil {
			return err
		}
		if err := a.saveRelease(&r, revision); err != nil {
			return err
		}
		data := releaseEntry(r)
		data["changes"] = changes
		if err := a.recordRelease(ReleaseEdited, r, data); err != nil {
			return err
		}
		if err := a.settleDebts(r); err != nil {
			return err
		}
		void, err := a.recheckNote(r)
		if err != nil {
			return err
		}
		err = a.resettle(&r, "The release was changed by "+a.by.Name+"."+void)
		edited = r
		return err
	})
	return edited, err
}

// wrongOfEdit is what is wrong with what a release is to be instead.
func (a *act) wrongOfEdit(r Release, content ReleaseContent) []FieldProblem {
	problems := content.Check(a.programme, a.now)
	if Planning.Before(r.Stage) {
		problems = append(problems, content.unplanned()...)
	}
	if !content.Board.IsZero() && content.Board.Equal(r.Content.Board) { // it may pass while one edits
		problems = slices.DeleteFunc(problems, func(f FieldProblem) bool { return f.Field == FieldBoard })
	}
	return problems
}

// planned loads a release that the person may change and that is not deployed yet.
func (a *act) planned(number int) (Release, error) {
	r, err := a.release(number)
	if err != nil {
		return r, err
	}
	what := r.Name() + " was not changed."
	switch {
	case !a.programme.MayPlan(a.by, r):
		return r, refuse(CodeForbidden, what, "Its owner, who created it and the programme's release manager may change it.",
			"Ask "+a.programme.NameOf(r.Content.Owner)+".")
	case r.Stage.Ended():
		return r, refuse(CodeState, what, "It is "+strings.ToLower(r.Stage.String())+".", "Create a new release with `/release new`.")
	case !r.Stage.InFlight():
		return r, refuse(CodeState, what, "Its deployment has begun: it is in “"+r.Stage.String()+"”.",
			"Roll it back with `/release rollback` if it must change, or plan a new release.")
	}
	return r, nil
}

func (a *act) saveRelease(r *Release, revision int) error {
	if revision != r.Revision {
		return refuse(CodeStale, "Your change to "+r.Name()+" was not kept.",
			fmt.Sprintf("%s changed it at %s while you were writing.", a.programme.NameOf(r.UpdatedBy),
				Instant(r.UpdatedAt, a.programme.Location())),
			"Open it again to see the newer version; your text is still in the form.")
	}
	r.UpdatedAt, r.UpdatedBy = a.now, a.by.ID
	if err := a.SaveRelease(r); err != nil {
		return fmt.Errorf("save %s: %w", r.Name(), err)
	}
	rfc, err := a.rfcOf(*r)
	if err != nil {
		return err
	}
	return a.rehang(*r, rfc)
}

// Reclassify makes a release another type: it is numbered anew, its old number
// stays burnt, its votes are void, and it goes back to what its new type asks
// for (T12).
func (d *Desk) Reclassify(ctx context.Context, in Intent, number int, to ReleaseType) (Release, error) {
	var changed Release
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.planned(number)
		if err != nil {
			return err
		}
		if r.Content.Type == to {
			return refuse(CodeState, r.Name()+" stays as it is.", "It is a "+string(to)+" release already.", "Choose another type.")
		}
		content := r.Content.reclassified(to, a.programme)
		if problems := content.Check(a.programme, a.now); len(problems) > 0 {
			return unfit(r.Name()+" was not re-classified.", problems)
		}
		before := r.Version
		if r.Version, err = a.allocate(&content); err != nil {
			return err
		}
		r.Content, r.Asked = content, false
		if Preparing.Before(r.Stage) {
			r.Stage = Preparing
		}
		if err := a.saveRelease(&r, r.Revision); err != nil {
			return err
		}
		changed = r
		data := releaseEntry(r)
		data["before"] = before
		if err := a.recordRelease(ReleaseReclassified, r, data); err != nil {
			return err
		}
		if err := a.planAnew(r); err != nil {
			return err
		}
		if err := a.reclassifyRFC(r); err != nil {
			return err
		}
		if err := a.voidNote(r); err != nil {
			return err
		}
		e := a.releaseEvent(NoticeReclassified, r)
		e.Reason = before.String()
		return a.announceRelease(fmt.Sprintf("%s/reclassified/%d", r.Subject(), r.Revision), e)
	})
	return changed, err
}

// reclassified returns the content as that of another type.
func (c ReleaseContent) reclassified(to ReleaseType, p *Programme) ReleaseContent {
	c.Type = to
	if planned, ok := p.Planned(c.Planned); ok && planned.Type != to {
		c.Planned = "" // the roadmap's release is of the old type
	}
	return c
}

// reclassifyRFC takes the type over into the release's RFC and voids its votes.
func (a *act) reclassifyRFC(r Release) error {
	if r.RFC == 0 {
		return nil
	}
	rfc, err := a.rfc(r.RFC)
	if err != nil {
		return err
	}
	if err := a.voidOpenBallot(rfc.Number, "The release was re-classified by "+a.by.Name+"."); err != nil {
		return err
	}
	rfc.Content.Type = r.Content.Type
	if why := rfc.Content.checkReferences(); why != "" { // an emergency asks for more (R95)
		return unfit(r.Name()+" was not re-classified.", []FieldProblem{{Field: FieldType, Why: "Change " + rfc.Name() + " first. " + why}})
	}
	if rfc.State != RolledBack { // which still needs a new window (T8)
		rfc.State = InPreparation
	}
	if err := a.save(&rfc, rfc.Revision); err != nil {
		return err
	}
	return a.record(RFCEdited, rfc.Subject(), rfc.Number, contentEntry(rfc))
}

// AbandonRelease ends a release before its deployment, with the reason. Its
// number stays burnt (T10), and its RFC is withdrawn with it (T26).
func (d *Desk) AbandonRelease(ctx context.Context, in Intent, number int, reason string) (Release, error) {
	var ended Release
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.planned(number)
		if err != nil {
			return err
		}
		reason = strings.TrimSpace(reason)
		if why := checkText(reason, MaxText, "Say why it is abandoned; everybody who knew of it is told."); why != "" {
			refusal := refuse(CodeInvalid, r.Name()+" was not abandoned.", why,
				fmt.Sprintf("`/release abandon %s the change request was dropped`", r.Name()))
			refusal.Fields = []FieldProblem{{Field: FieldReason, Why: why}}
			return refusal
		}
		if err := a.withdrawWith(r, reason); err != nil {
			return err
		}
		r.Stage, r.Ended, r.RFC = Abandoned, reason, 0
		if err := a.saveRelease(&r, r.Revision); err != nil {
			return err
		}
		ended = r
		if err := a.recordRelease(ReleaseAbandoned, r, map[string]any{"reason": reason, "version": r.Version}); err != nil {
			return err
		}
		if err := a.endDebts(r, r.Name()+" was abandoned."); err != nil {
			return err
		}
		e := a.releaseEvent(NoticeReleaseEnded, r)
		e.Reason = reason
		return a.announceRelease(r.Subject()+"/abandoned", e)
	})
	return ended, err
}

func (a *act) withdrawWith(r Release, reason string) error {
	if r.RFC == 0 {
		return nil
	}
	rfc, err := a.rfc(r.RFC)
	if err != nil || !rfc.State.Open() {
		return err
	}
	return a.withdraw(&rfc, reason)
}

// releaseEvent is what a notice tells of a release, with its RFC where it has one.
func (a *act) releaseEvent(kind NoticeKind, r Release) Event {
	return Event{Kind: kind, At: a.now, By: a.by.ID, Release: &r}
}

// announceRelease promises a post in the thread of the release's card, and a
// direct message to its owner unless they did it themselves.
func (a *act) announceRelease(key string, e Event) error {
	if err := a.promise(inThread(key, e)); err != nil {
		return err
	}
	if e.Release.Content.Owner == a.by.ID {
		return nil
	}
	return a.tell(key, e, e.Release.Content.Owner)
}

func (a *act) recordRelease(kind EntryKind, r Release, data any) error {
	return a.enter(Entry{Kind: kind, Subject: r.Subject(), RFC: r.RFC, Release: r.Number, Data: data})
}

// Changes lists the fields in which two plans differ, in the order of the form.
func (c ReleaseContent) Changes(to ReleaseContent) []Change {
	var changes []Change
	add := func(field, before, after string) {
		if before != after {
			changes = append(changes, Change{Field: field, Before: before, After: after})
		}
	}
	add("Roadmap", c.Planned, to.Planned)
	add("Purpose", c.Purpose, to.Purpose)
	add("Content", lines(c.Items), lines(to.Items))
	if !c.Confidence.Equal(to.Confidence) {
		add("Details of the content", "", "revised")
	}
	add("Target environments", targetsText(c.Targets), targetsText(to.Targets))
	add("Planned windows", windowsText(c.Targets), windowsText(to.Targets))
	add("Owner", string(c.Owner), string(to.Owner))
	if !c.Board.Equal(to.Board) {
		add("Board", Instant(c.Board, c.location()), Instant(to.Board, c.location()))
	}
	return changes
}

func lines(items []Item) string {
	words := make([]string, len(items))
	for i, x := range items {
		words[i] = x.Line()
	}
	return strings.Join(words, "\n")
}

func windowsText(targets []Target) string {
	var words []string
	for _, t := range targets {
		if !t.Window.IsZero() {
			words = append(words, fmt.Sprintf("%s %s", t.Environment, t.Window))
		}
	}
	return strings.Join(words, "\n")
}

// location is the zone in which its windows are spoken of.
func (c ReleaseContent) location() *time.Location {
	loc, err := time.LoadLocation(c.Window().Zone)
	if err != nil {
		return time.UTC
	}
	return loc
}
