package reports

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// Every filter narrows every list, by what its rows are about: the warehouse has REL-7, a
// minor release of the DIP, and RFC-12 and RFC-13, minor changes of the load shaping that
// belong to no release. What is about none of them is in no narrowed list.
func TestExportFiltersNarrowEveryList(t *testing.T) {
	filters := []ExportFilter{
		{}, {System: "dip"}, {System: "load-shaping"}, {System: "smrs"}, {Party: "elexon"}, {Party: "stclements"}, {Type: release.Minor}, {Type: release.Emergency},
		{Release: 7}, {Release: 8}, {State: release.Go}, {Open: true}, {Subject: "rfc/12"}, {System: "load-shaping", Subject: "rfc/11"},
	}
	want := map[string][]int{
		"releases":       {1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0},
		"items":          {1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0},
		"rfcs":           {2, 0, 2, 0, 2, 0, 2, 0, 0, 0, 1, 2, 2, 2},
		"risks":          {2, 0, 2, 0, 2, 0, 2, 0, 0, 0, 1, 2, 2, 2},
		"ballots":        {1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1},
		"votes":          {1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1},
		"actions":        {2, 2, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0},
		"debts":          {3, 1, 0, 0, 0, 0, 1, 0, 3, 0, 0, 2, 3, 0},
		"lessons":        {1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0},
		"communications": {2, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 2, 0},
		"versions":       {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0},
		"ledger":         {2, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 2, 1, 0},
	}
	for _, e := range Exports() {
		var got []int
		for _, f := range filters {
			w := &warehouse{registry: registry{board()}, actions: 2}
			table, err := csv.NewReader(bytes.NewReader(exported(t, w, e, ExportOptions{Format: ExportCSV, Filter: f}))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, len(table)-1)
		}
		if d := cmp.Diff(want[e.Name], got); d != "" {
			t.Errorf("%s (-want +got):\n%s", e.Name, d)
		}
	}
}

// What a list is about is read before it, and a fault there is no empty list.
func TestExportFaultOfAFilter(t *testing.T) {
	for _, e := range Exports() {
		w := &warehouse{registry: registry{board()}, actions: 2, fault: errors.New("the database went away")}
		for _, f := range []ExportFilter{{System: "dip"}, {Type: release.Minor}, {Subject: "rfc/12"}} {
			if err := e.Write(t.Context(), io.Discard, w, ExportOptions{Format: ExportCSV, Filter: f, Now: monday}); !errors.Is(err, w.fault) {
				t.Errorf("%s: %v", e.Name, err)
			}
		}
	}
}
