package release

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Dossier is what a decision binds to (M3, T26): the RFC, the release's
// content, the build with its bill of materials, and the evidence the board
// relies on. Words that change nothing of what will be done (titles, reasons)
// are left out. Its names in JSON are fixed for ever.
type Dossier struct {
	RFC     RFCContent `json:"rfc"`
	Version string     `json:"version,omitempty"`
	Items   []Item     `json:"items,omitempty"`
	// Confided is a digest of the items for named parties only: a decision binds to
	// them, and tells nobody what they are (T34).
	Confided string           `json:"confided,omitempty"`
	Targets  []Target         `json:"targets,omitempty"`
	Build    string           `json:"build,omitempty"`
	Commit   string           `json:"commit,omitempty"`
	Package  string           `json:"package,omitempty"`
	BOM      []BOMLine        `json:"bom,omitempty"`
	Evidence map[Check]string `json:"evidence,omitempty"`
	// Closing is what shows that a deployment was looked at, and Actions what is left
	// to be done after it: only a closure binds to them (R40, R54).
	Closing map[Check]string `json:"closing,omitempty"`
	Actions []string         `json:"actions,omitempty"`
}

// DossierOf returns what a decision on an RFC binds to. The release, its build
// and its standing evidence are nil for an RFC without a release under control.
func DossierOf(rfc RFCContent, r *Release, b *Build, evidence []Evidence) Dossier {
	d := Dossier{RFC: rfc.Normal()}
	d.RFC.Title, d.RFC.Reason, d.RFC.Risk.Sentence = "", "", ""
	if r == nil {
		return d
	}
	d.Version, d.Targets = r.Version.String(), slices.Clone(r.Content.Targets)
	for i := range d.Targets {
		d.Targets[i].Window = Window{} // planned only; the agreed one is the RFC's
	}
	for _, x := range r.Content.Items {
		d.Items = append(d.Items, Item{Kind: x.Kind, ID: x.ID, Severity: x.Severity})
	}
	d.Confided = r.Content.Confidence.bond()
	if b != nil {
		d.Build, d.Commit, d.Package, d.BOM = b.Name, b.Commit, b.Digest, b.BOM
	}
	for _, e := range evidence {
		if slices.Contains(closingChecks(), e.Check) && e.TakenAt.IsZero() {
			d.Closing = marked(d.Closing, e)
		}
		point, ok := PointOf(e.Check)
		beside := e.Waiver && e.Check == CheckNote // it excuses a late note and shows nothing itself
		if !ok || !point.Binds || beside || !e.TakenAt.IsZero() {
			continue
		}
		d.Evidence = marked(d.Evidence, e)
	}
	return d
}

// closingChecks are what a closure looks back on (R53, R37, R55).
func closingChecks() []Check { return []Check{PointDeployed, CheckRegression, PointLessons} }

// marked adds evidence to what is remembered of others.
func marked(marks map[Check]string, e Evidence) map[Check]string {
	if marks == nil {
		marks = map[Check]string{}
	}
	marks[e.Check] = e.mark()
	return marks
}

// mark is what a decision remembers of evidence.
func (e Evidence) mark() string {
	if e.Waiver {
		return fmt.Sprintf("waiver %d: %s", e.ID, e.Note)
	}
	return e.Ref
}

// For returns the part of a dossier that a purpose binds to: the programme gate
// lets a scope in, whatever build and window carry it (T1); a closure is of what
// was deployed, of what was found then and of what is left to be done (R54).
func (d Dossier) For(purpose Purpose) Dossier {
	scope := RFCContent{System: d.RFC.System, Type: d.RFC.Type, Release: d.RFC.Release, Environments: d.RFC.Environments}
	switch purpose {
	case ProgrammeGate:
		return Dossier{RFC: scope, Version: d.Version, Items: d.Items, Confided: d.Confided}
	case Closure:
		return Dossier{
			RFC: scope, Version: d.Version, Build: d.Build, Commit: d.Commit, Package: d.Package, Closing: d.Closing, Actions: d.Actions,
		}
	case Approval, Deployment:
	}
	d.Closing, d.Actions = nil, nil
	return d
}

// Digest returns the SHA-256 of the dossier in hex.
func (d Dossier) Digest() string {
	return digestOf(d, "a dossier")
}

// Changes lists what differs between two dossiers, as people read it.
func (d Dossier) Changes(to Dossier) []Change {
	changes := d.RFC.Changes(to.RFC)
	add := func(field, before, after string) {
		if before != after {
			changes = append(changes, Change{Field: field, Before: before, After: after})
		}
	}
	add("Version", d.Version, to.Version)
	add("Content", itemsText(d.Items), itemsText(to.Items))
	if d.Confided != to.Confided { // that a decision is asked for again has a reason; which is not everybody's
		add("Details of the content", "", "revised")
	}
	add("Target environments", targetsText(d.Targets), targetsText(to.Targets))
	add("Build", d.Build, to.Build)
	add("Commit", d.Commit, to.Commit)
	add("Package digest", d.Package, to.Package)
	changes = append(changes, DiffBOM(d.BOM, to.BOM)...)
	for _, pair := range [][2]map[Check]string{{d.Evidence, to.Evidence}, {d.Closing, to.Closing}} {
		keys := maps.Clone(pair[0])
		if keys == nil {
			keys = map[Check]string{}
		}
		maps.Copy(keys, pair[1])
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			add(pointName(k), pair[0][k], pair[1][k])
		}
	}
	add("Work-off actions", strings.Join(d.Actions, "\n"), strings.Join(to.Actions, "\n"))
	return changes
}

func itemsText(items []Item) string {
	words := make([]string, len(items))
	for i, x := range items {
		words[i] = x.ID
		if x.Severity != "" {
			words[i] += " (" + string(x.Severity) + ")"
		}
	}
	return strings.Join(words, ", ")
}

func targetsText(targets []Target) string {
	return list(ReleaseContent{Targets: targets}.Environments())
}
