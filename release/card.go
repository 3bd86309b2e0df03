package release

import "context"

// CardPlace is where an RFC's card stands in Slack; the zero value says that it
// was not posted yet.
type CardPlace struct {
	Channel string
	TS      string
}

// IsZero tells whether the card was not posted yet.
func (p CardPlace) IsZero() bool { return p == CardPlace{} }

// CardPoster shows the newest state of an RFC on its card. Storage calls it for
// one replica at a time, so that a card never shows an older state after a
// newer one; Slack is a view and may fail without harm (T33).
type CardPoster interface {
	// Show posts the card, or updates it where it stands, and returns its place.
	Show(ctx context.Context, rfc int, at CardPlace) (CardPlace, error)
}
