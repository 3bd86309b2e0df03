package bot

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// owing is what an emergency of Helix left behind.
func owing() []release.Debt {
	debt := release.Debt{
		ID: 1, Release: 3, System: "helix", Party: "elexon", Kind: release.MergeNext, Defects: []string{"DEF-1187", "DEF-1190"}, Owner: "elle",
		Due: start.Add(7 * 24 * time.Hour), OpenedAt: start,
	}
	flight, retro := debt, debt
	flight.ID, flight.Kind, flight.Target = 2, release.MergeInFlight, 7
	retro.ID, retro.Kind, retro.Due = 3, release.Retrospective, start.Add(-time.Hour)
	return []release.Debt{retro, debt, flight}
}

func anEmergency() release.Release {
	return release.Release{
		Number: 3, Version: release.Version{Major: 1, Emergency: 1}, Stage: release.Regression, CreatedBy: "elle",
		Content: release.ReleaseContent{
			System: "helix", Type: release.Emergency, Owner: "elle", Purpose: "Stop <the> rounding & more.",
			Items: []release.Item{{Kind: release.ItemDefectFix, ID: "DEF-1187", Title: "Rounds twice", Severity: release.Blocking}},
		},
	}
}

// What people see of debts and of what is overdue is what it was when somebody
// last looked at it (R19, M6, T27).
func TestDebtPages(t *testing.T) {
	p, e := programme(), anEmergency()
	s := release.Arrears{
		Programme: p, Debts: owing(), Now: start, Flagged: []release.Release{e},
		Rates: []release.EmergencyRate{
			{Party: "elexon", Emergencies: 2, Patches: 1, Unjustified: 1}, {Party: "dcc", Patches: 5, Rejected: 1},
		},
	}
	goldenPage(t, "debts", debtsPage(s, "REHEARSAL"))
	goldenPage(t, "debts_empty", debtsPage(release.Arrears{Programme: p, Now: start}, ""))
	reminder := func(level release.ChaseLevel, o release.Overdue) release.Reminder {
		return release.Reminder{Overdue: o, Level: level}
	}
	for name, event := range map[string]release.Event{
		"notice_debts": {Kind: release.NoticeDebts, At: start, Release: &e, Debts: owing()},
		"notice_overdue": {Kind: release.NoticeOverdue, At: start, Overdue: []release.Reminder{
			reminder(release.ChaseManager, release.Overdue{
				Thing: "debt/3", What: owing()[0].What(), Owners: []release.PersonID{"elle"}, Due: start.Add(-26 * time.Hour), Release: 3,
				Act: "/release settle 3", Label: "Show it",
			}),
			reminder(release.ChaseOwner, release.Overdue{
				Thing: "condition/4", What: "A condition of the Go is open: the <dry> run", Owners: []release.PersonID{"rachel"}, Due: start.Add(-time.Hour),
				Title: "Raise the settlement timeout", Act: "/rfc met 12", Label: "Show it met",
			}),
			reminder(release.ChaseEscalation, release.Overdue{
				Thing: "release/7/window/x", What: "Its window is over: Mon 23 Nov 2026 17:00 to 19:00 GMT.", Owners: []release.PersonID{"elle", "ben"},
				Due: start.Add(-72 * time.Hour), Release: 7, Title: "Helix 1.2.0.0",
			}),
			reminder(release.ChaseOwner, release.Overdue{
				Thing: "release/7/waiver/2", What: "The waiver of “PIT assurance” ends.", Owners: []release.PersonID{"rachel"}, Due: start.Add(48 * time.Hour),
				Release: 7, Title: "Helix 1.2.0.0", Act: "/release evidence REL-7 pit-assurance", Label: "Show it",
			}),
		}},
	} {
		goldenPage(t, name, noticePage(release.Notice{Road: release.ByDirect, To: "rachel", Event: event}, p, ""))
	}
	golden(t, "form_settle.txt", readable(t, (&Bot{}).settleForm(owing()[0]).Blocks.BlockSet))
}

// However much is owed and however long its words are, Slack takes the pages.
func TestDebtPagesKeepSlacksLimits(t *testing.T) {
	o := open(t)
	checks(t, 6)
	rapid.Check(t, func(t *rapid.T) {
		text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
		p := programme()
		p.Parties = append(p.Parties, release.Party{ID: "long", Name: text(200)})
		p.People = append(p.People, release.Person{ID: "long", Name: text(200)})
		s := release.Arrears{Programme: p, Now: start}
		e := release.Event{Kind: release.NoticeOverdue, At: start}
		emergency := anEmergency()
		emergency.Content.System = release.SystemID(text(200))
		for i := range 60 {
			d := owing()[i%3]
			d.ID, d.Owner, d.Party = int64(i+1), "long", "long"
			for range 200 {
				d.Defects = append(d.Defects, strings.Repeat("𐐀", release.MaxReference))
			}
			s.Debts = append(s.Debts, d)
			s.Rates = append(s.Rates, release.EmergencyRate{Party: "long", Emergencies: i, Unjustified: i, Rejected: i})
			s.Flagged = append(s.Flagged, emergency)
			if i < release.ChaseMost {
				e.Overdue = append(e.Overdue, release.Reminder{Overdue: release.Overdue{
					What: text(2000), Title: text(500), Release: i, Owners: []release.PersonID{"long", "elle"}, Act: "/release settle 4", Label: text(75), Due: start,
				}})
			}
		}
		waiting := newPage("Home", "REHEARSAL")
		owedPart(waiting, release.Waiting{Programme: p, Debts: s.Debts, Now: start})
		owed := release.Event{Kind: release.NoticeDebts, At: start, Debts: s.Debts, Release: &emergency}
		for name, page := range map[string]*page{
			"debts": debtsPage(s, "REHEARSAL"), "overdue": debtNotice(release.Notice{Event: e}, p, "REHEARSAL"),
			"owed": debtNotice(release.Notice{Event: owed}, p, "REHEARSAL"), "home": waiting,
		} {
			harmless(t, name, page)
			if total := textTogether(page.blocks); total > 10_000 {
				t.Fatalf("%s has %d characters", name, total)
			}
			if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(page.fallback(), page.blocks, name)...); err != nil {
				t.Fatalf("%s: %v", name, wrapSlack("post", err))
			}
		}
	})
}

// M6, T27: debts as people type them: the page, the retrospective by command and
// by form, what is refused, a severity judged anew, and the Home.
func TestDebtsTyped(t *testing.T) {
	o := steward(t)
	o.must(o.store.Within(t.Context(), func(tx release.Tx) error {
		for range 3 {
			e := anEmergency()
			e.Version.Emergency = 0
			e.CreatedAt, e.UpdatedAt, e.Programme = start, start, 1
			e.Version.Patch = e.Number
			vs, err := tx.VersionsOf("helix")
			if err != nil {
				return err
			}
			e.Version.Emergency = len(vs) + 1
			if err := tx.AddRelease(&e); err != nil {
				return err
			}
		}
		for _, d := range owing() {
			if err := tx.AddDebt(&d); err != nil {
				return err
			}
		}
		return nil
	}))
	o.must(o.box.OpenHome(t.Context(), elle))
	o.settle()
	for _, step := range []struct {
		user, text string
		parts      []string
	}{
		{tom, "/release debts", []string{"Debt 1", "The retrospective of emergency REL-3", "Overdue since", "Owed by Elle Ford, Elexon", "3 emergencies to 0 patches in 12 months. Patches should be the more frequent."}},
		{elle, "/release", []string{"Debts you must settle", "Debt 2"}},
		{tom, "/release settle", []string{"Which debt? None was named."}},
		{tom, "/release settle 1 https://docs.example/retro", []string{"It is settled by its owner", "Ask Elle Ford."}},
		{elle, "/release settle 1 soon", []string{"neither a link"}},
		{elle, "/release settle 2 https://docs.example/retro", []string{"It settles itself once the fix is in the release"}},
		{elle, "/release settle 9", []string{"There is no debt 9."}},
		{elle, "/release severity REL-3", []string{"The defect and its severity belong behind the release."}},
		{elle, "/release severity REL-3 DEF-1187 low", []string{"judged by the programme's defect and release managers"}},
		{rachel, "/release severity REL-3 def-1187 Low", []string{"def-1187 is low now in REL-3", "this emergency is flagged"}},
		{tom, "/release debts", []string{"Emergencies that were none", "REL-3", "1 without a critical defect after all"}},
	} {
		wants(t, o.command(step.user, step.text), step.parts...)
	}
	o.command(elle, "/release settle 1")
	o.submits(elle, release.FieldRef, map[string]map[string]any{release.FieldRef: in("no link")})
	o.submits(elle, "", map[string]map[string]any{release.FieldRef: in("https://docs.example/retro")})
	if page := o.command(tom, "/release debts"); strings.Contains(page, "Debt 1") {
		t.Errorf("settled and still shown:\n%s", page)
	}
	wants(t, o.command(elle, "/release settle 1 https://docs.example/retro"), "It was settled before")
}
