package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// desktop and phone are the screens the page is looked at on, in CSS pixels.
var desktop, phone = [2]int64{1280, 800}, [2]int64{390, 844}

// tab is a tab of a headless Chromium that shows a rehearsal's page. It does
// what people do: type, click and look.
type tab struct {
	t        *testing.T
	ctx      context.Context
	stations int
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
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Env("LANGUAGE=en_US", "LC_ALL=en_US.UTF-8"),
		chromedp.Flag("disable-component-update", true), chromedp.WindowSize(int(desktop[0]), int(desktop[1])))
	alloc, stop := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), opts...) // closed by Cancel, in order
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) }) // the test is over
	b := &tab{t: t, ctx: ctx}
	b.do(chromedp.EmulateViewport(desktop[0], desktop[1]))
	b.ctx, cancel = context.WithTimeout(ctx, storyWithin)
	t.Cleanup(cancel)
	return b
}

// storyWithin is how long one story in the browser may take, watched by the race
// detector on a small machine. Each wait inside it ends sooner.
const storyWithin = 15 * time.Minute

// do performs actions of the browser.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for _, s := range steps {
		if err := chromedp.Do(b.ctx, s); err != nil {
			b.failf("in the browser: %v", err)
		}
	}
}

// failf ends the test with what the page shows.
func (b *tab) failf(format string, args ...any) {
	b.t.Helper()
	shown, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.href + "\n" + document.body.innerText`)) // best effort
	b.t.Fatalf(format+"\n--- the page ---\n%s", append(args, shown)...)
}

// until waits for a JavaScript expression to become true.
func (b *tab) until(expression string) {
	b.t.Helper()
	if !b.holds(expression, patience) {
		b.failf("waited in vain for %s", expression)
	}
}

// holds tells whether a JavaScript expression becomes true in time. Where it
// cannot be evaluated, as between two pages, it is not true yet.
func (b *tab) holds(expression string, within time.Duration) bool {
	ctx, cancel := context.WithTimeout(b.ctx, within)
	defer cancel()
	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	for {
		if yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && yes {
			return true
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return false
		}
	}
}

// value evaluates a JavaScript expression.
func value[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.failf("evaluate %s: %v", expression, err)
	}
	return v
}

// shows waits until an element says all of the texts.
func (b *tab) shows(selector string, texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		b.until(fmt.Sprintf("[...document.querySelectorAll(%q)].some((e) => e.innerText.includes(%q))", selector, text))
	}
}

// clickWithin is how long a click may take to have its effect before it is
// taken for lost.
const clickWithin = 5 * time.Second

// click clicks the last element a selector finds, until it has the effect.
func (b *tab) click(selector, effect string) {
	b.t.Helper()
	b.clickOne(fmt.Sprintf("[...document.querySelectorAll(%q)]", selector), effect)
}

// press clicks a button of a message, a Home or a form by its words.
func (b *tab) press(words, effect string) {
	b.t.Helper()
	b.clickOne(fmt.Sprintf(`[...document.querySelectorAll("button[data-value]")].filter((e) => e.textContent === %q)`, words), effect)
}

// clickOne clicks the last of the elements that can be clicked. It tries again
// where the effect fails to come: a live update may just have put something else
// under the pointer.
func (b *tab) clickOne(elements, effect string) {
	b.t.Helper()
	const mark = "data-under-test"
	for range 3 {
		b.until(fmt.Sprintf(`!refreshing && (() => {
			document.querySelectorAll("[%[2]s]").forEach((e) => e.removeAttribute(%[2]q));
			const all = %[1]s.filter((e) => e.checkVisibility() && !e.disabled);
			all.at(-1)?.setAttribute(%[2]q, "");
			return all.length > 0;
		})()`, elements, mark))
		soon, cancel := context.WithTimeout(b.ctx, clickWithin)
		err := chromedp.Do(soon, chromedp.Click(chromedp.CSS("["+mark+"]")))
		cancel()
		if err == nil && b.holds(effect, clickWithin) {
			return
		}
	}
	b.failf("a click on %s did not lead to %s", elements, effect)
}

// keys types into a field. A list is chosen from by typing, a date by its digits, month first.
func (b *tab) keys(selector, text string) {
	b.t.Helper()
	b.do(chromedp.SendKeys(chromedp.CSS(selector), text))
}

// become uses the people switch.
func (b *tab) become(name, userID string) {
	b.t.Helper()
	b.click(testid("you")+" > summary", present(testid("you")+"[open]"))
	b.keys(testid("you-search"), name)
	b.click(testid("you-"+userID), present(`html[data-as="`+userID+`"]`)+` && document.readyState === "complete"`)
}

// visit opens a place of the left bar: channel-NAME, dm, home or mailbox.
func (b *tab) visit(place string) {
	b.t.Helper()
	b.click(testid(place), present(testid(place)+`[aria-current="page"]`)+` && document.readyState === "complete"`)
}

// jump moves the clock by the first of the page's jumps that says the words.
func (b *tab) jump(words string) {
	b.t.Helper()
	b.click(testid("clock")+" > summary", present(testid("clock")+"[open]"))
	b.station("clock")
	at := value[string](b, fmt.Sprintf(`[...document.querySelectorAll(".jump")].find((e) => e.innerText.includes(%q))?.dataset.jump ?? ""`, words))
	if at == "" {
		b.failf("no jump of the clock says %q", words)
	}
	b.click(`.jump[data-jump="`+at+`"]`, `!document.querySelector('.jump[data-jump="`+at+`"]')`)
}

// station is where the story pauses: the screen must say REHEARSAL (R31) and fit
// its width, and a screenshot of it is kept on each screen, light and dark, when
// GONOGO_SHOTS names a folder.
func (b *tab) station(name string) {
	b.t.Helper()
	b.shows(testid("banner"), rehearsalBanner)
	if title := value[string](b, "document.title"); !strings.HasSuffix(title, rehearsalBanner) {
		b.t.Errorf("%s: the page's title is %q", name, title)
	}
	b.stations++
	dir := os.Getenv("GONOGO_SHOTS")
	if dir == "" {
		return
	}
	for screen, size := range map[string][2]int64{"desktop": desktop, "phone": phone} {
		for _, scheme := range []string{"light", "dark"} {
			b.look(size, scheme)
			if wide := value[int](b, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
				b.t.Errorf("%s is %d pixels wider than a %s", name, wide, screen)
			}
			b.shot(filepath.Join(dir, fmt.Sprintf("%s-%s-%s-%s.png", twoDigits(b.stations), name, screen, scheme)))
		}
	}
	b.look(desktop, "light")
}

func twoDigits(n int) string {
	return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n)
}

// look sets the screen.
func (b *tab) look(size [2]int64, scheme string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(size[0], size[1]), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	}))
}

// shot keeps a screenshot.
func (b *tab) shot(file string) {
	b.t.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(file, png, 0o644)
	}
	if err != nil {
		b.failf("keep the screenshot: %v", err)
	}
}

func testid(id string) string { return `[data-testid="` + id + `"]` }

// present and absent are effects: whether the page has such an element.
func present(selector string) string {
	return fmt.Sprintf("document.querySelector(%q) !== null", selector)
}

func absent(selector string) string {
	return fmt.Sprintf("document.querySelector(%q) === null", selector)
}

// says is the effect that an element's text includes the words.
func says(selector, words string) string {
	return fmt.Sprintf("[...document.querySelectorAll(%q)].some((e) => e.innerText.includes(%q))", selector, words)
}
