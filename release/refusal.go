package release

import (
	"errors"
	"fmt"
	"strings"
)

// Code tells machines why an act was refused; people read the sentences.
type Code string

// The reasons for which gonogo refuses an act.
const (
	// CodeInvalid says that what was handed in is incomplete or wrong.
	CodeInvalid Code = "invalid"
	// CodeForbidden says that this person has not the right to act.
	CodeForbidden Code = "forbidden"
	// CodeUnknownPerson says that the Slack account is not in the registry.
	CodeUnknownPerson Code = "unknown-person"
	// CodeNotFound says that the thing named does not exist.
	CodeNotFound Code = "not-found"
	// CodeState says that the thing exists but is not in a state that allows the act.
	CodeState Code = "state"
	// CodeStale says that the thing changed since the person looked at it.
	CodeStale Code = "stale"
	// CodeHandled says that this very intent was carried out before (T23, T30).
	CodeHandled Code = "already-handled"
)

// Refusal is bad news for the person who acted, not a fault of the program:
// what was refused, why, and what to do next. Nothing was changed.
type Refusal struct {
	Code   Code
	What   string
	Why    string
	Next   string
	Fields []FieldProblem
	// Blockers are what a gate found unmet, each with the command that settles it (M4).
	Blockers []Blocker
}

// FieldProblem is one field that was not accepted, and why.
type FieldProblem struct {
	Field string
	Why   string
}

// Error returns the whole refusal as one line.
func (r *Refusal) Error() string {
	parts := []string{r.What, r.Why, r.Next}
	for _, f := range r.Fields {
		parts = append(parts, fmt.Sprintf("%s: %s", f.Field, f.Why))
	}
	return strings.Join(nonEmpty(parts), " ")
}

// AsRefusal returns the refusal inside err, if there is one; any other error
// is a fault.
func AsRefusal(err error) (*Refusal, bool) {
	var r *Refusal
	ok := errors.As(err, &r)
	return r, ok
}

// ErrNotFound is what a Store answers when the thing asked for does not exist.
var ErrNotFound = errors.New("not found")

// ErrHandled is what a Store answers when an entry with the same intent is
// already in the ledger.
var ErrHandled = errors.New("intent already handled")

func refuse(code Code, what, why, next string) *Refusal {
	return &Refusal{Code: code, What: what, Why: why, Next: next}
}

func nonEmpty(parts []string) []string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
