package release

import (
	"cmp"
	"slices"
	"strings"
)

// DiffBOM lists the files in which two bills of materials differ, sorted by
// file, as people read it (M3): the version where that says it, else whatever
// else is different. An added file has no Before, a removed one no After.
func DiffBOM(before, after []BOMLine) []Change {
	old := map[string]BOMLine{}
	for _, b := range before {
		old[b.File] = b
	}
	var changes []Change
	for _, b := range after {
		was, known := old[b.File]
		delete(old, b.File)
		if !known {
			changes = append(changes, Change{Field: b.File, After: b.Version})
			continue
		}
		if x := was.changes(b); x != (Change{}) {
			changes = append(changes, x)
		}
	}
	for _, gone := range old {
		changes = append(changes, Change{Field: gone.File, Before: gone.Version})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.Field, b.Field) })
	return changes
}

// changes tells in what a file differs from its former self; the zero Change
// says in nothing.
func (b BOMLine) changes(to BOMLine) Change {
	was, is := slices.Sorted(slices.Values(b.Fixes)), slices.Sorted(slices.Values(to.Fixes))
	var before, after []string
	add := func(differs bool, x, y string) {
		if differs {
			before, after = append(before, x), append(after, y)
		}
	}
	add(b.Version != to.Version, b.Version, to.Version)
	if b.Version == to.Version { // the same version with other bytes is what R94 forbids: show them
		add(b.Date != to.Date, b.Date, to.Date)
		add(b.Digest != to.Digest, shortDigest(b.Digest), shortDigest(to.Digest))
	}
	add(!slices.Equal(was, is), fixesText(was), fixesText(is))
	if len(before) == 0 {
		return Change{}
	}
	return Change{Field: to.File, Before: strings.Join(before, ", "), After: strings.Join(after, ", ")}
}

func fixesText(fixes []string) string {
	if len(fixes) == 0 {
		return "fixes nothing"
	}
	return "fixes " + list(fixes)
}

// shortDigest shows enough of a digest to tell two apart.
func shortDigest(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	if len(hex) > 12 {
		hex = hex[:12] + "…"
	}
	return "sha256 " + hex
}
