package release

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Evidence shows that a check of a release is met: a link to what proves it, a
// digest, or a waiver by name, with a reason and an end. A bare tick is not
// evidence (T28, DESIGN rule 2). It is append-only: what is taken away stays
// in the record.
type Evidence struct {
	ID      int64
	Release int
	Check   Check
	Waiver  bool
	Ref     string // the link or digest; empty for a waiver
	Note    string // what it shows; the reason of a waiver
	Build   int64  // the build it speaks of, for the package's approval
	By      PersonID
	At      time.Time
	// Until is the end of a waiver; from then on the check is unmet again.
	Until    time.Time
	TakenAt  time.Time // zero while it stands
	TakenBy  PersonID
	TakenWhy string
}

// Stands tells whether the evidence counts at an instant.
func (e Evidence) Stands(now time.Time) bool {
	return e.TakenAt.IsZero() && (!e.Waiver || now.Before(e.Until))
}

// The names of the evidence's fields, as a FieldProblem carries them.
const (
	FieldRef          = "ref"
	FieldEvidenceNote = "evidence-note"
	FieldUntil        = "until"
)

// MaxRef is the longest link that is accepted, MaxWaiver how long a waiver may last.
const (
	MaxRef    = 500
	MaxWaiver = 90 * 24 * time.Hour
)

var digestForm = regexp.MustCompile(`^(sha256:)?[0-9a-f]{64}$`)

// check returns every mistake of evidence that is handed in.
func (e Evidence) check(now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	if e.Waiver {
		say(FieldEvidenceNote, checkText(e.Note, MaxText, "A waiver needs its reason in writing."))
		switch {
		case !e.Until.After(now):
			say(FieldUntil, "A waiver needs an end in the future.")
		case e.Until.After(now.Add(MaxWaiver)):
			say(FieldUntil, "A waiver may last 90 days at most.")
		}
		return problems
	}
	say(FieldRef, checkRef(e.Ref))
	if e.Note != "" {
		say(FieldEvidenceNote, checkText(e.Note, MaxText, ""))
	}
	return problems
}

func checkRef(ref string) string {
	if why := checkText(ref, MaxRef, "Give the link to what shows it: a document, a report, a ticket."); why != "" {
		return why
	}
	if digestForm.MatchString(ref) {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") || strings.ContainsAny(ref, " <>|\n\t") || u.User != nil {
		return "This is neither a link (https://…) nor a SHA-256 digest."
	}
	return ""
}

// standing returns the newest evidence that counts for a check.
func standing(all []Evidence, check Check, now time.Time) (Evidence, bool) {
	for _, e := range slices.Backward(all) {
		if e.Check == check && e.Stands(now) {
			return e, true
		}
	}
	return Evidence{}, false
}

// Responsible returns the active people who may show a point met for a release:
// the holders of its role for the programme or for the provider, else whoever
// leads the development, else the escalation point (R46 to R55, T6).
func (p *Programme) Responsible(point Point, r Release) []Person {
	holders := func(role Role) []Person {
		if point.OfProvider {
			return p.Holders(role, r.Provider(p))
		}
		return p.HoldersAmong(role, ProgrammeParty)
	}
	for _, role := range []Role{point.Responsible, DevelopmentManager, DevelopmentTeamLead} {
		if people := holders(role); len(people) > 0 {
			return people
		}
	}
	return p.EscalationPoint(r.Content.Environments())
}

// MayWaive tells whether a person may waive a point of a release: whoever holds a
// role for the programme that the policy names for it, where it names none is
// accountable for RFC approval, or sits at the escalation point, but never for
// what they answer for themselves (T25, T28).
func (p *Programme) MayWaive(x Person, point Point, r Release) bool {
	own := slices.ContainsFunc(p.Responsible(point, r), func(o Person) bool { return o.ID == x.ID })
	escalation := p.EscalationPoint(r.Content.Environments())
	senior := p.waives(x, r.Content.Type) || slices.ContainsFunc(escalation, func(o Person) bool { return o.ID == x.ID })
	return !x.Retired && point.Waivable && senior && !own && x.ID != r.CreatedBy
}
