package release

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Landscape returns what is known of an environment at an instant, or with the
// empty id of every one, in the order of the programme file, as a person may see it
// (R104, M9); the zero time is now. Of the past it says what was so then: neither
// operations nor what is to come.
func (d *Desk) Landscape(ctx context.Context, reader PersonID, id EnvironmentID, at time.Time) ([]EnvironmentView, error) {
	now := d.instant()
	past := !at.IsZero() && at.Before(now)
	if !past {
		at = now
	}
	views, err := d.environments(ctx, id, at)
	if err != nil {
		return nil, err
	}
	if len(views) == 0 && id != "" {
		return nil, refuse(CodeNotFound, "No environment was shown.", "“"+Clip(string(id), 40)+"” is not one.", "The page of environments shows them.")
	}
	err = d.store.Within(ctx, func(tx Tx) error {
		issues, err := tx.FindConfigurationIssues(ConfigurationIssueFilter{Environment: id, At: at})
		if err != nil {
			return err
		}
		for i, v := range views {
			views[i].Issues = inside(issues, v.Environment.ID, func(x ConfigurationIssue) EnvironmentID { return x.Environment })
		}
		if past || len(views) == 0 {
			return nil
		}
		return surround(tx, reader, views)
	})
	if err != nil {
		return nil, fmt.Errorf("load what is done in the environments: %w", err)
	}
	return views, nil
}

// surround adds what is under way in environments and what is to come.
func surround(tx Tx, reader PersonID, views []EnvironmentView) error {
	under, err := operationsFor(tx, views[0].Programme, reader, OperationFilter{Under: true})
	if err != nil {
		return err
	}
	coming, err := tx.FindRFCs(RFCFilter{States: comingStates()})
	if err != nil {
		return err
	}
	slices.SortStableFunc(coming, func(a, b RFC) int { return a.Content.Window.From.Compare(b.Content.Window.From) })
	for i := range views {
		v := &views[i]
		v.Operations = inside(under, v.Environment.ID, func(x OperationView) EnvironmentID { return x.Operation.Content.Environment })
		for _, r := range coming {
			if v.At.Before(r.Content.Window.To) && slices.Contains(r.Content.Environments, v.Environment.ID) {
				v.Next = append(v.Next, r)
			}
		}
	}
	return nil
}

// comingStates are those of RFCs that everybody knows and that may still be deployed.
func comingStates() []RFCState {
	return slices.DeleteFunc(RFCStates(), func(s RFCState) bool { return !s.Open() || s == Draft || s == Deployed })
}

// SystemPast is what was told of a system in an environment, a page of it.
type SystemPast struct {
	Programme   *Programme
	Environment Environment
	System      System
	At          time.Time
	Current     *SystemItems // what was installed at At, with its files; nil: nothing
	Status      StatusReport
	Fixed       Version  // what the baseline of At says; zero: nothing
	Baseline    Baseline // the zero Baseline: none is fixed
	Doubts      []ConfigurationIssue
	// Installations and Statuses are facts before Before, the newest first; More
	// says that there are older ones.
	Installations []Installation
	Statuses      []StatusReport
	Before        time.Time
	More          bool
}

// pastPage is how many facts a page of history has.
const pastPage = 50

// SystemHistory returns what was told of a system in an environment before an
// instant, a page of it, and what is so at another; zero instants are now (R103).
func (d *Desk) SystemHistory(ctx context.Context, id EnvironmentID, system SystemID, at, before time.Time) (SystemPast, error) {
	past := SystemPast{At: at, Before: before}
	if at.IsZero() {
		past.At = d.instant()
	}
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		var inProgramme, known bool
		past.Programme = p
		past.Environment, inProgramme = p.Environment(id)
		past.System, known = p.System(system)
		if !inProgramme || !known {
			return refuse(CodeNotFound, "No history was shown.", "There is no such system or environment.", "The page of versions shows them all.")
		}
		if err := past.current(tx); err != nil {
			return err
		}
		return past.page(tx)
	})
	if _, refused := AsRefusal(err); err != nil && !refused {
		err = fmt.Errorf("load the history of %s in %s: %w", system, id, err)
	}
	return past, err
}

// current loads how the system stands at the page's instant.
func (past *SystemPast) current(tx Tx) error {
	id, system := past.Environment.ID, past.System.ID
	installed, err := tx.InstalledAt(id, past.At)
	if err != nil {
		return err
	}
	if x, there := find(installed, func(x Installation) bool { return x.System == system }); there {
		items, err := itemsOf(tx, x)
		if err != nil {
			return err
		}
		past.Current = &items
	}
	reports, err := tx.StatusesAt(id, past.At)
	if err != nil {
		return err
	}
	past.Status = StatusOf(reports, id, system)
	baselines, err := tx.BaselinesAt(id, past.At)
	if err != nil {
		return err
	}
	for _, b := range baselines {
		past.Baseline = b
		v, _ := find(b.Versions, func(v BaselineVersion) bool { return v.System == system })
		past.Fixed = v.Version
	}
	past.Doubts, err = tx.FindConfigurationIssues(ConfigurationIssueFilter{Environment: id, System: system, At: past.At})
	return err
}

// page loads a page of facts.
func (past *SystemPast) page(tx Tx) error {
	f := FactFilter{Environment: past.Environment.ID, System: past.System.ID, To: past.Before, Limit: pastPage + 1}
	var err error
	if past.Installations, err = tx.Installations(f); err != nil {
		return err
	}
	if past.More = len(past.Installations) > pastPage; past.More {
		past.Installations = past.Installations[:pastPage]
	}
	f.Limit = pastPage
	past.Statuses, err = tx.Statuses(f)
	return err
}
