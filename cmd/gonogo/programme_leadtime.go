package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gonogo.dev/release"
)

// leadTimeFile says how long before the board something must be handed in.
type leadTimeFile struct {
	For      deliverable          `yaml:"for" jsonschema_description:"What must be handed in."`
	Before   leadText             `yaml:"before" jsonschema_description:"How long before the board's day, which is not counted: 5 working days, 1 day. 0 days is before the vote opens."`
	At       clockText            `yaml:"at,omitempty" jsonschema_description:"The hour of the last day, in the programme's zone. Not with 0 days."`
	Calendar release.LeadCalendar `yaml:"calendar,omitempty" jsonschema_description:"Whose working days count: the programme's, the provider's, or only those on which every impacted party works too. The programme's when it is left out."`
}

type (
	deliverable string // the key of a check
	leadText    string // 5 working days, 1 day
)

// lead reads the text's number of days and whether they are working days, which
// is always said (T4).
func (d leadText) lead() (days int, working bool) {
	number, unit, _ := strings.Cut(string(d), " ")
	days, err := strconv.Atoi(number)
	if err != nil {
		return 0, false
	}
	return days, strings.HasPrefix(unit, "working")
}

// leadTimes maps a type's lead times.
func leadTimes(all []leadTimeFile) map[release.Check]release.LeadTime {
	var times map[release.Check]release.LeadTime
	for _, f := range all {
		if times == nil {
			times = map[release.Check]release.LeadTime{}
		}
		t := release.LeadTime{At: string(f.At), Calendars: release.LeadOfProgramme}
		t.Days, t.Working = f.Before.lead()
		if f.Calendar != "" {
			t.Calendars = f.Calendar
		}
		times[release.Check(f.For)] = t
	}
	return times
}

func (c *checker) checkLeadTimes(path string, all []leadTimeFile) {
	for i, f := range all {
		at := fmt.Sprintf("%s[%d]", path, i)
		same := func(x leadTimeFile) bool { return x.For == f.For }
		if first := slices.IndexFunc(all, same); first < i && f.For != "" {
			c.sayf(at+".for", "“%s” has a lead time before, as lead-times[%d]; keep one", string(f.For), first)
		}
		switch days, _ := f.Before.lead(); {
		case f.Before == "":
		case days > release.MaxLeadDays:
			c.sayf(at+".before", "“%s” is longer than a lead time may be; write %d days at most", string(f.Before), release.MaxLeadDays)
		case days == 0 && f.At != "":
			c.sayf(at+".at", "0 days is before the vote opens, at whatever hour; take it out")
		case days > 0 && f.At == "":
			c.sayf(at+".at", "is missing; write the hour of the last day, such as 17:00")
		}
	}
}
