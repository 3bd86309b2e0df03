// Package templates holds the looks of everything gonogo writes outside Slack:
// embedded templates that turn a Page into HTML and into its plain-text twin.
//
// It exists so that the wording of a mail is decided once, in one value, and
// the two forms people read can never drift apart; and so that what a user
// typed is escaped in exactly one place for each form. It knows no domain type.
package templates

import (
	"bytes"
	"embed"
	"fmt"
	htmltemplate "html/template"
	"io/fs"
	"strings"
	texttemplate "text/template"
)

//go:embed mail/*.tmpl document/*.tmpl form/*.tmpl site/*
var files embed.FS

// Output is one page in the two forms in which people read it.
type Output struct {
	Text string // UTF-8, lines of at most Width columns where words allow it
	HTML string // a whole document
}

// Set is every template, parsed.
type Set struct {
	html     *htmltemplate.Template
	text     *texttemplate.Template
	document *htmltemplate.Template
	form     *htmltemplate.Template
	site     map[string]*htmltemplate.Template // by page
}

// Load parses the embedded templates. A program whose templates do not parse
// shall not start.
func Load() (*Set, error) {
	s, err := load(files)
	if err != nil {
		return nil, err
	}
	if s.document, err = loadDocument(); err != nil {
		return nil, err
	}
	if s.form, err = loadForm(); err != nil {
		return nil, err
	}
	s.site, err = loadSite()
	return s, err
}

func load(from fs.FS) (*Set, error) {
	text, err := texttemplate.New("").Option("missingkey=error").Funcs(textFuncs()).ParseFS(from, "*/*.txt.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse the text templates: %w", err)
	}
	html, err := htmltemplate.New("").Option("missingkey=error").Funcs(htmlFuncs()).ParseFS(from, "*/*.html.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse the HTML templates: %w", err)
	}
	for _, t := range html.Templates() {
		name, isPage := strings.CutSuffix(t.Name(), ".html.tmpl")
		if isPage && text.Lookup(name+".txt.tmpl") == nil {
			return nil, fmt.Errorf("parse the templates: %s has no plain-text twin", t.Name())
		}
	}
	return &Set{html: html, text: text}, nil
}

// Render returns both forms of the page with that name. The same data always
// gives the same bytes.
func (s *Set) Render(name string, data any) (Output, error) {
	var text, html bytes.Buffer
	if err := s.text.ExecuteTemplate(&text, name+".txt.tmpl", data); err != nil {
		return Output{}, fmt.Errorf("render %s as text: %w", name, err)
	}
	if err := s.html.ExecuteTemplate(&html, name+".html.tmpl", data); err != nil {
		return Output{}, fmt.Errorf("render %s as HTML: %w", name, err)
	}
	return Output{Text: tidy(text.String()), HTML: html.String()}, nil
}

// tidy leaves one blank line where the template's parts left several, and none
// at the ends.
func tidy(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" && (len(kept) == 0 || kept[len(kept)-1] == "") {
			continue
		}
		kept = append(kept, line)
	}
	return strings.TrimRight(strings.Join(kept, "\n"), "\n") + "\n"
}
