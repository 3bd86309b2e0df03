package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"gonogo.dev/release"
)

// Mistake is something in a programme file that cannot be taken as it is: where
// it is, what is wrong and what to write instead.
type Mistake struct {
	Line    int    // counted from 1
	Path    string // "people[3].roles[0].party"; empty for the file as a whole
	Problem string
}

// String returns the mistake as one line.
func (m Mistake) String() string {
	if m.Path == "" {
		return fmt.Sprintf("line %d: %s", m.Line, m.Problem)
	}
	return fmt.Sprintf("line %d: %s: %s", m.Line, m.Path, m.Problem)
}

// ParseProgramme reads a programme file that stands alone. It returns every
// mistake at once, in the order of the file; the programme is worth something
// only when there is none.
func ParseProgramme(data []byte) (release.Programme, []Mistake) { return parseProgramme(data, nil) }

// parseProgrammeFile reads a programme file and the calendars beside it.
func parseProgrammeFile(file string) (release.Programme, []Mistake, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return release.Programme{}, nil, fmt.Errorf("read the programme file: %w", err)
	}
	p, mistakes := parseProgramme(data, os.DirFS(filepath.Dir(file)))
	return p, mistakes, nil
}

func parseProgramme(data []byte, beside fs.FS) (release.Programme, []Mistake) {
	if m := refuseBytes(data); m != nil {
		return release.Programme{}, []Mistake{*m}
	}
	root, mistake := parseYAML(data)
	if mistake != nil {
		return release.Programme{}, []Mistake{*mistake}
	}
	var file programmeFile
	r := &reader{lines: map[string]int{}, said: map[string]bool{}}
	r.value("", root, reflect.ValueOf(&file).Elem())
	c := &checker{reader: r, file: &file, beside: beside}
	c.check()
	p := file.programme()
	p.Calendars = c.calendars
	if !c.faulty("parties", "people", "systems", "policy") {
		c.checkSeating(&p)
	}
	if len(r.mistakes) == 0 {
		return p, nil
	}
	slices.SortFunc(r.mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Problem, b.Problem))
	})
	return release.Programme{}, r.mistakes
}
