package board

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Visits knows who is behind a browser.
type Visits interface {
	// Visitor returns who is signed in with a session's token; nobody is a refusal
	// with CodeUnknownPerson. A page that asks for itself has nobody here.
	Visitor(ctx context.Context, token string, here bool) (release.Person, *release.Programme, error)
}

// visitor is who looks at a page, with the programme of that moment.
type visitor struct {
	who       release.Person
	programme *release.Programme
}

// page makes a page for somebody who is signed in. What it returns is shown, or why
// there is nothing to show.
type page func(r *http.Request, v visitor) (string, templates.Site, error)

// pages are the pages for people who are signed in, by what is asked for. A page
// only reads.
func (b *Board) pages() map[string]page {
	return map[string]page{
		"GET /{$}":               b.releases,
		"GET /releases":          b.everyRelease,
		"GET /releases/{number}": b.release,

		"GET /releases/{number}/communications": b.planPage,
		"GET /rfcs":                             b.rfcs,
		"GET /rfcs/{number}":                    b.rfc,
		"GET /ballots/{id}":                     b.ballot,
		"GET /ledger":                           b.ledger,
		"GET /ledger/{index}":                   b.entry,
		"GET /me/feeds":                         b.feedsPage,
		"GET /exports":                          b.exportsPage,
		"GET /me/mail":                          b.mailPage,
		"GET /me":                               b.mePage,
		"GET /matrix":                           b.matrixPage,
		"GET /environments":                     b.environmentsPage,
		"GET /environments/{id}":                b.environmentPage,
		"GET /environments/{id}/{system}":       b.systemPage,
		"GET /figures":                          b.figures,
		"GET /calendar":                         b.calendarPage,
	}
}

// places are the ways through the board, in the order in which they stand there.
func places() []templates.Link {
	return []templates.Link{
		{Text: "Releases", URL: "/"},
		{Text: "RFCs", URL: "/rfcs"},
		{Text: "Versions", URL: "/matrix"},
		{Text: "Environments", URL: "/environments"},
		{Text: "Calendar", URL: "/calendar"},
		{Text: "Figures", URL: "/figures"},
		{Text: "Ledger", URL: "/ledger"},
	}
}

// Cookie is the name of the cookie that holds a session's token. Over https it has
// the prefix that binds it to this host alone.
const Cookie = "gonogo"

func cookieName(secure bool) string {
	if secure {
		return "__Host-" + Cookie
	}
	return Cookie
}

// liveHeader is what a page says that asks for itself, see site.js: it keeps nobody
// signed in.
const liveHeader = "X-Live"

// visitor returns who asks.
func (b *Board) visitor(r *http.Request) (visitor, error) {
	who, programme, err := b.Visits.Visitor(r.Context(), b.token(r), r.Header.Get(liveHeader) == "")
	return visitor{who: who, programme: programme}, err
}

// token returns the token of the browser's session; empty where there is none.
func (b *Board) token(r *http.Request) string {
	c, err := r.Cookie(cookieName(b.secure()))
	if err != nil {
		return ""
	}
	return c.Value
}

// secure tells whether people reach the board over https.
func (b *Board) secure() bool { return strings.HasPrefix(b.PublicURL, "https://") }

// signed serves a page to whoever is signed in, and the way in to everybody else.
func (b *Board) signed(p page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := b.visitor(r)
		if err != nil {
			b.wayIn(w, r, err)
			return
		}
		name, site, err := p(r, v)
		if err != nil {
			b.refuse(w, r, v, err)
			return
		}
		b.show(w, r, http.StatusOK, v, name, site)
	}
}

// show answers with a page.
func (b *Board) show(w http.ResponseWriter, r *http.Request, status int, v visitor, name string, s templates.Site) {
	s.Lang, s.Banner, s.Who = "en-GB", b.Banner, v.who.Name
	if v.programme != nil {
		s.Programme = v.programme.Name
	}
	for _, x := range places() {
		if v.who.ID == "" {
			break // nothing but the way in is for them
		}
		here := x.URL == r.URL.Path || (x.URL != "/" && strings.HasPrefix(r.URL.Path, x.URL+"/"))
		here = here || (x.URL == "/" && strings.HasPrefix(r.URL.Path, "/releases")) || (x.URL == "/rfcs" && strings.HasPrefix(r.URL.Path, "/ballots/"))
		s.Places = append(s.Places, templates.Place{Link: x, Here: here})
	}
	html, err := b.Templates.Site(name, s)
	if err != nil {
		b.Log.ErrorContext(r.Context(), "page not written", "page", name, "error", err.Error())
		http.Error(w, "Something went wrong on our side. Try again in a minute.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(html)) // whoever went away does not read it
}

// refuse shows somebody who is signed in why there is nothing to show.
func (b *Board) refuse(w http.ResponseWriter, r *http.Request, v visitor, err error) {
	refusal, refused := release.AsRefusal(err)
	status := http.StatusInternalServerError
	if refused {
		status = statusOf(refusal.Code)
	} else {
		ref := rand.Text()[:6]
		b.Log.ErrorContext(r.Context(), "page failed", "reference", ref, "path", r.Pattern, "error", err.Error())
		refusal = &release.Refusal{
			What: "Something went wrong on our side.", Why: "It is in our log under the reference " + ref + ".", Next: "Try again in a minute.",
		}
	}
	b.show(w, r, status, v, "refused", templates.Site{
		Title: refusal.What, Data: templates.Callout{Tone: templates.Bad, Label: refusal.Why, Text: refusal.Next},
	})
}

// asset serves what the pages load; its name changes with its content.
func (b *Board) asset(w http.ResponseWriter, r *http.Request) {
	content, mime, ok := templates.Asset(r.PathValue("name"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Type", mime)
	_, _ = w.Write(content) //nolint:gosec // an embedded file; whoever went away does not read it
}
