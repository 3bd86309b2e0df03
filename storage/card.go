package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river"
	"gorm.io/gorm"

	"gonogo.dev/release"
)

// cardRow says where the card of an RFC or a release stands. Wanted counts the
// changes of its subject in the order of the log, shown is the last of them that the card shows: jobs
// for changes that a later showing covered have nothing to do.
type cardRow struct {
	Subject    string `gorm:"primaryKey"` // "rfc/12", "release/7"
	Channel    string
	TS         string `gorm:"column:ts"`
	Wanted     int64
	Shown      int64
	LeaseBy    string
	LeaseUntil instant
}

// TableName names the table.
func (cardRow) TableName() string { return "cards" }

func (r cardRow) place() release.CardPlace { return release.CardPlace{Channel: r.Channel, TS: r.TS} }

// CardPlace returns where a subject's card stands; the zero place when it was not
// posted yet.
func (db *DB) CardPlace(ctx context.Context, subject string) (release.CardPlace, error) {
	row, err := one[cardRow](db.gorm.WithContext(ctx).Where("subject = ?", subject))
	if err != nil && !errors.Is(err, release.ErrNotFound) {
		return release.CardPlace{}, fmt.Errorf("find the card of %s: %w", subject, err)
	}
	return row.place(), nil
}

// want notes that a subject's card must show a change.
func (t *tx) want(subject string, change int64) error {
	const want = `INSERT INTO cards (subject, wanted) VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET wanted = excluded.wanted`
	if err := t.q().Exec(want, subject, change).Error; err != nil {
		return fmt.Errorf("want the card of %s: %w", subject, err)
	}
	return nil
}

// errLeased says that somebody else holds a card or a notice for now.
var errLeased = errors.New("somebody else is at it")

// leaseCard hands a subject's card to one holder for a while. It returns
// ErrNotFound when the card shows everything already and errLeased when
// somebody else has it.
func (db *DB) leaseCard(ctx context.Context, subject string, holder string, lease time.Duration) (cardRow, error) {
	q := db.gorm.WithContext(ctx)
	var rows []cardRow
	take := `UPDATE cards SET lease_by = ?, lease_until = ` + db.clock(lease) + `
		WHERE subject = ? AND shown < wanted AND (lease_until IS NULL OR lease_until < ` + db.clock(0) + `) RETURNING *`
	if err := q.Raw(take, holder, subject).Scan(&rows).Error; err != nil {
		return cardRow{}, fmt.Errorf("lease the card of %s: %w", subject, err)
	}
	if len(rows) == 1 {
		return rows[0], nil
	}
	row, err := one[cardRow](q.Where("subject = ? AND shown < wanted", subject))
	if err != nil {
		return row, fmt.Errorf("look at the card of %s: %w", subject, err)
	}
	return row, errLeased
}

// cardRest is how long a card rests after a showing: Slack takes one message a
// second from a channel, and what many voters say within it is shown once.
const cardRest = time.Second

// returnCard ends a lease and keeps what was shown and where. A holder whose
// lease ran out and was taken changes nothing.
func (db *DB) returnCard(ctx context.Context, row cardRow, at release.CardPlace, shown int64) error {
	done := db.gorm.WithContext(ctx).Model(&cardRow{}).Where("subject = ? AND lease_by = ?", row.Subject, row.LeaseBy).
		Updates(map[string]any{
			"channel": at.Channel, "ts": at.TS, "shown": shown, "lease_by": "", "lease_until": gorm.Expr(db.clock(cardRest)),
		})
	if done.Error != nil {
		return fmt.Errorf("return the card of %s: %w", row.Subject, done.Error)
	}
	return nil
}

// ShowAgain has cards that are shown be drawn anew, because time has passed; a
// card that waits to be shown anyway is left alone.
func (db *DB) ShowAgain(ctx context.Context, subjects []string) error {
	return db.within(ctx, func(t *tx) error {
		const stale = `UPDATE cards SET shown = wanted - 1 WHERE subject = ? AND shown >= wanted`
		jobs := make([]river.InsertManyParams, len(subjects))
		for i, subject := range subjects {
			if err := t.q().Exec(stale, subject).Error; err != nil {
				return fmt.Errorf("show the card of %s again: %w", subject, err)
			}
			jobs[i] = showJob(subject)
		}
		return t.enqueue(jobs)
	})
}
