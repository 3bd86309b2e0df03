package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// Response is what came of a slash command at once; later messages are in Messages.
type Response struct {
	Status  int      // HTTP status of the app's answer; 0 when none came in time
	Message *Message // what the answer showed, nil when it showed nothing
	Notice  string   // Slack's own words when the command could not be run
}

// Command types a slash command in a conversation, as the person.
func (w *Workspace) Command(ctx context.Context, userID, channelID, text string) (Response, error) {
	p, conv, err := w.place(userID, channelID)
	if err != nil {
		return Response{}, fmt.Errorf("type %q: %w", text, err)
	}
	name, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	cmd, known := w.command(name)
	switch {
	case !known:
		return w.tell(conv, userID, Response{Notice: name + " is not a valid command. In Slack, all messages that start with the \"/\" character are interpreted as commands."}), nil
	case p.TeamID != w.cfg.TeamID:
		return w.tell(conv, userID, Response{Notice: name + " cannot be used by members of another organisation. Buttons and menus can."}), nil
	}
	w.mu.Lock()
	form := w.commandForm(p, conv, cmd, strings.TrimSpace(rest))
	w.mu.Unlock()
	fields := node{}
	for k := range form {
		fields[k] = form.Get(k)
	}
	r, err := w.deliver(ctx, delivery{path: "/slack/commands", envelope: "slash_commands", form: form, payload: fields})
	if err != nil {
		out := Response{Status: r.status, Notice: fmt.Sprintf("%s failed with the error \"%s\"", name, slackWord(err))}
		return w.tell(conv, userID, out), nil
	}
	return w.commandAnswer(conv, userID, text, r), nil
}

// slackWord is the error as Slack would name it to a person.
func slackWord(err error) string {
	for _, known := range []error{errTimeout, errAppClient, errAppService} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return errDispatch.Error()
}

func (w *Workspace) commandForm(p Person, conv *conversation, cmd Command, text string) url.Values {
	channel := conv.Name
	switch {
	case conv.peer != "":
		channel = "directmessage"
	case conv.Private:
		channel = "privategroup"
	}
	if cmd.Escape {
		text = w.mentions(text)
	}
	return url.Values{
		"token": {"deprecated"}, "team_id": {w.cfg.TeamID}, "team_domain": {w.domain()}, "channel_id": {conv.ID},
		"channel_name": {channel}, "user_id": {p.UserID}, "user_name": {handle(p.Name)}, "command": {cmd.Name},
		"text": {text}, "api_app_id": {w.cfg.AppID}, "is_enterprise_install": {"false"},
		"response_url": {w.newHook(w.host, "commands", conv, p.UserID, nil)}, "trigger_id": {w.newTrigger(p.UserID, false)},
	}
}

// commandAnswer shows what the app answered at once: nothing, plain text, or a message.
func (w *Workspace) commandAnswer(conv *conversation, userID, typed string, r reply) Response {
	out := Response{Status: r.status}
	if len(r.body) == 0 {
		return out
	}
	s := said{Text: string(r.body)}
	if r.json {
		s = said{}
		if json.Unmarshal(r.body, &s) != nil {
			out.Notice = "the app's answer could not be read"
			return w.tell(conv, userID, out)
		}
		if s.Text == "" && s.Blocks == nil && s.Attachments == nil {
			return out
		}
	}
	if code := s.wrong(); code != "" {
		out.Notice = fmt.Sprintf("%s failed with the error \"%s\"", strings.Fields(typed)[0], code)
		return w.tell(conv, userID, out)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if s.ResponseType == "in_channel" {
		w.add(conv, &message{user: userID, text: escape(typed)})
	}
	m := w.show(conv, userID, s).export()
	out.Message = &m
	return out
}

// tell shows Slack's own words and returns them with the response.
func (w *Workspace) tell(conv *conversation, userID string, r Response) Response {
	w.mu.Lock()
	defer w.mu.Unlock()
	m := w.slackSays(conv, userID, r.Notice).export()
	r.Message = &m
	return r
}

func (w *Workspace) command(name string) (Command, bool) {
	for _, c := range w.cfg.Commands {
		if strings.EqualFold(c.Name, name) {
			return c, true
		}
	}
	return Command{}, false
}

// place checks that a person exists and is in the conversation.
func (w *Workspace) place(userID, channelID string) (Person, *conversation, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p, ok := w.person(userID)
	if !ok {
		return p, nil, fmt.Errorf("nobody in this workspace has the id %q", userID)
	}
	conv := w.convs[channelID]
	if conv == nil || !conv.has(userID) {
		return p, nil, fmt.Errorf("%s is in no channel %q", p.Name, channelID)
	}
	return p, conv, nil
}
