package storetest

import (
	"testing"
	"time"

	"gonogo.dev/release"
)

// testExport holds that what is exported comes page by page, each thing once and in
// order, and that what was never raised is not among it (T34).
func testExport(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	releases := newReleases(t, d, 1)
	for i := range 7 {
		d.do(func(tx release.Tx) error {
			r := release.RFC{State: release.Raised, RaisedBy: "ann", CreatedAt: noon, RaisedAt: noon, UpdatedAt: noon, UpdatedBy: "ann"}
			if i%3 == 2 {
				r.State, r.RaisedAt = release.Draft, time.Time{}
			}
			if err := tx.AddRFC(&r); err != nil {
				return err
			}
			return tx.AddAction(&release.Action{Release: releases[0], What: hostile[i], Owner: "ann", Due: noon, From: release.FromReview, By: "ann", At: noon})
		})
		d.do(func(tx release.Tx) error {
			return tx.Append(release.Entry{Kind: release.RFCRaised, Subject: "rfc/1", RFC: 1, By: "ann", At: noon, Data: map[string]any{"n": i}})
		})
	}
	if _, err := d.Seal(t.Context()); err != nil {
		t.Fatal(err)
	}
	var numbers []int
	var actions []string
	var places []int64
	for after := int64(0); ; {
		page, err := d.RFCsAfter(t.Context(), after, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range page {
			numbers, after = append(numbers, r.Number), int64(r.Number)
		}
		if len(page) < 2 {
			break
		}
	}
	for after := int64(0); ; {
		page, err := d.ActionsAfter(t.Context(), after, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range page {
			actions, after = append(actions, x.What), x.ID
		}
		if len(page) < 3 {
			break
		}
	}
	for after := int64(-1); ; {
		page, err := d.LedgerAfter(t.Context(), after, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range page {
			places, after = append(places, e.Index), e.Index
		}
		if len(page) < 3 {
			break
		}
	}
	same(t, "RFCs", []int{1, 2, 4, 5, 7}, numbers)
	same(t, "actions", hostile[:7], actions)
	same(t, "places in the ledger", []int64{0, 1, 2, 3, 4, 5, 6}, places)
	testExportTables(t, d)
}

// Every table can be read, with nothing in it too.
func testExportTables(t *testing.T, d *desk) {
	t.Helper()
	ctx := t.Context()
	for name, err := range map[string]error{
		"releases": second(d.ReleasesAfter(ctx, 0, 5)), "ballots": second(d.BallotsAfter(ctx, 0, 5)), "votes": second(d.VotesAfter(ctx, 0, 5)),
		"debts": second(d.DebtsAfter(ctx, 0, 5)), "lessons": second(d.LessonsAfter(ctx, 0, 5)), "communications": second(d.CommunicationsAfter(ctx, 0, 5)),
		"versions": second(d.VersionsAt(ctx, noon)),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
