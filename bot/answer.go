package bot

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// answer is what goes back to Slack at once; nil is the empty 200 that says
// "taken".
type answer struct {
	body any
}

// said is a message as the answer to a command and a response_url carry it.
type message struct {
	ResponseType    string        `json:"response_type"`
	Text            string        `json:"text"`
	Blocks          []slack.Block `json:"blocks,omitempty"`
	ThreadTS        string        `json:"thread_ts,omitempty"`
	ReplaceOriginal bool          `json:"replace_original"`
	UnfurlLinks     bool          `json:"unfurl_links"`
	UnfurlMedia     bool          `json:"unfurl_media"`
}

func (p *page) message() message {
	return message{ResponseType: "ephemeral", Text: p.fallback(), Blocks: p.blocks}
}

// answerGoodNews shows what came of a call, where the person acted.
func (b *Bot) answerGoodNews(ctx context.Context, in inbound, rw row, r reply, ref string) answer {
	b.redraw(ctx, r.beneath)
	if r.after != nil {
		defer b.afterwards(ctx, r.after)
	}
	if r.modal != nil {
		return b.answerWindow(ctx, in, rw, r, ref)
	}
	if r.page == nil || (r.quiet && in.where.home) {
		return answer{}
	}
	if in.kind == isSubmission && r.aside && in.meta.Answer != "" && b.now().Sub(time.Unix(in.meta.Asked, 0)) < answerable {
		in.where.responseURL = in.meta.Answer
		b.afterwards(ctx, func(ctx context.Context) { b.respond(ctx, in.where, r.page) })
		return answer{}
	}
	if len(r.more) > 0 && in.where.responseURL != "" {
		b.afterwards(ctx, func(ctx context.Context) {
			for _, p := range r.more {
				b.respond(ctx, in.where, p)
			}
		})
	}
	return b.tell(ctx, in, r.page)
}

// answerWindow opens a window, or puts it into the place of the form that was sent.
func (b *Bot) answerWindow(ctx context.Context, in inbound, rw row, r reply, ref string) answer {
	if in.kind == isSubmission { // the next step of a form
		return answer{body: slack.NewUpdateViewSubmissionResponse(&r.modal.ModalViewRequest)}
	}
	if err := b.show(ctx, in, r); err != nil {
		b.log.ErrorContext(ctx, "form not opened", "reference", ref, "verb", rw.name(), "error", err.Error())
		return b.tell(ctx, in, b.refusalPage(lateForm(err)))
	}
	return answer{}
}

// answerable is how long an answer is tried beside a message: Slack takes it
// for 30 minutes.
const answerable = 28 * time.Minute

// answerBadNews shows why a call was not carried out: at the fields of a form,
// or where the person acted. What was carried out before is answered silently.
func (b *Bot) answerBadNews(ctx context.Context, in inbound, rw row, c Call, err error, ref string) answer {
	bad := b.badNews(err, ref)
	if bad == nil {
		return answer{}
	}
	switch {
	case in.kind == isSubmission:
		if errs := fieldErrors(in.form, rw.anchor, bad); len(errs) > 0 {
			return answer{body: slack.NewErrorsViewSubmissionResponse(errs)}
		}
	case in.where.modal && rw.again != nil && c.Programme != nil:
		return b.formAgain(ctx, in, rw.again(b, c, bad), ref)
	}
	if len(bad.Blockers) > 0 && c.Programme != nil {
		return b.tell(ctx, in, b.blockedPage(bad, c.Programme, c.now))
	}
	return b.tell(ctx, in, b.refusalPage(bad))
}

// badNews is what a person is told of an error; nothing for what was carried
// out before.
func (b *Bot) badNews(err error, ref string) *release.Refusal {
	r, refused := release.AsRefusal(err)
	switch {
	case refused && r.Code == release.CodeHandled:
		return nil
	case refused:
		return r
	case errors.Is(err, context.DeadlineExceeded):
		return refuse("timeout", "This took too long and was stopped (reference "+ref+").",
			"gonogo's database was slow to answer.", "Look whether it was done after all, then try again in a minute.")
	}
	return refuse("fault", "Something went wrong on our side (reference "+ref+").", "", "Look whether it was done, and try again in a minute if it was not.")
}

func lateForm(err error) *release.Refusal {
	code := slackCode(err)
	switch code {
	case "expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged":
		return refuse("late", "The form did not open in time.", "Slack allows three seconds for it.", "Try again.")
	}
	return refuse("fault", "The form did not open.", "Slack did not take it.", "Try again in a minute.")
}

// fieldErrors puts a refusal to the fields it names, and to the form's anchor
// when it names none; nothing is lost of what was typed.
func fieldErrors(f form, anchor string, r *release.Refusal) map[string]string {
	const most = 700
	errs := map[string]string{}
	var homeless []string
	for _, p := range r.Fields {
		if f.has(p.Field) {
			errs[p.Field] = clip(p.Why, most)
		} else {
			homeless = append(homeless, p.Field+": "+p.Why)
		}
	}
	if len(errs) == 0 && f.has(anchor) {
		errs[anchor] = clip(oneLine(strings.Join(append([]string{r.What, r.Why, r.Next}, homeless...), " ")), most)
	}
	return errs
}

// refusalPage says what was refused, why, and what to do next.
func (b *Bot) refusalPage(r *release.Refusal) *page {
	p := newPage("Not done", b.banner)
	p.say(with(line{bold(clip(r.What, 600) + " ")}, coded(clip(r.Why, 1500))...))
	var fields []line
	for _, f := range r.Fields {
		if f.Why == r.Why {
			continue // a form shows it at its field; in words it is said once
		}
		fields = append(fields, fact(fieldName(f.Field), clip(f.Why, 300)))
	}
	p.list(fields...)
	if r.Next != "" {
		p.say(coded(clip(r.Next, 1000)))
	}
	return p
}

// tell shows a page where the person acted: in the answer to a command, in the
// window of their form, else beside the message or over the Home they pressed.
func (b *Bot) tell(ctx context.Context, in inbound, p *page) answer {
	switch in.kind {
	case isCommand:
		return answer{body: p.message()}
	case isSubmission:
		m := p.modal()
		return answer{body: slack.NewUpdateViewSubmissionResponse(&m)}
	case isNothing, isPress, isHomeOpened, isFile, isChallenge:
	}
	b.afterwards(ctx, func(ctx context.Context) {
		if in.where.responseURL != "" {
			b.respond(ctx, in.where, p)
			return
		}
		if err := b.open(ctx, in, &view{ModalViewRequest: p.modal()}); err != nil {
			b.log.WarnContext(ctx, "answer not shown", "verb", b.table.nameOf(in), "error", err.Error())
		}
	})
	return answer{}
}

// view is a form to open, or to put in the place of the one that is open.
type view struct{ slack.ModalViewRequest }

// open opens a form for a command or press; inside a form it takes its place.
func (b *Bot) open(ctx context.Context, in inbound, v *view) error {
	if in.where.modal {
		_, err := b.slack.UpdateViewContext(ctx, v.ModalViewRequest, "", in.where.hash, in.where.view)
		return wrapSlack("update the form", err)
	}
	_, err := b.slack.OpenViewContext(ctx, in.where.trigger, v.ModalViewRequest)
	return wrapSlack("open the form", err)
}

// show opens a reply's window: where the person acted, or on top of that.
func (b *Bot) show(ctx context.Context, in inbound, r reply) error {
	if !r.over || !in.where.modal {
		return b.open(ctx, in, r.modal)
	}
	_, err := b.slack.PushViewContext(ctx, in.where.trigger, r.modal.ModalViewRequest)
	return wrapSlack("open a form over another", err)
}

// redraw draws windows anew that lie below; one that was closed meanwhile is not
// missed.
func (b *Bot) redraw(ctx context.Context, all []beneath) {
	for _, x := range all {
		if _, err := b.slack.UpdateViewContext(ctx, x.view.ModalViewRequest, "", "", x.id); err != nil {
			b.log.WarnContext(ctx, "window below not drawn anew", "error", wrapSlack("update a window", err).Error())
		}
	}
}

// formAgain shows the form once more with what was typed and why it was refused.
func (b *Bot) formAgain(ctx context.Context, in inbound, v *view, ref string) answer {
	if err := b.open(ctx, in, v); err != nil {
		b.log.WarnContext(ctx, "refusal not shown", "reference", ref, "error", err.Error())
	}
	return answer{}
}

// panicked is a fault that was a panic.
type panicked struct{ value any }

// Error names the panic and where it happened.
func (p *panicked) Error() string { return fmt.Sprintf("panic: %v\n%s", p.value, debug.Stack()) }
