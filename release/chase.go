package release

import "time"

// Telling keeps that a person was told of something overdue at a level, so that
// nobody is told twice whatever restarts.
type Telling struct {
	Thing  string // "debt/4", "condition/3"
	Level  int
	Person PersonID
	At     time.Time
}
