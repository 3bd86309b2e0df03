package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gonogo.dev/storage"
)

// ledgerCmd is `gonogo ledger`.
type ledgerCmd struct {
	Verify ledgerVerifyCmd `cmd:"" help:"Recompute the whole ledger, hold the tables against it, and name what does not fit."`
}

// ledgerVerifyCmd is `gonogo ledger verify`.
type ledgerVerifyCmd struct {
	Against string `help:"A checkpoint kept outside, for example from a weekly report: prove that nothing it covers was changed or cut off." type:"existingfile" placeholder:"FILE"`
}

// Run verifies the ledger.
func (v ledgerVerifyCmd) Run(ctx context.Context, t *terminal) error {
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: t.clock().Now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	return errors.Join(v.verify(ctx, db, t), db.Close())
}

func (v ledgerVerifyCmd) verify(ctx context.Context, db *storage.DB, t *terminal) error {
	var older []string
	if v.Against != "" {
		signed, err := checkpointFile(v.Against)
		if err != nil {
			return err
		}
		older = append(older, signed)
	}
	found, err := db.VerifyLedger(ctx, older...)
	if err != nil {
		return err
	}
	words, err := verdict(found)
	if err != nil {
		return err
	}
	key, err := db.VerifierKey(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Out, "%s\ncheckpoints are signed with the key %s\n", words, key)
	if v.Against != "" {
		fmt.Fprintln(t.Out, "the ledger holds everything that the checkpoint covers, unchanged")
	}
	return nil
}

// checkpointIn finds the checkpoint in a text: alone, or in a whole report as a
// mail program saved or copied it, with other line ends and margins.
func checkpointIn(text string) (signed string, ok bool) {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimSpace(line))
	}
	const long = 5 // name, size, root, a blank line, signature
	for i := 0; i+long <= len(lines); i++ {
		if lines[i] == "gonogo" && lines[i+3] == "" && strings.HasPrefix(lines[i+4], "— gonogo ") {
			return strings.Join(lines[i:i+long], "\n") + "\n", true
		}
	}
	return "", false
}

// verdict returns what a verification found in a line, or everything that does
// not fit as an error.
func verdict(v storage.Verification) (string, error) {
	if v.OK() {
		return fmt.Sprintf("the ledger was not changed; sealed: %d, waiting: %d, root %s", v.Size, v.Unsealed, v.Root), nil
	}
	lines := make([]string, len(v.Faults))
	for i, f := range v.Faults {
		lines[i] = f.String()
	}
	return "", fmt.Errorf("the ledger does not fit:\n%s", strings.Join(lines, "\n"))
}
