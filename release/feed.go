package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// FeedKind says whose calendar a feed is.
type FeedKind string

// The kinds of feed.
const (
	FeedOfPerson      FeedKind = "person"      // its owner's own: their votes, actions, windows and meetings
	FeedOfParty       FeedKind = "party"       // what touches a party
	FeedOfEnvironment FeedKind = "environment" // what happens in an environment (R102, R112)
)

// FeedKinds lists the kinds in the order in which they are offered.
func FeedKinds() []FeedKind { return []FeedKind{FeedOfPerson, FeedOfParty, FeedOfEnvironment} }

// maxFeeds is how many feeds one person has at once.
const maxFeeds = 20

// Feed is a calendar that somebody subscribed to. Whoever knows its address reads
// it without signing in, as calendar programs must; so nobody can guess the address,
// its owner takes it back when they like, and only a digest of it is known here.
type Feed struct {
	ID        int64
	Owner     PersonID
	Kind      FeedKind
	Whose     string // the id of the person, party or environment
	Digest    string
	MadeAt    time.Time
	RevokedAt time.Time // zero while it is read
	RevokedBy PersonID
}

// Subject returns the ledger's name for the feed, "feed/3".
func (f Feed) Subject() string { return fmt.Sprintf("feed/%d", f.ID) }

// Name returns the feed as people speak of it, "feed 3".
func (f Feed) Name() string { return fmt.Sprintf("feed %d", f.ID) }

// Title returns whose calendar it is, as people read it.
func (f Feed) Title(p *Programme) string {
	switch f.Kind {
	case FeedOfParty:
		x, _ := p.Party(PartyID(f.Whose))
		return x.Name
	case FeedOfEnvironment:
		x, _ := p.Environment(EnvironmentID(f.Whose))
		return x.Name
	case FeedOfPerson:
	}
	return p.NameOf(PersonID(f.Whose))
}

// ParseFeed reads whose calendar somebody wants: nothing or "me" is their own,
// else the id or name of a party or an environment.
func ParseFeed(text string, by PersonID, p *Programme) (FeedKind, string, error) {
	word := strings.Join(strings.Fields(text), " ")
	if word == "" || strings.EqualFold(word, "me") || strings.EqualFold(word, "mine") {
		return FeedOfPerson, string(by), nil
	}
	plain := func(s string) string { return strings.NewReplacer("-", "", " ", "").Replace(strings.ToLower(s)) }
	for _, e := range p.Environments {
		if !e.Retired && (plain(word) == plain(string(e.ID)) || plain(word) == plain(e.Name)) {
			return FeedOfEnvironment, string(e.ID), nil
		}
	}
	for _, x := range p.Parties {
		if !x.Retired && (plain(word) == plain(string(x.ID)) || plain(word) == plain(x.Name)) {
			return FeedOfParty, string(x.ID), nil
		}
	}
	return "", "", refuse(CodeInvalid, "No calendar was made.", "“"+Clip(word, 40)+"” is neither an environment nor a party of the programme.",
		"Write me for your own calendar, or an environment or a party, such as SIT-A.")
}

// check returns why a feed cannot be made; nothing when it can.
func (f Feed) check(p *Programme) string {
	switch f.Kind {
	case FeedOfPerson:
		if f.Whose != string(f.Owner) {
			return "Everybody makes the calendar of their own duties themselves."
		}
	case FeedOfParty:
		if x, ok := p.Party(PartyID(f.Whose)); !ok || x.Retired {
			return "Choose one of the programme's parties."
		}
	case FeedOfEnvironment:
		if x, ok := p.Environment(EnvironmentID(f.Whose)); !ok || x.Retired {
			return "Choose one of the programme's environments."
		}
	default:
		return "A calendar is your own, a party's or an environment's."
	}
	return ""
}

// MayRevoke tells whether a person may take a feed back: its owner, and the
// programme's release manager.
func (p *Programme) MayRevoke(x Person, f Feed) bool {
	return !x.Retired && (x.ID == f.Owner || p.holdsForProgramme(x, ReleaseManager))
}

// ChangesTold says how often something was changed, and when last.
type ChangesTold struct {
	Count int
	Last  time.Time
}

// Feeds keeps what people subscribed to, and what was sent to their own calendars.
type Feeds interface {
	Feed(id int64, lock Lock) (Feed, error)
	// FeedBy finds a feed, revoked or not, by the digest of its address.
	FeedBy(digest string) (Feed, error)
	// FeedsOf returns the feeds of a person that nobody revoked, by id; the empty
	// person means everybody's.
	FeedsOf(owner PersonID) ([]Feed, error)
	// AddFeed keeps a new feed and sets its id.
	AddFeed(f *Feed) error
	SaveFeed(f Feed) error
	// ActionChanges returns how often each of some actions was changed since it was
	// agreed; what was never changed is missing.
	ActionChanges(ids []int64) (map[int64]ChangesTold, error)
	// Invitation returns what was last sent about a subject, and holds it.
	Invitation(subject string) (Invitation, error)
	// InvitationsAfter returns the invitations to what ends after an instant, by
	// subject; those that were called off too.
	InvitationsAfter(at time.Time) ([]Invitation, error)
	// KeepInvitation keeps what was sent, instead of what was sent before.
	KeepInvitation(x Invitation) error
}

// Meet is one meeting that the programme's rules say takes place.
type Meet struct {
	Kind MeetingKind
	At   time.Time // UTC
}

// MeetingLasts is how long a meeting is put down for: the programme's rules say
// when one begins, and nobody when it ends.
const MeetingLasts = time.Hour

// Window returns from when until when it is put down.
func (m Meet) Window(p *Programme) Window {
	return Window{From: m.At, To: m.At.Add(MeetingLasts), Zone: p.Location().String()}
}

// Subject names it by its kind and its day in the programme's zone:
// "call/rcb/2026-11-24". Another time on the same day is the same one.
func (m Meet) Subject(p *Programme) string {
	return "call/" + string(m.Kind) + "/" + m.At.In(p.Location()).Format(time.DateOnly)
}

// Meets returns the meetings that begin in a window, by their beginning.
func (p *Programme) Meets(w Window) []Meet {
	var all []Meet
	for _, rule := range p.Meetings {
		after := w.From.Add(-time.Nanosecond)
		for {
			at, ok := p.NextMeeting(rule.Kind, after)
			if !ok || !at.Before(w.To) {
				break
			}
			all = append(all, Meet{Kind: rule.Kind, At: at})
			after = at
		}
	}
	slices.SortStableFunc(all, func(a, b Meet) int { return a.At.Compare(b.At) })
	return all
}
