package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

// installation is a fact with every field set.
func installation(environment release.EnvironmentID, system release.SystemID, hour int, v release.Version) release.Installation {
	return release.Installation{
		Environment: environment, System: system, Version: v, Build: "4711", Release: 3, At: noon.Add(time.Duration(hour) * time.Hour),
		RecordedAt: noon.Add(50 * time.Hour), By: "ann", Note: hostile[4],
	}
}

// testEnvironment shows that what was installed at an instant is what a replay
// of the facts leaves, however they were told (M9).
func testEnvironment(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	v := func(major int) release.Version {
		return release.Version{Major: major, Minor: 10, Patch: 2, Emergency: 1}
	}
	facts := []release.Installation{
		installation("sit-a", "helix", 1, v(1)), installation("sit-a", "helix", 6, v(3)), installation("sit-a", "helix", 3, v(2)), // told late
		installation("sit-a", "smart", 2, v(1)), installation("sit-a", "smart", 4, release.Version{}), // taken out
		installation("uit", "helix", 2, v(1)), installation("uit", "helix", 2, v(2)), // corrected
	}
	for i := range facts {
		d.do(func(tx release.Tx) error {
			return errors.Join(tx.LockEnvironment(facts[i].Environment), tx.AddInstallation(&facts[i]))
		})
	}
	for hour := range 8 {
		at := noon.Add(time.Duration(hour) * time.Hour)
		for _, environment := range []release.EnvironmentID{"", "sit-a", "uit", "nowhere"} {
			want := slices.DeleteFunc(release.InstalledAt(facts, at), func(x release.Installation) bool {
				return environment != "" && x.Environment != environment
			})
			d.do(func(tx release.Tx) error {
				got, err := tx.InstalledAt(environment, at)
				same(t, "installed in "+string(environment)+" at "+at.String(), append([]release.Installation{}, want...), got)
				return err
			})
		}
	}
	for _, one := range []struct {
		f    release.FactFilter
		want []int
	}{
		{release.FactFilter{}, []int{1, 4, 2, 6, 5, 3, 0}},
		{release.FactFilter{Limit: 2}, []int{1, 4}},
		{release.FactFilter{Environment: "sit-a", System: "helix"}, []int{1, 2, 0}},
		{release.FactFilter{System: "helix", Version: v(2)}, []int{2, 6}},
		{release.FactFilter{From: facts[3].At, To: facts[4].At}, []int{2, 6, 5, 3}},
		{release.FactFilter{From: facts[4].At, Limit: 1, Oldest: true}, []int{4}},
		{release.FactFilter{Environment: "sit-a", To: facts[2].At, Oldest: true}, []int{0, 3}},
		{release.FactFilter{Environment: "nowhere"}, nil},
	} {
		want := []release.Installation{}
		for _, i := range one.want {
			want = append(want, facts[i])
		}
		d.do(func(tx release.Tx) error {
			got, err := tx.Installations(one.f)
			same(t, "facts", want, got)
			return err
		})
	}
}

func testSystemStatus(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	report := func(environment release.EnvironmentID, system release.SystemID, s release.SystemStatus, hour int) release.StatusReport {
		return release.StatusReport{
			Environment: environment, System: system, Status: s, Reason: hostile[1], At: noon.Add(time.Duration(hour) * time.Hour), By: "ann",
		}
	}
	all := []release.StatusReport{
		report("sit-a", "helix", release.SystemDown, 1), report("sit-a", "smart", release.SystemDegraded, 1),
		report("sit-a", "helix", release.SystemAvailable, 3), report("uit", "helix", release.SystemInWindow, 2),
	}
	for i := range all {
		d.do(func(tx release.Tx) error { return tx.AddStatus(&all[i]) })
	}
	at := func(environment release.EnvironmentID, hour int, want ...int) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.StatusesAt(environment, noon.Add(time.Duration(hour)*time.Hour))
			wanted := []release.StatusReport{}
			for _, i := range want {
				wanted = append(wanted, all[i])
			}
			same(t, "statuses", wanted, got)
			return err
		})
	}
	at("", 0)
	at("", 2, 0, 1, 3)
	at("sit-a", 2, 0, 1)
	at("sit-a", 3, 2, 1)
	at("uit", 1)
	d.do(func(tx release.Tx) error {
		got, err := tx.Statuses(release.FactFilter{Environment: "sit-a", Limit: 2})
		same(t, "reports", []release.StatusReport{all[2], all[1]}, got)
		return err
	})
}

func testBaseline(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	first := release.Baseline{
		Environment: "sit-a", Versions: []release.BaselineVersion{{System: "helix", Version: release.Version{Major: 1}}},
		Items: []release.ConfigurationItem{{Name: "schema", Value: "14 <&> \"so\""}}, Note: hostile[6], At: noon, By: "ann",
	}
	second, other := first, first
	second.Items, second.At = []release.ConfigurationItem{}, noon.Add(time.Hour)
	other.Environment, other.Versions = "uit", []release.BaselineVersion{}
	for _, b := range []*release.Baseline{&first, &second, &other} {
		d.do(func(tx release.Tx) error { return tx.AddBaseline(b) })
	}
	for _, one := range []struct {
		environment release.EnvironmentID
		at          time.Time
		want        []release.Baseline
	}{
		{"", noon.Add(-time.Microsecond), []release.Baseline{}}, {"", noon, []release.Baseline{first, other}},
		{"sit-a", noon.Add(time.Hour), []release.Baseline{second}}, {"", noon.Add(2 * time.Hour), []release.Baseline{second, other}},
		{"nowhere", noon, []release.Baseline{}},
	} {
		d.do(func(tx release.Tx) error {
			got, err := tx.BaselinesAt(one.environment, one.at)
			same(t, "baselines", one.want, got)
			return err
		})
	}
	d.do(func(tx release.Tx) error {
		got, err := tx.Baselines(release.FactFilter{Environment: "sit-a", System: "helix"})
		same(t, "baselines told", []release.Baseline{second, first}, got)
		return err
	})
}
