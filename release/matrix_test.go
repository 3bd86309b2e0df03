package release_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

var midday = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func matrixProgramme() *release.Programme {
	return &release.Programme{
		Name: "Sample", Zone: "Europe/London", Parties: []release.Party{{ID: "ex"}, {ID: "hub"}},
		Systems: []release.System{{ID: "helix", Name: "Helix", Party: "ex"}, {ID: "dip", Name: "DIP", Party: "hub"}, {ID: "old", Name: "Old", Retired: true}},
		Environments: []release.Environment{
			{ID: "staging", Name: "Staging"}, {ID: "sit-a", Name: "SIT A", After: []release.Predecessor{{Environment: "staging", Optional: true}}},
			{ID: "uit", Name: "UIT", Parties: []release.PartyID{"ex"}, After: []release.Predecessor{{Environment: "staging", Optional: true}, {Environment: "sit-a"}}},
		},
	}
}

// The matrix as of an instant is what a replay of everything told up to it leaves,
// in whatever order it was told; and no two instants between changes differ (M9).
func TestMatrixEqualsReplay(t *testing.T) {
	p := matrixProgramme()
	rapid.Check(t, func(t *rapid.T) {
		var facts []release.Installation
		for i := range rapid.IntRange(0, 30).Draw(t, "facts") {
			facts = append(facts, release.Installation{
				ID: int64(i + 1), Environment: rapid.SampledFrom([]release.EnvironmentID{"staging", "sit-a", "uit"}).Draw(t, "environment"),
				System:  rapid.SampledFrom([]release.SystemID{"helix", "dip"}).Draw(t, "system"),
				Version: release.Version{Major: rapid.IntRange(0, 3).Draw(t, "major")}, At: midday.Add(time.Duration(rapid.IntRange(0, 12).Draw(t, "hour")) * time.Hour),
			})
		}
		at := midday.Add(time.Duration(rapid.IntRange(-1, 13).Draw(t, "at")) * time.Hour)
		type place struct {
			e release.EnvironmentID
			s release.SystemID
		}
		replayed := map[place]release.Version{}
		told := slices.Clone(facts)
		slices.SortStableFunc(told, func(a, b release.Installation) int { return a.At.Compare(b.At) })
		for _, x := range told {
			if !x.At.After(at) {
				replayed[place{x.Environment, x.System}] = x.Version
			}
		}
		m := release.FoldMatrix(p, release.MatrixFacts{Installed: release.InstalledAt(facts, at)}, at, time.Time{})
		for _, row := range m.Rows {
			for _, c := range row.Cells {
				if want := replayed[place{c.Environment, row.System.ID}]; c.Installed.Version != want {
					t.Fatalf("%s in %s at %s: %s, a replay leaves %s", row.System.ID, c.Environment, at, c.Installed.Version, want)
				}
			}
		}
	})
}

// A version is compared with the first environment before that has the system;
// what was never where it must have been stands alone (R28).
func TestPathSteps(t *testing.T) {
	v := func(major int) release.Version { return release.Version{Major: major} }
	for name, one := range map[string]struct {
		staging, sit, uit int
		want              []release.PathStep // of SIT A and UIT
	}{
		"nothing":                       {0, 0, 0, []release.PathStep{"", ""}},
		"the usual way":                 {3, 2, 2, []release.PathStep{release.StepBehind, release.StepBehind}},
		"everything the same":           {2, 2, 2, []release.PathStep{release.StepSame, release.StepSame}},
		"optional ones may be left out": {0, 2, 2, []release.PathStep{release.StepNone, release.StepSame}},
		"ahead":                         {1, 2, 3, []release.PathStep{release.StepAhead, release.StepAhead}},
		"never tried":                   {0, 0, 3, []release.PathStep{release.StepNone, release.StepAlone}},
	} {
		t.Run(name, func(t *testing.T) {
			var installed []release.Installation
			for e, n := range map[release.EnvironmentID]int{"staging": one.staging, "sit-a": one.sit, "uit": one.uit} {
				if n > 0 {
					installed = append(installed, release.Installation{Environment: e, System: "helix", Version: v(n)})
				}
			}
			m := release.FoldMatrix(matrixProgramme(), release.MatrixFacts{Installed: installed}, midday, time.Time{})
			got := []release.PathStep{m.Rows[0].Cells[1].Step, m.Rows[0].Cells[2].Step}
			if diff := cmp.Diff(one.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is retired is shown while it is or was somewhere; who has no part in an
// environment is told apart from what is missing; doubts lie where they belong.
func TestMatrixShowsWhatIs(t *testing.T) {
	p := matrixProgramme()
	p.Environments[0].Retired = true
	f := release.MatrixFacts{
		Was:    []release.Installation{{Environment: "staging", System: "old", Version: release.Version{Major: 1}}},
		Doubts: []release.ConfigurationIssue{{ID: 1, Environment: "uit", System: "helix"}, {ID: 2, Environment: "uit", System: "helix"}},
	}
	m := release.FoldMatrix(p, f, midday, midday.Add(-time.Hour))
	if len(m.Environments) != 3 || len(m.Rows) != 3 || m.Rows[2].Cells[0].Change() != release.CellGone {
		t.Errorf("what went is not shown: %+v", m.Rows)
	}
	if m.Rows[1].Cells[2].Shared || !m.Rows[0].Cells[2].Shared || len(m.Rows[0].Cells[2].Doubts) != 2 {
		t.Errorf("UIT: %+v %+v", m.Rows[0].Cells[2], m.Rows[1].Cells[2])
	}
	if m = release.FoldMatrix(p, release.MatrixFacts{}, midday, time.Time{}); len(m.Environments) != 2 || len(m.Rows) != 2 {
		t.Errorf("what is retired stays: %v", m.Rows)
	}
}

// Every change of a cell has its word (M9).
func TestCellChange(t *testing.T) {
	x := func(major int, build string) release.Installation {
		return release.Installation{Version: release.Version{Major: major}, Build: build}
	}
	for want, c := range map[release.CellChange]release.MatrixCell{
		release.CellSame:    {Installed: x(1, "a"), Was: x(1, "a")},
		release.CellArrived: {Installed: x(1, "a")},
		release.CellRaised:  {Installed: x(2, "a"), Was: x(1, "a")},
		release.CellLowered: {Installed: x(1, "b"), Was: x(2, "a")},
		release.CellRebuilt: {Installed: x(1, "b"), Was: x(1, "a")},
		release.CellGone:    {Was: x(1, "a")},
	} {
		if got := c.Change(); got != want {
			t.Errorf("%+v: %q, want %q", c, got, want)
		}
	}
}
