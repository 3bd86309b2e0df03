package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/tlog"

	"gonogo.dev/release"
)

// bundleFormat names the form of an evidence pack. A pack of this form is read for
// ever: whatever its record is folded from changes only under a new name.
const bundleFormat = "gonogo-evidence-pack/1"

// The members of a pack beside its record, documents and decisions.
const (
	bundleReadme     = "README.txt"
	bundleIndex      = "index.html"
	bundleCheckpoint = "ledger/checkpoint.txt"
	bundleEntries    = "ledger/entries.jsonl"
	bundleBridges    = "ledger/bridges.json"
	bundleKey        = "ledger/key.txt"
	bundlePEM        = "ledger/key.pem"
	bundleManifest   = "manifest.json"
	bundleSigned     = "manifest.dsse.json"
)

// bundleList lists every member of a pack before itself.
type bundleList struct {
	Format  string          `json:"format"`
	Release string          `json:"release"`
	Size    int64           `json:"size"` // of the log that the checkpoint signs
	Entries int             `json:"entries"`
	Members []bundledMember `json:"members"`
	Absent  []bundledAbsent `json:"absent"`
}

type bundledMember struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// bundledAbsent is a document whose digest is in the ledger and that the pack lacks.
type bundledAbsent struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// bundledEntry is an entry of the ledger in a pack.
type bundledEntry struct {
	Index int64       `json:"index"`
	Leaf  string      `json:"leaf"`
	Proof []tlog.Hash `json:"proof"`
}

// bundledBridge joins the pack's checkpoint to an older one.
type bundledBridge struct {
	Size  int64       `json:"size"`
	Root  tlog.Hash   `json:"root"`
	Proof []tlog.Hash `json:"proof"`
}

// WriteBundle writes the evidence pack of a release (M13): one file that proves by
// itself who decided what on which bytes. The same facts give the same bytes. One
// member at a time is held in memory.
func (l Letterhead) WriteBundle(ctx context.Context, to io.Writer, from release.BundleSource, f release.BundleFacts) error {
	w := &bundleWriter{ctx: ctx, zip: newBundleZip(to), facts: f, from: from}
	if err := w.write(l); err != nil {
		return fmt.Errorf("write the evidence pack of %s: %w", f.Release.Name(), err)
	}
	return nil
}

// bundleWriter writes one pack.
type bundleWriter struct {
	ctx      context.Context //nolint:containedctx // it lives as long as one call
	zip      *bundleZip
	facts    release.BundleFacts
	from     release.BundleSource
	record   bundleRecord
	manifest bundleList
}

func (w *bundleWriter) write(l Letterhead) error {
	key, err := bundleKeyOf(w.facts.Verifier)
	if err != nil {
		return err
	}
	tree, err := key.open(w.facts.Checkpoint)
	if err != nil {
		return err
	}
	w.manifest = bundleList{
		Format: bundleFormat, Release: w.facts.Release.Name(), Size: tree.N, Entries: len(w.facts.Entries), Absent: []bundledAbsent{},
	}
	if err := w.ledger(key); err != nil {
		return err
	}
	documents, err := w.documents()
	if err != nil {
		return err
	}
	for _, m := range w.record.members() {
		if err := w.value(m.name, m.value); err != nil {
			return err
		}
	}
	if err := w.decisions(key, documents); err != nil {
		return err
	}
	page, err := l.bundlePage(w.facts, w.record, w.manifest)
	if err != nil {
		return err
	}
	if err := errors.Join(w.add(bundleIndex, page), w.add(bundleReadme, []byte(bundleWords(w.facts.Release.Name())))); err != nil {
		return err
	}
	return w.seal(key)
}

// add adds a member.
func (w *bundleWriter) add(name string, body []byte) error {
	if int64(len(body)) > maxBundleMember {
		return fmt.Errorf("%s is too long: %d bytes", name, len(body))
	}
	w.manifest.Members = append(w.manifest.Members, bundledMember{Name: name, Size: int64(len(body)), SHA256: sumOf(body)})
	return w.zip.add(name, body)
}

func (w *bundleWriter) value(name string, v any) error {
	body, err := bundleJSON(v)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return w.add(name, body)
}

// bundleJSON writes a value as people and tools read it, always in the same bytes.
func bundleJSON(v any) ([]byte, error) {
	body, err := json.MarshalIndent(v, "", "  ")
	return append(body, '\n'), err
}

// ledger adds the entries with their proofs, the checkpoint and its key.
func (w *bundleWriter) ledger(key bundleKeys) error {
	var lines bytes.Buffer
	for _, e := range w.facts.Entries {
		if !utf8.Valid(e.Leaf) {
			return fmt.Errorf("entry %d of the ledger is no text", e.Index)
		}
		line, err := json.Marshal(bundledEntry{Index: e.Index, Leaf: string(e.Leaf), Proof: bundleHashes(e.Proof)})
		if err != nil {
			return fmt.Errorf("write entry %d: %w", e.Index, err)
		}
		lines.Write(line)
		lines.WriteByte('\n')
		if err := w.record.read(e.Index, string(e.Leaf)); err != nil {
			return err
		}
	}
	bridges := []bundledBridge{}
	for _, b := range w.facts.Bridges {
		bridges = append(bridges, bundledBridge{Size: b.Size, Root: b.Root, Proof: bundleHashes(b.Proof)})
	}
	return errors.Join(
		w.add(bundleCheckpoint, []byte(w.facts.Checkpoint)), w.add(bundleEntries, lines.Bytes()), w.value(bundleBridges, bridges),
		w.add(bundleKey, []byte(w.facts.Verifier+"\n")), w.add(bundlePEM, key.pem()),
	)
}

func bundleHashes(raw [][32]byte) []tlog.Hash {
	hashes := make([]tlog.Hash, len(raw))
	for i, h := range raw {
		hashes[i] = h
	}
	return hashes
}

// decisions adds each decided ballot as a signed statement.
func (w *bundleWriter) decisions(key bundleKeys, documents map[string][]byte) error {
	for _, b := range w.record.Ballots {
		if b.Closed == nil {
			continue
		}
		body, err := b.statement(documents[b.dossier()])
		if err != nil {
			return err
		}
		envelope, err := key.sign(w.ctx, w.from, bundleStatementType, body)
		if err != nil {
			return err
		}
		if err := w.add(b.member(), envelope); err != nil {
			return err
		}
	}
	return nil
}

// seal adds the manifest and its signature.
func (w *bundleWriter) seal(key bundleKeys) error {
	body, err := bundleJSON(w.manifest)
	if err != nil {
		return fmt.Errorf("write %s: %w", bundleManifest, err)
	}
	signed, err := key.sign(w.ctx, w.from, bundleManifestType, body)
	if err != nil {
		return err
	}
	return errors.Join(w.zip.add(bundleManifest, body), w.zip.add(bundleSigned, signed), w.zip.close())
}
