package storage

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// mostBookFaults is how many rows that do not fit are named.
const mostBookFaults = 100

// claim is what the ledger says of one row.
type claim struct {
	name  string            // how people call the row
	facts map[string]string // what it says, by the words that say it
	met   bool              // a row stands for it
}

// books are the tables that the ledger tells of, held against it: whoever
// changes, adds or removes a row behind gonogo's back is found out as long as
// the ledger itself was not changed.
type books struct {
	t      *tx
	claims map[string][]*claim // by the row's key, the oldest first
	order  []*claim
	proofs map[string]release.StepUp // for what a ballot asks who decides to prove who they are, by its subject
	faults []LedgerFault
	more   int
}

// checkBooks returns every row that says something else than the ledger.
func (t *tx) checkBooks() ([]LedgerFault, error) {
	b := &books{t: t, claims: map[string][]*claim{}, proofs: map[string]release.StepUp{}}
	for _, step := range []func() error{
		b.readLedger, b.readReviews, b.readEnvironments, b.readOperations, b.readMeetings, b.readRollouts, b.readActions, b.readCommunications, b.votes, b.ballots, b.conditions, b.outcomes, b.rfcs, b.releases, b.builds, b.evidence, b.notes,
		b.delegations, b.debts, b.rollouts, b.reviews, b.environments, b.operations, b.meetings, b.actions, b.communications, b.comments,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for _, c := range b.order {
		if !c.met {
			b.faultf("%s is in the ledger, and its row is missing", c.name)
		}
	}
	if b.more > 0 {
		b.faults = append(b.faults, LedgerFault{Index: -1, Why: fmt.Sprintf("%d more rows do not fit", b.more)})
	}
	return b.faults, nil
}

func (b *books) faultf(format string, args ...any) {
	if len(b.faults) == mostBookFaults {
		b.more++
		return
	}
	b.faults = append(b.faults, LedgerFault{Index: -1, Why: fmt.Sprintf(format, args...)})
}

// claim notes what the ledger says of a row.
func (b *books) claim(key, name string, facts map[string]string) {
	c := &claim{name: name, facts: facts}
	b.claims[key] = append(b.claims[key], c)
	b.order = append(b.order, c)
}

// amend notes what the ledger says later of a row that it knows.
func (b *books) amend(key, name string, facts map[string]string) {
	if all := b.claims[key]; len(all) > 0 {
		maps.Copy(all[len(all)-1].facts, facts)
		return
	}
	b.faultf("the ledger ends %s, and never began it", name)
}

// take returns the oldest claim on a row that no other row stands for.
func (b *books) take(key string) *claim {
	for _, c := range b.claims[key] {
		if !c.met {
			c.met = true
			return c
		}
	}
	return nil
}

// hold holds a row against what the ledger says of it.
func (b *books) hold(key, name string, has map[string]string) {
	c := b.take(key)
	if c == nil {
		b.faultf("%s is not in the ledger", name)
		return
	}
	b.compare(name, has, c.facts)
}

func (b *books) compare(name string, has, says map[string]string) {
	for _, fact := range slices.Sorted(maps.Keys(says)) {
		if has[fact] != says[fact] {
			b.faultf("%s %s %s, the ledger says %s", name, fact, told(has[fact]), told(says[fact]))
		}
	}
}

// told is a value as a fault names it.
func told(value string) string { return cmp.Or(release.Clip(value, 80), "nothing") }

// each calls fn with every row that a query finds, one at a time; fn must not query.
func each[T any](q *gorm.DB, what string, fn func(T)) error {
	rows, err := q.Model(new(T)).Rows()
	if err != nil {
		return fmt.Errorf("walk over %s: %w", what, err)
	}
	defer rows.Close()
	for rows.Next() {
		var row T
		if err := q.ScanRows(rows, &row); err != nil {
			return fmt.Errorf("read %s: %w", what, err)
		}
		fn(row)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("walk over %s: %w", what, err)
	}
	return nil
}
