package main

import (
	"strconv"
	"strings"
	"time"

	"gonogo.dev/release"
)

// programme maps a file without mistakes to the value that release knows. An
// empty list is nil whichever way it was written, so that applying the same
// file again changes nothing.
func (f *programmeFile) programme() release.Programme {
	return release.Programme{
		Name: f.Name, Short: f.Short, Zone: f.Zone, Calendar: string(f.Calendar),
		Holidays: each(f.Holidays, func(d dateText) string { return string(d) }),
		Slack:    release.Places{Team: string(f.Slack.Team), RCB: string(f.Slack.RCB)},
		Parties: each(f.Parties, func(p partyFile) release.Party {
			return release.Party{ID: p.ID, Name: p.Name, Kind: p.Kind, Group: p.Group, Calendar: string(p.Calendar)}
		}),
		People: each(f.People, func(p personFile) release.Person { return p.person(f.Slack.Team) }),
		Systems: each(f.Systems, func(s systemFile) release.System {
			return release.System{ID: s.ID, Name: s.Name, Party: s.Party, Repository: s.Repository}
		}),
		Environments: each(f.Environments, func(e environmentFile) release.Environment {
			return e.environment()
		}),
		Phases: each(f.Phases, func(p phaseFile) release.Phase {
			return release.Phase{Name: p.Name, Environment: p.Environment, Exclusive: p.Exclusive}
		}),
		Roadmap: each(f.Roadmap, func(p plannedFile) release.PlannedRelease {
			return release.PlannedRelease{ID: string(p.ID), Type: p.Type, Date: string(p.Date), Rationale: p.Rationale}
		}),
		Policy: f.Policy.policy(),
		RACI:   release.RACI(f.RACI),
		Schedules: each(f.Schedules, func(s scheduleFile) release.Schedule {
			return release.Schedule{Report: string(s.Report), Cron: s.Cron, Busy: s.Busy.rule()}
		}),
		Lists: each(f.Lists, func(l listFile) release.DistributionList {
			return release.DistributionList{ID: string(l.ID), Name: l.Name, People: l.People}
		}),
		Meetings: each(f.Meetings, meetingFile.rule), Operations: each(f.Operations, operationFile.practice),
		Communications: each(f.Communications, communicationFile.rule),
	}
}

func (p personFile) person(team slackTeam) release.Person {
	return release.Person{
		ID: p.ID, Name: p.Name, Mail: p.Mail, Zone: p.Zone,
		Slack: each(p.Slack, func(a slackAccount) release.SlackID { return a.in(team) }),
		Roles: each(p.Roles, func(h holdingFile) release.Holding { return release.Holding{Role: h.Role, Party: h.Party} }),
	}
}

func (f environmentFile) environment() release.Environment {
	return release.Environment{
		ID: f.ID, Name: f.Name, Purpose: f.Purpose, Parties: f.Parties,
		After: each(f.After, func(p predecessorFile) release.Predecessor {
			return release.Predecessor{Environment: p.Environment, Optional: p.Optional}
		}),
	}
}

func (f policyFile) policy() release.Policy {
	types := map[release.ReleaseType]release.TypePolicy{}
	for t, rules := range f.Types {
		types[t] = rules.rules()
	}
	return release.Policy{
		Types: types, Raisers: f.Raisers, Escalation: f.Escalation, DelegationDays: f.DelegationLimit.days(), ReleasesOnly: f.ReleasesOnly,
		Operations:      operationRoutes(f.Operations),
		ReviewDays:      f.ReviewDays.days(),
		NoteLists:       each(f.NoteLists, func(id listID) string { return string(id) }),
		PhaseEscalation: each(f.PhaseEscalation, func(x phaseEscalationFile) release.PhaseEscalation { return release.PhaseEscalation(x) }),
	}
}

func (f ballotPolicyFile) ballot() release.BallotPolicy {
	return release.BallotPolicy{
		MinimumOpen: f.MinimumOpen.duration(), Deadline: f.Deadline.duration(), Override: f.Override,
		Quorum: f.Quorum.percent(), RemindBefore: each(f.RemindBefore, durationText.duration),
		Seats: each(f.Seats, func(s seatFile) release.SeatRule {
			return release.SeatRule{Function: s.Function, Of: s.Of, Mandatory: s.Mandatory, Chair: s.Chair}
		}),
	}
}

func each[A, B any](all []A, to func(A) B) []B {
	var mapped []B
	for _, x := range all {
		mapped = append(mapped, to(x))
	}
	return mapped
}

// in returns the account in the workspace it names, else in the programme's.
func (a slackAccount) in(team slackTeam) release.SlackID {
	if other, user, named := strings.Cut(string(a), "/"); named {
		return release.SlackID{Team: other, User: user}
	}
	return release.SlackID{Team: string(team), User: string(a)}
}

// duration adds up a text such as 1d12h; days have 24 hours.
func (d durationText) duration() time.Duration {
	var sum time.Duration
	rest := string(d)
	for {
		i := strings.IndexAny(rest, "mhd")
		if i < 0 {
			return sum
		}
		n, err := strconv.Atoi(rest[:i])
		if err != nil {
			return 0
		}
		sum += time.Duration(n) * map[byte]time.Duration{'m': time.Minute, 'h': time.Hour, 'd': 24 * time.Hour}[rest[i]]
		rest = rest[i+1:]
	}
}
