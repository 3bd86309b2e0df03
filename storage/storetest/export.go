package storetest

import (
	"context"
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
	numbers, actions, places := []int{}, []string{}, []int64{}
	everyPage(t, 2, 0, d.RFCsAfter, func(r release.RFC) int64 {
		numbers = append(numbers, r.Number)
		return int64(r.Number)
	})
	everyPage(t, 3, 0, d.ActionsAfter, func(x release.Action) int64 {
		actions = append(actions, x.What)
		return x.ID
	})
	everyPage(t, 3, -1, d.LedgerAfter, func(e release.LedgerEntry) int64 {
		places = append(places, e.Index)
		return e.Index
	})
	same(t, "RFCs", []int{1, 2, 4, 5, 7}, numbers)
	same(t, "actions", hostile[:7], actions)
	same(t, "places in the ledger", []int64{0, 1, 2, 3, 4, 5, 6}, places)
	testExportTables(t, d)
}

// everyPage reads pages of so many, each after the place where the last one ended,
// until one is not full; take returns the place of what it is given.
func everyPage[T any](t *testing.T, most int, after int64, read func(context.Context, int64, int) ([]T, error), take func(T) int64) {
	t.Helper()
	for {
		page, err := read(t.Context(), after, most)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range page {
			after = take(x)
		}
		if len(page) < most {
			return
		}
	}
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
