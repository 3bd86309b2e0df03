package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// tags is source control: every tag that begins with "v" exists.
type tags struct{}

// Tag returns a commit made of the tag.
func (tags) Tag(_ context.Context, _, tag string) (string, error) {
	if !strings.HasPrefix(tag, "v") {
		return "", refuse(release.CodeNotFound, "The build was not registered.", "There is no tag "+tag+".", "Push the tag first.")
	}
	return fmt.Sprintf("%040x", []byte(tag)), nil
}

// governed is the programme with what releases ask for.
func governed(p *release.Programme, _ *Config) {
	for _, a := range release.Activities() {
		if p.RACI[a] == nil {
			p.RACI[a] = map[release.Column]release.Letters{release.ColumnRM: "R,A", release.ColumnCSP: "R"}
		}
	}
	for t, rules := range p.Policy.Types {
		rules.LeadTimes = map[release.Check]release.LeadTime{
			release.CheckNote: {Days: 1, Working: true, At: "17:00", Calendars: release.LeadOfProgramme},
		}
		rules.Programme = rules.Approval
		p.Policy.Types[t] = rules
	}
	for i := range p.Systems {
		p.Systems[i].Repository = "https://git.example/" + string(p.Systems[i].ID) + ".git"
	}
	p.People[4].Roles = append(p.People[4].Roles, release.Holding{Role: release.BuildManager, Party: "elexon"})
}

// steward is an office in which releases are governed.
func steward(t *testing.T) *office {
	t.Helper()
	o := open(t, governed)
	o.desk.WithSources(tags{})
	return o
}

func (o *office) submits(user, refusedAt string, fields map[string]map[string]any) {
	o.t.Helper()
	r, err := o.box.Submit(o.t.Context(), user, fields)
	o.must(err)
	o.settle()
	if _, at := r.Errors[refusedAt]; r.OK() != (refusedAt == "") || !r.OK() && !at {
		o.t.Fatalf("answered %+v; want a mistake at %q", r, refusedAt)
	}
}

func when(hour int) map[string]any { return in(int(start.Add(time.Duration(hour) * time.Hour).Unix())) }

// patchFields are the first step of the form for a patch of Helix.
func patchFields() map[string]map[string]any {
	return map[string]map[string]any{
		release.FieldSystem: in("helix"), release.FieldType: in("patch"), release.FieldBase: in("1.1.0.0"), release.FieldPlanned: in(noRelease),
		release.FieldPurpose: in("Settlement runs at volume again."), release.FieldItems: in("DEF-1187 critical Settlement times out\nCR-031 Meter data retries"),
		release.FieldTargets: in([]string{"uit", "sit-a"}), release.FieldOwner: in("elle"), release.FieldBoard: when(74),
	}
}

// planned is REL-1, a patch of Helix, planned by Elexon's release manager.
func (o *office) planned() {
	o.t.Helper()
	o.command(elle, "/release new")
	o.submits(elle, "", patchFields())
	fields := patchFields()
	for block, hour := range map[string]int{blockStart + "uit": 80, blockEnd + "uit": 82, blockStart + "sit-a": 96, blockEnd + "sit-a": 100} {
		fields[block] = when(hour)
	}
	fields[blockZone] = in("Europe/London")
	o.submits(elle, "", fields)
	o.work()
}

// A release from its plan to the board, as people type it: the form in two
// steps, what blocks it, evidence, a build, and the RFC that is made of it
// (issue 3, items 1 to 4 and 9).
func TestReleaseTyped(t *testing.T) {
	o := steward(t)
	o.command(elle, "/release new")
	wrong := patchFields()
	wrong[release.FieldItems] = in("DEF-1187 Settlement times out")
	o.submits(elle, release.FieldItems, wrong)
	wrong = patchFields()
	wrong[release.FieldBase] = in("1.1")
	o.submits(elle, release.FieldBase, wrong)
	o.planned()
	for _, step := range []struct {
		user, text string
		parts      []string
	}{
		{tom, "/release list", []string{"REL-1", "Helix 1.1.1.0", "1 Release planning", "Owner: Elle Ford"}},
		{tom, "/release show helix 1.1.1.0", []string{"REL-1: Helix 1.1.1.0", "Patch release · 1 Release planning", "▶ Plan", "UIT, then SIT A"}},
		{tom, "/release 1.1.1.0", []string{"REL-1: Helix 1.1.1.0"}},
		{tom, "/release why rel-1", []string{"Nothing blocks its next step", "“plan agreed”. ", "Elle Ford"}},
		{tom, "/release next REL-1", []string{"REL-1 was not moved."}},
		{elle, "/release next REL-1", []string{"Helix 1.1.1.0 moved on to 2 Build &amp; package.", "No build is registered for it.", "Whose: Elle Ford"}},
		{elle, "/release next REL-1", []string{"REL-1 stays in", "No build is registered for it."}},
		{tom, "/release evidence REL-1 pit-assurance https://tests.example/pit all green", []string{"Shown: PIT assurance of REL-1. https://tests.example/pit"}},
		{tom, "/release evidence REL-1 plans", []string{"Did you mean `/release evidence REL-1 plans-approved`?"}},
		{tom, "/release evidence REL-1 7", []string{"Nothing can be shown here."}},
		{tom, "/release evidence REL-1 6 nonsense", []string{"Release plans approved is shown by the"}},
		{rachel, "/release evidence REL-1 6 nonsense", []string{"neither a link"}},
		{tom, "/release evidence REL-1", []string{"✓ PIT assurance", "○ 3 Environments at the required baseline"}},
		{elle, "/release builds REL-1", []string{"No build is registered yet."}},
		{tom, "/release reclassify REL-1", []string{"The new type is missing."}},
		{tom, "/release reclassify REL-1 huge", []string{"“huge” is not a type."}},
		{tom, "/release show", []string{"Which release? None was named."}},
		{tom, "/release show REL-9", []string{"There is no release REL-9."}},
		{tom, "/release show nonsense", []string{"neither a version nor a name such as REL-7"}},
		{tom, "/release list nonsense", []string{"neither a list nor a system"}},
		{tom, "/release list helix", []string{"Releases of Helix"}},
		{tom, "/release roadmap", []string{"Roadmap of"}},
		{elle, "/release rollback REL-1 maybe", []string{"“maybe” does not say what for."}},
		{elle, "/release rollback REL-1 other it hangs", []string{"only a deployment is rolled back"}},
		{rachel, "/gonogo programme REL-1", []string{"Only a major release goes to programme governance"}},
		{rachel, "/gonogo open REL-1", []string{"No RFC is raised for it."}},
		{elle, "/release", []string{"Releases you own", "REL-1", "No build is registered for it."}},
		{tom, "/release", []string{"Nothing is waiting for you."}},
	} {
		got := o.command(step.user, step.text)
		for _, part := range step.parts {
			if !strings.Contains(got, part) {
				t.Errorf("%s: %q is missing in:\n%s", step.text, part, got)
			}
		}
	}
	o.command(ben, "/release build REL-1")
	build := map[string]map[string]any{
		release.FieldBuild: in("2026.11.1"), release.FieldTag: in("1.1.1"), release.FieldDigest: in(strings.Repeat("ab", 32)), release.FieldBOM: in("nonsense"),
	}
	o.submits(ben, release.FieldBOM, build)
	build[release.FieldBOM] = in("file,version,date,digest,fixes\nsettle.jar,1.1.1,2026-11-20," + strings.Repeat("cd", 32) + ",DEF-1187")
	o.submits(ben, release.FieldTag, build)
	build[release.FieldTag], build[release.FieldBOM] = in("v1.1.1"), in("")
	o.submits(ben, release.FieldBOM, build) // neither a file nor a text
	build[fieldFile] = map[string]any{"in": workspace.File{Name: "bom.csv", Data: []byte("a spreadsheet")}}
	o.submits(ben, fieldFile, build)
	build[fieldFile] = map[string]any{"in": workspace.File{
		Name: "bom of <helix>.csv", Data: []byte("file,version,date,digest,fixes\nsettle.jar,1.1.1,2026-11-20," + strings.Repeat("cd", 32) + ",DEF-1187"),
	}}
	o.submits(ben, "", build)
	wants(t, o.command(tom, "/release builds REL-1"), "Build 2026.11.1 (the one it carries)", "1 file")
	o.command(elle, "/release next REL-1")
	o.command(elle, "/rfc raise REL-1")
	o.submits(elle, "", map[string]map[string]any{
		release.FieldImpact: in("Runs pause for an hour."), release.FieldLikelihood: in("2"), release.FieldConsequence: in("3"), release.FieldRisk: in("A run is repeated."),
	})
	o.work()
	wants(t, o.command(tom, "/rfc show 1"), "Deploy Helix 1.1.1.0", "DEF-1187, CR-031", "Raised, in preparation")
	wants(t, o.last(tom, board).Text, "RFC-1")
}

// prepared is REL-1 with its RFC, a build and everything shown, before the board.
func (o *office) prepared() {
	o.t.Helper()
	o.planned()
	ctx := o.t.Context()
	next := func() {
		o.t.Helper()
		_, err := o.desk.Advance(ctx, release.Intent{By: "elle"}, 1)
		o.must(err)
	}
	next()
	o.builds("2026.11.1", "1.1.1")
	next()
	o.shows(release.CheckPIT, "tom")
	next()
	c, err := contentFor(o.standing())
	o.must(err)
	c.Impact, c.Risk = "Runs pause for an hour.", release.Risk{Likelihood: 2, Consequence: 3, Sentence: "A run is repeated."}
	_, err = o.desk.RaiseRFC(ctx, release.Intent{By: "elle"}, 0, 0, c)
	o.must(err)
	for check, by := range map[release.Check]release.PersonID{
		release.PointBaseline: "eve", release.PointPackage: "ben", release.PointKnownIssues: "rachel", release.PointPlans: "rachel",
	} {
		o.shows(check, by)
	}
	o.handIn("elle")
	next()
	o.work()
}

func (o *office) standing() release.Standing {
	o.t.Helper()
	s, err := o.desk.ReadRelease(o.t.Context(), 1)
	o.must(err)
	return s
}

func (o *office) shows(check release.Check, by release.PersonID) {
	o.t.Helper()
	_, err := o.desk.GiveEvidence(o.t.Context(), release.Intent{By: by}, 1, check, "https://docs.example/"+string(check), "")
	o.must(err)
}

func (o *office) builds(name, version string) {
	o.t.Helper()
	_, err := o.desk.RegisterBuild(o.t.Context(), release.Intent{By: "ben"}, 1, release.Build{
		Name: name, Tag: "v" + name, Digest: strings.Repeat("ab", 32),
		BOM: []release.BOMLine{{File: "settle.jar", Version: version, Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}},
	})
	o.must(err)
}

// M3, T26: another build pulls the release back; when the package is approved
// again the board is asked again, and each seat's last vote is one press away.
func TestAskedAgain(t *testing.T) {
	o := steward(t)
	o.prepared()
	for who, choice := range map[release.PersonID]release.Choice{"tom": release.VoteGo, "eve": release.VoteConditional} {
		_, err := o.desk.Cast(t.Context(), release.Intent{By: who}, 1, choice, "Only after 22:00")
		o.must(err)
	}
	o.work()
	wants(t, o.command(tom, "/release show REL-1"), "4.2 Deployment: approve", "RFC approval: open, 2 of 4 seats heard", "Control points: 5 of 9 met")
	o.builds("2026.11.2", "1.1.2")
	o.work()
	wants(t, o.command(ben, "/release"), "Releases wait for you", "REL-1, Helix 1.1.1.0\n“Package and installation instructions approved” was shown for another build than the one it carries now. By Mon 23 Nov 11:00 GMT.")
	wants(t, o.command(tom, "/release show REL-1"), "4.1 Deployment: prepare", "was shown for another build")
	wants(t, o.last(tom, board).Text, "REL-1")
	o.shows(release.CheckPIT, "tom")
	o.shows(release.PointPackage, "ben")
	o.handIn("elle")
	o.work()
	direct := o.box.DM(tom)
	wants(t, o.last(tom, direct).Text, "Your vote is asked for again", "Build: 2026.11.1 → 2026.11.2", "Last time you said Go")
	wants(t, o.command(rachel, "/rfc show 1"), "Environment Manager, System Integrator said Go with conditions last time")
	o.must(o.box.Click(t.Context(), tom, direct, o.last(tom, direct).TS, "rfc.vote.again", ""))
	o.settle()
	b := o.store.snapshot().ballots[2]
	if v, spoke := b.Standing("test-manager/si"); !spoke || v.Choice != release.VoteGo {
		t.Fatalf("ballot 2 has the votes %+v", b.Votes)
	}
	direct = o.box.DM(eve)
	o.must(o.box.Click(t.Context(), eve, direct, o.last(eve, direct).TS, "rfc.vote.again", ""))
	o.settle()
	v, _ := o.box.OpenView(eve)
	wants(t, string(v.Blocks), "Only after 22:00", "Last time your seat said Go with conditions")
}

func (o *office) votes(ballot int64) {
	o.t.Helper()
	for _, who := range []release.PersonID{"tom", "eve", "rachel", "ben"} {
		b := o.store.snapshot().ballots[ballot]
		if b.State != release.BallotOpen {
			return
		}
		if _, sits := b.SeatOf(who); !sits {
			continue
		}
		_, err := o.desk.Cast(o.t.Context(), release.Intent{By: who}, ballot, release.VoteGo, "")
		o.must(err)
	}
}

func (o *office) at(after time.Duration) {
	o.t.Helper()
	o.must(o.clock.MoveTo(o.t.Context(), start.Add(after)))
	_, err := o.desk.Tick(o.t.Context())
	o.must(err)
	o.work()
}

// cleared is REL-1, approved and cleared, inside its window.
func (o *office) cleared() {
	o.t.Helper()
	o.prepared()
	wants(o.t, o.command(rachel, "/gonogo open REL-1"), "The Go/No-Go on RFC-1 was not opened.")
	o.votes(1)
	o.at(time.Hour)
	wants(o.t, o.command(rachel, "/gonogo open helix 1.1.1.0"), "The Deployment Go/No-Go on RFC-1 is open.")
	o.votes(2)
	o.at(2 * time.Hour)
	wants(o.t, o.command(rachel, "/release next REL-1"), "Helix 1.1.1.0 moved on to 4.3 Deployment: communicate", "Its window has not begun")
	wants(o.t, o.command(rachel, "/release next REL-1"), "REL-1 was not deployed.", "Its window has not begun", "Whose: Elle Ford, by Mon 23 Nov 17:00 GMT")
	o.at(81 * time.Hour)
}
