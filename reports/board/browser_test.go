package board

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// desktop and phone are the screens on which a page must be good, in CSS pixels.
var desktop, phone = [2]int64{1280, 800}, [2]int64{390, 844}

// tab is a tab of a headless Chromium.
type tab struct {
	t   *testing.T
	ctx context.Context
	axe string
}

// openTab starts a browser; the test ends it.
func openTab(t *testing.T) *tab {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" {
		t.Fatal("this test needs a browser: install Debian's package chromium")
	}
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Env("LANGUAGE=en_GB", "LC_ALL=en_GB.UTF-8"),
		chromedp.Flag("disable-component-update", true), chromedp.WindowSize(int(desktop[0]), int(desktop[1])))
	alloc, stop := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), opts...) // closed by Cancel, in order
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) }) // the test is over
	b := &tab{t: t, ctx: ctx, axe: string(axe)}
	b.do(chromedp.EmulateViewport(desktop[0], desktop[1]))
	b.ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	return b
}

// do performs actions of the browser.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for _, s := range steps {
		if err := chromedp.Do(b.ctx, s); err != nil {
			b.t.Fatalf("in the browser: %v", err)
		}
	}
}

// value evaluates a JavaScript expression.
func value[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("evaluate %s: %v", expression, err)
	}
	return v
}

// look sets the screen: its size, "light" or "dark", and what it is for: "" is a
// screen, "print" is paper.
func (b *tab) look(size [2]int64, scheme, media string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(size[0], size[1]), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	}))
}

// script lets pages run scripts, or not.
func (b *tab) script(runs bool) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !runs})
		return err
	}))
}

// accessible opens a page and holds it to what issue 5 asks of every page: axe-core
// finds no violation in light and dark, at desktop and phone size; nothing is wider
// than the screen; the keyboard reaches the content first, and sees where it is;
// without a script it says the same; on paper it does not lose its width. With
// GONOGO_SHOTS=DIR a picture of each is left there.
func accessible(t *testing.T, b *tab, address string) {
	t.Helper()
	name := shotName(address)
	b.script(true)
	b.look(desktop, "light", "")
	b.do(chromedp.Navigate(address))
	if got := value[int](b, `performance.getEntriesByType("navigation")[0].responseStatus`); got != 200 {
		t.Errorf("%s: status %d", address, got)
	}
	keyboard(t, b, address)
	ordered(t, b, address)
	value[bool](b, b.axe+"; true")
	for screen, size := range map[string][2]int64{"desktop": desktop, "phone": phone} {
		for _, scheme := range []string{"light", "dark"} {
			b.look(size, scheme, "")
			for _, v := range violations(b) {
				t.Errorf("%s, %s, %s: %s", address, screen, scheme, v)
			}
			if wide := value[int](b, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
				t.Errorf("%s is %d pixels wider than a %s", address, wide, screen)
			}
			b.shot(name + "-" + screen + "-" + scheme)
		}
	}
	b.look([2]int64{794, 1123}, "dark", "print") // A4, of somebody who likes it dark
	if ground := value[string](b, `getComputedStyle(document.body).backgroundColor`); ground != "rgb(255, 255, 255)" {
		t.Errorf("%s is printed on %s", address, ground)
	}
	b.shot(name + "-print")
	b.look(desktop, "light", "")
	with := value[string](b, `document.body.innerText`)
	b.script(false)
	b.do(chromedp.Reload())
	if without := value[string](b, `document.body.innerText`); without != with {
		t.Errorf("%s says without a script\n%s\nand with it\n%s", address, without, with)
	}
	b.script(true)
}

// keyboard presses Tab: first comes the way past the navigation, and whatever has
// the focus shows it.
func keyboard(t *testing.T, b *tab, address string) {
	t.Helper()
	const focused = `document.activeElement.className + " " + (document.activeElement.getAttribute("href") ?? "")`
	b.do(chromedp.KeyEvent("\t"))
	if at := value[string](b, focused); at != "skip #main" {
		t.Errorf("%s: the first Tab goes to %q, not past the navigation", address, at)
	}
	if left := value[int](b, `Math.round(document.activeElement.getBoundingClientRect().left)`); left < 0 {
		t.Errorf("%s: the way past the navigation is not seen: %d", address, left)
	}
	for range 3 {
		b.do(chromedp.KeyEvent("\t"))
		if style := value[string](b, `document.activeElement === document.body ? "solid" : getComputedStyle(document.activeElement).outlineStyle`); style == "none" {
			t.Errorf("%s: nobody sees that the focus is at %s", address, value[string](b, `document.activeElement.outerHTML.slice(0, 200)`))
		}
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.activeElement.blur(), undefined`))
}

// violations are what axe-core finds wrong with the page as it is shown now.
func violations(b *tab) []string {
	b.t.Helper()
	text := value[string](b, `axe.run(document, {resultTypes: ["violations"]}).then((r) => JSON.stringify(r.violations.map((v) =>
		v.id + " (" + v.impact + "): " + v.help + "\n" + v.nodes.slice(0, 5).map((n) => "  " + n.target.join(" ") + ": " + n.html.slice(0, 200) + "\n    " +
		[...n.any, ...n.all, ...n.none].map((c) => c.message).join("; ")).join("\n"))))`)
	var all []string
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		b.t.Fatalf("read what axe found: %v", err)
	}
	return all
}

// shot keeps a picture of the whole page when GONOGO_SHOTS names a folder.
func (b *tab) shot(name string) {
	b.t.Helper()
	dir := os.Getenv("GONOGO_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644)
	}
	if err != nil {
		b.t.Fatalf("keep the screenshot: %v", err)
	}
}

var notName = regexp.MustCompile(`[^a-z0-9]+`)

// shotName makes the name of a picture from an address: "/releases/7" is "releases-7".
func shotName(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.Trim(u.RequestURI(), "/") == "" {
		return "start"
	}
	return strings.Trim(notName.ReplaceAllString(strings.ToLower(u.RequestURI()), "-"), "-")
}
