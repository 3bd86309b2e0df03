package release_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func TestTheSampleContentCanBeRaised(t *testing.T) {
	p := programme()
	if problems := content().Check(&p, monday); len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
}

// R89, R127, R18, R82, T17: every field is checked, and says so at its name.
func TestCheckNamesTheField(t *testing.T) {
	c := content
	long := func(n int) string { return strings.Repeat("x", n+1) }
	tests := []struct {
		name  string
		field string
		alter func(*release.RFCContent)
	}{
		{"no title", release.FieldTitle, func(c *release.RFCContent) { c.Title = " " }},
		{"long title", release.FieldTitle, func(c *release.RFCContent) { c.Title = long(release.MaxTitle) }},
		{"bell in the title", release.FieldTitle, func(c *release.RFCContent) { c.Title = "ding\a" }},
		{"no system", release.FieldSystem, func(c *release.RFCContent) { c.System = "" }},
		{"unknown system", release.FieldSystem, func(c *release.RFCContent) { c.System = "hal" }},
		{"retired system", release.FieldSystem, func(c *release.RFCContent) { c.System = "old" }},
		{"unplanned release", release.FieldRelease, func(c *release.RFCContent) { c.Release = "R99" }},
		{"R15: a major's plan for a patch", release.FieldRelease, func(c *release.RFCContent) { c.Release = "R1" }},
		{"no type", release.FieldType, func(c *release.RFCContent) { c.Type = "" }},
		{"no environment", release.FieldEnvironments, func(c *release.RFCContent) { c.Environments = nil }},
		{"unknown environment", release.FieldEnvironments, func(c *release.RFCContent) { c.Environments = []release.EnvironmentID{"sit-a", "prod"} }},
		{"retired environment", release.FieldEnvironments, func(c *release.RFCContent) { c.Environments = []release.EnvironmentID{"sit-z"} }},
		{"no kind", release.FieldKind, func(c *release.RFCContent) { c.Kind = "whim" }},
		{"R80: no defect", release.FieldReferences, func(c *release.RFCContent) { c.References = nil }},
		{"T27: an emergency without its defect", release.FieldReferences, func(c *release.RFCContent) { c.Type, c.References = release.Emergency, nil }},
		{"R18: an emergency that fixes nothing", release.FieldReferences, func(c *release.RFCContent) { c.Type, c.Kind = release.Emergency, release.ChangeRequest }},
		{"an emergency configuration", release.FieldReferences, func(c *release.RFCContent) {
			c.Type, c.Kind, c.References = release.Emergency, release.ConfigurationOperation, nil
		}},
		{"T32: a reference that is markup", release.FieldReferences, func(c *release.RFCContent) { c.References = []string{"<!here>"} }},
		{"long reference", release.FieldReferences, func(c *release.RFCContent) { c.References = []string{long(release.MaxReference)} }},
		{"many references", release.FieldReferences, func(c *release.RFCContent) {
			for i := range release.MaxReferences {
				c.References = append(c.References, fmt.Sprintf("CR-%d", i))
			}
		}},
		{"no reason", release.FieldReason, func(c *release.RFCContent) { c.Reason = "" }},
		{"a reason without ink", release.FieldReason, func(c *release.RFCContent) { c.Reason = "\u200b\u200d" }},
		{"long reason", release.FieldReason, func(c *release.RFCContent) { c.Reason = long(release.MaxText) }},
		{"no impact", release.FieldImpact, func(c *release.RFCContent) { c.Impact = "" }},
		{"impact that is no text", release.FieldImpact, func(c *release.RFCContent) { c.Impact = "\xc3\x28" }},
		{"R127: no likelihood", release.FieldLikelihood, func(c *release.RFCContent) { c.Risk.Likelihood = 0 }},
		{"likelihood of six", release.FieldLikelihood, func(c *release.RFCContent) { c.Risk.Likelihood = 6 }},
		{"R127: no consequence", release.FieldConsequence, func(c *release.RFCContent) { c.Risk.Consequence = -1 }},
		{"R127: no sentence", release.FieldRisk, func(c *release.RFCContent) { c.Risk.Sentence = "" }},
		{"long sentence", release.FieldRisk, func(c *release.RFCContent) { c.Risk.Sentence = long(release.MaxSentence) }},
		{"R11: an unknown party", release.FieldParties, func(c *release.RFCContent) { c.Parties = []release.PartyID{"dcc", "acme"} }},
		{"no window", release.FieldTo, func(c *release.RFCContent) { c.Window = release.Window{} }},
		{"T19: an empty window", release.FieldTo, func(c *release.RFCContent) { c.Window.To = c.Window.From }},
		{"a window that ends before it starts", release.FieldTo, func(c *release.RFCContent) { c.Window.From = c.Window.To.Add(1) }},
		{"a window that is over this instant", release.FieldTo, func(c *release.RFCContent) { c.Window.From, c.Window.To = monday.Add(-time.Hour), monday }},
		{"a window of more than 14 days", release.FieldTo, func(c *release.RFCContent) { c.Window.To = c.Window.From.Add(release.MaxWindow + 1) }},
		{"a window beyond every calendar", release.FieldTo, func(c *release.RFCContent) {
			c.Window.From = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
			c.Window.To = c.Window.From.Add(time.Hour)
		}},
		{"T17: no zone", release.FieldTo, func(c *release.RFCContent) { c.Window.Zone = "" }},
		{"T17: an unknown zone", release.FieldTo, func(c *release.RFCContent) { c.Window.Zone = "../../etc/passwd" }},
		{"T17: the zone of whatever machine", release.FieldTo, func(c *release.RFCContent) { c.Window.Zone = "Local" }},
		{"R89: no disruption class", release.FieldDisruption, func(c *release.RFCContent) { c.Disruption = "" }},
	}
	p := programme()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bad := c()
			test.alter(&bad)
			problems := bad.Check(&p, monday)
			if diff := cmp.Diff([]string{test.field}, fields(problems)); diff != "" {
				t.Fatalf("fields (-want +got):\n%s", diff)
			}
			if problems[0].Why == "" {
				t.Error("the field does not say why")
			}
		})
	}
}

func TestCheckTellsEveryMistakeAtOnce(t *testing.T) {
	p := programme()
	want := []string{
		release.FieldTitle, release.FieldSystem, release.FieldType, release.FieldEnvironments, release.FieldKind, release.FieldReferences,
		release.FieldReason, release.FieldImpact, release.FieldLikelihood, release.FieldConsequence, release.FieldRisk, release.FieldTo, release.FieldDisruption,
	}
	if diff := cmp.Diff(want, fields(release.RFCContent{}.Check(&p, monday))); diff != "" {
		t.Errorf("fields of an empty form (-want +got):\n%s", diff)
	}
}

func TestWhatMayBeRaisedToo(t *testing.T) {
	p := programme()
	tests := map[string]func(*release.RFCContent){
		"R45: a configuration operation needs no id": func(c *release.RFCContent) { c.Kind, c.References = release.ConfigurationOperation, nil },
		"R30: a major of the roadmap":                func(c *release.RFCContent) { c.Type, c.Kind, c.Release = release.Major, release.ChangeRequest, "R1" },
		"R18: an emergency with its defect":          func(c *release.RFCContent) { c.Type = release.Emergency },
		"a window that has begun": func(c *release.RFCContent) {
			c.Window.From = monday.Add(-time.Hour)
			c.Window.To = monday.Add(time.Hour)
		},
		"the longest window": func(c *release.RFCContent) { c.Window.To = c.Window.From.Add(release.MaxWindow) },
		"the longest texts": func(c *release.RFCContent) {
			c.Title, c.Reason = strings.Repeat("ü", release.MaxTitle), strings.Repeat("ß", release.MaxText)
			c.References = []string{strings.Repeat("A", release.MaxReference)}
		},
	}
	for name, alter := range tests {
		c := content()
		alter(&c)
		if problems := c.Check(&p, monday); len(problems) > 0 {
			t.Errorf("%s: %+v", name, problems)
		}
	}
}

func drawContent(t *rapid.T) release.RFCContent {
	c := content()
	word := rapid.StringMatching(`[ a-z]{0,6}`)
	list := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", " a", "", "c "}), 0, 4)
	c.Title, c.Reason, c.Impact = word.Draw(t, "title"), word.Draw(t, "reason"), word.Draw(t, "impact")
	c.Risk.Sentence, c.Risk.Likelihood = word.Draw(t, "sentence"), rapid.IntRange(1, 5).Draw(t, "likelihood")
	c.References = list.Draw(t, "references")
	for _, id := range list.Draw(t, "environments") {
		c.Environments = append(c.Environments, release.EnvironmentID(id))
	}
	for _, id := range list.Draw(t, "parties") {
		c.Parties = append(c.Parties, release.PartyID(id))
	}
	c.Window.From = monday.Add(time.Duration(rapid.IntRange(0, 1e9).Draw(t, "from")))
	c.Window.To = c.Window.From.Add(time.Duration(rapid.IntRange(1, 3).Draw(t, "lasts")) * time.Second)
	c.Window.Zone = rapid.SampledFrom([]string{"Europe/London", "Europe/Dublin", "UTC"}).Draw(t, "zone")
	return c
}

// M3: the digest is of what people read: it does not depend on blanks, on
// repeated list items, on how an instant is written, or on a store that reads
// an empty list for none.
func TestTheDigestIsOfTheNormalForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContent(t)
		n := c.Normal()
		if diff := cmp.Diff(n, n.Normal()); diff != "" {
			t.Fatalf("Normal is not normal:\n%s", diff)
		}
		if c.Digest() != n.Digest() {
			t.Fatal("the normal form has another digest")
		}
		n.Window.From, n.Window.To = n.Window.From.In(time.FixedZone("elsewhere", 3600)), n.Window.To.In(time.FixedZone("", -7200))
		if len(n.Parties) == 0 {
			n.Parties = []release.PartyID{}
		}
		if c.Digest() != n.Digest() {
			t.Fatal("the same instants in other zones have another digest")
		}
	})
}

// M3: two contents have one digest exactly when no change is shown between
// them: nothing is decided on that nobody can see.
func TestChangesAndDigestAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawContent(t).Normal(), drawContent(t).Normal()
		if rapid.Bool().Draw(t, "nearly the same") {
			w := b.Window
			b = a
			b.Window = w
		}
		changes := a.Changes(b)
		if same := a.Digest() == b.Digest(); same != (len(changes) == 0) {
			t.Fatalf("same digest: %v; changes: %+v", same, changes)
		}
		for _, c := range changes {
			if c.Field == "" || c.Before == c.After {
				t.Fatalf("a change that shows nothing: %+v", c)
			}
		}
	})
}

// M3: there is no field that may change unseen. A field that is added to the
// content and forgotten in Changes or the digest fails here.
func TestEveryFieldIsBoundAndShown(t *testing.T) {
	before := content()
	leaves(reflect.TypeFor[release.RFCContent](), nil, func(path []int, name string) {
		after := content()
		nudge(t, reflect.ValueOf(&after).Elem().FieldByIndex(path))
		if before.Digest() == after.Digest() {
			t.Errorf("%s: the digest does not see a change", name)
		}
		if len(before.Changes(after)) != 1 {
			t.Errorf("%s: shown as %+v; want one change", name, before.Changes(after))
		}
	})
}

func leaves(typ reflect.Type, path []int, visit func([]int, string)) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		here := append(slices.Clone(path), i)
		if f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[time.Time]() {
			leaves(f.Type, here, visit)
			continue
		}
		visit(here, f.Name)
	}
}

func nudge(t *testing.T, v reflect.Value) {
	t.Helper()
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = x.Add(time.Minute)
	case *int:
		*x++
	default:
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Slice:
			v.Set(reflect.Append(v, reflect.ValueOf("x").Convert(v.Type().Elem())))
		default:
			t.Fatalf("cannot change a %s", v.Type())
		}
	}
}

func TestSplitReferences(t *testing.T) {
	tests := map[string][]string{
		"":                            nil,
		" , ;\n":                      nil,
		"DEF-1":                       {"DEF-1"},
		"CR-031, DEF-1187;DEF-1187 x": {"CR-031", "DEF-1187", "x"},
		"a\nb\tc\u00a0d":              {"a", "b", "c", "d"},
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, release.SplitReferences(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
