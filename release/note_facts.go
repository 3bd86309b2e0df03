package release

import (
	"slices"
	"strings"
	"time"
)

// NoteFacts is what gonogo knows of a release when its note is written: a note
// is filled from it and held against it.
type NoteFacts struct {
	Programme *Programme
	Release   Release
	Build     *Build // nil while none is registered
	RFC       RFC    // Number 0 while none is raised
	// Landscape is what is installed now in the environments it goes to (R91).
	Landscape []Placed
	Now       time.Time
}

// Window is the agreed window of the RFC, or the planned one.
func (f NoteFacts) Window() Window {
	if f.RFC.Number != 0 {
		return f.RFC.Content.Window
	}
	return f.Release.Content.Window()
}

// Environments are those that the release goes to: the RFC's, or the planned ones.
func (f NoteFacts) Environments() []EnvironmentID {
	if f.RFC.Number != 0 {
		return f.RFC.Content.Environments
	}
	return f.Release.Content.Environments()
}

// days are the first and the last day of the window in the programme's zone, empty
// without a window.
func (f NoteFacts) days() (first, last string) {
	w := f.Window()
	if w.IsZero() {
		return "", ""
	}
	loc := f.Programme.Location()
	return w.From.In(loc).Format(time.DateOnly), w.To.Add(-1).In(loc).Format(time.DateOnly)
}

// items are the defects or the change requests of the release's content.
func (f NoteFacts) items(kind ItemKind) []Item {
	return slices.DeleteFunc(slices.Clone(f.Release.Content.Items), func(x Item) bool { return x.Kind != kind })
}

// Complete returns the note in its normal form with what gonogo knows better than
// anybody who writes: the programme, the version, the RFC, the bill of materials
// of the build, and the true state of the environments now (R78, R90, R91). What
// the note says itself stays, for the check to compare; the landscape is always
// today's.
func (n ReleaseNote) Complete(f NoteFacts) ReleaseNote {
	n = n.Normal()
	fill(&n.Programme, f.Programme.Name)
	fill(&n.Version, f.Release.Version.String())
	if f.RFC.Number != 0 {
		fill(&n.RFC, f.RFC.Name())
	}
	if len(n.BOM) == 0 && f.Build != nil {
		n.BOM = f.Build.BOM
	}
	n.Landscape = f.Landscape
	return n
}

func fill(field *string, known string) {
	if *field == "" {
		*field = known
	}
}

// PrefillNote returns a note to go on from: the last one that was handed in or
// begun, if there is one, with everything that gonogo knows filled in.
func PrefillNote(f NoteFacts, last *ReleaseNote) ReleaseNote {
	var n ReleaseNote
	if last != nil {
		n = *last
	}
	n.Version, n.RFC, n.BOM = "", "", nil // what another release or build had
	n = n.Complete(f)
	fill(&n.Title, f.Release.Title(f.Programme))
	fill(&n.Reason, f.Release.Content.Purpose)
	if first, _ := f.days(); first != "" {
		n.Date = first
	}
	f.prefillSignatories(&n)
	if f.Build != nil {
		n.Tag = f.Build.Tag
	}
	f.prefillDefects(&n)
	f.prefillContents(&n)
	if f.RFC.Number != 0 {
		n.Disruption = f.RFC.Content.Disruption
	}
	if len(n.Stakeholders) == 0 {
		for _, party := range f.RFC.ImpactedParties(f.Programme) {
			n.Stakeholders = append(n.Stakeholders, party.Name)
		}
	}
	f.prefillApprovals(&n)
	if len(n.Runbook.Prerequisites.Steps) == 0 {
		n.Runbook.Prerequisites.Steps = usualPrerequisites()
	}
	return n.Normal()
}

// prefillSignatories names who takes releases for the programme and who owns this one.
func (f NoteFacts) prefillSignatories(n *ReleaseNote) {
	p := f.Programme
	sign := func(s *Signatory, x Person, role Role) {
		if s.Name != "" || len(x.Roles) == 0 {
			return
		}
		of := x.Roles[0]
		if i := slices.IndexFunc(x.Roles, func(h Holding) bool { return h.Role == role }); i >= 0 {
			of = x.Roles[i]
		}
		party, _ := p.Party(of.Party)
		*s = Signatory{Name: x.Name, Title: of.Role.String(), Party: party.Name}
	}
	if takers := p.HoldersAmong(ReleaseManager, ProgrammeParty); len(takers) > 0 {
		sign(&n.ReleasedTo, takers[0], ReleaseManager)
	}
	owner, _ := p.Person(f.Release.Content.Owner)
	sign(&n.Issuer, owner, ReleaseManager)
}

// prefillDefects lists the defects and the change requests of the content; what
// the note said of them stays.
func (f NoteFacts) prefillDefects(n *ReleaseNote) {
	var fixed []NotedDefect
	for _, x := range f.items(ItemDefectFix) {
		d, ok := find(n.Fixed, func(d NotedDefect) bool { return sameID(d.ID, x.ID) })
		if !ok {
			d = NotedDefect{Summary: x.Title}
		}
		d.ID, d.Severity = x.ID, x.Severity
		fixed = append(fixed, d)
	}
	var changes []NotedChange
	for _, x := range f.items(ItemChangeRequest) {
		c, ok := find(n.Changes, func(c NotedChange) bool { return sameID(c.ID, x.ID) })
		if !ok {
			c = NotedChange{Title: x.Title}
		}
		c.ID = x.ID
		changes = append(changes, c)
	}
	n.Fixed, n.Changes = fixed, changes
}

// prefillContents has a line for every item there is; what was said of items that
// are still there stays.
func (f NoteFacts) prefillContents(n *ReleaseNote) {
	items := n.items()
	contents := slices.DeleteFunc(slices.Clone(n.Contents), func(c NotedContent) bool {
		return !slices.ContainsFunc(items, func(item string) bool { return covers(c.Item, item) })
	})
	for _, item := range items {
		said := slices.ContainsFunc(contents, func(c NotedContent) bool { return covers(c.Item, item) })
		if !said && len(contents) < MaxNoteLines {
			contents = append(contents, NotedContent{Item: item})
		}
	}
	n.Contents = contents
}

// items are what a note has to explain in plain English: every file, manual and
// schema (R79).
func (n ReleaseNote) items() []string {
	var items []string
	for _, b := range n.BOM {
		items = append(items, b.File)
	}
	for _, d := range slices.Concat(n.Manuals, n.Schemas) {
		items = append(items, d.Name)
	}
	return items
}

func (f NoteFacts) prefillApprovals(n *ReleaseNote) {
	if len(n.Approvals) > 0 {
		return
	}
	for _, key := range []Check{PointProgramme, PointApproved} {
		if point, ok := PointOf(key); ok && point.Applies(f.Release.Content.Type) {
			n.Approvals = append(n.Approvals, NotedApproval{What: point.Name, By: point.Forum, Ref: n.RFC})
		}
	}
}

// usualPrerequisites are the first words of the four that every release has (R84).
func usualPrerequisites() []Step {
	words := map[Precaution]string{
		AdminRights:      "See that whoever installs has the administrator's rights that the steps need.",
		RequiredSoftware: "See that the software the release needs is there, in the right versions.",
		BackupsTaken:     "Take the backups from which the backout restores.",
		InventoryChecked: "Hold the versions that are installed against the list in this note.",
	}
	var steps []Step
	for i, c := range Precautions() {
		steps = append(steps, Step{Number: i + 1, Do: words[c], Covers: c})
	}
	return steps
}

func sameID(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
