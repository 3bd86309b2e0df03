package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

type ballotRow struct {
	ID             int64 `gorm:"primaryKey"`
	RFC            int   `gorm:"column:rfc"`
	Purpose        string
	Digest         string
	Seats          document[[]release.Seat]
	Raiser         string
	OpenedBy       string
	OpenedAt       instant
	MinimumUntil   instant
	Deadline       instant
	Reminders      document[[]time.Time]
	Override       bool
	State          string
	ClosedAt       instant
	ClosedBy       string
	Outcome        string
	OverrideReason string
	VoidReason     string
	NextDue        instant
	Dossier        document[*release.Dossier]
	Before         document[[]release.Vote]
	Involved       document[[]release.PersonID]
	Quorum         int
}

// TableName names the table.
func (ballotRow) TableName() string { return "ballots" }

func toBallotRow(b release.Ballot, due time.Time) ballotRow {
	reminders := make([]time.Time, len(b.Reminders))
	for i, at := range b.Reminders {
		reminders[i] = border(at)
	}
	before := append([]release.Vote{}, b.Before...)
	for i, v := range before {
		before[i].At = border(v.At)
	}
	return ballotRow{
		ID: b.ID, RFC: b.RFC, Purpose: string(b.Purpose), Digest: b.Digest,
		Seats: document[[]release.Seat]{listed(b.Seats)}, Raiser: string(b.Raiser), OpenedBy: string(b.OpenedBy),
		OpenedAt: instant(b.OpenedAt), MinimumUntil: instant(b.MinimumUntil), Deadline: instant(b.Deadline),
		Reminders: document[[]time.Time]{reminders}, Override: b.Override, State: string(b.State),
		ClosedAt: instant(b.ClosedAt), ClosedBy: string(b.ClosedBy), Outcome: string(b.Outcome),
		OverrideReason: b.OverrideReason, VoidReason: b.VoidReason, NextDue: instant(due),
		Dossier: document[*release.Dossier]{b.Dossier}, Before: document[[]release.Vote]{before},
		Involved: document[[]release.PersonID]{listed(b.Involved)}, Quorum: b.Quorum,
	}
}

func (r ballotRow) ballot() release.Ballot {
	return release.Ballot{
		ID: r.ID, RFC: r.RFC, Purpose: release.Purpose(r.Purpose), Digest: r.Digest,
		Raiser: release.PersonID(r.Raiser), OpenedBy: release.PersonID(r.OpenedBy), OpenedAt: r.OpenedAt.time(),
		MinimumUntil: r.MinimumUntil.time(), Deadline: r.Deadline.time(), Override: r.Override,
		State: release.BallotState(r.State), ClosedAt: r.ClosedAt.time(), ClosedBy: release.PersonID(r.ClosedBy),
		Outcome: release.Outcome(r.Outcome), OverrideReason: r.OverrideReason, VoidReason: r.VoidReason,
		Seats: unlisted(r.Seats.V), Reminders: unlisted(r.Reminders.V), Dossier: r.Dossier.V, Before: unlisted(r.Before.V),
		Involved: unlisted(r.Involved.V), Quorum: r.Quorum,
	}
}

// Ballot returns a ballot with the vote that stands for each seat; a voter's,
// with SharedLock, comes without.
func (t *tx) Ballot(id int64, lock release.Lock) (release.Ballot, error) {
	if lock == release.SharedLock {
		return t.votersBallot(id)
	}
	row, err := one[ballotRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Ballot{}, fmt.Errorf("load ballot %d: %w", id, err)
	}
	b := row.ballot()
	b.Votes, err = t.standing(b)
	return b, err
}

// votersBallot is written by hand, since every vote begins with it: GORM's way
// to a row costs more than the query. A voter needs neither what is decided on,
// which may be long, nor the votes before it changed.
func (t *tx) votersBallot(id int64) (release.Ballot, error) {
	find := `SELECT id, rfc, purpose, digest, seats, raiser, opened_by, opened_at, minimum_until, deadline, reminders,
		override, state, closed_at, closed_by, outcome, override_reason, void_reason, involved, quorum FROM ballots WHERE id = ?`
	if t.db.dialect == onPostgres {
		find += ` FOR SHARE`
	}
	var r ballotRow
	var seats string
	err := t.q().Raw(find, id).Row().Scan(&r.ID, &r.RFC, &r.Purpose, &r.Digest, &seats, &r.Raiser, &r.OpenedBy, &r.OpenedAt,
		&r.MinimumUntil, &r.Deadline, &r.Reminders, &r.Override, &r.State, &r.ClosedAt, &r.ClosedBy, &r.Outcome,
		&r.OverrideReason, &r.VoidReason, &r.Involved, &r.Quorum)
	if errors.Is(err, sql.ErrNoRows) {
		err = release.ErrNotFound
	}
	if err == nil {
		r.Seats.V, err = t.db.seats.read(id, seats)
	}
	if err != nil {
		return release.Ballot{}, fmt.Errorf("load ballot %d: %w", id, err)
	}
	return r.ballot(), nil
}

// seatCache keeps the decoded seats of ballots that are voted on: they are
// frozen when a ballot opens, and decoding them is a fifth of a vote's cost.
type seatCache struct {
	mu    sync.Mutex
	known map[int64]knownSeats
}

type knownSeats struct {
	text  string
	seats []release.Seat
}

// maxKnownSeats bounds the cache; it starts anew when it is full.
const maxKnownSeats = 1000

// read decodes the seats of a ballot, or returns what the same text said before.
func (c *seatCache) read(ballot int64, text string) ([]release.Seat, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if k, ok := c.known[ballot]; ok && k.text == text {
		return slices.Clone(k.seats), nil
	}
	var d document[[]release.Seat]
	if err := d.Scan(text); err != nil {
		return nil, err
	}
	if c.known == nil || len(c.known) >= maxKnownSeats {
		c.known = map[int64]knownSeats{}
	}
	c.known[ballot] = knownSeats{text: text, seats: d.V}
	return slices.Clone(d.V), nil
}

// BallotsOf returns an RFC's ballots with their votes, the newest first.
func (t *tx) BallotsOf(rfc int) ([]release.Ballot, error) {
	all, err := t.ballots(t.q().Where("rfc = ?", rfc).Order("id DESC"), time.Time{})
	if err != nil {
		return nil, fmt.Errorf("of %s: %w", release.RFCName(rfc), err)
	}
	return all, nil
}

// OpenBallots returns every open ballot with its votes, by deadline.
func (t *tx) OpenBallots() ([]release.Ballot, error) {
	return t.ballots(t.q().Where("state = ?", release.BallotOpen).Order("deadline, id"), time.Time{})
}

func (t *tx) ballots(q *gorm.DB, until time.Time) ([]release.Ballot, error) {
	var rows []ballotRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load ballots: %w", err)
	}
	return t.standingIn(rows, until)
}

// DueBallots returns the ids of open ballots whose due instant is reached.
func (t *tx) DueBallots(now time.Time) ([]int64, error) {
	var ids []int64
	err := t.q().Model(&ballotRow{}).Where("state = 'open' AND next_due <= ?", instant(now)).Order("next_due, id").Pluck("id", &ids).Error
	if err != nil {
		return nil, fmt.Errorf("find due ballots: %w", err)
	}
	return ids, nil
}

// AddBallot keeps a new ballot and sets its id.
func (t *tx) AddBallot(b *release.Ballot, due time.Time) error {
	row := toBallotRow(*b, due)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a ballot on %s: %w", release.RFCName(b.RFC), err)
	}
	b.ID = row.ID
	return nil
}

// SaveBallot keeps everything but the votes.
func (t *tx) SaveBallot(b release.Ballot, due time.Time) error {
	row := toBallotRow(b, due)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "ballot", b.ID)
}

// saved returns the error of an update of one row; none updated is ErrNotFound.
func saved(done *gorm.DB, noun string, id int64) error {
	err := done.Error
	if err == nil && done.RowsAffected == 0 {
		err = release.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("save %s %d: %w", noun, id, err)
	}
	return nil
}
