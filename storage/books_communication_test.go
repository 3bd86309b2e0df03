package storage_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// communicationForgeries are changes behind gonogo's back to what was planned to be
// told, and to whom it was.
var communicationForgeries = map[string]struct{ statement, why string }{
	"other kind":     {`UPDATE communications SET kind = 'first-notice' WHERE id = 1`, "communication 1 tells first-notice, the ledger says impact-and-downtime"},
	"other readers":  {`UPDATE communications SET addressees = '["person:tess"]' WHERE id = 1`, "communication 1 goes to the addressees with the digest"},
	"later":          {`UPDATE communications SET days = 9 WHERE id = 1`, "communication 1 is due 9 working days after window-begin at 10:00, the ledger says 2 working days before"},
	"other words":    {`UPDATE communications SET words = 'Nothing.' WHERE id = 1`, "communication 1 adds Nothing., the ledger says Mind"},
	"not asked":      {`UPDATE communications SET confirm = 'false' WHERE id = 1`, "communication 1 asks for confirmation false, the ledger says true"},
	"never sent":     {`UPDATE communications SET sent_at = NULL WHERE id = 1`, "communication 1 was sent at nothing, the ledger says"},
	"on time":        {`UPDATE communications SET late = 'true' WHERE id = 1`, "communication 1 was late true, the ledger says false"},
	"dropped":        {`UPDATE communications SET dropped_at = at, dropped = 'Never mind.' WHERE id = 1`, "communication 1 was dropped for Never mind., the ledger says nothing"},
	"taken up again": {`UPDATE communications SET dropped_at = NULL, dropped = '' WHERE id = 2`, "communication 2 was dropped for nothing, the ledger says Told by phone."},
	"not dropped":    {`DELETE FROM communications WHERE id = 2`, "communication 2 is in the ledger, and its row is missing"},
	"confirmed":      {`UPDATE hearings SET confirmed_at = at, how = 'link' WHERE person = 'tess'`, "communication 1 to tess was confirmed by link, the ledger says nothing"},
	"unconfirmed":    {`UPDATE hearings SET confirmed_at = NULL, how = '' WHERE person = 'ray'`, "communication 1 to ray was confirmed by nothing, the ledger says link"},
	"never told":     {`DELETE FROM hearings WHERE person = 'tess'`, "communication 1 to tess is in the ledger, and its row is missing"},
	"told as well": {
		`INSERT INTO hearings SELECT communication, 'eve', release, party, road, notice, at, confirmed_at, how FROM hearings WHERE person = 'tess'`,
		"communication 1 to eve is not in the ledger",
	},
}

// TestCommunicationBooks shows that the ledger names every line of a communication
// plan, every reader and every confirmation that was changed, added or removed
// behind gonogo's back, on both databases (R44, M11, T36).
func TestCommunicationBooks(t *testing.T) {
	t.Parallel()
	for dialect, address := range map[string]string{
		"postgres": pgtest.URL(t), "sqlite": "sqlite:" + filepath.Join(t.TempDir(), "communications.db"),
	} {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			s := openScene(t, address)
			s.play()
			s.communicate()
			s.verify()
			f := newForger(t, address)
			for name, one := range communicationForgeries {
				statement := one.statement
				if dialect == "sqlite" {
					statement = strings.NewReplacer("'false'", "0", "'true'", "1").Replace(statement)
				}
				f.exec(statement)
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

// communicate keeps two lines of a plan, one of which was sent and confirmed by one
// of its readers, as the clockwork and they would.
func (s *scene) communicate() {
	s.t.Helper()
	s.must(s.Within(s.t.Context(), func(tx release.Tx) error {
		for range 2 {
			c := release.Communication{
				Release: 1, Kind: release.ImpactNotice, To: []release.Addressee{"person:ray", "person:tess"},
				When: release.Moment{Cue: release.OnWindowBegin, Days: -2, At: "10:00"}, Road: release.ByMail, Words: "Mind the balances.", Confirm: true,
				By: "ray", At: s.clock,
			}
			if err := tx.AddCommunication(&c); err != nil {
				return err
			}
			record := func(kind release.EntryKind, data map[string]any) error {
				return tx.Append(release.Entry{At: s.clock, Kind: kind, Subject: c.Ref(), By: "ray", Release: 1, Data: data})
			}
			err := record(release.CommunicationPlanned, map[string]any{
				"communication": c.ID, "release": 1, "what": c.Kind, "to": c.To, "when": c.When.String(), "road": c.Road, "words": c.Words, "confirm": true,
			})
			if err != nil {
				return err
			}
			if c.ID == 2 {
				c.DroppedAt, c.DroppedBy, c.Dropped = s.clock, "ray", "Told by phone."
				if err := record(release.CommunicationDropped, map[string]any{"why": c.Dropped}); err != nil {
					return err
				}
			} else {
				c.SentAt = s.clock
				if err := s.heard(tx, c, record); err != nil {
					return err
				}
			}
			if err := tx.SaveCommunication(&c); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (s *scene) heard(tx release.Tx, c release.Communication, record func(release.EntryKind, map[string]any) error) error {
	var all []release.Hearing
	for _, person := range []release.PersonID{"ray", "tess"} {
		all = append(all, release.Hearing{Communication: c.ID, Release: 1, Person: person, Party: "si", Road: release.ByMail, Key: "x/" + string(person), At: s.clock})
	}
	if err := tx.AddHearings(all); err != nil {
		return err
	}
	if err := record(release.CommunicationSent, map[string]any{"people": []string{"ray", "tess"}}); err != nil {
		return err
	}
	if _, err := tx.Confirm(c.ID, "ray", release.ConfirmedByLink, s.clock); err != nil {
		return err
	}
	return record(release.CommunicationConfirmed, map[string]any{"how": "link"})
}
