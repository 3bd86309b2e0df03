package workspace

import (
	"slices"
	"strconv"
	"strings"
)

// page cuts a list to limit items after the cursor, which is simply a position.
func page(all []any, c *call) (part []any, next string) {
	from := min(c.int("cursor", 0), len(all))
	to := min(from+c.int("limit", 100), len(all))
	if to < len(all) {
		next = strconv.Itoa(to)
	}
	return all[from:to], next
}

func (w *Workspace) conversationsOpen(c *call) node {
	if id := c.str("channel"); id != "" {
		conv := w.convs[id]
		if conv == nil {
			return refused("channel_not_found")
		}
		return node{"ok": true, "channel": w.conversationObject(conv)}
	}
	users := strings.FieldsFunc(c.str("users"), func(r rune) bool { return r == ',' || r == ' ' })
	switch {
	case len(users) == 0:
		return refused("users_list_not_supplied")
	case len(users) > 1:
		return refused("method_not_supported_for_channel_type")
	}
	conv := w.convs[dmID(users[0])]
	if conv == nil {
		return refused("user_not_found")
	}
	return node{"ok": true, "no_op": true, "already_open": true, "channel": w.conversationObject(conv)}
}

func (w *Workspace) conversationsInfo(c *call) node {
	conv := w.convs[c.str("channel")]
	if conv == nil || (conv.Private && conv.BotOut) {
		return refused("channel_not_found")
	}
	return node{"ok": true, "channel": w.conversationObject(conv)}
}

func (w *Workspace) conversationsList(c *call) node {
	types := orElse(c.str("types"), "public_channel")
	var all []any
	for _, id := range w.order {
		conv := w.convs[id]
		if conv.Private && (conv.BotOut || !strings.Contains(types, "private_channel")) {
			continue
		}
		if conv.Private || strings.Contains(types, "public_channel") {
			all = append(all, w.conversationObject(conv))
		}
	}
	if strings.Contains(types, "im") {
		for _, p := range w.people {
			all = append(all, w.conversationObject(w.convs[dmID(p.UserID)]))
		}
	}
	part, next := page(all, c)
	return node{"ok": true, "channels": part, "response_metadata": node{"next_cursor": next}}
}

func (w *Workspace) conversationsMembers(c *call) node {
	conv := w.convs[c.str("channel")]
	if conv == nil {
		return refused("channel_not_found")
	}
	var all []any
	for _, id := range w.members(conv) {
		all = append(all, id)
	}
	part, next := page(all, c)
	return node{"ok": true, "members": part, "response_metadata": node{"next_cursor": next}}
}

func (w *Workspace) conversationsHistory(c *call) node {
	conv, code := w.readable(c)
	if code != "" {
		return refused(code)
	}
	var all []any
	for _, m := range slices.Backward(conv.messages) {
		if m.only == "" && m.thread == "" && within(m.ts, c) {
			all = append(all, w.object(conv, m))
		}
	}
	part, next := page(all, c)
	return node{"ok": true, "messages": part, "has_more": next != "", "response_metadata": node{"next_cursor": next}}
}

func (w *Workspace) conversationsReplies(c *call) node {
	conv, code := w.readable(c)
	if code != "" {
		return refused(code)
	}
	if conv.message(c.str("ts"), "") == nil {
		return refused("thread_not_found")
	}
	var all []any
	for _, m := range conv.messages {
		if m.only == "" && (m.ts == c.str("ts") || m.thread == c.str("ts")) && within(m.ts, c) {
			all = append(all, w.object(conv, m))
		}
	}
	part, next := page(all, c)
	return node{"ok": true, "messages": part, "has_more": next != "", "response_metadata": node{"next_cursor": next}}
}

func (w *Workspace) readable(c *call) (*conversation, string) {
	conv := w.convs[c.str("channel")]
	switch {
	case conv == nil:
		return nil, "channel_not_found"
	case conv.BotOut:
		return nil, "not_in_channel"
	}
	return conv, ""
}

// within applies oldest, latest and inclusive; ts texts of equal length compare as times.
func within(ts string, c *call) bool {
	oldest, latest, inclusive := c.str("oldest"), c.str("latest"), c.str("inclusive") == "true" || c.str("inclusive") == "1"
	at := timeOf(ts)
	if oldest != "" && (at.Before(timeOf(oldest)) || (!inclusive && ts == oldest)) {
		return false
	}
	return latest == "" || at.Before(timeOf(latest)) || (inclusive && ts == latest)
}
