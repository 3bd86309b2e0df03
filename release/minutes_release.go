package release

import (
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
	for _, p := range []Purpose{ProgrammeGate, Approval, Deployment} {
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
	system, environment := string(s.System), strings.TrimPrefix(l.Subject, "environment/")
	if x, ok := w.programme.System(s.System); ok {
		system = x.Name
	}
	if x, ok := w.programme.Environment(EnvironmentID(environment)); ok {
		environment = x.Name
	}
	if s.Version.IsZero() {
		return system + " was recorded as taken out of " + environment + "."
	}
	return system + " " + s.Version.String() + " was recorded as installed in " + environment + "."
}
