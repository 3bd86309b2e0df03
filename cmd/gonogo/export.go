package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// exportCmd is `gonogo export`.
type exportCmd struct {
	List   string `arg:"" help:"Which list: releases, items, rfcs, risks, ballots, votes, actions, debts, lessons, communications, versions or ledger."`
	Out    string `help:"Write it to this file, in the form that its name ends in: .csv, .json or .xlsx (default: CSV to the terminal)." placeholder:"FILE"`
	Open   bool   `help:"Only what is still to be done or decided."`
	System string `help:"Only of this system." placeholder:"ID"`
	Party  string `help:"Only of this party's systems." placeholder:"ID"`
	Type   string `help:"Only of this type of release." placeholder:"TYPE"`
	AsOf   string `help:"The versions as they were then: 2026-11-23 or \"2026-11-23 09:00\", in the programme's zone (default: now)." placeholder:"TIME"`
	BOM    bool   `name:"bom" help:"Begin a CSV file with the mark by which Excel knows UTF-8."`
}

// Run writes the list. What was kept to itself, such as drafts, is left out: the file
// may go anywhere (T34).
func (e exportCmd) Run(ctx context.Context, t *terminal) error {
	list, err := reports.ExportByName(e.List)
	if err != nil {
		return err
	}
	form := reports.ExportCSV
	if e.Out != "" {
		form = reports.ExportFormat(strings.ToLower(strings.TrimPrefix(filepath.Ext(e.Out), ".")))
		if form.Type() == "" {
			return fmt.Errorf("lists are written as CSV, JSON or XLSX: %s ends in none of .csv, .json and .xlsx", e.Out)
		}
	}
	c, err := readConfig(t.Getenv, needDatabase)
	if err != nil {
		return err
	}
	now := t.clock().Now
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	return errors.Join(e.write(ctx, t, db, list, form, now), db.Close())
}

func (e exportCmd) write(ctx context.Context, t *terminal, db *storage.DB, list reports.Export, form reports.ExportFormat, now func() time.Time) error {
	if err := db.RequireMigrated(ctx); err != nil {
		return err
	}
	p, err := release.NewDesk(db, now).Programme(ctx)
	if err != nil {
		return err
	}
	o := reports.ExportOptions{Format: form, BOM: e.BOM, Now: now()}
	if o.Filter, err = e.filter(p, now()); err != nil {
		return err
	}
	if e.Out == "" {
		return list.Write(ctx, t.Out, db, o)
	}
	if err := writeWhole(e.Out, func(w io.Writer) error { return list.Write(ctx, w, db, o) }); err != nil {
		return err
	}
	fmt.Fprintf(t.Out, "wrote %s\n", e.Out)
	return nil
}

func (e exportCmd) filter(p *release.Programme, now time.Time) (reports.ExportFilter, error) {
	f := reports.ExportFilter{Party: release.PartyID(e.Party), System: release.SystemID(e.System), Type: release.ReleaseType(e.Type), Open: e.Open}
	if _, ok := p.Party(f.Party); e.Party != "" && !ok {
		return f, fmt.Errorf("the programme has no party %q", e.Party)
	}
	if _, ok := p.System(f.System); e.System != "" && !ok {
		return f, fmt.Errorf("the programme has no system %q", e.System)
	}
	if types := release.ReleaseTypes(); e.Type != "" && !slices.Contains(types, f.Type) {
		return f, fmt.Errorf("there is no type %q of release: write one of %s", e.Type, strings.Join(each(types, func(x release.ReleaseType) string { return string(x) }), ", "))
	}
	var err error
	if e.AsOf != "" {
		f.At, err = asOf(e.AsOf, now, p.Location())
	}
	return f, err
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".gonogo-export-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // what is left of it says nothing
		}
	}()
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
