package board

import "testing"

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
