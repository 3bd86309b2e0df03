package board

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// disorder names what is wrong with the skeleton of a page, as one who listens to it or
// goes through it by keyboard meets it: headings that skip a level, landmarks that are
// missing or twice, tables without a caption or headers, an order of focus of its own,
// and fields, links and pictures without a name.
const disorder = `(() => {
	const wrong = [];
	let level = 0;
	for (const h of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
		const n = Number(h.tagName[1]);
		if (n > level + 1) wrong.push("a heading skips a level: " + h.outerHTML.slice(0, 90));
		level = n;
	}
	for (const [what, n] of [["h1", 1], ["main", 1], ["body > header", 1], ["body > footer", 1]])
		if (document.querySelectorAll(what).length !== n) wrong.push(document.querySelectorAll(what).length + " of " + what);
	const names = Array.from(document.querySelectorAll("nav"), (n) => n.getAttribute("aria-label"));
	if (names.includes(null) || new Set(names).size !== names.length) wrong.push("navigations named " + names);
	for (const t of document.querySelectorAll("table")) {
		if (!t.caption || !t.caption.textContent.trim()) wrong.push("a table without a caption");
		for (const h of t.querySelectorAll("th")) if (!h.scope) wrong.push("a header without a scope");
		const wide = t.tHead.rows[0].cells.length;
		for (const r of t.tBodies[0].rows) if (r.cells.length !== wide) wrong.push("a row of " + r.cells.length + " under " + wide + " headers");
	}
	for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) wrong.push("an order of focus of its own: " + e.outerHTML.slice(0, 90));
	for (const e of document.querySelectorAll("[id]")) if (document.querySelectorAll("#" + CSS.escape(e.id)).length > 1) wrong.push("twice: " + e.id);
	for (const e of document.querySelectorAll("a[href^='#']")) if (!document.getElementById(e.getAttribute("href").slice(1))) wrong.push("leads nowhere: " + e.href);
	for (const e of document.querySelectorAll("svg")) if (!e.closest("[aria-hidden=true]") && !e.hasAttribute("aria-labelledby") && !e.hasAttribute("aria-label")) wrong.push("a picture without a name");
	return wrong.join("\n");
})()`

// media has the browser prefer a feature of its user's, such as forced-colors.
func (b *tab) media(name, value string) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: name, Value: value}},
		})
		return err
	}))
}

// ordered holds a page that is open to what axe does not see.
func ordered(t *testing.T, b *tab, address string) {
	t.Helper()
	if wrong := value[string](b, disorder); wrong != "" {
		t.Errorf("%s: %s", address, wrong)
	}
	// At 200 % a window of 1280 pixels has 640 of the page's: nothing is cut off.
	b.look([2]int64{desktop[0] / 2, desktop[1] / 2}, "light", "")
	if wide := value[int](b, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		t.Errorf("%s is %d pixels too wide at 200 %%", address, wide)
	}
	b.look(desktop, "light", "")
	b.media("forced-colors", "active")
	if plain := value[string](b, `Array.from(document.querySelectorAll(".badge")).filter((x) => getComputedStyle(x).borderTopStyle !== "solid").length + ""`); plain != "0" {
		t.Errorf("%s: %s badges are lost in forced colours", address, plain)
	}
	b.media("prefers-reduced-motion", "reduce")
	if moves := value[string](b, `Array.from(document.querySelectorAll("*")).filter((x) => { const s = getComputedStyle(x); return s.transitionDuration !== "0s" || s.animationName !== "none" }).length + ""`); moves != "0" {
		t.Errorf("%s: %s things move", address, moves)
	}
	b.look(desktop, "light", "")
}

// A live page brings what is new without being asked: it says so politely, stays where
// it was scrolled to, waits while somebody is in the middle of something, offers it to
// them, and asks for nothing while nobody can see it.
func TestLivePageDisturbsNobody(t *testing.T) {
	o, b := record(t), openTab(t)
	b.do(chromedp.Navigate(o.url + "/"))
	b.do(chromedp.EmulateViewport(390, 500))
	b.do(chromedp.Evaluate[chromedp.Void](`window.asked = 0, window.real = fetch, window.fetch = (...x) => { asked++; return real(...x) }, undefined`))
	// The page's own clock is not waited for: a page that comes back into sight looks at once.
	b.do(chromedp.Evaluate[chromedp.Void](`window.ahead = 0, window.clock = Date.now, Date.now = () => clock() + ahead,
		Object.defineProperty(document, "hidden", {get: () => !!window.away}),
		window.back = () => { ahead += 60000; document.dispatchEvent(new Event("visibilitychange")) }, undefined`))
	const news = `document.getElementById("news").textContent`
	settle := func(condition string) string {
		return `new Promise((done) => { let n = 0; const look = () => ` + condition + ` ? done("") : ++n > 100 ? done("never: " + document.getElementById("main").innerText.slice(0, 300)) : setTimeout(look, 50); look() })`
	}
	b.do(chromedp.Evaluate[chromedp.Void](`scrollTo(0, 300), back(), undefined`))
	if wrong := value[string](b, settle(`asked === 1`)); wrong != "" {
		t.Fatal(wrong)
	}
	if said := value[string](b, news); said != "" {
		t.Errorf("nothing is new, and it says %q", said)
	}
	o.desk.endFirst()
	b.do(chromedp.Evaluate[chromedp.Void](`back(), undefined`))
	if wrong := value[string](b, settle(`!document.getElementById("main").innerText.includes("REL-9")`)); wrong != "" {
		t.Fatal(wrong)
	}
	if said := value[string](b, news+` + "|" + document.getElementById("news").getAttribute("role") + "|" + Math.round(scrollY)`); said != "This page has changed.|status|300" {
		t.Errorf("after news it says %q", said)
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("main select").focus(), undefined`))
	o.desk.endFirst()
	b.do(chromedp.Evaluate[chromedp.Void](`back(), undefined`))
	if wrong := value[string](b, settle(`!!document.querySelector("#news button")`)); wrong != "" {
		t.Fatal(wrong)
	}
	if at := value[string](b, `document.activeElement.tagName + " " + document.getElementById("main").innerText.includes("REL-8")`); at != "SELECT true" {
		t.Errorf("somebody in the middle of something is at %s", at)
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#news button").click(), undefined`))
	if at := value[string](b, `document.activeElement.id + " " + document.getElementById("main").innerText.includes("REL-8")`); at != "main false" {
		t.Errorf("after it was asked for: %s", at)
	}
	before := value[int](b, `asked`)
	b.do(chromedp.Evaluate[chromedp.Void](`away = true, back(), undefined`))
	if n := value[int](b, `asked`); n != before {
		t.Errorf("out of sight it asked %d times", n-before)
	}
	if strings.Contains(value[string](b, `document.body.innerText`), "Show it") {
		t.Error("the offer stays")
	}
}
