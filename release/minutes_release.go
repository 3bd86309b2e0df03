package release

import (
	"fmt"
	"strings"
	"time"
)

// saidOfRelease is what minutes read of the data of an entry about a release or
// what is installed of it.
type saidOfRelease struct {
	Move    string    `json:"move"`
	To      Stage     `json:"to"`
	Check   Check     `json:"check"`
	Waiver  bool      `json:"waiver"`
	Note    string    `json:"note"`
	Ref     string    `json:"ref"`
	Until   time.Time `json:"until"`
	System  SystemID  `json:"system"`
	Version Version   `json:"version"`
}

// release names the release an entry is about: "REL-7, Helix 1.2.0.0".
func (w minuteWriter) release(l LedgerLine) string {
	r := w.facts.Releases[int(numberIn("release/", l.Subject))]
	return r.Name() + ", " + r.Title(w.programme)
}

// moved tells of a step that a person took (R57); what a vote brought about is
// told by the vote.
func (w minuteWriter) moved(l LedgerLine, s said) string {
	for _, p := range Purposes() {
		if strings.HasPrefix(s.Move, p.String()+":") {
			return ""
		}
	}
	if s.Move == "RFC raised" || s.Move == "asked again" {
		return "" // the RFC's own entry tells it
	}
	text := w.release(l) + ": " + s.Move + ", now in " + s.To.String() + "."
	if why := s.Reason + s.Why; why != "" {
		text += " " + fullStop(why)
	}
	return text
}

func (w minuteWriter) pulledBack(l LedgerLine, s said) string {
	return w.release(l) + ", was pulled back: " + fullStop(s.Why)
}

func (w minuteWriter) reclassified(l LedgerLine, _ said) string {
	return w.release(l) + ", was re-classified; votes on it before no longer count."
}

func (w minuteWriter) abandoned(l LedgerLine, s said) string {
	return w.release(l) + ", was abandoned: " + fullStop(s.Reason)
}

// shown tells of evidence, and of waivers with their reason and end.
func (w minuteWriter) shown(l LedgerLine, s said) string {
	if s.Waiver {
		return w.release(l) + ": waived until " + Instant(s.Until, w.programme.Location()) + ", “" + s.Check.Title() + "”: " + fullStop(s.Note)
	}
	return w.release(l) + ": shown, “" + s.Check.Title() + "”, by " + fullStop(s.Ref)
}

// installed tells which version went where (R57).
func (w minuteWriter) installed(l LedgerLine, s said) string {
	system, environment := string(s.System), w.environment(EnvironmentID(strings.TrimPrefix(l.Subject, "environment/")))
	if x, ok := w.programme.System(s.System); ok {
		system = x.Name
	}
	if s.Version.IsZero() {
		return system + " was recorded as taken out of " + environment + "."
	}
	return system + " " + s.Version.String() + " was recorded as installed in " + environment + "."
}

func (w minuteWriter) taken(l LedgerLine, s said) string {
	return w.release(l) + ": no longer shown, “" + s.Check.Title() + "”: " + fullStop(s.Why)
}

// frozen tells of a freeze, which stops what was approved (T19); other bookings
// are the environment managers' business.
func (w minuteWriter) frozen(l LedgerLine, _ said) string {
	b := w.facts.Bookings[numberIn("booking/", l.Subject)]
	if b.Kind != BookFreeze {
		return ""
	}
	return w.environment(b.Environment) + " was frozen, " + b.Window.String() + ": " + fullStop(b.Why)
}

func (w minuteWriter) thawed(l LedgerLine, s said) string {
	b := w.facts.Bookings[numberIn("booking/", l.Subject)]
	if b.Kind != BookFreeze {
		return ""
	}
	return "The freeze of " + w.environment(b.Environment) + " was lifted: " + fullStop(s.Why)
}

func (w minuteWriter) environment(id EnvironmentID) string {
	if e, ok := w.programme.Environment(id); ok {
		return e.Name
	}
	return string(id)
}

func (w minuteWriter) debt(l LedgerLine) string {
	return w.facts.Debts[numberIn("debt/", l.Subject)].What()
}

func (w minuteWriter) owed(l LedgerLine, _ said) string {
	return "An emergency left a debt: " + w.debt(l)
}

func (w minuteWriter) settled(l LedgerLine, s said) string {
	return "A debt was settled: " + w.debt(l) + " It is shown by " + fullStop(fmt.Sprint(s.Evidence))
}

func (w minuteWriter) owedAgain(l LedgerLine, s said) string {
	return "A debt is owed again: " + w.debt(l) + " " + fullStop(s.Why)
}
