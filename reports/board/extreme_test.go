package board

import (
	"fmt"
	"testing"
	"time"

	"gonogo.dev/release"
)

// long is the name of an organisation, a system, a person of 60 characters.
func long(text string) string {
	for _, more := range []string{" of the", " Metering", " Data", " Integration", " and", " Settlement", " Service", " Provision", " Company"} {
		text += more
	}
	return release.Clip(text, 60)
}

// throng is an office in which everything is long and there is much of it: two releases
// in most stages and nine in one, and more ended releases, RFCs and entries than a page
// has.
func throng(t *testing.T) *office {
	t.Helper()
	o := record(t)
	o.scenery(long)
	o.fillRecords()
	p, now := o.desk.programme, o.desk.now
	for i := range p.Parties {
		p.Parties[i].Name = long(p.Parties[i].Name)
	}
	for i := range p.People {
		p.People[i].Name = long(fmt.Sprintf("Person %d", i))
	}
	for i, stage := range release.InFlightStages() {
		for k := range map[int]int{1: 9, 4: 1, 5: 1}[i] + 1 {
			s := building(p, now)
			s.Release.Number, s.Release.Stage, s.Release.Content.Purpose = 100+10*i+k, stage, long("Purpose")
			o.desk.standings = append(o.desk.standings, s)
		}
	}
	for i := range 12 {
		r := o.desk.ended[0]
		r.Number, r.UpdatedAt = 40+i, now.Add(-time.Duration(i)*time.Hour)
		o.desk.ended = append(o.desk.ended, r)
	}
	for i := range allShown + 10 {
		story := o.desk.stories[12]
		story.RFC.Number, story.RFC.State, story.RFC.Content.Title = 200+i, release.RFCStates()[1+i%(len(release.RFCStates())-1)], long(fmt.Sprintf("Change %d", i))
		o.desk.stories[story.RFC.Number] = story
	}
	first := o.desk.entries[0]
	for i := range ledgerShown + 10 {
		e := first
		e.Index, e.ID = first.Index+int64(i)+1, first.ID+int64(i)+1
		o.desk.entries = append([]release.LedgerEntry{e}, o.desk.entries...)
	}
	return o
}

// Issue 5, item 4: long names and many rows fit on every screen and on paper, by
// keyboard and without a script.
func TestPagesOfMuch(t *testing.T) {
	o, b := throng(t), openTab(t)
	for _, path := range []string{"/?of=much", "/releases?of=much", "/ledger?of=much", "/matrix?of=much", "/environments?of=much", "/calendar?weeks=26&of=much", "/releases/7?of=much"} {
		accessible(t, b, o.url+path)
	}
}

// Where there is nothing yet, a page says what to do next.
func TestPagesOfNothing(t *testing.T) {
	o, b := open(t), openTab(t)
	o.as.who = "ann"
	o.desk.programme = &release.Programme{Name: "Empty programme", Zone: "Europe/London", People: programme().People}
	o.desk.pictures = &pictures{programme: o.desk.programme, now: &o.desk.now}
	o.desk.lives = map[int]release.Life{7: {Standing: release.Standing{Programme: o.desk.programme, Now: monday, Release: release.Release{
		Number: 7, Stage: release.Planning, CreatedBy: "ann", CreatedAt: monday, Content: release.ReleaseContent{System: "helix", Type: release.Patch, Owner: "ann"},
	}}}}
	o.desk.plan = release.Plan{Standing: o.desk.lives[7].Standing}
	for path, next := range map[string]string{
		"/?of=nothing": "/release new", "/releases?of=nothing": "/release new", "/rfcs?of=nothing": "/rfc raise", "/ledger?of=nothing": "leaves an entry",
		"/matrix?of=nothing": "gonogo programme apply", "/environments?of=nothing": "gonogo programme apply", "/calendar?of=nothing": "/env book", "/releases/7?of=nothing": "/release edit REL-7",
		"/releases/7/communications?of=nothing": "/release plan REL-7 default",
	} {
		_, page := o.get(path)
		wants(t, page, next)
	}
	for _, path := range []string{"/?of=nothing", "/matrix?of=nothing", "/calendar?of=nothing", "/releases/7?of=nothing"} {
		accessible(t, b, o.url+path)
	}
}
