package storage

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

func (b *books) votes() error {
	return each(b.t.q().Order("id"), "the votes", func(r voteRow) {
		subject := (&release.Ballot{ID: r.Ballot}).Subject()
		b.hold(voteKey(subject, r.Seat, r.Person, r.At), fmt.Sprintf("vote %d of ballot %d", r.ID, r.Ballot), map[string]string{
			"says": r.Choice, "gives the reason": r.Words, "came by": r.Road,
		})
	})
}

func (b *books) ballots() error {
	return each(b.t.q().Order("id"), "the ballots", func(r ballotRow) {
		subject := (&release.Ballot{ID: r.ID}).Subject()
		seats, err := digest(listed(r.Seats.V))
		if err != nil {
			b.faultf("%s cannot be read: %v", ballotName(subject), err)
		}
		b.hold(subject, ballotName(subject), map[string]string{
			"is on": release.RFCName(r.RFC), "decides on": r.Purpose, "is on the digest": r.Digest, hasSeats: seats,
			"ends at": stamp(r.Deadline.time()), "may end from": stamp(r.MinimumUntil.time()), "was opened at": stamp(r.OpenedAt.time()),
			"was opened by": r.OpenedBy, "stands as": r.State, "decided": r.Outcome, "was overridden for": r.OverrideReason,
			"is void for": r.VoidReason, "ended at": stamp(r.ClosedAt.time()), "was ended by": r.ClosedBy,
			hasInvolved: persons(r.Involved.V), hasQuorum: strconv.Itoa(r.Quorum), mayOverride: strconv.FormatBool(r.Override),
		})
	})
}

// revision is a kept revision of an RFC or a release.
type revision struct {
	subject, name string
	number        int
	revision      int
	state         string
	at            instant
	private       bool // a draft, of which the ledger says nothing
	facts         map[string]string
}

// revisions holds revisions, in their order, against the ledger and each other:
// none is missing, and what no entry changed is what it was before.
type revisions struct {
	books *books
	last  revision
}

func (w *revisions) next(r revision) {
	if r.number != w.last.number {
		w.last = revision{}
	}
	for missing := w.last.revision + 1; missing < r.revision; missing++ {
		w.books.faultf("%s is missing", revisionName(r.name, missing))
	}
	w.books.take(stateKey(r.subject, r.state, r.at))
	name := revisionName(r.name, r.revision)
	switch c := w.books.take(revisionKey(r.subject, r.revision)); {
	case c != nil:
		w.books.compare(name, r.facts, c.facts)
	case r.private || w.last.private || w.last.revision == 0:
		if !r.private && w.last.revision == 0 {
			w.books.faultf("%s is not in the ledger", name)
		}
	default:
		w.unchanged(name, r)
	}
	w.last = r
}

// unchanged holds a revision that the ledger does not tell of against the one
// before: only where its subject stands may differ.
func (w *revisions) unchanged(name string, r revision) {
	for _, fact := range []string{hasContent, hasVersion} {
		if r.facts[fact] != w.last.facts[fact] {
			w.books.faultf("%s %s %s, the one before %s, and the ledger knows of no change", name, fact, told(r.facts[fact]), told(w.last.facts[fact]))
		}
	}
}

func (b *books) rfcs() error {
	walk := revisions{books: b}
	err := each(b.t.q().Table(revisionTable).Order("number, revision"), "the revisions of RFCs", func(r rfcRow) {
		sum, err := digest(r.Content)
		if err != nil {
			b.faultf("%s cannot be read: %v", revisionName(release.RFCName(r.Number), r.Revision), err)
		}
		walk.next(revision{
			subject: release.RFC{Number: r.Number}.Subject(), name: release.RFCName(r.Number), number: r.Number, revision: r.Revision,
			state: r.State, at: r.UpdatedAt, private: r.State == string(release.Draft),
			facts: map[string]string{
				hasContent: sum, hasProgramme: strconv.Itoa(r.Programme), "was made at": stamp(r.UpdatedAt.time()), "was made by": r.UpdatedBy,
			},
		})
	})
	if err != nil {
		return err
	}
	return b.newest(&rfcRow{}, rfcTable, revisionTable, release.RFCName)
}

func (b *books) releases() error {
	walk := revisions{books: b}
	burnt := map[string]string{}
	err := each(b.t.q().Table(releaseRevisionTable).Order("number, revision"), "the revisions of releases", func(r releaseRow) {
		sum, err := digest(r.Content)
		if err != nil {
			b.faultf("%s cannot be read: %v", revisionName(release.ReleaseName(r.Number), r.Revision), err)
		}
		if _, err := r.release(); err != nil {
			b.faultf("%s cannot be read: %v", revisionName(release.ReleaseName(r.Number), r.Revision), err)
		}
		burnt[r.System+" "+r.Version] = release.ReleaseName(r.Number)
		walk.next(revision{
			subject: release.Release{Number: r.Number}.Subject(), name: release.ReleaseName(r.Number), number: r.Number,
			revision: r.Revision, state: r.Stage, at: r.UpdatedAt,
			facts: map[string]string{
				hasContent: sum, hasProgramme: strconv.Itoa(r.Programme), hasVersion: r.Version, hasStage: r.Stage,
				"was made at": stamp(r.UpdatedAt.time()), "was made by": r.UpdatedBy,
			},
		})
	})
	if err != nil {
		return err
	}
	if err := b.versions(burnt); err != nil {
		return err
	}
	return b.newest(&releaseRow{}, releaseTable, releaseRevisionTable, release.ReleaseName)
}

// versions holds the burnt versions against those that releases had (T10).
func (b *books) versions(had map[string]string) error {
	err := each(b.t.q().Order("system, major, minor, patch, emergency"), "the versions", func(r versionRow) {
		v := release.Version{Major: r.Major, Minor: r.Minor, Patch: r.Patch, Emergency: r.Emergency}
		key := r.System + " " + v.String()
		if name := release.ReleaseName(r.Release); had[key] != name {
			b.faultf("version %s is given to %s, its revisions give it to %s", key, name, told(had[key]))
		}
		delete(had, key)
	})
	for _, key := range slices.Sorted(maps.Keys(had)) {
		b.faultf("version %s of %s is not kept as given", key, had[key])
	}
	return err
}

// newest names whatever stands otherwise than its newest revision.
func (b *books) newest(row any, table, revisions string, name func(int) string) error {
	statement := &gorm.Statement{DB: b.t.gorm}
	if err := statement.Parse(row); err != nil {
		return fmt.Errorf("read the columns of %s: %w", table, err)
	}
	differs := make([]string, len(statement.Schema.DBNames))
	for i, column := range statement.Schema.DBNames {
		differs[i] = fmt.Sprintf("CAST(r.%s AS text) IS DISTINCT FROM CAST(v.%s AS text)", column, column)
	}
	query := fmt.Sprintf(`SELECT r.number FROM %s r LEFT JOIN %s v ON v.number = r.number
		AND v.revision = (SELECT max(x.revision) FROM %s x WHERE x.number = r.number) WHERE %s
		UNION SELECT v.number FROM %s v WHERE NOT EXISTS (SELECT 1 FROM %s r WHERE r.number = v.number) ORDER BY 1`,
		table, revisions, revisions, strings.Join(differs, " OR "), revisions, table)
	var numbers []int
	if err := b.t.q().Raw(query).Scan(&numbers).Error; err != nil {
		return fmt.Errorf("hold %s against their revisions: %w", table, err)
	}
	for _, n := range numbers {
		b.faultf("%s stands otherwise than its newest revision", name(n))
	}
	return nil
}

func (b *books) builds() error {
	return each(b.t.q().Order("id"), "the builds", func(r buildRow) {
		b.hold(buildName(r.ID), buildName(r.ID), map[string]string{
			"is of": release.Release{Number: r.Release}.Subject(), "has the id": r.Name, "comes from": r.Repository, "has the tag": r.Tag,
			"has the commit": r.CommitID, "has the package": r.Digest, "has the bill of materials": release.BOMDigest(r.BOM.V),
			"was registered at": stamp(r.At.time()), "was registered by": r.ByPerson,
		})
	})
}

func (b *books) evidence() error {
	return each(b.t.q().Order("id"), "the evidence", func(r evidenceRow) {
		facts := evidenceEnd(stamp(r.TakenAt.time()), r.TakenBy, r.TakenWhy)
		maps.Copy(facts, map[string]string{
			"is of": release.Release{Number: r.Release}.Subject(), "shows": r.Shows, "is a waiver": strconv.FormatBool(r.Waiver),
			"points to": r.Ref, "says": r.Note, "is on the build": strconv.FormatInt(r.Build, 10), "ends at": stamp(r.Until.time()),
			"was given at": stamp(r.At.time()), "was given by": r.ByPerson,
		})
		b.hold(evidenceName(r.ID), evidenceName(r.ID), facts)
	})
}
