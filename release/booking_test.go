package release_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// landscape is the programme with SIT B, whose phases exclude one another, and
// a promotion path: staging may be left out, SIT A must come before UIT.
func landscape() release.Programme {
	p := programme()
	p.Environments = []release.Environment{
		{ID: "staging", Name: "SIT Staging"},
		{ID: "sit-a", Name: "SIT A", After: []release.Predecessor{{Environment: "staging", Optional: true}}},
		{ID: "sit-b", Name: "SIT B", Parties: []release.PartyID{"si", "elexon"}},
		{ID: "uit", Name: "UIT", After: []release.Predecessor{{Environment: "sit-a"}}},
	}
	p.Phases = []release.Phase{
		{Name: "Functional", Environment: "sit-a"}, {Name: "Integration", Environment: "sit-a"},
		{Name: "Migration", Environment: "sit-b", Exclusive: true}, {Name: "Operational", Environment: "sit-b", Exclusive: true},
		{Name: "Data load", Environment: "sit-b"},
	}
	return p
}

func hours(from, to int) release.Window {
	return release.Window{From: monday.Add(time.Duration(from) * time.Hour), To: monday.Add(time.Duration(to) * time.Hour), Zone: "Europe/London"}
}

func phase(name string, w release.Window) release.Booking {
	return release.Booking{Environment: "sit-b", Kind: release.BookPhase, Phase: name, Window: w, Why: "As planned."}
}

func newLandscape(t tester) *board {
	t.Helper()
	b := newBoard(t)
	b.apply(landscape())
	return b
}

func (b *board) book(by release.PersonID, x release.Booking) (release.Booking, error) {
	return b.desk.Book(b.Context(), b.as(by), x)
}

// R27: phases that need SIT B for themselves refuse one another, and say who has
// it and when it is free; back to back is no conflict (T19).
func TestExclusivePhases(t *testing.T) {
	tests := []struct {
		name  string
		phase string
		w     release.Window
		free  int // the hour it is free from; 0 where it can be booked
	}{
		{"inside", "Operational", hours(11, 12), 20},
		{"around", "Operational", hours(5, 25), 20},
		{"over the start", "Operational", hours(8, 11), 20},
		{"back to back before", "Operational", hours(5, 10), 0},
		{"back to back after", "Operational", hours(20, 22), 0},
		{"a phase that would share", "Data load", hours(12, 13), 20},
		{"the same phase", "Migration", hours(12, 13), 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newLandscape(t)
			_, err := b.book("env", phase("Migration", hours(10, 20)))
			b.must(err)
			_, err = b.book("env", phase(test.phase, test.w))
			if test.free == 0 {
				b.must(err)
				return
			}
			r := refused(t, err, release.CodeState)
			free := release.Instant(monday.Add(time.Duration(test.free)*time.Hour), time.UTC)
			if !strings.Contains(r.Why, "Migration has SIT B to itself") || !strings.Contains(r.Why, "by Name of env") || !strings.Contains(r.Next, free[:20]) {
				t.Errorf("who has it and when it is free is not told: %v", r)
			}
		})
	}
}

// R27: whatever is booked in whatever order, no exclusive phase ever shares its
// environment with another, and what is offered as free can be booked.
func TestNoTwoPhasesAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newLandscape(t)
		p := landscape()
		for range rapid.IntRange(1, 12).Draw(t, "bookings") {
			from := rapid.IntRange(1, 60).Draw(t, "from")
			x := phase(rapid.SampledFrom([]string{"Migration", "Operational", "Data load"}).Draw(t, "phase"), hours(from, from+rapid.IntRange(1, 20).Draw(t, "lasts")))
			before := b.store.snapshot().Booked
			if _, err := b.book("env", x); err == nil {
				continue
			}
			free := p.NextFree(x, before)
			x.Window = release.Window{From: free, To: free.Add(x.Window.To.Sub(x.Window.From)), Zone: x.Window.Zone}
			_, err := b.book("env", x)
			b.must(err)
		}
		all := b.store.snapshot().Booked
		for _, x := range all {
			for _, y := range all {
				if x.Phase != y.Phase && x.Window.Overlaps(y.Window) && (x.Phase != "Data load" || y.Phase != "Data load") {
					t.Fatalf("%v and %v at once", x, y)
				}
			}
		}
	})
}

// R112: environment managers book; release managers of the programme freeze;
// everything that is wrong is said at once.
func TestBookingRights(t *testing.T) {
	freeze := release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: hours(10, 20), Why: "Year end."}
	for _, test := range []struct {
		who  release.PersonID
		what release.Booking
		code release.Code
	}{
		{"env", phase("Migration", hours(1, 2)), ""}, {"rm", phase("Migration", hours(1, 2)), release.CodeForbidden}, {"env", freeze, ""}, {"rm", freeze, ""},
		{"ex-rm", freeze, release.CodeForbidden}, {"test", freeze, release.CodeForbidden},
		{"env", release.Booking{Environment: "sit-a", Kind: release.BookPhase, Phase: "Migration", Window: hours(2, 1)}, release.CodeInvalid},
		{"env", phase("Migration", hours(-2, -1)), release.CodeInvalid}, {"env", phase("Migration", hours(0, 24*400)), release.CodeInvalid},
		{"env", release.Booking{}, release.CodeInvalid},
	} {
		b := newLandscape(t)
		_, err := b.book(test.who, test.what)
		if test.code == "" {
			b.must(err)
			continue
		}
		r := refused(t, err, test.code)
		if test.what.Phase == "Migration" && test.what.Environment == "sit-a" {
			if diff := cmp.Diff([]string{release.FieldPhase, release.FieldTo, release.FieldReason}, fields(r.Fields)); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
		}
	}
}

// T19: a freeze tells every RFC whose window it covers, in its thread, and its
// requester; lifting it tells them again; cancelling takes a reason, once.
func TestFreezeTellsThoseItStops(t *testing.T) {
	b := newLandscape(t)
	r := b.raise(content()) // hours 96 to 98 in SIT A
	elsewhere := content()
	elsewhere.Environments = []release.EnvironmentID{"uit"}
	b.raise(elsewhere)
	frozen := func(w release.Window) release.Booking {
		x, err := b.book("rm", release.Booking{Environment: "sit-a", Kind: release.BookFreeze, Window: w, Why: "Year end."})
		b.must(err)
		return x
	}
	frozen(hours(98, 120)) // half-open: the window is over when it begins
	if to := b.told(release.NoticeFreeze, release.ByThread); len(to) != 0 {
		t.Fatalf("told of a freeze that covers nothing: %v", to)
	}
	x := frozen(hours(90, 97))
	if diff := cmp.Diff([]release.PersonID{"ex-rm"}, b.told(release.NoticeFreeze, release.ByDirect)); diff != "" {
		t.Errorf("directly told (-want +got):\n%s", diff)
	}
	var threads []int
	for _, n := range b.store.snapshot().Notices {
		if n.Event.Kind == release.NoticeFreeze && n.Road == release.ByThread {
			threads = append(threads, n.Event.RFC.Number)
		}
	}
	if diff := cmp.Diff([]int{r.Number}, threads); diff != "" {
		t.Errorf("threads (-want +got):\n%s", diff)
	}
	_, err := b.desk.CancelBooking(t.Context(), b.as("ex-rm"), x.ID, "No.")
	refused(t, err, release.CodeForbidden)
	_, err = b.desk.CancelBooking(t.Context(), b.as("rm"), x.ID, " ")
	refused(t, err, release.CodeInvalid)
	_, err = b.desk.CancelBooking(t.Context(), b.as("rm"), x.ID, "The year ended early.")
	b.must(err)
	_, err = b.desk.CancelBooking(t.Context(), b.as("rm"), x.ID, "Again.")
	refused(t, err, release.CodeState)
	_, err = b.desk.CancelBooking(t.Context(), b.as("rm"), 99, "Again.")
	refused(t, err, release.CodeNotFound)
	if n := len(b.told(release.NoticeFreeze, release.ByDirect)); n != 2 {
		t.Errorf("told %d times; want of the freeze and of its end", n)
	}
}

// T19, R27, R28: what keeps a version out of its environments.
func TestEnvironmentBlockers(t *testing.T) {
	p := landscape()
	v := release.Version{Major: 1, Minor: 2}
	in := func(e release.EnvironmentID) []release.Installation {
		return []release.Installation{{Environment: e, System: "helix", Version: v, At: monday}}
	}
	freeze := func(w release.Window) release.Booking {
		return release.Booking{ID: 1, Environment: "uit", Kind: release.BookFreeze, Window: w, Why: "Year end", By: "rm"}
	}
	migration := phase("Migration", hours(0, 100))
	migration.ID = 2
	maintenance := func(w release.Window) release.Booking {
		return release.Booking{ID: 3, Environment: "sit-b", Kind: release.BookMaintenance, Window: w}
	}
	down := []release.StatusReport{{Environment: "uit", System: "helix", Status: release.SystemDown, Reason: "No disk", At: monday}}
	for _, test := range []struct {
		name   string
		now    int
		to     []release.EnvironmentID
		ground release.Ground
		want   string
	}{
		{"nothing in the way", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a")}, ""},
		{"optional staging left out", 5, []release.EnvironmentID{"sit-a"}, release.Ground{}, ""},
		{"SIT A left out", 5, []release.EnvironmentID{"uit"}, release.Ground{}, "promotion/sit-a/uit"},
		{"SIT A first, with the same landing", 5, []release.EnvironmentID{"sit-a", "uit"}, release.Ground{}, ""},
		{"SIT A after", 5, []release.EnvironmentID{"uit", "sit-a"}, release.Ground{}, "promotion/sit-a/uit"},
		{"another version was in SIT A", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: []release.Installation{{Environment: "sit-a", System: "helix", Version: release.Version{Major: 1}}}}, "promotion/sit-a/uit"},
		{"a freeze over the start", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Bookings: []release.Booking{freeze(hours(8, 11))}}, "freeze/1"},
		{"a freeze over the end", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Bookings: []release.Booking{freeze(hours(13, 15))}}, "freeze/1"},
		{"a freeze back to back", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Bookings: []release.Booking{freeze(hours(14, 15))}}, ""},
		{"a freeze that is over by now", 12, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Bookings: []release.Booking{freeze(hours(8, 11))}}, ""},
		{"a freeze elsewhere", 5, []release.EnvironmentID{"sit-a"}, release.Ground{Bookings: []release.Booking{freeze(hours(8, 11))}}, ""},
		{"another phase has it to itself", 5, []release.EnvironmentID{"sit-b"}, release.Ground{Bookings: []release.Booking{migration}}, "phase/2"},
		{"maintenance is booked for it", 5, []release.EnvironmentID{"sit-b"}, release.Ground{Bookings: []release.Booking{migration, maintenance(hours(10, 14))}}, ""},
		{"maintenance ends too early", 5, []release.EnvironmentID{"sit-b"}, release.Ground{Bookings: []release.Booking{migration, maintenance(hours(10, 13))}}, "phase/2"},
		{"down, but the window is to come", 5, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Statuses: down}, ""},
		{"down inside the window", 10, []release.EnvironmentID{"uit"}, release.Ground{Arrived: in("sit-a"), Statuses: down}, "status/uit/helix"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := release.Landing{System: "helix", Version: v}
			for _, e := range test.to {
				l.Targets = append(l.Targets, release.Target{Environment: e, Window: hours(10, 14)})
			}
			var keys []string
			for _, x := range release.EnvironmentBlockers(&p, l, test.ground, monday.Add(time.Duration(test.now)*time.Hour)) {
				keys = append(keys, x.Key)
				if x.What == "" || x.Role != release.EnvironmentManager || fmt.Sprint(x.People) != "[env]" || x.Act == "" || x.By.IsZero() {
					t.Errorf("a blocker does not say everything: %+v", x)
				}
			}
			if got := strings.Join(keys, " "); got != test.want {
				t.Errorf("blocked by %q; want %q", got, test.want)
			}
		})
	}
}
