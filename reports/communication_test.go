package reports

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// plannedBoard is a programme with somebody of each of the eight columns of the RACI
// table, and the programme's management.
func plannedBoard() *release.Programme {
	p := board()
	p.Phases = []release.Phase{{Name: "SIT Functional", Environment: "sit-a"}, {Name: "UIT Qualification", Environment: "uit"}, {Name: "UIT E2E Sandbox", Environment: "uit"}}
	p.Environments[0].Parties = []release.PartyID{"si", "dip", "elexon", "stclements", "brightfell"}
	p.Parties = append(p.Parties, release.Party{ID: "sro", Name: "SRO Function", Kind: release.ProgrammeParty})
	p.People = append(p.People,
		someone("helen", "Helen Marchbanks", release.TMAGChair, "sro"), someone("hannah", "Hannah Whitlock", release.DeploymentTeam, "elexon"),
	)
	lucia := someone("lucia", "Lucia Romano", release.Representative, "northmere")
	lucia.Roles = append(lucia.Roles, release.Holding{Role: release.TestDefectManager, Party: "northmere"})
	lucia.Zone = "Europe/Rome"
	p.People = append(p.People, lucia)
	return p
}

// toldOf is what a line of a plan tells of the load shaping release.
func toldOf(kind release.CommunicationKind, change func(c *release.Communication, r *release.Release, rfc *release.RFC)) release.Event {
	window := release.Window{From: in(85), To: in(89), Zone: "Europe/London"}
	r := release.Release{
		Number: 7, Version: release.Version{Major: 1, Minor: 4}, Stage: release.Informing, RFC: 12, Programme: 3,
		Content: release.ReleaseContent{
			System: "load-shaping", Type: release.Major, Purpose: "Opens the last sandbox cycle with default load shapes.", Owner: "siobhan",
			Targets: []release.Target{{Environment: "sit-a", Window: window}, {Environment: "uit", Window: window}},
		},
	}
	rfc := goneRFC(window)
	when, _ := release.ParseMoment("2 working days before window-begin at 10:00")
	c := release.Communication{ID: 4, Release: 7, Kind: kind, When: when, Road: release.ByMail, By: "amara", Due: in(24)}
	notes := []release.SubmittedNote{{Release: 7, Version: 2, Note: loadShaping()}}
	if change != nil {
		change(&c, &r, &rfc)
	}
	if r.Stage == release.Building {
		notes, r.RFC, rfc = nil, 0, release.RFC{}
	}
	b := release.BriefingOf(c, r, rfc, notes)
	b.Readers, b.Asked = 23, 14
	return release.Event{Kind: release.NoticeCommunication, At: in(24), Release: &r, RFC: rfc, Communication: &b}
}

// goneRFC is the RFC of the release in a window, with its Go.
func goneRFC(w release.Window) release.RFC {
	rfc := change(12, release.Go, "Default load shapes for the sandbox cycle", w.From)
	rfc.Content.Window, rfc.Content.Release, rfc.Content.Type, rfc.Content.Disruption = w, "REL-7", release.Major, release.ServerDown
	rfc.Content.Impact = "Suppliers will see default curves for meters without history. Interfaces do not change."
	return rfc
}

// communications are a mail of each kind, and the impact in every view.
func communications() []scene {
	impact := toldOf(release.ImpactNotice, func(c *release.Communication, _ *release.Release, _ *release.RFC) { c.Confirm = true })
	var all []scene
	for _, to := range []struct{ view, id string }{
		{"release-manager", "amara"}, {"environments", "tomasz"}, {"testing", "priya"}, {"defects", "declan"}, {"development", "arjun"},
		{"deployment", "hannah"}, {"provider", "seun"}, {"participant", "olivia"}, {"management", "helen"}, {"several", "lucia"},
	} {
		all = append(all, scene{name: "impact-" + to.view, to: release.PersonID(to.id), duty: release.DutyAct, event: impact})
	}
	kind := func(name string, to release.PersonID, k release.CommunicationKind, change func(c *release.Communication, r *release.Release, rfc *release.RFC)) {
		all = append(all, scene{name: name, to: to, duty: release.DutyAct, event: toldOf(k, change)})
	}
	kind("first-notice", "olivia", release.FirstNotice, func(_ *release.Communication, r *release.Release, _ *release.RFC) {
		r.Stage, r.Content.Targets[0].Window, r.Content.Targets[1].Window = release.Building, release.Window{}, release.Window{}
		r.Content.Items = []release.Item{{Kind: release.ItemChangeRequest, ID: "CR-088", Title: "Default load shapes"}}
	})
	kind("known-issues", "declan", release.KnownIssues, nil)
	kind("what-to-test", "priya", release.TestScope, nil)
	kind("management-summary", "helen", release.ManagementSummary, nil)
	kind("instructions", "hannah", release.InstructionsNote, func(c *release.Communication, _ *release.Release, _ *release.RFC) {
		c.Subject, c.Words = "Tonight: how we deploy load shaping", "Please be on the bridge ten minutes early.\nThe door code is on the bridge’s page."
	})
	kind("go-decision", "seun", release.GoDecision, nil)
	kind("completion", "olivia", release.CompletionNotice, func(_ *release.Communication, r *release.Release, rfc *release.RFC) {
		r.Stage, rfc.State = release.Regression, release.Deployed
	})
	kind("not-completed", "tomasz", release.CompletionNotice, nil)
	kind("rollback", "olivia", release.RollbackNotice, func(_ *release.Communication, r *release.Release, rfc *release.RFC) {
		r.Stage, rfc.State = release.Preparing, release.RolledBack
	})
	kind("correction", "olivia", release.CorrectionNotice, func(c *release.Communication, _ *release.Release, _ *release.RFC) {
		c.Told.Window, c.When, c.Confirm = release.Window{From: in(61), To: in(65), Zone: "Europe/London"}, release.Moment{Cue: release.OnCorrection}, true
	})
	known := release.Told{
		Window: release.Window{From: in(85), To: in(89), Zone: "Europe/London"}, RFC: 12, Environments: []release.EnvironmentID{"sit-a"},
		Disruption: release.DatabaseFrozen, Downtime: 45, Impact: "Nobody notices anything.",
	}
	corrected := func(name string, to release.PersonID, change func(c *release.Communication, r *release.Release, rfc *release.RFC)) {
		kind("correction-"+name, to, release.CorrectionNotice, func(c *release.Communication, r *release.Release, rfc *release.RFC) {
			c.Told, c.When = known, release.Moment{Cue: release.OnCorrection}
			change(c, r, rfc)
		})
	}
	corrected("everything", "olivia", func(c *release.Communication, _ *release.Release, _ *release.RFC) {
		c.Told.Window.From, c.Told.Window.To = in(61), in(65)
	})
	corrected("impact", "seun", func(c *release.Communication, _ *release.Release, rfc *release.RFC) {
		c.Told.Environments, c.Told.Disruption, c.Told.Downtime = rfc.Content.Environments, rfc.Content.Disruption, 0
	})
	corrected("management", "helen", func(*release.Communication, *release.Release, *release.RFC) {})
	corrected("abandoned", "olivia", func(c *release.Communication, r *release.Release, rfc *release.RFC) {
		c.Confirm, r.Stage, r.Ended, r.RFC, *rfc = true, release.Abandoned, "The change request behind it was dropped by the programme.", 0, release.RFC{}
	})
	corrected("put-off", "helen", func(_ *release.Communication, r *release.Release, rfc *release.RFC) {
		r.Stage, r.RFC, *rfc = release.Preparing, 0, release.RFC{}
	})
	corrected("again", "olivia", func(c *release.Communication, _ *release.Release, rfc *release.RFC) {
		c.Told, rfc.State = release.Told{Off: true}, release.Approved
	})
	kind("late", "seun", release.ImpactNotice, func(c *release.Communication, _ *release.Release, _ *release.RFC) { c.Late, c.Due = true, in(20) })
	return all
}

// Every kind of communication, and the same one in each of the views, is what it was
// when somebody last looked at it (R44, M11).
func TestCommunicationGolden(t *testing.T) {
	l := letterhead(t)
	l.Links = release.NewLinks("https://gonogo.example", bytes.Repeat([]byte("k"), 32))
	post := NewPost(l, registry{plannedBoard()}, nil)
	for _, s := range communications() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			goldenMail(t, "communication-"+s.name, body)
			subject, out, err := post.Preview(t.Context(), s.notice())
			if err != nil || subject == "" || string(bytes.TrimSpace(sent(t, body))) != strings.TrimSpace(out.Text) {
				t.Errorf("the preview is not what is sent: %q, %v", subject, err)
			}
		})
	}
}

// sent is the plain text of a mail.
func sent(t *testing.T, body []byte) []byte {
	t.Helper()
	_, parts := read(t, body)
	return bytes.ReplaceAll([]byte(parts[0].Content), []byte("\r\n"), []byte("\n"))
}

// One release, many views (M11): each reader gets what their role is after, and
// nobody what is not theirs.
func TestEachViewHasItsOwn(t *testing.T) {
	post := NewPost(letterhead(t), registry{plannedBoard()}, nil)
	for _, s := range communications()[:10] {
		_, out, err := post.Preview(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		for section, views := range map[string]string{
			"What it means for": "release-manager environments testing defects development deployment provider participant several",
			"Known issues and":  "release-manager defects several", "What to test again": "testing",
			"What stands still": "environments", "How it is done": "release-manager deployment provider",
			"What it settles": "release-manager defects development several", "Who is told": "release-manager",
		} {
			view := strings.TrimPrefix(s.name, "impact-")
			if has, want := strings.Contains(out.Text, section), strings.Contains(" "+views+" ", " "+view+" "); has != want {
				t.Errorf("%s reads “%s”: %t, want %t", view, section, has, want)
			}
		}
		if helen := s.to == "helen"; helen && strings.Count(out.Text, "\n") > 40 {
			t.Errorf("management reads more than a paragraph:\n%s", out.Text)
		}
	}
}

// Whatever people and suppliers wrote stands in a communication as text alone.
func TestHostileCommunication(t *testing.T) {
	p := hostileProgramme()
	p.Phases = []release.Phase{{Name: hostile, Environment: "sit-a"}}
	post := NewPost(letterhead(t), registry{p}, nil)
	for _, kind := range append(release.CommunicationKinds(), release.CorrectionNotice) {
		for _, to := range []release.PersonID{"amara", "tomasz", "priya", "declan", "arjun", "seun", "olivia"} {
			e := toldOf(kind, func(c *release.Communication, r *release.Release, rfc *release.RFC) {
				c.Subject, c.Words, c.Confirm, c.Late = hostile, hostile, true, true
				c.Told = release.Told{Window: release.Window{From: in(1), To: in(2), Zone: "Europe/London"}, Environments: []release.EnvironmentID{hostile}, Impact: hostile + "!"}
				r.Content.Purpose = hostile
				*rfc = hostileRFC(*rfc)
			})
			b := e.Communication
			for i := range b.Known {
				b.Known[i] = release.NotedDefect{ID: hostile, Severity: "=cmd()", Summary: hostile, Workaround: hostile}
			}
			b.Fixed = append(b.Fixed, release.NotedDefect{ID: hostile, Summary: hostile})
			b.Changes = append(b.Changes, release.NotedChange{ID: hostile, Title: hostile, Summary: hostile})
			b.Steps = append(b.Steps, release.BriefedStep{Section: release.Instructions, Do: hostile, Who: hostile})
			n := release.Notice{Key: "communication/4/" + string(to), Road: release.ByMail, To: to, Duty: release.DutyAct, Event: e, Hold: release.Immediate, At: e.At}
			body, err := post.Render(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			checkWire(t, body)
			_, parts := read(t, body)
			if html := parts[1].Content; strings.Contains(html, "<script") || strings.Contains(html, "\u202e") {
				t.Errorf("%s to %s runs what somebody wrote", kind, to)
			}
		}
	}
}

// Whoever works elsewhere reads the window on their own clock.
func TestCommunicationZones(t *testing.T) {
	p := plannedBoard()
	lucia, _ := p.Person("lucia")
	e := toldOf(release.ImpactNotice, nil)
	tell := planTelling{Briefing: *e.Communication, programme: p, event: e, reader: lucia, views: p.ViewsOf(lucia)}
	if got, want := tell.when().Value, release.Span(in(85), in(89), mustZone(t, "Europe/Rome")); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
