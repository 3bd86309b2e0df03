package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testFeed holds what calendars need: a feed is found by the digest of its address and
// by its owner, taken back or not.
func testFeed(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	first := release.Feed{Owner: "ann", Kind: release.FeedOfEnvironment, Whose: "sit-a", Digest: "d1", MadeAt: noon}
	second := release.Feed{Owner: "ann", Kind: release.FeedOfPerson, Whose: "ann", Digest: "d2", MadeAt: noon.Add(time.Minute)}
	third := release.Feed{Owner: "bob", Kind: release.FeedOfParty, Whose: hostile[1], Digest: "d3", MadeAt: noon}
	for _, f := range []*release.Feed{&first, &second, &third} {
		d.do(func(tx release.Tx) error { return tx.AddFeed(f) })
	}
	if err := d.Within(t.Context(), func(tx release.Tx) error {
		twice := first
		return tx.AddFeed(&twice)
	}); err == nil {
		t.Error("two feeds have one address")
	}
	first.RevokedAt, first.RevokedBy = noon.Add(time.Hour), "rm"
	d.do(func(tx release.Tx) error { return tx.SaveFeed(first) })
	d.do(func(tx release.Tx) error {
		got, err := tx.FeedBy("d1")
		same(t, "by digest", first, got)
		if err != nil {
			return err
		}
		got, err = tx.Feed(third.ID, release.ExclusiveLock)
		same(t, "by id", third, got)
		if err != nil {
			return err
		}
		if _, err := tx.FeedBy("d4"); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("an address that nobody made: %v", err)
		}
		if _, err := tx.Feed(99, release.NoLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("no such feed: %v", err)
		}
		mine, err := tx.FeedsOf("ann")
		same(t, "hers", []release.Feed{second}, mine)
		if err != nil {
			return err
		}
		all, err := tx.FeedsOf("")
		same(t, "everybody's", []release.Feed{second, third}, all)
		return err
	})
	testActionChanges(t, d)
}

// Only what changed an action counts, not that it was agreed or done.
func testActionChanges(t *testing.T, d *desk) {
	t.Helper()
	for i, kind := range []release.EntryKind{release.ActionAgreed, release.ActionChanged, release.ActionChanged, release.ActionDone} {
		e := release.Entry{Kind: kind, Subject: "action/4", By: "ann", At: noon.Add(time.Duration(i) * time.Minute), Data: map[string]any{"action": 4}}
		d.do(func(tx release.Tx) error { return tx.Append(e) })
	}
	d.do(func(tx release.Tx) error {
		told, err := tx.ActionChanges([]int64{4, 5})
		same(t, "changes", map[int64]release.ChangesTold{4: {Count: 2, Last: noon.Add(2 * time.Minute)}}, told)
		if err != nil {
			return err
		}
		none, err := tx.ActionChanges(nil)
		same(t, "of none", map[int64]release.ChangesTold{}, none)
		return err
	})
}

// testInvitation holds what was last sent to calendars: one of each subject, found
// while it is still to come.
func testInvitation(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	x := release.Invitation{
		Subject: "rfc/12", Title: hostile[4], Place: "SIT A", Window: release.Window{From: noon.Add(time.Hour), To: noon.Add(2 * time.Hour), Zone: "Europe/London"},
		People: []release.PersonID{"ann", "bob"}, SentAt: noon,
	}
	past := x
	past.Subject, past.People, past.Window.From, past.Window.To = "call/ewg/2026-11-03", nil, noon.Add(-2*time.Hour), noon
	d.do(func(tx release.Tx) error {
		if _, err := tx.Invitation(x.Subject); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("before it was sent: %v", err)
		}
		return errors.Join(tx.KeepInvitation(x), tx.KeepInvitation(past))
	})
	x.Sequence, x.Over, x.People, x.SentAt = 3, true, []release.PersonID{"bob"}, noon.Add(time.Minute)
	d.do(func(tx release.Tx) error { return tx.KeepInvitation(x) })
	d.do(func(tx release.Tx) error {
		got, err := tx.Invitation(x.Subject)
		same(t, "by subject", x, got)
		if err != nil {
			return err
		}
		got, err = tx.Invitation(past.Subject)
		same(t, "to nobody", past, got)
		if err != nil {
			return err
		}
		all, err := tx.InvitationsAfter(noon)
		same(t, "to come", []release.Invitation{x}, all)
		return err
	})
}
