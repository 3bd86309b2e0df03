package storage

import (
	"strconv"

	"gonogo.dev/release"
)

func (b *books) debtOpened(e entryRow, d entryData) error {
	defects, err := digest(listed(d.Defects))
	b.claim(e.Subject, ballotName(e.Subject), map[string]string{
		"is of": release.ReleaseName(d.Emergency), "is a": d.Kind, "must go into": numbered(d.Target), "mends the defects with the digest": defects,
		"is due at": stamp(d.Due), "was opened at": stamp(e.At.time()), "was settled at": "", "was settled by": "", "was settled in": "", "is shown by": "",
	})
	return err
}

// debtSettled tells of the end of a debt, and debtReopened of its new beginning (M6).
func (b *books) debtSettled(e entryRow, d entryData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{
		"was settled at": stamp(e.At.time()), "was settled by": e.ByPerson, "was settled in": numbered(d.In), "is shown by": d.Ref,
	})
	return nil
}

func (b *books) debtReopened(e entryRow, _ entryData) error {
	b.amend(e.Subject, ballotName(e.Subject), map[string]string{"was settled at": "", "was settled by": "", "was settled in": "", "is shown by": ""})
	return nil
}

func (b *books) debts() error {
	var fault error
	err := each(b.t.q().Order("id"), "the debts", func(r debtRow) {
		defects, err := digest(listed(r.Defects.V))
		if err != nil {
			fault = err
		}
		d := r.debt()
		b.hold(d.Subject(), ballotName(d.Subject()), map[string]string{
			"is of": release.ReleaseName(r.Emergency), "is a": r.Kind, "must go into": numbered(r.Target), "mends the defects with the digest": defects,
			"is due at": stamp(d.Due), "was opened at": stamp(d.OpenedAt), "was settled at": stamp(d.SettledAt), "was settled by": r.SettledBy,
			"was settled in": numbered(r.SettledIn), "is shown by": r.Evidence,
		})
	})
	if err == nil {
		err = fault
	}
	return err
}

// numbered names a release; 0 is none.
func numbered(number int) string {
	if number == 0 {
		return ""
	}
	return "REL-" + strconv.Itoa(number)
}
