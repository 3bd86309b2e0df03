package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// deed is what the page's script posts: something a person did.
type deed struct {
	As      string                         `json:"as"`
	Channel string                         `json:"channel"`
	TS      string                         `json:"ts"`
	View    string                         `json:"view"`
	Thread  string                         `json:"thread"`
	Text    string                         `json:"text"`
	Block   string                         `json:"block"`
	Action  string                         `json:"action"`
	Values  []string                       `json:"values"`
	State   map[string]map[string][]string `json:"state"`
	Files   []File                         `json:"files"`
	All     bool                           `json:"all"`
	At      string                         `json:"at"`
}

// serveDo performs a deed and answers with a notice for the person, if there is one.
func (w *Workspace) serveDo(rw http.ResponseWriter, r *http.Request) {
	var d deed
	most := int64(maxBody)
	if what := r.PathValue("what"); what == "file" || what == "upload" {
		most += 2 * maxFileBytes // base64 takes a third more
	}
	if json.NewDecoder(http.MaxBytesReader(rw, r.Body, most)).Decode(&d) != nil {
		answer(rw, http.StatusBadRequest, node{"notice": "the request could not be read"})
		return
	}
	if _, ok := w.person(d.As); !ok {
		answer(rw, http.StatusBadRequest, node{"notice": "there is no such person"})
		return
	}
	result, err := w.do(r.Context(), r.PathValue("what"), d)
	if err != nil {
		answer(rw, http.StatusOK, node{"notice": w.notice(err)})
		return
	}
	answer(rw, http.StatusOK, result)
}

// notice says to a person what went wrong: in Slack's words when it was the app.
func (w *Workspace) notice(err error) string {
	for _, failure := range []error{errTimeout, errDispatch, errAppClient, errAppService} {
		if errors.Is(err, failure) {
			return w.cfg.BotName + " is not responding as it should (" + failure.Error() + "). Try again in a moment."
		}
	}
	return err.Error()
}

func (w *Workspace) do(ctx context.Context, what string, d deed) (any, error) {
	at := Surface{Channel: d.Channel, TS: d.TS, View: d.View}
	switch what {
	case "say":
		return node{}, w.Say(ctx, d.As, d.Channel, d.Thread, d.Text)
	case "upload":
		for _, f := range d.Files {
			if err := w.Upload(ctx, d.As, d.Channel, d.Thread, f); err != nil {
				return nil, err
			}
		}
		return node{}, nil
	case "act":
		w.keep(d)
		return node{}, w.Act(ctx, d.As, at, d.Block, d.Action, d.Values...)
	case "submit":
		in := map[string]map[string]any{}
		for block, actions := range d.State {
			in[block] = map[string]any{}
			for action, v := range actions {
				in[block][action] = v
			}
		}
		_, err := w.Submit(ctx, d.As, in)
		return node{}, err
	case "file":
		return node{}, w.put(d)
	case "close":
		w.keep(d)
		return node{}, w.CloseView(ctx, d.As, d.All)
	case "home":
		return node{}, w.OpenHome(ctx, d.As)
	case "dismiss":
		w.dismiss(d)
		return node{}, nil
	case "clock":
		return node{}, w.moveClock(context.WithoutCancel(ctx), d.At)
	case "suggest":
		return w.Suggest(ctx, d.As, at, d.Action, d.Text)
	}
	return nil, fmt.Errorf("the page cannot %q", what)
}

// keep remembers what the person typed in a modal before a button in it was pressed; what makes no sense yet (half
// a date) is left out.
func (w *Workspace) keep(d deed) {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.views[d.View]
	if v == nil || v.user != d.As {
		return
	}
	for block, actions := range d.State {
		for action, value := range actions {
			_ = w.fillIn(v, map[string]map[string]any{block: {action: value}})
		}
	}
}

// dismiss takes an ephemeral message away.
func (w *Workspace) dismiss(d deed) {
	w.mu.Lock()
	defer w.mu.Unlock()
	conv := w.convs[d.Channel]
	if conv == nil {
		return
	}
	if m := conv.message(d.TS, d.As); m != nil && m.only == d.As {
		conv.remove(m)
		w.touch()
	}
}

// moveClock moves the programme's clock ahead, to an instant or to a local date-time.
func (w *Workspace) moveClock(ctx context.Context, at string) error {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		if t, err = time.ParseInLocation("2006-01-02T15:04", at, w.cfg.Zone); err != nil {
			return fmt.Errorf("move the clock: %q is no date and time", at)
		}
	}
	if !t.After(w.cfg.Clock.Now()) {
		return fmt.Errorf("the clock can only be moved ahead: it is %s already", clockText(w.cfg.Clock.Now().In(w.cfg.Zone)))
	}
	if err := w.cfg.Clock.MoveTo(ctx, t); err != nil {
		return fmt.Errorf("move the clock: %w", err)
	}
	w.Changed()
	return nil
}

// serveLive tells an open page that something changed, and what the clock says.
func (w *Workspace) serveLive(rw http.ResponseWriter, r *http.Request) {
	rw.Header().Set("Content-Type", "text/event-stream")
	rw.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(rw)
	_ = out.SetWriteDeadline(time.Time{}) // a server's deadline for answers would cut the page off
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	clock := ""
	for {
		version, next := w.watch()
		if _, err := fmt.Fprintf(rw, "event: change\ndata: %d\n\n", version); err != nil || out.Flush() != nil {
			return
		}
	waiting:
		for {
			if now := clockText(w.now().In(w.cfg.Zone)); now != clock {
				clock = now
				if _, err := fmt.Fprintf(rw, "event: clock\ndata: %s\n\n", now); err != nil || out.Flush() != nil {
					return
				}
			}
			select {
			case <-next:
				break waiting
			case <-tick.C:
			case <-r.Context().Done():
				return
			case <-w.closed:
				return
			}
		}
	}
}
