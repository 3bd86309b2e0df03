package storage

import (
	"encoding/json"
	"fmt"
	"strconv"

	"gonogo.dev/release"
)

// communicationData is the data of the entries that tell of communication plans.
type communicationData struct {
	Release  int                 `json:"release"`
	What     string              `json:"what"`
	To       []release.Addressee `json:"to"`
	When     string              `json:"when"`
	Road     string              `json:"road"`
	Subject  string              `json:"subject"`
	Words    string              `json:"words"`
	Confirm  bool                `json:"confirm"`
	Corrects []int64             `json:"corrects"`
	Why      string              `json:"why"`
	Late     bool                `json:"late"`
	People   []string            `json:"people"`
	Party    string              `json:"party"`
	How      string              `json:"how"`
}

// readCommunications notes what every entry says of the lines of communication
// plans, of whom they were sent to, and of who confirmed them (R44, M11).
func (b *books) readCommunications() error {
	tell := map[release.EntryKind]func(entryRow, communicationData) error{
		release.CommunicationPlanned: b.linePlanned, release.CommunicationChanged: b.lineChanged,
		release.CommunicationDropped: b.lineDropped, release.CommunicationSent: b.lineSent, release.CommunicationConfirmed: b.lineConfirmed,
	}
	kinds := make([]string, 0, len(tell))
	for kind := range tell {
		kinds = append(kinds, string(kind))
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of communications", func(e entryRow) {
		var data communicationData
		err := json.Unmarshal([]byte(e.Data), &data)
		if err == nil {
			err = tell[release.EntryKind(e.Kind)](e, data)
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

// lineFacts is what a line says that people may change.
func lineFacts(what string, to []release.Addressee, when, road, subject, words string, confirm bool) (map[string]string, error) {
	whom, err := digest(listed(to))
	return map[string]string{
		"tells": what, "goes to the addressees with the digest": whom, "is due": when, "goes by": road, "has the subject": subject,
		"adds": words, "asks for confirmation": strconv.FormatBool(confirm),
	}, err
}

func (b *books) linePlanned(e entryRow, d communicationData) error {
	facts, err := lineFacts(d.What, d.To, d.When, d.Road, d.Subject, d.Words, d.Confirm)
	facts["is of"], facts["corrects"] = numbered(d.Release), fmt.Sprint(listed(d.Corrects))
	facts["was sent at"], facts["was late"], facts["was dropped at"], facts["was dropped for"] = "", strconv.FormatBool(false), "", ""
	b.claim(e.Subject, ballotName(e.Subject), facts)
	return err
}

func (b *books) lineChanged(e entryRow, d communicationData) error {
	facts, err := lineFacts(d.What, d.To, d.When, d.Road, d.Subject, d.Words, d.Confirm)
	b.amend(e.Subject, ballotName(e.Subject), facts)
	return err
}

func (b *books) lineDropped(e entryRow, d communicationData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"was dropped at": stamp(e.At.time()), "was dropped for": d.Why})
	return nil
}

func (b *books) lineSent(e entryRow, d communicationData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"was sent at": stamp(e.At.time()), "was late": strconv.FormatBool(d.Late)})
	for _, person := range d.People {
		key := heardKey(e.Subject, person)
		b.claim(key, heardName(e.Subject, person), map[string]string{"was sent at": stamp(e.At.time()), "was confirmed at": "", "was confirmed by": ""})
	}
	return nil
}

func (b *books) lineConfirmed(e entryRow, d communicationData) error {
	key := heardKey(e.Subject, e.ByPerson)
	b.amend(key, heardName(e.Subject, e.ByPerson), map[string]string{"was confirmed at": stamp(e.At.time()), "was confirmed by": d.How})
	return nil
}

func heardKey(subject, person string) string { return subject + "/" + person }

func heardName(subject, person string) string { return ballotName(subject) + " to " + person }

// communications holds the lines of communication plans and whom they were sent to.
func (b *books) communications() error {
	var fault error
	err := each(b.t.q().Order("id"), "the communications", func(r communicationRow) {
		c := r.communication()
		facts, err := lineFacts(r.Kind, c.To, c.When.String(), r.Road, r.Subject, r.Words, r.Confirm)
		if err != nil {
			fault = err
		}
		facts["is of"], facts["corrects"] = numbered(r.Release), fmt.Sprint(listed(c.Corrects))
		facts["was sent at"], facts["was late"] = stamp(c.SentAt), strconv.FormatBool(r.Late)
		facts["was dropped at"], facts["was dropped for"] = stamp(c.DroppedAt), r.Dropped
		b.hold(c.Ref(), ballotName(c.Ref()), facts)
	})
	if err != nil {
		return err
	}
	if fault != nil {
		return fault
	}
	return each(b.t.q().Order("communication, person"), "who was told", func(r hearingRow) {
		subject := release.Communication{ID: r.Communication}.Ref()
		b.hold(heardKey(subject, r.Person), heardName(subject, r.Person), map[string]string{
			"was sent at": stamp(r.At.time()), "was confirmed at": stamp(r.ConfirmedAt.time()), "was confirmed by": r.How,
		})
	})
}
