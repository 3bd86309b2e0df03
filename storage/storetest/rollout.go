package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// fullRun is a run with every kind of value and a hostile text.
func fullRun(number int, text string) release.Rollout {
	step := release.StepRun{Section: release.Instructions, Number: 1, Began: noon, Ended: noon.Add(time.Minute), Result: release.StepFailed, By: "ann", Words: text, Minutes: 3}
	return release.Rollout{
		Release: number, RFC: 3, Mode: release.LiveRollout, System: "helix", Type: release.Major, Environments: []release.EnvironmentID{"sit-a"},
		Version: release.Version{Major: 1}, Build: 4, BuildName: "b", Note: 2, NoteDigest: "ab", Runbook: fullNote(text).Runbook,
		Window: release.Window{From: noon, To: noon.Add(time.Hour), Zone: "Europe/London"}, State: release.RolloutForward,
		Steps: []release.StepRun{step, {Section: release.Instructions, Number: 1, Began: noon.Add(2 * time.Minute)}},
		Log:   []release.LogLine{{Kind: release.LogIssue, At: noon, By: "ann", Section: release.Instructions, Number: 1, Words: text}},
		Set:   -1, Forecasts: []release.Forecast{{Section: release.Instructions, Set: -1, Number: 1, Runs: 2, Median: time.Minute}},
		Before:    []release.Stood{{Environment: "sit-a", Version: release.Version{Minor: 9}, Build: text}},
		Approvals: []release.DecidedBallot{{Ballot: 7, Purpose: release.Deployment, Outcome: release.OutcomeGo, Digest: "cd", At: noon}},
		Demanded:  noon, Told: []string{"start"}, StartedBy: "ann", StartedAt: noon,
	}
}

// testRollout shows that runs come back with the digest they had, are found by
// what they are, and are never deleted (R36, T36).
func testRollout(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Rollout(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a run that does not exist: %v", err)
		}
		if err := tx.SaveRollout(&release.Rollout{ID: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a run that does not exist: %v", err)
		}
		return tx.AddRelease(&r)
	})
	live := fullRun(r.Number, hostile[1])
	d.do(func(tx release.Tx) error { return tx.AddRollout(&live) })
	var practised []release.Rollout
	for _, mode := range []release.RolloutMode{release.RehearsalRollout, release.PaperRollout} {
		run := release.Rollout{Release: r.Number, Mode: mode, System: "helix", State: release.RolloutForward, Set: -1} // nil lists stay nil
		d.do(func(tx release.Tx) error { return tx.AddRollout(&run) })
		practised = append(practised, run)
	}
	digest := live.Digest()
	d.do(func(tx release.Tx) error {
		kept, err := tx.Rollout(live.ID, release.ExclusiveLock)
		same(t, "a run", live, kept)
		if kept.Digest() != digest || kept.Revision != 1 {
			t.Errorf("revision %d has the digest %s, want %s", kept.Revision, kept.Digest(), digest)
		}
		return err
	})
	practised[0].State = release.RolloutEnded
	d.do(func(tx release.Tx) error { return tx.SaveRollout(&practised[0]) })
	find := func(what string, f release.RolloutFilter, want ...release.Rollout) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindRollouts(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("all runs", release.RolloutFilter{}, practised[1], practised[0], live)
	find("the newest", release.RolloutFilter{System: "helix", Limit: 1}, practised[1])
	find("those under way", release.RolloutFilter{Release: r.Number, Under: true}, practised[1], live)
	find("those that are over", release.RolloutFilter{Over: true}, practised[0])
	find("deployments", release.RolloutFilter{Mode: release.LiveRollout}, live)
	find("another system's", release.RolloutFilter{System: "dip"})
	find("another release's", release.RolloutFilter{Release: r.Number + 1})
	d.do(func(tx release.Tx) error {
		due, err := tx.DueRollouts()
		same(t, "what the clock looks at", []int64{live.ID}, due)
		return err
	})
}

// testRolloutUnder shows that a release has one deployment under way, whoever
// starts it at once, and another only when that is over.
func testRolloutUnder(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	d.do(func(tx release.Tx) error { return tx.AddRelease(&r) })
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	start := func() error {
		run := fullRun(r.Number, "x")
		return d.Within(ctx, func(tx release.Tx) error { return tx.AddRollout(&run) })
	}
	if won := oneOf(t, 4, start, release.CodeState); won != 1 {
		t.Errorf("%d deployments of one release were started at once", won)
	}
	d.do(func(tx release.Tx) error {
		under, err := tx.FindRollouts(release.RolloutFilter{Under: true})
		if err != nil || len(under) != 1 {
			t.Errorf("under way: %d, %v", len(under), err)
			return err
		}
		under[0].State = release.RolloutBack
		return tx.SaveRollout(&under[0])
	})
	if err := start(); err != nil {
		t.Errorf("another deployment after a rollback: %v", err)
	}
}

// testRolloutPress shows that of several who press Done on one step at once, each
// on what they saw, exactly one changes the run (T23).
func testRolloutPress(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	r := planned(first)
	run := fullRun(1, "x")
	d.do(func(tx release.Tx) error {
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		run.Release = r.Number
		return tx.AddRollout(&run)
	})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	press := func() error {
		mine := run
		return d.Within(ctx, func(tx release.Tx) error {
			mine.State = release.RolloutSigning
			return tx.SaveRollout(&mine)
		})
	}
	if won := oneOf(t, 4, press, release.CodeStale); won != 1 {
		t.Errorf("%d of 4 presses on one step counted", won)
	}
	d.do(func(tx release.Tx) error {
		kept, err := tx.Rollout(run.ID, release.SharedLock)
		if kept.Revision != 2 || kept.State != release.RolloutSigning {
			t.Errorf("revision %d is %s", kept.Revision, kept.State)
		}
		return err
	})
}

// oneOf does something several times at once and returns how often it worked; the
// others must be refused with a code.
func oneOf(t *testing.T, several int, do func() error, code release.Code) int {
	t.Helper()
	done := make(chan error, several)
	for range several {
		go func() { done <- do() }()
	}
	won := 0
	for range several {
		err := <-done
		if err == nil {
			won++
		} else if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != code {
			t.Errorf("beside others: %v", err)
		}
	}
	return won
}
