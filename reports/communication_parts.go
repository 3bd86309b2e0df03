package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// part is a section that kinds and views ask for.
type part string

const (
	partMoved        part = "moved"
	partFacts        part = "facts"
	partMeaning      part = "meaning"
	partIssues       part = "issues"
	partSettles      part = "settles"
	partTests        part = "tests"
	partEnvironments part = "environments"
	partSteps        part = "steps"
	partBack         part = "back"
	partTold         part = "told"
)

// partsOfKind are what a kind of communication always shows, before the reader's own.
var partsOfKind = map[release.CommunicationKind][]part{
	release.ImpactNotice: {partMeaning}, release.KnownIssues: {partIssues}, release.TestScope: {partTests},
	release.InstructionsNote: {partSteps, partBack}, release.CorrectionNotice: {partMoved},
}

// partsOfView are what a view shows of a release.
var partsOfView = map[release.View][]part{
	release.ViewRelease:      {partFacts, partMeaning, partIssues, partSettles, partSteps, partBack, partTold},
	release.ViewParticipant:  {partMeaning, partFacts},
	release.ViewProvider:     {partFacts, partSteps, partBack},
	release.ViewEnvironments: {partEnvironments, partFacts},
	release.ViewTesting:      {partTests, partFacts},
	release.ViewDefects:      {partIssues, partSettles, partFacts},
	release.ViewDevelopment:  {partSettles, partFacts},
	release.ViewDeployment:   {partSteps, partBack, partFacts},
}

// deploying tells whether a part is of a deployment to come.
func (p part) deploying() bool {
	return slices.Contains([]part{partSteps, partBack, partEnvironments, partMeaning, partMoved}, p)
}

// sections are the parts of the kind and of each of the reader's views, each once.
// Whoever only wants the paragraph has read it.
func (t planTelling) sections() []templates.Section {
	switch {
	case t.Line.Kind == release.CorrectionNotice && t.Now.Off:
		return t.off()
	case t.onlyManagement() || t.Line.Kind == release.ManagementSummary:
		return nil
	}
	parts := slices.Clone(partsOfKind[t.Line.Kind])
	for _, v := range t.views {
		parts = append(parts, partsOfView[v]...)
	}
	shown := map[part]bool{}
	var all []templates.Section
	for _, p := range parts {
		if shown[p] || (p.deploying() && t.over()) {
			continue
		}
		shown[p] = true
		s := t.part(p)
		if p == partFacts && shown[partMeaning] { // which said when
			s.Facts = slices.DeleteFunc(s.Facts, func(f templates.Fact) bool { return f.Label == t.when().Label })
		}
		all = append(all, s)
	}
	all = append(all, t.confided())
	return slices.DeleteFunc(all, func(s templates.Section) bool { return s.Title == "" })
}

// confided tells the reader what is for named organisations only, theirs among them (T34).
func (t planTelling) confided() templates.Section {
	if len(t.Confided) == 0 {
		return templates.Section{}
	}
	s := templates.Section{Title: "In confidence", Intro: "The letters of others say nothing of this. Please do not pass it on."}
	for _, x := range t.Confided {
		item := templates.Item{Title: x.ID + ": " + templates.OneLine(x.Title), Lines: []string{upperFirst(x.Kind.String()) + ". " + x.For(t.programme) + "."}}
		if x.Severity != "" {
			item.Badge = defectBadge(x.Severity)
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func (t planTelling) part(p part) templates.Section {
	switch p {
	case partMoved:
		if changes := t.changes(); len(changes) > 0 {
			return templates.Section{Title: "What changed", Changes: changes}
		}
	case partFacts:
		return t.facts()
	case partMeaning:
		return t.meaning()
	case partIssues:
		return t.issues()
	case partSettles:
		return t.settles()
	case partTests:
		return t.tests()
	case partEnvironments:
		return t.places()
	case partSteps:
		return t.steps()
	case partBack:
		return t.back()
	case partTold:
		return t.told()
	}
	return templates.Section{}
}

func (t planTelling) facts() templates.Section {
	r := t.rel()
	facts := []templates.Fact{
		{Label: "What", Value: r.Title(t.programme), Note: release.Clip(r.Content.Purpose, 600)},
		{Label: "Kind", Value: string(r.Content.Type) + " release of " + partyName(t.programme, r.Provider(t.programme))},
		{Label: "Where", Value: t.where()}, t.when(), {Label: "Decision", Value: upperFirst(t.standing())},
	}
	if rfc := t.event.RFC; rfc.Number != 0 {
		facts = append(facts, templates.Fact{Label: "RFC", Value: rfc.Name(), Note: rfc.Content.Title})
	}
	facts = append(facts, templates.Fact{Label: "Owner", Value: t.programme.NameOf(r.Content.Owner), Note: t.noteWords()})
	return templates.Section{Title: "In short", Facts: told(facts)}
}

// when is the window in the reader's zone, and in the window's own where clocks
// there show something else.
func (t planTelling) when() templates.Fact {
	f := templates.Fact{Label: "When", Value: spanOf(t.Window, t.home())}
	if t.Window.IsZero() {
		f.Value = "Not agreed yet"
		return f
	}
	f.Note = release.Lasting(t.Window.To.Sub(t.Window.From)) + " long"
	if own := t.Window.String(); own != f.Value {
		f.Note += "; where it was agreed: " + own
	}
	return f
}

func (t planTelling) noteWords() string {
	if t.Note == 0 {
		return "The release note is not handed in yet; what is planned is told here."
	}
	return fmt.Sprintf("Told from version %d of the release note.", t.Note)
}

// meaning is what a release does to the reader's own party.
func (t planTelling) meaning() templates.Section {
	s := templates.Section{Title: "What it means for " + templates.OneLine(t.programme.PartyName(t.party()))}
	if shared := t.shared(); len(shared) > 0 {
		s.Facts = append(s.Facts, templates.Fact{Label: "You work in", Value: listWords(t.programme, shared), Note: t.phases(shared)})
	} else {
		s.Intro = "Your party works in none of the environments it goes to."
	}
	s.Facts = append(s.Facts, t.when(), templates.Fact{Label: "Available", Value: upperFirst(t.disruption())})
	if rfc := t.event.RFC; rfc.Number != 0 && rfc.Content.Impact != "" && !t.Before.Reworded(t.Now) { // which was shown beside the old one
		s.Items = append(s.Items, templates.Item{Title: "As the RFC puts it", Quote: rfc.Content.Impact})
	}
	return s
}

// phases names the test phases that run in environments.
func (t planTelling) phases(ids []release.EnvironmentID) string {
	var names []string
	for _, p := range t.programme.Phases {
		if slices.Contains(ids, p.Environment) {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

func (t planTelling) issues() templates.Section {
	s := templates.Section{Title: "Known issues and ways round them", Empty: "None are known."}
	if t.Note == 0 {
		s.Empty = "The release note that lists them is not handed in yet."
	}
	for _, d := range t.Known {
		item := templates.Item{Title: d.ID + ": " + templates.OneLine(d.Summary), Badge: defectBadge(d.Severity), Lines: []string{"No way round it is known."}}
		if d.Workaround != "" {
			item.Lines = []string{"Until it is mended: " + templates.OneLine(d.Workaround)}
		}
		s.Items = append(s.Items, item)
	}
	if t.More > 0 {
		s.Intro = fmt.Sprintf("The first %d; the release note has %d more.", len(t.Known), t.More)
	}
	return s
}

func (t planTelling) settles() templates.Section {
	s := templates.Section{Title: "What it settles", Empty: "No defects and no change requests are named."}
	for _, d := range t.Fixed {
		s.Items = append(s.Items, templates.Item{Title: d.ID + ": " + templates.OneLine(d.Summary), Badge: defectBadge(d.Severity)})
	}
	for _, c := range t.Changes {
		s.Items = append(s.Items, templates.Item{Title: c.ID + ": " + templates.OneLine(c.Title), Badge: templates.Badge{Text: "change", Tone: templates.Calm}})
	}
	return s
}

// tests says what to test again: what was mended, what is new, and whatever runs in
// the same environments.
func (t planTelling) tests() templates.Section {
	s := templates.Section{Title: "What to test again", Empty: "Nothing in particular: a regression test of what you use."}
	if phases := t.phases(t.environments()); phases != "" {
		s.Intro = "Besides the regression test of " + phases + ":"
	}
	for _, d := range t.Fixed {
		s.Items = append(s.Items, templates.Item{Title: "Re-test " + d.ID + ": " + templates.OneLine(d.Summary), Badge: defectBadge(d.Severity)})
	}
	for _, c := range t.Changes {
		item := templates.Item{Title: "Test " + c.ID + ": " + templates.OneLine(c.Title), Badge: templates.Badge{Text: "new", Tone: templates.Calm}}
		if c.Summary != "" {
			item.Lines = []string{templates.OneLine(c.Summary)}
		}
		s.Items = append(s.Items, item)
	}
	for _, d := range t.Known {
		s.Items = append(s.Items, templates.Item{Title: "Expect " + d.ID + ": " + templates.OneLine(d.Summary), Badge: templates.Badge{Text: "known issue", Tone: templates.Warn}})
	}
	return s
}

// places says what stands still in each environment.
func (t planTelling) places() templates.Section {
	s := templates.Section{Title: "What stands still, and where", Intro: upperFirst(t.disruption()) + "."}
	for _, id := range t.environments() {
		e, _ := t.programme.Environment(id)
		who := "every party works there"
		if n := len(e.Parties); n > 0 {
			who = count(n, "party works there")
			if n > 1 {
				who = fmt.Sprintf("%d parties work there", n)
			}
		}
		lines := []string{spanOf(t.Window, t.home()), upperFirst(who) + "."}
		if phases := t.phases([]release.EnvironmentID{id}); phases != "" {
			lines = append(lines, "Phases: "+phases)
		}
		s.Items = append(s.Items, templates.Item{Title: environmentName(t.programme, id), Lines: lines})
	}
	return s
}

// steps are the instructions in short; the release note has them in full.
func (t planTelling) steps() templates.Section {
	s := templates.Section{Title: "How it is done", Empty: "The release note with the instructions is not handed in yet."}
	if t.Forward > 0 {
		s.Intro = "Planned to take " + release.Lasting(time.Duration(t.Forward)*time.Minute) + ". The release note has every step in full."
	}
	for _, section := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
		item := templates.Item{Title: section.String()}
		for _, x := range t.Steps {
			if x.Section == section {
				item.Lines = append(item.Lines, fmt.Sprintf("%d. %s (%s, %d min)", x.Number, templates.OneLine(x.Do), templates.OneLine(x.Who), x.Minutes))
			}
		}
		if len(item.Lines) > 0 {
			s.Items = append(s.Items, item)
		}
	}
	return s
}

func (t planTelling) back() templates.Section {
	if t.Back == 0 {
		return templates.Section{}
	}
	return templates.Section{Title: "The way back", Facts: []templates.Fact{
		{Label: "Takes", Value: release.Lasting(time.Duration(t.Back) * time.Minute), Note: "from the last step on, as the release note plans it"},
	}}
}

// told says how far the communication reaches.
func (t planTelling) told() templates.Section {
	f := []templates.Fact{{Label: "Sent to", Value: count(t.Readers, "person") + " of " + either(t.Asked, "1 organisation", fmt.Sprintf("%d organisations", t.Asked))}}
	if t.Readers != 1 {
		f[0].Value = fmt.Sprintf("%d people of %s", t.Readers, either(t.Asked, "1 organisation", fmt.Sprintf("%d organisations", t.Asked)))
	}
	if t.Line.Confirm {
		f[0].Note = "Each organisation is asked to confirm it; who has not is on the release's card and plan."
	}
	return templates.Section{Title: "Who is told", Facts: f}
}

// asked says how to confirm.
func (t planTelling) asked(l Letterhead) templates.Section {
	s := templates.Section{Title: "Please confirm", Intro: "One person of " + templates.OneLine(t.programme.PartyName(t.party())) + " is enough."}
	if !t.Now.Off {
		s.Intro += " Organisations that have not confirmed are shown to the board before it decides."
	}
	how := fmt.Sprintf("In Slack: /release confirm %d", t.Line.ID)
	if l.Links.Page("/") != "" {
		how = fmt.Sprintf("Press the button, or write /release confirm %d in Slack.", t.Line.ID)
	}
	s.Items = []templates.Item{{Title: how}}
	return s
}
