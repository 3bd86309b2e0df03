package storage

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

// passRow is a pass.
type passRow struct {
	ID      int64 `gorm:"primaryKey"`
	Person  string
	Purpose string
	Ballot  int64
	Next    string
	Digest  string
	MadeAt  instant
	EndsAt  instant
	UsedAt  instant
	Tries   int
}

// TableName names the table.
func (passRow) TableName() string { return "passes" }

func toPassRow(x release.Pass) passRow {
	return passRow{
		ID: x.ID, Person: string(x.Person), Purpose: string(x.Purpose), Ballot: x.Ballot, Next: storable(x.Next), Digest: x.Digest,
		MadeAt: instant(x.MadeAt), EndsAt: instant(x.EndsAt), UsedAt: instant(x.UsedAt), Tries: x.Tries,
	}
}

func (r passRow) pass() release.Pass {
	return release.Pass{
		ID: r.ID, Person: release.PersonID(r.Person), Purpose: release.PassPurpose(r.Purpose), Ballot: r.Ballot, Next: r.Next, Digest: r.Digest,
		MadeAt: r.MadeAt.time(), EndsAt: r.EndsAt.time(), UsedAt: r.UsedAt.time(), Tries: r.Tries,
	}
}

// Pass loads a pass.
func (t *tx) Pass(id int64, lock release.Lock) (release.Pass, error) {
	row, err := one[passRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Pass{}, fmt.Errorf("load pass %d: %w", id, err)
	}
	return row.pass(), nil
}

// PassBy finds a pass by the digest of what opens it.
func (t *tx) PassBy(digest string, lock release.Lock) (release.Pass, error) {
	row, err := one[passRow](t.locked(lock).Where("digest = ? AND digest <> ''", digest))
	if err != nil {
		return release.Pass{}, fmt.Errorf("find a pass: %w", err)
	}
	return row.pass(), nil
}

// PassesOf returns a person's passes, the newest first.
func (t *tx) PassesOf(id release.PersonID, purpose release.PassPurpose, ballot int64, after time.Time) ([]release.Pass, error) {
	var rows []passRow
	q := t.q().Where("person = ? AND purpose = ? AND ballot = ? AND made_at > ?", string(id), string(purpose), ballot, instant(after))
	if err := q.Order("made_at DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find the passes of %s: %w", id, err)
	}
	all := make([]release.Pass, len(rows))
	for i, r := range rows {
		all[i] = r.pass()
	}
	return all, nil
}

// AddPass keeps a new pass and sets its id.
func (t *tx) AddPass(x *release.Pass) error {
	row := toPassRow(*x)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a pass of %s: %w", x.Person, err)
	}
	x.ID = row.ID
	return nil
}

// SavePass keeps a changed pass.
func (t *tx) SavePass(x release.Pass) error {
	row := toPassRow(x)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "pass", x.ID)
}

// sessionRow is a session.
type sessionRow struct {
	ID      int64 `gorm:"primaryKey"`
	Person  string
	Digest  string
	Road    string
	Agent   string
	BeganAt instant
	SeenAt  instant
	EndsAt  instant
	EndedAt instant
}

// TableName names the table.
func (sessionRow) TableName() string { return "sessions" }

func toSessionRow(s release.Session) sessionRow {
	return sessionRow{
		ID: s.ID, Person: string(s.Person), Digest: s.Digest, Road: string(s.Road), Agent: storable(s.Agent),
		BeganAt: instant(s.BeganAt), SeenAt: instant(s.SeenAt), EndsAt: instant(s.EndsAt), EndedAt: instant(s.EndedAt),
	}
}

func (r sessionRow) session() release.Session {
	return release.Session{
		ID: r.ID, Person: release.PersonID(r.Person), Digest: r.Digest, Road: release.SessionRoad(r.Road), Agent: r.Agent,
		BeganAt: r.BeganAt.time(), SeenAt: r.SeenAt.time(), EndsAt: r.EndsAt.time(), EndedAt: r.EndedAt.time(),
	}
}

// SessionBy finds a session by the digest of its token.
func (t *tx) SessionBy(digest string, lock release.Lock) (release.Session, error) {
	row, err := one[sessionRow](t.locked(lock).Where("digest = ?", digest))
	if err != nil {
		return release.Session{}, fmt.Errorf("find a session: %w", err)
	}
	return row.session(), nil
}

// SessionsOf returns a person's sessions that go on, the newest first.
func (t *tx) SessionsOf(id release.PersonID, after time.Time) ([]release.Session, error) {
	var rows []sessionRow
	q := t.q().Where("person = ? AND ends_at > ? AND ended_at IS NULL", string(id), instant(after))
	if err := q.Order("began_at DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find the sessions of %s: %w", id, err)
	}
	all := make([]release.Session, len(rows))
	for i, r := range rows {
		all[i] = r.session()
	}
	return all, nil
}

// AddSession keeps a new session and sets its id.
func (t *tx) AddSession(s *release.Session) error {
	row := toSessionRow(*s)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a session of %s: %w", s.Person, err)
	}
	s.ID = row.ID
	return nil
}

// SaveSession keeps a changed session.
func (t *tx) SaveSession(s release.Session) error {
	row := toSessionRow(s)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "session", s.ID)
}

// ForgetAccess drops passes and sessions that ended before an instant.
func (t *tx) ForgetAccess(before time.Time) error {
	if err := t.q().Where("ends_at < ?", instant(before)).Delete(&passRow{}).Error; err != nil {
		return fmt.Errorf("forget passes: %w", err)
	}
	if err := t.q().Where("ends_at < ?", instant(before)).Delete(&sessionRow{}).Error; err != nil {
		return fmt.Errorf("forget sessions: %w", err)
	}
	return nil
}
