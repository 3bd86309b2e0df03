package storetest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
)

// fill appends entries of several subjects and returns how many.
func (d *desk) fill(n int) {
	d.t.Helper()
	d.do(func(tx release.Tx) error {
		for i := range n {
			e := entry(fmt.Sprintf("fill-%d", i), int64(i%3+1), i%2)
			e.Data = map[string]any{"n": i, "words": hostile[i%len(hostile)], "zz": []int{3, 1}, "a": map[string]any{"z": 1, "b": 2}}
			if err := tx.Append(e); err != nil {
				return err
			}
		}
		return tx.Append(release.Entry{At: noon, Kind: release.SeatsReminded, Subject: "ballot/77"})
	})
}

// verify verifies the ledger, against older checkpoints too.
func (d *desk) verify(older ...string) storage.Verification {
	d.t.Helper()
	v, err := d.VerifyLedger(d.t.Context(), older...)
	if err != nil {
		d.t.Fatalf("verify: %v", err)
	}
	return v
}

// sealAll seals what waits and returns what the last sealing did.
func (d *desk) sealAll() storage.Sealed {
	d.t.Helper()
	for {
		done, err := d.Seal(d.t.Context())
		if err != nil {
			d.t.Fatalf("seal: %v", err)
		}
		if !done.More {
			return done
		}
	}
}

// testClosable shows which votes the sealer asks to settle: those on ballots
// that are open and past their minimum time.
func testClosable(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	var want []int64
	d.do(func(tx release.Tx) error {
		r := rfc()
		if err := tx.AddRFC(&r); err != nil {
			return err
		}
		for i, minimum := range []time.Time{noon, noon.Add(time.Microsecond), noon} {
			b := ballot(r.Number)
			if b.MinimumUntil = minimum; i == 2 {
				b.State = release.BallotClosed
			}
			e := release.Entry{At: noon, Kind: release.VoteCast, RFC: r.Number}
			if err := tx.AddBallot(&b, b.Deadline); err != nil {
				return err
			}
			if e.Subject = b.Subject(); i == 0 {
				want = append(want, b.ID)
			}
			if err := errors.Join(tx.Append(e), tx.Append(e)); err != nil {
				return err
			}
		}
		return nil
	})
	same(t, "the votes that may close", want, d.sealAll().Ballots)
}

// testLedger shows that what committed is sealed in order, once, with a card
// asked for each RFC that was touched.
func testLedger(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	if v := d.verify(); !v.OK() || v.Size != 0 {
		t.Errorf("an empty ledger: %+v", v)
	}
	if done := d.sealAll(); done.Entries != 0 || done.Size != 0 {
		t.Errorf("sealing nothing: %+v", done)
	}
	d.fill(7)
	if v := d.verify(); !v.OK() || v.Unsealed != 8 {
		t.Errorf("before sealing: %+v", v)
	}
	done := d.sealAll()
	same(t, "sealed", storage.Sealed{Entries: 8, Size: 8, Cards: []string{"rfc/1"}}, done)
	if v := d.verify(); !v.OK() || v.Size != 8 || v.Unsealed != 0 {
		t.Errorf("after sealing: %+v", v)
	}
	for query, want := range map[string]int64{
		`SELECT count(*) FROM ledger_entries WHERE sealed_index = id - 1`:   8,
		`SELECT count(*) FROM river_job WHERE kind = 'show_card'`:           1,
		`SELECT count(*) FROM cards WHERE subject = 'rfc/1' AND wanted = 8`: 1,
		// Keys are sorted, whatever the order in which they were written.
		`SELECT count(*) FROM ledger_entries WHERE CAST(data AS text) LIKE '{"a":{"b":2,"z":1},"n":%'`: 7,
		`SELECT count(*) FROM ledger_entries WHERE CAST(data AS text) = '{}'`:                          1,
	} {
		if got := d.number(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	testSealers(t, h, d)
}

// testSealers shows that several sealers and writers at once make one log.
func testSealers(t *testing.T, h *house, d *desk) {
	t.Helper()
	replicas := []*desk{d, h.openAt(t, d.url)}
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for range 15 {
				err := replicas[i%2].Within(t.Context(), func(tx release.Tx) error { return tx.Append(entry("", 1, 1)) })
				_, errSeal := replicas[i/2].Seal(t.Context())
				if err := errors.Join(err, errSeal); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	d.sealAll()
	if v := d.verify(); !v.OK() || v.Size != 68 || v.Unsealed != 0 {
		t.Errorf("68 entries sealed by many: %+v", v)
	}
	if v := replicas[1].verify(); !v.OK() {
		t.Errorf("another replica: %+v", v)
	}
}

// testCheckpoint shows that a checkpoint from a mail is held against the log.
func testCheckpoint(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	var older []string
	for i := range 9 {
		d.do(func(tx release.Tx) error { return tx.Append(entry("", int64(i), 0)) })
		d.sealAll()
		checkpoint, err := d.Checkpoint(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		older = append(older, checkpoint)
	}
	if v := d.verify(older...); !v.OK() {
		t.Errorf("its own older checkpoints: %v", v.Faults)
	}
	if key, err := d.VerifierKey(t.Context()); err != nil || !strings.HasPrefix(key, "gonogo+") {
		t.Errorf("public key: %q %v", key, err)
	}
	forged := strings.Replace(older[4], "gonogo\n5\n", "gonogo\n4\n", 1)
	other := h.open(t)
	other.do(func(tx release.Tx) error { return tx.Append(entry("", 1, 0)) })
	other.sealAll()
	foreign, err := other.Checkpoint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, checkpoint := range map[string]string{"forged": forged, "of another ledger": foreign, "no checkpoint": "hello", "empty": ""} {
		if v := d.verify(checkpoint); v.OK() {
			t.Errorf("a checkpoint that is %s passes", name)
		}
	}
	// Whoever rewrites everything, hashes and checkpoint too, is found out by the mail.
	d.exec(`UPDATE ledger_entries SET sealed_index = NULL`)
	d.exec(`DELETE FROM ledger_hashes`)
	d.exec(`UPDATE ledger_head SET size = 0`)
	d.exec(`DELETE FROM ledger_entries WHERE id = 3`)
	d.sealAll()
	if v := d.verify(); !v.OK() {
		t.Errorf("the forger was careless: %v", v.Faults)
	}
	if v := d.verify(older[1]); !v.OK() {
		t.Errorf("what was not changed still fits: %v", v.Faults)
	}
	for _, i := range []int{2, 7, 8} {
		if v := d.verify(older[i]); v.OK() {
			t.Errorf("the checkpoint of %d entries fits a log without the third", i+1)
		}
	}
}
