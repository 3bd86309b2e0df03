package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// telling is the governed programme with a plan for patches.
func telling() release.Programme {
	p := governed()
	p.Lists = []release.DistributionList{{ID: "core", Name: "Core", People: []release.PersonID{"pmo", "tmag", "gone", "ex-rep"}}}
	all := []release.ReleaseType{release.Patch, release.Major}
	p.Communications = []release.CommunicationRule{
		{Types: all, Kind: release.FirstNotice, To: []release.Addressee{"list:core"}, When: moment("planning"), Road: release.ByMail},
		{Types: all, Kind: release.ImpactNotice, To: []release.Addressee{release.TheImpacted}, When: moment("2 working days before window-begin at 10:00"), Road: release.ByMail, Confirm: true},
		{Types: all, Kind: release.GoDecision, To: []release.Addressee{"role:release-manager"}, When: moment("communicate"), Road: release.ByDirect},
		{Types: all, Kind: release.CompletionNotice, When: moment("regression"), Road: release.ByChannel},
		{Types: []release.ReleaseType{release.Major}, Kind: release.ManagementSummary, To: []release.Addressee{"person:tmag"}, When: moment("approve"), Road: release.ByMail},
	}
	return p
}

func moment(text string) release.Moment {
	m, err := release.ParseMoment(text)
	if err != nil {
		panic(err)
	}
	return m
}

func newTelling(t tester) *board {
	t.Helper()
	b := newGoverned(t)
	b.apply(telling())
	return b
}

// communicate lets the clockwork send what is due, several times over.
func (b *board) communicate() {
	b.Helper()
	for range 3 {
		_, err := b.desk.Communicate(b.Context())
		b.must(err)
	}
}

func (b *board) lines(number int) release.Plan {
	b.Helper()
	p, err := b.desk.ReadPlan(b.Context(), number)
	b.must(err)
	return p
}

// letters are the keys of the communications that were promised.
func (b *board) letters() []string {
	var all []string
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind == release.NoticeCommunication {
			all = append(all, n.Key)
		}
	}
	slices.Sort(all)
	return all
}

// R44, R107: a release begins with its type's plan, what hangs on a stage is sent
// when that is reached, what hangs on the window at its hour by the working
// calendar, each person once however often it is looked at.
func TestPlanIsSent(t *testing.T) {
	b := newTelling(t)
	r := b.prepared(planned(release.Patch))
	if lines := b.lines(r.Number).Lines; len(lines) != 4 {
		t.Fatalf("%d lines", len(lines))
	}
	b.communicate()
	first := []string{"communication/1/ex-rep", "communication/1/pmo", "communication/1/tmag"}
	if diff := cmp.Diff(first, b.letters()); diff != "" {
		t.Fatal(diff)
	}
	impact := b.lines(r.Number).Lines[1]
	if want := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC); !impact.Due.Equal(want) {
		t.Fatalf("due %s", impact.Due)
	}
	b.clock = impact.Due.Add(-time.Second)
	b.communicate()
	if len(b.letters()) != 3 {
		t.Fatal("told too early")
	}
	b.clock = impact.Due
	b.communicate()
	impacted := []string{"communication/2/dcc-rep", "communication/2/dno-rep", "communication/2/ex-rep", "communication/2/sup-rep"}
	if diff := cmp.Diff(append(first, impacted...), b.letters()); diff != "" {
		t.Fatal(diff)
	}
	if c := b.lines(r.Number).Lines[1]; c.Late || !c.SentAt.Equal(c.Due) {
		t.Errorf("%+v", c)
	}
}

// What was due while nobody could send it is told late, and says so.
func TestLateCommunication(t *testing.T) {
	b := newTelling(t)
	r := b.create(planned(release.Patch))
	b.clock = b.clock.Add(16 * time.Minute)
	b.communicate()
	if c := b.lines(r.Number).Lines[0]; !c.Late || c.SentAt.IsZero() {
		t.Errorf("%+v", c)
	}
}

// M11: who was asked to confirm and did not is known, by organisation; a second
// confirmation changes nothing, and nobody confirms what they were not sent.
func TestConfirmations(t *testing.T) {
	b := newTelling(t)
	r := b.create(planned(release.Patch))
	refused(t, second(b.desk.ConfirmCommunication(t.Context(), b.as("sup-rep"), 2, release.ConfirmedByLink)), release.CodeState)
	b.clock = b.lines(r.Number).Lines[1].Due
	b.communicate()
	silent := []release.PartyID{"elexon", "dcc", "supplier", "dno"}
	if diff := cmp.Diff(silent, b.standing(r.Number).Silent); diff != "" {
		t.Fatal(diff)
	}
	refused(t, second(b.desk.ConfirmCommunication(t.Context(), b.as("rm"), 2, release.ConfirmedBySlack)), release.CodeForbidden)
	for range 2 {
		if _, err := b.desk.ConfirmCommunication(t.Context(), b.as("sup-rep"), 2, release.ConfirmedByLink); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, second(b.desk.ConfirmCommunication(t.Context(), b.as("sup-rep"), 99, release.ConfirmedByLink)), release.CodeNotFound)
	if diff := cmp.Diff([]release.PartyID{"elexon", "dcc", "dno"}, b.lines(r.Number).Silent()); diff != "" {
		t.Error(diff)
	}
	confirmed := 0
	for _, e := range b.store.snapshot().Entries {
		if e.Kind == release.CommunicationConfirmed {
			confirmed++
		}
	}
	if confirmed != 1 {
		t.Errorf("%d confirmations in the ledger", confirmed)
	}
}

// A line that hangs on the window moves with it; whoever was told of the old one
// gets one correction, which is taken back when the window moves back in time.
func TestWindowMoves(t *testing.T) {
	b := newTelling(t)
	r := b.create(planned(release.Patch))
	b.communicate()
	move := func(days int) {
		t.Helper()
		now := b.standing(r.Number).Release
		c := now.Content
		c.Targets = slices.Clone(c.Targets)
		w := planned(release.Patch).Targets[0].Window
		c.Targets[0].Window = release.Window{From: w.From.AddDate(0, 0, days), To: w.To.AddDate(0, 0, days), Zone: w.Zone}
		_, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, now.Revision, c)
		b.must(err)
	}
	before := b.lines(r.Number).Lines[1].Due
	move(7)
	if due := b.lines(r.Number).Lines; !slices.ContainsFunc(due, func(c release.Communication) bool {
		return c.Kind == release.ImpactNotice && c.Due.Equal(before.AddDate(0, 0, 7))
	}) {
		t.Fatalf("the line did not move: %+v", due)
	}
	move(0) // before anything was sent
	b.communicate()
	if len(b.letters()) != 3 {
		t.Fatalf("a correction of nothing: %v", b.letters())
	}
	move(14)
	b.communicate()
	corrected := []string{"communication/6/ex-rep", "communication/6/pmo", "communication/6/tmag"}
	if diff := cmp.Diff(corrected, b.letters()[3:]); diff != "" {
		t.Fatal(diff)
	}
	notice := b.store.snapshot().Notices[len(b.store.snapshot().Notices)-1]
	if got := notice.Event.Communication; !got.Before.Window.Same(planned(release.Patch).Targets[0].Window) || got.Window.Same(got.Before.Window) {
		t.Errorf("before %s, now %s", got.Before.Window, got.Window)
	}
	b.communicate()
	move(21)
	b.communicate()
	if n := len(b.letters()); n != 9 { // the three of them, once more
		t.Errorf("%d told: %v", n, b.letters())
	}
}

// Nothing is sent of a release that was abandoned.
func TestAbandonedIsNotTold(t *testing.T) {
	b := newTelling(t)
	r := b.create(planned(release.Patch))
	_, err := b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, "Dropped.")
	b.must(err)
	b.clock = b.clock.AddDate(0, 1, 0)
	b.communicate()
	if told := b.letters(); len(told) != 0 {
		t.Error(told)
	}
	for _, c := range b.lines(r.Number).Lines {
		if c.DroppedAt.IsZero() {
			t.Errorf("%s stands", c.Name())
		}
	}
	refused(t, second(b.desk.PlanCommunication(t.Context(), b.as("rm"), line(r.Number))), release.CodeInvalid)
}

func line(number int) release.Communication {
	return release.Communication{
		Release: number, Kind: release.KnownIssues, To: []release.Addressee{"role:defect-manager"}, When: moment("approve"), Road: release.ByMail, Words: "Mind the balances.",
	}
}

// R116: the owner and whoever is responsible for communications plan what is told,
// until it is sent; everybody else is refused, and so is what makes no sense.
func TestPlanIsEdited(t *testing.T) {
	b := newTelling(t)
	r := b.create(planned(release.Patch))
	added, err := b.desk.PlanCommunication(t.Context(), b.as("rm"), line(r.Number))
	b.must(err)
	for name, one := range map[string]struct {
		change func(c *release.Communication)
		by     release.PersonID
		code   release.Code
		field  string
	}{
		"a participant": {func(*release.Communication) {}, "sup-rep", release.CodeForbidden, ""},
		"no kind":       {func(c *release.Communication) { c.Kind = "gossip" }, "rm", release.CodeInvalid, release.FieldCommunication},
		"a correction":  {func(c *release.Communication) { c.Kind = release.CorrectionNotice }, "rm", release.CodeInvalid, release.FieldCommunication},
		"nobody":        {func(c *release.Communication) { c.To = nil }, "rm", release.CodeInvalid, release.FieldCommunicationTo},
		"a stranger":    {func(c *release.Communication) { c.To = []release.Addressee{"person:gone"} }, "rm", release.CodeInvalid, release.FieldCommunicationTo},
		"no list":       {func(c *release.Communication) { c.To = []release.Addressee{"list:none"} }, "rm", release.CodeInvalid, release.FieldCommunicationTo},
		"over":          {func(c *release.Communication) { c.When = moment("planning") }, "rm", release.CodeInvalid, release.FieldCommunicationWhen},
		"never":         {func(c *release.Communication) { c.When.Cue = "doomsday" }, "rm", release.CodeInvalid, release.FieldCommunicationWhen},
		"a pigeon":      {func(c *release.Communication) { c.Road = "pigeon" }, "rm", release.CodeInvalid, release.FieldCommunicationRoad},
		"long words":    {func(c *release.Communication) { c.Words = strings.Repeat("x", release.MaxText+1) }, "rm", release.CodeInvalid, release.FieldCommunicationWords},
		"long subject":  {func(c *release.Communication) { c.Subject = strings.Repeat("x", 121) }, "rm", release.CodeInvalid, release.FieldCommunicationSubject},
		"no release":    {func(c *release.Communication) { c.Release = 99 }, "rm", release.CodeNotFound, ""},
	} {
		x := line(r.Number)
		one.change(&x)
		got := refused(t, second(b.desk.PlanCommunication(t.Context(), b.as(one.by), x)), one.code)
		if one.field != "" && (len(got.Fields) != 1 || got.Fields[0].Field != one.field) {
			t.Errorf("%s: refused for %+v", name, got.Fields)
		}
	}
	to := added
	to.Confirm, to.When = true, moment("on board at 12:00")
	refused(t, second(b.desk.ChangeCommunication(t.Context(), b.as("sup-rep"), added.ID, added.Revision, to)), release.CodeForbidden)
	refused(t, second(b.desk.ChangeCommunication(t.Context(), b.as("rm"), added.ID, added.Revision-1, to)), release.CodeStale)
	refused(t, second(b.desk.ChangeCommunication(t.Context(), b.as("rm"), added.ID, added.Revision, added)), release.CodeInvalid)
	changed, err := b.desk.ChangeCommunication(t.Context(), b.as("ex-rm"), added.ID, added.Revision, to)
	b.must(err)
	if want := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC); !changed.Due.Equal(want) || !changed.Confirm {
		t.Errorf("%+v", changed)
	}
	refused(t, second(b.desk.DropCommunication(t.Context(), b.as("rm"), added.ID, " ")), release.CodeInvalid)
	_, err = b.desk.DropCommunication(t.Context(), b.as("rm"), added.ID, "Told in the meeting.")
	b.must(err)
	refused(t, second(b.desk.DropCommunication(t.Context(), b.as("rm"), added.ID, "Again.")), release.CodeState)
	b.communicate()
	refused(t, second(b.desk.ChangeCommunication(t.Context(), b.as("rm"), 1, 2, to)), release.CodeState)
}

// What a reader is shown beforehand is what they are sent, to the last letter.
func TestPreviewIsWhatIsSent(t *testing.T) {
	b := newTelling(t)
	b.create(planned(release.Patch))
	shown, err := b.desk.PreviewCommunication(t.Context(), 2, "sup-rep")
	b.must(err)
	b.clock = shown.At
	b.communicate()
	all := b.store.snapshot().Notices
	i := slices.IndexFunc(all, func(n release.Notice) bool { return n.Key == "communication/2/sup-rep" })
	if diff := cmp.Diff(all[i], shown); diff != "" {
		t.Error(diff)
	}
	refused(t, second(b.desk.PreviewCommunication(t.Context(), 2, "gone")), release.CodeNotFound)
	refused(t, second(b.desk.PreviewCommunication(t.Context(), 99, "sup-rep")), release.CodeNotFound)
}

// A release that goes back tells again what it told at the stages it lost (R39).
func TestGoneBackIsToldAgain(t *testing.T) {
	b := newTelling(t)
	s := b.gone(planned(release.Patch))
	number := s.Release.Number
	open := func() int {
		return len(slices.DeleteFunc(b.lines(number).Lines, func(c release.Communication) bool { return c.Kind != release.GoDecision || !c.Open() }))
	}
	b.communicate()
	if n := open(); n != 0 {
		t.Fatalf("%d Go decisions are still to be told", n)
	}
	b.clock = planned(release.Patch).Targets[0].Window.From
	b.start(number, "rm")
	b.rolledBack(number, false, "The disk is full.")
	if n := open(); n != 1 {
		t.Errorf("%d Go decisions are to be told after a rollback", n)
	}
	b.communicate()
	if n := open(); n != 1 {
		t.Errorf("it was told before it was decided: %d", n)
	}
}

// What people type as a moment is read, and what a moment says is read again.
func FuzzParseMoment(f *testing.F) {
	for _, seed := range []string{"approve", "rolled-back", "5 working days before window-begin at 10:00", "1 day after window", "on board at 12:00", "on window-end", "99 days before board", "x", "on board at 25:00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := release.ParseMoment(text)
		if err != nil {
			return
		}
		again, err := release.ParseMoment(m.String())
		if err != nil || again != m || m.Says() == "" {
			t.Errorf("%q is %+v, and %q is %+v (%v)", text, m, m.String(), again, err)
		}
	})
}
