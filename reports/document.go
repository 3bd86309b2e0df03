package reports

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// DocumentFormat is a form in which a document is handed out.
type DocumentFormat string

// The forms of a document.
const (
	AsHTML     DocumentFormat = "html"
	AsMarkdown DocumentFormat = "markdown"
	AsPDF      DocumentFormat = "pdf"
)

// Paper is a document that people keep: a release note, a deployment report. The
// same paper always gives the same bytes in each form.
type Paper struct {
	templates *templates.Set
	page      templates.Document
	markdown  string
	file      string    // its file's name, without what tells the form
	at        time.Time // when what it says was settled
}

// File returns the paper in a form, as a file with a name and a media type.
func (x Paper) File(as DocumentFormat) (Part, error) {
	switch as {
	case AsHTML:
		html, err := x.templates.Document(x.page)
		return Part{Name: x.file + ".html", ContentType: "text/html; charset=utf-8", Content: []byte(html)}, err
	case AsMarkdown:
		return Part{Name: x.file + ".md", ContentType: "text/markdown; charset=utf-8", Content: []byte(x.markdown)}, nil
	case AsPDF:
		body, err := writePDF(x.page, x.at)
		return Part{Name: x.file + ".pdf", ContentType: "application/pdf", Content: body}, err
	}
	return Part{}, &release.Refusal{
		Code: release.CodeInvalid, What: "No document was made.", Why: fmt.Sprintf("“%s” is no form of a document.", release.Clip(oneLine(string(as)), 20)),
		Next: "Ask for html, markdown or pdf.",
	}
}

// safeName makes a file's name of words.
func safeName(words string) string {
	name := strings.Map(func(r rune) rune {
		if isAlphaNumeric(r) || r == '.' || r == '-' {
			return r
		}
		return '-'
	}, words)
	for strings.Contains(name, "--") {
		name = strings.ReplaceAll(name, "--", "-")
	}
	return strings.Trim(name, "-.")
}

// dayWords shows a day that is written like 2026-11-23 as people read it; anything
// else stays as it is.
func dayWords(text string) string {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return at.Format("Mon 2 Jan 2006")
}

// minutesText shows a time in minutes: "95 minutes (1 hour 35 minutes)".
func minutesText(n int) string {
	text := count(n, "minute")
	if n >= 60 {
		text += " (" + release.Lasting(time.Duration(n)*time.Minute) + ")"
	}
	return text
}
