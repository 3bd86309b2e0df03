package bot

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

const (
	botToken = "xoxb-box"
	appToken = "xapp-box"
	secret   = "8f742231b10e8888abcd99yyyzzz85a5"
)

// clock stands still until it is moved.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) MoveTo(_ context.Context, t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = t
	return nil
}

// office is the whole bot between a workspace in a box and a store in memory.
type office struct {
	t        *testing.T
	clock    *clock
	store    *memory
	desk     *release.Desk
	box      *workspace.Workspace
	boxURL   string
	bot      *Bot
	appURL   string
	poster   *Poster
	log      *logbook
	mu       sync.Mutex
	observed []string
	places   map[string]release.CardPlace
	carried  map[string]release.Receipt
}

// logbook keeps what was logged.
type logbook struct {
	strings.Builder

	mu sync.Mutex
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Builder.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Builder.String()
}

func (o *office) CardPlace(_ context.Context, subject string) (release.CardPlace, error) {
	return o.places[subject], nil
}

// open starts an office; change may alter the programme and the bot's config.
func open(t *testing.T, change ...func(*release.Programme, *Config)) *office {
	t.Helper()
	p := programme()
	o := &office{t: t, clock: &clock{t: start}, log: &logbook{}, places: map[string]release.CardPlace{}, carried: map[string]release.Receipt{}}
	var people []workspace.Person
	for _, x := range p.People {
		people = append(people, workspace.Person{TeamID: x.Slack[0].Team, UserID: x.Slack[0].User, Name: x.Name})
	}
	people = append(people, workspace.Person{UserID: unknown, Name: "Somebody Else"})
	var commands []workspace.Command
	for _, c := range Commands() {
		commands = append(commands, workspace.Command{Name: c.Name})
	}
	var err error
	o.box, err = workspace.New(workspace.Config{
		TeamID: team, TeamName: "Board", BotUserID: "U0BOT", BotName: "gonogo", BotToken: botToken, AppToken: appToken, SigningSecret: secret,
		People: people, Channels: []workspace.Channel{{ID: board, Name: "rcb"}}, Commands: commands, Clock: o.clock, AnswerWithin: 20 * time.Second,
	})
	if err != nil {
		t.Fatal(err)
	}
	api := httptest.NewServer(o.box.Handler())
	o.boxURL = api.URL
	o.box.SetHost(strings.TrimPrefix(api.URL, "http://"))
	client := slack.New(botToken, slack.OptionAPIURL(api.URL+"/api/"))
	cfg := Config{
		Slack: client, SigningSecret: secret, Now: o.clock.Now, Log: slog.New(slog.NewTextHandler(o.log, nil)), Observe: o.observe, AnswerWithin: 15 * time.Second,
		Files: FileAccess{API: api.URL + "/api/", Token: botToken, Within: 15 * time.Second},
		Report: func(_ context.Context, _ ReportName, x release.Person) (string, error) {
			return "Readiness for " + x.Name + "\nAll quiet.", nil
		},
	}
	for _, c := range change {
		c(p, &cfg)
	}
	o.store = newMemory(p)
	o.desk = release.NewDesk(o.store, o.clock.Now)
	cfg.Desk = o.desk
	o.bot = New(cfg)
	app := httptest.NewServer(o.bot.Handler())
	o.appURL = app.URL
	o.box.SetAppURL(app.URL)
	o.poster = NewPoster(PosterConfig{Desk: o.desk, Slack: client, Places: o, Now: o.clock.Now, Banner: cfg.Banner, Links: cfg.Links})
	t.Cleanup(func() {
		app.Close()
		o.settle()
		for _, m := range o.box.Methods() {
			if _, known := methods[m]; !known {
				t.Errorf("gonogo called %s, whose scopes nobody named", m)
			}
		}
		o.box.Close()
		api.Close()
	})
	return o
}

func (o *office) observe(verb, outcome string, _ time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.observed = append(o.observed, verb+" "+outcome)
}

// settle waits for what the bot does after its answers.
func (o *office) settle() {
	o.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := o.bot.Stop(ctx); err != nil {
		o.t.Error(err)
	}
}

// command types a command in the board's channel and returns what it showed.
func (o *office) command(user, text string) string {
	o.t.Helper()
	r, err := o.box.Command(o.t.Context(), user, board, text)
	if err != nil || r.Notice != "" {
		o.t.Fatalf("%s: %v %s\n%s", text, err, r.Notice, o.log)
	}
	o.settle()
	if r.Message == nil {
		return ""
	}
	return r.Message.Text
}

// work does what storage's workers do: it shows the cards and carries the notices.
func (o *office) work() {
	o.t.Helper()
	w := o.store.snapshot()
	var subjects []string
	for _, n := range sortedKeys(w.rfcs) {
		if w.rfcs[n].State != release.Draft {
			subjects = append(subjects, w.rfcs[n].Subject())
		}
	}
	for _, n := range sortedKeys(w.releases) {
		subjects = append(subjects, release.Release{Number: n}.Subject())
	}
	for _, r := range w.rolled {
		subjects = append(subjects, r.Subject())
	}
	for _, x := range w.planned {
		if x.RFC == 0 {
			subjects = append(subjects, x.Subject())
		}
	}
	for _, subject := range subjects {
		place, err := o.poster.Show(o.t.Context(), subject, o.places[subject])
		if err != nil {
			o.t.Fatal(err)
		}
		o.places[subject] = place
	}
	for _, n := range w.notices {
		if _, done := o.carried[n.Key]; done || n.Road == release.ByMail {
			continue
		}
		body, err := o.poster.Render(o.t.Context(), n)
		if err != nil {
			o.t.Fatal(err)
		}
		n.Body = body
		if o.carried[n.Key], err = o.poster.Carry(o.t.Context(), n); err != nil {
			o.t.Fatalf("carry %s: %v", n.Key, err)
		}
	}
}

// raised is an RFC raised by Elexon's release manager, with its card.
func (o *office) raised() release.RFC {
	o.t.Helper()
	r, err := o.desk.RaiseRFC(o.t.Context(), release.Intent{By: "elle"}, 0, 0, content())
	if err != nil {
		o.t.Fatal(err)
	}
	o.work()
	return r
}

// press presses a button on the card of RFC-1.
func (o *office) press(user, action string) {
	o.t.Helper()
	if err := o.box.Click(o.t.Context(), user, board, o.places["rfc/1"].TS, action, ""); err != nil {
		o.t.Fatalf("%s: %v\n%s", action, err, o.log)
	}
	o.settle()
}

// last is the newest message a person sees in a channel.
func (o *office) last(user, channel string) workspace.Message {
	o.t.Helper()
	all := o.box.Messages(channel, user)
	if len(all) == 0 {
		return workspace.Message{}
	}
	return all[len(all)-1]
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatalf("%v\n%s", err, o.log)
	}
}

func wants(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%q is missing in:\n%s", p, text)
		}
	}
}

func stamp(t time.Time) string { return fmt.Sprint(t.Unix()) }
