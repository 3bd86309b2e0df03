package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"

	"gonogo.dev/release"
)

// What a row says, in words that its ledger entry shares.
const (
	hasInvolved  = "counts as involved"
	hasQuorum    = "has the quorum"
	mayOverride  = "lets the chair override:"
	hasSeats     = "has the seats with the digest"
	hasContent   = "has the content with the digest"
	hasProgramme = "is under the programme's version"
	hasVersion   = "has the version"
	hasStage     = "stands at"
)

func (b *books) releaseRevised(e entryRow, d entryData) error {
	number, err := numberOf(e.Subject, "release/")
	if err != nil {
		return err
	}
	var content release.ReleaseContent
	if err := json.Unmarshal(d.Content, &content); err != nil {
		return fmt.Errorf("read the content: %w", err)
	}
	sum, err := digest(releaseColumns(release.Release{Content: content}).Content)
	b.claim(revisionKey(e.Subject, d.Revision), revisionName(release.ReleaseName(number), d.Revision), map[string]string{
		hasContent: sum, hasProgramme: strconv.Itoa(d.Programme), hasVersion: d.Version, hasStage: d.Stage,
		"was made at": stamp(e.At.time()), "was made by": e.ByPerson,
	})
	return err
}

// releaseMoved notes the stage of a move. An entry that tells of a vote's
// outcome alone has no stage before.
func (b *books) releaseMoved(e entryRow, d entryData) error {
	number, err := numberOf(e.Subject, "release/")
	if d.From != "" {
		b.brought(e.Subject, release.ReleaseName(number), d.To, e.At)
	}
	return err
}

func buildName(id int64) string { return "build " + strconv.FormatInt(id, 10) }

func (b *books) buildRegistered(e entryRow, d entryData) error {
	b.claim(buildName(d.Build), buildName(d.Build), map[string]string{
		"is of": e.Subject, "has the id": d.Name, "comes from": d.Repository, "has the tag": d.Tag, "has the commit": d.Commit,
		"has the package": d.Package, "has the bill of materials": d.BOM, "was registered at": stamp(e.At.time()),
		"was registered by": e.ByPerson,
	})
	return nil
}

func evidenceName(id int64) string { return "evidence " + strconv.FormatInt(id, 10) }

func (b *books) evidenceGiven(e entryRow, d entryData) error {
	facts := map[string]string{
		"is of": e.Subject, "shows": d.Check, "is a waiver": strconv.FormatBool(d.Waiver), "points to": d.Ref, "says": d.Note,
		"is on the build": strconv.FormatInt(d.Build, 10), "ends at": stamp(d.Until), "was given at": stamp(e.At.time()),
		"was given by": e.ByPerson,
	}
	maps.Copy(facts, evidenceEnd("", "", ""))
	b.claim(evidenceName(d.Evidence), evidenceName(d.Evidence), facts)
	return nil
}

func (b *books) evidenceTaken(e entryRow, d entryData) error {
	b.amend(evidenceName(d.Evidence), evidenceName(d.Evidence), evidenceEnd(stamp(e.At.time()), e.ByPerson, d.Why))
	return nil
}

func evidenceEnd(at, by, why string) map[string]string {
	return map[string]string{"was taken away at": at, "was taken away by": by, "was taken away for": why}
}
