package reports

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// The PDF says what the mail says, in every edition, and its bytes are always the
// same (R101).
func TestReadinessPaper(t *testing.T) {
	r := Fold(whole())
	for name, party := range map[string]release.PartyID{"everybody": "", "elexon": "elexon"} {
		var before []byte
		for range 2 {
			paper, err := letterhead(t).ReadinessPaper(r, party)
			if err != nil {
				t.Fatal(err)
			}
			f, err := paper.File(AsPDF)
			if err != nil {
				t.Fatal(err)
			}
			if before != nil && !bytes.Equal(before, f.Content) {
				t.Errorf("%s: the same report is another PDF", name)
			}
			before = f.Content
		}
		golden(t, "readiness-"+name+".pdf.txt", pdfText(t, before))
	}
}

// A party's own things come first, and its overdue ones before those of others,
// who are not named twice (R101).
func TestReadinessEdition(t *testing.T) {
	r := Fold(whole())
	out, err := letterhead(t).Readiness(r, "elexon")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "readiness-elexon.txt", []byte(out.Text))
	own, numbers := strings.Index(out.Text, "For Elexon (Helix)"), strings.Index(out.Text, "The numbers")
	if own < 0 || own > numbers || strings.Count(out.Text, "Archive the interface logs.") != 1 {
		t.Errorf("the edition of Elexon:\n%.1500s", out.Text)
	}
	p := board()
	for id, want := range map[release.PersonID]release.PartyID{"amara": "", "siobhan": "elexon", "nia": "stclements"} {
		if x, _ := p.Person(id); EditionOf(p, x) != want {
			t.Errorf("%s reads the edition %q, want %q", id, EditionOf(p, x), want)
		}
	}
}

// Every picture is sharp on a phone, says in words what it shows, and is small
// enough for a mail; what has no history has none.
func TestChart(t *testing.T) {
	r := Fold(whole())
	drawn, err := r.pictures()
	if err != nil {
		t.Fatal(err)
	}
	again, err := r.pictures()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range r.charts() {
		at, err := png.DecodeConfig(bytes.NewReader(drawn.apart[i].Content))
		if err != nil || at.Width != 2*chartWidth || at.Height != 2*chartHeight || len(drawn.apart[i].Content) > 20_000 {
			t.Errorf("%s: %+v, %d bytes, %v", drawn.apart[i].Name, at, len(drawn.apart[i].Content), err)
		}
		if !bytes.Equal(drawn.apart[i].Content, again.apart[i].Content) {
			t.Errorf("%s is drawn in other bytes the second time", drawn.apart[i].Name)
		}
		if !strings.Contains(c.alt(), "W36 to W47") {
			t.Errorf("%s in words: %s", c.name, c.alt())
		}
	}
	if none, err := Fold(Snapshot{At: monday, Programme: board()}).pictures(); err != nil || len(none.apart) != 0 {
		t.Errorf("without history: %d pictures, %v", len(none.apart), err)
	}
}

// The share of a week that a system was there, without its announced windows (R104).
func TestUptime(t *testing.T) {
	at := func(hours float64, s release.SystemStatus) release.StatusReport {
		return release.StatusReport{System: "dip", Status: s, At: in(hours)}
	}
	for _, one := range []struct {
		name  string
		told  []release.StatusReport
		share float64
		now   release.SystemStatus
	}{
		{"never told of", nil, 1, release.SystemAvailable},
		{"down all week", []release.StatusReport{at(-500, release.SystemDown)}, 0, release.SystemDown},
		{"down for half of it", []release.StatusReport{at(-84, release.SystemDown)}, 0.5, release.SystemDown},
		{"down for a quarter of what is left beside a window", []release.StatusReport{
			at(-300, release.SystemInWindow), at(-84, release.SystemDown), at(-63, release.SystemAvailable),
		}, 0.75, release.SystemAvailable},
	} {
		if u := uptime("dip", one.told, in(-168), monday); u.Share != one.share || u.Now != one.now {
			t.Errorf("%s: %+v", one.name, u)
		}
	}
	if percent(0.9999) != "99.9 %" || percent(1) != "100 %" {
		t.Errorf("shares: %s, %s", percent(0.9999), percent(1))
	}
}

// Whatever people write comes through every form as what it is, and never as markup.
func TestReadinessHostile(t *testing.T) {
	const evil = "<script>alert(1)</script>\r\nBcc: x@evil.example \u202e=HYPERLINK(1) [x](javascript:1)"
	s := whole()
	s.Comments[0].Words, s.Actions[0].What, s.Statuses[3].Reason = evil, evil, evil
	s.Deliveries[0].Note.Fixed[0].Summary, s.Programme.Systems[1].Name = evil, evil
	s.Standings[2].Evidence[0].Note = evil
	r := Fold(s)
	out, err := letterhead(t).Readiness(r, "elexon")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.HTML, "<script") || strings.Contains(out.HTML+out.Text, "\u202e") {
		t.Error("markup or a mark that turns text around came through")
	}
	paper, err := letterhead(t).ReadinessPaper(r, "elexon")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := paper.File(AsPDF); err != nil {
		t.Error(err)
	}
}
