package release_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// minuted are the lines of minutes.
func minuted(m release.Meeting) []string {
	var all []string
	for _, l := range m.Minutes {
		all = append(all, l.Text)
	}
	return all
}

// R57: the minutes tell of every step of a release, of what was shown and
// waived, and of the versions that were installed; what a vote brought about is
// told once, by the vote.
func TestMinutesOfARelease(t *testing.T) {
	b := newGoverned(t)
	m := b.started()
	r := b.gone(planned(release.Patch)).Release
	b.clock = content().Window.From
	b.next(r.Number, "rm")
	got := strings.Join(minuted(b.ended(m.ID)), "\n")
	for _, want := range []string{
		"REL-1, " + r.Title(&[]release.Programme{programme()}[0]) + ": plan agreed, now in ", "shown, “Release plans approved”, by ",
		"RFC approval: Go.", "Deployment Go/No-Go: Go.", "was raised; its approval vote is open.",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is told %d times in\n%s", want, strings.Count(got, want), got)
		}
	}
	if strings.Contains(got, "approval: Go, now") {
		t.Errorf("a vote is told twice:\n%s", got)
	}
}

// R61 to R63: a meeting about a release needs one that is not over; its agenda
// is what deploys that release, its attendees are those of its provider.
func TestMeetingOfARelease(t *testing.T) {
	b := newGoverned(t)
	_, err := b.desk.StartMeeting(b.Context(), b.as("rm"), release.KickOff, 1)
	refused(t, err, release.CodeNotFound)
	b.raise(content()) // another change, which is none of its business
	r := b.create(planned(release.Patch))
	m, err := b.desk.StartMeeting(b.Context(), b.as("rm"), release.KickOff, r.Number)
	b.must(err)
	if len(m.Agenda) != 0 || !m.Attended("ex-dev") || m.Attended("dcc-dev") || m.Title() != "Release Kick-Off of REL-1" {
		t.Errorf("kick-off: %+v", m)
	}
	next := planned(release.Patch)
	next.Base = release.Version{}
	other := b.create(next)
	_, err = b.desk.StartMeeting(b.Context(), b.as("rm"), release.KickOff, other.Number)
	b.must(err)
	_, err = b.desk.AbandonRelease(b.Context(), b.as("rm"), other.Number, "Not needed.")
	b.must(err)
	_, err = b.desk.StartMeeting(b.Context(), b.as("rm"), release.PlanReview, other.Number)
	refused(t, err, release.CodeState)
}

// What is not about an RFC is told in the same way.
func TestMinutesOfReleaseEntries(t *testing.T) {
	p := programme()
	facts := release.MinuteFacts{Releases: map[int]release.Release{7: {
		Number: 7, Version: release.Version{Major: 1, Minor: 2}, Content: release.ReleaseContent{System: "helix"},
	}}, Debts: map[int64]release.Debt{4: {ID: 4, Release: 7, Kind: release.Retrospective}}, Bookings: map[int64]release.Booking{
		5: {Environment: "sit-a", Kind: release.BookFreeze, Window: content().Window, Why: "Audit"}, 6: {Environment: "sit-a", Kind: release.BookPhase},
	}}
	line := func(kind release.EntryKind, subject, data string) release.LedgerLine {
		return release.LedgerLine{ID: 1, Kind: kind, Subject: subject, Data: []byte(data)}
	}
	minutes, err := release.WriteMinutes(&p, []release.LedgerLine{
		line(release.ReleasePulledBack, "release/7", `{"why": "The build changed"}`),
		line(release.ReleaseReclassified, "release/7", `{"version": "1.2.0.0"}`),
		line(release.ReleaseAbandoned, "release/7", `{"reason": "Not needed"}`),
		line(release.EvidenceGiven, "release/7", `{"evidence": 4, "check": "plans-approved", "waiver": true, "note": "Known", "until": "2026-11-30T10:00:00Z"}`),
		line(release.SystemInstalled, "environment/sit-a", `{"system": "helix", "version": "1.2.0.0"}`),
		line(release.SystemInstalled, "environment/sit-a", `{"system": "helix", "version": ""}`),
		line(release.ReleaseMoved, "release/7", `{"move": "Deployment Go/No-Go: Go", "to": "informing"}`),
		line(release.ReleaseMoved, "release/8", `{"move": "plan agreed", "to": "building"}`),
		line(release.EvidenceTaken, "release/7", `{"evidence": 4, "check": "plans-approved", "why": "It was the old plan"}`),
		line(release.EnvironmentBooked, "booking/5", `{"kind": "freeze"}`),
		line(release.EnvironmentBooked, "booking/6", `{"kind": "phase"}`),
		line(release.BookingCancelled, "booking/5", `{"why": "The audit is over"}`),
		line(release.BookingCancelled, "booking/6", `{}`),
		line(release.DebtOpened, "debt/4", `{"debt": 4}`),
		line(release.DebtSettled, "debt/4", `{"debt": 4, "how": "link", "in": 9, "evidence": "https://docs.example/retro"}`),
		line(release.DebtReopened, "debt/4", `{"why": "The report is gone"}`),
	}, facts)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"REL-7, Helix 1.2.0.0, was pulled back: The build changed.",
		"REL-7, Helix 1.2.0.0, was re-classified; votes on it before no longer count.",
		"REL-7, Helix 1.2.0.0, was abandoned: Not needed.",
		"REL-7, Helix 1.2.0.0: waived until Mon 30 Nov 2026 10:00 GMT, “Release plans approved”: Known.",
		"Helix 1.2.0.0 was recorded as installed in SIT A.",
		"Helix was recorded as taken out of SIT A.",
		"REL-7, Helix 1.2.0.0: no longer shown, “Release plans approved”: It was the old plan.",
		"SIT A was frozen, Fri 27 Nov 2026 09:00 to 11:00 GMT: Audit.",
		"The freeze of SIT A was lifted: The audit is over.",
		"An emergency left a debt: The retrospective of emergency REL-7 is not shown.",
		"A debt was settled: The retrospective of emergency REL-7 is not shown. It is shown by https://docs.example/retro.",
		"A debt is owed again: The retrospective of emergency REL-7 is not shown. The report is gone.",
	}
	if diff := cmp.Diff(want, minuted(release.Meeting{Minutes: minutes})); diff != "" {
		t.Errorf("minutes (-want +got):\n%s", diff)
	}
}
