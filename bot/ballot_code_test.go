package bot

import (
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// strict asks in the votes on majors for a proof of who decides.
func strict(s release.StepUp) func(*release.Programme, *Config) {
	return func(p *release.Programme, _ *Config) {
		rules := p.Policy.Types[release.Major]
		rules.StepUp = s
		p.Policy.Types[release.Major] = rules
	}
}

// code returns what the newest mail with a code says.
func (o *office) code(who release.PersonID) string {
	o.t.Helper()
	notices := o.store.snapshot().notices
	n := notices[len(notices)-1]
	if n.Event.Kind != release.NoticeCode || n.To != who {
		o.t.Fatalf("the newest notice is %+v", n)
	}
	_, code, err := o.desk.ArmPass(o.t.Context(), n.Event.Pass)
	o.must(err)
	return code
}

// submitCode submits a code and returns what is wrong with it.
func (o *office) submitCode(user, code string) string {
	o.t.Helper()
	r, err := o.box.Submit(o.t.Context(), user, map[string]map[string]any{release.FieldCode: in(code)})
	o.must(err)
	o.settle()
	return r.Errors[release.FieldCode]
}

// M17: where the policy asks for it a press counts nothing: it shows what is about
// to be decided and on what, and the code that is mailed for exactly that makes it a
// vote, once.
func TestVoteTakesACode(t *testing.T) {
	o := open(t, strict(release.StepUpVotes))
	o.raised()
	digest := o.store.snapshot().ballots[1].Digest
	o.press(tom, "rfc.vote.go")
	v, _ := o.box.OpenView(tom)
	wants(t, string(v.Blocks), "Go", "on RFC-1: Raise the settlement timeout", "Test Manager, System Integrator", digest, "Nothing is counted yet", "tom@")
	if n := len(o.store.snapshot().ballots[1].Votes); n != 0 {
		t.Fatalf("%d votes were counted by a press", n)
	}
	code := o.code("tom")
	wrong := "000000"
	if code == wrong {
		wrong = "000001"
	}
	wants(t, o.submitCode(tom, wrong), "That is not the code that was mailed for this decision.", "4 times more")
	if why := o.submitCode(tom, " "+code[:3]+" "+code[3:]); why != "" {
		t.Fatalf("refused: %s", why)
	}
	wants(t, o.last(tom, board).Text, "Recorded: Go on RFC-1")
	votes := o.store.snapshot().ballots[1].Votes
	if len(votes) != 1 || votes[0].Road != release.VotedWithCode || votes[0].Person != "tom" {
		t.Errorf("kept %+v", votes)
	}

	// A choice with words asks for these first, then for the code, in one window.
	o.press(eve, "rfc.vote.no-go")
	r, err := o.box.Submit(t.Context(), eve, map[string]map[string]any{release.FieldReason: in("The <data> load *runs*.")})
	o.must(err)
	if r.Action != "update" || len(o.store.snapshot().ballots[1].Votes) != 1 {
		t.Fatalf("answered %+v", r)
	}
	v, _ = o.box.OpenView(eve)
	wants(t, string(v.Blocks), "No-Go", "In your words", "data", "load")
	wants(t, o.submitCode(eve, code), "not mailed yet") // and his is not hers
	if why := o.submitCode(eve, o.code("eve")); why != "" {
		t.Fatalf("refused: %s", why)
	}
	if votes = o.store.snapshot().ballots[1].Votes; len(votes) != 2 || votes[1].Words != "The <data> load *runs*." {
		t.Errorf("kept %+v", votes)
	}
}

// M17: a code that came too late, or was used, changes nothing and says what to do.
func TestCodeTooLate(t *testing.T) {
	o := open(t, strict(release.StepUpVotes))
	o.raised()
	o.press(tom, "rfc.vote.go")
	code := o.code("tom")
	o.must(o.clock.MoveTo(t.Context(), start.Add(11*time.Minute)))
	o.submitCode(tom, code)
	v, _ := o.box.OpenView(tom)
	wants(t, string(v.Blocks), "This code does not work any more.", "good for 10 minutes", "Say again what you decide")
	if n := len(o.store.snapshot().ballots[1].Votes); n != 0 {
		t.Errorf("%d votes", n)
	}
}

// M17: the chair's override of a No-Go takes a code where the policy says so; votes
// then do not.
func TestOverrideTakesACode(t *testing.T) {
	o := open(t, strict(release.StepUpOverride))
	o.raised()
	for _, x := range []string{rachel, tom, eve} {
		o.press(x, "rfc.vote.go")
	}
	o.command(ben, "/rfc vote 1 no-go: the data load is not done")
	o.must(o.clock.MoveTo(t.Context(), start.Add(time.Hour)))
	o.press(rachel, "gonogo.close")
	r, err := o.box.Submit(t.Context(), rachel, map[string]map[string]any{blockChoice: in(overrideIt), release.FieldReason: in("Settled by phone.")})
	o.must(err)
	v, _ := o.box.OpenView(rachel)
	if r.Action != "update" || o.store.snapshot().ballots[1].State != release.BallotOpen {
		t.Fatalf("answered %+v", r)
	}
	wants(t, string(v.Blocks), "Override of the No-Go", "Settled by phone.")
	if why := o.submitCode(rachel, o.code("rachel")); why != "" {
		t.Fatalf("refused: %s", why)
	}
	v, _ = o.box.OpenView(rachel)
	wants(t, string(v.Blocks), "is closed: Go")
	if b := o.store.snapshot().ballots[1]; b.OverrideReason != "Settled by phone." || b.Outcome != release.OutcomeGo {
		t.Errorf("kept %+v", b)
	}
	entries := o.store.snapshot().entries
	found := false
	for _, e := range entries {
		if data, ok := e.Data.(map[string]any); ok && e.Kind == release.BallotDecided {
			found = data["road"] == release.VotedWithCode
		}
	}
	if !found {
		t.Error("the ledger does not say how the override was proved")
	}
	if strings.Contains(o.log.String(), "level=ERROR") {
		t.Error(o.log.String())
	}
}
