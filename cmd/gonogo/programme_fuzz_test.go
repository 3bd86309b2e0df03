package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// FuzzParseProgramme: no input is a fault; a mistake names a line of the file
// and can be printed; a file without mistakes, written out again from the
// programme it became, has none either and becomes the same programme.
func FuzzParseProgramme(f *testing.F) {
	f.Add([]byte(small(f)))
	f.Add([]byte(strings.Replace(small(f), "    minor:\n", `      lead-times:
        - {for: release-note, before: 5 working days, at: "17:00"}
        - {for: plans-approved, before: 0 days, calendar: impacted}
    minor:
`, 1)))
	for _, text := range []string{"", "a: b", "- a", "? a", "parties: [{id: \"a\\tb\"}]\nsystems: [{party: c}]", "a: &b c", "a: *a", "<<: {}", "a: |\n b", "a: 'b", "\"\\u0000\": 1", "{a: [b", "---\n---\n", "!!map {}", "a:\n- b\n c"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, mistakes := ParseProgramme(data)
		lines := 1 + strings.Count(strings.ReplaceAll(string(data), "\r", "\n"), "\n")
		for _, m := range mistakes {
			if m.Line < 1 || m.Line > lines || m.Problem == "" || strings.ContainsFunc(m.String(), hidden) {
				t.Errorf("mistake %+v in a file of %d lines", m, lines)
			}
		}
		if len(mistakes) > 0 {
			return
		}
		text, err := yaml.Marshal(fileOf(p))
		if err != nil {
			t.Fatal(err)
		}
		again, mistakes := ParseProgramme(text)
		if len(mistakes) > 0 {
			t.Fatalf("written out again: %v\n%s", mistakes, text)
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Errorf("written out again (-first +second):\n%s", diff)
		}
	})
}

// fileOf writes a programme as a file: the way back of programmeFile.programme.
func fileOf(p release.Programme) programmeFile {
	types := map[release.ReleaseType]typePolicyFile{}
	for kind, rules := range p.Policy.Types {
		types[kind] = typePolicyFile{
			Programme: ballotFile(rules.Programme), Approval: ballotFile(rules.Approval), Deployment: ballotFile(rules.Deployment),
			Closure: ballotFile(rules.Closure), Support: workingDaysText(written(rules.SupportDays, "working day")), StepUp: rules.StepUp,
			LeadTimes: leadTimeFiles(rules.LeadTimes), Meetings: rules.Meetings, Waivers: rules.Waivers,
			Retrospective: workingDaysText(written(rules.RetrospectiveDays, "working day")),
		}
	}
	return programmeFile{
		Name: p.Name, Short: p.Short, Zone: p.Zone, Calendar: calendarName(p.Calendar),
		Holidays:  each(p.Holidays, func(d string) dateText { return dateText(d) }),
		Calendars: calendarFiles(p.Calendars),
		Slack:     slackFile{Team: slackTeam(p.Slack.Team), RCB: slackChannel(p.Slack.RCB)},
		Parties: each(p.Parties, func(x release.Party) partyFile {
			return partyFile{x.ID, x.Name, x.Kind, x.Group, calendarName(x.Calendar)}
		}),
		People: each(p.People, func(x release.Person) personFile {
			return personFile{
				ID: x.ID, Name: x.Name, Mail: x.Mail,
				Slack: each(x.Slack, func(id release.SlackID) slackAccount { return slackAccount(id.Team + "/" + id.User) }),
				Roles: each(x.Roles, func(h release.Holding) holdingFile { return holdingFile{h.Role, h.Party} }),
			}
		}),
		Systems: each(p.Systems, func(x release.System) systemFile { return systemFile{x.ID, x.Name, x.Party, x.Repository} }),
		Environments: each(p.Environments, func(x release.Environment) environmentFile {
			return environmentFile{x.ID, x.Name, x.Purpose, x.Parties, each(x.After, func(b release.Predecessor) predecessorFile { return predecessorFile(b) })}
		}),
		Phases: each(p.Phases, func(x release.Phase) phaseFile { return phaseFile{x.Name, x.Environment, x.Exclusive} }),
		Roadmap: each(p.Roadmap, func(x release.PlannedRelease) plannedFile {
			return plannedFile{releaseID(x.ID), x.Type, dateText(x.Date), x.Rationale}
		}),
		Policy: policyFile{
			Raisers: p.Policy.Raisers, Escalation: p.Policy.Escalation, Types: types, ReleasesOnly: p.Policy.ReleasesOnly, DelegationLimit: daysText(written(p.Policy.DelegationDays, "day")),
			ReviewDays:      workingDaysText(written(p.Policy.ReviewDays, "working day")),
			NoteLists:       each(p.Policy.NoteLists, func(id string) listID { return listID(id) }),
			PhaseEscalation: each(p.Policy.PhaseEscalation, func(x release.PhaseEscalation) phaseEscalationFile { return phaseEscalationFile(x) }),
		},
		RACI: raciFile(p.RACI),
		Schedules: each(p.Schedules, func(x release.Schedule) scheduleFile {
			return scheduleFile{reportName(x.Report), x.Cron, busyFileOf(x.Busy)}
		}),
		Lists:    each(p.Lists, func(x release.DistributionList) listFile { return listFile{listID(x.ID), x.Name, x.People} }),
		Meetings: each(p.Meetings, meetingFileOf),
	}
}

func busyFileOf(x release.BusyRule) busyFile {
	if x.IsZero() {
		return busyFile{}
	}
	return busyFile{busyText(written(x.Windows, "window") + " within " + written(x.Days, "working day")), x.Cron}
}

// calendarFiles writes every day out, whichever way it was given.
func calendarFiles(all []release.Calendar) []calendarFile {
	var files []calendarFile
	for _, c := range all {
		if c.ID != englandAndWales {
			files = append(files, calendarFile{ID: calendarName(c.ID), Name: c.Name, Days: each(c.Holidays, func(h release.Holiday) dayText {
				return dayText(h.Date + " " + h.Name)
			})})
		}
	}
	return files
}

func leadTimeFiles(times map[release.Check]release.LeadTime) []leadTimeFile {
	var files []leadTimeFile
	for _, check := range release.LeadChecks() {
		if l, ok := times[check]; ok {
			unit := map[bool]string{true: "working days", false: "days"}[l.Working]
			files = append(files, leadTimeFile{deliverable(check), leadText(fmt.Sprintf("%d %s", l.Days, unit)), clockText(l.At), l.Calendars})
		}
	}
	return files
}

func meetingFileOf(r release.MeetingRule) meetingFile {
	f := meetingFile{Kind: r.Kind, At: clockText(r.At)}
	for _, day := range r.Weekdays {
		f.Days = append(f.Days, meetingDay(strings.ToLower(day.String())))
	}
	if r.FirstTuesday {
		f.Days = append(f.Days, firstTuesday)
	}
	if r.Corrections > 0 {
		f.Corrections = durationText(strings.TrimSuffix(r.Corrections.String(), "0s"))
	}
	return f
}

func ballotFile(b release.BallotPolicy) ballotPolicyFile {
	text := func(d time.Duration) durationText {
		return durationText(strings.TrimSuffix(d.String(), "0s")) // "4h0m0s": minutes are the smallest unit
	}
	zero := func(d time.Duration) durationText {
		if d == 0 {
			return "0m"
		}
		return text(d)
	}
	if len(b.Seats) == 0 {
		return ballotPolicyFile{}
	}
	return ballotPolicyFile{
		Quorum: percentText(strings.ReplaceAll(written(b.Quorum, "%"), " ", "")), MinimumOpen: zero(b.MinimumOpen), Deadline: text(b.Deadline), Override: b.Override, RemindBefore: each(b.RemindBefore, text),
		Seats: each(b.Seats, func(s release.SeatRule) seatFile { return seatFile{s.Function, s.Of, s.Mandatory, s.Chair} }),
	}
}

// written writes a number with its unit behind it; none is left out.
func written(n int, unit string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", n, unit)
}
