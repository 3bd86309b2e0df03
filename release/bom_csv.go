package release

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The columns of a bill of materials as CSV, as the header row names them.
var bomColumns = []string{"file", "version", "date", "digest", "fixes"}

// bomColumn returns the column that a word of the header row means, or nothing.
func bomColumn(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	switch word {
	case "filename", "file name":
		return "file"
	case "sha256", "sha-256":
		return "digest"
	}
	if slices.Contains(bomColumns, word) {
		return word
	}
	return ""
}

// readCSV reads rows separated by commas or semicolons, whichever the header
// row has. Rows without any text, as spreadsheets leave them, are no lines.
func (l *bomList) readCSV(data []byte) error {
	rows := csv.NewReader(bytes.NewReader(data))
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	header, _, _ := bytes.Cut(bytes.TrimLeft(data, "\r\n"), []byte("\n"))
	if bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
		rows.Comma = ';'
	}
	row, err := rows.Read()
	if err != nil {
		return noCSV(err)
	}
	at, _ := rows.FieldPos(0)
	columns, why := bomHeader(row)
	if why != "" {
		return noBOM(fmt.Sprintf("Line %d: %s", at, why), bomHeading)
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return noCSV(err)
		}
		if strings.Join(row, "") == "" {
			continue
		}
		if len(l.lines) == MaxBOMLines {
			return tooManyLines()
		}
		at, _ := rows.FieldPos(0)
		l.addRow(fmt.Sprintf("line %d", at), columns, row)
	}
}

func (l *bomList) addRow(place string, columns, row []string) {
	if len(row) != len(columns) {
		l.mistake(place, fmt.Sprintf("%d cells where the header row has %d.", len(row), len(columns)))
		return
	}
	cells := map[string]string{}
	for i, column := range columns {
		cells[column] = row[i]
	}
	l.add(place, BOMLine{
		File: cells["file"], Version: cells["version"], Date: cells["date"], Digest: cells["digest"],
		Fixes: SplitReferences(cells["fixes"]),
	})
}

// bomHeader returns the meaning of each column, or why they are not accepted. A
// column that is not known is refused: it may be a known one written wrongly.
func bomHeader(row []string) (columns []string, why string) {
	for i, word := range row {
		column := bomColumn(word)
		switch {
		case column == "":
			return nil, fmt.Sprintf("column %d is headed %s, which is not known.", i+1, quoted(word))
		case slices.Contains(columns, column):
			return nil, fmt.Sprintf("the column %s is there twice.", column)
		}
		columns = append(columns, column)
	}
	for _, column := range bomColumns[:4] {
		if !slices.Contains(columns, column) {
			return nil, fmt.Sprintf("the column %s is missing.", column)
		}
	}
	return columns, ""
}

const bomHeading = "Let the first line name the columns file, version, date, digest and optionally fixes, in any order, and leave out others."

func noCSV(err error) *Refusal {
	const next = "Save it as CSV in UTF-8 once more."
	if bad, ok := errors.AsType[*csv.ParseError](err); ok {
		return noBOM(fmt.Sprintf("Line %d is not CSV: its quotation marks do not match.", bad.Line), next)
	}
	return noBOM("It is not CSV.", next)
}

func tooManyLines() *Refusal {
	return noBOM(fmt.Sprintf("It has more than %d lines.", MaxBOMLines), "Leave out what is not installed, or make two builds.")
}
