package release_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// environmentActs are the acts on environments, each of which env may do; the
// booking that is cancelled is booking 1.
func environmentActs() []verb {
	return []verb{
		{"record", func(b *board, in release.Intent) error {
			return second(b.desk.RecordInstallation(b.Context(), in, release.InstallationReport{
				Environment: "sit-a", System: "helix", Version: release.Version{Major: 1, Minor: 1}, Note: "By hand",
			}))
		}},
		{"report a status", func(b *board, in release.Intent) error {
			return second(b.desk.SetStatus(b.Context(), in, "sit-a", "helix", release.SystemDown, "No disk left"))
		}},
		{"fix a baseline", func(b *board, in release.Intent) error {
			return second(b.desk.FixBaseline(b.Context(), in, "sit-a", nil, "Before CIT", 0))
		}},
		{"freeze", func(b *board, in release.Intent) error {
			return second(b.desk.Book(b.Context(), in, release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(90, 97), Why: "Audit"}))
		}},
		{"cancel", func(b *board, in release.Intent) error {
			return second(b.desk.CancelBooking(b.Context(), in, 1, "The audit is over"))
		}},
	}
}

// occupied is a landscape in which every act can be done.
func occupied(t tester) *board {
	t.Helper()
	b := newLandscape(t)
	b.raise(content()) // hours 96 to 98 in SIT A
	b.must(second(b.desk.RecordInstallation(b.Context(), b.as("env"), release.InstallationReport{
		Environment: "sit-a", System: "helix", Version: release.Version{Major: 1},
	})))
	b.must(second(b.book("env", release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(95, 96), Why: "Audit"})))
	return b
}

// T31, T23, T30: strangers and those without the right change nothing, nor does
// a replay, nor an act of which any part fails; one that is done leaves its line.
func TestEnvironmentActs(t *testing.T) {
	for _, v := range environmentActs() {
		t.Run(v.name, func(t *testing.T) {
			b := occupied(t)
			before := b.store.snapshot()
			for who, code := range map[release.PersonID]release.Code{
				"stranger": release.CodeUnknownPerson, "gone": release.CodeUnknownPerson, "sup-rep": release.CodeForbidden, "dcc-rm": release.CodeForbidden,
			} {
				refused(t, v.do(b, b.as(who)), code)
			}
			for calls := 0; ; calls++ {
				if diff := cmp.Diff(before, b.store.snapshot()); diff != "" {
					t.Fatalf("before call %d something was changed:\n%s", calls, diff)
				}
				faulty := *b
				faulty.desk = release.NewDesk(&failing{memory: b.store, calls: calls}, func() time.Time { return b.clock })
				in := release.Intent{Key: "the-act", By: "env"}
				err := v.do(&faulty, in)
				if err == nil {
					break
				}
				if !errors.Is(err, errFire) {
					t.Fatalf("with %d calls that succeed: %v", calls, err)
				}
			}
			if n := len(b.kinds(before)); n != 1 {
				t.Errorf("the ledger has %d new lines", n)
			}
			done := b.store.snapshot()
			r, ok := release.AsRefusal(v.do(b, release.Intent{Key: "the-act", By: "env"}))
			if !ok || (r.Code != release.CodeHandled && v.name == "freeze") {
				t.Errorf("a replay: %v", r)
			}
			if diff := cmp.Diff(done, b.store.snapshot()); diff != "" {
				t.Errorf("a replay changed something:\n%s", diff)
			}
		})
	}
}

// Whatever read of the environments fails, it fails with that fault.
func TestEnvironmentReadsFail(t *testing.T) {
	for name, read := range map[string]func(d *release.Desk) error{
		"one":     func(d *release.Desk) error { return second(d.EnvironmentAt(t.Context(), "env", "sit-a", time.Time{})) },
		"all":     func(d *release.Desk) error { return second(d.EnvironmentsNow(t.Context())) },
		"history": func(d *release.Desk) error { return second(d.EnvironmentHistory(t.Context(), "sit-a", "", 5)) },
	} {
		b := occupied(t)
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

// Who may say what is installed and how a system does: the programme's
// environment managers for all, the provider for its own; a party that does not
// share an environment has no system there (R26).
func TestEnvironmentRights(t *testing.T) {
	b := occupied(t)
	for _, test := range []struct {
		who         release.PersonID
		system      release.SystemID
		environment release.EnvironmentID
		record      release.Code
		report      release.Code
	}{
		{"env", "helix", "uit", "", ""}, {"env", "smart", "uit", "", ""}, {"ex-rm", "helix", "uit", "", ""}, {"ex-dev", "helix", "uit", release.CodeForbidden, ""},
		{"ex-rm", "smart", "uit", release.CodeForbidden, release.CodeForbidden}, {"rm", "helix", "uit", release.CodeForbidden, release.CodeForbidden},
		{"env", "old", "uit", release.CodeNotFound, release.CodeNotFound}, {"env", "helix", "sit-z", release.CodeNotFound, release.CodeNotFound},
		{"env", "smart", "sit-b", release.CodeInvalid, release.CodeInvalid}, {"env", "helix", "sit-b", "", ""},
	} {
		b.clock = b.clock.Add(time.Hour)
		minutes := int(b.clock.Sub(monday) / time.Hour)
		_, err := b.desk.RecordInstallation(t.Context(), b.as(test.who), release.InstallationReport{
			Environment: test.environment, System: test.system, Version: release.Version{Major: 2, Patch: minutes},
		})
		_, errStatus := b.desk.SetStatus(t.Context(), b.as(test.who), test.environment, test.system, release.SystemDegraded, "Slow, case "+b.clock.String())
		for i, err := range []error{err, errStatus} {
			if code := []release.Code{test.record, test.report}[i]; code == "" {
				b.must(err)
			} else {
				refused(t, err, code)
			}
		}
	}
}

// What makes no sense is refused with what to write instead.
func TestEnvironmentMistakes(t *testing.T) {
	b := occupied(t)
	record := func(change func(r *release.InstallationReport)) error {
		r := release.InstallationReport{Environment: "sit-a", System: "helix", Version: release.Version{Major: 3}}
		change(&r)
		return second(b.desk.RecordInstallation(t.Context(), b.as("env"), r))
	}
	for name, err := range map[string]error{
		"to come":  record(func(r *release.InstallationReport) { r.At = b.clock.Add(time.Minute) }),
		"ages ago": record(func(r *release.InstallationReport) { r.At = b.clock.AddDate(-6, 0, 0) }),
		"as it is": record(func(r *release.InstallationReport) { r.Version = release.Version{Major: 1} }),
		"a build":  record(func(r *release.InstallationReport) { r.Build = "b\x00" }),
		"a note":   record(func(r *release.InstallationReport) { r.Note = "\u202E" }),
		"never in": record(func(r *release.InstallationReport) { r.System, r.Version = "smart", release.Version{} }),
		"status":   second(b.desk.SetStatus(t.Context(), b.as("env"), "sit-a", "helix", "broken", "So.")),
		"no why":   second(b.desk.SetStatus(t.Context(), b.as("env"), "sit-a", "helix", release.SystemDown, " ")),
		"the same": second(b.desk.SetStatus(t.Context(), b.as("env"), "sit-a", "helix", release.SystemAvailable, "")),
		"baseline": second(b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", nil, "", 0)),
	} {
		t.Log(name)
		refused(t, err, release.CodeInvalid)
	}
}

// R112: every environment with what is there now, in the order of the file.
func TestEnvironmentsNow(t *testing.T) {
	b := occupied(t)
	b.must(second(b.desk.SetStatus(t.Context(), b.as("ex-dev"), "sit-a", "helix", release.SystemDown, "No disk left")))
	all, err := b.desk.EnvironmentsNow(t.Context())
	b.must(err)
	var names []string
	for _, v := range all {
		names = append(names, string(v.Environment.ID))
		if v.Environment.ID == "sit-a" && (len(v.Installed) != 1 || len(v.Ailing()) != 1 || len(v.Bookings) != 1 || len(v.Running()) != 0) {
			t.Errorf("SIT A: %+v", v)
		}
	}
	if diff := cmp.Diff([]string{"staging", "sit-a", "sit-b", "uit"}, names); diff != "" {
		t.Errorf("environments (-want +got):\n%s", diff)
	}
}
