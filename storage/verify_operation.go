package storage

import (
	"encoding/json"
	"strconv"
	"time"

	"gonogo.dev/release"
)

// operationData is the data of the entries that tell of operations and of
// configuration issues.
type operationData struct {
	Content  release.OperationContent  `json:"content"`
	RFC      int                       `json:"rfc"`
	State    string                    `json:"state"`
	Words    string                    `json:"words"`
	Versions []release.BaselineVersion `json:"versions"`

	Environment   string    `json:"environment"`
	System        string    `json:"system"`
	Doubt         string    `json:"doubt"`
	Expected      string    `json:"expected"`
	ExpectedBuild string    `json:"expected-build"`
	Release       int       `json:"release"`
	Told          string    `json:"told"`
	ToldBuild     string    `json:"told-build"`
	Source        string    `json:"source"`
	Teller        string    `json:"teller"`
	Owner         string    `json:"owner"`
	Due           time.Time `json:"due"`
	Truth         string    `json:"truth"`
}

// readOperations notes what the ledger says of operations and configuration
// issues (R45, M9).
func (b *books) readOperations() error {
	tell := map[release.EntryKind]func(entryRow, operationData) error{
		release.OperationAdded: b.operationAdded, release.OperationDrafted: b.operationAdded, release.OperationStarted: b.operationStarted,
		release.OperationEnded: b.operationEnded, release.OperationCalledOff: b.operationCalledOff, release.ConfigurationDoubted: b.doubted, release.ConfigurationResolved: b.doubtResolved,
	}
	kinds := make([]string, 0, len(tell))
	for kind := range tell {
		kinds = append(kinds, string(kind))
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of operations", func(e entryRow) {
		var d operationData
		err := json.Unmarshal([]byte(e.Data), &d)
		if err == nil {
			err = tell[release.EntryKind(e.Kind)](e, d)
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

func (b *books) operationAdded(e entryRow, d operationData) error {
	content, err := digest(toOperationRow(release.Operation{Content: d.Content}).Content)
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is in": string(d.Content.Environment), hasContent: content, "is governed by": strconv.Itoa(d.RFC), "stands as": string(release.OperationPlanned),
		"was planned at": stamp(e.At.time()), "was planned by": e.ByPerson, "was started at": "", "was started by": "", "ended at": "", "was ended by": "",
		"ended with": "", "left the versions with the digest": "",
	})
	return err
}

func (b *books) operationStarted(e entryRow, _ operationData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"stands as": string(release.OperationRunning), "was started at": stamp(e.At.time()), "was started by": e.ByPerson, "ended at": "",
		"was ended by": "", "ended with": "",
	})
	return nil
}

func (b *books) operationEnded(e entryRow, d operationData) error {
	left, err := leftVersions(d.Versions)
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"stands as": d.State, "ended at": stamp(e.At.time()), "was ended by": e.ByPerson, "ended with": d.Words, "left the versions with the digest": left,
	})
	return err
}

func (b *books) operationCalledOff(e entryRow, d operationData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"stands as": string(release.OperationCancelled), "ended at": stamp(e.At.time()), "was ended by": e.ByPerson, "ended with": d.Words,
	})
	return nil
}

// leftVersions is a digest of the versions that an operation left; empty for none.
func leftVersions(versions []release.BaselineVersion) (string, error) {
	if len(versions) == 0 {
		return "", nil
	}
	return digest(versions)
}

func (b *books) doubted(e entryRow, d operationData) error {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is in": d.Environment, "is of": d.System, "is a": d.Doubt, "expects": d.Expected, "expects the build": d.ExpectedBuild,
		"expects it from": numbered(d.Release), "was told": d.Told, "was told the build": d.ToldBuild, "comes from": d.Source, "was told by": d.Teller,
		"was raised at": stamp(e.At.time()), "is owned by": d.Owner, "is due at": stamp(d.Due), "was resolved at": "", "was resolved by": "",
		"found true": "", "was resolved with": "",
	})
	return nil
}

func (b *books) doubtResolved(e entryRow, d operationData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was resolved at": stamp(e.At.time()), "was resolved by": e.ByPerson, "found true": d.Truth, "was resolved with": d.Words,
	})
	return nil
}

// operations holds the rows of operations and configuration issues against the
// ledger.
func (b *books) operations() error {
	var fault error
	err := each(b.t.q().Order("id"), "the operations", func(r operationRow) {
		o := r.operation()
		content, err := digest(r.Content)
		left, errLeft := leftVersions(o.Versions)
		if err != nil || errLeft != nil {
			fault = firstOf(err, errLeft)
		}
		b.hold(o.Subject(), ballotName(o.Subject()), map[string]string{
			"is in": r.Environment, hasContent: content, "is governed by": strconv.Itoa(r.RFC), "stands as": r.State,
			"was planned at": stamp(o.At), "was planned by": r.ByPerson, "was started at": stamp(o.StartedAt), "was started by": r.StartedBy,
			"ended at": stamp(o.EndedAt), "was ended by": r.EndedBy, "ended with": r.Words, "left the versions with the digest": left,
		})
	})
	if err := firstOf(err, fault); err != nil {
		return err
	}
	return each(b.t.q().Order("id"), "the configuration issues", func(r configurationIssueRow) {
		subject := release.ConfigurationIssue{ID: r.ID}.Subject()
		b.hold(subject, ballotName(subject), map[string]string{
			"is in": r.Environment, "is of": r.System, "is a": r.Doubt, "expects": r.Expected, "expects the build": r.ExpectedBuild,
			"expects it from": numbered(r.ExpectedFrom), "was told": r.Told, "was told the build": r.ToldBuild, "comes from": r.Source,
			"was told by": r.Teller, "was raised at": stamp(r.At.time()), "is owned by": r.Owner, "is due at": stamp(r.Due.time()),
			"was resolved at": stamp(r.ResolvedAt.time()), "was resolved by": r.ResolvedBy, "found true": r.Truth, "was resolved with": r.Resolution,
		})
	})
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
