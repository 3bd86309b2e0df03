package release

import (
	"slices"
	"time"
)

// The stable keys of the programme file.
type (
	// PartyID names a party.
	PartyID string
	// SystemID names a system.
	SystemID string
	// EnvironmentID names an environment.
	EnvironmentID string
)

// PartyKind says what a party does in the programme (R8 to R10).
type PartyKind string

// The kinds of party.
const (
	// ProgrammeParty runs the programme: the system integrator, the SRO function.
	ProgrammeParty PartyKind = "programme"
	// CoreProvider implements releases: it is governed by this approach (R8).
	CoreProvider PartyKind = "core-provider"
	// Participant only tests against them (R9, R10).
	Participant PartyKind = "participant"
)

// Party is an organisation of the programme.
type Party struct {
	ID    PartyID
	Name  string
	Kind  PartyKind
	Group string // "Supplier", "(I)DNO", …: the stakeholder group (R9)
	// Calendar is the id of the calendar by which the party works; empty is the
	// programme's (T15).
	Calendar string
	Retired  bool
}

// System is something a party releases; versions count per system (R24).
type System struct {
	ID    SystemID
	Name  string
	Party PartyID
	// Repository is where its builds can be made again from (R73); empty is not told.
	Repository string
	Retired    bool
}

// Environment is a shared test environment (R25); parties may share one (R26).
type Environment struct {
	ID      EnvironmentID
	Name    string
	Purpose string
	// Parties share the environment; none named means all of them (R26).
	Parties []PartyID
	// After are the environments that come before it on the promotion path (R28).
	After   []Predecessor
	Retired bool
}

// Phase is a test phase and the environment it runs in. An exclusive phase
// needs its environment for itself (R27).
type Phase struct {
	Name        string
	Environment EnvironmentID
	Exclusive   bool
}

// PlannedRelease is a line of the roadmap (R30): a potential major release.
type PlannedRelease struct {
	ID        string // "R1"
	Type      ReleaseType
	Date      string // YYYY-MM-DD in the programme's zone
	Rationale string
}

// Schedule is a line of the cron table: a report and when it is due in the
// programme's zone.
type Schedule struct {
	Report string
	Cron   string
	Busy   BusyRule `json:",omitzero"` // when it comes more often
}

// DistributionList is a stakeholder group that is mailed together (R150).
type DistributionList struct {
	ID     string
	Name   string
	People []PersonID
}

// Places are the Slack places of the programme, by id: names differ per
// workspace and change (T31).
type Places struct {
	Team string
	RCB  string
}

// Programme is the registry and the policy: everything that the programme file
// says. It is one versioned value; a version is never changed once applied, so
// that a decision can always be read against the policy it was taken under (M20).
type Programme struct {
	Version      int
	Name         string
	Short        string // prefix of mail subjects, "MHHS"
	Zone         string // IANA name
	Calendar     string
	Calendars    []Calendar // day by day, the one that Calendar names among them (M20)
	Holidays     []string   // YYYY-MM-DD, besides the calendars'
	Slack        Places
	Parties      []Party
	People       []Person
	Systems      []System
	Environments []Environment
	Phases       []Phase
	Roadmap      []PlannedRelease
	Policy       Policy
	RACI         RACI
	Schedules    []Schedule
	Lists        []DistributionList
	Meetings     []MeetingRule
	// Operations are how the programme does backups, exports, data loads, refreshes
	// and rollbacks of its environments (R146).
	Operations []OperationPractice `json:",omitempty"`
	// Communications are the lines that a release's communication plan begins with (R107).
	Communications []CommunicationRule `json:",omitempty"`
}

// Location returns the programme's zone; a zone that cannot be loaded is UTC,
// which the programme check refuses beforehand.
func (p *Programme) Location() *time.Location {
	loc, err := time.LoadLocation(p.Zone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// Person returns the person with that id, retired or not.
func (p *Programme) Person(id PersonID) (Person, bool) {
	return find(p.People, func(x Person) bool { return x.ID == id })
}

// PersonBySlack returns the active person behind a Slack account (T31).
func (p *Programme) PersonBySlack(id SlackID) (Person, bool) {
	return find(p.People, func(x Person) bool { return !x.Retired && slices.Contains(x.Slack, id) })
}

// Party returns the party with that id, retired or not.
func (p *Programme) Party(id PartyID) (Party, bool) {
	return find(p.Parties, func(x Party) bool { return x.ID == id })
}

// System returns the system with that id, retired or not.
func (p *Programme) System(id SystemID) (System, bool) {
	return find(p.Systems, func(x System) bool { return x.ID == id })
}

// Environment returns the environment with that id, retired or not.
func (p *Programme) Environment(id EnvironmentID) (Environment, bool) {
	return find(p.Environments, func(x Environment) bool { return x.ID == id })
}

// Planned returns the roadmap's release with that id.
func (p *Programme) Planned(id string) (PlannedRelease, bool) {
	return find(p.Roadmap, func(x PlannedRelease) bool { return x.ID == id })
}

// Holders returns the active people who fulfil a role for a party, in the
// order of the file.
func (p *Programme) Holders(role Role, party PartyID) []Person {
	var holders []Person
	for _, x := range p.People {
		if !x.Retired && x.Holds(role, party) {
			holders = append(holders, x)
		}
	}
	return holders
}

// PartiesOf returns the active parties of a kind, in the order of the file.
func (p *Programme) PartiesOf(kind PartyKind) []Party {
	var parties []Party
	for _, x := range p.Parties {
		if !x.Retired && x.Kind == kind {
			parties = append(parties, x)
		}
	}
	return parties
}

// HoldersAmong returns the active people who fulfil a role for any party of a
// kind, in the order of the file and each once.
func (p *Programme) HoldersAmong(role Role, kind PartyKind) []Person {
	var holders []Person
	for _, x := range p.People {
		if x.Retired {
			continue
		}
		for _, h := range x.Roles {
			party, ok := p.Party(h.Party)
			if ok && h.Role == role && party.Kind == kind {
				holders = append(holders, x)
				break
			}
		}
	}
	return holders
}

// NameOf returns the name of a person, or the id of somebody unknown; the
// clockwork is "the deadline".
func (p *Programme) NameOf(id PersonID) string {
	if id == Clockwork {
		return "the deadline"
	}
	if x, ok := p.Person(id); ok {
		return x.Name
	}
	return string(id)
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}
