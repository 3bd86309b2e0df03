package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Briefing is what the Environment Working Group reads before it meets (R65).
type Briefing struct {
	Readiness Readiness
	Roadmap   Roadmap
	Meets     time.Time // the next meeting after the instant it is as of; zero when nobody knows
	Statuses  []release.StatusReport
	Actions   []release.Action // open, by the day they are due
	Lessons   []release.Lesson // of the last month, the newest first
}

// ReadBriefing reads the working group's pack as of an instant.
func ReadBriefing(ctx context.Context, from Source, more Almanac, at time.Time) (Briefing, error) {
	r, err := ReadReadiness(ctx, from, at)
	if err != nil {
		return Briefing{}, err
	}
	monthAgo := at.AddDate(0, -1, 0)
	x := Briefing{Readiness: r, Meets: nextWorkingGroup(r.Programme, at)}
	if x.Roadmap, err = ReadRoadmap(ctx, more, monthAgo, at); err != nil {
		return Briefing{}, err
	}
	if x.Statuses, err = more.StatusesAsOf(ctx, at); err != nil {
		return Briefing{}, fmt.Errorf("read the environments for the working group: %w", err)
	}
	if x.Actions, err = from.ActionsAsOf(ctx, at); err != nil {
		return Briefing{}, fmt.Errorf("read the actions for the working group: %w", err)
	}
	slices.SortFunc(x.Actions, func(a, b release.Action) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID)) })
	if x.Lessons, err = more.LessonsBetween(ctx, monthAgo, at); err != nil {
		return Briefing{}, fmt.Errorf("read the lessons for the working group: %w", err)
	}
	return x, nil
}

// nextWorkingGroup returns when the group meets next: by the programme's rule, else
// at the beginning of the first Tuesday of a month (R65).
func nextWorkingGroup(p *release.Programme, at time.Time) time.Time {
	if meets, ok := p.NextMeeting(release.EnvironmentTalk, at); ok {
		return meets
	}
	x := daysAhead{programme: p, from: firstTuesday}
	return offWall(x.Next(onWall(at, p.Location())), p.Location())
}

// briefingPage shows the pack: the agenda it proposes, then its parts in that order.
func briefingPage(x Briefing) templates.Page {
	v := briefed{Briefing: x, reading: reading{Readiness: x.Readiness, loc: x.Readiness.Programme.Location()}}
	road := x.Roadmap
	sections := []templates.Section{v.environmentStatus(), v.doubted(), v.workOff(), v.learned(), road.coming(), road.places()}
	if len(road.Moved) > 0 {
		sections = slices.Insert(sections, 4, road.moved())
	}
	readiness := v.figures()
	readiness.Title, readiness.Intro = "Readiness", v.Headline
	return templates.Page{
		Kicker: "as of " + release.Instant(x.Readiness.At, v.loc), Title: v.title(),
		Lead:     templates.Callout{Tone: templates.Calm, Label: "For the meeting", Text: "Everything below is as gonogo knows it. The PMO sets the agenda; this one is proposed from what there is to talk about."},
		Sections: slices.Concat([]templates.Section{v.agenda(), readiness}, sections),
		Footer:   []string{"You get this because you are on the list of the " + release.EnvironmentTalk.String() + "."},
	}
}

// briefed is a pack as it is shown.
type briefed struct {
	Briefing
	reading
}

func (v briefed) title() string {
	if v.Meets.IsZero() {
		return release.EnvironmentTalk.String()
	}
	if _, known := v.Programme.MeetingRule(release.EnvironmentTalk); !known { // the day is all that is known
		return release.EnvironmentTalk.String() + ", " + v.Meets.In(v.loc).Format("Mon 2 Jan 2006")
	}
	return release.EnvironmentTalk.String() + ", " + release.Instant(v.Meets, v.loc)
}

// agenda proposes what to talk about, each with how much there is to say.
func (v briefed) agenda() templates.Section {
	ailing := len(v.ailing())
	overdue := 0
	for _, a := range v.Actions {
		if a.Overdue(v.At) {
			overdue++
		}
	}
	point := func(title, line string) templates.Item { return templates.Item{Title: title, Lines: []string{line}} }
	return templates.Section{Title: "Proposed agenda", Items: []templates.Item{
		point("1. Readiness of what comes", v.Headline),
		point("2. Environments", ailingWords(ailing)),
		point("3. Open configuration issues", upperFirst(countOf(len(v.Doubts), "issue"))),
		point("4. Work-off actions", fmt.Sprintf("%s open, %s", upperFirst(countOf(len(v.Actions), "action")), overdueWords(overdue))),
		point("5. Lessons of the month", upperFirst(countOf(len(v.Lessons), "lesson"))),
		point("6. Roadmap", v.Roadmap.headline()),
		point("7. Open forum", "Whatever participants bring."),
	}}
}

func ailingWords(n int) string {
	if n == 0 {
		return "Every system that was reported is available"
	}
	return count(n, "system") + " not fully available"
}

func overdueWords(n int) string {
	if n == 0 {
		return "none overdue"
	}
	return fmt.Sprintf("%d overdue", n)
}

func (v briefed) ailing() []release.StatusReport {
	return slices.DeleteFunc(slices.Clone(v.Statuses), func(r release.StatusReport) bool { return r.Status == release.SystemAvailable })
}

// environmentStatus says for each environment what does not run there.
func (v briefed) environmentStatus() templates.Section {
	p := v.Programme
	s := templates.Section{Title: "Environments", Empty: "The programme has no environments."}
	for _, e := range p.Environments {
		if e.Retired {
			continue
		}
		item := templates.Item{Title: e.Name, Badge: templates.Badge{Text: "nothing reported", Tone: templates.Calm}}
		told := 0
		for _, r := range v.Statuses {
			if r.Environment != e.ID {
				continue
			}
			told++
			if r.Status == release.SystemAvailable {
				continue
			}
			line := fmt.Sprintf("%s is %s since %s", systemName(p, r.System), r.Status, release.Instant(r.At, v.loc))
			if r.Reason != "" {
				line += ": " + short(r.Reason)
			}
			item.Lines = append(item.Lines, line)
		}
		switch {
		case len(item.Lines) > 0:
			item.Badge = templates.Badge{Text: fmt.Sprintf("%d of %s ailing", len(item.Lines), count(told, "system")), Tone: templates.Warn}
		case told > 0:
			item.Badge = templates.Badge{Text: "all available", Tone: templates.Good}
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// doubted lists the configuration issues that are open (R106).
func (v briefed) doubted() templates.Section {
	s := templates.Section{Title: "Open configuration issues", Empty: "Nothing is in doubt."}
	for _, told := range v.doubts() {
		s.Items = append(s.Items, told.Items...)
	}
	return mostOf(s, "/env issues in Slack")
}

// workOff lists the work-off actions that are open, the longest overdue first (R40).
func (v briefed) workOff() templates.Section {
	s := templates.Section{Title: "Work-off actions", Empty: "Nothing is left to be worked off."}
	for _, a := range v.Actions {
		item := templates.Item{
			Title: release.ReleaseName(a.Release) + " " + short(a.What), Badge: templates.Badge{Text: "open", Tone: templates.Calm},
			Lines: []string{v.Programme.NameOf(a.Owner) + ", due " + release.Instant(a.Due, v.loc)},
		}
		if a.Overdue(v.At) {
			item.Badge = templates.Badge{Text: "overdue", Tone: templates.Bad}
		}
		s.Items = append(s.Items, item)
	}
	return mostOf(s, "/release actions in Slack")
}

// learned lists the lessons of the last month (R124).
func (v briefed) learned() templates.Section {
	s := templates.Section{Title: "Lessons of the month", Empty: "No review was closed with a lesson."}
	for _, l := range v.Lessons {
		item := templates.Item{
			Title: l.Name() + " " + systemName(v.Programme, l.System) + ", " + l.Cause.String(), Lines: []string{"From " + release.ReleaseName(l.Release)}, Quote: short(l.Words),
		}
		if l.Action != "" {
			item.Lines = append(item.Lines, "Proposed: "+short(l.Action))
		}
		s.Items = append(s.Items, item)
	}
	return mostOf(s, "/release lessons in Slack")
}
