package release_test

import (
	"slices"
	"testing"

	"gonogo.dev/release"
)

// A step's "who" is read as its author wrote it: people by id, mail or name, roles
// of the provider or of the programme, a party's people, several of them; and
// nobody where it means nobody (R83, R85).
func TestWhoStandsBehindAStep(t *testing.T) {
	p := governed()
	p.People = append(p.People, person("ex-ops", release.DevOps, "elexon"), person("dcc-ops", release.DevOps, "dcc"), person("dcc-ops2", release.DevOps, "dcc"))
	r := release.Release{Content: planned(release.Patch)}
	for text, want := range map[string][]release.PersonID{
		"ex-rm": {"ex-rm"}, "@EX-RM": {"ex-rm"}, "ex-rm@gonogo.example": {"ex-rm"}, " Name  of ex-rm ": {"ex-rm"},
		"DevOps": {"ex-ops"}, "devops": {"ex-ops"}, "DCC DevOps": {"dcc-ops", "dcc-ops2"}, "DevOps of DCC": {"dcc-ops", "dcc-ops2"},
		"DevOps (dcc)": {"dcc-ops", "dcc-ops2"}, "Environment Manager": {"env"}, "environment-manager": {"env"}, "Release Manager": {"ex-rm"},
		"Integrator Release Manager": {"rm"}, "ex-rm, env": {"ex-rm", "env"}, "DevOps and Environment Manager": {"ex-ops", "env"},
		"ex-rm / ex-rm": {"ex-rm"}, "gone": nil, "Deployment Team": nil, "": nil, "somebody": nil, "Nowhere DevOps": nil, " and ": nil,
	} {
		var got []release.PersonID
		for _, x := range p.Who(text, r) {
			got = append(got, x.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

// FuzzWho shows that no text makes the reading of a step's "who" stumble, and that
// whoever stands behind one is active.
func FuzzWho(f *testing.F) {
	for _, text := range []string{"ex-rm", "DCC DevOps", "DevOps of DCC", "a, b and c", "@", "\x00", "devops ", " devops"} {
		f.Add(text)
	}
	p := governed()
	r := release.Release{Content: planned(release.Patch)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, x := range p.Who(text, r) {
			if x.Retired || x.ID == "" {
				t.Errorf("%q is %+v", text, x)
			}
		}
	})
}
