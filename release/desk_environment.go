package release

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// InstallationReport is what somebody tells of an installation.
type InstallationReport struct {
	Environment EnvironmentID
	System      SystemID
	Version     Version // the zero version: it was taken out
	Build       string
	At          time.Time // zero: now
	Note        string
}

// RecordInstallation keeps which version of a system is in an environment, now
// or since an instant in the past, as somebody tells it (M9, R57).
func (d *Desk) RecordInstallation(ctx context.Context, in Intent, r InstallationReport) (Installation, error) {
	var told Installation
	err := d.act(ctx, in, func(a *act) error {
		const what = "Nothing was recorded."
		e, s, err := a.place(what, r.Environment, r.System)
		if err != nil {
			return err
		}
		if !a.programme.MayRecord(a.by, s.ID) {
			return refuse(CodeForbidden, what, "What is installed of "+s.Name+" is told by the programme's environment managers and by its provider's release manager, deployment team and environment manager.",
				"Ask "+a.whoRuns(s)+".")
		}
		if r.At.IsZero() {
			r.At = a.now
		}
		x := Installation{
			Environment: e.ID, System: s.ID, Version: r.Version, Build: strings.TrimSpace(r.Build), At: r.At.UTC().Truncate(time.Microsecond),
			Note: strings.TrimSpace(r.Note),
		}
		if err := a.checkInstallation(what, x); err != nil {
			return err
		}
		before, err := a.InstalledAt(e.ID, x.At)
		if err != nil {
			return fmt.Errorf("load what was in %s: %w", e.ID, err)
		}
		old, _ := find(before, func(o Installation) bool { return o.System == s.ID })
		if old.Version == x.Version && old.Build == x.Build {
			return refuse(CodeInvalid, what, unchanged(e, s, old, a.programme.Location()), "`/env show "+e.Name+"` shows what is where.")
		}
		if told, err = a.keepInstallation(x); err != nil {
			return err
		}
		_, err = a.doubt(told, old)
		return err
	})
	return told, err
}

func unchanged(e Environment, s System, old Installation, loc *time.Location) string {
	if old.Version.IsZero() {
		return s.Name + " was not in " + e.Name + " at that time as it is."
	}
	return fmt.Sprintf("%s %s is in %s since %s as it is.", s.Name, old.Shown(), e.Name, Instant(old.At, loc))
}

// maxPast is how far back an installation is recorded.
const maxPast = 5 * 365 * 24 * time.Hour

func (a *act) checkInstallation(what string, x Installation) error {
	switch {
	case x.At.After(a.now):
		return refuse(CodeInvalid, what, "This time is still to come, and only what happened is recorded.", "Record it when it is installed; `/env book` announces it.")
	case x.At.Before(a.now.Add(-maxPast)):
		return refuse(CodeInvalid, what, "This time is more than five years ago.", "Choose a later time.")
	}
	if why := checkText(x.Build, MaxReference, ""); x.Build != "" && why != "" {
		return misfit(what, "build", why)
	}
	if why := checkText(x.Note, MaxSentence, ""); x.Note != "" && why != "" {
		return misfit(what, FieldRemark, why)
	}
	return nil
}

// install keeps that a release brought a version into an environment now (R53,
// R57). Whether it may is for whoever deploys to have checked. It locks nothing:
// a fact is only added, and two deployments to the same environments in another
// order must not wait for each other.
func (a *act) install(environment EnvironmentID, system SystemID, v Version, build string, number int) error {
	_, err := a.keepInstallation(Installation{
		Environment: environment, System: system, Version: v, Build: build, Release: number, At: a.now,
	})
	return err
}

func (a *act) keepInstallation(x Installation) (Installation, error) {
	x.By, x.RecordedAt = a.by.ID, a.now
	if err := a.AddInstallation(&x); err != nil {
		return x, fmt.Errorf("record %s in %s: %w", x.System, x.Environment, err)
	}
	return x, a.record(SystemInstalled, x.Environment.Subject(), 0, map[string]any{
		"installation": x.ID, "system": x.System, "version": x.Version, "build": x.Build, "release": x.Release, "at": x.At, "note": x.Note,
	})
}

// SetStatus keeps how a system does in an environment from now on, and why
// (R112).
func (d *Desk) SetStatus(ctx context.Context, in Intent, environment EnvironmentID, system SystemID, status SystemStatus, reason string) (StatusReport, error) {
	var told StatusReport
	err := d.act(ctx, in, func(a *act) error {
		const what = "The status was not changed."
		e, s, err := a.place(what, environment, system)
		if err != nil {
			return err
		}
		if !a.programme.MayReport(a.by, s.ID) {
			return refuse(CodeForbidden, what, "How "+s.Name+" does is told by the programme's environment managers and its provider.", "Tell "+a.whoRuns(s)+" what you see.")
		}
		x := StatusReport{Environment: e.ID, System: s.ID, Status: status, Reason: strings.TrimSpace(reason), At: a.now, By: a.by.ID}
		if err := x.check(what, e, s); err != nil {
			return err
		}
		before, err := a.StatusesAt(e.ID, a.now)
		if err != nil {
			return fmt.Errorf("load the statuses in %s: %w", e.ID, err)
		}
		if old := StatusOf(before, e.ID, s.ID); old.Status == x.Status && (old.Reason == x.Reason || x.Reason == "") {
			return refuse(CodeInvalid, what, s.Name+" in "+e.Name+" is "+x.Status.String()+" as it is.", "`/env status` shows how every system does.")
		}
		if err := a.AddStatus(&x); err != nil {
			return fmt.Errorf("keep the status of %s in %s: %w", s.ID, e.ID, err)
		}
		told = x
		return a.record(StatusReported, e.ID.Subject(), 0, map[string]any{"report": x.ID, "system": s.ID, "status": x.Status, "reason": x.Reason})
	})
	return told, err
}

// check wants a status that exists, and a reason for everything but available.
func (r StatusReport) check(what string, e Environment, s System) error {
	if _, ok := find(SystemStatuses(), func(x SystemStatus) bool { return x == r.Status }); !ok {
		return refuse(CodeInvalid, what, "“"+Clip(string(r.Status), 40)+"” is not a status.", "Choose available, degraded, down or window.")
	}
	why := checkText(r.Reason, MaxSentence, "Say why; everybody who tests there reads it.")
	if why == "" || (r.Reason == "" && r.Status == SystemAvailable) {
		return nil
	}
	refusal := misfit(what, FieldReason, why)
	refusal.Next = fmt.Sprintf("`/env status %s %s %s the database is being restored`", e.ID, s.ID, r.Status)
	return refusal
}

// FixBaseline fixes what is installed in an environment now, with free items
// beside it, as the configuration it is meant to have (R48). Seen is the newest
// installation the person looked at; 0 fixes whatever is there.
func (d *Desk) FixBaseline(ctx context.Context, in Intent, environment EnvironmentID, items []ConfigurationItem, note string, seen int64) (Baseline, error) {
	var fixed Baseline
	err := d.act(ctx, in, func(a *act) error {
		const what = "The baseline was not fixed."
		e, err := a.environment(what, environment)
		if err != nil {
			return err
		}
		if !a.programme.RunsEnvironments(a.by) {
			return refuse(CodeForbidden, what, "A baseline is fixed by the programme's environment managers.", "Ask "+a.names(a.programme.environmentManagers())+".")
		}
		installed, err := a.InstalledAt(e.ID, a.now)
		if err != nil {
			return fmt.Errorf("load what is in %s: %w", e.ID, err)
		}
		if err := checkSeen(what, e, installed, seen, a.programme); err != nil {
			return err
		}
		b := BaselineOf(e.ID, installed, items)
		b.Note, b.At, b.By = strings.TrimSpace(note), a.now, a.by.ID
		if why := checkText(b.Note, MaxText, "Say what this baseline is for."); why != "" {
			return misfit(what, FieldRemark, why)
		}
		fixed, err = a.fix(b)
		return err
	})
	return fixed, err
}

// fix keeps a baseline. A list without items is an empty one, as it comes back from
// the store: the digest must not tell the two apart.
func (a *act) fix(b Baseline) (Baseline, error) {
	b.Versions, b.Items = append([]BaselineVersion{}, b.Versions...), append([]ConfigurationItem{}, b.Items...)
	if err := a.AddBaseline(&b); err != nil {
		return b, fmt.Errorf("keep a baseline of %s: %w", b.Environment, err)
	}
	return b, a.record(BaselineFixed, b.Environment.Subject(), 0, map[string]any{
		"baseline": b.ID, "digest": b.Digest(), "versions": b.Versions, "items": b.Items, "note": b.Note,
	})
}

// NewestOf returns the id of the fact that was told last; 0 of none.
func NewestOf(installed []Installation) int64 {
	var newest int64
	for _, x := range installed {
		newest = max(newest, x.ID)
	}
	return newest
}

func checkSeen(what string, e Environment, installed []Installation, seen int64, p *Programme) error {
	if len(installed) == 0 {
		return refuse(CodeState, what, "Nothing is recorded in "+e.Name+" yet.", "`/env record "+string(e.ID)+" SYSTEM VERSION` says what is installed.")
	}
	newest := NewestOf(installed)
	if seen == 0 || seen == newest {
		return nil
	}
	x, _ := find(installed, func(x Installation) bool { return x.ID == newest })
	s, _ := p.System(x.System)
	return refuse(CodeStale, what, fmt.Sprintf("%s %s was recorded in %s while you were writing, by %s.", s.Name, x.Shown(), e.Name, p.NameOf(x.By)),
		"Open the form again to see what is there now; copy your text first.")
}

// environment finds an environment of today and locks it.
func (a *act) environment(what string, id EnvironmentID) (Environment, error) {
	e, ok := a.programme.Environment(id)
	if !ok || e.Retired {
		return e, refuse(CodeNotFound, what, "“"+Clip(string(id), 40)+"” is not an environment of the programme.", "`/env list` shows them.")
	}
	if err := a.LockEnvironment(id); err != nil {
		return e, err
	}
	return e, nil
}

// place finds an environment and a system whose provider uses it, and locks the
// environment.
func (a *act) place(what string, environment EnvironmentID, system SystemID) (Environment, System, error) {
	s, ok := a.programme.System(system)
	if !ok || s.Retired {
		return Environment{}, s, refuse(CodeNotFound, what, "“"+Clip(string(system), 40)+"” is not a system of the programme.", "`/env show ENVIRONMENT` shows the systems.")
	}
	e, err := a.environment(what, environment)
	if err == nil && !e.SharedBy(s.Party) {
		party, _ := a.programme.Party(s.Party)
		err = refuse(CodeInvalid, what, s.Name+" belongs to "+party.Name+", which does not share "+e.Name+".",
			"Choose another environment, or have the programme file name the party there.")
	}
	return e, s, err
}

// whoRuns names who may speak for a system in the environments.
func (a *act) whoRuns(s System) string {
	ids := a.programme.environmentManagers()
	for _, x := range a.programme.Holders(ReleaseManager, s.Party) {
		ids = append(ids, x.ID)
	}
	return a.names(ids)
}

// names lists the first of several people to ask.
func (a *act) names(ids []PersonID) string {
	const most = 3
	var all []string
	for _, id := range ids[:min(len(ids), most)] {
		all = append(all, a.programme.NameOf(id))
	}
	if len(all) == 0 {
		return "the programme's PMO"
	}
	return strings.Join(all, " or ")
}
