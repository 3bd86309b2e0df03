package templates

import (
	"bytes"
	"fmt"
	htmltemplate "html/template"
)

// Form is a page on which somebody fills something in without Slack: it works
// without a script, with a keyboard, on a phone, in the light and in the dark. Every
// text is plain text and may hold what users typed. Without an Action it only says
// something.
type Form struct {
	Lang      string // BCP 47, "en-GB"
	Banner    string // stands above everything when it is not empty
	Programme string
	Kicker    string // a few words above the title
	Title     string
	Lead      Callout
	Mistakes  []Mistake // each links to its field
	Facts     []Fact
	List      []string
	Action    string // where it is posted, relative to the page
	Hidden    []Fact
	Groups    []Group
	Buttons   []Button
	Footer    []string
}

// Mistake is what is wrong with a field.
type Mistake struct {
	Field string
	Label string
	Why   string
}

// Group is a titled part of a form.
type Group struct {
	Title  string
	Intro  string
	Fields []Field
}

// Field is a field of a form: a long text, radio buttons where it has Options, a
// menu where it is to be a Menu as well.
type Field struct {
	Name    string
	Label   string
	Hint    string
	Value   string
	Options []Option
	Menu    bool
	Most    int // characters a text may have
	Needed  bool
	Why     string // what is wrong with it
}

// Described names what describes the field, for those who hear the page.
func (f Field) Described() string {
	text := ""
	if f.Hint != "" {
		text = f.Name + "-hint"
	}
	if f.Why != "" {
		text += " " + f.Name + "-why"
	}
	return text
}

// Option is one choice of a field.
type Option struct{ Value, Text string }

// Button sends the form; what it says goes with it as "do".
type Button struct {
	Says  string
	Text  string
	Quiet bool // beside the one that matters
}

// Form returns a form as a whole HTML page.
func (s *Set) Form(f Form) (string, error) {
	var b bytes.Buffer
	if err := s.form.ExecuteTemplate(&b, "form.page.tmpl", f); err != nil {
		return "", fmt.Errorf("render the form %q: %w", f.Title, err)
	}
	return b.String(), nil
}

// loadForm parses the one template of forms.
func loadForm() (*htmltemplate.Template, error) {
	t, err := htmltemplate.New("").Option("missingkey=error").Funcs(htmlFuncs()).ParseFS(files, "form/*.page.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse the template of forms: %w", err)
	}
	return t, nil
}
