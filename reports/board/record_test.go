package board

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"gonogo.dev/release"
)

// records is what the Desk and the ledger of the tests tell of releases, RFCs and
// votes.
type records struct {
	mu        sync.Mutex // a test may change the standings while pages are read
	standings []release.Standing
	ended     []release.Release
	lives     map[int]release.Life
	stories   map[int]release.Story
	ballots   map[int64]release.BallotView
	entries   []release.LedgerEntry // the newest first
}

func (d *records) now() []release.Standing {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.standings)
}

// endFirst takes the first release away, and with it what the next is for.
func (d *records) endFirst() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.standings = slices.Clone(d.standings[1:])
	d.standings[0].Release.Content.Purpose = ""
}

func (d *records) Standings(_ context.Context, f release.ReleaseFilter) ([]release.Standing, error) {
	return slices.DeleteFunc(d.now(), func(s release.Standing) bool {
		return (len(f.Stages) > 0 && !slices.Contains(f.Stages, s.Release.Stage)) || (f.System != "" && f.System != s.Release.Content.System)
	}), nil
}

func (d *records) ListReleases(_ context.Context, f release.ReleaseFilter) ([]release.Release, error) {
	all := slices.Clone(d.ended)
	if len(f.Stages) == 0 {
		for _, s := range d.now() {
			all = append(all, s.Release)
		}
	}
	all = slices.DeleteFunc(all, func(r release.Release) bool {
		return (f.Below > 0 && r.Number >= f.Below) || r.UpdatedAt.Before(f.Since) || (f.System != "" && f.System != r.Content.System)
	})
	slices.SortFunc(all, func(a, b release.Release) int { return b.Number - a.Number })
	return all[:min(len(all), max(f.Limit, 0))], nil
}

func (d *records) ReadLife(_ context.Context, number int) (release.Life, error) {
	if l, ok := d.lives[number]; ok {
		return l, nil
	}
	return release.Life{}, missing(release.ReleaseName(number))
}

func (d *records) List(_ context.Context, reader release.PersonID, f release.RFCFilter) ([]release.RFC, error) {
	var all []release.RFC
	for _, s := range d.stories {
		if s.RFC.ShownTo(reader) && (f.Below == 0 || s.RFC.Number < f.Below) && (len(f.States) == 0 || slices.Contains(f.States, s.RFC.State)) {
			all = append(all, s.RFC)
		}
	}
	slices.SortFunc(all, func(a, b release.RFC) int { return b.Number - a.Number })
	return all[:min(len(all), f.Limit)], nil
}

func (d *records) Read(_ context.Context, reader release.PersonID, number int) (release.Story, error) {
	if s, ok := d.stories[number]; ok && s.RFC.ShownTo(reader) {
		return s, nil
	}
	return release.Story{}, missing(release.RFCName(number))
}

func (d *records) ReadBallot(_ context.Context, reader release.PersonID, id int64) (release.BallotView, error) {
	if v, ok := d.ballots[id]; ok && v.RFC.ShownTo(reader) {
		return v, nil
	}
	return release.BallotView{}, missing(fmt.Sprintf("vote %d", id))
}

func (d *records) LedgerPage(_ context.Context, f release.LedgerFilter) ([]release.LedgerEntry, error) {
	all := slices.DeleteFunc(slices.Clone(d.entries), func(e release.LedgerEntry) bool {
		return (f.Below > 0 && e.Index >= f.Below) || (len(f.Subjects) > 0 && !slices.Contains(f.Subjects, e.Subject))
	})
	return all[:min(len(all), f.Limit)], nil
}

func (d *records) LedgerSize(context.Context) (int64, error) { return int64(len(d.entries)), nil }

func (d *records) LedgerProof(_ context.Context, index int64) (release.LedgerProof, error) {
	for _, e := range d.entries {
		if e.Index == index {
			return release.LedgerProof{
				Entry: e, Leaf: []byte(`{"id":7}` + "\n" + e.JSON), Hash: "bGVhZg==", Path: []string{"b25l", "dHdv"}, Size: int64(len(d.entries)), Root: "cm9vdA==",
				Checkpoint: "gonogo\n3\ncm9vdA==\n\n— gonogo c2lnbmVk\n", Verifier: "gonogo+1+a2V5",
			}, nil
		}
	}
	return release.LedgerProof{}, release.ErrNotFound
}

func missing(what string) error {
	return &release.Refusal{Code: release.CodeNotFound, What: "There is no " + what + ".", Why: "Nothing has this name.", Next: "Look at the list."}
}
