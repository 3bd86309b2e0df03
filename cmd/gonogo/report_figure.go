package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
	as := map[string]reports.DocumentFormat{".html": reports.AsHTML, ".pdf": reports.AsPDF, ".md": reports.AsMarkdown, "": reports.AsMarkdown}
	format, ok := as[filepath.Ext(r.Out)]
	if !ok {
		return errors.New("the figures are written as .html, .md or .pdf")
	}
	part, err := l.FigurePaper(p, log.Figures()).File(format)
	if err != nil {
		return err
	}
	if r.Out == "" {
		fmt.Fprint(t.Out, string(part.Content))
		return nil
	}
	if err := os.WriteFile(r.Out, part.Content, 0o600); err != nil {
		return fmt.Errorf("write the figures: %w", err)
	}
	fmt.Fprintf(t.Out, "wrote %s\n", r.Out)
	return nil
}
