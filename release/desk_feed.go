package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// MakeFeed makes a calendar for a person to subscribe to. It returns the token of
// its address, which is known to nobody afterwards: it is shown once.
func (d *Desk) MakeFeed(ctx context.Context, in Intent, kind FeedKind, whose string) (Feed, string, error) {
	f, token := Feed{Owner: in.By, Kind: kind, Whose: whose}, newToken()
	err := d.act(ctx, in, func(a *act) error {
		const what = "No calendar was made."
		if why := f.check(a.programme); why != "" {
			return refuse(CodeInvalid, what, why, "Make your own, or that of one environment or party.")
		}
		mine, err := a.FeedsOf(in.By)
		if err != nil {
			return fmt.Errorf("load the feeds of %s: %w", in.By, err)
		}
		if len(mine) >= maxFeeds {
			return refuse(CodeState, what, fmt.Sprintf("You have %d of them, which is as many as anybody has.", maxFeeds),
				"Take back one that you do not read any more.")
		}
		f.Digest, f.MadeAt = tokenDigest(token), a.now
		if err := a.AddFeed(&f); err != nil {
			return fmt.Errorf("add a feed of %s: %w", in.By, err)
		}
		return a.record(FeedMade, f.Subject(), 0, map[string]any{"kind": f.Kind, "whose": f.Whose})
	})
	if err != nil {
		return f, "", err
	}
	return f, token, nil
}

// RevokeFeed takes a feed back: its address answers nobody from now on.
func (d *Desk) RevokeFeed(ctx context.Context, in Intent, id int64) (Feed, error) {
	var f Feed
	err := d.act(ctx, in, func(a *act) error {
		var err error
		f, err = a.Feed(id, ExclusiveLock)
		if err == nil && !a.programme.MayRevoke(a.by, f) {
			err = ErrNotFound // whose feeds there are is nobody else's business
		}
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "Nothing was taken back.", fmt.Sprintf("You have no calendar %d.", id), "The list of your calendars has their numbers.")
		}
		if err != nil {
			return fmt.Errorf("load feed %d: %w", id, err)
		}
		if !f.RevokedAt.IsZero() {
			return refuse(CodeState, "Nothing was taken back.", fmt.Sprintf("Calendar %d was taken back before.", id), "Its address answers nobody any more.")
		}
		f.RevokedAt, f.RevokedBy = a.now, a.by.ID
		if err := a.SaveFeed(f); err != nil {
			return fmt.Errorf("revoke feed %d: %w", id, err)
		}
		return a.record(FeedRevoked, f.Subject(), 0, map[string]any{"owner": f.Owner, "kind": f.Kind, "whose": f.Whose})
	})
	return f, err
}

// Feeds returns a person's calendars; to a release manager of the programme
// everybody's, their own first.
func (d *Desk) Feeds(ctx context.Context, reader PersonID) ([]Feed, *Programme, error) {
	var all []Feed
	var p *Programme
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if p, err = programmeOf(tx); err != nil {
			return err
		}
		owner := reader
		if x, ok := p.Person(reader); ok && p.holdsForProgramme(x, ReleaseManager) {
			owner = ""
		}
		all, err = tx.FeedsOf(owner)
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("load the feeds for %s: %w", reader, err)
	}
	slices.SortStableFunc(all, func(a, b Feed) int {
		switch {
		case a.Owner == b.Owner, a.Owner != reader && b.Owner != reader:
			return int(a.ID - b.ID)
		case a.Owner == reader:
			return -1
		}
		return 1
	})
	return all, p, nil
}

// How far a feed looks back and ahead, and how long something that was called off
// stays in it, so that every program that subscribed to it takes it out.
const (
	FeedBack   = 90 * 24 * time.Hour
	FeedAhead  = 400 * 24 * time.Hour
	calledOff  = 30 * 24 * time.Hour
	meetsBack  = 14 * 24 * time.Hour
	meetsAhead = 120 * 24 * time.Hour
)

// FeedView is everything that a feed is folded from.
type FeedView struct {
	Feed       Feed
	Owner      Person
	Programme  *Programme
	Now        time.Time
	Over       Window // what it shows
	RFCs       []RFC  // raised ones whose window is in it
	Releases   []Release
	Bookings   []Booking
	Operations []Operation
	Ballots    []Ballot // the open ones
	Actions    []Action // the open ones
	Changes    map[int64]ChangesTold
	Meets      []Meet
	Applied    time.Time // when the programme came into force, whose rules move the meetings
}

// ReadFeed returns what the feed with a token's address shows now. An address that
// nobody made is CodeNotFound; one that was taken back, or whose owner left, is
// CodeStale: fail closed.
func (d *Desk) ReadFeed(ctx context.Context, token string) (FeedView, error) {
	v := FeedView{Now: d.instant()}
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if v.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		if v.Feed, err = tx.FeedBy(tokenDigest(token)); errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, "There is no such calendar.", "Its address is not whole, or was never made.", "Make one with /env feed in Slack.")
		} else if err != nil {
			return fmt.Errorf("find a feed: %w", err)
		}
		var there bool
		v.Owner, there = v.Programme.Person(v.Feed.Owner)
		if !v.Feed.RevokedAt.IsZero() || !there || v.Owner.Retired || v.Feed.check(v.Programme) != "" {
			return refuse(CodeStale, "This calendar is no longer here.", "It was taken back, or whoever made it left the programme.",
				"Take it out of your calendar program, and make another with /env feed in Slack.")
		}
		return v.load(tx)
	})
	return v, err
}

// load reads what is in the feed's time, and no more however long the history is.
func (v *FeedView) load(tx Tx) error {
	v.Over = Window{From: v.Now.Add(-FeedBack), To: v.Now.Add(FeedAhead), Zone: v.Programme.Location().String()}
	var err error
	if v.RFCs, err = tx.FindRFCs(RFCFilter{Over: v.Over}); err != nil {
		return fmt.Errorf("load the windows of a feed: %w", err)
	}
	v.RFCs = slices.DeleteFunc(v.RFCs, func(r RFC) bool { return r.RaisedAt.IsZero() || (r.Off() && v.Now.Sub(r.UpdatedAt) > calledOff) })
	if v.Releases, err = tx.FindReleases(ReleaseFilter{Stages: plannedStages()}); err != nil {
		return fmt.Errorf("load the releases of a feed: %w", err)
	}
	v.Releases = slices.DeleteFunc(v.Releases, func(r Release) bool { return r.RFC != 0 })
	if v.Bookings, err = tx.FindBookings(BookingFilter{From: v.Over.From, To: v.Over.To, Cancelled: true}); err != nil {
		return fmt.Errorf("load the bookings of a feed: %w", err)
	}
	v.Bookings = slices.DeleteFunc(v.Bookings, func(b Booking) bool { return !b.Stands() && v.Now.Sub(b.CancelledAt) > calledOff })
	if v.Operations, err = tx.FindOperations(OperationFilter{Over: v.Over}); err != nil {
		return fmt.Errorf("load the operations of a feed: %w", err)
	}
	v.Operations = slices.DeleteFunc(v.Operations, func(o Operation) bool {
		return o.RFC != 0 || (o.State == OperationCancelled && v.Now.Sub(o.EndedAt) > calledOff)
	})
	if v.Applied, err = tx.ProgrammeApplied(v.Programme.Version); err != nil {
		return fmt.Errorf("load the meetings of a feed: %w", err)
	}
	v.Meets = v.Programme.Meets(Window{From: v.Now.Add(-meetsBack), To: v.Now.Add(meetsAhead)})
	return v.loadDuties(tx)
}

// loadDuties reads what the owner must act on, for a calendar of their own.
func (v *FeedView) loadDuties(tx Tx) error {
	if v.Feed.Kind != FeedOfPerson {
		return nil
	}
	var err error
	if v.Ballots, err = tx.OpenBallots(); err != nil {
		return fmt.Errorf("load the votes of a feed: %w", err)
	}
	if v.Actions, err = tx.FindActions(ActionFilter{Open: true, Owner: v.Owner.ID}); err != nil {
		return fmt.Errorf("load the actions of a feed: %w", err)
	}
	ids := make([]int64, len(v.Actions))
	for i, x := range v.Actions {
		ids[i] = x.ID
	}
	if v.Changes, err = tx.ActionChanges(ids); err != nil {
		return fmt.Errorf("load how often actions were changed: %w", err)
	}
	return nil
}

// Off tells whether the window of an RFC is not used any more.
func (r RFC) Off() bool { return r.State == Withdrawn || r.State == Rejected }

// plannedStages are the stages in which a release has a plan and may have no RFC yet.
func plannedStages() []Stage {
	return slices.DeleteFunc(Stages(), func(s Stage) bool { return !s.InFlight() })
}
