package reports

import (
	"cmp"
	"fmt"
	"slices"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// overdueActions returns the work-off actions that should have been done, the
// longest overdue first (R40).
func overdueActions(s Snapshot) []release.Action {
	late := slices.DeleteFunc(slices.Clone(s.Actions), func(x release.Action) bool { return !x.Overdue(s.At) })
	slices.SortFunc(late, func(a, b release.Action) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	return late
}

// actions shows the work-off actions that are overdue; no section while there is
// none.
func (v reading) actions() []templates.Section {
	if len(v.Actions) == 0 {
		return nil
	}
	s := templates.Section{Title: "Overdue work-off actions"}
	for _, x := range v.Actions {
		s.Items = append(s.Items, templates.Item{
			Title: templates.OneLine(x.What), Badge: templates.Badge{Text: "overdue", Tone: templates.Bad},
			Lines: []string{fmt.Sprintf("%s of %s, with %s, due %s", upperFirst(x.Name()), release.ReleaseName(x.Release), v.Programme.NameOf(x.Owner), release.Instant(x.Due, v.loc))},
		})
	}
	return []templates.Section{s}
}
