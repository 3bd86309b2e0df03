package bot

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file under testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", file, diff)
	}
}

// goldenPage compares what Slack gets, and what people see of it.
func goldenPage(t *testing.T, name string, p *page) {
	t.Helper()
	golden(t, name+".json", indented(t, map[string]any{"text": p.fallback(), "blocks": p.blocks}))
	golden(t, name+".txt", readable(t, p.blocks)+"\n--- in words ---\n"+p.fallback()+"\n")
}

func indented(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readable draws blocks as text, one element after the other.
func readable(t *testing.T, blocks []slack.Block) string {
	t.Helper()
	raw, err := json.Marshal(blocks)
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]any
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, block := range all {
		draw(&b, block)
		if s := b.String(); s != "" && !strings.HasSuffix(s, "\n") {
			b.WriteString("\n")
		}
	}
	return b.String()
}

func draw(b *strings.Builder, n map[string]any) {
	text := func(v any) string {
		switch x := v.(type) {
		case string:
			return x
		case map[string]any:
			s, _ := x["text"].(string)
			return s
		}
		return ""
	}
	all := func(key string, after string) {
		list, _ := n[key].([]any)
		for _, e := range list {
			child, _ := e.(map[string]any)
			draw(b, child)
			b.WriteString(after)
		}
	}
	switch n["type"] {
	case "header":
		b.WriteString("# " + text(n["text"]))
	case "divider":
		b.WriteString("---")
	case "context":
		b.WriteString("_")
		all("elements", "")
		b.WriteString("_")
	case "section":
		draw(b, n["text"].(map[string]any))
		if n["fields"] != nil {
			b.WriteString(" ")
			all("fields", " | ")
		}
		if a, ok := n["accessory"].(map[string]any); ok {
			b.WriteString("  ")
			draw(b, a)
		}
	case "rich_text", "rich_text_section", "rich_text_preformatted", "actions":
		after := ""
		if n["type"] == "actions" {
			after = " "
		}
		all("elements", after)
	case "rich_text_list":
		list, _ := n["elements"].([]any)
		for _, e := range list {
			b.WriteString("• ")
			draw(b, e.(map[string]any))
			b.WriteString("\n")
		}
	case "text":
		mark := ""
		if style, ok := n["style"].(map[string]any); ok && style["bold"] == true {
			mark = "*"
		}
		b.WriteString(mark + text(n["text"]) + mark)
	case "date":
		b.WriteString("{" + n["fallback"].(string) + "}")
	case "emoji":
		b.WriteString(":" + n["name"].(string) + ":")
	case "user":
		b.WriteString("<@" + n["user_id"].(string) + ">")
	case "button":
		b.WriteString("[" + text(n["text"]) + "]")
	case "input":
		drawInput(b, n, text)
	case "static_select":
		b.WriteString("[" + text(n["initial_option"].(map[string]any)["text"]) + " v]")
	default:
		b.WriteString(text(n["text"]))
	}
}

func drawInput(b *strings.Builder, n map[string]any, text func(any) string) {
	e, _ := n["element"].(map[string]any)
	optional := ""
	if n["optional"] == true {
		optional = " (optional)"
	}
	b.WriteString(n["block_id"].(string) + " | " + text(n["label"]) + optional + " | " + e["type"].(string))
	for _, key := range []string{"initial_value", "initial_date_time"} {
		if v, ok := e[key]; ok {
			raw, _ := json.Marshal(v)
			b.WriteString(" = " + string(raw))
		}
	}
	if o, ok := e["initial_option"].(map[string]any); ok {
		b.WriteString(" = " + text(o["text"]))
	}
	if list, ok := e["initial_options"].([]any); ok {
		for _, o := range list {
			b.WriteString(" [" + text(o.(map[string]any)["text"]) + "]")
		}
	}
	if hint := text(n["hint"]); hint != "" {
		b.WriteString("\n    " + hint)
	}
}
