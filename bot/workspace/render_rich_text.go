package workspace

import (
	"fmt"
	"html"
	"html/template"
	"strings"
	"time"
)

// rich renders a rich_text block.
func (r mrkdwn) rich(b node) template.HTML {
	var out strings.Builder
	for _, e := range nodes(b, "elements") {
		inner := r.leaves(e)
		switch e["type"] {
		case "rich_text_list":
			tag := map[bool]string{true: "ol", false: "ul"}[e["style"] == "ordered"]
			indent, _ := number(e, "indent")
			fmt.Fprintf(&out, `<%s class="indent-%d">`, tag, min(max(indent, 0), 8))
			for _, item := range nodes(e, "elements") {
				out.WriteString("<li>" + r.leaves(item) + "</li>")
			}
			out.WriteString("</" + tag + ">")
		case "rich_text_quote":
			out.WriteString("<blockquote>" + inner + "</blockquote>")
		case "rich_text_preformatted":
			out.WriteString("<pre>" + inner + "</pre>")
		default:
			out.WriteString("<div>" + inner + "</div>")
		}
	}
	return template.HTML(out.String()) //nolint:gosec // made of escaped pieces; fuzzed
}

func (r mrkdwn) leaves(e node) string {
	var out strings.Builder
	pre := e["type"] == "rich_text_preformatted"
	for _, leaf := range nodes(e, "elements") {
		s := r.leaf(leaf)
		if !pre {
			s = strings.ReplaceAll(s, "\n", "<br>")
		}
		style := sub(leaf, "style")
		for _, k := range []struct{ name, tag string }{{"code", "code"}, {"bold", "b"}, {"italic", "i"}, {"strike", "s"}, {"underline", "u"}} {
			if flag(style, k.name) {
				s = "<" + k.tag + ">" + s + "</" + k.tag + ">"
			}
		}
		out.WriteString(s)
	}
	return out.String()
}

func (r mrkdwn) leaf(e node) string {
	switch e["type"] {
	case "text":
		return html.EscapeString(str(e, "text"))
	case "link":
		text := html.EscapeString(orElse(str(e, "text"), str(e, "url")))
		for _, scheme := range []string{"https://", "http://", "mailto:"} {
			if strings.HasPrefix(str(e, "url"), scheme) {
				return anchor(str(e, "url"), text)
			}
		}
		return text
	case "user":
		return mention("@" + r.w.name(str(e, "user_id")))
	case "channel":
		return r.channelLink(str(e, "channel_id"), "")
	case "broadcast":
		return mention("@" + str(e, "range"))
	case "usergroup":
		return mention("@group")
	case "emoji":
		return html.EscapeString(orElse(emoji[str(e, "name")], ":"+str(e, "name")+":"))
	case "date":
		sec, _ := e["timestamp"].(float64)
		at := time.Unix(int64(sec), 0).In(r.w.cfg.Zone)
		return html.EscapeString(dateText(str(e, "format"), at, r.w.now().In(r.w.cfg.Zone)))
	}
	return html.EscapeString(str(e, "value"))
}
