package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"gonogo.dev/bot/workspace"
)

// click WHO LABEL [VALUE] presses the button of the window the person has open
// that reads so, or that a screen reader says so; or picks the first choice of a
// menu that reads so and whose value has VALUE in it.
func (s *scene) click(ts *testscript.TestScript, _ bool, args []string) {
	user, label, value := s.user(ts, args[0]), args[1], ""
	if len(args) > 2 {
		value = args[2]
	}
	v, ok := s.box.OpenView(user)
	if !ok {
		ts.Fatalf("%s has no window open", args[0])
	}
	for _, e := range controls(ts, v.Blocks) {
		says, carries := e.Text.Text, e.Value
		for _, o := range e.Options {
			if o.Text.Text == label && strings.Contains(o.Value, value) {
				says, carries = label, o.Value
				break
			}
		}
		if says == label || e.Label == label {
			ts.Check(s.box.Act(s.ctx, user, workspace.Surface{View: v.ID}, "", e.ActionID, carries))
			return
		}
	}
	ts.Fatalf("the window has no button %q:\n%s", label, v.Blocks)
}

type told struct {
	Text string `json:"text"`
}

// pressable is a button or a menu.
type pressable struct {
	ActionID string `json:"action_id"`
	Value    string `json:"value"`
	Label    string `json:"accessibility_label"`
	Text     told   `json:"text"`
	Options  []struct {
		Value string `json:"value"`
		Text  told   `json:"text"`
	} `json:"options"`
}

// controls lists the buttons and menus of a window, not the fields of its forms.
func controls(ts *testscript.TestScript, blocks json.RawMessage) []pressable {
	var all []struct {
		Type      string          `json:"type"`
		Elements  json.RawMessage `json:"elements"`
		Accessory *pressable      `json:"accessory"`
	}
	ts.Check(json.Unmarshal(blocks, &all))
	var found []pressable
	for _, b := range all {
		var these []pressable
		if b.Type == "actions" {
			ts.Check(json.Unmarshal(b.Elements, &these))
		}
		if b.Accessory != nil {
			these = append(these, *b.Accessory)
		}
		found = append(found, these...)
	}
	return found
}

// window WHO REGEXP waits until the window the person has open shows it.
func (s *scene) window(ts *testscript.TestScript, neg bool, args []string) {
	user := s.user(ts, args[0])
	s.shown(ts, neg, args[1], "the window of "+args[0], func() string {
		v, _ := s.box.OpenView(user)
		return v.Title + "\n" + string(v.Blocks)
	})
}

// shut WHO closes the window on top.
func (s *scene) shut(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(s.box.CloseView(s.ctx, s.user(ts, args[0]), false))
}

// attach WHO FILE TEXT puts a file into the thread of the first message of the
// board's channel that begins with the text.
func (s *scene) attach(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	user, board := s.user(ts, args[0]), s.programme.Slack.RCB
	s.until(ts, "the board's channel has "+args[2], func() bool {
		for _, m := range s.box.Messages(board, user) {
			if m.ThreadTS == "" && strings.HasPrefix(m.Text, args[2]) {
				ts.Check(s.box.Upload(s.ctx, user, board, m.TS, workspace.File{Name: filepath.Base(args[1]), Data: data}))
				return true
			}
		}
		return false
	})
}

// fetched WHO NAME FILE keeps the newest file of that name that gonogo sent the
// person directly.
func (s *scene) fetched(ts *testscript.TestScript, _ bool, args []string) {
	user := s.user(ts, args[0])
	s.until(ts, args[0]+" has "+args[1], func() bool {
		data, ok := s.box.Sent(s.box.DM(user), args[1])
		if ok {
			ts.Check(os.WriteFile(ts.MkAbs(args[2]), data, 0o600))
		}
		return ok
	})
}
