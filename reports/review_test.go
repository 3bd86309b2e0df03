package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// lookedBack is a review of a deployment that did not go to plan, with its answers.
func lookedBack() (release.Review, []release.ReviewAnswer) {
	r := release.Review{
		ID: 4, Release: 7, RFC: 12, System: "load-shaping", Type: release.Minor, Version: release.Version{Major: 1, Minor: 2}, OpenedAt: in(4), Due: in(128),
		Environments: []release.EnvironmentID{"sit-a", "uit"},
		Deviations:   []string{"Step 4 (Release instructions) failed: the <index> could not be built & stopped.", "It ended 25 minutes after its window."},
		Asked: []release.Asked{
			{Person: "arjun", As: release.AskedDeployed}, {Person: "siobhan", As: release.AskedProvider}, {Person: "amara", As: release.AskedManages},
			{Person: "olivia", As: release.AskedImpacted}, {Person: "farah", As: release.AskedImpacted},
		},
	}
	lesson := release.LessonDraft{
		Words: "The index takes 40 minutes on UIT, not 10.", System: "load-shaping", Environment: "uit", Cause: release.CausePlanning,
		Action: "Rehearse it on a copy\nof UIT.",
	}
	told := release.LessonDraft{Words: "Suppliers heard of it from the outage.", System: "load-shaping", Cause: release.CauseCommunication}
	answers := []release.ReviewAnswer{
		{ID: 1, Review: 4, Person: "arjun", At: in(20), Road: release.AnsweredInSlack, Answer: release.Answer{
			Objectives: release.MetPartly, Well: "The backout set was at hand.", Issues: "The index could not be built.\nWe built it by hand.", InTime: release.InTime,
			Lessons: []release.LessonDraft{told, lesson},
		}},
		{ID: 2, Review: 4, Person: "siobhan", At: in(30), Road: release.AnsweredByLink, Answer: release.Answer{Objectives: release.MetYes, InTime: release.InTime, SignedOff: true}},
		{ID: 3, Review: 4, Person: "olivia", At: in(140), Late: true, Road: release.AnsweredByLink, Answer: release.Answer{
			Objectives: release.MetNo, Issues: "Totals | were <b>wrong</b> for a day.", InTime: release.TooLate,
		}},
	}
	return r, answers
}

// closedReview is that review as it was closed.
func closedReview(t testing.TB) release.Review {
	t.Helper()
	r, answers := lookedBack()
	r.ClosedAt, r.ClosedBy = in(150), "amara"
	s := r.Summarise(answers, "https://docs.example/regression-7")
	body, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(body)
	r.Summary, r.Digest = string(body), hex.EncodeToString(sum[:])
	return r
}

func linked(t testing.TB) Letterhead {
	t.Helper()
	l := letterhead(t)
	l.Links = release.NewLinks("https://gonogo.mhhs.example", []byte(strings.Repeat("k", 32)))
	return l
}

// R38: the questionnaire by mail has the reader's own link where there are links,
// and says how to answer where there are none.
func TestReviewMailGolden(t *testing.T) {
	r, _ := lookedBack()
	closed := closedReview(t)
	back := r
	back.RolledBack, back.Defect, back.Reason, back.Deviations = true, true, "The balances <differ>.\nNobody knows why.", nil
	subject := release.Release{Number: 7, Version: r.Version, Content: release.ReleaseContent{System: "load-shaping", Type: release.Minor}}
	event := func(kind release.NoticeKind, at float64, r release.Review) release.Event {
		return release.Event{Kind: kind, At: in(at), Release: &subject, Review: &r}
	}
	p := board()
	p.People[7].Slack = []release.SlackID{{Team: "T", User: "U"}} // Siobhan
	for _, c := range []struct {
		name   string
		to     release.PersonID
		letter Letterhead
		event  release.Event
	}{
		{"review-asked-link", "olivia", linked(t), event(release.NoticeReview, 4, r)},
		{"review-asked-both", "siobhan", linked(t), event(release.NoticeReview, 4, back)},
		{"review-asked-slack", "siobhan", letterhead(t), event(release.NoticeReview, 4, r)},
		{"review-closed", "olivia", linked(t), event(release.NoticeReviewClosed, 150, closed)},
	} {
		post := NewPost(c.letter, registry{p}, nil)
		body, err := post.Render(t.Context(), scene{c.name, c.to, release.DutyAct, c.event}.notice())
		if err != nil {
			t.Fatal(err)
		}
		goldenMail(t, "notice-"+c.name, body)
	}
}

// R38: who is reminded by mail finds their own link there.
func TestReviewReminderGolden(t *testing.T) {
	r, _ := lookedBack()
	reminder := release.Reminder{Overdue: release.Overdue{
		Thing: "review/4/due", What: "The review of REL-7 ends today at 17:00 GMT and waits for an answer.", Owners: []release.PersonID{"olivia", "farah"}, Due: in(120),
		Release: 7, Act: "/release review REL-7", Label: "Answer", Review: 4, LinkUntil: r.LinkFor("").Expires,
	}}
	e := release.Event{Kind: release.NoticeOverdue, At: in(121), Overdue: []release.Reminder{reminder}}
	body, err := NewPost(linked(t), registry{board()}, nil).Render(t.Context(), scene{"review-reminder", "olivia", release.DutyAct, e}.notice())
	if err != nil {
		t.Fatal(err)
	}
	goldenMail(t, "notice-review-reminder", body)
}

// R38, R55: what a review adds up to is one document, open and closed, in every form.
func TestReviewPaper(t *testing.T) {
	open, answers := lookedBack()
	closed := closedReview(t)
	subject := release.Release{Number: 7, Version: open.Version, Content: release.ReleaseContent{System: "load-shaping", Type: release.Minor}}
	for name, r := range map[string]release.Review{"review-open": open, "review-closed": closed} {
		v := release.ReviewView{Programme: board(), Release: subject, Review: r, Answers: answers, Summary: r.Summarise(answers, ""), Now: in(145)}
		if !r.Open() {
			var err error
			if v.Summary, err = r.Frozen(); err != nil {
				t.Fatal(err)
			}
		}
		paper := letterhead(t).ReviewPaper(v)
		golden(t, name+".paper.html", file(t, paper, AsHTML))
		golden(t, name+".paper.md", file(t, paper, AsMarkdown))
		golden(t, name+".paper.pdf.txt", pdfText(t, file(t, paper, AsPDF)))
	}
}

// A digest tells of a closed review under its RFC.
func TestReviewInDigest(t *testing.T) {
	closed := closedReview(t)
	e := release.Event{Kind: release.NoticeReviewClosed, At: in(150), Review: &closed, RFC: change(12, release.Deployed, "Load shaping 1.2", in(0).Add(time.Hour))}
	page := digestPage(board(), release.Daily, []release.Notice{{ID: 1, At: in(150), Event: e}})
	if len(page.Sections) != 1 || len(page.Sections[0].Items) != 1 {
		t.Fatalf("page %+v", page)
	}
	item := page.Sections[0].Items[0]
	if item.Title != "Reviewed" || item.Lines[1] != "3 of 5 answered, 2 lessons." {
		t.Errorf("item %+v", item)
	}
}
