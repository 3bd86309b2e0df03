package release

import (
	"regexp"
	"slices"
	"strings"
)

// several parts the people of a step that has more than one.
var several = regexp.MustCompile(`(?i)\s*[,;/&+]\s*|\s+and\s+`)

// Who returns the active people behind a step's "who", as the author of a note
// wrote it: people by id, mail or full name; and roles, "Deployment Team", which are
// the provider's, or the programme's where the provider has none. A party's name
// beside a role names its people: "DCC DevOps", "DevOps of DCC". Several may be
// named. What nobody stands for is nobody.
func (p *Programme) Who(text string, r Release) []Person {
	if found := p.who(text, r); len(found) > 0 {
		return found
	}
	var all []Person
	for _, part := range several.Split(text, -1) {
		for _, x := range p.who(part, r) {
			if !slices.ContainsFunc(all, func(o Person) bool { return o.ID == x.ID }) {
				all = append(all, x)
			}
		}
	}
	return all
}

func (p *Programme) who(text string, r Release) []Person {
	word := strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(text), "@")), " ")
	if x, ok := find(p.People, func(x Person) bool {
		return !x.Retired && (strings.EqualFold(string(x.ID), word) || strings.EqualFold(x.Mail, word) || strings.EqualFold(x.Name, word))
	}); ok && word != "" {
		return []Person{x}
	}
	for _, role := range Roles() {
		party, ok := besides(word, role)
		if !ok {
			continue
		}
		if party == "" {
			if own := p.Holders(role, r.Provider(p)); len(own) > 0 {
				return own
			}
			return p.HoldersAmong(role, ProgrammeParty)
		}
		of, ok := find(p.Parties, func(x Party) bool { return strings.EqualFold(x.Name, party) || strings.EqualFold(string(x.ID), party) })
		if ok {
			return p.Holders(role, of.ID)
		}
	}
	return nil
}

// besides returns what a text says beside a role's name or key: the party before
// or behind it, or nothing. It is false when the text does not name the role.
func besides(text string, role Role) (string, bool) {
	for _, name := range []string{role.String(), role.String() + "s", string(role)} {
		if strings.EqualFold(text, name) {
			return "", true
		}
		lower, part := strings.ToLower(text), strings.ToLower(name)
		if before, ok := strings.CutSuffix(lower, " "+part); ok {
			return before, true
		}
		if behind, ok := strings.CutPrefix(lower, part+" "); ok {
			behind = strings.Trim(strings.TrimPrefix(behind, "of "), "() ")
			return behind, true
		}
	}
	return "", false
}

// MayRunStep tells whether a person may press a step's buttons: whoever the step
// names, and whoever may carry out the deployment (R117); a rehearsal also whoever
// plans the release.
func (p *Programme) MayRunStep(x Person, r Release, run Rollout, s Step) bool {
	named := slices.ContainsFunc(p.Who(s.Who, r), func(o Person) bool { return o.ID == x.ID })
	return named || p.MayDeploy(x, r, run.Mode)
}

// MayDeploy tells whether a person may start a run and press the buttons of every
// step: whoever is responsible or accountable for carrying out the rollout plan
// (R117), and whoever plans the release where it is only practised.
func (p *Programme) MayDeploy(x Person, r Release, mode RolloutMode) bool {
	m, _ := NextMove(Informing)
	return p.MayMove(x, r, m) || mode.Rehearses() && p.MayPlan(x, r)
}

// MayGoBack tells whether a person may decide for the way back and report it: who
// is responsible or accountable for rollbacks (R121), and the escalation point.
func (p *Programme) MayGoBack(x Person, r Release, run Rollout) bool {
	m, _ := find(Lifecycle(), func(m Move) bool { return m.Back })
	return p.MayMove(x, r, m) || p.MayGoOn(x, run) || run.Mode.Rehearses() && p.MayDeploy(x, r, run.Mode)
}

// MayGoOn tells whether a person may decide to go on although the point of no
// return has passed: who is accountable for rollbacks, and the escalation point (M7).
func (p *Programme) MayGoOn(x Person, run Rollout) bool {
	return slices.ContainsFunc(p.Deciders(run), func(o Person) bool { return o.ID == x.ID })
}

// Deciders returns who is asked at the point of no return: the accountable for
// rollbacks (R121), and the escalation point.
func (p *Programme) Deciders(run Rollout) []Person {
	all := p.Accountable(Rollback)
	for _, x := range p.EscalationPoint(run.Environments) {
		if !slices.ContainsFunc(all, func(o Person) bool { return o.ID == x.ID }) {
			all = append(all, x)
		}
	}
	return all
}

// MaySign tells whether a person may sign a deployment off: who is responsible or
// accountable for its verification (R119). Of a major, nobody signs off alone what
// they alone carried out (R36, T25).
func (p *Programme) MaySign(x Person, r Release, run Rollout) bool {
	m, _ := NextMove(Deploying)
	m.By = Verification
	return p.MayMove(x, r, m) && !run.alone(x.ID)
}

// alone tells whether one person finished every step of a major's deployment.
func (r Rollout) alone(id PersonID) bool {
	return r.Type == Major && !slices.ContainsFunc(r.Steps, func(s StepRun) bool { return s.Result == StepDone && s.By != id })
}
