package workspace

import (
	"fmt"
	"strings"
)

// Person is somebody who can be "you" in the box. Party and Title are shown in the people switch only. A TeamID
// other than the workspace's makes the person a member of another organisation (Slack Connect): they can press
// buttons but not use slash commands.
type Person struct{ TeamID, UserID, Name, Title, Party, Mail string }

func (w *Workspace) settlePeople() error {
	seen := map[string]bool{w.cfg.BotUserID: true}
	for i := range w.people {
		p := &w.people[i]
		p.TeamID = orElse(p.TeamID, w.cfg.TeamID)
		if p.UserID == "" || p.Name == "" || seen[p.UserID] {
			return fmt.Errorf("open workspace: person %d (%q, %q) needs a name and a user id of their own", i+1, p.UserID, p.Name)
		}
		seen[p.UserID] = true
	}
	return nil
}

// person finds a person by user id. The slice never changes after New, so no lock is needed.
func (w *Workspace) person(userID string) (Person, bool) {
	for _, p := range w.people {
		if p.UserID == userID {
			return p, true
		}
	}
	return Person{}, false
}

// name is what the page shows for a user id.
func (w *Workspace) name(userID string) string {
	if userID == w.cfg.BotUserID {
		return w.cfg.BotName
	}
	if p, ok := w.person(userID); ok {
		return p.Name
	}
	return userID
}

// handle makes the old-fashioned user name of a person: "Ann Lee" is ann.lee.
func handle(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r < 'a' || r > 'z' }), ".")
}

func (w *Workspace) userObject(p Person) node {
	at := w.now().In(w.cfg.Zone)
	_, offset := at.Zone()
	return node{
		"id": p.UserID, "team_id": p.TeamID, "name": handle(p.Name), "real_name": p.Name, "deleted": false,
		"tz": w.cfg.Zone.String(), "tz_label": at.Format("MST"), "tz_offset": offset,
		"is_bot": false, "is_app_user": false, "is_restricted": false, "is_ultra_restricted": false,
		"is_stranger": false, "is_admin": false, "is_owner": false, "updated": at.Unix(),
		"profile": node{
			"real_name": p.Name, "real_name_normalized": p.Name, "display_name": p.Name,
			"display_name_normalized": p.Name, "email": p.Mail, "title": p.Title, "team": p.TeamID,
		},
	}
}

func (w *Workspace) botObject() node {
	u := w.userObject(Person{TeamID: w.cfg.TeamID, UserID: w.cfg.BotUserID, Name: w.cfg.BotName})
	u["is_bot"] = true
	sub(u, "profile")["bot_id"] = w.botID()
	sub(u, "profile")["api_app_id"] = w.cfg.AppID
	return u
}

// botID is the B... id that belongs to the bot's user id.
func (w *Workspace) botID() string { return "B" + strings.TrimLeft(w.cfg.BotUserID, "UW") }

// domain is the workspace's name as it would stand in an address.
func (w *Workspace) domain() string { return strings.ReplaceAll(handle(w.cfg.TeamName), ".", "-") }
