package release

import (
	"context"
	"fmt"
	"slices"
)

// notesLookedAt is how many of a system's newest deployed releases are asked for
// their notes.
const notesLookedAt = 5

// Reconcile holds the newest release note of each system that was deployed against
// what is recorded in the environments it went to, and raises an issue where they
// differ, once for each note (M9, R105). It may run as often as one likes, and
// returns how many issues it raised.
func (d *Desk) Reconcile(ctx context.Context) (int, error) {
	raised := 0
	err := d.clockwork(ctx, func(a *act) error {
		for _, s := range a.programme.Systems {
			if s.Retired {
				continue
			}
			n, err := a.reconcile(s)
			if err != nil {
				return err
			}
			raised += n
		}
		return nil
	})
	if _, refused := AsRefusal(err); refused {
		return 0, nil // no programme, nothing to hold against anything
	}
	if err != nil {
		return 0, fmt.Errorf("hold the release notes against the environments: %w", err)
	}
	return raised, nil
}

func (a *act) reconcile(s System) (int, error) {
	deployed, err := a.FindReleases(ReleaseFilter{System: s.ID, Stages: []Stage{Regression, Reviewing, ClosedStage}, Limit: notesLookedAt})
	if err != nil {
		return 0, fmt.Errorf("load the deployed releases of %s: %w", s.ID, err)
	}
	var newest SubmittedNote
	var of Release
	for _, r := range deployed {
		notes, err := a.NotesOf(r.Number)
		if err != nil {
			return 0, fmt.Errorf("load the notes of %s: %w", r.Name(), err)
		}
		for _, n := range notes[:min(len(notes), 1)] {
			if n.At.After(newest.At) {
				newest, of = n, r
			}
		}
	}
	raised := 0
	for _, id := range of.Content.Environments() {
		if e, ok := a.programme.Environment(id); !ok || e.Retired {
			continue
		}
		told, err := a.contradicted(s, id, of, newest)
		if err != nil {
			return raised, err
		}
		if told {
			raised++
		}
	}
	return raised, nil
}

// contradicted raises an issue where an environment has by hand what the newest
// note does not state. What a later deployment or an operation on the environment
// left, what is in doubt already, and what was resolved since the note is known.
func (a *act) contradicted(s System, id EnvironmentID, r Release, n SubmittedNote) (bool, error) {
	states, err := ParseVersion(n.Note.Version)
	if err != nil || states != r.Version {
		states = r.Version // the note was taken for this version, however it writes it
	}
	installed, err := a.InstalledAt(id, a.now)
	if err != nil {
		return false, fmt.Errorf("load what is in %s: %w", id, err)
	}
	known, _ := find(installed, func(x Installation) bool { return x.System == s.ID })
	if known.Version == states || known.Release != 0 {
		return false, nil
	}
	issues, err := a.FindConfigurationIssues(ConfigurationIssueFilter{Environment: id, System: s.ID})
	if err != nil {
		return false, fmt.Errorf("load the configuration issues of %s in %s: %w", s.ID, id, err)
	}
	if slices.ContainsFunc(issues, func(i ConfigurationIssue) bool {
		return i.Open() || (i.Truth == known.Version && i.ResolvedAt.After(n.At))
	}) {
		return false, nil
	}
	operations, err := a.FindOperations(OperationFilter{Environment: id})
	if err != nil {
		return false, fmt.Errorf("load the operations in %s: %w", id, err)
	}
	left := BaselineVersion{System: s.ID, Version: known.Version}
	if slices.ContainsFunc(operations, func(o Operation) bool { return o.EndedAt.After(n.At) && slices.Contains(o.Versions, left) }) {
		return false, nil
	}
	if err := a.LockEnvironment(id); err != nil {
		return false, err
	}
	told := Installation{Environment: id, System: s.ID, Version: states, By: n.By}
	i := a.programme.issueOf(DoubtNote, told, known, a.now)
	i.Source = fmt.Sprintf("note/%d/%d", n.Release, n.Version)
	added, err := a.raiseDoubt(i)
	return added != nil, err
}
