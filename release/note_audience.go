package release

import (
	"fmt"
	"slices"
)

// Cover returns the note without its long lists (files, contents, landscape,
// runbook), as its notices carry it; whoever needs those reads the note itself.
func (n SubmittedNote) Cover() SubmittedNote {
	n.Note.BOM, n.Note.Contents, n.Note.Landscape, n.Note.Runbook = nil, nil, nil, Runbook{}
	return n
}

// NoteReaders returns who is sent a release note: the people of the lists that the
// policy names, then the representatives of every impacted party (R92).
func NoteReaders(rfc RFC, p *Programme) []Recipient {
	a := audience{programme: p}
	for _, l := range p.Lists {
		if slices.Contains(p.Policy.NoteLists, l.ID) {
			a.add(DutyTold, l.People...)
		}
	}
	a.addRepresentatives(rfc.ImpactedParties(p), DeploymentGNG)
	return a.recipients
}

// tellNote promises a note that was handed in to its readers, at once, and a post
// in the thread of the release's card. A later version tells what changed.
func (a *act) tellNote(f NoteFacts, n SubmittedNote, before []SubmittedNote) error {
	e := a.releaseEvent(NoticeNote, f.Release)
	cover := n.Cover()
	e.Note = &cover
	if len(before) > 0 {
		e.Changes, e.Again = before[0].Note.ChangesTo(n.Note), true
	}
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	key := fmt.Sprintf("%s/note/%d", f.Release.Subject(), n.Version)
	return a.promise(append(noticesFor(key, e, NoteReaders(f.RFC, a.programme), cadences), inThread(key, e))...)
}
