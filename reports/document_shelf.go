package reports

import (
	"context"
	"fmt"

	"gonogo.dev/release"
)

// Shelf finds the papers that travel with mails: notices carry only what is told
// of them.
type Shelf interface {
	// Note returns a release's note of a version, whole, and what differs from the
	// version before.
	Note(ctx context.Context, number, version int) (release.SubmittedNote, []release.Change, error)
	// Deployment returns the report of a deployment that is over.
	Deployment(ctx context.Context, rollout int64) (release.DeploymentReport, error)
}

// MaxAttached is how many bytes of files a mail carries; servers refuse larger mails.
const MaxAttached = 8 << 20

// WithShelf has the mails of papers carry them as PDF.
func (p *Post) WithShelf(s Shelf) *Post {
	p.shelf = s
	return p
}

// attach puts the paper that a notice tells of beside its letter: the note that was
// handed in (R92), the report of the deployment that is over (R36).
func (p *Post) attach(ctx context.Context, programme *release.Programme, n release.Notice, x *letter) error {
	var paper Paper
	switch e := n.Event; {
	case p.shelf == nil:
		return nil
	case e.Kind == release.NoticeNote && e.Note != nil:
		note, changes, err := p.shelf.Note(ctx, e.Note.Release, e.Note.Version)
		if err != nil {
			return fmt.Errorf("read the note for notice %s: %w", n.Key, err)
		}
		paper = p.letterhead.NotePaper(programme, note, changes)
	case e.Kind == release.NoticeStatus && e.Rollout != nil && e.Rollout.Kind == release.StatusEnd:
		report, err := p.shelf.Deployment(ctx, e.Rollout.Rollout)
		if err != nil {
			return fmt.Errorf("read the report for notice %s: %w", n.Key, err)
		}
		paper = p.letterhead.DeploymentPaper(programme, report)
	default:
		return nil
	}
	file, err := paper.File(AsPDF)
	if err != nil {
		return err
	}
	x.enclose(file)
	return nil
}

// enclose attaches a file; one that is too large for mail is left out, and the
// letter says how to get it.
func (x *letter) enclose(file Part) {
	if len(file.Content) > MaxAttached {
		x.page.Footer = append([]string{file.Name + " is too large for mail. Whoever runs gonogo can send it to you."}, x.page.Footer...)
		return
	}
	x.files = append(x.files, file)
}
