package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/deploy"
	"gonogo.dev/release"
	"gonogo.dev/storage/storetest/pgtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gonogo": gonogoInScenes})
}

// TestScenes plays the stories of testdata/scenes with the built binary against
// PostgreSQL, a Slack Web API, signed requests and an SMTP server.
func TestScenes(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/scenes",
		RequireExplicitExec: false,
		Setup:               setScene,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"serve":       onStage((*scene).serve),
			"halt":        onStage((*scene).halt),
			"as":          onStage((*scene).as),
			"submit":      onStage((*scene).submit),
			"press":       onStage((*scene).press),
			"answer":      onStage((*scene).answer),
			"channel":     onStage((*scene).channel),
			"direct":      onStage((*scene).direct),
			"mailed":      onStage((*scene).mailed),
			"home":        onStage((*scene).homes),
			"twice":       onStage((*scene).twice),
			"minutely":    onStage((*scene).everyMinute),
			"corrections": onStage((*scene).corrections),
			"edit":        onStage((*scene).edit),
			"sources":     onStage((*scene).sources),
			"bom":         onStage((*scene).bom),
			"clock":       onStage((*scene).moveClock),
			"note":        onStage((*scene).note),
			"click":       onStage((*scene).click),
			"window":      onStage((*scene).window),
			"shut":        onStage((*scene).shut),
			"attach":      onStage((*scene).attach),
			"fetched":     onStage((*scene).fetched),
			"follow":      onStage((*scene).follow),
			"fill":        onStage((*scene).fill),
			"come":        onStage((*scene).come),
			"visit":       onStage((*scene).visit),
			"send":        onStage((*scene).send),
			"cast":        onStage((*scene).cast),
			"prove":       onStage((*scene).prove),
			"feed":        onStage((*scene).feed),
			"deploy":      onStage((*scene).deploy),
			"steps":       onStage((*scene).steps),
			"both":        onStage((*scene).both),
			"prepared":    onStage((*scene).prepared),
			"cleared":     onStage((*scene).cleared),
			"confirm":     onStage((*scene).confirm),
			"relay":       onStage((*scene).relay),
			"unsubscribe": onStage((*scene).unsubscribe),
		},
	})
}

// patience is how long a scene waits for what must happen.
const patience = 100 * time.Second

// stranger is an account that belongs to nobody in the programme.
const stranger = "U0STRANGER"

// sceneProgramme is the sample with votes that may close at once, since a scene
// runs in real time.
func sceneProgramme() []byte {
	quick := regexp.MustCompile(`(?m)^(\s*)minimum-open:.*$`).ReplaceAll(deploy.Programme, []byte("${1}minimum-open: 0m"))
	return quick
}

// scene is the stage of one story.
type scene struct {
	t         testing.TB
	ctx       context.Context
	box       *workspace.Workspace
	mails     *mailbox
	programme release.Programme
	web       *httptest.Server
	app       string // where the replica listens that was served last
	env       []string
	clock     *clock // the scene's own time, real until the story moves it
	wire      *wire  // on which mail travels; nil for straight to the mailbox

	mu       sync.Mutex
	replicas map[string]*exec.Cmd
	said     func() string // the last answer only the person acting saw
	link     string        // the last way in that somebody used
	cookies  map[string]*http.Cookie
	led      string // where the last answer led
	// The codes that somebody typed, and how many mails they had when they did.
	typed     map[string]string
	seenMails map[string]int
	followed  calendarFeed // the calendar that was shown last
}

func setScene(env *testscript.Env) error {
	t, ok := env.T().(testing.TB)
	if !ok {
		return fmt.Errorf("%T is not a testing.TB", env.T())
	}
	s, err := newScene(t)
	if err != nil {
		return err
	}
	env.Values["scene"] = s
	file := filepath.Join(env.WorkDir, "programme.yaml")
	if err := os.WriteFile(file, sceneProgramme(), 0o600); err != nil {
		return err
	}
	s.env = append(s.environment(pgtest.URL(t)), "GONOGO_PROGRAMME="+file, sceneClock+"="+filepath.Join(env.WorkDir, "clock"))
	env.Vars = append(env.Vars, s.env...)
	env.Defer(s.close)
	return nil
}

func newScene(t testing.TB) (*scene, error) {
	t.Helper()
	programme, mistakes := ParseProgramme(sceneProgramme())
	if len(mistakes) > 0 {
		return nil, fmt.Errorf("the sample programme has mistakes: %v", mistakes)
	}
	s := &scene{t: t, ctx: t.Context(), programme: programme, replicas: map[string]*exec.Cmd{}}
	s.clock = newClock()
	var err error
	if s.mails, err = openMailbox(s.clock.Now, func() { s.box.Changed() }); err != nil {
		return nil, err
	}
	h := &rehearsal{clock: s.clock, mailbox: s.mails, intake: nowhere{}}
	described := h.workspace(programme, config{BotToken: "xoxb-scene", SigningSecret: "scene-secret", AnswerWithin: answerPatience}, nil)
	described.People = append(described.People, workspace.Person{TeamID: programme.Slack.Team, UserID: stranger, Name: "A Stranger"})
	described.AppURL, described.AppToken, described.Jumps, described.Log = "", "xapp-scene", nil, nil
	if s.box, err = workspace.New(described); err != nil {
		return nil, err
	}
	s.web = httptest.NewServer(s.box.Handler())
	return s, nil
}

// nowhere is a listener that is not listened on: a scene's gonogo says itself
// where it listens.
type nowhere struct{ net.Listener }

func (nowhere) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

// environment is what gonogo finds in a scene.
func (s *scene) environment(database string) []string {
	return []string{
		"DATABASE_URL=" + database,
		"SLACK_BOT_TOKEN=xoxb-scene",
		"SLACK_SIGNING_SECRET=scene-secret",
		"SLACK_API_URL=" + s.web.URL + "/api/",
		"SMTP_URL=" + s.mails.URL(),
		"MAIL_FROM=Release Control <release-control@gonogo.example>",
		"GONOGO_PUBLIC_URL=https://gonogo.example",
		"GORACE=halt_on_error=1 atexit_sleep_ms=0", // a race ends the process, and an end without one waits for nothing
	}
}

func (s *scene) close() {
	s.mu.Lock()
	for _, p := range s.replicas {
		_ = p.Process.Kill() // it may have ended by itself
		_ = p.Wait()
	}
	s.mu.Unlock()
	s.box.Close()
	s.web.Close()
	_ = s.mails.Close()
}

// onStage makes a script's command of what a scene can do.
func onStage(act func(s *scene, ts *testscript.TestScript, neg bool, args []string)) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		s, ok := ts.Value("scene").(*scene)
		if !ok {
			ts.Fatalf("no scene was set")
		}
		act(s, ts, neg, args)
	}
}
