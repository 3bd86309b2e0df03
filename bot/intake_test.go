package bot

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// send posts a body as Slack would, signed at a time.
func (o *office) send(path, body string, at time.Time) (status int, answer string) {
	o.t.Helper()
	return o.sendSigned(path, body, strconv.FormatInt(at.Unix(), 10), workspace.Sign(secret, strconv.FormatInt(at.Unix(), 10), []byte(body)))
}

// post sends a signed body without waiting for what follows the answer.
func (o *office) post(path, body string) (status int, answer string) {
	o.t.Helper()
	stamp := strconv.FormatInt(start.Unix(), 10)
	r := httptest.NewRequestWithContext(o.t.Context(), http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("X-Slack-Request-Timestamp", stamp)
	r.Header.Set("X-Slack-Signature", workspace.Sign(secret, stamp, []byte(body)))
	w := httptest.NewRecorder()
	o.bot.Handler().ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func (o *office) sendSigned(path, body, stamp, signature string) (status int, answer string) {
	o.t.Helper()
	r, err := http.NewRequestWithContext(o.t.Context(), http.MethodPost, o.appURL+path, strings.NewReader(body))
	o.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("X-Slack-Request-Timestamp", stamp)
	r.Header.Set("X-Slack-Signature", signature)
	w, err := http.DefaultClient.Do(r)
	o.must(err)
	defer func() { _ = w.Body.Close() }()
	text, err := io.ReadAll(w.Body)
	o.must(err)
	o.settle()
	return w.StatusCode, string(text)
}

func commandBody(user, command, text, trigger string) string {
	return url.Values{"team_id": {team}, "user_id": {user}, "channel_id": {board}, "command": {command}, "text": {text}, "trigger_id": {trigger}}.Encode()
}

// The vector that Slack publishes (facts 17).
func TestPublishedSignature(t *testing.T) {
	body := "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
	header := http.Header{}
	header.Set("X-Slack-Request-Timestamp", "1531420618")
	header.Set("X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")
	at := time.Unix(1531420618, 0)
	if !genuine(header, []byte(body), []byte(secret), at) {
		t.Error("the published request is not genuine")
	}
	if genuine(header, []byte(body), nil, at) {
		t.Error("without a secret nothing is genuine")
	}
}

// Whatever Slack did not sign within five minutes is answered 401 and does
// nothing (facts 15, 16).
func TestUnsigned(t *testing.T) {
	o := open(t)
	body := commandBody(rachel, "/rfc", "help", "1.2.3")
	stamp := strconv.FormatInt(start.Unix(), 10)
	good := workspace.Sign(secret, stamp, []byte(body))
	old := strconv.FormatInt(start.Add(-301*time.Second).Unix(), 10)
	early := strconv.FormatInt(start.Add(301*time.Second).Unix(), 10)
	for name, c := range map[string]struct{ stamp, signature string }{
		"none":        {stamp, ""},
		"another":     {stamp, workspace.Sign("other", stamp, []byte(body))},
		"other body":  {stamp, workspace.Sign(secret, stamp, []byte(body+"x"))},
		"old":         {old, workspace.Sign(secret, old, []byte(body))},
		"from ahead":  {early, workspace.Sign(secret, early, []byte(body))},
		"no time":     {"", workspace.Sign(secret, "", []byte(body))},
		"no version":  {stamp, strings.TrimPrefix(good, "v0=")},
		"no hex":      {stamp, "v0=zz"},
		"half of it":  {stamp, good[:40]},
		"upper time":  {stamp + ".0", good},
		"other stamp": {strconv.FormatInt(start.Unix()+1, 10), good},
	} {
		if status, answer := o.sendSigned("/slack/commands", body, c.stamp, c.signature); status != http.StatusUnauthorized || answer != "" {
			t.Errorf("%s: %d %q", name, status, answer)
		}
	}
	if status, answer := o.sendSigned("/slack/commands", body, stamp, good); status != http.StatusOK || !strings.Contains(answer, "/rfc raise") {
		t.Errorf("signed: %d %q", status, answer)
	}
	if status, _ := o.send("/slack/commands", strings.Repeat("x", maxBody+1), start); status != http.StatusRequestEntityTooLarge {
		t.Errorf("too large: %d", status)
	}
	if status, _ := o.send("/slack/commands", "ssl_check=1&token=x", start); status != http.StatusOK {
		t.Errorf("ssl_check: %d", status)
	}
	if err := o.box.VerifyURL(t.Context()); err != nil {
		t.Error(err)
	}
}

// A replay of a valid request does nothing twice and is answered silently; two
// honest requests are two (T23, T30).
func TestReplay(t *testing.T) {
	o := open(t)
	o.raised()
	body := commandBody(tom, "/rfc", "vote 1 go", "1.2.3")
	if _, answer := o.send("/slack/commands", body, start); !strings.Contains(answer, "Recorded: Go") {
		t.Fatal(answer)
	}
	if status, answer := o.send("/slack/commands", body, start); status != http.StatusOK || answer != "" {
		t.Errorf("replay: %d %q", status, answer)
	}
	// Another replica, which has not seen the request, asks the ledger.
	other := New(Config{Desk: o.desk, Slack: o.bot.slack, SigningSecret: secret, Now: o.clock.Now})
	in, err := postedCommand([]byte(body))
	o.must(err)
	if a := other.take(t.Context(), in); a.body != nil {
		t.Errorf("replay elsewhere: %v", a.body)
	}
	if n := len(o.store.snapshot().ballots[1].Votes); n != 1 {
		t.Fatalf("%d votes were kept", n)
	}
	o.send("/slack/commands", commandBody(tom, "/rfc", "vote 1 go", "1.2.4"), start)
	if n := len(o.store.snapshot().ballots[1].Votes); n != 2 {
		t.Errorf("%d votes after an honest second one", n)
	}
	wants(t, strings.Join(o.observed, ","), "/rfc vote done", "/rfc vote duplicate")
}

// Deliveries that Slack repeats at once are one: presses, forms and events.
func TestRepeatedDeliveries(t *testing.T) {
	o := open(t)
	o.command(elle, "/rfc raise")
	o.box.DuplicateNext(1)
	if r, err := o.box.Submit(t.Context(), elle, filled()); err != nil || !r.OK() {
		t.Fatal(r, err)
	}
	if n := len(o.store.snapshot().rfcs); n != 1 {
		t.Fatalf("%d RFCs", n)
	}
	o.work()
	o.box.DuplicateNext(1)
	o.press(tom, "rfc.vote.go")
	if n := len(o.store.snapshot().ballots[1].Votes); n != 1 {
		t.Errorf("%d votes", n)
	}
	o.box.DuplicateNext(1)
	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	if n := o.box.Calls("views.publish"); n != 1 {
		t.Errorf("the Home was published %d times", n)
	}
}

// People are known by team and user; who is in another organisation is not
// taken for somebody of this one, and an unknown person is told who can add
// them (T31, facts 26, 27, 94, 95).
func TestWho(t *testing.T) {
	o := open(t, func(p *release.Programme, _ *Config) {
		p.People[1].Slack = append(p.People[1].Slack, release.SlackID{Team: "E0GRID", User: "W0TOM"})
	})
	r := o.raised()
	press := func(userTeam, payloadTeam, user string) string {
		payload := map[string]any{
			"type": "block_actions", "user": map[string]any{"id": user, "team_id": userTeam}, "trigger_id": "1.2." + userTeam + payloadTeam + user,
			"actions": []any{map[string]any{"action_id": "rfc.vote.go", "value": "vote 1 go @1"}},
		}
		if payloadTeam == "" {
			payload["team"] = nil
		} else {
			payload["team"] = map[string]any{"id": payloadTeam}
		}
		raw, err := json.Marshal(payload)
		o.must(err)
		before := len(o.store.snapshot().ballots[1].Votes)
		if status, _ := o.send("/slack/interactions", url.Values{"payload": {string(raw)}}.Encode(), start); status != http.StatusOK {
			t.Errorf("press answered %d", status)
		}
		votes := o.store.snapshot().ballots[1].Votes
		if len(votes) == before {
			return ""
		}
		return string(votes[len(votes)-1].Person)
	}
	for _, c := range []struct{ userTeam, payloadTeam, user, want string }{
		{team, team, tom, "tom"},
		{"", team, tom, "tom"},
		{"E0GRID", team, tom, "tom"},   // the organisation's id; the registry knows the workspace's
		{"E0GRID", "", "W0TOM", "tom"}, // installed for the whole organisation
		{"T0OTHER", team, tom, ""},     // the same user id in another workspace
		{"T0OTHER", team, pat, ""},     // known, and without a seat
		{team, team, unknown, ""},
		{"", "", tom, ""},
	} {
		if got := press(c.userTeam, c.payloadTeam, c.user); got != c.want {
			t.Errorf("%+v voted as %q", c, got)
		}
	}
	wants(t, o.command(unknown, "/rfc vote "+r.Name()+" go"), "not known to Half-hourly Settlement", "Ask Priya Rao (pmo@si.example)", "workspace "+team+", user "+unknown)
	// The stranger has the card in a shared channel and presses (facts 94).
	o.press(pat, "rfc.vote.go")
	wants(t, o.last(pat, board).Text, "You have no seat in this vote")
}
