package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"gonogo.dev/release"
)

// deployment is the window of an RFC (R138): fixed once it was cleared, called off
// when it was withdrawn or rejected.
func (f almanacOf) deployment(r release.RFC) happening {
	c, p := r.Content, f.Programme
	status := ics.ObjectStatusTentative
	switch {
	case r.Off():
		status = ics.ObjectStatusCancelled
	case r.State == release.Go, r.State == release.Deployed, r.State == release.Closed:
		status = ics.ObjectStatusConfirmed
	}
	lines := []string{
		"It is " + r.State.String() + ".", "Window: " + c.Window.String() + ".",
		"System: " + systemName(p, c.System) + ". Type: " + string(c.Type) + ". Disruption: " + c.Disruption.String() + ".",
		"Requested by " + p.NameOf(r.RaisedBy) + ".",
	}
	if r.Ended != "" {
		lines = append(lines, "Why it ended: "+r.Ended)
	}
	return happening{
		uid: f.head.uid(r.Subject()), sequence: r.Revision, title: r.Name() + " " + c.Title, place: f.names(c.Environments),
		words: strings.Join(lines, "\n"), url: f.head.Links.Page(fmt.Sprintf("/rfcs/%d", r.Number)), from: c.Window.From, to: c.Window.To,
		status: status, made: r.RaisedAt, changed: r.UpdatedAt, kind: "Deployment", free: f.Feed.Kind != release.FeedOfPerson,
	}
}

// planned are the windows that a release plans, which has no RFC yet.
func (f almanacOf) planned(r release.Release) []happening {
	var all []happening
	for i, t := range r.Content.Targets {
		mine := f.of(t.Environment) || f.own(r.Provider(f.Programme)) || (f.Feed.Kind == release.FeedOfPerson && r.Content.Owner == f.Owner.ID)
		if f.Feed.Kind == release.FeedOfEnvironment {
			mine = f.of(t.Environment)
		}
		if !mine || t.Window.IsZero() {
			continue
		}
		all = append(all, happening{
			uid: f.head.uid(fmt.Sprintf("%s/%d/%s", r.Subject(), i+1, t.Environment)), sequence: r.Revision,
			title: r.Name() + " " + r.Title(f.Programme) + " (planned)", place: f.names([]release.EnvironmentID{t.Environment}),
			words: "Planned, and not raised to the board yet. It is in " + r.Stage.String() + ".\nWindow: " + t.Window.String() + ".\n" + r.Content.Purpose,
			url:   f.head.Links.Page(fmt.Sprintf("/releases/%d", r.Number)), from: t.Window.From, to: t.Window.To,
			status: ics.ObjectStatusTentative, made: r.CreatedAt, changed: r.UpdatedAt, kind: "Planned release", free: true,
		})
	}
	return all
}

// booking is what an environment is booked for: a test phase, a freeze, maintenance (R112).
func (f almanacOf) booking(b release.Booking) happening {
	h := happening{
		uid: f.head.uid(b.Subject()), title: b.Title() + " in " + f.names([]release.EnvironmentID{b.Environment}), place: f.names([]release.EnvironmentID{b.Environment}),
		words: b.Why + "\n" + b.Window.String() + ".\nBooked by " + f.Programme.NameOf(b.By) + ".",
		url:   f.head.Links.Page("/environments/" + string(b.Environment)), from: b.Window.From, to: b.Window.To,
		status: ics.ObjectStatusConfirmed, made: b.At, changed: b.At, kind: string(b.Kind), free: true,
	}
	if f.Programme.Exclusive(b) {
		h.title += " (exclusive)"
	}
	if !b.Stands() {
		h.status, h.sequence, h.changed = ics.ObjectStatusCancelled, 1, b.CancelledAt
		h.words = "Cancelled: " + b.CancelledWhy + "\n" + h.words
	}
	return h
}

// operation is what is done to an environment beside releases, if it is told only; one
// under an RFC is that RFC's window (R45). Its sequence counts what became of it.
func (f almanacOf) operation(o release.Operation) happening {
	c := o.Content
	h := happening{
		uid: f.head.uid(o.Subject()), title: c.Title(f.Programme), place: f.names([]release.EnvironmentID{c.Environment}),
		words: "Operation " + fmt.Sprint(o.ID) + " is " + string(o.State) + ".\n" + c.Window.String() + ".\nAsk " + f.Programme.NameOf(c.Contact) + " about it.",
		url:   f.head.Links.Page("/environments/" + string(c.Environment)), from: c.Window.From, to: c.Window.To,
		status: ics.ObjectStatusConfirmed, made: o.At, changed: o.At, kind: "Operation", free: f.Feed.Kind != release.FeedOfPerson,
	}
	for _, at := range []time.Time{o.StartedAt, o.EndedAt} {
		if !at.IsZero() {
			h.sequence, h.changed = h.sequence+1, at
		}
	}
	if o.State == release.OperationCancelled {
		h.status, h.words = ics.ObjectStatusCancelled, "Cancelled: "+o.Words+"\n"+h.words
	}
	return h
}

// meeting is one that the programme's rules say takes place (R58, R65). Its sequence is
// the version of the programme, whose rules move it, and it changed when that came into
// force.
func (f almanacOf) meeting(m release.Meet) happening {
	w := m.Window(f.Programme)
	return happening{
		uid: f.head.uid(m.Subject(f.Programme)), sequence: f.Programme.Version, title: m.Kind.String(),
		words: "Begins " + release.Instant(m.At, f.Programme.Location()) + ". /rcb agenda in Slack shows what waits for it.",
		from:  w.From, to: w.To, status: ics.ObjectStatusConfirmed, made: f.Applied, changed: f.Applied, kind: "Meeting",
	}
}

// markFor is how long a deadline stands in a calendar, before the instant itself.
const markFor = 30 * time.Minute

// ballot is when a vote ends in which the reader has a seat.
func (f almanacOf) ballot(b release.Ballot) happening {
	seat, _ := b.SeatOf(f.Owner.ID)
	said, sequence, changed := "You have not voted yet.", 0, b.OpenedAt
	for _, v := range b.Votes {
		if v.Seat == seat.Key {
			said, sequence, changed = "Your seat's vote is in.", 1, v.At
		}
	}
	title := release.RFCName(b.RFC)
	if i := slices.IndexFunc(f.RFCs, func(r release.RFC) bool { return r.Number == b.RFC }); i >= 0 {
		title += " " + f.RFCs[i].Content.Title
	}
	return happening{
		uid: f.head.uid(b.Subject()), title: "Vote ends: " + b.Purpose.String() + " of " + title,
		words: said + "\nYou sit in it as " + seat.Label(f.Programme) + ".\nIt ends " + release.Instant(b.Deadline, f.Programme.Location()) + ".",
		url:   f.head.Links.Page(fmt.Sprintf("/ballots/%d", b.ID)), from: b.Deadline.Add(-markFor), to: b.Deadline,
		status: ics.ObjectStatusConfirmed, sequence: sequence, made: b.OpenedAt, changed: changed, kind: "Vote", free: true,
	}
}

// action is when a work-off action of the reader is due (R40).
func (f almanacOf) action(x release.Action) happening {
	h := happening{
		uid: f.head.uid(x.Subject()), title: "Due: " + x.What,
		words: "Work-off action " + fmt.Sprint(x.ID) + " of " + release.ReleaseName(x.Release) + ", from " + x.From.String() + ".\nIt is due " +
			release.Instant(x.Due, f.Programme.Location()) + ".",
		url: f.head.Links.Page(fmt.Sprintf("/releases/%d", x.Release)), from: x.Due.Add(-markFor), to: x.Due,
		status: ics.ObjectStatusConfirmed, made: x.At, changed: x.At, kind: "Action", free: true,
	}
	if c, ok := f.Changes[x.ID]; ok {
		h.sequence, h.changed = c.Count, c.Last
	}
	return h
}
