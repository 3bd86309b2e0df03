package storage

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
)

type voteRow struct {
	ID     int64 `gorm:"primaryKey"`
	Ballot int64
	Seat   string
	Person string
	Choice string
	Words  string
	At     instant
	Road   string
}

// TableName names the table.
func (voteRow) TableName() string { return "votes" }

func (r voteRow) vote() release.Vote {
	return release.Vote{
		ID: r.ID, Ballot: r.Ballot, Seat: r.Seat, Person: release.PersonID(r.Person), Choice: release.Choice(r.Choice),
		Words: r.Words, At: r.At.time(), Road: release.VoteRoad(r.Road),
	}
}

const insertVote = `INSERT INTO votes (ballot, seat, person, choice, words, at, road) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`

// AddVote keeps a vote and sets its id. Votes of one ballot touch no common
// row, so that voters never wait for each other. On PostgreSQL the vote waits
// for the entry that records it, to save a round trip: its id is set by then, or
// by the next statement, or by the commit.
func (t *tx) AddVote(v *release.Vote) error {
	if err := t.keepVote(); err != nil {
		return err
	}
	t.vote = v
	if t.db.dialect == onPostgres {
		return nil
	}
	return t.keepVote()
}

func voteValues(v *release.Vote) []any {
	return []any{v.Ballot, v.Seat, string(v.Person), string(v.Choice), v.Words, instant(v.At), string(cmp.Or(v.Road, release.VotedInSlack))}
}

// keepVote keeps a vote that waits, by itself.
func (t *tx) keepVote() error {
	v := t.vote
	if v == nil {
		return nil
	}
	t.vote = nil
	if err := t.gorm.Raw(insertVote, voteValues(v)...).Row().Scan(&v.ID); err != nil {
		return fmt.Errorf("add a vote to ballot %d: %w", v.Ballot, err)
	}
	return nil
}

// keepVoteWith keeps a vote that waits together with its entry.
func (t *tx) keepVoteWith(entry []any) error {
	v := t.vote
	t.vote = nil
	const both = `WITH vote AS (` + insertVote + `), entry AS (` + insertEntry + `) SELECT id FROM vote`
	if err := t.gorm.Raw(both, append(voteValues(v), entry...)...).Row().Scan(&v.ID); err != nil {
		return fmt.Errorf("add a vote to ballot %d with its entry: %w", v.Ballot, err)
	}
	return nil
}

// standing returns the last vote of each seat, in the order they were cast. Each
// is one look into the index, however often a seat changed its mind.
func (t *tx) standing(b release.Ballot) ([]release.Vote, error) {
	if len(b.Seats) == 0 {
		return nil, nil
	}
	const columns = `id, ballot, seat, person, choice, words, at, road`
	const last = `SELECT ` + columns + ` FROM (SELECT ` + columns +
		` FROM votes WHERE ballot = ? AND seat = ? ORDER BY id DESC LIMIT 1) AS last`
	var values []any
	for _, s := range b.Seats {
		values = append(values, b.ID, s.Key)
	}
	query := strings.Repeat(last+" UNION ALL ", len(b.Seats)-1) + last
	var rows []voteRow
	if err := t.q().Raw(query+" ORDER BY id", values...).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the standing votes of ballot %d: %w", b.ID, err)
	}
	votes := make([]release.Vote, len(rows))
	for i, r := range rows {
		votes[i] = r.vote()
	}
	return votes, nil
}

// standingIn returns many ballots with their standing votes, as of an instant;
// the zero time is now.
func (t *tx) standingIn(rows []ballotRow, until time.Time) ([]release.Ballot, error) {
	all := make([]release.Ballot, len(rows))
	ids := make([]int64, len(rows))
	place := make(map[int64]int, len(rows))
	for i, r := range rows {
		all[i], ids[i], place[r.ID] = r.ballot(), r.ID, i
	}
	if len(rows) == 0 {
		return all, nil
	}
	last := t.q().Model(&voteRow{}).Select("max(id)").Where("ballot IN ?", ids).Group("ballot, seat")
	if !until.IsZero() {
		last = last.Where("at <= ?", instant(until))
	}
	var votes []voteRow
	if err := t.q().Where("id IN (?)", last).Order("id").Find(&votes).Error; err != nil {
		return nil, fmt.Errorf("load the votes of ballots %d: %w", ids, err)
	}
	for _, v := range votes {
		b := &all[place[v.Ballot]]
		b.Votes = append(b.Votes, v.vote())
	}
	return all, nil
}
