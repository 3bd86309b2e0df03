package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// R20: a release's content is read as people write it, and written as it is read.
func TestItemsAsPeopleWriteThem(t *testing.T) {
	text := "- base F-1 Settlement\n\n* CR-031 Meter data retries\nDEF-1187: [critical] Duplicate reads\nBUG-7 Odd\nX-2 low Small\n"
	items := release.ParseItems(text)
	want := []release.Item{
		{Kind: release.BaseFunctionality, ID: "F-1", Title: "Settlement"}, {Kind: release.ItemChangeRequest, ID: "CR-031", Title: "Meter data retries"},
		{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Duplicate reads", Severity: release.Critical},
		{Kind: release.ItemDefectFix, ID: "BUG-7", Title: "Odd"}, {Kind: release.ItemDefectFix, ID: "X-2", Title: "Small", Severity: release.Low},
	}
	if !slices.Equal(items, want) {
		t.Fatalf("read %+v", items)
	}
	var lines []string
	for _, x := range items {
		lines = append(lines, x.Line())
	}
	if again := release.ParseItems(strings.Join(lines, "\n")); !slices.Equal(again, want) {
		t.Fatalf("written and read again: %+v", again)
	}
	if got := release.BaseFunctionality.String(); got != "base functionality" {
		t.Errorf("%q", got)
	}
}

// R15 to R20, R95: every mistake of a plan is told at its field, all at once.
func TestMistakesOfAPlan(t *testing.T) {
	p := governed()
	fix := release.Item{Kind: release.ItemDefectFix, ID: "DEF-1", Title: "Stops", Severity: release.High}
	with := func(items ...release.Item) func(*release.ReleaseContent) {
		return func(c *release.ReleaseContent) { c.Items = items }
	}
	for name, test := range map[string]struct {
		change func(*release.ReleaseContent)
		field  string
	}{
		"nothing in it":      {with(), release.FieldItems},
		"too much":           {with(slices.Repeat([]release.Item{fix}, 201)...), release.FieldItems},
		"twice":              {with(fix, fix), release.FieldItems},
		"a strange kind":     {with(release.Item{Kind: "idea", ID: "X", Title: "T"}), release.FieldItems},
		"a bad id":           {with(release.Item{Kind: release.ItemChangeRequest, ID: "<!here>", Title: "T"}), release.FieldItems},
		"no severity":        {with(release.Item{Kind: release.ItemDefectFix, ID: "D", Title: "T"}), release.FieldItems},
		"a severity too few": {with(release.Item{Kind: release.ItemChangeRequest, ID: "C", Title: "T", Severity: release.Low}), release.FieldItems},
		"no title":           {with(release.Item{Kind: release.ItemChangeRequest, ID: "C"}), release.FieldItems},
		"no urgent defect": {func(c *release.ReleaseContent) {
			c.Type, c.Items = release.Emergency, []release.Item{fix}
		}, release.FieldItems},
		"a retired system":       {func(c *release.ReleaseContent) { c.System = "old" }, release.FieldSystem},
		"no type":                {func(c *release.ReleaseContent) { c.Type = "huge" }, release.FieldType},
		"no purpose":             {func(c *release.ReleaseContent) { c.Purpose = " " }, release.FieldPurpose},
		"off the roadmap":        {func(c *release.ReleaseContent) { c.Planned = "R9" }, release.FieldPlanned},
		"another roadmap's type": {func(c *release.ReleaseContent) { c.Planned = "R1" }, release.FieldPlanned},
		"nobody's":               {func(c *release.ReleaseContent) { c.Owner = "gone" }, release.FieldOwner},
		"a board gone by":        {func(c *release.ReleaseContent) { c.Board = monday }, release.FieldBoard},
		"nowhere":                {func(c *release.ReleaseContent) { c.Targets = nil }, release.FieldTargets},
		"there twice":            {func(c *release.ReleaseContent) { c.Targets = append(c.Targets, c.Targets[0]) }, release.FieldTargets},
		"a window gone by": {func(c *release.ReleaseContent) {
			c.Targets[0].Window = release.Window{From: monday.Add(-2 * time.Hour), To: monday.Add(-time.Hour), Zone: "UTC"}
		}, release.FieldTargets},
		"the later first": {func(c *release.ReleaseContent) {
			w := c.Targets[0].Window
			w.From = w.From.Add(-time.Hour)
			c.Targets = append(c.Targets, release.Target{Environment: "uit", Window: w})
		}, release.FieldTargets},
	} {
		c := planned(release.Patch)
		test.change(&c)
		if got := fields(c.Check(&p, monday)); !slices.Equal(got, []string{test.field}) {
			t.Errorf("%s: told at %v; want %s", name, got, test.field)
		}
	}
	if got := planned(release.Patch).Check(&p, monday); len(got) > 0 {
		t.Errorf("nothing wrong: %v", got)
	}
}

// R93, R94: a build says what it is, comes from a tag that exists, and its id is
// given once.
func TestMistakesOfABuild(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Patch))
	register := func(x release.Build) error {
		return second(b.desk.RegisterBuild(t.Context(), b.as("ex-build"), r.Number, x))
	}
	refused(t, register(build("1", "1")), release.CodeState) // still being planned
	b.next(r.Number, "ex-rm")
	got := refused(t, register(release.Build{Name: "a b"}), release.CodeInvalid)
	if want := []string{release.FieldBuild, release.FieldTag, release.FieldDigest, release.FieldBOM}; !slices.Equal(fields(got.Fields), want) {
		t.Fatalf("told at %v", fields(got.Fields))
	}
	x := build("1", "1")
	x.Tag = "nowhere"
	if got := refused(t, register(x), release.CodeNotFound); !slices.Equal(fields(got.Fields), []string{release.FieldTag}) {
		t.Fatalf("told at %v", fields(got.Fields))
	}
	b.must(register(build("1", "1")))
	if got := refused(t, register(build("1", "2")), release.CodeInvalid); !slices.Equal(fields(got.Fields), []string{release.FieldBuild}) {
		t.Fatalf("told at %v", fields(got.Fields))
	}
	b.desk.WithSources(nil)
	refused(t, register(build("2", "2")), release.CodeState)
}

// R21, R24: a release is found by its name, its version, or its system's version.
func TestReleasesByName(t *testing.T) {
	b := newGoverned(t)
	b.create(planned(release.Patch))
	smart := planned(release.Patch)
	smart.System, smart.Owner = "smart", "dcc-rm"
	_, err := b.desk.NewRelease(t.Context(), b.as("dcc-rm"), smart)
	b.must(err)
	for text, want := range map[string]int{
		"REL-1": 1, "rel-2": 2, "#2": 2, "1": 1, "helix 1.0.1.0": 1, "Helix-1.0.1.0": 1, "Smart  Metering 1.0.1.0": 2,
	} {
		if got, err := b.desk.FindRelease(t.Context(), text); err != nil || got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, err, want)
		}
	}
	for text, code := range map[string]release.Code{
		"1.0.1.0": release.CodeInvalid, "9.9.9.9": release.CodeNotFound, "moon 1.0.1.0": release.CodeInvalid, "": release.CodeInvalid,
		"REL-0": release.CodeInvalid, "helix 1.0.x.0": release.CodeInvalid,
	} {
		refused(t, second(b.desk.FindRelease(t.Context(), text)), code)
	}
	all, err := b.desk.Standings(t.Context(), release.ReleaseFilter{Owner: "dcc-rm", Stages: release.InFlightStages()})
	if err != nil || len(all) != 1 || all[0].Release.Title(all[0].Programme) != "Smart Metering 1.0.1.0" {
		t.Fatalf("%v, %v", all, err)
	}
}
