package main

import (
	"context"
	"errors"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// items writes the configuration items of an environment as CSV (R143).
func (r reportCmd) items(ctx context.Context, t *terminal, p *release.Programme, db *storage.DB, now func() time.Time) error {
	switch {
	case r.Send:
		return errors.New("the configuration items are a file, not a mail: leave --send out and name the file with --out")
	case r.Environment == "":
		return errors.New("name the environment, such as --environment sit-a")
	}
	at, err := asOf(r.AsOf, now(), p.Location())
	if err != nil {
		return err
	}
	v, err := release.NewDesk(db, now).ItemsAt(ctx, release.EnvironmentID(r.Environment), "", at)
	if err != nil {
		return err
	}
	text, err := reports.ItemsCSV(v)
	if err != nil {
		return err
	}
	return r.keep(t, text)
}
