package release_test

import (
	"maps"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// Almanacs is what the memory keeps of feeds and invitations. Its slices and maps are
// replaced, never changed in place.
type Almanacs struct {
	Subscribed []release.Feed
	Invited    map[string]release.Invitation
	Changed    map[int64]release.ChangesTold // of actions
}

// Feed finds a feed.
func (a *Almanacs) Feed(id int64, _ release.Lock) (release.Feed, error) {
	return foundAccess(a.Subscribed, func(f release.Feed) bool { return f.ID == id })
}

// FeedBy finds a feed by the digest of its address.
func (a *Almanacs) FeedBy(digest string) (release.Feed, error) {
	return foundAccess(a.Subscribed, func(f release.Feed) bool { return f.Digest == digest })
}

// FeedsOf finds the feeds of a person that nobody revoked.
func (a *Almanacs) FeedsOf(owner release.PersonID) ([]release.Feed, error) {
	return slices.DeleteFunc(slices.Clone(a.Subscribed), func(f release.Feed) bool {
		return !f.RevokedAt.IsZero() || (owner != "" && f.Owner != owner)
	}), nil
}

// AddFeed keeps a new feed.
func (a *Almanacs) AddFeed(f *release.Feed) error {
	f.ID = int64(len(a.Subscribed) + 1)
	a.Subscribed = append(slices.Clone(a.Subscribed), *f)
	return nil
}

// SaveFeed keeps a changed feed.
func (a *Almanacs) SaveFeed(f release.Feed) error {
	return replaceAccess(&a.Subscribed, f, func(o release.Feed) bool { return o.ID == f.ID })
}

// ActionChanges tells how often actions were changed.
func (a *Almanacs) ActionChanges(ids []int64) (map[int64]release.ChangesTold, error) {
	told := map[int64]release.ChangesTold{}
	for _, id := range ids {
		if c, ok := a.Changed[id]; ok {
			told[id] = c
		}
	}
	return told, nil
}

// Invitation returns what was last sent about a subject.
func (a *Almanacs) Invitation(subject string) (release.Invitation, error) {
	x, ok := a.Invited[subject]
	if !ok {
		return x, release.ErrNotFound
	}
	return x, nil
}

// InvitationsAfter returns the invitations to what ends after an instant.
func (a *Almanacs) InvitationsAfter(at time.Time) ([]release.Invitation, error) {
	all := slices.DeleteFunc(slices.Collect(maps.Values(a.Invited)), func(x release.Invitation) bool { return !x.Window.To.After(at) })
	slices.SortFunc(all, func(x, y release.Invitation) int { return strings.Compare(x.Subject, y.Subject) })
	return all, nil
}

// KeepInvitation keeps what was sent.
func (a *Almanacs) KeepInvitation(x release.Invitation) error {
	x.Why = ""
	a.Invited = maps.Clone(a.Invited)
	if a.Invited == nil {
		a.Invited = map[string]release.Invitation{}
	}
	a.Invited[x.Subject] = x
	return nil
}
