package reports

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// A value of a row is a string, an int, an int64, a bool or a time.Time; the zero time
// is empty. Times are written as ISO 8601 in UTC with their zone: 2026-11-23T22:00:00Z.

// exportText returns a value as text.
func exportText(v any) string {
	switch v := v.(type) {
	case string:
		return exportClean(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.UTC().Format(time.RFC3339)
	}
	return fmt.Sprint(v)
}

// exportClean leaves of a text what every program can read: valid UTF-8 and no control
// characters but the ends of lines, which are "\n", and tabs.
func exportClean(s string) string {
	return strings.Map(func(r rune) rune {
		if (unicode.IsControl(r) && r != '\n' && r != '\t') || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, unixLines(s))
}

// writeCSV writes RFC 4180. A text that a spreadsheet would take for a formula, as one
// that begins with =, +, -, @ or a tab, has an apostrophe before it.
func (e Export) writeCSV(w io.Writer, rows iter.Seq2[[]any, error], bom bool) error {
	b := bufio.NewWriter(w)
	if bom {
		b.WriteString("\ufeff") //nolint:errcheck // the buffer keeps its error until it is flushed
	}
	out := csv.NewWriter(b)
	out.UseCRLF = true
	line := make([]string, len(e.Columns))
	for i, c := range e.Columns {
		line[i] = c.Name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i, v := range row {
			line[i] = exportText(v)
			if _, text := v.(string); text { // a number may begin with a minus
				line[i] = cell(line[i])
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// writeJSON writes an array with an object on each line, its keys in the order of the
// columns. Texts are as they are: nothing in JSON is a formula.
func (e Export) writeJSON(w io.Writer, rows iter.Seq2[[]any, error]) error {
	b := bufio.NewWriter(w)
	between := "[\n"
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i, v := range row {
			lead := between + "{"
			if i > 0 {
				lead = ","
			}
			name, err := json.Marshal(e.Columns[i].Name)
			if err != nil {
				return err
			}
			value, err := json.Marshal(exportValue(v))
			if err != nil {
				return err
			}
			b.WriteString(lead) //nolint:errcheck // the buffer keeps its error until it is flushed
			b.Write(name)       //nolint:errcheck // the same
			b.WriteByte(':')    //nolint:errcheck // the same
			b.Write(value)      //nolint:errcheck // the same
		}
		if err := b.WriteByte('}'); err != nil {
			return err
		}
		between = ",\n"
	}
	if between == "[\n" {
		b.WriteString("[") //nolint:errcheck // the buffer keeps its error until it is flushed
	}
	b.WriteString("\n]\n") //nolint:errcheck // the same
	return b.Flush()
}

// exportValue returns a value as JSON knows it; a time that there is not is null.
func exportValue(v any) any {
	switch v := v.(type) {
	case time.Time:
		if v.IsZero() {
			return nil
		}
		return exportText(v)
	case string:
		return exportText(v)
	}
	return v
}

// mostCell is how many characters a cell of a spreadsheet holds.
const mostCell = 32767

// writeXLSX writes a workbook of one sheet with a head that stays in sight and a filter.
// Texts are cells of text, so none of them is ever taken for a formula. It is written
// to disk while it grows.
func (e Export) writeXLSX(w io.Writer, rows iter.Seq2[[]any, error]) (err error) {
	f := excelize.NewFile()
	defer func() {
		if shut := f.Close(); err == nil {
			err = shut
		}
	}()
	if err := f.SetSheetName("Sheet1", e.Title); err != nil {
		return err
	}
	out, err := f.NewStreamWriter(e.Title)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := e.head(out, bold); err != nil {
		return err
	}
	n := 1
	for row, err := range rows {
		if err != nil {
			return err
		}
		n++
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = sheetValue(v)
		}
		if err := out.SetRow("A"+strconv.Itoa(n), cells); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(e.Columns), n)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(e.Title, "A1:"+last, nil); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

func (e Export) head(out *excelize.StreamWriter, bold int) error {
	const wide = 22
	if err := out.SetColWidth(1, len(e.Columns), wide); err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(e.Columns))
	for i, c := range e.Columns {
		cells[i] = excelize.Cell{StyleID: bold, Value: c.Name}
	}
	return out.SetRow("A1", cells)
}

// sheetValue returns a value for a cell: numbers and truth as they are, all else as text.
func sheetValue(v any) any {
	switch v := v.(type) {
	case int, int64, bool:
		return v
	case time.Time:
		if v.IsZero() {
			return nil
		}
	}
	text := []rune(exportText(v))
	return string(text[:min(len(text), mostCell)])
}
