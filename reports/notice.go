package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// notice turns a promised notice into a letter to its reader. Everything it
// says is in the notice's frozen event; only names come from the programme.
func (l Letterhead) notice(p *release.Programme, n release.Notice) (letter, error) {
	x, err := l.written(p, n)
	x.page.Record = l.record(n.Event)
	return x, err
}

// written is the letter without the way to the board's pages.
func (l Letterhead) written(p *release.Programme, n release.Notice) (letter, error) {
	to, err := addressee(p, n.To)
	if err != nil {
		return letter{}, err
	}
	if x, known, err := l.byNoun(p, n, to); known {
		return x, err
	}
	t := telling{programme: p, event: n.Event, reader: to, duty: n.Duty, links: l.Links}
	page, ok := t.page()
	if !ok {
		return letter{}, fmt.Errorf("%s is not told by mail: %w", n.Event.Kind, release.ErrGivenUp)
	}
	page.Link = l.channel(p)
	if vote := l.voteLink(n); vote.URL != "" {
		page.Also = vote
	}
	return letter{
		key: n.Key, stream: "rfc", thread: n.Event.RFC.Subject(), subject: headline(n.Event), to: to, at: n.At, page: page,
	}, nil
}

// byNoun is the letter of what is not a change itself: a meeting, a review, a note.
// It is false when an event is of none of them.
func (l Letterhead) byNoun(p *release.Programme, n release.Notice, to release.Person) (letter, bool, error) {
	var x letter
	var err error
	switch e := n.Event; {
	case e.Meeting != nil:
		x, err = l.minutes(p, n, to)
	case e.Kind == release.NoticeInvited && e.Invitation != nil:
		x, err = l.invited(p, n, to)
	case e.Review != nil:
		x, err = l.review(p, n, to)
	case len(e.Overdue) > 0:
		x = l.overdue(p, n, to)
	case e.Operation != nil:
		x = l.operation(p, n, to)
	case e.Doubt != nil:
		x = l.doubt(p, n, to)
	case e.Kind == release.NoticeNote && e.Note != nil:
		x = l.noteMail(p, n, to)
	case e.Kind == release.NoticeCommunication && e.Communication != nil && e.Release != nil:
		x = l.communication(p, n, to)
	default:
		return x, false, nil
	}
	return x, true, err
}

// telling is one event as one reader hears of it.
type telling struct {
	programme *release.Programme
	event     release.Event
	reader    release.Person
	duty      release.Duty
	links     release.Links
}

// page says first what the reader must do, then the facts, then who said what.
// It is false for what mail does not tell.
func (t telling) page() (templates.Page, bool) {
	page := templates.Page{
		Kicker: t.kicker(), Title: headline(t.event), Lead: t.lead(), Footer: t.footer(),
	}
	switch e := t.event; e.Kind {
	case release.NoticeRaised:
		page.Sections = t.voted(t.facts("The change"), t.words())
	case release.NoticeEdited:
		page.Sections = t.voted(t.changes(), t.facts("The change as it stands now"), t.words())
	case release.NoticeReleaseBack:
		page.Sections = []templates.Section{t.pulledBack(), t.facts("The change")}
	case release.NoticeWithdrawn:
		page.Sections = []templates.Section{t.withdrawal(), t.facts("What it was about")}
	case release.NoticeReminder:
		page.Sections = t.voted(t.facts("The change"))
	case release.NoticeOpened:
		page.Sections = t.opened()
	case release.NoticeClosed:
		page.Sections = t.closed()
	case release.NoticeSupport:
		page.Sections = t.supported()
	case release.NoticeDecided, release.NoticeOutcome:
		page.Sections = t.decision()
	case release.NoticeStatus, release.NoticeDecide:
		page.Sections = t.standing()
	default:
		return page, false
	}
	page.Sections = append(page.Sections, t.memory()...)
	return page, true
}

// voted adds who decides, where a vote is open.
func (t telling) voted(sections ...templates.Section) []templates.Section {
	if t.event.Ballot == nil {
		return sections
	}
	return append(sections, t.seats())
}

// ballot returns the event's ballot; an empty one when it has none.
func (t telling) ballot() release.Ballot {
	if t.event.Ballot == nil {
		return release.Ballot{}
	}
	return *t.event.Ballot
}

func (t telling) kicker() string {
	content := t.event.RFC.Content
	return fmt.Sprintf("%s release of %s", content.Type, systemName(t.programme, content.System))
}

// headline says in a line what happened: the title of a mail, its subject and
// its line in a digest.
func headline(e release.Event) string {
	return happened(e) + ": " + templates.OneLine(e.RFC.Content.Title)
}

// happened says what happened to which RFC.
func happened(e release.Event) string {
	name := e.RFC.Name()
	switch e.Kind {
	case release.NoticeRaised:
		if e.Again {
			return name + " asks the board again"
		}
		return name + " raised"
	case release.NoticeEdited:
		return name + " changed"
	case release.NoticeWithdrawn:
		return name + " withdrawn"
	case release.NoticeOpened:
		return name + " " + opened(e.Ballot)
	case release.NoticeReminder:
		return name + " waits for your vote"
	case release.NoticeReleaseBack:
		return name + " pulled back"
	case release.NoticeClosed:
		return name + " closed"
	case release.NoticeSupport:
		return name + " early life support over"
	case release.NoticeReviewClosed:
		return name + " reviewed"
	case release.NoticeDecided, release.NoticeOutcome:
		return name + " " + verdict(e.Ballot)
	case release.NoticeStatus, release.NoticeDecide:
		return name + " " + telling{event: e}.statusVerb()
	default:
		return name
	}
}

// opened says what a ballot asks, in the words of its purpose.
func opened(b *release.Ballot) string {
	switch {
	case b != nil && b.Purpose == release.ProgrammeGate:
		return "programme Go/No-Go opened"
	case b != nil && b.Purpose == release.Closure:
		return "is to be closed"
	default:
		return "Go/No-Go opened"
	}
}

// verdict says what a ballot decided, in the words of its purpose.
func verdict(b *release.Ballot) string {
	if b == nil {
		return "decided"
	}
	words := map[release.Outcome]string{release.OutcomeGo: "approved", release.OutcomeNoGo: "rejected", release.OutcomeNone: "without a decision"}
	if b.Purpose == release.ProgrammeGate {
		words = map[release.Outcome]string{
			release.OutcomeGo: "programme Go", release.OutcomeNoGo: "programme No-Go", release.OutcomeNone: "programme Go/No-Go without a decision",
		}
	}
	if b.Purpose == release.Deployment {
		words = map[release.Outcome]string{release.OutcomeGo: "Go", release.OutcomeNoGo: "No-Go", release.OutcomeNone: "Go/No-Go without a decision"}
	}
	if b.Purpose == release.Closure {
		words = map[release.Outcome]string{release.OutcomeGo: "closure approved", release.OutcomeNoGo: "not closed", release.OutcomeNone: "closure without a decision"}
	}
	text := words[b.Outcome]
	switch {
	case b.OverrideReason != "":
		text += " by the chair's override"
	case b.Outcome == release.OutcomeGo && b.Tally().Conditional:
		text += " with conditions"
	}
	return text
}

// reason says why a ballot decided what it did.
func reason(b release.Ballot) string {
	if b.OverrideReason != "" {
		return "A No-Go stood. The chair overrode it, as the policy of this release type allows."
	}
	return b.Tally().Why
}

// toneOf returns the colour of what a ballot decided.
func toneOf(b release.Ballot) templates.Tone {
	switch {
	case b.Outcome == release.OutcomeNoGo:
		return templates.Bad
	case b.Outcome == release.OutcomeNone, b.OverrideReason != "", b.Tally().Conditional:
		return templates.Warn
	}
	return templates.Good
}

func (t telling) footer() []string {
	why := "You get this mail because " + t.why() + "."
	pace := "What you may have to act on always comes at once."
	if t.duty == release.DutyTold {
		pace = "Too many? Mails that ask nothing of you can come once a day or once a week: write /rfc notify daily or /rfc notify weekly in Slack."
	}
	return []string{why, pace, "Sent by gonogo for " + t.programme.Name + ". The record of who decided what is in gonogo, not in this mail."}
}

// why says why the reader is told.
func (t telling) why() string {
	b := t.ballot()
	if seat, ok := b.SeatOf(t.reader.ID); ok {
		return "you sit in this vote as " + seat.Label(t.programme)
	}
	if t.event.RFC.RaisedBy == t.reader.ID {
		return "you raised " + t.event.RFC.Name()
	}
	if r := t.event.Release; r != nil && r.Content.Owner == t.reader.ID {
		return "you own " + r.Name()
	}
	if t.programme.Letters(t.reader, t.activity()).Has("A") && t.event.Kind == release.NoticeStatus {
		return "you are accountable for deployments"
	}
	if t.event.Kind == release.NoticeDecide {
		return "you may decide whether it goes back"
	}
	if t.programme.Letters(t.reader, t.activity()).Has("A") {
		return "you are accountable for this kind of decision"
	}
	for _, party := range t.event.RFC.ImpactedParties(t.programme) {
		if slices.Contains(t.reader.Parties(), party.ID) {
			return party.Name + " is impacted and you represent it"
		}
	}
	return "you take part in " + t.programme.Name
}

func (t telling) activity() release.Activity {
	if t.event.Kind == release.NoticeStatus {
		return release.ExecuteRollout
	}
	switch {
	case t.event.Kind == release.NoticeClosed, t.event.Kind == release.NoticeSupport, t.ballot().Purpose == release.Closure:
		return release.CloseRFC
	case t.ballot().Purpose != release.Approval && t.event.Ballot != nil:
		return release.DeploymentGNG
	}
	return release.RFCApproval
}

func systemName(p *release.Programme, id release.SystemID) string {
	if s, ok := p.System(id); ok {
		return s.Name
	}
	return string(id)
}

func environmentNames(p *release.Programme, ids []release.EnvironmentID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = environmentName(p, id)
	}
	return strings.Join(names, ", ")
}

func environmentName(p *release.Programme, id release.EnvironmentID) string {
	if e, ok := p.Environment(id); ok {
		return e.Name
	}
	return string(id)
}
