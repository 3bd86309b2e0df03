package main

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// The id and the words of an item that is for DCC only.
const (
	secretID    = "SEC-7741"
	secretWords = "Zanzibar"
)

// TestWhatIsConfidedLeaksNowhere lives a release with an item that is for DCC only,
// and then reads all there is: what the board's channel and everybody's messages say,
// every mail, the pages, tables, calendars and the evidence pack of somebody of another
// party. None of it has a trace of the item; DCC's people, and who decides, read it on
// the page, in Slack and in their letters (T34).
func TestWhatIsConfidedLeaksNowhere(t *testing.T) {
	s := rehearse(t, rehearseCmd{At: "2026-11-18T10:00"})
	ctx := t.Context()
	l := &life{story: &story{rehearsal: s.rehearsal, programme: s.programme, out: io.Discard}}
	if err := l.plan(ctx); err != nil {
		t.Fatal(err)
	}
	by, err := l.requester()
	if err != nil {
		t.Fatal(err)
	}
	secret := map[string]any{release.FieldConfided: secretID + " critical " + secretWords + " reads the meters of others", release.FieldOnly: []string{"dcc"}}
	for _, act := range []func() error{
		func() error { return l.fills(ctx, by, "/release edit REL-1", secret) },
		func() error { return l.until(ctx, closed) },
		func() error { return l.clock.MoveTo(ctx, l.clock.Now().AddDate(0, 0, 8)) }, // a weekly report
		func() error { return l.settled(ctx) },
		func() error { return l.types(ctx, by, "/release details REL-1") },
	} {
		if err := act(); err != nil {
			t.Fatal(err)
		}
	}
	if view, open := s.box.OpenView(by.Slack[0].User); !open || !strings.Contains(string(view.Blocks), secretID) || !strings.Contains(string(view.Blocks), "Only for DCC") {
		t.Errorf("who decides reads nothing of it in Slack: %s", view.Blocks)
	}
	s.confidedInSlack(t)
	s.confidedInMails(t)
	// Whoever takes too many tables at once has to wait: they share them.
	s.confidedOnPages(t, "arjun-mehta", "releases.csv", "items.json", "rfcs.json", "votes.csv", "ballots.json")
	s.confidedOnPages(t, "olivia-hartley", "items.csv", "releases.json", "debts.csv", "communications.csv", "ledger.json")
	for _, who := range []release.PersonID{"gareth-llewellyn", "oluwaseun-bello", by.ID} {
		_, _, body := s.comeIn(t, who).get("/releases/1")
		if !strings.Contains(body, secretID) || !strings.Contains(body, secretWords) || !strings.Contains(body, "Only for DCC") {
			t.Errorf("%s reads nothing of it on the page", who)
		}
	}
	v, err := s.app.db.VerifyLedger(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if words, err := verdict(v); err != nil {
		t.Errorf("the ledger: %s %v", words, err)
	}
}

// traceless wants no trace of the item.
func traceless(t *testing.T, where, text string) {
	t.Helper()
	low := strings.ToLower(text)
	for _, trace := range []string{secretID, secretWords} {
		if i := strings.Index(low, strings.ToLower(trace)); i >= 0 {
			t.Errorf("%s betrays %s: …%s…", where, trace, text[max(0, i-200):min(len(text), i+100)])
		}
	}
}

// mayRead tells whether somebody may see the item.
func (s *stage) mayRead(t *testing.T, x release.Person) bool {
	t.Helper()
	standing, err := s.app.desk.ReadRelease(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return len(standing.Release.ConfidedTo(s.programme, x)) > 0
}

// confidedInSlack reads the channel as everybody does, and what each person alone
// reads; a few of those who may not see the item ask for it in every way.
func (s *stage) confidedInSlack(t *testing.T) {
	t.Helper()
	const asking = 3
	read, asked := 0, 0
	for _, x := range s.programme.People {
		if len(x.Slack) == 0 {
			continue
		}
		user := x.Slack[0].User
		for _, m := range s.box.Messages(s.programme.Slack.RCB, user) {
			read++
			traceless(t, "a message in the channel", m.Text+string(m.Blocks)+strings.Join(m.Files, " "))
		}
		if s.mayRead(t, x) {
			continue
		}
		for _, m := range s.box.Messages(s.box.DM(user), user) {
			read++
			traceless(t, "a message to "+x.Name, m.Text+string(m.Blocks)+strings.Join(m.Files, " "))
		}
		if home, there := s.box.Home(user); there {
			traceless(t, "the home of "+x.Name, string(home.Blocks))
		}
		if asked++; asked > asking {
			continue
		}
		for _, text := range []string{"/release list", "/release show REL-1", "/release details REL-1", "/release edit REL-1", "/release why REL-1", "/release note REL-1", "/release plan REL-1", "/rfc show 1"} {
			answer, err := s.box.Command(t.Context(), user, s.programme.Slack.RCB, text)
			if err != nil {
				t.Fatal(err)
			}
			said := answer.Notice
			if answer.Message != nil {
				said += answer.Message.Text + string(answer.Message.Blocks)
			}
			if view, open := s.box.OpenView(user); open {
				said += string(view.Blocks) + view.PrivateMetadata
				if err := s.box.CloseView(t.Context(), user, true); err != nil {
					t.Fatal(err)
				}
			}
			traceless(t, text+" to "+x.Name, said)
		}
	}
	if read == 0 || asked < asking {
		t.Errorf("%d messages were read, and %d people asked", read, asked)
	}
}

// confidedInMails reads every mail: who may not see the item has no trace of it, and
// some who may were told.
func (s *stage) confidedInMails(t *testing.T) {
	t.Helper()
	may := map[string]bool{}
	for _, x := range s.programme.People {
		may[x.Mail] = s.mayRead(t, x)
	}
	told, others := map[string]bool{}, 0
	for _, m := range s.mailbox.Mails() {
		to, text := strings.Join(m.To, ", "), m.Header+m.Subject+m.Text+m.HTML+m.Calendar
		switch {
		case strings.Contains(m.Text, secretID) && strings.Contains(m.HTML, secretWords) && may[to]:
			told[to] = true
		case !may[to]:
			others++
			traceless(t, "the mail “"+m.Subject+"” to "+to, text)
		}
	}
	if len(told) == 0 || others == 0 {
		t.Errorf("told of it by mail: %v; mails to others: %d", slices.Sorted(maps.Keys(told)), others)
	}
}

// confidedOnPages reads every page that links lead to, every table and calendar and
// the evidence pack, as somebody who may not see the item.
func (s *stage) confidedOnPages(t *testing.T, who release.PersonID, tables ...string) {
	t.Helper()
	x, _ := s.programme.Person(who)
	if s.mayRead(t, x) {
		t.Fatalf("%s may see it", x.Name)
	}
	v := s.comeIn(t, who)
	seen, next := map[string]bool{"/releases/1": true}, []string{"/releases/1", "/", "/roadmap", "/rfcs/1", "/ballots/1", "/ledger", "/figures"}
	const most = 60
	for read := 0; len(next) > 0 && read < most; read++ {
		at := next[0]
		next = next[1:]
		status, mime, body := v.get(at)
		traceless(t, at, body)
		if status != http.StatusOK || !strings.HasPrefix(mime, "text/html") {
			continue
		}
		for _, m := range inside.FindAllStringSubmatch(body, -1) {
			if to := strings.ReplaceAll(m[1], "&amp;", "&"); !seen[to] && !strings.HasPrefix(to, "/exports/") {
				seen[to] = true
				next = append(next, to)
			}
		}
	}
	for _, list := range tables {
		status, _, body := v.get("/exports/" + list)
		if status != http.StatusOK {
			t.Errorf("the table %s: status %d", list, status)
		}
		traceless(t, list, body)
	}
	_, _, body := v.get("/releases/1/evidence")
	pack, err := zip.NewReader(bytes.NewReader([]byte(body)), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range pack.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		traceless(t, "the evidence pack's "+f.Name, string(all))
	}
}
