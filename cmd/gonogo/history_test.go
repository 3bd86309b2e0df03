package main

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"gonogo.dev/storage/storetest/pgtest"
)

// rowsRead does something once and returns how many rows PostgreSQL read for it.
func rowsRead(t *testing.T, url string, pick string) int64 {
	t.Helper()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.WithoutCancel(t.Context()))
	read := func() int64 {
		var n int64
		const sum = `SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables`
		if err := c.QueryRow(t.Context(), sum).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	settled := func() int64 { // a connection tells what it read when it ends
		tick := time.NewTicker(300 * time.Millisecond)
		defer tick.Stop()
		last := int64(-1)
		for n := read(); n != last; n = read() {
			last = n
			<-tick.C
		}
		return last
	}
	before := settled()
	t.Run(pick, func(t *testing.T) {
		for _, x := range lookers(t, url+"&options=-c%20enable_seqscan%3Doff") {
			if x.name == pick {
				if err := x.do(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
	return settled() - before
}

// The board, the matrix of a past day, the weekly report, the clockwork and the debts read the same rows however long
// the history is: a plan that walks over a whole table fails here (R101).
func TestNothingGrowsWithHistory(t *testing.T) {
	t.Parallel()
	const enough, longer = 3, 9 // as long as the longest time anything looks back on, and three times that
	short, long := pgtest.URL(t), pgtest.URL(t)
	makeHistory(t, short, enough)
	makeHistory(t, long, longer)
	for _, name := range []string{"board", "figures", "matrix", "read", "beat", "debts"} {
		few, many := rowsRead(t, short, name), rowsRead(t, long, name)
		if few == 0 || float64(many) > 1.5*float64(few) {
			t.Errorf("%s reads %d rows, and %d in three times the history", name, few, many)
		} else {
			t.Logf("%s: %d rows, %d in three times the history", name, few, many)
		}
	}
}
