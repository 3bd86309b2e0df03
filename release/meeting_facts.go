package release

import "fmt"

// factsOf loads what entries are about, as the board's channel may see it.
func factsOf(tx Tx, lines []LedgerLine) (MinuteFacts, error) {
	facts := MinuteFacts{
		RFCs: map[int]RFC{}, Ballots: map[int64]Ballot{}, Releases: map[int]Release{}, Debts: map[int64]Debt{}, Bookings: map[int64]Booking{},
	}
	var numbers []int
	for _, l := range lines {
		if l.RFC != 0 {
			numbers = append(numbers, l.RFC)
		}
		if err := facts.load(tx, l.Subject); err != nil {
			return facts, err
		}
	}
	if len(numbers) == 0 {
		return facts, nil
	}
	rfcs, err := tx.FindRFCs(RFCFilter{Numbers: numbers})
	if err != nil {
		return facts, fmt.Errorf("load the RFCs for the minutes: %w", err)
	}
	for _, r := range rfcs {
		if r.ShownTo(Clockwork) {
			facts.RFCs[r.Number] = r
		}
	}
	return facts, nil
}

// load loads what a subject names.
func (f MinuteFacts) load(tx Tx, subject string) error {
	if err := know(f.Ballots, numberIn("ballot/", subject), func(id int64) (Ballot, error) { return tx.Ballot(id, NoLock) }); err != nil {
		return fmt.Errorf("load %s for the minutes: %w", subject, err)
	}
	if err := know(f.Releases, int(numberIn("release/", subject)), func(n int) (Release, error) { return tx.Release(n, NoLock) }); err != nil {
		return fmt.Errorf("load %s for the minutes: %w", subject, err)
	}
	if err := know(f.Debts, numberIn("debt/", subject), func(id int64) (Debt, error) { return tx.Debt(id, NoLock) }); err != nil {
		return fmt.Errorf("load %s for the minutes: %w", subject, err)
	}
	if err := know(f.Bookings, numberIn("booking/", subject), func(id int64) (Booking, error) { return tx.Booking(id, NoLock) }); err != nil {
		return fmt.Errorf("load %s for the minutes: %w", subject, err)
	}
	return nil
}

// know keeps what has a number, once; 0 is nothing.
func know[K comparable, T any](known map[K]T, number K, load func(K) (T, error)) error {
	var none K
	if _, ok := known[number]; ok || number == none {
		return nil
	}
	x, err := load(number)
	if err == nil {
		known[number] = x
	}
	return err
}
