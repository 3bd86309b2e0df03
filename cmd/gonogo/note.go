package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-isatty"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// noteCmd is `gonogo note`.
type noteCmd struct {
	Template noteTemplateCmd `cmd:"" help:"Write a file to start a release note from, with everything filled in that gonogo knows."`
	Check    noteCheckCmd    `cmd:"" help:"Say everything that a release note lacks or in which it contradicts itself."`
	Submit   noteSubmitCmd   `cmd:"" help:"Hand a release note in: it is checked, frozen and sent to its readers."`
	Show     noteShowCmd     `cmd:"" help:"Print a release note that was handed in, or write it to a file."`
}

// noteTemplateCmd is `gonogo note template`.
type noteTemplateCmd struct {
	Release string `arg:"" help:"The release, such as REL-7."`
	Format  string `help:"yaml or markdown (default: what the file's name ends in, else yaml)." enum:",yaml,markdown" default:""`
	Out     string `help:"Write it to this file." placeholder:"FILE"`
}

// Run writes the template of a release's note: the draft or the note that was
// handed in last, with what is known by now.
func (c noteTemplateCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	return atDesk(ctx, open, func(desk *release.Desk) error {
		number, err := releaseNumber(ctx, desk, c.Release)
		if err != nil {
			return err
		}
		book, err := desk.ReadNotes(ctx, number)
		if err != nil {
			return err
		}
		var last *release.ReleaseNote
		switch {
		case book.Draft != nil:
			last = &book.Draft.Note
		case len(book.Submitted) > 0:
			last = &book.Submitted[0].Note
		}
		return keepBytes(t, c.Out, reports.NoteTemplate(noteFormat(c.Format, c.Out), release.PrefillNote(book.Facts, last)))
	})
}

// noteFormat is the form of a template that was asked for, by name or by the
// file's ending.
func noteFormat(format, out string) string {
	switch ext := strings.ToLower(filepath.Ext(out)); {
	case format != "":
		return format
	case ext == ".md", ext == ".markdown":
		return reports.NoteMarkdown
	}
	return reports.NoteYAML
}

// noteSubmitCmd is `gonogo note submit`.
type noteSubmitCmd struct {
	File    string `arg:"" help:"The release note, YAML or Markdown."`
	Release string `required:"" help:"The release that it is for, such as REL-7." placeholder:"REL-7"`
	As      string `required:"" help:"Who hands it in: the id of a person of the programme." placeholder:"PERSON"`
}

// Run hands a note in.
func (c noteSubmitCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	n, err := readNote(t, c.File)
	if err != nil {
		return err
	}
	return atDesk(ctx, open, func(desk *release.Desk) error {
		number, err := releaseNumber(ctx, desk, c.Release)
		if err != nil {
			return err
		}
		if err := c.known(ctx, desk); err != nil {
			return err
		}
		problems, err := desk.CheckNote(ctx, number, n)
		if err != nil {
			return err
		}
		if wrong := printProblems(t.Out, c.File, problems); wrong > 0 {
			return fmt.Errorf("%s was not handed in: %s to mend", c.File, count(wrong, "problem"))
		}
		handed, err := desk.SubmitNote(ctx, release.Intent{By: release.PersonID(c.As)}, number, n)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.Out, "%s was handed in: %s\n", handed.Name(), handed.Ref())
		return nil
	})
}

// known refuses whoever is nobody of the programme before anything is checked.
func (c noteSubmitCmd) known(ctx context.Context, desk *release.Desk) error {
	p, err := desk.Programme(ctx)
	if err != nil {
		return err
	}
	if x, ok := p.Person(release.PersonID(c.As)); !ok || x.Retired {
		return fmt.Errorf("no active person of the programme has the id %q: --as takes an id of the programme file, such as %s", c.As, p.People[0].ID)
	}
	return nil
}

// noteShowCmd is `gonogo note show`.
type noteShowCmd struct {
	Release string `arg:"" help:"The release, such as REL-7."`
	Version int    `help:"Which of its notes (default: the newest)." placeholder:"N"`
	Format  string `help:"html, markdown or pdf (default: what the file's name ends in, else markdown)." enum:",html,markdown,pdf" default:""`
	Out     string `help:"Write it to this file." placeholder:"FILE"`
}

// Run prints or writes a note that was handed in.
func (c noteShowCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	as := documentFormat(c.Format, c.Out)
	if as == reports.AsPDF && c.Out == "" && isTerminal(t.Out) {
		return errors.New("a PDF is nothing for a terminal: add --out FILE.pdf")
	}
	return atDesk(ctx, open, func(desk *release.Desk) error {
		number, err := releaseNumber(ctx, desk, c.Release)
		if err != nil {
			return err
		}
		n, changes, err := paperShelf{desk}.Note(ctx, number, c.Version)
		if err != nil {
			return err
		}
		p, err := desk.Programme(ctx)
		if err != nil {
			return err
		}
		set, err := templates.Load()
		if err != nil {
			return fmt.Errorf("load the templates: %w", err)
		}
		file, err := reports.Letterhead{Templates: set}.NotePaper(p, n, changes).File(as)
		if err != nil {
			return err
		}
		return keepBytes(t, c.Out, file.Content)
	})
}

// paperShelf finds the papers of releases: notes that were handed in, reports of
// deployments.
type paperShelf struct{ desk *release.Desk }

// Note returns a release's note of a version, the newest for 0, and what differs
// from the version before.
func (s paperShelf) Note(ctx context.Context, number, version int) (release.SubmittedNote, []release.Change, error) {
	book, err := s.desk.ReadNotes(ctx, number)
	if err != nil {
		return release.SubmittedNote{}, nil, err
	}
	for i, n := range book.Submitted {
		if n.Version != version && version != 0 {
			continue
		}
		if i+1 < len(book.Submitted) {
			return n, book.Submitted[i+1].Note.ChangesTo(n.Note), nil
		}
		return n, nil, nil
	}
	name := release.ReleaseName(number)
	refusal := &release.Refusal{
		Code: release.CodeNotFound, What: "There is no such note.", Why: "None was handed in for " + name + " yet.", Next: "gonogo note template " + name + " begins one.",
	}
	if len(book.Submitted) > 0 {
		refusal.Why, refusal.Next = fmt.Sprintf("%s has %s.", name, count(len(book.Submitted), "note")), "Ask for "+versionsTo(len(book.Submitted))+"."
	}
	return release.SubmittedNote{}, nil, refusal
}

// versionsTo names the versions that there are.
func versionsTo(newest int) string {
	if newest == 1 {
		return "version 1"
	}
	return fmt.Sprintf("version 1 to %d", newest)
}

// documentFormat is the form that was asked for, by name or by the file's ending.
func documentFormat(format, out string) reports.DocumentFormat {
	if format != "" {
		return reports.DocumentFormat(format)
	}
	switch strings.ToLower(filepath.Ext(out)) {
	case ".html", ".htm":
		return reports.AsHTML
	case ".pdf":
		return reports.AsPDF
	}
	return reports.AsMarkdown
}

// atDesk opens the desk for one act.
func atDesk(ctx context.Context, open openDesk, act func(*release.Desk) error) error {
	desk, closeDesk, err := open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(act(desk), closeDesk())
}

// releaseNumber reads a release's name.
func releaseNumber(ctx context.Context, desk *release.Desk, text string) (int, error) {
	p, err := desk.Programme(ctx)
	if err != nil {
		return 0, err
	}
	ref, err := release.ParseReleaseRef(text, p)
	if err == nil && ref.Number == 0 {
		err = fmt.Errorf("name the release by its number, such as REL-7, instead of %s", text)
	}
	return ref.Number, err
}

// keepBytes prints a document, or writes it to the file that was asked for.
func keepBytes(t *terminal, out string, body []byte) error {
	if out == "" {
		_, err := t.Out.Write(body)
		return err
	}
	if err := os.WriteFile(out, body, 0o600); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	fmt.Fprintf(t.Out, "wrote %s\n", out)
	return nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
