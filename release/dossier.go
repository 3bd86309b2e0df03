package release

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
	RFC      RFCContent       `json:"rfc"`
	Version  string           `json:"version,omitempty"`
	Items    []Item           `json:"items,omitempty"`
	Targets  []Target         `json:"targets,omitempty"`
	Build    string           `json:"build,omitempty"`
	Commit   string           `json:"commit,omitempty"`
	Package  string           `json:"package,omitempty"`
	BOM      []BOMLine        `json:"bom,omitempty"`
	Evidence map[Check]string `json:"evidence,omitempty"`
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
	if b != nil {
		d.Build, d.Commit, d.Package, d.BOM = b.Name, b.Commit, b.Digest, b.BOM
	}
	for _, e := range evidence {
		point, ok := PointOf(e.Check)
		beside := e.Waiver && e.Check == CheckNote // it excuses a late note and shows nothing itself
		if !ok || !point.Binds || beside || !e.TakenAt.IsZero() {
			continue
		}
		if d.Evidence == nil {
			d.Evidence = map[Check]string{}
		}
		d.Evidence[e.Check] = e.mark()
	}
	return d
}

// mark is what a decision remembers of evidence.
func (e Evidence) mark() string {
	if e.Waiver {
		return fmt.Sprintf("waiver %d: %s", e.ID, e.Note)
	}
	return e.Ref
}

// For returns the part of a dossier that a purpose binds to: the programme gate
// lets a scope in, whatever build and window carry it (T1).
func (d Dossier) For(purpose Purpose) Dossier {
	if purpose != ProgrammeGate {
		return d
	}
	scope := RFCContent{System: d.RFC.System, Type: d.RFC.Type, Release: d.RFC.Release, Environments: d.RFC.Environments}
	return Dossier{RFC: scope, Version: d.Version, Items: d.Items}
}

// Digest returns the SHA-256 of the dossier in hex.
func (d Dossier) Digest() string {
	body, err := json.Marshal(d)
	if err != nil {
		panic(fmt.Sprintf("digest of a dossier: %v", err)) // Check keeps the years in which times marshal
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
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
	add("Target environments", targetsText(d.Targets), targetsText(to.Targets))
	add("Build", d.Build, to.Build)
	add("Commit", d.Commit, to.Commit)
	add("Package digest", d.Package, to.Package)
	changes = append(changes, DiffBOM(d.BOM, to.BOM)...)
	keys := map[Check]bool{}
	for k := range d.Evidence {
		keys[k] = true
	}
	for k := range to.Evidence {
		keys[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		point, _ := PointOf(k)
		add(point.Name, d.Evidence[k], to.Evidence[k])
	}
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
