package board

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe-core, both sizes, light, dark, print and no script: issue 5 asks it of every page.
func TestPicturesAreAccessible(t *testing.T) {
	o := open(t)
	o.scenery(plain)
	b := openTab(t)
	for _, path := range []string{"/matrix", "/matrix?at=2026-11-19T12:00", "/environments", "/environments/sit-a", "/environments/sit-a/helix", "/calendar"} {
		accessible(t, b, o.url+path)
	}
	o.crowd(40, 12)
	accessible(t, b, o.url+"/matrix?since=2026-08-01")
}

// Moving the slider brings the page of that day without leaving it, and the slider
// keeps the focus; the address is that of the day (R103).
func TestSlideThroughTime(t *testing.T) {
	o := open(t)
	o.scenery(plain)
	b := openTab(t)
	b.do(chromedp.Navigate(o.url + "/matrix"))
	const slide = `new Promise((done) => {
		document.body.dataset.same = "yes";
		const s = document.querySelector("input[type=range]");
		s.focus(); s.value = 160;
		s.dispatchEvent(new Event("input", {bubbles: true}));
		const said = s.form.querySelector("output").textContent;
		s.dispatchEvent(new Event("change", {bubbles: true}));
		new MutationObserver(() => done([said, document.querySelector("output").textContent, document.body.dataset.same,
			document.querySelector(".callout").textContent, location.search, document.activeElement.name, document.activeElement.value].join("\n")))
			.observe(document.getElementById("main"), {childList: true});
	}).then((x) => new Promise((done) => setTimeout(() => done(x + "\n" + document.activeElement.name), 0)))`
	got := strings.Split(value[string](b, slide), "\n")
	want := []string{"Tue 3 Nov 2026", "Tue 3 Nov 2026", "yes", "You look at Tue 3 Nov 2026 23:59 GMT.What came later is left out.", "first=2026-05-27&day=160", "day"}
	for i, part := range []string{got[0], got[1], got[2], got[3], got[4], got[len(got)-1]} {
		if !strings.Contains(part, want[i]) {
			t.Errorf("part %d is %q; want %q", i, part, want[i])
		}
	}
}
