package storage_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// outcomeForgeries are changes behind gonogo's back to what became of No-Gos.
var outcomeForgeries = map[string]struct{ statement, why string }{
	"came true":  {`UPDATE outcomes SET happened = 'yes'`, "what became of the No-Go of release-manager/si on ballot 2 is yes, the ledger says no"},
	"words":      {`UPDATE outcomes SET words = 'Trust me.'`, "says Trust me., the ledger says Nothing failed."},
	"removed":    {`DELETE FROM outcomes`, "is in the ledger, and its row is missing"},
	"made up":    {`INSERT INTO outcomes SELECT 1, seat, function, release, happened, words, by_person, at FROM outcomes`, "on ballot 1 is not in the ledger"},
	"by another": {`UPDATE outcomes SET by_person = 'tess'`, "was said by tess, the ledger says ray"},
}

// TestOutcomeBooks shows that the ledger names every outcome of a No-Go that was
// changed, added or removed behind gonogo's back, and that the newest word counts,
// on both databases (M14, T36).
func TestOutcomeBooks(t *testing.T) {
	t.Parallel()
	onBoth(t, "outcomes.db", func(t *testing.T, address string) {
		t.Helper()
		s := openScene(t, address)
		s.play()
		s.judge(release.CameTrue, "Settlement failed.")
		s.judge(release.DidNot, "Nothing failed.")
		s.must(s.Within(t.Context(), func(tx release.Tx) error {
			found, err := tx.FindOutcomes(release.DissentFilter{Function: release.ReleaseManager, Limit: 4})
			if err != nil || len(found) != 1 || found[0].Happened != release.DidNot || found[0].Words != "Nothing failed." {
				t.Errorf("found %+v: %v", found, err)
			}
			none, err := tx.FindOutcomes(release.DissentFilter{Release: 99})
			if len(none) != 0 {
				t.Errorf("found %+v of another release", none)
			}
			return err
		}))
		s.verify()
		f := newForger(t, address)
		for name, one := range outcomeForgeries {
			f.exec(one.statement)
			v, err := s.VerifyLedger(t.Context())
			s.must(err)
			if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
				t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
			}
			f.restore()
		}
		s.verify()
	})
}

// judge keeps what became of the No-Go on ballot 2, as the Desk does.
func (s *scene) judge(h release.Happened, words string) {
	s.t.Helper()
	o := release.DissentOutcome{Ballot: 2, Seat: "release-manager/si", Function: release.ReleaseManager, Release: 1, Happened: h, Words: words, By: "ray", At: s.clock}
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		if err := tx.SaveOutcome(o); err != nil {
			return err
		}
		return tx.Append(release.Entry{At: o.At, Kind: release.DissentJudged, Subject: o.Subject(), By: o.By, Release: 1, Data: map[string]any{
			"ballot": o.Ballot, "seat": o.Seat, "function": o.Function, "release": 1, "happened": h, "words": words,
		}})
	}))
}

func onBoth(t *testing.T, file string, fn func(t *testing.T, address string)) {
	t.Helper()
	for dialect, address := range map[string]string{"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), file)} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			fn(t, address)
		})
	}
}

// TestBundleFacts reads what an evidence pack is made of, on both databases: every
// entry of the release and of no other, each proven, and bridges to the checkpoints
// that were mailed and asked for (M13).
func TestBundleFacts(t *testing.T) {
	t.Parallel()
	onBoth(t, "bundle.db", func(t *testing.T, address string) {
		t.Helper()
		s := openScene(t, address)
		s.play()
		_, err := s.Seal(t.Context())
		s.must(err)
		mailed, err := s.Checkpoint(t.Context())
		s.must(err)
		_, err = s.Publish(t.Context(), release.Run{Report: "readiness", Period: "2099-W01", Due: s.clock, At: s.clock.Add(time.Hour), Checkpoint: mailed}, nil, nil)
		s.must(err)
		s.judge(release.DidNot, "Nothing failed.")
		_, err = s.Seal(t.Context())
		s.must(err)
		f, err := s.BundleFacts(t.Context(), 1, []int64{3})
		s.must(err)
		key, err := note.NewVerifier(f.Verifier)
		s.must(err)
		signed, err := note.Open([]byte(f.Checkpoint), note.VerifierList(key))
		s.must(err)
		root, err := tlog.ParseHash(strings.Split(signed.Text, "\n")[2])
		s.must(err)
		v, err := s.VerifyLedger(t.Context())
		s.must(err)
		kinds := map[string]bool{}
		for _, e := range f.Entries {
			s.must(tlog.CheckRecord(hashesOf(e.Proof), v.Size, root, e.Index, tlog.RecordHash(e.Leaf)))
			_, kind, _ := bytes.Cut(e.Leaf, []byte(`"kind":"`))
			kind, _, _ = bytes.Cut(kind, []byte(`"`))
			kinds[string(kind)] = true
			if bytes.Contains(e.Leaf, []byte(`"subject":"release/2"`)) {
				t.Errorf("an entry of another release: %s", e.Leaf)
			}
		}
		for _, want := range []release.EntryKind{release.ReleaseCreated, release.BuildRegistered, release.EvidenceGiven, release.DissentJudged, release.ProgrammeApplied} {
			if !kinds[string(want)] {
				t.Errorf("no entry of the kind %s", want)
			}
		}
		if len(f.Bridges) != 2 || f.Bridges[0].Size != 3 {
			t.Fatalf("bridges %+v", f.Bridges)
		}
		for _, b := range f.Bridges {
			s.must(tlog.CheckTree(hashesOf(b.Proof), v.Size, root, b.Size, b.Root))
		}
		if _, err := s.BundleFacts(t.Context(), 99, nil); err == nil {
			t.Error("there is no REL-99")
		}
		s.signs(f.Verifier)
	})
}

func hashesOf(raw [][32]byte) []tlog.Hash {
	all := make([]tlog.Hash, len(raw))
	for i, h := range raw {
		all[i] = h
	}
	return all
}

// signs shows that the ledger's key signs decisions, and never what could be a checkpoint.
func (s *scene) signs(verifier string) {
	s.t.Helper()
	raw, err := base64.StdEncoding.DecodeString(strings.SplitN(verifier, "+", 3)[2])
	s.must(err)
	encoding := []byte("DSSEv1 4 type 2 {}")
	sig, err := s.SignDecision(s.t.Context(), encoding)
	s.must(err)
	if !ed25519.Verify(raw[1:], encoding, sig) {
		s.t.Error("the signature does not fit the ledger's key")
	}
	if _, err := s.SignDecision(s.t.Context(), []byte("gonogo\n9\nAAAA\n")); err == nil {
		s.t.Error("it signed a checkpoint")
	}
}

// TestFigureLog reads what happened in a period, and nothing of what did not, on both
// databases (M16).
func TestFigureLog(t *testing.T) {
	t.Parallel()
	onBoth(t, "figures.db", func(t *testing.T, address string) {
		t.Helper()
		s := openScene(t, address)
		s.play()
		s.judge(release.DidNot, "Nothing failed.")
		l, err := s.FigureLog(t.Context(), noon.Add(-time.Hour), s.clock.Add(time.Hour))
		s.must(err)
		votes := 0
		for _, x := range l.Lives {
			if len(x.Stages) == 0 {
				t.Errorf("%s has no stages", x.Release.Name())
			}
			for _, b := range x.Ballots {
				votes += len(b.Every)
			}
			if x.Release.RFC != 0 && x.Raised[x.Release.RFC].IsZero() {
				t.Errorf("when %s was raised is not told", release.RFCName(x.Release.RFC))
			}
		}
		if len(l.Lives) == 0 || len(l.Judged) != 1 || l.Programme == nil || len(l.Lives[0].Evidence) == 0 {
			t.Errorf("read %d lives with %d votes, %d judged", len(l.Lives), votes, len(l.Judged))
		}
		before, err := s.FigureLog(t.Context(), noon.Add(-90*24*time.Hour), noon.Add(-24*time.Hour))
		s.must(err)
		if len(before.Lives) != 0 || len(before.Judged) != 0 {
			t.Errorf("before anything happened: %+v", before)
		}
	})
}
