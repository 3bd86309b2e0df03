package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// planTelling is a line of a communication plan as one reader hears of it: one release,
// many views (M11).
type planTelling struct {
	release.Briefing
	programme *release.Programme
	event     release.Event
	reader    release.Person
	views     []release.View
}

// communication tells a reader what a release's communication plan has for them, in
// the view of their roles (R44, R107).
func (l Letterhead) communication(p *release.Programme, n release.Notice, to release.Person) letter {
	t := planTelling{Briefing: *n.Event.Communication, programme: p, event: n.Event, reader: to, views: p.ViewsOf(to)}
	page := templates.Page{
		Kicker: upperFirst(t.Line.Kind.String()) + " · " + t.rel().Name(), Title: t.headline(), Lead: t.lead(), Footer: t.footer(l),
		Link: l.channel(p),
	}
	if t.Line.Words != "" {
		page.Sections = append(page.Sections, templates.Section{Items: []templates.Item{{Title: p.NameOf(t.Line.By) + " adds", Quote: t.Line.Words}}})
	}
	if t.Line.Confirm {
		page.Sections = append(page.Sections, t.asked(l))
		if link := l.Links.Confirm(t.Line.ID, to.ID, t.event.At); link != "" {
			page.Link = templates.Link{Text: "Confirm for " + p.PartyName(t.party()), URL: link}
		}
	}
	page.Sections = append(page.Sections, t.sections()...)
	return letter{
		key: n.Key, stream: "communication", thread: t.rel().Subject(), subject: page.Title, to: to, at: n.At, page: page,
	}
}

// rel returns the release; a communication always has one.
func (t planTelling) rel() release.Release { return *t.event.Release }

func (t planTelling) party() release.PartyID {
	if parties := t.reader.Parties(); len(parties) > 0 {
		return parties[0]
	}
	return ""
}

// over tells whether the communication speaks of a deployment that is done, or of
// one that was taken back.
func (t planTelling) over() bool {
	return t.Line.Kind == release.CompletionNotice || t.Line.Kind == release.RollbackNotice || !t.rel().Stage.InFlight()
}

func (t planTelling) headline() string {
	if t.Line.Subject != "" {
		return t.Line.Subject
	}
	title := t.rel().Title(t.programme)
	switch t.Line.Kind {
	case release.FirstNotice:
		return title + " is coming"
	case release.ImpactNotice:
		return "What " + title + " means for you"
	case release.KnownIssues:
		return "Known issues of " + title
	case release.TestScope:
		return "What to test with " + title
	case release.ManagementSummary:
		return title + " in brief"
	case release.InstructionsNote:
		return "How " + title + " is deployed"
	case release.GoDecision:
		return t.decided(title)
	case release.CompletionNotice:
		if t.rel().Stage.InFlight() || t.rel().Stage == release.Deploying {
			return title + " is not deployed yet"
		}
		return title + " is deployed"
	case release.RollbackNotice:
		return title + " was rolled back"
	case release.CorrectionNotice:
		return t.changed(title)
	}
	return title
}

func (t planTelling) decided(title string) string {
	switch t.event.RFC.State { //nolint:exhaustive // what is not decided is told as such
	case release.Go, release.Deployed, release.Closed:
		return "Go for " + title
	case release.NoGo, release.Rejected:
		return "No-Go for " + title
	}
	return title + ": no Go yet"
}

// lead says first what matters to the reader: management reads nothing else.
func (t planTelling) lead() templates.Callout {
	c := templates.Callout{Tone: templates.Calm, Label: "Nothing is asked of you", Text: t.opening()}
	switch {
	case t.Line.Kind == release.RollbackNotice:
		c.Tone, c.Label = templates.Warn, "It went back"
	case t.Line.Kind == release.CorrectionNotice:
		c.Tone, c.Label = templates.Warn, t.changeLabel()
	case t.Line.Kind == release.CompletionNotice && t.over() && !t.rel().Stage.InFlight():
		c.Tone, c.Label = templates.Good, "It is done"
	}
	if t.Line.Confirm {
		c.Tone, c.Label = templates.Act, "Please confirm that "+t.programme.PartyName(t.party())+" knows of this"
	}
	if t.Line.Late {
		c.Text = "This should have reached you " + release.Instant(t.Line.Due, t.programme.Location()) + " and is late; what it says is how things stand now. " + c.Text
	}
	return c
}

func (t planTelling) opening() string {
	switch {
	case t.Line.Kind == release.CorrectionNotice && t.onlyManagement() && !t.Now.Off && !t.Before.Off:
		return t.changeWords() + " " + t.standing()
	case t.Line.Kind == release.CorrectionNotice:
		return t.changeWords()
	case t.Line.Kind == release.ManagementSummary, t.onlyManagement():
		return t.paragraph()
	case t.Line.Kind == release.RollbackNotice:
		return "Its deployment was taken back, and what was there before is there again. Another attempt gets a window of its own and a Go of its own; you hear of it."
	case t.Line.Kind == release.CompletionNotice && t.rel().Stage.InFlight():
		return "Its window is over, and it is not deployed. You hear when that changes."
	case t.Line.Kind == release.CompletionNotice:
		return "It was deployed, checked and signed off. Work goes on with the new version; please report whatever is not as it should be."
	case slices.Contains(t.views, release.ViewParticipant):
		return t.forParty()
	}
	return t.planned() + " " + t.standing()
}

// planned says what goes where and when, in a sentence.
func (t planTelling) planned() string {
	title, where := t.rel().Title(t.programme), t.where()
	if t.Window.IsZero() {
		return fmt.Sprintf("%s, a %s release, is planned for %s; its window is not agreed yet.", title, t.rel().Content.Type, where)
	}
	return fmt.Sprintf("%s, a %s release, goes to %s: %s.", title, t.rel().Content.Type, where, spanOf(t.Window, t.home()))
}

// standing says what was decided so far.
func (t planTelling) standing() string {
	switch t.event.RFC.State { //nolint:exhaustive // everything else is on its way
	case release.Go:
		return "The board decided Go."
	case release.NoGo, release.Rejected:
		return "The board decided No-Go; it does not go ahead as planned."
	case release.Deployed, release.Closed:
		return "It is deployed."
	case release.Approved, release.InGoNoGo:
		return "Its RFC is approved; the deployment Go/No-Go is still to come."
	}
	return "It is not decided yet."
}

// paragraph is all that management reads.
func (t planTelling) paragraph() string {
	text := t.planned()
	if t.over() && t.Line.Kind != release.RollbackNotice && !t.rel().Stage.InFlight() {
		text = fmt.Sprintf("%s, a %s release, is deployed in %s.", t.rel().Title(t.programme), t.rel().Content.Type, t.where())
	}
	if t.Line.Kind == release.RollbackNotice {
		text = fmt.Sprintf("%s, a %s release, was rolled back in %s; what was there before is there again.", t.rel().Title(t.programme), t.rel().Content.Type, t.where())
	}
	text += fmt.Sprintf(" It settles %s and carries %s; %s.", count(len(t.Fixed), "defect"), count(len(t.Changes), "change"), t.knownWords())
	if rfc := t.event.RFC; rfc.Number != 0 {
		n := len(rfc.ImpactedParties(t.programme))
		text += fmt.Sprintf(" %s: %s. %d %s impacted; the risk is %s.", upperFirst("while it is deployed"), t.disruption(), n,
			either(n, "organisation is", "organisations are"), rfc.Content.Risk.Level())
	}
	if !t.over() {
		text += " " + t.standing()
	}
	return text
}

func (t planTelling) knownWords() string {
	n := len(t.Known) + t.More
	if n == 0 {
		return "no issue of it is known"
	}
	return fmt.Sprintf("%s of it %s known", count(n, "issue"), either(n, "is", "are"))
}

// disruption says what is not available, and for how long.
func (t planTelling) disruption() string {
	if t.event.RFC.Number == 0 {
		return "not known yet"
	}
	d := t.event.RFC.Content.Disruption
	words := map[release.Disruption]string{
		release.NoDisruption: "everything stays available", release.DatabaseFrozen: "data can be read and not changed", release.ServerDown: "the system is not available",
	}[d]
	if words == "" {
		words = d.String()
	}
	if t.Downtime > 0 {
		words += ", for " + release.Lasting(time.Duration(t.Downtime)*time.Minute) + " as agreed"
	}
	return words
}

// forParty says what it means for the reader's own party, in its terms.
func (t planTelling) forParty() string {
	party, shared := t.programme.PartyName(t.party()), t.shared()
	switch {
	case len(shared) == 0:
		return fmt.Sprintf("%s has no part in %s. %s %s", party, t.where(), t.planned(), t.standing())
	case t.Window.IsZero():
		return fmt.Sprintf("%s works in %s, where %s is to come. Its window is not agreed yet; you hear of it.", party, listWords(t.programme, shared), t.rel().Title(t.programme))
	}
	return fmt.Sprintf("In %s, where %s works, %s: %s. %s", listWords(t.programme, shared), party, t.disruption(), spanOf(t.Window, t.home()), t.standing())
}

// shared are the targets that the reader's party works in.
func (t planTelling) shared() []release.EnvironmentID {
	return slices.DeleteFunc(slices.Clone(t.environments()), func(id release.EnvironmentID) bool {
		e, ok := t.programme.Environment(id)
		return !ok || (len(e.Parties) > 0 && !slices.Contains(e.Parties, t.party()))
	})
}

func (t planTelling) environments() []release.EnvironmentID {
	if t.event.RFC.Number != 0 {
		return t.event.RFC.Content.Environments
	}
	return t.rel().Content.Environments()
}

func (t planTelling) where() string {
	if len(t.environments()) == 0 {
		return "an environment that is not named yet"
	}
	return listWords(t.programme, t.environments())
}

// onlyManagement tells whether the reader wants one paragraph and no more.
func (t planTelling) onlyManagement() bool {
	return len(t.views) == 1 && t.views[0] == release.ViewManagement
}

// home is the zone in which the reader works.
func (t planTelling) home() *time.Location {
	if t.reader.Zone != "" {
		if loc, err := time.LoadLocation(t.reader.Zone); err == nil {
			return loc
		}
	}
	return t.programme.Location()
}

func spanOf(w release.Window, loc *time.Location) string {
	if w.IsZero() {
		return "at a time that is not agreed yet"
	}
	return release.Span(w.From, w.To, loc)
}

// listWords names environments as in a sentence: "SIT A and UIT".
func listWords(p *release.Programme, ids []release.EnvironmentID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = environmentName(p, id)
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return strings.Join(names, "")
}

func (t planTelling) footer(l Letterhead) []string {
	lines := []string{fmt.Sprintf("You get this mail because %s has you in its communication plan: %s.", t.rel().Name(), t.Line.When.Says())}
	if url := l.Links.Page(fmt.Sprintf("/releases/%d/communications", t.Line.Release)); url != "" {
		lines = append(lines, "The whole plan: "+url)
	}
	return append(lines, "Sent by gonogo for "+t.programme.Name+". The record of who decided what is in gonogo, not in this mail.")
}
