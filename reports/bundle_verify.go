package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// BundleCheck is what a pack is held against from outside.
type BundleCheck struct {
	// Checkpoints were mailed earlier or kept elsewhere.
	Checkpoints []string
	// Key is the ledger's verifier key as somebody wrote it down; empty is not known.
	Key string
}

// BundleVerdict is what checking a pack showed (M13).
type BundleVerdict struct {
	Release   string
	Size      int64 // of the log that its checkpoint signs
	Key       string
	Members   int
	Entries   int
	Decisions int
	Absent    []string // documents whose digests are proven and that the pack lacks
	Sizes     []int64  // of the older logs that were shown to be its beginning
	Faults    []BundleFault
}

// BundleFault is something in a pack that does not fit.
type BundleFault struct {
	Member string // empty: the pack as a whole
	Why    string
}

// String returns the fault as a line.
func (f BundleFault) String() string {
	if f.Member == "" {
		return f.Why
	}
	return f.Member + " " + f.Why
}

// OK tells whether everything fits.
func (v BundleVerdict) OK() bool { return len(v.Faults) == 0 }

// mostBundleFaults is how many faults are named.
const mostBundleFaults = 50

// VerifyBundle checks an evidence pack with nothing but its bytes. It finds every
// changed byte, a missing or added member, entries that do not prove, a record or
// document that contradicts the entries, decisions that are not the ledger's, and,
// against a checkpoint from outside, a log that was made anew or whose tail was cut.
// It cannot find entries that whoever holds the ledger's key left out of the pack: the
// log holds them, and `gonogo ledger verify` finds what is not in the log.
func VerifyBundle(ctx context.Context, from io.ReaderAt, size int64, against BundleCheck) BundleVerdict {
	v := &bundleVerifier{ctx: ctx, against: against}
	file, why := openBundle(from, size)
	if why != "" {
		v.fault("", why)
		return v.BundleVerdict
	}
	v.file, v.Members = file, len(file.members)
	v.verify()
	if at := file.exact(); at >= 0 && len(v.Faults) == 0 {
		v.fault("", fmt.Sprintf("the file was changed at byte %d, outside its members", at))
	}
	v.inOrder()
	return v.BundleVerdict
}

// bundleVerifier checks one pack.
type bundleVerifier struct {
	BundleVerdict

	ctx      context.Context //nolint:containedctx // it lives as long as one call
	against  BundleCheck
	file     *bundleFile
	key      bundleKeys
	manifest bundleList
	tree     tlog.Tree
	bridges  []bundledBridge
	record   bundleRecord
	known    map[string]bool // the members that the pack must have, by name
}

func (v *bundleVerifier) fault(member, why string) {
	if len(v.Faults) < mostBundleFaults {
		v.Faults = append(v.Faults, BundleFault{member, why})
	}
}

// body returns a member, and notes why there is none.
func (v *bundleVerifier) body(name string) ([]byte, bool) {
	body, why := v.file.read(name)
	if why != "" {
		v.fault(name, why)
	}
	return body, why == ""
}

// verify goes from what is needed to read the rest to the rest.
func (v *bundleVerifier) verify() {
	if !v.readManifest() {
		return
	}
	v.compareMembers()
	if !v.readKey() {
		return
	}
	if signed, ok := v.body(bundleSigned); ok {
		payload, err := v.key.unpack(v.ctx, bundleManifestType, signed)
		if err != nil {
			v.fault(bundleSigned, "does not sign the manifest: "+err.Error())
		} else if body, _ := v.file.read(bundleManifest); !bytes.Equal(payload, body) {
			v.fault(bundleManifest, "is not what "+bundleSigned+" signs")
		}
	}
	if !v.readCheckpoint() || !v.readEntries() {
		return
	}
	v.readBridges()
	v.compareRecord()
	v.comparePapers()
	v.compareDecisions()
	v.nothingElse()
	v.hold()
}

func (v *bundleVerifier) readManifest() bool {
	body, ok := v.body(bundleManifest)
	if !ok {
		return false
	}
	in := json.NewDecoder(bytes.NewReader(body))
	in.DisallowUnknownFields()
	if err := in.Decode(&v.manifest); err != nil {
		v.fault(bundleManifest, "cannot be read: "+err.Error())
		return false
	}
	if v.manifest.Format != bundleFormat {
		v.fault(bundleManifest, fmt.Sprintf("names the format %q; this program reads %s", v.manifest.Format, bundleFormat))
		return false
	}
	if again, err := bundleJSON(v.manifest); err != nil || !bytes.Equal(again, body) {
		v.fault(bundleManifest, "was changed: gonogo writes it otherwise")
	}
	v.Release = v.manifest.Release
	for _, x := range v.manifest.Absent {
		v.Absent = append(v.Absent, x.Name+": "+x.Why)
	}
	return true
}

// inOrder wants the members in the order in which the manifest lists them: a pack of a
// release is one file, byte for byte.
func (v *bundleVerifier) inOrder() {
	if len(v.Faults) > 0 {
		return
	}
	var order []string
	for _, m := range v.manifest.Members {
		order = append(order, m.Name)
	}
	for i, name := range append(order, bundleManifest, bundleSigned) {
		if got := v.file.zip.File[i].Name; got != name {
			v.fault("", fmt.Sprintf("its members were put in another order: %s stands where %s belongs", got, name))
			return
		}
	}
}

// compareMembers holds every member against the manifest.
func (v *bundleVerifier) compareMembers() {
	listed := map[string]bool{bundleManifest: true, bundleSigned: true}
	for _, m := range v.manifest.Members {
		if listed[m.Name] {
			v.fault(bundleManifest, "lists "+m.Name+" twice")
			continue
		}
		listed[m.Name] = true
		body, ok := v.body(m.Name)
		switch {
		case !ok:
		case int64(len(body)) != m.Size:
			v.fault(m.Name, fmt.Sprintf("was changed: it has %d bytes, the manifest says %d", len(body), m.Size))
		case sumOf(body) != m.SHA256:
			v.fault(m.Name, "was changed: its SHA-256 is "+sumOf(body)+", the manifest says "+m.SHA256)
		}
	}
	for _, f := range v.file.zip.File {
		if !listed[f.Name] {
			v.fault(f.Name, "was added: the manifest does not know it")
		}
	}
}

func (v *bundleVerifier) readKey() bool {
	text, ok := v.body(bundleKey)
	if !ok {
		return false
	}
	var err error
	v.Key = strings.TrimSuffix(string(text), "\n")
	if v.key, err = bundleKeyOf(v.Key); err != nil {
		v.fault(bundleKey, "is no key: "+err.Error())
		return false
	}
	if want := strings.TrimSpace(v.against.Key); want != "" && want != v.Key {
		v.fault(bundleKey, "is "+v.Key+", and not the ledger's key "+want)
	}
	if written, ok := v.body(bundlePEM); ok && !bytes.Equal(written, v.key.pem()) {
		v.fault(bundlePEM, "is another key than "+bundleKey)
	}
	return true
}

func (v *bundleVerifier) readCheckpoint() bool {
	body, ok := v.body(bundleCheckpoint)
	if !ok {
		return false
	}
	var err error
	if v.tree, err = v.key.open(string(body)); err != nil {
		v.fault(bundleCheckpoint, "does not fit the key: "+err.Error())
		return false
	}
	v.Size = v.tree.N
	if v.manifest.Size != v.Size {
		v.fault(bundleManifest, fmt.Sprintf("speaks of a log of %d entries, the checkpoint of %d", v.manifest.Size, v.Size))
	}
	return true
}

// nothingElse names members that nothing in the record asks for.
func (v *bundleVerifier) nothingElse() {
	for _, name := range []string{bundleReadme, bundleIndex, bundleCheckpoint, bundleEntries, bundleBridges, bundleKey, bundlePEM} {
		v.known[name] = true
	}
	for _, m := range v.manifest.Members {
		if !v.known[m.Name] {
			v.fault(m.Name, "is no part of an evidence pack: no entry tells of it")
		}
		delete(v.known, m.Name)
	}
	missing := make([]string, 0, len(v.known))
	for name := range v.known {
		missing = append(missing, name)
	}
	slices.Sort(missing)
	for _, name := range missing {
		v.fault(name, "is missing, and nothing says why")
	}
}
