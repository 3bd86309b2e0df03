package board

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Mailing is what the pages of mail need of the release.Desk.
type Mailing interface {
	MailOf(ctx context.Context, id release.PersonID) (release.MailChoice, error)
	ChooseMail(ctx context.Context, in release.Intent, c release.MailChoice) (before release.MailChoice, err error)
	SwitchMail(ctx context.Context, in release.Intent, s release.Stream, on bool) (release.MailChoice, error)
}

// The fields of the pages of mail.
const (
	fieldStream  = "stream"
	fieldCadence = "cadence"
	fieldWas     = "was" // the choice before, so that it can be taken back
	doOn         = "on"
	doUndo       = "undo"
	mailPath     = "/me/mail"
)

// mail are the pages on which people choose which mail they get.
func (b *Board) mail(mux *http.ServeMux) {
	mux.HandleFunc("GET /unsubscribe/{token}", b.showUnsubscribe)
	mux.HandleFunc("POST /unsubscribe/{token}", b.unsubscribe)
	mux.HandleFunc("POST "+mailPath, b.takeMail)
}

// leaver is somebody with the link of a mail.
type leaver struct {
	link release.UnsubscribeLink
	who  release.Person
}

// leaves reads who comes with a link and which stream it leaves.
func (b *Board) leaves(r *http.Request) (leaver, error) {
	busy := &release.Refusal{Code: codeBusy, What: "That was too fast.", Why: "This page was asked for too often.", Next: "Wait a minute and try again."}
	x, err := b.Links.ReadUnsubscribe(r.PathValue("token"), b.Now())
	if err != nil {
		if !b.pace.wrong.AllowN(b.Now(), 1) {
			return leaver{}, busy
		}
		return leaver{}, err
	}
	if !b.pace.once(x, perLink, linkBurst) {
		return leaver{}, busy
	}
	p, err := b.Desk.Programme(r.Context())
	if err != nil {
		return leaver{}, err
	}
	who, ok := p.Person(x.Person)
	if !ok || who.Retired {
		return leaver{}, &release.Refusal{
			Code: release.CodeForbidden, What: "This link does not work any more.", Why: "It was made for somebody who is no longer in the programme, and gets no mail.",
			Next: "There is nothing to do.",
		}
	}
	return leaver{x, who}, nil
}

// leave is the page behind the link of a mail.
type leave struct {
	Lead   templates.Callout
	Facts  []templates.Fact
	Action string
	Do     string
	Button string
	Quiet  bool
	Stays  []templates.Fact
	Choose string
}

// showUnsubscribe asks; it changes nothing, since mail programs look at links too.
func (b *Board) showUnsubscribe(w http.ResponseWriter, r *http.Request) {
	x, err := b.leaves(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	c, err := b.Desk.MailOf(r.Context(), x.link.Person)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	if !c.Wants(x.link.Stream) {
		b.left(w, r, x)
		return
	}
	b.show(w, r, http.StatusOK, b.nobody(r), "leave", templates.Site{Title: "Stop this mail?", Data: leave{
		Lead: templates.Callout{
			Tone: templates.Act, Label: x.link.Stream.Name() + " for " + x.who.Name, Text: x.link.Stream.About() + " You are only informed by it, so you may do without.",
		},
		Action: r.URL.Path, Button: "Stop this mail", Stays: stays(c, x.link.Stream), Choose: mailPath,
	}})
}

// left says that a stream is switched off, and offers to take that back.
func (b *Board) left(w http.ResponseWriter, r *http.Request, x leaver) {
	c, err := b.Desk.MailOf(r.Context(), x.link.Person)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	b.show(w, r, http.StatusOK, b.nobody(r), "leave", templates.Site{Title: x.link.Stream.Name() + " is switched off", Data: leave{
		Lead:   templates.Callout{Tone: templates.Good, Label: "You get no more of it, " + x.who.Name + ".", Text: "What was promised and not sent yet stays behind too. Only a mail that had left gonogo before may still arrive."},
		Action: r.URL.Path, Do: doOn, Button: "Undo: send it again", Quiet: true, Stays: stays(c, x.link.Stream), Choose: mailPath,
	}})
}

// stays lists what somebody gets all the same.
func stays(c release.MailChoice, without release.Stream) []templates.Fact {
	facts := []templates.Fact{{Label: release.StreamDuties.Name(), Value: release.StreamDuties.About(), Note: "Always, and at once. It comes with your role, so no link and no choice stops it."}}
	for _, s := range release.Streams() {
		if s != without && c.Wants(s) {
			facts = append(facts, templates.Fact{Label: s.Name(), Value: s.About()})
		}
	}
	return facts
}

// unsubscribe leaves a stream, or comes back to it. One POST is enough, from a mail
// program as from the page, and a second one changes nothing (RFC 8058).
func (b *Board) unsubscribe(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		b.shut(w, r, unread(err))
		return
	}
	x, err := b.leaves(r)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	on := r.PostForm.Get(fieldDo) == doOn
	if _, err := b.Desk.SwitchMail(r.Context(), release.Intent{By: x.link.Person}, x.link.Stream, on); err != nil {
		b.shut(w, r, err)
		return
	}
	if !on {
		b.left(w, r, x)
		return
	}
	b.show(w, r, http.StatusOK, b.nobody(r), "leave", templates.Site{Title: x.link.Stream.Name() + " comes again", Data: leave{
		Lead: templates.Callout{Tone: templates.Good, Label: "Nothing is switched off any more of this, " + x.who.Name + ".", Text: x.link.Stream.About()},
	}})
}

// mailChoice is the page on which somebody who is signed in chooses.
type mailChoice struct {
	Lead    templates.Callout
	Was     string // set when the last choice can be taken back
	Paces   []pick
	Streams []pick
	Duties  templates.Fact
}

// pick is a box to tick.
type pick struct {
	Value, Text, Note string
	On                bool
}

// mailPage shows what a person chose, and lets them choose anew.
func (b *Board) mailPage(r *http.Request, v visitor) (string, templates.Site, error) {
	c, err := b.Desk.MailOf(r.Context(), v.who.ID)
	if err != nil {
		return "", templates.Site{}, err
	}
	page := mailChoice{Duties: templates.Fact{Label: release.StreamDuties.Name(), Value: release.StreamDuties.About()}}
	if was, ok := readChoice(r.URL.Query().Get(fieldWas)); ok {
		page.Lead = templates.Callout{Tone: templates.Good, Label: "Kept.", Text: "It holds from the next mail on."}
		if choiceText(was) != choiceText(c) {
			page.Was = choiceText(was)
		}
	}
	for _, x := range []pick{
		{string(release.Immediate), "At once, one by one", "", false}, {string(release.Daily), "Once a day, together", "", false},
		{string(release.Weekly), "Once a week, together", "", false},
	} {
		x.On = x.Value == string(c.Cadence)
		page.Paces = append(page.Paces, x)
	}
	for _, s := range release.Streams() {
		page.Streams = append(page.Streams, pick{string(s), s.Name(), s.About(), c.Wants(s)})
	}
	return "mail", templates.Site{Title: "Your mail", Kicker: v.who.Mail, Trail: []templates.Link{{Text: v.who.Name, URL: "/me"}}, Data: page}, nil
}

// takeMail keeps a choice, and leads back to the page, on which it can be undone.
func (b *Board) takeMail(w http.ResponseWriter, r *http.Request) {
	v, err := b.visitor(r)
	if err != nil {
		b.wayIn(w, r, err)
		return
	}
	if err := r.ParseForm(); err != nil {
		b.refuse(w, r, v, unread(err))
		return
	}
	c := release.MailChoice{Cadence: release.Cadence(r.PostForm.Get(fieldCadence))}
	for _, s := range release.Streams() {
		if !slices.Contains(r.PostForm[fieldStream], string(s)) {
			c.Off = append(c.Off, s)
		}
	}
	if r.PostForm.Get(fieldDo) == doUndo {
		was, ok := readChoice(r.PostForm.Get(fieldWas))
		if !ok {
			b.refuse(w, r, v, &release.Refusal{Code: release.CodeInvalid, What: "Nothing was undone.", Why: "What it was before did not arrive whole.", Next: "Choose again on the page."})
			return
		}
		c = was
	}
	before, err := b.Desk.ChooseMail(r.Context(), release.Intent{By: v.who.ID}, c)
	if err != nil {
		b.refuse(w, r, v, err)
		return
	}
	http.Redirect(w, r, mailPath+"?"+url.Values{fieldWas: {choiceText(before)}}.Encode(), http.StatusSeeOther)
}

// choiceText and readChoice carry a choice through the page: "daily:digest,minutes".
func choiceText(c release.MailChoice) string {
	off := make([]string, len(c.Off))
	for i, s := range c.Off {
		off[i] = string(s)
	}
	return string(c.Cadence) + ":" + strings.Join(off, ",")
}

func readChoice(text string) (release.MailChoice, bool) {
	pace, off, ok := strings.Cut(text, ":")
	c := release.MailChoice{Cadence: release.Cadence(pace)}
	if _, err := release.ParseCadence(pace); err != nil || !ok {
		return c, false
	}
	for word := range strings.SplitSeq(off, ",") {
		if word == "" {
			continue
		}
		s, err := release.ParseStream(word)
		if err != nil {
			return c, false
		}
		c.Off = append(c.Off, s)
	}
	return c, true
}
