package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"time"

	"gonogo.dev/release"
)

// Call is one act of one person, however they gave it: typed after a slash,
// said by a button, or filled into a form.
type Call struct {
	Command   string // "/rfc"
	Verb      string // "vote"
	Args      string // "12 no-go the data load is not done"
	By        release.Person
	Programme *release.Programme
	Key       string // the ledger takes it once
	Ballot    int64  // the vote a button was shown for; 0 when typed

	where where
	form  form // nil unless a form's fields came along
	meta  meta
	now   time.Time
}

// Intent is the call as the Desk wants it.
func (c Call) Intent() release.Intent { return release.Intent{Key: c.Key, By: c.By.ID} }

// submitted tells whether the call is a form that this verb opened.
func (c Call) submitted() bool { return c.form != nil }

// number returns the RFC that a call is about: from its form or its arguments,
// with what else was said.
func (c Call) number() (number int, rest string, err error) {
	if c.submitted() {
		return c.meta.RFC, "", nil
	}
	if c.Args == "" {
		return 0, "", refuse(release.CodeInvalid, "Nothing was done.", "Which RFC? None was named.",
			"Write its number, as in `"+c.Command+" "+c.Verb+" 12`; `/rfc list` shows the numbers.")
	}
	return numberOf(c.Args)
}

// reply is what comes of a call: a page to show, or a form to open.
type reply struct {
	page  *page
	more  []*page // further messages, where one is not enough
	modal *view
	wrote bool // something was kept: the person's Home is out of date
	quiet bool // the Home itself shows it, when it was done there
	aside bool // its form closes, and the page is shown where that was opened
	// over says that the modal lies on top of the window that is open, which is seen
	// again when it closes.
	over bool
	// beneath are windows below, drawn anew before this one closes.
	beneath []beneath
	// after is done once the answer is given.
	after func(ctx context.Context)
}

// beneath is a window that lies below the one somebody acted in.
type beneath struct {
	id   string
	view *view
}

// outcome says how a call ended, for logs and metrics.
type outcome string

const (
	outcomeDone      outcome = "done"
	outcomeRefused   outcome = "refused"
	outcomeDuplicate outcome = "duplicate"
	outcomeTimeout   outcome = "timeout"
	outcomeFault     outcome = "fault"
)

func outcomeOf(err error) outcome {
	r, refused := release.AsRefusal(err)
	switch {
	case err == nil:
		return outcomeDone
	case refused && r.Code == release.CodeHandled:
		return outcomeDuplicate
	case refused:
		return outcomeRefused
	case errors.Is(err, context.DeadlineExceeded):
		return outcomeTimeout
	}
	return outcomeFault
}

// take handles what Slack told and returns the answer; nothing is answered
// before it is committed, and never later than Slack waits.
func (b *Bot) take(ctx context.Context, in inbound) answer {
	switch in.kind {
	case isChallenge:
		return answer{body: map[string]string{"challenge": in.answer}}
	case isNothing:
		return answer{}
	case isHomeOpened, isFile, isCommand, isPress, isSubmission:
	}
	ctx, cancel := context.WithTimeout(ctx, b.within)
	defer cancel()
	a, first := b.seen.once(ctx, in.key, func() (answer, bool) { return b.handle(ctx, in) })
	if !first {
		b.observe(b.table.nameOf(in), string(outcomeDuplicate), 0)
		b.log.InfoContext(ctx, "handled before", "key", in.key)
	}
	return a
}

// handle carries one call and tells whether it is settled: a fault may come again.
func (b *Bot) handle(ctx context.Context, in inbound) (a answer, settled bool) {
	if in.kind == isHomeOpened {
		b.homes.add(homeKey(in.where))
		b.afterwards(ctx, func(ctx context.Context) { b.publishHome(ctx, in.who, in.where.user) })
		return answer{}, true
	}
	if in.kind == isFile {
		b.afterwards(ctx, func(ctx context.Context) { b.fileShared(ctx, in) })
		return answer{}, true
	}
	began := b.now()
	rw, c, r, err := b.carry(ctx, in)
	if ctx.Err() != nil && err != nil {
		if _, refused := release.AsRefusal(err); !refused {
			err = errors.Join(context.DeadlineExceeded, err)
		}
	}
	how := outcomeOf(err)
	name := rw.name()
	b.observe(name, string(how), b.now().Sub(began))
	ref := reference()
	b.logCall(ctx, in, name, how, ref, err)
	if err != nil {
		return b.answerBadNews(ctx, in, rw, c, err, ref), how != outcomeFault && how != outcomeTimeout
	}
	if r.wrote && (in.where.home || b.homes.has(homeKey(in.where))) {
		b.afterwards(ctx, func(ctx context.Context) { b.publishHome(ctx, in.who, in.where.user) })
	}
	return b.answerGoodNews(ctx, in, rw, r, ref), true
}

// carry finds the person and the verb, and runs it. A panic is a fault.
func (b *Bot) carry(ctx context.Context, in inbound) (rw row, c Call, r reply, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &panicked{value: p}
		}
	}()
	verb, args := verbOf(in.command, in.text)
	rw, unknown := b.table.find(in.command, verb)
	by, programme, err := b.who(ctx, in.who)
	if err != nil {
		return rw, c, r, err
	}
	c = Call{
		Command: in.command, By: by, Programme: programme, Key: in.intent, where: in.where, form: in.form, meta: in.meta, now: b.now().UTC(),
	}
	c.Args, c.Ballot = ballotOf(args)
	if c.meta.Ballot != 0 {
		c.Ballot = c.meta.Ballot
	}
	if unknown != nil {
		return rw, c, r, unknown
	}
	c.Verb = rw.verb
	if c.submitted() {
		c.Key += "/" + rw.verb // a form can be kept as a draft, then raised
	}
	r, err = rw.run(ctx, b, c)
	return rw, c, r, err
}

// who returns the person behind the accounts under which Slack names them.
func (b *Bot) who(ctx context.Context, accounts []release.SlackID) (release.Person, *release.Programme, error) {
	err := error(refuse(release.CodeUnknownPerson, "Nothing was done.", "Slack did not say who you are.", "Try again from Slack."))
	for _, id := range accounts {
		var x release.Person
		var p *release.Programme
		x, p, err = b.desk.Who(ctx, id)
		if err == nil {
			return x, p, nil
		}
		if r, ok := release.AsRefusal(err); !ok || r.Code != release.CodeUnknownPerson {
			break
		}
	}
	return release.Person{}, nil, err
}

func (b *Bot) logCall(ctx context.Context, in inbound, name string, how outcome, ref string, err error) {
	log := b.log.With(
		slog.String("reference", ref), slog.String("verb", name), slog.String("outcome", string(how)),
		slog.String("team", in.where.team), slog.String("user", in.where.user),
	)
	r, refused := release.AsRefusal(err)
	switch {
	case refused:
		log.InfoContext(ctx, "call refused", "code", r.Code)
	case err != nil:
		log.ErrorContext(ctx, "call failed", "error", err.Error())
	default:
		log.InfoContext(ctx, "call carried out")
	}
}

// reference is what a person quotes and an operator looks for: six letters and
// digits.
func reference() string { return rand.Text()[:6] }

func refuse(code release.Code, what, why, next string) *release.Refusal {
	return &release.Refusal{Code: code, What: what, Why: why, Next: next}
}
