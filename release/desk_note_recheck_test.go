package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// TestANoteThatIsContradictedIsVoid shows that whatever is changed after a note was
// handed in, what the board is shown says the same as what it decides on: the note
// that its own check would refuse now is taken away (R41, R79 to R82, R91, M3).
func TestANoteThatIsContradictedIsVoid(t *testing.T) {
	t.Parallel()
	edit := func(change func(c *release.ReleaseContent)) func(b *board, r release.Release) error {
		return func(b *board, r release.Release) error {
			c := r.Content
			c.Items = slices.Clone(c.Items)
			change(&c)
			_, err := b.desk.EditRelease(b.Context(), b.as("ex-rm"), r.Number, r.Revision, c)
			return err
		}
	}
	rfc := func(change func(c *release.RFCContent)) func(b *board, r release.Release) error {
		return func(b *board, r release.Release) error {
			c := b.standing(r.Number).RFC.Content
			change(&c)
			return b.edit(r.RFC, c)
		}
	}
	for _, c := range []struct {
		name   string
		act    func(b *board, r release.Release) error
		stands bool
		why    string // of the note that was taken away
	}{
		{"a change it does not name", edit(func(c *release.ReleaseContent) {
			c.Items = append(c.Items, release.Item{Kind: release.ItemChangeRequest, ID: "CR-31", Title: "Retries"})
		}), false, "says nothing of it"},
		{"another purpose", edit(func(c *release.ReleaseContent) { c.Purpose += " And better." }), true, ""},
		{"another severity", func(b *board, r release.Release) error {
			_, err := b.desk.Regrade(b.Context(), b.as("rm"), r.Number, r.Content.Items[0].ID, release.High)
			return err
		}, false, "high"},
		{"another disruption", rfc(func(c *release.RFCContent) { c.Disruption = release.DatabaseFrozen }), false, "says no disruption"},
		{"another window", rfc(func(c *release.RFCContent) {
			c.Window.From, c.Window.To = c.Window.From.Add(24*time.Hour), c.Window.To.Add(24*time.Hour)
		}), true, ""},
		{"another RFC", func(b *board, r release.Release) error {
			_, err := b.desk.WithdrawRFC(b.Context(), b.as("ex-rm"), r.RFC, "The window clashes.")
			b.must(err)
			_, err = b.desk.RaiseRFC(b.Context(), b.as("ex-rm"), 0, 0, rfcFor(r))
			return err
		}, false, "RFC-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := newGoverned(t)
			r := b.gone(planned(release.Patch)).Release
			b.must(c.act(b, r))
			s := b.standing(r.Number)
			unmet := slices.Contains(keys(s.Unmet([]release.Check{release.CheckNote})), string(release.CheckNote))
			if unmet == c.stands {
				t.Errorf("the note stands: %t, want %t", !unmet, c.stands)
			}
			if !c.stands && s.Release.Stage != release.Preparing {
				t.Errorf("T28: it is in %q without its note", s.Release.Stage)
			}
			taken := ""
			for _, e := range s.Evidence {
				if e.Check == release.CheckNote && !e.TakenAt.IsZero() {
					taken = e.TakenWhy
				}
			}
			if !strings.Contains(taken, c.why) {
				t.Errorf("taken away because %q, want %q in it", taken, c.why)
			}
			if !c.stands { // a note of what it is now brings it before the board again
				b.handIn(r.Number)
				if unmet := keys(b.standing(r.Number).Unmet([]release.Check{release.CheckNote})); len(unmet) != 0 {
					t.Errorf("after another note: %v", unmet)
				}
			}
		})
	}
}

// TestANoteOfOtherEnvironmentsIsVoid shows that a note holds the state of every
// environment that the release goes to, those too that were added later (R91).
func TestANoteOfOtherEnvironmentsIsVoid(t *testing.T) {
	t.Parallel()
	b := newGoverned(t)
	for _, id := range []release.EnvironmentID{"sit-a", "uit"} {
		_, err := b.desk.RecordInstallation(t.Context(), b.as("env"), release.InstallationReport{Environment: id, System: "helix", Version: release.Version{Major: 1}})
		b.must(err)
	}
	c := planned(release.Patch)
	c.Targets = append(c.Targets, release.Target{Environment: "uit", Window: c.Targets[0].Window})
	r := b.create(c)
	b.next(r.Number, "ex-rm")
	b.built(r.Number, "2026.11.1", "1.2")
	narrow := rfcFor(b.standing(r.Number).Release)
	narrow.Environments = []release.EnvironmentID{"sit-a"}
	_, err := b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, narrow)
	b.must(err)
	b.handIn(r.Number)
	wide := narrow
	wide.Environments = []release.EnvironmentID{"sit-a", "uit"}
	b.must(b.edit(1, wide))
	if unmet := keys(b.standing(r.Number).Unmet([]release.Check{release.CheckNote})); !slices.Equal(unmet, []string{"release-note"}) {
		t.Errorf("with another environment: %v", unmet)
	}
}
