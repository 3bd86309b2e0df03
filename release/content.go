package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The longest texts that are accepted, in runes. They are chosen so that what
// is accepted can be shown whole in Slack and mail.
const (
	MaxTitle      = 120
	MaxText       = 1500
	MaxSentence   = 300
	MaxReference  = 40
	MaxReferences = 20
)

// The names of the content's fields, as a FieldProblem carries them.
const (
	FieldTitle        = "title"
	FieldSystem       = "system"
	FieldRelease      = "release"
	FieldType         = "type"
	FieldEnvironments = "environments"
	FieldKind         = "kind"
	FieldReferences   = "references"
	FieldReason       = "reason"
	FieldImpact       = "impact"
	FieldLikelihood   = "likelihood"
	FieldConsequence  = "consequence"
	FieldRisk         = "risk"
	FieldParties      = "parties"
	FieldFrom         = "from"
	FieldTo           = "to"
	FieldDisruption   = "disruption"
)

// Normal returns the content with blanks trimmed and repeated or empty list
// items dropped, so that what differs only in those has one digest.
func (c RFCContent) Normal() RFCContent {
	c.Title = strings.Join(strings.Fields(c.Title), " ")
	c.Reason, c.Impact = strings.TrimSpace(c.Reason), strings.TrimSpace(c.Impact)
	c.Risk.Sentence = strings.TrimSpace(c.Risk.Sentence)
	c.References = distinct(c.References)
	c.Environments = distinct(c.Environments)
	c.Parties = distinct(c.Parties)
	c.Window.From = c.Window.From.UTC().Truncate(time.Microsecond)
	c.Window.To = c.Window.To.UTC().Truncate(time.Microsecond)
	return c
}

func distinct[S ~string](all []S) []S {
	var kept []S
	for _, x := range all {
		x = S(strings.TrimSpace(string(x)))
		if x != "" && !slices.Contains(kept, x) {
			kept = append(kept, x)
		}
	}
	return kept
}

// Check returns every mistake of the content at once; none means it can be
// raised. Every release has a reason, an impact, a risk assessment (R127), a
// window and a disruption class (R89).
func (c RFCContent) Check(p *Programme, now time.Time) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: field, Why: why})
		}
	}
	say(FieldTitle, checkText(c.Title, MaxTitle, "Give the change a title."))
	say(FieldSystem, c.checkSystem(p))
	say(FieldRelease, c.checkRelease(p))
	if !slices.Contains(ReleaseTypes(), c.Type) {
		say(FieldType, "Choose major, minor, patch or emergency.")
	}
	say(FieldEnvironments, c.checkEnvironments(p))
	if !slices.Contains(RFCKinds(), c.Kind) {
		say(FieldKind, "Choose change request, defect fix or configuration operation.")
	}
	say(FieldReferences, c.checkReferences())
	say(FieldReason, checkText(c.Reason, MaxText, "Say why this change is needed."))
	say(FieldImpact, checkText(c.Impact, MaxText, "Say what changes for the others."))
	if c.Risk.Likelihood < 1 || c.Risk.Likelihood > 5 {
		say(FieldLikelihood, "Choose how likely it is to go wrong, 1 to 5.")
	}
	if c.Risk.Consequence < 1 || c.Risk.Consequence > 5 {
		say(FieldConsequence, "Choose how much that would matter, 1 to 5.")
	}
	say(FieldRisk, checkText(c.Risk.Sentence, MaxSentence, "Explain the risk in a sentence."))
	say(FieldParties, c.checkParties(p))
	say(FieldTo, c.Window.check(now))
	if !slices.Contains(Disruptions(), c.Disruption) {
		say(FieldDisruption, "Choose no disruption, database frozen or server down.")
	}
	return problems
}

func (c RFCContent) checkSystem(p *Programme) string {
	if s, ok := p.System(c.System); !ok || s.Retired {
		return "Choose one of the programme's systems."
	}
	return ""
}

// checkRelease wants a release of the roadmap or one under control; whether the
// latter exists and fits is the Desk's to see.
func (c RFCContent) checkRelease(p *Programme) string {
	if _, ok := c.ReleaseNumber(); ok {
		return ""
	}
	return c.checkRoadmap(p)
}

func (c RFCContent) checkRoadmap(p *Programme) string {
	if c.Release == "" {
		return ""
	}
	planned, ok := p.Planned(c.Release)
	if !ok {
		return "Choose a planned release, or none yet."
	}
	if c.Type != "" && planned.Type != c.Type {
		return fmt.Sprintf("%s is planned as a %s release; choose that type, or none yet.", planned.ID, planned.Type)
	}
	return ""
}

func (c RFCContent) checkEnvironments(p *Programme) string {
	if len(c.Environments) == 0 {
		return "Choose at least one environment."
	}
	for _, id := range c.Environments {
		if e, ok := p.Environment(id); !ok || e.Retired {
			return fmt.Sprintf("“%s” is not an environment of the programme.", Clip(string(id), 40))
		}
	}
	return ""
}

// checkReferences wants a defect's id for every emergency (R18, R95, T27) and
// an id for whatever is not a configuration operation (R82, R80).
func (c RFCContent) checkReferences() string {
	switch {
	case c.Type == Emergency && c.Kind != DefectFix:
		return "An emergency release fixes a blocking defect: choose the kind defect fix and name the defect."
	case c.Type == Emergency && len(c.References) == 0:
		return "An emergency needs the id of the blocking defect it fixes."
	case c.Kind != ConfigurationOperation && len(c.References) == 0:
		return "Name the change requests or defects, separated by commas, for example CR-031, DEF-1187."
	case len(c.References) > MaxReferences:
		return fmt.Sprintf("At most %d ids.", MaxReferences)
	}
	for _, ref := range c.References {
		if utf8.RuneCountInString(ref) > MaxReference || strings.ContainsFunc(ref, notInReference) {
			return fmt.Sprintf("“%s” is not an id: letters, digits and . _ / # - only, at most %d.", Clip(ref, 40), MaxReference)
		}
	}
	return ""
}

func notInReference(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._/#-", r)
}

func (c RFCContent) checkParties(p *Programme) string {
	for _, id := range c.Parties {
		if x, ok := p.Party(id); !ok || x.Retired {
			return fmt.Sprintf("“%s” is not a party of the programme.", Clip(string(id), 40))
		}
	}
	return ""
}

func checkText(text string, most int, missing string) string {
	n := utf8.RuneCountInString(text)
	switch {
	case !utf8.ValidString(text):
		return "This text is not valid UTF-8."
	case strings.ContainsFunc(text, isControl):
		return unshowable
	case !strings.ContainsFunc(text, isVisible):
		return missing
	case n > most:
		return fmt.Sprintf("At most %d characters; this is %d.", most, n)
	}
	return ""
}

const unshowable = "This text has characters that cannot be shown."

// isVisible tells whether a rune leaves ink: a text of blanks and zero-width
// characters alone is no text.
func isVisible(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }

func isControl(r rune) bool {
	bidi := (r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069)
	return bidi || (unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t')
}

// SplitReferences reads ids separated by commas, semicolons, blanks or lines.
func SplitReferences(text string) []string {
	return distinct(strings.FieldsFunc(text, func(r rune) bool {
		return r == ',' || r == ';' || unicode.IsSpace(r)
	}))
}

// Changes lists the fields in which two contents differ, in the order of the form.
func (c RFCContent) Changes(to RFCContent) []Change {
	var changes []Change
	add := func(field, before, after string) {
		if before != after {
			changes = append(changes, Change{Field: field, Before: before, After: after})
		}
	}
	add("Title", c.Title, to.Title)
	add("System", string(c.System), string(to.System))
	add("Release", c.Release, to.Release)
	add("Type", string(c.Type), string(to.Type))
	add("Environments", list(c.Environments), list(to.Environments))
	add("Kind", c.Kind.String(), to.Kind.String())
	add("References", list(c.References), list(to.References))
	add("Reason", c.Reason, to.Reason)
	add("Impact", c.Impact, to.Impact)
	add("Likelihood", strconv.Itoa(c.Risk.Likelihood), strconv.Itoa(to.Risk.Likelihood))
	add("Consequence", strconv.Itoa(c.Risk.Consequence), strconv.Itoa(to.Risk.Consequence))
	add("Risk", c.Risk.Sentence, to.Risk.Sentence)
	add("Parties", list(c.Parties), list(to.Parties))
	before, after := both(c.Window, to.Window)
	add("Window", before, after)
	add("Disruption", c.Disruption.String(), to.Disruption.String())
	return changes
}

func list[S ~string](all []S) string {
	words := make([]string, len(all))
	for i, x := range all {
		words[i] = string(x)
	}
	return strings.Join(words, ", ")
}
