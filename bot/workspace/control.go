package workspace

import (
	"strconv"
	"time"
)

// control is one element as the page draws it.
type control struct {
	Kind             string // what the template draws: button, select, multi, text, ...
	ID               string // unique on the page
	BlockID          string
	ActionID         string
	Text, Value      string
	Style, URL       string
	Label            string // what a screen reader says instead of the text
	Placeholder      string
	Groups           []choiceGroup
	Min, Max         int
	Least, Most      string // of a number
	Acts             bool   // sends an action when used
	Required         bool
	Multiline, Focus bool
	Accept           string // endings of a file: ".csv, .json"
	Many             bool   // takes several files
	Files            []fileView
	Confirm          *confirmation
}

type choice struct {
	Value, Text, Description string
	Chosen                   bool
}

type choiceGroup struct {
	Label   string
	Choices []choice
}

type fileView struct{ Name, Size, URL string }

type confirmation struct{ Title, Text, Confirm, Deny, Style string }

// control prepares an element with its present state for the template.
func (r mrkdwn) control(b, e node, state node, id string) control {
	kind := str(e, "type")
	c := control{
		Kind: kind, ID: id, BlockID: str(b, "block_id"), ActionID: str(e, "action_id"), Style: str(e, "style"),
		Text: str(sub(e, "text"), "text"), Value: str(e, "value"), URL: safeURL(str(e, "url")),
		Label: str(e, "accessibility_label"), Placeholder: str(sub(e, "placeholder"), "text"),
		Acts:     b["type"] != "input" || flag(b, "dispatch_action"),
		Required: b["type"] == "input" && !flag(b, "optional"), Focus: flag(e, "focus_on_load"),
		Multiline: flag(e, "multiline"), Least: str(e, "min_value"), Most: str(e, "max_value"),
	}
	if b["type"] == "input" {
		c.Label = str(sub(b, "label"), "text")
	}
	c.Label = orElse(c.Label, orElse(c.Text, orElse(c.Placeholder, "Choose")))
	c.Min, _ = number(e, "min_length")
	c.Max, _ = number(e, "max_length")
	if n := sub(e, "confirm"); n != nil {
		c.Confirm = &confirmation{
			Title: str(sub(n, "title"), "text"), Text: str(sub(n, "text"), "text"), Style: str(n, "style"),
			Confirm: str(sub(n, "confirm"), "text"), Deny: str(sub(n, "deny"), "text"),
		}
	}
	if state == nil {
		state = initialState(e)
	}
	r.fillControl(&c, e, state)
	return c
}

// fillControl sets value and choices from the state.
func (r mrkdwn) fillControl(c *control, e, state node) {
	key, _, _ := stateKey(c.Kind)
	switch c.Kind {
	case "static_select", "multi_static_select", "checkboxes", "radio_buttons", "overflow":
		r.choices(c, e, state)
	case "external_select", "multi_external_select":
		chosen := append(objects([]any{state["selected_option"]}), nodes(state, "selected_options")...)
		g := choiceGroup{}
		for _, o := range chosen {
			text := str(sub(o, "text"), "text")
			g.Choices = append(g.Choices, choice{Value: str(o, "value") + "\n" + text, Text: text, Chosen: true})
		}
		c.Groups = []choiceGroup{g}
	case "users_select", "multi_users_select":
		c.Groups = r.w.peopleChoices(chosenIDs(state, key))
	case "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select":
		chosen := chosenIDs(state, key)
		g := choiceGroup{}
		for _, id := range r.w.order {
			g.Choices = append(g.Choices, choice{Value: id, Text: "#" + r.w.convs[id].Name, Chosen: chosen[id]})
		}
		c.Groups = []choiceGroup{g}
	case "datetimepicker":
		if sec, ok := state[key].(float64); ok {
			c.Value = time.Unix(int64(sec), 0).In(r.w.cfg.Zone).Format("2006-01-02T15:04")
		}
	case "file_input":
		c.Accept, c.Max = accepted(e), maxFileBytes
		most, given := number(e, "max_files")
		c.Many = !given || most > 1
		for _, f := range nodes(state, key) {
			size, _ := number(f, "size")
			c.Files = append(c.Files, fileView{Name: str(f, "name"), Size: sized(size)})
		}
	case "plain_text_input", "email_text_input", "url_text_input", "number_input", "datepicker", "timepicker":
		c.Value = str(state, key)
	}
}

func (r mrkdwn) choices(c *control, e, state node) {
	chosen := map[string]bool{}
	for _, o := range append(objects([]any{state["selected_option"]}), nodes(state, "selected_options")...) {
		chosen[str(o, "value")] = true
	}
	group := func(label string, options []node) {
		g := choiceGroup{Label: label}
		for _, o := range options {
			v := str(o, "value")
			text, about := str(sub(o, "text"), "text"), str(sub(o, "description"), "text")
			g.Choices = append(g.Choices, choice{Value: v, Text: unescape(text), Description: unescape(about), Chosen: chosen[v]})
		}
		c.Groups = append(c.Groups, g)
	}
	if _, grouped := e["option_groups"]; !grouped {
		group("", nodes(e, "options"))
	}
	for _, g := range nodes(e, "option_groups") {
		group(str(sub(g, "label"), "text"), nodes(g, "options"))
	}
}

func chosenIDs(state node, key string) map[string]bool {
	out := map[string]bool{str(state, key): true}
	for _, v := range list(state, key) {
		if id, ok := v.(string); ok {
			out[id] = true
		}
	}
	return out
}

// peopleChoices lists the people by party, as the people switch does.
func (w *Workspace) peopleChoices(chosen map[string]bool) []choiceGroup {
	var groups []choiceGroup
	at := map[string]int{}
	for _, p := range w.people {
		i, known := at[p.Party]
		if !known {
			i = len(groups)
			at[p.Party] = i
			groups = append(groups, choiceGroup{Label: p.Party})
		}
		groups[i].Choices = append(groups[i].Choices, choice{Value: p.UserID, Text: p.Name, Description: p.Title, Chosen: chosen[p.UserID]})
	}
	return groups
}

// numbered makes ids for the elements of one surface.
func numbered(prefix string, block, element int) string {
	return prefix + "-" + strconv.Itoa(block) + "-" + strconv.Itoa(element)
}
