package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// readEntries proves every entry against the checkpoint and folds the record anew.
func (v *bundleVerifier) readEntries() bool {
	body, ok := v.body(bundleEntries)
	if !ok {
		return false
	}
	last := int64(-1)
	for line := range bytes.Lines(body) {
		var e bundledEntry
		if err := json.Unmarshal(line, &e); err != nil {
			v.fault(bundleEntries, fmt.Sprintf("cannot be read behind entry %d: %v", last, err))
			return false
		}
		again, err := json.Marshal(e)
		if err != nil || string(again)+"\n" != string(line) {
			v.fault(bundleEntries, fmt.Sprintf("was changed at entry %d: gonogo writes it otherwise", e.Index))
		}
		if e.Index <= last {
			v.fault(bundleEntries, fmt.Sprintf("has entry %d behind entry %d", e.Index, last))
		}
		last = e.Index
		if e.Index < 0 || e.Index >= v.Size {
			v.fault(bundleEntries, fmt.Sprintf("has an entry %d that is not in the log of the checkpoint", e.Index))
		} else if err := tlog.CheckRecord(e.Proof, v.Size, v.tree.Hash, e.Index, tlog.RecordHash([]byte(e.Leaf))); err != nil {
			v.fault(bundleEntries, fmt.Sprintf("has an entry %d that is not proven: it was changed, or is of another log", e.Index))
		}
		if err := v.record.read(e.Index, e.Leaf); err != nil {
			v.fault(bundleEntries, "cannot be read: "+err.Error())
			return false
		}
	}
	if v.Entries = len(v.record.Lines); v.Entries != v.manifest.Entries {
		v.fault(bundleEntries, fmt.Sprintf("has %d entries, the manifest says %d: entries were taken out or added", v.Entries, v.manifest.Entries))
	}
	return true
}

// readBridges proves the older logs against the checkpoint.
func (v *bundleVerifier) readBridges() {
	body, ok := v.body(bundleBridges)
	if !ok {
		return
	}
	if err := json.Unmarshal(body, &v.bridges); err != nil {
		v.fault(bundleBridges, "cannot be read: "+err.Error())
		return
	}
	for _, b := range v.bridges {
		if err := v.joins(b); err != nil {
			v.fault(bundleBridges, fmt.Sprintf("does not prove the log of %d entries", b.Size))
		}
	}
}

func (v *bundleVerifier) joins(b bundledBridge) error {
	if b.Size < 1 || b.Size > v.Size {
		return fmt.Errorf("there is no log of %d entries", b.Size)
	}
	if err := tlog.CheckTree(b.Proof, v.Size, v.tree.Hash, b.Size, b.Root); err != nil {
		return fmt.Errorf("prove the log of %d entries: %w", b.Size, err)
	}
	return nil
}

// hold holds the pack against the checkpoints from outside.
func (v *bundleVerifier) hold() {
	for _, checkpoint := range v.against.Checkpoints {
		tree, err := v.key.open(checkpoint)
		if err != nil {
			v.fault("", "the checkpoint from outside is not signed with the pack's key: the pack is of another ledger, or was made anew")
			continue
		}
		bridge := slices.IndexFunc(v.bridges, func(b bundledBridge) bool { return b.Size == tree.N })
		switch {
		case tree.N > v.Size:
			v.fault("", fmt.Sprintf("the checkpoint from outside is of %d entries, and the pack ends at %d: it was made before, or its ledger was cut off. "+
				"Have the pack made anew: a whole ledger can be joined to this checkpoint", tree.N, v.Size))
		case tree.N == v.Size && tree.Hash != v.tree.Hash:
			v.fault("", fmt.Sprintf("the checkpoint from outside is of %d entries too, and they are others: the ledger was made anew", tree.N))
		case tree.N == v.Size:
			v.Sizes = append(v.Sizes, tree.N)
		case bridge < 0:
			v.fault("", fmt.Sprintf("the pack holds no proof that joins it to a checkpoint of %d entries. Have it made anew with that checkpoint: `gonogo evidence pack %s --checkpoint FILE`", tree.N, v.Release))
		case v.bridges[bridge].Root != tree.Hash || v.joins(v.bridges[bridge]) != nil:
			v.fault("", fmt.Sprintf("the first %d entries of the pack's ledger are not those of the checkpoint from outside: the ledger was made anew", tree.N))
		default:
			v.Sizes = append(v.Sizes, tree.N)
		}
	}
}

// compareRecord holds the record's files against the entries.
func (v *bundleVerifier) compareRecord() {
	v.known = map[string]bool{}
	for _, m := range v.record.members() {
		v.known[m.name] = true
		has, ok := v.body(m.name)
		if !ok {
			continue
		}
		says, err := bundleJSON(m.value)
		if err != nil {
			v.fault(m.name, "cannot be made anew: "+err.Error())
		} else if !bytes.Equal(has, says) {
			v.fault(m.name, "contradicts the ledger's entries, first on line "+fmt.Sprint(lineOfDifference(has, says)))
		}
	}
}

// lineOfDifference is the first line in which two texts differ, counted from 1.
func lineOfDifference(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return bytes.Count(a[:n], []byte("\n")) + 1
}

// comparePapers holds the documents against the digests in the entries.
func (v *bundleVerifier) comparePapers() {
	absent := map[string]bool{}
	for _, x := range v.manifest.Absent {
		absent[x.Name] = true
	}
	for _, p := range v.record.papers {
		if absent[p.name] {
			delete(absent, p.name)
			continue
		}
		v.known[p.name] = true
		if body, ok := v.body(p.name); ok && sumOf(body) != p.digest {
			v.fault(p.name, "is not what the ledger holds the digest of: "+p.digest)
		}
	}
	if len(absent) > 0 {
		v.fault(bundleManifest, "misses documents that no entry tells of")
	}
}

// compareDecisions holds the signed decisions against the entries.
func (v *bundleVerifier) compareDecisions() {
	for _, b := range v.record.Ballots {
		if b.Closed == nil {
			continue
		}
		v.known[b.member()] = true
		body, ok := v.body(b.member())
		if !ok {
			continue
		}
		v.Decisions++
		payload, err := v.key.unpack(v.ctx, bundleStatementType, body)
		if err != nil {
			v.fault(b.member(), "is no decision of the ledger: "+err.Error())
			continue
		}
		var dossier []byte
		if v.file.members[b.dossier()] != nil {
			dossier, _ = v.body(b.dossier())
		}
		says, err := b.statement(dossier)
		if err != nil {
			v.fault(b.member(), "cannot be made anew: "+err.Error())
		} else if !bytes.Equal(payload, says) {
			v.fault(b.member(), "contradicts the ledger's entries of "+b.Ballot)
		}
	}
}
