package bot

import (
	"context"
	"strings"

	"gonogo.dev/release"
)

func mayComment(p *release.Programme, x release.Person) bool { return p.MayComment(x) }

// commentReadiness keeps what a person says in this week's readiness report, or
// asks for it (R101).
func commentReadiness(ctx context.Context, b *Bot, c Call) (reply, error) {
	text := strings.TrimSpace(c.Args)
	if c.submitted() {
		text = c.form.text(release.FieldComment)
	}
	if text == "" && !c.submitted() {
		v := b.formView("Readiness report", "Add it", "release.comment", meta{})
		v.add(textInput(release.FieldComment, "What should its readers know?", "", "", release.MaxText, true, false))
		v.add(newPage("", "").note("It stands in the report with your name and the time. It explains, and changes no verdict.").blocks...)
		return reply{modal: v}, nil
	}
	kept, err := b.desk.CommentReadiness(ctx, c.Intent(), text)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Readiness report", b.banner).say(
		line{bold("Your comment stands in the readiness report of week " + kept.Week + ".")}, said(clip(kept.Words, 600)),
	)
	return reply{page: p, wrote: true}, nil
}
