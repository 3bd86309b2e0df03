package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// serve [-socket] NAME starts a replica and waits until it is ready.
func (s *scene) serve(ts *testscript.TestScript, _ bool, args []string) {
	socket := len(args) == 2 && args[0] == "-socket"
	name := args[len(args)-1]
	address, err := freeLoopback()
	ts.Check(err)
	p := exec.CommandContext(s.ctx, gonogoBinary(ts), "serve")
	p.Env = append(slices.Clone(s.env), "GONOGO_LISTEN="+address)
	if socket {
		p.Env = append(p.Env, "SLACK_APP_TOKEN=xapp-scene")
	}
	out, err := os.Create(ts.MkAbs(name + ".log"))
	ts.Check(err)
	p.Stdout, p.Stderr = out, out
	ts.Check(p.Start())
	s.mu.Lock()
	s.replicas[name] = p
	s.mu.Unlock()
	s.until(ts, name+" is ready", func() bool { return answers("http://" + address + "/readyz") })
	if socket {
		s.until(ts, name+" is connected", func() bool { return s.box.Connections() > 0 })
		return
	}
	s.app = "http://" + address
	s.box.SetAppURL(s.app)
}

// halt [-kill] NAME stops a replica, gracefully or not.
func (s *scene) halt(ts *testscript.TestScript, _ bool, args []string) {
	name := args[len(args)-1]
	s.mu.Lock()
	p := s.replicas[name]
	delete(s.replicas, name)
	s.mu.Unlock()
	if p == nil {
		ts.Fatalf("nobody named %s is serving", name)
	}
	if args[0] == "-kill" {
		ts.Check(p.Process.Kill())
		_ = p.Wait() // it was killed
		return
	}
	ts.Check(p.Process.Signal(os.Interrupt))
	if err := p.Wait(); err != nil {
		ts.Fatalf("%s did not stop gracefully: %v\n%s", name, err, ts.ReadFile(name+".log"))
	}
}

// as WHO TEXT… types a slash command in the board's channel.
func (s *scene) as(ts *testscript.TestScript, _ bool, args []string) {
	response, err := s.box.Command(s.ctx, s.user(ts, args[0]), s.programme.Slack.RCB, strings.Join(args[1:], " "))
	ts.Check(err)
	said := wordsOf(response.Message)
	s.said = func() string { return said }
	ts.Logf("%s\n%s", response.Notice, said)
}

// submit WHO BLOCK=VALUE… fills in the form that is open and sends it; several
// values of one block are separated by "|", a file is "@FILE".
func (s *scene) submit(ts *testscript.TestScript, neg bool, args []string) {
	user := s.user(ts, args[0])
	values := map[string]map[string]any{}
	for _, pair := range args[1:] {
		block, value, _ := strings.Cut(pair, "=")
		values[block] = map[string]any{s.actionOf(ts, user, block): s.given(ts, value)}
	}
	result, err := s.box.Submit(s.ctx, user, values)
	ts.Check(err)
	said := fmt.Sprint(result.Errors, " ", result.Trouble)
	s.said = func() string { return said }
	if neg == result.OK() {
		ts.Fatalf("the form was answered with %v %s", result.Errors, result.Trouble)
	}
}

// value reads "+2d22:00" as that time two days ahead in the programme's zone,
// "a|b" as several values, "a \\| b" as one with a bar, and "\\n" as a new line.
func (s *scene) value(text string) any {
	text = strings.ReplaceAll(text, `\n`, "\n")
	if at, err := time.ParseInLocation("2006-01-02 15:04", text, s.programme.Location()); err == nil {
		return at.Unix()
	}
	if m := regexp.MustCompile(`^\+(\d+)d(\d\d):(\d\d)$`).FindStringSubmatch(text); m != nil {
		var days, hour, minute int
		_, _ = fmt.Sscan(m[1], &days) // digits
		_, _ = fmt.Sscan(m[2], &hour)
		_, _ = fmt.Sscan(m[3], &minute)
		loc := s.programme.Location()
		y, mo, d := s.clock.Now().In(loc).Date()
		return time.Date(y, mo, d+days, hour, minute, 0, 0, loc).Unix()
	}
	if strings.Contains(text, `\|`) {
		return strings.ReplaceAll(text, `\|`, "|")
	}
	if strings.Contains(text, "|") {
		return strings.Split(text, "|")
	}
	return text
}

func (s *scene) actionOf(ts *testscript.TestScript, user, block string) string {
	v, ok := s.box.OpenView(user)
	if !ok {
		ts.Fatalf("no form is open")
	}
	var blocks []struct {
		BlockID string `json:"block_id"`
		Element struct {
			ActionID string `json:"action_id"`
		} `json:"element"`
	}
	ts.Check(json.Unmarshal(v.Blocks, &blocks))
	for _, b := range blocks {
		if b.BlockID == block {
			return b.Element.ActionID
		}
	}
	ts.Fatalf("the form has no field %s", block)
	return ""
}

// press WHO LABEL presses the newest button with that label which the person
// sees in the board's channel or their direct messages.
func (s *scene) press(ts *testscript.TestScript, _ bool, args []string) {
	user, label := s.user(ts, args[0]), strings.Join(args[1:], " ")
	s.until(ts, args[0]+" sees a button "+label, func() bool {
		for _, place := range []string{s.programme.Slack.RCB, s.box.DM(user)} {
			messages := s.box.Messages(place, user)
			for _, m := range slices.Backward(messages) {
				if action, value, ok := button(m.Blocks, label); ok {
					ts.Check(s.box.Click(s.ctx, user, place, m.TS, action, value))
					s.said = func() string { return s.newest(place, user, len(messages)) }
					return true
				}
			}
		}
		return false
	})
}

// newest returns the words only the person saw after a press.
func (s *scene) newest(place, user string, before int) string {
	var words []string
	messages := s.box.Messages(place, user)
	for _, m := range messages[min(before, len(messages)):] {
		if m.Ephemeral {
			words = append(words, wordsOf(&m))
		}
	}
	return strings.Join(words, "\n")
}

func button(blocks json.RawMessage, label string) (action, value string, ok bool) {
	var all []struct {
		Type     string          `json:"type"`
		Elements json.RawMessage `json:"elements"`
	}
	if json.Unmarshal(blocks, &all) != nil {
		return "", "", false // no blocks at all
	}
	for _, b := range all {
		var elements []struct {
			Type     string `json:"type"`
			ActionID string `json:"action_id"`
			Value    string `json:"value"`
			Text     struct {
				Text string `json:"text"`
			} `json:"text"`
		}
		if b.Type != "actions" || json.Unmarshal(b.Elements, &elements) != nil {
			continue
		}
		for _, e := range elements {
			if e.Type == "button" && e.Text.Text == label {
				return e.ActionID, e.Value, true
			}
		}
	}
	return "", "", false
}

// answer REGEXP waits until what only the person who acted last saw matches.
func (s *scene) answer(ts *testscript.TestScript, neg bool, args []string) {
	s.shown(ts, neg, args[0], "the answer", s.said)
}

// channel REGEXP waits until the board's channel, threads and all, shows it.
func (s *scene) channel(ts *testscript.TestScript, neg bool, args []string) {
	s.shown(ts, neg, args[0], "the board's channel", func() string { return s.wordsIn(s.programme.Slack.RCB, "") })
}

// direct WHO REGEXP waits until the person's direct messages show it.
func (s *scene) direct(ts *testscript.TestScript, neg bool, args []string) {
	user := s.user(ts, args[0])
	s.shown(ts, neg, args[1], "the direct messages of "+args[0], func() string { return s.wordsIn(s.box.DM(user), user) })
}

// home WHO REGEXP opens the person's App Home and waits until it shows it.
func (s *scene) homes(ts *testscript.TestScript, neg bool, args []string) {
	user := s.user(ts, args[0])
	ts.Check(s.box.OpenHome(s.ctx, user))
	s.shown(ts, neg, args[1], "the App Home of "+args[0], func() string {
		v, _ := s.box.Home(user)
		return string(v.Blocks)
	})
}

// mailed [-once] WHO REGEXP waits until the person got a mail that matches; with
// -once there must be exactly one.
func (s *scene) mailed(ts *testscript.TestScript, neg bool, args []string) {
	once := args[0] == "-once"
	if once {
		args = args[1:]
	}
	s.shown(ts, neg, args[1], "the mailbox of "+args[0], func() string { return strings.Join(s.mailsTo(ts, args[0]), "\n") })
	if !once {
		return
	}
	n := 0
	for _, m := range s.mailsTo(ts, args[0]) {
		if matches(ts, args[1], m) {
			n++
		}
	}
	if n != 1 {
		ts.Fatalf("%s got %d mails that match %s", args[0], n, args[1])
	}
}

func (s *scene) mailsTo(ts *testscript.TestScript, who string) []string {
	person, ok := s.programme.Person(release.PersonID(who))
	if !ok {
		ts.Fatalf("there is nobody called %s", who)
	}
	var mails []string
	for _, m := range s.mails.Mails() {
		if len(m.To) == 1 && m.To[0] == person.Mail {
			mails = append(mails, m.Header+"\n"+m.Subject+"\n"+m.Text+"\n"+m.Calendar)
		}
	}
	return mails
}

// twice has Slack deliver the next thing twice.
func (s *scene) twice(_ *testscript.TestScript, _ bool, _ []string) { s.box.DuplicateNext(1) }

// minutely REPORT has a report's schedule be every minute; before the programme is applied.
func (s *scene) everyMinute(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs("programme.yaml")
	schedule := regexp.MustCompile(`\{report: ` + args[0] + `, cron: .*\}`)
	text := schedule.ReplaceAllString(ts.ReadFile(file), "{report: "+args[0]+", cron: '* * * * *'}")
	ts.Check(os.WriteFile(file, []byte(text), 0o600))
}

// corrections TIME has minutes be open for corrections for that long; before the
// programme is applied.
func (s *scene) corrections(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs("programme.yaml")
	text := regexp.MustCompile(`corrections: \w+`).ReplaceAllString(ts.ReadFile(file), "corrections: "+args[0])
	ts.Check(os.WriteFile(file, []byte(text), 0o600))
}

func (s *scene) shown(ts *testscript.TestScript, neg bool, pattern, where string, words func() string) {
	if neg {
		if matches(ts, pattern, words()) {
			ts.Fatalf("%s shows %q:\n%s", where, pattern, words())
		}
		return
	}
	s.until(ts, where+" shows "+pattern+":\n", func() bool { return matches(ts, pattern, words()) }, words)
}

// until waits for what must become true; it fails with what it was and, if
// given, what was seen instead.
func (s *scene) until(ts *testscript.TestScript, what string, holds func() bool, seen ...func() string) {
	ctx, cancel := context.WithTimeout(s.ctx, patience)
	defer cancel()
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for !holds() {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			for _, see := range seen {
				what += see()
			}
			ts.Fatalf("waited in vain until %s", what)
		}
	}
}

func (s *scene) wordsIn(place, user string) string {
	var words []string
	for _, m := range s.box.Messages(place, user) {
		if !m.Ephemeral {
			words = append(words, wordsOf(&m))
		}
	}
	return strings.Join(words, "\n")
}

func wordsOf(m *workspace.Message) string {
	if m == nil {
		return ""
	}
	return m.Text + "\n" + string(m.Blocks)
}

func (s *scene) user(ts *testscript.TestScript, who string) string {
	if who == "stranger" {
		return stranger
	}
	person, ok := s.programme.Person(release.PersonID(who))
	if !ok || len(person.Slack) == 0 {
		ts.Fatalf("there is nobody called %s", who)
	}
	return person.Slack[0].User
}

func matches(ts *testscript.TestScript, pattern, text string) bool {
	re, err := regexp.Compile("(?s)" + pattern)
	ts.Check(err)
	return re.MatchString(text)
}

func answers(url string) bool {
	response, err := http.Get(url)
	if err != nil {
		return false
	}
	_, _ = io.Copy(io.Discard, response.Body) // only the status counts
	return response.Body.Close() == nil && response.StatusCode == http.StatusOK
}

func freeLoopback() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

func gonogoBinary(ts *testscript.TestScript) string {
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if path, err := exec.LookPath(filepath.Join(dir, "gonogo")); err == nil {
			return path
		}
	}
	ts.Fatalf("gonogo is not in the scene's PATH")
	return ""
}
