package reports

import (
	"bytes"
	"fmt"
	"regexp"
	"sync"
	"time"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/phpdave11/gofpdf"

	"gonogo.dev/templates"
)

// The sheet in millimetres: A4 with its margins, and the grid that rows are cut into.
const (
	sheetSide   = 17.0
	sheetTop    = 16.0
	sheetBottom = 16.0
	sheetWidth  = 210 - 2*sheetSide
	footHeight  = 6.0
	sheetRoom   = 297 - sheetTop - sheetBottom - footHeight - 0.5
	grid        = 1000
)

// The colours of the sheet; those of the tones are the mail's.
var (
	inkColour    = props.Color{Red: 31, Green: 38, Blue: 48}
	softColour   = props.Color{Red: 85, Green: 96, Blue: 109}
	ruleColour   = props.Color{Red: 213, Green: 220, Blue: 228}
	bandColour   = props.Color{Red: 240, Green: 243, Blue: 247}
	accentColour = props.Color{Red: 10, Green: 74, Blue: 145}
	bannerColour = props.Color{Red: 91, Green: 42, Blue: 134}
	whiteColour  = props.Color{Red: 255, Green: 255, Blue: 255}
)

// sheet lays a document out on pages: lines are broken and pages filled here, so
// that a table's header can stand on each of its pages; maroto draws them.
type sheet struct {
	maroto core.Maroto
	fonts  *fonts
	rows   []core.Row
	left   float64 // millimetres left on the page
}

// sortCatalogs has the library under maroto write fonts in the order of their names,
// not of a map. It can be told so for all documents only, once.
var sortCatalogs = sync.OnceFunc(func() { gofpdf.SetDefaultCatalogSort(true) })

// writePDF returns a document as PDF. The same document always gives the same
// bytes: its only date is when what it says was settled.
func writePDF(d templates.Document, at time.Time) ([]byte, error) {
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	sortCatalogs()
	cfg := config.NewBuilder().
		WithCustomFonts(f.embedded()).WithDefaultFont(&props.Font{Family: family, Size: 9}).WithMaxGridSize(grid).
		WithLeftMargin(sheetSide).WithRightMargin(sheetSide).WithTopMargin(sheetTop).WithBottomMargin(sheetBottom).
		WithPageNumber(props.PageNumber{Pattern: "Page {current} of {total}", Place: props.RightBottom, Size: 7, Color: &softColour}).
		WithTitle(d.Name+": "+templates.OneLine(d.Title), true).WithAuthor(templates.OneLine(d.Programme), true).WithCreator("gonogo", true).WithKeywords(d.Digest, true).
		WithCreationDate(at.UTC()).WithCompression(true).Build()
	s := &sheet{maroto: maroto.New(cfg), fonts: f, left: sheetRoom}
	if err := s.maroto.RegisterFooter(s.foot(d)); err != nil {
		return nil, fmt.Errorf("write %s as PDF: %w", d.Name, err)
	}
	s.document(d)
	s.turn()
	document, err := s.maroto.Generate()
	if err != nil {
		return nil, fmt.Errorf("write %s as PDF: %w", d.Name, err)
	}
	return settleDate(document.GetBytes()), nil
}

var (
	madeAt    = regexp.MustCompile(`/CreationDate \(D:(\d{14})\)`)
	changedAt = regexp.MustCompile(`/ModDate \(D:\d{14}\)`)
)

// settleDate gives the file the one date it has: the library writes the machine's
// clock beside it, in as many bytes.
func settleDate(pdf []byte) []byte {
	made := madeAt.FindSubmatch(pdf)
	if made == nil {
		return pdf
	}
	return changedAt.ReplaceAll(pdf, bytes.Join([][]byte{[]byte("/ModDate (D:"), made[1], []byte(")")}, nil))
}

// turn ends the page.
func (s *sheet) turn() {
	if len(s.rows) > 0 {
		s.maroto.AddPages(page.New().Add(s.rows...))
	}
	s.rows, s.left = nil, sheetRoom
}

// need begins a new page where less than so many millimetres are left.
func (s *sheet) need(height float64) {
	if s.left < height {
		s.turn()
	}
}

// fresh tells whether nothing stands on the page yet.
func (s *sheet) fresh() bool { return len(s.rows) == 0 }

// gap leaves room, but not at the head of a page.
func (s *sheet) gap(height float64) {
	if !s.fresh() && s.left >= height {
		s.add(height, row.New(height).Add(col.New(grid)))
	}
}

func (s *sheet) add(height float64, r core.Row) {
	s.rows = append(s.rows, r)
	s.left -= height
}

// strip is a row of the sheet: cells beside each other, with a ground and a line
// under or over it.
type strip struct {
	cells  []block
	ground *props.Color
	border border.Type
	pad    float64 // above and below the text
	least  float64 // how high it is at least
}

// block is the text of a cell, broken into lines.
type block struct {
	share int // of the grid
	lines []inkLine
	right bool
	inset float64 // left of the text
}

func (b block) height() float64 {
	sum := 0.0
	for _, l := range b.lines {
		sum += l.leading
	}
	return sum
}

func (x strip) height() float64 {
	most := 0.0
	for _, b := range x.cells {
		most = max(most, b.height())
	}
	return max(most+2*x.pad, x.least)
}

// cut parts a strip in two: what fits into a height, and the rest.
func (x strip) cut(height float64) (fits, rest strip) {
	fits, rest = x, x
	fits.cells, rest.cells = nil, nil
	for _, b := range x.cells {
		room, n := height-2*x.pad, 0
		for n < len(b.lines) && b.lines[n].leading <= room {
			room -= b.lines[n].leading
			n++
		}
		above, below := b, b
		above.lines, below.lines = b.lines[:n], b.lines[n:]
		fits.cells, rest.cells = append(fits.cells, above), append(rest.cells, below)
	}
	return fits, rest
}

// longStrip is how high a strip is that is parted rather than moved to the next page.
const longStrip = 90.0

// place puts a strip on the sheet, on the next page where it does not fit, and in
// pieces where it is long. Again is called on each page that it begins.
func (s *sheet) place(x strip, again func()) {
	for x.height() > s.left {
		if s.left > 40 && x.height() > longStrip {
			fits, rest := x.cut(s.left)
			s.draw(fits)
			x = rest
		}
		s.turn()
		again()
		if x.height() > s.left && s.left < 40 {
			break // a header that fills a page; the text goes on below it
		}
	}
	s.draw(x)
}

// draw hands a strip to maroto.
func (s *sheet) draw(x strip) {
	height := x.height()
	r := row.New(height)
	for _, b := range x.cells {
		c := col.New(b.share)
		y := x.pad
		for _, l := range b.lines {
			p := props.Text{
				Top: y + (l.leading-l.size*pointMM)/2 - 0.25, Left: b.inset, Right: cellSide, Size: l.size, Family: l.face.family(), Style: l.face.style(), Color: l.colour,
			}
			if b.right {
				p.Align = align.Right
			}
			c.Add(text.New(l.text, p))
			y += l.leading
		}
		r.Add(c)
	}
	if x.ground != nil || x.border != border.None {
		r.WithStyle(&props.Cell{BackgroundColor: x.ground, BorderType: x.border, BorderColor: &ruleColour, BorderThickness: 0.2})
	}
	s.add(height, r)
}

// foot stands under every page.
func (s *sheet) foot(d templates.Document) core.Row {
	words := s.fonts.fit(d.Name, regular)
	left := text.New(words, props.Text{Top: footHeight, Size: 7, Color: &softColour})
	r := row.New(footHeight).Add(col.New(grid * 36 / 100).Add(left))
	if d.Digest != "" {
		digest := text.New(d.Digest, props.Text{Top: footHeight + 0.15, Size: 6, Family: mono.family(), Color: &softColour})
		return r.Add(col.New(grid * 64 / 100).Add(digest))
	}
	return r.Add(col.New(grid * 64 / 100))
}
