package reports

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"gonogo.dev/templates"
)

// face is one of the three fonts of a sheet: the Go fonts, which have the letters
// of Latin, Greek and Cyrillic scripts and may be given away with a program.
type face int

const (
	regular face = iota
	bold
	mono
)

const (
	family  = "go"
	pointMM = 25.4 / 72
	// cellSide is the room right of a cell's text; it is wider than what measuring may be wrong by.
	cellSide = 1.6
)

func (f face) family() string {
	if f == mono {
		return family + "mono"
	}
	return family
}

func (f face) style() fontstyle.Type {
	if f == bold {
		return fontstyle.Bold
	}
	return fontstyle.Normal
}

// bytes returns a copy of the font: the library under maroto writes into what it cuts.
func (f face) bytes() []byte {
	return bytes.Clone([][]byte{goregular.TTF, gobold.TTF, gomono.TTF}[f])
}

// fonts measure letters.
type fonts struct {
	faces  [3]*sfnt.Font
	widths [3]map[rune]float64 // of a letter of one point, in millimetres
	buffer sfnt.Buffer
	lacks  bool // a letter was asked for that no font has
}

func loadFonts() (*fonts, error) {
	f := &fonts{}
	for i := range f.faces {
		parsed, err := sfnt.Parse(face(i).bytes())
		if err != nil {
			return nil, fmt.Errorf("read the fonts of a PDF: %w", err)
		}
		f.faces[i], f.widths[i] = parsed, map[rune]float64{}
	}
	return f, nil
}

func (f *fonts) embedded() []*entity.CustomFont {
	var all []*entity.CustomFont
	for i := range f.faces {
		all = append(all, &entity.CustomFont{Family: face(i).family(), Style: face(i).style(), Bytes: face(i).bytes()})
	}
	return all
}

// width returns how wide a letter of one point is, and false where the font has
// no such letter.
func (f *fonts) width(r rune, in face) (float64, bool) {
	if w, ok := f.widths[in][r]; ok {
		return w, w > 0
	}
	w := 0.0
	index, err := f.faces[in].GlyphIndex(&f.buffer, r)
	if err == nil && index != 0 {
		advance, err := f.faces[in].GlyphAdvance(&f.buffer, index, fixed.I(1000), font.HintingNone)
		if err == nil {
			w = float64(advance) / 64 / 1000 * pointMM
		}
	}
	f.widths[in][r] = w
	return w, w > 0
}

// lookalikes stand for letters that the fonts lack and that mean nothing else.
var lookalikes = map[rune]string{
	'✓': "√", '✔': "√", '✅': "√", '✗': "×", '✘': "×", '❌': "×", '‑': "-", '‐': "-", '⚠': "(!)", '\t': "    ",
	'\u00a0': " ", '\u2002': " ", '\u2003': " ", '\u2009': " ", '\u202f': " ", '\u200d': "", '\ufe0f': "", '\ufe0e': "",
}

// fit returns a text in letters that the font has. A letter that it lacks stands
// as its code point in brackets: nothing vanishes.
func (f *fonts) fit(text string, in face) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		if _, ok := f.width(r, in); ok {
			b.WriteRune(r)
			continue
		}
		if other, ok := lookalikes[r]; ok {
			b.WriteString(other)
			continue
		}
		fmt.Fprintf(&b, "[%U]", r)
		f.lacks = true
	}
	return b.String()
}

func (f *fonts) measure(text string, in face, size float64) float64 {
	sum := 0.0
	for _, r := range text {
		w, _ := f.width(r, in)
		sum += w
	}
	return sum * size
}

// ink is how a text is written.
type ink struct {
	face    face
	size    float64 // in points
	colour  *props.Color
	leading float64 // from line to line, in millimetres
}

// inkLine is a line that fits where it stands.
type inkLine struct {
	ink
	text string
}

func written(in face, size float64, colour *props.Color) ink {
	return ink{face: in, size: size, colour: colour, leading: size * pointMM * 1.36}
}

// lines breaks a text into lines of a width in millimetres. Words that are too
// long are broken, behind a mark where there is one.
func (f *fonts) lines(text string, how ink, width float64) []inkLine {
	if text = templates.Clean(text); text == "" {
		return nil
	}
	width = (width - cellSide) * 0.985
	var out []inkLine
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for word := range strings.FieldsSeq(f.fit(paragraph, how.face)) {
			if joined := strings.TrimPrefix(line+" "+word, " "); f.measure(joined, how.face, how.size) <= width {
				line = joined
				continue
			}
			if line != "" {
				out = append(out, inkLine{how, line})
			}
			pieces := f.pieces(word, how, width)
			for _, piece := range pieces[:len(pieces)-1] {
				out = append(out, inkLine{how, piece})
			}
			line = pieces[len(pieces)-1]
		}
		out = append(out, inkLine{how, line})
	}
	return out
}

// typed breaks what is typed word for word into lines; its spaces stay.
func (f *fonts) typed(text string, how ink, width float64) []inkLine {
	width = (width - cellSide) * 0.985
	var out []inkLine
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", ""), "\n") {
		for _, piece := range f.pieces(f.fit(line, how.face), how, width) {
			out = append(out, inkLine{how, piece})
		}
	}
	return out
}

// pieces breaks a long word.
func (f *fonts) pieces(word string, how ink, width float64) []string {
	var out []string
	runes := []rune(word)
	for f.measure(string(runes), how.face, how.size) > width {
		n := 1
		for n < len(runes) && f.measure(string(runes[:n+1]), how.face, how.size) <= width {
			n++
		}
		if mark := strings.LastIndexAny(string(runes[:n]), "/-_.,:;=&? "); mark > len(string(runes[:n]))/2 {
			n = len([]rune(string(runes[:n])[:mark+1]))
		}
		out, runes = append(out, string(runes[:n])), runes[n:]
	}
	return append(out, string(runes))
}
