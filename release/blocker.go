package release

import (
	"strings"
	"time"
)

// Blocker is one thing that keeps a release from its next step: what is unmet,
// whose it is, by when, and the command that settles it. The gates and "why not
// yet?" speak of the same blockers (M4).
type Blocker struct {
	// Key is stable: a control point's key, "condition/3", "freeze/2", "debt/4".
	Key string
	// What is unmet, as one sentence.
	What string
	// Role is whose it is; People are the active people behind it.
	Role   Role
	People []PersonID
	// By is when it must be settled; zero where nothing says so.
	By time.Time
	// Left is what is left until then where a lead time counts working days: "in 2
	// working days and 3 hours, not counting Mon 26 Aug (Summer Bank Holiday)" (M5).
	Left string
	// Act is the command that settles it, as a person types it; empty where only
	// time or another decision does. Label names its button.
	Act   string
	Label string
}

// blocked refuses an act because of what is unmet, naming every blocker.
func blocked(what string, blockers []Blocker, next string) error {
	why := make([]string, len(blockers))
	for i, b := range blockers {
		why[i] = b.What
	}
	r := refuse(CodeState, what, strings.Join(why, " "), next)
	r.Blockers = blockers
	return r
}
