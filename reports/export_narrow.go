package reports

import (
	"context"
	"iter"
	"slices"
	"time"

	"gonogo.dev/release"
)

// ExportFilter narrows a list, as the board's pages do. Whatever a list has is narrowed
// by what it is about: a vote by the RFC that was voted on, an action by its release.
type ExportFilter struct {
	Party  release.PartyID // of the system
	System release.SystemID
	Type   release.ReleaseType
	// Release is the number of the one release that the list is about; 0 is any.
	Release int
	// State selects RFCs, their risks, ballots and votes.
	State release.RFCState
	// Subject selects what the ledger has about one thing, "rfc/12".
	Subject string
	// Open selects what is still to be done or decided.
	Open bool
	// At is the instant of what is shown as of one; zero is now.
	At time.Time
	// Reader is for whom it is made: what is not for them is left out. Empty is somebody
	// who may read everything that was not kept to itself.
	Reader release.PersonID
}

// topic is what a row of a list is about, as far as a filter asks for it.
type topic struct {
	release int
	system  release.SystemID
	kind    release.ReleaseType
	state   release.RFCState
}

// topics are what things are about, by their numbers.
type topics map[int64]topic

// takes tells whether something of a topic is in the list.
func (x exporting) takes(t topic) bool {
	f := x.filter
	s, _ := x.programme.System(t.system)
	return (f.System == "" || f.System == t.system) && (f.Type == "" || f.Type == t.kind) && (f.Party == "" || f.Party == s.Party) &&
		(f.Release == 0 || f.Release == t.release) && (f.State == "" || f.State == t.state)
}

// narrows tells whether the filter asks what releases or RFCs are about.
func (x exporting) narrows() bool {
	f := x.filter
	return f.System != "" || f.Type != "" || f.Party != "" || f.Release != 0 || f.State != ""
}

func ofRelease(r release.Release) topic {
	return topic{release: r.Number, system: r.Content.System, kind: r.Content.Type}
}

func ofRFC(r release.RFC) topic {
	number, _ := r.Content.ReleaseNumber()
	return topic{release: number, system: r.Content.System, kind: r.Content.Type, state: r.State}
}

// topical is a list whose rows have no topic of their own.
type topical func(takes func(number int64) bool) iter.Seq2[[]any, error]

// about returns a topical list: what its rows are about is read before them, where the
// filter asks for it.
func (x exporting) about(ctx context.Context, asks bool, read func(context.Context) (topics, error), rows topical) iter.Seq2[[]any, error] {
	if !asks {
		return rows(func(int64) bool { return true })
	}
	return func(yield func([]any, error) bool) {
		known, err := read(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		rows(func(number int64) bool {
			t, ok := known[number]
			return ok && x.takes(t)
		})(yield)
	}
}

// ofReleases reads what releases are about.
func (x exporting) ofReleases(ctx context.Context) (topics, error) {
	all := topics{}
	return all, gather(ctx, x.from.ReleasesAfter, func(r release.Release) int64 {
		all[int64(r.Number)] = ofRelease(r)
		return int64(r.Number)
	})
}

// ofRFCs reads what RFCs are about.
func (x exporting) ofRFCs(ctx context.Context) (topics, error) {
	all := topics{}
	return all, gather(ctx, x.from.RFCsAfter, func(r release.RFC) int64 {
		all[int64(r.Number)] = ofRFC(r)
		return int64(r.Number)
	})
}

// ofEither reads what releases and RFCs are about, these by the number below zero.
func (x exporting) ofEither(ctx context.Context) (topics, error) {
	all, err := x.ofReleases(ctx)
	if err != nil {
		return nil, err
	}
	rfcs, err := x.ofRFCs(ctx)
	for number, t := range rfcs {
		all[-number] = t
	}
	return all, err
}

// ofBallots reads what ballots are about: their RFCs. Where only open ones are wanted,
// the others are about nothing.
func (x exporting) ofBallots(ctx context.Context) (topics, error) {
	rfcs, err := x.ofRFCs(ctx)
	if err != nil {
		return nil, err
	}
	all := topics{}
	return all, gather(ctx, x.from.BallotsAfter, func(b release.Ballot) int64 {
		if t, ok := rfcs[int64(b.RFC)]; ok && (!x.filter.Open || b.State == release.BallotOpen) {
			all[b.ID] = t
		}
		return b.ID
	})
}

// gather reads a list to its end, a page at a time; take returns the key of what it is
// given.
func gather[T any](ctx context.Context, read func(context.Context, int64, int) ([]T, error), take func(T) int64) error {
	for after := int64(0); ; {
		all, err := read(ctx, after, exportPage)
		if err != nil {
			return err
		}
		for _, x := range all {
			after = take(x)
		}
		if len(all) < exportPage {
			return nil
		}
	}
}

// versions are what was installed at the instant. What a release did not bring is of no
// type.
func (x exporting) versions(ctx context.Context) ([]release.Installation, error) {
	at := x.filter.At
	if at.IsZero() {
		at = x.now
	}
	all, err := x.from.VersionsAt(ctx, at)
	if err != nil {
		return nil, err
	}
	brought := topics{}
	if x.filter.Type != "" {
		if brought, err = x.ofReleases(ctx); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(all, func(i release.Installation) bool {
		return !x.takes(topic{release: i.Release, system: i.System, kind: brought[int64(i.Release)].kind})
	}), nil
}

// entries are the ledger's, in their order. Those about one thing are few, and are found
// without reading the others.
func (x exporting) entries(ctx context.Context, rows func(release.LedgerEntry) [][]any) iter.Seq2[[]any, error] {
	index := func(e release.LedgerEntry) int64 { return e.Index }
	if x.filter.Subject == "" {
		return each(ctx, x.from.LedgerAfter, -1, index, rows)
	}
	return func(yield func([]any, error) bool) {
		var found []release.LedgerEntry
		for f := (release.LedgerFilter{Subjects: []string{x.filter.Subject}, Limit: exportPage}); ; {
			page, err := x.from.LedgerPage(ctx, f)
			if err != nil {
				yield(nil, err)
				return
			}
			found = append(found, page...)
			if len(page) == 0 || page[len(page)-1].Index == 0 {
				break
			}
			f.Below = page[len(page)-1].Index
		}
		for _, e := range slices.Backward(found) {
			for _, row := range rows(e) {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}
