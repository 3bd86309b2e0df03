package storage

import (
	"fmt"
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
}

// TableName names the table.
func (voteRow) TableName() string { return "votes" }

func (r voteRow) vote() release.Vote {
	return release.Vote{
		ID: r.ID, Ballot: r.Ballot, Seat: r.Seat, Person: release.PersonID(r.Person), Choice: release.Choice(r.Choice),
		Words: r.Words, At: r.At.time(),
	}
}

// AddVote keeps a vote and sets its id. Votes of one ballot touch no common
// row, so that voters never wait for each other.
func (t *tx) AddVote(v *release.Vote) error {
	const add = `INSERT INTO votes (ballot, seat, person, choice, words, at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`
	row := t.Raw(add, v.Ballot, v.Seat, string(v.Person), string(v.Choice), v.Words, instant(v.At)).Row()
	if err := row.Scan(&v.ID); err != nil {
		return fmt.Errorf("add a vote to ballot %d: %w", v.Ballot, err)
	}
	return nil
}

// withVotes returns ballots with their votes in the order they were cast; a
// zero until means all of them.
func (t *tx) withVotes(rows []ballotRow, until time.Time) ([]release.Ballot, error) {
	all := make([]release.Ballot, len(rows))
	ids := make([]int64, len(rows))
	place := make(map[int64]int, len(rows))
	for i, r := range rows {
		all[i], ids[i], place[r.ID] = r.ballot(), r.ID, i
	}
	if len(rows) == 0 {
		return all, nil
	}
	q := t.Where("ballot IN ?", ids).Order("id")
	if !until.IsZero() {
		q = q.Where("at <= ?", instant(until))
	}
	var votes []voteRow
	if err := q.Find(&votes).Error; err != nil {
		return nil, fmt.Errorf("load the votes of ballots %d: %w", ids, err)
	}
	for _, v := range votes {
		b := &all[place[v.Ballot]]
		b.Votes = append(b.Votes, v.vote())
	}
	return all, nil
}
