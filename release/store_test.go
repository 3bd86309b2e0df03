package release_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"gonogo.dev/release"
)

// memory is a release.Store in memory, as faithful as the real ones: an error
// rolls back, an intent is taken once, revisions guard, nothing is aliased.
type memory struct {
	mu    sync.Mutex
	world world
}

// world is everything kept. Its values are replaced and never changed in
// place, so that a copy of its maps and slices is a snapshot.
type world struct {
	Landscape
	Configured
	Makings
	Gatherings
	Arrears
	Aftermath
	Writings
	Runs
	Learnings
	Passages
	Almanacs
	Announced
	Choices

	Programmes []*release.Programme
	Applied    []time.Time
	Cadence    map[release.PersonID]release.Cadence
	RFCs       map[int][]release.RFC // every revision
	LastRFC    int
	Polls      map[int64]release.Ballot // without votes
	Due        map[int64]time.Time
	Votes      []release.Vote
	Conditions []release.Condition
	Absences   []release.Delegation
	Comments   []release.ReadinessComment
	Entries    []release.Entry
	Notices    []release.Notice
}

func newMemory() *memory {
	return &memory{world: world{
		Cadence: map[release.PersonID]release.Cadence{}, RFCs: map[int][]release.RFC{},
		Polls: map[int64]release.Ballot{}, Due: map[int64]time.Time{},
	}}
}

func (w world) clone() world {
	w.Programmes, w.Votes, w.Conditions = slices.Clone(w.Programmes), slices.Clone(w.Votes), slices.Clone(w.Conditions)
	w.Entries, w.Notices = slices.Clone(w.Entries), slices.Clone(w.Notices)
	w.Cadence, w.Polls, w.Due, w.RFCs = maps.Clone(w.Cadence), maps.Clone(w.Polls), maps.Clone(w.Due), maps.Clone(w.RFCs)
	for n, revisions := range w.RFCs {
		w.RFCs[n] = slices.Clone(revisions)
	}
	return w
}

// snapshot returns what is kept now.
func (m *memory) snapshot() world {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.world.clone()
}

// ProgrammeNow returns the newest programme.
func (m *memory) ProgrammeNow(ctx context.Context) (*release.Programme, error) {
	var p *release.Programme
	err := m.Within(ctx, func(tx release.Tx) error {
		var err error
		p, err = tx.Programme()
		return err
	})
	return p, err
}

// Within runs fn on a copy, which replaces the world only without an error.
func (m *memory) Within(_ context.Context, fn func(release.Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	t := &memoryTx{world: m.world.clone()}
	if err := fn(t); err != nil {
		return err
	}
	m.world = t.world
	return nil
}

type memoryTx struct{ world }

func (t *memoryTx) Programme() (*release.Programme, error) {
	return t.ProgrammeAt(len(t.Programmes))
}

func (t *memoryTx) ProgrammeAt(version int) (*release.Programme, error) {
	if version < 1 || version > len(t.Programmes) {
		return nil, release.ErrNotFound
	}
	return t.Programmes[version-1], nil
}

func (t *memoryTx) ProgrammeApplied(version int) (time.Time, error) {
	if version < 1 || version > len(t.Applied) {
		return time.Time{}, release.ErrNotFound
	}
	return t.Applied[version-1], nil
}

func (t *memoryTx) AddProgramme(p *release.Programme, _ release.PersonID, at time.Time) error {
	if p.Version != len(t.Programmes)+1 {
		return fmt.Errorf("version %d of the programme exists", p.Version)
	}
	kept := *p
	t.Programmes, t.Applied = append(t.Programmes, &kept), append(slices.Clip(t.Applied), at)
	return nil
}

func (t *memoryTx) Cadences() (map[release.PersonID]release.Cadence, error) {
	return maps.Clone(t.Cadence), nil
}

func (t *memoryTx) SetCadence(id release.PersonID, c release.Cadence) error {
	t.Cadence[id] = c
	return nil
}

func copyRFC(r release.RFC) release.RFC {
	r.Content.Environments = slices.Clone(r.Content.Environments)
	r.Content.References = slices.Clone(r.Content.References)
	r.Content.Parties = slices.Clone(r.Content.Parties)
	return r
}

func (t *memoryTx) RFC(number int, _ release.Lock) (release.RFC, error) {
	revisions := t.RFCs[number]
	if len(revisions) == 0 {
		return release.RFC{}, release.ErrNotFound
	}
	return copyRFC(revisions[len(revisions)-1]), nil
}

func (t *memoryTx) FindRFCs(f release.RFCFilter) ([]release.RFC, error) {
	var found []release.RFC
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(t.RFCs))) {
		r, err := t.RFC(number, release.NoLock)
		if err != nil {
			return nil, err
		}
		fits := (len(f.Numbers) == 0 || slices.Contains(f.Numbers, r.Number)) &&
			(len(f.States) == 0 || slices.Contains(f.States, r.State)) &&
			(f.RaisedBy == "" || f.RaisedBy == r.RaisedBy) && (f.Release == "" || f.Release == r.Content.Release) &&
			(f.Over.IsZero() || f.Over.Overlaps(r.Content.Window)) && (f.Below == 0 || r.Number < f.Below)
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, r)
		}
	}
	return found, nil
}

func (t *memoryTx) AddRFC(r *release.RFC) error {
	t.LastRFC++
	r.Number, r.Revision = t.LastRFC, 1
	t.RFCs[r.Number] = []release.RFC{copyRFC(*r)}
	return nil
}

func (t *memoryTx) SaveRFC(r *release.RFC) error {
	kept, err := t.RFC(r.Number, release.ExclusiveLock)
	if err != nil {
		return err
	}
	if kept.Revision != r.Revision {
		return &release.Refusal{Code: release.CodeStale, What: "Not kept.", Why: "It changed meanwhile.", Next: "Open it again."}
	}
	r.Revision++
	t.RFCs[r.Number] = append(t.RFCs[r.Number], copyRFC(*r))
	return nil
}

func (t *memoryTx) Ballot(id int64, lock release.Lock) (release.Ballot, error) {
	b, ok := t.Polls[id]
	if !ok {
		return release.Ballot{}, release.ErrNotFound
	}
	b = copyBallot(b)
	if lock == release.SharedLock {
		return b, nil
	}
	for _, v := range t.Votes {
		if v.Ballot == id { // a seat's last one stands
			b.Votes = append(slices.DeleteFunc(b.Votes, func(x release.Vote) bool { return x.Seat == v.Seat }), v)
		}
	}
	return b, nil
}

func copyBallot(b release.Ballot) release.Ballot {
	b.Reminders, b.Seats = slices.Clone(b.Reminders), slices.Clone(b.Seats)
	for i := range b.Seats {
		b.Seats[i].Holders = slices.Clone(b.Seats[i].Holders)
	}
	return b
}

func (t *memoryTx) ballots(which func(release.Ballot) bool) ([]release.Ballot, error) {
	var found []release.Ballot
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(t.Polls))) {
		if !which(t.Polls[id]) {
			continue
		}
		b, err := t.Ballot(id, release.NoLock)
		if err != nil {
			return nil, err
		}
		found = append(found, b)
	}
	return found, nil
}

func (t *memoryTx) BallotsOf(rfc int) ([]release.Ballot, error) {
	return t.ballots(func(b release.Ballot) bool { return b.RFC == rfc })
}

func (t *memoryTx) OpenBallots() ([]release.Ballot, error) {
	open, err := t.ballots(func(b release.Ballot) bool { return b.State == release.BallotOpen })
	slices.SortStableFunc(open, func(a, b release.Ballot) int { return a.Deadline.Compare(b.Deadline) })
	return open, err
}

func (t *memoryTx) DueBallots(now time.Time) ([]int64, error) {
	var due []int64
	for _, id := range slices.Sorted(maps.Keys(t.Polls)) {
		if t.Polls[id].State == release.BallotOpen && !t.Due[id].After(now) {
			due = append(due, id)
		}
	}
	return due, nil
}

func (t *memoryTx) AddBallot(b *release.Ballot, due time.Time) error {
	b.ID = int64(len(t.Polls) + 1)
	return t.SaveBallot(*b, due)
}

func (t *memoryTx) SaveBallot(b release.Ballot, due time.Time) error {
	b = copyBallot(b)
	b.Votes = nil
	t.Polls[b.ID], t.Due[b.ID] = b, due
	return nil
}

func (t *memoryTx) AddVote(v *release.Vote) error {
	v.ID = int64(len(t.Votes) + 1)
	t.Votes = append(t.Votes, *v)
	return nil
}

func (t *memoryTx) Condition(id int64, _ release.Lock) (release.Condition, error) {
	if id < 1 || id > int64(len(t.Conditions)) {
		return release.Condition{}, release.ErrNotFound
	}
	return t.Conditions[id-1], nil
}

func (t *memoryTx) conditions(which func(release.Condition) bool) ([]release.Condition, error) {
	return slices.DeleteFunc(slices.Clone(t.Conditions), func(c release.Condition) bool { return !which(c) }), nil
}

func (t *memoryTx) ConditionsOf(rfc int) ([]release.Condition, error) {
	return t.conditions(func(c release.Condition) bool { return c.RFC == rfc })
}

func (t *memoryTx) OpenConditions(owner release.PersonID) ([]release.Condition, error) {
	return t.conditions(func(c release.Condition) bool { return !c.Met() && (owner == "" || c.Owner == owner) })
}

func (t *memoryTx) AddCondition(c *release.Condition) error {
	c.ID = int64(len(t.Conditions) + 1)
	t.Conditions = append(t.Conditions, *c)
	return nil
}

func (t *memoryTx) SaveCondition(c release.Condition) error {
	t.Conditions[c.ID-1] = c
	return nil
}

func (t *memoryTx) Append(e release.Entry) error {
	seen := func(old release.Entry) bool { return e.Intent != "" && old.Intent == e.Intent }
	if slices.ContainsFunc(t.Entries, seen) {
		return fmt.Errorf("append: %w", release.ErrHandled)
	}
	t.Entries = append(t.Entries, e)
	return nil
}

func (t *memoryTx) Promise(notices ...release.Notice) error {
	for _, n := range notices {
		if !slices.ContainsFunc(t.Notices, func(old release.Notice) bool { return old.Key == n.Key }) {
			t.Notices = append(t.Notices, n)
		}
	}
	return nil
}
