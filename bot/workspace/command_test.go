package workspace_test

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

func parseForm(s string) (url.Values, error) { return url.ParseQuery(s) }

// Slack's published example guards the signature (facts 17).
func TestSignPublishedVector(t *testing.T) {
	body := "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
	const want = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
	if got := workspace.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", []byte(body)); got != want {
		t.Errorf("Sign = %s, want %s", got, want)
	}
}

func TestCommandCarriesWhatSlackSends(t *testing.T) {
	b := open(t)
	b.app.answers(func(heard) any { return map[string]any{"text": "*hello*"} })
	r := b.command("/rfc list open")
	if r.Status != 200 || r.Message == nil || !r.Message.Ephemeral || r.Message.Text != "*hello*" {
		t.Errorf("response = %+v, want an ephemeral hello", r)
	}
	h := b.app.last()
	c := h.command
	if c.Command != "/rfc" || c.Text != "list open" || c.TeamID != "T1" || c.ChannelID != "C1" || c.ChannelName != "rcb" ||
		c.UserID != "U1" || c.UserName != "ann.lee" || c.APIAppID != "A1" || c.TriggerID == "" || c.ResponseURL == "" {
		t.Errorf("command = %+v", c)
	}
	if h.header.Get("X-Slack-Request-Timestamp") != "1795165200" {
		t.Errorf("timestamp = %s, want the clock's", h.header.Get("X-Slack-Request-Timestamp"))
	}
	if len(b.Messages("C1", "U2")) != 0 || len(b.Messages("C1", "U1")) != 1 {
		t.Error("an ephemeral message must be seen by its person only")
	}
}

func TestCommandAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		answer any
		want   string // part of what Ann sees at last
		all    bool   // Bob sees it too
	}{
		"plain text":     {"plain & simple", "plain & simple", false},
		"in channel":     {map[string]any{"response_type": "in_channel", "text": "for all"}, "for all", true},
		"server error":   {500, "http_service_error", false},
		"unauthorised":   {401, "http_client_error", false},
		"invalid blocks": {map[string]any{"blocks": []any{map[string]any{"type": "nonsense"}}}, "invalid_blocks", false},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.app.answers(func(heard) any { return c.answer })
			b.command("/rfc")
			m := b.Messages("C1", "U1")
			if len(m) == 0 || !strings.Contains(m[len(m)-1].Text, c.want) {
				t.Fatalf("Ann sees %+v, want %q", m, c.want)
			}
			if seen := len(b.Messages("C1", "U2")) > 0; seen != c.all {
				t.Errorf("Bob sees it: %v, want %v", seen, c.all)
			}
		})
	}
}

func TestCommandTimeout(t *testing.T) {
	b := open(t, func(c *workspace.Config) { c.AnswerWithin = 50 * time.Millisecond })
	release := make(chan struct{})
	b.app.answers(func(heard) any { <-release; return nil })
	r := b.command("/rfc")
	close(release)
	if !strings.Contains(r.Notice, "operation_timeout") || !r.Message.Slack {
		t.Errorf("response = %+v, want operation_timeout in Slack's words", r)
	}
}

func TestCommandRefusals(t *testing.T) {
	b := open(t)
	if r := b.command("/nonsense"); !strings.Contains(r.Notice, "not a valid command") {
		t.Errorf("unknown command: %+v", r)
	}
	if r, err := b.Command(b.ctx, "U9", "C1", "/rfc"); err != nil || !strings.Contains(r.Notice, "another organisation") {
		t.Errorf("external person: %+v, %v (facts 94)", r, err)
	}
	if _, err := b.Command(b.ctx, "U2", "C4", "/rfc"); err == nil {
		t.Error("somebody who is not in a channel typed there")
	}
	if err := b.Say(b.ctx, "U1", "C1", b.post("parent"), "/rfc"); !errors.Is(err, workspace.ErrThreadCommand) {
		t.Errorf("command in a thread: %v (facts 5)", err)
	}
	if b.app.count() != 0 {
		t.Errorf("the app heard %d requests, want none", b.app.count())
	}
}

// A response_url takes five posts within 30 minutes (facts 10, 11).
func TestResponseURL(t *testing.T) {
	b := open(t)
	b.command("/rfc")
	to := b.app.last().command.ResponseURL
	say := func(body string) int {
		t.Helper()
		resp, err := http.Post(to, "application/json", bytes.NewReader([]byte(body)))
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		return resp.StatusCode
	}
	if _, _, err := b.api.PostMessage("C1", slack.MsgOptionText("later", false), slack.MsgOptionResponseURL(to, "in_channel")); err != nil {
		t.Fatalf("slack-go at a response_url: %v", err)
	}
	if got := say(`{"blocks":[{"type":"nonsense"}]}`); got != 400 {
		t.Errorf("invalid blocks: HTTP %d", got)
	}
	for i := range 4 {
		if got := say(`{"text":"more"}`); got != 200 {
			t.Fatalf("post %d: HTTP %d", i+2, got)
		}
	}
	if got := say(`{"text":"sixth"}`); got != 404 {
		t.Errorf("sixth post: HTTP %d, want 404", got)
	}
	b.command("/rfc")
	to = b.app.last().command.ResponseURL
	_ = b.clock.MoveTo(b.ctx, b.clock.Now().Add(31*time.Minute))
	if got := say(`{"text":"late"}`); got != 404 {
		t.Errorf("after 31 minutes: HTTP %d, want 404", got)
	}
	if n := len(b.Messages("C1", "U2")); n != 1 {
		t.Errorf("Bob sees %d messages, want the one in_channel", n)
	}
}
