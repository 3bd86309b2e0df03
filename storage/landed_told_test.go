package storage_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// told is what is kept, in words: everything that people and later acts rely on.
// The words were kept with the dumps, so they are stable keys, never the text
// that people read.
func (s *scene) told() string {
	s.t.Helper()
	var out strings.Builder
	say := func(format string, values ...any) { fmt.Fprintf(&out, format+"\n", values...) }
	s.tellProgramme(say)
	all, err := s.desk.List(s.t.Context(), "ray", release.RFCFilter{})
	s.must(err)
	for _, r := range slices.Backward(all) {
		tellStory(say, s.story(r.Number))
	}
	s.tellReleases(say)
	s.tellAfter(say)
	s.tellPast(say)
	s.tellNotices(say)
	v := s.verify()
	say("ledger: %d entries, %d unsealed, root %s", v.Size, v.Unsealed, v.Root)
	return out.String()
}

func (s *scene) tellProgramme(say func(string, ...any)) {
	s.t.Helper()
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		for version := 1; version <= 2; version++ {
			p, err := tx.ProgrammeAt(version)
			if err != nil {
				return err
			}
			var people []string
			for _, x := range p.People {
				people = append(people, fmt.Sprintf("%s, %s of %s", x.Name, string(x.Roles[0].Role), x.Roles[0].Party))
			}
			say("programme %d: %s, %s; %s", p.Version, p.Name, p.Zone, strings.Join(people, "; "))
			rules := p.Policy.For(release.Patch, release.Deployment)
			say("  policy: %d seats, %s to %s, reminders %v before", len(rules.Seats), rules.MinimumOpen, rules.Deadline, rules.RemindBefore)
			say("  table: %v", p.RACI)
		}
		return nil
	}))
}

func tellStory(say func(string, ...any), s release.Story) {
	r := s.RFC
	say("%s, revision %d, is %q under programme %d, raised by %s at %s, changed by %q at %s, ended %q",
		r.Name(), r.Revision, string(r.State), r.Programme, r.RaisedBy, at(r.RaisedAt), r.UpdatedBy, at(r.UpdatedAt), r.Ended)
	c := r.Content
	say("  content %s: %q, %s, %q, window from %s", c.Digest(), c.Title, c.System, string(c.Disruption), at(c.Window.From))
	for _, b := range slices.Backward(s.Ballots) {
		say("  ballot %d on %s is %s: %q by %q, from %s to %s, reminders %d, void %q",
			b.ID, string(b.Purpose), b.State, string(b.Outcome), b.ClosedBy, at(b.OpenedAt), at(b.ClosedAt), len(b.Reminders), b.VoidReason)
		say("    content %s, deadline %s, minimum %s", b.Digest, at(b.Deadline), at(b.MinimumUntil))
		for _, seat := range b.Seats {
			say("    seat %s of %v, mandatory %v, chair %v", seat.Key, seat.Holders, seat.Mandatory, seat.Chair)
		}
		for _, v := range b.Votes {
			say("    vote %d of %s by %s: %s %q at %s", v.ID, v.Seat, v.Person, string(v.Choice), v.Words, at(v.At))
		}
	}
	for _, c := range s.Conditions {
		say("  condition %d of ballot %d by %s for %s: %q; met by %q at %s: %q",
			c.ID, c.Ballot, c.By, c.Owner, c.Words, c.MetBy, at(c.MetAt), c.Evidence)
	}
}

// tellPast tells what a report of the beginning would read.
func (s *scene) tellPast(say func(string, ...any)) {
	s.t.Helper()
	then, err := s.RFCsAsOf(s.t.Context(), time.Time{}, noon)
	s.must(err)
	for _, r := range then {
		say("at noon: %s, revision %d, %q", r.Name(), r.Revision, string(r.State))
	}
}

func (s *scene) tellNotices(say func(string, ...any)) {
	s.t.Helper()
	ctx := s.t.Context()
	var cadences map[release.PersonID]release.Cadence
	err := s.Within(ctx, func(tx release.Tx) error {
		var err error
		cadences, err = tx.Cadences()
		return err
	})
	s.must(err)
	held, err := s.Held(ctx, cadences["pia"])
	s.must(err)
	for _, n := range held {
		say("held for the %s digest of %s: %s, %s of %s", n.Hold, n.To, n.Key, n.Event.Kind, n.Event.RFC.Name())
	}
	counts, err := s.Counts(ctx)
	s.must(err)
	for _, state := range slices.Sorted(maps.Keys(counts.Notices)) {
		say("notices %s: %d", state, counts.Notices[state])
	}
	for _, state := range slices.Sorted(maps.Keys(counts.Jobs)) {
		say("jobs %s: %d", state, counts.Jobs[state])
	}
	run, err := s.LastRun(ctx, "digest-weekly")
	s.must(err)
	say("run %s %s due %s at %s, late %v", run.Report, run.Period, at(run.Due), at(run.At), run.Late)
}

// at is an instant as precise as it is kept.
func at(t time.Time) string {
	if t.IsZero() {
		return "no time"
	}
	return t.UTC().Format("2006-01-02T15:04:05.000000Z")
}

// programme has two who decide, one who asks and one who is told.
func programme() release.Programme {
	who := func(id release.PersonID, name string, role release.Role, party release.PartyID) release.Person {
		return release.Person{
			ID: id, Name: name, Mail: string(id) + "@gonogo.example", Roles: []release.Holding{{Role: role, Party: party}},
			Slack: []release.SlackID{{Team: "T1", User: "U-" + string(id)}},
		}
	}
	rules := release.BallotPolicy{
		Seats: []release.SeatRule{
			{Function: release.ReleaseManager, Of: "si", Mandatory: true, Chair: true},
			{Function: release.TestManager, Of: "si", Mandatory: true},
		},
		MinimumOpen: 30 * time.Minute, Deadline: 48 * time.Hour, RemindBefore: []time.Duration{24 * time.Hour, 2 * time.Hour},
	}
	return release.Programme{
		Name: "Sample <programme> & more", Short: "SP", Zone: "Europe/London", Holidays: []string{"2026-12-25"},
		Slack: release.Places{Team: "T1", RCB: "C1"},
		Parties: []release.Party{
			{ID: "si", Name: "Integrator", Kind: release.ProgrammeParty}, {ID: "elexon", Name: "Elexon", Kind: release.CoreProvider},
			{ID: "supplier", Name: "Supplier One", Kind: release.Participant},
		},
		People: []release.Person{
			who("ann", "Ann", release.ReleaseManager, "si"), who("tess", "Tess O'Neil", release.TestManager, "si"),
			who("ray", "Ray", release.ReleaseManager, "elexon"), who("pia", "Pía", release.Representative, "supplier"),
		},
		Systems:      []release.System{{ID: "helix", Name: "Helix", Party: "elexon"}},
		Environments: []release.Environment{{ID: "sit-a", Name: "SIT A"}},
		Policy: release.Policy{
			Types:   map[release.ReleaseType]release.TypePolicy{release.Patch: {Approval: rules, Deployment: rules}},
			Raisers: []release.Role{release.ReleaseManager},
		},
		RACI: release.RACI{
			release.RFCApproval:   {release.ColumnRM: "R,A", release.ColumnTest: "C", release.ColumnTP: "I"},
			release.DeploymentGNG: {release.ColumnRM: "R,A", release.ColumnTest: "C", release.ColumnTP: "I"},
		},
	}
}

// patch is a content that can be raised at noon and for days to come.
func patch(title string) release.RFCContent {
	return release.RFCContent{
		Title: title, System: "helix", Type: release.Patch, Kind: release.DefectFix,
		Environments: []release.EnvironmentID{"sit-a"}, References: []string{"DEF-1187"},
		Reason: "Settlement runs stop.", Impact: "Nothing for the others.",
		Risk:       release.Risk{Likelihood: 2, Consequence: 3, Sentence: "The fix is small."},
		Window:     release.Window{From: noon.Add(96 * time.Hour), To: noon.Add(98 * time.Hour), Zone: "Europe/London"},
		Disruption: release.NoDisruption,
	}
}

// tellReleases tells of releases; a history from before them says nothing.
func (s *scene) tellReleases(say func(string, ...any)) {
	s.t.Helper()
	all, err := s.desk.Standings(s.t.Context(), release.ReleaseFilter{})
	s.must(err)
	for _, x := range slices.Backward(all) {
		r := x.Release
		say("%s, revision %d, is %s %s in %q, owned by %s, base %s, board %s, rfc %d, asked %t, ended %q",
			r.Name(), r.Revision, r.Content.System, r.Version, string(r.Stage), r.Content.Owner, r.Content.Base, at(r.Content.Board), r.RFC, r.Asked, r.Ended)
		say("  purpose %q, items %v, targets %v", r.Content.Purpose, r.Content.Items, r.Content.Environments())
		if x.Build != nil {
			say("  build %d: %s, tag %s at %s, %s, %v", x.Build.ID, x.Build.Name, x.Build.Tag, x.Build.Commit, x.Build.Digest, x.Build.BOM)
		}
		for _, e := range x.Evidence {
			say("  evidence %d: %s, waiver %t, %q %q, build %d, by %s at %s, until %s, taken %q", e.ID, string(e.Check), e.Waiver, e.Ref, e.Note, e.Build,
				e.By, at(e.At), at(e.Until), e.TakenWhy)
		}
		say("  dossier %s", x.Dossier().Digest())
	}
}

// tellAfter tells of what follows the Go: notes, runs, reviews, lessons, actions,
// operations. A history from before them says nothing.
func (s *scene) tellAfter(say func(string, ...any)) {
	s.t.Helper()
	ctx := s.t.Context()
	all, err := s.desk.Standings(ctx, release.ReleaseFilter{})
	s.must(err)
	for _, x := range slices.Backward(all) {
		book, err := s.desk.ReadNotes(ctx, x.Release.Number)
		s.must(err)
		for _, n := range book.Submitted {
			say("note %d of %s: %s by %s at %s, build %d, %d steps", n.Version, x.Release.Name(), n.Digest, n.By, at(n.At), n.Build, len(n.Note.Runbook.Instructions.Steps))
		}
		reviews, err := s.desk.ReadReviews(ctx, x.Release.Number)
		s.must(err)
		for _, v := range reviews {
			say("review %d of %s, due %s, closed %s, %s: %d answers", v.Review.ID, x.Release.Name(), at(v.Review.Due), at(v.Review.ClosedAt), v.Review.Digest, len(v.Answers))
		}
	}
	runs, err := s.desk.Rollouts(ctx, release.RolloutFilter{})
	s.must(err)
	for _, v := range runs {
		say("run %d of release %d, %s, %q: %d tries, digest %s", v.Rollout.ID, v.Rollout.Release, string(v.Rollout.Mode), string(v.Rollout.State), len(v.Rollout.Steps), v.Rollout.Digest())
	}
	lessons, err := s.desk.Lessons(ctx, "", "")
	s.must(err)
	for _, x := range lessons {
		say("lesson %d: %q of %s in %q", x.ID, x.Words, x.System, x.Environment)
	}
	actions, err := s.desk.Actions(ctx, release.ActionFilter{})
	s.must(err)
	for _, x := range actions {
		say("action %d: %q of %s, due %s, ended %s", x.ID, x.What, x.Owner, at(x.Due), at(x.EndedAt))
	}
	operations, err := s.desk.Operations(ctx, "ray", release.OperationFilter{})
	s.must(err)
	for _, v := range operations {
		say("operation %d: %q, ended %s", v.Operation.ID, string(v.Operation.State), at(v.Operation.EndedAt))
	}
	for _, x := range all {
		plan, err := s.desk.ReadPlan(ctx, x.Release.Number)
		s.must(err)
		for _, c := range plan.Lines {
			say("line %d of %s: %q, %q, dropped %s: %q", c.ID, x.Release.Name(), string(c.Kind), c.Words, at(c.DroppedAt), c.Dropped)
		}
	}
	mail, err := s.desk.MailOf(ctx, "pia")
	s.must(err)
	for _, x := range mail.Off {
		say("pia gets no mail of %q", string(x))
	}
	feeds, _, err := s.desk.Feeds(ctx, "pia")
	s.must(err)
	for _, x := range feeds {
		say("feed %d of %s: %q %q", x.ID, x.Owner, string(x.Kind), x.Whose)
	}
}
