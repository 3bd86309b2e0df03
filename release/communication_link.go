package release

import (
	"strconv"
	"time"
)

const (
	confirmPurpose = "confirm"
	// confirmDays is how long what a mail asks for can be confirmed by its link.
	confirmDays = 60
)

// ConfirmLink is what the link of a communication says: which one, and who.
type ConfirmLink struct {
	Communication int64
	Person        PersonID
}

// Confirm returns the address at which a person confirms what they were sent at an
// instant; empty where there are no links (M11).
func (l Links) Confirm(communication int64, to PersonID, at time.Time) string {
	if l.base == "" {
		return ""
	}
	token := l.Seal(confirmPurpose, at.AddDate(0, 0, confirmDays), strconv.FormatInt(communication, 10), string(to))
	return l.Page("/confirm/" + token)
}

// ReadConfirm reads the token of a confirmation; one that is over, or that gonogo
// did not make, is refused.
func (l Links) ReadConfirm(token string, now time.Time) (ConfirmLink, error) {
	const what = "This link does not work."
	said, ends, ok := l.Unseal(confirmPurpose, token, 2)
	if !ok {
		return ConfirmLink{}, refuse(CodeNotFound, what, "It is not whole, or it was not made here.", "Copy the whole address from the mail, or confirm in Slack.")
	}
	if !now.Before(ends) {
		return ConfirmLink{}, refuse(CodeStale, what, "It was made too long ago.", "Confirm in Slack with `/release confirm "+said[0]+"`.")
	}
	id, err := strconv.ParseInt(said[0], 10, 64)
	if err != nil {
		return ConfirmLink{}, refuse(CodeNotFound, what, "It is not whole, or it was not made here.", "Copy the whole address from the mail, or confirm in Slack.")
	}
	return ConfirmLink{Communication: id, Person: PersonID(said[1])}, nil
}
