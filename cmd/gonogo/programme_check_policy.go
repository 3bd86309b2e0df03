package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

func (c *checker) checkSchedules() {
	unique(c, "schedules", "report", func(s scheduleFile) string { return string(s.Report) }, c.file.Schedules)
	for i, s := range c.file.Schedules {
		if why := c.refuseSchedule(s.Cron); why != "" {
			c.sayf(fmt.Sprintf("schedules[%d].cron", i), "“%s” %s", plain(s.Cron, 40), why)
		}
		c.checkBusy(fmt.Sprintf("schedules[%d].busy", i), s)
	}
}

// checkBusy holds what makes a report come more often to a time that comes, and to
// the one report that says why it does.
func (c *checker) checkBusy(path string, s scheduleFile) {
	if s.Busy == (busyFile{}) {
		return
	}
	if s.Report != reports.ReportReadiness {
		c.sayf(path, "stands at a report that comes at its own times only; take it out, or write it at %s", reports.ReportReadiness)
	}
	if why := c.refuseSchedule(s.Busy.Cron); why != "" {
		c.sayf(path+".cron", "“%s” %s", plain(s.Busy.Cron, 40), why)
	}
}

// refuseSchedule tells why a line cannot be a schedule: a cron expression, or days
// counted back from a meeting that the programme has.
func (c *checker) refuseSchedule(text string) string {
	if !reports.IsDaysAhead(text) {
		return refuseCron(text)
	}
	p := &release.Programme{Zone: c.file.Zone, Meetings: each(c.file.Meetings, meetingFile.rule)}
	if _, err := reports.TimetableOf(text, p); err != nil {
		return "cannot be read: " + errors.Unwrap(err).Error()
	}
	return ""
}

// refuseCron tells why a cron expression cannot be a schedule. What it asks for
// must be one thing and come at all: a day of the month with a day of the week
// means either of them to cron, which nobody expects (T16).
func refuseCron(text string) string {
	const example = "write minute, hour, day, month and weekday, such as 0 9 * * MON"
	if strings.Contains(text, "@") || strings.Contains(text, "=") {
		return "is more than a time; " + example
	}
	schedule, err := cron.ParseStandard(text)
	if err != nil {
		return "is not a cron expression; " + example
	}
	fields := strings.Fields(text)
	if fields[2] != "*" && fields[2] != "?" && fields[4] != "*" && fields[4] != "?" {
		return "names a day of the month and a day of the week, which cron reads as either of them; name one"
	}
	if schedule.Next(time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return "never comes; choose a day that exists"
	}
	return ""
}

// checkRACI holds every row to one accountable column and somebody who does
// the work.
func (c *checker) checkRACI() {
	for _, activity := range release.Activities() {
		row, path := c.file.RACI[activity], "raci."+string(activity)
		accountable, responsible := 0, 0
		for _, column := range release.Columns() {
			letters := row[column]
			if letters.Has("A") {
				accountable++
			}
			if letters.Has("R") {
				responsible++
			}
			each := strings.Split(string(letters), ",")
			slices.Sort(each)
			if len(slices.Compact(each)) != strings.Count(string(letters), ",")+1 {
				c.sayf(path+"."+string(column), "“%s” says a letter twice; keep one", letters)
			}
		}
		if c.faulty(path) {
			continue
		}
		if accountable != 1 {
			c.sayf(path, "has %d columns that are accountable; give the letter A to exactly one", accountable)
		}
		if responsible == 0 {
			c.sayf(path, "has no column that is responsible; give somebody the letter R")
		}
	}
}

// faulty tells whether anything at or below one of the paths is a mistake.
func (c *checker) faulty(paths ...string) bool {
	return slices.ContainsFunc(c.mistakes, func(m Mistake) bool {
		return m.Path == "" || slices.ContainsFunc(paths, func(path string) bool {
			rest, below := strings.CutPrefix(m.Path, path)
			return below && (rest == "" || rest[0] == '.' || rest[0] == '[')
		})
	})
}

func (c *checker) checkPolicy() {
	policy := c.file.Policy
	for i, role := range policy.Raisers {
		at := fmt.Sprintf("policy.raisers[%d]", i)
		if first := slices.Index(policy.Raisers, role); first < i {
			c.sayf(at, "“%s” is listed before, as raisers[%d]; keep one", string(role), first)
		}
	}
	c.checkEscalation()
	for _, t := range release.ReleaseTypes() {
		path := "policy.types." + string(t)
		if !c.has(path) {
			continue
		}
		c.checkType(path, t, policy.Types[t])
		c.checkBallot(path+".programme", t, policy.Types[t].Programme)
		c.checkBallot(path+".approval", t, policy.Types[t].Approval)
		c.checkBallot(path+".deployment", t, policy.Types[t].Deployment)
		c.checkBallot(path+".closure", t, policy.Types[t].Closure)
		c.checkLeadTimes(path+".lead-times", policy.Types[t].LeadTimes)
	}
}

func (c *checker) checkBallot(path string, t release.ReleaseType, b ballotPolicyFile) {
	if !c.has(path) {
		return
	}
	if t == release.Major && b.Override {
		c.sayf(path+".override", "nobody overrides a No-Go on a major release; take it out")
	}
	deadline, minimum := b.Deadline.duration(), b.MinimumOpen.duration()
	switch {
	case b.Deadline == "":
	case deadline == 0:
		c.sayf(path+".deadline", "“%s” leaves no time to vote; write a longer one", b.Deadline)
	case deadline > release.MaxDeadline:
		c.sayf(path+".deadline", "“%s” is longer than a vote may stay open; write 30d at most", b.Deadline)
	case minimum > deadline:
		c.sayf(path+".minimum-open", "“%s” is longer than the deadline of %s; write a shorter one", b.MinimumOpen, b.Deadline)
	}
	for i, before := range b.RemindBefore {
		at := fmt.Sprintf("%s.remind-before[%d]", path, i)
		if d := before.duration(); before != "" && deadline > 0 && (d == 0 || d >= deadline) {
			c.sayf(at, "“%s” is not between the opening and the deadline of %s; write a time in between", before, b.Deadline)
		}
		if first := slices.Index(b.RemindBefore, before); first < i {
			c.sayf(at, "“%s” is listed before, as remind-before[%d]; keep one", before, first)
		}
	}
	c.checkSeats(path+".seats", b.Seats)
}

func (c *checker) checkSeats(path string, seats []seatFile) {
	chairs := 0
	for i, s := range seats {
		at := fmt.Sprintf("%s[%d]", path, i)
		if s.Of != release.OfProgramme && s.Of != release.OfProvider {
			refer(c, at+".of", "programme, provider or a party", release.PartyID(s.Of),
				append(c.partyIDs(), release.PartyID(release.OfProgramme), release.PartyID(release.OfProvider)))
		}
		same := func(x seatFile) bool { return x.Function == s.Function && x.Of == s.Of }
		if first := slices.IndexFunc(seats, same); first < i {
			c.sayf(at, "is the same seat as seats[%d]; keep one", first)
		}
		if s.Chair {
			chairs++
			if !s.Mandatory {
				c.sayf(at+".chair", "the chair's seat must be mandatory; add mandatory: true")
			}
		}
		if s.Function != "" && !c.faulty(at, "parties", "people", "systems") && !c.fulfilled(s.Function, c.partiesOf(s.Of)...) {
			c.sayf(at+".function", "nobody fulfils “%s” for “%s”; give somebody this role, or take the seat out", string(s.Function), string(s.Of))
		}
	}
	if chairs > 1 || (chairs == 0 && len(seats) > 0 && !c.faulty(path)) {
		c.sayf(path, "has %d chairs; write chair: true at exactly one seat", chairs)
	}
}

// partiesOf returns every party that a seat may belong to.
func (c *checker) partiesOf(of release.SeatParty) []release.PartyID {
	var ids []release.PartyID
	switch of {
	case release.OfProvider:
		for _, s := range c.file.Systems {
			ids = append(ids, s.Party)
		}
	case release.OfProgramme:
		for _, p := range c.file.Parties {
			if p.Kind == release.ProgrammeParty {
				ids = append(ids, p.ID)
			}
		}
	default:
		ids = append(ids, release.PartyID(of))
	}
	return ids
}

// fulfilled tells whether somebody fulfils a role for one of the parties, or
// for any party when none is named.
func (c *checker) fulfilled(role release.Role, parties ...release.PartyID) bool {
	return slices.ContainsFunc(c.file.People, func(p personFile) bool {
		return slices.ContainsFunc(p.Roles, func(h holdingFile) bool {
			return h.Role == role && (parties == nil || slices.Contains(parties, h.Party))
		})
	})
}

// checkSeating plans every vote that may come, for each type and system, as
// opening it would: a board that cannot be filled is found now and not on the
// night of the release.
func (c *checker) checkSeating(p *release.Programme) {
	for _, t := range release.ReleaseTypes() {
		for _, purpose := range purposesOf(t) {
			empty := map[string][]string{}
			for _, s := range p.Systems {
				rfc := release.RFC{Content: release.RFCContent{System: s.ID, Type: t}}
				_, err := release.PlanSeats(p.Voting(t, purpose).Seats, release.Sitting{Programme: p, RFC: rfc})
				if refusal, ok := release.AsRefusal(err); ok {
					empty[refusal.Why] = append(empty[refusal.Why], string(s.ID))
				}
			}
			for why, systems := range empty {
				path := fmt.Sprintf("policy.types.%s.%s.seats", t, string(purpose))
				c.mistakes = append(c.mistakes, Mistake{Line: c.line(path), Path: path, Problem: fmt.Sprintf(
					"for %s: %s Name somebody for it who does not sit elsewhere.", enumerate(systems, "and"), why)})
			}
		}
	}
}

// purposesOf lists the votes that a type of release has.
func purposesOf(t release.ReleaseType) []release.Purpose {
	if t == release.Major {
		return release.Purposes()
	}
	return []release.Purpose{release.Approval, release.Deployment, release.Closure}
}
