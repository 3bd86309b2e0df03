package release_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func confide(id string, only ...release.PartyID) release.Confidence {
	return release.Confide([]release.Confided{{Item: release.Item{Kind: release.ItemDefectFix, ID: id, Title: "Reads all", Severity: release.Low}, Only: only}})
}

// T34: the named parties, the provider, whoever plans the release and whoever decides
// on it see an item that is for named parties only; nobody else does.
func TestMaySee(t *testing.T) {
	p := governed()
	p.People = append(p.People, person("sup-owner", release.Representative, "supplier"), person("dno-author", release.Representative, "dno"))
	r := release.Release{Number: 1, Content: planned(release.Major), CreatedBy: "dno-author"}
	r.Content.Owner = "sup-owner"
	r.Content.Confidence = confide("SEC-4", "dcc")
	for id, want := range map[release.PersonID]bool{
		"dcc-rm": true, "dcc-dev": true, "dcc-rep": true, // of the named party
		"ex-rm": true, "ex-dev2": true, "ex-rep": true, // of the provider
		"rm": true, "sup-owner": true, "dno-author": true, // who plan it
		"test": true, "tmag": true, // who sit
		"sup-rep": false, "dno-rep": false, "gone": false,
	} {
		x, _ := p.Person(id)
		if got := len(r.ConfidedTo(&p, x)) == 1; got != want {
			t.Errorf("%s sees it: %t", id, got)
		}
	}
	if seen := r.ConfidedTo(&p, release.Person{}); len(seen) != 0 {
		t.Errorf("nobody sees %v", seen)
	}
}

// T34: a release that is printed, or written as JSON in whatever form, has nothing of
// what is confided; neither has its dossier, nor what is said of a change.
func TestNothingConfidedIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`zq[a-z0-9]{8}`).Draw(t, "word")
		items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) release.Confided {
			return release.Confided{Item: release.Item{
				Kind: rapid.SampledFrom(release.ItemKinds()).Draw(t, "kind"), ID: word + rapid.StringMatching(`[a-z]{0,4}`).Draw(t, "id"),
				Title: rapid.String().Draw(t, "before") + word, Severity: release.Severity(word),
			}, Only: []release.PartyID{release.PartyID(word)}}
		}), 1, 5).Draw(t, "items")
		r := release.Release{Number: 1, Content: planned(release.Minor)}
		bare := r.Content
		r.Content.Confidence = release.Confide(items)
		whole, err := json.Marshal(map[string]any{"release": r, "dossier": release.DossierOf(content(), &r, nil, nil), "changes": bare.Changes(r.Content)})
		if err != nil {
			t.Fatal(err)
		}
		d := release.DossierOf(content(), &r, nil, nil)
		texts := []string{string(whole), fmt.Sprint(&r, r.Content.Confidence), fmt.Sprint(d.Changes(release.Dossier{}))}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%q"} {
			texts = append(texts, fmt.Sprintf(verb, r))
		}
		for _, text := range texts {
			if strings.Contains(text, word) {
				t.Fatalf("%q is left in %s", word, text)
			}
		}
		var again release.Release
		body, _ := json.Marshal(r)                           //nolint:musttag // however it is written
		if err := json.Unmarshal(body, &again); err != nil { //nolint:musttag // the same
			t.Fatal(err)
		}
		if _, err := again.Content.Confidence.ForKeeping(); err == nil {
			t.Fatal("a digest alone is kept as if it were the items")
		}
		text, err := r.Content.Confidence.ForKeeping()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := again.Content.Confidence.Reopened(text); err != nil || !back.Equal(r.Content.Confidence) {
			t.Fatalf("kept and reopened: %v %v", back, err)
		}
		if _, err := again.Content.Confidence.Reopened(strings.Replace(text, word, "other", 1)); err == nil {
			t.Fatal("what was changed where it is kept is taken for what was recorded")
		}
	})
}

// Who writes items in confidence names the parties once, or in a line of its own.
func TestParseConfided(t *testing.T) {
	p := programme()
	items := release.ParseConfided("SEC-4 critical Reads all\nCR-9 A tariff Only: dcc, Supplier One, nobody\n\nCR-10 Only:", []release.PartyID{"elexon"}, &p)
	want := []release.Confided{
		{Item: release.Item{Kind: release.ItemDefectFix, ID: "SEC-4", Title: "Reads all", Severity: release.Critical}, Only: []release.PartyID{"elexon"}},
		{Item: release.Item{Kind: release.ItemChangeRequest, ID: "CR-9", Title: "A tariff"}, Only: []release.PartyID{"dcc", "supplier", "nobody"}},
		{Item: release.Item{Kind: release.ItemChangeRequest, ID: "CR-10"}},
	}
	if diff := cmp.Diff(want, items); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if got := release.ParseConfided(items[1].Line(), nil, &p); !slices.EqualFunc(got, items[1:2], func(a, b release.Confided) bool { return cmp.Equal(a, b) }) {
		t.Errorf("written and read again: %v", got)
	}
	if words := (release.Confided{Only: []release.PartyID{"dcc", "elexon", "supplier"}}).For(&p); words != "Only for DCC, Elexon and Supplier One" {
		t.Error(words)
	}
}

// FuzzParseConfided wants whatever is typed to be read without harm, and again as it
// is written.
func FuzzParseConfided(f *testing.F) {
	f.Add("SEC-4 critical Reads all only: dcc, elexon")
	f.Add("İ only: dcc only:\nbase X only:,,")
	p := programme()
	f.Fuzz(func(_ *testing.T, text string) {
		for _, x := range release.ParseConfided(text, nil, &p) {
			_ = x.Line()
		}
	})
}

// T34: what everybody reads may not name what is confided, and what it names cannot be
// confided any more; what is wrong is said before anything is kept.
func TestPapersKeepConfidence(t *testing.T) {
	b := newGoverned(t)
	b.desk.WithSources(tags{})
	c := planned(release.Minor)
	c.Confidence = confide("SEC-4", "dcc")
	r := b.create(c)

	betraying := rfcFor(r)
	betraying.Impact = "Mends\nsec-4."
	_, err := b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, betraying)
	if refusal, ok := release.AsRefusal(err); !ok || !strings.Contains(refusal.Why, "SEC-4") {
		t.Errorf("an RFC that names it: %v", err)
	}
	longer := rfcFor(r)
	longer.Impact = "Mends SEC-41 and ASEC-4."
	_, err = b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, longer)
	b.must(err)

	for why, change := range map[string]func(*release.ReleaseContent){
		"no party":             func(c *release.ReleaseContent) { c.Confidence = confide("SEC-5") },
		"a party unknown":      func(c *release.ReleaseContent) { c.Confidence = confide("SEC-5", "nobody") },
		"also for everybody":   func(c *release.ReleaseContent) { c.Confidence = confide("def-1187", "dcc") },
		"named by the purpose": func(c *release.ReleaseContent) { c.Purpose = "Mends SEC-4." },
		"named by the RFC":     func(c *release.ReleaseContent) { c.Confidence = confide("SEC-41", "dcc") },
		"meant to be confided": func(c *release.ReleaseContent) { c.Items[0].Title = "Reads all only: dcc" },
		"a bad id":             func(c *release.ReleaseContent) { c.Confidence = confide("<!here>", "dcc") },
		"nothing at all":       func(c *release.ReleaseContent) { c.Items = nil; c.Confidence = release.Confidence{} },
	} {
		s, err := b.desk.ReadRelease(b.Context(), r.Number)
		b.must(err)
		to := s.Release.Content
		to.Items = slices.Clone(to.Items)
		change(&to)
		_, err = b.desk.EditRelease(b.Context(), b.as("ex-rm"), r.Number, s.Release.Revision, to)
		if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeInvalid {
			t.Errorf("%s: %v", why, err)
		}
	}
}

// M3: a decision binds to what is confided, and to its words alone it does not.
func TestADecisionBindsToWhatIsConfided(t *testing.T) {
	b := newGoverned(t)
	c := planned(release.Minor)
	c.Confidence = confide("SEC-4", "dcc")
	r := b.create(c)
	bound := func() release.Dossier {
		s, err := b.desk.ReadRelease(b.Context(), r.Number)
		b.must(err)
		r = s.Release
		return release.DossierOf(content(), &r, nil, nil)
	}
	edit := func(items ...release.Confided) {
		to := r.Content
		to.Confidence = release.Confide(items)
		_, err := b.desk.EditRelease(b.Context(), b.as("ex-rm"), r.Number, r.Revision, to)
		b.must(err)
	}
	first := bound()
	item := release.Confided{Item: release.Item{Kind: release.ItemDefectFix, ID: "SEC-4", Title: "Said otherwise", Severity: release.Low}, Only: []release.PartyID{"dcc"}}
	edit(item)
	if worded := bound(); worded.Digest() != first.Digest() {
		t.Error("other words ask for another decision")
	}
	item.ID = "SEC-5"
	edit(item)
	second := bound()
	if second.Digest() == first.Digest() || len(first.Changes(second)) != 1 {
		t.Errorf("another item asks for nothing: %v", first.Changes(second))
	}
	edit()
	if bare := bound(); bare.Digest() == second.Digest() || bare.Confided != "" {
		t.Error("it cannot be taken out")
	}
}
