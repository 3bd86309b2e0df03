package reports

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// outbox keeps runs as storage does: each report and period once.
type outbox struct {
	held    map[release.Cadence][]release.Notice
	runs    []release.Run
	notices []release.Notice
	merged  []int64
}

func (o *outbox) Publish(_ context.Context, run release.Run, notices []release.Notice, merged []int64) (bool, error) {
	if slices.ContainsFunc(o.runs, func(r release.Run) bool { return r.Report == run.Report && r.Period == run.Period }) {
		return false, nil
	}
	o.runs, o.notices, o.merged = append(o.runs, run), append(o.notices, notices...), append(o.merged, merged...)
	return true, nil
}

func (o *outbox) Held(_ context.Context, c release.Cadence) ([]release.Notice, error) {
	return o.held[c], nil
}

func keysOf(notices []release.Notice) []string {
	var keys []string
	for _, n := range notices {
		keys = append(keys, n.Key)
	}
	return keys
}

// The weekly report goes once per period to every reader who can be reached,
// with its bytes frozen and its key their own (R101, T18).
func TestPublishReadiness(t *testing.T) {
	o := &outbox{}
	publisher := NewPublisher(letterhead(t), snapshot{whole()}, o, func() time.Time { return in(0.1) })
	turn := Turn{At: monday, Period: "2026-W47"}
	for i, want := range []bool{true, false} {
		if sent, err := publisher.Publish(t.Context(), ReportReadiness, turn); sent != want || err != nil {
			t.Errorf("publication %d: %v, %v", i, sent, err)
		}
	}
	if len(o.notices) != 12 || o.notices[0].Key != "readiness/2026-W47/amara" || slices.Contains(keysOf(o.notices), "readiness/2026-W47/gone") {
		t.Errorf("promised %v", keysOf(o.notices))
	}
	for _, n := range o.notices {
		if n.Road != release.ByMail || n.Duty != release.DutyTold || n.Hold != release.Immediate || !n.At.Equal(in(0.1)) || n.Event.Kind != release.NoticeReport {
			t.Errorf("%s: %+v", n.Key, n)
		}
	}
	goldenMail(t, "report-readiness", o.notices[0].Body)
	_, parts := read(t, o.notices[0].Body)
	var files []string
	for _, x := range parts[2:] {
		files = append(files, x.Name)
	}
	if d := cmp.Diff([]string{"open.png", "overdue.png", "decided.png", "deployed.png", "readiness-2026-W47.pdf"}, files); d != "" {
		t.Errorf("what travels along (-want +got):\n%s", d)
	}
	for _, x := range parts[2:6] {
		if !strings.Contains(parts[1].Content, `src="cid:`+x.Name+`"`) {
			t.Errorf("the mail does not show %s", x.Name)
		}
	}
	post := NewPost(letterhead(t), registry{board()}, nil)
	if body, err := post.Render(t.Context(), o.notices[0]); err != nil || !bytes.Equal(body, o.notices[0].Body) {
		t.Errorf("rendering changed frozen bytes: %v", err)
	}
}

// After an outage the report says that it is late, and is as of its due time.
func TestPublishLate(t *testing.T) {
	o := &outbox{}
	publisher := NewPublisher(letterhead(t), snapshot{week()}, o, func() time.Time { return in(30) })
	if _, err := publisher.Publish(t.Context(), ReportReadiness, Turn{At: monday, Period: "2026-W47", Late: true}); err != nil {
		t.Fatal(err)
	}
	_, parts := read(t, o.notices[0].Body)
	for _, want := range []string{"as of Mon 16 Nov 2026 09:00 GMT, sent late", "was due on Mon 16 Nov 2026 09:00 GMT"} {
		if !strings.Contains(strings.Join(strings.Fields(parts[0].Content), " "), want) {
			t.Errorf("the late report does not say %q:\n%s", want, parts[0].Content)
		}
	}
	if !o.runs[0].Late || !o.runs[0].At.Equal(in(30)) {
		t.Errorf("run %+v", o.runs[0])
	}
}

// A report's own distribution list decides who reads it (R150).
func TestReaders(t *testing.T) {
	p := board()
	p.Lists = []release.DistributionList{{ID: "pmo", People: []release.PersonID{"grace"}}, {ID: "readiness", People: []release.PersonID{"nia", "gone", "mute", "amara"}}}
	var got []release.PersonID
	for _, x := range Readers(p, ReportReadiness) {
		got = append(got, x.ID)
	}
	if d := cmp.Diff([]release.PersonID{"amara", "nia"}, got); d != "" {
		t.Errorf("readers (-want +got):\n%s", d)
	}
}

// A digest goes to whom something waits for, and to nobody else; everything
// that waited is merged.
func TestPublishDigest(t *testing.T) {
	all := scenes()
	var held []release.Notice
	for i, x := range []int{0, 3, 5, 7, 8} {
		n := all[x].notice()
		n.ID, n.Duty, n.Hold, n.To, n.Event.RFC.Number = int64(40+i), release.DutyTold, release.Daily, "olivia", 12+i%2
		held = append(held, n)
	}
	lost := held[0]
	lost.ID, lost.To = 50, "gone"
	o := &outbox{held: map[release.Cadence][]release.Notice{release.Daily: append(held, lost)}}
	publisher := NewPublisher(letterhead(t), snapshot{week()}, o, func() time.Time { return in(95) })
	turn := Turn{At: in(95), Period: "2026-11-20"}
	if sent, err := publisher.Publish(t.Context(), ReportDigestDaily, turn); !sent || err != nil {
		t.Fatal(sent, err)
	}
	if d := cmp.Diff([]string{"digest/daily/2026-11-20/olivia"}, keysOf(o.notices)); d != "" {
		t.Errorf("promised (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]int64{40, 41, 42, 43, 44, 50}, o.merged); d != "" {
		t.Errorf("merged (-want +got):\n%s", d)
	}
	goldenMail(t, "report-digest", o.notices[0].Body)

	if sent, err := publisher.Publish(t.Context(), ReportDigestWeekly, Turn{At: monday, Period: "2026-W47"}); !sent || err != nil || len(o.notices) != 1 {
		t.Errorf("a weekly digest of nothing: %v, %v, %v", sent, err, keysOf(o.notices))
	}
	if _, err := publisher.Publish(t.Context(), "gossip", turn); err == nil {
		t.Error("a report that does not exist was published")
	}
}
