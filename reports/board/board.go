// Package board holds the web pages that people open without Slack: so far the
// questionnaire of a review, behind a signed link.
//
// It exists because most of those whom a review asks work in other organisations
// and may have no account in the programme's workspace; a link from a mail is all
// they need. It speaks HTTP and HTML and decides nothing: what may be said, and by
// whom, is the Desk's.
package board

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// Desk is what the pages need of the release.Desk.
type Desk interface {
	Mailing
	Programme(ctx context.Context) (*release.Programme, error)
	ReadReview(ctx context.Context, id int64) (release.ReviewView, error)
	AnswerReview(ctx context.Context, in release.Intent, id int64, road release.AnswerRoad, answer release.Answer) (release.ReviewView, error)
	Records
	Pictures
	Plans
}

// Config is what the board is made of.
type Config struct {
	Desk      Desk
	Visits    Visits
	Ledger    release.LedgerReader
	Archive   Archive
	Access    Access
	Account   *Account // nil where people sign in with links alone
	Calendars Calendars
	Exports   reports.ExportSource
	// Letterhead writes the calendars as programs read them.
	Letterhead reports.Letterhead
	Links      release.Links
	PublicURL  string // where the outside reaches the board, https://…
	Templates  *templates.Set
	Now        func() time.Time
	Log        *slog.Logger
	Banner     string // stands above every page of a rehearsal (R31)
}

// Board serves the pages.
type Board struct {
	Config
	pace *pace
	// least is how long the answer takes at least that tells nobody who is known.
	least time.Duration
}

// least is more than it takes to look somebody up and promise them a mail.
const least = 250 * time.Millisecond

// New returns a board.
func New(c Config) *Board { return &Board{Config: c, pace: newPace(c.Now), least: least} }

// maxBody bounds what is read of a form: every text at its longest fits.
const maxBody = 128 << 10

// Handler serves the pages. Nothing it serves is kept by anybody on the way, names
// its address to others, or may be shown inside another page.
func (b *Board) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /review/{token}", b.showReview)
	mux.HandleFunc("POST /review", b.takeReview)
	mux.HandleFunc("GET /assets/{name}", b.asset)
	b.access(mux)
	b.mail(mux)
	b.confirmations(mux)
	b.feeds(mux)
	mux.HandleFunc("GET /exports/{file}", b.export)
	b.papers(mux)
	mux.HandleFunc("GET /releases/{number}/evidence", b.evidencePack)
	for what, p := range b.pages() {
		mux.HandleFunc(what, b.signed(p))
	}
	own := b.sameOrigin().Handler(b.found(mux))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		if b.secure() {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		h.Set("X-Robots-Tag", "noindex")
		h.Set("Content-Security-Policy",
			"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		own.ServeHTTP(w, r)
	})
}

// sameOrigin turns away what a page of another site sends: a browser that is signed
// in would send its cookie along.
func (b *Board) sameOrigin() *http.CrossOriginProtection {
	own := http.NewCrossOriginProtection()
	if b.PublicURL != "" {
		if err := own.AddTrustedOrigin(originOf(b.PublicURL)); err != nil { // the address is checked at the start
			b.Log.Error("public address not trusted", "error", err.Error())
		}
	}
	own.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.shut(w, r, &release.Refusal{
			Code: release.CodeForbidden, What: "Nothing was changed.", Why: "This came from a page that is not ours.", Next: "Open the page from the board, and try again.",
		})
	}))
	return own
}

// originOf returns the scheme and host of an address, without its path.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}

// write answers with a page.
func (b *Board) write(w http.ResponseWriter, r *http.Request, status int, f templates.Form) {
	f.Lang, f.Banner = "en-GB", b.Banner
	html, err := b.Templates.Form(f)
	if err != nil {
		b.Log.ErrorContext(r.Context(), "page not written", "error", err.Error())
		http.Error(w, "Something went wrong on our side. Try again in a minute.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(html)) //nolint:gosec // html/template escaped it; whoever went away does not read it
}

// fail answers with why nothing was done and what to do next: a refusal as it is, a
// fault with a reference that is in the log.
func (b *Board) fail(w http.ResponseWriter, r *http.Request, err error) {
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
	f := templates.Form{
		Title: refusal.What, Kicker: "review", Lead: templates.Callout{Tone: templates.Bad, Label: refusal.Why, Text: refusal.Next},
	}
	if p, err := b.Desk.Programme(r.Context()); err == nil {
		f.Programme = p.Name
	}
	b.write(w, r, status, f)
}

func statusOf(code release.Code) int {
	switch code {
	case release.CodeForbidden, release.CodeUnknownPerson, release.CodeProof:
		return http.StatusForbidden
	case release.CodeNotFound:
		return http.StatusNotFound
	case release.CodeStale:
		return http.StatusGone
	case release.CodeState, release.CodeHandled:
		return http.StatusConflict
	case codeBusy:
		return http.StatusTooManyRequests
	case codeLarge:
		return http.StatusRequestEntityTooLarge
	case codeMethod:
		return http.StatusMethodNotAllowed
	case release.CodeInvalid, release.CodeUnreachable:
	}
	return http.StatusBadRequest
}
