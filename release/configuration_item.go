package release

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// SystemItems are the configuration items of one system in an environment: the
// files of the build that is installed (R143). Nothing keeps them: they follow
// from the facts, so that they are known of any instant (M9).
type SystemItems struct {
	Installed Installation
	// Release is the number of the release that has this version; 0 where none does.
	Release int
	// Build is the build that is installed; nil where it is not known, and Unknown
	// says why.
	Build   *Build
	Unknown string
}

// ItemsOf finds the build behind an installation among the releases of its
// version and their builds: the one that a deployment brought, or the one that
// was named when it was reported by hand.
func ItemsOf(x Installation, releases []Release, builds []Build) SystemItems {
	items := SystemItems{Installed: x, Release: x.Release}
	if i := slices.IndexFunc(releases, func(r Release) bool {
		return r.Content.System == x.System && ((x.Release == 0 && r.Version == x.Version) || r.Number == x.Release)
	}); i >= 0 {
		items.Release = releases[i].Number
	}
	b, known := find(builds, func(b Build) bool { return b.Release == items.Release && b.Name == x.Build && items.Release != 0 })
	switch {
	case known:
		items.Build = &b
	case x.Build != "":
		items.Unknown = "build " + x.Build + " was never registered"
	case x.Release != 0:
		items.Unknown = ReleaseName(x.Release) + " was deployed without a registered build"
	default:
		items.Unknown = "reported by hand, without its build"
	}
	return items
}

// ConfigurationView is the configuration items of an environment at an instant.
type ConfigurationView struct {
	Programme   *Programme
	Environment Environment
	At          time.Time
	Systems     []SystemItems // by system
}

// Files counts the items that are known.
func (v ConfigurationView) Files() int {
	n := 0
	for _, s := range v.Systems {
		if s.Build != nil {
			n += len(s.Build.BOM)
		}
	}
	return n
}

// ConfigurationChange is a system in which two configurations differ.
type ConfigurationChange struct {
	System        SystemID
	Before, After Installation // the zero Installation: not there
	// Files are the differences of its files, where the builds of both are known.
	Files []Change
	// Blind says that files cannot be compared, because a build is not known.
	Blind bool
}

// CompareConfigurations lists the systems in which two configurations differ, by
// system.
func CompareConfigurations(a, b ConfigurationView) []ConfigurationChange {
	var changes []ConfigurationChange
	for _, id := range systemsOf(a, b) {
		x, y := a.system(id), b.system(id)
		if x.Installed.Version == y.Installed.Version && x.Installed.Build == y.Installed.Build {
			continue
		}
		c := ConfigurationChange{System: id, Before: x.Installed, After: y.Installed}
		switch {
		case x.Build != nil && y.Build != nil:
			c.Files = DiffBOM(x.Build.BOM, y.Build.BOM)
		default:
			c.Blind = true
		}
		changes = append(changes, c)
	}
	return changes
}

func systemsOf(views ...ConfigurationView) []SystemID {
	var ids []SystemID
	for _, v := range views {
		for _, s := range v.Systems {
			ids = append(ids, s.Installed.System)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (v ConfigurationView) system(id SystemID) SystemItems {
	x, _ := find(v.Systems, func(s SystemItems) bool { return s.Installed.System == id })
	return x
}

// BOMAdvice holds the bill of materials of a new build against the one it follows
// and returns what looks wrong: a file that goes back to a lower version, and a
// file that keeps its version with other bytes, which R94 forbids. It is advice:
// going back may be meant.
func BOMAdvice(before, after []BOMLine) []string {
	old := map[string]BOMLine{}
	for _, b := range before {
		old[b.File] = b
	}
	var advice []string
	for _, b := range after {
		was, known := old[b.File]
		switch {
		case !known:
		case was.Version == b.Version && was.Digest != b.Digest:
			advice = append(advice, fmt.Sprintf("%s keeps version %s with other bytes than before.", b.File, b.Version))
		case lowerNumbers(b.Version, was.Version):
			advice = append(advice, fmt.Sprintf("%s goes back from %s to %s.", b.File, was.Version, b.Version))
		}
	}
	return advice
}

// lowerNumbers tells whether a version of a file is lower than another; texts
// that are not numbers with dots between them are not compared.
func lowerNumbers(a, b string) bool {
	x, ok := dotted(a)
	y, also := dotted(b)
	return ok && also && cmp.Compare(slices.Compare(x, y), 0) < 0
}

func dotted(text string) ([]int, bool) {
	var numbers []int
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "v"), ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return nil, false
		}
		numbers = append(numbers, n)
	}
	for len(numbers) > 1 && numbers[len(numbers)-1] == 0 {
		numbers = numbers[:len(numbers)-1] // 1.2 and 1.2.0 are one version
	}
	return numbers, true
}
