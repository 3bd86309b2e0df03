package workspace

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Clock is the programme's clock; it can only be moved ahead.
type Clock interface {
	Now() time.Time
	MoveTo(ctx context.Context, t time.Time) error
}

// Jump is a place in time the page offers to move the clock to, such as "RFC-1's deadline".
type Jump struct {
	Label string
	At    time.Time
}

// Command is a slash command the app has installed.
type Command struct {
	Name        string // with the slash: "/rfc"
	Description string
	UsageHint   string // what may follow the name, as in the app's manifest
	Verbs       []Verb // what the composer completes after the name
	Escape      bool   // should_escape of the manifest: mentions arrive as <@U...>
}

// Verb is the first word after a command; Usage is what may follow it.
type Verb struct{ Name, Usage, Summary string }

// Config says what is in the box. People, Clock and the ids are required; the rest has defaults or is left out.
type Config struct {
	TeamID, TeamName, BotUserID, BotName, AppID string
	BotToken, AppToken, SigningSecret           string

	// AppURL is the base of the app: signed requests go to AppURL+"/slack/commands", "/slack/interactions" and
	// "/slack/events". Empty means Socket Mode only.
	AppURL string

	People   []Person
	Channels []Channel
	Commands []Command
	Clock    Clock
	Zone     *time.Location // the zone people see times in; UTC when nil
	Jumps    func(context.Context) []Jump
	Mails    func() []Mail // nil: no mailbox is shown
	Banner   string        // shown on every screen
	Tries    []string      // the things to try, for a first-time visitor
	Log      *slog.Logger

	// State is a file in which the box keeps its messages from one run to the next; empty keeps them in memory only.
	// One box at a time may use it.
	State string

	// AnswerWithin is how long the app has to answer and a trigger id may open a modal, 3 seconds when zero.
	AnswerWithin time.Duration
}

// Workspace is the box. Its methods may be called from any goroutine.
type Workspace struct {
	cfg    Config
	log    *slog.Logger
	client *http.Client
	sock   *sockets
	closed chan struct{} // closed by Close
	kept   chan struct{} // closed when the state file was written for the last time

	closing sync.Once

	mu       sync.Mutex
	appURL   string
	host     string                 // where the box itself was last reached: "127.0.0.1:4711"
	apiHost  string                 // where the app reaches its Web API
	files    map[string]File        // what people put into forms, by id
	awaited  map[string]awaitedFile // files the app announced, by id
	serial   int                    // for ids
	lastTS   time.Time              // newest ts given out
	changed  chan struct{}          // closed and replaced at every change
	version  int
	convs    map[string]*conversation
	order    []string // channel ids as configured
	people   []Person
	views    map[string]*view   // every view still reachable, by id
	stacks   map[string][]*view // open modals by user, the top last
	homes    map[string]*view
	triggers map[string]*trigger
	hooks    map[string]*hook
	states   map[string]values // what people chose in messages and Homes: "user|surface"
	methods  map[string]int
	faults   map[string][]*Fault
	twice    int // deliveries still to be sent twice
}

// New checks the configuration and returns a box: without any message, or with those of Config.State.
func New(cfg Config) (*Workspace, error) {
	for what, v := range map[string]string{"TeamID": cfg.TeamID, "BotUserID": cfg.BotUserID, "BotToken": cfg.BotToken} {
		if v == "" {
			return nil, fmt.Errorf("open workspace: Config.%s is empty", what)
		}
	}
	if cfg.Clock == nil || len(cfg.People) == 0 {
		return nil, errors.New("open workspace: Config.Clock and at least one person are needed")
	}
	if cfg.Zone == nil {
		cfg.Zone = time.UTC
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.AnswerWithin == 0 {
		cfg.AnswerWithin = 3 * time.Second
	}
	cfg.TeamName = orElse(cfg.TeamName, "Workspace")
	cfg.BotName = orElse(cfg.BotName, "app")
	cfg.AppID = orElse(cfg.AppID, "A0BOX")
	w := &Workspace{
		cfg: cfg, log: cfg.Log, appURL: cfg.AppURL, client: newClient(), sock: newSockets(), closed: make(chan struct{}), kept: make(chan struct{}), host: "workspace.invalid",
		changed: make(chan struct{}), convs: map[string]*conversation{}, people: slices.Clone(cfg.People),
		views: map[string]*view{}, stacks: map[string][]*view{}, homes: map[string]*view{},
		triggers: map[string]*trigger{}, hooks: map[string]*hook{}, states: map[string]values{},
		files: map[string]File{}, awaited: map[string]awaitedFile{}, methods: map[string]int{}, faults: map[string][]*Fault{},
	}
	if err := w.settlePeople(); err != nil {
		return nil, err
	}
	if err := w.settleChannels(); err != nil {
		return nil, err
	}
	if cfg.State == "" {
		close(w.kept)
		return w, nil
	}
	if err := w.recall(); err != nil {
		return nil, err
	}
	go w.keepUp() // ends with Close
	return w, nil
}

// SetAppURL tells the box where the app listens; see Config.AppURL.
func (w *Workspace) SetAppURL(base string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.appURL = base
}

// SetHost tells the box its own address ("127.0.0.1:4711"), for response_url. The box also learns it from every
// request it gets.
func (w *Workspace) SetHost(host string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.host = host
}

// Close ends all live connections (pages, Socket Mode) and keeps the state a last time; call it before the server is
// shut down, which waits for the connections.
func (w *Workspace) Close() {
	w.closing.Do(func() { close(w.closed) })
	<-w.kept
}

// Changed tells the open pages and all waiters that something outside the box (mails, the clock) changed.
func (w *Workspace) Changed() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.touch()
}

// touch wakes everybody who watches the box; the lock must be held.
func (w *Workspace) touch() {
	w.version++
	close(w.changed)
	w.changed = make(chan struct{})
}

// watch returns the present version and a channel that closes at the next change.
func (w *Workspace) watch() (int, <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.version, w.changed
}

// Snapshot is the state of the box as a waiter looks at it.
type Snapshot struct{ *Workspace }

// Wait returns nil as soon as the condition holds, looking again at every change of the box, or says that the
// context ended first.
func (w *Workspace) Wait(ctx context.Context, holds func(*Snapshot) bool) error {
	for {
		_, next := w.watch()
		if holds(&Snapshot{w}) {
			return nil
		}
		select {
		case <-next:
		case <-ctx.Done():
			return fmt.Errorf("wait for the workspace: %w", ctx.Err())
		}
	}
}

func (w *Workspace) now() time.Time { return w.cfg.Clock.Now().UTC() }

// id makes a new identifier with Slack's first letter; the lock must be held.
func (w *Workspace) id(letter string) string {
	w.serial++
	return fmt.Sprintf("%s0BOX%05d", letter, w.serial)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
