package release

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Happened says whether what a No-Go feared came true.
type Happened string

// The answers.
const (
	CameTrue  Happened = "yes"
	DidNot    Happened = "no"
	NotKnown  Happened = "unknown"
	NotJudged Happened = "" // nobody said yet
)

// Happenings lists the answers in the order in which they are offered.
func Happenings() []Happened { return []Happened{CameTrue, DidNot, NotKnown} }

// String returns the answer as people write it.
func (h Happened) String() string {
	switch h {
	case CameTrue:
		return "it happened"
	case DidNot:
		return "it did not happen"
	case NotKnown:
		return "nobody can tell"
	case NotJudged:
	}
	return "not judged yet"
}

// DissentOutcome is what became of one No-Go: whether the failure that it feared
// happened after all (M14). It is of a seat, never of a person.
type DissentOutcome struct {
	Ballot   int64
	Seat     string
	Function Role
	Release  int
	Happened Happened
	Words    string
	By       PersonID
	At       time.Time
}

// Subject returns the ledger's name for the ballot it is of.
func (o DissentOutcome) Subject() string { return (&Ballot{ID: o.Ballot}).Subject() }

// Dissent is a No-Go that stood when its vote closed, overruled or not.
type Dissent struct {
	Ballot  Ballot
	Seat    Seat
	Reason  string
	Outcome DissentOutcome // Happened is NotJudged while nobody said
}

// Dissents returns the No-Gos that stood at the close of an RFC's votes, the oldest
// vote first, each with what became of it.
func Dissents(ballots []Ballot, judged []DissentOutcome) []Dissent {
	var all []Dissent
	for _, b := range ballots {
		for _, s := range b.Seats {
			v, spoke := b.Standing(s.Key)
			if b.State != BallotClosed || !spoke || v.Choice != VoteNoGo {
				continue
			}
			d := Dissent{Ballot: b, Seat: s, Reason: v.Words}
			d.Outcome, _ = find(judged, func(o DissentOutcome) bool { return o.Ballot == b.ID && o.Seat == s.Key })
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b Dissent) int { return cmp.Compare(a.Ballot.ID, b.Ballot.ID) })
	return all
}

// dissentLooksBack is how many No-Gos of a function its memory counts.
const dissentLooksBack = 4

// DissentMemory is how often the No-Gos of a function came true.
type DissentMemory struct {
	Function  Role
	Judged    int
	Confirmed int
	Refuted   int
	Unknown   int
}

// String returns the memory in words: "Test Manager's last 4 No-Gos: 3 confirmed".
func (m DissentMemory) String() string { return m.Function.String() + "'s " + m.Words() }

// Words returns the memory without its function: "last 4 No-Gos: 3 confirmed". What
// nobody can tell is not counted as confirmed, and is said.
func (m DissentMemory) Words() string {
	if m.Judged == 1 {
		switch {
		case m.Confirmed == 1:
			return "last No-Go: confirmed"
		case m.Unknown == 1:
			return "last No-Go: nobody can tell"
		}
		return "last No-Go: not confirmed"
	}
	text := fmt.Sprintf("last %d No-Gos: %d confirmed", m.Judged, m.Confirmed)
	if m.Unknown > 0 {
		text += fmt.Sprintf(", of %d nobody can tell", m.Unknown)
	}
	return text
}

// DissentMemories counts outcomes by the function of the seat, in the order of the
// functions' names.
func DissentMemories(judged []DissentOutcome) []DissentMemory {
	by := map[Role]*DissentMemory{}
	for _, o := range judged {
		if by[o.Function] == nil {
			by[o.Function] = &DissentMemory{Function: o.Function}
		}
		m := by[o.Function]
		m.Judged++
		switch o.Happened {
		case CameTrue:
			m.Confirmed++
		case DidNot:
			m.Refuted++
		case NotKnown, NotJudged:
			m.Unknown++
		}
	}
	var all []DissentMemory
	for _, m := range by {
		all = append(all, *m)
	}
	slices.SortFunc(all, func(a, b DissentMemory) int { return cmp.Compare(a.Function, b.Function) })
	return all
}

// MemoryOf returns the memory of a function's last No-Gos, by the order of their
// ballots; it is false when none was judged.
func MemoryOf(function Role, judged []DissentOutcome) (DissentMemory, bool) {
	of := slices.DeleteFunc(slices.Clone(judged), func(o DissentOutcome) bool { return o.Function != function })
	slices.SortFunc(of, func(a, b DissentOutcome) int {
		return cmp.Or(cmp.Compare(b.Ballot, a.Ballot), cmp.Compare(a.Seat, b.Seat))
	})
	if len(of) == 0 {
		return DissentMemory{}, false
	}
	return DissentMemories(of[:min(len(of), dissentLooksBack)])[0], true
}

// DissentFilter selects outcomes; the zero value selects all.
type DissentFilter struct {
	Release  int
	Function Role
	Limit    int // of the newest so many ballots' outcomes; 0 is no limit
}

// Outcomes keeps what became of No-Gos: the newest word for each seat of a ballot;
// every word is in the ledger.
type Outcomes interface {
	// FindOutcomes returns outcomes, those of the newest ballots first.
	FindOutcomes(f DissentFilter) ([]DissentOutcome, error)
	// SaveOutcome keeps an outcome in the place of the one before it.
	SaveOutcome(o DissentOutcome) error
}
