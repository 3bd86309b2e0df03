package bot

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// site is a programme whose environments have phases, a path and parties.
func site() *release.Programme {
	p := programme()
	p.Environments = append(p.Environments, release.Environment{
		ID: "sit-b", Name: "SIT B", Purpose: "Migration & operational <tests>", Parties: []release.PartyID{"si", "elexon"},
		After: []release.Predecessor{{Environment: "sit-a", Optional: true}, {Environment: "uit"}},
	})
	p.Phases = append(p.Phases, release.Phase{Name: "SIT Migration", Environment: "sit-b", Exclusive: true},
		release.Phase{Name: "SIT Operational", Environment: "sit-b", Exclusive: true})
	return p
}

// sitB is SIT B with everything that can be known of it.
func sitB() release.EnvironmentView {
	p := site()
	e, _ := p.Environment("sit-b")
	installed := func(id int64, s release.SystemID, minor int, hour int) release.Installation {
		at := start.Add(time.Duration(-hour) * time.Hour)
		return release.Installation{ID: id, Environment: e.ID, System: s, Version: release.Version{Major: 1, Minor: minor}, At: at, RecordedAt: at, By: "eve"}
	}
	helix, dsp := installed(1, "helix", 2, 400), installed(2, "dsp", 0, 3)
	helix.Build, helix.Release, dsp.RecordedAt, dsp.Note = "4711", 7, start, "told by phone"
	return release.EnvironmentView{
		Programme: p, Environment: e, At: start, Installed: []release.Installation{dsp, helix},
		Statuses: []release.StatusReport{
			{Environment: e.ID, System: "helix", Status: release.SystemDegraded, Reason: "The queue is slow <!channel>", At: start.Add(-time.Hour), By: "ben"},
			{Environment: e.ID, System: "dsp", Status: release.SystemAvailable, At: start.Add(-time.Hour), By: "eve"},
		},
		Baseline: &release.Baseline{
			Environment: e.ID, Note: "Before migration", At: start.Add(-200 * time.Hour), By: "eve",
			Versions: []release.BaselineVersion{{System: "dsp", Version: release.Version{Major: 1}}, {System: "helix", Version: release.Version{Major: 1, Minor: 1}}},
			Items:    []release.ConfigurationItem{{Name: "schema", Value: "14"}},
		},
		Bookings: []release.Booking{
			{
				ID: 3, Environment: e.ID, Kind: release.BookPhase, Phase: "SIT Migration", Why: "As planned.", By: "eve", At: start.Add(-300 * time.Hour),
				Window: release.Window{From: start.Add(-time.Hour), To: start.Add(100 * time.Hour), Zone: "Europe/London"},
			},
			{
				ID: 5, Environment: e.ID, Kind: release.BookFreeze, Why: "Audit of the year.", By: "rachel", At: start,
				Window: release.Window{From: start.Add(48 * time.Hour), To: start.Add(73 * time.Hour), Zone: "Europe/London"},
			},
		},
		Next: []release.RFC{story(release.Approved).RFC},
	}
}

// What people see of environments, word for word.
func TestEnvironmentGolden(t *testing.T) {
	o := open(t)
	v := sitB()
	empty := release.EnvironmentView{Programme: v.Programme, Environment: v.Programme.Environments[0], At: start}
	c := Call{Command: "/env", By: v.Programme.People[2], Programme: v.Programme, now: start}
	goldenPage(t, "env_list", o.bot.environmentsPage([]release.EnvironmentView{empty, v}))
	goldenPage(t, "env_list_empty", o.bot.environmentsPage(nil))
	goldenPage(t, "env_show", o.bot.environmentPage(v, false))
	goldenPage(t, "env_show_past", o.bot.environmentPage(v, true))
	goldenPage(t, "env_show_empty", o.bot.environmentPage(empty, false))
	goldenPage(t, "env_status", o.bot.statusesPage([]release.EnvironmentView{empty, v}))
	cancelled := v.Bookings[0]
	cancelled.CancelledAt, cancelled.CancelledBy, cancelled.CancelledWhy = start, "eve", "Put off."
	goldenPage(t, "env_history", o.bot.historyPage(v.Environment, release.EnvironmentPast{
		Programme: v.Programme, Installations: v.Installed, Statuses: v.Statuses, Baselines: []release.Baseline{*v.Baseline}, Bookings: []release.Booking{cancelled, v.Bookings[1]},
	}))
	for name, form := range map[string]*view{
		"form_record": o.bot.recordForm(c), "form_baseline": o.bot.baselineForm(v), "form_cancel": o.bot.cancelForm(5),
		"form_book": o.bot.bookingForm(c, release.Booking{Environment: "sit-b", Kind: release.BookPhase, Window: release.Window{Zone: "Europe/London"}}),
	} {
		golden(t, name+".json", indented(t, form.ModalViewRequest))
		golden(t, name+".txt", readable(t, form.Blocks.BlockSet))
	}
	e := release.Event{Kind: release.NoticeFreeze, At: start, By: "rachel", RFC: story(release.Go).RFC, Booking: &v.Bookings[1]}
	goldenPage(t, "notice_freeze", noticePage(release.Notice{Road: release.ByThread, Event: e}, v.Programme, ""))
	lifted := v.Bookings[1]
	lifted.CancelledAt, lifted.CancelledBy, lifted.CancelledWhy = start, "rachel", "The audit is over."
	e.Booking = &lifted
	goldenPage(t, "notice_freeze_lifted", noticePage(release.Notice{Road: release.ByDirect, Event: e}, v.Programme, ""))
}

// onSite starts an office with site's programme.
func onSite(t *testing.T) *office {
	t.Helper()
	return open(t, func(p *release.Programme, _ *Config) { *p = *site() })
}

// A day in the environments, as it is typed: recorded, looked at now and then,
// how a system does, and what is refused with what to write instead (M9, R112).
func TestEnvironmentsTyped(t *testing.T) {
	o := onSite(t)
	for _, step := range []struct {
		user, text string
		parts      []string
	}{
		{tom, "/env show sit b", []string{"SIT B", "Migration &amp; operational &lt;tests&gt;", "Shared by: System Integrator, Elexon", "after SIT A (optional), UIT", "Nothing is recorded in SIT B yet: `/env record sit-b SYSTEM VERSION`", "Nobody has booked it."}},
		{eve, "/env record SIT B Helix 1.0.0.0 at 2026-11-19 12:00 by hand", []string{"Helix in SIT B: 1.0.0.0 since Thu 19 Nov 12:00 GMT."}},
		{elle, "/env record sit-b helix 1.2.0.0", []string{"Helix in SIT B: 1.2.0.0 since 09:00 GMT."}},
		{tom, "/env show SIT B at yesterday 12:00", []string{"As it was Thu 19 Nov 2026 12:00 GMT.", "Helix: 1.0.0.0 since 12:00 GMT, told by Eve Lindqvist"}},
		{tom, "/env show SIT-B at yesterday 11:59", []string{"Nothing is recorded in SIT B yet"}},
		{tom, "/env show SIT B", []string{"Helix: 1.2.0.0 since 09:00 GMT, told by Elle Ford"}},
		{ben, "/env status SIT B helix degraded The queue is slow", []string{"Helix in SIT B is degraded since 09:00 GMT: The queue is slow."}},
		{tom, "/env status", []string{"SIT A. Nothing is recorded in it yet.", "SIT B. Trouble with one system; 1 system installed.\n• Helix: degraded since 09:00 GMT, says Ben Achterberg: The queue is slow"}},
		{tom, "/env list", []string{"SIT B · Migration", "1 system installed, 1 degraded"}},
		{ben, "/env restore SIT B helix", []string{"Helix in SIT B is available since 09:00 GMT."}},
		{tom, "/env status SIT B", []string{"SIT B. Nobody reported trouble; 1 system installed."}},
		{tom, "/env status", []string{"SIT B. Nobody reported trouble"}},
		{tom, "/env history SIT B", []string{"Fri 20 Nov 2026 09:00 GMT: Helix 1.2.0.0", "Helix degraded: The queue is slow (Ben Achterberg)", "Helix 1.0.0.0, recorded Fri 20 Nov 2026 09:00 GMT: by hand"}},
		{tom, "/env history UIT", []string{"Nothing was told of it yet."}},
		{eve, "/env record SIT B helix none", []string{"Helix in SIT B: taken out"}},
		// What is refused.
		{ben, "/env record SIT B helix 1.3.0.0", []string{"is told by the programme&#39;s environment managers"}},
		{eve, "/env record SIT B dsp 1.0.0.0", []string{"belongs to DCC, which does not share SIT B"}},
		{eve, "/env record SIT B helix", []string{"version"}},
		{eve, "/env record SIT B helx 1.0.0.0", []string{"Did you mean helix?"}},
		{eve, "/env record SIT B helix 1.0.0.0 at 2026-13-01 10:00", []string{"The time was not understood."}},
		{eve, "/env record SIT B helix 1.0.0.0 at", []string{"Nothing stands behind"}},
		{eve, "/env record SIT C helix 1.0.0.0", []string{"Did you mean `/env record SIT A`?"}},
		{eve, "/env status SIT B helix broken so", []string{"“broken” is not a status."}},
		{eve, "/env status SIT B helix down", []string{"Say why"}},
		{eve, "/env status SIT B helix", []string{"Write available, degraded, down or window"}},
		{tom, "/env status SIT B helix down so", []string{"Tell Eve Lindqvist or Elle Ford what you see."}},
		{tom, "/env show", []string{"Which environment? None was named."}},
		{tom, "/env show SIT A tomorrow", []string{"“tomorrow” was not understood"}},
		{tom, "/env show SIT A at tomorrow", []string{"The time was not understood."}},
		{tom, "/env book", []string{"Environments are booked by"}},
		{tom, "/env baseline SIT B", []string{"It is fixed by the programme"}},
		{eve, "/env baseline UIT", []string{"Nothing is recorded in UIT yet."}},
		{eve, "/env cancel", []string{"Its number is missing."}},
		{eve, "/env cancel 9 so", []string{"There is no booking 9."}},
	} {
		got := o.command(step.user, step.text)
		for _, part := range step.parts {
			part = strings.ReplaceAll(part, "&#39;", "'")
			if !strings.Contains(got, part) {
				t.Errorf("%s: %q is missing in:\n%s", step.text, part, got)
			}
		}
	}
}

// R27, R48, T19: what is done in forms, with every mistake at its field.
func TestEnvironmentForms(t *testing.T) {
	o := onSite(t)
	o.raised() // 72 hours ahead in SIT A and UIT
	submit := func(user, refusedAt string, fields map[string]map[string]any) {
		t.Helper()
		r, err := o.box.Submit(t.Context(), user, fields)
		o.must(err)
		if _, at := r.Errors[refusedAt]; r.OK() != (refusedAt == "") || !r.OK() && !at {
			t.Fatalf("answered %+v; want a mistake at %q", r, refusedAt)
		}
	}
	when := func(hour int) map[string]any { return in(int(start.Add(time.Duration(hour) * time.Hour).Unix())) }
	booking := func(environment, kind, phase string, from, to int) map[string]map[string]any {
		fields := map[string]map[string]any{
			release.FieldEnvironment: in(environment), release.FieldKind: in(kind), release.FieldFrom: when(from), release.FieldTo: when(to), release.FieldReason: in("As planned"),
		}
		if phase != "" {
			fields[release.FieldPhase] = in(phase)
		}
		return fields
	}
	o.command(eve, "/env record")
	submit(eve, fieldVersion, map[string]map[string]any{release.FieldEnvironment: in("sit-b"), blockSystem: in("helix"), fieldVersion: in("1.0")})
	submit(eve, "", map[string]map[string]any{release.FieldEnvironment: in("sit-b"), blockSystem: in("helix"), fieldVersion: in("1.0.0.0"), blockBuild: in("4711")})
	o.command(eve, "/env baseline SIT B")
	submit(eve, release.FieldConfiguration, map[string]map[string]any{release.FieldConfiguration: in("schema"), release.FieldRemark: in("Before migration")})
	submit(eve, "", map[string]map[string]any{release.FieldConfiguration: in("schema = 14")})
	wants(t, o.command(tom, "/env show SIT B"), "1.0.0.0 (build 4711)", "Before migration", "No drift", "schema: 14")
	wants(t, o.command(elle, "/env record SIT B helix 1.1.0.0"), "Drift from the baseline:", "Helix: 1.1.0.0 instead of 1.0.0.0")
	wants(t, o.command(tom, "/env list"), "1 difference from the baseline")

	o.command(eve, "/env book SIT B")
	submit(eve, "", booking("sit-b", "phase", "SIT Migration", 10, 20))
	o.command(eve, "/env book SIT B")
	submit(eve, release.FieldFrom, booking("sit-b", "phase", "SIT Operational", 19, 25))
	submit(eve, "", booking("sit-b", "phase", "SIT Operational", 20, 25))
	o.command(eve, "/env book SIT B")
	submit(eve, release.FieldPhase, booking("sit-a", "phase", "SIT Migration", 10, 20))
	o.command(rachel, "/env freeze SIT A")
	submit(rachel, "", booking("sit-a", "freeze", "", 70, 80))
	wants(t, o.command(tom, "/env show SIT A"), "Freeze, Mon 23 Nov 2026 07:00 to 17:00 GMT, booking 3 by Rachel Moss: As planned")
	o.work()
	wants(t, o.last(elle, o.box.DM(elle)).Text, "Frozen: SIT A, Mon 23 Nov 2026 07:00 to 17:00 GMT", "RFC-1")
	wants(t, threadOf(o), "Frozen: SIT A", "whatever was approved")
	o.command(rachel, "/env cancel 3")
	submit(rachel, "", map[string]map[string]any{release.FieldReason: in("The audit is over")})
	o.work()
	wants(t, threadOf(o), "Freeze lifted", "The audit is over")
	wants(t, o.command(rachel, "/env cancel 3 again"), "It was cancelled before")
	wants(t, o.command(rachel, "/env cancel 1 so"), "Ask Eve Lindqvist.")
}

func threadOf(o *office) string {
	var thread string
	for _, m := range o.box.Messages(board, rachel) {
		if m.ThreadTS != "" {
			thread += m.Text + "\n"
		}
	}
	return thread
}

// Whatever is told of environments fits into Slack's limits and parses nothing.
func TestEnvironmentLimits(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.Banner = "REHEARSAL" })
	checks(t, 6)
	rapid.Check(t, func(t *rapid.T) {
		v := sitB()
		text := func(n int) string { return "x" + hostile(n-1).Draw(t, "text") }
		v.Environment.Name, v.Environment.Purpose = text(60), text(200)
		for i := range 60 {
			s := release.System{ID: release.SystemID("s" + itoa(i)), Name: text(60), Party: "elexon"}
			v.Programme.Systems = append(v.Programme.Systems, s)
			v.Installed = append(v.Installed, release.Installation{Environment: "sit-b", System: s.ID, Version: release.Version{Major: 999999, Minor: 1}, Build: strings.Repeat("b", 40), By: "eve", At: start, RecordedAt: start, Note: text(300)})
			v.Statuses = append(v.Statuses, release.StatusReport{Environment: "sit-b", System: s.ID, Status: release.SystemDown, Reason: text(300), At: start, By: "eve"})
			v.Baseline.Versions = append(v.Baseline.Versions, release.BaselineVersion{System: s.ID, Version: release.Version{Major: 2}})
			b := v.Bookings[i%2]
			b.Why, b.Phase, b.CancelledAt, b.CancelledWhy = text(release.MaxText), text(60), start, text(release.MaxText)
			v.Bookings = append(v.Bookings, b)
			r := v.Next[0]
			r.Content.Title = text(release.MaxTitle)
			v.Next = append(v.Next, r)
		}
		v.Baseline.Note = text(release.MaxText)
		for range release.MaxConfiguration {
			v.Baseline.Items = append(v.Baseline.Items, release.ConfigurationItem{Name: text(release.MaxItemName), Value: text(release.MaxItemValue)})
		}
		c := Call{Command: "/env", By: v.Programme.People[2], Programme: v.Programme, now: start}
		views := []release.EnvironmentView{v, v, v, v, v, v, v, v}
		past := release.EnvironmentPast{Programme: v.Programme, Installations: v.Installed, Statuses: v.Statuses, Baselines: []release.Baseline{*v.Baseline}, Bookings: v.Bookings}
		e := release.Event{Kind: release.NoticeFreeze, At: start, By: "rachel", RFC: v.Next[0], Booking: &v.Bookings[1]}
		for what, p := range map[string]*page{
			"list": o.bot.environmentsPage(views), "show": o.bot.environmentPage(v, false), "then": o.bot.environmentPage(v, true),
			"status": o.bot.statusesPage(views), "history": o.bot.historyPage(v.Environment, past),
			"freeze": noticePage(release.Notice{Road: release.ByDirect, Event: e}, v.Programme, "REHEARSAL"),
		} {
			harmless(t, what, p)
			if total := textTogether(p.blocks); total > 10_000 || len(p.blocks) > 50 {
				t.Fatalf("%s has %d characters in %d blocks", what, total, len(p.blocks))
			}
			if _, _, err := o.poster.cfg.Slack.PostMessage(board, options(p.fallback(), p.blocks, what)...); err != nil {
				t.Fatalf("%s: %v", what, wrapSlack("post", err))
			}
		}
		for what, form := range map[string]*view{
			"record": o.bot.recordForm(c), "baseline": o.bot.baselineForm(v), "book": o.bot.bookingForm(c, release.Booking{}),
		} {
			if _, err := o.box.Command(t.Context(), rachel, board, "/rfc raise"); err != nil {
				t.Fatal(err)
			}
			top, _ := o.box.OpenView(rachel)
			if _, err := o.poster.cfg.Slack.UpdateView(form.ModalViewRequest, "", "", top.ID); err != nil {
				t.Fatalf("%s: %v", what, wrapSlack("update", err))
			}
		}
	})
}
