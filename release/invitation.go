package release

import (
	"fmt"
	"slices"
	"time"
)

// Invitation is what was last sent to people's own calendars about a meeting or a
// deployment window. A calendar program follows it by its subject and by Sequence,
// which rises with every change; it is kept so that each change is sent once.
type Invitation struct {
	Subject  string // "rfc/12", "call/ewg/2026-12-01"
	Sequence int
	Title    string
	Place    string // the environments, or where a meeting is announced
	Window   Window
	People   []PersonID
	SentAt   time.Time
	Over     bool // it was called off
	// Why says what happened to it, for the mail; it is not kept.
	Why string
}

// Same tells whether another invitation puts the same into a calendar.
func (x Invitation) Same(o Invitation) bool {
	return x.Title == o.Title && x.Place == o.Place && x.Window.Same(o.Window) && x.Window.Zone == o.Window.Zone && x.Over == o.Over
}

// InvitationSent is one change of an invitation that somebody is told of.
type InvitationSent struct {
	Invitation
	Cancel bool // it leaves the reader's calendar
	Again  bool // it was in the reader's calendar before
}

// includes tells whether the invitation stands in somebody's calendar.
func (x Invitation) includes(id PersonID) bool {
	return x.Subject != "" && !x.Over && slices.Contains(x.People, id)
}

// next returns what is to be kept after an invitation became another, and who is
// told what. Who was in it and still is hears of changes only; who leaves is told
// that it is off for them, who is new that it is on.
func (x Invitation) next(to Invitation, now time.Time) (Invitation, map[PersonID]InvitationSent) {
	told := map[PersonID]InvitationSent{}
	first := x.Subject == ""
	changed := !first && !x.Same(to)
	moved := changed || !slices.Equal(x.People, to.People)
	to.Sequence, to.SentAt = x.Sequence, now
	if !first && moved {
		to.Sequence++
	}
	for _, id := range to.People {
		was := x.includes(id)
		switch {
		case to.Over && !was: // it never was in their calendar
		case changed || !was:
			told[id] = InvitationSent{Invitation: to, Cancel: to.Over, Again: was}
		}
	}
	for _, id := range x.People {
		if x.includes(id) && !slices.Contains(to.People, id) {
			told[id] = InvitationSent{Invitation: to, Cancel: true, Again: true}
		}
	}
	return to, told
}

// invites tells whether an RFC's window is put into calendars for the first time:
// once its change was approved, so that nobody keeps a night free for nothing.
func (r RFC) invites() bool {
	return r.State == Approved || r.State == InGoNoGo || r.State == Go
}

// invitationTo returns what is put into calendars about an RFC's window, for those
// who deploy it and those who manage the environments (R117).
func (p *Programme) invitationTo(r RFC) Invitation {
	names := make([]string, len(r.Content.Environments))
	for i, id := range r.Content.Environments {
		e, _ := p.Environment(id)
		names[i] = e.Name
	}
	a := audience{programme: p}
	for _, x := range p.Holders(DeploymentTeam, r.Provider(p)) {
		a.add(DutyAct, x.ID)
	}
	a.add(DutyAct, p.environmentManagers()...)
	x := Invitation{
		Subject: r.Subject(), Title: "Deployment window of " + r.Name() + ": " + r.Content.Title, Place: joined(names),
		Window: r.Content.Window, Over: r.Off(), Why: r.Ended,
	}
	for _, y := range a.recipients {
		x.People = append(x.People, y.Person)
	}
	slices.Sort(x.People)
	return x
}

// invitationAt returns what is put into calendars about a meeting of the rules.
func (p *Programme) invitationAt(m Meet, people []PersonID) Invitation {
	people = slices.Clone(people)
	slices.Sort(people)
	return Invitation{Subject: m.Subject(p), Title: m.Kind.String(), Window: m.Window(p), People: people}
}

// key returns the key of what is promised about it to anybody.
func (x Invitation) key() string { return fmt.Sprintf("invite/%s/%d", x.Subject, x.Sequence) }
