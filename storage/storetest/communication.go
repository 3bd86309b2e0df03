package storetest

import (
	"errors"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testCommunication holds what R44 asks of the database: no line of a plan is lost,
// what is due is found once and by its instant, and two people never change a line
// at once.
func testCommunication(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	numbers := newReleases(t, d, 2)
	d.do(func(tx release.Tx) error {
		if _, err := tx.Communication(1, release.ExclusiveLock); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("a line that does not exist: %v", err)
		}
		if err := tx.SaveCommunication(&release.Communication{ID: 1, Revision: 1}); !errors.Is(err, release.ErrNotFound) {
			t.Errorf("save a line that does not exist: %v", err)
		}
		return nil
	})
	first := release.Communication{
		Release: numbers[0], Kind: release.ImpactNotice, To: []release.Addressee{release.TheImpacted, "list:csps"},
		When: release.Moment{Cue: release.OnWindowBegin, Days: -2, At: "10:00"}, Road: release.ByMail, Subject: hostile[2], Words: hostile[3],
		Confirm: true, Policy: true, By: "ann", At: noon, Due: noon.Add(time.Hour),
	}
	undated, dropped, other := first, first, first
	undated.Due, undated.When = time.Time{}, release.Moment{Cue: "approve"}
	dropped.DroppedAt, dropped.DroppedBy, dropped.Dropped = noon, "bob", hostile[4]
	other.Release, other.Due, other.Told = numbers[1], noon, release.Told{
		Window: release.Window{From: noon, To: noon.Add(time.Hour), Zone: "Europe/London"}, RFC: 12, Environments: []release.EnvironmentID{"sit-a"},
		Disruption: release.ServerDown, Downtime: 90, Impact: hostile[1], Off: true,
	}
	other.Kind, other.Corrects = release.CorrectionNotice, []int64{1, 2}
	d.do(func(tx release.Tx) error {
		return errors.Join(tx.AddCommunication(&first), tx.AddCommunication(&undated), tx.AddCommunication(&dropped), tx.AddCommunication(&other))
	})
	find := func(what string, f release.CommunicationFilter, want ...release.Communication) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			found, err := tx.FindCommunications(f)
			if len(want)+len(found) > 0 {
				same(t, what, want, found)
			}
			return err
		})
	}
	find("of a release", release.CommunicationFilter{Release: numbers[0]}, first, undated, dropped)
	find("still to be sent", release.CommunicationFilter{Release: numbers[0], Unsent: true}, first, undated)
	find("due at noon", release.CommunicationFilter{Due: noon}, other)
	find("due later", release.CommunicationFilter{Due: noon.Add(time.Hour)}, first, other)
	late := first
	first.SentAt, first.Late, first.Told = noon.Add(2*time.Hour), true, other.Told
	d.do(func(tx release.Tx) error { return tx.SaveCommunication(&first) })
	d.do(func(tx release.Tx) error {
		if r, ok := release.AsRefusal(tx.SaveCommunication(&late)); !ok || r.Code != release.CodeStale {
			t.Errorf("saved over a newer line: %v", r)
		}
		return nil
	})
	find("sent is due no more", release.CommunicationFilter{Due: noon.Add(time.Hour)}, other)
	find("sent", release.CommunicationFilter{Release: numbers[0]}, first, undated, dropped)
}

// testHearing holds what M11 asks: one hearing for a person and a line, how each
// delivery stands, and one confirmation.
func testHearing(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	numbers := newReleases(t, d, 2)
	c := release.Communication{Release: numbers[0], Kind: release.FirstNotice, Road: release.ByMail, At: noon}
	d.do(func(tx release.Tx) error { return tx.AddCommunication(&c) })
	hear := func(person release.PersonID) release.Hearing {
		return release.Hearing{
			Communication: c.ID, Release: numbers[0], Person: person, Party: "dip", Road: release.ByMail, Key: c.Ref() + "/" + string(person), At: noon,
		}
	}
	ann, bob, eve := hear("ann"), hear("bob"), hear("eve")
	d.do(func(tx release.Tx) error {
		for _, x := range []release.Hearing{ann, bob, eve} {
			n := notice(x.Key)
			n.To = x.Person
			if err := tx.Promise(n); err != nil {
				return err
			}
		}
		return errors.Join(tx.AddHearings(nil), tx.AddHearings([]release.Hearing{bob, ann, eve}), tx.AddHearings([]release.Hearing{ann}))
	})
	d.exec(`UPDATE notices SET state = 'sent', sent_at = '2026-11-23T12:00:05.000000Z', receipt = '250 OK' WHERE to_person = 'ann'`)
	d.exec(`UPDATE notices SET state = 'given-up', last_error = '550 no such user' WHERE to_person = 'bob'`)
	confirm := func(person release.PersonID, want bool) {
		t.Helper()
		d.do(func(tx release.Tx) error {
			did, err := tx.Confirm(c.ID, person, release.ConfirmedByLink, noon.Add(time.Hour))
			if did != want {
				t.Errorf("%s confirmed: %t", person, did)
			}
			return err
		})
	}
	confirm("ann", true)
	confirm("ann", false)
	confirm("zoe", false)
	ann.State, ann.Detail, ann.DeliveredAt = release.Delivered, "250 OK", noon.Add(5*time.Second)
	ann.ConfirmedAt, ann.How = noon.Add(time.Hour), release.ConfirmedByLink
	bob.State, bob.Detail = release.Refused, "550 no such user"
	eve.State = release.OnItsWay
	d.do(func(tx release.Tx) error {
		heard, err := tx.Hearings(numbers[0])
		same(t, "who was told", []release.Hearing{ann, bob, eve}, heard)
		return err
	})
	d.do(func(tx release.Tx) error {
		heard, err := tx.Hearings(numbers[1])
		if len(heard) != 0 {
			t.Errorf("told of another release: %v", heard)
		}
		return err
	})
}
