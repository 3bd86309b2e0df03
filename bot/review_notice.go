package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// reviewNotice asks for answers to a review, and tells its end; nil for other
// notices.
func reviewNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	if e.Review == nil || e.Release == nil {
		return nil
	}
	r, name := *e.Review, e.Release.Name()
	p := newPage("Review of "+name, banner)
	title := name + ", " + clip(e.Release.Title(programme), 200)
	if e.Kind == release.NoticeReviewClosed {
		p.say(line{bold("Review closed"), words(": " + title + ", by " + clip(programme.NameOf(r.ClosedBy), cardName) + ".")})
		if s, err := r.Frozen(); err == nil {
			p.list(fact("Answered", itoa(s.Answered())+" of "+itoa(len(s.Heard))), fact("Signed off", itoa(s.SignedOff)), fact("Lessons", itoa(len(s.Lessons))))
		}
		return p.buttons(summaryButton(r, 1, "See the page"))
	}
	due := line{words("Answers are taken until "), bold(release.Instant(r.Due, programme.Location()))}
	if n.Road == release.ByDirect {
		asked, _ := r.Asks(n.To)
		p.say(line{bold("How did it go?"), words(" " + title + " was " + r.Outcome() + ", and its review asks you (" + asked.As.String() + ").")}, with(due, words(". It takes three minutes.")))
	} else {
		p.say(line{bold("Review open"), words(": " + title + " was " + r.Outcome() + "; " + count(len(r.Asked), "person is", "people are") + " asked.")}, with(due, words(".")))
	}
	p.list(deviationLines(r)...)
	p.passage("Why it was rolled back", r.Reason, 600)
	return p.buttons(answerButton(r, "Answer").WithStyle(slack.StylePrimary), summaryButton(r, 1, "See the answers"))
}

// reviewsPart shows a person the reviews that wait for their answer; nothing where
// there are none.
func reviewsPart(p *page, w release.Waiting) {
	if len(w.Reviews) == 0 {
		return
	}
	p.heading("Reviews that wait for your answer")
	for _, r := range w.Reviews[:min(len(w.Reviews), homeRows)] {
		due := "Until " + release.Instant(r.Due, w.Programme.Location())
		if r.Late(w.Now) {
			due = "Late since " + release.Instant(r.Due, w.Programme.Location())
		}
		p.entry(release.ReleaseName(r.Release), []string{clip(systemName(w.Programme, r.System), 120) + " " + r.Version.String() + " was " + r.Outcome(), due}, answerButton(r, "Answer"))
	}
	if n := len(w.Reviews) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more, opened before.")
	}
}

// reviewFact is the newest review on a release's card.
func reviewFact(s release.Standing) line {
	r, loc := s.Reviews[0], s.Programme.Location()
	switch {
	case !r.Open():
		return fact("Review", "closed "+dated(r.ClosedAt, loc)+" by "+clip(s.Programme.NameOf(r.ClosedBy), cardName))
	case r.Late(s.Now):
		return fact("Review", "open, its deadline passed "+dated(r.Due, loc))
	}
	return fact("Review", "open, "+count(len(r.Asked), "person", "people")+" asked until "+dated(r.Due, loc))
}
