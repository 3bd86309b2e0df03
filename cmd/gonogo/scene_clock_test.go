package main

import (
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// newClock is the machine's clock, for tests.
func newClock() *clock { return &clock{real: time.Now} }

// sceneClock names the file in which a scene says how far its time is from the
// machine's; only the binary of the tests looks at it.
const sceneClock = "SCENE_CLOCK"

// gonogoInScenes is gonogo's main with the time of a scene, so that a story can
// wait for a deadline and play on a night of years ago, and with its patience.
func gonogoInScenes() {
	now := time.Now
	if file := os.Getenv(sceneClock); file != "" {
		now = func() time.Time { return time.Now().Add(aheadIn(file)) }
	}
	os.Exit(execute(now, answerPatience))
}

func aheadIn(file string) time.Duration {
	data, err := os.ReadFile(file)
	if err != nil {
		return 0 // the story has not moved it
	}
	ahead, err := time.ParseDuration(strings.TrimSpace(string(data)))
	if err != nil {
		return 0 // it is being written
	}
	return ahead
}

// clock TIME moves the scene's time to an instant in the programme's zone, such
// as "2023-10-28 12:00"; to the past only before anything is served. +2h moves
// it that far ahead.
func (s *scene) moveClock(ts *testscript.TestScript, _ bool, args []string) {
	to := s.clock.Now()
	if ahead, err := time.ParseDuration(strings.TrimPrefix(args[0], "+")); err == nil {
		to = to.Add(ahead)
	} else {
		to, err = time.ParseInLocation("2006-01-02 15:04", args[0], s.programme.Location())
		ts.Check(err)
	}
	ts.Check(s.clock.StartAt(to))
	file := ts.Getenv(sceneClock)
	ts.Check(os.WriteFile(file+".new", []byte(time.Until(to).String()), 0o600))
	ts.Check(os.Rename(file+".new", file))
}
