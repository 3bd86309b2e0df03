package release

import (
	"context"
	"strconv"
	"strings"
)

// CardPlace is where the card of an RFC, a release or a run stands in Slack; the
// zero value says that it was not posted yet.
type CardPlace struct {
	Channel string
	TS      string
}

// IsZero tells whether the card was not posted yet.
func (p CardPlace) IsZero() bool { return p == CardPlace{} }

// CardPoster shows the newest state of an RFC, a release or a run on its card.
// Storage calls it for one replica at a time, so that a card never shows an older
// state after a newer one; Slack is a view and may fail without harm (T33).
type CardPoster interface {
	// Show posts the card of a subject, "rfc/12", "release/7" or "rollout/5", or
	// updates it where it stands, and returns its place.
	Show(ctx context.Context, subject string, at CardPlace) (CardPlace, error)
}

// CardOf reads the subject of a card: the number of an RFC or of a release, and 0
// for the other. Both are 0 for whatever has no card.
func CardOf(subject string) (rfc, number int) {
	noun, digits, _ := strings.Cut(subject, "/")
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil || n < 1:
	case noun == "rfc":
		return n, 0
	case noun == "release":
		return 0, n
	}
	return 0, 0
}

// RolloutOf reads the subject of a run's card, "rollout/5": its id, and 0 for
// whatever else has a card.
func RolloutOf(subject string) int64 {
	digits, ok := strings.CutPrefix(subject, "rollout/")
	id, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || id < 1 {
		return 0
	}
	return id
}
