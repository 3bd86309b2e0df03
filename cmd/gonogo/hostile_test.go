package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gonogo.dev/bot"
	"gonogo.dev/bot/workspace"
	"gonogo.dev/storage/storetest/pgtest"
)

// The hostile test: how many requests, how many at once, and by how much the
// second half may raise the memory that serve holds.
const (
	hostileRequests = 10_000 // by people without a right, and then by people with every right, half and half
	hostileAtOnce   = 8
	hostileGrowth   = 1.5
)

// TestHostileRequests guards issue 2, "done when": 10,000 random and hostile
// requests with right signatures to every endpoint of the real binary, on
// PostgreSQL, give refusals: no fault, no panic, nothing hangs, no memory is kept.
func TestHostileRequests(t *testing.T) {
	s, err := newScene(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	database := pgtest.URL(t)
	s.env = s.environment(database)
	prepareVoters(t, s, database)
	v := serveLogged(t, s)
	e := &endurance{t: t, scene: s, address: v.address}
	e.raise(1)

	before := v.figure("go_goroutines")
	draw := rand.New(rand.NewPCG(14, 36))
	outsiders := []string{stranger, "", "U0VOTER999"}
	for n := range voters {
		outsiders = append(outsiders, voterID(n))
	}
	v.attack(draw, outsiders, 0)
	half := v.figure("process_resident_memory_bytes")
	var kept string
	const look = "SELECT string_agg(content->>'title' || ' ' || state, '|') FROM rfcs"
	if err := e.database(database).QueryRowContext(t.Context(), look).Scan(&kept); err != nil {
		t.Fatal(err)
	}
	if kept != "Change 1 raised" {
		t.Errorf("people without a right left the RFCs as %q", kept)
	}
	v.attack(draw, []string{e.releaseManager(), e.releaseManager(), voterID(1)}, hostileRequests/2)

	log := v.log()
	for _, fault := range []string{"call failed", "panic", "answer not written"} {
		if i := strings.Index(log, fault); i >= 0 {
			t.Errorf("the log has %q: %s", fault, log[i:min(len(log), i+2000)])
		}
	}
	if memory := v.figure("process_resident_memory_bytes"); memory > half*hostileGrowth {
		t.Errorf("serve holds %.0f bytes after half the requests and %.0f after all of them", half, memory)
	}
	e.until("what ran after answers has ended", func() bool { return v.figure("go_goroutines") <= before+hostileAtOnce+10 })
}

// served is a serve whose log is kept and whose figures are read.
type served struct {
	t       *testing.T
	process *exec.Cmd
	address string
	file    string
	secret  string
	team    string
}

// attack sends half of the requests, as these people.
func (v *served) attack(draw *rand.Rand, people []string, from int) {
	all := make(chan hostileRequest)
	var senders sync.WaitGroup
	for range hostileAtOnce {
		senders.Go(func() {
			for h := range all {
				v.refuses(h)
			}
		})
	}
	for n := range hostileRequests / 2 {
		all <- (&hostile{Rand: draw, team: v.team, people: people, n: from + n}).request()
	}
	close(all)
	senders.Wait()
}

// serveLogged starts serve and waits until it is ready.
func serveLogged(t *testing.T, s *scene, env ...string) *served {
	t.Helper()
	address, err := freeLoopback()
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	v := &served{t: t, address: address, file: filepath.Join(t.TempDir(), "serve.log"), secret: "scene-secret", team: s.programme.Slack.Team}
	out, err := os.Create(v.file)
	if err != nil {
		t.Fatal(err)
	}
	p := exec.CommandContext(t.Context(), self)
	p.Args = []string{"gonogo", "serve"}
	p.Env = append(append(append(os.Environ(), s.env...), "GONOGO_LISTEN="+address), env...)
	p.Stdout, p.Stderr, v.process = out, out, p
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = p.Process.Kill() // it may have ended by itself
		_ = p.Wait()
		_ = out.Close()
	})
	s.box.SetAppURL("http://" + address)
	(&endurance{t: t}).until("serve is ready", func() bool { return answers("http://" + address + "/readyz") })
	return v
}

func (v *served) log() string {
	text, err := os.ReadFile(v.file)
	if err != nil {
		v.t.Error(err)
	}
	return string(text)
}

// figure returns a figure of /metrics.
func (v *served) figure(name string) float64 {
	response, err := http.Get("http://" + v.address + "/metrics")
	if err != nil {
		v.t.Error(err)
		return 0
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Error(err)
	}
	found := regexp.MustCompile(`(?m)^` + name + ` (\S+)$`).FindSubmatch(text)
	if found == nil {
		v.t.Errorf("/metrics has no %s", name)
		return 0
	}
	n, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		v.t.Error(err)
	}
	return n
}

// hostileRequest is what somebody sends who has the right secret and no right
// intentions.
type hostileRequest struct {
	path string
	kind string // content type
	body string
}

// post sends signed bytes; a fault of the transport is status 0.
func (v *served) post(h hostileRequest) (status int, answer string) {
	request, err := http.NewRequestWithContext(v.t.Context(), http.MethodPost, "http://"+v.address+h.path, strings.NewReader(h.body))
	if err != nil {
		v.t.Error(err)
		return 0, ""
	}
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	request.Header.Set("Content-Type", h.kind)
	request.Header.Set("X-Slack-Request-Timestamp", stamp)
	request.Header.Set("X-Slack-Signature", workspace.Sign(v.secret, stamp, []byte(h.body)))
	response, err := (&http.Client{Timeout: 10 * time.Second}).Do(request)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err.Error()
	}
	return response.StatusCode, string(text)
}

func (v *served) refuses(h hostileRequest) {
	status, answer := v.post(h)
	if status < 200 || status >= 500 || strings.Contains(answer, "went wrong on our side") || strings.Contains(answer, "took too long") {
		v.t.Errorf("%s %.300q: %d %s", h.path, h.body, status, answer)
	}
}

// hostileWords are pieces of which hostile texts are made.
func hostileWords() []string {
	words := []string{
		"", "1", "RFC-1", "`rfc 1`", "-1", "0", "1e9", "999999999999999999999", "2147483648", "9223372036854775807", "@1", "@999999999999999", "@", "true", "null",
		"go", "no-go", "conditions", "abstain", "override", "open", "mine", "all", "tomorrow 10:00", "2026-13-45", "10000-01-01", "1h", "-5m", "9999999h",
		"<!channel>", "<@U1|x>", "<https://evil.example|Go>", "\x00", "\xff\xfe", "a\x00b", "\u202egnp.exe", "\ufeff", "😀", "\r\nBcc: all@example.org", "'; DROP TABLE rfcs; --",
		"{{.}}", "%s%n", "../../etc/passwd", "${jndi:ldap://x}", "{}", "[]", `{"rfc":1,"rev":1}`, `{"ballot":1,"rfc":1}`, `{"rfc":-1,"ballot":-9223372036854775808}`,
		`{"rfc":1,"rev":1,"form":"edit"}`, `{"rfc":1e400}`, `{"condition":9223372036854775807}`, strings.Repeat("w", 3001), strings.Repeat("é", 1500), strings.Repeat("go ", 3000),
		strings.Repeat("[", 20000), "load-shaping", "dip", "patch", "major", "sit-a", "defect-fix", "none-yet", "Europe/London", "Mars/Olympus",
	}
	for _, c := range bot.Commands() {
		words = append(words, c.Name)
		for _, verb := range c.Verbs {
			words = append(words, verb.Name, verb.Usage)
		}
	}
	return words
}

// hostile draws requests.
type hostile struct {
	*rand.Rand
	team   string
	people []string
	n      int // the request's number
}

func oneOf[T any](h *hostile, all ...T) T { return all[h.IntN(len(all))] }

// text draws words, or a verb with its arguments.
func (h *hostile) text() string {
	words := hostileWords()
	text := oneOf(h, words...)
	if h.IntN(2) == 0 {
		text = oneOf(h, "raise", "vote", "show", "edit", "withdraw", "details", "met", "open", "close", "status", "ask", "list", "notify", "report", "draft")
		text += oneOf(h, "", " 1", " RFC-1", " 2", " x") + oneOf(h, "", " go", " no-go", " conditions", " abstain")
	}
	for h.IntN(2) == 0 {
		text += " " + oneOf(h, words...)
	}
	if h.IntN(10) == 0 && text != "" {
		at := h.IntN(len(text))
		text = text[:at] + string(rune(h.IntN(0x11000))) + text[at:]
	}
	return text
}

// request draws a request to any of the endpoints; one in ten repeats what
// Slack calls an earlier act.
func (h *hostile) request() hostileRequest {
	team := oneOf(h, h.team, h.team, h.team, h.team, h.team, "T0OTHER", "E0GRID", "")
	user, trigger := oneOf(h, h.people...), fmt.Sprintf("%d.1.hostile", h.n)
	if h.IntN(10) == 0 {
		trigger = oneOf(h, "", fmt.Sprintf("%d.1.hostile", h.IntN(h.n+1)))
	}
	switch h.IntN(9) {
	case 0, 1, 2, 3:
		command := oneOf(h, "/rfc", "/rfc", "/gonogo", "/gonogo", "/release", "/env", "/RFC", "/nothing")
		return hostileRequest{"/slack/commands", "application/x-www-form-urlencoded", url.Values{
			"command": {command}, "text": {h.text()}, "user_id": {user}, "team_id": {team}, "channel_id": {h.text()}, "trigger_id": {trigger},
		}.Encode()}
	case 4:
		body, _ := json.Marshal(map[string]any{
			"type": oneOf(h, "event_callback", "url_verification", h.text()), "challenge": h.text(), "event_id": trigger, "team_id": team,
			"event": map[string]any{"type": oneOf(h, "app_home_opened", h.text()), "user": oneOf[any](h, user, map[string]any{"id": user}, 7, nil), "tab": "home"},
		})
		return hostileRequest{"/slack/events", "application/json", string(h.broken(body))}
	case 5:
		path := oneOf(h, "/slack/commands", "/slack/interactions", "/slack/events", "/slack/", "/slack/../slack/commands", "/slack/%00", "//slack/events", "/metrics", "/readyz", "/")
		return hostileRequest{path, oneOf(h, "text/xml", "multipart/form-data; boundary=", "", "application/json"), h.text()}
	}
	body := url.Values{"payload": {string(h.broken(h.payload(user, team, trigger)))}}
	return hostileRequest{"/slack/interactions", "application/x-www-form-urlencoded", body.Encode()}
}

// broken spoils one byte or the end of some of the bodies.
func (h *hostile) broken(body []byte) []byte {
	switch h.IntN(10) {
	case 0:
		return body[:h.IntN(len(body))]
	case 1:
		body = bytes.Clone(body)
		body[h.IntN(len(body))] = byte(h.IntN(256))
	}
	return body
}

// payload draws a press or a form: forged values, other people's votes,
// metadata of other forms.
func (h *hostile) payload(user, team, trigger string) []byte {
	values := map[string]any{h.text(): map[string]any{h.text(): h.element(h.text())}}
	fields := map[string]string{
		"title": "Hostile", "system": "load-shaping", "type": "patch", "release": "none-yet", "environments": "sit-a", "kind": "defect-fix", "references": "DEF-1",
		"reason": "Because", "impact": "None", "risk": "Small", "likelihood": "2", "consequence": "3", "from": "", "to": "", "zone": "Europe/London",
		"disruption": "none", "choice": "go", "condition": "1", "cadence": "weekly", "evidence": "DEF-1",
	}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		right := fields[field]
		if h.IntN(15) == 0 {
			right = h.text()
		}
		values[field] = map[string]any{"in": h.element(right)}
	}
	form := oneOf(h, "rfc.raise", "rfc.edit", "rfc.draft", "rfc.vote", "rfc.withdraw", "rfc.met", "rfc.notify", "gonogo.close", "gonogo.vote", "gonogo.open", "rfc.vote.go", h.text())
	payload := map[string]any{
		"type": oneOf(h, "block_actions", "view_submission", "view_submission", h.text()), "user": map[string]any{"id": user, "team_id": team},
		"team": oneOf[any](h, map[string]any{"id": team}, nil), "trigger_id": trigger, "channel": map[string]any{"id": h.text()},
		"actions": []any{map[string]any{"action_id": form, "value": h.text() + oneOf(h, "", " @1", " @2", " @99"), "action_ts": h.text(), "selected_option": nil}},
	}
	if h.IntN(4) > 0 {
		payload["view"] = map[string]any{
			"id": fmt.Sprintf("V%d", h.n), "type": oneOf(h, "modal", "modal", "home", h.text()), "hash": h.text(), "callback_id": form,
			"private_metadata": oneOf(h, `{"rfc":1,"rev":1}`, `{"rfc":1,"rev":2}`, `{"rfc":2,"rev":2}`, `{"ballot":1,"rfc":1}`, `{"ballot":1,"rfc":2}`, "{}", h.text()),
			"state":            map[string]any{"values": values},
		}
	}
	body, _ := json.Marshal(payload)
	return body
}

// element draws what stands in one field.
func (h *hostile) element(value string) map[string]any {
	at := time.Now().Unix() + h.Int64N(5*24*3600)
	if h.IntN(15) == 0 {
		at = h.Int64N(1<<44) - 1000
	}
	return map[string]any{
		"value": value, "selected_option": map[string]any{"value": value}, "selected_options": []any{map[string]any{"value": value}}, "selected_date_time": at,
	}
}
