package templates

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	htmltemplate "html/template"
	"io/fs"
	"strings"
)

// Site is a page of the board. Its body is the template of its name below
// templates/site, made from Data: a plain struct of texts, numbers and the shapes
// of this package (Badge, Table, Fact, …). Every text is plain text and may hold
// what users typed.
type Site struct {
	Lang      string // BCP 47, "en-GB"
	Banner    string // stands above everything when it is not empty
	Programme string
	Title     string
	Kicker    string  // a few words above the title
	Trail     []Link  // the pages above this one
	Places    []Place // the ways through the board
	Who       string  // who is signed in; empty is nobody
	// Live is how many seconds pass before the page looks for news by itself, where
	// it may run a script; 0 is never.
	Live int
	// AsOf is when what the page says was true, as words.
	AsOf string
	// Wide pages use all the room there is: matrices, calendars.
	Wide bool
	Data any
}

// Place is an entry of the board's navigation.
type Place struct {
	Link
	Here bool
}

// Site returns a page of the board as a whole HTML page.
func (s *Set) Site(name string, p Site) (string, error) {
	t, ok := s.site[name]
	if !ok {
		return "", fmt.Errorf("render the page %q: there is no such template", name)
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "layout.page.tmpl", p); err != nil {
		return "", fmt.Errorf("render the page %q: %w", name, err)
	}
	return b.String(), nil
}

// loadSite parses the layout once for each page, with that page's "body".
func loadSite() (map[string]*htmltemplate.Template, error) {
	shared, err := htmltemplate.New("").Option("missingkey=error").Funcs(htmlFuncs()).Funcs(htmltemplate.FuncMap{
		"asset": assetName,
	}).ParseFS(files, "site/layout.page.tmpl", "site/parts.tmpl", "site/time.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse the layout of the board: %w", err)
	}
	names, err := fs.Glob(files, "site/*.body.tmpl")
	if err != nil {
		return nil, fmt.Errorf("list the pages of the board: %w", err)
	}
	pages := make(map[string]*htmltemplate.Template, len(names))
	for _, file := range names {
		page, err := shared.Clone()
		if err == nil {
			_, err = page.ParseFS(files, file)
		}
		if err != nil {
			return nil, fmt.Errorf("parse the page %s: %w", file, err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(file, "site/"), ".body.tmpl")
		pages[name] = page
	}
	return pages, nil
}

// Asset returns a file that the board's pages load, by the name under which they
// do: the name holds a digest of the content, so that it can be kept for ever.
func Asset(name string) (content []byte, mime string, ok bool) {
	for file, mime := range assets {
		if assetName(file) == name {
			content, err := files.ReadFile("site/" + file)
			return content, mime, err == nil
		}
	}
	return nil, "", false
}

var assets = map[string]string{"site.css": "text/css; charset=utf-8", "site.js": "text/javascript; charset=utf-8"}

func assetName(file string) string {
	content, err := files.ReadFile("site/" + file)
	if err != nil {
		return file // and it is not found: the tests ask for every one
	}
	sum := sha256.Sum256(content)
	base, ext, _ := strings.Cut(file, ".")
	return base + "-" + hex.EncodeToString(sum[:6]) + "." + ext
}
