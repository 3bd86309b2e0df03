package reports

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// library is a whole Library of one moment.
type library struct {
	snapshot
	before    *release.Programme // in force a month ago
	releases  func(at time.Time) []release.Release
	runs      []release.Rollout
	debts     []release.Debt
	statuses  []release.StatusReport
	lessons   []release.Lesson
	unwanted  map[release.PersonID][]release.Stream
	published *outbox
}

func (l library) ProgrammeAsOf(_ context.Context, at time.Time) (*release.Programme, error) {
	if at.Before(in(-200)) {
		return l.before, nil
	}
	return l.Programme, nil
}

func (l library) ReleasesAsOf(_ context.Context, _, at time.Time) ([]release.Release, error) {
	return l.releases(at), nil
}

func (l library) DeploymentsOf(context.Context, []int, time.Time) ([]release.Rollout, error) {
	return l.runs, nil
}

func (l library) OpenDebtsAsOf(context.Context, time.Time) ([]release.Debt, error) {
	return l.debts, nil
}

func (l library) StatusesAsOf(context.Context, time.Time) ([]release.StatusReport, error) {
	return l.statuses, nil
}

func (l library) LessonsBetween(context.Context, time.Time, time.Time) ([]release.Lesson, error) {
	return l.lessons, nil
}

func (l library) UnwantedMail(context.Context) (map[release.PersonID][]release.Stream, error) {
	return l.unwanted, nil
}

func (l library) LastRun(_ context.Context, report string) (release.Run, error) {
	for _, r := range slices.Backward(l.published.runs) {
		if r.Report == report {
			return r, nil
		}
	}
	return release.Run{}, release.ErrNotFound
}

const hostileWords = "<b onclick=x>&{{.}}</b>\r\nBcc: all@evil.example =cmd() \u202egnp.exe"

// month is a programme in the middle of its work: something moved, something was
// deployed, something is down, and somebody typed what breaks pages.
func month() library {
	s := week()
	s.Programme.Meetings = []release.MeetingRule{
		{Kind: release.BoardMeeting, Weekdays: []time.Weekday{1, 2, 3, 4, 5}, At: "10:00"}, {Kind: release.EnvironmentTalk, FirstTuesday: true, At: "14:00"},
	}
	s.Programme.Lists = []release.DistributionList{{ID: "ewg", Name: "EWG", People: []release.PersonID{"tomasz", "seun", "priya"}}}
	before := *s.Programme
	before.Roadmap = slices.Clone(before.Roadmap)
	before.Roadmap[2].Date = "2026-11-22"
	before.Roadmap = append(before.Roadmap[:1:1], before.Roadmap[1:]...)
	window := func(from time.Time) release.Window {
		return release.Window{From: from, To: from.Add(4 * time.Hour), Zone: "Europe/London"}
	}
	made := func(number int, stage release.Stage, planned string, at time.Time) release.Release {
		return release.Release{Number: number, Version: release.Version{Major: 1, Minor: number}, Stage: stage, CreatedBy: "siobhan", CreatedAt: in(-900), Content: release.ReleaseContent{
			System: "load-shaping", Type: release.Patch, Planned: planned, Owner: "siobhan", Targets: []release.Target{
				{Environment: "sit-a", Window: window(at)}, {Environment: "uit", Window: window(at.Add(48 * time.Hour))},
			}, Items: []release.Item{
				{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Rounded twice", Severity: release.High}, {Kind: release.ItemChangeRequest, ID: "CR-12", Title: hostileWords},
			},
		}}
	}
	return library{
		snapshot: snapshot{s}, before: &before,
		releases: func(at time.Time) []release.Release {
			moved := made(7, release.Approving, "R9", in(60))
			if at.Before(in(-200)) {
				moved.Content.Targets[0].Window = window(in(12))
			}
			done, gone := made(5, release.ClosedStage, "", in(-100)), made(6, release.Abandoned, "", in(300))
			if at.Before(in(-200)) {
				gone.Stage = release.Building
			}
			unplanned := made(8, release.Building, "", in(0))
			unplanned.Content.Targets = []release.Target{{Environment: "sit-b"}}
			return []release.Release{unplanned, moved, gone, done}
		},
		runs: []release.Rollout{
			{ID: 1, Release: 5, State: release.RolloutBack, EndedAt: in(-130)}, {ID: 2, Release: 5, State: release.RolloutDeployed, EndedAt: in(-98)},
		},
		debts: []release.Debt{{ID: 3, Release: 4, Kind: release.Retrospective, Owner: "siobhan", Due: in(30)}},
		statuses: []release.StatusReport{
			{Environment: "sit-a", System: "dip", Status: release.SystemDown, Reason: hostileWords, At: in(-5), By: "tomasz"},
			{Environment: "sit-a", System: "smrs", Status: release.SystemAvailable, At: in(-5), By: "tomasz"},
			{Environment: "sit-b", System: "smrs", Status: release.SystemAvailable, At: in(-5), By: "tomasz"},
		},
		lessons: []release.Lesson{{ID: 4, Release: 5, At: in(-48), By: "olivia", LessonDraft: release.LessonDraft{
			Words: "The load ran twice. " + hostileWords, System: "smrs", Cause: release.CauseData, Action: "Check the counter first.",
		}}},
		published: &outbox{},
	}
}

// Every regular mail is what it was when somebody last looked at it, goes to those
// it is for, once, and can be left (R30, R60, R65, R100, R150, RFC 8058).
func TestRegularGolden(t *testing.T) {
	for report, c := range map[string]struct{ readers, period string }{
		ReportAgenda:  {"amara tomasz priya declan mei arjun", "2026-11-16"},
		ReportPack:    {"tomasz priya seun", "2026-W47"},
		ReportRoadmap: {"amara tomasz priya declan grace mei seun siobhan arjun nia olivia farah", "2026-11"},
	} {
		from := month()
		publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return in(0.1) })
		for i, want := range []bool{true, false} {
			if sent, err := publisher.Publish(t.Context(), report, Turn{At: monday, Period: c.period}); sent != want || err != nil {
				t.Fatalf("%s, publication %d: %v, %v", report, i, sent, err)
			}
		}
		var readers []string
		for _, n := range from.published.notices {
			readers = append(readers, string(n.To))
			if n.Duty != release.DutyTold || n.Key != report+"/"+c.period+"/"+string(n.To) {
				t.Errorf("%s: %+v", report, n.Key)
			}
		}
		if d := cmp.Diff(c.readers, strings.Join(readers, " ")); d != "" {
			t.Errorf("readers of %s (-want +got):\n%s", report, d)
		}
		body := from.published.notices[0].Body
		for _, want := range []string{"List-Unsubscribe: <https://gonogo.mhhs.example/unsubscribe/", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"} {
			if !strings.Contains(strings.ReplaceAll(string(body), "\r\n ", " "), want) {
				t.Errorf("%s lacks %q", report, want)
			}
		}
		goldenMail(t, "report-"+report, body)
		_, parts := read(t, body)
		if strings.Contains(parts[1].Content, "<b onclick") || strings.Contains(parts[0].Content+parts[1].Content, "\u202e") || strings.Contains(string(body), "\nBcc:") {
			t.Errorf("%s: what somebody typed is more than text", report)
		}
	}
}

// An empty programme has regular reports too, which say that there is nothing.
func TestRegularEmpty(t *testing.T) {
	p := &release.Programme{Name: "A new programme", Short: "NEW", Zone: "Europe/London", People: board().People[:1]}
	from := library{snapshot: snapshot{Snapshot{At: monday, Programme: p}}, before: p, releases: func(time.Time) []release.Release { return nil }, published: &outbox{}}
	publisher := NewPublisher(letterhead(t), from, from.published, func() time.Time { return monday })
	for _, report := range []string{ReportAgenda, ReportPack, ReportRoadmap} {
		out, err := publisher.Preview(t.Context(), report, "", monday)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "report-"+report+"-empty.txt", []byte(out.Text))
	}
}

// Who switched a report off gets none, and everybody else does (R150).
func TestUnsubscribedGetNone(t *testing.T) {
	for report, s := range map[string]release.Stream{
		ReportAgenda: release.StreamAgenda, ReportPack: release.StreamPack, ReportRoadmap: release.StreamRoadmap, ReportReadiness: release.StreamReadiness,
	} {
		from := month()
		from.unwanted = map[release.PersonID][]release.Stream{"tomasz": {release.StreamDigest, s}, "priya": {release.StreamDuties, release.StreamMinutes}}
		publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return monday })
		if _, err := publisher.Publish(t.Context(), report, Turn{At: monday, Period: "x"}); err != nil {
			t.Fatal(err)
		}
		to := map[release.PersonID]bool{}
		for _, n := range from.published.notices {
			to[n.To] = true
		}
		if to["tomasz"] || !to["priya"] {
			t.Errorf("%s goes to %v", report, to)
		}
	}
}

// A digest leaves out what its reader switched off since, and all of it where the
// digest is switched off; nothing of it waits for ever.
func TestDigestHonoursChoices(t *testing.T) {
	held := scenes()[5].notice()
	held.ID, held.Duty, held.Hold = 40, release.DutyTold, release.Daily
	for name, c := range map[string]struct {
		off  []release.Stream
		want int
	}{
		"wanted": {nil, 1}, "another stream": {[]release.Stream{release.StreamMinutes}, 1}, "no digest": {[]release.Stream{release.StreamDigest}, 0},
		"no changes": {[]release.Stream{release.StreamChanges}, 0},
	} {
		from := month()
		from.unwanted = map[release.PersonID][]release.Stream{held.To: c.off}
		from.published.held = map[release.Cadence][]release.Notice{release.Daily: {held}}
		publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return monday })
		if _, err := publisher.Publish(t.Context(), ReportDigestDaily, Turn{At: monday, Period: "x"}); err != nil {
			t.Fatal(err)
		}
		if len(from.published.notices) != c.want || len(from.published.merged) != 1 {
			t.Errorf("%s: %d mails, merged %v", name, len(from.published.notices), from.published.merged)
		}
	}
}

// The roadmap comes in between when a date moved, and to nobody when none did; the
// first look only takes note (R30).
func TestRoadmapComesWhenADateMoved(t *testing.T) {
	from := month()
	publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return monday })
	publish := func(at time.Time, period string) int {
		before := len(from.published.notices)
		if sent, err := publisher.Publish(t.Context(), ReportRoadmapMoved, Turn{At: at, Period: period}); err != nil || !sent {
			t.Fatal(sent, err)
		}
		return len(from.published.notices) - before
	}
	if n := publish(in(-300), "first"); n != 0 {
		t.Errorf("the first look mailed %d people", n)
	}
	if n := publish(in(-250), "same"); n != 0 {
		t.Errorf("nothing moved and %d people were mailed", n)
	}
	if n := publish(monday, "moved"); n != 12 {
		t.Errorf("dates moved and %d people were mailed", n)
	}
	if n := publish(in(24), "told"); n != 0 {
		t.Errorf("what was told was told to %d people again", n)
	}
}

// After an outage the last agenda is sent, marked late; one whose board has met is
// sent to nobody, and its turn is claimed all the same (T18).
func TestLateAgenda(t *testing.T) {
	for name, c := range map[string]struct {
		now  time.Time
		want int
	}{"before the board": {in(20), 6}, "after the board": {in(25), 0}} {
		from := month()
		publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return c.now })
		due := in(7) // Monday 16:00; the board meets on Tuesday at 10:00
		if _, err := publisher.Publish(t.Context(), ReportAgenda, Turn{At: due, Period: "2026-11-16", Late: true}); err != nil {
			t.Fatal(err)
		}
		if len(from.published.notices) != c.want || len(from.published.runs) != 1 {
			t.Fatalf("%s: %d mails, runs %v", name, len(from.published.notices), from.published.runs)
		}
		if c.want > 0 {
			_, parts := read(t, from.published.notices[0].Body)
			if !strings.Contains(parts[0].Content, "sent late") {
				t.Errorf("the late agenda does not say so:\n%s", parts[0].Content)
			}
		}
	}
}

// A board that is called by an invitation has its agenda there: whom it invites is
// not told twice (R64).
func TestAgendaIsNotToldTwice(t *testing.T) {
	from := month()
	from.Programme.Meetings[0].Weekdays = []time.Weekday{time.Tuesday}
	from.Programme.Lists = append(from.Programme.Lists, release.DistributionList{ID: "agenda", People: []release.PersonID{"amara", "olivia"}})
	publisher := NewPublisher(linked(t), from, from.published, func() time.Time { return monday })
	if _, err := publisher.Publish(t.Context(), ReportAgenda, Turn{At: monday, Period: "x"}); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"agenda/x/olivia"}, keysOf(from.published.notices)); d != "" {
		t.Errorf("mailed (-want +got):\n%s", d)
	}
}

// Every mail that only informs can be left by a link of its reader's own; one that
// asks for something cannot, and says nothing of it.
func TestOnlyWhatInformsCanBeLeft(t *testing.T) {
	post := NewPost(linked(t), registry{board()}, nil)
	for _, s := range scenes() {
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		header := strings.Contains(string(body), "List-Unsubscribe-Post: List-Unsubscribe=One-Click")
		_, parts := read(t, body)
		line := strings.Contains(parts[0].Content, "/unsubscribe/") && strings.Contains(parts[1].Content, "/unsubscribe/")
		if told := s.duty == release.DutyTold; header != told || line != told {
			t.Errorf("%s, %s: header %v, lines %v", s.name, s.duty, header, line)
		}
	}
}
