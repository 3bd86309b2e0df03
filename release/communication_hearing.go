package release

import (
	"slices"
	"time"
)

// ConfirmRoad says how somebody confirmed.
type ConfirmRoad string

// The roads of a confirmation.
const (
	ConfirmedByLink  ConfirmRoad = "link"
	ConfirmedBySlack ConfirmRoad = "slack"
)

// DeliveryState says how far a message came.
type DeliveryState string

// The states of a delivery.
const (
	OnItsWay  DeliveryState = "on-its-way"
	Delivered DeliveryState = "delivered" // the relay or Slack took it
	Refused   DeliveryState = "refused"   // given up: it will not be tried again
)

// Hearing is one person to whom a communication was sent: how the delivery went,
// and whether they confirmed (M11).
type Hearing struct {
	Communication int64
	Release       int
	Person        PersonID
	Party         PartyID // for whom they hear it; the first of their parties
	Road          Road
	Key           string // of the notice that carries it
	At            time.Time

	ConfirmedAt time.Time // zero until they confirm
	How         ConfirmRoad

	// State, Detail and DeliveredAt tell of the delivery. They are the notice's and
	// are read with the hearing, never kept with it.
	State       DeliveryState
	Detail      string // the relay's answer, or why it was refused
	DeliveredAt time.Time
}

// Plan is the communication plan of a release with everything that is known of it
// at one instant.
type Plan struct {
	Standing Standing
	Lines    []Communication // in the order in which they are due, the undated last
	Hearings []Hearing
}

// Of returns whom a line was sent to.
func (p Plan) Of(c Communication) []Hearing {
	return slices.DeleteFunc(slices.Clone(p.Hearings), func(h Hearing) bool { return h.Communication != c.ID })
}

// Silent returns the parties that were asked to confirm something and of which
// nobody did, in the order of the programme: silence is never consent (M11).
func (p Plan) Silent() []PartyID { return silent(p.Standing.Programme, p.Lines, p.Hearings) }

// SilentOn returns the parties of which nobody confirmed one line.
func (p Plan) SilentOn(c Communication) []PartyID {
	return silent(p.Standing.Programme, []Communication{c}, p.Hearings)
}

func silent(p *Programme, lines []Communication, hearings []Hearing) []PartyID {
	var missing []PartyID
	for _, c := range lines {
		if !c.Confirm || c.SentAt.IsZero() {
			continue
		}
		var asked, heard []PartyID
		for _, h := range hearings {
			if h.Communication != c.ID {
				continue
			}
			asked = append(asked, h.Party)
			if !h.ConfirmedAt.IsZero() {
				heard = append(heard, h.Party)
			}
		}
		for _, party := range asked {
			if !slices.Contains(heard, party) && !slices.Contains(missing, party) {
				missing = append(missing, party)
			}
		}
	}
	slices.SortFunc(missing, func(a, b PartyID) int { return p.place(a) - p.place(b) })
	return missing
}

// place is where a party stands in the programme's file.
func (p *Programme) place(id PartyID) int {
	return slices.IndexFunc(p.Parties, func(x Party) bool { return x.ID == id })
}

// PartyName returns the name of a party, or the id of one that is unknown.
func (p *Programme) PartyName(id PartyID) string {
	if x, ok := p.Party(id); ok {
		return x.Name
	}
	return string(id)
}
