package reports

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R40, R101: a readiness report names the work-off actions that are overdue, the
// longest first, under whose they are; what is done or not due yet it does not.
func TestReadinessNamesOverdueActions(t *testing.T) {
	action := func(id int64, due time.Time) release.Action {
		return release.Action{ID: id, Release: 7, What: "Archive <the>\nlogs.", Owner: "siobhan", Due: due}
	}
	done := action(4, monday.Add(-time.Hour))
	done.EndedAt = monday.Add(-time.Minute)
	r := Fold(Snapshot{At: monday, Programme: board(), Actions: []release.Action{
		action(1, monday), action(2, monday.Add(-48*time.Hour)), action(3, monday.Add(time.Microsecond)), done,
	}})
	if len(r.Owed) != 1 || r.Owed[0].Name != "Elexon (Helix)" || len(r.Owed[0].Items) != 2 {
		t.Fatalf("owed: %+v", r.Owed)
	}
	if x := r.Owed[0].Items; x[0].What != "Action 2 of REL-7: Archive <the> logs." || x[0].Owner != "Siobhan Kearney" || !strings.HasPrefix(x[1].What, "Action 1 of") {
		t.Errorf("overdue: %+v", x)
	}
	if quiet := Fold(Snapshot{At: monday, Programme: board()}); len(quiet.Owed) != 0 {
		t.Errorf("owed while nothing is: %+v", quiet.Owed)
	}
}
