package release

// Briefing is what a communication tells, frozen when it is sent, so that a retry
// says what was true then and every reader's view shows the same facts.
type Briefing struct {
	Line    Communication
	Window  Window
	Before  Told // what a correction corrects; zero otherwise
	Now     Told // what its readers know from now on
	Readers int  // how many people it goes to
	Asked   int  // how many organisations are asked to confirm it
	Note    int  // the version of the release note it speaks from; 0 while there is none
	// Downtime is the agreed one, Forward and Back how long the deployment and its way
	// back from the last step are planned to take: all in minutes.
	Downtime int
	Forward  int
	Back     int
	Known    []NotedDefect // what is known not to work (R81)
	More     int           // how many more of those the note has
	Fixed    []NotedDefect
	Changes  []NotedChange
	Steps    []BriefedStep // before, during and after the deployment
	// Confided are the items for named parties only that the reader of this one letter
	// may see; empty in what many read (T34).
	Confided []Confided `json:",omitempty"`
}

// BriefedStep is a step of the runbook in a line.
type BriefedStep struct {
	Section SectionKey
	Number  int
	Do      string
	Who     string
	Minutes int
}

// mostBriefed is how many of each a communication names; the note has the rest.
const mostBriefed = 25

// BriefingOf gathers what a line tells as a release stands.
func BriefingOf(c Communication, r Release, rfc RFC, notes []SubmittedNote) Briefing {
	b := Briefing{Line: c, Window: WindowOf(r, rfc), Now: ToldOf(r, rfc, notes)}
	if c.Kind == CorrectionNotice {
		b.Before, b.Now = c.Told, b.Now.After(c.Told)
	}
	if len(notes) == 0 {
		b.planned(r.Content.Items) // what is planned is all there is to tell
		return b
	}
	note := notes[0].Note
	b.Note, b.Downtime = notes[0].Version, note.Downtime
	b.Known, b.More = first(note.Outstanding), len(note.Outstanding)-len(first(note.Outstanding))
	b.Fixed, b.Changes = first(note.Fixed), first(note.Changes)
	for i := range b.Known {
		b.Known[i].Summary, b.Known[i].Workaround = Clip(b.Known[i].Summary, 400), Clip(b.Known[i].Workaround, 600)
	}
	for _, section := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		for _, s := range first(note.Runbook.Section(section).Steps) {
			b.Steps = append(b.Steps, BriefedStep{Section: section, Number: s.Number, Do: Clip(s.Do, 300), Who: Clip(s.Who, 80), Minutes: s.Minutes})
		}
	}
	b.Forward = note.Runbook.Minutes()
	if i, ok := note.Runbook.SetFor(len(note.Runbook.Instructions.Steps)); ok {
		b.Back = note.Runbook.Backout[i].Minutes()
	}
	return b
}

func (b *Briefing) planned(items []Item) {
	for _, x := range first(items) {
		if x.Kind == ItemDefectFix {
			b.Fixed = append(b.Fixed, NotedDefect{ID: x.ID, Severity: x.Severity, Summary: Clip(x.Title, 400)})
		} else {
			b.Changes = append(b.Changes, NotedChange{ID: x.ID, Title: Clip(x.Title, 400)})
		}
	}
}

// first returns a copy of as many as a communication names.
func first[T any](all []T) []T { return append([]T(nil), all[:min(len(all), mostBriefed)]...) }
