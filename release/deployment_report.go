package release

import "time"

// DeploymentReport is the one document of a deployment: plan against actual,
// what went wrong and how it was solved, the checks, who signed, deployed or
// rolled back (R36, R53, R55). It is made of the frozen run alone, so that whoever
// makes it anew gets the same bytes. Its names in JSON are fixed for ever: the
// ledger holds its digest.
type DeploymentReport struct {
	Rollout      int64           `json:"rollout"`
	Release      int             `json:"release"`
	RFC          int             `json:"rfc"`
	System       SystemID        `json:"system"`
	Type         ReleaseType     `json:"type"`
	Version      Version         `json:"version"`
	Build        int64           `json:"build"`
	BuildName    string          `json:"buildName,omitempty"`
	Note         int             `json:"note"`
	NoteDigest   string          `json:"noteDigest"`
	Environments []ReportedPlace `json:"environments"`
	Window       Window          `json:"window"`
	Started      time.Time       `json:"started"`
	Ended        time.Time       `json:"ended"`
	StartedBy    PersonID        `json:"startedBy"`
	// Outcome is RolloutDeployed or RolloutBack; SignedBy signed the first off, or
	// reported the second with its cause in Words.
	Outcome  RolloutState `json:"outcome"`
	SignedBy PersonID     `json:"signedBy"`
	Words    string       `json:"words"`
	Defect   bool         `json:"defect,omitempty"`
	// Overran is how long after the window's end it was over; 0 when it was in time (T19).
	Overran  time.Duration     `json:"overran,omitempty"`
	Sections []ReportedSection `json:"sections"`
	// Set names the backout set that was carried out; WentBack is when that was decided.
	Set       string          `json:"set,omitempty"`
	WentBack  time.Time       `json:"wentBack,omitzero"`
	BackBy    PersonID        `json:"backBy,omitempty"`
	Log       []LogLine       `json:"log,omitempty"` // issues, resolutions, errors in the instructions, decisions
	Approvals []DecidedBallot `json:"approvals,omitempty"`
}

// ReportedPlace is the version of the system in an environment before and after.
type ReportedPlace struct {
	Environment EnvironmentID `json:"environment"`
	Before      Version       `json:"before"`
	After       Version       `json:"after"`
}

// ReportedSection is a section of the runbook, plan against actual.
type ReportedSection struct {
	Section SectionKey     `json:"section"`
	Planned time.Duration  `json:"planned"` // by the note
	Took    time.Duration  `json:"took"`    // from the begin of its first step to the end of its last; 0 when it was not begun
	Steps   []ReportedStep `json:"steps"`
}

// ReportedStep is a step, plan against actual.
type ReportedStep struct {
	Number   int           `json:"number"`
	Do       string        `json:"do"`
	Who      string        `json:"who"`
	Expect   string        `json:"expect,omitempty"`
	Planned  time.Duration `json:"planned"`            // by the note
	Forecast time.Duration `json:"forecast,omitempty"` // by rehearsals
	Took     time.Duration `json:"took,omitempty"`     // of the try that finished it
	By       PersonID      `json:"by,omitempty"`
	At       time.Time     `json:"at,omitzero"`
	Result   StepResult    `json:"result,omitempty"` // of the last try; empty when it was not begun
	Tries    []StepRun     `json:"tries,omitempty"`
}

// Digest returns the SHA-256 of the report in hex.
func (r DeploymentReport) Digest() string { return digestOf(r, "a deployment report") }

// Lines returns the log's lines of a kind.
func (r DeploymentReport) Lines(kind LogKind) []LogLine {
	var lines []LogLine
	for _, l := range r.Log {
		if l.Kind == kind {
			lines = append(lines, l)
		}
	}
	return lines
}

// DeploymentReport returns the report of a deployment that is over.
func (r Rollout) DeploymentReport() DeploymentReport {
	d := DeploymentReport{
		Rollout: r.ID, Release: r.Release, RFC: r.RFC, System: r.System, Type: r.Type, Version: r.Version, Build: r.Build,
		BuildName: r.BuildName, Note: r.Note, NoteDigest: r.NoteDigest, Window: r.Window, Started: r.StartedAt, Ended: r.EndedAt,
		StartedBy: r.StartedBy, Outcome: r.State, SignedBy: r.SignedBy, Words: r.Reason, Defect: r.Defect,
		Overran: max(0, r.EndedAt.Sub(r.Window.To)), WentBack: r.WentBack, BackBy: r.BackBy, Log: r.Log, Approvals: r.Approvals,
	}
	for _, was := range r.Before {
		after := r.Version
		if r.State != RolloutDeployed {
			after = was.Version
		}
		d.Environments = append(d.Environments, ReportedPlace{Environment: was.Environment, Before: was.Version, After: after})
	}
	for _, section := range []SectionKey{Prerequisites, Instructions, PostChecks} {
		d.Sections = append(d.Sections, r.reported(section, -1, r.Runbook.Section(section)))
	}
	if back := r.Backward(); len(back) > 0 {
		set := r.Runbook.Backout[r.Set]
		d.Set = set.Name()
		d.Sections = append(d.Sections, r.reported(BackoutSteps, r.Set, set.Section))
	}
	return d
}

func (r Rollout) reported(key SectionKey, set int, s Section) ReportedSection {
	out := ReportedSection{Section: key, Planned: time.Duration(s.Minutes()) * time.Minute}
	var began, ended time.Time
	for _, l := range r.legs(key, set, s.Steps) {
		step := ReportedStep{
			Number: l.Step.Number, Do: l.Step.Do, Who: l.Step.Who, Expect: l.Step.Expect,
			Planned: time.Duration(l.Step.Minutes) * time.Minute, Took: l.Took(), Tries: l.Tries,
		}
		if l.Expected != step.Planned {
			step.Forecast = l.Expected
		}
		if n := len(l.Tries); n > 0 {
			last := l.Tries[n-1]
			step.By, step.At, step.Result = last.By, last.Ended, last.Result
			if began.IsZero() {
				began = l.Tries[0].Began
			}
			ended = latest(ended, last.Ended)
		}
		out.Steps = append(out.Steps, step)
	}
	if !began.IsZero() {
		out.Took = ended.Sub(began)
	}
	return out
}
