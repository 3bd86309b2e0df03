package workspace

import (
	"fmt"
	"strings"
)

// blockRule says where a block may stand and how it is checked.
type blockRule struct {
	surfaces string // m message, o modal, h home
	check    func(c *checker, b node, at string)
}

func blockRules() map[string]blockRule {
	return map[string]blockRule{
		"section":   {"moh", (*checker).section},
		"header":    {"moh", (*checker).header},
		"divider":   {"moh", func(*checker, node, string) {}},
		"context":   {"moh", (*checker).context},
		"actions":   {"moh", (*checker).actionsBlock},
		"input":     {"moh", (*checker).input},
		"image":     {"moh", (*checker).image},
		"rich_text": {"moh", (*checker).richText},
		"markdown":  {"m", (*checker).markdown},
		"table":     {"mh", (*checker).table},
		"alert":     {"o", (*checker).alert},
	}
}

// validateMessageBlocks lists why Slack would refuse the blocks of a message.
func validateMessageBlocks(blocks []any) []string {
	c := &checker{surface: "message", blocks: map[string]bool{}}
	if len(blocks) > 50 {
		c.addf("/blocks", "no more than 50 items allowed")
	}
	c.all(blocks)
	return c.reasons
}

func (c *checker) all(blocks []any) {
	markdown := 0
	for i, v := range blocks {
		at := fmt.Sprintf("/blocks/%d", i)
		b, ok := v.(node)
		if !ok {
			c.addf(at, "must be an object")
			continue
		}
		c.block(b, at)
		if b["type"] == "markdown" {
			markdown += units(str(b, "text"))
		}
	}
	if markdown > 12000 {
		c.addf("/blocks", "markdown blocks together must be less than 12001 characters")
	}
}

func (c *checker) block(b node, at string) {
	rule, known := blockRules()[str(b, "type")]
	letter := map[string]string{"message": "m", "modal": "o", "home": "h"}[c.surface]
	switch {
	case !known:
		c.addf(at+"/type", "unsupported type: %q", str(b, "type"))
		return
	case !strings.Contains(rule.surfaces, letter):
		c.addf(at+"/type", "block %q cannot be used in a %s", str(b, "type"), c.surface)
		return
	}
	if v, given := b["block_id"]; given {
		id, isText := v.(string)
		if !isText {
			c.addf(at+"/block_id", "must be a string")
		}
		c.length(at+"/block_id", id, 1, 255)
		if c.blocks[id] {
			c.addf(at+"/block_id", "block_id %q already exists", id)
		}
		c.blocks[id] = true
	}
	c.actions = map[string]bool{}
	rule.check(c, b, at)
}

func (c *checker) section(b node, at string) {
	c.only(b, at, "type", "block_id", "text", "fields", "accessory", "expand")
	fields, hasFields := b["fields"].([]any)
	if _, ok := b["text"]; ok {
		c.text(b["text"], at+"/text", "", 3000)
	} else if !hasFields {
		c.addf(at, "missing required field: text or fields")
	}
	if hasFields && (len(fields) == 0 || len(fields) > 10) {
		c.addf(at+"/fields", "must have 1 to 10 items")
	}
	for i, f := range fields {
		c.text(f, fmt.Sprintf("%s/fields/%d", at, i), "", 2000)
	}
	if a, ok := b["accessory"]; ok {
		c.element(a, at+"/accessory", "section")
	}
}

func (c *checker) header(b node, at string) {
	c.only(b, at, "type", "block_id", "text", "level")
	c.text(b["text"], at+"/text", "plain_text", 150)
	if v, ok := b["level"]; ok {
		if n, ok := v.(float64); !ok || n < 1 || n > 4 {
			c.addf(at+"/level", "must be 1 to 4")
		}
	}
}

func (c *checker) context(b node, at string) {
	c.only(b, at, "type", "block_id", "elements")
	elements := list(b, "elements")
	if len(elements) == 0 || len(elements) > 10 {
		c.addf(at+"/elements", "must have 1 to 10 items")
	}
	for i, v := range elements {
		place := fmt.Sprintf("%s/elements/%d", at, i)
		e, _ := v.(node)
		if str(e, "type") == "image" {
			c.picture(e, place)
			continue
		}
		c.text(v, place, "", 3000)
	}
}

func (c *checker) actionsBlock(b node, at string) {
	c.only(b, at, "type", "block_id", "elements")
	elements := list(b, "elements")
	if len(elements) == 0 || len(elements) > 25 {
		c.addf(at+"/elements", "must have 1 to 25 items")
	}
	for i, e := range elements {
		c.element(e, fmt.Sprintf("%s/elements/%d", at, i), "actions")
	}
}

func (c *checker) input(b node, at string) {
	c.only(b, at, "type", "block_id", "label", "element", "hint", "optional", "dispatch_action")
	c.text(b["label"], at+"/label", "plain_text", 2000)
	if v, ok := b["hint"]; ok {
		c.text(v, at+"/hint", "plain_text", 2000)
	}
	if e, _ := b["element"].(node); flag(b, "dispatch_action") && str(e, "type") == "file_input" {
		c.addf(at+"/dispatch_action", "cannot be used with a file_input")
	}
	c.element(b["element"], at+"/element", "input")
}

func (c *checker) image(b node, at string) {
	c.only(b, at, "type", "block_id", "image_url", "slack_file", "alt_text", "title")
	c.picture(b, at)
	if v, ok := b["title"]; ok {
		c.text(v, at+"/title", "plain_text", 2000)
	}
}

// picture checks what image blocks and image elements share.
func (c *checker) picture(b node, at string) {
	_, hasURL := b["image_url"]
	_, hasFile := b["slack_file"]
	if hasURL == hasFile {
		c.addf(at, "needs either image_url or slack_file")
	}
	c.optional(b, "image_url", at, 3000)
	c.length(at+"/alt_text", str(b, "alt_text"), 1, 2000)
}

func (c *checker) markdown(b node, at string) {
	c.only(b, at, "type", "block_id", "text")
	c.length(at+"/text", str(b, "text"), 1, 12000)
}

func (c *checker) alert(b node, at string) {
	c.text(b["text"], at+"/text", "", 200)
}

func (c *checker) table(b node, at string) {
	c.only(b, at, "type", "block_id", "rows", "column_settings")
	if c.tables++; c.tables > 1 && c.surface == "message" {
		c.addf(at, "only one table per message is allowed")
	}
	rows := list(b, "rows")
	if len(rows) == 0 || len(rows) > 100 {
		c.addf(at+"/rows", "must have 1 to 100 items")
	}
	if textIn(rows) > 10000 {
		c.addf(at+"/rows", "must be less than 10001 characters together")
	}
	for i, r := range rows {
		cells, _ := r.([]any)
		if len(cells) == 0 || len(cells) > 20 {
			c.addf(fmt.Sprintf("%s/rows/%d", at, i), "must have 1 to 20 cells")
		}
		for j, v := range cells {
			cell, _ := v.(node)
			place := fmt.Sprintf("%s/rows/%d/%d", at, i, j)
			switch str(cell, "type") {
			case "raw_text":
				c.length(place+"/text", str(cell, "text"), 1, 10000)
			case "raw_number":
				if _, ok := cell["value"].(float64); !ok {
					c.addf(place+"/value", "must be a number")
				}
			case "rich_text":
				c.richText(cell, place)
			default:
				c.addf(place+"/type", "must be raw_text, raw_number or rich_text")
			}
		}
	}
}
