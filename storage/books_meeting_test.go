package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// meetingForgeries are changes behind gonogo's back to meetings and their
// minutes, and what the verification says of each.
var meetingForgeries = map[string]struct{ statement, why string }{
	"minutes":            {`UPDATE meetings SET minutes = CAST(replace(CAST(minutes AS text), 'was raised', 'was lost') AS %JSON%) WHERE id = 1`, "meeting 1 has the minutes with the digest"},
	"minutes forgotten":  {`UPDATE meetings SET minutes = '[]' WHERE id = 1`, "meeting 1 has the minutes with the digest"},
	"agenda":             {`UPDATE meetings SET agenda = '[]' WHERE id = 1`, "meeting 1 has the agenda with the digest"},
	"attendees":          {`UPDATE meetings SET attendees = '["ann"]' WHERE id = 1`, "meeting 1 was attended by ann, the ledger says"},
	"more time":          {`UPDATE meetings SET corrections_until = '2027-01-01T12:00:00.000000Z' WHERE id = 1`, "meeting 1 may be corrected until 2027-01-01T12:00:00.000000Z, the ledger says"},
	"ratified too soon":  {`UPDATE meetings SET ratified_at = started_at WHERE id = 2`, "the ledger says nothing"},
	"meeting gone":       {`DELETE FROM meetings WHERE id = 1`, "meeting 1 is in the ledger, and its row is missing"},
	"meeting added":      {`UPDATE meetings SET id = 9 WHERE id = 2`, "meeting 9 is not in the ledger"},
	"correction":         {`UPDATE meeting_amendments SET words = 'Fine.' WHERE id = 1`, "correction 1 of meeting 1 says Fine., the ledger says Not so"},
	"correction moved":   {`UPDATE meeting_amendments SET line = 0 WHERE id = 1`, "correction 1 of meeting 1 is not in the ledger"},
	"correction removed": {`DELETE FROM meeting_amendments WHERE id = 1`, "a correction of line 1 of meeting 1 by ann is in the ledger, and its row is missing"},
}

// TestMeetingBooks shows that nobody rewrites minutes behind gonogo's back
// without being found out (M12).
func TestMeetingBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "books.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.meet()
			s.verify()
			f := newForger(t, address)
			for name, one := range meetingForgeries {
				f.exec(one.statement)
				v, err := s.VerifyLedger(t.Context())
				s.must(err)
				if !slices.ContainsFunc(v.Faults, func(x storage.LedgerFault) bool { return strings.Contains(x.String(), one.why) }) {
					t.Errorf("%s: want “%s”, got %v", name, one.why, v.Faults)
				}
				f.restore()
			}
			s.verify()
		})
	}
}

// meet holds a meeting from its agenda to its ratified minutes, and opens another.
func (s *scene) meet() {
	s.t.Helper()
	ctx := s.t.Context()
	m, err := s.desk.StartMeeting(ctx, s.as("ann"), release.BoardMeeting, 0)
	s.must(err)
	_, err = s.desk.JoinMeeting(ctx, s.as("ray"), m.ID)
	s.must(err)
	_, err = s.desk.RaiseRFC(ctx, s.as("ray"), 0, 0, patch("Before the board, “résumé” & <all>"))
	s.must(err)
	s.clock = s.clock.Add(time.Minute)
	m, err = s.desk.EndMeeting(ctx, s.as("ann"), m.ID)
	s.must(err)
	_, err = s.desk.CorrectMinutes(ctx, s.as("ann"), m.ID, 1, "Not so & “so”.")
	s.must(err)
	s.clock = m.CorrectionsUntil
	_, err = s.desk.Ratify(ctx)
	s.must(err)
	_, err = s.desk.StartMeeting(ctx, s.as("ann"), release.BoardMeeting, 0)
	s.must(err)
}
