package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"gonogo.dev/release"
)

// Each decision is an in-toto statement of its own, so that other tools can check it.
const (
	bundleStatementType = "application/vnd.in-toto+json"
	bundleStatement     = "https://in-toto.io/Statement/v1"
	// BundleDecision is the type of a decision's predicate; README.txt in the pack says
	// what it holds.
	BundleDecision = "https://gonogo.dev/evidence/decision/v1"
)

// bundleBallot is a ballot as the entries tell of it.
type bundleBallot struct {
	Ballot   string         `json:"ballot"`
	Purpose  string         `json:"purpose"`
	Digest   string         `json:"digest"` // of the dossier decided on
	Seats    []bundleSeat   `json:"seats"`
	Quorum   int            `json:"quorum"`
	OpenedAt string         `json:"openedAt"`
	OpenedBy string         `json:"openedBy"`
	Deadline string         `json:"deadline"`
	Minimum  string         `json:"minimum"`
	Votes    []bundleVote   `json:"votes"` // every vote; a seat's last one counts
	Closed   *bundleClosing `json:"closed,omitempty"`
	Void     *bundleClosing `json:"void,omitempty"`
	Entry    int64          `json:"entry"`
}

type bundleSeat struct {
	Seat      string   `json:"seat"`
	Mandatory bool     `json:"mandatory"`
	Chair     bool     `json:"chair,omitempty"`
	Escalated bool     `json:"escalated,omitempty"`
	Holders   []string `json:"holders"`
}

type bundleVote struct {
	Seat   string `json:"seat"`
	By     string `json:"by"`
	At     string `json:"at"`
	Choice string `json:"choice"`
	Words  string `json:"words,omitempty"` // the reason of a No-Go, the conditions of a Go
	Entry  int64  `json:"entry"`
}

type bundleClosing struct {
	At       string `json:"at"`
	By       string `json:"by"`
	Outcome  string `json:"outcome,omitempty"`
	Why      string `json:"why"`
	Override string `json:"override,omitempty"` // the chair's reason against a No-Go
	Entry    int64  `json:"entry"`
}

func (b *bundleBallot) dossier() string { return "documents/" + flat(b.Ballot) + "-dossier.json" }
func (b *bundleBallot) member() string  { return "decisions/" + flat(b.Ballot) + ".dsse.json" }

// ballot takes in an entry of a ballot.
func (r *bundleRecord) ballot(kind release.EntryKind, x bundleLine, d bundleData) error {
	if kind == release.BallotOpened {
		b := &bundleBallot{
			Ballot: x.About, Purpose: d.Purpose, Digest: d.Digest, Quorum: d.Quorum, OpenedAt: x.At, OpenedBy: x.By,
			Deadline: sinceEver(d.Deadline), Minimum: sinceEver(d.Minimum), Votes: []bundleVote{}, Seats: []bundleSeat{}, Entry: x.Entry,
		}
		for _, s := range d.Seats {
			seat := bundleSeat{Seat: s.Key, Mandatory: s.Mandatory, Chair: s.Chair, Escalated: s.Escalated, Holders: []string{}}
			for _, id := range s.Holders {
				seat.Holders = append(seat.Holders, string(id))
			}
			b.Seats = append(b.Seats, seat)
		}
		r.Ballots = append(r.Ballots, b)
		r.paper(b.dossier(), d.Digest)
		return nil
	}
	for _, b := range r.Ballots {
		if b.Ballot != x.About {
			continue
		}
		closing := &bundleClosing{At: x.At, By: x.By, Outcome: d.Outcome, Why: d.Why, Override: d.Override, Entry: x.Entry}
		switch kind { //nolint:exhaustive // what else a ballot has was opened above
		case release.VoteCast:
			b.Votes = append(b.Votes, bundleVote{Seat: d.Seat, By: x.By, At: x.At, Choice: d.Choice, Words: d.Words, Entry: x.Entry})
		case release.BallotDecided:
			b.Closed = closing
		case release.BallotVoided:
			b.Void = closing
		}
		return nil
	}
	return fmt.Errorf("entry %d tells of %s, which was never opened", x.Entry, x.About)
}

// bundleDecided is the predicate of a decision.
type bundleDecided struct {
	*bundleBallot
	Conditions []bundleVote `json:"conditions"` // of the seats that said Go with conditions
}

// statement returns the decision of a ballot as an in-toto statement: its subjects
// are the dossier that was decided on, and the package and the bill of materials in it.
func (b *bundleBallot) statement(dossier []byte) ([]byte, error) {
	type subject struct {
		Name   string            `json:"name"`
		Digest map[string]string `json:"digest"`
	}
	subjects := []subject{{"dossier of " + b.Ballot, map[string]string{"sha256": b.Digest}}}
	var in struct {
		Package string            `json:"package"`
		BOM     []release.BOMLine `json:"bom"`
	}
	if dossier != nil {
		if err := json.Unmarshal(dossier, &in); err != nil {
			return nil, fmt.Errorf("read the dossier of %s: %w", b.Ballot, err)
		}
	}
	if digest := strings.TrimPrefix(in.Package, "sha256:"); isSum(digest) {
		subjects = append(subjects, subject{"package", map[string]string{"sha256": digest}})
	}
	if len(in.BOM) > 0 {
		digest := strings.TrimPrefix(release.BOMDigest(in.BOM), "sha256:")
		subjects = append(subjects, subject{"bill of materials", map[string]string{"sha256": digest}})
	}
	decided := bundleDecided{bundleBallot: b, Conditions: []bundleVote{}}
	last := map[string]bundleVote{}
	for _, v := range b.Votes {
		last[v.Seat] = v
	}
	for _, s := range b.Seats {
		if v := last[s.Seat]; v.Choice == string(release.VoteConditional) {
			decided.Conditions = append(decided.Conditions, v)
		}
	}
	body, err := json.Marshal(struct {
		Type          string        `json:"_type"`
		Subject       []subject     `json:"subject"`
		PredicateType string        `json:"predicateType"`
		Predicate     bundleDecided `json:"predicate"`
	}{bundleStatement, subjects, BundleDecision, decided})
	if err != nil {
		return nil, fmt.Errorf("write the decision of %s: %w", b.Ballot, err)
	}
	return body, nil
}

// sumOf returns the SHA-256 of bytes in hex.
func sumOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func isSum(text string) bool {
	raw, err := hex.DecodeString(text)
	return err == nil && len(raw) == sha256.Size && text == strings.ToLower(text)
}
