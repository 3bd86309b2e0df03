package bot

import (
	"context"
	"strconv"

	"gonogo.dev/release"
)

// The fields that are the form's own.
const (
	fieldReader  = "communication-reader"
	fieldConfirm = "communication-confirm"
)

// lineForm asks for what a line of a communication plan says.
func (b *Bot) lineForm(c Call, s release.Standing, x release.Communication, verb, submit string) *view {
	v := b.formView("Communication", submit, "release."+verb, meta{Release: s.Release.Number, Line: x.ID, Revision: x.Revision})
	about := line{bold(s.Release.Name() + ": "), words(clip(s.Release.Title(c.Programme), 200) + ".")}
	v.add(newPage("", "").say(about, said("Each reader gets their own view of the release. You can change it until it is sent.")).blocks...)
	var kinds, roads []choice
	for _, k := range release.CommunicationKinds() {
		kinds = append(kinds, choice{value: string(k), text: capital(k.String())})
	}
	for _, r := range release.CommunicationRoads() {
		roads = append(roads, choice{value: string(r), text: roadWords(release.Communication{Road: r})})
	}
	to, confirm := "", []string(nil)
	for i, a := range x.To {
		if i > 0 {
			to += ", "
		}
		to += string(a)
	}
	if x.Confirm {
		confirm = []string{"yes"}
	}
	v.add(
		selectInput(release.FieldCommunication, "What is told", "", kinds, string(x.Kind)),
		textInput(release.FieldCommunicationTo, "Who is told", "impacted, list:csps, party:dip, kind:participant, role:test-manager, person:… with commas between.", to, 1000, false, true),
		textInput(release.FieldCommunicationWhen, "When", "A stage such as communicate, rolled-back, or: 2 working days before window-begin at 10:00", momentText(x.When), 80, false, false),
		selectInput(release.FieldCommunicationRoad, "How", "A post in the channel has no readers of its own.", roads, string(x.Road)),
		multiInput(fieldConfirm, "Confirmation", "Who has not confirmed is shown before the Go/No-Go.", []choice{{value: "yes", text: "Every organisation is asked to confirm it"}}, confirm, true),
		textInput(release.FieldCommunicationSubject, "Subject", "Leave it empty for the usual one.", x.Subject, release.MaxCommunicationSubject, false, true),
		textInput(release.FieldCommunicationWords, "Your own words", "They stand before everything else.", x.Words, release.MaxText, true, true),
	)
	return v
}

// momentText is a moment as it is typed; nothing for none.
func momentText(m release.Moment) string {
	if m == (release.Moment{}) {
		return ""
	}
	return m.String()
}

// lineOf reads a line off its form.
func lineOf(c Call) (release.Communication, error) {
	when, err := release.ParseMoment(c.form.text(release.FieldCommunicationWhen))
	if refusal, ok := release.AsRefusal(err); ok {
		refusal.Fields = []release.FieldProblem{{Field: release.FieldCommunicationWhen, Why: refusal.Why + " " + refusal.Next}}
		return release.Communication{}, refusal
	}
	return release.Communication{
		Release: c.meta.Release, Kind: release.CommunicationKind(c.form.choice(release.FieldCommunication)),
		To: release.ParseAddressees(c.form.text(release.FieldCommunicationTo)), When: when,
		Road: release.Road(c.form.choice(release.FieldCommunicationRoad)), Subject: c.form.text(release.FieldCommunicationSubject),
		Words: c.form.text(release.FieldCommunicationWords), Confirm: len(c.form.choices(fieldConfirm)) > 0,
	}, err
}

// addLine asks for another line of a release's plan, or keeps it.
func addLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		x := release.Communication{To: []release.Addressee{release.TheImpacted}, Road: release.ByMail, Kind: release.ImpactNotice}
		return reply{modal: b.lineForm(c, s, x, "tell", "Add it")}, nil
	}
	x, err := lineOf(c)
	if err != nil {
		return reply{}, err
	}
	x, err = b.desk.PlanCommunication(ctx, c.Intent(), x)
	if err != nil {
		return reply{}, err
	}
	return b.lineKept(ctx, x, "is added")
}

// lineKept shows a line that was added or changed.
func (b *Bot) lineKept(ctx context.Context, x release.Communication, how string) (reply, error) {
	plan, err := b.desk.ReadPlan(ctx, x.Release)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Communication", b.banner).say(line{bold("Line " + strconv.FormatInt(x.ID, 10) + " " + how), words(".")})
	return reply{page: p.append(b.linePage(x, plan)), wrote: true}, nil
}

// changeLine asks for what is to change of a line, or keeps it.
func changeLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, plan, _, err := takeLine(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	to := x // a line that was sent is refused before anybody writes anything
	switch {
	case c.submitted():
		if to, err = lineOf(c); err != nil {
			return reply{}, err
		}
	case x.Open():
		return reply{modal: b.lineForm(c, plan.Standing, x, "retell", "Keep it")}, nil
	}
	x, err = b.desk.ChangeCommunication(ctx, c.Intent(), x.ID, c.meta.Revision, to)
	if err != nil {
		return reply{}, err
	}
	return b.lineKept(ctx, x, "is changed")
}

// dropLine drops a line as typed, or asks why.
func dropLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, _, why, err := takeLine(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		why = c.form.text(release.FieldReason)
	}
	if why == "" && !c.submitted() && x.Open() {
		return reply{modal: b.endForm("Drop it", "Drop it", "untell", meta{Line: x.ID}, capital(x.Kind.String())+" of "+release.ReleaseName(x.Release),
			textInput(release.FieldReason, "Why it is not told any more", "", "", release.MaxText, true, false))}, nil
	}
	x, err = b.desk.DropCommunication(ctx, c.Intent(), x.ID, why)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Communication", b.banner).say(line{
		bold("Line " + strconv.FormatInt(x.ID, 10) + " is dropped"), words(": " + clip(oneLine(x.Dropped), 600)),
	})
	return reply{page: p, wrote: true}, nil
}

// previewForm asks for whom a line is shown: its readers first.
func (b *Bot) previewForm(c Call, x release.Communication, people []release.PersonID) *view {
	v := b.formView("Preview", "Show it", "release.preview", meta{Line: x.ID})
	v.add(newPage("", "").say(said(capital(x.Kind.String()) + " of " + release.ReleaseName(x.Release) + ". Each reader gets their own view.")).blocks...)
	var readers []choice
	for _, id := range people {
		readers = append(readers, choice{value: string(id), text: c.Programme.NameOf(id)})
	}
	if len(readers) == 0 {
		readers = personChoices(c.Programme)
	}
	v.add(selectInput(fieldReader, "For whom", "", readers, readers[0].value))
	return v
}
