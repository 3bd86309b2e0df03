package bot

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// thingNumber reads the number of an action or an issue: "4", "#4" or "action/4";
// 0 is none.
func thingNumber(word, noun string) int64 {
	word = strings.TrimLeft(strings.TrimPrefix(strings.ToLower(strings.Trim(word, "`:,.")), noun+"/"), "#")
	n, err := strconv.ParseInt(word, 10, 32)
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// takeAction takes a work-off action off the arguments, or off its form.
func takeAction(ctx context.Context, b *Bot, c Call) (x release.Action, rest string, err error) {
	id, rest := c.meta.Action, ""
	if !c.submitted() {
		var word string
		word, rest = cutWord(c.Args)
		if id = thingNumber(word, "action"); id == 0 {
			return x, "", refuse(release.CodeInvalid, "Nothing was done.", "Which work-off action? None was named.",
				"Write its number, as in `/release "+c.Verb+" 4`; `/release actions` shows the numbers.")
		}
	}
	all, err := b.desk.Actions(ctx, release.ActionFilter{})
	if err != nil {
		return x, "", err
	}
	for _, x := range all {
		if x.ID == id {
			return x, rest, nil
		}
	}
	return x, "", refuse(release.CodeNotFound, "Nothing was done.", "There is no action "+strconv.FormatInt(id, 10)+".", "`/release actions` lists those that are open.")
}

// agreeAction asks for a work-off action of a release, or keeps it.
func agreeAction(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		proposed := release.Action{
			Release: s.Release.Number, Owner: s.Release.Content.Owner, Due: c.Programme.WorkOffDay(c.now), From: release.FromReview,
		}
		if err := b.fromIssue(ctx, &proposed, rest); err != nil {
			return reply{}, err
		}
		return reply{modal: b.actionForm(c, s.Release, proposed, "action", "Agree it")}, nil
	}
	x, err := b.desk.AgreeAction(ctx, c.Intent(), actionOf(c))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Work-off action", b.banner).say(line{bold(capital(x.Name()) + " is agreed"), words(" for " + titled(s.Release, c.Programme) + ".")})
	actionEntry(p, x, c.Programme, c.now, "agreed")
	return reply{page: p, wrote: true}, nil
}

// fromIssue proposes an action for an issue of early life support: "issue 3".
func (b *Bot) fromIssue(ctx context.Context, x *release.Action, rest string) error {
	word, rest := cutWord(rest)
	if !strings.EqualFold(word, "issue") {
		return nil
	}
	number, _ := cutWord(rest)
	x.Issue, x.From = thingNumber(number, "support-issue"), release.FromSupport
	v, err := b.desk.ReadSupport(ctx, x.Release)
	if err != nil {
		return err
	}
	for _, issue := range v.Issues {
		if issue.ID == x.Issue {
			x.What = "Mend: " + issue.Title
			return nil
		}
	}
	return refuse(release.CodeNotFound, "Nothing was done.", release.ReleaseName(x.Release)+" has no such issue.",
		"`/release issues "+release.ReleaseName(x.Release)+"` lists its issues.")
}

// actionForm asks for the words, the owner and the day of an action.
func (b *Bot) actionForm(c Call, r release.Release, x release.Action, verb, submit string) *view {
	v := b.formView("Work-off action", submit, "release."+verb, meta{Release: r.Number, Action: x.ID, Issue: x.Issue})
	about := line{bold(r.Name() + ": "), words(clip(r.Title(c.Programme), 200) + ".")}
	v.add(newPage("", "").say(about, said("It holds up no closure. Its owner is told, and reminded until it is done.")).blocks...)
	v.add(
		textInput(release.FieldAction, "What is to be done", "", x.What, release.MaxText, true, false),
		selectInput(release.FieldActionOwner, "Owner", "Who does it.", personChoices(c.Programme), string(x.Owner)),
		instantInput(release.FieldActionDue, "Done by", "", x.Due),
	)
	if x.ID == 0 {
		var from []choice
		for _, o := range release.ActionOrigins() {
			from = append(from, choice{value: string(o), text: capital(o.String())})
		}
		v.add(selectInput(release.FieldActionOrigin, "What it came out of", "", from, string(x.From)))
	}
	return v
}

func personChoices(p *release.Programme) []choice {
	var all []choice
	for _, x := range p.People {
		if !x.Retired {
			all = append(all, choice{value: string(x.ID), text: x.Name})
		}
	}
	return all
}

// actionOf reads an action off its form.
func actionOf(c Call) release.Action {
	return release.Action{
		Release: c.meta.Release, Issue: c.meta.Issue, What: c.form.text(release.FieldAction),
		Owner: release.PersonID(c.form.choice(release.FieldActionOwner)), Due: c.form.instant(release.FieldActionDue),
		From: release.ActionOrigin(c.form.choice(release.FieldActionOrigin)),
	}
}

// changeAction asks for other words, another owner or another day, or keeps them.
func changeAction(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, _, err := takeAction(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		s, err := b.desk.ReadRelease(ctx, x.Release)
		if err != nil {
			return reply{}, err
		}
		return reply{modal: b.actionForm(c, s.Release, x, "assign", "Keep it")}, nil
	}
	changed, err := b.desk.ChangeAction(ctx, c.Intent(), x.ID, actionOf(c))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Work-off action", b.banner).say(line{bold(capital(x.Name()) + " is changed"), words(".")})
	actionEntry(p, changed, c.Programme, c.now, "changed")
	return reply{page: p, wrote: true}, nil
}

// finishAction shows an action done as typed, or asks what shows it.
func finishAction(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, shown, err := takeAction(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		shown = c.form.text(release.FieldEvidence)
	}
	if shown == "" && !c.submitted() && x.Open() {
		return reply{modal: b.endForm("Done", "Show it done", "done", meta{Action: x.ID}, x.What, textInput(
			release.FieldEvidence, "What shows it", "A link, or what was done.", "", release.MaxText, true, false))}, nil
	}
	done, err := b.desk.FinishAction(ctx, c.Intent(), x.ID, bareLink(shown))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Work-off action", b.banner).say(
		line{bold(capital(done.Name()) + " is done"), words(": " + clip(oneLine(done.What), 600))}, fact("Shown by", clip(done.Evidence, 600)),
	)
	return reply{page: p, wrote: true}, nil
}

// cancelAction ends an action that need not be done any more, as typed or in its form.
func cancelAction(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, why, err := takeAction(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		why = c.form.text(release.FieldReason)
	}
	if why == "" && !c.submitted() && x.Open() {
		return reply{modal: b.endForm("Cancel it", "Cancel it", "cancel", meta{Action: x.ID}, x.What, textInput(
			release.FieldReason, "Why it need not be done", "", "", release.MaxText, true, false))}, nil
	}
	ended, err := b.desk.CancelAction(ctx, c.Intent(), x.ID, why)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Work-off action", b.banner).say(line{bold(capital(ended.Name()) + " is cancelled"), words(": " + clip(oneLine(ended.What), 600))}, fact("Why", clip(ended.Cancelled, 600)))
	return reply{page: p, wrote: true}, nil
}

// endForm is a small form with one field about a thing.
func (b *Bot) endForm(title, submit, verb string, m meta, about string, fields ...slack.Block) *view {
	v := b.formView(title, submit, "release."+verb, m)
	v.add(newPage("", "").say(said(clip(oneLine(about), 600))).blocks...)
	v.add(fields...)
	return v
}

// listActions lists open actions: all, those of a release, of the reader, or the
// overdue ones.
func listActions(ctx context.Context, b *Bot, c Call) (reply, error) {
	f, title := release.ActionFilter{Open: true}, "Open work-off actions"
	late := false
	switch word := lower(c.Args); word {
	case "", "all":
	case "mine":
		f.Owner, title = c.By.ID, "Your work-off actions"
	case "overdue":
		late, title = true, "Overdue work-off actions"
	default:
		number, _, err := takeRelease(ctx, b, c)
		if err != nil {
			return reply{}, err
		}
		f.Release, title = number, "Work-off actions of "+release.ReleaseName(number)
	}
	all, err := b.desk.Actions(ctx, f)
	if err != nil {
		return reply{}, err
	}
	return reply{page: actionsPage(title, all, late, c.Programme, c.now, b.banner)}, nil
}

func actionsPage(title string, all []release.Action, late bool, programme *release.Programme, now time.Time, banner string) *page {
	p := newPage("Work-off actions", banner).heading(title)
	var shown []release.Action
	for _, x := range all {
		if !late || x.Overdue(now) {
			shown = append(shown, x)
		}
	}
	if len(shown) == 0 {
		p.say(said("None: nothing is to be worked off."))
	}
	for _, x := range shown[:min(len(shown), debtRowsShown)] {
		actionEntry(p, x, programme, now, "list")
	}
	if n := len(shown) - debtRowsShown; n > 0 {
		p.note("And " + itoa(n) + " more, due later.")
	}
	return p
}

// actionEntry shows an action: what is to be done, whose it is and until when, and
// the button that shows it done. The list's name keeps two buttons apart.
func actionEntry(p *page, x release.Action, programme *release.Programme, now time.Time, list string) {
	id := strconv.FormatInt(x.ID, 10)
	p.entry(capital(x.Name())+", "+release.ReleaseName(x.Release), []string{
		clip(oneLine(x.What), 400),
		capital(dueWords(x.Due, now, programme.Location())) + "\n" + clip(programme.NameOf(x.Owner), cardName) + ", out of " + x.From.String(),
	}, button("release.done."+id+"."+list, "done "+id, "Show it done", "Show "+x.Name()+" done"))
}

// workOffPart shows a person the actions they own; nothing where there are none.
func workOffPart(p *page, w release.Waiting) {
	if len(w.Actions) == 0 {
		return
	}
	p.heading("Work-off actions you own")
	for _, x := range w.Actions[:min(len(w.Actions), homeRows)] {
		actionEntry(p, x, w.Programme, w.Now, "mine")
	}
	if n := len(w.Actions) - homeRows; n > 0 {
		p.note("And " + itoa(n) + " more: /release actions mine")
	}
}
