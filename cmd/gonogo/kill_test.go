package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // reads what was kept, beside gonogo

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
	"gonogo.dev/storage"
	"gonogo.dev/storage/storetest/pgtest"
)

// The endurance test: how many people vote how often, and how often serve is
// killed meanwhile.
const (
	voters       = 50
	votesEach    = 20
	kills        = 8
	killsRaising = 4 // further RFCs raised meanwhile, so that mails are under way at the kills
)

// TestKilledAtAnyMoment guards DESIGN section 5: a kill at any instant loses
// nothing that was acknowledged, and no notice is mailed twice beyond what SMTP
// itself leaves open.
func TestKilledAtAnyMoment(t *testing.T) {
	s, err := newScene(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	database := pgtest.Durable(t)
	s.env = s.environment(database)
	prepareVoters(t, s, database)

	address, err := freeLoopback()
	if err != nil {
		t.Fatal(err)
	}
	e := &endurance{t: t, scene: s, address: address, acked: map[string]bool{}, random: rand.New(rand.NewPCG(1, 2))}
	e.start()
	e.raise(1)
	ballot := e.openBallot(database)

	stop := make(chan struct{})
	var killer sync.WaitGroup
	killer.Go(func() { e.killNowAndThen(stop) })
	var people sync.WaitGroup
	for person := range voters {
		people.Go(func() { e.vote(person, ballot) })
	}
	people.Wait()
	close(stop)
	killer.Wait()

	e.everyAckedVoteIsKept(database)
	e.everyNoticeWasMailedOnce(database)
	t.Logf("%d votes acknowledged over %d kills", len(e.acked), e.killed)
}

type endurance struct {
	t       *testing.T
	scene   *scene
	address string
	random  *rand.Rand

	mu      sync.Mutex
	process *exec.Cmd
	acked   map[string]bool
	killed  int
}

// prepareVoters applies the sample with fifty more people, five for each of ten
// parties, who sit on the approval of patches.
func prepareVoters(t *testing.T, s *scene, database string) {
	t.Helper()
	p := withVoters(s.programme, voters)
	ctx := t.Context()
	db, err := storage.Open(ctx, database, storage.Options{Now: newClock().Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := release.NewDesk(db, newClock().Now).ApplyProgramme(ctx, p, release.Operator); err != nil {
		t.Fatal(err)
	}
}

func voterID(n int) string { return fmt.Sprintf("U0VOTER%d", n) }

// start starts serve and waits until it is ready.
func (e *endurance) start() {
	self, err := os.Executable()
	if err != nil {
		e.t.Error(err)
		return
	}
	p := exec.CommandContext(e.t.Context(), self)
	p.Args = []string{"gonogo", "serve", "--delivery-timeout", "4s"}
	p.Env = append(os.Environ(), append(e.scene.env, "GONOGO_LISTEN="+e.address, "GONOGO_LOG=error")...)
	p.Stderr = os.Stderr
	if err := p.Start(); err != nil {
		e.t.Error(err)
		return
	}
	e.mu.Lock()
	e.process = p
	e.mu.Unlock()
	e.t.Cleanup(func() {
		_ = p.Process.Kill() // it may be dead already
		_ = p.Wait()
	})
	e.until("serve is ready", func() bool { return answers("http://" + e.address + "/readyz") })
}

func (e *endurance) until(what string, holds func() bool) {
	ctx, cancel := context.WithTimeout(e.t.Context(), 120*time.Second)
	defer cancel()
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	for !holds() {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			e.t.Errorf("waited in vain until %s", what)
			return
		}
	}
}

// killNowAndThen kills and restarts serve at random moments until told to stop.
func (e *endurance) killNowAndThen(stop <-chan struct{}) {
	for e.killed < kills {
		e.mu.Lock()
		wait := time.Duration(50+e.random.IntN(500)) * time.Millisecond
		e.mu.Unlock()
		timer := time.NewTimer(wait)
		select {
		case <-stop:
			timer.Stop()
			return
		case <-timer.C:
		}
		e.mu.Lock()
		_ = e.process.Process.Kill()
		_ = e.process.Wait()
		e.killed++
		e.mu.Unlock()
		e.start()
		if e.killed <= killsRaising {
			e.raise(e.killed + 1)
		}
	}
}

// raise raises RFC number n through the form, as often as it takes: a form that
// was not acknowledged is filled in again.
func (e *endurance) raise(n int) {
	s := e.scene
	s.box.SetAppURL("http://" + e.address)
	e.until(fmt.Sprintf("RFC %d is raised", n), func() bool { return e.tryToRaise(n) })
}

func (e *endurance) tryToRaise(n int) bool {
	s, user := e.scene, e.releaseManager()
	if _, open := s.box.OpenView(user); !open {
		if _, err := s.box.Command(e.t.Context(), user, s.programme.Slack.RCB, "/rfc raise"); err != nil {
			return false
		}
	}
	view, open := s.box.OpenView(user)
	if !open {
		return false
	}
	patch := (&story{rehearsal: &rehearsal{clock: newClock()}, programme: &s.programme}).patch()
	patch[release.FieldTitle] = fmt.Sprintf("Change %d", n)
	result, err := s.box.Submit(e.t.Context(), user, fields(view, patch))
	return err == nil && result.OK()
}

func (e *endurance) releaseManager() string {
	for _, x := range e.scene.programme.HoldersAmong(release.ReleaseManager, release.ProgrammeParty) {
		return x.Slack[0].User
	}
	e.t.Fatal("the sample has no release manager")
	return ""
}

// openBallot returns the RFC whose vote the fifty take part in.
func (e *endurance) openBallot(database string) int {
	db := e.database(database)
	var rfc int
	if err := db.QueryRowContext(e.t.Context(), "SELECT min(rfc) FROM ballots WHERE state = 'open'").Scan(&rfc); err != nil {
		e.t.Fatal(err)
	}
	return rfc
}

func (e *endurance) database(address string) *sql.DB {
	db, err := sql.Open("pgx", address)
	if err != nil {
		e.t.Fatal(err)
	}
	e.t.Cleanup(func() { _ = db.Close() })
	return db
}

// vote casts one person's votes, each with words of its own, and again with the
// same trigger as long as no answer came.
func (e *endurance) vote(person, rfc int) {
	for i := range votesEach {
		words := fmt.Sprintf("vote %d of voter %d", i, person)
		trigger := fmt.Sprintf("%d.%d.kill", person, i)
		e.until("an answer to "+words, func() bool {
			return e.command(voterID(person), trigger, fmt.Sprintf("vote %d abstain %s", rfc, words))
		})
		e.mu.Lock()
		e.acked[words] = true
		e.mu.Unlock()
	}
}

// command posts one signed slash command; it tells whether it was acknowledged.
func (e *endurance) command(user, trigger, text string) bool {
	body := url.Values{
		"command": {"/rfc"}, "text": {text}, "user_id": {user}, "team_id": {e.scene.programme.Slack.Team},
		"channel_id": {e.scene.programme.Slack.RCB}, "trigger_id": {trigger}, "response_url": {e.scene.web.URL + "/none"},
	}.Encode()
	request, err := http.NewRequestWithContext(e.t.Context(), http.MethodPost, "http://"+e.address+"/slack/commands", strings.NewReader(body))
	if err != nil {
		e.t.Error(err)
		return true
	}
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("X-Slack-Request-Timestamp", stamp)
	request.Header.Set("X-Slack-Signature", workspace.Sign("scene-secret", stamp, []byte(body)))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false // killed before it could answer
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		return false
	}
	// An empty answer is that of a vote which was kept although its answer was lost.
	return len(answer) == 0 || strings.Contains(string(answer), "Abstain")
}

func (e *endurance) everyAckedVoteIsKept(database string) {
	rows, err := e.database(database).QueryContext(e.t.Context(), "SELECT words, count(*) FROM votes GROUP BY words")
	if err != nil {
		e.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	kept := map[string]int{}
	for rows.Next() {
		var words string
		var n int
		if err := rows.Scan(&words, &n); err != nil {
			e.t.Fatal(err)
		}
		kept[words] = n
	}
	if err := rows.Err(); err != nil {
		e.t.Fatal(err)
	}
	for words := range e.acked {
		if kept[words] != 1 {
			e.t.Errorf("%q was acknowledged and is kept %d times", words, kept[words])
		}
	}
	if len(e.acked) != voters*votesEach {
		e.t.Errorf("%d votes were acknowledged, want %d", len(e.acked), voters*votesEach)
	}
}

// everyNoticeWasMailedOnce waits until every promised mail is sent and counts
// the mails by their Message-ID. A kill between the relay's answer and the
// receipt leaves at most one mail per connection open.
func (e *endurance) everyNoticeWasMailedOnce(database string) {
	db := e.database(database)
	waiting := -1
	e.until("every mail is sent", func() bool {
		err := db.QueryRowContext(e.t.Context(), "SELECT count(*) FROM notices WHERE road = 'mail' AND state NOT IN ('sent', 'held')").Scan(&waiting)
		return err == nil && waiting == 0
	})
	var sent int
	if err := db.QueryRowContext(e.t.Context(), "SELECT count(*) FROM notices WHERE road = 'mail' AND state = 'sent'").Scan(&sent); err != nil {
		e.t.Fatal(err)
	}
	times := map[string]int{}
	for _, m := range e.scene.mails.Mails() {
		times[messageID(m.Header)]++
	}
	twice := 0
	for _, n := range times {
		twice += n - 1
	}
	if len(times) != sent || sent == 0 {
		e.t.Errorf("%d different mails arrived, %d notices are marked sent", len(times), sent)
	}
	if most := e.killed * mailConnections; twice > most {
		e.t.Errorf("%d mails arrived twice; %d kills leave at most %d open", twice, e.killed, most)
	}
	e.t.Logf("%d mails, %d of them twice", sent, twice)
}

// mailConnections is how many mails may be between the relay's answer and
// their receipt when serve is killed.
const mailConnections = 8

func messageID(header string) string {
	for line := range strings.SplitSeq(header, "\r\n") {
		if id, ok := strings.CutPrefix(line, "Message-ID:"); ok {
			return strings.TrimSpace(id)
		}
		if id, ok := strings.CutPrefix(line, "Message-Id:"); ok {
			return strings.TrimSpace(id)
		}
	}
	return header
}
