package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// icsFile returns an iCalendar file with these events, each line ended as the
// format wants it.
func icsFile(events ...string) string {
	lines := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gonogo//test//EN"}
	for _, e := range events {
		lines = append(lines, "BEGIN:VEVENT", "UID:1@gonogo.example", e, "END:VEVENT")
	}
	text := strings.Join(append(lines, "END:VCALENDAR", ""), "\n")
	return strings.ReplaceAll(text, "\n", "\r\n")
}

// TestReadICS is T15: whole-day events are days on which nobody works, in the
// years that a programme knows.
func TestReadICS(t *testing.T) {
	for _, x := range []struct {
		name string
		text string
		want []release.Holiday
		why  string
	}{
		{
			"as a government writes it",
			icsFile("DTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261201\nSUMMARY:St Andrew’s Day", "DTSTART;VALUE=DATE:20260102\nSUMMARY:2nd January"),
			[]release.Holiday{{Date: "2026-11-30", Name: "St Andrew’s Day"}, {Date: "2026-01-02", Name: "2nd January"}},
			"",
		},
		{
			"several days, escapes and a folded line",
			icsFile("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226\nSUMMARY:Office closed\\, all\n  of it"),
			[]release.Holiday{{Date: "2026-12-24", Name: "Office closed, all of it"}, {Date: "2026-12-25", Name: "Office closed, all of it"}},
			"",
		},
		{
			"a last day instead of the day after, a cancelled event, years that nobody needs",
			icsFile("DTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:20260504\nSUMMARY:Early May",
				"DTSTART;VALUE=DATE:20260505\nSTATUS:CANCELLED\nSUMMARY:Not after all", "DTSTART;VALUE=DATE:20190101\nSUMMARY:Long ago"),
			[]release.Holiday{{Date: "2026-05-04", Name: "Early May"}},
			"",
		},
		{"an empty file", "", nil, "does not end as an iCalendar file does"},
		{"cut off", icsFile("DTSTART;VALUE=DATE:20261130")[:90], nil, "may be cut off"},
		{"a web page", "<html>END:VCALENDAR", nil, "is not an iCalendar file"},
		{"no events", icsFile(), nil, "has no day between 2020 and 2060"},
		{"events without a day", icsFile("SUMMARY:Some day"), nil, "“Some day” that is not a whole day"},
		{"an hour of a day", icsFile("DTSTART:20261130T090000Z\nDTEND:20261130T100000Z\nSUMMARY:Stand-up"), nil, "“Stand-up” that is not a whole day"},
		{"a rule", icsFile("DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas"), nil, "“Christmas” with RRULE"},
		{"a duration", icsFile("DTSTART;VALUE=DATE:20261225\nDURATION:P2D\nSUMMARY:Christmas"), nil, "“Christmas” with DURATION"},
		{"an end before its beginning", icsFile("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261224\nSUMMARY:Christmas"), nil, "does not end on a day after"},
		{"an age", icsFile("DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20600101\nSUMMARY:Holiday"), nil, "lasts for years"},
		{"characters that take over a terminal", icsFile("DTSTART:20261130T09\nSUMMARY:\x1b[2J"), nil, "“�[2J”"},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, why := readICS(fstest.MapFS{"days.ics": {Data: []byte(x.text)}}, "days.ics")
			if diff := cmp.Diff(x.want, got); diff != "" || (x.why == "") != (why == "") || !strings.Contains(why, x.why) {
				t.Errorf("why %q, want %q (-want +got):\n%s", why, x.why, diff)
			}
		})
	}
}

// TestReadICSBeside: a file is read from the programme file's folder alone.
func TestReadICSBeside(t *testing.T) {
	beside := fstest.MapFS{"folder/days.ics": {Data: []byte(icsFile("DTSTART;VALUE=DATE:20261130"))}, "large.ics": {Data: make([]byte, maxICSBytes+1)}}
	for name, want := range map[string]string{
		"days.ics": "is not there", "folder": "is not a file", "../days.ics": "is not a path from here", "/etc/hosts": "is not a path from here",
		"large.ics": "is larger than 1 MiB", "folder/days.ics": "",
	} {
		_, why := readICS(beside, name)
		if (want == "") != (why == "") || !strings.Contains(why, want) {
			t.Errorf("%s: %q, want %q", name, why, want)
		}
	}
}

// TestProgrammeWithICS is M20: the days of the file beside the programme are in
// the programme itself, so that the file is never needed again; a missing one is
// a mistake with its line.
func TestProgrammeWithICS(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "programme.yaml")
	text := strings.Replace(small(t), "    name: Scotland\n", "    name: Scotland\n    ics: days.ics\n", 1)
	write := func(file, text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(file, text)
	if _, mistakes, err := parseProgrammeFile(file); err != nil || len(mistakes) != 1 || mistakes[0].Path != "calendars[0].ics" ||
		mistakes[0].Line != 141 || !strings.Contains(mistakes[0].Problem, "is not there") {
		t.Errorf("without the file: %v, %v", mistakes, err)
	}
	write(filepath.Join(folder, "days.ics"), icsFile("DTSTART;VALUE=DATE:20261130\nSUMMARY:St Andrew's Day"))
	p, mistakes, err := parseProgrammeFile(file)
	if err != nil || len(mistakes) > 0 {
		t.Fatal(mistakes, err)
	}
	want := []release.Holiday{
		{Date: "2024-01-02", Name: "2nd January"}, {Date: "2024-12-02", Name: "Scotland"}, {Date: "2026-11-30", Name: "St Andrew's Day"},
	}
	if diff := cmp.Diff(want, p.Calendars[0].Holidays); diff != "" {
		t.Errorf("Scotland (-want +got):\n%s", diff)
	}
	if _, _, err := parseProgrammeFile(filepath.Join(folder, "nothing.yaml")); err == nil || !strings.Contains(err.Error(), "read the programme file") {
		t.Errorf("a programme that is not there: %v", err)
	}
}

// FuzzReadICS: no file is a fault, and what is taken are days that exist.
func FuzzReadICS(f *testing.F) {
	f.Add(icsFile("DTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261201\nSUMMARY:St Andrew’s Day"))
	f.Add(icsFile("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102\nSUMMARY:Office closed\\, all\n  of it"))
	f.Add("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR")
	f.Fuzz(func(t *testing.T, text string) {
		holidays, why := readICS(fstest.MapFS{"days.ics": {Data: []byte(text)}}, "days.ics")
		if (why == "") != (len(holidays) > 0) || strings.ContainsFunc(why, hidden) {
			t.Errorf("%d days and %q", len(holidays), why)
		}
		for _, h := range holidays {
			day, err := time.Parse(time.DateOnly, h.Date)
			if err != nil || day.Year() < firstYear || day.Year() > lastYear || strings.ContainsFunc(h.Name, hidden) {
				t.Errorf("%+v: %v", h, err)
			}
		}
	})
}
