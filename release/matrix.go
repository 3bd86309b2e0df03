package release

import (
	"slices"
	"time"
)

// Matrix is the version of each system in each environment at an instant, with
// what it follows, what changed and what is in doubt (R103, M9).
type Matrix struct {
	Programme    *Programme
	At           time.Time
	Since        time.Time // what changed is told since then; zero compares with nothing
	Environments []Environment
	Rows         []MatrixRow
	// Earlier and Later are when something was last different before At and first
	// after it; zero where nothing ever was.
	Earlier, Later time.Time
}

// MatrixRow is a system in every environment of the matrix, in its order.
type MatrixRow struct {
	System System
	Cells  []MatrixCell
}

// MatrixCell is a system in an environment.
type MatrixCell struct {
	Environment EnvironmentID
	// Shared is false where the system's provider has no part in the environment.
	Shared    bool
	Installed Installation // the zero Installation: not there
	// Step says how it stands to Before, what is installed in the environment that
	// comes before on the promotion path (R28).
	Step   PathStep
	Before Installation
	Was    Installation // at Since
	Doubts []ConfigurationIssue
	Status StatusReport
}

// Present tells whether the system is installed there.
func (c MatrixCell) Present() bool { return !c.Installed.Version.IsZero() }

// PathStep says how a version stands to the one in the environment before.
type PathStep string

// The steps of the promotion path.
const (
	StepNone   PathStep = ""       // nothing comes before, or nothing is there
	StepSame   PathStep = "same"   // the version that was tried before
	StepBehind PathStep = "behind" // a newer one is being tried before
	StepAhead  PathStep = "ahead"  // newer than what was tried before
	StepAlone  PathStep = "alone"  // nothing is installed where it should have been tried
)

// MatrixFacts are what a matrix is folded from, in whatever order.
type MatrixFacts struct {
	Installed []Installation // at the matrix's instant
	Was       []Installation // at the instant it is compared with
	Statuses  []StatusReport
	Doubts    []ConfigurationIssue
}

// where is a system in an environment.
type where struct {
	environment EnvironmentID
	system      SystemID
}

func placed[T any](all []T, of func(T) where) map[where]T {
	by := make(map[where]T, len(all))
	for _, x := range all {
		by[of(x)] = x
	}
	return by
}

func whereInstalled(x Installation) where { return where{x.Environment, x.System} }

// FoldMatrix puts facts into a matrix of the programme's environments and systems.
// One that is retired is shown while something of it is installed.
func FoldMatrix(p *Programme, f MatrixFacts, at, since time.Time) Matrix {
	m := Matrix{Programme: p, At: at, Since: since}
	installed, was := placed(f.Installed, whereInstalled), placed(f.Was, whereInstalled)
	statuses := placed(f.Statuses, func(r StatusReport) where { return where{r.Environment, r.System} })
	doubts := map[where][]ConfigurationIssue{}
	for _, i := range f.Doubts {
		key := where{i.Environment, i.System}
		doubts[key] = append(doubts[key], i)
	}
	has := func(is func(Installation) bool) bool {
		return slices.ContainsFunc(f.Installed, is) || slices.ContainsFunc(f.Was, is)
	}
	for _, e := range p.Environments {
		if !e.Retired || has(func(x Installation) bool { return x.Environment == e.ID }) {
			m.Environments = append(m.Environments, e)
		}
	}
	for _, s := range p.Systems {
		if s.Retired && !has(func(x Installation) bool { return x.System == s.ID }) {
			continue
		}
		row := MatrixRow{System: s}
		for _, e := range m.Environments {
			key := where{e.ID, s.ID}
			c := MatrixCell{
				Environment: e.ID, Shared: e.SharedBy(s.Party), Installed: installed[key], Was: was[key], Doubts: doubts[key], Status: statuses[key],
			}
			if c.Status.Status == "" {
				c.Status = StatusOf(nil, e.ID, s.ID)
			}
			c.Before, c.Step = p.stepOf(e, s, installed)
			row.Cells = append(row.Cells, c)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// stepOf compares a system in an environment with the one before on the promotion
// path: the first that has it, since optional ones may be left out; where none
// has, one that may not be left out says so.
func (p *Programme) stepOf(e Environment, s System, installed map[where]Installation) (Installation, PathStep) {
	here := installed[where{e.ID, s.ID}]
	if here.Version.IsZero() {
		return Installation{}, StepNone
	}
	step := StepNone
	for _, pred := range e.After {
		b, ok := p.Environment(pred.Environment)
		if !ok || b.Retired || !b.SharedBy(s.Party) {
			continue
		}
		before := installed[where{b.ID, s.ID}]
		switch {
		case before.Version.IsZero() && pred.Optional:
			continue
		case before.Version.IsZero():
			step = StepAlone
			continue
		}
		switch order := here.Version.Compare(before.Version); {
		case order < 0:
			return before, StepBehind
		case order > 0:
			return before, StepAhead
		}
		return before, StepSame
	}
	return Installation{}, step
}

// CellChange is what happened to a cell of the matrix since an instant.
type CellChange string

// The changes of a cell.
const (
	CellSame    CellChange = ""
	CellArrived CellChange = "arrived"
	CellRaised  CellChange = "raised"
	CellLowered CellChange = "lowered"
	CellRebuilt CellChange = "rebuilt" // the same version in another build
	CellGone    CellChange = "gone"
)

// Change returns what happened to the cell since the instant that the matrix is
// compared with.
func (c MatrixCell) Change() CellChange {
	now, was := c.Installed, c.Was
	switch {
	case now.Version == was.Version && (now.Build == was.Build || now.Version.IsZero()):
		return CellSame
	case was.Version.IsZero():
		return CellArrived
	case now.Version.IsZero():
		return CellGone
	case now.Version.Compare(was.Version) > 0:
		return CellRaised
	case now.Version.Compare(was.Version) < 0:
		return CellLowered
	}
	return CellRebuilt
}

// Origin says how a fact came to be known.
type Origin string

// The origins of facts.
const (
	ByDeployment Origin = "deployment"
	ByRollback   Origin = "rollback"
	ByReport     Origin = "report" // by hand, or after an operation; its note says
)

// Origin returns how the fact came to be known: what a release brought back is
// kept with the words that say which one was rolled back.
func (x Installation) Origin() Origin {
	switch {
	case x.Release == 0:
		return ByReport
	case x.Note != "":
		return ByRollback
	}
	return ByDeployment
}
