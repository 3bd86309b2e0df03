package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Lessons returns the lessons of a system, or of all where it is empty, that hold
// every word of a text; the newest first (R124).
func (d *Desk) Lessons(ctx context.Context, system SystemID, text string) ([]Lesson, error) {
	var found []Lesson
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		all, err := tx.FindLessons(LessonFilter{System: system})
		if err != nil {
			return fmt.Errorf("search the lessons: %w", err)
		}
		found = slices.DeleteFunc(all, func(l Lesson) bool { return !l.Matches(text, p) })
		return nil
	})
	return found, err
}

// Recall returns the lessons that whoever raises an RFC with this content must
// accept or dismiss (M19).
func (d *Desk) Recall(ctx context.Context, content RFCContent) ([]Lesson, error) {
	var near []Lesson
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		near, err = recall(tx, content.Normal())
		return err
	})
	return near, err
}

func recall(tx Tx, c RFCContent) ([]Lesson, error) {
	if c.System == "" {
		return nil, nil
	}
	all, err := tx.FindLessons(LessonFilter{System: c.System, Environments: c.Environments})
	if err != nil {
		return nil, fmt.Errorf("load the lessons near an RFC: %w", err)
	}
	return Recall(all, c), nil
}

// FieldDecision names the decision on a lesson in a form: "decision-12"; FieldWhy
// its reason.
func FieldDecision(lesson int64) string { return fmt.Sprintf("decision-%d", lesson) }

// FieldWhy names the reason for a decision on a lesson in a form: "why-12".
func FieldWhy(lesson int64) string { return fmt.Sprintf("why-%d", lesson) }

// heed wants a decision on every lesson that comes back for what is raised, and
// keeps them with the RFC. What was decided for it before stays (M19).
func (a *act) heed(what string, r RFC, decided []LessonDecision) error {
	near, err := recall(a.Tx, r.Content)
	if err != nil || len(near) == 0 {
		return err
	}
	before, err := a.LessonDecisions(r.Number)
	if err != nil {
		return fmt.Errorf("load the lessons of %s: %w", r.Name(), err)
	}
	var problems []FieldProblem
	for _, l := range near {
		if slices.ContainsFunc(before, func(d LessonDecision) bool { return d.Lesson == l.ID }) {
			continue
		}
		d, ok := find(decided, func(d LessonDecision) bool { return d.Lesson == l.ID })
		d.Reason = strings.TrimSpace(d.Reason)
		switch why := d.check(); {
		case !ok:
			problems = append(problems, FieldProblem{FieldDecision(l.ID), "Say whether you heed " + l.Name() + " or dismiss it: " + Clip(l.Words, 120)})
		case why != "":
			problems = append(problems, FieldProblem{FieldWhy(l.ID), why})
		default:
			if err := a.decide(r, l, d); err != nil {
				return err
			}
		}
	}
	if len(problems) > 0 {
		refusal := refuse(CodeInvalid, what, "Lessons of the same system or environment came back, and each must be heeded or dismissed with a reason.",
			"Raise it in Slack: the form shows the lessons.")
		refusal.Fields = problems
		return refusal
	}
	return nil
}

func (a *act) decide(r RFC, l Lesson, d LessonDecision) error {
	d.RFC, d.By, d.At = r.Number, a.by.ID, a.now
	if err := a.AddLessonDecision(&d); err != nil {
		return fmt.Errorf("keep what %s makes of %s: %w", r.Name(), l.Name(), err)
	}
	return a.record(LessonDecided, r.Subject(), r.Number, map[string]any{
		"lesson": l.ID, "decision": d.ID, "accepted": d.Accepted, "reason": d.Reason,
	})
}

// Heeded is a lesson that came back for an RFC, with what its requester made of it.
type Heeded struct {
	Lesson
	Decision LessonDecision
}

// heeded returns the lessons that came back for an RFC, in the order in which they
// were decided on.
func heeded(tx Tx, rfc int) ([]Heeded, error) {
	decisions, err := tx.LessonDecisions(rfc)
	if err != nil {
		return nil, fmt.Errorf("load the lessons of %s: %w", RFCName(rfc), err)
	}
	var all []Heeded
	for _, d := range decisions {
		l, err := tx.Lesson(d.Lesson)
		if err != nil {
			return nil, fmt.Errorf("load lesson %d: %w", d.Lesson, err)
		}
		all = append(all, Heeded{l, d})
	}
	return all, nil
}
