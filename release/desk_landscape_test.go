package release_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// pictured is an environment with something of everything.
func pictured(t *testing.T) *board {
	t.Helper()
	b := occupied(t)
	b.must(second(b.desk.SetStatus(t.Context(), b.as("env"), "sit-a", "helix", release.SystemDegraded, "Slow")))
	b.clock = b.clock.Add(2 * time.Hour)
	b.must(second(b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", nil, "Before CIT", 0)))
	b.must(second(b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{
		Environment: "sit-a", System: "helix", Version: release.Version{Major: 1, Minor: 1}, Note: "By hand",
	})))
	return b
}

// The matrix of an instant shows what was so then, what changed since another, and
// leads to the changes before and after it (R103, M9).
func TestMatrixAt(t *testing.T) {
	b := pictured(t)
	first, second := monday, b.clock
	cell := func(at, since time.Time) (release.Matrix, release.MatrixCell) {
		t.Helper()
		m, err := b.desk.MatrixAt(t.Context(), at, since)
		b.must(err)
		row := slices.IndexFunc(m.Rows, func(r release.MatrixRow) bool { return r.System.ID == "helix" })
		i := slices.IndexFunc(m.Environments, func(e release.Environment) bool { return e.ID == "sit-a" })
		return m, m.Rows[row].Cells[i]
	}
	m, c := cell(second, second.Add(-time.Hour))
	if c.Installed.Version.Minor != 1 || c.Change() != release.CellRaised || !m.Later.IsZero() || !m.Earlier.Equal(first) || c.Status.Status != release.SystemDegraded {
		t.Errorf("now: %+v, earlier %s, later %s", c, m.Earlier, m.Later)
	}
	m, c = cell(second.Add(-time.Minute), time.Time{})
	if c.Installed.Version.Minor != 0 || !m.Later.Equal(second) || !m.Earlier.Equal(first) {
		t.Errorf("a minute before: %+v, earlier %s, later %s", c, m.Earlier, m.Later)
	}
	if m, c = cell(first.Add(-time.Second), time.Time{}); c.Present() || !m.Earlier.IsZero() || !m.Later.Equal(first) {
		t.Errorf("before everything: %+v, earlier %s, later %s", c, m.Earlier, m.Later)
	}
	days, err := b.desk.DaysOfChange(t.Context(), monday, monday.AddDate(0, 0, 1))
	if diff := cmp.Diff([]string{"2026-11-23"}, days); err != nil || diff != "" {
		t.Errorf("days of change: %v\n%s", err, diff)
	}
}

// A landscape of now has what is under way and to come, as far as a reader may see
// it; one of the past has what was so then, and no more (R104, T34).
func TestLandscape(t *testing.T) {
	b := pictured(t)
	draft := content()
	draft.Title = "Nobody's business"
	b.must(second(b.desk.SaveDraft(t.Context(), b.as("rm"), 0, 0, draft)))
	now, err := b.desk.Landscape(t.Context(), "env", "sit-a", time.Time{})
	b.must(err)
	if len(now) != 1 || len(now[0].Next) != 1 || len(now[0].Bookings) != 1 || len(now[0].Ailing()) != 1 || len(now[0].Drift()) != 1 {
		t.Errorf("now: %+v", now)
	}
	past, err := b.desk.Landscape(t.Context(), "env", "", monday.Add(-time.Hour))
	b.must(err)
	for _, v := range past {
		if len(v.Next)+len(v.Bookings)+len(v.Ailing())+len(v.Installed)+len(v.Operations) != 0 || v.Baseline != nil {
			t.Errorf("before everything: %+v", v)
		}
	}
	refused(t, second(b.desk.Landscape(t.Context(), "env", "nowhere", time.Time{})), release.CodeNotFound)
}

// The history of a system comes a page at a time, the newest first (R103).
func TestSystemHistory(t *testing.T) {
	b := pictured(t)
	past, err := b.desk.SystemHistory(t.Context(), "sit-a", "helix", time.Time{}, time.Time{})
	b.must(err)
	if len(past.Installations) != 2 || past.More || past.Current == nil || past.Fixed.Major != 1 || past.Status.Status != release.SystemDegraded {
		t.Errorf("now: %+v", past)
	}
	for i := range 60 {
		b.clock = b.clock.Add(time.Hour)
		b.must(second(b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{
			Environment: "sit-a", System: "helix", Version: release.Version{Major: 2, Minor: i},
		})))
	}
	past, err = b.desk.SystemHistory(t.Context(), "sit-a", "helix", time.Time{}, time.Time{})
	b.must(err)
	older, err := b.desk.SystemHistory(t.Context(), "sit-a", "helix", time.Time{}, past.Installations[len(past.Installations)-1].At)
	b.must(err)
	if !past.More || len(past.Installations) != 50 || older.More || len(older.Installations) != 12 {
		t.Errorf("a page of %d, more: %t; then %d, more: %t", len(past.Installations), past.More, len(older.Installations), older.More)
	}
	refused(t, second(b.desk.SystemHistory(t.Context(), "sit-a", "nothing", time.Time{}, time.Time{})), release.CodeNotFound)
	refused(t, second(b.desk.SystemHistory(t.Context(), "nowhere", "helix", time.Time{}, time.Time{})), release.CodeNotFound)
}

// The calendar of a period has what is planned in it, and a draft of somebody else
// leaves no trace (R138, T34).
func TestDeskTimeline(t *testing.T) {
	b := pictured(t)
	draft := content()
	draft.Title = "Nobody's business"
	b.must(second(b.desk.SaveDraft(t.Context(), b.as("rm"), 0, 0, draft)))
	line, err := b.desk.Timeline(t.Context(), "env", monday, monday.AddDate(0, 0, 7))
	b.must(err)
	var subjects []string
	for _, s := range line.Slots {
		subjects = append(subjects, s.Subject)
	}
	if diff := cmp.Diff([]string{"booking/1", "rfc/1"}, subjects); diff != "" || len(line.Conflicts) != 0 {
		t.Errorf("%s\nconflicts: %+v", diff, line.Conflicts)
	}
	b.must(second(b.book("env", release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(97, 99), Why: "Audit"})))
	if line, err = b.desk.Timeline(t.Context(), "env", monday, monday.AddDate(0, 0, 7)); err != nil || len(line.Conflicts) != 1 {
		t.Errorf("a freeze over the window: %+v, %v", line.Conflicts, err)
	}
	if line, err = b.desk.Timeline(t.Context(), "env", monday.AddDate(0, 0, 7), monday.AddDate(0, 0, 14)); err != nil || len(line.Slots) != 1 || line.Slots[0].Subject != "roadmap/R1" {
		t.Errorf("the week after: %+v, %v", line.Slots, err)
	}
}

// Whatever read of a picture fails, it fails with that fault.
func TestPictureReadsFail(t *testing.T) {
	for name, read := range map[string]func(d *release.Desk) error{
		"matrix":    func(d *release.Desk) error { return second(d.MatrixAt(t.Context(), monday, monday.Add(-time.Hour))) },
		"days":      func(d *release.Desk) error { return second(d.DaysOfChange(t.Context(), monday, monday.Add(time.Hour))) },
		"landscape": func(d *release.Desk) error { return second(d.Landscape(t.Context(), "env", "", time.Time{})) },
		"history": func(d *release.Desk) error {
			return second(d.SystemHistory(t.Context(), "sit-a", "helix", time.Time{}, time.Time{}))
		},
		"timeline": func(d *release.Desk) error {
			return second(d.Timeline(t.Context(), "env", monday, monday.AddDate(0, 0, 7)))
		},
	} {
		b := pictured(t)
		for calls := 0; ; calls++ {
			err := read(release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock }))
			if err == nil {
				break
			}
			if !errors.Is(err, errFire) {
				t.Fatalf("%s with %d calls that succeed: %v", name, calls, err)
			}
		}
	}
}
