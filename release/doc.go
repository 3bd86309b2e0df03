// Package release is the domain of gonogo: the nouns of release control
// (programme, RFC, ballot, vote, condition), the rules that govern them, the
// Desk whose verbs change them, and the ports the Desk needs from the outside.
//
// It exists so that every rule stands in one place, pure and testable: it
// imports nothing but the standard library, reads no clock and does no I/O.
// Requirement numbers (R46, T23, M2) refer to the programme's requirement list.
//
// All instants are time.Time in UTC at microsecond precision; where a person's
// zone matters the zone is named beside the instant.
package release
