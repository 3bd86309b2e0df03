package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// A calendar's address is known to its owner alone: what is kept is a digest, and no
// entry of the ledger and no list has more.
func TestFeedIsMadeOnceAndTakenBack(t *testing.T) {
	b := newBoard(t)
	in := release.Intent{Key: "press-1", By: "ex-rm"}
	f, token, err := b.desk.MakeFeed(t.Context(), in, release.FeedOfEnvironment, "sit-a")
	b.must(err)
	if len(token) < 26 || f.Digest == token || f.Digest == "" {
		t.Errorf("token %q, digest %q", token, f.Digest)
	}
	for _, e := range b.store.snapshot().Entries {
		if text := strings.ToLower(cmp.Diff(nil, e)); strings.Contains(text, strings.ToLower(token)) || strings.Contains(text, f.Digest) {
			t.Errorf("the ledger knows the address: %v", e)
		}
	}
	_, _, err = b.desk.MakeFeed(t.Context(), in, release.FeedOfEnvironment, "sit-a")
	refused(t, err, release.CodeHandled)
	v, err := b.desk.ReadFeed(t.Context(), token)
	b.must(err)
	if v.Feed.ID != f.ID || v.Owner.ID != "ex-rm" {
		t.Errorf("read %+v", v.Feed)
	}
	_, err = b.desk.ReadFeed(t.Context(), token+"x")
	refused(t, err, release.CodeNotFound)
	_, err = b.desk.ReadFeed(t.Context(), f.Digest)
	refused(t, err, release.CodeNotFound)

	_, err = b.desk.RevokeFeed(t.Context(), release.Intent{By: "sup-rep"}, f.ID)
	refused(t, err, release.CodeNotFound) // whose feeds there are is nobody else's business
	if all, _, err := b.desk.Feeds(t.Context(), "sup-rep"); err != nil || len(all) != 0 {
		t.Errorf("somebody else's list: %v %v", all, err)
	}
	_, err = b.desk.RevokeFeed(t.Context(), release.Intent{By: "rm"}, f.ID)
	b.must(err)
	_, err = b.desk.ReadFeed(t.Context(), token)
	refused(t, err, release.CodeStale)
	_, err = b.desk.RevokeFeed(t.Context(), in, f.ID)
	refused(t, err, release.CodeState)
}

// A calendar ends with its owner, and nobody makes one of another's duties.
func TestFeedBelongsToSomebody(t *testing.T) {
	b := newBoard(t)
	_, _, err := b.desk.MakeFeed(t.Context(), release.Intent{By: "ex-rm"}, release.FeedOfPerson, "rm")
	refused(t, err, release.CodeInvalid)
	for _, whose := range []struct {
		kind release.FeedKind
		id   string
	}{{release.FeedOfParty, "nobody"}, {release.FeedOfEnvironment, "nowhere"}, {"everything", "x"}} {
		_, _, err = b.desk.MakeFeed(t.Context(), release.Intent{By: "ex-rm"}, whose.kind, whose.id)
		refused(t, err, release.CodeInvalid)
	}
	_, token, err := b.desk.MakeFeed(t.Context(), release.Intent{By: "ex-rm"}, release.FeedOfPerson, "ex-rm")
	b.must(err)
	p := daily()
	for i := range p.People {
		p.People[i].Retired = p.People[i].Retired || p.People[i].ID == "ex-rm"
	}
	b.apply(p)
	_, err = b.desk.ReadFeed(t.Context(), token)
	refused(t, err, release.CodeStale)
	for range 20 {
		_, _, err = b.desk.MakeFeed(t.Context(), release.Intent{By: "rm"}, release.FeedOfPerson, "rm")
		b.must(err)
	}
	_, _, err = b.desk.MakeFeed(t.Context(), release.Intent{By: "rm"}, release.FeedOfPerson, "rm")
	refused(t, err, release.CodeState)
}

// T34: a draft is in nobody's calendar, its author's neither; what was withdrawn leaves
// after a while.
func TestFeedHasNoDrafts(t *testing.T) {
	b := newBoard(t)
	r := b.raise(content())
	_, token, err := b.desk.MakeFeed(t.Context(), release.Intent{By: r.RaisedBy}, release.FeedOfPerson, string(r.RaisedBy))
	b.must(err)
	shown := func(want int) {
		t.Helper()
		v, err := b.desk.ReadFeed(t.Context(), token)
		b.must(err)
		if len(v.RFCs) != want {
			t.Errorf("%d RFCs, want %d", len(v.RFCs), want)
		}
	}
	shown(1)
	b.setState(r.Number, release.Draft, func(r *release.RFC) { r.RaisedAt = time.Time{} })
	shown(0)
	b.setState(r.Number, release.Withdrawn, func(r *release.RFC) { r.RaisedAt, r.UpdatedAt = b.clock, b.clock })
	shown(1)
	b.clock = b.clock.AddDate(0, 0, 31)
	shown(0)
}

// Every way to write whose calendar is wanted.
func TestParseFeed(t *testing.T) {
	p := daily()
	for text, want := range map[string]string{
		"": "person/ann", " ME ": "person/ann", "mine": "person/ann", "sit-a": "environment/sit-a", "SIT  A": "environment/sit-a", "elexon": "party/elexon",
	} {
		kind, whose, err := release.ParseFeed(text, "ann", &p)
		if got := string(kind) + "/" + whose; err != nil || got != want {
			t.Errorf("%q is %s (%v), want %s", text, got, err, want)
		}
	}
	if _, _, err := release.ParseFeed("<nowhere>", "ann", &p); err == nil {
		t.Error("parsed what is nothing")
	}
}
