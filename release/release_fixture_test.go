package release_test

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"time"

	"gonogo.dev/release"
)

// governed is the sample programme with what releases ask for: the whole RACI
// table, a programme gate, lead times and repositories.
func governed() release.Programme {
	p := programme()
	p.RACI = maps.Clone(p.RACI)
	for _, a := range release.Activities() {
		if p.RACI[a] == nil {
			p.RACI[a] = map[release.Column]release.Letters{release.ColumnRM: "R,A", release.ColumnCSP: "R"}
		}
	}
	p.Policy.Types = maps.Clone(p.Policy.Types)
	for t, rules := range p.Policy.Types {
		rules.LeadTimes = map[release.Check]release.LeadTime{
			release.CheckNote: {Days: 1, Working: true, At: "17:00", Calendars: release.LeadOfProgramme},
		}
		if t == release.Major {
			rules.Programme = release.BallotPolicy{
				Seats: []release.SeatRule{
					{Function: release.TMAGChair, Of: "sro", Mandatory: true, Chair: true}, {Function: release.PMO, Of: "si"},
				},
				MinimumOpen: 10 * time.Minute, Deadline: 24 * time.Hour,
			}
		}
		p.Policy.Types[t] = rules
	}
	for i := range p.Systems {
		p.Systems[i].Repository = "https://git.example/" + string(p.Systems[i].ID) + ".git"
	}
	p.People = append(p.People, person("ex-build", release.BuildManager, "elexon"))
	return p
}

// tags is source control: every tag that begins with "v" exists.
type tags struct{}

// Tag returns a commit made of the tag.
func (tags) Tag(_ context.Context, _, tag string) (string, error) {
	if !strings.HasPrefix(tag, "v") {
		return "", &release.Refusal{Code: release.CodeNotFound, What: "No build.", Why: "There is no tag " + tag + ".", Next: "Push the tag first."}
	}
	return fmt.Sprintf("%040x", []byte(tag)), nil
}

func newGoverned(t tester) *board {
	t.Helper()
	b := newBoard(t)
	b.desk.WithSources(tags{})
	b.apply(governed())
	return b
}

// planned is a release that can be created at monday.
func planned(t release.ReleaseType) release.ReleaseContent {
	items := []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Settlement stops", Severity: release.Blocking}}
	return release.ReleaseContent{
		System: "helix", Type: t, Purpose: "Settlement runs again.", Items: items,
		Targets: []release.Target{{Environment: "sit-a", Window: content().Window}}, Owner: "ex-rm", Base: release.Version{Major: 1}, Board: monday.Add(73 * time.Hour),
	}
}

// rfcFor is the RFC of a release.
func rfcFor(r release.Release) release.RFCContent {
	c := content()
	c.Release, c.Type = r.Name(), r.Content.Type
	return c
}

func (b *board) create(c release.ReleaseContent) release.Release {
	b.Helper()
	r, err := b.desk.NewRelease(b.Context(), b.as("ex-rm"), c)
	b.must(err)
	return r
}

// next takes a release its next step; a deployment is started, and is carried out
// to its sign-off.
func (b *board) next(number int, by release.PersonID) release.Standing {
	b.Helper()
	switch b.standing(number).Release.Stage { //nolint:exhaustive // the others are moved by hand
	case release.Informing:
		b.start(number, by)
		return b.standing(number)
	case release.Deploying:
		return b.carryOut(number)
	}
	s, err := b.desk.Advance(b.Context(), b.as(by), number)
	b.must(err)
	return s
}

func (b *board) standing(number int) release.Standing {
	b.Helper()
	s, err := b.desk.ReadRelease(b.Context(), number)
	b.must(err)
	return s
}

func (b *board) show(number int, by release.PersonID, check release.Check) {
	b.Helper()
	if check == release.PointLessons { // its review shows it, and no link
		b.reviewed(number)
		return
	}
	_, err := b.desk.GiveEvidence(b.Context(), b.as(by), number, check, "https://docs.example/"+string(check), "")
	b.must(err)
}

// build returns a build whose bill of materials has one file in a version.
func build(name, version string) release.Build {
	return release.Build{
		Name: name, Tag: "v" + name, Digest: strings.Repeat("ab", 32),
		BOM: []release.BOMLine{{File: "settle.jar", Version: version, Date: "2026-11-20", Digest: "sha256:" + strings.Repeat("cd", 32)}},
	}
}

func (b *board) built(number int, name, version string) {
	b.Helper()
	_, err := b.desk.RegisterBuild(b.Context(), b.as("ex-build"), number, build(name, version))
	b.must(err)
}

// prepared brings a new release to the end of its preparation, with everything
// shown; the next step asks the board.
func (b *board) prepared(c release.ReleaseContent) release.Release {
	b.Helper()
	r := b.create(c)
	b.next(r.Number, "ex-rm")
	b.built(r.Number, "2026.11.1", "1.2")
	b.next(r.Number, "ex-rm")
	b.show(r.Number, "test", release.CheckPIT)
	b.next(r.Number, "ex-rm")
	_, err := b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))
	b.must(err)
	b.show(r.Number, "env", release.PointBaseline)
	b.show(r.Number, "ex-build", release.PointPackage)
	b.show(r.Number, "rm", release.PointKnownIssues)
	b.show(r.Number, "rm", release.PointPlans)
	b.handIn(r.Number)
	return b.standing(r.Number).Release
}

// gone brings a release to its fresh Go.
func (b *board) gone(c release.ReleaseContent) release.Standing {
	b.Helper()
	r := b.prepared(c)
	b.next(r.Number, "rm")
	b.agree(r.RFC)
	_, err := b.desk.OpenGoNoGo(b.Context(), b.as("rm"), r.RFC, time.Time{})
	b.must(err)
	b.agree(r.RFC)
	return b.next(r.Number, "rm")
}

// agree has everybody say Go on the open ballot of an RFC and waits for its end.
func (b *board) agree(rfc int) {
	b.Helper()
	b.everybody(b.poll(rfc).ID, release.VoteGo)
	b.pass(31 * time.Minute)
}

// keys are the keys of blockers.
func keys(blockers []release.Blocker) []string {
	all := make([]string, len(blockers))
	for i, x := range blockers {
		all[i] = x.Key
	}
	return all
}
