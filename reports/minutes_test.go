package reports

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// heldBoard is a meeting of the board that ended with minutes.
func heldBoard() release.Meeting {
	r := change(12, release.Approved, "Stop rounding <unmetered> profiles twice", in(85))
	return release.Meeting{
		ID: 3, Kind: release.BoardMeeting, Attendees: []release.PersonID{"amara", "tomasz", "priya", "arjun"},
		StartedAt: in(1), StartedBy: "amara", EndedAt: in(1.75), EndedBy: "amara", CorrectionsUntil: in(49.75),
		Agenda: []release.AgendaItem{{
			Part: release.AgendaMinors, Subject: "rfc/12", RFC: 12, Title: r.Content.Title, Type: release.Minor, Requester: "siobhan",
			Asked: "Decide on its approval: 4 of 6 seats heard, the vote ends Wed 18 Nov 2026 09:00 GMT.", Window: r.Content.Window,
		}},
		Minutes: []release.MinuteLine{
			{Entry: 41, At: in(1.2), By: "amara", Subject: "ballot/7", RFC: 12, Text: "RFC-12 “Stop rounding <unmetered> profiles twice”, RFC approval: Go. Every mandatory seat was heard."},
			{Entry: 44, At: in(1.5), By: "siobhan", Subject: "rfc/9", RFC: 9, Text: "RFC-9 “Restate totals” was withdrawn: The data load moved."},
		},
	}
}

// minuteScenes are the mails of a meeting, to readers with different parts in it.
func minuteScenes() []scene {
	written, corrected, quiet := heldBoard(), heldBoard(), heldBoard()
	corrected.Amendments = []release.Amendment{
		{Line: 1, At: in(20), By: "priya", Text: "Only with the regression pack\nrun again."},
		{Line: 0, At: in(21), By: "tomasz", Text: "UIT is frozen from Thursday; we spoke of it at length."},
	}
	corrected.RatifiedAt = corrected.CorrectionsUntil
	quiet.Minutes, quiet.Agenda, quiet.Kind = nil, nil, release.EnvironmentTalk
	called := heldBoard()
	called.ID, called.Minutes, called.EndedAt = 0, nil, time.Time{}
	event := func(kind release.NoticeKind, at time.Time, m release.Meeting) release.Event {
		return release.Event{Kind: kind, At: at, By: "amara", Meeting: &m}
	}
	return []scene{
		{"attendee", "priya", release.DutyAct, event(release.NoticeMinutes, in(1.75), written)},
		{"told", "olivia", release.DutyTold, event(release.NoticeMinutes, in(1.75), written)},
		{"nothing", "tomasz", release.DutyAct, event(release.NoticeMinutes, in(1.75), quiet)},
		{"called", "priya", release.DutyAct, event(release.NoticeCalled, in(-71), called)},
		{"ratified", "olivia", release.DutyTold, event(release.NoticeRatified, in(49.75), corrected)},
	}
}

// R64, M12: the mails of a meeting are what they were when somebody last looked
// at them; corrections stand beside the lines, which stay.
func TestMinutesGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range minuteScenes() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			again, err := post.Render(t.Context(), s.notice())
			if err != nil || !bytes.Equal(again, body) {
				t.Errorf("rendered again: %v, or other bytes", err)
			}
			goldenMail(t, "minutes-"+s.name, body)
		})
	}
	n := minuteScenes()[0].notice()
	n.Event.Kind = release.NoticeMeeting
	if _, err := post.Render(t.Context(), n); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("the opening of a meeting by mail: %v, want it given up", err)
	}
}

// What a meeting put out waits for a digest like anything else.
func TestMinutesInDigest(t *testing.T) {
	var held []release.Notice
	for i, s := range []scene{minuteScenes()[1], minuteScenes()[4], scenes()[7]} {
		n := s.notice()
		n.ID = int64(i + 1)
		held = append(held, n)
	}
	page := digestPage(board(), release.Daily, held)
	page.Link = letterhead(t).channel(board())
	out, err := letterhead(t).Templates.Render("mail", letterhead(t).dress(board(), page))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "minutes-digest.txt", []byte(out.Text))
}
