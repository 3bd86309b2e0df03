package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// bundleLine is one entry of the ledger in the record of a pack.
type bundleLine struct {
	Entry int64           `json:"entry"` // its place in the log
	At    string          `json:"at"`
	By    string          `json:"by"`
	What  string          `json:"what"`
	About string          `json:"about"`
	Data  json.RawMessage `json:"data,omitempty"`
}

// bundleRecord is what the entries say, sorted for people. It is folded from the
// entries alone: whoever checks a pack folds them again and compares every byte.
type bundleRecord struct {
	Lines    []bundleLine
	Ballots  []*bundleBallot
	Evidence []*bundleEvidence
	papers   []bundlePaper
}

// bundlePaper is a document whose digest an entry holds.
type bundlePaper struct {
	name   string
	digest string // SHA-256 in hex
}

// bundleEvidence is evidence of a control point or check, or a waiver.
type bundleEvidence struct {
	Check    string `json:"check"`
	Evidence int64  `json:"evidence"`
	Waiver   bool   `json:"waiver"`
	Ref      string `json:"ref,omitempty"`
	Note     string `json:"note,omitempty"`
	Build    int64  `json:"build,omitempty"`
	Until    string `json:"until,omitempty"`
	At       string `json:"at"`
	By       string `json:"by"`
	TakenAt  string `json:"takenAt,omitempty"`
	TakenBy  string `json:"takenBy,omitempty"`
	TakenWhy string `json:"takenWhy,omitempty"`
	Entry    int64  `json:"entry"`
}

// bundleParts are the files of the record that list entries, by what they tell of.
func bundleParts() []struct {
	name  string
	kinds []release.EntryKind
} {
	return []struct {
		name  string
		kinds []release.EntryKind
	}{
		{"record/release.json", []release.EntryKind{
			release.ReleaseCreated, release.ReleaseEdited, release.ReleaseReclassified, release.ReleaseMoved, release.ReleasePulledBack, release.ReleaseAbandoned,
			release.BuildRegistered,
		}},
		{"record/rfcs.json", []release.EntryKind{release.RFCDrafted, release.RFCRaised, release.RFCEdited, release.RFCWithdrawn}},
		{"record/conditions.json", []release.EntryKind{release.ConditionMet}},
		{"record/notes.json", []release.EntryKind{release.NoteDrafted, release.NoteSubmitted}},
		{"record/deployments.json", bundleDeployment()},
		{"record/review.json", []release.EntryKind{
			release.ReviewOpened, release.ReviewAnswered, release.ReviewClosed, release.LessonLearned, release.LessonDecided,
		}},
		{"record/aftermath.json", []release.EntryKind{
			release.ActionAgreed, release.ActionChanged, release.ActionDone, release.ActionCancelled, release.SupportBegun, release.SupportSummed,
			release.SupportIssueLogged, release.SupportIssueResolved, release.DebtOpened, release.DebtSettled, release.DebtReopened,
			release.DissentJudged,
		}},
	}
}

// bundleData is what the record reads of an entry's data.
type bundleData struct {
	Outcome  string         `json:"outcome"`
	Why      string         `json:"why"`
	Digest   string         `json:"digest"`
	Override string         `json:"override"`
	Purpose  string         `json:"purpose"`
	Seats    []release.Seat `json:"seats"`
	Deadline string         `json:"deadline"`
	Minimum  string         `json:"minimum"`
	Quorum   int            `json:"quorum"`
	Seat     string         `json:"seat"`
	Choice   string         `json:"choice"`
	Words    string         `json:"words"`
	Evidence int64          `json:"evidence"`
	Check    string         `json:"check"`
	Waiver   bool           `json:"waiver"`
	Ref      string         `json:"ref"`
	Note     string         `json:"note"`
	Build    int64          `json:"build"`
	Until    string         `json:"until"`
	Version  int            `json:"note-version"`
	BOM      string         `json:"bom"`
	Report   string         `json:"report"`
}

// read takes in an entry: a line that says what it is, and its data below.
func (r *bundleRecord) read(index int64, leaf string) error {
	head, data, ok := strings.Cut(leaf, "\n")
	var e struct {
		At      string `json:"at"`
		Kind    string `json:"kind"`
		Subject string `json:"subject"`
		By      string `json:"by"`
	}
	if err := json.Unmarshal([]byte(head), &e); err != nil || !ok || !json.Valid([]byte(data)) {
		return fmt.Errorf("entry %d is no entry of a ledger", index)
	}
	line := bundleLine{Entry: index, At: e.At, By: e.By, What: e.Kind, About: e.Subject, Data: json.RawMessage(data)}
	r.Lines = append(r.Lines, line)
	var d bundleData
	var err error
	switch kind := release.EntryKind(e.Kind); {
	case slices.Contains(bundleDeployment(), kind):
		var of struct { // their notes are numbers
			Digest string `json:"digest"`
			Report string `json:"report"`
		}
		err = json.Unmarshal(line.Data, &of)
		d.Digest, d.Report = of.Digest, of.Report
	case slices.Contains(bundleRead(), kind):
		err = json.Unmarshal(line.Data, &d) //nolint:musttag // seats are kept by the names of their fields
	default:
		return nil
	}
	if err != nil {
		return fmt.Errorf("entry %d cannot be read as %s: %w", index, e.Kind, err)
	}
	return r.tell(line, d)
}

// bundleDeployment are the kinds of entries that hold the digest of a deployment.
func bundleDeployment() []release.EntryKind {
	return []release.EntryKind{
		release.RolloutStarted, release.StepEnded, release.RolloutLogged, release.RolloutDecided, release.RolloutTold, release.RolloutOver,
		release.DeploymentReported,
	}
}

// bundleRead are the kinds of entries that the record reads, beyond listing them.
func bundleRead() []release.EntryKind {
	return []release.EntryKind{
		release.BallotOpened, release.VoteCast, release.BallotDecided, release.BallotVoided, release.EvidenceGiven, release.EvidenceTaken,
		release.NoteSubmitted, release.BuildRegistered, release.ReviewClosed,
	}
}

func (r *bundleRecord) tell(x bundleLine, d bundleData) error {
	switch kind := release.EntryKind(x.What); kind {
	case release.BallotOpened, release.VoteCast, release.BallotDecided, release.BallotVoided:
		return r.ballot(kind, x, d)
	case release.EvidenceGiven:
		r.Evidence = append(r.Evidence, &bundleEvidence{
			Check: d.Check, Evidence: d.Evidence, Waiver: d.Waiver, Ref: d.Ref, Note: d.Note, Build: d.Build, Until: sinceEver(d.Until),
			At: x.At, By: x.By, Entry: x.Entry,
		})
	case release.EvidenceTaken:
		for _, e := range r.Evidence {
			if e.Evidence == d.Evidence {
				e.TakenAt, e.TakenBy, e.TakenWhy = x.At, x.By, d.Why
			}
		}
	case release.NoteSubmitted:
		r.paper("documents/note-"+strconv.Itoa(d.Version)+".json", d.Digest)
	case release.BuildRegistered:
		r.paper("documents/build-"+strconv.FormatInt(d.Build, 10)+"-bom.json", d.BOM)
	case release.ReviewClosed:
		r.paper("documents/"+flat(x.About)+".json", d.Digest)
	case release.DeploymentReported:
		r.paper("documents/"+flat(x.About)+".json", d.Digest)
		r.paper("documents/"+flat(x.About)+"-report.json", d.Report)
	default: // a deployment that goes on
		r.paper("documents/"+flat(x.About)+".json", d.Digest)
	}
	return nil
}

// sinceEver is an instant of an entry, empty for the zero time.
func sinceEver(text string) string {
	if strings.HasPrefix(text, "0001-01-01") {
		return ""
	}
	return text
}

// flat makes a file's name of a subject: "ballot/7" is "ballot-7".
func flat(subject string) string { return safeName(subject) }

// paper notes a document by its newest digest.
func (r *bundleRecord) paper(name, digest string) {
	digest = strings.TrimPrefix(digest, "sha256:")
	for i, p := range r.papers {
		if p.name == name {
			r.papers[i].digest = digest
			return
		}
	}
	r.papers = append(r.papers, bundlePaper{name, digest})
}

type bundleMember struct {
	name  string
	value any
}

// members are the record's files.
func (r *bundleRecord) members() []bundleMember {
	times := make([]bundleLine, len(r.Lines))
	for i, x := range r.Lines {
		times[i] = x
		times[i].Data = nil
	}
	ballots, evidence, waivers := []*bundleBallot{}, []*bundleEvidence{}, []*bundleEvidence{}
	ballots = append(ballots, r.Ballots...)
	for _, e := range r.Evidence {
		if e.Waiver {
			waivers = append(waivers, e)
		} else {
			evidence = append(evidence, e)
		}
	}
	all := []bundleMember{
		{"record/ballots.json", ballots}, {"record/control-points.json", evidence}, {"record/waivers.json", waivers}, {"record/times.json", times},
	}
	for _, part := range bundleParts() {
		lines := []bundleLine{}
		for _, x := range r.Lines {
			if slices.Contains(part.kinds, release.EntryKind(x.What)) {
				lines = append(lines, x)
			}
		}
		all = append(all, bundleMember{part.name, lines})
	}
	return all
}

// documents adds the papers whose digests the ledger holds: the SHA-256 of each is
// that digest. It returns what was decided on, by its name.
func (w *bundleWriter) documents() (map[string][]byte, error) {
	made, err := w.papers()
	if err != nil {
		return nil, err
	}
	dossiers := map[string][]byte{}
	for _, p := range w.record.papers {
		body, ok := made[p.name]
		switch {
		case !ok:
			w.manifest.Absent = append(w.manifest.Absent, bundledAbsent{p.name, "It is not kept."})
		case sumOf(body) != p.digest:
			w.manifest.Absent = append(w.manifest.Absent, bundledAbsent{p.name, "What is kept has another digest than the newest sealed entry."})
		default:
			if err := w.add(p.name, body); err != nil {
				return nil, err
			}
			dossiers[p.name] = body
		}
	}
	return dossiers, nil
}

// papers are the documents that are kept, exactly as they are digested.
func (w *bundleWriter) papers() (map[string][]byte, error) {
	made, f := map[string][]byte{}, w.facts
	var first error
	put := func(name string, v any) {
		body, err := json.Marshal(v)
		if err != nil && first == nil {
			first = fmt.Errorf("write %s: %w", name, err)
		}
		made["documents/"+name+".json"] = body
	}
	for _, n := range f.Notes {
		put("note-"+strconv.Itoa(n.Version), n.Note)
	}
	for _, b := range f.Builds {
		put("build-"+strconv.FormatInt(b.ID, 10)+"-bom", release.NormalBOM(b.BOM))
	}
	for _, b := range f.Ballots {
		if b.Dossier != nil {
			put(flat(b.Subject())+"-dossier", b.Dossier)
		}
	}
	for _, r := range f.Rollouts {
		put(flat(r.Subject()), r)
		if r.Report != "" {
			put(flat(r.Subject())+"-report", r.DeploymentReport())
		}
	}
	for _, r := range f.Reviews {
		if r.Summary != "" {
			made["documents/"+flat(r.Subject())+".json"] = bytes.Clone([]byte(r.Summary))
		}
	}
	return made, first
}
