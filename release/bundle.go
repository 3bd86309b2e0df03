package release

import "context"

// BundleFacts are what the evidence pack of a release is made of (M13): the ledger's
// entries that tell of it with what proves them, and the papers whose digests those
// entries hold, all of one moment.
type BundleFacts struct {
	Programme *Programme
	Release   Release
	// Checkpoint is the log's newest signed checkpoint, Verifier the public key it is
	// signed with; both as golang.org/x/mod/sumdb/note writes them.
	Checkpoint string
	Verifier   string
	Entries    []SealedEntry // in the order of the log
	// Bridges join the checkpoint to older ones: to those that were mailed since the
	// release was planned, and to those that were asked for.
	Bridges  []Bridge
	Builds   []Build
	Notes    []SubmittedNote
	Ballots  []Ballot
	Rollouts []Rollout // deployments; rehearsals are nobody else's business (M8)
	Reviews  []Review
}

// SealedEntry is an entry of the ledger with the proof that it is in the log.
type SealedEntry struct {
	Index int64 // its place in the log, counted from 0
	Leaf  []byte
	Proof [][32]byte
}

// Bridge proves that the log of so many entries is the beginning of the log of the
// pack's checkpoint.
type Bridge struct {
	Size  int64
	Root  [32]byte
	Proof [][32]byte
}

// BundleSource reads what a pack is made of, and signs decisions. Storage implements it.
type BundleSource interface {
	// BundleFacts reads all of a release at one moment; the sizes are of older logs to
	// join the checkpoint to. ErrNotFound when there is no such release.
	BundleFacts(ctx context.Context, number int, sizes []int64) (BundleFacts, error)
	// SignDecision signs a DSSE pre-authentication encoding with the ledger's own key,
	// and nothing else: a checkpoint can never be mistaken for one.
	SignDecision(ctx context.Context, encoding []byte) ([]byte, error)
}
