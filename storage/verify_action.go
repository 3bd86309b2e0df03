package storage

import (
	"encoding/json"
	"strconv"
	"time"

	"gonogo.dev/release"
)

// actionData is the data of the entries that tell of work-off actions and of early
// life support.
type actionData struct {
	Release int       `json:"release"`
	What    string    `json:"what"`
	Owner   string    `json:"owner"`
	Due     time.Time `json:"due"`
	Origin  string    `json:"origin"`
	Issue   int64     `json:"issue"`
	Ref     string    `json:"ref"`
	Why     string    `json:"why"`

	System       string                  `json:"system"`
	Environments []release.EnvironmentID `json:"environments"`
	Begins       time.Time               `json:"begins"`
	Ends         time.Time               `json:"ends"`
	Digest       string                  `json:"digest"`

	Environment string `json:"environment"`
	Title       string `json:"title"`
	Severity    string `json:"severity"`
	Resolution  string `json:"resolution"`
}

// readActions notes what every entry says of work-off actions, of early life
// support and of its issues (R40, S1).
func (b *books) readActions() error {
	tell := map[release.EntryKind]func(entryRow, actionData) error{
		release.ActionAgreed: b.actionAgreed, release.ActionChanged: b.actionChanged,
		release.ActionDone: b.actionEnded, release.ActionCancelled: b.actionEnded,
		release.SupportBegun: b.supportBegun, release.SupportSummed: b.supportSummed,
		release.SupportIssueLogged: b.issueLogged, release.SupportIssueResolved: b.issueResolved,
	}
	kinds := make([]string, 0, len(tell))
	for kind := range tell {
		kinds = append(kinds, string(kind))
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of actions", func(e entryRow) {
		var data actionData
		err := json.Unmarshal([]byte(e.Data), &data)
		if err == nil {
			err = tell[release.EntryKind(e.Kind)](e, data)
		}
		if err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
		}
	})
}

func (b *books) actionAgreed(e entryRow, d actionData) error {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": numbered(d.Release), "asks for": d.What, "is owned by": d.Owner, "is due at": stamp(d.Due), "came out of": d.Origin,
		"works off the issue": strconv.FormatInt(d.Issue, 10), "was agreed by": e.ByPerson, "was agreed at": stamp(e.At.time()),
		"was ended at": "", "was ended by": "", "is shown by": "", "was cancelled for": "",
	})
	return nil
}

func (b *books) actionChanged(e entryRow, d actionData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"asks for": d.What, "is owned by": d.Owner, "is due at": stamp(d.Due)})
	return nil
}

func (b *books) actionEnded(e entryRow, d actionData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was ended at": stamp(e.At.time()), "was ended by": e.ByPerson, "is shown by": d.Ref, "was cancelled for": d.Why,
	})
	return nil
}

func supportName(number int) string { return "the support of " + release.ReleaseName(number) }

func (b *books) supportBegun(e entryRow, d actionData) error {
	number, err := numberOf(e.Subject, "release/")
	if err != nil {
		return err
	}
	environments, err := digest(listed(d.Environments))
	name := supportName(number)
	b.claim(name, name, map[string]string{
		"is of the system": d.System, "is in the environments with the digest": environments, "begins at": stamp(d.Begins),
		"ends at": stamp(d.Ends), "was summed up at": "", "has the summary": "",
	})
	return err
}

func (b *books) supportSummed(e entryRow, d actionData) error {
	number, err := numberOf(e.Subject, "release/")
	name := supportName(number)
	b.amend(name, name, map[string]string{"was summed up at": stamp(e.At.time()), "has the summary": d.Digest})
	return err
}

func (b *books) issueLogged(e entryRow, d actionData) error {
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": numbered(d.Release), "is in": d.Environment, "says": d.Title, "is of the severity": d.Severity, "points to": d.Ref,
		"was reported by": e.ByPerson, "was reported at": stamp(e.At.time()), "was resolved at": "", "was resolved by": "", "was resolved so:": "",
	})
	return nil
}

func (b *books) issueResolved(e entryRow, d actionData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was resolved at": stamp(e.At.time()), "was resolved by": e.ByPerson, "was resolved so:": d.Resolution,
	})
	return nil
}

// actions holds the tables of work-off actions, supports and their issues.
func (b *books) actions() error {
	err := each(b.t.q().Order("id"), "the work-off actions", func(r actionRow) {
		x := r.action()
		b.hold(x.Subject(), ballotName(x.Subject()), map[string]string{
			"is of": numbered(r.Release), "asks for": r.What, "is owned by": r.Owner, "is due at": stamp(x.Due), "came out of": r.Origin,
			"works off the issue": strconv.FormatInt(r.Issue, 10), "was agreed by": r.ByPerson, "was agreed at": stamp(x.At),
			"was ended at": stamp(x.EndedAt), "was ended by": r.EndedBy, "is shown by": r.Evidence, "was cancelled for": r.Cancelled,
		})
	})
	if err != nil {
		return err
	}
	if err := b.supports(); err != nil {
		return err
	}
	return each(b.t.q().Order("id"), "the support issues", func(r supportIssueRow) {
		x := r.issue()
		b.hold(x.Subject(), ballotName(x.Subject()), map[string]string{
			"is of": numbered(r.Release), "is in": r.Environment, "says": r.Title, "is of the severity": r.Severity, "points to": r.Ref,
			"was reported by": r.ByPerson, "was reported at": stamp(x.At), "was resolved at": stamp(x.ResolvedAt),
			"was resolved by": r.ResolvedBy, "was resolved so:": r.Resolution,
		})
	})
}

func (b *books) supports() error {
	var fault error
	err := each(b.t.q().Order("release"), "the early life support", func(r supportRow) {
		environments, err := digest(listed(r.Environments.V))
		if err != nil {
			fault = err
		}
		s, name := r.support(), supportName(r.Release)
		b.hold(name, name, map[string]string{
			"is of the system": r.System, "is in the environments with the digest": environments, "begins at": stamp(s.From),
			"ends at": stamp(s.Until), "was summed up at": stamp(s.SummedAt), "has the summary": r.Digest,
		})
	})
	if err == nil {
		err = fault
	}
	return err
}
