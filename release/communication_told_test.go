package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// corrections are the people who were sent each correction so far, a line of the plan
// each, and what the newest one says.
func (b *board) corrections() (told []string, last release.Briefing) {
	b.Helper()
	to := map[string][]string{}
	for _, n := range b.store.snapshot().Notices {
		if x := n.Event.Communication; x != nil && x.Line.Kind == release.CorrectionNotice {
			line, _, _ := strings.Cut(strings.TrimPrefix(n.Key, "communication/"), "/")
			if _, seen := to[line]; !seen {
				told = append(told, line)
			}
			to[line], last = append(to[line], string(n.To)), *x
		}
	}
	for i, line := range told {
		slices.Sort(to[line])
		told[i] = strings.Join(to[line], " ")
	}
	return told, last
}

// R44, R107: whoever was told of a release hears, once, whatever of it does not hold
// any more: where it goes, what it disrupts, for how long, what it means for the
// others, and that it does not come at all or comes after all.
func TestWhatWasToldIsCorrected(t *testing.T) {
	b := newTelling(t)
	r := b.prepared(planned(release.Patch))
	b.communicate()
	b.clock = b.lines(r.Number).Lines[1].Due
	b.communicate()
	const all = "dcc-rep dno-rep ex-rep pmo sup-rep tmag"
	var want []string
	expect := func(what string, readers ...string) release.Briefing {
		t.Helper()
		b.communicate()
		want = append(want, readers...)
		told, last := b.corrections()
		if diff := cmp.Diff(want, told); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", what, diff)
		}
		return last
	}
	c := rfcFor(r)
	edit := func(change func(c *release.RFCContent)) {
		t.Helper()
		change(&c)
		b.must(b.edit(r.RFC, c))
	}
	edit(func(c *release.RFCContent) { c.Title = "Another title" })
	expect("a title is no news")
	plan := b.standing(r.Number).Release
	plan.Content.Targets = append(slices.Clone(plan.Content.Targets), release.Target{Environment: "uit", Window: c.Window})
	_, err := b.desk.EditRelease(t.Context(), b.as("ex-rm"), r.Number, plan.Revision, plan.Content)
	b.must(err)
	expect("the RFC does not say so yet")
	edit(func(c *release.RFCContent) { c.Environments = []release.EnvironmentID{"sit-a", "uit"} })
	x := expect("another environment", all)
	if !x.Before.Elsewhere(x.Now) || x.Now.Off {
		t.Errorf("told %+v after %+v", x.Now, x.Before)
	}
	edit(func(c *release.RFCContent) { slices.Reverse(c.Environments) })
	expect("the same environments in another order")
	edit(func(c *release.RFCContent) { c.Impact = "Every interface changes." })
	edit(func(c *release.RFCContent) { c.Disruption = release.ServerDown })
	if x = expect("impact and disruption at once", all); !x.Before.Reworded(x.Now) || x.Now.Disruption != release.ServerDown {
		t.Errorf("told %+v after %+v", x.Now, x.Before)
	}
	edit(func(c *release.RFCContent) { c.Impact = "No interface changes." })
	edit(func(c *release.RFCContent) { c.Impact = "Every interface changes." })
	expect("taken back before anybody heard of it")
	for i, minutes := range []int{60, 90} {
		n := b.noteOf(r.Number)
		n.Downtime = minutes
		_, err := b.desk.SubmitNote(t.Context(), b.as("ex-rm"), r.Number, n)
		b.must(err)
		if i == 0 {
			expect("a downtime where none was told")
			edit(func(c *release.RFCContent) { c.Impact = "All interfaces change." })
			expect("which tells the downtime too", all)
		}
	}
	expect("another downtime", all)
	_, err = b.desk.WithdrawRFC(t.Context(), b.as("ex-rm"), r.RFC, "Not this week.")
	b.must(err)
	if x = expect("its RFC was withdrawn", all); !x.Now.Off {
		t.Errorf("told %+v", x.Now)
	}
	again := c
	again.Window = release.Window{From: again.Window.From.AddDate(0, 0, 7), To: again.Window.To.AddDate(0, 0, 7), Zone: again.Window.Zone}
	_, err = b.desk.RaiseRFC(t.Context(), b.as("ex-rm"), 0, 0, again)
	b.must(err)
	if x = expect("it comes after all", all); x.Now.Off || !x.Before.Off || !x.Window.Same(again.Window) {
		t.Errorf("told %+v after %+v", x.Now, x.Before)
	}
	_, err = b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), r.Number, "Dropped.")
	b.must(err)
	if x = expect("it was abandoned", all); !x.Now.Off {
		t.Errorf("told %+v", x.Now)
	}
	b.pass(30 * 24 * time.Hour)
	expect("nothing more")
}

// Nobody is corrected who knows what holds, nor about what they were never told; and
// after a correction everybody knows what holds.
func TestCorrectedIsConsistent(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) release.Told {
		w := release.Window{From: monday.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, "hours")) * time.Hour), Zone: "Europe/London"}
		w.To = w.From.Add(time.Hour)
		return release.Told{
			Window: rapid.SampledFrom([]release.Window{{}, w}).Draw(t, "window"), RFC: rapid.IntRange(0, 2).Draw(t, "rfc"),
			Environments: rapid.SampledFrom([][]release.EnvironmentID{nil, {"sit-a"}, {"uit", "sit-a"}}).Draw(t, "environments"),
			Disruption:   rapid.SampledFrom(append(release.Disruptions(), "")).Draw(t, "disruption"),
			Downtime:     rapid.IntRange(0, 2).Draw(t, "downtime"), Impact: rapid.SampledFrom([]string{"", "some", "none"}).Draw(t, "impact"),
			Off: rapid.Bool().Draw(t, "off"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		before, now := draw.Draw(t, "before"), draw.Draw(t, "now")
		now = now.After(before)
		if now.Corrected(now.After(now)) {
			t.Fatalf("who knows %+v is corrected", now)
		}
		if (release.Told{}).Corrected(now) && !now.Off {
			t.Fatalf("who knows nothing is corrected with %+v", now)
		}
		if before.Corrected(now) != now.Corrected(before) {
			t.Fatalf("%+v to %+v is a correction one way only", before, now)
		}
	})
}
