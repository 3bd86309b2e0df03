package reports

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"gonogo.dev/release"
)

// bundleManifestType is the payload type of a pack's signed manifest.
const bundleManifestType = "application/vnd.gonogo.evidence-manifest+json"

// bundleKeys is the ledger's public key in both its uses: it signs checkpoints as
// notes, and manifests and decisions in DSSE envelopes. No text of one can be
// mistaken for one of the other, since they begin otherwise; so whoever trusts a
// checkpoint that was mailed trusts the decisions too.
type bundleKeys struct {
	note   note.Verifier
	public ed25519.PublicKey
	der    []byte
}

// bundleKeyOf reads a verifier key, "gonogo+hash+base64".
func bundleKeyOf(text string) (bundleKeys, error) {
	v, err := note.NewVerifier(text)
	if err != nil {
		return bundleKeys{}, fmt.Errorf("read the ledger's public key: %w", err)
	}
	parts := strings.SplitN(text, "+", 3)
	raw, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(raw) != 1+ed25519.PublicKeySize {
		return bundleKeys{}, errors.New("read the ledger's public key: it is no Ed25519 key")
	}
	k := bundleKeys{note: v, public: ed25519.PublicKey(raw[1:])}
	if k.der, err = x509.MarshalPKIXPublicKey(k.public); err != nil {
		return bundleKeys{}, fmt.Errorf("write the ledger's public key: %w", err)
	}
	return k, nil
}

// pem is the key as other tools read it.
func (k bundleKeys) pem() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: k.der})
}

// id is the key's name in envelopes: the SHA-256 of its DER.
func (k bundleKeys) id() string {
	sum := sha256.Sum256(k.der)
	return hex.EncodeToString(sum[:])
}

// open checks the signature of a checkpoint and reads it.
func (k bundleKeys) open(checkpoint string) (tlog.Tree, error) {
	n, err := note.Open([]byte(checkpoint), note.VerifierList(k.note))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("open the checkpoint: %w", err)
	}
	var t tlog.Tree
	lines := strings.Split(n.Text, "\n")
	if len(lines) == 4 && lines[0] == k.note.Name() {
		if t.N, err = strconv.ParseInt(lines[1], 10, 64); err == nil {
			t.Hash, err = tlog.ParseHash(lines[2])
		}
	}
	if err != nil || t.N < 1 || n.Text != fmt.Sprintf("%s\n%d\n%s\n", k.note.Name(), t.N, t.Hash) {
		return tlog.Tree{}, errors.New("open the checkpoint: it signs no log")
	}
	return t, nil
}

// sign puts a payload into an envelope that is signed with the ledger's key.
func (k bundleKeys) sign(ctx context.Context, by release.BundleSource, kind string, payload []byte) ([]byte, error) {
	signer, err := dsse.NewEnvelopeSigner(bundleSigner{k, by})
	if err != nil {
		return nil, fmt.Errorf("prepare the signature: %w", err)
	}
	envelope, err := signer.SignPayload(ctx, kind, payload)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	return bundleJSON(envelope)
}

// bundleSigner lets the ledger sign for an envelope.
type bundleSigner struct {
	bundleKeys
	by release.BundleSource
}

// Sign signs an encoding.
func (s bundleSigner) Sign(ctx context.Context, encoding []byte) ([]byte, error) {
	return s.by.SignDecision(ctx, encoding)
}

// KeyID names the key.
func (k bundleKeys) KeyID() (string, error) { return k.id(), nil }

// Public returns the key.
func (k bundleKeys) Public() crypto.PublicKey { return k.public }

// Verify checks a signature.
func (k bundleKeys) Verify(_ context.Context, encoding, sig []byte) error {
	if !ed25519.Verify(k.public, encoding, sig) {
		return errors.New("the signature is not the ledger's")
	}
	return nil
}

// unpack checks an envelope and returns its payload. An envelope that the same
// payload and signature would not be written as is refused too: no byte of it may change.
func (k bundleKeys) unpack(ctx context.Context, kind string, body []byte) ([]byte, error) {
	var e dsse.Envelope
	if err := json.Unmarshal(body, &e); err != nil {
		return nil, fmt.Errorf("read the envelope: %w", err)
	}
	again, err := bundleJSON(e)
	if err != nil || !bytes.Equal(again, body) || e.PayloadType != kind || len(e.Signatures) != 1 || e.Signatures[0].KeyID != k.id() {
		return nil, errors.New("the envelope is not written as gonogo writes it")
	}
	verifier, err := dsse.NewEnvelopeVerifier(k)
	if err != nil {
		return nil, fmt.Errorf("prepare the check: %w", err)
	}
	if _, err := verifier.Verify(ctx, &e); err != nil {
		return nil, errors.New("the signature is not the ledger's")
	}
	payload, err := base64.StdEncoding.DecodeString(e.Payload)
	if err != nil || base64.StdEncoding.EncodeToString(payload) != e.Payload {
		return nil, errors.New("the payload is not written as gonogo writes it")
	}
	if sig, err := base64.StdEncoding.DecodeString(e.Signatures[0].Sig); err != nil || base64.StdEncoding.EncodeToString(sig) != e.Signatures[0].Sig {
		return nil, errors.New("the signature is not written as gonogo writes it")
	}
	return payload, nil
}
