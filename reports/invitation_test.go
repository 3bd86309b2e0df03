package reports

import (
	"bytes"
	"mime"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"gonogo.dev/release"
)

// invitationScenes are what one reader is told of a window, from the first mail to the
// last, and of a meeting that moved.
func invitationScenes() []scene {
	window := release.Window{From: in(85), To: in(89), Zone: "Europe/London"}
	first := release.InvitationSent{Invitation: release.Invitation{
		Subject: "rfc/12", Title: "Deployment window of RFC-12: Stop rounding <unmetered> profiles twice", Place: "SIT A and UIT", Window: window, SentAt: monday,
	}}
	moved, off, meeting := first, first, first
	moved.Sequence, moved.Again, moved.SentAt, moved.Window.From = 1, true, in(3), in(86)
	off.Sequence, off.Cancel, off.Again, off.Over, off.SentAt, off.Why = 2, true, true, true, in(5), nasty
	meeting.Subject, meeting.Title, meeting.Place = "call/ewg/2026-12-01", "Environment Working Group", ""
	meeting.Window = release.Window{From: in(15 * 24), To: in(15*24 + 1), Zone: "Europe/London"}
	meeting.Sequence, meeting.Again = 1, true
	event := func(x release.InvitationSent, rfc release.RFC) release.Event {
		return release.Event{Kind: release.NoticeInvited, At: x.SentAt, By: release.Clockwork, RFC: rfc, Invitation: &x}
	}
	r := change(12, release.Go, "Stop rounding <unmetered> profiles twice", in(85))
	return []scene{
		{"first", "tomasz", release.DutyAct, event(first, r)}, {"moved", "tomasz", release.DutyAct, event(moved, r)},
		{"off", "tomasz", release.DutyAct, event(off, r)}, {"meeting", "tomasz", release.DutyAct, event(meeting, release.RFC{})},
	}
}

// R102, R138: an invitation is one more form of the mail's text, with its method in the
// type as Outlook, Gmail and Apple Mail want it, and a file; the UID stays and the
// sequence rises until it is cancelled.
func TestInvitationGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	uid := map[string]string{}
	for _, s := range invitationScenes() {
		t.Run(s.name, func(t *testing.T) {
			body, err := post.Render(t.Context(), s.notice())
			if err != nil {
				t.Fatal(err)
			}
			if again, err := post.Render(t.Context(), s.notice()); err != nil || !bytes.Equal(again, body) {
				t.Errorf("rendered again: %v, or other bytes", err)
			}
			checkWire(t, body)
			_, parts := read(t, body)
			if len(parts) != 4 {
				t.Fatalf("%d parts, want text, HTML, calendar and file", len(parts))
			}
			golden(t, "invitation-"+s.name+".txt", []byte(parts[0].Content))
			golden(t, "invitation-"+s.name+".html", []byte(parts[1].Content))
			golden(t, "invitation-"+s.name+".ics", []byte(parts[2].Content))
			if parts[3].Content != parts[2].Content || parts[3].Name != "invite.ics" {
				t.Errorf("the file %q says something else than the form of the text", parts[3].Name)
			}
			want := "REQUEST"
			if s.event.Invitation.Cancel {
				want = "CANCEL"
			}
			checkMethod(t, body, parts[2], want)
			e := checkCalendar(t, []byte(parts[2].Content)).Events()
			if len(e) != 1 || len(e[0].Attendees()) != 1 || e[0].Attendees()[0].Email() != "tomasz@si.example" {
				t.Fatalf("events %v", e)
			}
			subject := s.event.Invitation.Subject
			if id := e[0].Id(); uid[subject] != "" && uid[subject] != id {
				t.Errorf("another UID: %s, before %s", id, uid[subject])
			} else {
				uid[subject] = id
			}
			if organizer := e[0].GetProperty(ics.ComponentPropertyOrganizer); organizer == nil || organizer.Value != "mailto:gonogo@mhhs.example" {
				t.Errorf("organizer %v", organizer)
			}
		})
	}
}

// checkMethod holds that the part's type and the calendar in it name one method.
func checkMethod(t *testing.T, body []byte, part leaf, want string) {
	t.Helper()
	at := bytes.Index(body, []byte("Content-Type: text/calendar"))
	header, _, _ := strings.Cut(string(body[at+len("Content-Type: "):]), "\r\n")
	kind, params, err := mime.ParseMediaType(header)
	if err != nil || kind != "text/calendar" || params["method"] != want || params["charset"] != "utf-8" {
		t.Errorf("type %q: %v", header, err)
	}
	if !strings.Contains(part.Content, "\r\nMETHOD:"+want+"\r\n") {
		t.Errorf("not METHOD:%s", want)
	}
}

// The call of a meeting goes into calendars too, and says in words what it said before.
func TestCalledMeetingIsAnInvitation(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range minuteScenes() {
		if s.name != "called" {
			continue
		}
		plain, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		s.event.Invitation = &release.InvitationSent{Invitation: release.Invitation{
			Subject: "call/rcb/2026-11-16", Title: "Release Control Board", Window: release.Window{From: in(1), To: in(2), Zone: "Europe/London"}, SentAt: in(-71),
		}}
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		_, before := read(t, plain)
		_, after := read(t, body)
		if len(after) != 4 || after[0].Content != before[0].Content || after[1].Content != before[1].Content {
			t.Errorf("%d parts, or other words", len(after))
		}
		checkMethod(t, body, after[2], "REQUEST")
	}
}

// A mail with an invitation is refused where it could not be read as one.
func TestCalendarNeedsHTMLAndMethod(t *testing.T) {
	for _, m := range []Message{
		{Calendar: Calendar{Method: "REQUEST", Content: []byte("x")}}, {HTML: "<p>x</p>", Calendar: Calendar{Method: "PUBLISH\r\nX: y", Content: []byte("x")}},
	} {
		m.Key, m.From.Address, m.To.Address, m.Subject, m.Text, m.Date = "k", "a@b.example", "c@d.example", "s", "t", time.Unix(1e9, 0)
		if _, err := m.Encode(); err == nil {
			t.Errorf("encoded with method %q", m.Calendar.Method)
		}
	}
}
