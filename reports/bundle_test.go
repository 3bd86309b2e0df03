package reports_test

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/reports"
)

// TestBundleProves shows that a pack proves itself, by itself and against
// checkpoints that were mailed before, and that the same facts give the same bytes (M13).
func TestBundleProves(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	size := int64(len(v.leaves))
	facts := v.pack(3, 8, size-1)
	pack := v.made(facts)
	if !bytes.Equal(pack, v.made(facts)) {
		t.Error("the same facts gave other bytes")
	}
	alone := verify(t, pack, reports.BundleCheck{})
	if !alone.OK() || alone.Release != "REL-7" || alone.Entries != len(v.mine) || alone.Decisions != 1 || len(alone.Absent) != 0 {
		t.Errorf("%+v", alone)
	}
	mailed := reports.BundleCheck{Checkpoints: []string{v.checkpoint(3), v.checkpoint(8), v.checkpoint(size - 1), v.checkpoint(size)}, Key: v.verifier}
	if got := verify(t, pack, mailed); !got.OK() || !slices.Equal(got.Sizes, []int64{3, 8, size - 1, size}) {
		t.Errorf("against what was mailed: %+v", got)
	}
	if got := verify(t, pack, reports.BundleCheck{Checkpoints: []string{v.checkpoint(5)}}); !says(got, "holds no proof that joins it to a checkpoint of 5 entries") {
		t.Errorf("against what it was not joined to: %v", got.Faults)
	}
	_, members := unzipped(t, pack)
	page := string(members["index.html"])
	for _, want := range []string{"Ann &lt;Lee&gt;", "It cannot wait.", "The rack comes on Friday.", "&lt;script&gt;alert(1)"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "<script>alert") {
		t.Error("a hostile reason is markup")
	}
}

// TestBundleForOthers checks a decision as another tool does: DSSE's own encoding, the
// key as PEM, and files whose SHA-256 are the statement's subjects.
func TestBundleForOthers(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	_, members := unzipped(t, v.made(v.pack()))
	block, _ := pem.Decode(members["ledger/key.pem"])
	public, err := x509.ParsePKIXPublicKey(block.Bytes)
	v.must(err)
	var envelope struct {
		PayloadType string `json:"payloadType"`
		Payload     string `json:"payload"`
		Signatures  []struct {
			Sig string `json:"sig"`
		} `json:"signatures"`
	}
	v.must(json.Unmarshal(members["decisions/ballot-9.dsse.json"], &envelope))
	payload, err := base64.StdEncoding.DecodeString(envelope.Payload)
	v.must(err)
	sig, err := base64.StdEncoding.DecodeString(envelope.Signatures[0].Sig)
	v.must(err)
	encoded := fmt.Sprintf("DSSEv1 %d %s %d %s", len(envelope.PayloadType), envelope.PayloadType, len(payload), payload)
	if !ed25519.Verify(public.(ed25519.PublicKey), []byte(encoded), sig) {
		t.Error("the signature does not fit")
	}
	var statement struct {
		Type          string `json:"_type"`
		PredicateType string `json:"predicateType"`
		Subject       []struct {
			Name   string            `json:"name"`
			Digest map[string]string `json:"digest"`
		} `json:"subject"`
		Predicate struct {
			Closed struct {
				Outcome  string `json:"outcome"`
				Override string `json:"override"`
			} `json:"closed"`
			Conditions []struct {
				Seat  string `json:"seat"`
				Words string `json:"words"`
			} `json:"conditions"`
		} `json:"predicate"`
	}
	v.must(json.Unmarshal(payload, &statement))
	if statement.Type != "https://in-toto.io/Statement/v1" || statement.PredicateType != reports.BundleDecision || envelope.PayloadType != "application/vnd.in-toto+json" {
		t.Errorf("%+v", statement)
	}
	dossier, bom := sha256.Sum256(members["documents/ballot-9-dossier.json"]), sha256.Sum256(members["documents/build-3-bom.json"])
	want := []string{hex.EncodeToString(dossier[:]), strings.Repeat("ab", 32), hex.EncodeToString(bom[:])}
	for i, s := range statement.Subject {
		if s.Digest["sha256"] != want[i] {
			t.Errorf("%s has the digest %s, want %s", s.Name, s.Digest["sha256"], want[i])
		}
	}
	if p := statement.Predicate; len(statement.Subject) != 3 || p.Closed.Outcome != "go" || p.Closed.Override == "" || len(p.Conditions) != 1 {
		t.Errorf("the predicate says %+v", p)
	}
}

// TestBundleEveryByte flips bytes all over a pack: each of its small members and of
// its container, and a part of each long one. Every flip is found, and so is every
// cut (M13).
func TestBundleEveryByte(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	pack := v.made(v.pack(3))
	long := map[int64]int64{} // where long members lie: there a sample is flipped
	z, err := zip.NewReader(bytes.NewReader(pack), int64(len(pack)))
	v.must(err)
	for _, f := range z.File {
		at, err := f.DataOffset()
		v.must(err)
		if got := verify(t, pack[:at], reports.BundleCheck{}); got.OK() {
			t.Errorf("cut before %s, it still proves", f.Name)
		}
		if got := verify(t, pack[:at+int64(f.UncompressedSize64)], reports.BundleCheck{}); got.OK() {
			t.Errorf("cut behind %s, it still proves", f.Name)
		}
		if f.UncompressedSize64 > 300 {
			long[at] = at + int64(f.UncompressedSize64)
		}
	}
	flipped := bytes.Clone(pack)
	for i := range pack {
		at := int64(i)
		inside := slices.ContainsFunc(slices.Collect(maps.Keys(long)), func(from int64) bool { return at >= from && at < long[from] })
		if inside && i%199 != 0 {
			continue
		}
		flipped[i] ^= 1 << (i % 8)
		if got := verify(t, flipped, reports.BundleCheck{}); got.OK() {
			t.Fatalf("byte %d was changed, and it still proves", i)
		}
		flipped[i] = pack[i]
	}
	for _, more := range [][]byte{append([]byte("x"), pack...), append(bytes.Clone(pack), 'x')} {
		if got := verify(t, more, reports.BundleCheck{}); got.OK() {
			t.Error("with a byte more it still proves")
		}
	}
}

// TestBundleNamesTheMember shows that a changed, missing or added member is named.
func TestBundleNamesTheMember(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	names, members := unzipped(t, v.made(v.pack(3)))
	for _, name := range names {
		changed := maps.Clone(members)
		changed[name] = append(bytes.Clone(members[name]), ' ')
		if got := verify(t, zipped(t, names, changed, zip.Store), reports.BundleCheck{}); !says(got, name+" ") {
			t.Errorf("%s was changed: %v", name, got.Faults)
		}
		without := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
		if got := verify(t, zipped(t, without, members, zip.Store), reports.BundleCheck{}); !says(got, name+" is missing") {
			t.Errorf("%s was removed: %v", name, got.Faults)
		}
	}
	members["record/more.json"] = []byte("[]")
	if got := verify(t, zipped(t, append(slices.Clone(names), "record/more.json"), members, zip.Store), reports.BundleCheck{}); !says(got, "record/more.json was added") {
		t.Errorf("a member was added: %v", got.Faults)
	}
	if got := verify(t, zipped(t, names, members, zip.Deflate), reports.BundleCheck{}); !says(got, "is compressed") {
		t.Errorf("compressed: %v", got.Faults)
	}
	if got := verify(t, zipped(t, append(slices.Clone(names), names[0]), members, zip.Store), reports.BundleCheck{}); !says(got, "two members are called") {
		t.Errorf("twice: %v", got.Faults)
	}
}
