package workspace

import "strings"

func (w *Workspace) authTest(*call) node {
	return node{
		"ok": true, "url": "https://" + w.domain() + ".example/", "team": w.cfg.TeamName, "team_id": w.cfg.TeamID,
		"user": handle(w.cfg.BotName), "user_id": w.cfg.BotUserID, "bot_id": w.botID(), "is_enterprise_install": false,
	}
}

func (w *Workspace) teamInfo(*call) node {
	return node{"ok": true, "team": node{"id": w.cfg.TeamID, "name": w.cfg.TeamName, "domain": w.domain()}}
}

func (w *Workspace) botsInfo(c *call) node {
	if b := c.str("bot"); b != "" && b != w.botID() {
		return refused("bot_not_found")
	}
	return node{"ok": true, "bot": node{
		"id": w.botID(), "app_id": w.cfg.AppID, "user_id": w.cfg.BotUserID, "name": w.cfg.BotName, "deleted": false,
	}}
}

func (w *Workspace) usersInfo(c *call) node {
	if c.str("user") == w.cfg.BotUserID {
		return node{"ok": true, "user": w.botObject()}
	}
	p, ok := w.person(c.str("user"))
	if !ok {
		return refused("user_not_found")
	}
	return node{"ok": true, "user": w.userObject(p)}
}

func (w *Workspace) usersList(c *call) node {
	members := []any{w.botObject()}
	for _, p := range w.people {
		members = append(members, w.userObject(p))
	}
	part, next := page(members, c)
	return node{"ok": true, "members": part, "response_metadata": node{"next_cursor": next}}
}

func (w *Workspace) usersLookupByEmail(c *call) node {
	for _, p := range w.people {
		if p.Mail != "" && strings.EqualFold(p.Mail, c.str("email")) {
			return node{"ok": true, "user": w.userObject(p)}
		}
	}
	return refused("users_not_found")
}

func (w *Workspace) reactionsAdd(c *call) node {
	conv, name := w.find(c.str("channel")), strings.Trim(c.str("name"), ":")
	if conv == nil {
		return refused("channel_not_found")
	}
	m := conv.message(c.str("timestamp"), "")
	switch {
	case m == nil:
		return refused("message_not_found")
	case name == "" || strings.ContainsAny(name, " \n<>&"):
		return refused("invalid_name")
	case len(m.reactions[name]) > 0:
		return refused("already_reacted")
	case m.reactions == nil:
		m.reactions = map[string][]string{}
	}
	m.reactions[name] = append(m.reactions[name], w.cfg.BotUserID)
	w.touch()
	return node{"ok": true}
}
