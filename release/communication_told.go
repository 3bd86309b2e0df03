package release

import (
	"slices"
	"strings"
)

// Told is what the readers of a communication know of a release. What was not known
// when they were told is zero, and nothing corrects it.
type Told struct {
	// Window is the one they know, by itself or by a correction.
	Window       Window          `json:"window,omitzero"`
	RFC          int             `json:"rfc,omitempty"` // 0 while there was none
	Environments []EnvironmentID `json:"environments,omitempty"`
	Disruption   Disruption      `json:"disruption,omitempty"`
	Downtime     int             `json:"downtime,omitempty"` // in minutes, as the release note agrees it
	Impact       string          `json:"impact,omitempty"`
	// Off is whether they know that it does not take place: its release was abandoned,
	// or its RFC was withdrawn and no other one raised yet.
	Off bool `json:"off,omitempty"`
}

// ToldOf returns what a communication would tell of a release now. The notes are
// those that were handed in, the newest first.
func ToldOf(r Release, rfc RFC, notes []SubmittedNote) Told {
	t := Told{Window: WindowOf(r, rfc), RFC: rfc.Number, Environments: r.Content.Environments(), Off: r.Stage == Abandoned}
	if rfc.Number != 0 {
		t.Environments, t.Disruption, t.Impact = rfc.Content.Environments, rfc.Content.Disruption, rfc.Content.Impact
	}
	if len(notes) > 0 {
		t.Downtime = notes[0].Note.Downtime
	}
	return t
}

// After returns what holds now for somebody who knows t: where an RFC is gone that
// they know of, it does not take place until there is another.
func (t Told) After(before Told) Told {
	t.Off = t.Off || t.RFC == 0 && (before.RFC != 0 || before.Off)
	return t
}

// Corrected tells whether readers who know t know something else than what holds now.
func (t Told) Corrected(now Told) bool {
	if t.Off || now.Off {
		return t.Off != now.Off
	}
	moved := !t.Window.IsZero() && !now.Window.IsZero() && !t.Window.Same(now.Window)
	return moved || t.Elsewhere(now) || t.Disruption != "" && now.Disruption != "" && t.Disruption != now.Disruption ||
		t.Downtime != 0 && now.Downtime != 0 && t.Downtime != now.Downtime || t.Reworded(now)
}

// Elsewhere tells whether it goes to other environments than readers know.
func (t Told) Elsewhere(now Told) bool {
	if len(t.Environments) == 0 || len(now.Environments) == 0 {
		return false
	}
	return !slices.Equal(slices.Sorted(slices.Values(t.Environments)), slices.Sorted(slices.Values(now.Environments)))
}

// Reworded tells whether the impact is described otherwise than readers know.
func (t Told) Reworded(now Told) bool {
	return t.Impact != "" && now.Impact != "" && strings.TrimSpace(t.Impact) != strings.TrimSpace(now.Impact)
}
