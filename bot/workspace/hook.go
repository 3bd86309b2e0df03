package workspace

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"strings"
	"time"
)

const (
	hookLife  = 30 * time.Minute
	hookPosts = 5
)

// hook is a response_url: a few posts to where a person acted, without the bot being a member there.
type hook struct {
	conv   *conversation
	user   string
	source *message // the message acted on; nil after a command
	born   time.Time
	left   int
}

// newHook makes a response_url on the page's own address; the lock must be held.
func (w *Workspace) newHook(host, kind string, conv *conversation, user string, source *message) string {
	maps.DeleteFunc(w.hooks, func(_ string, h *hook) bool { return w.now().Sub(h.born) > 2*hookLife })
	key := kind + "/" + w.cfg.TeamID + "/" + rand.Text()
	w.hooks[key] = &hook{conv: conv, user: user, source: source, born: w.now(), left: hookPosts}
	return "http://" + host + "/hooks/" + key
}

// said is a message as response_url and the immediate answer to a command carry it.
type said struct {
	Text            string `json:"text"`
	Blocks          []any  `json:"blocks"`
	Attachments     []any  `json:"attachments"`
	ResponseType    string `json:"response_type"`
	ThreadTS        string `json:"thread_ts"`
	ReplaceOriginal bool   `json:"replace_original"`
	DeleteOriginal  bool   `json:"delete_original"`
}

func (w *Workspace) serveHook(rw http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(http.MaxBytesReader(rw, r.Body, maxBody))
	if err != nil || r.Method != http.MethodPost {
		http.Error(rw, "invalid_payload", http.StatusBadRequest)
		return
	}
	if fault := w.fault("response_url"); fault != nil && fault.answer(rw) {
		return
	}
	var s said
	if json.Unmarshal(data, &s) != nil {
		http.Error(rw, "invalid_payload", http.StatusBadRequest)
		return
	}
	w.mu.Lock()
	status, code := w.useHook(strings.TrimPrefix(r.URL.Path, "/hooks/"), s)
	w.mu.Unlock()
	if code != "" {
		w.log.Info("workspace refused a response_url post", "error", code)
		http.Error(rw, code, status)
		return
	}
	_, _ = io.WriteString(rw, "ok")
}

// useHook spends one of the posts; the lock must be held.
func (w *Workspace) useHook(key string, s said) (status int, code string) {
	h := w.hooks[key]
	switch {
	case h == nil:
		return http.StatusNotFound, "no_service"
	case w.now().Sub(h.born) > hookLife:
		return http.StatusNotFound, "expired_url"
	case h.left == 0:
		return http.StatusNotFound, "used_url"
	case s.DeleteOriginal:
		h.left--
		if h.source != nil {
			h.conv.remove(h.source)
			w.touch()
		}
		return 0, ""
	}
	if code := s.wrong(); code != "" {
		return http.StatusBadRequest, code
	}
	h.left--
	if s.ReplaceOriginal && h.source != nil {
		h.source.text, h.source.blocks, h.source.attachments = s.Text, w.fill(s.Blocks), s.Attachments
		w.touch()
		return 0, ""
	}
	w.show(h.conv, h.user, s)
	return 0, ""
}

// wrong says why a message cannot be shown, or nothing.
func (s said) wrong() string {
	switch {
	case strings.TrimSpace(s.Text) == "" && len(s.Blocks) == 0 && len(s.Attachments) == 0:
		return "no_text"
	case units(s.Text) > textKept:
		return "msg_too_long"
	case len(validateMessageBlocks(s.Blocks)) > 0:
		return "invalid_blocks: " + strings.Join(validateMessageBlocks(s.Blocks), "; ")
	}
	return ""
}

// show puts an answer of the app where the person acted: for their eyes only unless it says in_channel.
func (w *Workspace) show(conv *conversation, user string, s said) *message {
	m := &message{
		user: w.cfg.BotUserID, bot: true, text: s.Text, blocks: w.fill(s.Blocks), attachments: s.Attachments, only: user,
	}
	if s.ResponseType == "in_channel" {
		m.only = ""
	}
	if conv.openThread(s.ThreadTS) {
		m.thread = s.ThreadTS
	}
	return w.add(conv, m)
}
