package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// secret is a value that never shows itself in a log or a message.
type secret string

// String hides the secret.
func (s secret) String() string {
	if s == "" {
		return "not set"
	}
	return "set"
}

// LogValue hides the secret from structured logs.
func (s secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// config is the environment, read once and checked whole.
type config struct {
	DatabaseURL   string
	BotToken      secret
	SigningSecret secret
	AppToken      secret // set: Socket Mode
	SlackAPI      string
	SMTP          reports.SMTP
	MailFrom      mail.Address
	Programme     string
	PublicURL     string
	ChannelURL    string // opens the board's channel; empty is Slack's own link
	Listen        string
	OIDC          oidcConfig
	Git           gitCredentials
	Sources       release.Sources // looks into source control; nil is the git hosts themselves
	LogLevel      slog.Level
	LogJSON       bool
	// DeliveryTimeout bounds one delivery; zero is the queue's own bound.
	DeliveryTimeout time.Duration
	// AnswerWithin bounds the answer to Slack; zero is what Slack waits for.
	AnswerWithin time.Duration
}

// need says which part of the environment a command cannot do without.
type need int

const (
	needDatabase need = 1 << iota
	needSlack
	needMail
)

// variable documents one variable of the environment.
type variable struct{ name, use string }

// variables is the whole environment, in the order in which help shows it.
func variables() []variable {
	return []variable{
		{"DATABASE_URL", "postgres://user:password@host/name or sqlite:PATH (default sqlite:gonogo.db)"},
		{"SLACK_BOT_TOKEN", "the bot token of the Slack app, xoxb-…"},
		{"SLACK_SIGNING_SECRET", "the signing secret of the Slack app; needed without Socket Mode"},
		{"SLACK_APP_TOKEN", "an app-level token, xapp-…; when set, Socket Mode is used"},
		{"SLACK_API_URL", "another base of the Slack Web API, for tests and proxies"},
		{"SMTP_URL", "smtp://user:password@host:587 or smtps://host:465; TLS is required off loopback unless ?tls=off"},
		{"MAIL_FROM", "the sender of all mail, for example \"Release Control <release@example.org>\""},
		{"GONOGO_PROGRAMME", "the programme file that `programme check` and `programme apply` take by default"},
		{"GONOGO_PUBLIC_URL", "where the outside reaches gonogo, https://…"},
		{"GONOGO_OIDC_ISSUER", "a provider at which people sign in to the pages with their account, https://slack.com or any that speaks OpenID Connect; not set: links alone"},
		{"GONOGO_OIDC_CLIENT_ID", "what the provider calls gonogo; its redirect address is GONOGO_PUBLIC_URL/in/account/back"},
		{"GONOGO_OIDC_CLIENT_SECRET", "the secret that the provider gave gonogo"},
		{"GONOGO_LISTEN", "the address to listen on (default 127.0.0.1:8080)"},
		{"GONOGO_GIT_CREDENTIALS", "for git hosts that want credentials over https: https://name:token@host, several separated by commas"},
		{"GONOGO_LOG", "debug, info, warn or error, and text or json, for example \"info,json\" (default info,text)"},
	}
}

// readConfig reads the environment; the error names every mistake at once.
func readConfig(getenv func(string) string, needs need) (config, error) {
	r := configReader{getenv: getenv}
	c := config{
		DatabaseURL:   r.text("DATABASE_URL", "sqlite:gonogo.db"),
		BotToken:      secret(r.text("SLACK_BOT_TOKEN", "")),
		SigningSecret: secret(r.text("SLACK_SIGNING_SECRET", "")),
		AppToken:      secret(r.text("SLACK_APP_TOKEN", "")),
		SlackAPI:      r.url("SLACK_API_URL", "http", "https"),
		Programme:     r.text("GONOGO_PROGRAMME", ""),
		PublicURL:     strings.TrimSuffix(r.url("GONOGO_PUBLIC_URL", "http", "https"), "/"),
		Listen:        r.listen(),
		Git:           r.git(),
	}
	r.oidc(&c)
	r.database(c.DatabaseURL)
	r.log(&c)
	if needs&needSlack != 0 {
		r.slack(c)
	}
	r.mail(&c, needs&needMail != 0)
	return c, errors.Join(r.mistakes...)
}

type configReader struct {
	getenv   func(string) string
	mistakes []error
}

func (r *configReader) mistakef(name, format string, args ...any) {
	r.mistakes = append(r.mistakes, fmt.Errorf("%s %s", name, fmt.Sprintf(format, args...)))
}

func (r *configReader) text(name, otherwise string) string {
	if value := strings.TrimSpace(r.getenv(name)); value != "" {
		return value
	}
	return otherwise
}

func (r *configReader) url(name string, schemes ...string) string {
	value := r.text(name, "")
	if value == "" {
		return ""
	}
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		r.mistakef(name, "is not an address beginning with %s://", strings.Join(schemes, ":// or "))
	}
	return value
}

func (r *configReader) listen() string {
	value := r.text("GONOGO_LISTEN", "127.0.0.1:8080")
	if _, _, err := net.SplitHostPort(value); err != nil {
		r.mistakef("GONOGO_LISTEN", "is not host:port, for example 127.0.0.1:8080")
	}
	return value
}

func (r *configReader) git() gitCredentials {
	credentials, err := parseGitCredentials(r.text("GONOGO_GIT_CREDENTIALS", ""))
	if err != nil {
		r.mistakef("GONOGO_GIT_CREDENTIALS", "cannot be used: %v", err)
	}
	return credentials
}

func (r *configReader) database(value string) {
	scheme, rest, ok := strings.Cut(value, ":")
	known := scheme == "postgres" || scheme == "postgresql" || scheme == "sqlite"
	if !ok || !known || rest == "" {
		r.mistakef("DATABASE_URL", "begins with neither postgres:// nor sqlite: (its value is not shown, it may hold a password)")
	}
}

func (r *configReader) slack(c config) {
	if !strings.HasPrefix(string(c.BotToken), "xoxb-") {
		r.mistakef("SLACK_BOT_TOKEN", "is needed: the bot token of the installed app, beginning with xoxb-")
	}
	switch {
	case c.AppToken == "" && c.SigningSecret == "":
		r.mistakef("SLACK_SIGNING_SECRET", "is needed for HTTP, or SLACK_APP_TOKEN for Socket Mode")
	case c.AppToken != "" && !strings.HasPrefix(string(c.AppToken), "xapp-"):
		r.mistakef("SLACK_APP_TOKEN", "is not an app-level token: it begins with xapp-")
	}
}

func (r *configReader) mail(c *config, needed bool) {
	value, from := r.text("SMTP_URL", ""), r.text("MAIL_FROM", "")
	if needed && value == "" {
		r.mistakef("SMTP_URL", "is needed: the relay that carries the mail, smtp://host:587 or smtps://host:465")
	}
	if needed && from == "" {
		r.mistakef("MAIL_FROM", "is needed: the sender of all mail")
	}
	if value != "" {
		smtp, err := reports.ParseSMTP(value)
		if err != nil {
			r.mistakef("SMTP_URL", "cannot be used: %v", err)
		}
		c.SMTP = smtp
	}
	if from != "" {
		address, err := mail.ParseAddress(from)
		if err != nil {
			r.mistakef("MAIL_FROM", "is not a mail address such as \"Release Control <release@example.org>\"")
			return
		}
		c.MailFrom = *address
	}
}

func (r *configReader) log(c *config) {
	for word := range strings.SplitSeq(r.text("GONOGO_LOG", "info"), ",") {
		switch word = strings.TrimSpace(word); word {
		case "json":
			c.LogJSON = true
		case "text":
			c.LogJSON = false
		default:
			if err := c.LogLevel.UnmarshalText([]byte(word)); err != nil {
				r.mistakef("GONOGO_LOG", "has %q, which is none of debug, info, warn, error, text, json", word)
			}
		}
	}
}
