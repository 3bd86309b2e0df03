package reports_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

const packHostile = "<script>alert(1)</script> =cmd() *bold* \u202e\r\nBcc: all"

// vault is a ledger in memory: what storage keeps, as a pack's source.
type vault struct {
	t        testing.TB
	signer   note.Signer
	private  ed25519.PrivateKey
	verifier string
	leaves   []string
	hashes   []tlog.Hash
	facts    release.BundleFacts
	mine     []int64 // the entries that tell of the release
	at       time.Time
}

func newVault(t testing.TB) *vault {
	t.Helper()
	key, verifier, err := note.GenerateKey(rand.Reader, "gonogo")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := base64.StdEncoding.DecodeString(strings.SplitN(key, "+", 5)[4])
	if err != nil {
		t.Fatal(err)
	}
	return &vault{t: t, signer: signer, verifier: verifier, private: ed25519.NewKeyFromSeed(raw[1:]), at: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
}

// ReadHashes reads the log's hashes.
func (v *vault) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	all := make([]tlog.Hash, len(indexes))
	for i, n := range indexes {
		all[i] = v.hashes[n]
	}
	return all, nil
}

// SignDecision signs as the ledger does.
func (v *vault) SignDecision(_ context.Context, encoding []byte) ([]byte, error) {
	return ed25519.Sign(v.private, encoding), nil
}

// BundleFacts returns all there is.
func (v *vault) BundleFacts(_ context.Context, _ int, sizes []int64) (release.BundleFacts, error) {
	return v.pack(sizes...), nil
}

// add appends an entry; mine tells whether it is of the release.
func (v *vault) add(mine bool, kind release.EntryKind, subject, by string, data any) {
	v.t.Helper()
	body, err := json.Marshal(data)
	v.must(err)
	v.at = v.at.Add(time.Minute)
	quoted, err := json.Marshal(by)
	v.must(err)
	v.addLeaf(mine, fmt.Sprintf(`{"id":%d,"at":"%s","kind":"%s","subject":"%s","by":%s,"rfc":0,"intent":null}`+"\n%s",
		len(v.leaves)+1, v.at.Format("2006-01-02T15:04:05.000000Z"), kind, subject, quoted, body))
}

// addLeaf appends an entry as it is sealed.
func (v *vault) addLeaf(mine bool, leaf string) {
	v.t.Helper()
	index := int64(len(v.leaves))
	fresh, err := tlog.StoredHashes(index, []byte(leaf), v)
	v.must(err)
	v.hashes = append(v.hashes, fresh...)
	v.leaves = append(v.leaves, leaf)
	if mine {
		v.mine = append(v.mine, index)
	}
}

func (v *vault) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

// checkpoint signs the log of a size.
func (v *vault) checkpoint(size int64) string {
	v.t.Helper()
	root, err := tlog.TreeHash(size, v)
	v.must(err)
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("gonogo\n%d\n%s\n", size, root)}, v.signer)
	v.must(err)
	return string(signed)
}

// pack returns the facts as of the whole log, joined to older sizes.
func (v *vault) pack(sizes ...int64) release.BundleFacts {
	v.t.Helper()
	size, f := int64(len(v.leaves)), v.facts
	f.Checkpoint, f.Verifier, f.Entries, f.Bridges = v.checkpoint(size), v.verifier, nil, nil
	for _, i := range v.mine {
		proof, err := tlog.ProveRecord(size, i, v)
		v.must(err)
		f.Entries = append(f.Entries, release.SealedEntry{Index: i, Leaf: []byte(v.leaves[i]), Proof: raw(proof)})
	}
	for _, n := range sizes {
		root, err := tlog.TreeHash(n, v)
		v.must(err)
		proof, err := tlog.ProveTree(size, n, v)
		v.must(err)
		f.Bridges = append(f.Bridges, release.Bridge{Size: n, Root: root, Proof: raw(proof)})
	}
	return f
}

func raw(hashes []tlog.Hash) [][32]byte {
	all := make([][32]byte, len(hashes))
	for i, h := range hashes {
		all[i] = h
	}
	return all
}

func hexOf(v any) string {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// play fills the ledger with a release's whole life between entries of others.
func (v *vault) play() {
	v.t.Helper()
	other := func() {
		v.add(false, release.VoteCast, "ballot/1", "else", map[string]any{"seat": "x", "choice": "go"})
	}
	p := &release.Programme{
		Version: 1, Name: "Sample programme", Zone: "Europe/London", People: []release.Person{{ID: "ann", Name: "Ann <Lee>"}, {ID: "ray", Name: "Ray"}},
		Systems: []release.System{{ID: "helix", Name: "Helix"}},
	}
	r := release.Release{Number: 7, Version: release.Version{Major: 1}, Stage: release.ClosedStage, RFC: 12, Content: release.ReleaseContent{System: "helix", Type: release.Minor}}
	written := release.ReleaseNote{}
	build := release.Build{ID: 3, Release: 7, BOM: []release.BOMLine{{File: "b.jar", Version: "1"}, {File: "a.jar", Version: "2"}}, Digest: strings.Repeat("ab", 32)}
	dossier := release.Dossier{Version: "1.0.0.0", Package: build.Digest, BOM: build.BOM}
	run := release.Rollout{ID: 5, Release: 7, RFC: 12, Mode: release.LiveRollout, State: release.RolloutDeployed, Set: -1, StartedAt: v.at, EndedAt: v.at.Add(time.Hour)}
	run.Report = run.DeploymentReport().Digest()
	summary := `{"review":2,"said":"` + "fine" + `"}`
	sum := sha256.Sum256([]byte(summary))
	v.facts = release.BundleFacts{
		Programme: p, Release: r, Builds: []release.Build{build}, Notes: []release.SubmittedNote{{Release: 7, Version: 1, Note: written}},
		Ballots: []release.Ballot{{ID: 9, Dossier: &dossier}}, Rollouts: []release.Rollout{run}, Reviews: []release.Review{{ID: 2, Release: 7, Summary: summary}},
	}
	other()
	v.add(true, release.ReleaseCreated, "release/7", "ray", map[string]any{"revision": 1, "stage": "planning"})
	other()
	v.add(true, release.BuildRegistered, "release/7", "ray", map[string]any{"build": 3, "name": "b1", "bom": release.BOMDigest(build.BOM)})
	v.add(true, release.RFCRaised, "rfc/12", "ray", map[string]any{"revision": 1})
	v.add(true, release.NoteSubmitted, "release/7", "ray", map[string]any{"note-version": 1, "digest": written.Digest(), "build": 3})
	v.add(true, release.EvidenceGiven, "release/7", "ann", map[string]any{"evidence": 1, "check": "plans-approved", "waiver": false, "ref": "https://docs.example/" + "plan", "note": packHostile, "until": time.Time{}})
	v.add(true, release.EvidenceGiven, "release/7", "ann", map[string]any{"evidence": 2, "check": "environment-baseline", "waiver": true, "note": "The rack comes on Friday.", "until": v.at.Add(50 * time.Hour)})
	v.add(true, release.EvidenceTaken, "release/7", "ann", map[string]any{"evidence": 1, "why": "Another one."})
	other()
	v.add(true, release.BallotOpened, "ballot/9", "ray", map[string]any{
		"rfc": 12, "purpose": "deployment", "digest": dossier.Digest(), "quorum": 50, "deadline": v.at.Add(time.Hour), "minimum": v.at,
		"seats": []release.Seat{{Key: "test-manager/si", Mandatory: true, Holders: []release.PersonID{"ann"}}, {Key: "release-manager/si", Chair: true, Mandatory: true}},
	})
	v.add(true, release.VoteCast, "ballot/9", "ann", map[string]any{"seat": "test-manager/si", "choice": "no-go", "words": packHostile})
	v.add(true, release.VoteCast, "ballot/9", "ray", map[string]any{"seat": "release-manager/si", "choice": "go-with-conditions", "words": "Keep the dashboards."})
	v.add(true, release.BallotDecided, "ballot/9", string(release.Clockwork), map[string]any{"outcome": "go", "why": "The chair overrode a No-Go.", "override": "It cannot wait."})
	other()
	v.add(true, release.RolloutStarted, "rollout/5", "ray", map[string]any{"note": 1, "build": 3, "digest": "00", "version": "1.0.0.0"})
	v.add(true, release.DeploymentReported, "rollout/5", "ray", map[string]any{"digest": hexOf(run), "report": run.Report})
	v.add(true, release.ReviewClosed, "review/2", "ann", map[string]any{"digest": hex.EncodeToString(sum[:]), "asked": 3})
	other()
}

// made writes a pack.
func (v *vault) made(f release.BundleFacts) []byte {
	v.t.Helper()
	set, err := templates.Load()
	v.must(err)
	var b bytes.Buffer
	v.must(reports.Letterhead{Templates: set}.WriteBundle(v.t.Context(), &b, v, f))
	return b.Bytes()
}

func verify(t *testing.T, pack []byte, against reports.BundleCheck) reports.BundleVerdict {
	t.Helper()
	return reports.VerifyBundle(t.Context(), bytes.NewReader(pack), int64(len(pack)), against)
}

// unzipped returns a pack's members in their order.
func unzipped(t *testing.T, pack []byte) (names []string, members map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(pack), int64(len(pack)))
	if err != nil {
		t.Fatal(err)
	}
	members = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if members[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
	}
	return names, members
}

// zipped writes members as a pack's container, whatever they are.
func zipped(t *testing.T, names []string, members map[string][]byte, method uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write(members[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rezip writes members in the exact form of a pack.
func rezip(t testing.TB, names []string, members map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		body := members[name]
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(body), CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(len(body)), ModifiedDate: 33, //nolint:staticcheck // what CreateRaw writes
		})
		if err == nil {
			_, err = w.Write(body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sumOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// keyID names the key as envelopes do: the SHA-256 of its DER.
func (v *vault) keyID() string {
	der, err := x509.MarshalPKIXPublicKey(v.private.Public())
	v.must(err)
	return sumOf(der)
}

// says tells whether a verdict names a fault.
func says(v reports.BundleVerdict, words string) bool {
	return slices.ContainsFunc(v.Faults, func(f reports.BundleFault) bool { return strings.Contains(f.String(), words) })
}
