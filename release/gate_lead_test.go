package release_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// summer is a major of Helix that the board decides on Monday 2 September 2024,
// a week after a bank holiday, as it stands at an instant.
func summer(t *testing.T, now string, evidence ...release.Evidence) release.Standing {
	t.Helper()
	p := programme()
	p.Calendar = "england-and-wales"
	p.Calendars = []release.Calendar{release.NewCalendar(p.Calendar, "", release.Holiday{Date: "2024-08-26", Name: "Summer Bank Holiday"})}
	return release.Standing{
		Programme: &p, Now: instant(t, now), Evidence: evidence,
		Rules: release.TypePolicy{LeadTimes: map[release.Check]release.LeadTime{
			release.CheckNote: fiveDays(), release.PointPlans: {Days: 2, Working: true, At: "12:00"},
		}},
		Release: release.Release{Number: 7, Content: release.ReleaseContent{
			System: "helix", Type: release.Major, Board: instant(t, "2024-09-02 10:00"),
		}},
	}
}

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", text, london(t))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func handedIn(t *testing.T, check release.Check, at string) release.Evidence {
	t.Helper()
	return release.Evidence{ID: 1, Release: 7, Check: check, Ref: "https://notes.example/7", By: "ex-rm", At: instant(t, at)}
}

func waived(t *testing.T, check release.Check, until string) release.Evidence {
	t.Helper()
	return release.Evidence{
		ID: 2, Release: 7, Check: check, Waiver: true, Note: "The supplier was ill.", By: "rm",
		At: instant(t, "2024-08-26 10:00"), Until: instant(t, until),
	}
}

// TestLateNeedsAWaiver is R92, M5 and T14: what comes after its latest instant
// blocks until the lead time is waived by name; without the thing itself a waiver
// of its lead time is nothing.
func TestLateNeedsAWaiver(t *testing.T) {
	note, plans := release.CheckNote, release.PointPlans
	for _, x := range []struct {
		name     string
		check    release.Check
		evidence []release.Evidence
		want     []string
	}{
		{"no note yet", note, nil, []string{"The release note is not handed in."}},
		{"in time, to the minute", note, []release.Evidence{handedIn(t, note, "2024-08-23 17:00")}, nil},
		{"a minute late", note, []release.Evidence{handedIn(t, note, "2024-08-23 17:01")}, []string{
			"Too late: Release note, on Fri 23 Aug 2024 17:01 BST; its latest instant was Fri 23 Aug 2024 17:00 BST.",
		}},
		{"late and waived", note, []release.Evidence{handedIn(t, note, "2024-08-27 09:00"), waived(t, note, "2024-09-10 17:00")}, nil},
		{"late, and the waiver ended", note, []release.Evidence{handedIn(t, note, "2024-08-27 09:00"), waived(t, note, "2024-08-28 09:00")}, []string{
			"Too late: Release note, on Tue 27 Aug 2024 09:00 BST; its latest instant was Fri 23 Aug 2024 17:00 BST.",
		}},
		{"waived, but no note", note, []release.Evidence{waived(t, note, "2024-09-10 17:00")}, []string{"The release note is not handed in."}},
		{"plans in time", plans, []release.Evidence{handedIn(t, plans, "2024-08-29 12:00")}, nil},
		{"plans late", plans, []release.Evidence{handedIn(t, plans, "2024-08-29 12:30")}, []string{
			"Too late: Release plans approved, on Thu 29 Aug 2024 12:30 BST; its latest instant was Thu 29 Aug 2024 12:00 BST.",
		}},
		{"plans waived", plans, []release.Evidence{waived(t, plans, "2024-09-10 17:00")}, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			var got []string
			for _, b := range summer(t, "2024-08-30 09:00", x.evidence...).Unmet([]release.Check{x.check}) {
				got = append(got, b.What)
				if len(b.People) == 0 || b.Act == "" || b.By.IsZero() {
					t.Errorf("nobody can settle %+v", b)
				}
			}
			if diff := cmp.Diff(x.want, got); diff != "" {
				t.Errorf("unmet (-want +got):\n%s", diff)
			}
		})
	}
}

// TestBlockerTellsWhatIsLeft is M5: by when, what is left, and which holiday made
// it so early.
func TestBlockerTellsWhatIsLeft(t *testing.T) {
	type due struct{ By, Left string }
	for _, x := range []struct {
		check release.Check
		now   string
		want  due
	}{
		{
			release.CheckNote, "2024-08-21 14:00",
			due{"Fri 23 Aug 2024 17:00 BST", "in 2 working days and 3 hours, not counting Mon 26 Aug (Summer Bank Holiday)"},
		},
		{
			release.CheckNote, "2024-08-24 17:00",
			due{"Fri 23 Aug 2024 17:00 BST", "1 day late, not counting Mon 26 Aug (Summer Bank Holiday)"},
		},
		{release.PointPlans, "2024-08-29 11:30", due{"Thu 29 Aug 2024 12:00 BST", "in 30 minutes"}},
		{release.PointBaseline, "2024-08-29 11:30", due{"Mon 2 Sep 2024 10:00 BST", ""}}, // no lead time: by the board
	} {
		unmet := summer(t, x.now).Unmet([]release.Check{x.check})
		if len(unmet) != 1 {
			t.Fatalf("%s: %v", x.check, unmet)
		}
		if diff := cmp.Diff(x.want, due{release.Instant(unmet[0].By, london(t)), unmet[0].Left}); diff != "" {
			t.Errorf("%s at %s (-want +got):\n%s", x.check, x.now, diff)
		}
	}
	undated := summer(t, "2024-08-21 14:00")
	undated.Release.Content.Board = time.Time{}
	if unmet := undated.Unmet([]release.Check{release.CheckNote}); len(unmet) != 1 || unmet[0].Left != "" || !unmet[0].By.IsZero() {
		t.Errorf("without a board's date: %+v", unmet)
	}
}
