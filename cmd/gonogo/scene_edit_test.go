package main

import (
	"os"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// edit FILE REGEXP TEXT writes a text wherever the expression matches in a file.
func (*scene) edit(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs(args[0])
	before, err := os.ReadFile(file)
	ts.Check(err)
	expression := regexp.MustCompile(args[1])
	if !expression.Match(before) {
		ts.Fatalf("nothing in %s matches %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(file, expression.ReplaceAllLiteral(before, []byte(args[2])), 0o600))
}
