package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The fields of a delegation besides those of an RFC.
const (
	FieldAbsent   = "absent"
	FieldDelegate = "delegate"
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

// Check returns why a delegation cannot be taken beside those that are kept
// (T22): who is away and who stands in are two active people of one party, the
// time is bounded, nobody delegates twice at a time, and delegations never run in
// a circle nor follow one another further than MaxDelegationChain.
func (d Delegation) Check(p *Programme, kept []Delegation, now time.Time) error {
	if err := d.checkPeople(p); err != nil {
		return err
	}
	if err := d.checkTime(p, now); err != nil {
		return err
	}
	loc := p.Location()
	i := slices.IndexFunc(kept, func(o Delegation) bool { return o.From == d.From && o.meets(d) })
	if i >= 0 {
		return d.refuse(CodeState, FieldUntil, fmt.Sprintf("%s is spoken for already, by %s until %s.", p.NameOf(d.From), p.NameOf(kept[i].To), Instant(kept[i].Until(), loc)),
			fmt.Sprintf("End that first with `/gonogo delegate end %d`.", kept[i].ID))
	}
	chain := d.chain(kept)
	switch {
	case circles(chain):
		return d.refuse(CodeInvalid, FieldDelegate, "Delegations would run in a circle: "+p.names(chain)+".", "Name somebody outside of it.")
	case len(chain)-1 > MaxDelegationChain:
		return d.refuse(CodeInvalid, FieldDelegate, fmt.Sprintf("More than %d delegations would follow one another: %s.", MaxDelegationChain, p.names(chain)),
			"Name somebody who is there themselves.")
	}
	return nil
}

func (d Delegation) checkPeople(p *Programme) error {
	from, knownFrom := p.Person(d.From)
	to, knownTo := p.Person(d.To)
	shared := func(id PartyID) bool { return slices.Contains(to.Parties(), id) }
	switch {
	case !knownFrom || from.Retired:
		return d.refuse(CodeInvalid, FieldAbsent, "Who is away is not an active person of the programme.", "Name somebody of its registry.")
	case d.To == d.From:
		return d.refuse(CodeInvalid, FieldDelegate, "Nobody stands in for themselves.", "Name a colleague.")
	case !knownTo || to.Retired:
		return d.refuse(CodeInvalid, FieldDelegate, "Who stands in is not an active person of the programme.", "Name somebody of its registry.")
	case !slices.ContainsFunc(from.Parties(), shared):
		return d.refuse(CodeInvalid, FieldDelegate, fmt.Sprintf("%s works for no party for which %s speaks.", to.Name, from.Name),
			"Name a colleague of the same party.")
	}
	return nil
}

func (d Delegation) checkTime(p *Programme, now time.Time) error {
	days := p.Policy.delegationDays()
	switch {
	case !d.Window.From.Before(d.Window.To):
		return d.refuse(CodeInvalid, FieldUntil, "It would end before it begins.", "Choose a later end.")
	case !now.Before(d.Window.To):
		return d.refuse(CodeInvalid, FieldUntil, "Its end lies in the past.", "Choose a later end.")
	case d.Window.From.After(now.Add(MaxAhead)):
		return d.refuse(CodeInvalid, FieldFrom, "It begins too far ahead.", "Record it nearer to its time.")
	case d.Window.To.Sub(d.Window.From) > time.Duration(days)*24*time.Hour:
		return d.refuse(CodeInvalid, FieldUntil, fmt.Sprintf("A delegation lasts %s at most.", plural(days, "day")),
			"Choose an earlier end; it can be renewed, or the programme file names somebody else for the role.")
	case d.Why != "":
		if why := checkText(d.Why, MaxText, ""); why != "" {
			return d.refuse(CodeInvalid, FieldReason, why, "Write the reason again.")
		}
	}
	return nil
}

// delegationDays returns how long somebody may delegate at most.
func (p Policy) delegationDays() int {
	if p.DelegationDays == 0 {
		return MaxDelegationDays
	}
	return min(p.DelegationDays, MaxDelegationDays)
}

func (d Delegation) refuse(code Code, field, why, next string) error {
	r := refuse(code, "Nobody was made delegate.", why, next)
	r.Fields = []FieldProblem{{Field: field, Why: why}}
	return r
}

// chain returns the people of the longest chain that the delegation would be a
// part of, from the first who is away to the last who speaks; a circle ends with
// somebody who stands in it before.
func (d Delegation) chain(kept []Delegation) []PersonID {
	before := longest(d.From, d.Window, kept, func(o Delegation) (PersonID, PersonID) { return o.To, o.From }, []PersonID{d.From})
	after := longest(d.To, d.Window, kept, func(o Delegation) (PersonID, PersonID) { return o.From, o.To }, []PersonID{d.From, d.To})
	slices.Reverse(before)
	whole := slices.Concat(before, after[1:])
	end := len(whole) - 1
	for i := range slices.Backward(whole[:end]) {
		if whole[i] == whole[end] {
			return whole[i:] // a circle, from where it begins
		}
	}
	return whole
}

// circles tells whether a way ends with somebody who stands in it before.
func circles(way []PersonID) bool { return slices.Contains(way[:len(way)-1], way[len(way)-1]) }

// longest follows delegations that are in force at a same instant, and returns
// the longest way; one that circles is worse than any.
func longest(at PersonID, w Window, kept []Delegation, ends func(Delegation) (from, to PersonID), way []PersonID) []PersonID {
	best := way
	if circles(way) {
		return best
	}
	for _, o := range kept {
		from, to := ends(o)
		both := Window{From: latest(w.From, o.Window.From), To: earliest(w.To, o.Until())}
		if from != at || !both.From.Before(both.To) {
			continue
		}
		next := longest(to, both, kept, ends, append(slices.Clone(way), to))
		if circles(next) {
			return next
		}
		if len(next) > len(best) {
			best = next
		}
	}
	return best
}

// names shows a chain of people: "Amara Okafor, then Priya Raman".
func (p *Programme) names(chain []PersonID) string {
	words := make([]string, len(chain))
	for i, id := range chain {
		words[i] = p.NameOf(id)
	}
	return strings.Join(words, ", then ")
}
