package bot

import (
	"cmp"
	"maps"
	"slices"
	"testing"
	"time"

	"gonogo.dev/release"
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// filled are the fields of the RFC's form as a person fills them in.
func filled() map[string]map[string]any {
	c := content()
	in := func(v any) map[string]any { return map[string]any{"in": v} }
	return map[string]map[string]any{
		release.FieldTitle: in(c.Title), release.FieldSystem: in("helix"), release.FieldRelease: in("R2"), release.FieldType: in("major"),
		release.FieldEnvironments: in([]string{"sit-a", "uit"}), release.FieldKind: in("change-request"), release.FieldReferences: in("CR-031, DEF-1187"),
		release.FieldReason: in(c.Reason), release.FieldImpact: in(c.Impact), release.FieldLikelihood: in("2"), release.FieldConsequence: in("4"),
		release.FieldRisk: in(c.Risk.Sentence), release.FieldFrom: in(stamp(c.Window.From)), release.FieldTo: in(stamp(c.Window.To)),
		release.FieldDisruption: in("server-down"),
	}
}

// The main job by hand (issue 2): raise, card, votes, approval, Go/No-Go, Go.
func TestStory(t *testing.T) {
	o := open(t)
	o.command(elle, "/rfc raise")
	r, err := o.box.Submit(t.Context(), elle, filled())
	o.must(err)
	if !r.OK() || r.Action != "update" {
		t.Fatalf("submit: %+v\n%s", r, o.log)
	}
	o.work()
	card := o.box.Messages(board, tom)[0]
	wants(t, card.Text, "RFC-1: Raise the settlement timeout", "Raised, approval vote open", "Helix of Elexon", "CR-031, DEF-1187", "SIT A, UIT",
		"server down", "0 of 4 seats heard", "Not heard: Release Manager, System Integrator; Test Manager, System Integrator")

	o.press(tom, "rfc.vote.go")
	wants(t, o.last(tom, board).Text, "Recorded: Go on RFC-1, RFC approval, for the seat Test Manager, System Integrator", "You can change it until")
	if !o.last(tom, board).Ephemeral {
		t.Error("the answer to a vote is for the voter alone")
	}
	o.press(eve, "rfc.vote.no-go")
	if _, open := o.box.OpenView(eve); !open {
		t.Fatalf("a No-Go asks for its reason\n%s", o.log)
	}
	r, err = o.box.Submit(t.Context(), eve, map[string]map[string]any{release.FieldReason: {"in": "The data load is not done."}})
	o.must(err)
	if !r.OK() {
		t.Fatalf("No-Go with a reason: %+v", r)
	}
	wants(t, o.command(rachel, "/rfc vote 1 go with conditions: after the data load"), "Recorded: Go with conditions", "after the data load")
	wants(t, o.command(eve, "/rfc vote RFC-1 go"), "Recorded: Go on RFC-1")
	o.press(ben, "rfc.vote.abstain")
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	wants(t, o.command(rachel, "/gonogo close 1"), "is closed: Go")
	o.work()
	wants(t, o.box.Messages(board, tom)[0].Text, "Approved", "1 of 1 still open", "after the data load")

	wants(t, o.command(rachel, "/gonogo open r2 4h"), "The Deployment Go/No-Go on RFC-1 is open")
	o.work()
	for _, x := range []string{tom, eve, rachel, ben} {
		o.press(x, "gonogo.vote.go")
	}
	_, err = o.desk.Tick(t.Context())
	o.must(err)
	o.must(o.clock.MoveTo(t.Context(), start.Add(2*time.Hour)))
	_, err = o.desk.Tick(t.Context())
	o.must(err)
	o.work()
	if got := o.store.snapshot().rfcs[1].State; got != release.Go {
		t.Fatalf("the RFC is %s", got)
	}
	wants(t, o.box.Messages(board, tom)[0].Text, "Go. Raised by Elle Ford")
}
