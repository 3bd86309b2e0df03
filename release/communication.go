package release

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// CommunicationKind says which letter a line of the plan sends: each kind has a
// template of its own (R44).
type CommunicationKind string

// The kinds of communication.
const (
	FirstNotice       CommunicationKind = "first-notice"
	ImpactNotice      CommunicationKind = "impact-and-downtime"
	KnownIssues       CommunicationKind = "known-issues"
	TestScope         CommunicationKind = "what-to-test"
	ManagementSummary CommunicationKind = "management-summary"
	InstructionsNote  CommunicationKind = "instructions"
	GoDecision        CommunicationKind = "go-decision"
	CompletionNotice  CommunicationKind = "completion"
	RollbackNotice    CommunicationKind = "rollback"
	// CorrectionNotice is added by gonogo itself when what was sent does not hold any
	// more; nobody plans one.
	CorrectionNotice CommunicationKind = "correction"
)

// CommunicationKinds lists the kinds that people plan, in the order of a life.
func CommunicationKinds() []CommunicationKind {
	return []CommunicationKind{
		FirstNotice, ImpactNotice, KnownIssues, TestScope, ManagementSummary, InstructionsNote, GoDecision, CompletionNotice, RollbackNotice,
	}
}

// String returns the kind as people read it: "impact and downtime".
func (k CommunicationKind) String() string {
	if k == GoDecision {
		return "Go decision"
	}
	return strings.ReplaceAll(string(k), "-", " ")
}

// CommunicationRoads lists the roads that a line may take.
func CommunicationRoads() []Road { return []Road{ByMail, ByDirect, ByChannel} }

// Communication is a line of a release's communication plan: who is told what,
// when, and by which road (R44, R107). It can be changed until it is sent.
type Communication struct {
	ID       int64
	Release  int
	Revision int // counts every change; guards against two people at once
	Kind     CommunicationKind
	To       []Addressee
	When     Moment
	Road     Road
	Subject  string // a person's own; empty is the kind's
	Words    string // a person's own words, before everything else
	Confirm  bool   // whether every organisation is asked to confirm it
	Policy   bool   // whether the programme's file planned it, and nobody changed it since
	By       PersonID
	At       time.Time

	// Due is when it is to be sent; zero while nobody can say.
	Due    time.Time
	SentAt time.Time // zero until it is sent
	Late   bool      // sent well after it was due
	// Told is what its readers know, by itself or by a correction.
	Told Told
	// Corrects are the lines whose readers a correction tells; none for any other.
	Corrects  []int64
	DroppedAt time.Time // zero while it stands
	DroppedBy PersonID
	Dropped   string // why it was dropped
}

// Subject lines and words of a person have at most this many characters.
const (
	MaxCommunicationSubject = 120
	MaxCommunicationLines   = 60 // of one release, dropped ones not counted
	maxAddressees           = 40
)

// The names of the fields of a line of the plan, as a FieldProblem carries them.
const (
	FieldCommunication        = "communication-kind"
	FieldCommunicationTo      = "communication-to"
	FieldCommunicationWhen    = "communication-when"
	FieldCommunicationRoad    = "communication-road"
	FieldCommunicationSubject = "communication-subject"
	FieldCommunicationWords   = "communication-words"
)

// Open tells whether the line is still to be sent.
func (c Communication) Open() bool { return c.SentAt.IsZero() && c.DroppedAt.IsZero() }

// Name returns the line as people speak of it: "communication 4".
func (c Communication) Name() string { return "communication " + strconv.FormatInt(c.ID, 10) }

// Ref returns the ledger's name for the line, "communication/4".
func (c Communication) Ref() string { return "communication/" + strconv.FormatInt(c.ID, 10) }

// Normal returns the line in its normal form.
func (c Communication) Normal() Communication {
	c.Subject = strings.Join(strings.Fields(c.Subject), " ")
	c.Words = strings.TrimSpace(strings.ReplaceAll(c.Words, "\r\n", "\n"))
	var to []Addressee
	for _, x := range c.To {
		if x != "" && !slices.Contains(to, x) {
			to = append(to, x)
		}
	}
	c.To = to
	if c.Road == ByChannel { // nobody in particular could confirm it
		c.Confirm = false
	}
	return c
}

// check returns every mistake of a line that a person hands in for a release.
func (c Communication) check(p *Programme, r Release) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	if !slices.Contains(CommunicationKinds(), c.Kind) {
		say(FieldCommunication, "Say what is told: "+list(CommunicationKinds())+".")
	}
	say(FieldCommunicationTo, c.checkTo(p))
	if !c.When.Valid() {
		say(FieldCommunicationWhen, "Say when: "+momentForms+".")
	} else if c.When.passed(r) {
		say(FieldCommunicationWhen, "“"+c.When.String()+"” is over for "+r.Name()+"; choose a later moment.")
	}
	if !slices.Contains(CommunicationRoads(), c.Road) {
		say(FieldCommunicationRoad, "Choose mail, a direct message, or the board's channel.")
	}
	if n := utf8.RuneCountInString(c.Subject); n > 0 {
		say(FieldCommunicationSubject, checkText(c.Subject, MaxCommunicationSubject, "Leave it empty, or write a subject."))
	}
	if c.Words != "" {
		say(FieldCommunicationWords, checkText(c.Words, MaxText, "Leave it empty, or write what is to be said."))
	}
	return problems
}

func (c Communication) checkTo(p *Programme) string {
	switch {
	case c.Road == ByChannel:
		return ""
	case len(c.To) == 0:
		return "Say who is told: " + addresseeForms + "."
	case len(c.To) > maxAddressees:
		return "Name at most " + plural(maxAddressees, "addressee") + "; use a list or a kind of party."
	}
	for _, x := range c.To {
		if why := x.Check(p); why != "" {
			return why
		}
	}
	return ""
}

// Changes lists the fields in which two lines differ, in the order of the form.
func (c Communication) Changes(to Communication, p *Programme) []Change {
	var changes []Change
	add := func(field, before, after string) {
		if before != after {
			changes = append(changes, Change{Field: field, Before: before, After: after})
		}
	}
	add("What", c.Kind.String(), to.Kind.String())
	add("Who", p.Addressees(c.To), p.Addressees(to.To))
	add("When", c.When.String(), to.When.String())
	add("Road", string(c.Road), string(to.Road))
	add("Subject", c.Subject, to.Subject)
	add("Words", c.Words, to.Words)
	add("Confirmation", yesNo(c.Confirm), yesNo(to.Confirm))
	return changes
}

func yesNo(yes bool) string {
	if yes {
		return "asked for"
	}
	return "not asked for"
}

// CommunicationRule is a line that the programme's file plans for every release of
// some types (R107).
type CommunicationRule struct {
	Types   []ReleaseType
	Kind    CommunicationKind
	To      []Addressee
	When    Moment
	Road    Road
	Subject string
	Words   string
	Confirm bool
}

// line returns what the rule plans for a release.
func (c CommunicationRule) line(r Release) Communication {
	return Communication{
		Release: r.Number, Kind: c.Kind, To: c.To, When: c.When, Road: c.Road, Subject: c.Subject, Words: c.Words, Confirm: c.Confirm, Policy: true,
	}.Normal()
}

// CommunicationFilter selects lines of plans; the zero value selects all.
type CommunicationFilter struct {
	Release int
	// Due selects what is to be sent by then.
	Due time.Time
	// Unsent selects what is still to be sent, due or not.
	Unsent bool
}

// Communications keeps the communication plans for ever, dropped lines too, and who
// was told.
type Communications interface {
	Communication(id int64, lock Lock) (Communication, error)
	// FindCommunications returns lines by their id.
	FindCommunications(f CommunicationFilter) ([]Communication, error)
	// AddCommunication keeps a new line, sets its id and Revision 1.
	AddCommunication(c *Communication) error
	// SaveCommunication keeps a changed line: it expects c.Revision to be the kept
	// one, raises it by one, and refuses with CodeStale when it is not.
	SaveCommunication(c *Communication) error
	// AddHearings keeps whom a line was sent to; one who is there is left as they are.
	AddHearings(all []Hearing) error
	// Hearings returns whom the lines of a release were sent to, by line and person,
	// with how each delivery stands.
	Hearings(release int) ([]Hearing, error)
	// Confirm keeps that somebody confirmed a line; false when they had before, or
	// were never told.
	Confirm(communication int64, person PersonID, how ConfirmRoad, at time.Time) (bool, error)
}
