package workspace

// maxViewBytes is the largest view, as JSON.
const maxViewBytes = 250 * 1024

// validateView lists why Slack would refuse a view; kind is modal or home.
func validateView(v node, kind string) []string {
	c := &checker{surface: kind, blocks: map[string]bool{}}
	if str(v, "type") != kind {
		c.addf("/view/type", "must be %s", kind)
	}
	if kind == "modal" {
		c.only(v, "/view", "type", "title", "submit", "close", "blocks", "private_metadata", "callback_id",
			"external_id", "clear_on_close", "notify_on_close", "submit_disabled")
		c.text(v["title"], "/view/title", "plain_text", 24)
		for _, key := range []string{"submit", "close"} {
			if t, ok := v[key]; ok && t != nil {
				c.text(t, "/view/"+key, "plain_text", 24)
			}
		}
	} else {
		c.only(v, "/view", "type", "blocks", "private_metadata", "callback_id", "external_id",
			"clear_on_close", "notify_on_close")
	}
	c.optional(v, "private_metadata", "/view", 3000)
	c.optional(v, "callback_id", "/view", 255)
	c.optional(v, "external_id", "/view", 255)
	blocks, ok := v["blocks"].([]any)
	switch {
	case !ok:
		c.addf("/view/blocks", "missing required field")
	case len(blocks) > 100:
		c.addf("/view/blocks", "no more than 100 items allowed")
	}
	c.all(blocks)
	c.submit(v, blocks)
	return c.reasons
}

func (c *checker) submit(v node, blocks []any) {
	if c.surface != "modal" || v["submit"] != nil {
		return
	}
	for _, b := range objects(blocks) {
		if b["type"] == "input" {
			c.addf("/view/submit", "missing required field: a view with input blocks needs it")
			return
		}
	}
}
