package release

import (
	"context"
	"slices"
)

// LedgerEntry is an entry as the ledger keeps it.
type LedgerEntry struct {
	Entry

	ID int64
	// Index is its place in the transparency log, counted from 0.
	Index int64
	// JSON is the entry's data as it was sealed.
	JSON string
	// Kept says that the entry's RFC was never raised.
	Kept bool
}

// LedgerFilter selects sealed entries; the zero value selects all.
type LedgerFilter struct {
	// Subjects are the things it is about, "rfc/12"; empty is any.
	Subjects []string
	// Below selects places below this one; 0 is any.
	Below int64
	Limit int // the newest so many
}

// LedgerProof shows that an entry is in the transparency log, in the form of RFC
// 6962: whoever holds the checkpoint, as every weekly report carries it, needs
// nothing else to check it. Hashes are SHA-256 in base64.
type LedgerProof struct {
	Entry LedgerEntry
	// Leaf are the bytes that were sealed, and Hash is the leaf's hash.
	Leaf []byte
	Hash string
	// Path are the hashes beside the way from the leaf to the root, the lowest first.
	Path []string
	// Size is how many entries the log had when its Root was signed in the Checkpoint,
	// which Verifier, a public key in the form of a signed note, opens.
	Size       int64
	Root       string
	Checkpoint string
	Verifier   string
}

// LedgerReader reads what was sealed. What does not exist is ErrNotFound.
type LedgerReader interface {
	// LedgerPage returns entries by descending place.
	LedgerPage(ctx context.Context, f LedgerFilter) ([]LedgerEntry, error)
	// LedgerProof returns the proof of the entry at a place.
	LedgerProof(ctx context.Context, index int64) (LedgerProof, error)
	// LedgerSize returns how many entries are sealed.
	LedgerSize(ctx context.Context) (int64, error)
}

// ShownTo tells whether a person may read what an entry says (T34). What is not yet
// for others, or was said to those alone whom a review asks, is read by whoever
// wrote it; that it is there, and its hash, everybody may know.
func (e LedgerEntry) ShownTo(reader PersonID) bool {
	own := []EntryKind{RFCDrafted, OperationDrafted, NoteDrafted, ReviewAnswered}
	return e.By == reader || (!e.Kept && !slices.Contains(own, e.Kind))
}
