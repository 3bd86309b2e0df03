package workspace

import (
	"html"
	"html/template"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mrkdwn renders Slack's text format; everything it does not know stays text, and all text is escaped.
type mrkdwn struct {
	w        *Workspace
	as       string // the person who reads: links to channels keep them
	verbatim bool   // do not make links of plain addresses
}

const (
	maxNesting = 8
	maxSpan    = 3000 // characters a *bold* may span
)

// html renders a text as blocks of lines, quotes and code.
func (r mrkdwn) html(s string) template.HTML {
	var out strings.Builder
	for s != "" {
		before, rest, found := strings.Cut(s, "```")
		code, after, closed := strings.Cut(rest, "```")
		if !found || !closed || code == "" {
			r.lines(&out, s)
			break
		}
		r.lines(&out, strings.TrimSuffix(before, "\n"))
		out.WriteString("<pre>" + r.plain(strings.TrimPrefix(strings.TrimSuffix(code, "\n"), "\n")) + "</pre>")
		s = strings.TrimPrefix(after, "\n")
	}
	return template.HTML(out.String()) //nolint:gosec // made of escaped pieces; fuzzed
}

// lines renders text without code fences: quotes are lines that start with >.
func (r mrkdwn) lines(out *strings.Builder, s string) {
	if s == "" {
		return
	}
	var quoted, written bool
	for line := range strings.SplitSeq(s, "\n") {
		rest, isQuote := strings.CutPrefix(line, "&gt;")
		if !isQuote {
			rest, isQuote = strings.CutPrefix(line, ">")
		}
		switch {
		case isQuote && !quoted:
			out.WriteString("<blockquote>")
		case !isQuote && quoted:
			out.WriteString("</blockquote>")
		case written:
			out.WriteString("<br>")
		}
		if isQuote {
			line = strings.TrimPrefix(rest, " ")
		}
		quoted, written = isQuote, true
		out.WriteString(r.inline(line, 0))
	}
	if quoted {
		out.WriteString("</blockquote>")
	}
}

// plain shows a text as it is: only the three entities are read, and angle forms as their label.
func (r mrkdwn) plain(s string) string { return html.EscapeString(unescape(s)) }

func unescape(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}

var styles = map[byte]string{'*': "b", '_': "i", '~': "s"}

// inline renders one line.
func (r mrkdwn) inline(s string, depth int) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		if n, piece := r.special(s, i, depth); n > 0 {
			out.WriteString(piece)
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out.WriteString(html.EscapeString(s[i : i+size]))
		i += size
	}
	return out.String()
}

// special renders what starts at i if it is more than a character, and says how long it is in the source.
func (r mrkdwn) special(s string, i, depth int) (int, string) {
	rest := s[i:]
	switch rest[0] {
	case '&':
		return entity(rest)
	case '`':
		if end := strings.IndexByte(rest[1:], '`'); end > 0 {
			return end + 2, "<code>" + r.plain(rest[1:end+1]) + "</code>"
		}
	case '<':
		return r.angled(rest, depth)
	case ':':
		return picture(rest)
	case '*', '_', '~':
		if end := r.span(s, i); end > 0 && depth < maxNesting {
			tag := styles[rest[0]]
			return end + 1, "<" + tag + ">" + r.inline(rest[1:end], depth+1) + "</" + tag + ">"
		}
	case 'h':
		if m := bareURL.FindString(rest); m != "" && !r.verbatim && !wordBefore(s, i) {
			return len(m), anchor(unescape(m), r.plain(m))
		}
	}
	return 0, ""
}

func entity(rest string) (int, string) {
	for _, e := range []string{"&amp;", "&lt;", "&gt;"} {
		if strings.HasPrefix(rest, e) {
			return len(e), e
		}
	}
	return 0, ""
}

func picture(rest string) (int, string) {
	m := emojiForm.FindString(rest)
	name := strings.Trim(m, ":")
	if emoji[name] == "" {
		return 0, ""
	}
	return len(m), `<span class="emoji" role="img" aria-label="` + name + `">` + emoji[name] + "</span>"
}

func (r mrkdwn) angled(rest string, depth int) (int, string) {
	end := strings.IndexByte(rest, '>')
	if end < 2 || depth >= maxNesting {
		return 0, ""
	}
	piece, ok := r.angle(rest[1:end])
	if !ok {
		return 0, ""
	}
	return end + 1, piece
}

var (
	emojiForm = regexp.MustCompile(`^:[a-z0-9_+'-]{1,40}:`)
	bareURL   = regexp.MustCompile(`^https?://[^\s<>|"*]*[^\s<>|"*.,;:!?)\]']`)
)

// span finds where a style that opens at i closes: on the same line, at the edges of words.
func (r mrkdwn) span(s string, i int) int {
	if wordBefore(s, i) || i+1 >= len(s) || s[i+1] == ' ' || s[i+1] == s[i] {
		return 0
	}
	for j := i + 2; j < len(s) && j < i+maxSpan; j++ {
		if s[j] == s[i] && s[j-1] != ' ' && !wordAt(s, j+1) {
			return j - i
		}
	}
	return 0
}

func wordBefore(s string, i int) bool {
	c, _ := utf8.DecodeLastRuneInString(s[:i])
	return i > 0 && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

func wordAt(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

// angle renders the inside of <...>: mentions, dates and links.
func (r mrkdwn) angle(s string) (string, bool) {
	target, label, labelled := strings.Cut(s, "|")
	switch {
	case strings.HasPrefix(target, "@"):
		return mention("@" + r.w.name(target[1:])), true
	case strings.HasPrefix(target, "#"):
		return r.channelLink(target[1:], label), true
	case strings.HasPrefix(target, "!date^"):
		return r.date(target, label), true
	case strings.HasPrefix(target, "!subteam^"):
		return mention(orElse(unescape(label), "@group")), true
	case target == "!here" || target == "!channel" || target == "!everyone":
		return mention("@" + target[1:]), true
	case strings.HasPrefix(target, "!"):
		return r.plain(orElse(label, s)), true
	}
	u, err := url.Parse(unescape(target))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
		return "", false
	}
	text := r.plain(target)
	if labelled && label != "" {
		text = mrkdwn{w: r.w, as: r.as, verbatim: true}.inline(label, maxNesting)
	}
	return anchor(unescape(target), text), true
}

func mention(s string) string { return `<span class="mention">` + html.EscapeString(s) + "</span>" }

// anchor links to an address outside; inner is HTML.
func anchor(href, inner string) string {
	return `<a href="` + html.EscapeString(href) + `" target="_blank" rel="noopener noreferrer nofollow">` + inner + "</a>"
}

func (r mrkdwn) channelLink(id, label string) string {
	name := orElse(unescape(label), id)
	if c := r.w.convs[id]; c != nil && c.peer == "" {
		name = c.Name
	}
	return `<a class="mention" href="/?` + html.EscapeString(url.Values{"as": {r.as}, "c": {id}}.Encode()) + `">#` + html.EscapeString(name) + "</a>"
}
