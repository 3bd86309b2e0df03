package release

import (
	"slices"
	"time"
)

// many is a transaction that only reads, for the gates of many releases: what they
// ask alike is asked once, so that the board of sixty releases costs little more
// than one of ten.
type many struct {
	Tx

	rfcs       map[int]RFC
	programmes map[int]*Programme
	statuses   map[statusAsk][]StatusReport
	bookings   map[BookingFilter][]Booking
	debts      map[DebtFilter][]Debt
	issues     map[ConfigurationIssueFilter][]ConfigurationIssue
}

type statusAsk struct {
	environment EnvironmentID
	at          time.Time
}

// manyOf returns such a transaction for releases, with their RFCs read at once.
func manyOf(tx Tx, releases []Release) (*many, error) {
	m := &many{
		Tx: tx, rfcs: map[int]RFC{}, programmes: map[int]*Programme{}, statuses: map[statusAsk][]StatusReport{}, bookings: map[BookingFilter][]Booking{},
		debts: map[DebtFilter][]Debt{}, issues: map[ConfigurationIssueFilter][]ConfigurationIssue{},
	}
	var numbers []int
	for _, r := range releases {
		if r.RFC != 0 {
			numbers = append(numbers, r.RFC)
		}
	}
	if len(numbers) == 0 {
		return m, nil
	}
	found, err := tx.FindRFCs(RFCFilter{Numbers: numbers})
	for _, r := range found {
		m.rfcs[r.Number] = r
	}
	return m, err
}

// RFC returns an RFC; one that is not to be locked was read before.
func (m *many) RFC(number int, lock Lock) (RFC, error) {
	if r, known := m.rfcs[number]; known && lock == NoLock {
		return r, nil
	}
	return m.Tx.RFC(number, lock)
}

// ProgrammeAt returns a version of the programme.
func (m *many) ProgrammeAt(version int) (*Programme, error) {
	if p, known := m.programmes[version]; known {
		return p, nil
	}
	p, err := m.Tx.ProgrammeAt(version)
	if err == nil {
		m.programmes[version] = p
	}
	return p, err
}

// StatusesAt returns how an environment does.
func (m *many) StatusesAt(environment EnvironmentID, at time.Time) ([]StatusReport, error) {
	return once(m.statuses, statusAsk{environment, at}, func() ([]StatusReport, error) { return m.Tx.StatusesAt(environment, at) })
}

// FindBookings finds bookings.
func (m *many) FindBookings(f BookingFilter) ([]Booking, error) {
	return once(m.bookings, f, func() ([]Booking, error) { return m.Tx.FindBookings(f) })
}

// FindDebts finds debts.
func (m *many) FindDebts(f DebtFilter) ([]Debt, error) {
	return once(m.debts, f, func() ([]Debt, error) { return m.Tx.FindDebts(f) })
}

// FindConfigurationIssues finds issues of the configuration.
func (m *many) FindConfigurationIssues(f ConfigurationIssueFilter) ([]ConfigurationIssue, error) {
	return once(m.issues, f, func() ([]ConfigurationIssue, error) { return m.Tx.FindConfigurationIssues(f) })
}

// once asks what is not known yet; whoever is answered may change the answer.
func once[K comparable, V any](known map[K][]V, key K, ask func() ([]V, error)) ([]V, error) {
	if all, ok := known[key]; ok {
		return slices.Clone(all), nil
	}
	all, err := ask()
	if err != nil {
		return nil, err
	}
	known[key] = slices.Clone(all)
	return all, nil
}
