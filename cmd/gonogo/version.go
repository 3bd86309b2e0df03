package main

import (
	"fmt"
	"runtime/debug"
)

// versionCmd is `gonogo version`.
type versionCmd struct{}

// Run prints the module's version and the commit it was built from.
func (versionCmd) Run(t *terminal) error {
	if _, err := fmt.Fprintf(t.Out, "gonogo %s\n", version()); err != nil {
		return fmt.Errorf("print the version: %w", err)
	}
	return nil
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "of unknown version"
	}
	revision, dirty := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) > 11:
			revision = " " + s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = " with changes"
		}
	}
	return info.Main.Version + revision + dirty + ", " + info.GoVersion
}
