package main

import (
	"os"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

var exampleHost = regexp.MustCompile(`https://git\.example/[a-z-]+/[a-z-]+\.git`)

// sources serves real repositories with git's own daemon and has every system's
// be the one with tags; before the programme is applied.
func (s *scene) sources(ts *testscript.TestScript, _ bool, _ []string) {
	file := ts.MkAbs("programme.yaml")
	address := newGitHost(s.t).overDaemon(s.t) + "/full.git"
	ts.Check(os.WriteFile(file, []byte(exampleHost.ReplaceAllString(ts.ReadFile(file), address)), 0o600))
}
