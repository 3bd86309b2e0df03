package storage_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// voters is how many people vote, each on a seat of their own.
const voters = 40

// rounds is how often floor and desk take turns.
const rounds = 8

// BenchmarkVote measures the vote path, Desk.Cast to the commit, beside a
// hand-written floor on the same tables in the same run: pgx, one batch with the
// ballot FOR SHARE, the vote, the ledger entry.
func BenchmarkVote(b *testing.B) {
	address := pgtest.Durable(b)
	db, err := storage.Open(b.Context(), address, options())
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	ballots := openBallots(b, db, 200)
	pool, err := pgxpool.New(b.Context(), address+"&pool_max_conns=16")
	if err != nil {
		b.Fatal(err)
	}
	defer pool.Close()
	clock := func() time.Time { return noon }
	desk := release.NewDesk(db, clock)
	var intent atomic.Int64
	cast := func(ctx context.Context, ballot int64, by string) error {
		in := release.Intent{Key: fmt.Sprintf("click-%d", intent.Add(1)), By: release.PersonID(by)}
		_, err := desk.Cast(ctx, in, ballot, release.VoteGo, "")
		return err
	}
	floor := func(ctx context.Context, ballot int64, by string) error {
		return castByHand(ctx, pool, ballot, by, fmt.Sprintf("hand-%d", intent.Add(1)))
	}
	for _, few := range []struct {
		name    string
		ballots []int64
	}{{"hot", ballots[:1]}, {"200", ballots}} {
		for _, clients := range []int{1, 8, 32} {
			b.Run(fmt.Sprintf("ballots=%s/clients=%d", few.name, clients), func(b *testing.B) {
				var best, ours time.Duration
				for range rounds { // by turns, so that other load on the machine meets both
					best += castMany(b, clients, few.ballots, floor)
					ours += castMany(b, clients, few.ballots, cast)
				}
				votes := float64(rounds * (b.N/rounds + 1))
				b.ReportMetric(votes/best.Seconds(), "floor/s")
				b.ReportMetric(votes/ours.Seconds(), "votes/s")
				b.ReportMetric(best.Seconds()/ours.Seconds(), "ratio")
			})
		}
	}
}

// openBallots keeps a programme of voters and so many open ballots.
func openBallots(b *testing.B, db *storage.DB, n int) []int64 {
	b.Helper()
	p := release.Programme{Version: 1, Name: "Bench"}
	var seats []release.Seat
	for i := range voters {
		id := release.PersonID(fmt.Sprintf("person-%d", i))
		p.People = append(p.People, release.Person{ID: id, Name: "Somebody"})
		if i%4 == 0 {
			seats = append(seats, release.Seat{Key: fmt.Sprintf("test-manager/party-%d", i/4), Mandatory: true})
		}
		last := &seats[len(seats)-1]
		last.Holders = append(last.Holders, id)
	}
	ids := make([]int64, n)
	err := db.Within(b.Context(), func(tx release.Tx) error {
		if err := tx.AddProgramme(&p, "ann", noon); err != nil {
			return err
		}
		for i := range ids {
			r := release.RFC{State: release.Raised, CreatedAt: noon, UpdatedAt: noon}
			if err := tx.AddRFC(&r); err != nil {
				return err
			}
			ballot := release.Ballot{
				RFC: r.Number, Purpose: release.Approval, Digest: "d", Seats: seats, OpenedAt: noon, State: release.BallotOpen,
				MinimumUntil: noon.Add(time.Hour), Deadline: noon.Add(48 * time.Hour),
			}
			if err := tx.AddBallot(&ballot, ballot.Deadline); err != nil {
				return err
			}
			ids[i] = ballot.ID
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return ids
}

// castByHand is the least that a vote's transaction can cost.
func castByHand(ctx context.Context, pool *pgxpool.Pool, ballot int64, by, intent string) error {
	var batch pgx.Batch
	batch.Queue(`BEGIN`)
	batch.Queue(`SELECT id, state, deadline, seats FROM ballots WHERE id = $1 FOR SHARE`, ballot)
	batch.Queue(`INSERT INTO votes (ballot, seat, person, choice, words, at) VALUES ($1, 'test-manager/party-1', $2, 'go', '', $3)`, ballot, by, noon)
	batch.Queue(`INSERT INTO ledger_entries (intent, at, kind, subject, rfc, by_person, data)
		VALUES ($1, $2, 'vote-cast', $3, 1, $4, '{"choice":"go","digest":"d","seat":"test-manager/party-1","words":""}')`,
		intent, noon, fmt.Sprintf("ballot/%d", ballot), by)
	batch.Queue(`COMMIT`)
	if err := pool.SendBatch(ctx, &batch).Close(); err != nil {
		return fmt.Errorf("cast by hand: %w", err)
	}
	return nil
}

// castMany casts a round of votes with so many clients.
func castMany(b *testing.B, clients int, ballots []int64, cast func(context.Context, int64, string) error) time.Duration {
	b.Helper()
	var next atomic.Int64
	var all sync.WaitGroup
	begun := b.Elapsed()
	for range clients {
		all.Go(func() {
			for {
				i := next.Add(1)
				if i > int64(b.N/rounds+1) {
					return
				}
				if err := cast(b.Context(), ballots[i*7919%int64(len(ballots))], fmt.Sprintf("person-%d", i%voters)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	return b.Elapsed() - begun
}
