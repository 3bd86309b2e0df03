package reports_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"gonogo.dev/reports"
)

// M13: whatever is done to the container of a pack is refused in a sentence that says
// what was found: names that would leave their folder or are taken twice, members that
// unpack to more than the file, another order, bytes of another kind of file, a tail
// that is cut off.
func TestBundleContainerIsTrustedInNothing(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	pack := v.made(v.pack(3))
	names, members := unzipped(t, pack)
	reordered := slices.Clone(names)
	reordered[0], reordered[1] = reordered[1], reordered[0]
	with := func(name string, body []byte, method uint16) []byte {
		t.Helper()
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, n := range append(slices.Clone(names), name) {
			content, how := members[n], zip.Store
			if n == name {
				content, how = body, method
			}
			w, err := z.CreateHeader(&zip.FileHeader{Name: n, Method: how})
			if err == nil {
				_, err = w.Write(content)
			}
			v.must(err)
		}
		v.must(z.Close())
		return b.Bytes()
	}
	for what, c := range map[string]struct {
		pack []byte
		why  string
	}{
		"a name above its folder": {with("../../etc/cron.d/x", []byte("x"), zip.Store), `a member has a name that no pack has: "../../etc/cron.d/x"`},
		"an absolute name":        {with("/etc/passwd", []byte("x"), zip.Store), "a member has a name that no pack has"},
		"a drive's name":          {with(`C:\evil.exe`, []byte("x"), zip.Store), "a member has a name that no pack has"},
		"a hidden name":           {with("record/.x", []byte("x"), zip.Store), "a member has a name that no pack has"},
		"a name that turns text":  {with("record/\u202etxt.json", []byte("x"), zip.Store), "a member has a name that no pack has"},
		"a name taken twice":      {rezip(t, append(slices.Clone(names), names[3]), members), "two members are called " + names[3]},
		"a bomb":                  {with("record/bomb.json", make([]byte, 32<<20), zip.Deflate), "record/bomb.json is compressed, and nothing in a pack is"},
		"another order":           {rezip(t, reordered, members), "its members were put in another order: " + names[1] + " stands where " + names[0] + " belongs"},
		"no pack":                 {[]byte("%PDF-1.7 is something else"), "it is no whole evidence pack"},
		"nothing":                 {nil, "it is no whole evidence pack"},
		"half of it":              {pack[:len(pack)/2], "it is no whole evidence pack"},
		"without its end":         {pack[:len(pack)-1], "it is no whole evidence pack"},
	} {
		got := verify(t, c.pack, reports.BundleCheck{})
		if got.OK() || !says(got, c.why) {
			t.Errorf("%s: want “%s”, got %v", what, c.why, got.Faults)
		}
		for _, fault := range got.Faults {
			if strings.ContainsAny(fault.String(), "\u202e\x1b\n") {
				t.Errorf("%s is told with characters that hide or turn text: %q", what, fault)
			}
		}
	}
}

// verifier is the ledger's public key for the library of other tools.
type verifier struct {
	key ed25519.PublicKey
	id  string
}

// Verify checks a signature.
func (x verifier) Verify(_ context.Context, data, sig []byte) error {
	if !ed25519.Verify(x.key, data, sig) {
		return errors.New("the signature does not fit")
	}
	return nil
}

// KeyID returns the name that the envelopes give the key.
func (x verifier) KeyID() (string, error) { return x.id, nil }

// Public returns the key.
func (x verifier) Public() crypto.PublicKey { return x.key }

// M13: the library that other tools check DSSE envelopes with takes every decision of a
// pack under the key in it, and none after a byte of it was changed, nor under another
// key.
func TestBundleDecisionsByAnotherLibrary(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	v.play()
	names, members := unzipped(t, v.made(v.pack()))
	block, _ := pem.Decode(members["ledger/key.pem"])
	public, err := x509.ParsePKIXPublicKey(block.Bytes)
	v.must(err)
	check := func(key ed25519.PublicKey, e dsse.Envelope) error {
		t.Helper()
		library, err := dsse.NewEnvelopeVerifier(verifier{key, e.Signatures[0].KeyID})
		v.must(err)
		_, err = library.Verify(t.Context(), &e)
		return err
	}
	decisions := 0
	for _, name := range names {
		if !strings.HasPrefix(name, "decisions/") || !strings.HasSuffix(name, ".dsse.json") {
			continue
		}
		decisions++
		var e dsse.Envelope
		v.must(json.Unmarshal(members[name], &e))
		if err := check(public.(ed25519.PublicKey), e); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := check(make(ed25519.PublicKey, ed25519.PublicKeySize), e); err == nil {
			t.Errorf("%s is taken under another key", name)
		}
		e.PayloadType += "x"
		if err := check(public.(ed25519.PublicKey), e); err == nil {
			t.Errorf("%s is taken as something else", name)
		}
	}
	if decisions == 0 {
		t.Fatal("the pack has no decision")
	}
}
