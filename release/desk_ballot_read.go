package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// BallotView is a ballot with what it is about.
type BallotView struct {
	Programme  *Programme
	RFC        RFC
	Release    Release // Number 0 for an RFC without a release under control
	Ballot     Ballot
	Conditions []Condition // that came of it
	// Stale says that what was decided on is no longer what is there, and Changes how
	// they differ; a release that ended is not held against its decisions any more.
	Stale   bool
	Changes []Change
	// Memories are what became of earlier No-Gos, while the vote is open.
	Memories []DissentMemory
}

// ReadBallot returns a ballot for a person; one on an RFC that is not theirs to see
// does not exist for them (T34).
func (d *Desk) ReadBallot(ctx context.Context, reader PersonID, id int64) (BallotView, error) {
	var v BallotView
	err := d.store.Within(ctx, func(tx Tx) error {
		b, err := tx.Ballot(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchBallot(id)
		}
		if err != nil {
			return fmt.Errorf("load ballot %d: %w", id, err)
		}
		story, err := read(tx, b.RFC)
		if err != nil {
			return err
		}
		if !story.RFC.ShownTo(reader) {
			return noSuchBallot(id)
		}
		v = BallotView{Programme: story.Programme, RFC: story.RFC, Ballot: b}
		if b.State == BallotOpen {
			v.Memories = story.Memories
		}
		v.Conditions = slices.DeleteFunc(story.Conditions, func(c Condition) bool { return c.Ballot != id })
		now, err := d.dossierNow(tx, &v)
		if err != nil || v.Release.Stage.Ended() || !story.RFC.State.Open() || b.State == BallotVoid {
			return err
		}
		if v.Stale = now.Digest() != b.Digest; v.Stale && b.Dossier != nil {
			v.Changes = b.Dossier.Changes(now)
		}
		return nil
	})
	return v, err
}

// dossierNow returns what a vote of the ballot's purpose would decide on now.
func (d *Desk) dossierNow(tx Tx, v *BallotView) (Dossier, error) {
	number, ok := v.RFC.Content.ReleaseNumber()
	if !ok {
		return DossierOf(v.RFC.Content, nil, nil, nil).For(v.Ballot.Purpose), nil
	}
	r, err := tx.Release(number, NoLock)
	if err != nil {
		return Dossier{}, fmt.Errorf("load %s: %w", ReleaseName(number), err)
	}
	s, err := standingOf(tx, v.Programme, r, d.instant())
	if err != nil {
		return Dossier{}, err
	}
	s.RFC, v.Release = v.RFC, r
	return s.Dossier().For(v.Ballot.Purpose), nil
}

func noSuchBallot(id int64) error {
	return refuse(CodeNotFound, fmt.Sprintf("There is no vote %d.", id), "No vote has this number.", "The page of an RFC lists its votes.")
}
