package workspace

const maxStack = 3

// viewArg reads and checks the view argument.
func (w *Workspace) viewArg(c *call, kind string) (node, node) {
	v, ok := c.json("view")
	body, isObject := v.(node)
	if !ok || !isObject {
		return nil, refused("invalid_arguments", "[ERROR] missing or unreadable field: view")
	}
	return body, w.checkView(body, kind, len(c.str("view")))
}

// checkView refuses a view as Slack would; size is its JSON in bytes.
func (w *Workspace) checkView(body node, kind string, size int) node {
	if size > maxViewBytes {
		return refused("view_too_large")
	}
	if reasons := validateView(body, kind); len(reasons) > 0 {
		return refused("invalid_arguments", reasons...)
	}
	return nil
}

// taken says that another view has this external_id already.
func (w *Workspace) taken(body node, but *view) bool {
	id := str(body, "external_id")
	if id == "" {
		return false
	}
	for _, v := range w.views {
		if v != but && str(v.body, "external_id") == id {
			return true
		}
	}
	return false
}

func (w *Workspace) viewsOpen(c *call) node {
	body, no := w.viewArg(c, "modal")
	if no != nil {
		return no
	}
	if w.taken(body, nil) {
		return refused("duplicate_external_id")
	}
	t, no := w.useTrigger(c.str("trigger_id"))
	if no != nil {
		return no
	}
	w.clear(t.user)
	return node{"ok": true, "view": w.viewObject(w.push(t.user, body))}
}

func (w *Workspace) viewsPush(c *call) node {
	body, no := w.viewArg(c, "modal")
	if no != nil {
		return no
	}
	if w.taken(body, nil) {
		return refused("duplicate_external_id")
	}
	t, no := w.useTrigger(c.str("trigger_id"))
	switch {
	case no != nil:
		return no
	case !t.modal || w.top(t.user) == nil:
		return refused("invalid_trigger_id", "[ERROR] views.push needs a trigger from inside an open modal")
	case len(w.stacks[t.user]) >= maxStack:
		return refused("push_limit_reached")
	}
	return node{"ok": true, "view": w.viewObject(w.push(t.user, body))}
}

func (w *Workspace) viewsUpdate(c *call) node {
	v := w.views[c.str("view_id")]
	for _, other := range w.views {
		if id := c.str("external_id"); v == nil && id != "" && str(other.body, "external_id") == id {
			v = other
		}
	}
	if v == nil {
		return refused("not_found")
	}
	body, no := w.viewArg(c, str(v.body, "type"))
	switch {
	case no != nil:
		return no
	case w.taken(body, v):
		return refused("duplicate_external_id")
	case c.str("hash") != "" && c.str("hash") != v.hash:
		return refused("hash_conflict")
	}
	w.setBody(v, body)
	w.touch()
	return node{"ok": true, "view": w.viewObject(v)}
}

func (w *Workspace) viewsPublish(c *call) node {
	user := c.str("user_id")
	if _, ok := w.person(user); !ok {
		return refused("invalid_arguments", "[ERROR] unknown user_id")
	}
	body, no := w.viewArg(c, "home")
	if no != nil {
		return no
	}
	old := w.homes[user]
	switch {
	case c.str("hash") != "" && (old == nil || c.str("hash") != old.hash):
		return refused("hash_conflict")
	case w.taken(body, old):
		return refused("duplicate_external_id")
	case old == nil:
		w.homes[user] = w.newView(user, body)
	default:
		w.setBody(old, body)
	}
	w.touch()
	return node{"ok": true, "view": w.viewObject(w.homes[user])}
}
