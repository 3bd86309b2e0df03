package storetest

import (
	"encoding/base64"
	"errors"
	"fmt"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"gonogo.dev/release"
)

// testLedgerRead reads the ledger page by page and proves every entry with nothing
// but what the proof has (T36).
func testLedgerRead(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	d.fill(7)
	if found := d.ledger(release.LedgerFilter{}); len(found) != 0 {
		t.Errorf("before they are sealed: %+v", found)
	}
	d.sealAll()
	if n, err := d.LedgerSize(t.Context()); err != nil || n != 8 {
		t.Errorf("size %d, %v", n, err)
	}
	for what, c := range map[string]struct {
		filter release.LedgerFilter
		want   []int64
	}{
		"everything":   {release.LedgerFilter{}, []int64{7, 6, 5, 4, 3, 2, 1, 0}},
		"the newest":   {release.LedgerFilter{Limit: 2}, []int64{7, 6}},
		"a later page": {release.LedgerFilter{Below: 3, Limit: 2}, []int64{2, 1}},
		"of one thing": {release.LedgerFilter{Subjects: []string{"ballot/1"}}, []int64{6, 3, 0}},
		"of two":       {release.LedgerFilter{Subjects: []string{"ballot/1", "ballot/77"}, Below: 7}, []int64{6, 3, 0}},
		"of nothing":   {release.LedgerFilter{Subjects: []string{"rfc/1' OR 1=1 --\x00"}}, nil},
	} {
		var places []int64
		for _, e := range d.ledger(c.filter) {
			places = append(places, e.Index)
		}
		same(t, what, c.want, places)
	}
	for index := range int64(8) {
		p, err := d.LedgerProof(t.Context(), index)
		if err != nil {
			t.Fatal(err)
		}
		if err := checked(p); err != nil {
			t.Errorf("place %d: %v", index, err)
		}
		p.Leaf = append(p.Leaf, ' ')
		if err := checked(p); err == nil {
			t.Errorf("place %d: a changed entry is proved", index)
		}
	}
	if _, err := d.LedgerProof(t.Context(), 8); !errors.Is(err, release.ErrNotFound) {
		t.Errorf("a place that is not there: %v", err)
	}
	testKeptBack(t, d)
}

func (d *desk) ledger(f release.LedgerFilter) []release.LedgerEntry {
	d.t.Helper()
	found, err := d.LedgerPage(d.t.Context(), f)
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}

// checked does what the page of an entry says: from the bytes to the signed root.
func checked(p release.LedgerProof) error {
	var path tlog.RecordProof
	for _, text := range append(p.Path, p.Hash) {
		h, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(h) != tlog.HashSize {
			return fmt.Errorf("read %q: %w", text, err)
		}
		path = append(path, tlog.Hash(h))
	}
	leaf := tlog.RecordHash(p.Leaf)
	if path[len(path)-1] != leaf {
		return errors.New("the leaf has another hash")
	}
	verifier, err := note.NewVerifier(p.Verifier)
	if err != nil {
		return fmt.Errorf("read the key: %w", err)
	}
	opened, err := note.Open([]byte(p.Checkpoint), note.VerifierList(verifier))
	if err != nil {
		return fmt.Errorf("open the checkpoint: %w", err)
	}
	root, err := base64.StdEncoding.DecodeString(p.Root)
	if err != nil || opened.Text != fmt.Sprintf("gonogo\n%d\n%s\n", p.Size, p.Root) {
		return fmt.Errorf("the checkpoint signs %q", opened.Text)
	}
	if err := tlog.CheckRecord(path[:len(path)-1], p.Size, tlog.Hash(root), p.Entry.Index, leaf); err != nil {
		return fmt.Errorf("check the proof of entry %d: %w", p.Entry.Index, err)
	}
	return nil
}

// testKeptBack tells what is about an RFC that was never raised from the rest.
func testKeptBack(t *testing.T, d *desk) {
	t.Helper()
	d.do(func(tx release.Tx) error {
		raised, draft := rfc(), rfc()
		draft.State, draft.RaisedAt = release.Draft, time.Time{}
		if err := errors.Join(tx.AddRFC(&raised), tx.AddRFC(&draft)); err != nil {
			return err
		}
		return errors.Join(tx.Append(entry("raised", 100, raised.Number)), tx.Append(entry("draft", 101, draft.Number)))
	})
	d.sealAll()
	for subject, kept := range map[string]bool{"ballot/100": false, "ballot/101": true} {
		found := d.ledger(release.LedgerFilter{Subjects: []string{subject}})
		if len(found) != 1 || found[0].Kept != kept || found[0].Intent == "" {
			t.Errorf("%s: %+v; kept should be %v", subject, found, kept)
		}
	}
}
