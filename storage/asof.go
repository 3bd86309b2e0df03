package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// touched finds the numbers of the RFCs that are open, those that changed since
// an instant, and those on which a vote was closed since; each by an index, so
// that nothing is read of what ended before (R101). The zero time is all.
const touched = `SELECT number FROM rfcs WHERE state IN ?
	UNION SELECT number FROM rfcs WHERE updated_at > ?
	UNION SELECT rfc FROM ballots WHERE closed_at > ?`

func (db *DB) touched(ctx context.Context, since time.Time) *gorm.DB {
	return db.gorm.WithContext(ctx).Raw(touched, openStates(), afterAll(since), afterAll(since))
}

func openStates() []string {
	var open []string
	for _, s := range release.RFCStates() {
		if s.Open() {
			open = append(open, string(s))
		}
	}
	return open
}

// afterAll is an instant to compare with: the zero time is before everything,
// and NULL would be no time at all.
func afterAll(since time.Time) instant {
	if since.IsZero() {
		return instant(time.Unix(0, 0))
	}
	return instant(since)
}

// RFCsAsOf returns the RFCs that were open at an instant or had changed since
// another, as they were at the first, by number. What ended between may be among
// them; the zero since is every RFC.
func (db *DB) RFCsAsOf(ctx context.Context, since, at time.Time) ([]release.RFC, error) {
	var rows []rfcRow
	//nolint:unqueryvet // the row struct is held against the table
	const newest = `SELECT r.* FROM (?) c JOIN rfc_revisions r ON r.number = c.number AND r.revision =
		(SELECT max(n.revision) FROM rfc_revisions n WHERE n.number = c.number AND n.updated_at <= ?) ORDER BY r.number`
	if err := db.gorm.WithContext(ctx).Raw(newest, db.touched(ctx, since), instant(at)).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the RFCs as of %s: %w", at, err)
	}
	return rfcs(rows), nil
}

// BallotsAsOf returns the ballots that were open at an instant or had closed
// since another, with the votes cast by the first, each in its state of that
// instant, by id. The reminders are those still to come today.
func (db *DB) BallotsAsOf(ctx context.Context, since, at time.Time) ([]release.Ballot, error) {
	var all []release.Ballot
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		q := t.q().Where("opened_at <= ? AND (state = 'open' OR closed_at > ?)", instant(at), afterAll(since))
		all, err = t.ballots(q.Order("id"), at)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the ballots as of %s: %w", at, err)
	}
	for i := range all {
		all[i] = ballotAt(all[i], at)
	}
	return all, nil
}

// ballotAt returns a ballot in its state of an instant: one that was closed
// later is open.
func ballotAt(b release.Ballot, at time.Time) release.Ballot {
	if b.ClosedAt.After(at) {
		b.State, b.ClosedAt, b.ClosedBy, b.Outcome = release.BallotOpen, time.Time{}, "", ""
		b.OverrideReason, b.VoidReason = "", ""
	}
	return b
}

// ConditionsAsOf returns the conditions of the RFCs that RFCsAsOf returns, as
// they were at an instant, by id.
func (db *DB) ConditionsAsOf(ctx context.Context, since, at time.Time) ([]release.Condition, error) {
	var numbers []int
	if err := db.touched(ctx, since).Scan(&numbers).Error; err != nil {
		return nil, fmt.Errorf("find the RFCs as of %s: %w", at, err)
	}
	all := []release.Condition{}
	for some := range slices.Chunk(numbers, atOnce) {
		found, err := conditions(db.gorm.WithContext(ctx).Where("at <= ? AND rfc IN ?", instant(at), some))
		if err != nil {
			return nil, fmt.Errorf("as of %s: %w", at, err)
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b release.Condition) int { return cmp.Compare(a.ID, b.ID) })
	return conditionsAt(all, at), nil
}

// conditionsAt returns conditions as they were: one that was met later is not met.
func conditionsAt(all []release.Condition, at time.Time) []release.Condition {
	for i := range all {
		if c := &all[i]; c.MetAt.After(at) {
			c.MetAt, c.MetBy, c.Evidence = time.Time{}, "", ""
		}
	}
	return all
}

// ProgrammeNow returns the programme in force; ErrNotFound when none was applied.
func (db *DB) ProgrammeNow(ctx context.Context) (*release.Programme, error) {
	t := &tx{gorm: db.gorm.WithContext(ctx), db: db}
	return t.Programme()
}
