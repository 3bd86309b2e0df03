package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot"
	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// doctorCmd is `gonogo doctor`.
type doctorCmd struct{}

// examination is one part that the doctor looks at. A finding that is empty
// says that all is well; ok says in a few words what was seen.
type examination struct {
	part string
	look func(ctx context.Context) (ok string, err error)
}

// Run looks at every part, prints one line each and fails if one is not well.
func (doctorCmd) Run(ctx context.Context, t *terminal) error {
	c, err := readConfig(t.Getenv, needDatabase|needSlack|needMail)
	if err != nil {
		fmt.Fprintf(t.Out, "FAIL  environment   %s\n", strings.ReplaceAll(err.Error(), "\n", "\n                    "))
		return errors.New("the environment is not complete; nothing else was looked at")
	}
	sick := 0
	for _, e := range examinations(c) {
		look, cancel := context.WithTimeout(ctx, 20*time.Second)
		seen, err := e.look(look)
		cancel()
		if err != nil {
			sick++
			fmt.Fprintf(t.Out, "FAIL  %-13s %s\n", e.part, explain(err))
			continue
		}
		fmt.Fprintf(t.Out, "ok    %-13s %s\n", e.part, seen)
	}
	if sick > 0 {
		return fmt.Errorf("%d of the parts need attention", sick)
	}
	return nil
}

func examinations(c config) []examination {
	d := &doctor{config: c, slack: newSlack(c)}
	return []examination{
		{"database", d.database},
		{"programme", d.programme},
		{"calendars", func(context.Context) (string, error) { return d.calendars() }},
		{"ledger", d.ledger},
		{"Slack", d.slackToken},
		{"Slack scopes", d.slackScopes},
		{"RCB channel", d.channel},
		{"intake", d.intake},
		{"mail", d.mail},
		{"accounts", d.account},
	}
}

// What keeps the doctor from looking further.
var (
	errNoDatabase  = errors.New("not looked at: the database first")
	errNoToken     = errors.New("not looked at: Slack first")
	errNoProgramme = errors.New("not looked at: no programme")
)

// doctor remembers what one look found for the next.
type doctor struct {
	config config
	slack  *slack.Client
	ready  bool // the database answers and has this version's schema
	bot    bool // Slack takes the token
	scopes []string
	found  *release.Programme
}

func (d *doctor) open(ctx context.Context) (*storage.DB, error) {
	return storage.Open(ctx, d.config.DatabaseURL, storage.Options{Now: time.Now, Log: slog.New(slog.DiscardHandler)})
}

func (d *doctor) database(ctx context.Context) (string, error) {
	db, err := d.open(ctx)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }() // only read from
	if err := db.RequireMigrated(ctx); err != nil {
		return "", err
	}
	d.ready = true
	return "reachable, schema up to date", nil
}

func (d *doctor) programme(ctx context.Context) (string, error) {
	if !d.ready {
		return "", errNoDatabase
	}
	db, err := d.open(ctx)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }() // only read from
	p, err := release.NewDesk(db, time.Now).Programme(ctx)
	if err != nil {
		return "", err
	}
	d.found = p
	return fmt.Sprintf("%s, version %d: %d parties, %d people", p.Name, p.Version, len(p.Parties), len(p.People)), nil
}

func (d *doctor) calendars() (string, error) {
	if d.found == nil {
		return "", errNoProgramme
	}
	return calendarsKnown(d.found, time.Now())
}

func (d *doctor) ledger(ctx context.Context) (string, error) {
	if !d.ready {
		return "", errNoDatabase
	}
	db, err := d.open(ctx)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }() // only read from
	v, err := db.VerifyLedger(ctx)
	if err != nil {
		return "", err
	}
	return verdict(v)
}

func (d *doctor) slackToken(ctx context.Context) (string, error) {
	who, err := d.slack.AuthTestContext(ctx)
	if _, answered := errors.AsType[slack.SlackErrorResponse](err); err != nil && !answered {
		return "", fmt.Errorf("no answer from Slack: %w", err)
	}
	if err != nil {
		return "", fmt.Errorf("SLACK_BOT_TOKEN is not accepted: %w", err)
	}
	d.bot = true
	d.scopes = strings.Split(who.Header.Get("X-Oauth-Scopes"), ",")
	if d.found != nil && d.found.Slack.Team != who.TeamID {
		return "", fmt.Errorf("the token is for workspace %s (%s), the programme file names %s: correct slack.team",
			who.TeamID, who.Team, d.found.Slack.Team)
	}
	return fmt.Sprintf("the bot is %s in %s", who.User, who.Team), nil
}

func (d *doctor) slackScopes(context.Context) (string, error) {
	if !d.bot {
		return "", errNoToken
	}
	if len(d.scopes) < 2 {
		return "not told by this Slack; the manifest names those needed", nil
	}
	var missing []string
	for _, scope := range bot.Scopes() {
		if !slices.Contains(d.scopes, scope) {
			missing = append(missing, scope)
		}
	}
	if len(missing) > 0 {
		return "", fmt.Errorf("missing: %s: add them in the app's settings and reinstall it", strings.Join(missing, ", "))
	}
	return "all granted", nil
}

func (d *doctor) channel(ctx context.Context) (string, error) {
	switch {
	case !d.bot:
		return "", errNoToken
	case d.found == nil:
		return "", errNoProgramme
	}
	id := d.found.Slack.RCB
	_, err := d.slack.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{ChannelID: id, Limit: 1})
	if err != nil {
		return "", fmt.Errorf("channel %s of the programme file cannot be read: invite the bot there, or correct slack.rcb: %w", id, err)
	}
	return id + ", the bot is in it", nil
}

func (d *doctor) intake(ctx context.Context) (string, error) {
	if d.config.AppToken == "" {
		if d.config.PublicURL == "" {
			return "", errors.New("set GONOGO_PUBLIC_URL to where Slack reaches gonogo, or use Socket Mode with SLACK_APP_TOKEN")
		}
		return "HTTP at " + d.config.PublicURL + "/slack/commands", nil
	}
	if _, _, err := d.slack.StartSocketModeContext(ctx); err != nil {
		return "", fmt.Errorf("SLACK_APP_TOKEN is not accepted for Socket Mode: %w", err)
	}
	return "Socket Mode", nil
}

func (d *doctor) mail(ctx context.Context) (string, error) {
	mailer := reports.NewMailer(d.config.SMTP, time.Now, slog.New(slog.DiscardHandler))
	defer mailer.Close()
	if err := mailer.Check(ctx); err != nil {
		return "", err
	}
	return "the relay answers; mail will come from " + d.config.MailFrom.String(), nil
}

// newSlack returns the Slack client of the configuration.
func newSlack(c config) *slack.Client {
	return slack.New(string(c.BotToken), append(slackAt(c), slack.OptionAppLevelToken(string(c.AppToken)))...)
}

// slackAt returns the option for another base of the Web API, if one is set.
func slackAt(c config) []slack.Option {
	if c.SlackAPI == "" {
		return nil
	}
	return []slack.Option{slack.OptionAPIURL(strings.TrimSuffix(c.SlackAPI, "/") + "/")}
}
