package release

import (
	"regexp"
	"strings"
	"time"
)

// Build is a package that can be installed and made again from source control.
// It never changes: whatever differs is another build (R93, R94).
type Build struct {
	ID      int64
	Release int
	Name    string // the builder's own id, "2026.11.3"
	// Repository and Tag say where it comes from; Commit is what the tag names in
	// that repository, looked up when it was registered (R73).
	Repository string
	Tag        string
	Commit     string
	Digest     string    // of the package, SHA-256 in hex
	BOM        []BOMLine // the bill of materials (R78)
	By         PersonID
	At         time.Time
}

// The names of the build's fields, as a FieldProblem carries them.
const (
	FieldBuild  = "build"
	FieldTag    = "tag"
	FieldDigest = "digest"
	FieldBOM    = "bom"
)

var buildForm = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._+-]{0,63}$`)

// check returns every mistake of a build that is handed in.
func (b Build) check() []FieldProblem {
	var problems []FieldProblem
	if !buildForm.MatchString(b.Name) {
		problems = append(problems, FieldProblem{FieldBuild, "Give the build's id: letters, digits and . _ + - only, at most 64."})
	}
	if strings.TrimSpace(b.Tag) == "" {
		problems = append(problems, FieldProblem{FieldTag, "Name the source tag from which the build can be made again."})
	}
	if !digestForm.MatchString(b.Digest) {
		problems = append(problems, FieldProblem{FieldDigest, "Give the package's SHA-256 digest: 64 digits and letters a to f."})
	}
	if len(b.BOM) == 0 {
		problems = append(problems, FieldProblem{FieldBOM, "Give the bill of materials: CycloneDX JSON, or CSV with file, version, date and digest."})
	}
	return problems
}

// Carries tells whether a release with this build mends a defect: by its
// content, or by a line of the bill of materials that names it (M6).
func Carries(r Release, b *Build, defect string) bool {
	for _, id := range r.Content.Defects() {
		if strings.EqualFold(id, defect) {
			return true
		}
	}
	if b == nil {
		return false
	}
	for _, line := range b.BOM {
		for _, id := range line.Fixes {
			if strings.EqualFold(id, defect) {
				return true
			}
		}
	}
	return false
}
