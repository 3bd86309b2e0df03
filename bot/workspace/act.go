package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"time"
)

// Surface is where somebody acts: a message (channel and ts), or a view by its id. Use HomeOf and ModalOf, or
// On, to make one.
type Surface struct {
	Channel, TS string
	View        string
}

// On is the surface of a message.
func On(channelID, ts string) Surface { return Surface{Channel: channelID, TS: ts} }

// Click presses a button, or chooses in a menu or picker, of a message: value is the button's or option's value,
// a user id, a date, a time, seconds or text; it may be empty for a button whose action_id is the only one.
func (w *Workspace) Click(ctx context.Context, userID, channelID, messageTS, actionID, value string) error {
	return w.Act(ctx, userID, On(channelID, messageTS), "", actionID, value)
}

// ClickHome does what Click does on the person's App Home.
func (w *Workspace) ClickHome(ctx context.Context, userID, actionID, value string) error {
	v, ok := w.Home(userID)
	if !ok {
		return fmt.Errorf("click %q: App Home of %s is empty", actionID, userID)
	}
	return w.Act(ctx, userID, Surface{View: v.ID}, "", actionID, value)
}

// ClickView does what Click does in the modal the person has open.
func (w *Workspace) ClickView(ctx context.Context, userID, actionID, value string) error {
	v, ok := w.OpenView(userID)
	if !ok {
		return fmt.Errorf("click %q: %s has no modal open", actionID, userID)
	}
	return w.Act(ctx, userID, Surface{View: v.ID}, "", actionID, value)
}

// Act is Click on any surface; an empty blockID means any block, and several values are for what takes several.
func (w *Workspace) Act(ctx context.Context, userID string, at Surface, blockID, actionID string, value ...string) error {
	payload, err := w.action(userID, at, blockID, actionID, value)
	if err != nil {
		return fmt.Errorf("act on %q: %w", actionID, err)
	}
	_, err = w.deliver(ctx, delivery{path: "/slack/interactions", envelope: "interactive", payload: payload})
	if err != nil {
		return fmt.Errorf("act on %q: the app answered with %s: %w", actionID, slackWord(err), err)
	}
	return nil
}

// action builds the block_actions payload and remembers what was chosen.
func (w *Workspace) action(userID string, at Surface, blockID, actionID string, value []string) (node, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p, ok := w.person(userID)
	if !ok {
		return nil, fmt.Errorf("nobody has the id %q", userID)
	}
	payload := node{
		"type": "block_actions", "api_app_id": w.cfg.AppID, "token": "deprecated", "user": w.actor(p),
		"team": w.team(), "enterprise": nil, "is_enterprise_install": false,
	}
	body, state, err := w.surface(p, at, payload)
	if err != nil {
		return nil, err
	}
	block, e := locate(body, blockID, actionID, value)
	if e == nil { // the message was drawn anew as it was pressed
		block, e = locate(body, "", actionID, value)
	}
	if e == nil {
		return nil, fmt.Errorf("there is no such element here (block %q, value %q)", blockID, value)
	}
	if block["type"] == "input" && !flag(block, "dispatch_action") {
		return nil, fmt.Errorf("block %q sends nothing: an input block needs dispatch_action for that", str(block, "block_id"))
	}
	act, err := w.actionObject(block, e, value)
	if err != nil {
		return nil, err
	}
	if key, _, _ := stateKey(str(e, "type")); key != "" && str(e, "type") != "overflow" {
		state.set(str(block, "block_id"), str(e, "action_id"), node{"type": e["type"], key: act[key]})
	}
	payload["actions"] = []any{act}
	if v := w.views[at.View]; v != nil {
		payload["view"] = w.viewObject(v)
		payload["trigger_id"] = w.newTrigger(userID, str(v.body, "type") == "modal")
		return payload, nil
	}
	payload["state"] = node{"values": stateOf(body, state)}
	payload["trigger_id"] = w.newTrigger(userID, false)
	return clone(payload), nil
}

// surface finds what is acted on and puts container, channel, message and response_url into the payload.
func (w *Workspace) surface(p Person, at Surface, payload node) (body node, state values, err error) {
	if at.View != "" {
		v := w.views[at.View]
		if v == nil || v.user != p.UserID {
			return nil, nil, fmt.Errorf("view %q is not open for %s", at.View, p.Name)
		}
		payload["container"] = node{"type": "view", "view_id": v.id}
		return v.body, v.state, nil
	}
	conv := w.convs[at.Channel]
	if conv == nil || !conv.has(p.UserID) {
		return nil, nil, fmt.Errorf("%s is in no channel %q", p.Name, at.Channel)
	}
	m := conv.message(at.TS, p.UserID)
	if m == nil {
		return nil, nil, fmt.Errorf("%s sees no message %q", p.Name, at.TS)
	}
	container := node{"type": "message", "message_ts": m.ts, "channel_id": conv.ID, "is_ephemeral": m.only != ""}
	if m.thread != "" {
		container["thread_ts"] = m.thread
	}
	name := conv.Name
	if conv.peer != "" {
		name = "directmessage"
	}
	payload["container"], payload["channel"] = container, node{"id": conv.ID, "name": name}
	if m.only == "" {
		payload["message"] = w.object(conv, m)
	}
	payload["response_url"] = w.newHook(w.host, "actions", conv, p.UserID, m)
	key := p.UserID + "|" + conv.ID + "|" + m.ts
	if w.states[key] == nil {
		w.states[key] = values{}
	}
	return node{"blocks": m.blocks}, w.states[key], nil
}

// locate finds the element meant; a button's value decides between buttons with one action_id.
func locate(body node, blockID, actionID string, value []string) (block, element node) {
	for _, b := range nodes(body, "blocks") {
		if blockID != "" && str(b, "block_id") != blockID {
			continue
		}
		for _, e := range elementsOf(b) {
			if str(e, "action_id") != actionID {
				continue
			}
			if e["type"] == "button" && len(value) > 0 && value[0] != "" && str(e, "value") != value[0] {
				continue
			}
			return b, e
		}
	}
	return nil, nil
}

func (w *Workspace) actionObject(block, e node, value []string) (node, error) {
	act := node{
		"type": e["type"], "action_id": e["action_id"], "block_id": block["block_id"], "action_ts": w.stamp(),
	}
	if e["type"] == "button" {
		act["text"] = e["text"]
		if v, ok := e["value"]; ok {
			act["value"] = v
		}
		return act, nil
	}
	state, err := stateFrom(e, value, w.cfg.Zone)
	if err != nil {
		return nil, err
	}
	maps.Copy(act, state)
	if p, ok := e["placeholder"]; ok {
		act["placeholder"] = p
	}
	return act, nil
}

func (w *Workspace) actor(p Person) node {
	return node{"id": p.UserID, "username": handle(p.Name), "name": handle(p.Name), "team_id": p.TeamID}
}

func (w *Workspace) team() node { return node{"id": w.cfg.TeamID, "domain": w.domain()} }

// Suggest asks the app for the options of an external select, as the page does while somebody types.
func (w *Workspace) Suggest(ctx context.Context, userID string, at Surface, actionID, typed string) (json.RawMessage, error) {
	w.mu.Lock()
	p, _ := w.person(userID)
	payload := node{
		"type": "block_suggestion", "api_app_id": w.cfg.AppID, "user": w.actor(p), "team": w.team(),
		"action_id": actionID, "value": typed, "action_ts": strconv.FormatInt(w.now().Unix(), 10) + "." + strconv.Itoa(w.now().Nanosecond()/int(time.Microsecond)),
	}
	body, _, err := w.surface(p, at, payload)
	block, e := locate(body, "", actionID, nil)
	if err == nil && e == nil {
		err = fmt.Errorf("there is no menu %q", actionID)
	}
	payload["block_id"] = block["block_id"]
	if v := w.views[at.View]; v != nil {
		payload["view"] = w.viewObject(v)
	}
	delete(payload, "response_url")
	w.mu.Unlock()
	if err != nil {
		return nil, fmt.Errorf("ask for options: %w", err)
	}
	r, err := w.deliver(ctx, delivery{path: "/slack/interactions", envelope: "interactive", payload: payload})
	if err != nil {
		return nil, fmt.Errorf("ask for options: %w", err)
	}
	return r.body, nil
}
