package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/deploy"
	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage/storetest/pgtest"
)

// benchBallots is how many votes are open at once in the wide benchmark.
const benchBallots = 200

// BenchmarkVotes measures a vote from a signed HTTP request to its committed
// answer, the whole product path, beside a hand-written floor in the same run:
// verify, one pgx batch with the ballot FOR SHARE, the vote and the ledger
// entry, commit. On one hot ballot and on 200, by 1, 8 and 32 clients.
func BenchmarkVotes(b *testing.B) {
	database := pgtest.Durable(b)
	gonogo := startBenchApp(b, database)
	floor := startFloor(b, database)
	for _, width := range []struct {
		name    string
		ballots int
	}{{"hot", 1}, {"200", benchBallots}} {
		for _, clients := range []int{1, 8, 32} {
			b.Run(fmt.Sprintf("ballots=%s/clients=%d", width.name, clients), func(b *testing.B) {
				least := load(b, floor, clients, width.ballots)
				ours := load(b, gonogo, clients, width.ballots)
				b.ReportMetric(ours.perSecond, "votes/s")
				b.ReportMetric(float64(ours.p99.Microseconds())/1000, "p99-ms")
				b.ReportMetric(least.perSecond, "floor-votes/s")
				b.ReportMetric(ours.perSecond/least.perSecond, "x-floor")
			})
		}
	}
}

// target is a server that takes votes.
type target struct {
	url    string
	people []string // Slack user ids
	team   string
}

// startBenchApp runs gonogo whole with 200 RFCs in their approval vote.
func startBenchApp(b *testing.B, database string) target {
	b.Helper()
	silent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"ok":true,"channel":"C0RCB","ts":"1.000001","message":{"ts":"1.000001"}}`)
	}))
	b.Cleanup(silent.Close)
	mails, err := openMailbox(newClock().Now, func() {})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = mails.Close() })
	smtp, err := reports.ParseSMTP(mails.URL())
	if err != nil {
		b.Fatal(err)
	}
	c := config{
		DatabaseURL: database, BotToken: "xoxb-bench", SigningSecret: "bench-secret", SlackAPI: silent.URL, SMTP: smtp,
		MailFrom: mail.Address{Address: "release-control@gonogo.example"},
	}
	ctx, stop := context.WithCancel(b.Context())
	p := benchProgramme(b)
	log := slog.New(slog.DiscardHandler)
	if err := prepareDatabase(ctx, c, p, newClock().Now, log); err != nil {
		b.Fatal(err)
	}
	a, err := newApp(ctx, c, newClock().Now, "", log)
	if err != nil {
		b.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	var running sync.WaitGroup
	running.Go(func() { _ = a.Run(ctx, listener) })
	b.Cleanup(func() { stop(); running.Wait(); _ = a.Close() })
	raiseMany(b, a.desk, p)
	waitMailed(b, a)
	t := target{url: "http://" + listener.Addr().String(), team: p.Slack.Team}
	for _, x := range p.People {
		if strings.HasPrefix(string(x.ID), "voter-") {
			t.people = append(t.people, x.Slack[0].User)
		}
	}
	return t
}

// benchProgramme is the sample with forty voters for ten parties who sit on
// the approval of patches; its other people are mailed nothing but their own.
func benchProgramme(b *testing.B) release.Programme {
	b.Helper()
	p, mistakes := ParseProgramme(deploy.Programme)
	if len(mistakes) > 0 {
		b.Fatal(mistakes)
	}
	return withVoters(p, 40)
}

// withVoters adds people, shared out among ten parties, each party with a
// mandatory seat in the approval of patches.
func withVoters(p release.Programme, voters int) release.Programme {
	patch := p.Policy.Types[release.Patch]
	patch.Approval.Seats = slices.Clone(patch.Approval.Seats)
	for i := range partiesVote {
		id := release.PartyID(fmt.Sprintf("party-%d", i))
		p.Parties = append(p.Parties, release.Party{ID: id, Name: fmt.Sprintf("Party %d", i), Kind: release.Participant})
		patch.Approval.Seats = append(patch.Approval.Seats,
			release.SeatRule{Function: release.Representative, Of: release.SeatParty(id), Mandatory: true})
		for j := range voters / partiesVote {
			n := i*voters/partiesVote + j
			p.People = append(p.People, release.Person{
				ID: release.PersonID(fmt.Sprintf("voter-%d", n)), Name: fmt.Sprintf("Voter %d", n), Mail: fmt.Sprintf("voter-%d@party.example", n),
				Slack: []release.SlackID{{Team: p.Slack.Team, User: fmt.Sprintf("U0VOTER%d", n)}},
				Roles: []release.Holding{{Role: release.Representative, Party: id}},
			})
		}
	}
	patch.Approval.Deadline = 24 * time.Hour
	p.Policy.Types[release.Patch] = patch
	return p
}

// partiesVote is how many parties' representatives withVoters seats.
const partiesVote = 10

// raiseMany raises the RFCs at the Desk.
func raiseMany(b testing.TB, desk *release.Desk, p release.Programme) {
	b.Helper()
	raiseSome(b, desk, p, benchBallots)
}

func raiseSome(b testing.TB, desk *release.Desk, p release.Programme, most int) {
	b.Helper()
	by := p.HoldersAmong(release.ReleaseManager, release.ProgrammeParty)[0]
	from := newClock().Now().Add(72 * time.Hour)
	for i := range most {
		_, err := desk.RaiseRFC(b.Context(), release.Intent{Key: fmt.Sprintf("bench-%d", i), By: by.ID}, 0, 0, release.RFCContent{
			Title: fmt.Sprintf("Change %d", i), System: p.Systems[0].ID, Type: release.Patch, Environments: []release.EnvironmentID{p.Environments[0].ID},
			Kind: release.DefectFix, References: []string{"DEF-1"}, Reason: "Because", Impact: "Nobody",
			Risk:   release.Risk{Likelihood: 1, Consequence: 1, Sentence: "Small."},
			Window: release.Window{From: from, To: from.Add(time.Hour), Zone: p.Zone}, Disruption: release.NoDisruption,
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// waitMailed waits until nothing is left to deliver but the posts in threads,
// which keep to Slack's pace.
func waitMailed(b *testing.B, a *app) {
	b.Helper()
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		counts, err := a.db.Counts(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if counts.Notices["promised"] <= benchBallots && counts.Unsealed == 0 {
			return
		}
		<-ticker.C
	}
}

// startFloor runs the least that can take such a vote, on the same tables.
func startFloor(b *testing.B, database string) target {
	b.Helper()
	pool, err := pgxpool.New(b.Context(), database+"&pool_max_conns=16")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := floorVote(r, pool); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"response_type":"ephemeral","text":"Recorded: Go"}`)
	}))
	b.Cleanup(server.Close)
	return target{url: server.URL, people: []string{"U0VOTER0"}, team: "T0"}
}

func floorVote(r *http.Request, pool *pgxpool.Pool) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	verifier, err := slack.NewSecretsVerifier(r.Header, "bench-secret")
	if err != nil {
		return err
	}
	if _, err := verifier.Write(body); err != nil {
		return err
	}
	if err := verifier.Ensure(); err != nil {
		return err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return err
	}
	rfc, err := strconv.Atoi(strings.Fields(form.Get("text"))[1])
	if err != nil {
		return err
	}
	now := time.Now().UTC()
	var batch pgx.Batch
	batch.Queue(`BEGIN`)
	batch.Queue(`SELECT id, state, deadline, seats FROM ballots WHERE id = $1 FOR SHARE`, rfc)
	batch.Queue(`INSERT INTO votes (ballot, seat, person, choice, words, at) VALUES ($1, 'representative/party-0', 'voter-0', 'go', '', $2)`, rfc, now)
	batch.Queue(`INSERT INTO ledger_entries (intent, at, kind, subject, rfc, by_person, data)
		VALUES ($1, $2, 'vote-cast', $3, $4, 'voter-0', '{"choice":"go","digest":"d","seat":"representative/party-0","words":""}')`,
		form.Get("trigger_id"), now, fmt.Sprintf("ballot/%d", rfc), rfc)
	batch.Queue(`COMMIT`)
	return pool.SendBatch(r.Context(), &batch).Close()
}

// speed is what a load showed.
type speed struct {
	perSecond float64
	p99       time.Duration
}

var benchSerial atomic.Int64

// load casts b.N votes by so many clients on the first so many ballots.
func load(b *testing.B, at target, clients, ballots int) speed {
	b.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	took := make([]time.Duration, b.N)
	var next atomic.Int64
	var all sync.WaitGroup
	b.ResetTimer()
	for range clients {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(b.N); i = next.Add(1) - 1 {
				began := time.Now()
				if err := postVote(b.Context(), client, at, i, ballots); err != nil {
					b.Error(err)
					return
				}
				took[i] = time.Since(began)
			}
		})
	}
	all.Wait()
	elapsed := b.Elapsed()
	slices.Sort(took)
	return speed{perSecond: float64(b.N) / elapsed.Seconds(), p99: took[len(took)*99/100]}
}

func postVote(ctx context.Context, client *http.Client, at target, i int64, ballots int) error {
	body := url.Values{
		"command": {"/rfc"}, "text": {fmt.Sprintf("vote %d go", i*7919%int64(ballots)+1)}, "user_id": {at.people[i%int64(len(at.people))]},
		"team_id": {at.team}, "channel_id": {"C0RCB"}, "trigger_id": {fmt.Sprintf("%d.bench", benchSerial.Add(1))},
		"response_url": {"http://127.0.0.1:1/none"},
	}.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, at.url+"/slack/commands", strings.NewReader(body))
	if err != nil {
		return err
	}
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("X-Slack-Request-Timestamp", stamp)
	request.Header.Set("X-Slack-Signature", workspace.Sign("bench-secret", stamp, []byte(body)))
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK || !strings.Contains(string(answer), "Recorded") {
		return fmt.Errorf("the vote was answered with %s: %s", response.Status, answer)
	}
	return nil
}
