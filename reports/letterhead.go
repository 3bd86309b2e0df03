package reports

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Letterhead is what every mail of an installation has in common.
type Letterhead struct {
	Templates *templates.Set
	From      mail.Address
	// ListDomain is the right side of the List-Id; empty is the host of From.
	ListDomain string
	// ChannelURL opens the board's channel; empty is Slack's own link to it. A
	// rehearsal gives its workspace in a box.
	ChannelURL string
	// Links make the addresses with which people answer reviews; none by default.
	Links release.Links
	// Rehearsal marks every mail as one that means nothing (R31).
	Rehearsal bool
}

// Check says what is wrong with a letterhead, all of it at once. It belongs into
// the start of the program: what is wrong here is wrong with every mail.
func (l Letterhead) Check() error {
	errs := []error{checkAddress("the sender of mail", l.From.Address)}
	if l.Templates == nil {
		errs = append(errs, errors.New("mail has no templates"))
	}
	if domain := l.listDomain(); !isDotAtom(domain) {
		errs = append(errs, fmt.Errorf("the domain %q of the list ids is not letters, digits, hyphens and dots", domain))
	}
	return errors.Join(errs...)
}

// longSubject is where subjects are cut, in runes: mail programs show less.
const longSubject = 150

// letter is one mail before it is encoded.
type letter struct {
	key     string
	stream  string // the left side of the List-Id
	thread  string // the key of the thread; empty is none
	subject string
	to      release.Person
	at      time.Time
	page    templates.Page
	files   []Part // attached
	inline  []Part // pictures that the page shows by their names
	// leave is the stream that its reader may leave by a link; empty for a duty.
	leave release.Stream
	// calendar is what the reader's calendar program takes from it.
	calendar Calendar
}

// encode returns the whole message. The same letter always gives the same
// bytes.
func (l Letterhead) encode(p *release.Programme, x letter) ([]byte, error) {
	leave := l.Links.Unsubscribe(x.to.ID, x.leave, x.at)
	if leave != "" {
		x.page.Leave = templates.Link{Text: "Stop this mail: " + x.leave.Name(), URL: leave}
		x.page.Choose = templates.Link{Text: "Choose which mail you get", URL: l.Links.Page("/me/mail")}
	}
	out, err := l.Templates.Render(templates.Mail, l.dress(p, x.page))
	if err != nil {
		return nil, err
	}
	m := Message{
		Key: x.key, From: l.From, To: mail.Address{Name: x.to.Name, Address: x.to.Mail},
		Subject: l.subject(p, x.subject), Text: out.Text, HTML: out.HTML,
		Date: x.at.In(p.Location()), ListID: x.stream + "." + l.listDomain(),
		Attachments: x.files, Calendar: x.calendar, Inline: x.inline,
	}
	if strings.HasPrefix(leave, "https://") { // RFC 8058 asks for it
		m.ListUnsubscribe, m.OneClick = []string{leave}, true
	}
	if x.thread != "" {
		m.InReplyTo, m.References = x.thread, []string{x.thread}
	}
	return m.Encode()
}

func (l Letterhead) subject(p *release.Programme, text string) string {
	prefix := ""
	if p.Short != "" {
		prefix = "[" + p.Short + "] "
	}
	if l.Rehearsal {
		prefix += "REHEARSAL: "
	}
	return release.Clip(prefix+templates.OneLine(text), longSubject)
}

func (l Letterhead) listDomain() string {
	if l.ListDomain != "" {
		return l.ListDomain
	}
	_, host, _ := strings.Cut(l.From.Address, "@")
	return host
}

// dress gives a page what all pages have.
func (l Letterhead) dress(p *release.Programme, page templates.Page) templates.Page {
	page.Lang, page.Programme = "en-GB", p.Name
	if l.Rehearsal {
		page.Banner = "REHEARSAL. Nobody's release is at stake, and nothing here has any effect."
	}
	return page
}

// channel returns a link to the board's channel; none when it is not known.
func (l Letterhead) channel(p *release.Programme) templates.Link {
	link := templates.Link{Text: "Open the board's channel in Slack", URL: l.ChannelURL}
	if link.URL == "" && p.Slack.RCB != "" && !l.Rehearsal {
		q := url.Values{"channel": {p.Slack.RCB}}
		if p.Slack.Team != "" {
			q.Set("team", p.Slack.Team)
		}
		link.URL = "https://slack.com/app_redirect?" + q.Encode()
	}
	return link
}

// addressee returns the person a notice is for, if they can be reached by mail;
// it is no use to try again for somebody who cannot.
func addressee(p *release.Programme, id release.PersonID) (release.Person, error) {
	x, ok := p.Person(id)
	switch {
	case !ok:
		return x, fmt.Errorf("find %s in the programme: %w", id, release.ErrGivenUp)
	case x.Retired:
		return x, fmt.Errorf("%s is no longer in the programme: %w", id, release.ErrGivenUp)
	}
	if err := checkAddress("mail to "+string(id), x.Mail); err != nil {
		return x, fmt.Errorf("%w: %w", release.ErrGivenUp, err)
	}
	return x, nil
}

// count shows how many there are of something: "1 vote", "2 votes".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// either returns one when n is 1, else many.
func either(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
