package pgtest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// errNoPrograms says in one line what is missing and how to get it.
var errNoPrograms = errors.New("no PostgreSQL server programs (initdb, postgres) found: " +
	"run .ci/need, or install the package postgresql (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql)")

// places are the folders where packages keep the server programs without adding them to PATH.
var places = []string{
	"/usr/lib/postgresql/*/bin", // Debian, Ubuntu
	"/usr/pgsql-*/bin",          // the PostgreSQL project's packages for Red Hat's family
	"/opt/homebrew/opt/postgresql*/bin",
	"/usr/local/opt/postgresql*/bin",
}

// findPrograms is the folder of initdb and postgres: that of PATH, else the newest that is installed, else the
// one that pg_config names.
func findPrograms() (string, error) {
	for _, dir := range candidates() {
		if runnable(filepath.Join(dir, "initdb")) && runnable(filepath.Join(dir, "postgres")) {
			return dir, nil
		}
	}

	return "", errNoPrograms
}

// candidates are the folders to look into, best first.
func candidates() []string {
	dirs := filepath.SplitList(os.Getenv("PATH"))

	for _, place := range places {
		found, _ := filepath.Glob(place) // The only error is a malformed pattern, and the patterns are above.
		slices.SortFunc(found, newestFirst)
		dirs = append(dirs, found...)
	}

	//nolint:noctx // Prints one line and ends.
	if said, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(said)))
	}

	return dirs
}

// newestFirst orders folders by the version in their name, so that 15 comes before 9.
func newestFirst(a, b string) int {
	if len(a) != len(b) {
		return len(b) - len(a)
	}

	return strings.Compare(b, a)
}

// runnable tells whether a path is a program that may be executed.
func runnable(path string) bool {
	info, err := os.Stat(path)

	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}
