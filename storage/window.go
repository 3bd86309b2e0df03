package storage

import (
	"slices"
	"time"

	"gorm.io/gorm"

	"gonogo.dev/release"
)

// over narrows a query to rows whose content has a window that may share an
// instant with another, by an index over its start: none lasts longer than
// release.MaxWindow. within then keeps those that do.
func over(q *gorm.DB, w release.Window) *gorm.DB {
	if w.IsZero() {
		return q
	}
	const seconds = "2006-01-02T15:04:05" // sorts before the same second with its fraction and zone
	const start = "(content -> 'window' ->> 'from')"
	return q.Where(start+" >= ? AND "+start+" < ?",
		w.From.UTC().Add(-release.MaxWindow).Format(seconds), w.To.UTC().Add(time.Second).Format(seconds))
}

// within keeps what shares an instant with a window, at most so many; 0 is no limit.
func within[T any](all []T, w release.Window, limit int, of func(T) release.Window) []T {
	all = slices.DeleteFunc(all, func(x T) bool { return !of(x).Overlaps(w) })
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all
}
