package bot

import (
	"maps"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// almanacs is what the memory keeps of feeds and invitations. Its slices and maps are
// replaced, never changed in place.
type almanacs struct {
	subscribed []release.Feed
	invited    map[string]release.Invitation
	changed    map[int64]release.ChangesTold // of actions
}

// Feed finds a feed.
func (a *almanacs) Feed(id int64, _ release.Lock) (release.Feed, error) {
	return foundAccess(a.subscribed, func(f release.Feed) bool { return f.ID == id })
}

// FeedBy finds a feed by the digest of its address.
func (a *almanacs) FeedBy(digest string) (release.Feed, error) {
	return foundAccess(a.subscribed, func(f release.Feed) bool { return f.Digest == digest })
}

// FeedsOf finds the feeds of a person that nobody revoked.
func (a *almanacs) FeedsOf(owner release.PersonID) ([]release.Feed, error) {
	return slices.DeleteFunc(slices.Clone(a.subscribed), func(f release.Feed) bool {
		return !f.RevokedAt.IsZero() || (owner != "" && f.Owner != owner)
	}), nil
}

// AddFeed keeps a new feed.
func (a *almanacs) AddFeed(f *release.Feed) error {
	f.ID = int64(len(a.subscribed) + 1)
	a.subscribed = append(slices.Clone(a.subscribed), *f)
	return nil
}

// SaveFeed keeps a changed feed.
func (a *almanacs) SaveFeed(f release.Feed) error {
	return replaceAccess(&a.subscribed, f, func(o release.Feed) bool { return o.ID == f.ID })
}

// ActionChanges tells how often actions were changed.
func (a *almanacs) ActionChanges(ids []int64) (map[int64]release.ChangesTold, error) {
	told := map[int64]release.ChangesTold{}
	for _, id := range ids {
		if c, ok := a.changed[id]; ok {
			told[id] = c
		}
	}
	return told, nil
}

// Invitation returns what was last sent about a subject.
func (a *almanacs) Invitation(subject string) (release.Invitation, error) {
	x, ok := a.invited[subject]
	if !ok {
		return x, release.ErrNotFound
	}
	return x, nil
}

// InvitationsAfter returns the invitations to what ends after an instant.
func (a *almanacs) InvitationsAfter(at time.Time) ([]release.Invitation, error) {
	all := slices.DeleteFunc(slices.Collect(maps.Values(a.invited)), func(x release.Invitation) bool { return !x.Window.To.After(at) })
	slices.SortFunc(all, func(x, y release.Invitation) int { return strings.Compare(x.Subject, y.Subject) })
	return all, nil
}

// KeepInvitation keeps what was sent.
func (a *almanacs) KeepInvitation(x release.Invitation) error {
	x.Why = ""
	a.invited = maps.Clone(a.invited)
	if a.invited == nil {
		a.invited = map[string]release.Invitation{}
	}
	a.invited[x.Subject] = x
	return nil
}
