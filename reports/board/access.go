package board

import (
	"context"
	"net/http"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Access lets people in and out, and vote by a link.
type Access interface {
	Votes
	MailPass(ctx context.Context, address, next string) error
	ReadPass(ctx context.Context, token string) (release.Pass, release.Person, error)
	ComeByAccount(ctx context.Context, x release.Account, agent string) (session string, err error)
	ComeIn(ctx context.Context, token, agent string) (next, session string, err error)
	Sessions(ctx context.Context, token string) (all []release.Session, this int64, err error)
	Leave(ctx context.Context, token string) error
	LeaveEverywhere(ctx context.Context, token string) error
}

const (
	fieldEverywhere = "everywhere"
	fieldMail       = "mail"
	fieldNext       = "next"
	// maxAddress is how long a mail address may be.
	maxAddress = 254
)

// access are the ways in and out. Everything that changes something is a POST from
// a page of the board itself.
func (b *Board) access(mux *http.ServeMux) {
	mux.HandleFunc("GET /in", b.showEntrance)
	mux.HandleFunc("POST /in", b.mailPass)
	if b.Account != nil {
		mux.HandleFunc("GET /in/account", b.toAccount)
		mux.HandleFunc("GET "+accountBack, b.fromAccount)
	}
	mux.HandleFunc("GET /in/{token}", b.showPass)
	mux.HandleFunc("POST /in/{token}", b.usePass)
	mux.HandleFunc("POST /out", b.leave)
	mux.HandleFunc("GET /vote/{token}", b.showVote)
	mux.HandleFunc("POST /vote/{token}", b.takeVote)
}

// door is the page before the board, for somebody who is not in yet. Its forms go
// to Action.
type door struct {
	Lead   templates.Callout
	Facts  []templates.Fact
	Action string
	Button string
}

// showPass shows whom a link lets in. It uses nothing up: mail programs look at
// links before people do.
func (b *Board) showPass(w http.ResponseWriter, r *http.Request) {
	token := r.PathValue("token")
	x, who, err := b.Access.ReadPass(r.Context(), token)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	b.show(w, r, http.StatusOK, b.nobody(r), "door", templates.Site{Title: "Welcome, " + who.Name, Data: door{
		Lead: templates.Callout{
			Tone: templates.Act, Label: "This link is yours alone, and works once.",
			Text: "It was made for " + who.Name + ". Not you? Then close this page: whoever comes in with it acts in that name.",
		},
		Facts: []templates.Fact{
			{Label: "Good until", Value: release.Instant(x.EndsAt, b.location(r))},
			{Label: "You stay signed in", Value: "at most 12 hours, and 2 hours after the last page", Note: "In this browser only."},
		},
		Action: "/in/" + token, Button: "Come in",
	}})
}

// usePass uses a link up and leads to where it was made for.
func (b *Board) usePass(w http.ResponseWriter, r *http.Request) {
	next, session, err := b.Access.ComeIn(r.Context(), r.PathValue("token"), r.UserAgent())
	if err != nil {
		b.shut(w, r, err)
		return
	}
	b.welcome(w, r, session, next)
}

// welcome gives a browser its session, always a new one; the one it had ends.
func (b *Board) welcome(w http.ResponseWriter, r *http.Request, session, next string) {
	if before := b.token(r); before != "" {
		if err := b.Access.Leave(r.Context(), before); err != nil {
			if _, refused := release.AsRefusal(err); !refused { // it ends by itself
				b.Log.WarnContext(r.Context(), "session before not ended", "error", err.Error())
			}
		}
	}
	b.cookie(w, session, int(release.SessionLife/time.Second))
	http.Redirect(w, r, release.Inside(next), http.StatusSeeOther) //nolint:gosec // Inside leaves nothing but a path of this host
}

// cookie keeps a session's token in a browser for so many seconds, less than none
// to forget it. No script reads it, and no other site's form carries it.
func (b *Board) cookie(w http.ResponseWriter, token string, seconds int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // a rehearsal over plain http has no secure cookies
		Name: cookieName(b.secure()), Value: token, Path: "/", MaxAge: seconds, HttpOnly: true, Secure: b.secure(), SameSite: http.SameSiteLaxMode,
	})
}

// leave ends this session, or every one of the same person.
func (b *Board) leave(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		b.shut(w, r, unread(err))
		return
	}
	end := b.Access.Leave
	if r.PostForm.Has(fieldEverywhere) {
		end = b.Access.LeaveEverywhere
	}
	if err := end(r.Context(), b.token(r)); err != nil {
		if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeUnknownPerson { // whoever is out already is out
			b.shut(w, r, err)
			return
		}
	}
	b.cookie(w, "", -1)
	b.show(w, r, http.StatusOK, b.nobody(r), "door", templates.Site{Title: "You are signed out", Data: door{
		Lead: templates.Callout{Tone: templates.Good, Label: "Until next time.", Text: "Write /release board in Slack whenever you want to come back."},
	}})
}

// shut shows somebody who is not signed in why the door stays shut.
func (b *Board) shut(w http.ResponseWriter, r *http.Request, err error) {
	b.refuse(w, r, b.nobody(r), err)
}

// nobody is a visitor who is not signed in.
func (b *Board) nobody(r *http.Request) visitor {
	p, err := b.Desk.Programme(r.Context())
	if err != nil { // the page does without its name
		p = &release.Programme{}
	}
	return visitor{programme: p}
}

func (b *Board) location(r *http.Request) *time.Location { return b.nobody(r).programme.Location() }

// me is what the board knows of a visitor.
type me struct {
	Facts    []templates.Fact
	Sessions *templates.Table
}

// mePage shows somebody who they are here and where they are signed in.
func (b *Board) mePage(r *http.Request, v visitor) (string, templates.Site, error) {
	all, this, err := b.Access.Sessions(r.Context(), b.token(r))
	if err != nil {
		return "", templates.Site{}, err
	}
	loc := v.programme.Location()
	table := templates.Table{Caption: "Where you are signed in", Columns: []templates.Column{
		{Title: "Browser"}, {Title: "Since"}, {Title: "Last used"}, {Title: "Ends"},
	}}
	for _, s := range all {
		browser := templates.Cell{Text: browserOf(s.Agent), Note: roadWords[s.Road], Head: true}
		if s.ID == this {
			browser.Badge = templates.Badge{Text: "this one", Tone: templates.Good}
		}
		table.Rows = append(table.Rows, []templates.Cell{
			browser, {Text: release.Instant(s.BeganAt, loc)}, {Text: release.Instant(s.SeenAt, loc)}, {Text: release.Instant(s.EndsAt, loc)},
		})
	}
	return "me", templates.Site{Title: v.who.Name, Data: me{
		Facts:    []templates.Fact{{Label: "Mail", Value: v.who.Mail}, {Label: "Roles", Value: rolesOf(v)}},
		Sessions: &table,
	}}, nil
}

var roadWords = map[release.SessionRoad]string{
	release.InByLink: "with a one-time link", release.InByAccount: "with your account",
}

func rolesOf(v visitor) string {
	var all []string
	for _, h := range v.who.Roles {
		party, _ := v.programme.Party(h.Party)
		all = append(all, h.Role.String()+", "+party.Name)
	}
	return strings.Join(all, "\n")
}

// browserOf names a browser from what it calls itself, which says much more than
// anybody wants to read.
func browserOf(agent string) string {
	for _, x := range []struct{ mark, name string }{
		{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
	} {
		if strings.Contains(agent, x.mark) {
			return x.name + systemOf(agent)
		}
	}
	return "Another program"
}

func systemOf(agent string) string {
	for _, x := range []struct{ mark, name string }{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"}, {"Mac OS X", "a Mac"}, {"Linux", "Linux"},
	} {
		if strings.Contains(agent, x.mark) {
			return " on " + x.name
		}
	}
	return ""
}
