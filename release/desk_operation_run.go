package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// OperationGround is what decides whether an operation may start.
type OperationGround struct {
	Ballots    []Ballot // of its RFC, the newest first
	Conditions []Condition
	Bookings   []Booking   // over what is left of the window
	Running    []Operation // in the same environment
	Rollouts   []Rollout   // deployments under way in it
}

// Blockers returns what keeps an operation from starting now: an RFC without a
// fresh Go or with an unmet condition, a window that is not now, a freeze or a
// phase that has the environment to itself (T19), and another operation or a
// deployment of the same systems, unless it only reads.
func (v OperationView) Blockers(g OperationGround, now time.Time) []Blocker {
	o, p := v.Operation, v.Programme
	var blockers []Blocker
	add := func(key, what, act, label string) {
		blockers = append(blockers, Blocker{Key: key, What: what, Role: EnvironmentManager, People: p.environmentManagers(), Act: act, Label: label})
	}
	if v.RFC.Number != 0 {
		blockers = v.undecided(g)
	}
	w := v.Window()
	switch {
	case now.Before(w.From):
		add("window", "Its window has not begun: "+w.String()+".", "", "")
	case !now.Before(w.To):
		add("window", "Its window is over: "+w.String()+".", "", "")
	}
	if e, ok := p.Environment(o.Content.Environment); ok && !o.Content.quiet() {
		for _, b := range bookingBlockers(p, e, w, g.Bookings, now) {
			b.Role, b.People = EnvironmentManager, p.environmentManagers()
			blockers = append(blockers, b)
		}
	}
	for _, x := range g.Running {
		if x.ID != o.ID && slices.ContainsFunc(x.Content.Systems, func(id SystemID) bool { return slices.Contains(o.Content.Systems, id) }) {
			add(x.Subject(), "The "+x.Content.Title(p)+" runs (operation "+fmt.Sprint(x.ID)+").", "", "")
		}
	}
	for _, x := range g.Rollouts {
		if !o.Content.quiet() && slices.Contains(o.Content.Systems, x.System) {
			add(x.Subject(), capital(x.Name())+" is under way there.", "/release deploy "+ReleaseName(x.Release), "Show it")
		}
	}
	return blockers
}

// undecided tells what is missing of the board's Go on the operation's RFC (M3).
func (v OperationView) undecided(g OperationGround) []Blocker {
	r := v.RFC
	b := Blocker{Key: string(CheckGo), Role: ReleaseManager, People: ids(v.Programme.HoldersAmong(ReleaseManager, ProgrammeParty))}
	gone, _ := find(g.Ballots, func(b Ballot) bool { return b.Purpose == Deployment })
	governs := slices.Contains(r.Content.Environments, v.Operation.Content.Environment) && slices.Contains(v.Operation.Content.Systems, r.Content.System)
	switch {
	case r.State == Draft:
		b.What, b.Act, b.Label = r.Name()+" is a draft: complete and raise it first.", fmt.Sprintf("/rfc edit %d", r.Number), "Raise the RFC"
	case r.State != Go:
		b.What = r.Name() + " is " + r.State.String() + ", and the operation needs its Go."
	case gone.Outcome != OutcomeGo || gone.Digest != DossierOf(r.Content, nil, nil, nil).For(Deployment).Digest():
		b.What = "The Go on " + r.Name() + " was given for something else: what was decided on has changed since."
	case !governs:
		b.What = r.Name() + " no longer names the environment and the system of this operation."
	default:
		return conditionBlockers(v.Programme, g.Conditions)
	}
	return []Blocker{b}
}

func conditionBlockers(p *Programme, conditions []Condition) []Blocker {
	var blockers []Blocker
	for _, c := range conditions {
		if !c.Met() {
			blockers = append(blockers, Blocker{
				Key: fmt.Sprintf("condition/%d", c.ID), What: "A condition of the Go is open: " + fullStop(Clip(c.Words, 200)), Role: ReleaseManager,
				People: p.orManagers(c.Owner), Act: fmt.Sprintf("/rfc met %d", c.RFC), Label: "Show it met",
			})
		}
	}
	return blockers
}

// StartOperation says that an operation begins now.
func (d *Desk) StartOperation(ctx context.Context, in Intent, id int64) (OperationView, error) {
	var started OperationView
	err := d.act(ctx, in, func(a *act) error {
		const what = "The operation was not started."
		v, err := a.operation(what, id)
		if err != nil {
			return err
		}
		if v.Operation.Over() || v.Operation.State == OperationRunning {
			return notInState(what, v.Operation)
		}
		if _, err := a.environment(what, v.Operation.Content.Environment); err != nil {
			return err
		}
		g, err := a.operationGround(v)
		if err != nil {
			return err
		}
		if blockers := v.Blockers(g, a.now); len(blockers) > 0 {
			return blocked(what, blockers, "Settle this first.")
		}
		v.Operation.State, v.Operation.StartedAt, v.Operation.StartedBy = OperationRunning, a.now, a.by.ID
		v.Operation.EndedAt, v.Operation.EndedBy, v.Operation.Words = time.Time{}, "", "" // a second try
		started = v
		if err := a.saveOperation(OperationStarted, v, map[string]any{}); err != nil {
			return err
		}
		e := Event{Kind: NoticeOperationStarted, At: a.now, By: a.by.ID, RFC: v.RFC, Operation: &v.Operation}
		return a.promise(inThread(fmt.Sprintf("%s/started/%d", v.Operation.Subject(), a.now.UnixMicro()), e))
	})
	return started, err
}

func (a *act) operationGround(v OperationView) (OperationGround, error) {
	var g OperationGround
	var err error
	w := v.Window()
	if v.RFC.Number != 0 {
		if g.Ballots, err = a.BallotsOf(v.RFC.Number); err != nil {
			return g, fmt.Errorf("load the ballots of %s: %w", v.RFC.Name(), err)
		}
		if g.Conditions, err = a.ConditionsOf(v.RFC.Number); err != nil {
			return g, fmt.Errorf("load the conditions of %s: %w", v.RFC.Name(), err)
		}
	}
	environment := v.Operation.Content.Environment
	if g.Bookings, err = a.FindBookings(BookingFilter{Environment: environment, From: latest(a.now, w.From), To: w.To}); err != nil {
		return g, fmt.Errorf("load the bookings of %s: %w", environment, err)
	}
	all, err := a.FindOperations(OperationFilter{Environment: environment, Under: true})
	if err != nil {
		return g, fmt.Errorf("load the operations in %s: %w", environment, err)
	}
	g.Running = slices.DeleteFunc(all, func(o Operation) bool { return o.State != OperationRunning })
	runs, err := a.FindRollouts(RolloutFilter{Mode: LiveRollout, Under: true})
	if err != nil {
		return g, fmt.Errorf("load the deployments under way: %w", err)
	}
	g.Rollouts = slices.DeleteFunc(runs, func(r Rollout) bool { return !slices.Contains(r.Environments, environment) })
	return g, nil
}

// OperationEnd is how an operation ended.
type OperationEnd struct {
	Failed bool
	Words  string
	// Versions say what is in the environment now, one for each system of an
	// operation that replaces versions; the zero version was taken out.
	Versions []BaselineVersion
}

// EndOperation says that an operation is done, or that it failed. One that
// replaces versions says what is there now: the facts are kept, and a refresh
// fixes them as the environment's new baseline (R45, R48). An RFC that governs it
// closes with it, or needs a new window and a fresh Go (T8).
func (d *Desk) EndOperation(ctx context.Context, in Intent, id int64, end OperationEnd) (OperationView, error) {
	var ended OperationView
	err := d.act(ctx, in, func(a *act) error {
		const what = "The end of the operation was not kept."
		v, err := a.operation(what, id)
		if err != nil {
			return err
		}
		if v.Operation.State != OperationRunning {
			return notInState(what, v.Operation)
		}
		end.Words = strings.TrimSpace(end.Words)
		if err := v.Operation.checkEnd(what, end, a.programme); err != nil {
			return err
		}
		v.Operation.State, v.Operation.EndedAt, v.Operation.EndedBy = OperationDone, a.now, a.by.ID
		v.Operation.Words, v.Operation.Versions = end.Words, end.Versions
		if end.Failed {
			v.Operation.State = OperationFailed
		}
		if err := a.saveOperation(OperationEnded, v, map[string]any{"state": v.Operation.State, "words": end.Words, "versions": end.Versions}); err != nil {
			return err
		}
		if v.RFC.State, err = a.leave(v); err != nil {
			return err
		}
		ended = v
		return a.announceOperation("ended", NoticeOperationEnded, v)
	})
	return ended, err
}
