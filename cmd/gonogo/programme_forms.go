package main

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// The texts of the programme file that have a form of their own.
type (
	reportName   string
	slackTeam    string
	slackChannel string
	slackAccount string // U0123ABC or T0456DEF/U0123ABC
	dateText     string // YYYY-MM-DD
	durationText string // 90m, 4h, 2d, 1d12h
	releaseID    string
	listID       string
)

// vocabulary lists, for each type of text that is one of a few words, those
// words; a map keyed by such a type needs an entry for each of them. The reader
// and the schema both read this table.
var vocabulary = map[reflect.Type][]string{
	reflect.TypeFor[release.PartyKind]():      words([]release.PartyKind{release.ProgrammeParty, release.CoreProvider, release.Participant}),
	reflect.TypeFor[release.Role]():           words(release.Roles()),
	reflect.TypeFor[release.ReleaseType]():    words(release.ReleaseTypes()),
	reflect.TypeFor[release.StepUp]():         words(release.StepUps()),
	reflect.TypeFor[release.Activity]():       words(release.Activities()),
	reflect.TypeFor[release.Column]():         words(release.Columns()),
	reflect.TypeFor[release.MeetingKind]():    words(release.MeetingKinds()),
	reflect.TypeFor[meetingDay]():             meetingDays(),
	reflect.TypeFor[release.OperationKind]():  words(release.OperationKinds()),
	reflect.TypeFor[release.OperationRoute](): words(release.OperationRoutes()),

	reflect.TypeFor[release.CommunicationKind](): words(release.CommunicationKinds()),
	reflect.TypeFor[release.Road]():              words(release.CommunicationRoads()),
	reflect.TypeFor[calendarBase]():              {englandAndWales},
	reflect.TypeFor[release.LeadCalendar]():      words(release.LeadCalendars()),
	reflect.TypeFor[deliverable]():               words(release.LeadChecks()),
	reflect.TypeFor[reportName]():                reports.Reports(),
}

func words[S ~string](all []S) []string {
	plain := make([]string, len(all))
	for i, x := range all {
		plain[i] = string(x)
	}
	return plain
}

// form is how a text is written. Of a reference only its existence matters
// where it is read; its form is asked for where the id is given.
type form struct {
	pattern   *regexp.Regexp
	example   string
	reference bool
}

var idForm = form{
	pattern:   regexp.MustCompile(`^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,4}$`),
	example:   "small letters and digits, parts joined by -, such as sit-a",
	reference: true,
}

// forms lists the texts that have a form. The reader and the schema both read
// this table.
var forms = map[reflect.Type]form{
	reflect.TypeFor[release.PartyID]():       idForm,
	reflect.TypeFor[release.PersonID]():      idForm,
	reflect.TypeFor[release.SystemID]():      idForm,
	reflect.TypeFor[release.EnvironmentID](): idForm,
	reflect.TypeFor[release.SeatParty]():     idForm,
	reflect.TypeFor[calendarName]():          idForm,
	reflect.TypeFor[listID]():                {pattern: idForm.pattern, example: idForm.example},
	reflect.TypeFor[releaseID]():             {pattern: regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$`), example: "letters, digits and . _ -, at most 20, such as R5"},
	reflect.TypeFor[slackTeam]():             {pattern: regexp.MustCompile(`^[TE][A-Z0-9]{2,20}$`), example: "a workspace's id such as T0123ABC"},
	reflect.TypeFor[slackChannel]():          {pattern: regexp.MustCompile(`^[CG][A-Z0-9]{2,20}$`), example: "a channel's id such as C0123ABC"},
	reflect.TypeFor[slackAccount]():          {pattern: regexp.MustCompile(`^([TE][A-Z0-9]{2,20}/)?[UW][A-Z0-9]{2,20}$`), example: "a user's id such as U0123ABC, with T0456DEF/ before it in another workspace"},
	reflect.TypeFor[dateText]():              {pattern: regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`), example: "a day such as 2026-11-23"},
	reflect.TypeFor[dayText]():               {pattern: regexp.MustCompile(`^\d{4}-\d{2}-\d{2}( .{1,60})?$`), example: "a day with its name behind it, such as 2026-11-30 St Andrew's Day"},
	reflect.TypeFor[leadText]():              {pattern: regexp.MustCompile(`^\d{1,3} (working )?days?$`), example: "a number of days or working days, such as 5 working days"},
	reflect.TypeFor[percentText]():           {pattern: regexp.MustCompile(`^([1-9]\d?|100)%$`), example: "a part of the seats such as 60%"},
	reflect.TypeFor[daysText]():              {pattern: regexp.MustCompile(`^\d{1,3} days?$`), example: "a number of days such as 30 days"},
	reflect.TypeFor[busyText]():              {pattern: regexp.MustCompile(`^[1-9]\d? windows? within ([1-9]|1\d|20) working days?$`), example: "windows and working days such as 4 windows within 5 working days"},
	reflect.TypeFor[workingDaysText]():       {pattern: regexp.MustCompile(`^[1-9]\d? working days?$`), example: "a number of working days such as 5 working days"},
	reflect.TypeFor[release.Addressee]():     {pattern: regexp.MustCompile(`^(impacted|(list|party|kind|role|person):[a-z0-9-]{1,100}(@[a-z0-9-]{1,100})?)$`), example: "impacted, or whom it names behind a colon, such as list:csps, party:dip, kind:participant, role:test-manager, role:release-manager@provider or person:ada-lovelace"},
	reflect.TypeFor[momentText]():            {pattern: regexp.MustCompile(`^([a-z-]{1,20}|(\d{1,2} working days? (before|after)|on) (window-begin|window-end|board) at ([01]\d|2[0-3]):[0-5]\d)$`), example: "a stage such as approve, rolled-back, or a day such as 5 working days before window-begin at 10:00"},
	reflect.TypeFor[clockText]():             {pattern: regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`), example: "a time such as 10:00"},
	reflect.TypeFor[durationText]():          {pattern: regexp.MustCompile(`^(\d{1,4}[mhd]){1,3}$`), example: "a duration such as 90m, 4h, 2d or 1d12h"},
	reflect.TypeFor[release.Letters]():       {pattern: regexp.MustCompile(`^[RACI](,[RACI]){0,3}$`), example: "R, A, C or I, or several as R,A"},
}

// fileKey is one key of a struct of the programme file, as its tags say.
type fileKey struct {
	name     string
	required bool
	field    int
	most     int  // runes of a text; 0 is no limit
	some     bool // a list must not be empty
}

type fileKeys []fileKey

// keysOf returns the keys of a struct in their order.
func keysOf(t reflect.Type) fileKeys {
	var keys fileKeys
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name, options, _ := strings.Cut(tag.Get("yaml"), ",")
		key := fileKey{name: name, required: options != "omitempty", field: i}
		for rule := range strings.SplitSeq(tag.Get("jsonschema"), ",") {
			if most, ok := strings.CutPrefix(rule, "maxLength="); ok {
				key.most, _ = strconv.Atoi(most) // a tag of ours; a test reads them all
			}
			key.some = key.some || rule == "minItems=1"
		}
		keys = append(keys, key)
	}
	return keys
}

func (k fileKeys) find(name string) (fileKey, bool) {
	i := slices.IndexFunc(k, func(x fileKey) bool { return x.name == name })
	if i < 0 {
		return fileKey{}, false
	}
	return k[i], true
}

func (k fileKeys) names() []string {
	names := make([]string, len(k))
	for i, x := range k {
		names[i] = x.name
	}
	return names
}

// refuses tells why a value cannot stand behind the key, or nothing.
func (k fileKey) refuses(v reflect.Value) string {
	if v.Kind() == reflect.Slice && v.Len() == 0 && k.some {
		return "is an empty list; write at least one item"
	}
	if v.Type() != reflect.TypeFor[string]() {
		return ""
	}
	text := v.String()
	n := utf8.RuneCountInString(text)
	switch {
	case strings.TrimSpace(text) == "":
		return "is empty; write a text"
	case strings.ContainsFunc(text, hidden):
		return "has a line break or characters that do not show; write one line of plain text"
	case strings.TrimSpace(text) != text:
		return "begins or ends with a blank; take it out"
	case k.most > 0 && n > k.most:
		return fmt.Sprintf("has %d characters; %d at most", n, k.most)
	}
	return ""
}
