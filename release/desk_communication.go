package release

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// MayCommunicate tells whether a person may plan what is told of a release: its
// owner, and whoever is responsible or accountable for communications (R116).
func (p *Programme) MayCommunicate(x Person, r Release) bool {
	return !x.Retired && (x.ID == r.Content.Owner || p.MayAct(x, SendComms))
}

func (a *act) mayCommunicate(what string, r Release) error {
	if a.programme.MayCommunicate(a.by, r) {
		return nil
	}
	return refuse(CodeForbidden, what, "What is told of a release is planned by its owner and by those who are responsible or accountable for communications.",
		"Ask "+a.programme.NameOf(r.Content.Owner)+", or a release manager of the programme.")
}

// planCommunications begins the plan of a release with the lines that the
// programme's file has for its type (R107).
func (a *act) planCommunications(r Release) error {
	for _, rule := range a.programme.Communications {
		if !slices.Contains(rule.Types, r.Content.Type) || rule.When.passed(r) && rule.When.Cue != Cue(r.Stage) {
			continue
		}
		if err := a.addLine(rule.line(r), r); err != nil {
			return err
		}
	}
	return nil
}

// planAnew replaces what the programme's file planned for a release by what it plans
// for its new type; what people planned or changed stays, and so does what was sent.
func (a *act) planAnew(r Release) error {
	lines, err := a.FindCommunications(CommunicationFilter{Release: r.Number, Unsent: true})
	if err != nil {
		return fmt.Errorf("load the plan of %s: %w", r.Name(), err)
	}
	for _, c := range lines {
		if c.Policy && c.Open() {
			if _, err := a.dropLine(c, r, "The release is a "+string(r.Content.Type)+" now."); err != nil {
				return err
			}
		}
	}
	return a.planCommunications(r)
}

// addLine keeps a line with when it is due as the release stands.
func (a *act) addLine(c Communication, r Release) error {
	rfc, err := a.rfcOf(r)
	if err != nil {
		return err
	}
	c.By, c.At, c.Due = a.by.ID, a.now, c.When.Comes(a.programme, r, rfc, a.now)
	if err := a.AddCommunication(&c); err != nil {
		return fmt.Errorf("add a communication of %s: %w", r.Name(), err)
	}
	return a.recordLine(CommunicationPlanned, c, r, c.entry())
}

// rfcOf loads the RFC of a release without a lock; an empty one where it has none.
func (a *act) rfcOf(r Release) (RFC, error) {
	if r.RFC == 0 {
		return RFC{}, nil
	}
	rfc, err := a.RFC(r.RFC, NoLock)
	if err != nil {
		return rfc, fmt.Errorf("load %s: %w", RFCName(r.RFC), err)
	}
	return rfc, nil
}

// entry is what the ledger keeps of a line.
func (c Communication) entry() map[string]any {
	return map[string]any{
		"communication": c.ID, "release": c.Release, "what": c.Kind, "to": c.To, "when": c.When.String(), "road": c.Road,
		"subject": c.Subject, "words": c.Words, "confirm": c.Confirm, "corrects": c.Corrects,
	}
}

func (a *act) recordLine(kind EntryKind, c Communication, r Release, data any) error {
	return a.enter(Entry{Kind: kind, Subject: c.Ref(), RFC: r.RFC, Release: r.Number, Data: data})
}

// PlanCommunication adds a line to a release's plan.
func (d *Desk) PlanCommunication(ctx context.Context, in Intent, c Communication) (Communication, error) {
	err := d.act(ctx, in, func(a *act) error {
		const what = "Nothing was added to the plan."
		r, err := a.release(c.Release)
		if err != nil {
			return err
		}
		if err := a.mayCommunicate(what, r); err != nil {
			return err
		}
		c = c.Normal()
		c.Policy, c.Corrects = false, nil
		if problems := c.check(a.programme, r); len(problems) > 0 {
			return unfit(what, problems)
		}
		lines, err := a.FindCommunications(CommunicationFilter{Release: r.Number})
		if err != nil {
			return fmt.Errorf("load the plan of %s: %w", r.Name(), err)
		}
		if len(slices.DeleteFunc(slices.Clone(lines), func(x Communication) bool { return !x.DroppedAt.IsZero() })) >= MaxCommunicationLines {
			return refuse(CodeState, what, "The plan has "+plural(MaxCommunicationLines, "line")+" already.", "Drop or change one of them.")
		}
		if err := a.addLine(c, r); err != nil {
			return err
		}
		lines, err = a.FindCommunications(CommunicationFilter{Release: r.Number})
		c = lines[len(lines)-1]
		return err
	})
	return c, err
}

// AdoptPlan gives a release that has no plan the one of the programme's file: it
// was created before there were any.
func (d *Desk) AdoptPlan(ctx context.Context, in Intent, number int) (Plan, error) {
	err := d.act(ctx, in, func(a *act) error {
		const what = "The plan stays as it is."
		r, err := a.release(number)
		if err != nil {
			return err
		}
		if err := a.mayCommunicate(what, r); err != nil {
			return err
		}
		lines, err := a.FindCommunications(CommunicationFilter{Release: number})
		if err != nil {
			return fmt.Errorf("load the plan of %s: %w", r.Name(), err)
		}
		if len(lines) > 0 || r.Stage.Ended() {
			return refuse(CodeState, what, r.Name()+" has a plan, or nothing is left to be told of it.", "`/release plan "+r.Name()+"` shows it.")
		}
		return a.planCommunications(r)
	})
	if err != nil {
		return Plan{}, err
	}
	return d.ReadPlan(ctx, number)
}

// line loads a line that is still to be sent, and locks it, its release before it.
func (a *act) line(id int64, what string) (Communication, Release, error) {
	c, err := a.Communication(id, NoLock)
	if errors.Is(err, ErrNotFound) {
		return c, Release{}, refuse(CodeNotFound, what, fmt.Sprintf("There is no communication %d.", id), "`/release plan REL-7` lists those of a release.")
	}
	if err != nil {
		return c, Release{}, fmt.Errorf("load communication %d: %w", id, err)
	}
	r, err := a.release(c.Release)
	if err != nil {
		return c, r, err
	}
	if c, err = a.Communication(id, ExclusiveLock); err != nil {
		return c, r, fmt.Errorf("lock communication %d: %w", id, err)
	}
	return c, r, nil
}

func (a *act) unsentLine(id int64, what string) (Communication, Release, error) {
	c, r, err := a.line(id, what)
	switch {
	case err != nil:
	case !c.SentAt.IsZero():
		err = refuse(CodeState, what, "It was sent "+Instant(c.SentAt, a.programme.Location())+".", "Add another line with what is to be told now.")
	case !c.DroppedAt.IsZero():
		err = refuse(CodeState, what, "It was dropped: "+c.Dropped, "Add another line instead.")
	default:
		err = a.mayCommunicate(what, r)
	}
	return c, r, err
}

// ChangeCommunication changes a line that is not sent yet.
func (d *Desk) ChangeCommunication(ctx context.Context, in Intent, id int64, revision int, to Communication) (Communication, error) {
	var changed Communication
	err := d.act(ctx, in, func(a *act) error {
		const what = "The line was not changed."
		c, r, err := a.unsentLine(id, what)
		if err != nil {
			return err
		}
		if c.Kind == CorrectionNotice {
			return refuse(CodeState, what, "gonogo tells by itself what changed of what it told.", "Add another line with what you want to say.")
		}
		next := c
		to = to.Normal()
		next.Kind, next.To, next.When, next.Road, next.Subject, next.Words, next.Confirm = to.Kind, to.To, to.When, to.Road, to.Subject, to.Words, to.Confirm
		problems := next.check(a.programme, r)
		if next.When == c.When { // it may come while one edits
			problems = slices.DeleteFunc(problems, func(f FieldProblem) bool { return f.Field == FieldCommunicationWhen })
		}
		changes := c.Changes(next, a.programme)
		switch {
		case len(problems) > 0:
			return unfit(what, problems)
		case len(changes) == 0:
			return refuse(CodeInvalid, what, "Nothing was changed in the form.", "Change a field, or close the form.")
		case revision != c.Revision:
			return refuse(CodeStale, what, "It was changed, or its window moved, while you were writing.", "Open it again to see it; your text is still in the form.")
		}
		if next.When != c.When {
			rfc, err := a.rfcOf(r)
			if err != nil {
				return err
			}
			next.Due = next.When.Comes(a.programme, r, rfc, a.now)
		}
		next.Policy = false
		if err := a.SaveCommunication(&next); err != nil {
			return fmt.Errorf("save communication %d: %w", id, err)
		}
		changed = next
		data := next.entry()
		data["changes"] = changes
		return a.recordLine(CommunicationChanged, next, r, data)
	})
	return changed, err
}

// DropCommunication takes a line out that is not sent yet, with the reason.
func (d *Desk) DropCommunication(ctx context.Context, in Intent, id int64, why string) (Communication, error) {
	var dropped Communication
	err := d.act(ctx, in, func(a *act) error {
		const what = "The line stays in the plan."
		c, r, err := a.unsentLine(id, what)
		if err != nil {
			return err
		}
		why = strings.TrimSpace(why)
		if problem := checkText(why, MaxText, "Say why it is not to be told any more."); problem != "" {
			return unfit(what, []FieldProblem{{Field: FieldReason, Why: problem}})
		}
		dropped, err = a.dropLine(c, r, why)
		return err
	})
	return dropped, err
}

func (a *act) dropLine(c Communication, r Release, why string) (Communication, error) {
	c.DroppedAt, c.DroppedBy, c.Dropped = a.now, a.by.ID, why
	if err := a.SaveCommunication(&c); err != nil {
		return c, fmt.Errorf("drop communication %d: %w", c.ID, err)
	}
	return c, a.recordLine(CommunicationDropped, c, r, map[string]any{"communication": c.ID, "why": why})
}

// ReadPlan returns a release's communication plan with what is known of its receipts.
func (d *Desk) ReadPlan(ctx context.Context, number int) (Plan, error) {
	var plan Plan
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(number), err)
		}
		if plan.Standing, err = standingOf(tx, p, r, d.instant()); err != nil {
			return err
		}
		if plan.Lines, err = tx.FindCommunications(CommunicationFilter{Release: number}); err != nil {
			return fmt.Errorf("load the plan of %s: %w", r.Name(), err)
		}
		slices.SortStableFunc(plan.Lines, byDue)
		plan.Hearings, err = tx.Hearings(number)
		return err
	})
	return plan, err
}

// PlanOf returns the plan that a line is of.
func (d *Desk) PlanOf(ctx context.Context, id int64) (Plan, error) {
	number := 0
	err := d.store.Within(ctx, func(tx Tx) error {
		c, err := tx.Communication(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "Nothing was done.", fmt.Sprintf("There is no communication %d.", id), "`/release plan REL-7` lists those of a release.")
		}
		number = c.Release
		return err
	})
	if err != nil {
		return Plan{}, err
	}
	return d.ReadPlan(ctx, number)
}

// byDue orders lines by when they are or were due, those without a day last and in
// the order of a release's life.
func byDue(a, b Communication) int {
	if a.Due.IsZero() != b.Due.IsZero() {
		if a.Due.IsZero() {
			return 1
		}
		return -1
	}
	life := func(c Communication) int { return slices.Index(Cues(), c.When.Cue) }
	return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(life(a), life(b)), cmp.Compare(a.ID, b.ID))
}

// unconfirmed returns the parties that have not confirmed what they were asked to,
// of a release that is not deployed yet.
func unconfirmed(tx Tx, p *Programme, r Release) ([]PartyID, error) {
	if !r.Stage.InFlight() {
		return nil, nil
	}
	lines, err := tx.FindCommunications(CommunicationFilter{Release: r.Number})
	if err != nil {
		return nil, fmt.Errorf("load the plan of %s: %w", r.Name(), err)
	}
	if !slices.ContainsFunc(lines, func(c Communication) bool { return c.Confirm && !c.SentAt.IsZero() }) {
		return nil, nil
	}
	hearings, err := tx.Hearings(r.Number)
	if err != nil {
		return nil, fmt.Errorf("load who was told of %s: %w", r.Name(), err)
	}
	return silent(p, lines, hearings), nil
}

// unconfirmedOf returns them for the release that an RFC deploys, until it is decided.
func unconfirmedOf(tx Tx, p *Programme, rfc RFC) ([]PartyID, error) {
	number, ok := rfc.Content.ReleaseNumber()
	if !ok || !slices.Contains([]RFCState{Approved, InGoNoGo, Go, NoGo}, rfc.State) {
		return nil, nil
	}
	r, err := tx.Release(number, NoLock)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", ReleaseName(number), err)
	}
	return unconfirmed(tx, p, r)
}

// PreviewCommunication returns the notice that a person would be sent for a line, to
// the last letter: as things stand now, dated with when it is due (M11). What was
// sent is shown as it was, as far as the release stands as it did. What the letter
// says in confidence to that one person is left out: whoever previews it is another (T34).
func (d *Desk) PreviewCommunication(ctx context.Context, id int64, to PersonID) (Notice, error) {
	var n Notice
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		a := &act{Tx: tx, programme: p, now: d.instant()}
		const what = "There is nothing to preview."
		c, err := a.Communication(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, what, fmt.Sprintf("There is no communication %d.", id), "`/release plan REL-7` lists those of a release.")
		}
		if err != nil {
			return fmt.Errorf("load communication %d: %w", id, err)
		}
		if x, ok := p.Person(to); !ok || x.Retired {
			return refuse(CodeNotFound, what, "“"+Clip(string(to), 40)+"” is no active person of the programme.", "Name somebody by their id, name or mail address.")
		}
		r, err := a.Release(c.Release, NoLock)
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(c.Release), err)
		}
		_, notices, err := a.letters(c, r, []PersonID{to}, when(c, a.now))
		if err == nil {
			n = notices[0]
			n.Event.Communication.Confided = nil
		}
		return err
	})
	return n, err
}

// when is the date that a letter bears: when it is due, unless that is over.
func when(c Communication, now time.Time) time.Time {
	if !c.SentAt.IsZero() {
		return c.SentAt
	}
	return latest(c.Due, now)
}
