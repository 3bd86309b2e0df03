package reports

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// ExportSource is what lists are read from, a page at a time: what comes after a number
// or id, in its order. Storage implements it.
type ExportSource interface {
	Registry
	ExportDuties
	ReleasesAfter(ctx context.Context, number int64, limit int) ([]release.Release, error)
	// RFCsAfter leaves out what was never raised (T34).
	RFCsAfter(ctx context.Context, number int64, limit int) ([]release.RFC, error)
	BallotsAfter(ctx context.Context, id int64, limit int) ([]release.Ballot, error)
	VotesAfter(ctx context.Context, id int64, limit int) ([]release.Vote, error)
	CommunicationsAfter(ctx context.Context, id int64, limit int) ([]release.Communication, error)
	VersionsAt(ctx context.Context, at time.Time) ([]release.Installation, error)
	LedgerAfter(ctx context.Context, index int64, limit int) ([]release.LedgerEntry, error)
	LedgerPage(ctx context.Context, f release.LedgerFilter) ([]release.LedgerEntry, error)
}

// ExportDuties is what releases left to be done and learned, read as ExportSource is.
type ExportDuties interface {
	ActionsAfter(ctx context.Context, id int64, limit int) ([]release.Action, error)
	DebtsAfter(ctx context.Context, id int64, limit int) ([]release.Debt, error)
	LessonsAfter(ctx context.Context, id int64, limit int) ([]release.Lesson, error)
}

// ExportColumn is a column of a list. Its name is part of what other programs build on:
// columns are added at the end and never renamed.
type ExportColumn struct {
	Name  string
	About string
}

// Export is one list as it can be taken elsewhere.
type Export struct {
	Name    string // "releases"
	Title   string
	Columns []ExportColumn
	rows    func(context.Context, exporting) iter.Seq2[[]any, error]
}

// exporting is one list being made.
type exporting struct {
	from      ExportSource
	programme *release.Programme
	filter    ExportFilter
	now       time.Time
}

// ExportByName returns a list; one that there is not is a refusal that names those
// there are.
func ExportByName(name string) (Export, error) {
	var names []string
	for _, e := range Exports() {
		if e.Name == name {
			return e, nil
		}
		names = append(names, e.Name)
	}
	return Export{}, &release.Refusal{
		Code: release.CodeNotFound, What: "There is no such list.", Why: "“" + release.Clip(name, 40) + "” is not one of them.",
		Next: "Choose " + strings.Join(names, ", ") + ".",
	}
}

// ExportFormat is a form of a list.
type ExportFormat string

// The forms.
const (
	ExportCSV  ExportFormat = "csv"
	ExportJSON ExportFormat = "json"
	ExportXLSX ExportFormat = "xlsx"
)

// Type returns the media type of the form; empty for one that there is not.
func (f ExportFormat) Type() string {
	switch f {
	case ExportCSV:
		return "text/csv; charset=utf-8; header=present"
	case ExportJSON:
		return "application/json"
	case ExportXLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return ""
}

// ExportFormats lists the forms.
func ExportFormats() []ExportFormat { return []ExportFormat{ExportCSV, ExportJSON, ExportXLSX} }

// ExportOptions say how a list is written.
type ExportOptions struct {
	Format ExportFormat
	Filter ExportFilter
	// BOM begins a CSV file with the mark by which Excel knows UTF-8.
	BOM bool
	Now time.Time
}

// Write writes the list, a row at a time.
func (e Export) Write(ctx context.Context, w io.Writer, from ExportSource, o ExportOptions) error {
	if !slices.Contains(ExportFormats(), o.Format) {
		return &release.Refusal{
			Code: release.CodeInvalid, What: "Nothing was exported.", Why: "“" + release.Clip(string(o.Format), 20) + "” is no form of a list.", Next: "Choose csv, json or xlsx.",
		}
	}
	p, err := from.ProgrammeNow(ctx)
	if err != nil {
		return fmt.Errorf("read the programme for an export: %w", err)
	}
	rows := e.rows(ctx, exporting{from: from, programme: p, filter: o.Filter, now: o.Now})
	switch o.Format {
	case ExportCSV:
		err = e.writeCSV(w, rows, o.BOM)
	case ExportJSON:
		err = e.writeJSON(w, rows)
	case ExportXLSX:
		err = e.writeXLSX(w, rows)
	}
	if err != nil {
		return fmt.Errorf("export the %s: %w", e.Name, err)
	}
	return nil
}

// exportPage is how many rows are read at a time.
const exportPage = 500

// each reads a list page by page and returns the rows that come of each thing in it.
func each[T any](ctx context.Context, read func(context.Context, int64, int) ([]T, error), first int64, key func(T) int64, rows func(T) [][]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for after := first; ; {
			all, err := read(ctx, after, exportPage)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, x := range all {
				after = key(x)
				for _, row := range rows(x) {
					if !yield(row, nil) {
						return
					}
				}
			}
			if len(all) < exportPage {
				return
			}
		}
	}
}
