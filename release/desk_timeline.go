package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Timeline returns the master release calendar of [from, to) as a person may see
// it: what booked the environments, what is to be deployed, what is done to them
// and what is planned, with what cannot both be (R102, R138, R139). It reads that
// period only.
func (d *Desk) Timeline(ctx context.Context, reader PersonID, from, to time.Time) (Timeline, error) {
	now := d.instant()
	var t Timeline
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		var f TimelineFacts
		if f.Bookings, err = tx.FindBookings(BookingFilter{From: from, To: to}); err != nil {
			return err
		}
		period := Window{From: from, To: to}
		if f.RFCs, err = tx.FindRFCs(RFCFilter{Over: period}); err != nil {
			return err
		}
		f.RFCs = slices.DeleteFunc(f.RFCs, func(r RFC) bool { return !r.ShownTo(reader) })
		if f.Releases, err = tx.FindReleases(ReleaseFilter{Stages: beforeDeployment()}); err != nil {
			return err
		}
		if f.Operations, err = tx.FindOperations(OperationFilter{Over: period}); err != nil {
			return err
		}
		t = FoldTimeline(p, f, from, to, now)
		return nil
	})
	if err != nil {
		return t, fmt.Errorf("load the calendar: %w", err)
	}
	return t, nil
}

// beforeDeployment are the stages in which a release is on its way.
func beforeDeployment() []Stage {
	return slices.DeleteFunc(Stages(), func(s Stage) bool { return !s.InFlight() })
}
