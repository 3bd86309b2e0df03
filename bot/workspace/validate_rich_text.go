package workspace

import (
	"fmt"
	"slices"
)

// richText checks a rich_text block down to its smallest elements.
func (c *checker) richText(b node, at string) {
	elements := list(b, "elements")
	if len(elements) == 0 {
		c.addf(at+"/elements", "must have at least 1 item")
	}
	for i, v := range elements {
		e, _ := v.(node)
		c.richPart(e, fmt.Sprintf("%s/elements/%d", at, i))
	}
}

func (c *checker) richPart(e node, at string) {
	switch str(e, "type") {
	case "rich_text_section", "rich_text_quote", "rich_text_preformatted":
		for i, v := range list(e, "elements") {
			leaf, _ := v.(node)
			c.richLeaf(leaf, fmt.Sprintf("%s/elements/%d", at, i))
		}
	case "rich_text_list":
		c.oneOf(e, "style", at, "bullet", "ordered")
		if _, ok := e["style"]; !ok {
			c.addf(at+"/style", "missing required field")
		}
		if n, ok := number(e, "indent"); ok && (n < 0 || n > 8) {
			c.addf(at+"/indent", "must be 0 to 8")
		}
		for i, v := range list(e, "elements") {
			item, _ := v.(node)
			place := fmt.Sprintf("%s/elements/%d", at, i)
			if item["type"] != "rich_text_section" {
				c.addf(place+"/type", "must be rich_text_section")
				continue
			}
			c.richPart(item, place)
		}
	default:
		c.addf(at+"/type", "unsupported type: %q", str(e, "type"))
	}
}

func (c *checker) richLeaf(e node, at string) {
	need := map[string]string{
		"text": "text", "link": "url", "user": "user_id", "channel": "channel_id", "usergroup": "usergroup_id",
		"emoji": "name", "broadcast": "range", "date": "format", "color": "value", "team": "team_id",
	}[str(e, "type")]
	if need == "" {
		c.addf(at+"/type", "unsupported type: %q", str(e, "type"))
		return
	}
	c.length(at+"/"+need, str(e, need), 1, 40000)
	if _, ok := e["timestamp"].(float64); e["type"] == "date" && !ok {
		c.addf(at+"/timestamp", "missing required field")
	}
	style, given := e["style"].(node)
	if _, has := e["style"]; has && !given {
		c.addf(at+"/style", "must be an object")
	}
	for k, v := range style {
		if _, isBool := v.(bool); !isBool || !slices.Contains([]string{"bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"}, k) {
			c.addf(at+"/style", "unsupported style %q", k)
		}
	}
}
