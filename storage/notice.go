package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/riverqueue/river"

	"gonogo.dev/release"
)

// noticeState is where a notice stands on its way.
type noticeState string

const (
	noticePromised noticeState = "promised" // a job will deliver it
	noticeHeld     noticeState = "held"     // it waits for a digest
	noticeSent     noticeState = "sent"
	noticeGivenUp  noticeState = "given-up" // no more tries; for people to see
	noticeMerged   noticeState = "merged"   // a digest told it
	noticeUnwanted noticeState = "unwanted" // its reader switched it off before it was sent
)

type noticeRow struct {
	ID           int64 `gorm:"primaryKey"`
	Key          string
	Road         string
	ToPerson     string
	Duty         string
	Event        document[release.Event]
	RFC          int `gorm:"column:rfc"` // whose thread it is posted in
	Hold         string
	At           instant
	Body         []byte
	State        string
	Attempts     int
	LastError    string
	ClaimedUntil instant
	SentAt       instant
	Receipt      string
	Release      int   // whose thread it is posted in when no RFC's is
	Rollout      int64 // the deployment in whose thread it is posted; 0 is none
}

// TableName names the table.
func (noticeRow) TableName() string { return "notices" }

func (r noticeRow) notice() release.Notice {
	return release.Notice{
		ID: r.ID, Key: r.Key, Road: release.Road(r.Road), To: release.PersonID(r.ToPerson), Duty: release.Duty(r.Duty),
		Event: r.Event.V, Hold: release.Cadence(r.Hold), At: r.At.time(), Body: r.Body,
	}
}

// promiseBatch is how many notices one statement keeps.
const promiseBatch = 500

// Promise keeps notices for delivery, and a job for each that does not wait for
// a digest; one whose key exists is dropped.
func (t *tx) Promise(notices ...release.Notice) error {
	for batch := range slices.Chunk(notices, promiseBatch) {
		if err := t.promise(batch); err != nil {
			return fmt.Errorf("promise %s and %d more: %w", batch[0].Key, len(batch)-1, err)
		}
	}
	return nil
}

func (t *tx) promise(batch []release.Notice) error {
	var args []any
	for _, n := range batch {
		state := noticePromised
		hold := cmp.Or(n.Hold, release.Immediate)
		if hold != release.Immediate {
			state = noticeHeld
		}
		var body any
		if n.Body != nil {
			body = n.Body
		}
		args = append(args, storable(n.Key), string(n.Road), string(n.To), string(n.Duty),
			document[release.Event]{n.Event}, n.Event.RFC.Number, threadRelease(n.Event), threadRollout(n.Event), string(hold), instant(n.At), body,
			string(state))
	}
	rows := strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), ", len(batch)), ", ")
	add := `INSERT INTO notices (key, road, to_person, duty, event, rfc, release, rollout, hold, at, body, state) VALUES ` + rows +
		` ON CONFLICT (key) DO NOTHING RETURNING id, road, state`
	var added []noticeRow
	if err := t.q().Raw(add, args...).Scan(&added).Error; err != nil {
		return err
	}
	var jobs []river.InsertManyParams
	for _, n := range added {
		if n.State == string(noticePromised) {
			jobs = append(jobs, deliverJob(n.ID, release.Road(n.Road)))
		}
	}
	return t.enqueue(jobs)
}

// threadRelease is the release in whose thread an event is told; 0 when an RFC's
// thread tells it, or none.
func threadRelease(e release.Event) int {
	if e.RFC.Number != 0 || e.Release == nil || threadRollout(e) != 0 {
		return 0
	}
	return e.Release.Number
}

// threadRollout is the deployment in whose thread an event is told; 0 when another
// thread tells it, or none.
func threadRollout(e release.Event) int64 {
	return release.RolloutOf(e.Thread())
}

// enqueue adds jobs to the queue; they exist if and only if this transaction commits.
func (t *tx) enqueue(jobs []river.InsertManyParams) error {
	if len(jobs) == 0 {
		return nil
	}
	inner, err := t.sql()
	if err != nil {
		return err
	}
	if _, err := t.db.jobs.InsertManyFastTx(t.gorm.Statement.Context, inner, jobs); err != nil {
		return fmt.Errorf("enqueue %d jobs: %w", len(jobs), err)
	}
	return nil
}

// Held returns the notices that wait for a digest, by person and age.
func (db *DB) Held(ctx context.Context, c release.Cadence) ([]release.Notice, error) {
	var rows []noticeRow
	err := db.gorm.WithContext(ctx).Where("state = ? AND hold = ?", noticeHeld, c).Order("to_person, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("load what is held for the %s digest: %w", c, err)
	}
	notices := make([]release.Notice, len(rows))
	for i, r := range rows {
		notices[i] = r.notice()
	}
	return notices, nil
}

// Counts are numbers for the metrics.
type Counts struct {
	Notices  map[string]int64 // by state: promised, held, sent, given-up, merged, unwanted
	Jobs     map[string]int64 // jobs that wait or run, by River's state
	Unsealed int64            // ledger entries that are not in the log yet
}

// Counts counts.
func (db *DB) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	var err error
	if c.Notices, err = db.countBy(ctx, `SELECT state, count(*) AS n FROM notices GROUP BY state`); err != nil {
		return c, err
	}
	const waiting = `SELECT state, count(*) AS n FROM river_job
		WHERE state IN ('available', 'pending', 'retryable', 'running', 'scheduled') GROUP BY state`
	if c.Jobs, err = db.countBy(ctx, waiting); err != nil {
		return c, err
	}
	err = db.gorm.WithContext(ctx).Model(&entryRow{}).Where("sealed_index IS NULL").Count(&c.Unsealed).Error
	if err != nil {
		return c, fmt.Errorf("count unsealed entries: %w", err)
	}
	return c, nil
}

func (db *DB) countBy(ctx context.Context, query string) (map[string]int64, error) {
	var rows []struct {
		State string
		N     int64
	}
	if err := db.gorm.WithContext(ctx).Raw(query).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("count by state: %w", err)
	}
	counts := make(map[string]int64, len(rows))
	for _, r := range rows {
		counts[r.State] = r.N
	}
	return counts, nil
}
