package main

import (
	"context"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// figures prints or writes the figures of a period.
func (r reportCmd) figures(ctx context.Context, t *terminal, p *release.Programme, l reports.Letterhead, db *storage.DB, now func() time.Time) error {
	from, to, err := reports.FigurePeriod(p, r.From, r.To, now())
	if err != nil {
		return err
	}
	log, err := db.FigureLog(ctx, from, to)
	if err != nil {
		return err
	}
	part, err := l.FigurePaper(p, log.Figures()).File(documentFormat("", r.Out))
	if err != nil {
		return err
	}
	return keepBytes(t, r.Out, part.Content)
}
