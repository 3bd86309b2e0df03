package storage_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/storage/storetest/pgtest"
)

// land keeps what a history leaves behind: a dump of each dialect, and in words
// what every later build must find in both.
func land(t *testing.T, number int) {
	t.Helper()
	keep := func(name, body string) {
		file, err := os.OpenFile(fmt.Sprintf("testdata/landed_%04d%s", number, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			t.Fatalf("what landed is never made anew: %v", err)
		}
		if _, err := file.WriteString(body); err != nil {
			t.Error(err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
	address := pgtest.URL(t)
	s := openScene(t, address)
	s.play()
	s.playOn()
	s.playOut()
	told, postgres := s.told(), pgtest.Dump(t, address)
	path := filepath.Join(t.TempDir(), "landed.db")
	s = openScene(t, "sqlite:"+path)
	s.play()
	s.playOn()
	s.playOut()
	s.must(s.Close())
	sqlite := dumpSQLite(t, path)
	keep(".txt", told)
	keep("_postgres.sql", postgres)
	keep("_sqlite.sql", sqlite)
}

// dumpSQLite returns a file as the statements that make it anew: tables, rows,
// then indexes. Only SQLite itself makes its table of sequences.
func dumpSQLite(t *testing.T, path string) string {
	t.Helper()
	file, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	list := func(query string, values ...any) []string {
		rows, err := file.QueryContext(t.Context(), query, values...)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		defer rows.Close()
		var all []string
		for rows.Next() {
			var text string
			if err := rows.Scan(&text); err != nil {
				t.Fatal(err)
			}
			all = append(all, text)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		return all
	}
	statements := list(`SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid`)
	for _, table := range list(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name = 'sqlite_sequence', rowid`) {
		if table == "sqlite_sequence" { // the rows before have moved it
			statements = append(statements, `DELETE FROM sqlite_sequence`)
		}
		columns := list(`SELECT 'quote("' || name || '")' FROM pragma_table_info(?)`, table)
		values := strings.Join(columns, ` || ', ' || `)
		statements = append(statements, list(`SELECT 'INSERT INTO `+table+` VALUES (' || `+values+` || ')' FROM `+table+` ORDER BY rowid`)...)
	}
	statements = append(statements, list(`SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY rowid`)...)
	return strings.Join(statements, ";\n") + ";\n"
}

// play is the history: every noun that storage keeps, in as many states as a
// few hours of a small programme have.
func (s *scene) play() {
	s.t.Helper()
	ctx := s.t.Context()
	_, err := s.Migrate(ctx)
	s.must(err)
	first := programme()
	first.People = first.People[:3]
	for _, p := range []release.Programme{first, programme()} {
		_, err = s.desk.ApplyProgramme(ctx, p, release.Operator)
		s.must(err)
	}
	r, err := s.desk.RaiseRFC(ctx, s.as("ray"), 0, 0, patch("Helix patch 7"))
	s.must(err)
	s.must(s.desk.Prefer(ctx, s.as("pia"), release.Weekly))
	s.vote(r.Number, "ann", release.VoteGo, "")
	edited := patch("Helix patch 7 “with the résumé’s fix” & <more>")
	edited.Disruption = release.ServerDown
	r, err = s.desk.EditRFC(ctx, s.as("ray"), r.Number, r.Revision, edited)
	s.must(err)
	s.vote(r.Number, "ann", release.VoteNoGo, "The backout plan\nis missing; it's \"needed\".")
	s.vote(r.Number, "tess", release.VoteConditional, "Run the settlement pack again first.")
	s.vote(r.Number, "ann", release.VoteGo, "")
	s.clock = s.clock.Add(time.Hour)
	_, err = s.desk.Close(ctx, s.as("ann"), s.poll(r.Number).ID, "")
	s.must(err)
	_, err = s.desk.MeetCondition(ctx, s.as("ray"), s.story(r.Number).Conditions[0].ID, "Report SP-12: all green.")
	s.must(err)
	s.publish()
	s.goNoGo(r.Number)
	s.leaveOpen()
	s.ship()
	sealed, err := s.Seal(ctx)
	s.must(err)
	if sealed.More || sealed.Entries == 0 {
		s.t.Fatalf("sealed %+v", sealed)
	}
}

// playOn is what the history has since deployments and what follows them are
// kept: a note, a rehearsal, operations, reviews, work-off actions.
func (s *scene) playOn() {
	s.t.Helper()
	s.govern()
	r := s.plan()
	s.prepare(r.Number, 1)
	s.practise(r.Number)
	s.operate()
	s.lookBack()
	s.workOff()
	_, err := s.Seal(s.t.Context())
	s.must(err)
}

// playOut is what the history has since people are told by plan, choose their mail,
// subscribe to calendars and come in by links.
func (s *scene) playOut() {
	s.t.Helper()
	ctx := s.t.Context()
	when, err := release.ParseMoment("2 working days before window-begin at 10:00")
	s.must(err)
	told, err := s.desk.PlanCommunication(ctx, s.as("ray"), release.Communication{
		Release: 1, Kind: release.ImpactNotice, To: release.ParseAddressees("role:test-manager"), When: when, Road: release.ByMail, Words: "“Bring” your <own> data.", Confirm: true,
	})
	s.must(err)
	_, err = s.desk.DropCommunication(ctx, s.as("ray"), told.ID, "The window is not agreed yet.")
	s.must(err)
	_, err = s.desk.CommentReadiness(ctx, s.as("eve"), "SIT A waits for the new certificates.")
	s.must(err)
	_, err = s.desk.SwitchMail(ctx, s.as("pia"), release.StreamRoadmap, false)
	s.must(err)
	feed, _, err := s.desk.MakeFeed(ctx, s.as("pia"), release.FeedOfEnvironment, "sit-a")
	s.must(err)
	_, err = s.desk.RevokeFeed(ctx, s.as("pia"), feed.ID)
	s.must(err)
	_, _, err = s.desk.MakeFeed(ctx, s.as("pia"), release.FeedOfPerson, "pia")
	s.must(err)
	_, token, err := s.desk.GivePass(ctx, s.as("pia"), "/matrix")
	s.must(err)
	_, _, err = s.desk.ComeIn(ctx, token, "a browser")
	s.must(err)
	_, err = s.Seal(ctx)
	s.must(err)
}

// publish sends the weekly digest with what was held for it.
func (s *scene) publish() {
	s.t.Helper()
	held, err := s.Held(s.t.Context(), release.Weekly)
	s.must(err)
	if len(held) == 0 {
		s.t.Fatal("nothing is held for the digest")
	}
	var merged []int64
	for _, n := range held {
		merged = append(merged, n.ID)
	}
	run := release.Run{Report: "digest-weekly", Period: "2026-W47", Due: noon.Add(30 * time.Minute), At: s.clock, Late: true}
	mail := release.Notice{
		Key: "digest-weekly/2026-W47/pia", Road: release.ByMail, To: "pia", Duty: release.DutyTold, At: s.clock,
		Event: release.Event{Kind: release.NoticeDigest, At: s.clock}, Body: []byte("Subject: SP\r\n\r\nOne decision, é\r\n"),
	}
	if won, err := s.Publish(s.t.Context(), run, []release.Notice{mail}, merged); err != nil || !won {
		s.t.Fatalf("publish: %v %v", won, err)
	}
}

// goNoGo decides on the deployment, with a condition that stays unmet.
func (s *scene) goNoGo(number int) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Hour)
	_, err := s.desk.OpenGoNoGo(s.t.Context(), s.as("ann"), number, time.Time{})
	s.must(err)
	s.vote(number, "tess", release.VoteConditional, "Tell the suppliers an hour before.")
	s.vote(number, "ann", release.VoteGo, "")
	s.clock = s.clock.Add(time.Hour)
	s.must(s.desk.Settle(s.t.Context(), s.poll(number).ID))
}

// leaveOpen leaves an RFC that was withdrawn, a draft, and a vote under way.
func (s *scene) leaveOpen() {
	s.t.Helper()
	ctx := s.t.Context()
	r, err := s.desk.RaiseRFC(ctx, s.as("ann"), 0, 0, patch("Helix patch 8"))
	s.must(err)
	_, err = s.desk.WithdrawRFC(ctx, s.as("ann"), r.Number, "Its window clashes with the data load.")
	s.must(err)
	_, err = s.desk.SaveDraft(ctx, s.as("ray"), 0, 0, release.RFCContent{Title: "Helix 5", System: "helix"})
	s.must(err)
	r, err = s.desk.RaiseRFC(ctx, s.as("ray"), 0, 0, patch("Helix patch 9"))
	s.must(err)
	s.vote(r.Number, "ann", release.VoteGo, "")
	s.clock = s.clock.Add(time.Hour)
}

// as returns a new intent of a person.
func (s *scene) as(id release.PersonID) release.Intent {
	s.acts++
	return release.Intent{Key: fmt.Sprintf("landed-%d", s.acts), By: id}
}

func (s *scene) vote(number int, by release.PersonID, c release.Choice, words string) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Minute + 123456*time.Microsecond)
	_, err := s.desk.Cast(s.t.Context(), s.as(by), s.poll(number).ID, c, words)
	s.must(err)
}
