package workspace

import (
	"encoding/json"
	"slices"
)

// view is an open modal or a person's App Home.
type view struct {
	id, hash, user string
	root, previous string
	body           node              // as the app sent it, every block_id and action_id filled in
	state          values            // what the person put in so far
	errors         map[string]string // by block_id
	trouble        string            // what Slack says about the modal as a whole
}

// View is a modal or App Home as a person sees it.
type View struct {
	ID, Hash, Type, CallbackID, PrivateMetadata, ExternalID string
	Title, Submit, Close                                    string
	Blocks                                                  json.RawMessage
	Errors                                                  map[string]string // by block_id
	Trouble                                                 string            // Slack's own complaint about the modal
	Depth                                                   int               // 1 for the first modal of the stack
}

func (v *view) export(depth int) View {
	return View{
		ID: v.id, Hash: v.hash, Type: str(v.body, "type"), CallbackID: str(v.body, "callback_id"),
		PrivateMetadata: str(v.body, "private_metadata"), ExternalID: str(v.body, "external_id"),
		Title: str(sub(v.body, "title"), "text"), Submit: str(sub(v.body, "submit"), "text"),
		Close: str(sub(v.body, "close"), "text"), Blocks: raw(v.body["blocks"]), Errors: v.errors,
		Trouble: v.trouble, Depth: depth,
	}
}

// OpenView is the modal a person looks at.
func (w *Workspace) OpenView(userID string) (View, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	stack := w.stacks[userID]
	if len(stack) == 0 {
		return View{}, false
	}
	return stack[len(stack)-1].export(len(stack)), true
}

// Home is a person's App Home, once the app has published it.
func (w *Workspace) Home(userID string) (View, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.homes[userID]
	if v == nil {
		return View{}, false
	}
	return v.export(1), true
}

// top is the modal a person looks at, nil without one; the lock must be held.
func (w *Workspace) top(userID string) *view {
	if s := w.stacks[userID]; len(s) > 0 {
		return s[len(s)-1]
	}
	return nil
}

// newView makes a view of what the app sent; the lock must be held.
func (w *Workspace) newView(user string, body node) *view {
	v := &view{id: w.id("V"), user: user, state: values{}}
	v.root = v.id
	w.setBody(v, body)
	w.views[v.id] = v
	return v
}

// setBody gives a view new content. What was typed stays where block_id and action_id stay the same.
func (w *Workspace) setBody(v *view, body node) {
	body = clone(body)
	body["blocks"] = w.fill(list(body, "blocks"))
	v.body, v.errors, v.trouble = body, nil, ""
	w.serial++
	v.hash = tsOf(w.now()) + "." + w.id("h")
	kept := values{}
	for _, b := range nodes(body, "blocks") {
		for _, e := range elementsOf(b) {
			id, action := str(b, "block_id"), str(e, "action_id")
			if old, ok := v.state[id][action]; ok && str(old, "type") == str(e, "type") {
				kept.set(id, action, old)
			}
		}
	}
	v.state = kept
}

// push puts a new modal on top of a person's stack; the lock must be held.
func (w *Workspace) push(user string, body node) *view {
	v := w.newView(user, body)
	if below := w.top(user); below != nil {
		v.root, v.previous = below.root, below.id
	}
	w.stacks[user] = append(w.stacks[user], v)
	w.touch()
	return v
}

// pop closes the modal on top; the lock must be held.
func (w *Workspace) pop(user string) {
	if v := w.top(user); v != nil {
		delete(w.views, v.id)
		w.stacks[user] = slices.Delete(w.stacks[user], len(w.stacks[user])-1, len(w.stacks[user]))
	}
	w.touch()
}

// clear closes the whole stack; the lock must be held.
func (w *Workspace) clear(user string) {
	for _, v := range w.stacks[user] {
		delete(w.views, v.id)
	}
	delete(w.stacks, user)
	w.touch()
}

// viewObject is the view as the Web API and the payloads carry it.
func (w *Workspace) viewObject(v *view) node {
	o := clone(v.body)
	for key, empty := range map[string]any{"callback_id": "", "private_metadata": "", "external_id": ""} {
		if _, ok := o[key]; !ok {
			o[key] = empty
		}
	}
	for _, key := range []string{"title", "submit", "close"} {
		if _, ok := o[key]; !ok {
			o[key] = nil
		}
	}
	o["clear_on_close"], o["notify_on_close"] = flag(v.body, "clear_on_close"), flag(v.body, "notify_on_close")
	o["id"], o["hash"], o["team_id"], o["app_id"], o["bot_id"] = v.id, v.hash, w.cfg.TeamID, w.cfg.AppID, w.botID()
	o["root_view_id"], o["previous_view_id"], o["app_installed_team_id"] = v.root, nil, w.cfg.TeamID
	if v.previous != "" {
		o["previous_view_id"] = v.previous
	}
	o["state"] = node{"values": stateOf(v.body, v.state)}
	return o
}
