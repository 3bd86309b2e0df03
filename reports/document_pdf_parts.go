package reports

import (
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/image"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"gonogo.dev/templates"
)

var toneColours = map[templates.Tone]*props.Color{
	templates.Calm: {Red: 65, Green: 75, Blue: 87}, templates.Act: {Red: 10, Green: 74, Blue: 145}, templates.Good: {Red: 20, Green: 96, Blue: 47},
	templates.Warn: {Red: 122, Green: 71, Blue: 0}, templates.Bad: {Red: 155, Green: 28, Blue: 28},
}

// nothingAgain stands on no further page.
func nothingAgain() {}

// mm returns the width of a share of the grid in millimetres.
func mm(share int) float64 { return sheetWidth * float64(share) / grid }

// words places a text over the whole width.
func (s *sheet) words(text string, how ink) {
	if lines := s.fonts.lines(text, how, sheetWidth); len(lines) > 0 {
		s.place(strip{cells: []block{{share: grid, lines: lines}}}, nothingAgain)
	}
}

// document lays everything out.
func (s *sheet) document(d templates.Document) {
	if d.Banner != "" {
		lines := s.fonts.lines(d.Banner, written(bold, 9, &whiteColour), sheetWidth-4)
		s.place(strip{cells: []block{{share: grid, lines: lines, inset: 2}}, ground: &bannerColour, pad: 1.4}, nothingAgain)
		s.gap(4)
	}
	kicker := d.Programme
	if d.Kicker != "" {
		kicker += " · " + d.Kicker
	}
	s.words(kicker, written(regular, 9, &softColour))
	s.gap(1.5)
	s.words(d.Title, written(bold, 19, &inkColour))
	s.gap(1.5)
	s.words(d.Status.Text, written(bold, 9, toneColours[d.Status.Tone]))
	s.words(d.Said, written(regular, 9, &softColour))
	s.gap(3)
	s.facts(d.Facts)
	for _, p := range d.Parts {
		s.part(p)
	}
	s.signatures(d.Signed)
	s.ending(d)
}

func (s *sheet) ending(d templates.Document) {
	s.gap(6)
	for _, text := range d.Footer {
		s.words(text, written(regular, 8, &softColour))
	}
	if s.fonts.lacks {
		s.words("A code in brackets such as [U+65E5] stands for a character that this PDF's fonts lack; the HTML and the Markdown of this document have it.", written(regular, 8, &softColour))
	}
}

// heading keeps with what comes after it.
func (s *sheet) heading(p templates.Part) {
	if p.Inner {
		s.need(32)
		s.gap(3.5)
		s.words(p.Title, written(bold, 10, &inkColour))
		s.gap(0.8)
		return
	}
	s.need(38)
	if len(p.Pictures) > 0 {
		s.need(min(sheetRoom, 14+float64(pictureWidth*p.Pictures[0].Height)/float64(max(1, p.Pictures[0].Width))))
	}
	s.gap(7)
	lines := s.fonts.lines(p.Title, written(bold, 12.5, &accentColour), sheetWidth)
	s.place(strip{cells: []block{{share: grid, lines: lines}}, border: border.Bottom, pad: 0.6}, nothingAgain)
	s.gap(1.6)
}

func (s *sheet) part(p templates.Part) {
	s.heading(p)
	s.words(p.Intro, written(regular, 8.5, &softColour))
	if p.Intro != "" {
		s.gap(1)
	}
	for i, text := range p.Paragraphs {
		if i > 0 {
			s.gap(1.6)
		}
		s.words(text, written(regular, 9.5, &inkColour))
	}
	if len(p.Paragraphs) > 0 && len(p.Facts) > 0 {
		s.gap(1.6)
	}
	s.facts(p.Facts)
	for _, text := range p.List {
		mark := s.fonts.lines("•", written(regular, 9, &inkColour), 8)
		lines := s.fonts.lines(text, written(regular, 9, &inkColour), mm(970))
		s.place(strip{cells: []block{{share: 30, lines: mark}, {share: 970, lines: lines}}, pad: 0.2}, nothingAgain)
	}
	s.pictures(p.Pictures)
	s.table(p.Table)
	if p.Bare() {
		s.words(p.Empty, written(regular, 9, &inkColour))
	}
}

func (s *sheet) facts(all []templates.Fact) {
	const label = 230
	for _, f := range all {
		value := s.fonts.lines(f.Value, written(regular, 9, &inkColour), mm(grid-label))
		value = append(value, s.fonts.lines(f.Note, written(regular, 8, &softColour), mm(grid-label))...)
		s.place(strip{cells: []block{
			{share: label, lines: s.fonts.lines(f.Label, written(regular, 9, &softColour), mm(label))}, {share: grid - label, lines: value},
		}, border: border.Bottom, pad: 1}, nothingAgain)
	}
}

// shares cuts the grid into a table's columns.
func shares(t templates.Table) []int {
	sum := 0
	for _, c := range t.Columns {
		sum += c.Width
	}
	all, left := make([]int, len(t.Columns)), grid
	for i, c := range t.Columns {
		all[i] = grid * c.Width / max(1, sum)
		left -= all[i]
	}
	if len(all) > 0 {
		all[len(all)-1] += left
	}
	return all
}

func (s *sheet) table(t templates.Table) {
	if len(t.Rows) == 0 {
		return
	}
	width := shares(t)
	header := s.header(t, width)
	again := func() { s.draw(header) }
	s.need(header.height() + 12)
	again()
	for _, cells := range t.Rows {
		s.place(s.tableRow(t, width, cells, regular), again)
	}
	if len(t.Totals) > 0 {
		total := s.tableRow(t, width, t.Totals, bold)
		total.border = border.None
		s.place(total, again)
	}
}

// header is the row of a table's titles.
func (s *sheet) header(t templates.Table, width []int) strip {
	x := strip{ground: &bandColour, border: border.Bottom, pad: 1.1}
	for i, c := range t.Columns {
		x.cells = append(x.cells, block{share: width[i], lines: s.fonts.lines(c.Title, written(bold, 8, &inkColour), mm(width[i])-1.2), right: c.Number, inset: 1.2})
	}
	return x
}

func (s *sheet) tableRow(t templates.Table, width []int, cells []templates.Cell, in face) strip {
	x := strip{border: border.Bottom, pad: 1.1}
	for i, c := range cells {
		room := mm(width[i]) - 1.2
		x.cells = append(x.cells, block{share: width[i], lines: s.cell(c, room, in), right: t.Columns[i].Number, inset: 1.2})
	}
	return x
}

func (s *sheet) cell(c templates.Cell, room float64, in face) []inkLine {
	if c.Head {
		in = bold
	}
	how := written(in, 8.5, &inkColour)
	if c.Fine {
		how = written(mono, 6.5, &softColour)
	}
	lines := s.fonts.lines(c.Text, how, room)
	if c.Badge.Text != "" {
		lines = append(lines, s.fonts.lines(c.Badge.Text, written(bold, 8, toneColours[c.Badge.Tone]), room)...)
	}
	if c.Code != "" {
		lines = append(lines, s.fonts.typed(c.Code, written(mono, 7.2, &accentColour), room)...)
	}
	return append(lines, s.fonts.lines(c.Note, written(regular, 7.8, &softColour), room)...)
}

func (s *sheet) signatures(all []templates.Signature) {
	if len(all) == 0 {
		return
	}
	const least = 16.0
	s.need(min(sheetRoom, 24+least*float64(len(all))))
	s.heading(templates.Part{Title: "Signatures"})
	t := templates.Table{Columns: []templates.Column{{Title: "Role", Width: 18}, {Title: "Name", Width: 32}, {Title: "Signature", Width: 32}, {Title: "Date", Width: 18}}}
	width := shares(t)
	again := func() { s.draw(s.header(t, width)) }
	again()
	for _, x := range all {
		r := s.tableRow(t, width, []templates.Cell{{Text: x.As, Head: true}, {Text: x.Name, Note: x.Note}, {Text: x.Done}, {}}, regular)
		if x.Done == "" {
			r.least = least
		}
		s.place(r, again)
	}
}

// pictureWidth is how wide a picture stands on the sheet, in millimetres.
const pictureWidth = 132

// pictures stand one under the other.
func (s *sheet) pictures(all []templates.Picture) {
	for _, p := range all {
		height := float64(pictureWidth*p.Height) / float64(max(1, p.Width))
		s.need(height)
		const share = 750 // of the grid, as pictureWidth is of the sheet
		r := row.New(height).Add(image.NewFromBytesCol(share, p.Body, extension.Png, props.Rect{Percent: 100}), col.New(grid-share))
		s.add(height, r)
		s.gap(2)
	}
}
