package bot

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"
)

func itoa(n int) string { return strconv.Itoa(n) }

// page is something shown: blocks for the eye, and the same in words for screen
// readers and notifications.
type page struct {
	title  string // when it is shown as a form's window
	blocks []slack.Block
	spoken []spoken
	// replaces says that it takes the place of the message whose button was pressed,
	// which only the person who pressed it sees.
	replaces bool
}

// spoken is a part of the fallback text; a long one is cut first.
type spoken struct {
	text string
	long bool
}

func newPage(title, banner string) *page {
	p := &page{title: title}
	if banner != "" {
		p.note(banner)
	}
	return p
}

func plain(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, s, false, false)
}

func (p *page) speak(text string) { p.spoken = append(p.spoken, spoken{text: text}) }

// heading adds a heading.
func (p *page) heading(text string) *page {
	p.blocks = append(p.blocks, slack.NewHeaderBlock(plain(clip(text, maxHeader))))
	p.speak(text)
	return p
}

// note adds a small line.
func (p *page) note(text string) *page {
	small := slack.NewTextBlockObject(slack.MarkdownType, escapeWithin(text, 1000), false, true)
	p.blocks = append(p.blocks, slack.NewContextBlock("", small))
	p.speak(text)
	return p
}

// say adds lines, each a paragraph of its own.
func (p *page) say(lines ...line) *page {
	p.show(lines...)
	for _, l := range lines {
		p.speak(strings.TrimSpace(l.text()))
	}
	return p
}

// show adds lines that are spoken otherwise.
func (p *page) show(lines ...line) {
	var spans line
	for i, l := range lines {
		if i > 0 {
			spans = append(spans, words("\n"))
		}
		spans = append(spans, l...)
	}
	if section := richSection(spans); section != nil {
		p.blocks = append(p.blocks, slack.NewRichTextBlock("", section))
	}
}

// passage adds a long text under its label; most is how much of it is shown.
func (p *page) passage(label, text string, most int) *page {
	if strings.TrimSpace(text) == "" {
		return p
	}
	p.show(line{bold(label + ": "), words(clip(text, most))})
	p.spoken = append(p.spoken, spoken{text: label + ": " + oneLine(text), long: true})
	return p
}

// list adds a bullet list.
func (p *page) list(lines ...line) *page {
	p.bullets(lines...)
	for _, l := range lines {
		p.speak("• " + l.text())
	}
	return p
}

// bullets adds a bullet list that is spoken otherwise.
func (p *page) bullets(lines ...line) {
	var items []slack.RichTextElement
	for _, l := range lines {
		if s := richSection(l); s != nil {
			items = append(items, s)
		}
	}
	if len(items) > 0 {
		p.blocks = append(p.blocks, slack.NewRichTextBlock("", slack.NewRichTextList(slack.RTEListBullet, 0, items...)))
	}
}

// row adds a text with a button or a menu beside it.
func (p *page) row(text string, beside slack.BlockElement) {
	p.blocks = append(p.blocks, slack.NewSectionBlock(plain(clip(text, 2900)), nil, slack.NewAccessory(beside)))
	p.speak(text)
}

// plainly adds a text like a row's, with nothing beside it.
func (p *page) plainly(text string) {
	p.blocks = append(p.blocks, slack.NewSectionBlock(plain(clip(text, 2900)), nil, nil))
	p.speak(text)
}

// entry adds a row with its name in bold over columns. What people wrote stands
// in these alone, where Slack parses nothing.
func (p *page) entry(name string, columns []string, beside slack.BlockElement) {
	bold := slack.NewTextBlockObject(slack.MarkdownType, "*"+escape(name)+"*", false, true)
	fields := make([]*slack.TextBlockObject, len(columns))
	for i, text := range columns {
		fields[i] = plain(clip(text, 1900))
	}
	p.blocks = append(p.blocks, slack.NewSectionBlock(bold, fields, slack.NewAccessory(beside)))
	p.speak(name + " · " + strings.Join(columns, "\n"))
}

// buttons adds a row of buttons; none adds nothing.
func (p *page) buttons(all ...*slack.ButtonBlockElement) *page {
	var elements []slack.BlockElement
	for _, b := range all {
		if b != nil {
			elements = append(elements, b)
		}
	}
	if len(elements) > 0 {
		p.blocks = append(p.blocks, slack.NewActionBlock("", elements...))
	}
	return p
}

// append adds another page.
func (p *page) append(other *page) *page {
	p.blocks, p.spoken = append(p.blocks, other.blocks...), append(p.spoken, other.spoken...)
	return p
}

// code adds a text as it is, in letters of one width.
func (p *page) code(text string) *page {
	p.blocks = append(p.blocks, slack.NewRichTextBlock("", &slack.RichTextPreformatted{
		Type: slack.RTEPreformatted, Elements: []slack.RichTextSectionElement{slack.NewRichTextSectionTextElement(text, nil)},
	}))
	p.speak(text)
	return p
}

// button makes a button that says for a person what they could have typed:
// action "rfc.vote.go" with says "vote 12 go" is "/rfc vote 12 go".
func button(action, says, text, accessible string) *slack.ButtonBlockElement {
	b := slack.NewButtonBlockElement(action, says, plain(clip(text, maxButton)))
	b.AccessibilityLabel = clip(accessible, maxButton)
	return b
}

// confirmation is asked before a button does what cannot be undone.
func confirmation(title, text, yes string) *slack.ConfirmationBlockObject {
	return slack.NewConfirmationBlockObject(plain(title), plain(text), plain(yes), plain("Cancel")).WithStyle(slack.StyleDanger)
}

// fallback returns the page in words, escaped once, within Slack's limit for
// updates: long passages give way first, so that everything else is said.
func (p *page) fallback() string {
	room, long := maxFallback, 0
	for _, s := range p.spoken {
		if s.long {
			long++
			continue
		}
		room -= units(escape(s.text)) + 1
	}
	share := 0
	if long > 0 {
		share = max(room/long-1, 0)
	}
	parts := make([]string, 0, len(p.spoken))
	for _, s := range p.spoken {
		switch {
		case !s.long:
			parts = append(parts, escape(s.text))
		case share > 40:
			parts = append(parts, escapeWithin(s.text, share))
		}
	}
	text := strings.Join(parts, "\n")
	if units(text) > maxFallback {
		return escapeWithin(unescaped.Replace(text), maxFallback)
	}
	return text
}

var unescaped = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// modal returns the page as a window that can only be closed.
func (p *page) modal() slack.ModalViewRequest {
	return slack.ModalViewRequest{
		Type: slack.VTModal, Title: plain(clip(p.title, maxTitle)), Close: plain("Close"),
		Blocks: slack.Blocks{BlockSet: p.blocks},
	}
}
