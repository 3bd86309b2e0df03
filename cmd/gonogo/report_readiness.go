package main

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// readiness writes the readiness report: everybody's edition, or that of a person's
// party; as text, HTML or PDF.
func (r reportCmd) readiness(ctx context.Context, t *terminal, l reports.Letterhead, db *storage.DB, at time.Time) error {
	readiness, err := reports.ReadReadiness(ctx, db, at)
	if err != nil {
		return err
	}
	var party release.PartyID
	if r.For != "" {
		x, ok := readiness.Programme.Person(release.PersonID(r.For))
		if !ok {
			return fmt.Errorf("%q is nobody of the programme: write a person's id, such as olivia-hartley", r.For)
		}
		party = reports.EditionOf(readiness.Programme, x)
	}
	if r.ending() == ".pdf" {
		paper, err := l.ReadinessPaper(readiness, party)
		if err != nil {
			return err
		}
		pdf, err := paper.File(reports.AsPDF)
		if err != nil {
			return err
		}
		return keepBytes(t, r.Out, pdf.Content)
	}
	out, err := l.Readiness(readiness, party)
	if err != nil {
		return err
	}
	if r.ending() == ".html" {
		return r.keep(t, out.HTML)
	}
	return r.keep(t, out.Text)
}
