package bot

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// Letters shows what a notice says as its reader gets it by mail.
type Letters interface {
	// Letter returns the subject and the plain text of a mail.
	Letter(ctx context.Context, n release.Notice) (subject, text string, err error)
}

// planLines is how many lines of a plan one message shows: so many of the longest fit.
const planLines = 12

// showPlan shows a release's communication plan, or begins it.
func showPlan(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if lower(rest) == "default" {
		plan, err := b.desk.AdoptPlan(ctx, c.Intent(), number)
		return reply{page: b.planPage(plan, 1), wrote: true}, err
	}
	first, err := strconv.Atoi(strings.TrimSpace(rest))
	if rest != "" && (err != nil || first < 1) {
		return reply{}, refuse(release.CodeInvalid, "Nothing was shown.", "“"+clip(rest, 40)+"” is no place in the plan.",
			"Leave it out, or write the place from which on it is shown, as in `/release plan "+release.ReleaseName(number)+" 13`.")
	}
	plan, err := b.desk.ReadPlan(ctx, number)
	return reply{page: b.planPage(plan, max(first, 1))}, err
}

// planPage shows a plan from one of its lines on: what is to be sent first, then what
// was sent or dropped, the newest first.
func (b *Bot) planPage(plan release.Plan, first int) *page {
	s := plan.Standing
	p := newPage("Communication plan", b.banner)
	if s.Programme == nil {
		return p
	}
	name := s.Release.Name()
	p.heading("Who is told of " + name).say(said(clip(s.Release.Title(s.Programme), 200) + "."))
	silentPart(p, s)
	planLinesPart(p, plan, first)
	add := button("release.tell."+itoa(s.Release.Number), "tell "+name, "Add a line", "Add a line to the plan of "+name)
	if len(plan.Lines) == 0 && !s.Release.Stage.Ended() {
		return p.buttons(add, button("release.plan.default", "plan "+name+" default", "Take the usual plan", "Begin the plan of "+name+" as the programme's file has it"))
	}
	if s.Release.Stage.Ended() {
		return p
	}
	return p.buttons(add)
}

// planLinesPart shows the lines of one page of a plan, and leads to the next.
func planLinesPart(p *page, plan release.Plan, first int) {
	var open, gone []release.Communication
	for _, x := range plan.Lines {
		if x.Open() {
			open = append(open, x)
		} else {
			gone = append(gone, x)
		}
	}
	slices.Reverse(gone)
	all := slices.Concat(open, gone)
	if len(all) == 0 {
		p.say(said("Nothing is planned."))
		return
	}
	if first > len(all) {
		p.say(said("The plan has " + count(len(all), "line", "lines") + "."))
		return
	}
	last := min(len(all), first-1+planLines)
	for i := first - 1; i < last; i++ {
		switch {
		case i == len(open):
			p.say(line{bold("Sent, or dropped")})
		case i == first-1 && i < len(open):
			p.say(line{bold("To be sent")})
		case i == first-1:
			p.say(line{bold("Sent, or dropped")})
		}
		lineEntry(p, all[i], plan)
	}
	if last < len(all) {
		name := plan.Standing.Release.Name()
		p.note("Lines " + itoa(first) + " to " + itoa(last) + " of " + itoa(len(all)) + ".")
		p.buttons(button("release.plan.more", "plan "+name+" "+itoa(last+1), "More", "More lines of the plan of "+name))
	}
}

// silentPart names the organisations that have not confirmed what they were asked to.
func silentPart(p *page, s release.Standing) {
	if l := silentLine(s.Silent, s.Programme); l != nil {
		p.say(l)
	}
}

// silentLine says how many organisations have not confirmed, and which; nil when
// every one has.
func silentLine(silent []release.PartyID, programme *release.Programme) line {
	if len(silent) == 0 {
		return nil
	}
	names := make([]string, len(silent))
	for i, id := range silent {
		names[i] = clip(programme.PartyName(id), cardName)
	}
	return line{
		sign("warning"), bold(" " + count(len(silent), "organisation has", "organisations have") + " not confirmed"),
		words(" what they were told of it: " + listed(names, 400) + "."),
	}
}

// lineEntry is a line of the plan: what, when, to whom, and how it stands.
func lineEntry(p *page, x release.Communication, plan release.Plan) {
	id := strconv.FormatInt(x.ID, 10)
	programme := plan.Standing.Programme
	p.entry(id+". "+capital(x.Kind.String()), []string{
		clip(oneLine(lineWhom(x, programme)), 240) + "\n" + roadWords(x),
		lineState(x, plan),
	}, button("release.line."+id, "line "+id, "Open", "Open line "+id+" of the plan"))
}

func lineWhom(x release.Communication, programme *release.Programme) string {
	if x.Road == release.ByChannel {
		return "To the board's channel"
	}
	return "To " + programme.Addressees(x.To)
}

func roadWords(x release.Communication) string {
	text := map[release.Road]string{release.ByMail: "By mail", release.ByDirect: "By direct message", release.ByChannel: "As a post"}[x.Road]
	if x.Confirm {
		text += ", to be confirmed"
	}
	return text
}

// lineState says when a line is sent, or what became of it.
func lineState(x release.Communication, plan release.Plan) string {
	loc := plan.Standing.Programme.Location()
	switch {
	case !x.DroppedAt.IsZero():
		return "Dropped: " + clip(oneLine(x.Dropped), 200)
	case !x.SentAt.IsZero():
		heard := plan.Of(x)
		text := "Sent " + release.Instant(x.SentAt, loc)
		if x.Late {
			text += ", late"
		}
		if len(heard) > 0 {
			text += " to " + count(len(heard), "person", "people")
		}
		if n := len(slices.DeleteFunc(slices.Clone(heard), func(h release.Hearing) bool { return h.State != release.Refused })); n > 0 {
			text += "; " + itoa(n) + " could not be delivered"
		}
		if x.Confirm {
			text += "\n" + confirmedWords(x, plan)
		}
		return text
	case x.Due.IsZero():
		return capital(x.When.Says())
	}
	return release.Instant(x.Due, loc) + "\n" + capital(x.When.Says())
}

func confirmedWords(x release.Communication, plan release.Plan) string {
	silent := plan.SilentOn(x)
	if len(silent) == 0 {
		return "Every organisation confirmed it"
	}
	return count(len(silent), "organisation has", "organisations have") + " not confirmed it"
}

// takeLine takes the number of a line off the arguments, or off its form, and reads
// the plan that it is of.
func takeLine(ctx context.Context, b *Bot, c Call) (x release.Communication, plan release.Plan, rest string, err error) {
	id, rest := c.meta.Line, ""
	if !c.submitted() || id == 0 {
		var word string
		word, rest = cutWord(c.Args)
		if id = thingNumber(word, "communication"); id == 0 {
			return x, plan, "", refuse(release.CodeInvalid, "Nothing was done.", "Which line of a plan? None was named.",
				"Write its number, as in `/release "+c.Verb+" 4`; `/release plan REL-7` shows the numbers.")
		}
	}
	plan, err = b.desk.PlanOf(ctx, id)
	if err != nil {
		return x, plan, "", err
	}
	i := slices.IndexFunc(plan.Lines, func(l release.Communication) bool { return l.ID == id })
	return plan.Lines[i], plan, rest, nil
}

// showLine shows a line with its readers, what was delivered and who confirmed.
func showLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, plan, _, err := takeLine(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.linePage(x, plan)}, nil
}

func (b *Bot) linePage(x release.Communication, plan release.Plan) *page {
	s, id := plan.Standing, strconv.FormatInt(x.ID, 10)
	p := newPage("Communication", b.banner)
	p.heading(capital(x.Kind.String()) + " of " + s.Release.Name())
	facts := []line{fact("Who", clip(capital(strings.TrimPrefix(lineWhom(x, s.Programme), "To ")), 600)), fact("How", roadWords(x)), fact("When", lineState(x, plan))}
	if x.Subject != "" {
		facts = append(facts, fact("Subject", x.Subject))
	}
	p.list(facts...).passage("In somebody's own words", x.Words, 2*release.MaxText)
	if x.Open() && x.Road != release.ByChannel {
		people := x.Reached(s.Programme, s.Release, s.RFC)
		names := make([]string, len(people))
		for i, who := range people {
			names[i] = clip(s.Programme.NameOf(who), cardName)
		}
		p.say(fact("As things stand", count(len(people), "person", "people")+": "+listed(names, 1500)))
	}
	receiptPart(p, plan.Of(x), s.Programme)
	preview := button("release.preview."+id, "preview "+id, "Preview", "Preview line "+id)
	if !x.Open() || x.Kind == release.CorrectionNotice {
		return p.buttons(preview)
	}
	return p.buttons(
		preview, button("release.retell."+id, "retell "+id, "Change", "Change line "+id),
		button("release.untell."+id, "untell "+id, "Drop", "Drop line "+id),
	)
}

// mostReceipts is how many receipts a message names; the page has them all.
const mostReceipts = 20

func receiptPart(p *page, heard []release.Hearing, programme *release.Programme) {
	if len(heard) == 0 {
		return
	}
	order := map[release.DeliveryState]int{release.Refused: 0, release.OnItsWay: 1, release.Delivered: 2}
	slices.SortStableFunc(heard, func(a, b release.Hearing) int { return order[a.State] - order[b.State] })
	p.say(line{bold("Receipts")})
	var lines []line
	for _, h := range heard[:min(len(heard), mostReceipts)] {
		text := map[release.DeliveryState]string{release.Delivered: "delivered", release.Refused: "not delivered", release.OnItsWay: "on its way"}[h.State]
		if h.State == release.Refused {
			text += ": " + clip(oneLine(h.Detail), 120)
		}
		if !h.ConfirmedAt.IsZero() {
			text += ", confirmed " + release.Instant(h.ConfirmedAt, programme.Location())
		}
		lines = append(lines, line{bold(clip(programme.NameOf(h.Person), cardName)), words(" (" + clip(programme.PartyName(h.Party), cardName) + "): " + text)})
	}
	p.list(lines...)
	if n := len(heard) - mostReceipts; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
}

// confirmLine confirms what somebody was sent.
func confirmLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	word, _ := cutWord(c.Args)
	id := thingNumber(word, "communication")
	if id == 0 {
		return reply{}, refuse(release.CodeInvalid, "Nothing was confirmed.", "What? No number was given.", "Write the number that the message names, as in `/release confirm 4`.")
	}
	x, err := b.desk.ConfirmCommunication(ctx, c.Intent(), id, release.ConfirmedBySlack)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Confirmed", b.banner).say(line{
		bold("Thank you"), words(": it is recorded that your organisation knows of this, the " + x.Kind.String() + " of " + release.ReleaseName(x.Release) + "."),
	})
	return reply{page: p, wrote: true}, nil
}

// previewLine shows what a person is sent, or asks for whom.
func previewLine(ctx context.Context, b *Bot, c Call) (reply, error) {
	x, plan, who, err := takeLine(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	s := plan.Standing
	people := x.Reached(s.Programme, s.Release, s.RFC)
	var to release.PersonID
	switch found := s.Programme.Who(strings.TrimSpace(who), s.Release); {
	case c.submitted():
		to = release.PersonID(c.form.choice(fieldReader))
	case len(found) > 0:
		to = found[0].ID
	case who != "":
		return reply{}, refuse(release.CodeNotFound, "There is nothing to preview.", "“"+clip(who, 40)+"” is no active person of the programme.", "Name somebody by their id, name or mail address.")
	case x.Road == release.ByChannel:
		to = c.By.ID
	default:
		return reply{modal: b.previewForm(c, x, people)}, nil
	}
	n, err := b.desk.PreviewCommunication(ctx, x.ID, to)
	if err != nil {
		return reply{}, err
	}
	p := newPage("Preview", b.banner).say(line{bold("For " + clip(s.Programme.NameOf(to), cardName)), words(", as things stand now. Nothing was sent.")})
	if x.Road != release.ByChannel && !slices.Contains(people, to) {
		p.note("This person is not among its readers; it shows what they would read.")
	}
	if n.Road != release.ByMail || b.letters == nil {
		return reply{page: p.append(noticePage(n, s.Programme, ""))}, nil
	}
	subject, text, err := b.letters.Letter(ctx, n)
	if err != nil {
		return reply{}, err
	}
	p.say(fact("Subject", subject))
	for i, part := range cutUnits(text, 2800) {
		if i == 4 {
			p.note("The rest is on the plan's page.")
			break
		}
		p.code(part)
	}
	return reply{page: p}, nil
}

// cutUnits cuts a text at its lines into parts of so many characters.
func cutUnits(text string, most int) []string {
	var parts []string
	part := ""
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		l = clip(l, most)
		if part != "" && units(part)+1+units(l) > most {
			parts, part = append(parts, part), ""
		}
		if part != "" {
			part += "\n"
		}
		part += l
	}
	return append(parts, part)
}
