package board

import "gonogo.dev/templates"

// section is a titled part of a page that tells a story. It shows whatever it has,
// in the order of its fields; Empty is said when it has nothing.
type section struct {
	ID       string
	Title    string
	Intro    string
	Callouts []templates.Callout
	Facts    []templates.Fact
	Blockers []blockerView
	Said     []saying
	Table    templates.Table
	Links    []templates.Link
	Files    files
	Empty    string
}

// saying is somebody's own words.
type saying struct {
	Who   string
	Badge templates.Badge
	Words string
	Note  string
	Links []templates.Link
}

// Bare tells whether the section has nothing to show but its Empty sentence.
func (s section) Bare() bool {
	return len(s.Callouts) == 0 && len(s.Facts) == 0 && len(s.Blockers) == 0 && len(s.Said) == 0 && len(s.Table.Rows) == 0 && len(s.Links) == 0
}

// storyView is a page of sections, with what matters most above them.
type storyView struct {
	Badges   []templates.Badge
	Lead     templates.Callout
	Blockers []blockerView
	Facts    []templates.Fact
	Links    []templates.Link
	Sections []section
	Files    files
}
