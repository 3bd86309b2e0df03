package release

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// LedgerLine is an entry of the ledger as it is kept.
type LedgerLine struct {
	ID      int64
	At      time.Time
	Kind    EntryKind
	Subject string
	By      PersonID
	RFC     int
	Data    []byte // JSON
}

// MinuteLine is one line of a meeting's minutes: something that was decided
// while it ran, and the entry of the ledger that proves it (M12).
type MinuteLine struct {
	Entry   int64 // the ledger's entry
	At      time.Time
	By      PersonID
	Subject string
	RFC     int // 0 is none
	Text    string
}

// MinuteFacts is what the entries of a meeting are about.
type MinuteFacts struct {
	RFCs     map[int]RFC
	Ballots  map[int64]Ballot
	Releases map[int]Release
	Debts    map[int64]Debt
	Bookings map[int64]Booking
}

// knows tells whether what an entry is about may stand in minutes.
func (f MinuteFacts) knows(l LedgerLine) bool {
	if number := numberIn("release/", l.Subject); number != 0 {
		_, known := f.Releases[int(number)]
		return known
	}
	for _, kind := range []string{"environment/", "debt/", "booking/"} {
		if strings.HasPrefix(l.Subject, kind) {
			return true
		}
	}
	_, known := f.RFCs[l.RFC]
	return known
}

// said is what minutes read of the data of an entry about an RFC or its votes.
type said struct {
	saidOfRelease

	Why      string    `json:"why"`
	Reason   string    `json:"reason"`
	Override string    `json:"override"`
	Evidence any       `json:"evidence"` // the words of a condition, the number of a release's
	Outcome  Outcome   `json:"outcome"`
	Purpose  Purpose   `json:"purpose"`
	Deadline time.Time `json:"deadline"`
}

// minuteWords says for each kind of entry that minutes tell of how they do; an
// empty text is none. Single votes are not in it, their ballot's end tells them;
// nor are votes that became void, since what made them so is told.
var minuteWords = map[EntryKind]func(w minuteWriter, l LedgerLine, s said) string{
	RFCRaised: func(w minuteWriter, l LedgerLine, _ said) string {
		return w.rfc(l) + " was raised; its approval vote is open."
	},
	RFCEdited: func(w minuteWriter, l LedgerLine, _ said) string {
		return w.rfc(l) + " was changed; what was decided on it before no longer counts, and the board votes again."
	},
	RFCWithdrawn: func(w minuteWriter, l LedgerLine, s said) string {
		return w.rfc(l) + " was withdrawn: " + fullStop(s.Reason)
	},
	BallotOpened: func(w minuteWriter, l LedgerLine, s said) string {
		if s.Purpose == Approval {
			return "" // raising or changing the RFC opened it
		}
		return "The " + s.Purpose.String() + " on " + w.rfc(l) + " was opened, until " + Instant(s.Deadline, w.programme.Location()) + "."
	},
	BallotDecided: minuteWriter.decided,
	ConditionMet: func(w minuteWriter, l LedgerLine, s said) string {
		return "A condition on " + w.rfc(l) + " was shown met: " + fullStop(fmt.Sprint(s.Evidence))
	},
	ReleaseMoved:        minuteWriter.moved,
	ReleasePulledBack:   minuteWriter.pulledBack,
	ReleaseReclassified: minuteWriter.reclassified,
	ReleaseAbandoned:    minuteWriter.abandoned,
	EvidenceGiven:       minuteWriter.shown,
	EvidenceTaken:       minuteWriter.taken,
	SystemInstalled:     minuteWriter.installed,
	EnvironmentBooked:   minuteWriter.frozen,
	BookingCancelled:    minuteWriter.thawed,
	DebtOpened:          minuteWriter.owed,
	DebtSettled:         minuteWriter.settled,
	DebtReopened:        minuteWriter.owedAgain,
}

// MinutedKinds lists the kinds of entry that minutes tell of.
func MinutedKinds() []EntryKind { return slices.Sorted(maps.Keys(minuteWords)) }

// WriteMinutes writes the minutes of a meeting from what the ledger took while
// it ran, in its order. Each line names its entry, so that what stands in the
// minutes can be proved without them (M12). An RFC that is not known, such as a
// draft, leaves no trace.
func WriteMinutes(p *Programme, lines []LedgerLine, facts MinuteFacts) ([]MinuteLine, error) {
	w := minuteWriter{programme: p, facts: facts}
	var minutes []MinuteLine
	for _, l := range lines {
		words := minuteWords[l.Kind]
		if words == nil || !facts.knows(l) {
			continue
		}
		var s said
		if err := json.Unmarshal(l.Data, &s); err != nil {
			return nil, fmt.Errorf("read entry %d of the ledger: %w", l.ID, err)
		}
		if text := words(w, l, s); text != "" {
			minutes = append(minutes, MinuteLine{Entry: l.ID, At: l.At, By: l.By, Subject: l.Subject, RFC: l.RFC, Text: text})
		}
	}
	return minutes, nil
}

type minuteWriter struct {
	programme *Programme
	facts     MinuteFacts
}

// rfc names the RFC an entry is about.
func (w minuteWriter) rfc(l LedgerLine) string {
	return RFCName(l.RFC) + " “" + w.facts.RFCs[l.RFC].Content.Title + "”"
}

// decided tells of the end of a vote: its outcome, the rule, who objected and
// who asked for what.
func (w minuteWriter) decided(l LedgerLine, s said) string {
	b := w.facts.Ballots[numberIn("ballot/", l.Subject)]
	words := []string{w.rfc(l) + ", " + b.Purpose.String() + ": " + s.Outcome.String() + ".", fullStop(s.Why)}
	if s.Override != "" {
		words = append(words, "The reason of the override: "+fullStop(s.Override))
	}
	for _, seat := range b.Seats {
		if v, ok := b.Standing(seat.Key); ok && v.Choice.needsWords() {
			words = append(words, seat.Label(w.programme)+" ("+w.programme.NameOf(v.Person)+") said "+v.Choice.String()+": "+fullStop(v.Words))
		}
	}
	return strings.Join(words, " ")
}

// numberIn reads the number out of a subject of a kind, as 7 out of "ballot/7";
// 0 when it is another's.
func numberIn(kind, subject string) int64 {
	digits, ok := strings.CutPrefix(subject, kind)
	number, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil {
		return 0
	}
	return number
}

// fullStop ends a text with a full stop, on one line.
func fullStop(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
