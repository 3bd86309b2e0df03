package reports

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// moved tells whether a correction is of a window that moved.
func (t planTelling) moved() bool {
	return !t.Before.Window.IsZero() && !t.Window.IsZero() && !t.Before.Window.Same(t.Window)
}

// changed is the headline of a correction.
func (t planTelling) changed(title string) string {
	switch {
	case t.rel().Stage == release.Abandoned:
		return title + " was abandoned"
	case t.Now.Off:
		return title + " is put off"
	case t.Before.Off:
		return title + " is planned again"
	case t.moved() && len(t.changes()) == 1:
		return "The window of " + title + " moved"
	}
	return "What you were told of " + title + " changed"
}

// changeLabel says in a line what a correction is about.
func (t planTelling) changeLabel() string {
	switch {
	case t.Now.Off:
		return "It does not take place"
	case t.Before.Off:
		return "It takes place after all"
	case t.moved():
		return "The dates you were told have changed"
	}
	return "Something you were told has changed"
}

// changeWords says what is different from what the reader knows.
func (t planTelling) changeWords() string {
	title := t.rel().Title(t.programme)
	held := ""
	if !t.Before.Window.IsZero() {
		held = fmt.Sprintf(" Nothing happens in the window you were told, %s.", spanOf(t.Before.Window, t.home()))
	}
	switch {
	case t.rel().Stage == release.Abandoned:
		return title + " will not be deployed." + held + " There is nothing more to plan for."
	case t.Now.Off:
		return "The RFC under which " + title + " was to be deployed was withdrawn." + held + " You hear of it when it has another date."
	case t.Before.Off:
		return "You were told that it does not take place. " + t.planned() + " " + t.standing()
	}
	var all []string
	if t.moved() {
		all = append(all, fmt.Sprintf("It was to be deployed %s. It is now to be deployed %s.", spanOf(t.Before.Window, t.home()), spanOf(t.Window, t.home())))
	}
	if t.Before.Elsewhere(t.Now) {
		all = append(all, "It goes to "+t.where()+".")
	}
	if now := t.disruption(); t.disrupted() {
		all = append(all, "While it is deployed, "+now+".")
	}
	if t.Before.Reworded(t.Now) {
		all = append(all, "What it means for the others is described anew.")
	}
	if !t.moved() {
		all = append(all, "Its window stays as it was, "+spanOf(t.Window, t.home())+".")
	}
	return strings.Join(all, " ")
}

// disrupted tells whether a correction is of what stands still, or for how long.
func (t planTelling) disrupted() bool {
	was, now := t.Before, t.Now
	return was.Disruption != "" && now.Disruption != "" && was.Disruption != now.Disruption || was.Downtime != 0 && now.Downtime != 0 && was.Downtime != now.Downtime
}

// changes shows what the reader was told beside what holds.
func (t planTelling) changes() []templates.Change {
	var all []templates.Change
	add := func(label, before, after string) {
		all = append(all, templates.Change{Label: label, Before: before, After: after})
	}
	was, now := t.Before, t.Now
	if t.moved() {
		add("Window", spanOf(was.Window, t.home()), spanOf(t.Window, t.home()))
	}
	if was.Elsewhere(now) {
		add("Where", listWords(t.programme, was.Environments), listWords(t.programme, now.Environments))
	}
	if was.Disruption != "" && now.Disruption != "" && was.Disruption != now.Disruption {
		add("While it is deployed", was.Disruption.String(), now.Disruption.String())
	}
	if was.Downtime != 0 && now.Downtime != 0 && was.Downtime != now.Downtime {
		add("Downtime", release.Lasting(time.Duration(was.Downtime)*time.Minute), release.Lasting(time.Duration(now.Downtime)*time.Minute))
	}
	if was.Reworded(now) {
		add("What it means for the others", was.Impact, now.Impact)
	}
	return all
}

// off says why something does not take place, and leaves out what would have been.
func (t planTelling) off() []templates.Section {
	r := t.rel()
	if r.Stage != release.Abandoned || r.Ended == "" {
		return nil
	}
	return []templates.Section{{Title: "Why", Items: []templates.Item{{Title: "The reason that was given", Quote: r.Ended}}}}
}
