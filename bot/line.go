package bot

import (
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"
)

// span is a piece of a line: words, or an instant that Slack shows in the
// reader's own zone.
type span struct {
	text  string
	bold  bool
	at    time.Time
	ago   bool   // the instant as the time until then, which Slack keeps counting
	aside bool   // shown, not spoken
	code  bool   // to be typed
	emoji string // a coloured sign; the words beside it say the same
	user  string // a Slack account that is mentioned; text is their name
}

// line is what stands on one line.
type line []span

func bold(s string) span          { return span{text: s, bold: true} }
func words(s string) span         { return span{text: s} }
func said(s string) line          { return line{words(s)} }
func fact(k, v string) line       { return line{bold(k + ": "), words(v)} }
func with(l line, s ...span) line { return append(slices.Clip(l), s...) }

// sign is a coloured sign. It is not spoken: the words beside it say the same.
func sign(name string) span { return span{emoji: name, aside: true} }

// coded shows what stands between backticks in letters of one width.
func coded(text string) line {
	parts := strings.Split(text, "`")
	if len(parts)%2 == 0 {
		return said(text)
	}
	var l line
	for i, part := range parts {
		l = append(l, span{text: part, code: i%2 == 1})
	}
	return l
}

// forYou shows instants in the reader's own zone, beside the programme's.
func forYou(from time.Time, to ...time.Time) []span {
	spans := []span{{text: " (your time: ", aside: true}, {at: from, aside: true}}
	for _, t := range to {
		spans = append(spans, span{text: " to ", aside: true}, span{at: t, aside: true})
	}
	return append(spans, span{text: ")", aside: true})
}

// counting shows how long it is until an instant, whenever it is looked at: a
// card stays for days.
func counting(t time.Time) []span {
	return []span{{text: ", ", aside: true}, {at: t, ago: true, aside: true}}
}

func richSection(spans []span) *slack.RichTextSection {
	var elements []slack.RichTextSectionElement
	for _, s := range spans {
		switch {
		case !s.at.IsZero():
			fallback, format := s.at.UTC().Format("2 Jan 2006 15:04 UTC"), "{date_short_pretty} {time}"
			if s.ago {
				format = "{ago}"
			}
			elements = append(elements, slack.NewRichTextSectionDateElement(s.at.Unix(), format, nil, &fallback))
		case s.emoji != "":
			elements = append(elements, slack.NewRichTextSectionEmojiElement(s.emoji, 0, nil))
		case s.user != "":
			elements = append(elements, slack.NewRichTextSectionUserElement(s.user, nil))
		case s.text == "":
		case s.code:
			elements = append(elements, slack.NewRichTextSectionTextElement(s.text, &slack.RichTextSectionTextStyle{Code: true}))
		case s.bold:
			elements = append(elements, slack.NewRichTextSectionTextElement(s.text, &slack.RichTextSectionTextStyle{Bold: true}))
		default:
			elements = append(elements, slack.NewRichTextSectionTextElement(s.text, nil))
		}
	}
	if len(elements) == 0 {
		return nil
	}
	return slack.NewRichTextSection(elements...)
}

func (l line) text() string {
	var b strings.Builder
	for _, s := range l {
		switch {
		case s.aside:
		case s.code:
			b.WriteString("`" + s.text + "`")
		default:
			b.WriteString(s.text)
		}
	}
	return b.String()
}
