package release

import (
	"fmt"
	"slices"
	"strings"
)

// checkEnd wants a result that can be read, why it failed, and where the
// operation replaces versions what is there now.
func (o Operation) checkEnd(what string, end OperationEnd, p *Programme) error {
	why := checkText(end.Words, MaxSentence, "Say what failed; everybody who was told of it reads it.")
	if why != "" && (end.Words != "" || end.Failed) {
		r := misfit(what, FieldResult, why)
		r.Next = fmt.Sprintf("`/env operation %d failed the backup medium is full`", o.ID)
		return r
	}
	if !o.Content.Kind.Replaces() || end.Failed {
		if len(end.Versions) > 0 {
			return misfit(what, FieldVersions, "This operation leaves the versions as they are; `/env record` says what is installed.")
		}
		return nil
	}
	for _, id := range o.Content.Systems {
		if !slices.ContainsFunc(end.Versions, func(x BaselineVersion) bool { return x.System == id }) {
			s, _ := p.System(id)
			return misfit(what, FieldVersions, "Say which version of "+s.Name+" is there now; none where it is gone.")
		}
	}
	return o.checkVersions(what, end.Versions, p)
}

func (o Operation) checkVersions(what string, versions []BaselineVersion, p *Programme) error {
	e, _ := p.Environment(o.Content.Environment)
	for i, x := range versions {
		s, ok := p.System(x.System)
		switch {
		case !ok || s.Retired || !e.SharedBy(s.Party):
			return misfit(what, FieldVersions, "“"+Clip(string(x.System), 40)+"” is not a system of "+e.Name+".")
		case slices.ContainsFunc(versions[:i], func(o BaselineVersion) bool { return o.System == x.System }):
			return misfit(what, FieldVersions, s.Name+" is there twice; keep one of the two.")
		}
	}
	return nil
}

// leave keeps what an operation left behind: the versions that are other than
// before, a refresh's baseline, and the end of its RFC, whose new state it returns.
func (a *act) leave(v OperationView) (RFCState, error) {
	o := v.Operation
	if o.State == OperationDone && o.Content.Kind.Replaces() {
		if err := a.replaced(o); err != nil {
			return v.RFC.State, err
		}
	}
	state := Closed
	if o.State == OperationFailed {
		state = RolledBack
	}
	if v.RFC.Number == 0 {
		return v.RFC.State, nil
	}
	return state, a.setRFC(v.RFC, state)
}

// replaced keeps the versions that an operation told, as facts of now.
func (a *act) replaced(o Operation) error {
	e, err := a.environment("The end of the operation was not kept.", o.Content.Environment)
	if err != nil {
		return err
	}
	before, err := a.InstalledAt(e.ID, a.now)
	if err != nil {
		return fmt.Errorf("load what was in %s: %w", e.ID, err)
	}
	for _, x := range o.Versions {
		old, _ := find(before, func(y Installation) bool { return y.System == x.System })
		if old.Version == x.Version {
			continue
		}
		fact := Installation{Environment: e.ID, System: x.System, Version: x.Version, At: a.now, Note: fmt.Sprintf("%s, operation %d", o.Content.Kind, o.ID)}
		if _, err := a.keepInstallation(fact); err != nil {
			return err
		}
	}
	if o.Content.Kind != Refresh {
		return nil
	}
	return a.rebase(e, fmt.Sprintf("After the refresh, operation %d", o.ID))
}

// rebase fixes what is installed now as an environment's baseline, with the other
// items of the one before.
func (a *act) rebase(e Environment, note string) error {
	installed, err := a.InstalledAt(e.ID, a.now)
	if err != nil {
		return fmt.Errorf("load what is in %s: %w", e.ID, err)
	}
	last, err := a.BaselinesAt(e.ID, a.now)
	if err != nil {
		return fmt.Errorf("load the baseline of %s: %w", e.ID, err)
	}
	var items []ConfigurationItem
	for _, b := range last {
		items = b.Items
	}
	b := BaselineOf(e.ID, installed, items)
	b.Note, b.At, b.By = note, a.now, a.by.ID
	_, err = a.fix(b)
	return err
}

// ParseVersions reads which version of each system is there, one a line, "system
// version" or "system = version"; none says that it was taken out. What is wrong
// is a Refusal at FieldVersions.
func ParseVersions(text string, p *Programme) ([]BaselineVersion, error) {
	const what = "The end of the operation was not kept."
	var versions []BaselineVersion
	n := 0
	for l := range strings.Lines(text) {
		n++
		words := strings.Fields(strings.NewReplacer("=", " ", "\u00a0", " ").Replace(l))
		if len(words) == 0 {
			continue
		}
		if len(words) < 2 {
			return nil, misfit(what, FieldVersions, fmt.Sprintf("Line %d: write the system and its version, such as dip 1.2.0.0.", n))
		}
		name, word := strings.Join(words[:len(words)-1], " "), words[len(words)-1]
		s, ok := find(p.Systems, func(s System) bool {
			return !s.Retired && (strings.EqualFold(string(s.ID), name) || strings.EqualFold(s.Name, name))
		})
		if !ok {
			return nil, misfit(what, FieldVersions, fmt.Sprintf("Line %d: “%s” is not a system of the programme.", n, Clip(name, 40)))
		}
		x := BaselineVersion{System: s.ID}
		if !strings.EqualFold(word, "none") {
			var err error
			if x.Version, err = ParseVersion(word); err != nil {
				return nil, misfit(what, FieldVersions, fmt.Sprintf("Line %d: %s", n, err))
			}
		}
		versions = append(versions, x)
	}
	return versions, nil
}
