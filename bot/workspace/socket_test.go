package workspace_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"gonogo.dev/bot/workspace"
)

// link connects slack-go's Socket Mode client and hands every event to the handler.
func link(t *testing.T, b *box, handle func(*socketmode.Client, socketmode.Event)) {
	t.Helper()
	client := socketmode.New(b.api)
	ctx, cancel := context.WithCancel(b.ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case e := <-client.Events:
				handle(client, e)
			case <-ctx.Done():
				return
			}
		}
	}()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := client.RunContext(ctx); err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("socket mode: %v", err)
		}
	}()
	t.Cleanup(func() { cancel(); <-done; <-ended })
	if err := b.Wait(b.ctx, func(s *workspace.Snapshot) bool { return s.Connections() > 0 }); err != nil {
		t.Fatal(err)
	}
}

// dial opens a bare websocket.
func dial(b *box, address string) (*websocket.Conn, error) {
	conn, resp, err := websocket.DefaultDialer.DialContext(b.ctx, address, nil)
	if resp != nil {
		_ = resp.Body.Close()
	}
	return conn, err
}

func socketOnly(c *workspace.Config) { c.AppURL = "" }

// Socket Mode carries commands, interactions and events, and acknowledgements with payloads (facts 85 to 88).
func TestSocketMode(t *testing.T) {
	b := open(t, socketOnly)
	events := make(chan string, 10)
	link(t, b, func(c *socketmode.Client, e socketmode.Event) {
		switch e.Type { //nolint:exhaustive // the rest is the client's own business
		case socketmode.EventTypeSlashCommand:
			cmd := e.Data.(slack.SlashCommand)
			if cmd.Text == "raise" {
				if _, err := b.api.OpenView(cmd.TriggerID, titleModal("Raise")); err != nil {
					t.Errorf("open: %v", err)
				}
				_ = c.Ack(*e.Request)
				return
			}
			_ = c.Ack(*e.Request, map[string]any{"text": "heard " + cmd.Text})
		case socketmode.EventTypeInteractive:
			act := e.Data.(slack.InteractionCallback)
			if act.Type == slack.InteractionTypeViewSubmission {
				_ = c.Ack(*e.Request, slack.NewErrorsViewSubmissionResponse(map[string]string{"title": "No."}))
				return
			}
			_ = c.Ack(*e.Request)
		case socketmode.EventTypeEventsAPI:
			_ = c.Ack(*e.Request)
			events <- string(e.Request.Payload)
		}
	})
	if r := b.command("/rfc list"); r.Message == nil || r.Message.Text != "heard list" {
		t.Errorf("command: %+v", r)
	}
	b.command("/rfc raise")
	r, err := b.Submit(b.ctx, "U1", map[string]map[string]any{"title": {"text": "x"}})
	if err != nil || r.Errors["title"] != "No." {
		t.Errorf("submit: %+v, %v", r, err)
	}
	b.DuplicateNext(1)
	if err := b.Say(b.ctx, "U1", b.DM("U1"), "", "hello"); err != nil {
		t.Fatal(err)
	}
	first, second := <-events, <-events
	if first != second || !strings.Contains(first, `"channel_type":"im"`) {
		t.Errorf("repeated event differs:\n%s\n%s", first, second)
	}
	b.Disconnect("refresh_requested")
	if err := b.Wait(b.ctx, func(s *workspace.Snapshot) bool { return s.Connections() == 1 && s.Calls("apps.connections.open") == 2 }); err != nil {
		t.Fatalf("the client did not come back: %v", err)
	}
	if r := b.command("/rfc again"); r.Message == nil || r.Message.Text != "heard again" {
		t.Errorf("after the reconnect: %+v", r)
	}
}

// An acknowledgement of 20 KB is dropped without a word (facts 89), and without a connection a command fails.
func TestSocketModeLosses(t *testing.T) {
	b := open(t, socketOnly, func(c *workspace.Config) { c.AnswerWithin = 200 * time.Millisecond })
	if r := b.command("/rfc"); !strings.Contains(r.Notice, "dispatch_failed") {
		t.Errorf("nobody connected: %+v", r)
	}
	_, address, err := b.api.StartSocketModeContext(b.ctx)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := dial(b, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	go func() {
		for {
			var e struct {
				ID string `json:"envelope_id"`
			}
			if conn.ReadJSON(&e) != nil {
				return
			}
			if e.ID != "" {
				_ = conn.WriteJSON(map[string]any{"envelope_id": e.ID, "payload": map[string]any{"text": strings.Repeat("x", 20480)}})
			}
		}
	}()
	if err := b.Wait(b.ctx, func(s *workspace.Snapshot) bool { return s.Connections() == 1 }); err != nil {
		t.Fatal(err)
	}
	if r := b.command("/rfc"); !strings.Contains(r.Notice, "operation_timeout") {
		t.Errorf("an acknowledgement of 20 KB: %+v", r)
	}
}

func TestSocketModeTicketWorksOnce(t *testing.T) {
	b := open(t, socketOnly)
	_, address, err := b.api.StartSocketModeContext(b.ctx)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := dial(b, address)
	if err != nil {
		t.Fatal(err)
	}
	_ = conn.Close()
	if conn, err := dial(b, address); err == nil {
		_ = conn.Close()
		t.Error("a ticket worked twice")
	}
	bad := slack.New(botToken, slack.OptionAPIURL(b.server.URL+"/api/"), slack.OptionAppLevelToken(botToken))
	if _, _, err := bad.StartSocketModeContext(b.ctx); err == nil || !strings.Contains(err.Error(), "not_allowed_token_type") {
		t.Errorf("bot token for apps.connections.open: %v", err)
	}
}
