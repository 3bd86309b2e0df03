package storage

import (
	"encoding/json"
	"fmt"

	"gonogo.dev/release"
)

// conditionData is the data of the entry that shows a condition met.
type conditionData struct {
	Condition int64  `json:"condition"`
	Evidence  string `json:"evidence"`
}

// conditions holds against the ledger which conditions are met, and against the
// votes, which the ledger tells of, which were asked for (T24).
func (b *books) conditions() error {
	q := b.t.q().Where("kind = ?", release.ConditionMet).Order("id")
	err := each(q, "the ledger's entries of conditions", func(e entryRow) {
		var d conditionData
		if err := json.Unmarshal([]byte(e.Data), &d); err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
			return
		}
		name := factName("condition", d.Condition)
		b.claim(name, name, map[string]string{
			"is on": e.Subject, "is met by": d.Evidence, "was met at": stamp(e.At.time()), "was shown met by": e.ByPerson,
		})
	})
	if err != nil {
		return err
	}
	err = each(b.t.q().Where("met_at IS NOT NULL").Order("id"), "the conditions", func(r conditionRow) {
		name := factName("condition", r.ID)
		b.hold(name, name, map[string]string{
			"is on": release.RFC{Number: r.RFC}.Subject(), "is met by": r.Evidence, "was met at": stamp(r.MetAt.time()), "was shown met by": r.MetBy,
		})
	})
	if err != nil {
		return err
	}
	return b.asked()
}

// asked holds conditions against the votes that asked for them.
func (b *books) asked() error {
	const (
		asks = `v.choice = 'go-with-conditions' AND v.id = (SELECT max(x.id) FROM votes x WHERE x.ballot = v.ballot AND x.seat = v.seat)`
		same = `c.ballot = v.ballot AND c.seat = v.seat AND c.words = v.words AND c.asked_by = v.person`
	)
	for _, one := range []struct{ query, words string }{{
		`SELECT v.id FROM votes v JOIN ballots b ON b.id = v.ballot AND b.state = 'closed' AND b.outcome = 'go' AND b.purpose <> 'closure'
			WHERE ` + asks + ` AND NOT EXISTS (SELECT 1 FROM conditions c WHERE ` + same + `) ORDER BY v.id`,
		"vote %d asks for a condition, and its row is missing",
	}, {
		`SELECT c.id FROM conditions c WHERE NOT EXISTS (SELECT 1 FROM votes v WHERE ` + same + ` AND ` + asks + `) ORDER BY c.id`,
		"condition %d is not what a vote asked for",
	}} {
		var ids []int64
		if err := b.t.q().Raw(one.query).Scan(&ids).Error; err != nil {
			return fmt.Errorf("hold the conditions against the votes: %w", err)
		}
		for _, id := range ids {
			b.faultf(one.words, id)
		}
	}
	return nil
}
