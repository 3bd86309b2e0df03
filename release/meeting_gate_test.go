package release_test

import (
	"slices"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// R61: where the policy asks for a kick-off, a release is not built before one
// was held; whoever asks why is told who opens it, and how.
func TestKickOffBeforeBuilding(t *testing.T) {
	b := newGoverned(t)
	p := governed()
	rules := p.Policy.Types[release.Patch]
	rules.Meetings = []release.MeetingKind{release.KickOff}
	p.Policy.Types[release.Patch] = rules
	b.apply(p)
	r := b.create(planned(release.Patch))
	waits := func(want string) {
		t.Helper()
		_, unmet, _ := b.standing(r.Number).Next()
		var acts []string
		for _, x := range unmet {
			if strings.HasPrefix(x.Key, "meeting") {
				acts = append(acts, x.Act)
			}
		}
		if want == "" && len(acts) == 0 {
			return
		}
		if !slices.Equal(acts, []string{want}) {
			t.Errorf("it waits for %q; want %q", acts, want)
		}
		_, err := b.desk.Advance(t.Context(), b.as("ex-rm"), r.Number)
		refused(t, err, release.CodeState)
	}
	waits("/rcb start kick-off REL-1")
	m, err := b.desk.StartMeeting(t.Context(), b.as("rm"), release.KickOff, r.Number)
	b.must(err)
	waits("/rcb end 1")
	b.ended(m.ID)
	waits("")
	if s := b.next(r.Number, "ex-rm"); s.Release.Stage != release.Building {
		t.Errorf("after the kick-off it is in %s", s.Release.Stage)
	}
}
