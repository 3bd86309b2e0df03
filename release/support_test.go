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

func trouble(number int) release.SupportIssue {
	return release.SupportIssue{Release: number, Environment: "sit-a", Title: "Settlement is slow.", Severity: release.High, Ref: "DEF-1301"}
}

func (b *board) log(by release.PersonID, x release.SupportIssue) release.SupportIssue {
	b.Helper()
	logged, err := b.desk.LogSupportIssue(b.Context(), b.as(by), x)
	b.must(err)
	return logged
}

func (b *board) support(number int) release.SupportView {
	b.Helper()
	v, err := b.desk.ReadSupport(b.Context(), number)
	b.must(err)
	return v
}

// S1: early life support begins with the deployment and lasts the policy's working
// days, longer for majors where it says nothing.
func TestTheLengthOfSupport(t *testing.T) {
	p := governed()
	friday := time.Date(2026, 11, 27, 23, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		kind  release.ReleaseType
		days  int
		until string
	}{
		{release.Patch, 0, "2026-12-04T17:00:00Z"},
		{release.Emergency, 0, "2026-12-04T17:00:00Z"},
		{release.Major, 0, "2026-12-11T17:00:00Z"},
		{release.Major, 1, "2026-11-30T17:00:00Z"},
		{release.Patch, 3, "2026-12-02T17:00:00Z"},
	} {
		s := release.SupportOf(release.Release{Number: 1, Content: planned(c.kind)}, nil, release.TypePolicy{SupportDays: c.days}, &p, friday)
		if got := s.Until.Format(time.RFC3339); got != c.until {
			t.Errorf("%s, %d days: until %s; want %s", c.kind, c.days, got, c.until)
		}
		if s.Covers(friday.Add(-time.Microsecond)) || !s.Covers(friday) || s.Covers(s.Until) {
			t.Errorf("the period is not half-open: %+v", s)
		}
	}
}

// S1: an issue inside the period is the release's, one outside is refused with when
// it ended; its end is summed up once, told to all and kept by its digest; what is
// open then can be worked off. Closing the release does not end its support.
func TestEarlyLifeSupport(t *testing.T) {
	b := newGoverned(t)
	first := b.create(planned(release.Patch))
	refused(t, second(b.desk.LogSupportIssue(t.Context(), b.as("sup-rep"), trouble(first.Number))), release.CodeState)
	_, err := b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), first.Number, "Dropped.")
	b.must(err)
	c := planned(release.Patch)
	c.Base = release.Version{}
	r := b.deployed(c)
	until := b.support(r.Number).Support.Until
	for name, one := range map[string]struct {
		change func(x *release.SupportIssue)
		field  string
	}{
		"no title":    {func(x *release.SupportIssue) { x.Title = "" }, release.FieldIssueTitle},
		"long title":  {func(x *release.SupportIssue) { x.Title = strings.Repeat("x", release.MaxIssueTitle+1) }, release.FieldIssueTitle},
		"no severity": {func(x *release.SupportIssue) { x.Severity = "awful" }, release.FieldIssueSeverity},
		"elsewhere":   {func(x *release.SupportIssue) { x.Environment = "uit" }, release.FieldIssueEnvironment},
		"odd ref":     {func(x *release.SupportIssue) { x.Ref = "\x07" }, release.FieldIssueRef},
	} {
		x := trouble(r.Number)
		one.change(&x)
		if got := refused(t, second(b.desk.LogSupportIssue(t.Context(), b.as("sup-rep"), x)), release.CodeInvalid); got.Fields[0].Field != one.field {
			t.Errorf("%s: refused for %+v", name, got.Fields)
		}
	}
	slow := b.log("sup-rep", trouble(r.Number))
	stops := trouble(r.Number)
	stops.Severity = release.Blocking
	open := b.log("env", stops)
	refused(t, second(b.desk.ResolveSupportIssue(t.Context(), b.as("sup-dev"), slow.ID, "Mended.")), release.CodeUnknownPerson)
	refused(t, second(b.desk.ResolveSupportIssue(t.Context(), b.as("test"), slow.ID, "Mended.")), release.CodeForbidden)
	refused(t, second(b.desk.ResolveSupportIssue(t.Context(), b.as("sup-rep"), slow.ID, "")), release.CodeInvalid)
	b.clock = b.clock.Add(4 * time.Hour)
	_, err = b.desk.ResolveSupportIssue(t.Context(), b.as("ex-rm"), slow.ID, "An index was missing.")
	b.must(err)
	refused(t, second(b.desk.ResolveSupportIssue(t.Context(), b.as("ex-rm"), slow.ID, "Again.")), release.CodeState)
	b.show(r.Number, "test", release.CheckRegression)
	b.next(r.Number, "rm")
	b.show(r.Number, "rm", release.PointLessons)
	b.close(r.Number)
	b.log("sup-rep", trouble(r.Number)) // it goes on
	b.sumUp(until.Add(-time.Microsecond), 0)
	b.sumUp(until, 1)
	b.sumUp(until.Add(time.Hour), 0)
	if got := refused(t, second(b.desk.LogSupportIssue(t.Context(), b.as("sup-rep"), trouble(r.Number))), release.CodeState); !strings.Contains(got.Why, "ended") {
		t.Errorf("outside: %+v", got)
	}
	b.summed(r, open)
}

// sumUp lets the clock sum up at an instant what ended.
func (b *board) sumUp(at time.Time, want int) {
	b.Helper()
	b.clock = at
	if n, err := b.desk.EndSupports(b.Context()); err != nil || n != want {
		b.Fatalf("summed up %d at %s: %v", n, at, err)
	}
}

// summed holds what was told and recorded of a support, and makes what is open a
// work-off action.
func (b *board) summed(r release.Release, open release.SupportIssue) {
	b.Helper()
	w := b.store.snapshot()
	i := slices.IndexFunc(w.Notices, func(n release.Notice) bool { return n.Event.Kind == release.NoticeSupport })
	sum := w.Notices[i].Event.Support
	if sum.Issues() != 3 || len(sum.Open) != 2 || sum.Open[0].ID != open.ID || sum.Median != 4*time.Hour {
		b.Fatalf("summed up: %+v", sum)
	}
	j := slices.IndexFunc(w.Entries, func(e release.Entry) bool { return e.Kind == release.SupportSummed })
	if data := w.Entries[j].Data.(map[string]any); data["digest"] != sum.Digest() || data["open"] != 2 {
		b.Fatalf("recorded: %v", data)
	}
	if told := b.told(release.NoticeSupport, release.ByMail); !slices.Contains(told, "sup-rep") || !slices.Contains(told, "ex-rm") {
		b.Fatalf("told: %v", told)
	}
	work := release.Action{Release: r.Number, What: "Mend it.", Owner: "ex-rm", Due: b.clock.Add(48 * time.Hour), From: release.FromSupport, Issue: open.ID}
	_, err := b.desk.AgreeAction(b.Context(), b.as("rm"), work)
	b.must(err)
	if _, err := b.desk.AgreeAction(b.Context(), b.as("rm"), work); err == nil {
		b.Fatalf("two actions for one issue")
	}
}

// S1: two releases of a system are in their early life at a time: whoever names the
// one that is over is told of the other.
func TestSeveralReleasesInEarlyLife(t *testing.T) {
	b := newGoverned(t)
	b.must(b.store.Within(t.Context(), func(tx release.Tx) error {
		for i, ends := range []time.Duration{time.Hour, 48 * time.Hour} {
			r := release.Release{Version: release.Version{Major: 1, Patch: i}, Content: planned(release.Patch), Stage: release.Regression, Programme: 2}
			if err := tx.AddRelease(&r); err != nil {
				return err
			}
			s := release.Support{Release: r.Number, System: "helix", Environments: []release.EnvironmentID{"sit-a"}, From: monday, Until: monday.Add(ends)}
			if err := tx.AddSupport(s); err != nil {
				return err
			}
		}
		return nil
	}))
	if all, err := b.desk.Supported(t.Context()); err != nil || len(all) != 2 {
		t.Fatalf("in their early life: %v, %v", all, err)
	}
	b.clock = monday.Add(2 * time.Hour)
	got := refused(t, second(b.desk.LogSupportIssue(t.Context(), b.as("sup-rep"), trouble(1))), release.CodeState)
	if !strings.Contains(got.Next, "REL-2") {
		t.Errorf("outside: %+v", got)
	}
	b.log("sup-rep", trouble(2))
}

// S1: the same issues are summed up alike in whatever order they are kept; nothing
// is lost, and the middle lies between the quickest and the slowest.
func TestSumUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var issues []release.SupportIssue
		var least, most time.Duration
		for i := range rapid.IntRange(0, 12).Draw(t, "issues") {
			x := release.SupportIssue{ID: int64(i + 1), Severity: rapid.SampledFrom(release.Severities()).Draw(t, "severity"), At: monday}
			if rapid.Bool().Draw(t, "resolved") {
				took := time.Duration(rapid.IntRange(1, 1000).Draw(t, "minutes")) * time.Minute
				x.ResolvedAt = monday.Add(took)
				if least == 0 || took < least {
					least = took
				}
				most = max(most, took)
			}
			issues = append(issues, x)
		}
		s := release.Support{Release: 1, System: "helix", From: monday, Until: monday.Add(time.Hour)}
		sum := release.SumUp(s, release.Version{Major: 1}, issues)
		mixed := rapid.Permutation(issues).Draw(t, "order")
		if other := release.SumUp(s, release.Version{Major: 1}, mixed); sum.Digest() != other.Digest() {
			t.Fatalf("in another order:\n%s", cmp.Diff(sum, other))
		}
		counted := 0
		for _, x := range sum.Severities {
			counted += x.Count
		}
		if counted != len(issues) || sum.Issues() != len(issues) || sum.Median < least || sum.Median > most {
			t.Fatalf("%d of %d issues, the middle is %s of %s to %s", counted, len(issues), sum.Median, least, most)
		}
	})
}
