package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// SubmitResult is what became of a submitted modal.
type SubmitResult struct {
	Errors  map[string]string // complaints by block_id: the box's own (required, too long, ...) or the app's
	Action  string            // the app's response_action: "", errors, update, push or clear; "" closes the modal
	Trouble string            // Slack's own words when the app failed or answered nonsense; the modal stays
}

// OK says that the app took what was submitted.
func (r SubmitResult) OK() bool { return len(r.Errors) == 0 && r.Trouble == "" }

// trouble is what Slack shows when a submission fails.
const trouble = "We had some trouble connecting. Try again?"

// Submit fills in the modal a person has open and presses its submit button. Values go by block_id and action_id:
// a string, []string or number is converted as a person's input would be, a File or []File is uploaded, an object is
// taken as Slack's state.
// What is not named keeps what was there.
func (w *Workspace) Submit(ctx context.Context, userID string, in map[string]map[string]any) (SubmitResult, error) {
	v, payload, complaints, err := w.submission(userID, in)
	if err != nil {
		return SubmitResult{}, fmt.Errorf("submit a modal: %w", err)
	}
	if len(complaints) > 0 {
		return SubmitResult{Errors: complaints}, nil
	}
	r, err := w.deliver(ctx, delivery{path: "/slack/interactions", envelope: "interactive", payload: payload})
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.views[v.id] == nil {
		return SubmitResult{}, err // the app or the person closed it meanwhile
	}
	defer w.touch()
	if err == nil {
		var result SubmitResult
		if result, err = w.afterSubmit(v, r); err == nil {
			return result, nil
		}
	}
	w.log.Warn("workspace could not use the answer to a submission", "error", err)
	v.trouble = trouble
	return SubmitResult{Trouble: trouble + " (" + err.Error() + ")"}, nil
}

// submission builds the view_submission payload, or the complaints Slack makes before sending anything.
func (w *Workspace) submission(userID string, in map[string]map[string]any) (*view, node, map[string]string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p, _ := w.person(userID)
	v := w.top(userID)
	if v == nil {
		return nil, nil, nil, fmt.Errorf("%q has no modal open", userID)
	}
	if err := w.fillIn(v, in); err != nil {
		return nil, nil, nil, err
	}
	v.errors, v.trouble = complaints(v), ""
	w.touch()
	if len(v.errors) > 0 {
		return v, nil, v.errors, nil
	}
	return v, node{
		"type": "view_submission", "team": w.team(), "user": w.actor(p), "api_app_id": w.cfg.AppID, "token": "deprecated",
		"trigger_id": w.newTrigger(userID, true), "view": clone(w.viewObject(v)), "response_urls": []any{},
		"is_enterprise_install": false, "enterprise": nil,
	}, nil, nil
}

// fillIn puts input into a view's state; the lock must be held.
func (w *Workspace) fillIn(v *view, in map[string]map[string]any) error {
	for block, actions := range in {
		for action, given := range actions {
			b, e := locate(v.body, block, action, nil)
			if e == nil {
				return fmt.Errorf("the modal has no block %q with an element %q", block, action)
			}
			state, err := w.given(e, given)
			if err != nil {
				return err
			}
			v.state.set(str(b, "block_id"), action, state)
		}
	}
	return nil
}

func (w *Workspace) given(e node, in any) (node, error) {
	switch v := in.(type) {
	case nil:
		return stateFrom(e, nil, w.cfg.Zone)
	case string:
		return stateFrom(e, []string{v}, w.cfg.Zone)
	case []string:
		return stateFrom(e, v, w.cfg.Zone)
	case int, int64:
		return stateFrom(e, []string{fmt.Sprint(v)}, w.cfg.Zone)
	case File:
		return w.filed(e, []File{v})
	case []File:
		return w.filed(e, v)
	case node:
		state := clone(v)
		state["type"] = e["type"]
		return state, nil
	}
	return nil, fmt.Errorf("element %q cannot take a %T", str(e, "action_id"), in)
}

// afterSubmit does what the app answered; the lock must be held.
func (w *Workspace) afterSubmit(v *view, r reply) (SubmitResult, error) {
	if len(r.body) == 0 {
		w.pop(v.user)
		return SubmitResult{}, nil
	}
	var a struct {
		Action string            `json:"response_action"`
		Errors map[string]string `json:"errors"`
		View   json.RawMessage   `json:"view"`
	}
	if !r.json || json.Unmarshal(r.body, &a) != nil {
		return SubmitResult{}, errors.New("the answer is no JSON with its content type")
	}
	switch a.Action {
	case "":
		w.pop(v.user)
	case "clear":
		w.clear(v.user)
	case "errors":
		v.errors = a.Errors
		if err := known(v, a.Errors); err != nil {
			v.errors = nil
			return SubmitResult{}, err
		}
	case "update", "push":
		if err := w.replaceOrPush(v, a.Action, a.View); err != nil {
			return SubmitResult{}, err
		}
	default:
		return SubmitResult{}, fmt.Errorf("response_action %q is unknown", a.Action)
	}
	return SubmitResult{Action: a.Action, Errors: a.Errors}, nil
}

func (w *Workspace) replaceOrPush(v *view, action string, data json.RawMessage) error {
	var body node
	if json.Unmarshal(data, &body) != nil || body == nil {
		return errors.New("the answer carries no view")
	}
	if no := w.checkView(body, "modal", len(data)); no != nil {
		return fmt.Errorf("the view is refused: %v %v", no["error"], no["response_metadata"])
	}
	if w.taken(body, v) {
		return errors.New("duplicate_external_id")
	}
	if action == "update" {
		w.setBody(v, body)
		return nil
	}
	if len(w.stacks[v.user]) >= maxStack {
		return errors.New("push_limit_reached")
	}
	w.push(v.user, body)
	return nil
}

// known refuses errors for what is no input block: Slack shows nothing useful then.
func known(v *view, errs map[string]string) error {
	if len(errs) == 0 {
		return errors.New("response_action errors without any error")
	}
	inputs := map[string]bool{}
	for _, b := range nodes(v.body, "blocks") {
		if b["type"] == "input" {
			inputs[str(b, "block_id")] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(errs)) {
		if !inputs[id] {
			return fmt.Errorf("errors name %q, which is no input block", id)
		}
	}
	return nil
}

// CloseView closes the modal a person has open with its close button, or the whole stack (the ×); the app is told
// when the view asked for it.
func (w *Workspace) CloseView(ctx context.Context, userID string, all bool) error {
	w.mu.Lock()
	p, _ := w.person(userID)
	v := w.top(userID)
	if v == nil {
		w.mu.Unlock()
		return nil
	}
	closing := []*view{v}
	if all || flag(v.body, "clear_on_close") {
		closing = slices.Clone(w.stacks[userID])
		w.clear(userID)
	} else {
		w.pop(userID)
	}
	var told []node
	for _, v := range slices.Backward(closing) {
		if flag(v.body, "notify_on_close") {
			told = append(told, node{
				"type": "view_closed", "team": w.team(), "user": w.actor(p), "api_app_id": w.cfg.AppID,
				"token": "deprecated", "view": w.viewObject(v), "is_cleared": all, "is_enterprise_install": false,
			})
		}
	}
	w.mu.Unlock()
	for _, payload := range told {
		if _, err := w.deliver(ctx, delivery{path: "/slack/interactions", envelope: "interactive", payload: payload}); err != nil {
			return fmt.Errorf("tell the app of a closed modal: %w", err)
		}
	}
	return nil
}
