package main

import (
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// meetingFile says when a kind of meeting takes place.
type meetingFile struct {
	Kind        release.MeetingKind `yaml:"kind" jsonschema_description:"The kind of meeting: rcb is the board, ewg the Environment Working Group, the others are about one release and opened when they are needed."`
	Days        []meetingDay        `yaml:"days,omitempty" jsonschema_description:"The days of every week on which it meets, or first-tuesday alone for once a month. A day on which nobody works moves to the next working day."`
	At          clockText           `yaml:"at,omitempty" jsonschema_description:"When it begins, in the programme's zone."`
	Corrections durationText        `yaml:"corrections,omitempty" jsonschema_description:"How long those who attended may correct the minutes: whole days are working days. 2d when it is left out."`
}

type (
	meetingDay string // monday to sunday, first-tuesday
	clockText  string // 10:00
)

const firstTuesday meetingDay = "first-tuesday"

// meetingDays lists the weekdays from Monday, and the one day of a month.
func meetingDays() []string {
	return []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", string(firstTuesday)}
}

func (f meetingFile) rule() release.MeetingRule {
	rule := release.MeetingRule{Kind: f.Kind, At: string(f.At), Corrections: f.Corrections.duration()}
	for _, day := range f.Days {
		if day == firstTuesday {
			rule.FirstTuesday = true
			continue
		}
		i := slices.Index(meetingDays(), string(day))
		rule.Weekdays = append(rule.Weekdays, time.Weekday((i+1)%7))
	}
	return rule
}

// mostCorrections is how long minutes may stay open at most.
const mostCorrections = 30 * 24 * time.Hour

func (c *checker) checkMeetings() {
	unique(c, "meetings", "kind", func(m meetingFile) string { return string(m.Kind) }, c.file.Meetings)
	for i, m := range c.file.Meetings {
		path := fmt.Sprintf("meetings[%d]", i)
		c.checkMeetingTimes(path, m)
		for j, day := range m.Days {
			if first := slices.Index(m.Days, day); first < j {
				c.sayf(fmt.Sprintf("%s.days[%d]", path, j), "“%s” is listed before; keep one", day)
			}
		}
		if d := m.Corrections.duration(); m.Corrections != "" && (d <= 0 || d > mostCorrections) {
			c.sayf(path+".corrections", "“%s” is no time to correct anything, or too long; write between 1m and 30d", plain(string(m.Corrections), 40))
		}
	}
}

func (c *checker) checkMeetingTimes(path string, m meetingFile) {
	switch {
	case m.Kind.OfRelease() && (len(m.Days) > 0 || m.At != ""):
		c.sayf(path+".days", "is a timetable for a meeting that each release has once; take days and at out")
	case m.Kind.OfRelease():
	case len(m.Days) == 0:
		c.sayf(path+".days", "is missing; write the weekdays, or first-tuesday")
	case m.At == "":
		c.sayf(path+".at", "is missing; write a time such as 10:00")
	case slices.Contains(m.Days, firstTuesday) && len(m.Days) > 1:
		c.sayf(path+".days", "has first-tuesday beside other days; write either")
	}
}
