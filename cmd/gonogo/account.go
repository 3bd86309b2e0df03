package main

import (
	"context"
	"net"
	"net/url"
	"time"

	web "gonogo.dev/reports/board"
)

// oidcConfig is a provider at which people sign in with their account.
type oidcConfig struct {
	Issuer       string
	ClientID     string
	ClientSecret secret
}

// oidc reads the provider: the whole of it or nothing.
func (r *configReader) oidc(c *config) {
	c.OIDC = oidcConfig{
		Issuer: r.url("GONOGO_OIDC_ISSUER", "http", "https"), ClientID: r.text("GONOGO_OIDC_CLIENT_ID", ""), ClientSecret: secret(r.text("GONOGO_OIDC_CLIENT_SECRET", "")),
	}
	if c.OIDC == (oidcConfig{}) {
		return
	}
	if c.OIDC.Issuer == "" {
		r.mistakef("GONOGO_OIDC_ISSUER", "is needed with the other GONOGO_OIDC variables: the provider's address")
	}
	if c.OIDC.ClientID == "" {
		r.mistakef("GONOGO_OIDC_CLIENT_ID", "is needed with GONOGO_OIDC_ISSUER: what the provider calls gonogo")
	}
	if c.OIDC.ClientSecret == "" {
		r.mistakef("GONOGO_OIDC_CLIENT_SECRET", "is needed with GONOGO_OIDC_ISSUER: the secret the provider gave gonogo")
	}
	if c.PublicURL == "" {
		r.mistakef("GONOGO_PUBLIC_URL", "is needed with GONOGO_OIDC_ISSUER: the provider sends people back to it")
	}
	if u, err := url.Parse(c.OIDC.Issuer); err == nil && u.Scheme == "http" && !isLoopback(u.Hostname()) {
		r.mistakef("GONOGO_OIDC_ISSUER", "is not safe without https://, except on this machine")
	}
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}

// newAccount returns the provider's way in; nil where none is configured.
func newAccount(c config, now func() time.Time) *web.Account {
	if c.OIDC.Issuer == "" {
		return nil
	}
	return web.NewAccount(web.AccountConfig{
		Issuer: c.OIDC.Issuer, ClientID: c.OIDC.ClientID, ClientSecret: string(c.OIDC.ClientSecret), PublicURL: c.PublicURL, Now: now,
	})
}

// account asks the provider what it offers.
func (d *doctor) account(ctx context.Context) (string, error) {
	if d.config.OIDC.Issuer == "" {
		return "none configured: people come in by links", nil
	}
	if _, err := newAccount(d.config, time.Now).Discover(ctx); err != nil {
		return "", err
	}
	return d.config.OIDC.Issuer + " answers", nil
}
