package bot

import (
	"strings"
	"testing"

	"gonogo.dev/release"
)

// A rehearsal says so on every message, form and Home (issue 2, section 5).
func TestBanner(t *testing.T) {
	const banner = "REHEARSAL, nobody real is told"
	o := open(t, func(_ *release.Programme, c *Config) { c.Banner = banner })
	o.raised()
	for _, r := range rows() {
		text := strings.ReplaceAll(r.example, "12", "1")
		before, _ := o.box.OpenView(rachel)
		shown := o.command(rachel, text)
		if after, open := o.box.OpenView(rachel); shown == "" && open && after.ID != before.ID {
			shown = string(after.Blocks)
		}
		if !strings.Contains(shown, banner) {
			t.Errorf("%s shows no banner: %.300s", text, shown)
		}
	}
	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	home, _ := o.box.Home(tom)
	wants(t, string(home.Blocks), banner)
	o.work()
	for _, m := range o.box.Messages(board, "") {
		if !strings.Contains(m.Text, banner) || !strings.Contains(string(m.Blocks), banner) {
			t.Errorf("no banner on %.200s", m.Text)
		}
	}
}
