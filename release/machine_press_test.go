package release_test

import (
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func (s *steward) freeze(t *rapid.T) {
	from := s.clock.Add(time.Duration(rapid.IntRange(0, 60).Draw(t, "from")) * time.Hour)
	b := release.Booking{
		Environment: rapid.SampledFrom([]release.EnvironmentID{"sit-a", "uit"}).Draw(t, "environment"), Kind: release.BookFreeze,
		Window: release.Window{From: from, To: from.Add(24 * time.Hour), Zone: "Europe/London"}, Why: "Year end.",
	}
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.Book(t.Context(), in, b)) })
}

func (s *steward) lift(t *rapid.T) {
	id := int64(rapid.IntRange(0, len(s.store.snapshot().Booked)).Draw(t, "booking"))
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.CancelBooking(t.Context(), in, id, "Over.")) })
}

func (s *steward) regrade(t *rapid.T) {
	n, to := s.which(t), rapid.SampledFrom(release.Severities()).Draw(t, "to")
	s.does(t, s.anybody(t), func(in release.Intent) error { return second(s.desk.Regrade(t.Context(), in, n, "def-1187", to)) })
}

func (s *steward) settle(t *rapid.T) {
	id := int64(rapid.IntRange(0, len(s.store.snapshot().Owed)+1).Draw(t, "debt"))
	s.does(t, s.anybody(t), func(in release.Intent) error {
		return second(s.desk.SettleDebt(t.Context(), in, id, "https://docs.example/retro"))
	})
}

// pass moves the clock and lets the clockwork do everything it does.
func (s *steward) pass(d time.Duration) {
	s.machine.pass(d)
	_, err := s.desk.EndWaivers(s.Context())
	s.must(err)
	_, err = s.desk.TickRollouts(s.Context())
	s.must(err)
}

// shut closes a vote, sometimes before the clockwork sees that it may, or that a
// waiver ended meanwhile.
func (s *steward) shut(t *rapid.T) {
	s.machine.shut(t)
	_, err := s.desk.EndWaivers(s.Context())
	s.must(err)
}

func (s *steward) waitOn(t *rapid.T) {
	s.pass(time.Duration(rapid.SampledFrom([]int{15, 31, 60, 600, 2900}).Draw(t, "minutes")) * time.Minute)
}

// reapplied applies the programme again, with people gone and another policy.
func (s *steward) reapplied(t *rapid.T) {
	p := governed()
	for i := range p.People {
		p.People[i].Retired = p.People[i].Retired || rapid.IntRange(0, 19).Draw(t, "retired") == 0
	}
	rules := p.Policy.Types[release.Emergency]
	rules.RetrospectiveDays = rapid.SampledFrom([]int{0, 5}).Draw(t, "retrospective")
	p.Policy.Types[release.Emergency] = rules
	s.apply(p)
}

// press takes a release some strides on, each by the blocker that "why not yet?"
// names first and the people it names: random acts alone seldom get far.
func (s *steward) press(t *rapid.T) {
	n := s.which(t)
	for range rapid.IntRange(1, 50).Draw(t, "strides") {
		standing, err := s.desk.ReadRelease(t.Context(), n)
		if err != nil {
			s.bearable(t, err)
			return
		}
		_, unmet, ok := standing.Next()
		switch {
		case !ok:
			return
		case standing.Release.Stage == release.Deploying:
			ok = s.follow(t, n)
		case len(unmet) == 0 && standing.Release.Stage == release.Informing:
			ok = s.does(t, "rm", func(in release.Intent) error {
				return second(s.desk.StartRollout(t.Context(), in, n, release.LiveRollout, nil))
			})
		case len(unmet) == 0:
			ok = s.does(t, "rm", func(in release.Intent) error { return second(s.desk.Advance(t.Context(), in, n)) })
		default:
			ok = s.mend(t, standing, unmet[0])
		}
		if !ok {
			return
		}
	}
}

// mend settles a blocker as its button would.
func (s *steward) mend(t *rapid.T, st release.Standing, b release.Blocker) bool {
	r, by := st.Release, release.PersonID("rm")
	if len(b.People) > 0 {
		by = b.People[0]
	}
	if open := slices.IndexFunc(st.Ballots, func(x release.Ballot) bool { return x.State == release.BallotOpen }); open >= 0 && strings.HasSuffix(b.Label, "Vote") {
		s.unanimous(t, st.Ballots[open].ID)
		if rapid.IntRange(0, 5).Draw(t, "conditions") == 0 {
			_, err := s.desk.Cast(t.Context(), s.as("rm"), st.Ballots[open].ID, perhaps, "Only with a backup.")
			s.bearable(t, err)
		}
		s.pass(31 * time.Minute)
		return true
	}
	key, _, _ := strings.Cut(b.Key, "/")
	switch point, isPoint := release.PointOf(release.Check(key)); {
	case isPoint && point.Key == release.CheckNote:
		return s.handOver(t, by, r.Number)
	case key == string(release.CheckNote):
		n := s.noteOf(r.Number)
		return s.does(t, by, func(in release.Intent) error { return second(s.desk.SubmitNote(t.Context(), in, r.Number, n)) })
	case isPoint && !point.Decided:
		return s.does(t, by, func(in release.Intent) error {
			return second(s.desk.GiveEvidence(t.Context(), in, r.Number, point.Key, "https://docs.example/"+key, ""))
		})
	case strings.HasSuffix(key, "-late"):
		check := release.Check(strings.TrimSuffix(key, "-late"))
		return s.does(t, by, func(in release.Intent) error {
			return second(s.desk.Waive(t.Context(), in, r.Number, check, "It came late.", s.clock.Add(100*time.Hour)))
		})
	case key == string(release.PointRaised) && r.RFC == 0:
		c := s.request(t, r)
		return s.does(t, "ex-rm", func(in release.Intent) error { return second(s.desk.RaiseRFC(t.Context(), in, 0, 0, c)) })
	case key == string(release.CheckWindow) && s.clock.Before(st.RFC.Content.Window.From):
		s.pass(st.RFC.Content.Window.From.Sub(s.clock))
		return true
	case key == string(release.PointRaised), key == string(release.CheckWindow), st.RFC.State == release.Rejected:
		c := s.request(t, r)
		return s.does(t, "ex-rm", func(in release.Intent) error {
			return second(s.desk.EditRFC(t.Context(), in, r.RFC, st.RFC.Revision, c))
		})
	}
	return s.decide(t, st, b, key)
}

// decide opens a vote, or settles what other nouns hold against the release.
func (s *steward) decide(t *rapid.T, st release.Standing, b release.Blocker, key string) bool {
	r := st.Release
	switch key {
	case string(release.PointProgramme):
		return s.does(t, "rm", func(in release.Intent) error {
			return second(s.desk.OpenProgrammeGate(t.Context(), in, r.Number, time.Time{}))
		})
	case string(release.PointApproved):
		return s.does(t, "rm", func(in release.Intent) error { return second(s.desk.AskAgain(t.Context(), in, r.RFC, time.Time{})) })
	case string(release.CheckGo):
		return s.does(t, "rm", func(in release.Intent) error {
			return second(s.desk.OpenGoNoGo(t.Context(), in, r.RFC, time.Time{}))
		})
	case string(release.PointClosure):
		return s.does(t, "rm", func(in release.Intent) error {
			return second(s.desk.OpenClosure(t.Context(), in, r.Number, time.Time{}))
		})
	case string(release.CheckBuild):
		name := rapid.StringMatching(`[a-z]{8}`).Draw(t, "name")
		return s.does(t, "ex-build", func(in release.Intent) error {
			return second(s.desk.RegisterBuild(t.Context(), in, r.Number, build(name, "1")))
		})
	case string(release.CheckPlanned), "debt":
		c := s.plan(t)
		return s.does(t, "ex-rm", func(in release.Intent) error {
			return second(s.desk.EditRelease(t.Context(), in, r.Number, r.Revision, c))
		})
	case "condition":
		i := slices.IndexFunc(st.Conditions, func(c release.Condition) bool { return !c.Met() })
		return s.does(t, "rm", func(in release.Intent) error {
			return second(s.desk.MeetCondition(t.Context(), in, st.Conditions[i].ID, "Shown."))
		})
	case "freeze":
		s.pass(12 * time.Hour)
		return true
	}
	t.Fatalf("nobody knows how to settle %+v", b)
	return false
}
