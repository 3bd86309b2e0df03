package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// OperationKind says what is done to the configuration of an environment (R45,
// R146).
type OperationKind string

// The kinds of operation.
const (
	DataLoad OperationKind = "business-data-load"
	Export   OperationKind = "export"
	Backup   OperationKind = "backup"
	Refresh  OperationKind = "refresh"
	// Restore takes an environment back to what a backup holds; the rollback of a
	// release is the release's own.
	Restore OperationKind = "rollback"
)

// OperationKinds lists the kinds in the order in which they are offered.
func OperationKinds() []OperationKind {
	return []OperationKind{Backup, Export, DataLoad, Refresh, Restore}
}

// String returns the kind as people write it.
func (k OperationKind) String() string { return strings.ReplaceAll(string(k), "-", " ") }

// Replaces tells whether an operation of this kind can leave other versions
// behind than it found.
func (k OperationKind) Replaces() bool { return k == Refresh || k == Restore }

// reads tells whether an operation of this kind changes nothing in its environment.
func (k OperationKind) reads() bool { return k == Export || k == Backup }

// OperationRoute says how an operation comes to be done.
type OperationRoute string

// The routes (R45).
const (
	// RouteNotice tells everybody impacted; nobody votes.
	RouteNotice OperationRoute = "fyi"
	// RouteUnlessOutage does so, but goes through the release process when the
	// operation needs an outage.
	RouteUnlessOutage OperationRoute = "fyi-without-outage"
	// RouteRelease always takes an RFC, its approval and its Go/No-Go.
	RouteRelease OperationRoute = "release-process"
)

// OperationRoutes lists the routes from the lightest.
func OperationRoutes() []OperationRoute {
	return []OperationRoute{RouteNotice, RouteUnlessOutage, RouteRelease}
}

// DefaultRoute is the route of a kind where the policy names none: exports and
// backups are told unless they need an outage, refreshes and rollbacks follow the
// release process. The sources leave the data load open, so it takes the stricter
// way (R45).
func DefaultRoute(k OperationKind) OperationRoute {
	if k.reads() {
		return RouteUnlessOutage
	}
	return RouteRelease
}

// MayRoute tells whether a programme may choose a route for a kind: what R45
// rules is not made lighter, what it leaves open is.
func MayRoute(k OperationKind, r OperationRoute) bool {
	strictness := func(x OperationRoute) int { return slices.Index(OperationRoutes(), x) }
	return strictness(r) >= 0 && (k == DataLoad || strictness(r) >= strictness(DefaultRoute(k)))
}

// RouteOf returns how an operation comes to be done: true for the release process.
func (p Policy) RouteOf(k OperationKind, outage bool) (governed bool) {
	route, ok := p.Operations[k]
	if !ok {
		route = DefaultRoute(k)
	}
	return route != RouteNotice && (outage || route != RouteUnlessOutage)
}

// OperationPractice is how a programme does operations of a kind: the topics that
// configuration management must hold (R146).
type OperationPractice struct {
	ID           string
	Kind         OperationKind
	System       SystemID        // empty: every system
	Environments []EnvironmentID // none: every environment
	Process      string          // in words
	Link         string          // to where the process is written down
	Mechanism    string
	Timing       string // when or how often
	Owner        Role
}

// Fits tells whether the practice is for an operation.
func (x OperationPractice) Fits(k OperationKind, e EnvironmentID, systems []SystemID) bool {
	return x.Kind == k && (len(x.Environments) == 0 || slices.Contains(x.Environments, e)) && (x.System == "" || slices.Contains(systems, x.System))
}

// OperationContent is what is to be done and when.
type OperationContent struct {
	Kind        OperationKind `json:"kind"`
	Environment EnvironmentID `json:"environment"`
	Systems     []SystemID    `json:"systems"`
	Process     string        `json:"process"`
	Mechanism   string        `json:"mechanism"`
	Window      Window        `json:"window"`
	Outage      bool          `json:"outage"`
	Disruption  Disruption    `json:"disruption"`
	Contact     PersonID      `json:"contact"` // whom to ask about it
}

// Title says in a few words what is done where: "Backup of Helix in SIT A".
func (c OperationContent) Title(p *Programme) string {
	names := make([]string, len(c.Systems))
	for i, id := range c.Systems {
		s, _ := p.System(id)
		names[i] = s.Name
	}
	what := joined(names)
	if len(names) > 2 {
		what = fmt.Sprintf("%d systems", len(names))
	}
	e, _ := p.Environment(c.Environment)
	kind := c.Kind.String()
	return strings.ToUpper(kind[:1]) + kind[1:] + " of " + what + " in " + e.Name
}

// quiet tells whether the operation changes nothing and stops nothing, so that a
// freeze need not stop it.
func (c OperationContent) quiet() bool { return c.Kind.reads() && !c.Outage }

// OperationState is where an operation stands.
type OperationState string

// The states of an operation.
const (
	OperationPlanned   OperationState = "planned" // told, or waiting for the Go of its RFC
	OperationRunning   OperationState = "running"
	OperationDone      OperationState = "done"
	OperationFailed    OperationState = "failed"
	OperationCancelled OperationState = "cancelled"
)

// Operation is something done to the configuration of an environment beside
// releases: a backup, an export, a data load, a refresh, a rollback (R45, R146).
type Operation struct {
	ID      int64
	Content OperationContent
	// RFC is the number of the RFC that governs it; 0 for one that is only told.
	RFC   int
	State OperationState
	By    PersonID
	At    time.Time

	StartedAt time.Time // zero until it is started
	StartedBy PersonID
	EndedAt   time.Time // zero until it is over
	EndedBy   PersonID
	// Words are the result, what failed, or why it was cancelled.
	Words string
	// Versions are what the operation left in the environment, where it replaces
	// versions; a zero version was taken out.
	Versions []BaselineVersion
}

// Subject returns the ledger's and the card's name for the operation, "operation/3".
func (o Operation) Subject() string { return fmt.Sprintf("operation/%d", o.ID) }

// Name returns the operation as people speak of it, "operation 3".
func (o Operation) Name() string { return fmt.Sprintf("operation %d", o.ID) }

// Over tells whether nothing is left to be done about it. One that failed under
// an RFC may be tried again after another Go.
func (o Operation) Over() bool {
	return o.State == OperationDone || o.State == OperationCancelled || (o.State == OperationFailed && o.RFC == 0)
}

// Overran returns by how much the operation went beyond a window; 0 where it did not.
func (o Operation) Overran(w Window, now time.Time) time.Duration {
	end := o.EndedAt
	if end.IsZero() {
		end = now
	}
	if o.StartedAt.IsZero() || !end.After(w.To) {
		return 0
	}
	return end.Sub(w.To)
}

// The names of an operation's fields. None but the environment is called as in an
// RFC's content: in Slack the form of one follows the other in the same window,
// where fields of one name keep what was typed.
const (
	FieldOperation = "operation" // the kind
	FieldSystems   = "systems"
	FieldBegins    = "begins"
	FieldEnds      = "ends"
	FieldInterrupt = "interruption" // the service disruption
	FieldProcess   = "process"
	FieldMechanism = "mechanism"
	FieldOutage    = "outage"
	FieldContact   = "contact"
	FieldVersions  = "versions"
	FieldResult    = "result"
)

// Normal returns the content with blanks trimmed and repeated systems dropped.
func (c OperationContent) Normal() OperationContent {
	c.Systems = distinct(c.Systems)
	c.Process, c.Mechanism = strings.TrimSpace(c.Process), strings.TrimSpace(c.Mechanism)
	c.Window.From, c.Window.To = c.Window.From.UTC().Truncate(time.Microsecond), c.Window.To.UTC().Truncate(time.Microsecond)
	return c
}

// Check returns every mistake of the content at once.
func (c OperationContent) Check(p *Programme, now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	if !slices.Contains(OperationKinds(), c.Kind) {
		say(FieldOperation, "Choose backup, export, business data load, refresh or rollback.")
	}
	e, ok := p.Environment(c.Environment)
	if !ok || e.Retired {
		say(FieldEnvironment, "Choose one of the programme's environments.")
	}
	say(FieldSystems, c.checkSystems(p, e))
	say(FieldProcess, checkText(c.Process, MaxText, "Say how it is done, step by step or by a link (R146)."))
	say(FieldMechanism, checkText(c.Mechanism, MaxSentence, "Say by what it is done: a script, a tool, a supplier's service."))
	say(FieldEnds, c.Window.check(now))
	switch {
	case !slices.Contains(Disruptions(), c.Disruption):
		say(FieldInterrupt, "Choose no disruption, database frozen or server down.")
	case c.Outage && c.Disruption == NoDisruption:
		say(FieldInterrupt, "An outage disrupts something: choose database frozen or server down.")
	case !c.Outage && c.Disruption != NoDisruption:
		say(FieldOutage, "With “"+c.Disruption.String()+"” it needs an outage: say yes, or choose no disruption.")
	}
	if x, ok := p.Person(c.Contact); !ok || x.Retired {
		say(FieldContact, "Choose somebody of the programme to be asked about it.")
	}
	return problems
}

// MaxOperationSystems is the most systems of one operation.
const MaxOperationSystems = 20

func (c OperationContent) checkSystems(p *Programme, e Environment) string {
	switch {
	case len(c.Systems) == 0:
		return "Choose at least one system."
	case len(c.Systems) > MaxOperationSystems:
		return fmt.Sprintf("At most %d systems; split it in two.", MaxOperationSystems)
	}
	for _, id := range c.Systems {
		s, ok := p.System(id)
		switch {
		case !ok || s.Retired:
			return "Choose the programme's systems only."
		case e.ID != "" && !e.SharedBy(s.Party):
			return s.Name + " is not in " + e.Name + "."
		}
	}
	return ""
}
