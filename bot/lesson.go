package bot

import (
	"context"
	"fmt"
	"strings"

	"gonogo.dev/release"
)

// lessonsShown is how many lessons a list shows.
const lessonsShown = 10

// lessons lists and searches what was learned.
func lessons(ctx context.Context, b *Bot, c Call) (reply, error) {
	title, text := "What was learned", strings.TrimSpace(c.Args)
	var system release.SystemID
	if text != "" {
		if s, rest, err := takeSystem(c, text); err == nil {
			system, text, title = s.ID, strings.TrimSpace(rest), "What was learned about "+s.Name
		}
	}
	found, err := b.desk.Lessons(ctx, system, text)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Lessons", b.banner).heading(title)
	switch {
	case len(found) == 0 && text != "":
		p.say(said("No lesson has every word of “" + clip(text, 80) + "”."))
	case len(found) == 0:
		p.say(said("Nothing yet: lessons are kept when the review of a release is closed."))
	}
	for _, l := range found[:min(len(found), lessonsShown)] {
		lessonPart(p, l, c.Programme)
	}
	if n := len(found) - lessonsShown; n > 0 {
		p.note("And " + itoa(n) + " older ones: name a system or words, as in /release lessons dip data load")
	}
	return reply{page: p}, nil
}

// lessonPart shows a lesson: what was learned first, then of what and when.
func lessonPart(p *page, l release.Lesson, programme *release.Programme) {
	p.say(
		line{bold(l.Name() + " "), words(clip(oneLine(l.Words), 500))},
		said(l.Cause.String()+" · "+lessonPlace(l.LessonDraft, programme)+" · "+release.ReleaseName(l.Release)+" · "+dated(l.At, programme.Location())+", "+clip(programme.NameOf(l.By), cardName)),
	)
	if l.Action != "" {
		p.say(fact("Proposal", clip(oneLine(l.Action), 300)))
	}
}

// The values of a decision on a lesson.
const (
	heed    = "heed"
	dismiss = "dismiss"
)

// lessonStep is the step of an RFC's form in which the lessons that come back are
// heeded or dismissed; what was written is kept as a draft until then (M19). It is
// nil where nothing comes back.
func (b *Bot) lessonStep(ctx context.Context, c Call, content release.RFCContent) (*view, error) {
	near, err := b.desk.Recall(ctx, content)
	if err != nil || len(near) == 0 {
		return nil, err
	}
	if problems := content.Normal().Check(c.Programme, c.now); len(problems) > 0 {
		return nil, misfit("The RFC was not raised.", problems)
	}
	r, err := b.desk.SaveDraft(ctx, c.Intent(), c.meta.RFC, c.meta.Revision, content)
	if err != nil {
		return nil, err
	}
	return b.lessonForm(r, near, c.Programme), nil
}

// lessonPartOfForm marks the form that decides on lessons.
const lessonPartOfForm = "lessons"

func (b *Bot) lessonForm(r release.RFC, near []release.Lesson, p *release.Programme) *view {
	v := b.formView("What was learned", "Raise the RFC", "rfc.raise", meta{RFC: r.Number, Revision: r.Revision, Part: lessonPartOfForm})
	v.add(newPage("", "").say(
		line{bold(count(len(near), "lesson comes", "lessons come") + " back"), words(" for " + clip(r.Content.Title, 120) + ": of the same system or environment.")},
		said("Heed each, or dismiss it with a reason; the board reads it. "+r.Name()+" is kept as a draft until you send this."),
	).blocks...)
	for _, l := range near {
		over := newPage("", "")
		lessonPart(over, l, p)
		v.add(over.blocks...)
		v.add(
			radioInput(release.FieldDecision(l.ID), l.Name(), []choice{{heed, "We heed it"}, {dismiss, "It does not apply here"}}, ""),
			textInput(release.FieldWhy(l.ID), "Why, or how", "Needed where it does not apply.", "", release.MaxSentence, false, true),
		)
	}
	return v
}

// decisionsOf reads what a form says of the lessons that came back.
func decisionsOf(f form) []release.LessonDecision {
	var all []release.LessonDecision
	for block := range f {
		var id int64
		if n, err := fmt.Sscanf(block, "decision-%d", &id); n != 1 || err != nil || block != release.FieldDecision(id) || f.choice(block) == "" {
			continue
		}
		all = append(all, release.LessonDecision{Lesson: id, Accepted: f.choice(block) == heed, Reason: f.text(release.FieldWhy(id))})
	}
	return all
}

// heededPart shows what an RFC's requester made of the lessons that came back.
func heededPart(p *page, s release.Story) {
	if len(s.Heeded) == 0 {
		return
	}
	p.heading("Lessons that came back")
	var lines []line
	for _, h := range s.Heeded {
		verdict := "Heeded"
		if !h.Decision.Accepted {
			verdict = "Dismissed"
		}
		l := line{bold(verdict + ": "), words(h.Name() + ", " + clip(oneLine(h.Words), 300))}
		if h.Decision.Reason != "" {
			l = with(l, words(" “"+clip(oneLine(h.Decision.Reason), release.MaxSentence)+"”"))
		}
		lines = append(lines, with(l, words(" By "+clip(s.Programme.NameOf(h.Decision.By), cardName)+".")))
	}
	p.list(lines...)
}
