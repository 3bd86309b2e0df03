package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gonogo.dev/reports"
)

// reportEndings are the endings of the files that each report is written to. A file
// without one is text where the report has a text.
func reportEndings() map[string][]string {
	page, document := []string{".html", ".txt", ""}, []string{".html", ".md", ".pdf"}
	return map[string][]string{
		reports.ReportReadiness: {".html", ".pdf", ".txt", ""},
		"agenda":                page,
		"ewg":                   page,
		"roadmap":               page,
		"digest":                page,
		"communication":         page,
		"figures":               document,
		"review":                document,
		"deployment":            document,
		"items":                 {".csv"},
		"lifecycle":             {".mmd", ".txt", ""},
	}
}

// ending returns how the name of the file that was asked for ends.
func (r reportCmd) ending() string { return strings.ToLower(filepath.Ext(r.Out)) }

// checkFile refuses a file of a kind that the report is not written as.
func (r reportCmd) checkFile() error {
	endings := reportEndings()[r.Name]
	if r.Out == "" || slices.Contains(endings, r.ending()) {
		return nil
	}
	named := slices.DeleteFunc(endings, func(e string) bool { return e == "" })
	return fmt.Errorf("the %s report is not written as %s: end the file's name in %s", r.Name, r.Out, strings.Join(named, " or "))
}

// keep prints a report, or writes it to the file that was asked for, ended by a line's end.
func (r reportCmd) keep(t *terminal, report string) error {
	return keepBytes(t, r.Out, []byte(strings.TrimSuffix(report, "\n")+"\n"))
}
