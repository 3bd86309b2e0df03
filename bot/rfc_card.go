package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// How much of each text a card shows; all of it is behind its Details. Together
// they stay below the 10,000 characters a message may have (facts 60).
const (
	cardName    = 80
	cardList    = 380
	cardPassage = 560
	cardBallot  = 5000
	cardPast    = 140
)

// card shows an RFC: what it changes, how its vote stands, and what can be done.
func card(s release.Story, now time.Time, banner string) *page {
	r := s.RFC
	p := newPage(r.Name(), banner)
	title := r.Name() + ": " + r.Content.Title
	p.heading(title)
	if units(title) > maxHeader {
		p.show(line{bold(r.Content.Title)})
	}
	p.say(stateLines(s, now)...)
	if l := silentLine(s.Silent, s.Programme); l != nil {
		p.say(l)
	}
	p.list(facts(s, false)...)
	p.passage("Reason", r.Content.Reason, cardPassage).passage("Impact", r.Content.Impact, cardPassage)
	if open, ok := s.Open(); ok {
		ballotPart(p, s, open)
		if len(s.Memories) > 0 {
			p.say(memoryLines(s.Memories)...)
		}
	} else if len(s.Ballots) > 0 {
		ballotPart(p, s, s.Ballots[0])
	}
	conditionPart(p, s)
	pastPart(p, s)
	return actionPart(p, s, button("rfc.details", "details "+itoa(r.Number), "Details", "Details of "+r.Name()))
}

// stateLines say where an RFC stands, its open vote counted, and who raised it.
func stateLines(s release.Story, now time.Time) []line {
	r := s.RFC
	state := line{bold(capital(r.State.String()))}
	if r.State == release.Draft {
		return []line{with(state, words(": nobody but you sees it."))}
	}
	if open, ok := s.Open(); ok {
		state = with(line{bold(capital(r.State.String()) + ": " + countWords(open, open.Tally()))}, waitLine(open, s.Programme, now)...)
		return []line{with(state, words(".")), raisedLine(s, now, nil)}
	}
	switch r.State {
	case release.InPreparation:
		state = with(state, words(": the approval vote opens when "+r.Content.Release+" is prepared"))
	case release.RolledBack:
		state = with(state, words(": it needs a new window, and the board decides again"))
	default:
	}
	return []line{raisedLine(s, now, with(state, words(". ")))}
}

func raisedLine(s release.Story, now time.Time, l line) line {
	r := s.RFC
	l = with(l, words("Raised by "+clip(s.Programme.NameOf(r.RaisedBy), cardName)+", "+release.Instant(r.RaisedAt, s.Programme.Location())))
	l = with(l, words("."))
	if r.Ended != "" {
		l = with(l, words(" Reason: "+clip(oneLine(r.Ended), cardPassage)))
	}
	if r.Late(now) {
		l = with(l, bold(" Its window has begun."))
	}
	return l
}

// facts are what an RFC changes, where and when; whole spells out what a card
// counts and clips.
func facts(s release.Story, whole bool) []line {
	r, p, c := s.RFC, s.Programme, s.RFC.Content
	var all []line
	say := func(key, text string) {
		if text != "" {
			all = append(all, fact(key, text))
		}
	}
	most := cardList
	if whole {
		most = 6000
	}
	say("System", systemWords(p, r))
	changes := capital(c.Kind.String())
	if len(c.References) > 0 {
		changes += ": " + listed(c.References, most)
	}
	say("Changes", changes)
	say("Release", releaseWords(c))
	say("Environments", listed(environmentNames(p, c.Environments), most))
	if !c.Window.IsZero() {
		all = append(all, with(fact("Window", c.Window.String()), forYou(c.Window.From, c.Window.To)...))
	}
	say("Service disruption", c.Disruption.String())
	say("Impacts", partyWords(p, r, whole))
	if c.Risk.Score() > 0 {
		say("Risk", fmt.Sprintf("%s: likelihood %d (%s), consequence %d (%s). %s", c.Risk.Level(), c.Risk.Likelihood,
			scaleWord(likelihoods, c.Risk.Likelihood), c.Risk.Consequence, scaleWord(consequences, c.Risk.Consequence), clip(oneLine(c.Risk.Sentence), most)))
	}
	return all
}

func systemWords(p *release.Programme, r release.RFC) string {
	s, ok := p.System(r.Content.System)
	if !ok {
		return ""
	}
	owner, _ := p.Party(s.Party)
	return clip(s.Name, cardName) + " of " + clip(owner.Name, cardName)
}

func releaseWords(c release.RFCContent) string {
	if c.Release == "" {
		return strings.Trim("none yet, "+string(c.Type), ", ")
	}
	return strings.Trim(clip(c.Release, cardName)+", "+string(c.Type), ", ")
}

func environmentNames(p *release.Programme, all []release.EnvironmentID) []string {
	var names []string
	for _, id := range all {
		name := string(id)
		if e, ok := p.Environment(id); ok {
			name = e.Name
		}
		names = append(names, clip(name, cardName))
	}
	return names
}

// partyWords names the impacted parties, or counts them where all are meant.
func partyWords(p *release.Programme, r release.RFC, whole bool) string {
	var names []string
	for _, x := range r.ImpactedParties(p) {
		names = append(names, clip(x.Name, cardName))
	}
	switch {
	case len(r.Content.Parties) == 0 && whole:
		return "every participant and core provider: " + listed(names, 6000)
	case len(r.Content.Parties) == 0:
		return "every participant and core provider (" + count(len(names), "party", "parties") + ")"
	case whole:
		return listed(names, 6000)
	}
	return listed(names, cardList)
}

// conditionPart shows the conditions under which a Go was given.
func conditionPart(p *page, s release.Story) {
	if len(s.Conditions) == 0 {
		return
	}
	const most = 4
	open := 0
	var lines []line
	sorted := slices.Clone(s.Conditions)
	slices.SortStableFunc(sorted, func(a, b release.Condition) int { return a.MetAt.Compare(b.MetAt) })
	for _, c := range sorted {
		if !c.Met() {
			open++
		}
		if len(lines) == most {
			continue
		}
		l := line{bold("Open: "), words(clip(oneLine(c.Words), cardPast))}
		if c.Met() {
			l = line{bold("Met: "), words(clip(oneLine(c.Words), cardPast) + ". Evidence: " + clip(oneLine(c.Evidence), cardPast))}
		}
		lines = append(lines, l)
	}
	p.say(line{bold("Conditions"), words(": " + itoa(open) + " of " + itoa(len(sorted)) + " still open")})
	p.list(lines...)
}

// pastPart tells of the votes before the newest: their outcome, or why they
// were void. An override is shown for ever.
func pastPart(p *page, s release.Story) {
	const most = 3
	if len(s.Ballots) < 2 {
		return
	}
	var lines []line
	for _, b := range s.Ballots[1:] {
		if len(lines) == most {
			break
		}
		lines = append(lines, line{bold(b.Purpose.String() + ": "), words(endWords(b, s.Programme, cardPast))})
	}
	p.say(line{bold("Earlier votes")}).list(lines...)
}

// actionPart adds the buttons that an RFC's state allows. They are everybody's;
// who may is checked when one is pressed.
func actionPart(p *page, s release.Story, details *slack.ButtonBlockElement) *page {
	r, n := s.RFC, itoa(s.RFC.Number)
	name := r.Name()
	open, voting := s.Open()
	if voting {
		p.buttons(voteButtons(open)...)
	}
	change := button("rfc.edit", "edit "+n, "Edit", "Edit "+name)
	end := button("rfc.withdraw", "withdraw "+n, "Withdraw", "Withdraw "+name).WithStyle(slack.StyleDanger).
		WithConfirm(confirmation("Withdraw "+name+"?", "Everybody who knew of it is told why.", "Withdraw"))
	var next, closer, met, rel *slack.ButtonBlockElement
	switch r.State {
	case release.Approved, release.NoGo:
		next = goNoGoButton(r)
	case release.Undecided:
		next = button("rfc.ask", "ask "+n, "Ask again", "Open the approval vote on "+name+" again")
	case release.Withdrawn, release.Deployed, release.Closed:
		change, end = nil, nil
	case release.Draft:
		details, change = nil, opener(r)
	case release.RolledBack, release.Rejected:
		change = change.WithStyle(slack.StylePrimary)
	case release.InPreparation, release.Raised, release.InGoNoGo, release.Go:
	}
	if voting {
		closer = button("gonogo.close", fmt.Sprintf("close %s @%d", n, open.ID), "Close the vote (chair)", "Close the vote on "+name+", as its chair")
	}
	if r.State != release.Withdrawn && slices.ContainsFunc(s.Conditions, func(c release.Condition) bool { return !c.Met() }) {
		met = button("rfc.met", "met "+n, "Show condition met", "Show a condition on "+name+" met")
	}
	if _, named := r.Content.ReleaseNumber(); named {
		rel = button("release.show", "show "+r.Content.Release, "Release", "The release "+r.Content.Release+" that "+name+" deploys")
	}
	return p.buttons(next, details, rel, change, met, closer, end)
}

// goNoGoButton opens the deployment vote; after an approval it is the next step.
func goNoGoButton(r release.RFC) *slack.ButtonBlockElement {
	b := button("gonogo.open", "open "+itoa(r.Number), "Open Go/No-Go", "Open the Go/No-Go of "+r.Name())
	if r.State == release.Approved {
		b = b.WithStyle(slack.StylePrimary)
	}
	return b
}

// opener is the button that shows an RFC; a draft continues.
func opener(r release.RFC) *slack.ButtonBlockElement {
	n := itoa(r.Number)
	if r.State == release.Draft {
		return button("rfc.edit."+n, "edit "+n, "Continue", "Continue the draft "+r.Name())
	}
	return button("rfc.details."+n, "details "+n, "Details", "Details of "+r.Name())
}

// brief is an RFC in two columns of a list, under its name: what it is and how
// it stands, where and when.
func brief(r release.RFC, p *release.Programme) []string {
	columns := []string{clip(oneLine(r.Content.Title), 240) + "\n" + capital(r.State.String())}
	var place []string
	if s, ok := p.System(r.Content.System); ok {
		place = append(place, clip(s.Name, cardName))
	}
	if !r.Content.Window.IsZero() {
		place = append(place, r.Content.Window.String())
	}
	if len(place) > 0 {
		columns = append(columns, strings.Join(place, "\n"))
	}
	return columns
}
