package workspace

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"
)

// fillConversation puts a channel's messages, and the open thread's, on the screen.
func (w *Workspace) fillConversation(s *screen, conv *conversation, thread string) {
	s.Title, s.Topic = "#"+conv.Name, conv.Topic
	if conv.peer != "" {
		s.Title, s.Topic = w.cfg.BotName, "Direct message between you and the app"
	}
	you := s.You.UserID
	if m := conv.message(thread, you); m != nil && m.thread == "" {
		s.ThreadTS = thread
	}
	var stream, replies []*message
	for _, m := range conv.messages {
		if !m.visibleTo(you) {
			continue
		}
		if m.thread == "" {
			stream = append(stream, m)
		}
		if s.ThreadTS != "" && (m.ts == s.ThreadTS || m.thread == s.ThreadTS) {
			replies = append(replies, m)
		}
	}
	day := ""
	for _, m := range newest(stream) {
		v := w.messageOf(conv, m, you, "m")
		if v.Day == day {
			v.Day = ""
		} else {
			day = v.Day
		}
		s.Messages = append(s.Messages, v)
	}
	for _, m := range newest(replies) {
		v := w.messageOf(conv, m, you, "t")
		v.Day, v.ThreadURL = "", ""
		s.Thread = append(s.Thread, v)
	}
}

// shownAtMost is how many messages the page shows of a conversation or thread: the newest.
const shownAtMost = 300

func newest(all []*message) []*message { return all[max(0, len(all)-shownAtMost):] }

func (w *Workspace) messageOf(conv *conversation, m *message, you, prefix string) messageView {
	at := timeOf(m.ts).In(w.cfg.Zone)
	r := mrkdwn{w: w, as: you}
	v := messageView{
		ID: prefix + "-" + m.ts, TS: m.ts, Channel: conv.ID, Author: w.name(m.user), Bot: m.bot, Slack: m.fromSlack, Ephemeral: m.only != "",
		Edited: m.edited != "", When: at.Format("15:04"), Full: at.Format("Monday, 2 January 2006, 15:04:05 MST"),
		Day: at.Format("Monday, 2 January 2006"), Replies: conv.replies(m.ts),
	}
	if m.fromSlack {
		v.Author = "Slackbot"
	}
	if m.only == "" {
		v.ThreadURL = address(you, conv.ID, "thread", m.ts)
	}
	if len(m.blocks) > 0 {
		v.Blocks = r.blocks(m.blocks, w.states[you+"|"+conv.ID+"|"+m.ts], nil, prefix+m.ts)
	} else {
		v.Body = r.html(m.text)
	}
	for _, a := range objects(m.attachments) {
		v.Blocks = append(v.Blocks, blockView{Kind: "attachment", Text: r.html(orElse(str(a, "text"), str(a, "fallback")))})
	}
	for _, id := range m.files {
		f := w.files[id]
		v.Files = append(v.Files, fileView{Name: f.Name, Size: sized(len(f.Data)), URL: "/files/" + url.PathEscape(id) + "/" + url.PathEscape(f.Name)})
	}
	for _, name := range slices.Sorted(maps.Keys(m.reactions)) {
		v.Reactions = append(v.Reactions, reactionView{orElse(emoji[name], ":"+name+":"), len(m.reactions[name])})
	}
	return v
}

type mailRow struct {
	ID, URL, When, From, To, Subject string
	Here                             bool
}

type mailView struct {
	Mail
	Tab, When, ToAll string
	Tabs             []link
	Frame            string
}

// fillMail lists the mailbox, newest first, and opens one mail.
func (w *Workspace) fillMail(s *screen, mails []Mail, q url.Values) {
	you, today := s.You.UserID, w.now().In(w.cfg.Zone).Format(time.DateOnly)
	for _, m := range slices.Backward(mails) {
		local := m.At.In(w.cfg.Zone)
		row := mailRow{
			ID: m.ID, URL: address(you, "mail", "m", m.ID), From: m.From, To: strings.Join(m.To, ", "), Subject: m.Subject,
			When: local.Format("2 Jan 15:04"), Here: q.Get("m") == m.ID,
		}
		if local.Format(time.DateOnly) == today {
			row.When = local.Format("15:04")
		}
		s.Mails = append(s.Mails, row)
		if !row.Here {
			continue
		}
		v := &mailView{Mail: m, Tab: q.Get("tab"), When: local.Format(time.RFC1123Z), ToAll: row.To}
		if v.Tab == "" || (v.Tab == "html" && m.HTML == "") {
			v.Tab = map[bool]string{true: "html", false: "text"}[m.HTML != ""]
		}
		for _, tab := range []string{"html", "text", "headers"} {
			if tab != "html" || m.HTML != "" {
				v.Tabs = append(v.Tabs, link{Name: tab, URL: address(you, "mail", "m", m.ID, "tab", tab), Here: v.Tab == tab})
			}
		}
		v.Frame = "/mail/" + url.PathEscape(m.ID) + "/html"
		s.Mail = v
	}
}
