package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// chart is bars over weeks, stacked where it has several series. It is drawn here,
// as a picture that every mail program shows: go-chart knows no stacked bars but
// of percents, and no hatching for those who do not tell colours apart.
type chart struct {
	name   string // of its file, "open"
	title  string
	labels []string
	series []series
}

// series is one kind of bar. At most the first is plain: the others are hatched
// or outlined, so that no colour has to be told from another.
type series struct {
	name   string
	values []int
	fill   color.RGBA
	hatch  int // 0 plain, 1 diagonal lines, 2 only an outline
}

// Colours that people with every kind of colour vision tell apart.
var (
	chartBlue   = color.RGBA{0, 114, 178, 255}
	chartRed    = color.RGBA{213, 94, 0, 255}
	chartGrey   = color.RGBA{110, 118, 128, 255}
	chartInk    = color.RGBA{31, 38, 48, 255}
	chartSoft   = color.RGBA{85, 96, 109, 255}
	chartRule   = color.RGBA{217, 223, 230, 255}
	chartGround = color.RGBA{255, 255, 255, 255}
)

// The size of a picture as it is shown, and how many dots a point of it has.
const (
	chartWidth  = 544
	chartHeight = 190
	chartScale  = 2
)

// canvas draws in points of the picture.
type canvas struct {
	dots        *image.RGBA
	plain, bold font.Face
}

func newCanvas() (canvas, error) {
	c := canvas{dots: image.NewRGBA(image.Rect(0, 0, chartWidth*chartScale, chartHeight*chartScale))}
	draw.Draw(c.dots, c.dots.Bounds(), image.NewUniform(chartGround), image.Point{}, draw.Src)
	for _, f := range []struct {
		to   *font.Face
		ttf  []byte
		size float64
	}{{&c.plain, goregular.TTF, 15}, {&c.bold, gobold.TTF, 16}} {
		parsed, err := opentype.Parse(f.ttf)
		if err == nil {
			*f.to, err = opentype.NewFace(parsed, &opentype.FaceOptions{Size: f.size * chartScale, DPI: 72, Hinting: font.HintingNone})
		}
		if err != nil {
			return c, fmt.Errorf("load the letters of a chart: %w", err)
		}
	}
	return c, nil
}

// write writes a text; at is where it begins, its middle or its end by anchor 0, 1 or 2.
func (c canvas) write(face font.Face, ink color.RGBA, text string, x, baseline float64, anchor fixed.Int26_6) float64 {
	width := font.MeasureString(face, text)
	d := font.Drawer{Dst: c.dots, Src: image.NewUniform(ink), Face: face, Dot: fixed.Point26_6{
		X: fixed.Int26_6(x*chartScale*64) - width*anchor/2, Y: fixed.Int26_6(baseline * chartScale * 64),
	}}
	d.DrawString(text)
	return float64(width) / 64 / chartScale
}

// bar fills a rectangle as its series is shown.
func (c canvas) bar(s series, x, y, width, height float64) {
	box := image.Rect(int(x*chartScale), int(y*chartScale), int((x+width)*chartScale), int((y+height)*chartScale))
	if s.hatch == 0 {
		draw.Draw(c.dots, box, image.NewUniform(s.fill), image.Point{}, draw.Src)
		return
	}
	const line = 1 * chartScale
	for py := box.Min.Y; py < box.Max.Y; py++ {
		for px := box.Min.X; px < box.Max.X; px++ {
			edge := px < box.Min.X+line || px >= box.Max.X-line || py < box.Min.Y+line || py >= box.Max.Y-line
			if edge || s.hatch == 1 && (px+py)%(5*chartScale) < 3*chartScale {
				c.dots.SetRGBA(px, py, s.fill)
			}
		}
	}
}

// PNG returns the picture. The same chart always gives the same bytes.
func (c chart) PNG() ([]byte, error) {
	on, err := c.draw()
	if err != nil {
		return nil, err
	}
	return on.PNG(c.name)
}

// stacked returns several charts as one picture, one under the other: the library
// that writes PDFs puts several pictures into no order of its own.
func stacked(all []chart) ([]byte, error) {
	whole := canvas{dots: image.NewRGBA(image.Rect(0, 0, chartWidth*chartScale, chartHeight*chartScale*len(all)))}
	for i, c := range all {
		on, err := c.draw()
		if err != nil {
			return nil, err
		}
		draw.Draw(whole.dots, on.dots.Bounds().Add(image.Pt(0, i*chartHeight*chartScale)), on.dots, image.Point{}, draw.Src)
	}
	return whole.PNG("trends")
}

// PNG encodes what was drawn.
func (c canvas) PNG(name string) ([]byte, error) {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, c.few()); err != nil {
		return nil, fmt.Errorf("draw the chart %s: %w", name, err)
	}
	return b.Bytes(), nil
}

func (c chart) draw() (canvas, error) {
	on, err := newCanvas()
	if err != nil {
		return on, err
	}
	const left, right, top, bottom = 10.0, chartWidth - 10.0, 52.0, chartHeight - 26.0
	on.write(on.bold, chartInk, c.title, left, 21, 0)
	c.legend(on, right)
	most := max(1, c.most())
	step := (right - left) / float64(max(1, len(c.labels)))
	on.bar(series{fill: chartRule}, left, bottom, right-left, 1)
	for i, label := range c.labels {
		x, y, sum := left+step*float64(i), bottom, 0
		for _, s := range c.series {
			height := (bottom - top) * float64(s.values[i]) / float64(most)
			if s.values[i] > 0 {
				on.bar(s, x+step*0.17, y-height, step*0.66, height)
			}
			y, sum = y-height, sum+s.values[i]
		}
		ink := chartInk
		if sum == 0 {
			ink = chartSoft
		}
		on.write(on.plain, ink, fmt.Sprint(sum), x+step/2, y-4, 1)
		on.write(on.plain, chartSoft, label, x+step/2, bottom+18, 1)
	}
	return on, nil
}

// few returns the picture with few colours, which makes it a quarter as long: the
// edges of letters lose shades that nobody sees.
func (c canvas) few() *image.Paletted {
	const step = 24
	palette := color.Palette{chartGround, chartBlue, chartRed, chartGrey, chartInk, chartSoft, chartRule}
	place := map[color.RGBA]uint8{}
	for i, p := range palette {
		place[p.(color.RGBA)] = uint8(i) //nolint:forcetypeassert // seven of them, made above
	}
	round := func(v uint8) uint8 { return uint8(min(255, (int(v)+step/2)/step*step)) }
	out := image.NewPaletted(c.dots.Bounds(), nil)
	var last color.RGBA
	var is uint8 // place of the last colour: most dots are as the one before
	for y := range c.dots.Bounds().Dy() {
		for x := range c.dots.Bounds().Dx() {
			at := c.dots.RGBAAt(x, y)
			if at == last {
				out.Pix[y*out.Stride+x] = is
				continue
			}
			last = at
			n, known := place[at]
			if !known {
				at = color.RGBA{round(at.R), round(at.G), round(at.B), 255}
				if n, known = place[at]; !known && len(palette) < 256 {
					n = uint8(len(palette)) //nolint:gosec // less than 256
					place[at], palette = n, append(palette, at)
				}
			}
			is = n
			out.Pix[y*out.Stride+x] = is
		}
	}
	out.Palette = palette
	return out
}

// legend names the series at the right, the last one outermost; one alone needs none.
func (c chart) legend(on canvas, right float64) {
	if len(c.series) < 2 {
		return
	}
	x := right
	for _, s := range slices.Backward(c.series) {
		x -= on.write(on.plain, chartSoft, s.name, x, 21, 2)
		on.bar(s, x-18, 9, 13, 13)
		x -= 28
	}
}

// most is the highest stack.
func (c chart) most() int {
	most := 0
	for i := range c.labels {
		sum := 0
		for _, s := range c.series {
			sum += s.values[i]
		}
		most = max(most, sum)
	}
	return most
}

// alt says in words what the picture shows.
func (c chart) alt() string {
	last := len(c.labels) - 1
	parts := make([]string, len(c.series))
	for i, s := range c.series {
		most := 0
		for _, v := range s.values {
			most = max(most, v)
		}
		what := ""
		if len(c.series) > 1 {
			what = s.name + " "
		}
		parts[i] = fmt.Sprintf("%s%d in the last week, %d in the first, at most %d", what, s.values[last], s.values[0], most)
	}
	return fmt.Sprintf("Bars: %s, %s to %s. %s.", lowerFirst(c.title), c.labels[0], c.labels[last], upperFirst(strings.Join(parts, "; ")))
}
