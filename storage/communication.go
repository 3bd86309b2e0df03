package storage

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"gonogo.dev/release"
)

// communicationRow is a line of a release's communication plan.
type communicationRow struct {
	ID         int64 `gorm:"primaryKey"`
	Release    int
	Revision   int
	Kind       string
	Addressees document[[]release.Addressee]
	Occasion   string
	Days       int
	Hour       string
	Road       string
	Subject    string
	Words      string
	Confirm    bool
	Policy     bool
	ByPerson   string
	At         instant
	Due        instant
	SentAt     instant
	Late       bool
	Told       document[release.Told]
	Corrects   document[[]int64]
	DroppedAt  instant
	DroppedBy  string
	Dropped    string
}

// TableName names the table.
func (communicationRow) TableName() string { return "communications" }

func toCommunicationRow(c release.Communication) communicationRow {
	to := make([]release.Addressee, len(c.To))
	for i, x := range c.To {
		to[i] = release.Addressee(storable(string(x)))
	}
	told := c.Told
	told.Window.From, told.Window.To, told.Impact = border(told.Window.From), border(told.Window.To), storable(told.Impact)
	return communicationRow{
		ID: c.ID, Release: c.Release, Revision: c.Revision, Kind: string(c.Kind), Addressees: document[[]release.Addressee]{to},
		Occasion: string(c.When.Cue), Days: c.When.Days, Hour: c.When.At, Road: string(c.Road),
		Subject: storable(c.Subject), Words: storable(c.Words), Confirm: c.Confirm, Policy: c.Policy, ByPerson: string(c.By), At: instant(c.At),
		Due: instant(c.Due), SentAt: instant(c.SentAt), Late: c.Late, Told: document[release.Told]{told},
		Corrects: document[[]int64]{listed(c.Corrects)}, DroppedAt: instant(c.DroppedAt), DroppedBy: string(c.DroppedBy), Dropped: storable(c.Dropped),
	}
}

func (r communicationRow) communication() release.Communication {
	return release.Communication{
		ID: r.ID, Release: r.Release, Revision: r.Revision, Kind: release.CommunicationKind(r.Kind), To: unlisted(r.Addressees.V),
		When: release.Moment{Cue: release.Cue(r.Occasion), Days: r.Days, At: r.Hour}, Road: release.Road(r.Road),
		Subject: r.Subject, Words: r.Words, Confirm: r.Confirm, Policy: r.Policy, By: release.PersonID(r.ByPerson), At: r.At.time(),
		Due: r.Due.time(), SentAt: r.SentAt.time(), Late: r.Late, Told: r.Told.V, Corrects: unlisted(r.Corrects.V),
		DroppedAt: r.DroppedAt.time(), DroppedBy: release.PersonID(r.DroppedBy), Dropped: r.Dropped,
	}
}

// Communication loads a line of a communication plan.
func (t *tx) Communication(id int64, lock release.Lock) (release.Communication, error) {
	row, err := one[communicationRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Communication{}, fmt.Errorf("load communication %d: %w", id, err)
	}
	return row.communication(), nil
}

// FindCommunications returns lines by their id.
func (t *tx) FindCommunications(f release.CommunicationFilter) ([]release.Communication, error) {
	q := t.q().Order("id")
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.Unsent || !f.Due.IsZero() {
		q = q.Where("sent_at IS NULL AND dropped_at IS NULL")
	}
	if !f.Due.IsZero() {
		q = q.Where("due <= ?", instant(f.Due))
	}
	var rows []communicationRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find communications: %w", err)
	}
	all := make([]release.Communication, len(rows))
	for i, r := range rows {
		all[i] = r.communication()
	}
	return all, nil
}

// AddCommunication keeps a new line, and sets its id and Revision 1.
func (t *tx) AddCommunication(c *release.Communication) error {
	added := *c
	added.ID, added.Revision = 0, 1
	row := toCommunicationRow(added)
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a communication of %s: %w", release.ReleaseName(c.Release), err)
	}
	c.ID, c.Revision = row.ID, 1
	return nil
}

// SaveCommunication keeps a changed line.
func (t *tx) SaveCommunication(c *release.Communication) error {
	changed := *c
	changed.Revision++
	row := toCommunicationRow(changed)
	q := t.q().Model(&row).Where("revision = ?", c.Revision).Select(everyColumn).Updates(&row)
	if q.Error != nil {
		return fmt.Errorf("save %s: %w", c.Name(), q.Error)
	}
	if q.RowsAffected == 0 {
		kept, err := t.Communication(c.ID, release.NoLock)
		if err != nil {
			return err
		}
		return stale(c.Name(), c.Revision, kept.Revision)
	}
	*c = changed
	return nil
}

// hearingRow is a person to whom a line was sent.
type hearingRow struct {
	Communication int64  `gorm:"primaryKey;autoIncrement:false"`
	Person        string `gorm:"primaryKey"`
	Release       int
	Party         string
	Road          string
	Notice        string
	At            instant
	ConfirmedAt   instant
	How           string
}

// TableName names the table.
func (hearingRow) TableName() string { return "hearings" }

// heardRow is a hearing with how its notice stands.
type heardRow struct {
	Row       hearingRow `gorm:"embedded"`
	State     string
	LastError string
	SentAt    instant
	Receipt   string
}

func (r heardRow) hearing() release.Hearing {
	h := release.Hearing{
		Communication: r.Row.Communication, Release: r.Row.Release, Person: release.PersonID(r.Row.Person), Party: release.PartyID(r.Row.Party),
		Road: release.Road(r.Row.Road), Key: r.Row.Notice, At: r.Row.At.time(), ConfirmedAt: r.Row.ConfirmedAt.time(),
		How: release.ConfirmRoad(r.Row.How), State: release.OnItsWay, Detail: r.LastError,
	}
	switch noticeState(r.State) {
	case noticeSent:
		h.State, h.Detail, h.DeliveredAt = release.Delivered, r.Receipt, r.SentAt.time()
	case noticeGivenUp:
		h.State = release.Refused
	case noticePromised, noticeHeld, noticeMerged, noticeUnwanted:
	}
	return h
}

// AddHearings keeps whom a line was sent to; one who is there is left as they are.
func (t *tx) AddHearings(all []release.Hearing) error {
	if len(all) == 0 {
		return nil
	}
	rows := make([]hearingRow, len(all))
	for i, h := range all {
		rows[i] = hearingRow{
			Communication: h.Communication, Person: string(h.Person), Release: h.Release, Party: string(h.Party), Road: string(h.Road),
			Notice: storable(h.Key), At: instant(h.At),
		}
	}
	if err := t.q().Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, promiseBatch).Error; err != nil {
		return fmt.Errorf("keep whom communication %d was sent to: %w", all[0].Communication, err)
	}
	return nil
}

// Hearings returns whom the lines of a release were sent to, by line and person,
// with how each delivery stands.
func (t *tx) Hearings(number int) ([]release.Hearing, error) {
	var rows []heardRow
	//nolint:unqueryvet // the row struct is held against the table
	const find = `SELECT h.*, coalesce(n.state, '') AS state, coalesce(n.last_error, '') AS last_error, n.sent_at, coalesce(n.receipt, '') AS receipt
		FROM hearings AS h LEFT JOIN notices AS n ON n.key = h.notice WHERE h.release = ? ORDER BY h.communication, h.person`
	if err := t.q().Raw(find, number).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load who was told of %s: %w", release.ReleaseName(number), err)
	}
	all := make([]release.Hearing, len(rows))
	for i, r := range rows {
		all[i] = r.hearing()
	}
	return all, nil
}

// Confirm keeps that somebody confirmed a line; false when they had before, or were
// never told.
func (t *tx) Confirm(communication int64, person release.PersonID, how release.ConfirmRoad, at time.Time) (bool, error) {
	q := t.q().Model(&hearingRow{}).Where("communication = ? AND person = ? AND confirmed_at IS NULL", communication, string(person)).
		Updates(map[string]any{"confirmed_at": instant(at), "how": string(how)})
	if q.Error != nil {
		return false, fmt.Errorf("confirm communication %d for %s: %w", communication, person, q.Error)
	}
	return q.RowsAffected == 1, nil
}
