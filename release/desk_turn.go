package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// turned tells whether the card says something else at an instant than at one
// before, by the passing of time alone.
func (s Standing) turned(bookings []Booking, since, now time.Time) bool {
	return slices.ContainsFunc(s.turns(bookings), func(t time.Time) bool { return t.After(since) && !t.After(now) })
}

// turns are the instants at which what a release's card says changes although
// nobody did anything to the release: its window begins and ends, its board
// meets, a lead time ends, an environment is booked or freed.
func (s Standing) turns(bookings []Booking) []time.Time {
	w := s.window()
	instants := []time.Time{w.From, w.To, s.Release.Content.Board}
	for _, c := range LeadChecks() {
		if latest, ok := s.Latest(c); ok {
			instants = append(instants, latest)
		}
	}
	for _, t := range s.landing().Targets {
		for _, b := range bookings {
			if b.Environment == t.Environment {
				instants = append(instants, b.At, b.CancelledAt, b.Window.From, b.Window.To)
			}
		}
	}
	return instants
}

// Turned returns the cards of the releases under way that say something else
// since an instant, by the passing of time alone, and those of every deployment
// under way.
func (d *Desk) Turned(ctx context.Context, since time.Time) ([]string, error) {
	var cards []string
	now := d.instant()
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		runs, err := tx.DueRollouts()
		if err != nil {
			return err
		}
		cards = append(cards, liveCards(runs)...) // their time runs down
		under := slices.DeleteFunc(Stages(), func(s Stage) bool { return !s.InFlight() && s != Deploying })
		found, err := tx.FindReleases(ReleaseFilter{Stages: under})
		if err != nil || len(found) == 0 {
			return err
		}
		bookings, err := tx.FindBookings(BookingFilter{Cancelled: true, From: since.Add(-MaxAhead), To: now.Add(MaxAhead)})
		if err != nil {
			return err
		}
		for _, r := range found {
			s, err := standingOf(tx, p, r, now)
			if err != nil {
				return err
			}
			if s.turned(bookings, since, now) {
				cards = append(cards, r.Subject())
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look at which cards turned: %w", err)
	}
	return cards, nil
}

// liveCards are the cards of deployments.
func liveCards(runs []int64) []string {
	cards := make([]string, len(runs))
	for i, id := range runs {
		cards[i] = Rollout{ID: id, Mode: LiveRollout}.Subject()
	}
	return cards
}
