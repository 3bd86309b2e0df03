package release

import "time"

// Run is one due date of a scheduled report. It is claimed by its report and
// period, so that replicas, restarts and a clock that jumps add nothing (T18).
type Run struct {
	Report string // "readiness", "digest-daily", …
	Period string // "2026-W47", "2026-11-21"
	Due    time.Time
	At     time.Time
	// Late says that it went out well after its due time, because nobody was
	// there to send it.
	Late bool
	// Checkpoint is the ledger's signed checkpoint that its mails carry outside (M13);
	// empty when they carry none.
	Checkpoint string
}
