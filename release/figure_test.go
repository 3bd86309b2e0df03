package release_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

var figureDay = time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC) // a Monday, in winter: London's time is UTC

func figureProgramme() *release.Programme {
	return &release.Programme{
		Name: "Sample", Zone: "Europe/London", Parties: []release.Party{{ID: "hx", Name: "Helix"}, {ID: "si", Name: "Integrator"}},
		Systems: []release.System{{ID: "helix", Name: "Helix", Party: "hx"}},
		People: []release.Person{
			{ID: "ann", Name: "Ann", Roles: []release.Holding{{Role: release.TestManager, Party: "si"}}},
			{ID: "bea", Name: "Bea", Roles: []release.Holding{{Role: release.BuildManager, Party: "hx"}}},
		},
	}
}

// figureHistory is six patches, a minor and an emergency, a day apart, written down by
// hand: the comments say what each adds to the figures.
func figureHistory() release.FigureLog {
	l := release.FigureLog{Programme: figureProgramme(), From: figureDay, To: figureDay.AddDate(0, 0, 90)}
	seats := []release.Seat{
		{Key: "test-manager/si", Function: release.TestManager, Party: "si", Mandatory: true, Holders: []release.PersonID{"ann"}},
		{Key: "build-manager/hx", Function: release.BuildManager, Party: "hx", Mandatory: true, Holders: []release.PersonID{"bea"}},
	}
	for i := range 8 {
		at := figureDay.AddDate(0, 0, 7*i) // every Monday, 09:00
		x := release.ReleaseLife{Release: release.Release{
			Number: i + 1, Stage: release.Regression, RFC: i + 1, CreatedAt: at, Content: release.ReleaseContent{System: "helix", Type: release.Patch},
		}, Raised: map[int]time.Time{i + 1: at}}
		switch i {
		case 6:
			x.Release.Content.Type = release.Minor
		case 7:
			x.Release.Content.Type = release.Emergency // without a critical defect after all
		}
		// The vote: opened Monday 09:00, Ann after 2 hours, Bea after i hours more, closed then.
		b := release.BallotLife{Ballot: release.Ballot{
			ID: int64(i + 1), RFC: i + 1, Purpose: release.Deployment, Seats: seats, State: release.BallotClosed, OpenedAt: at,
			ClosedAt: at.Add(time.Duration(2+i) * time.Hour), Outcome: release.OutcomeGo,
		}}
		b.Every = []release.Vote{
			{ID: int64(10*i + 1), Seat: "test-manager/si", Person: "ann", Choice: release.VoteGo, At: at.Add(2 * time.Hour)},
			{ID: int64(10*i + 2), Seat: "build-manager/hx", Person: "bea", Choice: release.VoteGo, At: at.Add(time.Duration(2+i) * time.Hour)},
		}
		switch i {
		case 1: // Ann said No-Go first and turned: it changed something
			b.Every[0].Choice = release.VoteNoGo
			b.Every = append(b.Every, release.Vote{ID: 13, Seat: "test-manager/si", Person: "ann", Choice: release.VoteGo, At: b.Every[1].At})
		case 2: // a condition
			b.Every[1].Choice = release.VoteConditional
		case 3: // a No-Go
			b.Every[0].Choice, b.Outcome = release.VoteNoGo, release.OutcomeNoGo
		}
		x.Ballots = []release.BallotLife{b}
		// The plans were asked for on Monday 09:00 and shown by Bea on Tuesday at 12:00: 8 and 3 working hours.
		x.Stages = []release.StageSince{{1, release.Testing, at.Add(-time.Hour)}, {2, release.Preparing, at}, {3, release.Preparing, at.Add(time.Hour)}, {4, release.Approving, at.AddDate(0, 0, 2)}}
		x.Evidence = []release.Evidence{{ID: int64(i + 1), Check: release.PointPlans, By: "bea", At: at.Add(27 * time.Hour)}}
		// Deployed i+1 days after its RFC; the third was rolled back an hour after its first failed step.
		run := release.Rollout{ID: int64(i + 1), RFC: i + 1, Release: i + 1, Mode: release.LiveRollout, Type: x.Release.Content.Type, State: release.RolloutDeployed, EndedAt: at.AddDate(0, 0, i+1)}
		if i == 2 {
			run.State, run.WentBack = release.RolloutBack, run.EndedAt.Add(-30*time.Minute)
			run.Steps = []release.StepRun{{Result: release.StepDone, Ended: run.EndedAt.Add(-2 * time.Hour)}, {Result: release.StepFailed, Ended: run.EndedAt.Add(-time.Hour)}}
		}
		if i != 3 { // the No-Go was not deployed
			x.Rollouts = []release.Rollout{run}
		}
		if i == 5 { // a critical issue, resolved after three hours
			x.Issues = []release.SupportIssue{{ID: 1, Severity: release.Critical, At: run.EndedAt.Add(time.Hour), ResolvedAt: run.EndedAt.Add(4 * time.Hour)}, {ID: 2, Severity: release.Low, At: run.EndedAt.Add(time.Hour)}}
		}
		l.Lives = append(l.Lives, x)
	}
	for i, h := range []release.Happened{release.CameTrue, release.CameTrue, release.DidNot, release.CameTrue, release.NotKnown} {
		l.Judged = append(l.Judged, release.DissentOutcome{Ballot: int64(i + 1), Seat: "test-manager/si", Function: release.TestManager, Happened: h})
	}
	return l
}

// TestFigures holds the figures of a history against those counted by hand (M14, M16, R19).
func TestFigures(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	f := figureHistory().Figures()
	// Deployed: after 1, 2, 5, 6, 7 and 8 days.
	lead := release.LeadFigure{Spread: release.Spread{N: 6, Median: 11 * day / 2, Low: 2 * day, High: 7 * day, Sum: 29 * day}}
	if diff := cmp.Diff(lead, f.Lead[0]); diff != "" {
		t.Error("lead time:", diff)
	}
	if got := f.Lead[2]; got.Type != release.Patch || got.N != 4 || got.Enough() {
		t.Errorf("lead time of patches: %+v", got)
	}
	// The plans: 27 hours of the clock, 8 and 3 hours of work, eight times.
	var plans, votes release.WaitFigure
	for _, w := range f.Points {
		switch w.Point {
		case "Release plans approved":
			plans = w
		case release.Deployment.String():
			votes = w
		default:
			t.Errorf("waited for %s", w.Point)
		}
	}
	if plans.Clock.Median != 27*time.Hour || plans.Working.Median != 11*time.Hour || plans.Clock.N != 8 || plans.Working.Sum != 88*time.Hour {
		t.Errorf("plans: %+v", plans)
	}
	// The votes: 2 to 9 hours of the clock; of work at most the 8 hours of a day.
	if votes.Clock.Sum != 44*time.Hour || votes.Clock.Median != 11*time.Hour/2 || votes.Working.Sum != 43*time.Hour {
		t.Errorf("votes: %+v", votes)
	}
	// The integrator's seat spoke after 2 hours; Helix waited for on 8 votes (2 to 8 working hours, 43 in all) and 8 plans (88).
	if p := f.Parties; len(p) != 2 || p[0].Party != "hx" || p[0].Working.Sum != 131*time.Hour || p[1].Party != "si" || p[1].Working.Sum != 16*time.Hour || p[1].Clock.N != 8 {
		t.Errorf("parties: %+v", p)
	}
	d := f.Decisions
	if d.Changed != (release.Ratio{Part: 3, Of: 8}) || d.Stopped != 1 || d.Conditions != 1 || d.Turned != 1 || d.Changed.Percent() != 38 {
		t.Errorf("decisions: %+v", d)
	}
	// One rollback and one critical issue in seven deployments; restored after one and three hours.
	if f.Failures != (release.Ratio{Part: 2, Of: 7}) || f.Restore.N != 2 || f.Restore.Median != 2*time.Hour || f.Restore.Enough() {
		t.Errorf("failures: %+v, %+v", f.Failures, f.Restore)
	}
	if diff := cmp.Diff([]release.EmergencyRate{{Party: "hx", Emergencies: 1, Patches: 6, Unjustified: 1}}, f.Rates); diff != "" {
		t.Error("rates:", diff)
	}
	if diff := cmp.Diff([]release.DissentMemory{{Function: release.TestManager, Judged: 5, Confirmed: 3, Refuted: 1, Unknown: 1}}, f.Dissent); diff != "" {
		t.Error("dissent:", diff)
	}
	if len(f.Relaxations) != 0 {
		t.Errorf("a relaxation without the cases for it: %v", f.Relaxations)
	}
}

// TestFiguresInAnyOrder shows that the order in which events are read changes nothing.
func TestFiguresInAnyOrder(t *testing.T) {
	t.Parallel()
	want := figureHistory().Figures()
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		l := figureHistory()
		swap := func(n int, swap func(i, j int)) { r.Shuffle(n, swap) }
		swap(len(l.Lives), func(i, j int) { l.Lives[i], l.Lives[j] = l.Lives[j], l.Lives[i] })
		swap(len(l.Judged), func(i, j int) { l.Judged[i], l.Judged[j] = l.Judged[j], l.Judged[i] })
		for k := range l.Lives {
			x := &l.Lives[k]
			swap(len(x.Stages), func(i, j int) { x.Stages[i], x.Stages[j] = x.Stages[j], x.Stages[i] })
			swap(len(x.Issues), func(i, j int) { x.Issues[i], x.Issues[j] = x.Issues[j], x.Issues[i] })
			every := x.Ballots[0].Every
			swap(len(every), func(i, j int) { every[i], every[j] = every[j], every[i] })
		}
		if diff := cmp.Diff(want, l.Figures()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestRelaxation proposes what the numbers support, with their arithmetic (M16).
func TestRelaxation(t *testing.T) {
	t.Parallel()
	l := figureHistory()
	calm := l.Lives[0]
	l.Lives = nil
	for i := range 10 {
		x := calm
		x.Release.Number = i + 1
		l.Lives = append(l.Lives, x)
	}
	got := l.Figures().Relaxations
	want := "The votes on patch releases could be lighter, with a lower quorum or a shorter minimum time: 0 of 10 decisions changed anything (0%), " +
		"0 of 10 deployments failed (0%), and the votes were waited for 20.0 working hours in all, 2.0 in the middle. The board may decide so in the programme's policy."
	if len(got) != 1 || got[0] != want {
		t.Errorf("proposed %q", got)
	}
	l.Lives[4].Ballots = []release.BallotLife{figureHistory().Lives[3].Ballots[0]}
	if got := l.Figures().Relaxations; len(got) != 0 {
		t.Errorf("one decision in ten changed something: %q", got)
	}
}

// TestWorkingTime counts the hours of work over nights, weekends, holidays and the
// change of clocks (T15, T17).
func TestWorkingTime(t *testing.T) {
	t.Parallel()
	p := figureProgramme()
	for _, x := range []struct {
		from, to string
		want     time.Duration
	}{
		{"2026-11-02 09:00", "2026-11-02 12:00", 3 * time.Hour}, {"2026-11-02 06:00", "2026-11-02 22:00", 8 * time.Hour},
		{"2026-11-06 16:00", "2026-11-09 10:00", 2 * time.Hour}, {"2026-11-07 10:00", "2026-11-08 10:00", 0},
		{"2026-10-23 09:00", "2026-10-26 17:00", 16 * time.Hour}, {"2026-11-02 12:00", "2026-11-02 12:00", 0},
	} {
		from, err := time.ParseInLocation("2006-01-02 15:04", x.from, p.Location())
		if err != nil {
			t.Fatal(err)
		}
		to, err := time.ParseInLocation("2006-01-02 15:04", x.to, p.Location())
		if err != nil {
			t.Fatal(err)
		}
		if got := p.WorkingTime(from, to); got != x.want {
			t.Errorf("%s to %s: %s, want %s", x.from, x.to, got, x.want)
		}
	}
}

// TestFigurePeriod refuses periods that are empty or would be read for ever.
func TestFigurePeriod(t *testing.T) {
	t.Parallel()
	for days, ok := range map[int]bool{-1: false, 0: false, 1: true, 366: true, 400: false} {
		err := release.CheckFigurePeriod(figureDay, figureDay.AddDate(0, 0, days))
		if (err == nil) != ok {
			t.Errorf("%d days: %v", days, err)
		}
	}
}

// TestMemory tells of the last four No-Gos of a function, and of nobody's (M14).
func TestMemory(t *testing.T) {
	t.Parallel()
	judged := figureHistory().Judged
	m, ok := release.MemoryOf(release.TestManager, judged)
	if !ok || m.String() != "Test Manager's last 4 No-Gos: 2 confirmed, of 1 nobody can tell" {
		t.Errorf("got %q", m)
	}
	if _, ok := release.MemoryOf(release.BuildManager, judged); ok {
		t.Error("a function without a No-Go has a memory")
	}
	if m, _ := release.MemoryOf(release.TestManager, judged[:1]); m.String() != "Test Manager's last No-Go: confirmed" {
		t.Errorf("got %q", m)
	}
	for _, h := range release.Happenings() {
		if h.String() == "" || strings.Contains(h.String(), "not judged") {
			t.Errorf("%q says %q", h, h.String())
		}
	}
}
