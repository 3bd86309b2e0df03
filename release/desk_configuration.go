package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// doubt raises an issue where a fact told by hand contradicts what gonogo knew
// before it (R106, M9). Known is the newest fact of the place before this one.
func (a *act) doubt(told, known Installation) (*ConfigurationIssue, error) {
	allocated, err := a.allocated(told.System)
	if err != nil {
		return nil, err
	}
	d, contradicts := Contradiction(told, known, allocated)
	if !contradicts {
		return nil, nil //nolint:nilnil // no doubt is the ordinary answer
	}
	i := a.programme.issueOf(d, told, known, a.now)
	i.Source = fmt.Sprintf("installation/%d", told.ID)
	return a.raiseDoubt(i)
}

// allocated returns the versions ever given to releases of a system.
func (a *act) allocated(system SystemID) ([]Version, error) {
	versions, err := a.VersionsOf(system)
	if err != nil {
		return nil, fmt.Errorf("load the versions of %s: %w", system, err)
	}
	return versions, nil
}

// raiseDoubt keeps an issue, once, and tells whoever manages the environments and
// the provider's release managers; nil says that it was raised before.
func (a *act) raiseDoubt(i ConfigurationIssue) (*ConfigurationIssue, error) {
	added, err := a.AddConfigurationIssue(&i)
	if err != nil {
		return nil, fmt.Errorf("raise an issue on %s in %s: %w", i.System, i.Environment, err)
	}
	if !added {
		return nil, nil //nolint:nilnil // the same source told the same before
	}
	err = a.recordDoubt(ConfigurationDoubted, i, map[string]any{
		"environment": i.Environment, "system": i.System, "doubt": i.Doubt, "expected": i.Expected, "expected-build": i.ExpectedBuild,
		"release": i.ExpectedFrom, "told": i.Told, "told-build": i.ToldBuild, "source": i.Source, "teller": i.By, "owner": i.Owner, "due": i.Due,
	})
	if err != nil {
		return nil, err
	}
	return &i, a.tellDoubt("raised", NoticeDoubt, i)
}

func (a *act) recordDoubt(kind EntryKind, i ConfigurationIssue, data map[string]any) error {
	return a.enter(Entry{Kind: kind, Subject: i.Subject(), Release: i.ExpectedFrom, Data: data})
}

// ConfigurationAudience returns who is told of a configuration issue: the environment
// managers, and the release managers of the system's provider (R106).
func ConfigurationAudience(i ConfigurationIssue, p *Programme) []Recipient {
	a := audience{programme: p}
	a.add(DutyAct, i.Owner)
	a.add(DutyAct, p.environmentManagers()...)
	s, _ := p.System(i.System)
	a.add(DutyAct, ids(p.Holders(ReleaseManager, s.Party))...)
	if i.Doubt != DoubtNote {
		a.add(DutyAct, i.By)
	}
	return a.recipients
}

// tellDoubt tells an issue by mail and directly, never in the shared channel:
// what a provider told wrong is between it and who runs the environments (T34).
func (a *act) tellDoubt(happened string, kind NoticeKind, i ConfigurationIssue) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	e := Event{Kind: kind, At: a.now, By: a.by.ID, Doubt: &i}
	key := i.Subject() + "/" + happened
	to := ConfigurationAudience(i, a.programme)
	if err := a.promise(noticesFor(key, e, to, cadences)...); err != nil {
		return err
	}
	for _, r := range to {
		if x, _ := a.programme.Person(r.Person); len(x.Slack) == 0 || r.Person == a.by.ID {
			continue
		}
		if err := a.tell(key, e, r.Person); err != nil {
			return err
		}
	}
	return nil
}

// ResolveIssue says which version is there after all, and how that was found out
// (R106, M9). Where the record was wrong the right fact is added; the wrong one
// stays for everybody to see.
func (d *Desk) ResolveIssue(ctx context.Context, in Intent, id int64, truth Version, words string) (ConfigurationIssue, error) {
	var resolved ConfigurationIssue
	err := d.act(ctx, in, func(a *act) error {
		const what = "The issue stays open."
		i, err := a.ConfigurationIssue(id, ExclusiveLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, what, fmt.Sprintf("There is no configuration issue %d.", id), "`/env issues` lists them.")
		}
		if err != nil {
			return fmt.Errorf("load configuration issue %d: %w", id, err)
		}
		words = strings.TrimSpace(words)
		why := checkText(words, MaxSentence, "Say how it was found out which version is there.")
		switch {
		case !i.Open():
			return refuse(CodeState, what, "It was resolved before, by "+a.programme.NameOf(i.ResolvedBy)+": "+fullStop(i.Resolution), "Nothing is left to do.")
		case !a.programme.MayResolveDoubt(a.by):
			return refuse(CodeForbidden, what, "Issues are resolved by the programme's environment managers and release managers.", "Tell "+a.names(a.programme.orManagers(i.Owner))+" what you know.")
		case why != "":
			r := misfit(what, FieldResult, why)
			r.Next = fmt.Sprintf("`/env issue %d resolve %s the party looked again`", id, shownVersion(i.Expected, ""))
			return r
		}
		i.ResolvedAt, i.ResolvedBy, i.Truth, i.Resolution = a.now, a.by.ID, truth, words
		if err := a.SaveConfigurationIssue(i); err != nil {
			return fmt.Errorf("resolve configuration issue %d: %w", id, err)
		}
		if err := a.recordDoubt(ConfigurationResolved, i, map[string]any{"truth": truth, "words": words}); err != nil {
			return err
		}
		if err := a.correct(i); err != nil {
			return err
		}
		resolved = i
		return a.tellDoubt("resolved", NoticeDoubtResolved, i)
	})
	return resolved, err
}

// correct adds the fact that is true where the record says something else: from
// the instant of the wrong report if nothing was told since, else from now.
func (a *act) correct(i ConfigurationIssue) error {
	if err := a.LockEnvironment(i.Environment); err != nil {
		return err
	}
	all, err := a.InstalledAt(i.Environment, a.now)
	if err != nil {
		return fmt.Errorf("load what is in %s: %w", i.Environment, err)
	}
	now, _ := find(all, func(x Installation) bool { return x.System == i.System })
	if now.Version == i.Truth && (i.Doubt != DoubtBuild || now.Build == i.ExpectedBuild) {
		return nil
	}
	x := Installation{Environment: i.Environment, System: i.System, Version: i.Truth, At: a.now, Note: fmt.Sprintf("Issue %d: %s", i.ID, Clip(i.Resolution, 200))}
	if now.ID != 0 && i.Source == fmt.Sprintf("installation/%d", now.ID) {
		x.At = now.At
	}
	if i.Truth == i.Expected {
		x.Build, x.Release = i.ExpectedBuild, i.ExpectedFrom
	}
	_, err = a.keepInstallation(x)
	return err
}

// ConfigurationIssueView is an issue with the programme that names what it is about.
type ConfigurationIssueView struct {
	Programme *Programme
	Issues    []ConfigurationIssue
}

// ConfigurationIssues returns the issues a filter selects, the newest first.
func (d *Desk) ConfigurationIssues(ctx context.Context, f ConfigurationIssueFilter) (ConfigurationIssueView, error) {
	var v ConfigurationIssueView
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if v.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		v.Issues, err = tx.FindConfigurationIssues(f)
		return err
	})
	if _, refused := AsRefusal(err); err != nil && !refused {
		err = fmt.Errorf("load the configuration issues: %w", err)
	}
	return v, err
}

// issuesAgainst loads the open issues about a landing's system.
func issuesAgainst(tx Tx, p *Programme, l Landing) ([]Blocker, error) {
	issues, err := tx.FindConfigurationIssues(ConfigurationIssueFilter{System: l.System, Open: true})
	if err != nil {
		return nil, fmt.Errorf("load the configuration issues of %s: %w", l.System, err)
	}
	slices.Reverse(issues) // the oldest first
	return ConfigurationBlockers(p, l, issues), nil
}
