package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Bounds of a delegation (T22).
const (
	// MaxDelegationDays is the longest a policy may let somebody delegate, and what
	// holds where it says nothing.
	MaxDelegationDays = 30
	// MaxDelegationChain is how many delegations may follow one another.
	MaxDelegationChain = 3
)

// Delegation says that somebody speaks for another person who is away, in every
// vote that opens while it is in force. Votes that were open keep their
// electorate (T22).
type Delegation struct {
	ID     int64
	From   PersonID // who is away
	To     PersonID // who speaks instead
	Window Window   // UTC, half-open
	Why    string
	By     PersonID // who recorded it: From, or an administrator
	At     time.Time
	// EndedAt is when it was ended before its time; the zero time when it was not.
	EndedAt time.Time
	EndedBy PersonID
}

// Subject returns the ledger's name for the delegation, "delegation/3".
func (d Delegation) Subject() string { return fmt.Sprintf("delegation/%d", d.ID) }

// Until returns when it is over: as agreed, or when it was ended.
func (d Delegation) Until() time.Time {
	if d.EndedAt.IsZero() {
		return d.Window.To
	}
	return earliest(d.EndedAt, d.Window.To)
}

// InForce tells whether the delegate speaks at an instant.
func (d Delegation) InForce(at time.Time) bool {
	return !at.Before(d.Window.From) && at.Before(d.Until())
}

// meets tells whether two delegations are in force at some same instant.
func (d Delegation) meets(o Delegation) bool {
	return d.Window.From.Before(o.Until()) && o.Window.From.Before(d.Until())
}

// InForceAt returns the delegations that are in force at an instant.
func InForceAt(all []Delegation, at time.Time) []Delegation {
	return slices.DeleteFunc(slices.Clone(all), func(d Delegation) bool { return !d.InForce(at) })
}

// SpeakerFor returns who speaks for a person: the end of the chain of
// delegations, or the person where nobody active stands at its end. A chain that
// is too long or runs in a circle ends nowhere.
func (p *Programme) SpeakerFor(id PersonID, inForce []Delegation) PersonID {
	at, seen := id, []PersonID{id}
	for range MaxDelegationChain + 1 {
		d, ok := find(inForce, func(d Delegation) bool { return d.From == at })
		if !ok {
			break
		}
		if slices.Contains(seen, d.To) || len(seen) > MaxDelegationChain {
			return id
		}
		at, seen = d.To, append(seen, d.To)
	}
	if x, ok := p.Person(at); !ok || x.Retired {
		return id
	}
	return at
}

// names shows a chain of people: "Amara Okafor, then Priya Raman".
func (p *Programme) names(chain []PersonID) string {
	words := make([]string, len(chain))
	for i, id := range chain {
		words[i] = p.NameOf(id)
	}
	return strings.Join(words, ", then ")
}
