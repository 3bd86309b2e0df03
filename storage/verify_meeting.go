package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// meetingData is the data of the entries that tell of meetings.
type meetingData struct {
	Kind      string             `json:"kind"`
	Release   int                `json:"release"`
	Attendees []release.PersonID `json:"attendees"`
	Agenda    json.RawMessage    `json:"agenda"`
	Minutes   json.RawMessage    `json:"minutes"`
	Until     time.Time          `json:"corrections-until"`
	Line      int                `json:"line"`
	Text      string             `json:"text"`
}

// listIn reads a list of an entry's data; what was empty is not in it.
func listIn[T any](raw json.RawMessage) ([]T, error) {
	var list document[[]T]
	if len(raw) == 0 {
		return nil, nil
	}
	err := list.Scan([]byte(raw))
	return list.V, err
}

// readMeetings notes what the ledger says of meetings, their minutes and what
// was said of these (M12).
func (b *books) readMeetings() error {
	tell := map[release.EntryKind]func(entryRow, meetingData) error{
		release.MeetingStarted: b.meetingStarted, release.MeetingJoined: b.meetingJoined, release.MeetingEnded: b.meetingEnded,
		release.MinutesCorrected: b.minutesCorrected, release.MinutesRatified: b.minutesRatified,
	}
	kinds := slices.Collect(maps.Keys(tell))
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of meetings", func(e entryRow) {
		var data meetingData
		err := json.Unmarshal([]byte(e.Data), &data)
		if err == nil {
			err = tell[release.EntryKind(e.Kind)](e, data)
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

// The facts of a meeting that are lists.
const (
	hasAttendees = "was attended by"
	hasAgenda    = "has the agenda with the digest"
	hasMinutes   = "has the minutes with the digest"
)

func (b *books) meetingStarted(e entryRow, d meetingData) error {
	agenda, err := listIn[release.AgendaItem](d.Agenda)
	if err != nil {
		return err
	}
	facts, err := meetingFacts(release.Meeting{
		Kind: release.MeetingKind(d.Kind), Release: d.Release, Attendees: d.Attendees, Agenda: agenda,
		StartedAt: e.At.time(), StartedBy: release.PersonID(e.ByPerson),
	})
	b.claim(e.Subject, ballotName(e.Subject), facts)
	return err
}

func (b *books) meetingJoined(e entryRow, d meetingData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{hasAttendees: persons(d.Attendees)})
	return nil
}

func (b *books) meetingEnded(e entryRow, d meetingData) error {
	lines, err := listIn[release.MinuteLine](d.Minutes)
	if err != nil {
		return err
	}
	minutes, err := digest(toMeetingRow(release.Meeting{Minutes: lines}).Minutes)
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		hasMinutes: minutes, "ended at": stamp(e.At.time()), "was ended by": e.ByPerson, "may be corrected until": stamp(d.Until),
	})
	return err
}

func (b *books) minutesRatified(e entryRow, _ meetingData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"was ratified at": stamp(e.At.time())})
	return nil
}

func (b *books) minutesCorrected(e entryRow, d meetingData) error {
	name := fmt.Sprintf("a correction of line %d of %s by %s", d.Line, ballotName(e.Subject), e.ByPerson)
	b.claim(amendmentKey(e.Subject, d.Line, e.ByPerson, e.At), name, map[string]string{"says": d.Text})
	return nil
}

func amendmentKey(subject string, line int, person string, at instant) string {
	return strings.Join([]string{subject, strconv.Itoa(line), person, stamp(at.time())}, "\x00")
}

// meetingFacts is what a meeting says of itself.
func meetingFacts(m release.Meeting) (map[string]string, error) {
	row := toMeetingRow(m)
	agenda, err := digest(row.Agenda)
	if err != nil {
		return nil, err
	}
	minutes, err := digest(row.Minutes)
	return map[string]string{
		"is a": string(m.Kind), "is about": release.Release{Number: m.Release}.Subject(), hasAttendees: persons(m.Attendees),
		hasAgenda: agenda, hasMinutes: minutes, "was opened at": stamp(m.StartedAt), "was opened by": string(m.StartedBy),
		"ended at": stamp(m.EndedAt), "was ended by": string(m.EndedBy), "may be corrected until": stamp(m.CorrectionsUntil),
		"was ratified at": stamp(m.RatifiedAt),
	}, err
}

func (b *books) meetings() error {
	err := each(b.t.q().Order("id"), "the meetings", func(r meetingRow) {
		m := r.meeting()
		facts, err := meetingFacts(m)
		if err != nil {
			b.faultf("%s cannot be read: %v", m.Name(), err)
		}
		b.hold(m.Subject(), m.Name(), facts)
	})
	if err != nil {
		return err
	}
	return each(b.t.q().Order("id"), "what was said of minutes", func(r amendmentRow) {
		subject := (&release.Meeting{ID: r.Meeting}).Subject()
		b.hold(amendmentKey(subject, r.Line, r.ByPerson, r.At), fmt.Sprintf("correction %d of meeting %d", r.ID, r.Meeting), map[string]string{"says": r.Words})
	})
}
