package workspace

import (
	"encoding/json"
	"slices"
	"strings"
)

// message is what the box keeps of a message; blocks are complete (every block and element has its id).
type message struct {
	ts, thread  string // thread is the parent's ts; empty outside threads
	user        string
	bot         bool
	fromSlack   bool // Slack's own words to one person, such as "the app did not respond"
	text        string
	blocks      []any
	attachments []any
	metadata    any
	only        string // the one person who sees it, for an ephemeral message
	edited      string // ts of the last edit of the text
	reactions   map[string][]string
	files       []string // ids of the files that came with it
}

// holds says that a file came with the message.
func (m *message) holds(file string) bool { return slices.Contains(m.files, file) }

// Message is one message as a person sees it.
type Message struct {
	TS, ThreadTS string // ThreadTS is the ts of the thread's first message; empty outside threads
	User         string
	Text         string          // mrkdwn, as the app or the person sent it
	Blocks       json.RawMessage // Block Kit with every block_id and action_id filled in; "null" without blocks
	Ephemeral    bool            // only the viewer sees it
	Edited       bool
	Bot          bool // sent by the app
	Slack        bool // Slack's own words, such as an app that did not answer
	Reactions    []string
	Files        []string // names of the files that came with it
}

func (m *message) visibleTo(viewer string) bool { return m.only == "" || m.only == viewer }

func (m *message) export() Message {
	out := Message{
		TS: m.ts, ThreadTS: m.thread, User: m.user, Text: m.text, Blocks: raw(m.blocks),
		Ephemeral: m.only != "", Edited: m.edited != "", Bot: m.bot, Slack: m.fromSlack,
	}
	for name := range m.reactions {
		out.Reactions = append(out.Reactions, name)
	}
	return out
}

// Messages lists a conversation as one person sees it, oldest first, replies and ephemeral messages included.
func (w *Workspace) Messages(channelID, viewerUserID string) []Message {
	w.mu.Lock()
	defer w.mu.Unlock()
	var out []Message
	c := w.convs[channelID]
	if c == nil || (viewerUserID != "" && !c.has(viewerUserID)) {
		return nil
	}
	for _, m := range c.messages {
		if m.visibleTo(viewerUserID) {
			x := m.export()
			for _, id := range m.files {
				x.Files = append(x.Files, w.files[id].Name)
			}
			out = append(out, x)
		}
	}
	return out
}

// object is the message as the Web API and the payloads carry it.
func (w *Workspace) object(c *conversation, m *message) node {
	o := node{"type": "message", "ts": m.ts, "text": m.text, "user": m.user, "team": w.cfg.TeamID}
	if m.bot {
		o["bot_id"], o["app_id"] = w.botID(), w.cfg.AppID
	}
	if m.blocks != nil {
		o["blocks"] = clone(m.blocks)
	}
	if m.attachments != nil {
		o["attachments"] = m.attachments
	}
	if m.metadata != nil {
		o["metadata"] = m.metadata
	}
	if len(m.files) > 0 {
		files := []any{}
		for _, id := range m.files {
			files = append(files, w.fileObject(id))
		}
		o["files"], o["subtype"], o["upload"] = files, "file_share", false
	}
	if m.edited != "" {
		o["edited"] = node{"user": m.user, "ts": m.edited}
	}
	if m.thread != "" {
		o["thread_ts"] = m.thread
	}
	if n := c.replies(m.ts); n > 0 {
		o["thread_ts"], o["reply_count"] = m.ts, n
	}
	for name, users := range m.reactions {
		l, _ := o["reactions"].([]any)
		o["reactions"] = append(l, node{"name": name, "users": users, "count": len(users)})
	}
	return o
}

func (c *conversation) replies(ts string) int {
	n := 0
	for _, m := range c.messages {
		if m.thread == ts && m.only == "" {
			n++
		}
	}
	return n
}

// add appends a message, giving it its ts; the lock must be held.
func (w *Workspace) add(c *conversation, m *message) *message {
	m.ts = w.stamp()
	c.messages = append(c.messages, m)
	w.touch()
	return m
}

// slackSays shows a person Slack's own words; the lock must be held.
func (w *Workspace) slackSays(c *conversation, userID, text string) *message {
	return w.add(c, &message{user: "USLACKBOT", fromSlack: true, text: escape(text), only: userID})
}

// escape makes a text safe for mrkdwn the way Slack asks for.
func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// fill gives every block and every interactive element without an id one of its own; the lock must be held.
func (w *Workspace) fill(blocks []any) []any {
	blocks = clone(blocks)
	for _, b := range objects(blocks) {
		if str(b, "block_id") == "" {
			b["block_id"] = w.id("b")
		}
		for _, e := range elementsOf(b) {
			if interactive[str(e, "type")] && str(e, "action_id") == "" {
				e["action_id"] = w.id("a")
			}
		}
	}
	return blocks
}

// elementsOf lists the elements a person may act on (and some they may not) of a block.
func elementsOf(b node) []node {
	var out []node
	switch str(b, "type") {
	case "actions", "context_actions":
		out = nodes(b, "elements")
	case "section":
		if a := sub(b, "accessory"); a != nil {
			out = []node{a}
		}
	case "input":
		if e := sub(b, "element"); e != nil {
			out = []node{e}
		}
	}
	return out
}
