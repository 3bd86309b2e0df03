package reports

import (
	"context"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// week is a snapshot with something in every part of the report.
func week() Snapshot {
	late := change(5, release.Approved, "Registration events in the right order", in(-9))
	late.Content.System, late.Content.Environments, late.Content.Disruption = "smrs", []release.EnvironmentID{"sit-b"}, release.ServerDown
	ready := change(6, release.Go, "DIP message broker 2.4", in(60))
	ready.Content.Release, ready.Content.Type, ready.Content.System = "R9", release.Patch, "dip"
	voting := change(7, release.InGoNoGo, "Stop rounding unmetered half-hourly profiles twice", in(85))
	waiting := change(8, release.Raised, "Consumption adjustment for new sites", in(180))
	waiting.Content.Release = "R9"
	stuck := change(9, release.Undecided, "Longer retention of interface logs", in(260))
	far := change(10, release.Approved, "Time-of-use bands for winter", in(24*30))
	rejected := change(11, release.Rejected, "Skip the regression pack", in(100))
	draft := change(13, release.Draft, "Nobody may know of this", in(48))

	gonogo := said(said(vote(21, 7, release.Deployment, in(-20)), "amara", release.VoteGo, ""), "tomasz", release.VoteGo, "")
	gonogo = said(said(gonogo, "arjun", release.VoteGo, ""), "siobhan", release.VoteGo, "")
	approval := said(vote(22, 8, release.Approval, in(-3)), "tomasz", release.VoteGo, "")
	no := said(vote(18, 11, release.Approval, in(-60)), "amara", release.VoteNoGo, "Nothing skips the regression pack.")
	no = closed(said(no, "siobhan", release.VoteGo, ""), in(-12), release.Clockwork)
	yes := vote(17, 6, release.Deployment, in(-70))
	for _, x := range []release.PersonID{"amara", "tomasz", "arjun", "siobhan"} {
		yes = said(yes, x, release.VoteGo, "")
	}
	yes = closed(said(yes, "priya", release.VoteConditional, "Attach the load test."), in(-24), "amara")
	none := closed(said(vote(16, 9, release.Approval, in(-80)), "amara", release.VoteGo, ""), in(-32), release.Clockwork)
	old := closed(vote(3, 5, release.Approval, in(-400)), in(-390), "amara")
	return Snapshot{
		At: monday, Programme: board(),
		RFCs:    []release.RFC{late, ready, voting, waiting, stuck, far, rejected, draft},
		Ballots: []release.Ballot{gonogo, approval, no, yes, none, old},
		Conditions: []release.Condition{
			{ID: 1, RFC: 6, Ballot: 17, Words: "Attach the load test.", By: "priya", Owner: "siobhan", At: in(-24)},
			{ID: 2, RFC: 5, Ballot: 3, Words: "Tell the suppliers’ service desks a day before.", By: "tomasz", Owner: "nia", At: in(-390)},
			{ID: 3, RFC: 10, Ballot: 4, Words: "Was shown met.", By: "tomasz", Owner: "siobhan", At: in(-300), MetAt: in(-200), MetBy: "siobhan", Evidence: "link"},
		},
		Checkpoint: "gonogo.mhhs.example/ledger\n1873\nPlsW2DcM9uYz0uJ9sYwRz3hY0aUq1VbM7oQm5kqk4e0=\n\n— gonogo.mhhs.example/ledger Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n",
	}
}

// pictureBytes are no part of golden files; TestChart looks at pictures.
var pictureBytes = regexp.MustCompile(`src="data:image/png;base64,[^"]+"`)

// The report of week 2026-W47 is what it was when somebody last looked at it.
func TestReadinessGolden(t *testing.T) {
	empty := Snapshot{At: monday, Programme: &release.Programme{Name: "A new programme", Short: "NEW", Zone: "Europe/London"}}
	rehearsal := letterhead(t)
	rehearsal.Rehearsal, rehearsal.ChannelURL = true, "http://127.0.0.1:8080/"
	for name, c := range map[string]struct {
		l Letterhead
		s Snapshot
	}{"full": {letterhead(t), whole()}, "empty": {rehearsal, empty}} {
		out, err := c.l.Readiness(Fold(c.s), "")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "readiness-"+name+".txt", []byte(out.Text))
		if text, err := c.l.ReadinessText(Fold(c.s), ""); err != nil || text != out.Text {
			t.Errorf("%s: the text without pictures is another: %v", name, err)
		}
		golden(t, "readiness-"+name+".html", pictureBytes.ReplaceAll([]byte(out.HTML), []byte(`src="data:image/png;base64,AA=="`)))
	}
}

func TestHeadline(t *testing.T) {
	want := "4 windows in the next two weeks: 1 is Go; 1 waits for Test Manager, MHHS Programme SI; 1 waits for its approval vote; " +
		"1 waits for a new approval vote. 2 RFCs are late."
	if got := Fold(week()).Headline; got != want {
		t.Errorf("headline:\n got %s\nwant %s", got, want)
	}
	quiet := week()
	quiet.RFCs = nil
	if got, want := Fold(quiet).Headline, "No windows in the next two weeks. Nothing is late."; got != want {
		t.Errorf("headline of an empty week: %s, want %s", got, want)
	}
}

// Each kind of lateness is seen, and each late RFC once.
func TestLate(t *testing.T) {
	r := Fold(week())
	got := map[string][]Lateness{}
	for _, x := range r.Late {
		got[x.RFC.Name()] = x.Why
	}
	want := map[string][]Lateness{"RFC-5": {WithoutGo, ConditionUnmet}, "RFC-9": {ApprovalOverdue}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("late (-want +got):\n%s", d)
	}
	if len(r.Conditions) != 1 || r.Conditions[0].Condition.ID != 1 {
		t.Errorf("conditions to meet: %+v, want the one of RFC-6 alone", r.Conditions)
	}
}

// The order in which storage returns things does not matter.
func TestFoldIgnoresOrder(t *testing.T) {
	want := Fold(whole())
	rapid.Check(t, func(t *rapid.T) {
		s := whole()
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		rnd.Shuffle(len(s.RFCs), func(i, j int) { s.RFCs[i], s.RFCs[j] = s.RFCs[j], s.RFCs[i] })
		rnd.Shuffle(len(s.Ballots), func(i, j int) { s.Ballots[i], s.Ballots[j] = s.Ballots[j], s.Ballots[i] })
		rnd.Shuffle(len(s.Conditions), func(i, j int) { s.Conditions[i], s.Conditions[j] = s.Conditions[j], s.Conditions[i] })
		rnd.Shuffle(len(s.Standings), func(i, j int) { s.Standings[i], s.Standings[j] = s.Standings[j], s.Standings[i] })
		rnd.Shuffle(len(s.Before), func(i, j int) { s.Before[i], s.Before[j] = s.Before[j], s.Before[i] })
		rnd.Shuffle(len(s.Statuses), func(i, j int) { s.Statuses[i], s.Statuses[j] = s.Statuses[j], s.Statuses[i] })
		rnd.Shuffle(len(s.Actions), func(i, j int) { s.Actions[i], s.Actions[j] = s.Actions[j], s.Actions[i] })
		rnd.Shuffle(len(s.Debts), func(i, j int) { s.Debts[i], s.Debts[j] = s.Debts[j], s.Debts[i] })
		if d := cmp.Diff(want, Fold(s)); d != "" {
			t.Fatalf("in another order (-want +got):\n%s", d)
		}
	})
}

// Each open RFC stands under its state, once; it is planned if and only if its
// window touches the two weeks, and then once under its release and once under
// every environment; drafts and ended ones are in no part.
func TestEveryOpenRFCIsWhereItBelongs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Snapshot{At: monday, Programme: board()}
		for n := range rapid.IntRange(0, 12).Draw(t, "rfcs") {
			state := rapid.SampledFrom(release.RFCStates()).Draw(t, "state")
			r := change(n+1, state, "x", in(rapid.Float64Range(-400, 800).Draw(t, "from")))
			r.Content.Release = rapid.SampledFrom([]string{"", "R8", "R9", "R77"}).Draw(t, "release")
			r.Content.Environments = rapid.SliceOfNDistinct(rapid.SampledFrom([]release.EnvironmentID{"sit-a", "sit-b", "uit", "old", "moon"}), 1, 5, rapid.ID).Draw(t, "environments")
			s.RFCs = append(s.RFCs, r)
		}
		r := Fold(s)
		for _, x := range s.RFCs {
			open := x.State.Open() && x.State != release.Draft
			soon := open && x.Content.Window.Overlaps(release.Window{From: monday, To: r.Until()})
			states := 0
			for _, in := range r.Open {
				for _, y := range in.RFCs {
					if y.RFC.Number == x.Number && in.State == x.State {
						states++
					}
				}
			}
			want := map[string]int{"open": one(open), "planned": one(soon), "releases": one(soon), "environments": one(soon) * len(x.Content.Environments)}
			got := map[string]int{"open": states, "planned": times(x, Group{Planned: r.Planned})}
			got["releases"], got["environments"] = 0, 0
			for _, g := range r.Releases {
				got["releases"] += times(x, g) * one(g.ID == x.Content.Release)
			}
			for _, g := range r.Environments {
				got["environments"] += times(x, g)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("%s, %s (-want +got):\n%s", x.Name(), x.State, d)
			}
		}
	})
}

func times(r release.RFC, g Group) int {
	n := 0
	for _, x := range g.Planned {
		n += one(x.RFC.Number == r.Number)
	}
	return n
}

// However many RFCs are open, the mail stays short enough to be shown whole.
func TestReadinessStaysShort(t *testing.T) {
	s := Snapshot{At: monday, Programme: board()}
	for n := range 400 {
		s.RFCs = append(s.RFCs, change(n+1, release.Go, strings.Repeat("long title ", 10), in(-400)))
	}
	out, err := letterhead(t).Readiness(Fold(s), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(out.HTML) > 100_000 || !strings.Contains(out.Text, "and 375 more") {
		t.Errorf("the report has %d bytes of HTML and ends\n%.2000s", len(out.HTML), out.Text)
	}
}

// A draft is known to its author alone: no report may name it.
func TestReportsNeverNameDrafts(t *testing.T) {
	out, err := letterhead(t).Readiness(Fold(week()), "")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.Text+out.HTML, "Nobody may know") || strings.Contains(out.Text+out.HTML, "RFC-13") {
		t.Error("the report names a draft")
	}
}

// Two weeks ahead are 14 days of 24 hours across the change of the clocks, and
// times are shown in the zone of their own season; years may have 53 weeks (T17).
func TestReadinessAcrossSeasons(t *testing.T) {
	for _, c := range []struct{ at, window, week, shows string }{
		{"2026-10-19T08:00:00Z", "2026-10-25T00:30:00Z", "2026-W43", "Sun 25 Oct 2026 01:30 BST to 04:30 GMT"},
		{"2027-03-22T09:00:00Z", "2027-03-28T00:30:00Z", "2027-W12", "Sun 28 Mar 2027 00:30 GMT to 05:30 BST"},
		{"2026-12-28T09:00:00Z", "2026-12-30T22:00:00Z", "2026-W53", "Wed 30 Dec 2026 22:00 to Thu 31 Dec 2026 02:00 GMT"},
		{"2027-01-01T09:00:00Z", "2027-01-02T22:00:00Z", "2026-W53", "Sat 2 Jan 2027 22:00 to Sun 3 Jan 2027 02:00 GMT"},
	} {
		at, window := instant(t, c.at), instant(t, c.window)
		s := Snapshot{At: at, Programme: board(), RFCs: []release.RFC{change(1, release.Go, "Seasons", window)}}
		r := Fold(s)
		out, err := letterhead(t).Readiness(r, "")
		if err != nil {
			t.Fatal(err)
		}
		if r.Week != c.week || len(r.Planned) != 1 || !strings.Contains(out.Text, c.shows) {
			t.Errorf("at %s: week %s, planned %d, want %s and %q in\n%s", c.at, r.Week, len(r.Planned), c.week, c.shows, out.Text)
		}
	}
}

func instant(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// snapshot is a Source of one state, whatever the instant.
type snapshot struct{ Snapshot }

func (s snapshot) ProgrammeNow(context.Context) (*release.Programme, error) { return s.Programme, nil }

func (s snapshot) RFCsAsOf(context.Context, time.Time, time.Time) ([]release.RFC, error) {
	return s.RFCs, nil
}

func (s snapshot) BallotsAsOf(context.Context, time.Time, time.Time) ([]release.Ballot, error) {
	return s.Ballots, nil
}

func (s snapshot) ActionsAsOf(context.Context, time.Time) ([]release.Action, error) {
	return s.Actions, nil
}

func (s snapshot) DoubtsAsOf(context.Context, time.Time) ([]release.ConfigurationIssue, error) {
	return s.Doubts, nil
}

func (s snapshot) ConditionsAsOf(context.Context, time.Time, time.Time) ([]release.Condition, error) {
	return s.Conditions, nil
}

func (s snapshot) Checkpoint(context.Context) (string, error) { return s.Snapshot.Checkpoint, nil }

func (s snapshot) StandingsAsOf(_ context.Context, t time.Time) ([]release.Standing, error) {
	if t.Before(s.At) {
		return s.Before, nil
	}
	return s.Standings, nil
}

func (s snapshot) DebtsAsOf(context.Context, time.Time) ([]release.Debt, error) { return s.Debts, nil }

func (s snapshot) BookingsAsOf(context.Context, time.Time, time.Time) ([]release.Booking, error) {
	return s.Bookings, nil
}

func (s snapshot) StatusesBetween(context.Context, time.Time, time.Time) ([]release.StatusReport, error) {
	return s.Statuses, nil
}

func (s snapshot) DeliveredBetween(context.Context, time.Time, time.Time) ([]release.Delivery, error) {
	return s.Deliveries, nil
}

func (s snapshot) CommentsBetween(context.Context, time.Time, time.Time) ([]release.ReadinessComment, error) {
	return s.Comments, nil
}

func (s snapshot) HistoryBetween(context.Context, time.Time, time.Time) (release.History, error) {
	return s.History, nil
}

func (s snapshot) RunBefore(context.Context, string, time.Time) (release.Run, error) {
	return release.Run{}, release.ErrNotFound
}
