package workspace

import (
	"strings"
)

const (
	textKept       = 40000 // characters of a message's text that are kept
	textUpdated    = 4000  // characters chat.update accepts
	blocksTogether = 13200 // characters all texts of a message's blocks may have together
)

// content is what a message says: the part that posting, updating and answering share.
type content struct {
	text        string
	blocks      []any
	hasText     bool
	hasBlocks   bool
	attachments []any
	metadata    any
}

// content reads and checks the arguments a message is made of.
func (w *Workspace) content(c *call, together int) (content, node) {
	out := content{text: c.str("text"), hasText: c.has("text"), hasBlocks: c.has("blocks")}
	blocks, ok := c.json("blocks")
	if !ok {
		return out, refused("invalid_blocks_format")
	}
	if blocks != nil {
		if out.blocks, ok = blocks.([]any); !ok {
			return out, refused("invalid_blocks_format")
		}
	}
	if a, ok := c.json("attachments"); ok {
		out.attachments, _ = a.([]any)
	}
	out.metadata, _ = c.json("metadata")
	return out, checkContent(out, together)
}

func checkContent(c content, together int) node {
	if reasons := validateMessageBlocks(c.blocks); len(reasons) > 0 {
		return refused("invalid_blocks", reasons...)
	}
	if together > 0 && textIn(c.blocks) > together {
		return refused("msg_blocks_too_long")
	}
	return nil
}

// target finds the conversation to post in, as the bot may.
func (w *Workspace) target(c *call) (*conversation, node) {
	conv := w.find(c.str("channel"))
	switch {
	case conv == nil || (conv.Private && conv.BotOut):
		return nil, refused("channel_not_found")
	case conv.BotOut:
		return nil, refused("not_in_channel")
	}
	return conv, nil
}

// thread checks thread_ts: it must be the first message of a thread, or a message that can become one.
func (c *conversation) openThread(ts string) bool {
	if ts == "" {
		return true
	}
	m := c.message(ts, "")
	return m != nil && m.thread == ""
}

func (w *Workspace) chatPostMessage(c *call) node {
	conv, no := w.target(c)
	if no != nil {
		return no
	}
	said, no := w.content(c, blocksTogether)
	switch {
	case no != nil:
		return no
	case strings.TrimSpace(said.text) == "" && len(said.blocks) == 0 && len(said.attachments) == 0:
		return refused("no_text")
	case len(said.attachments) > 100:
		return refused("too_many_attachments")
	case !conv.openThread(c.str("thread_ts")):
		return refused("thread_not_found")
	}
	if units(said.text) > textKept {
		said.text = cutText(said.text, textKept)
	}
	m := w.add(conv, &message{
		user: w.cfg.BotUserID, bot: true, thread: c.str("thread_ts"), text: said.text, blocks: w.fill(said.blocks),
		attachments: said.attachments, metadata: said.metadata,
	})
	return node{"ok": true, "channel": conv.ID, "ts": m.ts, "message": w.object(conv, m)}
}

func (w *Workspace) chatPostEphemeral(c *call) node {
	conv, no := w.target(c)
	if no != nil {
		return no
	}
	said, no := w.content(c, blocksTogether)
	switch {
	case no != nil:
		return no
	case !conv.has(c.str("user")) || w.name(c.str("user")) == c.str("user"):
		return refused("user_not_in_channel")
	case strings.TrimSpace(said.text) == "" && len(said.blocks) == 0 && len(said.attachments) == 0:
		return refused("no_text")
	case units(said.text) > textKept:
		return refused("msg_too_long")
	case !conv.openThread(c.str("thread_ts")):
		return refused("thread_not_found")
	}
	m := w.add(conv, &message{
		user: w.cfg.BotUserID, bot: true, thread: c.str("thread_ts"), text: said.text, blocks: w.fill(said.blocks),
		attachments: said.attachments, only: c.str("user"),
	})
	return node{"ok": true, "message_ts": m.ts}
}

// own finds a message of the bot's that it may change; conversations are named by id only.
func (w *Workspace) own(c *call, refuse string) (*conversation, *message, node) {
	conv := w.convs[c.str("channel")]
	if conv == nil {
		return nil, nil, refused("channel_not_found")
	}
	m := conv.message(c.str("ts"), "")
	switch {
	case m == nil:
		return nil, nil, refused("message_not_found")
	case !m.bot:
		return nil, nil, refused(refuse)
	}
	return conv, m, nil
}

func (w *Workspace) chatUpdate(c *call) node {
	conv, m, no := w.own(c, "cant_update_message")
	if no != nil {
		return no
	}
	said, no := w.content(c, blocksTogether)
	switch {
	case no != nil:
		return no
	case units(said.text) > textUpdated:
		return refused("msg_too_long")
	case said.text == "" && len(said.blocks) == 0 && len(said.attachments) == 0:
		return refused("no_text")
	}
	m.text, m.blocks, m.attachments = said.text, w.fill(said.blocks), said.attachments
	if said.metadata != nil {
		m.metadata = said.metadata
	}
	if said.hasText && len(said.blocks) == 0 {
		m.edited = tsOf(w.now())
	}
	w.touch()
	return node{"ok": true, "channel": conv.ID, "ts": m.ts, "text": m.text, "message": w.object(conv, m)}
}

func (w *Workspace) chatDelete(c *call) node {
	conv, m, no := w.own(c, "cant_delete_message")
	if no != nil {
		return no
	}
	conv.remove(m)
	w.touch()
	return node{"ok": true, "channel": conv.ID, "ts": m.ts}
}

func (w *Workspace) chatGetPermalink(c *call) node {
	conv := w.convs[c.str("channel")]
	if conv == nil {
		return refused("channel_not_found")
	}
	if conv.message(c.str("message_ts"), "") == nil {
		return refused("message_not_found")
	}
	link := "http://" + c.host + "/archives/" + conv.ID + "/p" + strings.ReplaceAll(c.str("message_ts"), ".", "")
	return node{"ok": true, "channel": conv.ID, "permalink": link}
}

// cutText keeps the first n UTF-16 units of a text, never half a character.
func cutText(s string, n int) string {
	for i, r := range s {
		if n -= units(string(r)); n < 0 {
			return s[:i]
		}
	}
	return s
}
