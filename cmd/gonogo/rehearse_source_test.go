package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/deploy"
	"gonogo.dev/release"
)

// In a rehearsal builds can be registered with nothing to set up (R73): every
// system of the sample has a repository in a box, which is a real one, the same
// on every machine, and kept from one run to the next.
func TestBoxedSources(t *testing.T) {
	p, mistakes := ParseProgramme(deploy.Programme)
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	dir := filepath.Join(t.TempDir(), "sources")
	sources, err := openBoxedSources(dir, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range p.Systems {
		for _, tag := range []string{"v1.0.0.0", "v1.0.1.0", "v1.0.1.0-build2", "v3.0.0.0"} {
			commit, err := sources.Tag(t.Context(), s.Repository, tag)
			if err != nil {
				t.Fatalf("%s %s: %v", s.ID, tag, err)
			}
			if want := gitRun(t, dir, "--git-dir", string(s.ID)+".git", "rev-parse", tag+"^{commit}"); commit != want {
				t.Errorf("%s %s is %s, for git %s", s.ID, tag, commit, want)
			}
		}
	}
	dip := filepath.Join(dir, "dip.git")
	gitRun(t, dip, "fsck", "--strict")
	const fixed = "809bada5c4fc83e608f8847845b2f29cbebfd074"
	if got := gitRun(t, dip, "rev-parse", "v1.0.0.0^{commit}"); got != fixed {
		t.Errorf("v1.0.0.0 of dip is %s; it was %s", got, fixed)
	}
	if got, want := gitRun(t, dip, "show", "main:VERSION"), "Data Integration Platform (DIP) v3.0.0.0-build2"; got != want {
		t.Errorf("VERSION is %q; want %q", got, want)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "half-*")); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}

	repository := p.Systems[0].Repository
	wantRefusal(t, sources, repository, "v9.0.0.0", release.CodeNotFound, "There is no tag v9.0.0.0.")
	wantRefusal(t, sources, repository, "a b", release.CodeInvalid, "git allows no blanks")
	wantRefusal(t, sources, "https://git.example/other.git", "v1.0.0.0", release.CodeNotFound, "does not exist")

	gitRun(t, dip, "tag", "mine", "main~3")
	again, err := openBoxedSources(dir, p)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sources, again); diff != "" {
		t.Errorf("opened again (-before +after):\n%s", diff)
	}
	if commit, err := again.Tag(t.Context(), repository, "mine"); err != nil || commit != gitRun(t, dip, "rev-parse", "main~3") {
		t.Errorf("a tag that was made with git: %q, %v", commit, err)
	}
	if err := os.RemoveAll(dip); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, again, repository, "v1.0.0.0", release.CodeNotFound, "does not exist")
}
