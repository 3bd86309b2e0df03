package release

import "time"

// MeetingFilter selects meetings; the zero value selects all.
type MeetingFilter struct {
	Kind    MeetingKind
	Release int
	Running bool // only those that run
	Ended   bool // only those that ended
	Limit   int  // the newest so many; 0 is no limit
}

// Meetings keeps the meetings, their minutes and what was said of them.
type Meetings interface {
	Meeting(id int64, lock Lock) (Meeting, error)
	// FindMeetings returns meetings with their amendments, the newest first.
	FindMeetings(f MeetingFilter) ([]Meeting, error)
	// DueMeetings returns the ids of the meetings whose time for corrections is
	// over and that are not ratified.
	DueMeetings(now time.Time) ([]int64, error)
	// AddMeeting keeps a new meeting and sets its id. Of one kind and release only
	// one runs at a time.
	AddMeeting(m *Meeting) error
	// SaveMeeting keeps everything but the amendments.
	SaveMeeting(m Meeting) error
	AddAmendment(meeting int64, a Amendment) error
	// LastEntry returns the id of the ledger's newest entry, 0 when it is empty.
	// Until the transaction ends nobody else appends, so that no entry with a
	// lower id is still to come.
	LastEntry() (int64, error)
	// EntriesAfter returns the ledger's entries of some kinds behind an entry, in
	// their order.
	EntriesAfter(id int64, kinds []EntryKind) ([]LedgerLine, error)
}
