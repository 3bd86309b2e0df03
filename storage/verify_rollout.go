package storage

import (
	"encoding/json"
	"strconv"

	"gonogo.dev/release"
)

// rolloutData is the data of the entries that tell of deployments and rehearsals.
type rolloutData struct {
	Release    int    `json:"release"`
	Mode       string `json:"mode"`
	State      string `json:"state"`
	Revision   int    `json:"revision"`
	Digest     string `json:"digest"`
	NoteDigest string `json:"note-digest"`
	Runbook    string `json:"runbook"`
	Report     string `json:"report"`
}

// readRollouts notes what the ledger says of deployments and rehearsals: each
// entry carries the digest of everything that they were after it (R36, R53, R55).
func (b *books) readRollouts() error {
	kinds := []release.EntryKind{
		release.RolloutStarted, release.StepEnded, release.RolloutLogged, release.RolloutDecided, release.RolloutTold, release.RolloutOver,
		release.DeploymentReported,
	}
	return each(b.t.q().Where("kind IN ?", kinds).Order("id"), "the ledger's entries of deployments", func(e entryRow) {
		var d rolloutData
		if err := json.Unmarshal([]byte(e.Data), &d); err != nil {
			b.faultf("entry %d cannot be read as %s: %v", e.ID, e.Kind, err)
			return
		}
		now := map[string]string{"stands at": d.State, "has the revision": strconv.Itoa(d.Revision), "is in full what has the digest": d.Digest}
		switch release.EntryKind(e.Kind) {
		case release.RolloutStarted:
			now["is of"], now["is"], now["was reported with the digest"] = release.ReleaseName(d.Release), d.Mode, ""
			now["was started at"], now["was started by"] = stamp(e.At.time()), e.ByPerson
			now["follows the note with the digest"], now["has the runbook with the digest"] = d.NoteDigest, d.Runbook
			b.claim(e.Subject, ballotName(e.Subject), now)
		case release.DeploymentReported:
			b.amend(e.Subject, ballotName(e.Subject), map[string]string{"was reported with the digest": d.Report})
		default:
			b.amend(e.Subject, ballotName(e.Subject), now)
		}
	})
}

func (b *books) rollouts() error {
	return each(b.t.q().Order("id"), "the deployments", func(r rolloutRow) {
		run := r.rollout()
		run.Mode = release.RolloutMode(r.Mode) // by which it is found
		b.hold(run.Subject(), ballotName(run.Subject()), map[string]string{
			"is of": release.ReleaseName(r.Release), "is": r.Mode, "stands at": r.State, "has the revision": strconv.Itoa(r.Revision),
			"follows the note with the digest": run.NoteDigest, "has the runbook with the digest": run.Runbook.Digest(),
			"was started at": stamp(run.StartedAt), "was started by": string(run.StartedBy),
			"was reported with the digest": run.Report, "is in full what has the digest": r.rollout().Digest(),
		})
	})
}
