package main

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// picture makes one of the README's pictures anew when GONOGO_PICTURES names
// their folder: of the whole page, or of the last of the elements that a
// JavaScript expression gives.
//
//	GONOGO_PICTURES=$PWD/deploy/pictures go test -run InTheBrowser ./cmd/gonogo
func (b *tab) picture(name string, elements ...string) {
	b.t.Helper()
	dir := os.Getenv("GONOGO_PICTURES")
	if dir == "" {
		return
	}
	b.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 1, 1)) // nothing is pointed at
	take := chromedp.CaptureScreenshot()
	for _, all := range elements {
		b.do(chromedp.EmulateViewport(desktop[0], 3*desktop[1])) // all of it is in sight
		const pictured = "data-pictured"
		b.until(fmt.Sprintf(`(() => { document.querySelectorAll("[%[2]s]").forEach((e) => e.removeAttribute(%[2]q)); const all = %[1]s; all.at(-1)?.setAttribute(%[2]q, ""); return all.length > 0; })()`, all, pictured))
		take = chromedp.Screenshot(chromedp.CSS("[" + pictured + "]"))
	}
	shot, err := chromedp.Run(b.ctx, take)
	b.look(desktop, "light")
	if err == nil {
		shot, err = smaller(shot)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), shot, 0o644)
	}
	if err != nil {
		b.failf("make the picture %s: %v", name, err)
	}
}

// smaller packs a screenshot with its 256 most frequent colours; a page of text
// has few more.
func smaller(shot []byte) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return nil, err
	}
	count := map[color.RGBA]int{}
	area := full.Bounds()
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			count[color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)]++
		}
	}
	frequent := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, c := range frequent[:min(len(frequent), 256)] {
		palette = append(palette, c)
	}
	packed := image.NewPaletted(area, palette)
	draw.Draw(packed, area, full, area.Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&out, packed)
	return out.Bytes(), err
}
