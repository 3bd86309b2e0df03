package workspace

import (
	"fmt"
	"slices"
	"strings"
)

// checker collects what Slack would refuse, each with the JSON pointer of its place.
type checker struct {
	reasons []string
	surface string // message, modal or home
	blocks  map[string]bool
	actions map[string]bool // action ids of the block at hand
	focused bool
	tables  int
}

// addf notes one reason.
func (c *checker) addf(at, format string, args ...any) {
	c.reasons = append(c.reasons, fmt.Sprintf("[ERROR] %s [json-pointer:%s]", fmt.Sprintf(format, args...), at))
}

// length checks a text's length in UTF-16 units; least 1 makes it required.
func (c *checker) length(at, s string, least, most int) {
	n := units(s)
	switch {
	case n < least:
		c.addf(at, "must be more than %d characters", least-1)
	case n > most:
		c.addf(at, "must be less than %d characters", most+1)
	}
}

// optional checks a string field that may be missing.
func (c *checker) optional(n node, key, at string, most int) {
	v, ok := n[key]
	if !ok {
		return
	}
	s, isText := v.(string)
	if !isText {
		c.addf(at+"/"+key, "must be a string")
		return
	}
	c.length(at+"/"+key, s, 0, most)
}

// only refuses fields Slack does not know for this kind of object.
func (c *checker) only(n node, at string, keys ...string) {
	for k := range n {
		if !slices.Contains(keys, k) {
			c.addf(at, "no more than the known properties are allowed: %q", k)
		}
	}
}

// oneOf checks a string field that may be missing against its allowed values.
func (c *checker) oneOf(n node, key, at string, allowed ...string) {
	v, ok := n[key]
	if !ok {
		return
	}
	if s, _ := v.(string); !slices.Contains(allowed, s) {
		c.addf(at+"/"+key, "must be one of %s", strings.Join(allowed, ", "))
	}
}

// text checks a text object: kind is "plain_text", "mrkdwn" or "" for either.
func (c *checker) text(v any, at, kind string, most int) {
	n, ok := v.(node)
	if !ok {
		c.addf(at, "missing or no text object")
		return
	}
	t := str(n, "type")
	switch {
	case t != "plain_text" && t != "mrkdwn":
		c.addf(at+"/type", "must be plain_text or mrkdwn")
		return
	case kind != "" && t != kind:
		c.addf(at+"/type", "must be %s", kind)
		return
	}
	if t == "plain_text" {
		c.only(n, at, "type", "text", "emoji")
	} else {
		c.only(n, at, "type", "text", "verbatim")
	}
	s, isText := n["text"].(string)
	if !isText {
		c.addf(at+"/text", "missing required field")
		return
	}
	c.length(at+"/text", s, 1, most)
}

// textIn adds up the characters of all texts in blocks: Slack refuses messages with too much of it.
func textIn(v any) int {
	total := 0
	switch x := v.(type) {
	case []any:
		for _, e := range x {
			total += textIn(e)
		}
	case node:
		for key, e := range x {
			if s, ok := e.(string); ok {
				if key == "text" || key == "alt_text" {
					total += units(s)
				}
				continue
			}
			total += textIn(e)
		}
	}
	return total
}
