package workspace_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
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

func newClock() *clock { return &clock{t: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)} }

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

// heard is one request the app got.
type heard struct {
	path, body string
	header     http.Header
	command    slack.SlashCommand
	act        slack.InteractionCallback
}

// app is a small Slack app: it verifies what it gets, remembers it and answers as the test says.
type app struct {
	t      *testing.T
	clock  *clock
	mu     sync.Mutex
	got    []heard
	answer func(heard) any // nil body, string, or something for JSON
}

func (a *app) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	stamp := r.Header.Get("X-Slack-Request-Timestamp")
	if r.Header.Get("X-Slack-Signature") != workspace.Sign(secret, stamp, body) {
		a.t.Errorf("request to %s with a wrong signature", r.URL.Path)
	}
	h := heard{path: r.URL.Path, body: string(body), header: r.Header}
	form := httptest.NewRequest(http.MethodPost, "/", nil)
	form.PostForm, _ = parseForm(string(body))
	switch r.URL.Path {
	case "/slack/commands":
		form.Form = form.PostForm
		h.command, _ = slack.SlashCommandParse(form)
	case "/slack/interactions":
		if err := json.Unmarshal([]byte(form.PostForm.Get("payload")), &h.act); err != nil {
			a.t.Errorf("payload for slack-go: %v", err)
		}
	}
	a.mu.Lock()
	a.got = append(a.got, h)
	answer := a.answer
	a.mu.Unlock()
	if answer == nil {
		return
	}
	switch v := answer(h).(type) {
	case nil:
	case int:
		rw.WriteHeader(v)
	case string:
		_, _ = io.WriteString(rw, v)
	default:
		rw.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(rw).Encode(v)
	}
}

func (a *app) answers(f func(heard) any) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.answer = f
}

func (a *app) last() heard {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.got) == 0 {
		a.t.Fatal("the app heard nothing")
	}
	return a.got[len(a.got)-1]
}

func (a *app) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.got)
}

// box is a workspace with its server, an app and a slack-go client.
type box struct {
	*workspace.Workspace
	t      *testing.T
	ctx    context.Context
	clock  *clock
	app    *app
	server *httptest.Server
	api    *slack.Client
}

func config(c *clock) workspace.Config {
	return workspace.Config{
		TeamID: "T1", TeamName: "Programme", BotUserID: "UBOT", BotName: "gonogo", AppID: "A1",
		BotToken: botToken, AppToken: appToken, SigningSecret: secret, Clock: c, Banner: "REHEARSAL",
		People: []workspace.Person{
			{UserID: "U1", Name: "Ann Lee", Title: "Release Manager", Party: "DCC", Mail: "ann@dcc.example"},
			{UserID: "U2", Name: "Bob Roe", Title: "Tester", Party: "DCC", Mail: "bob@dcc.example"},
			{UserID: "U3", Name: "Cy <script>alert(1)</script>", Title: "Lead", Party: "Elexon", Mail: "cy@elexon.example"},
			{UserID: "U9", TeamID: "T9", Name: "Eve Else", Party: "Elsewhere", Mail: "eve@else.example"},
		},
		Channels: []workspace.Channel{
			{ID: "C1", Name: "rcb", Topic: "Release Control Board"},
			{ID: "C2", Name: "general"},
			{ID: "C3", Name: "closed", BotOut: true},
			{ID: "C4", Name: "few", Private: true, Members: []string{"U1"}},
		},
		Commands: []workspace.Command{{
			Name: "/rfc", Description: "Requests for Change", UsageHint: "raise | list | show N",
			Verbs: []workspace.Verb{{Name: "raise", Summary: "Raise an RFC"}, {Name: "list", Usage: "[open|mine|all]", Summary: "List RFCs"}},
		}},
		Tries:        []string{"Type /rfc raise in #rcb.", "Be somebody else and vote.", "Move the clock to Monday."},
		AnswerWithin: 2 * time.Second,
	}
}

// open starts a box over HTTP; change alters its configuration first.
func open(t *testing.T, change ...func(*workspace.Config)) *box {
	t.Helper()
	c := newClock()
	a := &app{t: t, clock: c}
	appServer := httptest.NewServer(a)
	t.Cleanup(appServer.Close)
	cfg := config(c)
	cfg.AppURL = appServer.URL
	for _, f := range change {
		f(&cfg)
	}
	w, err := workspace.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(w.Handler())
	w.SetHost(server.Listener.Addr().String())
	t.Cleanup(server.Close)
	t.Cleanup(w.Close)
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	t.Cleanup(cancel)
	api := slack.New(botToken, slack.OptionAPIURL(server.URL+"/api/"), slack.OptionAppLevelToken(appToken))
	return &box{Workspace: w, t: t, ctx: ctx, clock: c, app: a, server: server, api: api}
}

// post lets the app post blocks in #rcb.
func (b *box) post(text string, blocks ...slack.Block) string {
	b.t.Helper()
	_, ts, err := b.api.PostMessageContext(b.ctx, "C1", slack.MsgOptionText(text, false), slack.MsgOptionBlocks(blocks...))
	if err != nil {
		b.t.Fatalf("post: %v", err)
	}
	return ts
}

// update changes a message in #rcb.
func (b *box) update(ts string, options ...slack.MsgOption) error {
	_, _, _, err := b.api.UpdateMessage("C1", ts, options...) //nolint:dogsled // that is what slack-go returns
	return err
}

// command types a command as Ann in #rcb.
func (b *box) command(text string) workspace.Response {
	b.t.Helper()
	r, err := b.Command(b.ctx, "U1", "C1", text)
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

func plain(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject("plain_text", s, true, false)
}

// titleModal is a modal with one required text input.
func titleModal(title string, blocks ...slack.Block) slack.ModalViewRequest {
	if len(blocks) == 0 {
		blocks = []slack.Block{slack.NewInputBlock("title", plain("Title"), nil, slack.NewPlainTextInputBlockElement(nil, "text"))}
	}
	return slack.ModalViewRequest{
		Type: "modal", Title: plain(title), Submit: plain("Raise"), Close: plain("Cancel"), CallbackID: "raise",
		PrivateMetadata: "meta", Blocks: slack.Blocks{BlockSet: blocks},
	}
}

// openModal types /rfc and lets the app answer with the modal.
func (b *box) openModal(m slack.ModalViewRequest) {
	b.t.Helper()
	b.command("/rfc raise")
	if _, err := b.api.OpenViewContext(b.ctx, b.app.last().command.TriggerID, m); err != nil {
		b.t.Fatalf("open a modal: %v", err)
	}
}
