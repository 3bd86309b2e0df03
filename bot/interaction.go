package bot

import (
	"encoding/json"
	"fmt"
	"strings"
)

type identified struct {
	ID string `json:"id"`
}

// interaction is what gonogo reads of an interaction payload.
type interaction struct {
	Type string      `json:"type"`
	Team *identified `json:"team"`
	User struct {
		ID     string `json:"id"`
		TeamID string `json:"team_id"`
	} `json:"user"`
	TriggerID   string     `json:"trigger_id"`
	ResponseURL string     `json:"response_url"`
	Channel     identified `json:"channel"`
	Container   struct {
		ChannelID string `json:"channel_id"`
		ThreadTS  string `json:"thread_ts"`
	} `json:"container"`
	Actions []struct {
		ActionID string  `json:"action_id"`
		ActionTS string  `json:"action_ts"`
		Value    string  `json:"value"`
		Option   *option `json:"selected_option"`
	} `json:"actions"`
	View *struct {
		ID         string `json:"id"`
		Type       string `json:"type"`
		Hash       string `json:"hash"`
		Root       string `json:"root_view_id"`
		Previous   string `json:"previous_view_id"`
		CallbackID string `json:"callback_id"`
		Metadata   string `json:"private_metadata"`
		TeamID     string `json:"app_installed_team_id"`
		State      struct {
			Values form `json:"values"`
		} `json:"state"`
	} `json:"view"`
}

// readInteraction reads a press or a submission; other interactions are nothing.
func readInteraction(raw []byte) (inbound, error) {
	var p interaction
	if err := json.Unmarshal(raw, &p); err != nil {
		return inbound{}, fmt.Errorf("%w: %w", errPayload, err)
	}
	if p.Type != "block_actions" && p.Type != "view_submission" {
		return inbound{kind: isNothing}, nil
	}
	if p.User.ID == "" {
		return inbound{}, errPayload
	}
	in := inbound{where: where{
		user: p.User.ID, channel: p.Channel.ID, thread: p.Container.ThreadTS, responseURL: p.ResponseURL, trigger: p.TriggerID,
	}}
	if in.where.channel == "" {
		in.where.channel = p.Container.ChannelID
	}
	if p.Team != nil {
		in.where.team = p.Team.ID
	}
	if err := p.readView(&in); err != nil {
		return inbound{}, err
	}
	in.who = accounts(p.User.TeamID, in.where.team, p.User.ID)
	if p.Type == "view_submission" {
		return in.submitted(p)
	}
	return in.pressed(p)
}

func (p *interaction) readView(in *inbound) error {
	if p.View == nil {
		return nil
	}
	in.where.view, in.where.hash, in.where.modal = p.View.ID, p.View.Hash, p.View.Type == "modal"
	in.where.root, in.where.previous = p.View.Root, p.View.Previous
	if in.where.team == "" {
		in.where.team = p.View.TeamID
	}
	in.where.home = !in.where.modal
	if !in.where.modal || p.View.CallbackID == "" {
		return nil // the Home, or a window without fields
	}
	if in.form = p.View.State.Values; in.form == nil {
		in.form = form{}
	}
	if p.View.Metadata == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(p.View.Metadata), &in.meta); err != nil {
		return fmt.Errorf("%w: %w", errPayload, err)
	}
	in.where.home = in.meta.Home
	return nil
}

// submitted reads which verb a form calls from its callback_id, "rfc.raise". A
// form is carried out once as it was shown: twice pressed is once submitted.
func (in inbound) submitted(p interaction) (inbound, error) {
	if p.View == nil {
		return inbound{}, errPayload
	}
	command, verb, ok := strings.Cut(p.View.CallbackID, ".")
	if !ok {
		return inbound{kind: isNothing}, nil
	}
	in.kind, in.command, in.text = isSubmission, "/"+command, verb
	in.key = keyOf("submit", p.TriggerID)
	in.intent = in.viewIntent()
	return in, nil
}

func (in inbound) viewIntent() string {
	if in.where.view == "" {
		return in.key
	}
	return "view/" + in.where.view + "/" + in.where.hash
}

// pressed reads which command a button gives from its action_id, "rfc.vote.go",
// and what it says from its value, "vote 12 go @7".
func (in inbound) pressed(p interaction) (inbound, error) {
	if len(p.Actions) == 0 {
		return inbound{}, errPayload
	}
	a := p.Actions[0]
	command, _, ok := strings.Cut(a.ActionID, ".")
	if !ok {
		return inbound{kind: isNothing}, nil // a link button, or the field of a form
	}
	in.kind, in.command, in.text = isPress, "/"+command, a.Value
	if a.Option != nil {
		in.text = a.Option.Value
	}
	in.key = keyOf("press", p.TriggerID)
	if in.key == "" {
		in.key = keyOf("press", strings.Join([]string{in.where.team, in.where.user, a.ActionID, a.ActionTS}, "/"))
	}
	in.intent = in.key
	if in.form != nil {
		in.intent = in.viewIntent()
	}
	return in, nil
}
