package board

import (
	"encoding/json"
	"fmt"
	"strings"

	"gonogo.dev/release"
)

// told is what the pages read of the data of an entry, whatever it is about.
type told struct {
	Move     string          `json:"move"`
	To       release.Stage   `json:"to"`
	Check    release.Check   `json:"check"`
	Waiver   bool            `json:"waiver"`
	Purpose  release.Purpose `json:"purpose"`
	Outcome  release.Outcome `json:"outcome"`
	Seat     string          `json:"seat"`
	Choice   release.Choice  `json:"choice"`
	Words    any             `json:"words"`
	Why      any             `json:"why"`
	Reason   any             `json:"reason"`
	Override string          `json:"override"`
	Note     any             `json:"note"`
	Ref      any             `json:"ref"`
	Evidence any             `json:"evidence"`
	What     any             `json:"what"`
}

// kindWords are the kinds of entry whose key does not say well what happened.
var kindWords = map[release.EntryKind]string{
	release.RFCDrafted: "RFC drafted", release.RFCRaised: "RFC raised", release.RFCEdited: "RFC changed", release.RFCWithdrawn: "RFC withdrawn",
	release.BallotOpened: "Vote opened", release.BallotDecided: "Vote closed", release.BallotVoided: "Vote made void", release.SeatsReminded: "Silent seats reminded",
	release.ReleaseMoved: "Next step taken", release.EvidenceGiven: "Shown", release.EvidenceTaken: "No longer shown", release.SupportSummed: "Early life support summed up",
	release.SupportBegun: "Early life support begun", release.RolloutStarted: "Deployment started", release.StepEnded: "Step ended", release.RolloutLogged: "Deployment's log written",
	release.RolloutDecided: "Decided during the deployment", release.RolloutTold: "Told by the clock during the deployment", release.RolloutOver: "Deployment ended",
}

// happened says what an entry tells: what happened, and in whose words.
func happened(e release.LedgerEntry) (what, note string) {
	what = kindWords[e.Kind]
	if what == "" {
		what = capital(strings.ReplaceAll(string(e.Kind), "-", " "))
	}
	var t told
	if err := json.Unmarshal([]byte(e.JSON), &t); err != nil {
		return what, "" // it is older than what is read of it
	}
	switch {
	case e.Kind == release.EvidenceGiven && t.Waiver:
		what = "Waived: " + t.Check.Title()
	case t.Check != "":
		what += ": " + t.Check.Title()
	case e.Kind == release.ReleaseMoved && t.Move != "":
		what = capital(t.Move) + ", now in " + t.To.String()
	case t.Choice != "":
		what += ": " + t.Choice.String()
	case t.Outcome != "":
		what += ": " + t.Outcome.String()
	case t.Purpose != "":
		what += ": " + t.Purpose.String()
	}
	for _, x := range []any{t.Override, t.Reason, t.Why, t.Words, t.Note, t.What, t.Ref, t.Evidence} {
		if text, ok := x.(string); ok && text != "" {
			return what, text
		}
	}
	return what, ""
}

// aboutPath is the page of what an entry is about; empty where it has none.
func aboutPath(subject string) string {
	noun, id, _ := strings.Cut(subject, "/")
	page := map[string]string{"rfc": "/rfcs/", "release": "/releases/", "ballot": "/ballots/", "environment": "/environments/"}[noun]
	if page == "" || id == "" || strings.ContainsAny(id, "/?#%") {
		return ""
	}
	return fmt.Sprint(page, id)
}
