package storage

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// outcomeRow is what became of one No-Go: the newest word of it.
type outcomeRow struct {
	Ballot   int64  `gorm:"primaryKey;autoIncrement:false"`
	Seat     string `gorm:"primaryKey"`
	Function string
	Release  int
	Happened string
	Words    string
	ByPerson string
	At       instant
}

// TableName names the table.
func (outcomeRow) TableName() string { return "outcomes" }

func (r outcomeRow) outcome() release.DissentOutcome {
	return release.DissentOutcome{
		Ballot: r.Ballot, Seat: r.Seat, Function: release.Role(r.Function), Release: r.Release, Happened: release.Happened(r.Happened),
		Words: r.Words, By: release.PersonID(r.ByPerson), At: r.At.time(),
	}
}

func outcomes(rows []outcomeRow) []release.DissentOutcome {
	all := make([]release.DissentOutcome, len(rows))
	for i, r := range rows {
		all[i] = r.outcome()
	}
	return all
}

// FindOutcomes returns what became of No-Gos, those of the newest ballots first.
func (t *tx) FindOutcomes(f release.DissentFilter) ([]release.DissentOutcome, error) {
	q := t.q().Order("ballot DESC, seat")
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.Function != "" {
		q = q.Where("function = ?", storable(string(f.Function)))
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []outcomeRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find what became of No-Gos: %w", err)
	}
	return outcomes(rows), nil
}

// SaveOutcome keeps what became of a No-Go.
func (t *tx) SaveOutcome(o release.DissentOutcome) error {
	row := outcomeRow{
		Ballot: o.Ballot, Seat: o.Seat, Function: string(o.Function), Release: o.Release, Happened: string(o.Happened), Words: storable(o.Words),
		ByPerson: string(o.By), At: instant(o.At),
	}
	if err := t.q().Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
		return fmt.Errorf("keep what became of a No-Go: %w", err)
	}
	return nil
}

// outcomeData is the data of the entries that tell what became of No-Gos.
type outcomeData struct {
	Seat     string `json:"seat"`
	Function string `json:"function"`
	Release  int    `json:"release"`
	Happened string `json:"happened"`
	Words    string `json:"words"`
}

func outcomeName(subject, seat string) string {
	return "what became of the No-Go of " + seat + " on " + ballotName(subject)
}

// outcomes holds what became of No-Gos against the ledger, whose newest word counts
// (M14).
func (b *books) outcomes() error {
	q := b.t.q().Where("kind = ?", release.DissentJudged).Order("id")
	err := each(q, "the ledger's entries of No-Gos", func(e entryRow) {
		var d outcomeData
		if err := json.Unmarshal([]byte(e.Data), &d); err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
			return
		}
		name := outcomeName(e.Subject, d.Seat)
		facts := map[string]string{
			"is of": release.ReleaseName(d.Release), "is of the function": d.Function, "is": d.Happened, "says": d.Words,
			"was said by": e.ByPerson, "was said at": stamp(e.At.time()),
		}
		if len(b.claims[name]) > 0 {
			b.amend(name, name, facts)
			return
		}
		b.claim(name, name, facts)
	})
	if err != nil {
		return err
	}
	return each(b.t.q().Order("ballot, seat"), "what became of No-Gos", func(r outcomeRow) {
		o := r.outcome()
		name := outcomeName(o.Subject(), r.Seat)
		b.hold(name, name, map[string]string{
			"is of": release.ReleaseName(r.Release), "is of the function": r.Function, "is": r.Happened, "says": r.Words,
			"was said by": r.ByPerson, "was said at": stamp(o.At),
		})
	})
}
