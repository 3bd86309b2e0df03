package board

import (
	"context"
	"net"
	"net/http"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// entrance is the page with the ways in.
type entrance struct {
	Lead    templates.Callout
	Account bool   // there is a provider at which people have accounts
	Next    string // the page to come to; empty is the first one
}

func (b *Board) showEntrance(w http.ResponseWriter, r *http.Request) {
	b.entrance(w, r, http.StatusOK, r.URL.Query().Get(fieldNext), templates.Callout{
		Tone: templates.Calm, Label: "These pages are for the people of the programme.", Text: "Nobody needs a password: any of these ways brings you in.",
	})
}

func (b *Board) entrance(w http.ResponseWriter, r *http.Request, status int, next string, lead templates.Callout) {
	if next = release.Inside(next); next == "/" {
		next = ""
	}
	b.show(w, r, status, b.nobody(r), "in", templates.Site{Title: "Come in", Data: entrance{Lead: lead, Next: next, Account: b.Account != nil}})
}

// wayIn shows whoever is not signed in how to come in, and brings them to the page
// they asked for.
func (b *Board) wayIn(w http.ResponseWriter, r *http.Request, err error) {
	refusal, refused := release.AsRefusal(err)
	if !refused || refusal.Code != release.CodeUnknownPerson {
		b.shut(w, r, err)
		return
	}
	next := ""
	if r.Method == http.MethodGet {
		next = r.URL.RequestURI()
	}
	b.entrance(w, r, http.StatusForbidden, next, templates.Callout{Tone: templates.Warn, Label: refusal.What, Text: refusal.Why})
}

// mailPass mails a link to whoever has an address. The answer is the same whoever
// it is, known or not (T34).
func (b *Board) mailPass(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		b.shut(w, r, unread(err))
		return
	}
	mail := strings.TrimSpace(r.PostForm.Get(fieldMail))
	if !strings.Contains(mail, "@") || len(mail) > maxAddress {
		b.entrance(w, r, http.StatusUnprocessableEntity, r.PostForm.Get(fieldNext), templates.Callout{
			Tone: templates.Bad, Label: "That is no mail address.", Text: "Type it as in the programme's file, such as ann@company.example.",
		})
		return
	}
	if !b.pace.once(clientOf(r), perClient, clientBurst) || !b.pace.once(mailbox(strings.ToLower(mail)), perAddress, addressBurst) {
		b.shut(w, r, &release.Refusal{Code: codeBusy, What: "No link was sent.", Why: "Too many were asked for.", Next: "Look for the one that is on its way, or wait a few minutes."})
		return
	}
	if err := b.evenly(r.Context(), func(ctx context.Context) error { return b.Access.MailPass(ctx, mail, r.PostForm.Get(fieldNext)) }); err != nil {
		b.shut(w, r, err)
		return
	}
	b.show(w, r, http.StatusOK, b.nobody(r), "door", templates.Site{Title: "Look into your mail", Data: door{Lead: templates.Callout{
		Tone: templates.Good, Label: "If the programme knows this address, a link is on its way to it.",
		Text: "It works once, within 15 minutes. Nothing came? Then the programme may know another address of yours: its PMO can tell.",
	}}})
}

// evenly acts, and returns no sooner than after a while: how long it took does not tell
// whether anything was to be done.
func (b *Board) evenly(ctx context.Context, act func(context.Context) error) error {
	over := time.NewTimer(b.least)
	defer over.Stop()
	err := act(ctx)
	select {
	case <-over.C:
	case <-ctx.Done():
	}
	return err
}

// clientOf is who asks: the nearest address, behind which there may be a proxy.
func clientOf(r *http.Request) client {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	return client(host)
}
