package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares what a test got with a file, or writes it anew.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -update accepts it):\n%s", file, diff)
	}
}

// small returns the smallest programme file that has everything.
func small(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "programme", "small.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// faults are edits of small.yaml that people may make. Each pair replaces the
// first occurrence of a text.
var faults = []struct {
	name  string
	edits []string
}{
	{"everything at once", []string{
		"short: SMALL", "shrt: SMALL", "Europe/London", "Europe/Lodnon", "party: elexon\n", "party: Elexn\n",
		"ada@si.example", "ada at si", "date: 2023-10-30", "date: 2023-02-30", "0 9 * * MON", "0 25 * * MON", "people: [ada]", "people: [ado]",
	}},
	{"empty file", nil},
	{"not YAML", []string{"name: Small programme", "name: \"Small programme"}},
	{"a tab", []string{"  team: T0SMALL", "\tteam: T0SMALL"}},
	{"not UTF-8", []string{"Cy Pratt", "Cy Pr\xe4tt"}},
	{"another document", []string{"parties:", "---\nparties:"}},
	{"a list instead of the file", []string{"name: Small", "- name: Small", "short:", "  short:"}},
	{"unknown key at the top", []string{"zone:", "timezone:"}},
	{"unknown key, nothing near", []string{"short:", "abbreviation:"}},
	{"unknown key in a list", []string{"kind: participant", "knd: participant"}},
	{"a key twice", []string{"short: SMALL", "short: SMALL\nshort: LARGE"}},
	{"missing section", []string{"systems:\n  - {id: market-data, repository: https://git.example/elexon/market-data.git, name: Market Data, party: elexon}\n", ""}},
	{"empty section", []string{"  - {id: market-data, repository: https://git.example/elexon/market-data.git, name: Market Data, party: elexon}\n", ""}},
	{"empty list", []string{"people: [ada]", "people: []"}},
	{"a text for a list", []string{"slack: [U0ADA]", "slack: U0ADA"}},
	{"a list for a text", []string{"name: Ada Achebe", "name: [Ada, Achebe]"}},
	{"a number for a text", []string{"short: SMALL", "short: 2026"}},
	{"yes for true", []string{"chair: true", "chair: yes"}},
	{"an anchor", []string{"name: Cy Pratt", "name: &cy Cy Pratt"}},
	{"a merge key", []string{"    name: Cy Pratt\n", "    name: Cy Pratt\n    <<: {retired: true}\n"}},
	{"a tag", []string{"name: Cy Pratt", "name: !!str Cy Pratt"}},
	{"zone of the machine", []string{"Europe/London", "Local"}},
	{"zone of a person", []string{"    slack: [U0ADA]\n", "    slack: [U0ADA]\n    zone: Europe/Dubln\n"}},
	{"unknown calendar", []string{"england-and-wales", "england"}},
	{"holiday that does not exist", []string{"2023-05-08", "2023-02-29, 2023-05-08, 2023-05-08, 8 May"}},
	{"calendar declared in vain", []string{"id: scotland", "id: england-and-wales"}},
	{"calendars of one name", []string{"calendars:\n", "calendars:\n  - {id: wales, name: Scotland, base: england-and-wales}\n"}},
	{"calendar without days", []string{"    days:\n      - 2024-01-02 2nd January\n      - 2024-12-02\n", ""}},
	{"calendar of unknown base", []string{"name: Scotland", "name: Scotland\n    base: england"}},
	{"calendar's days", []string{
		"2024-01-02 2nd January", "2024-02-30 Leap day", "- 2024-12-02\n", "- 2024-12-02\n      - 2024-12-02 again\n      - 2 December\n      - \"2024-12-03 \\e[2J\"\n",
	}},
	{"calendar from a file that cannot be", []string{"name: Scotland", "name: Scotland\n    ics: scotland.ics"}},
	{"party of an unknown calendar", []string{"kind: participant", "kind: participant, calendar: scottland"}},
	{"lead times", []string{"    minor:\n", `      lead-times:
        - {for: release-notes, before: 5 days, at: "17:00"}
        - {for: release-note, before: five days, at: "25:00", calendar: england-and-wales}
        - {for: release-note, before: 31 working days, at: "17:00"}
        - {for: plans-approved, before: 1 day}
        - {for: known-issues-agreed, before: 0 days, at: "17:00", calendar: impacted}
        - {for: rfc-approved, before: 1 working day, at: "17:00"}
    minor:
`}},
	{"policy of a type", []string{
		"quorum: 60%", "quorum: 160%", "meetings: [kick-off, go-no-go]", "meetings: [kick-off, rcb, kick-off, retro]", "waivers: [release-manager]",
		"waivers: [pmo, release-manager, pmo]", "      retrospective: 5 working days", "      retrospective: 5 days",
	}},
	{"a proof of who decides", []string{"      retrospective: 5 working days", "      retrospective: 5 working days\n      step-up: sometimes"}},
	{"closure and support", []string{"      retrospective: 5 working days", `      retrospective: 5 working days
      support: 5 days
      closure:
        minimum-open: 3d
        deadline: 2d
        seats:
          - {function: release-manager, of: somebody, mandatory: true}`}},
	{"a gate of a minor and none of a major", []string{"      programme:\n", "    minor:\n      retrospective: 2 working days\n      programme:\n", "    minor:\n      approval", "      approval"}},
	{"an override of the programme gate", []string{"quorum: 60%", "override: true"}},
	{"escalation and delegates", []string{
		"delegation-limit: 14 days", "delegation-limit: 31 days", "- {phase: SIT Functional, parties: [elexon], role: development-team-lead}",
		"- {phase: SIT Functinal, parties: [elexn], role: development-team-lead}\n    - {phase: SIT Functional, parties: [si], role: pmo}\n    - {phase: SIT Functional, parties: [], role: pmo}",
	}},
	{"lists of release notes", []string{"delegation-limit: 14 days", "delegation-limit: 14 days\n  note-lists: [pmo, pmoo, pmo]"}},
	{"slack places by name", []string{"T0SMALL", "small-workspace", "C0RCB", "\"#rcb\""}},
	{"unknown kind", []string{"kind: core-provider", "kind: core provider"}},
	{"meeting times", []string{
		"days: [wednesday]", "days: [wednesday, someday, wednesday]", "at: \"10:00\"", "at: \"24:00\"", "corrections: 2d", "corrections: 31d",
		"days: [first-tuesday], ", "", "kind: ewg", "kind: emg",
	}},
	{"meeting without a time", []string{"kind: rcb, days: [wednesday], at: \"10:00\"", "kind: rcb, days: [wednesday]", "kind: ewg", "kind: kick-off"}},
	{"meeting on two timetables", []string{"[wednesday]", "[wednesday, first-tuesday]", "kind: ewg, days: [first-tuesday], at", "kind: rcb, at"}},
	{"party twice", []string{"id: brightfell, name: Brightfell Energy", "id: elexon, name: Elexon"}},
	{"party with a seat's word", []string{"id: brightfell", "id: provider"}},
	{"id with capitals", []string{"id: brightfell", "id: Brightfell"}},
	{"person twice", []string{"id: bo\n", "id: ada\n", "bo@elexon.example", "ADA@si.example"}},
	{"the operator's id", []string{"id: cy\n", "id: operator\n"}},
	{"name too long", []string{"Cy Pratt", strings.Repeat("Cy ", 30) + "Pratt"}},
	{"name with a line break", []string{"Cy Pratt", `"Cy\nBcc: all@example"`}},
	{"name with control characters", []string{"Cy Pratt", `"Cy \e[2J Pratt"`}},
	{"name that runs backwards", []string{"Cy Pratt", `"Cy \u202Etarp"`}},
	{"blank name", []string{"Cy Pratt", `"  "`}},
	{"mail with a name", []string{"cy@si.example", `"Cy <cy@si.example>"`}},
	{"mail with a header", []string{"cy@si.example", `"cy@si.example\r\nBcc: x@y.example"`}},
	{"slack account twice", []string{"T0ELEXON/U0BO", "T0SMALL/U0ADA"}},
	{"slack account by name", []string{"U0ADA", "\"@ada\""}},
	{"unknown role", []string{"role: release-manager", "role: release manager"}},
	{"role of an unknown party", []string{"release-manager, party: si", "release-manager, party: sj"}},
	{"role twice", []string{"[{role: release-manager, party: si}]", "[{role: release-manager, party: si}, {role: release-manager, party: si}]"}},
	{"no roles", []string{"[{role: release-manager, party: si}]", "[]"}},
	{"repository by name", []string{"git.example/elexon/market-data.git", "market-data"}},
	{"repository with a password", []string{"https://git.example", "https://ada:hunter2@git.example"}},
	{"repository that is a command", []string{"https://git.example/elexon/market-data.git", "\"ext::id\""}},
	{"system of a participant", []string{"Market Data, party: elexon", "Market Data, party: brightfell"}},
	{"environment of strangers, after itself", []string{
		"purpose: Functional tests.}", "purpose: Functional tests., parties: [elexon, elexon, nobody], after: [{environment: sit-a}, {environment: staging, optional: true}]}",
	}},
	{"promotion path in a circle", []string{
		"purpose: Functional tests.}", "purpose: Functional tests., after: [{environment: uit}, {environment: uit}]}\n  - {id: uit, name: UIT, purpose: Acceptance., after: [{environment: sit-a}]}",
	}},
	{"phase in an unknown environment", []string{"environment: sit-a", "environment: sit-b"}},
	{"unknown release type", []string{"type: major", "type: majr"}},
	{"date that does not exist", []string{"date: 2023-10-30", "date: 2023-11-31"}},
	{"date in another form", []string{"date: 2023-10-30", "date: 30 Oct 2023"}},
	{"policy type missing", []string{"    emergency:\n", "    hotfix:\n"}},
	{"policy without a type's ballot", []string{"      deployment:\n", "      rollout:\n"}},
	{"escalation nobody can be", []string{"escalation: sro-tmag-chair", "escalation: pmo"}},
	{"raiser twice", []string{"raisers: [release-manager]", "raisers: [release-manager, tester, release-manager]"}},
	{"duration in words", []string{"minimum-open: 10m", "minimum-open: ten minutes"}},
	{"minimum beyond the deadline", []string{"minimum-open: 10m", "minimum-open: 1d12h"}},
	{"deadline of nothing and of ages", []string{"deadline: 1d", "deadline: 0m", "deadline: 1d", "deadline: 31d"}},
	{"reminder after the deadline", []string{"[4h, 1h]", "[2d, 1h, 1h, 0h]"}},
	{"override of majors", []string{"        deadline: 1d\n", "        deadline: 1d\n        override: true\n"}},
	{"no chair", []string{", chair: true", ""}},
	{"two chairs, one optional", []string{"of: provider, mandatory: true", "of: provider, chair: true"}},
	{"seat of an unknown party", []string{"of: provider", "of: providers"}},
	{"seat twice", []string{"development-team-lead, of: provider", "release-manager, of: si"}},
	{"seat nobody fulfils", []string{"function: development-team-lead", "function: build-manager"}},
	{"one person for two seats", []string{
		"role: development-team-lead", "role: devops", "escalation: sro-tmag-chair", "escalation: release-manager",
		"[{role: release-manager, party: si}]", "[{role: release-manager, party: si}, {role: development-team-lead, party: elexon}]",
	}},
	{"RACI row and cell missing", []string{
		"  remediation: {", "  remedy: {", ", tp: I}", "}",
	}},
	{"RACI letters", []string{`rm: "R,A", dev: C`, `rm: "R,A", dev: D`, `rm: "R,A", dev: C`, "rm: R, dev: C", "rm: A, dev: C", `rm: "A,A", dev: A`}},
	{"RACI row without anybody responsible", []string{`csp: R, tp: I`, `csp: I, tp: I`, `{rm: "R,A", dev: I`, `{rm: A, dev: I`}},
	{"unknown report", []string{"report: readiness", "report: readyness"}},
	{"cron of any kind", []string{"0 9 * * MON", `"@every 1s"`}},
	{"cron with its own zone", []string{"0 9 * * MON", "TZ=UTC"}},
	{"cron that means either", []string{"0 9 * * MON", "0 9 1-7 * TUE"}},
	{"cron that never comes", []string{"0 9 * * MON", "0 9 30 2 *"}},
	{"busy weeks", []string{"cron: 0 9 * * MON}", "cron: 0 9 * * MON, busy: {when: 4 windows in 5 days, cron: 0 25 * * WED}}\n  - {report: roadmap, cron: first-working-day 09:00, busy: {when: 4 windows within 5 working days, cron: 0 9 * * WED}}"}},
	{"busy weeks without a time", []string{"cron: 0 9 * * MON}", "cron: 0 9 * * MON, busy: {when: 4 windows within 5 working days}}"}},
	{"report twice", []string{"  - {report: readiness, cron: 0 9 * * MON}\n", "  - {report: readiness, cron: 0 9 * * MON}\n  - {report: readiness, cron: 0 9 * * THU}\n"}},
	{"list of strangers", []string{"people: [ada]", "people: [ada, ada, Bo, nobody-at-all]"}},
}

// TestFaults holds the words of every mistake: each names its line, what is
// wrong and what to write instead.
func TestFaults(t *testing.T) {
	base := small(t)
	if _, mistakes := ParseProgramme([]byte(base)); len(mistakes) > 0 {
		t.Fatalf("small.yaml has mistakes: %v", mistakes)
	}
	var got bytes.Buffer
	for _, fault := range faults {
		text := base
		if fault.edits == nil {
			text = "# nothing\n"
		}
		for i := 0; i < len(fault.edits); i += 2 {
			if !strings.Contains(text, fault.edits[i]) {
				t.Fatalf("%s: nothing to replace: %q", fault.name, fault.edits[i])
			}
			text = strings.Replace(text, fault.edits[i], fault.edits[i+1], 1)
		}
		_, mistakes := ParseProgramme([]byte(text))
		if len(mistakes) == 0 {
			t.Errorf("%s: no mistake found", fault.name)
		}
		fmt.Fprintf(&got, "# %s\n", fault.name)
		for _, m := range mistakes {
			fmt.Fprintln(&got, m)
		}
	}
	golden(t, filepath.Join("testdata", "programme", "faults.golden"), got.Bytes())
}

// TestLargeFiles guards the parser's time and stack.
func TestLargeFiles(t *testing.T) {
	for name, data := range map[string]string{
		"bytes":    strings.Repeat("#\n", maxProgrammeBytes),
		"lines":    strings.Repeat("a: b\n", maxProgrammeLines+1),
		"line":     strings.Repeat("- ", maxProgrammeBytes/2),
		"brackets": strings.Repeat("[\n", maxProgrammeBytes/2),
	} {
		if _, mistakes := ParseProgramme([]byte(data)); len(mistakes) != 1 {
			t.Errorf("%s: %v, want one mistake", name, mistakes)
		}
	}
}
