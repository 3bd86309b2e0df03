package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// R19, R95, T27: how often a party needed emergencies, to its patches; what the
// board rejected counts for whoever asked for it.
func TestEmergencyRates(t *testing.T) {
	p := programme()
	since := monday.AddDate(-1, 0, 0)
	number := 0
	made := func(system release.SystemID, kind release.ReleaseType, by release.PersonID, severity release.Severity) release.Release {
		number++
		c := planned(kind)
		c.System = system
		c.Items[0].Severity = severity
		return release.Release{Number: number, Content: c, CreatedBy: by, CreatedAt: monday, Stage: release.Planning}
	}
	old := made("helix", release.Emergency, "ex-rm", release.Blocking)
	old.CreatedAt = since.Add(-time.Second)
	gone := made("helix", release.Emergency, "rm", release.Blocking)
	gone.Stage = release.Abandoned
	rates := release.EmergencyRates(&p, []release.Release{
		old, gone, made("helix", release.Emergency, "ex-rm", release.Medium), made("helix", release.Emergency, "ex-rm", release.Blocking),
		made("helix", release.Patch, "ex-rm", release.Low), made("smart", release.Patch, "dcc-rm", release.Low),
		made("smart", release.Minor, "dcc-rm", release.Low),
	}, []int{2}, since)
	want := []release.EmergencyRate{
		{Party: "elexon", Emergencies: 2, Patches: 1, Unjustified: 1}, {Party: "si", Rejected: 1}, {Party: "dcc", Patches: 1},
	}
	if diff := cmp.Diff(want, rates); diff != "" {
		t.Errorf("rates (-want +got):\n%s", diff)
	}
	words := []string{
		"2 emergencies to 1 patch in 12 months; 1 without a critical defect after all",
		"0 emergencies to 0 patches in 12 months; 1 asked for and rejected", "0 emergencies to 1 patch in 12 months",
	}
	for i, r := range rates {
		if r.String() != words[i] || r.Often() != (i == 0) {
			t.Errorf("%q, often %v; want %q", r, r.Often(), words[i])
		}
	}
}

// T27: a defect that is judged less severe later flags its emergency, deployed or
// not, and counts in the rate; an emergency that mends nothing urgent gets no RFC.
func TestADefectJudgedAnewFlagsItsEmergency(t *testing.T) {
	b := newIndebted(t)
	e := b.deployed(urgent())
	try := func(by release.PersonID, number int, defect string, to release.Severity) error {
		_, err := b.desk.Regrade(t.Context(), b.as(by), number, defect, to)
		return err
	}
	refused(t, try("ex-rm", e.Number, "DEF-1187", release.Low), release.CodeForbidden)
	refused(t, try("defect", e.Number, "DEF-1", release.Low), release.CodeNotFound)
	refused(t, try("defect", e.Number, "DEF-1187", "mild"), release.CodeInvalid)
	refused(t, try("defect", e.Number, "DEF-1187", release.Blocking), release.CodeState)
	b.must(try("defect", e.Number, "def-1187", release.Medium))
	s, err := b.desk.Arrears(t.Context())
	b.must(err)
	if len(s.Flagged) != 1 || s.Flagged[0].Number != e.Number || s.Rates[0].Unjustified != 1 || len(s.Debts) != 2 {
		t.Errorf("arrears %+v", s)
	}
	next := b.create(release.ReleaseContent{
		System: "helix", Type: release.Emergency, Purpose: "Again.", Owner: "ex-rm", Base: e.Version, Targets: later(release.Patch).Targets,
		Items: []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-3", Title: "Stops", Severity: release.Critical}},
	})
	b.must(try("rm", next.Number, "DEF-3", release.High))
	c := rfcFor(next)
	c.Window = later(release.Patch).Targets[0].Window
	_, err = b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, c)
	if r := refused(t, err, release.CodeInvalid); len(r.Fields) != 1 || r.Fields[0].Field != release.FieldType {
		t.Errorf("refused with %+v", r)
	}
}

// M6, R95: what the board rejected is known for the rate.
func TestARejectedEmergencyIsCounted(t *testing.T) {
	b := newIndebted(t)
	r := b.prepared(urgent())
	b.next(r.Number, "rm")
	b.everybody(b.poll(r.RFC).ID, release.VoteNoGo, "Bad planning.")
	b.pass(31 * time.Minute)
	s, err := b.desk.Arrears(t.Context())
	b.must(err)
	if len(s.Rates) == 0 || s.Rates[0].Party != "elexon" || s.Rates[0].Rejected != 1 {
		t.Errorf("rates %+v", s.Rates)
	}
}
