package workspace

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// screen is everything the page shows to one person.
type screen struct {
	Team, Bot, BotID, Banner string
	You                      Person
	At                       string // channel id, "home" or "mail"
	Title, Topic             string
	Channels                 []link
	DM, Home, Mailbox        link
	People                   []peopleGroup
	Messages, Thread         []messageView
	ThreadTS                 string
	HomeView, Modal          *viewView
	HasMail                  bool
	Mails                    []mailRow
	Mail                     *mailView
	Clock, ClockFull, AtMin  string
	Zone                     string
	Jumps                    []jumpView
	Tries                    []string
	Completions              []completion
}

type link struct {
	Name, URL, ID, About string
	Place, Latest        string // a conversation and the ts of its newest message, for the unread mark
	Here                 bool
}

type peopleGroup struct {
	Party  string
	People []link
}

type jumpView struct{ Label, When, At string }

type completion struct{ Insert, Usage, About string }

type viewView struct {
	View
	Surface string
	Blocks  []blockView
}

type messageView struct {
	ID, TS, Channel, Author, When, Day, Full string
	Bot, Slack, Ephemeral, Edited            bool
	Body                                     template.HTML
	Blocks                                   []blockView
	Replies                                  int
	ThreadURL                                string
	Reactions                                []reactionView
	Files                                    []fileView
}

type reactionView struct {
	Picture string
	Count   int
}

// address makes an address of the page.
func address(as, c string, more ...string) string {
	q := url.Values{"as": {as}, "c": {c}}
	for i := 0; i+1 < len(more); i += 2 {
		q.Set(more[i], more[i+1])
	}
	return "/?" + q.Encode()
}

// screen gathers the page for a person; nil when they cannot see what they ask for.
func (w *Workspace) screen(r *http.Request, you Person, at, thread string, first bool) *screen {
	var jumps []Jump
	if w.cfg.Jumps != nil {
		jumps = w.cfg.Jumps(r.Context())
	}
	mails := w.mails()
	now := w.now().In(w.cfg.Zone)
	s := &screen{
		Team: w.cfg.TeamName, Bot: w.cfg.BotName, BotID: w.cfg.BotUserID, Banner: w.cfg.Banner, You: you,
		Clock: clockText(now), ClockFull: now.Format(time.RFC3339), Zone: w.cfg.Zone.String(),
		AtMin: now.Add(time.Minute).Format("2006-01-02T15:04"), HasMail: w.cfg.Mails != nil,
	}
	if first {
		s.Tries = w.cfg.Tries
	}
	for _, j := range jumps {
		local := j.At.In(w.cfg.Zone)
		s.Jumps = append(s.Jumps, jumpView{j.Label, local.Format("Mon 2 Jan 15:04"), j.At.UTC().Format(time.RFC3339)})
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fillRail(s, at)
	switch {
	case s.At == "home":
		s.Title = w.cfg.BotName
		if v := w.homes[you.UserID]; v != nil {
			s.HomeView = w.viewOf(v, you, 1)
		}
	case s.At == "mail" && s.HasMail:
		s.Title = "Mailbox"
		w.fillMail(s, mails, r.URL.Query())
	default:
		conv := w.convs[s.At]
		if conv == nil || !conv.has(you.UserID) {
			return nil
		}
		w.fillConversation(s, conv, thread)
	}
	if v := w.top(you.UserID); v != nil {
		s.Modal = w.viewOf(v, you, len(w.stacks[you.UserID]))
	}
	return s
}

func clockText(t time.Time) string { return t.Format("15:04 MST, Mon 2 Jan 2006") }

// fillRail makes the left bar; without a wish the first channel of the person is shown.
func (w *Workspace) fillRail(s *screen, at string) {
	you := s.You.UserID
	for _, id := range w.order {
		conv := w.convs[id]
		if !conv.has(you) {
			continue
		}
		at = orElse(at, id)
		s.Channels = append(s.Channels, link{Name: conv.Name, URL: address(you, id), ID: id, Here: at == id, Latest: conv.latest(you)})
	}
	at = orElse(at, dmID(you))
	s.At = at
	dm := w.convs[dmID(you)]
	s.DM = link{Name: w.cfg.BotName, URL: address(you, dm.ID), ID: dm.ID, Here: at == dm.ID, Latest: dm.latest(you)}
	s.Home = link{URL: address(you, "home"), Here: at == "home"}
	s.Mailbox = link{URL: address(you, "mail"), Here: at == "mail"}
	for _, g := range w.peopleChoices(nil) {
		group := peopleGroup{Party: g.Label}
		for _, c := range g.Choices {
			to := at
			if conv := w.convs[at]; conv != nil && conv.peer != "" {
				to = dmID(c.Value)
			} else if conv != nil && !conv.has(c.Value) {
				to = ""
			}
			group.People = append(group.People, link{
				Name: c.Text, ID: c.Value, URL: address(c.Value, to), About: c.Description, Here: c.Value == you,
				Place: dmID(c.Value), Latest: w.convs[dmID(c.Value)].latest(c.Value),
			})
		}
		s.People = append(s.People, group)
	}
	s.Completions = w.completions()
}

// latest is the ts of the newest message somebody sees, for the unread mark.
func (c *conversation) latest(viewer string) string {
	for _, m := range slices.Backward(c.messages) {
		if m.visibleTo(viewer) {
			return m.ts
		}
	}
	return ""
}

func (w *Workspace) completions() []completion {
	var out []completion
	for _, c := range w.cfg.Commands {
		out = append(out, completion{c.Name + " ", strings.TrimSpace(c.Name + " " + c.UsageHint), c.Description})
		for _, v := range c.Verbs {
			out = append(out, completion{c.Name + " " + v.Name + " ", strings.TrimSpace(c.Name + " " + v.Name + " " + v.Usage), v.Summary})
		}
	}
	return out
}

func (w *Workspace) viewOf(v *view, you Person, depth int) *viewView {
	r := mrkdwn{w: w, as: you.UserID}
	return &viewView{View: v.export(depth), Surface: v.id, Blocks: r.blocks(list(v.body, "blocks"), v.state, v.errors, v.id)}
}
