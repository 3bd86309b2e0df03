package storage

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// entryData is the data of the entries that tell of rows.
type entryData struct {
	Seat   string `json:"seat"`
	Choice string `json:"choice"`
	Words  string `json:"words"`
	Road   string `json:"road"` // missing where it was not told of yet

	RFC      int            `json:"rfc"`
	Purpose  string         `json:"purpose"`
	Digest   string         `json:"digest"`
	Seats    []release.Seat `json:"seats"`
	Deadline time.Time      `json:"deadline"`
	Minimum  time.Time      `json:"minimum"`
	// Ballots that were opened before these were told of have none.
	Involved    *[]release.PersonID `json:"involved"`
	Quorum      *int                `json:"quorum"`
	MayOverride *bool               `json:"may-override"`
	Outcome     string              `json:"outcome"`
	Override    string              `json:"override"`
	State       string              `json:"rfc-state"`
	Why         string              `json:"why"`

	Week string `json:"week"`

	Begins time.Time `json:"begins"`
	Ends   time.Time `json:"ends"`

	Revision  int             `json:"revision"`
	Content   json.RawMessage `json:"content"`
	Programme int             `json:"programme"`
	Version   string          `json:"version"`
	Stage     string          `json:"stage"`
	From      string          `json:"from"`
	To        string          `json:"to"`

	Build      int64  `json:"build"`
	Name       string `json:"name"`
	Repository string `json:"repository"`
	Tag        string `json:"tag"`
	Commit     string `json:"commit"`
	Package    string `json:"package"`
	BOM        string `json:"bom"`

	Evidence int64     `json:"evidence"`
	Check    string    `json:"check"`
	Waiver   bool      `json:"waiver"`
	Ref      string    `json:"ref"`
	Note     string    `json:"note"`
	Until    time.Time `json:"until"`

	NoteVersion int `json:"note-version"`

	Emergency int       `json:"emergency"`
	Kind      string    `json:"kind"`
	Target    int       `json:"target"`
	Defects   []string  `json:"defects"`
	Due       time.Time `json:"due"`
	In        int       `json:"in"`
}

// readLedger notes what every entry says of a row.
func (b *books) readLedger() error {
	tell := map[release.EntryKind]func(entryRow, entryData) error{
		release.VoteCast: b.voteCast, release.BallotOpened: b.ballotOpened, release.BallotDecided: b.ballotDecided,
		release.BallotVoided: b.ballotVoided, release.SeatEscalated: b.seatEscalated,
		release.DebtOpened: b.debtOpened, release.DebtSettled: b.debtSettled, release.DebtReopened: b.debtReopened,
		release.NoteDrafted: b.noteDrafted, release.NoteSubmitted: b.noteSubmitted,
		release.ReadinessCommented: b.readinessCommented, release.DelegationGiven: b.delegationGiven, release.DelegationEnded: b.delegationEnded,
		release.RFCDrafted: b.rfcRevised, release.RFCRaised: b.rfcRevised, release.RFCEdited: b.rfcRevised, release.RFCWithdrawn: b.rfcWithdrawn, release.ReleaseCreated: b.releaseRevised,
		release.ReleaseEdited: b.releaseRevised, release.ReleaseReclassified: b.releaseRevised, release.ReleaseMoved: b.releaseMoved,
		release.BuildRegistered: b.buildRegistered, release.EvidenceGiven: b.evidenceGiven, release.EvidenceTaken: b.evidenceTaken,
	}
	return each(b.t.q().Order("id"), "the ledger's entries", func(e entryRow) {
		note, ok := tell[release.EntryKind(e.Kind)]
		if !ok {
			return
		}
		var data entryData
		err := json.Unmarshal([]byte(e.Data), &data) //nolint:musttag // seats are kept by the names of their fields
		if err == nil {
			err = note(e, data)
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

func (b *books) voteCast(e entryRow, d entryData) error {
	name := fmt.Sprintf("a vote of %s by %s on %s", d.Seat, e.ByPerson, ballotName(e.Subject))
	road := release.VoteRoad(cmp.Or(d.Road, string(release.VotedInSlack)))
	b.claim(voteKey(e.Subject, d.Seat, e.ByPerson, e.At), name, map[string]string{
		"says": d.Choice, "gives the reason": d.Words, "came by": string(road),
	})
	b.proved(e, name, road, release.Decision{})
	return nil
}

// proved faults a decision that came without the proof of who made it, though its
// ballot asks for one (M17).
func (b *books) proved(e entryRow, name string, road release.VoteRoad, x release.Decision) {
	if b.proofs[e.Subject].Needs(x) && !road.Proved() {
		b.faultf("%s came by %s, without the proof that the ballot asks for", name, cmp.Or(string(road), "no road"))
	}
}

func voteKey(ballot, seat, person string, at instant) string {
	return strings.Join([]string{ballot, seat, person, stamp(at.time())}, "\x00")
}

func ballotName(subject string) string { return strings.Replace(subject, "/", " ", 1) }

// stamp is an instant as a fault names it.
func stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return border(at).Format(instantForm)
}

func (b *books) ballotOpened(e entryRow, d entryData) error {
	seats, err := digest(listed(d.Seats))
	if asked := (&release.Ballot{Seats: d.Seats}).StepUp(); asked != release.StepUpNone {
		b.proofs[e.Subject] = asked
	}
	facts := map[string]string{
		"is on": release.RFCName(d.RFC), "decides on": d.Purpose, "is on the digest": d.Digest, hasSeats: seats,
		"ends at": stamp(d.Deadline), "may end from": stamp(d.Minimum), "was opened at": stamp(e.At.time()), "was opened by": e.ByPerson,
		"stands as": string(release.BallotOpen), "decided": "", "was overridden for": "", "is void for": "", "ended at": "", "was ended by": "",
	}
	if d.Involved != nil {
		facts[hasInvolved] = persons(*d.Involved)
	}
	if d.Quorum != nil {
		facts[hasQuorum] = strconv.Itoa(*d.Quorum)
	}
	if d.MayOverride != nil {
		facts[mayOverride] = strconv.FormatBool(*d.MayOverride)
	}
	b.claim(e.Subject, ballotName(e.Subject), facts)
	return err
}

func persons(ids []release.PersonID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

func (b *books) ballotDecided(e entryRow, d entryData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"stands as": string(release.BallotClosed), "decided": d.Outcome, "was overridden for": d.Override,
		"ended at": stamp(e.At.time()), "was ended by": e.ByPerson,
	})
	if d.Override != "" {
		b.proved(e, "the override of "+ballotName(e.Subject)+" by "+e.ByPerson, release.VoteRoad(d.Road), release.Decision{Override: true})
	}
	b.brought(release.RFC{Number: e.RFC}.Subject(), release.RFCName(e.RFC), d.State, e.At)
	return nil
}

func (b *books) ballotVoided(e entryRow, d entryData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"stands as": string(release.BallotVoid), "is void for": d.Why, "ended at": stamp(e.At.time()), "was ended by": e.ByPerson,
	})
	return nil
}

// brought notes that the ledger brought a subject to a state: a revision of that
// instant must show it.
func (b *books) brought(subject, name, state string, at instant) {
	key := stateKey(subject, state, at)
	if len(b.claims[key]) == 0 {
		b.claim(key, "the revision in which "+name+" came to be “"+state+"”", nil)
	}
}

func stateKey(subject, state string, at instant) string {
	return strings.Join([]string{"state", subject, state, stamp(at.time())}, "\x00")
}

func (b *books) rfcRevised(e entryRow, d entryData) error {
	number, err := numberOf(e.Subject, "rfc/")
	if err != nil {
		return err
	}
	facts := map[string]string{"was made at": stamp(e.At.time()), "was made by": e.ByPerson}
	if e.Kind != string(release.RFCDrafted) { // a draft is nobody else's business
		var content release.RFCContent
		if err := json.Unmarshal(d.Content, &content); err != nil {
			return fmt.Errorf("read the content: %w", err)
		}
		if facts[hasContent], err = digest(toRFCRow(release.RFC{Content: content}).Content); err != nil {
			return err
		}
		facts[hasProgramme] = strconv.Itoa(d.Programme)
	}
	b.claim(revisionKey(e.Subject, d.Revision), revisionName(release.RFCName(number), d.Revision), facts)
	return nil
}

func (b *books) rfcWithdrawn(e entryRow, _ entryData) error {
	number, err := numberOf(e.Subject, "rfc/")
	b.brought(e.Subject, release.RFCName(number), string(release.Withdrawn), e.At)
	return err
}

func revisionKey(subject string, revision int) string {
	return subject + "\x00" + strconv.Itoa(revision)
}

func revisionName(name string, revision int) string {
	return fmt.Sprintf("revision %d of %s", revision, name)
}

// numberOf reads the number behind a subject's noun.
func numberOf(subject, noun string) (int, error) {
	digits, ok := strings.CutPrefix(subject, noun)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return 0, fmt.Errorf("its subject %q is not %sN", release.Clip(subject, 40), noun)
	}
	return n, nil
}

// digest returns the SHA-256 of a value as it is kept, in hex.
func digest(v any) (string, error) {
	text, err := canonical(v)
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:]), err
}
