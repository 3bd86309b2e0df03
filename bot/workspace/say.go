package workspace

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
)

// ErrThreadCommand is Slack's refusal of slash commands in threads.
var ErrThreadCommand = errors.New("slash commands of apps are not supported in threads: use them in the channel, or a button")

// Say writes a message as the person, in a thread when threadTS is set; a text that starts with "/" is a slash
// command. The app hears of it when it is mentioned or in its direct message.
func (w *Workspace) Say(ctx context.Context, userID, channelID, threadTS, text string) error {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "/") {
		if threadTS != "" {
			return ErrThreadCommand
		}
		_, err := w.Command(ctx, userID, channelID, text)
		return err
	}
	p, conv, err := w.place(userID, channelID)
	if err != nil || text == "" {
		return err
	}
	w.mu.Lock()
	if !conv.openThread(threadTS) {
		w.mu.Unlock()
		return fmt.Errorf("answer in a thread: there is no thread %q", threadTS)
	}
	m := w.add(conv, &message{user: userID, text: w.mentions(escape(text)), thread: threadTS})
	event := w.object(conv, m)
	w.mu.Unlock()
	event["channel"], event["event_ts"] = conv.ID, m.ts
	switch {
	case conv.peer != "":
		event["channel_type"] = "im"
	case !conv.BotOut && strings.Contains(m.text, "<@"+w.cfg.BotUserID+">"):
		event["type"] = "app_mention"
	default:
		return nil
	}
	return w.event(ctx, p, event)
}

// mentions turns "@Ann Lee" into <@U...> for the people and the bot of this workspace, the longest name first.
func (w *Workspace) mentions(text string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	type known struct{ name, id string }
	all := []known{{escape(w.cfg.BotName), w.cfg.BotUserID}}
	for _, p := range w.people {
		all = append(all, known{escape(p.Name), p.UserID})
	}
	sort.Slice(all, func(i, j int) bool { return len(all[i].name) > len(all[j].name) })
	var pairs []string
	for _, k := range all {
		pairs = append(pairs, "@"+k.name, "<@"+k.id+">")
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// OpenHome opens the App Home as the person: the app is told and may publish.
func (w *Workspace) OpenHome(ctx context.Context, userID string) error {
	p, conv, err := w.place(userID, dmID(userID))
	if err != nil {
		return fmt.Errorf("open App Home: %w", err)
	}
	w.mu.Lock()
	event := node{"type": "app_home_opened", "user": userID, "channel": conv.ID, "tab": "home", "event_ts": w.stamp()}
	if v := w.homes[userID]; v != nil {
		event["view"] = w.viewObject(v)
	}
	w.mu.Unlock()
	return w.event(ctx, p, event)
}

// event delivers one event; when the app fails, once more at once with the same event_id, as Slack does first.
func (w *Workspace) event(ctx context.Context, p Person, event node) error {
	w.mu.Lock()
	payload := node{
		"token": "deprecated", "team_id": w.cfg.TeamID, "api_app_id": w.cfg.AppID, "type": "event_callback",
		"event": event, "event_id": w.id("Ev"), "event_time": w.now().Unix(),
		"authorizations": []any{node{
			"enterprise_id": nil, "team_id": w.cfg.TeamID, "user_id": w.cfg.BotUserID, "is_bot": true,
			"is_enterprise_install": false,
		}},
		"is_ext_shared_channel": p.TeamID != w.cfg.TeamID, "context_team_id": w.cfg.TeamID, "context_enterprise_id": nil,
	}
	w.mu.Unlock()
	d := delivery{path: "/slack/events", envelope: "events_api", payload: payload}
	_, err := w.deliver(ctx, d)
	if err != nil && ctx.Err() == nil {
		_, err = w.deliver(ctx, d)
	}
	if err != nil {
		return fmt.Errorf("tell the app of %s: %w", event["type"], err)
	}
	return nil
}

// VerifyURL sends the url_verification challenge and says whether the app echoed it.
func (w *Workspace) VerifyURL(ctx context.Context) error {
	const challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
	payload := node{"token": "deprecated", "challenge": challenge, "type": "url_verification"}
	r, err := w.deliver(ctx, delivery{path: "/slack/events", envelope: "events_api", payload: payload})
	if err != nil {
		return fmt.Errorf("verify the events URL: %w", err)
	}
	if !strings.Contains(string(r.body), challenge) {
		return errors.New("verify the events URL: the app did not send the challenge back")
	}
	return nil
}
