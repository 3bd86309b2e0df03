package release

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Cause is the category of what a lesson was learned from.
type Cause string

// The causes.
const (
	CauseCode          Cause = "code"
	CauseTesting       Cause = "testing"
	CauseInstructions  Cause = "instructions"
	CauseConfiguration Cause = "configuration"
	CauseEnvironment   Cause = "environment"
	CauseData          Cause = "data"
	CausePlanning      Cause = "planning"
	CauseCommunication Cause = "communication"
	CausePeople        Cause = "people"
	CauseOther         Cause = "other"
)

// Causes lists the causes in the order in which they are offered.
func Causes() []Cause {
	return []Cause{
		CauseCode, CauseTesting, CauseInstructions, CauseConfiguration, CauseEnvironment, CauseData, CausePlanning,
		CauseCommunication, CausePeople, CauseOther,
	}
}

var causeNames = map[Cause]string{
	CauseCode: "Defect in the build", CauseTesting: "Gap in testing", CauseInstructions: "Instructions and runbook",
	CauseConfiguration: "Configuration", CauseEnvironment: "Environment and infrastructure", CauseData: "Data",
	CausePlanning: "Planning and timing", CauseCommunication: "Communication", CausePeople: "People and roles", CauseOther: "Something else",
}

// String returns the cause as people read it.
func (c Cause) String() string {
	if name, ok := causeNames[c]; ok {
		return name
	}
	return string(c)
}

// The names of a lesson's fields; LessonField tells one lesson from another.
const (
	FieldLesson            = "lesson"
	FieldLessonSystem      = "lesson-system"
	FieldLessonEnvironment = "lesson-environment"
	FieldCause             = "cause"
	FieldLessonAction      = "proposal"
)

// LessonField names a field of the lesson at a place, counted from 0: "lesson-2".
func LessonField(i int, field string) string { return field + "-" + strconv.Itoa(i+1) }

// LessonDraft is a lesson as somebody hands it in (R38).
type LessonDraft struct {
	Words  string   `json:"words"`
	System SystemID `json:"system"`
	// Environment is empty where the lesson is about none of them more than another.
	Environment EnvironmentID `json:"environment"`
	Cause       Cause         `json:"cause"`
	Action      string        `json:"action"` // what should be done about it; may be empty
}

func (l LessonDraft) normal() LessonDraft {
	l.Words, l.Action = strings.TrimSpace(l.Words), strings.TrimSpace(l.Action)
	return l
}

// empty tells whether nothing was filled in: its choices alone are no lesson.
func (l LessonDraft) empty() bool { return l.Words == "" && l.Action == "" }

func (l LessonDraft) check(i int, p *Programme) []FieldProblem {
	var problems []FieldProblem
	say := func(field, why string) {
		if why != "" {
			problems = append(problems, FieldProblem{Field: LessonField(i, field), Why: why})
		}
	}
	say(FieldLesson, checkText(l.Words, MaxText, "Say what was learned, or leave all of this lesson empty."))
	if _, ok := p.System(l.System); !ok {
		say(FieldLessonSystem, "Choose the system it is about.")
	}
	if _, ok := p.Environment(l.Environment); !ok && l.Environment != "" {
		say(FieldLessonEnvironment, "Choose an environment of the programme, or none.")
	}
	if !slices.Contains(Causes(), l.Cause) {
		say(FieldCause, "Choose what it was learned from.")
	}
	if l.Action != "" {
		say(FieldLessonAction, checkText(l.Action, MaxText, ""))
	}
	return problems
}

// Lesson is what was learned in a review that is closed (M19, R124). It comes
// back when somebody raises an RFC for the same system or environment.
type Lesson struct {
	LessonDraft

	ID      int64
	Review  int64
	Release int
	Type    ReleaseType // of the release it was learned from
	By      PersonID
	At      time.Time
}

// Name returns the lesson's name, "L-12".
func (l Lesson) Name() string { return LessonName(l.ID) }

// LessonName returns the name of the lesson with that id.
func LessonName(id int64) string { return "L-" + strconv.FormatInt(id, 10) }

// Subject returns the ledger's name for the lesson, "lesson/12".
func (l Lesson) Subject() string { return fmt.Sprintf("lesson/%d", l.ID) }

// MostRecalled is how many lessons come back for one RFC.
const MostRecalled = 5

// Recall returns the lessons that concern what somebody wants to change, the
// nearest first: of the same system and environment, then of one of them; then
// those of the same cause and type; then the newest. What several people said in
// the same words comes once (M19).
func Recall(lessons []Lesson, c RFCContent) []Lesson {
	var near []Lesson
	said := map[string]bool{}
	all := slices.Clone(lessons)
	slices.SortStableFunc(all, func(a, b Lesson) int {
		return cmp.Or(slices.Compare(b.nearness(c), a.nearness(c)), b.At.Compare(a.At), cmp.Compare(b.ID, a.ID))
	})
	for _, l := range all {
		words := strings.ToLower(strings.Join(strings.Fields(l.Words), " "))
		if l.nearness(c)[0] == 0 || said[words] {
			continue
		}
		said[words] = true
		if near = append(near, l); len(near) == MostRecalled {
			break
		}
	}
	return near
}

// nearness says how near a lesson is to a change: its place, its cause, its type.
func (l Lesson) nearness(c RFCContent) []int {
	there := slices.Contains(c.Environments, l.Environment)
	place, cause, kind := 0, 0, 0
	switch {
	case l.System == c.System && there:
		place = 3
	case l.System == c.System:
		place = 2
	case there:
		place = 1
	}
	if (c.Kind == DefectFix && l.Cause == CauseCode) || (c.Kind == ConfigurationOperation && (l.Cause == CauseConfiguration || l.Cause == CauseData)) {
		cause = 1
	}
	if l.Type == c.Type {
		kind = 1
	}
	return []int{place, cause, kind}
}

// Matches tells whether a lesson holds every word of a text: in what was learned,
// its proposal, its cause, its system or environment.
func (l Lesson) Matches(text string, p *Programme) bool {
	system, _ := p.System(l.System)
	environment, _ := p.Environment(l.Environment)
	parts := []string{
		l.Name(), l.Words, l.Action, string(l.Cause), l.Cause.String(), string(l.System), system.Name, string(l.Environment), environment.Name,
		ReleaseName(l.Release),
	}
	hay := strings.ToLower(strings.Join(parts, "\n"))
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if !strings.Contains(hay, word) {
			return false
		}
	}
	return true
}

// LessonDecision is what the requester of an RFC made of a lesson that came back:
// it is heeded, or it is dismissed with a reason (M19).
type LessonDecision struct {
	ID       int64
	RFC      int
	Lesson   int64
	Accepted bool
	Reason   string
	By       PersonID
	At       time.Time
}

// check refuses a dismissal without its reason.
func (d LessonDecision) check() string {
	if d.Accepted && d.Reason == "" {
		return ""
	}
	return checkText(d.Reason, MaxSentence, "Say why it does not apply here.")
}
