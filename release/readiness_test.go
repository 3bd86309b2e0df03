package release_test

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// TestJudge walks a release through its verdicts: nothing due yet, due soon, due
// and missing, everything there, its window over (R101).
func TestJudge(t *testing.T) {
	b := newGoverned(t)
	r := b.create(planned(release.Minor))
	judged := func(at time.Time) release.Judgement {
		s := b.standing(r.Number)
		s.Now = at
		return s.Judge()
	}
	for _, one := range []struct {
		name string
		at   time.Time
		want release.Verdict
		why  string
	}{
		{"a week before", monday.AddDate(0, 0, -4), release.OnCourse, "It is due"},
		{"the day before", monday, release.AtRisk, "It is due"},
		{"when it was due", monday.Add(90 * time.Hour), release.NotReady, "It was due"},
		{"when its window is over", content().Window.To, release.NotReady, "Its window is over"},
	} {
		if j := judged(one.at); j.Verdict != one.want || !strings.Contains(j.Why, one.why) {
			t.Errorf("%s: %s, %q; want %s, %q", one.name, j.Verdict, j.Why, one.want, one.why)
		}
	}
	if j := judged(monday); len(j.Unmet) == 0 || len(j.Overdue) != 0 {
		t.Errorf("on its first day %d are unmet and %d overdue", len(j.Unmet), len(j.Overdue))
	}
}

// TestJudgeReady shows a release with its Go as ready, and one that was rolled back as not.
func TestJudgeReady(t *testing.T) {
	b := newGoverned(t)
	s := b.gone(planned(release.Minor))
	if j := s.Judge(); j.Verdict != release.Ready {
		t.Errorf("with its Go: %s, %s %v", j.Verdict, j.Why, j.Unmet)
	}
	s.RFC.State = release.NoGo
	if j := s.Judge(); j.Verdict != release.NotReady || !strings.Contains(j.Why, "No-Go") {
		t.Errorf("with a No-Go: %s, %s", j.Verdict, j.Why)
	}
	s.RFC.State = release.RolledBack
	if j := s.Judge(); j.Verdict != release.NotReady || !strings.Contains(j.Why, "rolled back") {
		t.Errorf("rolled back: %s, %s", j.Verdict, j.Why)
	}
}

// TestVerdictOrder shows that the worse of two verdicts counts, whatever their order.
func TestVerdictOrder(t *testing.T) {
	all := []release.Verdict{release.Ready, release.OnCourse, release.AtRisk, release.NotReady}
	for i, a := range all {
		for j, b := range all {
			if got := a.Worse(b); got != all[max(i, j)] {
				t.Errorf("the worse of %s and %s is %s", a, b, got)
			}
		}
	}
}

// TestCommentReadiness is R101: who writes the report may explain in it, with their
// name, the time and an entry; others may not, and nobody says nothing.
func TestCommentReadiness(t *testing.T) {
	b := newGoverned(t)
	kept, err := b.desk.CommentReadiness(b.Context(), b.as("rm"), "  UIT waits for certificates.\n")
	b.must(err)
	if kept.Week != "2026-W48" || kept.Words != "UIT waits for certificates." || kept.By != "rm" {
		t.Errorf("kept %+v", kept)
	}
	if _, err := b.desk.CommentReadiness(b.Context(), b.as("env"), "SIT A is patched on Tuesday."); err != nil {
		t.Errorf("the environment manager: %v", err)
	}
	for who, words := range map[release.PersonID]string{"ex-rm": "We are fine.", "rm": " \n "} {
		_, err := b.desk.CommentReadiness(b.Context(), b.as(who), words)
		if _, refused := release.AsRefusal(err); !refused {
			t.Errorf("%s said %q: %v", who, words, err)
		}
	}
}
