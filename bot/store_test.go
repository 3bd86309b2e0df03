package bot

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"gonogo.dev/release"
)

// memory is a release.Store in memory: one transaction at a time, rolled back
// on an error, each intent once.
type memory struct {
	mu    sync.Mutex
	world world
	// fail, if set, is asked before every transaction.
	fail func(ctx context.Context) error
}

type world struct {
	landscape
	configured
	makings
	arrears
	aftermath
	writings
	runs
	learnings
	passages
	almanacs
	announced

	programme  *release.Programme
	cadences   map[release.PersonID]release.Cadence
	unwanted   map[release.PersonID][]release.Stream
	rfcs       map[int]release.RFC
	ballots    map[int64]release.Ballot // with their votes
	due        map[int64]time.Time
	conditions []release.Condition
	absences   []release.Delegation
	comments   []release.ReadinessComment
	meetings   []release.Meeting
	entries    []release.Entry
	notices    []release.Notice
}

func newMemory(p *release.Programme) *memory {
	return &memory{world: world{
		programme: p, cadences: map[release.PersonID]release.Cadence{}, unwanted: map[release.PersonID][]release.Stream{}, rfcs: map[int]release.RFC{},
		ballots: map[int64]release.Ballot{}, due: map[int64]time.Time{},
	}}
}

func (w *world) clone() *world {
	next := *w
	w = &next
	w.cadences, w.rfcs, w.ballots, w.due = maps.Clone(w.cadences), maps.Clone(w.rfcs), maps.Clone(w.ballots), maps.Clone(w.due)
	w.conditions, w.entries, w.notices = slices.Clone(w.conditions), slices.Clone(w.entries), slices.Clone(w.notices)
	return w
}

// snapshot is what is kept now.
func (m *memory) snapshot() *world {
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

func (m *memory) Within(ctx context.Context, fn func(release.Tx) error) error {
	if m.fail != nil {
		if err := m.fail(ctx); err != nil {
			return err
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	next := m.world.clone()
	if err := fn(next); err != nil {
		return err
	}
	m.world = *next
	return nil
}

func (w *world) Programme() (*release.Programme, error) {
	if w.programme == nil {
		return nil, release.ErrNotFound
	}
	return w.programme, nil
}

func (w *world) ProgrammeAt(int) (*release.Programme, error) { return w.Programme() }

// ProgrammeApplied is not kept: no page of Slack says it.
func (w *world) ProgrammeApplied(int) (time.Time, error) { return time.Time{}, nil }

func (w *world) AddProgramme(p *release.Programme, _ release.PersonID, _ time.Time) error {
	w.programme = p
	return nil
}

func (w *world) Cadences() (map[release.PersonID]release.Cadence, error) { return w.cadences, nil }

func (w *world) SetCadence(id release.PersonID, c release.Cadence) error {
	w.cadences[id] = c
	return nil
}

func (w *world) RFC(number int, _ release.Lock) (release.RFC, error) {
	r, ok := w.rfcs[number]
	if !ok {
		return r, release.ErrNotFound
	}
	return r, nil
}

func (w *world) FindRFCs(f release.RFCFilter) ([]release.RFC, error) {
	var found []release.RFC
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(w.rfcs))) {
		r := w.rfcs[n]
		switch {
		case len(f.Numbers) > 0 && !slices.Contains(f.Numbers, n), len(f.States) > 0 && !slices.Contains(f.States, r.State),
			f.RaisedBy != "" && f.RaisedBy != r.RaisedBy, f.Release != "" && f.Release != r.Content.Release,
			!f.Over.IsZero() && !f.Over.Overlaps(r.Content.Window), f.Below > 0 && n >= f.Below,
			f.Limit > 0 && len(found) == f.Limit:
			continue
		}
		found = append(found, r)
	}
	return found, nil
}

func (w *world) AddRFC(r *release.RFC) error {
	r.Number, r.Revision = len(w.rfcs)+1, 1
	w.rfcs[r.Number] = *r
	return nil
}

func (w *world) SaveRFC(r *release.RFC) error {
	r.Revision++
	w.rfcs[r.Number] = *r
	return nil
}

func (w *world) Ballot(id int64, lock release.Lock) (release.Ballot, error) {
	b, ok := w.ballots[id]
	if !ok {
		return b, release.ErrNotFound
	}
	if lock == release.SharedLock {
		b.Votes = nil
	}
	return b, nil
}

func (w *world) BallotsOf(rfc int) ([]release.Ballot, error) {
	var found []release.Ballot
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(w.ballots))) {
		if w.ballots[id].RFC == rfc {
			found = append(found, w.ballots[id])
		}
	}
	return found, nil
}

func (w *world) OpenBallots() ([]release.Ballot, error) {
	var found []release.Ballot
	for _, id := range slices.Sorted(maps.Keys(w.ballots)) {
		if w.ballots[id].State == release.BallotOpen {
			found = append(found, w.ballots[id])
		}
	}
	slices.SortStableFunc(found, func(a, b release.Ballot) int { return a.Deadline.Compare(b.Deadline) })
	return found, nil
}

func (w *world) DueBallots(now time.Time) ([]int64, error) {
	var ids []int64
	for _, id := range slices.Sorted(maps.Keys(w.due)) {
		if !w.due[id].IsZero() && !w.due[id].After(now) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (w *world) AddBallot(b *release.Ballot, due time.Time) error {
	b.ID = int64(len(w.ballots) + 1)
	w.ballots[b.ID], w.due[b.ID] = *b, due
	return nil
}

func (w *world) SaveBallot(b release.Ballot, due time.Time) error {
	b.Votes = w.ballots[b.ID].Votes
	w.ballots[b.ID], w.due[b.ID] = b, due
	return nil
}

func (w *world) AddVote(v *release.Vote) error {
	b := w.ballots[v.Ballot]
	v.ID = int64(len(b.Votes) + 1)
	b.Votes = append(slices.Clip(b.Votes), *v)
	w.ballots[v.Ballot] = b
	return nil
}

func (w *world) Condition(id int64, _ release.Lock) (release.Condition, error) {
	if id < 1 || int(id) > len(w.conditions) {
		return release.Condition{}, release.ErrNotFound
	}
	return w.conditions[id-1], nil
}

func (w *world) ConditionsOf(rfc int) ([]release.Condition, error) {
	return slices.DeleteFunc(slices.Clone(w.conditions), func(c release.Condition) bool { return c.RFC != rfc }), nil
}

func (w *world) OpenConditions(owner release.PersonID) ([]release.Condition, error) {
	return slices.DeleteFunc(slices.Clone(w.conditions), func(c release.Condition) bool {
		return c.Met() || (owner != "" && c.Owner != owner)
	}), nil
}

func (w *world) AddCondition(c *release.Condition) error {
	c.ID = int64(len(w.conditions) + 1)
	w.conditions = append(w.conditions, *c)
	return nil
}

func (w *world) SaveCondition(c release.Condition) error {
	w.conditions[c.ID-1] = c
	return nil
}

func (w *world) Append(e release.Entry) error {
	if e.Intent != "" && slices.ContainsFunc(w.entries, func(x release.Entry) bool { return x.Intent == e.Intent }) {
		return release.ErrHandled
	}
	w.entries = append(w.entries, e)
	return nil
}

func (w *world) Promise(notices ...release.Notice) error {
	for _, n := range notices {
		if slices.ContainsFunc(w.notices, func(x release.Notice) bool { return x.Key == n.Key }) {
			continue
		}
		n.ID = int64(len(w.notices) + 1)
		w.notices = append(w.notices, n)
	}
	return nil
}
