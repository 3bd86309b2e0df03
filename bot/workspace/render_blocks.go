package workspace

import (
	"html/template"
	"strconv"
	"strings"
)

// blockView is one block as the template draws it.
type blockView struct {
	Kind, ID  string
	Text      template.HTML
	Fields    []template.HTML
	Controls  []control
	Accessory *control
	Items     []contextItem
	Label     string
	Hint      string
	Optional  bool
	Error     string
	Level     int
	Alt       string
	Rows      [][]template.HTML
}

type contextItem struct {
	Text template.HTML
	Alt  string // of an image
}

// blocks prepares the blocks of one surface; prefix makes the ids unique on the page.
func (r mrkdwn) blocks(all []any, state values, errs map[string]string, prefix string) []blockView {
	var out []blockView
	for i, b := range objects(all) {
		v := blockView{Kind: str(b, "type"), ID: str(b, "block_id")}
		for j, e := range elementsOf(b) {
			c := r.control(b, e, state[v.ID][str(e, "action_id")], numbered(prefix, i, j))
			if e["type"] == "image" {
				c.Label = str(e, "alt_text")
			}
			v.Controls = append(v.Controls, c)
		}
		r.fillBlock(&v, b, errs)
		out = append(out, v)
	}
	return out
}

func (r mrkdwn) fillBlock(v *blockView, b node, errs map[string]string) {
	switch v.Kind {
	case "section":
		v.Text = r.text(b["text"])
		for _, f := range list(b, "fields") {
			v.Fields = append(v.Fields, r.text(f))
		}
		if len(v.Controls) > 0 {
			v.Accessory, v.Controls = &v.Controls[0], nil
		}
	case "header":
		v.Text, v.Level = r.text(b["text"]), 3
		if n, ok := number(b, "level"); ok {
			v.Level = min(n+2, 6)
		}
	case "context":
		for _, e := range nodes(b, "elements") {
			v.Items = append(v.Items, contextItem{Text: r.text(any(e)), Alt: str(e, "alt_text")})
		}
	case "input":
		v.Label, v.Hint = str(sub(b, "label"), "text"), str(sub(b, "hint"), "text")
		v.Optional, v.Error = flag(b, "optional"), errs[v.ID]
	case "image":
		v.Alt, v.Label = str(b, "alt_text"), str(sub(b, "title"), "text")
	case "rich_text":
		v.Text = r.rich(b)
	case "markdown":
		v.Text = r.html(escape(str(b, "text")))
	case "alert":
		v.Text = r.text(b["text"])
	case "table":
		v.Rows = r.rows(b)
	}
}

// text renders a text object: mrkdwn is parsed, plain text gets its emoji only.
func (r mrkdwn) text(v any) template.HTML {
	n, _ := v.(node)
	s := str(n, "text")
	if n["type"] == "mrkdwn" {
		r.verbatim = flag(n, "verbatim")
		return r.html(s)
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = r.plainLine(line, n["emoji"] != false)
	}
	return template.HTML(strings.Join(lines, "<br>")) //nolint:gosec // made of escaped pieces; fuzzed
}

// plainLine escapes a line of plain text and draws its emoji.
func (r mrkdwn) plainLine(s string, pictures bool) string {
	var out strings.Builder
	for s != "" {
		i := strings.IndexByte(s, ':')
		if i < 0 || !pictures {
			break
		}
		out.WriteString(template.HTMLEscapeString(s[:i]))
		s = s[i:]
		if n, piece := r.special(s, 0, maxNesting); n > 0 {
			out.WriteString(piece)
			s = s[n:]
			continue
		}
		out.WriteByte(':')
		s = s[1:]
	}
	return out.String() + template.HTMLEscapeString(s)
}

func (r mrkdwn) rows(b node) [][]template.HTML {
	var out [][]template.HTML
	for _, row := range list(b, "rows") {
		cells, _ := row.([]any)
		var line []template.HTML
		for _, c := range objects(cells) {
			if c["type"] == "rich_text" {
				line = append(line, r.rich(c))
				continue
			}
			text := str(c, "text")
			if v, ok := c["value"].(float64); ok && text == "" {
				text = strconv.FormatFloat(v, 'f', -1, 64)
			}
			line = append(line, template.HTML(r.plainLine(text, true))) //nolint:gosec // made of escaped pieces; fuzzed
		}
		out = append(out, line)
	}
	return out
}

// safeURL keeps addresses a browser may open from a button.
func safeURL(s string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(s, scheme) {
			return s
		}
	}
	return ""
}
