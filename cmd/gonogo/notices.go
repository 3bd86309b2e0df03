package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/templates"
)

// noticesCmd is `gonogo notices`.
type noticesCmd struct {
	List  noticesListCmd  `cmd:"" default:"1" help:"List the mails and messages that could not be delivered and are not tried any more."`
	Retry noticesRetryCmd `cmd:"" help:"Try them again, once their cause is mended: a wrong address, a relay that refused, an archived channel."`
}

// noticesListCmd is `gonogo notices list`.
type noticesListCmd struct{}

// noticesRetryCmd is `gonogo notices retry`.
type noticesRetryCmd struct {
	Numbers []int64 `arg:"" optional:"" help:"Their numbers, as the list shows them." placeholder:"N"`
	All     bool    `help:"Try all of them."`
}

// mostNotices is how many are listed.
const mostNotices = 100

// Run lists what was given up.
func (noticesListCmd) Run(ctx context.Context, t *terminal) error {
	return withDatabase(ctx, t, func(db *storage.DB) error {
		all, total, err := db.GivenUps(ctx, mostNotices)
		if err != nil {
			return err
		}
		if total == 0 {
			fmt.Fprintln(t.Out, "every mail and message was delivered, or is still being tried")
			return nil
		}
		p, err := db.ProgrammeNow(ctx)
		if err != nil {
			return fmt.Errorf("read the programme: %w", err)
		}
		fmt.Fprintf(t.Out, "given up: %d\n", total)
		w := tabwriter.NewWriter(t.Out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "NUMBER\tPROMISED\tBY\tTO\tTRIES\tWHAT\tWHY")
		for _, x := range all {
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%d\t%s\t%s\n", x.ID, x.At.In(p.Location()).Format(time.DateTime), x.Road, toOf(p, x.To), x.Tries, templates.OneLine(x.Key), templates.OneLine(x.Error))
		}
		if err := w.Flush(); err != nil {
			return fmt.Errorf("write the list: %w", err)
		}
		if total > int64(len(all)) {
			fmt.Fprintf(t.Out, "and %d older ones\n", total-int64(len(all)))
		}
		fmt.Fprintln(t.Out, "When the cause is mended: gonogo notices retry NUMBER, or --all")
		return nil
	})
}

func toOf(p *release.Programme, id release.PersonID) string {
	if id == "" {
		return "the channel"
	}
	return templates.OneLine(p.NameOf(id))
}

// Run tries again what was named.
func (r noticesRetryCmd) Run(ctx context.Context, t *terminal) error {
	if r.All == (len(r.Numbers) > 0) {
		return errors.New("name the numbers that `gonogo notices` lists, or say --all")
	}
	return withDatabase(ctx, t, func(db *storage.DB) error {
		n, err := db.Retry(ctx, r.Numbers...)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.Out, "%d will be tried again; `gonogo serve` sends them\n", n)
		if missed := len(r.Numbers) - n; missed > 0 {
			return fmt.Errorf("%d of the %d named were not given up: `gonogo notices` lists those that were", missed, len(r.Numbers))
		}
		return nil
	})
}

// withDatabase runs fn with the database of the environment.
func withDatabase(ctx context.Context, t *terminal, fn func(db *storage.DB) error) error {
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: t.clock().Now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	if err := db.RequireMigrated(ctx); err != nil {
		return errors.Join(err, db.Close())
	}
	return errors.Join(fn(db), db.Close())
}
