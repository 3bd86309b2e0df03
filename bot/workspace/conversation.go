package workspace

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Channel is a channel of the workspace. Everybody and the bot are members unless Members or BotOut say otherwise.
type Channel struct {
	ID, Name, Topic string
	Private         bool
	Members         []string // user ids; nil means everybody
	BotOut          bool     // the bot was not invited
}

// conversation is a channel or a direct message with its messages, oldest first.
type conversation struct {
	Channel
	peer     string // the person of a direct message with the bot
	messages []*message
}

func (w *Workspace) settleChannels() error {
	for _, c := range w.cfg.Channels {
		c.Name = strings.TrimPrefix(c.Name, "#")
		if c.ID == "" || c.Name == "" || w.convs[c.ID] != nil {
			return fmt.Errorf("open workspace: channel %q (%q) needs a name and an id of its own", c.ID, c.Name)
		}
		w.convs[c.ID] = &conversation{Channel: c}
		w.order = append(w.order, c.ID)
	}
	for _, p := range w.people {
		w.convs[dmID(p.UserID)] = &conversation{Channel: Channel{ID: dmID(p.UserID)}, peer: p.UserID}
	}
	return nil
}

func dmID(userID string) string { return "D" + userID }

// DM is the id of a person's direct message with the bot.
func (w *Workspace) DM(userID string) string { return dmID(userID) }

func (c *conversation) has(userID string) bool {
	if c.peer != "" {
		return c.peer == userID
	}
	return c.Members == nil || slices.Contains(c.Members, userID)
}

// find returns the conversation for what an app may name it by: an id, a #name or a user's id.
func (w *Workspace) find(name string) *conversation {
	if c := w.convs[name]; c != nil {
		return c
	}
	if c := w.convs[dmID(name)]; c != nil {
		return c
	}
	for _, id := range w.order {
		if w.convs[id].Name == strings.TrimPrefix(name, "#") {
			return w.convs[id]
		}
	}
	return nil
}

// message returns the message with that ts a viewer may see; an empty viewer sees no ephemeral message.
func (c *conversation) message(ts, viewer string) *message {
	for _, m := range c.messages {
		if m.ts == ts && m.visibleTo(viewer) {
			return m
		}
	}
	return nil
}

// remove takes a message away.
func (c *conversation) remove(m *message) {
	c.messages = slices.DeleteFunc(c.messages, func(other *message) bool { return other == m })
}

// stamp gives out the next ts: unique and rising, from the clock; the lock must be held.
func (w *Workspace) stamp() string {
	t := w.now().Truncate(time.Microsecond)
	if !t.After(w.lastTS) {
		t = w.lastTS.Add(time.Microsecond)
	}
	w.lastTS = t
	return tsOf(t)
}

func tsOf(t time.Time) string { return fmt.Sprintf("%d.%06d", t.Unix(), t.Nanosecond()/1000) }

// timeOf reads a ts back; the zero time for something that is none.
func timeOf(ts string) time.Time {
	var sec, micro int64
	if _, err := fmt.Sscanf(ts, "%d.%d", &sec, &micro); err != nil {
		return time.Time{}
	}
	return time.Unix(sec, micro*1000).UTC()
}

func (w *Workspace) conversationObject(c *conversation) node {
	if c.peer != "" {
		return node{"id": c.ID, "is_im": true, "user": c.peer, "is_user_deleted": false, "context_team_id": w.cfg.TeamID}
	}
	external := slices.ContainsFunc(w.people, func(p Person) bool { return p.TeamID != w.cfg.TeamID && c.has(p.UserID) })
	return node{
		"id": c.ID, "name": c.Name, "name_normalized": c.Name, "is_channel": !c.Private, "is_group": c.Private,
		"is_private": c.Private, "is_im": false, "is_mpim": false, "is_archived": false, "is_member": !c.BotOut,
		"is_ext_shared": external, "is_shared": external, "is_org_shared": false, "context_team_id": w.cfg.TeamID,
		"topic": node{"value": c.Topic, "creator": "", "last_set": 0}, "purpose": node{"value": "", "creator": "", "last_set": 0},
		"num_members": len(w.members(c)),
	}
}

func (w *Workspace) members(c *conversation) []string {
	var ids []string
	for _, p := range w.people {
		if c.has(p.UserID) {
			ids = append(ids, p.UserID)
		}
	}
	if !c.BotOut {
		ids = append(ids, w.cfg.BotUserID)
	}
	return ids
}
