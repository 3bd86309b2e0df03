package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// session is a meeting with every field set that a running one has.
func session() release.Meeting {
	return release.Meeting{
		Kind: release.BoardMeeting, Attendees: []release.PersonID{"ann", "bob"}, StartedAt: noon, StartedBy: "ann", After: 7,
		Agenda: []release.AgendaItem{{
			Part: release.AgendaMinors, Subject: "rfc/1", RFC: 1, Title: "Helix <4.2>", Type: release.Minor, Asked: "Decide.", Requester: "cid",
			Window: release.Window{From: noon, To: noon.Add(time.Hour), Zone: "Europe/London"},
		}},
	}
}

// testMeeting shows that meetings are kept whole, that what is said of their
// minutes is only added to, and that one of a kind and release runs at a time (M12).
func testMeeting(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	m := session()
	d.do(func(tx release.Tx) error {
		if _, err := tx.Meeting(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a meeting that does not exist: %v", err)
		}
		if err := tx.SaveMeeting(release.Meeting{ID: 1, StartedAt: noon}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a meeting that does not exist: %v", err)
		}
		return tx.AddMeeting(&m)
	})
	kept := func(want release.Meeting) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.Meeting(want.ID, release.ExclusiveLock)
			same(t, "meeting", want, got)
			return err
		})
	}
	kept(m)
	m.EndedAt, m.EndedBy, m.CorrectionsUntil = noon.Add(time.Hour), "ann", noon.Add(49*time.Hour)
	m.Minutes = []release.MinuteLine{{Entry: 9, At: noon.Add(time.Minute), By: "bob", Subject: "ballot/3", RFC: 1, Text: hostile[3]}}
	d.do(func(tx release.Tx) error { return tx.SaveMeeting(m) })
	kept(m)
	for i, words := range hostile[1:] {
		x := release.Amendment{Line: i % 2, At: noon.Add(2 * time.Hour), By: "bob", Text: words}
		d.do(func(tx release.Tx) error { return tx.AddAmendment(m.ID, x) })
		m.Amendments = append(m.Amendments, x)
	}
	kept(m)
	m.Attendees = nil
	d.do(func(tx release.Tx) error { return tx.SaveMeeting(m) }) // which leaves the amendments alone
	kept(m)
	d.exec(`UPDATE meetings SET ratified_at = corrections_until`)
	m.RatifiedAt = m.CorrectionsUntil
	kept(m)
}

// testMeetings shows how meetings are found, and when their minutes are due.
func testMeetings(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	add := func(kind release.MeetingKind, of int, ended time.Time) release.Meeting {
		m := session()
		m.Kind, m.Release, m.EndedAt = kind, of, ended
		if !ended.IsZero() {
			m.CorrectionsUntil = ended.Add(time.Hour)
		}
		d.do(func(tx release.Tx) error { return tx.AddMeeting(&m) })
		return m
	}
	board := add(release.BoardMeeting, 0, noon)
	kickOff := add(release.KickOff, 7, time.Time{})
	other := add(release.KickOff, 8, time.Time{})
	next := add(release.BoardMeeting, 0, time.Time{})
	find := func(f release.MeetingFilter, want ...release.Meeting) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.FindMeetings(f)
			same(t, "meetings found", want, got)
			return err
		})
	}
	find(release.MeetingFilter{}, next, other, kickOff, board)
	find(release.MeetingFilter{Kind: release.KickOff}, other, kickOff)
	find(release.MeetingFilter{Release: 7}, kickOff)
	find(release.MeetingFilter{Running: true, Limit: 1}, next)
	find(release.MeetingFilter{Ended: true}, board)
	find(release.MeetingFilter{Kind: release.EnvironmentTalk})
	due := func(at time.Time, want ...int64) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			got, err := tx.DueMeetings(at)
			same(t, "minutes that are due", append([]int64{}, want...), append([]int64{}, got...))
			return err
		})
	}
	due(noon.Add(time.Hour-time.Microsecond), []int64{}...)
	due(noon.Add(time.Hour), board.ID)
	board.RatifiedAt = noon.Add(time.Hour)
	d.do(func(tx release.Tx) error { return tx.SaveMeeting(board) })
	due(noon.Add(2*time.Hour), []int64{}...)
	twice := session()
	twice.Kind, twice.Release = release.KickOff, 7
	err := d.Within(t.Context(), func(tx release.Tx) error { return tx.AddMeeting(&twice) })
	if err == nil {
		t.Error("two kick-offs of one release run at once")
	}
}

// testEntriesAfter shows what minutes are written from: the ledger behind an
// entry, without a gap. Whoever asked for its end is not overtaken (M12, T23).
func testEntriesAfter(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	end := func(tx release.Tx) int64 {
		last, err := tx.LastEntry()
		if err != nil {
			t.Errorf("find the end of the ledger: %v", err)
		}
		return last
	}
	d.do(func(tx release.Tx) error {
		if last := end(tx); last != 0 {
			t.Errorf("an empty ledger ends at %d", last)
		}
		first, second := entry("", 3, 7), entry("", 4, 7)
		second.Kind, second.At = release.BallotDecided, noon.Add(time.Minute)
		return errors.Join(tx.Append(first), tx.Append(second), tx.Append(entry("", 5, 7)))
	})
	d.do(func(tx release.Tx) error {
		last := end(tx)
		got, err := tx.EntriesAfter(last-2, []release.EntryKind{release.BallotDecided, release.RFCRaised})
		want := []release.LedgerLine{{
			ID: last - 1, At: noon.Add(time.Minute), Kind: release.BallotDecided, Subject: "ballot/4", By: "ann", RFC: 7,
			Data: []byte(`{"choice":"go","seat":"test-manager/si"}`),
		}}
		same(t, "entries", want, got)
		return err
	})
	if !d.onPostgres() {
		return // there a transaction is alone
	}
	held, let, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		done <- d.Within(t.Context(), func(tx release.Tx) error {
			err := tx.Append(entry("", 6, 7))
			close(held)
			<-let
			return err
		})
	}()
	<-held
	last := make(chan int64, 1)
	go func() {
		_ = d.Within(t.Context(), func(tx release.Tx) error { // end tells of errors
			last <- end(tx)
			return nil
		})
	}()
	until(t, "somebody waits for the ledger", func() bool {
		return d.number(`SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'ledger_entries'::regclass`) == 1
	})
	close(let)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got, want := <-last, d.number(`SELECT max(id) FROM ledger_entries`); got != want {
		t.Errorf("the end of the ledger was %d although entry %d was being committed", got, want)
	}
}

// testChairs shows that of several chairs who open a meeting at once one wins
// and the others are told, and that what is decided while a meeting ends is in
// its minutes or behind its end, never lost (M12, T23).
func testChairs(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	p := programme()
	p.People[0].Roles = append(p.People[0].Roles, release.Holding{Role: release.ReleaseManager, Party: "si"})
	d.do(func(tx release.Tx) error { return tx.AddProgramme(&p, "ann", noon) })
	desk := release.NewDesk(d.DB, d.now)
	const chairs = 6
	results := make(chan error, chairs)
	for range chairs {
		go func() {
			_, err := desk.StartMeeting(t.Context(), release.Intent{By: "ann"}, release.BoardMeeting, 0)
			results <- err
		}()
	}
	won := 0
	for range chairs {
		err := <-results
		if r, refused := release.AsRefusal(err); err == nil {
			won++
		} else if !refused || r.Code != release.CodeState {
			t.Errorf("a chair who came second was told %v", err)
		}
	}
	if won != 1 {
		t.Errorf("%d of %d chairs opened the meeting", won, chairs)
	}
	r := rfc()
	d.do(func(tx release.Tx) error { return tx.AddRFC(&r) })
	const writers = 8
	for range writers {
		go func() {
			for range 10 {
				e := entry("", 1, r.Number)
				e.Kind, e.Subject = release.RFCEdited, r.Subject()
				if err := d.Within(t.Context(), func(tx release.Tx) error { return tx.Append(e) }); err != nil {
					results <- err
					return
				}
			}
			results <- nil
		}()
	}
	until(t, "something was decided", func() bool { return d.number(`SELECT count(*) FROM ledger_entries WHERE kind = 'rfc-edited'`) > 5 })
	m, err := desk.EndMeeting(t.Context(), release.Intent{By: "ann"}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for range writers {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	before := d.number(`SELECT count(*) FROM ledger_entries WHERE kind = 'rfc-edited'
		AND id < (SELECT id FROM ledger_entries WHERE kind = 'meeting-ended')`)
	if int64(len(m.Minutes)) != before {
		t.Errorf("%d of the %d decisions before the end are in the minutes", len(m.Minutes), before)
	}
}
