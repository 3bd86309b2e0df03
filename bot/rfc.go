package bot

import (
	"context"
	"slices"

	"gonogo.dev/release"
)

// raise opens the RFC's form, and raises what was filled in.
func raise(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		r, step, err := b.raised(ctx, c)
		if err != nil {
			return reply{}, err
		}
		if step != nil {
			return reply{modal: step, wrote: true}, nil
		}
		p := newPage(r.Name(), b.banner).say(
			line{bold(r.Name() + " is raised: "), words(r.Content.Title)},
			said(raisedWords(r)),
		)
		return reply{page: p, wrote: true}, nil
	}
	if !c.Programme.MayRaiseAny(c.By) {
		return reply{}, refuse(release.CodeForbidden, "You cannot raise RFCs.", "The policy names the roles that do, such as the release manager: of the programme for every system, of a provider for its own.",
			"Ask the release manager of the party that owns the system.")
	}
	f := rfcForm{verb: "raise", content: firstContent(c)}
	if c.Args != "" {
		s, _, err := standingOf(ctx, b, c)
		if err != nil {
			return reply{}, err
		}
		if f.content, err = contentFor(s); err != nil {
			return reply{}, err
		}
	}
	var err error
	if f.releases, err = b.governable(ctx); err != nil {
		return reply{}, err
	}
	return reply{modal: b.rfcForm(c, f)}, nil
}

// raised raises what was filled in, with what was decided on the lessons that came
// back; where that is still to be decided it returns the form that asks for it.
func (b *Bot) raised(ctx context.Context, c Call) (release.RFC, *view, error) {
	content := contentOf(c.form)
	if c.meta.Part == lessonPartOfForm {
		s, err := b.desk.Read(ctx, c.By.ID, c.meta.RFC)
		if err != nil {
			return release.RFC{}, nil, err
		}
		content = s.RFC.Content
	} else if step, err := b.lessonStep(ctx, c, content); step != nil || err != nil {
		return release.RFC{}, step, err
	}
	r, err := b.desk.RaiseRFC(ctx, c.Intent(), c.meta.RFC, c.meta.Revision, content, decisionsOf(c.form)...)
	return r, nil, err
}

// firstContent is what a new form proposes.
func firstContent(c Call) release.RFCContent {
	x := release.RFCContent{Kind: release.ChangeRequest, Disruption: release.NoDisruption, Window: release.Window{Zone: c.Programme.Zone}}
	for _, s := range c.Programme.Systems {
		if s.Retired || !c.Programme.MayRaise(c.By, s.ID) {
			continue
		}
		if x.System != "" {
			x.System = ""
			break
		}
		x.System = s.ID
	}
	return x
}

// draft keeps what is in the form as a draft; without a form it lists drafts.
func draft(ctx context.Context, b *Bot, c Call) (reply, error) {
	if !c.submitted() {
		all, err := b.desk.List(ctx, c.By.ID, release.RFCFilter{States: []release.RFCState{release.Draft}, RaisedBy: c.By.ID})
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.listPage(c, "Your drafts", "You have no drafts. `/rfc raise` starts an RFC.", all)}, nil
	}
	r, err := b.desk.SaveDraft(ctx, c.Intent(), c.meta.RFC, c.meta.Revision, contentOf(c.form))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Draft kept", b.banner).say(
		line{bold(r.Name() + " is kept as a draft: "), words(r.Content.Title)},
		said("Nobody was told. Continue on gonogo's Home, or with /rfc edit "+itoa(r.Number)+"."),
	)
	return reply{page: p, wrote: true}, nil
}

// edit opens an RFC's form with its values, and keeps what was changed. A draft
// continues as one.
func edit(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, _, err := c.number()
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		r, err := b.desk.EditRFC(ctx, c.Intent(), number, c.meta.Revision, contentOf(c.form))
		if err != nil {
			return reply{}, err
		}
		p := newPage(r.Name(), b.banner).say(
			line{bold(r.Name() + " is changed: "), words(r.Content.Title)},
			said(changedWords(r)),
		)
		return reply{page: p, wrote: true}, nil
	}
	s, err := b.desk.Read(ctx, c.By.ID, number)
	if err != nil {
		return reply{}, err
	}
	releases, err := b.governable(ctx)
	if err != nil {
		return reply{}, err
	}
	switch {
	case s.RFC.State == release.Draft:
		return reply{modal: b.rfcForm(c, rfcForm{verb: "raise", rfc: s.RFC, content: s.RFC.Content, releases: releases})}, nil
	case !c.Programme.MayChange(c.By, s.RFC):
		return reply{}, refuse(release.CodeForbidden, s.RFC.Name()+" was not opened for you.",
			"Only its requester and the programme's release manager may change it.", "Ask "+c.Programme.NameOf(s.RFC.RaisedBy)+".")
	case s.RFC.State == release.Withdrawn:
		return reply{}, refuse(release.CodeState, s.RFC.Name()+" cannot be changed.", "It was withdrawn.", "Raise a new RFC with `/rfc raise`.")
	}
	return reply{modal: b.rfcForm(c, rfcForm{verb: "edit", rfc: s.RFC, content: s.RFC.Content, releases: releases})}, nil
}

// withdraw ends an RFC with the reason that was typed, or asks for one.
func withdraw(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, reason, err := c.number()
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		reason = c.form.text(release.FieldReason)
	} else if reason == "" {
		s, err := b.desk.Read(ctx, c.By.ID, number)
		if err != nil {
			return reply{}, err
		}
		return reply{modal: b.withdrawForm(s.RFC)}, nil
	}
	r, err := b.desk.WithdrawRFC(ctx, c.Intent(), number, reason)
	if err != nil {
		return reply{}, err
	}
	p := newPage(r.Name(), b.banner).say(
		line{bold(r.Name() + " is withdrawn: "), words(r.Content.Title)},
		fact("Reason", clip(r.Ended, 1000)),
	)
	return reply{page: p, wrote: true}, nil
}

// show shows an RFC's card to one person.
func show(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, _, err := c.number()
	if err != nil {
		return reply{}, err
	}
	s, err := b.desk.Read(ctx, c.By.ID, number)
	if err != nil {
		return reply{}, err
	}
	return reply{page: card(s, c.now, b.banner)}, nil
}

// details opens everything about an RFC in a window.
func details(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, _, err := c.number()
	if err != nil {
		return reply{}, err
	}
	s, err := b.desk.Read(ctx, c.By.ID, number)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: &view{detailsPage(s, c.now, b.banner).modal()}}, nil
}

// list lists RFCs.
func list(ctx context.Context, b *Bot, c Call) (reply, error) {
	var f release.RFCFilter
	var title, empty string
	switch which := lower(c.Args); which {
	case "", "open":
		title, empty = "Open RFCs", "No RFC is open."
		f.States = slices.DeleteFunc(release.RFCStates(), func(s release.RFCState) bool { return !s.Open() || s == release.Draft })
	case "mine":
		title, empty = "RFCs you raised", "You have raised no RFC."
		f.RaisedBy = c.By.ID
	case "all":
		title, empty = "Every RFC", "No RFC was raised yet."
	default:
		return reply{}, refuse(release.CodeInvalid, "Nothing was listed.", "“"+clip(which, 40)+"” is not a list.",
			"Write `/rfc list open`, `/rfc list mine` or `/rfc list all`.")
	}
	all, err := b.desk.List(ctx, c.By.ID, f)
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.listPage(c, title, empty, all)}, nil
}

// listPage shows RFCs with a button to each.
func (b *Bot) listPage(c Call, title, empty string, all []release.RFC) *page {
	const most = 15
	p := newPage("RFCs", b.banner).heading(title)
	if len(all) == 0 {
		return p.say(said(empty))
	}
	for _, r := range all[:min(len(all), most)] {
		p.entry(r.Name(), brief(r, c.Programme), opener(r))
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + count(n, "older one", "older ones") + ": /rfc show N shows any of them.")
	}
	return p
}

// met shows a condition met by evidence.
func met(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, _, err := c.number()
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		s, err := b.desk.Read(ctx, c.By.ID, number)
		if err != nil {
			return reply{}, err
		}
		open := slices.DeleteFunc(s.Conditions, func(x release.Condition) bool { return x.Met() })
		if len(open) == 0 {
			return reply{}, refuse(release.CodeState, "There is nothing to show.", s.RFC.Name()+" has no open condition.", "`/rfc show "+itoa(number)+"` shows where it stands.")
		}
		return reply{modal: b.evidenceForm(s.RFC, open)}, nil
	}
	id := c.meta.Condition
	if id == 0 {
		id = int64(atoi(c.form.choice(blockCondition)))
	}
	met, err := b.desk.MeetCondition(ctx, c.Intent(), id, c.form.text(release.FieldEvidence))
	if err != nil {
		return reply{}, err
	}
	p := newPage("Condition met", b.banner).say(
		line{bold("The condition on " + release.RFCName(met.RFC) + " is shown met. "), words(clip(met.Words, 600))},
		fact("Evidence", clip(met.Evidence, 600)),
		said(c.Programme.NameOf(met.By)+", who asked for it, is told."),
	)
	return reply{page: p, wrote: true}, nil
}
