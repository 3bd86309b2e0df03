package storage

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

type meetingRow struct {
	ID               int64 `gorm:"primaryKey"`
	Kind             string
	Release          int
	Attendees        document[[]release.PersonID]
	StartedAt        instant
	StartedBy        string
	AfterEntry       int64
	Agenda           document[[]release.AgendaItem]
	EndedAt          instant
	EndedBy          string
	Minutes          document[[]release.MinuteLine]
	CorrectionsUntil instant
	RatifiedAt       instant
}

// TableName names the table.
func (meetingRow) TableName() string { return "meetings" }

// amendmentRow is what an attendee said of a line of the minutes. Rows are
// added, never changed.
type amendmentRow struct {
	ID       int64 `gorm:"primaryKey"`
	Meeting  int64
	Line     int
	At       instant
	ByPerson string
	Words    string
}

// TableName names the table.
func (amendmentRow) TableName() string { return "meeting_amendments" }

func toMeetingRow(m release.Meeting) meetingRow {
	agenda := append([]release.AgendaItem{}, m.Agenda...)
	for i, x := range agenda {
		agenda[i].Window.From, agenda[i].Window.To = border(x.Window.From), border(x.Window.To)
	}
	minutes := append([]release.MinuteLine{}, m.Minutes...)
	for i, x := range minutes {
		minutes[i].At = border(x.At)
	}
	return meetingRow{
		ID: m.ID, Kind: string(m.Kind), Release: m.Release, Attendees: document[[]release.PersonID]{listed(m.Attendees)},
		StartedAt: instant(m.StartedAt), StartedBy: string(m.StartedBy), AfterEntry: m.After, Agenda: document[[]release.AgendaItem]{agenda},
		EndedAt: instant(m.EndedAt), EndedBy: string(m.EndedBy), Minutes: document[[]release.MinuteLine]{minutes},
		CorrectionsUntil: instant(m.CorrectionsUntil), RatifiedAt: instant(m.RatifiedAt),
	}
}

func (r meetingRow) meeting() release.Meeting {
	return release.Meeting{
		ID: r.ID, Kind: release.MeetingKind(r.Kind), Release: r.Release, Attendees: unlisted(r.Attendees.V),
		StartedAt: r.StartedAt.time(), StartedBy: release.PersonID(r.StartedBy), After: r.AfterEntry, Agenda: unlisted(r.Agenda.V),
		EndedAt: r.EndedAt.time(), EndedBy: release.PersonID(r.EndedBy), Minutes: unlisted(r.Minutes.V),
		CorrectionsUntil: r.CorrectionsUntil.time(), RatifiedAt: r.RatifiedAt.time(),
	}
}

// unlisted returns nil for an empty list, as the domain has it.
func unlisted[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return all
}

// Meeting loads a meeting with its amendments.
func (t *tx) Meeting(id int64, lock release.Lock) (release.Meeting, error) {
	row, err := one[meetingRow](t.locked(lock).Where("id = ?", id))
	if err != nil {
		return release.Meeting{}, fmt.Errorf("load meeting %d: %w", id, err)
	}
	all, err := t.withAmendments([]meetingRow{row})
	if err != nil {
		return release.Meeting{}, err
	}
	return all[0], nil
}

// FindMeetings returns meetings with their amendments, the newest first.
func (t *tx) FindMeetings(f release.MeetingFilter) ([]release.Meeting, error) {
	q := t.q().Order("id DESC")
	if f.Kind != "" {
		q = q.Where("kind = ?", string(f.Kind))
	}
	if f.Release != 0 {
		q = q.Where("release = ?", f.Release)
	}
	if f.Running {
		q = q.Where("ended_at IS NULL")
	}
	if f.Ended {
		q = q.Where("ended_at IS NOT NULL")
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var rows []meetingRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("find meetings: %w", err)
	}
	return t.withAmendments(rows)
}

// withAmendments returns the meetings of rows with what was said of them.
func (t *tx) withAmendments(rows []meetingRow) ([]release.Meeting, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	all, ids := make([]release.Meeting, len(rows)), make([]int64, len(rows))
	for i, r := range rows {
		all[i], ids[i] = r.meeting(), r.ID
	}
	var said []amendmentRow
	if err := t.q().Where("meeting IN ?", ids).Order("id").Find(&said).Error; err != nil {
		return nil, fmt.Errorf("load what was said of minutes: %w", err)
	}
	for _, a := range said {
		for i := range all {
			if all[i].ID == a.Meeting {
				all[i].Amendments = append(all[i].Amendments, release.Amendment{
					Line: a.Line, At: a.At.time(), By: release.PersonID(a.ByPerson), Text: a.Words,
				})
			}
		}
	}
	return all, nil
}

// DueMeetings returns the ids of the meetings that are to be ratified.
func (t *tx) DueMeetings(now time.Time) ([]int64, error) {
	var ids []int64
	err := t.q().Model(&meetingRow{}).Where("ratified_at IS NULL AND corrections_until <= ?", instant(now)).Order("id").Pluck("id", &ids).Error
	if err != nil {
		return nil, fmt.Errorf("find the minutes that are due: %w", err)
	}
	return ids, nil
}

// AddMeeting keeps a new meeting and sets its id.
func (t *tx) AddMeeting(m *release.Meeting) error {
	row := toMeetingRow(*m)
	row.ID = 0
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a %s: %w", m.Kind, err)
	}
	m.ID = row.ID
	return nil
}

// SaveMeeting keeps everything but the amendments.
func (t *tx) SaveMeeting(m release.Meeting) error {
	row := toMeetingRow(m)
	return saved(t.q().Model(&row).Select(everyColumn).Updates(&row), "meeting", m.ID)
}

// AddAmendment keeps what an attendee says of a line of the minutes.
func (t *tx) AddAmendment(meeting int64, a release.Amendment) error {
	row := amendmentRow{Meeting: meeting, Line: a.Line, At: instant(a.At), ByPerson: string(a.By), Words: storable(a.Text)}
	if err := t.q().Create(&row).Error; err != nil {
		return fmt.Errorf("add a correction to meeting %d: %w", meeting, err)
	}
	return nil
}

// LastEntry returns the id of the ledger's newest entry. On PostgreSQL it waits
// for those who appended and holds up those who would, so that nobody who began
// earlier commits an entry with a lower id later; on SQLite a transaction is alone.
func (t *tx) LastEntry() (int64, error) {
	q := t.q()
	if t.db.dialect == onPostgres {
		if err := q.Exec(`LOCK TABLE ledger_entries IN SHARE ROW EXCLUSIVE MODE`).Error; err != nil {
			return 0, fmt.Errorf("hold the ledger's end: %w", err)
		}
	}
	var last int64
	if err := t.q().Raw(`SELECT coalesce(max(id), 0) FROM ledger_entries`).Row().Scan(&last); err != nil {
		return 0, fmt.Errorf("find the ledger's end: %w", err)
	}
	return last, nil
}

// EntriesAfter returns entries of some kinds behind an entry, in their order.
func (t *tx) EntriesAfter(id int64, kinds []release.EntryKind) ([]release.LedgerLine, error) {
	var rows []entryRow
	if err := t.q().Where("id > ? AND kind IN ?", id, kinds).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read the ledger behind entry %d: %w", id, err)
	}
	lines := make([]release.LedgerLine, len(rows))
	for i, r := range rows {
		lines[i] = release.LedgerLine{
			ID: r.ID, At: r.At.time(), Kind: release.EntryKind(r.Kind), Subject: r.Subject, By: release.PersonID(r.ByPerson), RFC: r.RFC,
			Data: []byte(r.Data),
		}
	}
	return lines, nil
}
