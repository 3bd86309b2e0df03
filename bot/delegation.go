package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// delegate opens the form of a delegation, records what was filled in or typed,
// or ends one.
func delegate(ctx context.Context, b *Bot, c Call) (reply, error) {
	if word, rest := cutWord(c.Args); strings.EqualFold(word, "end") && !c.submitted() {
		return b.endDelegation(ctx, c, rest)
	}
	if c.Args == "" && !c.submitted() {
		return reply{modal: b.delegationForm(c)}, nil
	}
	ask, err := delegationOf(c)
	if err != nil {
		return reply{}, err
	}
	done, err := b.desk.Delegate(ctx, c.Intent(), ask)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.delegatedPage(c, done), wrote: true}, nil
}

func (b *Bot) endDelegation(ctx context.Context, c Call, args string) (reply, error) {
	word, _ := cutWord(args)
	id := atoi(strings.Trim(word, "`#:,."))
	if id == 0 {
		return reply{}, refuse(release.CodeInvalid, "No delegation was ended.", "Which one? Its number is missing.", "`/gonogo delegations` shows the numbers.")
	}
	done, err := b.desk.EndDelegation(ctx, c.Intent(), int64(id))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Delegation", b.banner).say(
		line{bold(c.Programme.NameOf(done.To) + " no longer speaks for " + c.Programme.NameOf(done.From)), words(" in votes that open from now on.")},
	)
	return reply{page: untouchedPart(p, done), wrote: true}, nil
}

// delegationOf reads what was filled in, or "PERSON [for PERSON] until WHEN [why]".
func delegationOf(c Call) (release.DelegationAsk, error) {
	if c.submitted() {
		return release.DelegationAsk{
			Absent: release.PersonID(c.form.choice(release.FieldAbsent)), To: release.PersonID(c.form.choice(release.FieldDelegate)),
			From: c.form.instant(release.FieldFrom), Until: c.form.instant(release.FieldUntil), Why: c.form.text(release.FieldReason),
		}, nil
	}
	var ask release.DelegationAsk
	to, rest, err := takePerson(c, c.Args)
	if err != nil {
		return ask, err
	}
	ask.To = to.ID
	if word, after := cutWord(rest); strings.EqualFold(word, "for") {
		absent, after, err := takePerson(c, after)
		if err != nil {
			return ask, err
		}
		ask.Absent, rest = absent.ID, after
	}
	word, rest := cutWord(rest)
	if !strings.EqualFold(word, "until") {
		return ask, refuse(release.CodeInvalid, "Nobody was made delegate.", "Until when is missing.",
			"Write `/gonogo delegate "+to.Name+" until 2026-12-04 on leave`, or `/gonogo delegate` alone for a form.")
	}
	ask.Until, ask.Why, err = takeUntil(c, rest)
	return ask, err
}

// takeUntil takes the longest form of a time that can be read off the arguments;
// what follows is why.
func takeUntil(c Call, args string) (until time.Time, why string, err error) {
	first, left := cutWord(args)
	second, after := cutWord(left)
	loc := c.Programme.Location()
	if second != "" {
		if at, err := release.ParseUntil(first+" "+second, c.now, loc); err == nil {
			return at, after, nil
		}
	}
	at, err := release.ParseUntil(first, c.now, loc)
	if err == nil && at.IsZero() {
		err = refuse(release.CodeInvalid, "Nobody was made delegate.", "Nothing stands behind “until”.", "Write 2026-12-04, 3d or tomorrow 18:00.")
	}
	return at, left, err
}

// takePerson takes an active person off the arguments, by their id, their name or
// a first name that nobody else has.
func takePerson(c Call, args string) (release.Person, string, error) {
	var found release.Person
	args = strings.TrimLeft(strings.TrimSpace(args), "@")
	rest, ok := takeName(args, func(name string) bool {
		var first []release.Person
		for _, x := range c.Programme.People {
			given, _ := cutWord(x.Name)
			switch {
			case x.Retired:
			case folded(x.Name) == name || folded(string(x.ID)) == name:
				found = x
				return true
			case folded(given) == name:
				first = append(first, x)
			}
		}
		if len(first) == 1 {
			found = first[0]
		}
		return len(first) == 1
	})
	if ok {
		return found, rest, nil
	}
	word, _ := cutWord(args)
	next := "Write a full name as it stands in the programme's registry, or `/gonogo delegate` alone for a form."
	if near := nearest(lower(word), colleaguesIDs(c)); near != "" {
		next = "Did you mean " + c.Programme.NameOf(release.PersonID(near)) + "? " + next
	}
	return found, "", refuse(release.CodeNotFound, "Nobody was made delegate.", "Nobody of the programme is called “"+clip(word, 40)+"”, or several are.", next)
}

func colleaguesIDs(c Call) []string {
	var ids []string
	for _, x := range colleagues(c) {
		ids = append(ids, string(x.ID))
	}
	return ids
}

// colleagues are the active people who may stand in for the person, or for
// whoever they may speak for.
func colleagues(c Call) []release.Person {
	anybody := c.Programme.Administers(c.By)
	return slices.DeleteFunc(slices.Clone(c.Programme.People), func(x release.Person) bool {
		shares := slices.ContainsFunc(x.Parties(), func(id release.PartyID) bool { return slices.Contains(c.By.Parties(), id) })
		return x.Retired || (!anybody && (!shares || x.ID == c.By.ID))
	})
}

// delegationForm asks who stands in for whom, from when until when.
func (b *Bot) delegationForm(c Call) *view {
	v := b.formView("Name a delegate", "Name", "gonogo.delegate", meta{})
	v.add(newPage("", "").say(said("Your delegate sits in your place in every vote that opens meanwhile; votes that are open keep who sits in them.")).blocks...)
	var all []choice
	for _, x := range colleagues(c) {
		all = append(all, choice{value: string(x.ID), text: x.Name})
	}
	if c.Programme.Administers(c.By) {
		v.add(selectInput(release.FieldAbsent, "Who is away", "You may record it for others, too.", all, string(c.By.ID)))
	}
	v.add(
		selectInput(release.FieldDelegate, "Who stands in", "Somebody of the same party, best without a seat of their own: one person fills one seat in a vote.", all, ""),
		instantInput(release.FieldFrom, "From", "Shown in your own device's zone.", c.now),
		instantInput(release.FieldUntil, "Until", "", time.Time{}),
		textInput(release.FieldReason, "Why", "Everybody can read it.", "", release.MaxText, false, true),
	)
	return v
}

func (b *Bot) delegatedPage(c Call, done release.DelegationChange) *page {
	loc := c.Programme.Location()
	l := line{bold(c.Programme.NameOf(done.To) + " speaks for " + c.Programme.NameOf(done.From)), words(" from " + at(done.Window.From, c.now, loc) +
		" until " + until(done.Window.To, c.now, loc) + ", in every vote that opens meanwhile.")}
	p := newPage("Delegation", b.banner).say(l)
	untouchedPart(p, done)
	return p.note("`/gonogo delegate end " + itoa(int(done.ID)) + "` ends it earlier.")
}

// until is an end as people say it: the last moment of a day is that day's.
func until(t, now time.Time, loc *time.Location) string {
	if local := t.In(loc); local.Hour() == 0 && local.Minute() == 0 {
		return "the end of " + local.AddDate(0, 0, -1).Format("Mon 2 Jan")
	}
	return at(t, now, loc)
}

// untouchedPart names the votes that go on as they began (T22).
func untouchedPart(p *page, done release.DelegationChange) *page {
	if len(done.Untouched) == 0 {
		return p
	}
	var names []string
	for _, b := range done.Untouched {
		names = append(names, release.RFCName(b.RFC)+" ("+b.Purpose.String()+")")
	}
	return p.say(line{bold("Unchanged: "), words("who sits in " + listed(names, 600) + " was settled when " + map[bool]string{true: "that vote", false: "those votes"}[len(names) == 1] + " opened.")})
}

// delegations lists who speaks for whom, now and to come.
func delegations(ctx context.Context, b *Bot, c Call) (reply, error) {
	all, err := b.desk.Delegations(ctx)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.delegationsPage(c, all)}, nil
}

func (b *Bot) delegationsPage(c Call, all []release.Delegation) *page {
	p := newPage("Delegations", b.banner).heading("Who speaks for whom")
	if len(all) == 0 {
		return p.say(said("Nobody has a delegate: everybody speaks for themselves.")).note("`/gonogo delegate` names one while you are away.")
	}
	const most = 15
	loc := c.Programme.Location()
	for _, d := range all[:min(len(all), most)] {
		text := itoa(int(d.ID)) + " · " + c.Programme.NameOf(d.To) + " for " + c.Programme.NameOf(d.From) + "\n"
		if d.InForce(c.now) {
			text += "until " + until(d.Window.To, c.now, loc)
		} else {
			text += "from " + at(d.Window.From, c.now, loc) + " until " + until(d.Window.To, c.now, loc)
		}
		if d.Why != "" {
			text += ": " + clip(oneLine(d.Why), 200)
		}
		mine := c.By.ID == d.From || c.By.ID == d.To || c.Programme.Administers(c.By)
		if !mine {
			p.say(said(text))
			continue
		}
		n := itoa(int(d.ID))
		p.row(text, button("gonogo.delegate."+n, "delegate end "+n, "End it", "End delegation "+n).WithConfirm(
			confirmation("End it?", c.Programme.NameOf(d.From)+" speaks for themselves again in votes that open from now on.", "End it")))
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + itoa(n) + " more that begin later.")
	}
	return p
}

// delegationNotice tells somebody that they speak for a person who is away, are
// spoken for, or no longer.
func delegationNotice(d release.Delegation, n release.Notice, programme *release.Programme, banner string) *page {
	loc := programme.Location()
	p := newPage("Delegation", banner)
	to, from := programme.NameOf(d.To), programme.NameOf(d.From)
	by := clip(programme.NameOf(n.Event.By), cardName)
	if !d.EndedAt.IsZero() {
		return p.say(line{bold(to + " no longer speaks for " + from), words(" in votes that open from now on; " + by + " ended it.")})
	}
	who := to + " speaks"
	if n.To == d.To {
		who = "You speak"
	}
	l := line{bold(who + " for " + from), words(" from " + at(d.Window.From, n.Event.At, loc) + " until " + until(d.Window.To, n.Event.At, loc) +
		", in every vote that opens meanwhile; recorded by " + by + ".")}
	p.say(l).passage("Why", d.Why, 2*release.MaxText)
	return p.note("`/gonogo delegate end " + itoa(int(d.ID)) + "` ends it earlier.")
}
