package storage

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// feedRow is a calendar that somebody subscribed to.
type feedRow struct {
	ID        int64 `gorm:"primaryKey"`
	Owner     string
	Kind      string
	Whose     string
	Digest    string
	MadeAt    instant
	RevokedAt instant
	RevokedBy string
}

// TableName names the table.
func (feedRow) TableName() string { return "feeds" }

func toFeedRow(f release.Feed) feedRow {
	return feedRow{
		ID: f.ID, Owner: string(f.Owner), Kind: string(f.Kind), Whose: storable(f.Whose), Digest: f.Digest,
		MadeAt: instant(f.MadeAt), RevokedAt: instant(f.RevokedAt), RevokedBy: string(f.RevokedBy),
	}
}

func (r feedRow) feed() release.Feed {
	return release.Feed{
		ID: r.ID, Owner: release.PersonID(r.Owner), Kind: release.FeedKind(r.Kind), Whose: r.Whose, Digest: r.Digest,
		MadeAt: r.MadeAt.time(), RevokedAt: r.RevokedAt.time(), RevokedBy: release.PersonID(r.RevokedBy),
	}
}

// Feed loads a feed.
func (t *tx) Feed(id int64, lock release.Lock) (release.Feed, error) {
	row, err := one[feedRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Feed{}, fmt.Errorf("load feed %d: %w", id, err)
	}
	return row.feed(), nil
}

// FeedBy finds a feed by the digest of its address.
func (t *tx) FeedBy(digest string) (release.Feed, error) {
	row, err := one[feedRow](t.q().Where("digest = ?", digest))
	if err != nil {
		return release.Feed{}, fmt.Errorf("find a feed: %w", err)
	}
	return row.feed(), nil
}

// FeedsOf returns the feeds of a person that nobody revoked, by id.
func (t *tx) FeedsOf(owner release.PersonID) ([]release.Feed, error) {
	q := t.q().Where("revoked_at IS NULL")
	if owner != "" {
		q = q.Where("owner = ?", storable(string(owner)))
	}
	var rows []feedRow
	if err := q.Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find feeds: %w", err)
	}
	all := make([]release.Feed, len(rows))
	for i, r := range rows {
		all[i] = r.feed()
	}
	return all, nil
}

// AddFeed keeps a new feed and sets its id.
func (t *tx) AddFeed(f *release.Feed) error {
	row := toFeedRow(*f)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a feed of %s: %w", f.Owner, err)
	}
	f.ID = row.ID
	return nil
}

// SaveFeed keeps a changed feed.
func (t *tx) SaveFeed(f release.Feed) error {
	row := toFeedRow(f)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "feed", f.ID)
}

// ActionChanges returns how often each of some actions was changed.
func (t *tx) ActionChanges(ids []int64) (map[int64]release.ChangesTold, error) {
	told := map[int64]release.ChangesTold{}
	subjects := make(map[string]int64, len(ids))
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = release.Action{ID: id}.Subject()
		subjects[names[i]] = id
	}
	if len(ids) == 0 {
		return told, nil
	}
	var rows []struct {
		Subject string
		Count   int
		Last    instant
	}
	// The kind stands in the text, as it does in the index.
	const changes = `SELECT subject, count(*) AS count, max(at) AS last FROM ledger_entries
		WHERE kind = 'action-changed' AND subject IN ? GROUP BY subject`
	if err := t.q().Raw(changes, names).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("count the changes of actions: %w", err)
	}
	for _, r := range rows {
		told[subjects[r.Subject]] = release.ChangesTold{Count: r.Count, Last: r.Last.time()}
	}
	return told, nil
}

// invitationRow is what was last sent to people's own calendars about something.
type invitationRow struct {
	Subject  string `gorm:"primaryKey"`
	Sequence int
	Title    string
	Place    string
	FromAt   instant
	ToAt     instant
	Zone     string
	People   document[[]release.PersonID]
	SentAt   instant
	Over     bool
}

// TableName names the table.
func (invitationRow) TableName() string { return "invitations" }

func (r invitationRow) invitation() release.Invitation {
	return release.Invitation{
		Subject: r.Subject, Sequence: r.Sequence, Title: r.Title, Place: r.Place,
		Window: release.Window{From: r.FromAt.time(), To: r.ToAt.time(), Zone: r.Zone}, People: unlisted(r.People.V),
		SentAt: r.SentAt.time(), Over: r.Over,
	}
}

// Invitation returns what was last sent about a subject, and holds it.
func (t *tx) Invitation(subject string) (release.Invitation, error) {
	row, err := one[invitationRow](t.locked(release.ExclusiveLock).Where("subject = ?", subject))
	if err != nil {
		return release.Invitation{}, fmt.Errorf("load the invitation to %s: %w", subject, err)
	}
	return row.invitation(), nil
}

// InvitationsAfter returns the invitations to what ends after an instant, by subject.
func (t *tx) InvitationsAfter(at time.Time) ([]release.Invitation, error) {
	var rows []invitationRow
	if err := t.q().Where("to_at > ?", instant(at)).Order("subject").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find invitations: %w", err)
	}
	all := make([]release.Invitation, len(rows))
	for i, r := range rows {
		all[i] = r.invitation()
	}
	return all, nil
}

// KeepInvitation keeps what was sent, instead of what was sent before.
func (t *tx) KeepInvitation(x release.Invitation) error {
	row := invitationRow{
		Subject: x.Subject, Sequence: x.Sequence, Title: storable(x.Title), Place: storable(x.Place), FromAt: instant(x.Window.From),
		ToAt: instant(x.Window.To), Zone: x.Window.Zone, People: document[[]release.PersonID]{listed(x.People)}, SentAt: instant(x.SentAt), Over: x.Over,
	}
	if err := t.q().Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
		return fmt.Errorf("keep the invitation to %s: %w", x.Subject, err)
	}
	return nil
}
