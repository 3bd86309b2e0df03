package workspace

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// elementRule says in which blocks an element may stand (a actions, s section, i input) and how it is checked.
type elementRule struct {
	places string
	check  func(c *checker, e node, at string)
}

func elementRules() map[string]elementRule {
	menu, texts := (*checker).menu, (*checker).textInput
	people := func(c *checker, e node, at string) { c.placeholder(e, at) }
	return map[string]elementRule{
		"button":                     {"as", (*checker).button},
		"overflow":                   {"as", (*checker).overflow},
		"image":                      {"s", (*checker).picture},
		"static_select":              {"asi", menu},
		"multi_static_select":        {"si", menu},
		"external_select":            {"asi", people},
		"multi_external_select":      {"si", people},
		"users_select":               {"asi", people},
		"multi_users_select":         {"si", people},
		"conversations_select":       {"asi", people},
		"multi_conversations_select": {"si", people},
		"channels_select":            {"asi", people},
		"multi_channels_select":      {"si", people},
		"checkboxes":                 {"asi", (*checker).choices},
		"radio_buttons":              {"asi", (*checker).choices},
		"datepicker":                 {"asi", (*checker).picker},
		"timepicker":                 {"asi", (*checker).picker},
		"datetimepicker":             {"ai", (*checker).picker},
		"plain_text_input":           {"i", texts},
		"rich_text_input":            {"i", people},
		"email_text_input":           {"i", texts},
		"url_text_input":             {"i", texts},
		"number_input":               {"i", (*checker).numberInput},
		"file_input":                 {"i", (*checker).fileInput},
	}
}

// element checks one element where it stands: in an actions, section or input block.
func (c *checker) element(v any, at, place string) {
	e, ok := v.(node)
	if !ok {
		c.addf(at, "missing or no object")
		return
	}
	kind := str(e, "type")
	rule, known := elementRules()[kind]
	if !known || !strings.Contains(rule.places, place[:1]) {
		c.addf(at+"/type", "unsupported type: %q in a block of type %s", kind, place)
		return
	}
	modalOnly := []string{"number_input", "email_text_input", "url_text_input", "file_input"}
	if slices.Contains(modalOnly, kind) && c.surface != "modal" {
		c.addf(at+"/type", "%s can be used in modals only", kind)
	}
	if kind == "datetimepicker" && c.surface == "home" {
		c.addf(at+"/type", "datetimepicker cannot be used in a home view")
	}
	if kind != "image" {
		c.elementID(e, at)
	}
	if v, ok := e["confirm"]; ok {
		c.confirm(v, at+"/confirm")
	}
	if flag(e, "focus_on_load") {
		if c.focused {
			c.addf(at+"/focus_on_load", "only one element of a view may have the focus")
		}
		c.focused = true
	}
	rule.check(c, e, at)
}

func (c *checker) elementID(e node, at string) {
	v, given := e["action_id"]
	if !given {
		return
	}
	id, isText := v.(string)
	if !isText {
		c.addf(at+"/action_id", "must be a string")
		return
	}
	c.length(at+"/action_id", id, 1, 255)
	if c.actions[id] {
		c.addf(at+"/action_id", "action_id %q already exists in this block", id)
	}
	c.actions[id] = true
}

func (c *checker) button(e node, at string) {
	c.only(e, at, "type", "text", "action_id", "value", "url", "style", "confirm", "accessibility_label", "icon")
	c.text(e["text"], at+"/text", "plain_text", 75)
	c.optional(e, "value", at, 2000)
	c.optional(e, "url", at, 3000)
	c.optional(e, "accessibility_label", at, 75)
	c.oneOf(e, "style", at, "primary", "danger")
}

func (c *checker) overflow(e node, at string) {
	c.only(e, at, "type", "action_id", "options", "confirm")
	c.options(list(e, "options"), at+"/options", 5, true)
}

func (c *checker) placeholder(e node, at string) {
	if v, ok := e["placeholder"]; ok {
		c.text(v, at+"/placeholder", "plain_text", 150)
	}
	if n, ok := number(e, "max_selected_items"); ok && n < 1 {
		c.addf(at+"/max_selected_items", "must be at least 1")
	}
}

func (c *checker) menu(e node, at string) {
	c.placeholder(e, at)
	_, hasOptions := e["options"]
	groups, hasGroups := e["option_groups"].([]any)
	switch {
	case hasOptions == hasGroups:
		c.addf(at, "needs either options or option_groups")
	case hasOptions:
		c.options(list(e, "options"), at+"/options", 100, false)
	case len(groups) == 0 || len(groups) > 100:
		c.addf(at+"/option_groups", "must have 1 to 100 items")
	}
	for i, v := range groups {
		g, _ := v.(node)
		place := fmt.Sprintf("%s/option_groups/%d", at, i)
		c.text(g["label"], place+"/label", "plain_text", 75)
		c.options(list(g, "options"), place+"/options", 100, false)
	}
	c.initial(e, at)
}

func (c *checker) choices(e node, at string) {
	c.options(list(e, "options"), at+"/options", 10, false)
	c.initial(e, at)
}

// options checks the options of a menu or group; url is allowed in overflow menus only.
func (c *checker) options(all []any, at string, most int, overflow bool) {
	if len(all) == 0 || len(all) > most {
		c.addf(at, "must have 1 to %d items", most)
	}
	seen := map[string]bool{}
	for i, v := range all {
		o, _ := v.(node)
		place := fmt.Sprintf("%s/%d", at, i)
		c.text(o["text"], place+"/text", "", 75)
		value, isText := o["value"].(string)
		if !isText {
			c.addf(place+"/value", "missing required field")
		}
		c.length(place+"/value", value, 1, 150)
		if seen[value] {
			c.addf(place+"/value", "value %q is there twice", value)
		}
		seen[value] = true
		if d, ok := o["description"]; ok {
			c.text(d, place+"/description", "", 75)
		}
		if _, ok := o["url"]; ok && !overflow {
			c.addf(place+"/url", "is allowed in overflow menus only")
		}
		c.optional(o, "url", place, 3000)
	}
}

// initial checks that what is chosen at first is among the options, exactly.
func (c *checker) initial(e node, at string) {
	among := func(v any) bool {
		return slices.ContainsFunc(optionsOf(e), func(o node) bool { return string(raw(o)) == string(raw(v)) })
	}
	if v, ok := e["initial_option"]; ok && !among(v) {
		c.addf(at+"/initial_option", "must be one of the options, exactly")
	}
	v, ok := e["initial_options"]
	if !ok {
		return
	}
	many, _ := v.([]any)
	if len(many) == 0 {
		c.addf(at+"/initial_options", "must have at least 1 item")
	}
	for i, o := range many {
		if !among(o) {
			c.addf(fmt.Sprintf("%s/initial_options/%d", at, i), "must be one of the options, exactly")
		}
	}
}

func (c *checker) picker(e node, at string) {
	c.placeholder(e, at)
	switch v := e["initial_date_time"].(type) {
	case nil:
	case float64:
		if v < 1e9 || v >= 1e10 || v != float64(int64(v)) {
			c.addf(at+"/initial_date_time", "must be a time in seconds with 10 digits")
		}
	default:
		c.addf(at+"/initial_date_time", "must be an integer")
	}
	for key, layout := range map[string]string{"initial_date": time.DateOnly, "initial_time": "15:04"} {
		if s, ok := e[key].(string); ok {
			if _, err := time.Parse(layout, s); err != nil {
				c.addf(at+"/"+key, "must look like %s", layout)
			}
		}
	}
}

func (c *checker) textInput(e node, at string) {
	c.placeholder(e, at)
	least, hasLeast := number(e, "min_length")
	most, hasMost := number(e, "max_length")
	if hasLeast && (least < 0 || least > 3000) {
		c.addf(at+"/min_length", "must be 0 to 3000")
	}
	if hasMost && (most < 1 || most > 3000) {
		c.addf(at+"/max_length", "must be 1 to 3000")
	}
	if hasLeast && hasMost && least > most {
		c.addf(at+"/min_length", "must not be more than max_length")
	}
	if !hasMost {
		most = 3000
	}
	c.optional(e, "initial_value", at, most)
}

var decimal = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

func (c *checker) numberInput(e node, at string) {
	c.placeholder(e, at)
	if _, ok := e["is_decimal_allowed"].(bool); !ok {
		c.addf(at+"/is_decimal_allowed", "missing required field")
	}
	for _, key := range []string{"initial_value", "min_value", "max_value"} {
		if v, given := e[key]; given {
			if s, _ := v.(string); !decimal.MatchString(s) {
				c.addf(at+"/"+key, "must be a number in a string")
			}
		}
	}
}

func (c *checker) confirm(v any, at string) {
	n, ok := v.(node)
	if !ok {
		c.addf(at, "must be an object")
		return
	}
	c.text(n["title"], at+"/title", "plain_text", 100)
	c.text(n["text"], at+"/text", "", 300)
	c.text(n["confirm"], at+"/confirm", "plain_text", 30)
	c.text(n["deny"], at+"/deny", "plain_text", 30)
	c.oneOf(n, "style", at, "primary", "danger")
}
