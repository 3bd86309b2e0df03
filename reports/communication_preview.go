package reports

import (
	"context"
	"fmt"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Letter returns a mail as its reader gets it, to the last letter: its subject and
// its plain text.
func (p *Post) Letter(ctx context.Context, n release.Notice) (subject, text string, err error) {
	subject, out, err := p.Preview(ctx, n)
	return subject, out.Text, err
}

// Preview returns the subject of a mail, and both forms of its body.
func (p *Post) Preview(ctx context.Context, n release.Notice) (string, templates.Output, error) {
	programme, err := p.registry.ProgrammeNow(ctx)
	if err != nil {
		return "", templates.Output{}, fmt.Errorf("read the programme for notice %s: %w", n.Key, err)
	}
	n.Road = release.ByMail
	x, err := p.letterhead.notice(programme, n)
	if err != nil {
		return "", templates.Output{}, fmt.Errorf("write notice %s: %w", n.Key, err)
	}
	out, err := p.letterhead.Templates.Render(templates.Mail, p.letterhead.dress(programme, x.page))
	if err != nil {
		return "", out, fmt.Errorf("write notice %s: %w", n.Key, err)
	}
	return p.letterhead.subject(programme, x.subject), out, nil
}
