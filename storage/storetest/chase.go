package storetest

import (
	"context"
	"testing"
	"time"

	"gonogo.dev/release"
)

// testChase has several replicas look at once for what is overdue, again and again:
// its owner is told once, in one message.
func testChase(t *testing.T, h *house) {
	t.Helper()
	d := h.open(t)
	p := programme()
	d.do(func(tx release.Tx) error {
		if err := tx.AddProgramme(&p, "ann", noon); err != nil {
			return err
		}
		r := planned(release.Version{Major: 1})
		if err := tx.AddRelease(&r); err != nil {
			return err
		}
		r.Stage = release.ClosedStage
		if err := tx.SaveRelease(&r); err != nil {
			return err
		}
		for range 2 {
			debt := release.Debt{
				Release: r.Number, System: r.Content.System, Party: "si", Kind: release.Retrospective, Owner: "ann", Due: noon.Add(-time.Hour), OpenedAt: noon,
			}
			if err := tx.AddDebt(&debt); err != nil {
				return err
			}
		}
		return nil
	})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	const several = 4
	type result struct {
		told int
		err  error
	}
	done := make(chan result, several)
	for range several {
		go func() {
			told, err := release.NewDesk(d.DB, func() time.Time { return noon }).Chase(ctx)
			done <- result{told, err}
		}()
	}
	told := 0
	for range several {
		r := <-done
		if r.err != nil {
			t.Errorf("chase beside others: %v", r.err)
		}
		told += r.told
	}
	again, err := release.NewDesk(d.DB, func() time.Time { return noon.Add(2 * time.Hour) }).Chase(ctx)
	if told != 1 || again != 0 || err != nil {
		t.Errorf("told %d people, and again %d (%v); want one, once", told, again, err)
	}
	if n := d.number(`SELECT count(*) FROM notices WHERE key LIKE 'chase/%'`); n != 1 {
		t.Errorf("%d messages; want one with both things", n)
	}
	if n := d.number(`SELECT count(*) FROM tellings`); n != 2 {
		t.Errorf("%d tellings; want two", n)
	}
}
