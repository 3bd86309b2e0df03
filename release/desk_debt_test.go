package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// newIndebted is a board whose policy asks for a retrospective of emergencies
// within five working days.
func newIndebted(t tester) *board {
	t.Helper()
	b := newGoverned(t)
	p := governed()
	rules := p.Policy.Types[release.Emergency]
	rules.RetrospectiveDays, rules.LeadTimes = 5, nil
	p.Policy.Types[release.Emergency] = rules
	b.apply(p)
	first := b.create(planned(release.Minor)) // what the others build on
	_, err := b.desk.AbandonRelease(b.Context(), b.as("ex-rm"), first.Number, "Long ago.")
	b.must(err)
	return b
}

// deployed brings a release to the end of its deployment.
func (b *board) deployed(c release.ReleaseContent) release.Release {
	b.Helper()
	r := b.gone(c).Release
	b.clock = c.Targets[0].Window.From
	b.next(r.Number, "rm")
	return b.next(r.Number, "rm").Release
}

// urgent is an emergency on the newest version there is.
func urgent() release.ReleaseContent {
	c := planned(release.Emergency)
	c.Base = release.Version{}
	return c
}

// later is a release of the week after, with other content.
func later(t release.ReleaseType, items ...release.Item) release.ReleaseContent {
	c := planned(t)
	c.Base = release.Version{}
	c.Items = append([]release.Item{{Kind: release.ItemChangeRequest, ID: "CR-031", Title: "Retries"}}, items...)
	c.Targets = []release.Target{{Environment: "sit-a", Window: release.Window{
		From: monday.Add(10 * 24 * time.Hour), To: monday.Add(10*24*time.Hour + 2*time.Hour), Zone: "Europe/London",
	}}}
	c.Board = monday.Add(9 * 24 * time.Hour)
	return c
}

var theFix = release.Item{Kind: release.ItemDefectFix, ID: "def-1187", Title: "Settlement stops", Severity: release.Blocking}

func (b *board) debts(f release.DebtFilter) []release.Debt {
	b.Helper()
	debts, err := b.desk.Debts(b.Context(), f)
	b.must(err)
	return debts
}

func (b *board) owes(number int) []string {
	b.Helper()
	return keys(b.standing(number).Unmet([]release.Check{release.CheckDebts}))
}

// R98, M6, T27: a deployed emergency leaves its fix to be merged into the next
// release and into each one in flight, and a retrospective.
func TestAnEmergencyLeavesDebts(t *testing.T) {
	b := newIndebted(t)
	patch, other := b.create(later(release.Patch)), planned(release.Minor)
	other.System = "smart"
	_, err := b.desk.NewRelease(t.Context(), b.as("dcc-rm"), other)
	b.must(err)
	gone := b.create(later(release.Minor))
	_, err = b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), gone.Number, "Not needed.")
	b.must(err)
	e := b.deployed(urgent())

	due := time.Date(2026, 12, 4, 17, 0, 0, 0, time.UTC)
	type owed struct {
		kind   release.DebtKind
		target int
	}
	var got []owed
	for _, d := range b.debts(release.DebtFilter{Open: true}) {
		got = append(got, owed{d.Kind, d.Target})
		if d.Release != e.Number || d.Party != "elexon" || !d.Due.Equal(due) || !slices.Equal(d.Defects, []string{"DEF-1187"}) || d.Owner != "ex-rm" {
			t.Errorf("a debt is %+v", d)
		}
	}
	want := []owed{{release.MergeNext, 0}, {release.MergeInFlight, patch.Number}, {release.Retrospective, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("debts %v; want %v", got, want)
	}
	if told := b.told(release.NoticeDebts, release.ByDirect); !slices.Equal(told, []release.PersonID{"ex-rm"}) {
		t.Errorf("told %v", told)
	}
	if own := b.owes(e.Number); len(own) != 0 {
		t.Errorf("the emergency is held by its own debts: %v", own)
	}
	if r := b.deployedAgain(e); len(b.owes(r.Number)) != 0 {
		t.Errorf("another emergency is held by debts: %v", b.owes(r.Number))
	}
}

// deployedAgain plans another emergency of the same line.
func (b *board) deployedAgain(e release.Release) release.Release {
	b.Helper()
	c := later(release.Emergency, release.Item{Kind: release.ItemDefectFix, ID: "DEF-9", Title: "Reads double", Severity: release.Critical})
	c.Base = e.Version
	return b.create(c)
}

// M6: no patch gets its Go while the fix of an emergency is absent from it; it
// names whose it is, until when, and what settles it.
func TestNoPatchGoesWhileTheFixIsAbsent(t *testing.T) {
	b := newIndebted(t)
	e := b.deployed(urgent())
	_, err := b.desk.SettleDebt(t.Context(), b.as("ex-rm"), 2, "https://docs.example/retro")
	b.must(err)

	patch := b.prepared(later(release.Patch))
	b.next(patch.Number, "rm")
	b.agree(patch.RFC)
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), patch.RFC, time.Time{})
	r := refused(t, err, release.CodeState)
	if len(r.Blockers) != 1 || r.Blockers[0].Key != "debt/1" || !slices.Equal(r.Blockers[0].People, []release.PersonID{"ex-rm"}) ||
		r.Blockers[0].By.IsZero() || r.Blockers[0].Act != "/release edit "+patch.Name() || !strings.Contains(r.Blockers[0].What, e.Name()) {
		t.Fatalf("refused with %+v", r.Blockers)
	}

	patch = b.standing(patch.Number).Release
	_, err = b.desk.EditRelease(t.Context(), b.as("ex-rm"), patch.Number, patch.Revision, later(release.Patch, theFix))
	b.must(err)
	if owed := b.owes(patch.Number); len(owed) != 0 {
		t.Fatalf("with the fix in its content: %v", owed)
	}
	if d := b.debts(release.DebtFilter{})[0]; !d.Open() {
		t.Fatalf("settled before its Go: %+v", d)
	}
	b.handIn(patch.Number) // the note says what the release mends
	b.agree(patch.RFC)
	_, err = b.desk.OpenGoNoGo(t.Context(), b.as("rm"), patch.RFC, time.Time{})
	b.must(err)
	b.agree(patch.RFC)
	d := b.debts(release.DebtFilter{})[0]
	if d.Open() || d.SettledIn != patch.Number || d.How != release.ByContent || !strings.Contains(d.Evidence, patch.Name()) {
		t.Fatalf("after the Go of a release that carries it: %+v", d)
	}

	_, err = b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), patch.Number, "Dropped.")
	b.must(err)
	if d := b.debts(release.DebtFilter{})[0]; !d.Open() {
		t.Fatalf("what should have carried it was abandoned, and the debt is %+v", d)
	}
}

// M6: the fix in the bill of materials of a build settles what is owed to a
// release in flight, in the same act; a build without it opens it again.
func TestTheBillOfMaterialsSettlesADebt(t *testing.T) {
	b := newIndebted(t)
	minor := b.create(later(release.Minor))
	b.deployed(urgent())
	b.next(minor.Number, "ex-rm")
	if got := b.owes(minor.Number); !slices.Equal(got, []string{"debt/2"}) {
		t.Fatalf("a release in flight owes %v", got)
	}
	before := b.store.snapshot()
	with := build("2.1", "2")
	with.BOM[0].Fixes = []string{"DEF-1187"}
	_, err := b.desk.RegisterBuild(t.Context(), b.as("ex-build"), minor.Number, with)
	b.must(err)
	if !slices.Contains(b.kinds(before), release.DebtSettled) {
		t.Errorf("recorded %v", b.kinds(before))
	}
	d := b.debts(release.DebtFilter{})[1]
	if d.Open() || d.How != release.ByBOM || d.SettledBy != "ex-build" || !strings.Contains(d.Evidence, "build 2.1") {
		t.Errorf("settled as %+v", d)
	}
	b.built(minor.Number, "2.2", "3")
	if got := b.owes(minor.Number); !slices.Equal(got, []string{"debt/2"}) {
		t.Errorf("a build without the fix: %v", got)
	}
	_, err = b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), minor.Number, "Dropped.")
	b.must(err)
	if d := b.debts(release.DebtFilter{})[1]; d.Open() || d.How != release.ByNothing {
		t.Errorf("the debt of an abandoned release: %+v", d)
	}
}

// T27, T28: a retrospective is shown by a link, by whoever answers for it, once.
func TestARetrospectiveIsShownByALink(t *testing.T) {
	b := newIndebted(t)
	b.deployed(urgent())
	try := func(by release.PersonID, id int64, ref string) error {
		_, err := b.desk.SettleDebt(t.Context(), b.as(by), id, ref)
		return err
	}
	refused(t, try("ex-rm", 9, "https://docs.example/retro"), release.CodeNotFound)
	refused(t, try("dcc-rm", 2, "https://docs.example/retro"), release.CodeForbidden)
	refused(t, try("ex-rm", 2, "done"), release.CodeInvalid)
	refused(t, try("ex-rm", 1, "https://docs.example/retro"), release.CodeState)
	b.must(try("rm", 2, " https://docs.example/retro "))
	refused(t, try("rm", 2, "https://docs.example/retro"), release.CodeState)
	if d := b.debts(release.DebtFilter{})[1]; d.SettledBy != "rm" || d.Evidence != "https://docs.example/retro" || d.How != release.ByLink {
		t.Errorf("settled as %+v", d)
	}
}

// T27: the open retrospective blocks the next patch and no minor; while it is
// overdue, the party's next emergency needs the escalation point in every vote.
func TestAnOverdueRetrospectiveCallsTheEscalationPoint(t *testing.T) {
	b := newIndebted(t)
	e := b.deployed(urgent())
	minor, patch := b.create(later(release.Minor, theFix)), b.create(later(release.Patch, theFix))
	if owed := b.owes(minor.Number); len(owed) != 0 {
		t.Errorf("a minor is held by %v", owed)
	}
	if owed := b.owes(patch.Number); !slices.Equal(owed, []string{"debt/2"}) {
		t.Errorf("a patch is held by %v", owed)
	}
	b.clock = time.Date(2026, 12, 4, 16, 59, 0, 0, time.UTC)
	c := urgent()
	c.Base, c.Board = e.Version, b.clock.Add(time.Hour)
	c.Targets[0].Window = release.Window{From: b.clock.Add(48 * time.Hour), To: b.clock.Add(50 * time.Hour), Zone: "Europe/London"}
	called := func() (release.Seat, bool) {
		snapshot := b.store.snapshot()
		defer func() { b.store.world = snapshot }()
		r := b.create(c)
		b.readied(r, c.Targets[0].Window)
		seats := b.poll(b.standing(r.Number).Release.RFC).Seats
		i := slices.IndexFunc(seats, func(s release.Seat) bool { return s.Function == release.TMAGChair })
		if i < 0 {
			return release.Seat{}, false
		}
		return seats[i], true
	}
	if seat, ok := called(); ok {
		t.Errorf("called before it is overdue: %+v", seat)
	}
	b.clock = b.clock.Add(2 * time.Minute)
	seat, ok := called()
	if !ok || !seat.Mandatory || !seat.Escalated || !strings.Contains(seat.Why, e.Name()) {
		t.Errorf("while it is overdue: %+v", seat)
	}
	_, err := b.desk.SettleDebt(t.Context(), b.as("ex-rm"), 2, "https://docs.example/retro")
	b.must(err)
	if seat, ok := called(); ok {
		t.Errorf("called though it was shown: %+v", seat)
	}
}

// readied brings a new release to the board's vote.
func (b *board) readied(r release.Release, w release.Window) {
	b.Helper()
	b.next(r.Number, "ex-rm")
	b.built(r.Number, "2026.12.1", "1.3")
	b.next(r.Number, "ex-rm")
	b.show(r.Number, "test", release.CheckPIT)
	b.next(r.Number, "ex-rm")
	c := rfcFor(r)
	c.Window = w
	_, err := b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, c)
	b.must(err)
	b.show(r.Number, "env", release.PointBaseline)
	b.show(r.Number, "ex-build", release.PointPackage)
	b.show(r.Number, "rm", release.PointKnownIssues)
	b.show(r.Number, "rm", release.PointPlans)
	b.handIn(r.Number)
	b.next(r.Number, "rm")
}
