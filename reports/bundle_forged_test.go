package reports_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// TestBundleOfAnotherLedger shows what somebody without the ledger's key can do: make
// a whole new pack with a key of their own. It stands alone, and falls against a
// checkpoint that was mailed or the key that was written down (M13).
func TestBundleOfAnotherLedger(t *testing.T) {
	t.Parallel()
	honest, liar := newVault(t), newVault(t)
	honest.play()
	liar.play()
	forged := liar.made(liar.pack(3))
	if got := verify(t, forged, reports.BundleCheck{}); !got.OK() {
		t.Errorf("a pack of another ledger is one too: %v", got.Faults)
	}
	if got := verify(t, forged, reports.BundleCheck{Checkpoints: []string{honest.checkpoint(3)}}); !says(got, "is not signed with the pack's key") {
		t.Errorf("against a mailed checkpoint: %v", got.Faults)
	}
	if got := verify(t, forged, reports.BundleCheck{Key: honest.verifier}); !says(got, "and not the ledger's key") {
		t.Errorf("against the key: %v", got.Faults)
	}
	names, members := unzipped(t, honest.made(honest.pack(3)))
	_, theirs := unzipped(t, forged)
	for _, name := range names {
		mixed := maps.Clone(members)
		mixed[name] = theirs[name]
		if bytes.Equal(members[name], theirs[name]) {
			continue
		}
		if got := verify(t, rezip(t, names, mixed), reports.BundleCheck{}); got.OK() {
			t.Errorf("%s of another ledger's pack was taken", name)
		}
	}
}

// TestBundleOfALedgerMadeAnew shows what whoever holds the key cannot do: change what
// a mailed checkpoint covers, or cut off what it covers (M13).
func TestBundleOfALedgerMadeAnew(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	size := int64(len(v.leaves))
	mailed := v.checkpoint(size)

	cut := &vault{t: t, signer: v.signer, private: v.private, verifier: v.verifier, at: v.at, facts: v.facts}
	relay(cut, v, func(_ int, leaf string) string { return leaf }, len(v.leaves)-2)
	got := verify(t, cut.made(cut.pack()), reports.BundleCheck{Checkpoints: []string{mailed}})
	if !says(got, "the pack ends at") || !says(got, "its ledger was cut off") {
		t.Errorf("cut off: %v", got.Faults)
	}

	anew := &vault{t: t, signer: v.signer, private: v.private, verifier: v.verifier, at: v.at, facts: v.facts}
	relay(anew, v, func(_ int, leaf string) string { return strings.Replace(leaf, `"no-go"`, `"abstain"`, 1) }, len(v.leaves))
	pack := anew.made(anew.pack())
	if got := verify(t, pack, reports.BundleCheck{}); !got.OK() {
		t.Fatalf("made anew with the key it stands alone: %v", got.Faults)
	}
	if got := verify(t, pack, reports.BundleCheck{Checkpoints: []string{mailed}}); !says(got, "the ledger was made anew") {
		t.Errorf("made anew: %v", got.Faults)
	}
	anew.add(false, release.VoteCast, "ballot/1", "else", map[string]any{})
	pack = anew.made(anew.pack(size))
	if got := verify(t, pack, reports.BundleCheck{Checkpoints: []string{mailed}}); !says(got, "are not those of the checkpoint from outside") {
		t.Errorf("made anew and longer: %v", got.Faults)
	}
}

// relay fills a ledger with the entries of another, changed.
func relay(to, from *vault, change func(int, string) string, n int) {
	for i, leaf := range from.leaves[:n] {
		to.addLeaf(slices.Contains(from.mine, int64(i)), change(i, leaf))
	}
}

// TestBundleContradicts shows that a pack signed with the ledger's own key is found out
// when its record, its documents or its decisions say something else than the entries.
func TestBundleContradicts(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	names, members := unzipped(t, v.made(v.pack(3)))
	lines := bytes.SplitAfter(members["ledger/entries.jsonl"], []byte("\n"))
	for name, one := range map[string]struct {
		member string
		body   []byte
		why    string
	}{
		"another outcome":   {"record/ballots.json", bytes.Replace(members["record/ballots.json"], []byte(`"go"`), []byte(`"no-go"`), 1), "record/ballots.json contradicts the ledger's entries, first on line"},
		"no waiver":         {"record/waivers.json", []byte("[]\n"), "record/waivers.json contradicts"},
		"another time":      {"record/times.json", bytes.Replace(members["record/times.json"], []byte("2026"), []byte("2025"), 1), "record/times.json contradicts"},
		"another dossier":   {"documents/ballot-9-dossier.json", []byte("{}"), "documents/ballot-9-dossier.json is not what the ledger holds the digest of"},
		"another report":    {"documents/rollout-5-report.json", []byte("{}"), "documents/rollout-5-report.json is not what"},
		"a changed entry":   {"ledger/entries.jsonl", bytes.Replace(members["ledger/entries.jsonl"], []byte("It cannot wait."), []byte("It can wait."), 1), "that is not proven"},
		"entries dropped":   {"ledger/entries.jsonl", bytes.Join(lines[:len(lines)-2], nil), "entries were taken out or added"},
		"entries reordered": {"ledger/entries.jsonl", bytes.Join(append([][]byte{lines[1], lines[0]}, lines[2:]...), nil), "behind entry"},
		"another decision":  {"decisions/ballot-9.dsse.json", v.envelope("application/vnd.in-toto+json", []byte(`{}`)), "contradicts the ledger's entries of ballot/9"},
		"an unsigned one":   {"decisions/ballot-9.dsse.json", []byte("{}\n"), "decisions/ballot-9.dsse.json is no decision of the ledger"},
		"another bridge":    {"ledger/bridges.json", bytes.Replace(members["ledger/bridges.json"], []byte(`"size": 3`), []byte(`"size": 4`), 1), "does not prove the log of 4 entries"},
	} {
		changed := maps.Clone(members)
		changed[one.member] = one.body
		if bytes.Equal(members[one.member], one.body) {
			t.Fatalf("%s changes nothing", name)
		}
		if got := verify(t, v.resigned(names, changed), reports.BundleCheck{}); !says(got, one.why) || says(got, "its SHA-256 is") {
			t.Errorf("%s: want “%s”, got %v", name, one.why, got.Faults)
		}
	}
	members["documents/more.json"] = []byte("{}")
	more := append([]string{"documents/more.json"}, names...)
	if got := verify(t, v.resigned(more, members), reports.BundleCheck{}); !says(got, "documents/more.json is no part of an evidence pack") {
		t.Errorf("a document that no entry tells of: %v", got.Faults)
	}
	without := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "decisions/ballot-9.dsse.json" })
	if got := verify(t, v.resigned(without, members), reports.BundleCheck{}); !says(got, "decisions/ballot-9.dsse.json is missing") {
		t.Errorf("a decision left out: %v", got.Faults)
	}
}

// envelope signs a payload with the ledger's key.
func (v *vault) envelope(kind string, payload []byte) []byte {
	v.t.Helper()
	signer, err := dsse.NewEnvelopeSigner(vaultSigner{v, v.keyID()})
	v.must(err)
	e, err := signer.SignPayload(v.t.Context(), kind, payload)
	v.must(err)
	body, err := json.MarshalIndent(e, "", "  ")
	v.must(err)
	return append(body, '\n')
}

// vaultSigner signs envelopes as the ledger's key does.
type vaultSigner struct {
	*vault

	id string
}

// Sign signs.
func (s vaultSigner) Sign(ctx context.Context, b []byte) ([]byte, error) {
	return s.SignDecision(ctx, b)
}

// KeyID names the key.
func (s vaultSigner) KeyID() (string, error) { return s.id, nil }

// resigned makes a pack of members as its maker would, with a manifest that lists them.
func (v *vault) resigned(names []string, members map[string][]byte) []byte {
	v.t.Helper()
	var list struct {
		Format  string           `json:"format"`
		Release string           `json:"release"`
		Size    int64            `json:"size"`
		Entries int              `json:"entries"`
		Members []map[string]any `json:"members"`
		Absent  []any            `json:"absent"`
	}
	v.must(json.Unmarshal(members["manifest.json"], &list))
	var body bytes.Buffer
	body.WriteString("[")
	names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return strings.HasPrefix(n, "manifest.") })
	for i, name := range names {
		if i > 0 {
			body.WriteString(",")
		}
		entry, err := json.Marshal(struct {
			Name   string `json:"name"`
			Size   int    `json:"size"`
			SHA256 string `json:"sha256"`
		}{name, len(members[name]), sumOf(members[name])})
		v.must(err)
		body.Write(entry)
	}
	body.WriteString("]")
	manifest, err := json.MarshalIndent(struct {
		Format  string          `json:"format"`
		Release string          `json:"release"`
		Size    int64           `json:"size"`
		Entries int             `json:"entries"`
		Members json.RawMessage `json:"members"`
		Absent  []any           `json:"absent"`
	}{list.Format, list.Release, list.Size, list.Entries, body.Bytes(), list.Absent}, "", "  ")
	v.must(err)
	all := maps.Clone(members)
	all["manifest.json"] = append(manifest, '\n')
	all["manifest.dsse.json"] = v.envelope("application/vnd.gonogo.evidence-manifest+json", all["manifest.json"])
	return rezip(v.t, append(names, "manifest.json", "manifest.dsse.json"), all)
}

// FuzzVerifyBundle throws files at the check: whatever comes, it answers, and nothing
// but a pack proves anything.
func FuzzVerifyBundle(f *testing.F) {
	v := newVault(f)
	v.play()
	pack := v.made(v.pack(3))
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create("manifest.json")
	if err == nil {
		_, err = w.Write(make([]byte, 1<<20))
	}
	if err != nil || z.Close() != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{nil, []byte("PK"), pack, pack[:len(pack)/2], bomb.Bytes()} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		got := verify(t, body, reports.BundleCheck{Checkpoints: []string{"x"}})
		if got.OK() {
			t.Error("nothing proves itself against a checkpoint that is none")
		}
		if alone := verify(t, body, reports.BundleCheck{}); alone.OK() && !bytes.Equal(body, pack) && alone.Key == v.verifier {
			t.Error("another file proves itself with the ledger's key")
		}
	})
}
