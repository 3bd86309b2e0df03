package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// maxErrorText is how much of an error is kept, in runes.
const maxErrorText = 500

// claimNotice takes a promised notice for one try. It returns ErrNotFound when
// there is nothing left to do, errLeased when somebody else is at it, and
// ErrNotYet for a post in a thread before which another one is promised:
// a thread tells its story in order.
func (db *DB) claimNotice(ctx context.Context, id int64, lease time.Duration) (noticeRow, error) {
	q := db.gorm.WithContext(ctx)
	var rows []noticeRow
	claim := `UPDATE notices SET attempts = attempts + 1, claimed_until = ` + db.clock(lease) + `
		WHERE id = ? AND state = 'promised' AND (claimed_until IS NULL OR claimed_until < ` + db.clock(0) + `)
		AND (road <> 'thread' OR NOT EXISTS (SELECT 1 FROM notices AS earlier
			WHERE earlier.rfc = notices.rfc AND earlier.release = notices.release AND earlier.rollout = notices.rollout
			AND earlier.road = 'thread' AND earlier.state = 'promised' AND earlier.id < notices.id))
		RETURNING *`
	if err := q.Raw(claim, id).Scan(&rows).Error; err != nil {
		return noticeRow{}, fmt.Errorf("claim notice %d: %w", id, err)
	}
	if len(rows) == 1 {
		return rows[0], nil
	}
	row, err := one[noticeRow](q.Where("id = ? AND state = 'promised'", id))
	if err != nil {
		return row, fmt.Errorf("look at notice %d: %w", id, err)
	}
	if row.Road == string(release.ByThread) && row.ClaimedUntil.time().IsZero() {
		return row, release.ErrNotYet
	}
	return row, errLeased
}

// freeze keeps the rendered bytes, once: whoever comes later carries the same.
func (db *DB) freeze(ctx context.Context, id int64, body []byte) ([]byte, error) {
	q := db.gorm.WithContext(ctx)
	if err := q.Exec(`UPDATE notices SET body = ? WHERE id = ? AND body IS NULL`, body, id).Error; err != nil {
		return nil, fmt.Errorf("freeze notice %d: %w", id, err)
	}
	row, err := one[noticeRow](q.Where("id = ?", id))
	if err != nil {
		return nil, fmt.Errorf("load the body of notice %d: %w", id, err)
	}
	return row.Body, nil
}

// sent keeps the receipt.
func (db *DB) sent(ctx context.Context, id int64, r release.Receipt) error {
	if r.At.IsZero() {
		r.At = db.now()
	}
	return db.settle(ctx, id, map[string]any{
		"state": noticeSent, "sent_at": instant(r.At), "receipt": storable(r.Detail), "last_error": "",
	})
}

// failed keeps why a try failed, and gives up when no other is of use.
func (db *DB) failed(ctx context.Context, row noticeRow, why error, most int) (noticeState, error) {
	state := noticePromised
	if errors.Is(why, release.ErrGivenUp) || row.Attempts >= most {
		state = noticeGivenUp
	}
	return state, db.settle(ctx, row.ID, map[string]any{
		"state": state, "last_error": release.Clip(storable(why.Error()), maxErrorText),
	})
}

// notYet takes a try back that could not be made.
func (db *DB) notYet(ctx context.Context, row noticeRow) error {
	return db.settle(ctx, row.ID, map[string]any{"attempts": row.Attempts - 1})
}

// settle ends a claim.
func (db *DB) settle(ctx context.Context, id int64, change map[string]any) error {
	change["claimed_until"] = nil
	if err := db.gorm.WithContext(ctx).Model(&noticeRow{}).Where("id = ?", id).Updates(change).Error; err != nil {
		return fmt.Errorf("keep how notice %d went: %w", id, err)
	}
	return nil
}
