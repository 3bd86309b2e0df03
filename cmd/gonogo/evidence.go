package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// evidenceCmd is `gonogo evidence`.
type evidenceCmd struct {
	Pack   evidencePackCmd   `cmd:"" help:"Write everything about a release into one file that proves itself."`
	Verify evidenceVerifyCmd `cmd:"" help:"Check an evidence pack. Needs nothing but the file: no database, no settings."`
}

// evidencePackCmd is `gonogo evidence pack`.
type evidencePackCmd struct {
	Release    string   `arg:"" help:"The release, for example REL-7." placeholder:"REL"`
	Out        string   `help:"Where to write the pack, for example REL-7.zip." required:"" placeholder:"FILE"`
	Checkpoint []string `help:"A text with an older checkpoint, which the pack is to be joined to; those of weekly reports are joined anyhow." type:"existingfile" placeholder:"FILE"`
}

// Run writes a pack.
func (e evidencePackCmd) Run(ctx context.Context, t *terminal) error {
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	now := t.clock().Now
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	return errors.Join(e.run(ctx, t, c, db, release.NewDesk(db, now)), db.Close())
}

func (e evidencePackCmd) run(ctx context.Context, t *terminal, c config, db *storage.DB, desk *release.Desk) error {
	if err := db.RequireMigrated(ctx); err != nil {
		return err
	}
	number, err := desk.FindRelease(ctx, e.Release)
	if err != nil {
		return err
	}
	if _, err := desk.ReadLife(ctx, number); err != nil {
		return err
	}
	var sizes []int64
	for _, file := range e.Checkpoint {
		signed, err := checkpointFile(file)
		if err != nil {
			return err
		}
		size, err := strconv.ParseInt(strings.Split(signed, "\n")[1], 10, 64)
		if err != nil {
			return fmt.Errorf("read the checkpoint in %s: %w", file, err)
		}
		sizes = append(sizes, size)
	}
	for more := true; more; { // what was decided a moment ago is to be in it
		sealed, err := db.Seal(ctx)
		if err != nil {
			return err
		}
		more = sealed.More
	}
	facts, err := db.BundleFacts(ctx, number, sizes)
	if err != nil {
		return err
	}
	letterhead, err := newLetterhead(c, "")
	if err != nil {
		return err
	}
	if err := e.write(ctx, letterhead, db, facts); err != nil {
		return err
	}
	fmt.Fprintf(t.Out, "wrote %s: %s with %d entries of the ledger\ncheck it with: gonogo evidence verify %s --checkpoint FILE\n",
		e.Out, facts.Release.Name(), len(facts.Entries), e.Out)
	return nil
}

// write writes the pack beside its place and moves it there whole.
func (e evidencePackCmd) write(ctx context.Context, l reports.Letterhead, db *storage.DB, facts release.BundleFacts) error {
	f, err := os.CreateTemp(filepath.Dir(e.Out), ".evidence-*")
	if err != nil {
		return fmt.Errorf("write the pack: %w", err)
	}
	err = errors.Join(l.WriteBundle(ctx, f, db, facts), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), e.Out)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write the pack: %w", err), os.Remove(f.Name()))
	}
	return nil
}

// evidenceVerifyCmd is `gonogo evidence verify`.
type evidenceVerifyCmd struct {
	File       string   `arg:"" help:"The pack." type:"existingfile" placeholder:"FILE"`
	Checkpoint []string `help:"A text with a checkpoint that was kept outside, such as a weekly report: prove that the pack's ledger is still the same." type:"existingfile" placeholder:"FILE"`
	Key        string   `help:"The ledger's key as somebody wrote it down; gonogo ledger verify prints it." placeholder:"VKEY"`
}

// Run checks a pack.
func (e evidenceVerifyCmd) Run(ctx context.Context, t *terminal) (err error) {
	against := reports.BundleCheck{Key: e.Key}
	for _, file := range e.Checkpoint {
		signed, err := checkpointFile(file)
		if err != nil {
			return err
		}
		against.Checkpoints = append(against.Checkpoints, signed)
	}
	f, err := os.Open(e.File)
	if err != nil {
		return fmt.Errorf("open the pack: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("open the pack: %w", err)
	}
	v := reports.VerifyBundle(ctx, f, info.Size(), against)
	if !v.OK() {
		lines := make([]string, len(v.Faults))
		for i, x := range v.Faults {
			lines[i] = x.String()
		}
		return fmt.Errorf("%s does not prove what it says:\n%s\nDo not rely on it. Take the pack anew: gonogo evidence pack, or the page of its release; and find out who had this file in hand", e.File, strings.Join(lines, "\n"))
	}
	fmt.Fprintf(t.Out, "%s proves what it says of %s: %d members, %d entries of the ledger, %d signed decisions\nas of the ledger's first %d entries, signed with the key %s\n",
		e.File, v.Release, v.Members, v.Entries, v.Decisions, v.Size, v.Key)
	for _, x := range v.Absent {
		fmt.Fprintf(t.Out, "not in it: %s\n", x)
	}
	for _, n := range v.Sizes {
		fmt.Fprintf(t.Out, "its ledger holds everything that the checkpoint of %d entries covers, unchanged\n", n)
	}
	if len(v.Sizes) == 0 && e.Key == "" {
		fmt.Fprintln(t.Out, "nothing from outside was held against it: whether this key is your ledger's, a checkpoint from a report shows (--checkpoint)")
	}
	return nil
}

// checkpointFile reads the checkpoint in a text.
func checkpointFile(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read the checkpoint: %w", err)
	}
	signed, ok := checkpointIn(string(text))
	if !ok {
		return "", fmt.Errorf("%s holds no checkpoint: copy it from a report, from the line \"gonogo\" to the line that begins with \"— gonogo\"", file)
	}
	return signed, nil
}
