package bot

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// Whoever is only informed chooses what of it and how often, with words or with a
// form; what they must act on cannot be switched off, and says why.
func TestNotify(t *testing.T) {
	o := open(t)
	wants(t, o.command(tom, "/rfc notify readiness off"), "Switched off: Readiness report.", "What you must act on always comes at once")
	wants(t, o.command(tom, "/rfc notify weekly"), "informed of: weekly.", "Switched off: Readiness report.")
	wants(t, o.command(tom, "/rfc notify duties off"), "Your choice of mail was not changed.", "a deadline would pass without you", "/gonogo delegate")
	wants(t, o.command(tom, "/rfc notify gossip off"), "“gossip” is no kind of mail.")
	if d := cmp.Diff([]release.Stream{release.StreamReadiness}, o.store.snapshot().unwanted["tom"]); d != "" {
		t.Errorf("switched off (-want +got):\n%s", d)
	}

	o.command(tom, "/rfc notify")
	v, shown := o.box.OpenView(tom)
	if !shown {
		t.Fatalf("no form was opened\n%s", o.log)
	}
	wants(t, string(v.Blocks), "Once a week, together", "Environments", "cannot be switched off")
	r, err := o.box.Submit(t.Context(), tom, map[string]map[string]any{
		blockCadence: {"in": "daily"}, blockStreams: {"in": []string{string(release.StreamReadiness), string(release.StreamDigest)}},
	})
	o.must(err)
	o.settle()
	if !r.OK() {
		t.Errorf("the form was refused: %+v", r)
	}
	now := o.store.snapshot()
	if c := now.cadences["tom"]; c != release.Daily || len(now.unwanted["tom"]) != len(release.Streams())-2 {
		t.Errorf("chosen %s, without %v", c, now.unwanted["tom"])
	}
}

// Each regular report is shown by its name; without one it is the readiness report.
func TestReportByName(t *testing.T) {
	o := open(t)
	for text, want := range map[string]string{
		"/release report": "Readiness report, as of now", "/release report agenda": "Agenda of the next board, as of now",
		"/release report EWG": "Pack of the working group, as of now", "/release report roadmap": "Release roadmap, as of now",
		"/release report digest": "Your digest, as of now", "/release report gossip": "Write readiness, agenda, ewg, roadmap or digest.",
	} {
		wants(t, o.command(tom, text), want)
	}
}
