package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

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

// runsTurned returns the cards of the runs under way on which a minute has passed.
// A run that nobody touched for a day, a rehearsal that was left, is drawn anew once
// an hour.
func runsTurned(tx Tx, since, now time.Time) ([]string, error) {
	runs, err := tx.FindRollouts(RolloutFilter{Under: true})
	if err != nil {
		return nil, err
	}
	var cards []string
	for _, r := range runs {
		every := time.Minute
		if now.Sub(r.touched()) > 24*time.Hour {
			every = time.Hour
		}
		if now.Sub(r.StartedAt)/every > since.Sub(r.StartedAt)/every {
			cards = append(cards, r.Subject())
		}
	}
	return cards, nil
}

// touched is when somebody last did something to the run's steps.
func (r Rollout) touched() time.Time {
	if len(r.Steps) == 0 {
		return r.StartedAt
	}
	last := r.Steps[len(r.Steps)-1]
	return latest(last.Began, last.Ended)
}

// Turned returns the cards of the releases under way that say something else
// since an instant, by the passing of time alone, and those of every run under
// way.
func (d *Desk) Turned(ctx context.Context, since time.Time) ([]string, error) {
	var cards []string
	now := d.instant()
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		if cards, err = runsTurned(tx, since, now); err != nil {
			return err
		}
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
			if slices.ContainsFunc(s.turns(bookings), func(t time.Time) bool { return t.After(since) && !t.After(now) }) {
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
