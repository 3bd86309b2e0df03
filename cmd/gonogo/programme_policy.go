package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// phaseEscalationFile names who takes over in a test phase.
type phaseEscalationFile struct {
	Phase   string            `yaml:"phase" jsonschema:"maxLength=60" jsonschema_description:"The name of the phase."`
	Parties []release.PartyID `yaml:"parties" jsonschema:"minItems=1" jsonschema_description:"The ids of the parties that take over, in the order in which they are asked."`
	Role    release.Role      `yaml:"role" jsonschema_description:"Whoever fulfils this role for one of them."`
}

type (
	percentText     string // 60%
	daysText        string // 30 days
	workingDaysText string // 5 working days
	busyText        string // 4 windows within 5 working days
)

func (f busyFile) rule() release.BusyRule {
	windows, days, _ := strings.Cut(string(f.When), " within ")
	return release.BusyRule{Windows: number(windows), Days: number(days), Cron: f.Cron}
}

// percent returns the number; nothing is 0.
func (p percentText) percent() int { return number(strings.TrimSuffix(string(p), "%")) }

func (d daysText) days() int { return number(string(d)) }

func (d workingDaysText) days() int { return number(string(d)) }

// number reads the number that a text of a known form begins with.
func number(text string) int {
	first, _, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(first)
	if err != nil {
		return 0
	}
	return n
}

func (f typePolicyFile) rules() release.TypePolicy {
	return release.TypePolicy{
		Programme: f.Programme.ballot(), Approval: f.Approval.ballot(), Deployment: f.Deployment.ballot(), Closure: f.Closure.ballot(),
		LeadTimes: leadTimes(f.LeadTimes), Meetings: f.Meetings, Waivers: f.Waivers, RetrospectiveDays: f.Retrospective.days(),
		SupportDays: f.Support.days(), StepUp: f.StepUp,
	}
}

// checkEscalation holds that somebody takes over in every phase that names
// parties of its own (R111).
func (c *checker) checkEscalation() {
	policy := c.file.Policy
	if role := policy.Escalation; role != "" && !c.fulfilled(role) {
		c.sayf("policy.escalation", "nobody fulfils “%s”; give somebody this role, or choose another", string(role))
	}
	phases := each(c.file.Phases, func(p phaseFile) string { return p.Name })
	for i, x := range policy.PhaseEscalation {
		at := fmt.Sprintf("policy.escalation-phases[%d]", i)
		if !slices.Contains(phases, x.Phase) {
			c.sayf(at+".phase", "“%s” is not the name of a phase; %s", plain(x.Phase, 40), orMean(x.Phase, phases))
		}
		same := func(o phaseEscalationFile) bool { return o.Phase == x.Phase }
		if first := slices.IndexFunc(policy.PhaseEscalation, same); first < i && x.Phase != "" {
			c.sayf(at+".phase", "“%s” is listed before, as escalation-phases[%d]; keep one", plain(x.Phase, 40), first)
		}
		for j, party := range x.Parties {
			where := fmt.Sprintf("%s.parties[%d]", at, j)
			refer(c, where, "a party", party, c.partyIDs())
			if x.Role != "" && slices.Contains(c.partyIDs(), party) && !c.faulty("people") && !c.fulfilled(x.Role, party) {
				c.sayf(where, "nobody fulfils “%s” for “%s”; give somebody this role, or take the party out", string(x.Role), string(party))
			}
		}
	}
	if limit := policy.DelegationLimit; limit != "" && (limit.days() == 0 || limit.days() > release.MaxDelegationDays) {
		c.sayf("policy.delegation-limit", "“%s” is not between 1 and %d days; write a number in between", string(limit), release.MaxDelegationDays)
	}
}

// checkType checks what a release type has besides its two votes.
func (c *checker) checkType(path string, t release.ReleaseType, rules typePolicyFile) {
	switch has := c.has(path + ".programme"); {
	case t == release.Major && !has:
		c.sayf(path, "has no programme gate, which majors need; write its vote under the key programme")
	case t != release.Major && has:
		c.sayf(path+".programme", "only majors pass a programme gate; take it out")
	}
	if rules.Retrospective != "" && t != release.Emergency {
		c.sayf(path+".retrospective", "only emergencies are looked back on by a set day; take it out")
	}
	c.checkRequired(path+".meetings", rules.Meetings)
	c.checkWaivers(path+".waivers", rules.Waivers)
}

// checkRequired checks the meetings that a release must have had (R61 to R63).
func (c *checker) checkRequired(path string, kinds []release.MeetingKind) {
	for i, kind := range kinds {
		at := fmt.Sprintf("%s[%d]", path, i)
		if first := slices.Index(kinds, kind); first < i {
			c.sayf(at, "“%s” is listed before, as meetings[%d]; keep one", string(kind), first)
		}
		if kind != "" && !kind.OfRelease() {
			c.sayf(at, "“%s” is not about one release; write kick-off, plan-review or go-no-go", string(kind))
		}
	}
}

// checkWaivers holds that somebody of the programme may waive (T28).
func (c *checker) checkWaivers(path string, roles []release.Role) {
	var programme []release.PartyID
	for _, p := range c.file.Parties {
		if p.Kind == release.ProgrammeParty {
			programme = append(programme, p.ID)
		}
	}
	for i, role := range roles {
		at := fmt.Sprintf("%s[%d]", path, i)
		if first := slices.Index(roles, role); first < i {
			c.sayf(at, "“%s” is listed before, as waivers[%d]; keep one", string(role), first)
		}
		if role != "" && !c.faulty("parties", "people") && !c.fulfilled(role, programme...) {
			c.sayf(at, "nobody fulfils “%s” for a party that runs the programme; give somebody this role, or take it out", string(role))
		}
	}
}
