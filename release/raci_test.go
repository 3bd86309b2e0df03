package release_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// R113 to R125: who stands in which column, and with which letters (DESIGN rule 10).
func TestRightsFollowTheTable(t *testing.T) {
	p := programme()
	give(&p, "dcc-dev", release.Representative, "dcc")
	p.People = append(p.People,
		person("builder", release.BuildManager, "elexon"), person("deployer", release.DeploymentTeam, "si"),
		person("tdm", release.TestDefectManager, "supplier"), person("stray", release.ReleaseManager, "nowhere"))
	tests := []struct {
		who                         release.PersonID
		columns                     string
		approval, gonogo            release.Letters
		mayApprove, mayOpen, onlyIn bool // onlyIn: only informed of approval
	}{
		{"rm", "rm", "R,A", "R,A", true, true, false},
		{"env", "env", "C", "C", false, false, false},
		{"test", "test", "C", "C", false, false, false},
		{"defect", "defect", "C", "C", false, false, false},
		{"ex-rm", "csp", "I", "R,C", false, true, true},
		{"ex-dev", "dev csp", "C,I", "C,R", false, true, false},
		{"builder", "dev csp", "C,I", "C,R", false, true, false},
		{"deployer", "devops", "", "", false, false, true},
		{"ex-rep", "csp", "I", "R,C", false, true, true},
		{"sup-rep", "tp", "I", "I", false, false, true},
		{"tdm", "tp", "I", "I", false, false, true},
		{"pmo", "", "", "", false, false, true},
		{"stray", "", "", "", false, false, true},
	}
	for _, test := range tests {
		t.Run(string(test.who), func(t *testing.T) {
			x, _ := p.Person(test.who)
			if got := strings.Join(texts(p.ColumnsOf(x)), " "); got != test.columns {
				t.Errorf("columns %q; want %q", got, test.columns)
			}
			if got := p.Letters(x, release.RFCApproval); got != test.approval {
				t.Errorf("letters for approval %q; want %q", got, test.approval)
			}
			if got := p.Letters(x, release.DeploymentGNG); got != test.gonogo {
				t.Errorf("letters for Go/No-Go %q; want %q", got, test.gonogo)
			}
			if got := p.MayAct(x, release.RFCApproval); got != test.mayApprove {
				t.Errorf("may act on approval %v; want %v", got, test.mayApprove)
			}
			if got := p.MayAct(x, release.DeploymentGNG); got != test.mayOpen {
				t.Errorf("may act on Go/No-Go %v; want %v", got, test.mayOpen)
			}
			if got := p.OnlyInformed(x, release.RFCApproval); got != test.onlyIn {
				t.Errorf("only informed %v; want %v", got, test.onlyIn)
			}
			if p.MayAct(x, release.Rollback) {
				t.Error("may act on a row that the table does not have: not denied by default")
			}
			x.Retired = true
			if p.MayAct(x, release.RFCApproval) || p.MayAct(x, release.DeploymentGNG) {
				t.Error("a retired person may still act")
			}
		})
	}
}

func TestAccountable(t *testing.T) {
	p := programme()
	p.People = append(p.People, person("rm2", release.ReleaseManager, "sro"))
	ids := func() []release.PersonID {
		var all []release.PersonID
		for _, x := range p.Accountable(release.RFCApproval) {
			all = append(all, x.ID)
		}
		return all
	}
	if diff := cmp.Diff([]release.PersonID{"rm", "rm2"}, ids()); diff != "" {
		t.Errorf("accountable (-want +got):\n%s", diff)
	}
	retire(&p, "rm")
	if diff := cmp.Diff([]release.PersonID{"rm2"}, ids()); diff != "" {
		t.Errorf("accountable without the retired (-want +got):\n%s", diff)
	}
}

func TestTheTableIsWhole(t *testing.T) {
	if got := len(release.Activities()); got != 13 {
		t.Errorf("%d activities; R113 to R125 are 13", got)
	}
	if got := len(release.Columns()); got != 8 {
		t.Errorf("%d columns; the table has 8", got)
	}
	if l := release.Letters("R,A"); !l.Has("R") || !l.Has("A") || l.Has("C") || l.Has("R,A") {
		t.Error("a cell's letters are read wrongly")
	}
}

// R46, R10: raisers of the programme for every system, of a provider for its own.
func TestMayRaise(t *testing.T) {
	p := programme()
	p.People = append(p.People, person("sup-rm", release.ReleaseManager, "supplier"))
	tests := []struct {
		who                release.PersonID
		helix, smart, some bool
	}{{"rm", true, true, true}, {"ex-rm", true, false, true}, {"dcc-rm", false, true, true}, {"env", false, false, false}, {"ex-dev", false, false, false}, {"sup-rm", false, false, false}}
	for _, test := range tests {
		x, _ := p.Person(test.who)
		if p.MayRaise(x, "helix") != test.helix || p.MayRaise(x, "smart") != test.smart || p.MayRaiseAny(x) != test.some || p.MayRaise(x, "hal") {
			t.Errorf("%s: helix %v, smart %v, any %v", test.who, p.MayRaise(x, "helix"), p.MayRaise(x, "smart"), p.MayRaiseAny(x))
		}
		x.Retired = true
		if p.MayRaiseAny(x) {
			t.Errorf("%s may raise although retired", test.who)
		}
	}
}
