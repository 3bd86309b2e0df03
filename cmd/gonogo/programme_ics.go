package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"gonogo.dev/release"
)

// maxICSBytes is the size of the largest iCalendar file that is read.
const maxICSBytes = 1 << 20

// readICS returns the whole-day events of an iCalendar file in the years that a
// programme knows, or why it cannot be taken. What it does not understand it
// refuses: a holiday that is passed over would be found out at a deadline.
func readICS(beside fs.FS, name string) ([]release.Holiday, string) {
	data, why := readBeside(beside, name)
	if why != "" {
		return nil, why
	}
	if !bytes.HasSuffix(bytes.TrimSpace(data), []byte("END:VCALENDAR")) {
		return nil, "does not end as an iCalendar file does; it may be cut off, fetch it anew"
	}
	calendar, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		return nil, "is not an iCalendar file: " + plain(err.Error(), 80)
	}
	var holidays []release.Holiday
	for _, event := range calendar.Events() {
		days, why := daysOf(event)
		if why != "" {
			return nil, why
		}
		if holidays = append(holidays, days...); len(holidays) > mostHolidays {
			return nil, fmt.Sprintf("has more than %d days; keep the holidays", mostHolidays)
		}
	}
	if len(holidays) == 0 {
		return nil, fmt.Sprintf("has no day between %d and %d", firstYear, lastYear)
	}
	return holidays, ""
}

// readBeside reads a file in the folder of the programme file or below it.
func readBeside(beside fs.FS, name string) ([]byte, string) {
	const where = "write the path of a file beside the programme file, without .."
	if beside == nil {
		return nil, "cannot be read: this programme stands alone, without files beside it"
	}
	if !fs.ValidPath(name) {
		return nil, "is not a path from here; " + where
	}
	info, err := fs.Stat(beside, name)
	switch {
	case err != nil:
		return nil, "is not there; " + where
	case !info.Mode().IsRegular():
		return nil, "is not a file; " + where
	case info.Size() > maxICSBytes:
		return nil, "is larger than 1 MiB; keep the holidays"
	}
	file, err := beside.Open(name)
	if err != nil {
		return nil, "cannot be opened; let gonogo read it"
	}
	data, err := io.ReadAll(io.LimitReader(file, maxICSBytes))
	if closing := file.Close(); err != nil || closing != nil {
		return nil, "cannot be read; let gonogo read it"
	}
	return data, ""
}

// daysOf returns the days of an event, or why it is not a holiday.
func daysOf(event *ics.VEvent) ([]release.Holiday, string) {
	text := func(p ics.ComponentProperty) string {
		if found := event.GetProperty(p); found != nil {
			return found.Value
		}
		return ""
	}
	name := plain(strings.TrimSpace(ics.FromText(text(ics.ComponentPropertySummary))), 60)
	if strings.EqualFold(text(ics.ComponentPropertyStatus), "CANCELLED") {
		return nil, ""
	}
	for _, p := range []ics.ComponentProperty{ics.ComponentPropertyRrule, ics.ComponentPropertyRdate, ics.ComponentPropertyDuration} {
		if event.HasProperty(p) {
			return nil, fmt.Sprintf("has an event “%s” with %s; write every day as an event of its own", name, string(p))
		}
	}
	const form = "20060102"
	first, err := time.Parse(form, text(ics.ComponentPropertyDtStart))
	if err != nil {
		return nil, fmt.Sprintf("has an event “%s” that is not a whole day; keep the holidays", name)
	}
	end := first.AddDate(0, 0, 1)
	if event.HasProperty(ics.ComponentPropertyDtEnd) {
		if end, err = time.Parse(form, text(ics.ComponentPropertyDtEnd)); err != nil || end.Before(first) {
			return nil, fmt.Sprintf("has an event “%s” that does not end on a day after it begins; mend it", name)
		}
	}
	if end.Equal(first) { // some write the last day, not the one after it
		end = first.AddDate(0, 0, 1)
	}
	if end.Sub(first) > mostHolidays*24*time.Hour {
		return nil, fmt.Sprintf("has an event “%s” that lasts for years; keep the holidays", name)
	}
	var days []release.Holiday
	for day := first; day.Before(end); day = day.AddDate(0, 0, 1) {
		if firstYear <= day.Year() && day.Year() <= lastYear {
			days = append(days, release.Holiday{Date: day.Format(time.DateOnly), Name: name})
		}
	}
	return days, ""
}
