package release_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// M9: what was installed at any past instant is what a replay of the events up
// to it leaves, in whatever order the facts are kept.
func TestAsOfEqualsReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var facts []release.Installation
		for i := range rapid.IntRange(0, 40).Draw(t, "facts") {
			facts = append(facts, release.Installation{
				ID: int64(i + 1), Environment: rapid.SampledFrom([]release.EnvironmentID{"sit-a", "uit"}).Draw(t, "environment"),
				System:  rapid.SampledFrom([]release.SystemID{"helix", "smart", "dip"}).Draw(t, "system"),
				Version: release.Version{Major: rapid.IntRange(0, 3).Draw(t, "major")},
				At:      monday.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "hour")) * time.Hour),
			})
		}
		at := monday.Add(time.Duration(rapid.IntRange(-1, 21).Draw(t, "at")) * time.Hour)

		inOrder := slices.Clone(facts)
		slices.SortStableFunc(inOrder, func(a, b release.Installation) int { return a.At.Compare(b.At) })
		replayed := map[string]release.Version{}
		for _, x := range inOrder {
			if x.At.After(at) {
				break
			}
			replayed[string(x.Environment)+" "+string(x.System)] = x.Version
		}
		for key, v := range replayed {
			if v.IsZero() {
				delete(replayed, key)
			}
		}

		rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "order"))).Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		got := map[string]release.Version{}
		for _, x := range release.InstalledAt(facts, at) {
			got[string(x.Environment)+" "+string(x.System)] = x.Version
		}
		if diff := cmp.Diff(replayed, got); diff != "" {
			t.Fatalf("at %s (-replay +as of):\n%s", at, diff)
		}
	})
}

// M9, R57: the Desk tells what was where at an instant of the past, a fact that
// was told late among it, and a correction overrules what was told before.
func TestWhatWasWhereWhen(t *testing.T) {
	b := newBoard(t)
	tell := func(text string, at time.Time) {
		t.Helper()
		r := release.InstallationReport{Environment: "sit-a", System: "helix", At: at}
		if text != "" {
			r.Version = version(t, text)
		}
		_, err := b.desk.RecordInstallation(t.Context(), b.as("env"), r)
		b.must(err)
	}
	hour := func(n int) time.Time { return monday.Add(time.Duration(n) * time.Hour) }
	b.clock = hour(10)
	tell("1.0.0.0", hour(1))
	tell("1.2.0.0", time.Time{}) // now
	tell("1.1.0.0", hour(5))     // told late
	tell("1.1.1.0", hour(5))     // and corrected
	b.clock = hour(12)
	tell("", time.Time{}) // taken out
	for at, want := range map[int]string{0: "", 1: "1.0.0.0", 4: "1.0.0.0", 5: "1.1.1.0", 9: "1.1.1.0", 10: "1.2.0.0", 11: "1.2.0.0", 12: ""} {
		v, err := b.desk.EnvironmentAt(t.Context(), "sup-rep", "sit-a", hour(at))
		b.must(err)
		got := ""
		for _, x := range v.Installed {
			got += x.Version.String()
		}
		if got != want {
			t.Errorf("at hour %d: %q; want %q", at, got, want)
		}
	}
	past, err := b.desk.EnvironmentHistory(t.Context(), "sit-a", "", 3)
	b.must(err)
	if n := len(past.Installations); n != 3 || !past.Installations[0].Version.IsZero() {
		t.Errorf("history: %v", past.Installations)
	}
}

// R48: the digest says the same of the same configuration, and drift is every
// difference from it.
func TestBaselineAndDrift(t *testing.T) {
	b := newBoard(t)
	record := func(system release.SystemID, v string) {
		t.Helper()
		_, err := b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{Environment: "sit-a", System: system, Version: version(t, v)})
		b.must(err)
	}
	_, err := b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", nil, "Before CIT", 0)
	refused(t, err, release.CodeState)
	record("helix", "1.0.0.0")
	record("smart", "2.0.0.0")
	items, err := release.ParseConfiguration(" schema = 14 \n\nData set=MPANs of March\n")
	b.must(err)
	first, err := b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", items, "Before CIT", 2)
	b.must(err)
	now := func() release.EnvironmentView {
		v, err := b.desk.EnvironmentAt(t.Context(), "env", "sit-a", time.Time{})
		b.must(err)
		return v
	}
	if v := now(); len(v.Drift()) > 0 || v.Baseline.Digest() != first.Digest() {
		t.Errorf("drift right after: %v", v.Drift())
	}
	b.clock = b.clock.Add(time.Hour)
	record("helix", "1.1.0.0")
	_, err = b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{Environment: "sit-a", System: "smart"})
	b.must(err)
	want := []release.Drift{
		{System: "helix", Fixed: version(t, "1.0.0.0"), Installed: version(t, "1.1.0.0")}, {System: "smart", Fixed: version(t, "2.0.0.0")},
	}
	if diff := cmp.Diff(want, now().Drift()); diff != "" {
		t.Errorf("drift (-want +got):\n%s", diff)
	}
	_, err = b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", items, "Again", 2)
	if r := refused(t, err, release.CodeStale); !strings.Contains(r.Why, "Helix 1.1.0.0") {
		t.Errorf("what changed is not told: %v", r)
	}
	second, err := b.desk.FixBaseline(t.Context(), b.as("env"), "sit-a", items, "Again", 0)
	b.must(err)
	if second.Digest() == first.Digest() || len(now().Drift()) > 0 {
		t.Errorf("the second baseline: %v, drift %v", second, now().Drift())
	}
}

func FuzzParseConfiguration(f *testing.F) {
	f.Add("a = 1\nb = 2")
	f.Add("=\n==\nA=1\na=2")
	f.Add(strings.Repeat("x", 61) + "=1")
	f.Fuzz(func(t *testing.T, text string) {
		items, err := release.ParseConfiguration(text)
		if err != nil {
			refused(t, err, release.CodeInvalid)
			return
		}
		var lines []string
		for _, x := range items {
			lines = append(lines, x.Name+" = "+x.Value)
		}
		again, err := release.ParseConfiguration(strings.Join(lines, "\n"))
		if diff := cmp.Diff(items, again); err != nil || diff != "" || len(items) > release.MaxConfiguration {
			t.Errorf("read again: %v\n%s", err, diff)
		}
	})
}

func TestParsePast(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 9, 30, 0, 0, london)
	for text, want := range map[string]string{
		"": "0001-01-01T00:00:00Z", "now": "2026-11-23T09:30:00Z", "9:15": "2026-11-23T09:15:00Z", "12:00": "2026-11-22T12:00:00Z",
		"Yesterday 12:00": "2026-11-22T12:00:00Z", "2026-10-01  12:00": "2026-10-01T11:00:00Z", "2026-10-25 01:30": "2026-10-25T00:30:00Z",
		"2026-03-29 01:30": "refused", "2026-11-24 09:00": "refused", "yesterday": "refused", "tomorrow 10:00": "refused", "2026-10-01": "refused",
	} {
		at, err := release.ParsePast(text, now, london)
		got := at.Format(time.RFC3339)
		if err != nil {
			refused(t, err, release.CodeInvalid)
			got = "refused"
		}
		if got != want {
			t.Errorf("%q is %s; want %s", text, got, want)
		}
	}
}

func FuzzParsePast(f *testing.F) {
	f.Add("yesterday 12:00")
	f.Add("2026-10-01 12:00")
	f.Fuzz(func(t *testing.T, text string) {
		at, err := release.ParsePast(text, monday, time.UTC)
		if err != nil {
			refused(t, err, release.CodeInvalid)
		} else if at.After(monday) {
			t.Error(fmt.Sprint(at, " is still to come"))
		}
	})
}
