package board

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"gonogo.dev/release"
)

// AccountConfig is a provider at which people have accounts: "Sign in with Slack",
// or any other that speaks OpenID Connect.
type AccountConfig struct {
	Issuer       string
	ClientID     string
	ClientSecret string
	PublicURL    string // where the provider sends people back to
	Now          func() time.Time
	HTTP         *http.Client // one that gives up after 10 seconds when nil
}

// Account signs people in with their account at a provider.
type Account struct {
	AccountConfig
	mu       sync.Mutex
	provider *oidc.Provider
}

// The path to which a provider sends people back, and how long they may take there.
const (
	accountBack = "/in/account/back"
	accountTime = 10 * time.Minute
	answerTime  = 10 * time.Second
)

// NewAccount returns a way to sign in at a provider, which is asked what it offers
// when somebody first needs it: gonogo starts without it, too.
func NewAccount(c AccountConfig) *Account {
	if c.HTTP == nil {
		c.HTTP = &http.Client{Timeout: answerTime}
	}
	return &Account{AccountConfig: c}
}

// Discover asks the provider what it offers, once.
func (a *Account) Discover(ctx context.Context) (*oidc.Provider, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.provider != nil {
		return a.provider, nil
	}
	// The provider fetches its keys with this context later on, too.
	p, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), a.HTTP), a.Issuer)
	if err != nil {
		return nil, fmt.Errorf("ask %s what it offers: %w", a.Issuer, err)
	}
	a.provider = p
	return p, nil
}

// attempt is one way to the provider and back; a cookie remembers it.
type attempt struct{ state, nonce, verifier, next string }

func newAttempt(next string) attempt {
	return attempt{state: rand.Text(), nonce: rand.Text(), verifier: oauth2.GenerateVerifier(), next: release.Inside(next)}
}

func (a *Account) client(p *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{
		ClientID: a.ClientID, ClientSecret: a.ClientSecret, Endpoint: p.Endpoint(), RedirectURL: a.PublicURL + accountBack,
		Scopes: []string{oidc.ScopeOpenID, "email", "profile"},
	}
}

// address is where somebody signs in.
func (a *Account) address(ctx context.Context, x attempt) (string, error) {
	p, err := a.Discover(ctx)
	if err != nil {
		return "", err
	}
	return a.client(p).AuthCodeURL(x.state, oidc.Nonce(x.nonce), oauth2.S256ChallengeOption(x.verifier)), nil
}

// claims are what a provider says of somebody.
type claims struct {
	Mail     string `json:"email"`
	Verified bool   `json:"email_verified"`
	User     string `json:"https://slack.com/user_id"`
	Team     string `json:"https://slack.com/team_id"`
}

// identify returns whose account it is, from the code with which they came back.
func (a *Account) identify(ctx context.Context, x attempt, code string) (release.Account, error) {
	p, err := a.Discover(ctx)
	if err != nil {
		return release.Account{}, err
	}
	ctx = oidc.ClientContext(ctx, a.HTTP)
	token, err := a.client(p).Exchange(ctx, code, oauth2.VerifierOption(x.verifier))
	if err != nil {
		return release.Account{}, fmt.Errorf("exchange the code at %s: %w", a.Issuer, err)
	}
	raw, _ := token.Extra("id_token").(string)
	id, err := p.Verifier(&oidc.Config{ClientID: a.ClientID, Now: a.Now}).Verify(ctx, raw)
	if err != nil {
		return release.Account{}, fmt.Errorf("verify what %s says: %w", a.Issuer, err)
	}
	if id.Nonce != x.nonce {
		return release.Account{}, fmt.Errorf("verify what %s says: it was said to somebody else", a.Issuer)
	}
	var said claims
	if err := id.Claims(&said); err != nil {
		return release.Account{}, fmt.Errorf("read what %s says: %w", a.Issuer, err)
	}
	who := release.Account{Slack: release.SlackID{Team: said.Team, User: said.User}}
	if said.Verified {
		who.Mail = said.Mail
	}
	return who, nil
}

// toAccount sends somebody to the provider. The cookie with which they come back is
// bound to their browser: nobody can be signed in by another's answer.
func (b *Board) toAccount(w http.ResponseWriter, r *http.Request) {
	x := newAttempt(r.URL.Query().Get(fieldNext))
	where, err := b.Account.address(r.Context(), x)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	b.remember(w, b.Links.Seal(accountPurpose, b.Now().Add(accountTime), x.state, x.nonce, x.verifier, x.next), int(accountTime/time.Second))
	http.Redirect(w, r, where, http.StatusSeeOther) //nolint:gosec // the provider's own address; nothing of the request is in it
}

// accountPurpose keeps what is remembered from being taken for anything else.
const accountPurpose = "account"

// remember keeps an attempt in the browser for so many seconds.
func (b *Board) remember(w http.ResponseWriter, token string, seconds int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // a rehearsal over plain http has no secure cookies
		Name: cookieName(b.secure()) + "-" + accountPurpose, Value: token, Path: "/", MaxAge: seconds, HttpOnly: true, Secure: b.secure(),
		SameSite: http.SameSiteLaxMode,
	})
}

// fromAccount lets somebody in who comes back from the provider.
func (b *Board) fromAccount(w http.ResponseWriter, r *http.Request) {
	x, err := b.attempted(r)
	b.remember(w, "", -1)
	if err != nil {
		b.shut(w, r, err)
		return
	}
	q := r.URL.Query()
	if q.Get("error") != "" {
		b.shut(w, r, stillOut("The provider did not sign you in: "+release.Clip(strings.ToValidUTF8(q.Get("error"), ""), 80)+"."))
		return
	}
	who, err := b.Account.identify(r.Context(), x, q.Get("code"))
	if err != nil {
		b.shut(w, r, err)
		return
	}
	session, err := b.Access.ComeByAccount(r.Context(), who, r.UserAgent())
	if err != nil {
		b.shut(w, r, err)
		return
	}
	b.welcome(w, r, session, x.next)
}

// attempted reads what the browser remembers, and whether it is this answer's.
func (b *Board) attempted(r *http.Request) (attempt, error) {
	c, err := r.Cookie(cookieName(b.secure()) + "-" + accountPurpose)
	if err != nil {
		return attempt{}, stillOut("This browser did not begin it, or took longer than ten minutes.")
	}
	said, ends, ok := b.Links.Unseal(accountPurpose, c.Value, 4)
	if !ok || !b.Now().Before(ends) || said[0] != r.URL.Query().Get("state") {
		return attempt{}, stillOut("The answer is not the one this browser waits for, or it came too late.")
	}
	return attempt{state: said[0], nonce: said[1], verifier: said[2], next: said[3]}, nil
}

func stillOut(why string) error {
	return &release.Refusal{Code: release.CodeForbidden, What: "You are not signed in.", Why: why, Next: "Begin again at /in, or write /release board in Slack."}
}
