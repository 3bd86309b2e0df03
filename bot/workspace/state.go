package workspace

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// values are Slack's state.values: block_id, action_id, then the state of one element.
type values map[string]map[string]node

func (v values) set(block, action string, state node) {
	if v[block] == nil {
		v[block] = map[string]node{}
	}
	v[block][action] = state
}

// interactive are the element types that carry an action_id.
var interactive = map[string]bool{
	"button": true, "overflow": true, "static_select": true, "multi_static_select": true, "external_select": true,
	"multi_external_select": true, "users_select": true, "multi_users_select": true, "conversations_select": true,
	"multi_conversations_select": true, "channels_select": true, "multi_channels_select": true, "datepicker": true,
	"timepicker": true, "datetimepicker": true, "checkboxes": true, "radio_buttons": true, "plain_text_input": true,
	"email_text_input": true, "url_text_input": true, "number_input": true, "rich_text_input": true, "file_input": true,
	"feedback_buttons": true, "icon_button": true, "workflow_button": true,
}

// stateField names the field that holds an element's value in state.values and in actions, the field with which
// the app sets it at first, and whether it holds several.
type stateField struct {
	key, initial string
	many         bool
}

var stateFields = map[string]stateField{
	"plain_text_input": {"value", "initial_value", false}, "email_text_input": {"value", "initial_value", false},
	"url_text_input": {"value", "initial_value", false}, "number_input": {"value", "initial_value", false},
	"static_select":              {"selected_option", "initial_option", false},
	"external_select":            {"selected_option", "initial_option", false},
	"radio_buttons":              {"selected_option", "initial_option", false},
	"overflow":                   {"selected_option", "", false},
	"multi_static_select":        {"selected_options", "initial_options", true},
	"multi_external_select":      {"selected_options", "initial_options", true},
	"checkboxes":                 {"selected_options", "initial_options", true},
	"users_select":               {"selected_user", "initial_user", false},
	"multi_users_select":         {"selected_users", "initial_users", true},
	"conversations_select":       {"selected_conversation", "initial_conversation", false},
	"multi_conversations_select": {"selected_conversations", "initial_conversations", true},
	"channels_select":            {"selected_channel", "initial_channel", false},
	"multi_channels_select":      {"selected_channels", "initial_channels", true},
	"datepicker":                 {"selected_date", "initial_date", false},
	"timepicker":                 {"selected_time", "initial_time", false},
	"datetimepicker":             {"selected_date_time", "initial_date_time", false},
	"rich_text_input":            {"rich_text_value", "initial_value", false},
	"file_input":                 {"files", "", true},
}

func stateKey(kind string) (key, initial string, many bool) {
	f := stateFields[kind]
	return f.key, f.initial, f.many
}

// initialState is the state of an element nobody has touched.
func initialState(e node) node {
	kind := str(e, "type")
	key, initial, many := stateKey(kind)
	state := node{"type": kind, key: nil}
	if many {
		state[key] = []any{}
	}
	if v, ok := e[initial]; ok && initial != "" {
		state[key] = v
	}
	return state
}

// stateOf gives the state of every element of a view or message that has one.
func stateOf(body node, have values) values {
	out := values{}
	for _, b := range nodes(body, "blocks") {
		for _, e := range elementsOf(b) {
			if key, _, _ := stateKey(str(e, "type")); key == "" || str(e, "type") == "overflow" {
				continue
			}
			block, action := str(b, "block_id"), str(e, "action_id")
			state, ok := have[block][action]
			if !ok {
				state = initialState(e)
			}
			out.set(block, action, state)
		}
	}
	return out
}

// stateFrom turns what a person chose or typed into the state of an element: texts, option values, ids, dates
// ("2026-11-30"), times ("17:00") and date-times (seconds, or "2026-11-30T17:00" in the person's zone).
func stateFrom(e node, chosen []string, zone *time.Location) (node, error) {
	kind := str(e, "type")
	key, _, many := stateKey(kind)
	state := node{"type": kind}
	chosen = slices.DeleteFunc(slices.Clone(chosen), func(s string) bool { return s == "" })
	switch key {
	case "":
		return nil, fmt.Errorf("element %q of type %q holds no value", str(e, "action_id"), kind)
	case "selected_option", "selected_options":
		picked := []any{}
		for _, v := range chosen {
			o := option(e, v)
			if o == nil {
				return nil, fmt.Errorf("element %q has no option %q", str(e, "action_id"), v)
			}
			picked = append(picked, o)
		}
		state[key] = oneOrMany(picked, many)
	case "selected_date_time":
		state[key] = nil
		if len(chosen) > 0 {
			at, err := parseDateTime(chosen[0], zone)
			if err != nil {
				return nil, err
			}
			state[key] = float64(at)
		}
	case "files":
		if len(chosen) > 0 {
			return nil, fmt.Errorf("element %q takes files, not texts", str(e, "action_id"))
		}
		state[key] = []any{}
	case "rich_text_value":
		state[key] = richText(strings.Join(chosen, "\n"))
	default:
		all := []any{}
		for _, v := range chosen {
			all = append(all, v)
		}
		state[key] = oneOrMany(all, many)
	}
	return state, checkForm(kind, chosen)
}

func oneOrMany(all []any, many bool) any {
	if many {
		return all
	}
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// option finds an option of a select, menu, radio or checkbox group by its value. An external select's options
// come from the app; the value carries the text along after a line break.
func option(e node, value string) any {
	for _, o := range optionsOf(e) {
		if str(o, "value") == value {
			return o
		}
	}
	if strings.HasSuffix(str(e, "type"), "external_select") {
		id, text, _ := strings.Cut(value, "\n")
		return node{"value": id, "text": node{"type": "plain_text", "text": orElse(text, id)}}
	}
	return nil
}

// optionsOf lists the options of an element, those in groups too.
func optionsOf(e node) []node {
	all := nodes(e, "options")
	for _, g := range nodes(e, "option_groups") {
		all = append(all, nodes(g, "options")...)
	}
	return all
}

// parseDateTime reads seconds, or a local date-time as browsers write it.
func parseDateTime(s string, zone *time.Location) (int64, error) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n, nil
	}
	at, err := time.ParseInLocation("2006-01-02T15:04", s, zone)
	if err != nil {
		return 0, fmt.Errorf("read %q as a date and time: %w", s, err)
	}
	return at.Unix(), nil
}

func checkForm(kind string, chosen []string) error {
	layout := map[string]string{"datepicker": time.DateOnly, "timepicker": "15:04"}[kind]
	if layout == "" || len(chosen) == 0 {
		return nil
	}
	if _, err := time.Parse(layout, chosen[0]); err != nil {
		return fmt.Errorf("read %q for a %s: %w", chosen[0], kind, err)
	}
	return nil
}

// richText wraps plain text into a rich_text block.
func richText(s string) node {
	section := node{"type": "rich_text_section", "elements": []any{node{"type": "text", "text": s}}}
	return node{"type": "rich_text", "elements": []any{section}}
}
