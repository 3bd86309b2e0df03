package release

import "time"

// DebtFilter selects debts; the zero value selects all.
type DebtFilter struct {
	Open    bool // only those that are neither settled nor closed
	System  SystemID
	Release int // of this emergency
	Target  int // that concern this release: to go into it, or settled by it
	Owner   PersonID
}

// Debts keeps what emergencies left behind. None is ever deleted.
type Debts interface {
	Debt(id int64, lock Lock) (Debt, error)
	// FindDebts returns debts by the day they are due, then by id.
	FindDebts(f DebtFilter) ([]Debt, error)
	// AddDebt keeps a new debt and sets its id.
	AddDebt(d *Debt) error
	SaveDebt(d Debt) error
}

// Chasings keeps who was told what is overdue, so that nobody is told twice.
type Chasings interface {
	// Tellings returns what was told about some things, and whatever was told at or
	// after an instant. Nobody else reads or adds any until the transaction ends.
	Tellings(things []string, since time.Time) ([]Telling, error)
	// AddTelling keeps that a person was told; the same thing at the same level to
	// the same person a second time is an error.
	AddTelling(t Telling) error
}
