package release

import "slices"

// Recipient is somebody who is told, and why.
type Recipient struct {
	Person PersonID
	Duty   Duty
}

// Audience returns who is told of an event, each once; whoever must act comes
// before whoever is only told:
//   - raised or edited: the seats and the accountable;
//   - decided or withdrawn: the requester, the seats, and the representatives
//     of every impacted party;
//   - Go/No-Go opened or decided: the seats, and the representatives of the core
//     providers and the participants (R64);
//   - a vote on the closure: the seats, and when it opens the impacted parties,
//     who are asked (R125). That it was closed is told to Everybody.
func Audience(e Event, p *Programme) []Recipient {
	a := audience{programme: p}
	activity := e.activity()
	if e.Kind == NoticeDecided || e.Kind == NoticeOutcome || e.Kind == NoticeWithdrawn {
		a.add(DutyAct, e.RFC.RaisedBy)
	}
	if e.Ballot != nil {
		for _, s := range e.Ballot.Seats {
			a.add(DutyAct, s.Holders...)
		}
	}
	for _, x := range p.Accountable(activity) {
		a.add(DutyAct, x.ID)
	}
	switch {
	case activity == CloseRFC:
		if e.Kind == NoticeOpened {
			a.addRepresentatives(e.RFC.ImpactedParties(p), activity)
		}
	case e.Kind == NoticeDecided || e.Kind == NoticeWithdrawn:
		a.addRepresentatives(e.RFC.ImpactedParties(p), activity)
	case e.Kind == NoticeOpened || e.Kind == NoticeOutcome:
		a.addRepresentatives(p.PartiesOf(CoreProvider), activity)
		a.addRepresentatives(p.PartiesOf(Participant), activity)
	default: // the seats and the accountable are enough
	}
	return a.recipients
}

// activity is the activity of the RACI table that the event is part of.
func (e Event) activity() Activity {
	switch {
	case e.Ballot == nil || e.Ballot.Purpose == Approval:
		return RFCApproval
	case e.Ballot.Purpose == Closure:
		return CloseRFC
	default:
		return DeploymentGNG
	}
}

type audience struct {
	programme  *Programme
	recipients []Recipient
}

func (a *audience) add(duty Duty, ids ...PersonID) {
	for _, id := range ids {
		known := slices.ContainsFunc(a.recipients, func(r Recipient) bool { return r.Person == id })
		if x, ok := a.programme.Person(id); ok && !x.Retired && !known {
			a.recipients = append(a.recipients, Recipient{Person: id, Duty: duty})
		}
	}
}

// addRepresentatives adds the parties' representatives: told at the pace they
// chose where the RACI table only informs them, at once where it asks them.
func (a *audience) addRepresentatives(parties []Party, activity Activity) {
	for _, party := range parties {
		for _, x := range a.programme.Holders(Representative, party.ID) {
			duty := DutyAct
			if a.programme.OnlyInformed(x, activity) {
				duty = DutyTold
			}
			a.add(duty, x.ID)
		}
	}
}

// Everybody returns who was told of a release in its life: who asked for it and
// owns it, every seat of its votes, and the representatives of the parties. How it
// ended is told to them all (R40). Who only reads is told at the pace they chose.
func Everybody(s Standing) []Recipient {
	p := s.Programme
	a := audience{programme: p}
	a.add(DutyAct, s.RFC.RaisedBy, s.Release.CreatedBy, s.Release.Content.Owner)
	for _, x := range openActions(s.Actions) {
		a.add(DutyAct, x.Owner)
	}
	for _, x := range p.Accountable(CloseRFC) {
		a.add(DutyAct, x.ID)
	}
	for _, b := range s.Ballots {
		for _, seat := range b.Seats {
			a.add(DutyTold, seat.Holders...)
		}
	}
	for _, r := range NoteReaders(s.RFC, p) {
		a.add(DutyTold, r.Person)
	}
	a.addRepresentatives(s.RFC.ImpactedParties(p), CloseRFC)
	a.addRepresentatives(p.PartiesOf(CoreProvider), CloseRFC)
	a.addRepresentatives(p.PartiesOf(Participant), CloseRFC)
	return a.recipients
}
