package reports

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R40: a readiness report names the work-off actions that are overdue, the longest
// first, with whose they are; without one it has no such section.
func TestReadinessNamesOverdueActions(t *testing.T) {
	action := func(id int64, due time.Time) release.Action {
		return release.Action{ID: id, Release: 7, What: "Archive <the>\nlogs.", Owner: "siobhan", Due: due}
	}
	done := action(4, monday.Add(-time.Hour))
	done.EndedAt = monday.Add(-time.Minute)
	s := Snapshot{At: monday, Programme: board(), Actions: []release.Action{
		action(1, monday), action(2, monday.Add(-48*time.Hour)), action(3, monday.Add(time.Microsecond)), done,
	}}
	var lines []string
	for _, section := range readinessPage(Fold(s)).Sections {
		if section.Title != "Overdue work-off actions" {
			continue
		}
		for _, item := range section.Items {
			lines = append(lines, item.Title+" "+strings.Join(item.Lines, " "))
		}
	}
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "Archive <the> logs. Action 2 of REL-7, with Siobhan Kearney, due ") || !strings.Contains(lines[1], "Action 1 of") {
		t.Errorf("the section says %q", lines)
	}
	for _, section := range readinessPage(Fold(Snapshot{At: monday, Programme: board()})).Sections {
		if section.Title == "Overdue work-off actions" {
			t.Error("a section without an action")
		}
	}
}
