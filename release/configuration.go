package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Doubt says in what way something that was told contradicts what gonogo knows.
type Doubt string

// The ways (R106, M9).
const (
	// DoubtDeployed: a finished deployment put another version there.
	DoubtDeployed Doubt = "deployed-otherwise"
	// DoubtLower: a finished deployment put a higher version there.
	DoubtLower Doubt = "lower-version"
	// DoubtUnknown: the version was never given to any release of the system.
	DoubtUnknown Doubt = "never-allocated"
	// DoubtBuild: the version is the deployed one, and its build is another.
	DoubtBuild Doubt = "other-build"
	// DoubtNote: the party's newest release note states another version.
	DoubtNote Doubt = "release-note"
	// DoubtGone: a finished deployment put the system there, and it is told to be gone.
	DoubtGone Doubt = "taken-out"
)

// ConfigurationIssue is a contradiction between what was told of a system in an
// environment and what gonogo knew. It is a defect of the configuration, not of
// the software: whoever manages the environments finds out which is true (R106).
type ConfigurationIssue struct {
	ID          int64
	Environment EnvironmentID
	System      SystemID
	Doubt       Doubt
	// Expected is what gonogo knew, from ExpectedFrom, the number of the release
	// that brought it; 0 where no release did.
	Expected      Version
	ExpectedBuild string
	ExpectedFrom  int
	// Told is what was told instead, by Source: "installation/12", or the release
	// note "note/7/2".
	Told      Version
	ToldBuild string
	Source    string
	By        PersonID // who told it
	At        time.Time
	Owner     PersonID // who manages the environments
	Due       time.Time

	ResolvedAt time.Time // zero while it is open
	ResolvedBy PersonID
	Truth      Version // the version that is there after all
	Resolution string
}

// Open tells whether nobody has said yet which is true.
func (i ConfigurationIssue) Open() bool { return i.ResolvedAt.IsZero() }

// Subject returns the ledger's name for the issue, "configuration-issue/3".
func (i ConfigurationIssue) Subject() string { return fmt.Sprintf("configuration-issue/%d", i.ID) }

// What says in one sentence what contradicts what.
func (i ConfigurationIssue) What(p *Programme) string {
	s, _ := p.System(i.System)
	e, _ := p.Environment(i.Environment)
	known := shownVersion(i.Expected, i.ExpectedBuild)
	if i.ExpectedFrom != 0 {
		known += ", which " + ReleaseName(i.ExpectedFrom) + " brought"
	}
	told := p.NameOf(i.By) + " reported " + shownVersion(i.Told, i.ToldBuild)
	if i.Doubt == DoubtNote {
		told = i.sourceWords() + " states " + i.Told.String()
	}
	where := s.Name + " in " + e.Name + ": "
	switch i.Doubt {
	case DoubtUnknown:
		told += ", a version that no release of it ever had"
		if i.Expected.IsZero() {
			return where + told + "."
		}
	case DoubtGone:
		return where + p.NameOf(i.By) + " reported it taken out; gonogo knows " + known + "."
	case DoubtDeployed, DoubtLower, DoubtBuild, DoubtNote:
	}
	return where + told + "; gonogo knows " + known + "."
}

func shownVersion(v Version, build string) string {
	return Installation{Version: v, Build: build}.Shown()
}

// sourceWords name a source as people know it.
func (i ConfigurationIssue) sourceWords() string {
	var release, version int
	if _, err := fmt.Sscanf(i.Source, "note/%d/%d", &release, &version); err == nil {
		return fmt.Sprintf("release note %d of %s", version, ReleaseName(release))
	}
	return strings.Replace(i.Source, "/", " ", 1)
}

// doubtHour is the hour of the day, in the programme's zone, at which an issue
// should be resolved, doubtDays how many working days after it was raised.
const (
	doubtHour = 17
	doubtDays = 1
)

// issueDue is when an issue raised now should be resolved.
func (p *Programme) issueDue(now time.Time) time.Time {
	day := p.WorkingCalendar().AddWorkingDays(now.In(p.Location()), doubtDays)
	return time.Date(day.Year(), day.Month(), day.Day(), doubtHour, 0, 0, 0, p.Location()).UTC()
}

// Contradiction returns in what way something told by hand contradicts what
// gonogo knows: Known is the newest fact of the same place and instant, the zero
// Installation for none, and Allocated are the versions ever given to releases of
// the system. What contradicts only another report by hand corrects it, and is no
// contradiction.
func Contradiction(told, known Installation, allocated []Version) (Doubt, bool) {
	never := len(allocated) > 0 && !told.Version.IsZero() && !slices.Contains(allocated, told.Version)
	switch {
	case never:
		return DoubtUnknown, true
	case known.Release == 0 || known.Version.IsZero():
		return "", false
	case told.Version.IsZero():
		return DoubtGone, true
	case told.Version == known.Version && told.Build != "" && known.Build != "" && told.Build != known.Build:
		return DoubtBuild, true
	case told.Version.Compare(known.Version) < 0:
		return DoubtLower, true
	case told.Version != known.Version:
		return DoubtDeployed, true
	}
	return "", false
}

// issueOf begins an issue about something told.
func (p *Programme) issueOf(d Doubt, told, known Installation, now time.Time) ConfigurationIssue {
	i := ConfigurationIssue{
		Environment: told.Environment, System: told.System, Doubt: d, Expected: known.Version, ExpectedBuild: known.Build,
		ExpectedFrom: known.Release, Told: told.Version, ToldBuild: told.Build, By: told.By, At: now, Due: p.issueDue(now),
	}
	if managers := p.environmentManagers(); len(managers) > 0 {
		i.Owner = managers[0]
	}
	return i
}

// MayResolveDoubt tells whether a person may say which version is true: the
// programme's environment managers and release managers (R106).
func (p *Programme) MayResolveDoubt(x Person) bool {
	return p.RunsEnvironments(x) || p.holdsForProgramme(x, ReleaseManager)
}

// ConfigurationBlockers returns the open issues about a system in the environments that
// it is to be deployed to: while nobody knows what is there, no deployment
// follows its baseline (R48, M9).
func ConfigurationBlockers(p *Programme, l Landing, issues []ConfigurationIssue) []Blocker {
	var blockers []Blocker
	for _, i := range issues {
		t, goes := find(l.Targets, func(t Target) bool { return t.Environment == i.Environment })
		if !i.Open() || i.System != l.System || !goes {
			continue
		}
		blockers = append(blockers, Blocker{
			Key: i.Subject(), What: "What is there is in doubt. " + i.What(p), Role: EnvironmentManager, People: p.orManagers(i.Owner), By: t.Window.From,
			Act: fmt.Sprintf("/env issue %d resolve", i.ID), Label: "Resolve it",
		})
	}
	return blockers
}

// overdueDoubt is what an open issue asks for.
func overdueDoubt(i ConfigurationIssue, p *Programme) Overdue {
	return Overdue{
		Thing: i.Subject(), What: i.What(p), Owners: []PersonID{i.Owner}, Due: i.Due, Title: "Configuration issue " + fmt.Sprint(i.ID),
		Environments: []EnvironmentID{i.Environment}, Act: fmt.Sprintf("/env issue %d resolve", i.ID), Label: "Resolve it",
	}
}
