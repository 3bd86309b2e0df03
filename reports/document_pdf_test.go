package reports

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"gonogo.dev/templates"
)

var (
	streamForm = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	shownForm  = regexp.MustCompile(`(?s)BT ([0-9.]+) ([0-9.]+) Td \(((?:.*?[^\\])?)\) ?Tj ET`)
)

// pdfText returns the texts of a PDF with their places, a line each, page after
// page: what a golden file can hold.
func pdfText(t testing.TB, pdf []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	for _, stream := range streamForm.FindAllSubmatch(pdf, -1) {
		z, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue // a font
		}
		content, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(content, []byte(" Tj ET")) && !bytes.Contains(content, []byte(")Tj ET")) {
			continue
		}
		out.WriteString("--- page\n")
		for _, shown := range shownForm.FindAllSubmatch(content, -1) {
			out.WriteString(string(shown[1]) + " " + string(shown[2]) + " " + utf16Text(shown[3]) + "\n")
		}
	}
	return out.Bytes()
}

// utf16Text reads a text of a PDF: two bytes for a letter, some with a backslash.
func utf16Text(raw []byte) string {
	var plain []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			i++
			if raw[i] == 'r' {
				plain = append(plain, '\r')
				continue
			}
		}
		plain = append(plain, raw[i])
	}
	var units []uint16
	for i := 0; i+1 < len(plain); i += 2 {
		units = append(units, uint16(plain[i])<<8|uint16(plain[i+1]))
	}
	return string(utf16.Decode(units))
}

// Names keep all their letters, and what the fonts lack is shown as such.
func TestPDFLosesNoLetter(t *testing.T) {
	d := templates.Document{Name: "x", Title: "Łukasz, Ó Súilleabháin → “so”, e\u0301, ✓ \u65e5", Digest: strings.Repeat("a", 64)}
	body, err := writePDF(d, monday)
	if err != nil {
		t.Fatal(err)
	}
	text := string(pdfText(t, body))
	for _, want := range []string{"Łukasz, Ó Súilleabháin → “so”, é, √", "[U+65E5]", "stands for a character that this PDF", "Page 1 of 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF does not say %q:\n%s", want, text)
		}
	}
}

// A long table has its header on every page, no line leaves its column, and a
// text that is longer than a page goes on.
func TestPDFLongTables(t *testing.T) {
	table := templates.Table{Columns: []templates.Column{{Title: "Number", Width: 20}, {Title: "Words", Width: 80}}}
	for i := range 120 {
		table.Rows = append(table.Rows, []templates.Cell{{Text: strconv.Itoa(i)}, {Text: strings.Repeat("w"+strconv.Itoa(i)+" ", i*3)}})
	}
	table.Rows = append(table.Rows, []templates.Cell{{Text: "last"}, {Text: strings.Repeat("x", 20_000) + " end"}})
	body, err := writePDF(templates.Document{Name: "x", Title: "Long", Parts: []templates.Part{{Title: "T", Table: table}}}, monday)
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(pdfText(t, body)), "--- page\n")[1:]
	if len(pages) < 8 {
		t.Fatalf("%d pages", len(pages))
	}
	letters := 0
	for i, page := range pages {
		if strings.Count(page, " Number\n") != 1 {
			t.Errorf("page %d does not have the header once:\n%s", i+1, page)
		}
		for line := range strings.Lines(page) {
			fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
			if y, _ := strconv.ParseFloat(fields[1], 64); y < 25 && !strings.Contains(line, "Page ") && !strings.HasSuffix(line, " x\n") {
				t.Errorf("page %d: a line under the page's foot: %s", i+1, line)
			}
			letters += strings.Count(line, "x")
		}
	}
	if want := 20_000 + len(pages); letters != want {
		t.Errorf("%d letters of the long word, want %d", letters, want)
	}
}
