package storage

import (
	"strconv"

	"gonogo.dev/release"
)

// What a release note says of itself, in words that its ledger entry shares.
const (
	hasNote   = "says what has the digest" // computed anew from what is kept
	hasDigest = "has the digest"
	ofBuild   = "is of the build"
)

func noteName(number, version int) string {
	return release.SubmittedNote{Release: number, Version: version}.Name()
}

func draftName(number int) string {
	return "the draft of the release note of " + release.ReleaseName(number)
}

// noteDrafted notes the newest save of a draft: those before it are not kept.
func (b *books) noteDrafted(e entryRow, d entryData) error {
	number, err := numberOf(e.Subject, "release/")
	name := draftName(number)
	facts := map[string]string{
		"is the revision": strconv.Itoa(d.Revision), hasNote: d.Digest, "was saved at": stamp(e.At.time()), "was saved by": e.ByPerson,
	}
	if d.Revision == 1 {
		b.claim(name, name, facts)
		return err
	}
	b.amend(name, name, facts)
	return err
}

// noteSubmitted notes a release note that was handed in (R68, M3).
func (b *books) noteSubmitted(e entryRow, d entryData) error {
	number, err := numberOf(e.Subject, "release/")
	name := noteName(number, d.NoteVersion)
	b.claim(name, name, map[string]string{
		hasNote: d.Digest, hasDigest: d.Digest, ofBuild: strconv.FormatInt(d.Build, 10),
		"was handed in at": stamp(e.At.time()), "was handed in by": e.ByPerson,
	})
	return err
}

func (b *books) notes() error {
	err := each(b.t.q().Order("release"), "the drafts of release notes", func(r noteDraftRow) {
		name := draftName(r.Release)
		b.hold(name, name, map[string]string{
			"is the revision": strconv.Itoa(r.Revision), hasNote: r.Note.V.Digest(), "was saved at": stamp(r.At.time()), "was saved by": r.ByPerson,
		})
	})
	if err != nil {
		return err
	}
	return each(b.t.q().Order("release, version"), "the release notes", func(r noteRow) {
		name := noteName(r.Release, r.Version)
		b.hold(name, name, map[string]string{
			hasNote: r.Note.V.Digest(), hasDigest: r.Digest, ofBuild: strconv.FormatInt(r.Build, 10),
			"was handed in at": stamp(r.At.time()), "was handed in by": r.ByPerson,
		})
	})
}
