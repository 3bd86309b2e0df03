package bot

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// What people read in Slack of a communication and of every correction is what it was
// when somebody last looked at it, and what others wrote stays text in it (R44, R107).
func TestCommunicationNotices(t *testing.T) {
	s := story(release.Go)
	r := standingAt(release.Informing).Release
	known := release.Told{
		Window: s.RFC.Content.Window, RFC: s.RFC.Number, Environments: []release.EnvironmentID{"uit"}, Disruption: release.DatabaseFrozen,
		Downtime: 90, Impact: "Nobody <!channel> notices *anything*.",
	}
	known.Window.From, known.Window.To = known.Window.From.Add(-24*time.Hour), known.Window.To.Add(-24*time.Hour)
	note := release.SubmittedNote{Version: 1, Note: release.ReleaseNote{Downtime: 120, Outstanding: []release.NotedDefect{
		{ID: "DEF-9", Severity: "high", Summary: "Reads <!here> arrive\ntwice.", Workaround: "Send *once*."},
	}}}
	for name, x := range map[string]struct {
		kind   release.CommunicationKind
		road   release.Road
		change func(r *release.Release, rfc *release.RFC, told *release.Told)
	}{
		"known_issues": {release.KnownIssues, release.ByDirect, nil},
		"impact":       {release.ImpactNotice, release.ByChannel, nil},
		"corrected":    {release.CorrectionNotice, release.ByDirect, nil},
		"corrected_window": {release.CorrectionNotice, release.ByChannel, func(_ *release.Release, _ *release.RFC, told *release.Told) {
			*told = release.Told{Window: told.Window}
		}},
		"abandoned": {release.CorrectionNotice, release.ByDirect, func(r *release.Release, rfc *release.RFC, _ *release.Told) {
			r.Stage, r.Ended, r.RFC, *rfc = release.Abandoned, "The <!everyone> change was dropped.", 0, release.RFC{}
		}},
		"put_off": {release.CorrectionNotice, release.ByChannel, func(r *release.Release, rfc *release.RFC, _ *release.Told) { r.RFC, *rfc = 0, release.RFC{} }},
		"again":   {release.CorrectionNotice, release.ByDirect, func(_ *release.Release, _ *release.RFC, told *release.Told) { *told = release.Told{Off: true} }},
	} {
		t.Run(name, func(t *testing.T) {
			r, rfc, told := r, s.RFC, known
			if x.change != nil {
				x.change(&r, &rfc, &told)
			}
			c := release.Communication{ID: 4, Release: r.Number, Kind: x.kind, Road: x.road, By: "rachel", Told: told, Confirm: x.road == release.ByDirect, Words: "Mind <@U1> the *gap*."}
			b := release.BriefingOf(c, r, rfc, []release.SubmittedNote{note})
			n := release.Notice{Road: x.road, To: "ben", Event: release.Event{Kind: release.NoticeCommunication, At: start, Release: &r, RFC: rfc, Communication: &b}}
			p := noticePage(n, programme(), "")
			goldenPage(t, "notice_communication_"+name, p)
			rapid.Check(t, func(r *rapid.T) { harmless(r, name, p) })
		})
	}
}
