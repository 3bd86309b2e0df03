package reports

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// The methods of a calendar object (RFC 5546): what is published to subscribers, and
// what is sent to one person.
const (
	icsPublish = string(ics.MethodPublish)
	icsRequest = string(ics.MethodRequest)
	icsCancel  = string(ics.MethodCancel)
)

// almanac is a calendar object before it is written.
type almanac struct {
	method string
	name   string // of a feed; empty in an invitation
	about  string
	zone   string // in which people of the programme speak of times
	events []happening
}

// happening is one event of a calendar. Its instants go out in UTC, which every
// program shows in its reader's own zone: right on the nights when the clocks change,
// and without a table of zones that could be older than the law (T17).
type happening struct {
	uid      string
	sequence int // rises with every change
	title    string
	place    string
	words    string
	url      string
	from, to time.Time
	status   ics.ObjectStatus
	made     time.Time
	changed  time.Time
	kind     string
	// free leaves the reader's time free: it is there to be known, not to be attended.
	free bool
	// organizer and attendee are of an invitation only.
	organizer, attendee calendarUser
}

// calendarUser is somebody in an invitation.
type calendarUser struct{ name, mail string }

// How often programs are asked to look again, and how long an event's texts are.
const (
	feedRefresh = "PT1H"
	longTitle   = 200
	longWords   = 2000
	longPlace   = 300
)

// encode returns the calendar's bytes, the same ones for the same events.
func (a almanac) encode() ([]byte, error) {
	cal := ics.NewCalendarFor("gonogo")
	cal.SetProductId("-//gonogo//release control//EN")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.Method(a.method))
	if a.name != "" {
		name := clipLine(a.name, longTitle)
		cal.SetName(name)
		cal.SetXWRCalName(name)
		cal.SetXWRCalDesc(calendarText(a.about, longWords))
		cal.SetXWRTimezone(a.zone)
		cal.SetRefreshInterval(feedRefresh) // with VALUE=DURATION, which is in the library's name of it
		cal.SetXPublishedTTL(feedRefresh)
	}
	for _, h := range a.events {
		h.add(cal)
	}
	var b strings.Builder
	if err := cal.SerializeTo(&b, ics.WithNewLine("\r\n")); err != nil {
		return nil, fmt.Errorf("write a calendar: %w", err)
	}
	return []byte(b.String()), nil
}

func (h happening) add(cal *ics.Calendar) {
	e := cal.AddEvent(h.uid)
	// DTSTAMP of something published says when it was changed (RFC 5545, 3.8.7.2).
	e.SetDtStampTime(h.changed)
	e.SetCreatedTime(h.made)
	e.SetModifiedAt(h.changed)
	e.SetSequence(h.sequence)
	e.SetStartAt(h.from)
	e.SetEndAt(h.to)
	e.SetSummary(clipLine(h.title, longTitle))
	e.SetStatus(h.status)
	if words := calendarText(h.words, longWords); words != "" {
		e.SetDescription(words)
	}
	if place := clipLine(h.place, longPlace); place != "" {
		e.SetLocation(place)
	}
	if h.url != "" {
		e.SetURL(h.url)
	}
	if h.kind != "" {
		e.AddCategory(h.kind)
	}
	busy := ics.TransparencyOpaque
	if h.free || h.status == ics.ObjectStatusCancelled {
		busy = ics.TransparencyTransparent
	}
	e.SetTimeTransparency(busy)
	if h.organizer.mail != "" {
		e.SetOrganizer(h.organizer.mail, ics.WithCN(h.organizer.cn()))
	}
	if h.attendee.mail != "" {
		e.AddAttendee(h.attendee.mail, ics.CalendarUserTypeIndividual, ics.ParticipationRoleReqParticipant,
			ics.ParticipationStatusNeedsAction, &ics.KeyValues{Key: "RSVP", Value: []string{"FALSE"}}, ics.WithCN(h.attendee.cn()))
	}
}

// cn returns a name for a parameter. What would have to be quoted there is left out,
// since the library escapes it in a way that is none of RFC 5545.
func (u calendarUser) cn() string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`,;:"'\^`, r) {
			return ' '
		}
		return r
	}, u.name)
	if name = clipLine(name, 80); name == "" {
		return u.mail
	}
	return name
}

// clipLine makes text fit for a line of a calendar.
func clipLine(s string, most int) string {
	runes := []rune(oneLine(s))
	if len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return string(runes)
}

// calendarText makes text fit for a calendar: valid UTF-8, lines ended by "\n", and no
// character that would end a property, begin another or turn the reading direction.
func calendarText(s string, most int) string {
	var lines []string
	for _, line := range strings.FieldsFunc(unixLines(s), func(r rune) bool { return r == '\n' || r == '\u2028' || r == '\u2029' }) {
		line = strings.TrimSpace(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return ' '
			}
			return r
		}, line))
		if line = oneLine(line); line != "" {
			lines = append(lines, line)
		}
	}
	runes := []rune(strings.Join(lines, "\n"))
	if len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return string(runes)
}
