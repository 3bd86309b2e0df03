package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// CalendarFile is a feed as calendar programs fetch it.
type CalendarFile struct {
	Body []byte
	// Tag changes with every byte of the body.
	Tag string
	// Changed is when anything in it was changed last.
	Changed time.Time
}

// Feed returns the calendar of a feed (R102, R112, R138).
func (l Letterhead) Feed(v release.FeedView) (CalendarFile, error) {
	p := v.Programme
	a := almanac{
		method: icsPublish, name: strings.TrimSpace(p.Short + " " + v.Feed.Title(p)), zone: p.Location().String(),
		about: "From gonogo for " + p.Name + ". The record is in gonogo; this is a copy of what is planned.",
	}
	if l.Rehearsal {
		a.name = "REHEARSAL " + a.name
	}
	a.events = l.happenings(v)
	body, err := a.encode()
	if err != nil {
		return CalendarFile{}, fmt.Errorf("write %s: %w", v.Feed.Name(), err)
	}
	f := CalendarFile{Body: body, Changed: v.Feed.MadeAt}
	for _, h := range a.events {
		if h.changed.After(f.Changed) {
			f.Changed = h.changed
		}
	}
	sum := sha256.Sum256(body)
	f.Tag = `"` + hex.EncodeToString(sum[:16]) + `"`
	return f, nil
}

// almanacOf is one feed: what belongs into it.
type almanacOf struct {
	release.FeedView
	head Letterhead
}

// happenings folds what a feed is of into its events, by their beginning. It is pure:
// the same view gives the same events.
func (l Letterhead) happenings(v release.FeedView) []happening {
	f := almanacOf{v, l}
	var all []happening
	for _, r := range v.RFCs {
		if f.ofRFC(r) {
			all = append(all, f.deployment(r))
		}
	}
	for _, r := range v.Releases {
		all = append(all, f.planned(r)...)
	}
	for _, b := range v.Bookings {
		if f.of(b.Environment) {
			all = append(all, f.booking(b))
		}
	}
	for _, o := range v.Operations {
		if f.ofOperation(o) {
			all = append(all, f.operation(o))
		}
	}
	for _, m := range v.Meets {
		if f.ofMeeting(m) {
			all = append(all, f.meeting(m))
		}
	}
	if v.Feed.Kind == release.FeedOfPerson {
		all = append(all, f.duties()...)
	}
	all = slices.DeleteFunc(all, func(h happening) bool { return !h.from.Before(v.Over.To) || !h.to.After(v.Over.From) })
	slices.SortStableFunc(all, func(a, b happening) int {
		if c := a.from.Compare(b.from); c != 0 {
			return c
		}
		return strings.Compare(a.uid, b.uid)
	})
	return all
}

// duties are when the reader's own votes end and work-off actions are due.
func (f almanacOf) duties() []happening {
	var all []happening
	for _, b := range f.Ballots {
		if _, sits := b.SeatOf(f.Owner.ID); sits {
			all = append(all, f.ballot(b))
		}
	}
	for _, x := range f.Actions {
		all = append(all, f.action(x))
	}
	return all
}

// own tells whether a party is the reader's in a feed of a person or party.
func (f almanacOf) own(party release.PartyID) bool {
	if f.Feed.Kind == release.FeedOfParty {
		return string(party) == f.Feed.Whose
	}
	return slices.ContainsFunc(f.Owner.Roles, func(a release.Holding) bool { return a.Party == party })
}

// ofRFC tells whether an RFC's window belongs into the feed: into a person's that of
// the changes they raised and of their own party's systems, into a party's all that
// impact it.
func (f almanacOf) ofRFC(r release.RFC) bool {
	switch f.Feed.Kind {
	case release.FeedOfPerson:
		return r.RaisedBy == f.Owner.ID || f.own(r.Provider(f.Programme))
	case release.FeedOfParty:
		impacted := func(x release.Party) bool { return string(x.ID) == f.Feed.Whose }
		return f.own(r.Provider(f.Programme)) || slices.ContainsFunc(r.ImpactedParties(f.Programme), impacted)
	case release.FeedOfEnvironment:
		return slices.Contains(r.Content.Environments, release.EnvironmentID(f.Feed.Whose))
	}
	return false
}

// of tells whether what happens in an environment belongs into the feed. A person's
// own calendar has their duties, and not what the environments are booked for.
func (f almanacOf) of(id release.EnvironmentID) bool {
	switch f.Feed.Kind {
	case release.FeedOfParty:
		e, ok := f.Programme.Environment(id)
		return ok && e.SharedBy(release.PartyID(f.Feed.Whose))
	case release.FeedOfEnvironment:
		return string(id) == f.Feed.Whose
	case release.FeedOfPerson:
	}
	return false
}

func (f almanacOf) ofOperation(o release.Operation) bool {
	mine := o.By == f.Owner.ID || o.Content.Contact == f.Owner.ID
	return f.of(o.Content.Environment) || (f.Feed.Kind == release.FeedOfPerson && mine)
}

// ofMeeting tells whether somebody of the feed belongs into a meeting.
func (f almanacOf) ofMeeting(m release.Meet) bool {
	invited := f.Programme.Invited(m.Kind, nil)
	switch f.Feed.Kind {
	case release.FeedOfPerson:
		return slices.Contains(invited, f.Owner.ID)
	case release.FeedOfParty:
		return slices.ContainsFunc(invited, func(id release.PersonID) bool {
			x, _ := f.Programme.Person(id)
			return slices.ContainsFunc(x.Roles, func(a release.Holding) bool { return string(a.Party) == f.Feed.Whose })
		})
	case release.FeedOfEnvironment:
		return m.Kind == release.EnvironmentTalk
	}
	return false
}

// uid returns what an event is known by for ever: the ledger's name for it.
func (l Letterhead) uid(subject string) string {
	return strings.NewReplacer("/", "-", "@", "-").Replace(subject) + "@" + l.listDomain()
}

func (f almanacOf) names(ids []release.EnvironmentID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		e, ok := f.Programme.Environment(id)
		if names[i] = e.Name; !ok {
			names[i] = string(id)
		}
	}
	return strings.Join(names, ", ")
}
