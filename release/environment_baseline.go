package release

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Baseline is the configuration an environment is meant to have, fixed at an
// instant by whoever manages it (R48).
type Baseline struct {
	ID          int64
	Environment EnvironmentID
	Versions    []BaselineVersion // by system
	Items       []ConfigurationItem
	Note        string
	At          time.Time
	By          PersonID
}

// BaselineVersion is the version of a system that a baseline fixes.
type BaselineVersion struct {
	System  SystemID `json:"system"`
	Version Version  `json:"version"`
}

// ConfigurationItem is anything else that a baseline fixes: a schema, a data
// set, a certificate.
type ConfigurationItem struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// The most items of a baseline, and the longest name and value in runes.
const (
	MaxConfiguration = 40
	MaxItemName      = 60
	MaxItemValue     = 200
)

// BaselineOf fixes what is installed, with free items beside it.
func BaselineOf(environment EnvironmentID, installed []Installation, items []ConfigurationItem) Baseline {
	b := Baseline{Environment: environment, Items: items}
	for _, x := range installed {
		if x.Environment == environment {
			b.Versions = append(b.Versions, BaselineVersion{System: x.System, Version: x.Version})
		}
	}
	slices.SortFunc(b.Versions, func(x, y BaselineVersion) int { return cmp.Compare(x.System, y.System) })
	return b
}

// Digest returns the SHA-256 of what the baseline fixes, in hex: the same
// configuration of the same environment has the same digest whenever and by
// whomever it was fixed.
func (b Baseline) Digest() string {
	return digestOf(struct {
		Environment EnvironmentID       `json:"environment"`
		Versions    []BaselineVersion   `json:"versions"`
		Items       []ConfigurationItem `json:"items"`
	}{b.Environment, slices.Clip(b.Versions), slices.Clip(b.Items)}, "a baseline")
}

// Drift is a difference between a baseline and what is installed; a zero version
// on either side says that the system is not there.
type Drift struct {
	System    SystemID
	Fixed     Version
	Installed Version
}

// Drift returns where the environment differs from its baseline, by system.
func (b Baseline) Drift(installed []Installation) []Drift {
	var drift []Drift
	for _, fixed := range b.Versions {
		x, _ := find(installed, func(x Installation) bool { return x.Environment == b.Environment && x.System == fixed.System })
		if x.Version != fixed.Version {
			drift = append(drift, Drift{System: fixed.System, Fixed: fixed.Version, Installed: x.Version})
		}
	}
	for _, x := range installed {
		known := func(v BaselineVersion) bool { return v.System == x.System }
		if x.Environment == b.Environment && !slices.ContainsFunc(b.Versions, known) {
			drift = append(drift, Drift{System: x.System, Installed: x.Version})
		}
	}
	slices.SortFunc(drift, func(x, y Drift) int { return cmp.Compare(x.System, y.System) })
	return drift
}

// ParseConfiguration reads configuration items, one a line, "name = value", and returns
// them by name; empty lines are passed over. What is wrong is a Refusal at
// FieldConfiguration.
func ParseConfiguration(text string) ([]ConfigurationItem, error) {
	var items []ConfigurationItem
	n := 0
	for l := range strings.Lines(text) {
		n++
		if strings.TrimSpace(l) == "" {
			continue
		}
		name, value, ok := strings.Cut(l, "=")
		item := ConfigurationItem{Name: strings.Join(strings.Fields(name), " "), Value: strings.Join(strings.Fields(value), " ")}
		why := item.check()
		switch known := func(x ConfigurationItem) bool { return strings.EqualFold(x.Name, item.Name) }; {
		case !ok:
			why = "write the name, an equals sign and the value."
		case why == "" && slices.ContainsFunc(items, known):
			why = "“" + item.Name + "” is there before; keep one of the two."
		case len(items) == MaxConfiguration:
			why = fmt.Sprintf("a baseline takes %d items at most.", MaxConfiguration)
		}
		if why != "" {
			return nil, misfit("The baseline was not fixed.", FieldConfiguration, fmt.Sprintf("Line %d: %s", n, why))
		}
		items = append(items, item)
	}
	slices.SortFunc(items, func(x, y ConfigurationItem) int { return cmp.Compare(x.Name, y.Name) })
	return items, nil
}

func (x ConfigurationItem) check() string {
	for _, part := range []struct {
		noun, text string
		most       int
	}{{"name", x.Name, MaxItemName}, {"value", x.Value, MaxItemValue}} {
		switch {
		case !utf8.ValidString(part.text) || strings.ContainsFunc(part.text, isControl):
			return "its " + part.noun + " has characters that cannot be shown."
		case !strings.ContainsFunc(part.text, isVisible):
			return "its " + part.noun + " is missing; write name = value."
		case utf8.RuneCountInString(part.text) > part.most:
			return fmt.Sprintf("its %s is longer than %d characters.", part.noun, part.most)
		}
	}
	return ""
}

// misfit refuses one field.
func misfit(what, field, why string) *Refusal {
	r := refuse(CodeInvalid, what, why, "Correct it and send it again.")
	r.Fields = []FieldProblem{{Field: field, Why: why}}
	return r
}
