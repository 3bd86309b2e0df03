package release

import "fmt"

// factsOf loads what entries are about, as the board's channel may see it.
func factsOf(tx Tx, lines []LedgerLine) (MinuteFacts, error) {
	facts := MinuteFacts{RFCs: map[int]RFC{}, Ballots: map[int64]Ballot{}, Releases: map[int]Release{}}
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

// load loads the ballot or release that a subject names.
func (f MinuteFacts) load(tx Tx, subject string) error {
	id := numberIn("ballot/", subject)
	if _, known := f.Ballots[id]; id != 0 && !known {
		b, err := tx.Ballot(id, NoLock)
		if err != nil {
			return fmt.Errorf("load ballot %d for the minutes: %w", id, err)
		}
		f.Ballots[id] = b
	}
	number := int(numberIn("release/", subject))
	if _, known := f.Releases[number]; number != 0 && !known {
		r, err := tx.Release(number, NoLock)
		if err != nil {
			return fmt.Errorf("load %s for the minutes: %w", ReleaseName(number), err)
		}
		f.Releases[number] = r
	}
	return nil
}
