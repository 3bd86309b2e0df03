package workspace

import (
	"crypto/rand"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"time"
)

// triggerKept is how long a dead trigger id is remembered, to name the reason of its refusal.
const triggerKept = time.Hour

// trigger is the right to open one modal for one person, born from what the person did. It lives as long as the app may take
// to answer, which is three seconds in Slack for both.
type trigger struct {
	user  string
	born  time.Time
	used  bool
	modal bool // the person acted inside an open modal, so views.push is allowed
}

// newTrigger issues a trigger id in Slack's form; the lock must be held.
func (w *Workspace) newTrigger(user string, modal bool) string {
	maps.DeleteFunc(w.triggers, func(_ string, t *trigger) bool { return w.now().Sub(t.born) > triggerKept })
	w.serial++
	id := fmt.Sprintf("%d.%d.%s", w.now().Unix(), w.serial, strings.ToLower(rand.Text()))
	w.triggers[id] = &trigger{user: user, born: w.now(), modal: modal}
	return id
}

var triggerForm = regexp.MustCompile(`^\d+\.\d+\.[0-9a-z]+$`)

// useTrigger spends a trigger id, or says why it cannot be used; the lock must be held.
func (w *Workspace) useTrigger(id string) (*trigger, node) {
	t := w.triggers[id]
	switch {
	case id == "":
		return nil, refused("invalid_arguments", "[ERROR] missing required field: trigger_id")
	case t == nil || !triggerForm.MatchString(id):
		return nil, refused("invalid_trigger_id")
	case w.now().Sub(t.born) > w.cfg.AnswerWithin:
		return nil, refused("expired_trigger_id")
	case t.used:
		return nil, refused("exchanged_trigger_id")
	}
	t.used = true
	return t, nil
}
