package workspace

import (
	"net/mail"
	"net/url"
	"strconv"
	"strings"
)

// complaints checks a modal's inputs the way Slack's client does before it sends anything.
func complaints(v *view) map[string]string {
	out := map[string]string{}
	state := stateOf(v.body, v.state)
	for _, b := range nodes(v.body, "blocks") {
		if b["type"] != "input" {
			continue
		}
		e := sub(b, "element")
		s := state[str(b, "block_id")][str(e, "action_id")]
		if c := complaint(b, e, s); c != "" {
			out[str(b, "block_id")] = c
		}
	}
	return out
}

func complaint(b, e, state node) string {
	key, _, _ := stateKey(str(e, "type"))
	text, isText := state[key].(string)
	chosen, isMany := state[key].([]any)
	if state[key] == nil || (isText && strings.TrimSpace(text) == "") || (isMany && len(chosen) == 0) {
		if flag(b, "optional") {
			return ""
		}
		return "Please complete this required field."
	}
	if limit, ok := number(e, "max_selected_items"); ok && len(chosen) > limit {
		return "Please select at most " + strconv.Itoa(limit) + " items."
	}
	if key == "value" {
		return textComplaint(e, text)
	}
	return ""
}

func textComplaint(e node, text string) string {
	if least, ok := number(e, "min_length"); ok && units(text) < least {
		return "This must be at least " + strconv.Itoa(least) + " characters."
	}
	most, ok := number(e, "max_length")
	if !ok {
		most = 3000
	}
	if units(text) > most {
		return "This must be less than " + strconv.Itoa(most+1) + " characters."
	}
	switch e["type"] {
	case "number_input":
		return numberComplaint(e, text)
	case "email_text_input":
		if _, err := mail.ParseAddress(text); err != nil {
			return "Please enter a valid email address."
		}
	case "url_text_input":
		if u, err := url.Parse(text); err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			return "Please enter a valid URL."
		}
	}
	return ""
}

func numberComplaint(e node, text string) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || (!flag(e, "is_decimal_allowed") && strings.ContainsAny(text, ".eE")) {
		return "Please enter a valid number."
	}
	if least, err := strconv.ParseFloat(str(e, "min_value"), 64); err == nil && n < least {
		return "This must be at least " + str(e, "min_value") + "."
	}
	if most, err := strconv.ParseFloat(str(e, "max_value"), 64); err == nil && n > most {
		return "This must be at most " + str(e, "max_value") + "."
	}
	return ""
}
