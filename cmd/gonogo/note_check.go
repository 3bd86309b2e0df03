package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// noteCheckCmd is `gonogo note check`.
type noteCheckCmd struct {
	File    string `arg:"" help:"The release note, YAML or Markdown."`
	Release string `help:"Hold it against this release of the database (DATABASE_URL) as well, such as REL-7." placeholder:"REL-7"`
}

// Run says everything that is wrong with a note. Advice alone does not fail.
func (c noteCheckCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	n, err := readNote(t, c.File)
	if err != nil {
		return err
	}
	if c.Release == "" {
		return c.verdict(t, checkAlone(n, t.Now()), "by itself; --release REL-7 holds it against the release, its build and its RFC")
	}
	return atDesk(ctx, open, func(desk *release.Desk) error {
		number, err := releaseNumber(ctx, desk, c.Release)
		if err != nil {
			return err
		}
		problems, err := desk.CheckNote(ctx, number, n)
		if err != nil {
			return err
		}
		return c.verdict(t, problems, "for "+release.ReleaseName(number))
	})
}

func (c noteCheckCmd) verdict(t *terminal, problems []release.NoteProblem, against string) error {
	if wrong := printProblems(t.Out, c.File, problems); wrong > 0 {
		return fmt.Errorf("%s has %s", c.File, count(wrong, "problem"))
	}
	fmt.Fprintf(t.Out, "%s: ok %s\n", c.File, against)
	return nil
}

// printProblems prints what a check found, one problem a line, and returns how
// many keep the note from being taken.
func printProblems(w io.Writer, file string, problems []release.NoteProblem) int {
	wrong := 0
	for _, x := range problems {
		kind := "advice: "
		if !x.Advice {
			kind = ""
			wrong++
		}
		fmt.Fprintf(w, "%s: %s%s: %s %s\n", file, kind, x.Field, x.Why, x.Fix)
	}
	return wrong
}

// readNote reads a note's file and prints its mistakes, one a line.
func readNote(t *terminal, file string) (release.ReleaseNote, error) {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return release.ReleaseNote{}, fmt.Errorf("there is no file %s; `gonogo note template REL-7 --out %s` begins the note of REL-7", file, file)
	}
	if err != nil {
		return release.ReleaseNote{}, fmt.Errorf("read the release note: %w", err)
	}
	if info.Size() > reports.MaxNoteFile {
		return release.ReleaseNote{}, fmt.Errorf("%s has %d bytes; a release note has %d at most", file, info.Size(), reports.MaxNoteFile)
	}
	body, err := os.ReadFile(file)
	if err != nil {
		return release.ReleaseNote{}, fmt.Errorf("read the release note: %w", err)
	}
	n, err := reports.ReadNote(file, body)
	if r, refused := release.AsRefusal(err); refused && len(r.Fields) > 0 {
		for _, f := range r.Fields {
			fmt.Fprintf(t.Out, "%s: %s: %s\n", file, f.Field, f.Why)
		}
		why := r.Why
		if some, more := strings.CutSuffix(why, " are:"); more {
			why = some + " stand above."
		}
		return n, fmt.Errorf("%s was not read. %s Correct the file and try again", file, why)
	}
	return n, err
}

// checkAlone checks a note against nothing but itself: whatever it says of its
// programme, release, build and RFC is taken for true. Advice is left to the check
// against the release, which knows people and parties.
func checkAlone(n release.ReleaseNote, now time.Time) []release.NoteProblem {
	n = n.Normal()
	f := release.NoteFacts{
		Programme: &release.Programme{Name: n.Programme, Zone: "UTC"}, Landscape: n.Landscape, Now: now,
		Build: &release.Build{Name: "of this release", Tag: n.Tag, BOM: filesOf(n)}, RFC: release.RFC{Number: 1, Content: release.RFCContent{Disruption: n.Disruption}},
		Release: release.Release{Version: release.Version{Major: 1}},
	}
	if v, err := release.ParseVersion(n.Version); err == nil {
		f.Release.Version = v
	}
	if n.Tag == "" {
		f.Build.Tag = "the tag in source control"
	}
	if number, err := release.ParseRFCName(n.RFC); err == nil {
		f.RFC.Number = number
	}
	for _, d := range n.Fixed {
		f.Release.Content.Items = append(f.Release.Content.Items, release.Item{Kind: release.ItemDefectFix, ID: d.ID, Severity: d.Severity, Title: d.Summary})
	}
	for _, x := range n.Changes {
		f.Release.Content.Items = append(f.Release.Content.Items, release.Item{Kind: release.ItemChangeRequest, ID: x.ID, Title: x.Title})
	}
	return slices.DeleteFunc(n.Complete(f).Check(f), func(x release.NoteProblem) bool { return x.Advice })
}

// filesOf returns the bill of materials of a note; where it leaves it to the
// build's, the files that its steps name.
func filesOf(n release.ReleaseNote) []release.BOMLine {
	if len(n.BOM) > 0 {
		return n.BOM
	}
	var lines []release.BOMLine
	add := func(s release.Section) {
		for _, x := range s.Steps {
			for _, file := range x.Files {
				if !slices.ContainsFunc(lines, func(b release.BOMLine) bool { return b.File == file }) {
					lines = append(lines, release.BOMLine{File: file})
				}
			}
		}
	}
	for _, k := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
		add(n.Runbook.Section(k))
	}
	for _, set := range n.Runbook.Backout {
		add(set.Section)
	}
	return lines
}
