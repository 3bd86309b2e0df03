package main

import (
	"cmp"
	"context"
	"slices"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// reportNames are the scheduled reports as people read them.
var reportNames = map[string]string{
	reports.ReportReadiness: "Readiness report", reports.ReportDigestDaily: "Daily digest", reports.ReportDigestWeekly: "Weekly digest",
	reports.ReportAgenda: "Board's agenda", reports.ReportPack: "EWG pack", reports.ReportRoadmap: "Release roadmap",
	reports.ReportRoadmapMoved: "Roadmap, if a date moved",
}

// jumps are the instants the page offers to move the clock to, in their order:
// when an open vote may close, its reminders and its deadline, and when each
// report is due next.
func (h *rehearsal) jumps(ctx context.Context) []workspace.Jump {
	now := h.clock.Now()
	all, err := h.voteJumps(ctx)
	var p *release.Programme
	if err == nil {
		p, err = h.app.desk.Programme(ctx)
	}
	if err != nil {
		if ctx.Err() == nil { // somebody is still looking
			h.app.log.Error("offer jumps of the clock", "error", err)
		}
		return nil
	}
	all = append(all, h.meetingJumps(ctx, p, now)...)
	for _, s := range p.Schedules {
		rhythm, err := reports.RhythmOf(s, p)
		if err != nil {
			continue // the programme check refuses such a line
		}
		busy := false // as things stand now
		if !s.Busy.IsZero() {
			if busy, err = reports.Busy(ctx, h.app.db, s, p, now); err != nil && ctx.Err() == nil {
				h.app.log.Error("see how busy the week is", "error", err)
			}
		}
		all = append(all, workspace.Jump{Label: cmp.Or(reportNames[s.Report], s.Report), At: rhythm.Next(now, busy)})
	}
	all = slices.DeleteFunc(all, func(j workspace.Jump) bool { return !j.At.After(now) })
	slices.SortStableFunc(all, func(a, b workspace.Jump) int { return a.At.Compare(b.At) })
	return all
}

func (h *rehearsal) voteJumps(ctx context.Context) ([]workspace.Jump, error) {
	stories, err := h.app.desk.OpenVotes(ctx)
	if err != nil {
		return nil, err
	}
	var all []workspace.Jump
	for _, s := range stories {
		b, _ := s.Open()
		name := s.RFC.Name() + " " + map[release.Purpose]string{release.Approval: "approval", release.Deployment: "Go/No-Go", release.ProgrammeGate: "programme Go/No-Go", release.Closure: "closure"}[b.Purpose] + ": "
		all = append(all, workspace.Jump{Label: name + "may close", At: b.MinimumUntil})
		for _, at := range b.Reminders {
			all = append(all, workspace.Jump{Label: name + "reminder", At: at})
		}
		all = append(all, workspace.Jump{Label: name + "deadline", At: b.Deadline})
	}
	return all, nil
}

// meetingJumps are when each kind of meeting takes place next, and when the
// newest minutes are ratified.
func (h *rehearsal) meetingJumps(ctx context.Context, p *release.Programme, now time.Time) []workspace.Jump {
	var all []workspace.Jump
	for _, rule := range p.Meetings {
		if at, ok := p.NextMeeting(rule.Kind, now); ok {
			all = append(all, workspace.Jump{Label: rule.Kind.String() + " meets", At: at})
		}
	}
	s, err := h.app.desk.MeetingStory(ctx, 0)
	if err == nil && s.Meeting.State() == release.MeetingOpen {
		all = append(all, workspace.Jump{Label: "Minutes of " + s.Meeting.Name() + " are ratified", At: s.Meeting.CorrectionsUntil})
	}
	return all
}
