package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// M9, R106: what a party tells by hand against what a deployment put there, or of
// a version that no release has, is a contradiction; a correction of another
// report is none.
func TestContradiction(t *testing.T) {
	v := func(minor int) release.Version { return release.Version{Major: 1, Minor: minor} }
	deployed := release.Installation{Version: v(2), Build: "b2", Release: 7}
	for _, test := range []struct {
		name        string
		told, known release.Installation
		allocated   []release.Version
		want        release.Doubt
	}{
		{"the first report", release.Installation{Version: v(9)}, release.Installation{}, nil, ""},
		{"a system of which no release is under control", release.Installation{Version: v(9)}, release.Installation{Version: v(8)}, nil, ""},
		{"a correction by hand", release.Installation{Version: v(1)}, release.Installation{Version: v(2)}, []release.Version{v(1), v(2)}, ""},
		{"never allocated", release.Installation{Version: v(9)}, release.Installation{}, []release.Version{v(1), v(2)}, release.DoubtUnknown},
		{"never allocated, over a deployment", release.Installation{Version: v(9)}, deployed, []release.Version{v(1), v(2)}, release.DoubtUnknown},
		{"higher than deployed", release.Installation{Version: v(3)}, deployed, []release.Version{v(1), v(2), v(3)}, release.DoubtDeployed},
		{"lower than deployed", release.Installation{Version: v(1)}, deployed, []release.Version{v(1), v(2)}, release.DoubtLower},
		{"taken out", release.Installation{}, deployed, []release.Version{v(2)}, release.DoubtGone},
		{"as deployed", release.Installation{Version: v(2)}, deployed, []release.Version{v(2)}, ""},
		{"as deployed, the same build", release.Installation{Version: v(2), Build: "b2"}, deployed, []release.Version{v(2)}, ""},
		{"another build", release.Installation{Version: v(2), Build: "b3"}, deployed, []release.Version{v(2)}, release.DoubtBuild},
	} {
		got, contradicts := release.Contradiction(test.told, test.known, test.allocated)
		if got != test.want || contradicts != (test.want != "") {
			t.Errorf("%s: %q, %v; want %q", test.name, got, contradicts, test.want)
		}
	}
}

func (b *board) report(by release.PersonID, v release.Version) {
	b.Helper()
	b.must(second(b.desk.RecordInstallation(b.Context(), b.as(by), release.InstallationReport{Environment: "sit-a", System: "helix", Version: v})))
}

func (b *board) issues() []release.ConfigurationIssue {
	b.Helper()
	v, err := b.desk.ConfigurationIssues(b.Context(), release.ConfigurationIssueFilter{})
	b.must(err)
	return v.Issues
}

func (b *board) installed() release.Installation {
	b.Helper()
	v, err := b.desk.EnvironmentAt(b.Context(), "env", "sit-a", time.Time{})
	b.must(err)
	i := slices.IndexFunc(v.Installed, func(x release.Installation) bool { return x.System == "helix" })
	if i < 0 {
		return release.Installation{}
	}
	return v.Installed[i]
}

// R106, T34: a wrong report raises an issue that goes to who runs the environments
// and to the provider's release manager, never to the shared channel; it is chased
// until it is resolved, and the right fact follows the wrong one.
func TestIssueOfAReport(t *testing.T) {
	b := newOperations(t)
	b.deployedBefore()
	b.at(1)
	b.report("ex-rm", release.Version{Major: 1, Minor: 9})
	all := b.issues()
	if len(all) != 1 || all[0].Doubt != release.DoubtUnknown || all[0].Owner != "env" || all[0].Expected != (release.Version{Major: 1}) || all[0].ExpectedFrom != 1 {
		t.Fatalf("issues: %+v", all)
	}
	for road, want := range map[release.Road][]release.PersonID{
		release.ByMail: {"env", "ex-rm"}, release.ByDirect: {"env"}, release.ByThread: nil, release.ByChannel: nil,
	} {
		if diff := cmp.Diff(want, b.told(release.NoticeDoubt, road)); diff != "" {
			t.Errorf("told by %s: %s", road, diff)
		}
	}
	b.at(1 + 24 + 8) // Tuesday 18:00, past its due hour and after work
	for range 20 {
		b.clock = b.clock.Add(time.Hour)
		b.must(second(b.desk.Chase(t.Context())))
	}
	if !slices.Contains(b.told(release.NoticeOverdue, release.ByDirect), "env") {
		t.Error("the open issue was not chased")
	}
	refused(t, second(b.desk.ResolveIssue(t.Context(), b.as("ex-rm"), 1, release.Version{Major: 1}, "It is.")), release.CodeForbidden)
	refused(t, second(b.desk.ResolveIssue(t.Context(), b.as("env"), 1, release.Version{Major: 1}, " ")), release.CodeInvalid)
	refused(t, second(b.desk.ResolveIssue(t.Context(), b.as("env"), 9, release.Version{Major: 1}, "It is.")), release.CodeNotFound)
	b.must(second(b.desk.ResolveIssue(t.Context(), b.as("env"), 1, release.Version{Major: 1}, "The party looked at UIT.")))
	refused(t, second(b.desk.ResolveIssue(t.Context(), b.as("env"), 1, release.Version{Major: 1}, "Again.")), release.CodeState)
	if x := b.installed(); x.Version != (release.Version{Major: 1}) || x.Build != "b1" || x.Release != 1 || !x.At.Equal(monday.Add(time.Hour)) {
		t.Errorf("the right fact: %+v", x)
	}
	if diff := cmp.Diff([]release.PersonID{"env", "ex-rm"}, b.told(release.NoticeDoubtResolved, release.ByMail)); diff != "" {
		t.Errorf("the resolution was told: %s", diff)
	}
}

// M9: where the record was right nothing is added; where the report was right the
// record stays as it told.
func TestResolveInFavourOfTheReport(t *testing.T) {
	b := newOperations(t)
	b.deployedBefore()
	b.report("ex-rm", release.Version{Major: 1, Minor: 9})
	before := b.store.snapshot()
	b.must(second(b.desk.ResolveIssue(t.Context(), b.as("rm"), 1, release.Version{Major: 1, Minor: 9}, "They deployed past us.")))
	if after := b.store.snapshot(); len(after.Facts) != len(before.Facts) {
		t.Errorf("a fact was added: %+v", after.Facts)
	}
	if got := b.issues()[0]; got.Open() || got.Truth != (release.Version{Major: 1, Minor: 9}) {
		t.Errorf("the issue: %+v", got)
	}
}

// M9: while a target's system is in doubt, a release of it says so among its
// blockers and is not deployed there.
func TestDoubtBlocks(t *testing.T) {
	p := landscape()
	issue := release.ConfigurationIssue{ID: 3, Environment: "sit-a", System: "helix", Doubt: release.DoubtLower, Expected: release.Version{Major: 2}, ExpectedFrom: 4, Told: release.Version{Major: 1}, By: "ex-rm", Owner: "env"}
	resolved, elsewhere, other := issue, issue, issue
	resolved.ResolvedAt, elsewhere.Environment, other.System = monday, "uit", "smart"
	l := release.Landing{System: "helix", Targets: []release.Target{{Environment: "sit-a", Window: hours(1, 2)}}}
	got := release.ConfigurationBlockers(&p, l, []release.ConfigurationIssue{issue, resolved, elsewhere, other})
	if len(got) != 1 || got[0].Act != "/env issue 3 resolve" || got[0].Key != "configuration-issue/3" {
		t.Fatalf("blockers: %+v", got)
	}
	want := "What is there is in doubt. Helix in SIT A: Name of ex-rm reported 1.0.0.0; gonogo knows 2.0.0.0, which REL-4 brought."
	if got[0].What != want {
		t.Errorf("it says %q", got[0].What)
	}
}

// M9, R105: a release note that states another version than a report by hand left
// raises one issue, whatever often it is looked at; what a deployment or an
// operation left does not.
func TestReconcile(t *testing.T) {
	b := newOperations(t)
	b.deployedBefore()
	submit := func(version int, at float64) {
		b.must(b.store.Within(t.Context(), func(tx release.Tx) error {
			return tx.AddNote(&release.SubmittedNote{
				Release: 1, Version: version, Note: release.ReleaseNote{Version: "1.0.0.0"}, By: "ex-rm", At: monday.Add(time.Duration(at * float64(time.Hour))),
			})
		}))
	}
	reconcile := func(want int) {
		t.Helper()
		n, err := b.desk.Reconcile(t.Context())
		b.must(err)
		if n != want {
			t.Errorf("%d issues raised; want %d", n, want)
		}
	}
	b.must(b.store.Within(t.Context(), func(tx release.Tx) error { // the release goes to SIT A
		r, err := tx.Release(1, release.ExclusiveLock)
		if err != nil {
			return err
		}
		r.Content.Targets = []release.Target{{Environment: "sit-a", Window: hours(-3, -1)}}
		return tx.SaveRelease(&r)
	}))
	submit(1, -2)
	reconcile(0) // as the deployment left it
	b.at(1)
	b.report("ex-rm", release.Version{Major: 1, Minor: 9})
	reconcile(0) // in doubt already
	b.at(2)
	b.must(second(b.desk.ResolveIssue(t.Context(), b.as("env"), 1, release.Version{Major: 1, Minor: 9}, "Deployed past us.")))
	reconcile(0) // known since the note
	b.at(3)
	submit(2, 3)
	b.at(4)
	reconcile(1)
	reconcile(0)
	all := b.issues()
	if len(all) != 2 || all[0].Doubt != release.DoubtNote || all[0].Source != "note/1/2" || all[0].Told != (release.Version{Major: 1}) {
		t.Fatalf("issues: %+v", all)
	}
	p := landscape()
	if what := all[0].What(&p); what != "Helix in SIT A: release note 2 of REL-1 states 1.0.0.0; gonogo knows 1.9.0.0." {
		t.Errorf("it says %q", what)
	}
	b.must(second(b.desk.ResolveIssue(t.Context(), b.as("env"), 2, release.Version{Major: 1}, "The note is right.")))
	if x := b.installed(); x.Version != (release.Version{Major: 1}) {
		t.Errorf("after the resolution: %+v", x)
	}
	reconcile(0)
}

// R143, M9: the items of an environment at any past instant are those of the builds
// that a replay of the facts leaves there.
func TestItemsEqualReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBoard(t)
		var facts []release.Installation
		builds := map[string][]release.BOMLine{}
		b.must(b.store.Within(b.Context(), func(tx release.Tx) error {
			for n := range rapid.IntRange(1, 4).Draw(t, "releases") {
				r := release.Release{Version: release.Version{Major: n + 1}, Content: release.ReleaseContent{System: "helix"}}
				if err := tx.AddRelease(&r); err != nil {
					return err
				}
				x := build("b"+r.Version.String(), r.Version.String())
				x.Release = r.Number
				if err := tx.AddBuild(&x); err != nil {
					return err
				}
				builds[x.Name] = x.BOM
			}
			for range rapid.IntRange(0, 8).Draw(t, "facts") {
				v := release.Version{Major: rapid.IntRange(0, 4).Draw(t, "version")}
				x := release.Installation{Environment: "sit-a", System: "helix", Version: v, At: monday.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "hour")) * time.Hour)}
				if rapid.Bool().Draw(t, "with its build") {
					x.Build = "b" + v.String()
				}
				if err := tx.AddInstallation(&x); err != nil {
					return err
				}
				facts = append(facts, x)
			}
			return nil
		}))
		for hour := range 21 {
			at := monday.Add(time.Duration(hour) * time.Hour)
			v, err := b.desk.ItemsAt(b.Context(), "sit-a", "", at)
			b.must(err)
			replayed := release.InstalledAt(facts, at)
			if len(v.Systems) != len(replayed) {
				t.Fatalf("at hour %d: %d systems, the replay has %d", hour, len(v.Systems), len(replayed))
			}
			for i, s := range v.Systems {
				if diff := cmp.Diff(replayed[i], s.Installed); diff != "" {
					t.Fatal(diff)
				}
				known := builds[s.Installed.Build]
				if (s.Build != nil) != (known != nil) || (s.Build == nil) != (s.Unknown != "") || (s.Build != nil && !cmp.Equal(s.Build.BOM, known)) {
					t.Fatalf("items of %+v: %+v", s.Installed, s)
				}
			}
		}
	})
}

// R78, R94, M9: a wrong bill of materials is flagged.
func TestBOMAdvice(t *testing.T) {
	line := func(file, version, digest string) release.BOMLine {
		return release.BOMLine{File: file, Version: version, Digest: digest}
	}
	before := []release.BOMLine{line("a.jar", "1.10", "x"), line("b.jar", "2.0", "x"), line("c.jar", "r5", "x"), line("d.jar", "1.2", "x"), line("e.jar", "3", "x")}
	after := []release.BOMLine{line("a.jar", "1.9", "y"), line("b.jar", "2.0", "y"), line("c.jar", "r4", "y"), line("d.jar", "1.2.0", "x"), line("e.jar", "3.1", "y"), line("f.jar", "1", "x")}
	want := []string{"a.jar goes back from 1.10 to 1.9.", "b.jar keeps version 2.0 with other bytes than before."}
	if diff := cmp.Diff(want, release.BOMAdvice(before, after)); diff != "" {
		t.Error(diff)
	}
	if got := release.BOMAdvice(before, before); len(got) != 0 {
		t.Errorf("the same: %v", got)
	}
}

// M9: a comparison names what differs, by file where both builds are known.
func TestCompareConfigurations(t *testing.T) {
	at := func(system release.SystemID, major int, files ...string) release.SystemItems {
		s := release.SystemItems{Installed: release.Installation{System: system, Version: release.Version{Major: major}}}
		if len(files) > 0 {
			s.Build = &release.Build{Name: "b"}
			for _, f := range files {
				name, version, _ := strings.Cut(f, " ")
				s.Build.BOM = append(s.Build.BOM, release.BOMLine{File: name, Version: version})
			}
		}
		return s
	}
	a := release.ConfigurationView{Systems: []release.SystemItems{at("dip", 1), at("helix", 1, "x.jar 1"), at("same", 3, "x.jar 1")}}
	b := release.ConfigurationView{Systems: []release.SystemItems{at("helix", 2, "x.jar 2", "y.jar 1"), at("same", 3), at("smart", 1)}}
	got := release.CompareConfigurations(a, b)
	var lines []string
	for _, c := range got {
		lines = append(lines, string(c.System)+" "+c.Before.Version.String()+" "+c.After.Version.String()+" "+map[bool]string{true: "blind", false: "seen"}[c.Blind])
	}
	want := []string{"dip 1.0.0.0 0.0.0.0 blind", "helix 1.0.0.0 2.0.0.0 seen", "smart 0.0.0.0 1.0.0.0 blind"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
	files := []release.Change{{Field: "x.jar", Before: "1", After: "2"}, {Field: "y.jar", After: "1"}}
	if diff := cmp.Diff(files, got[1].Files); diff != "" {
		t.Error(diff)
	}
}

// R94, M9: a build is held against what is installed where it goes; it is registered
// whatever is found.
func TestAdviseBuild(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Major))
	b.next(r.Number, "ex-rm")
	advise := func(want ...string) {
		t.Helper()
		builds, err := b.desk.Builds(t.Context(), r.Number)
		b.must(err)
		got, err := b.desk.AdviseBuild(t.Context(), r.Number, builds[0])
		b.must(err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	b.built(r.Number, "2026.11.1", "1.10")
	advise() // nothing is installed yet
	b.must(second(b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{
		Environment: "sit-a", System: "helix", Version: r.Version, Build: "2026.11.1",
	})))
	b.built(r.Number, "2026.11.2", "1.9")
	advise("settle.jar goes back from 1.10 to 1.9.")
	b.built(r.Number, "2026.11.3", "1.11")
	advise()
}
