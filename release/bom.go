package release

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The largest bill of materials that is accepted, and the longest texts in it
// in runes.
const (
	MaxBOMBytes   = 4 << 20
	MaxBOMLines   = 20_000
	MaxBOMFile    = 200
	MaxBOMVersion = 60
)

// mistakesShown is how many mistakes of a file are told at once.
const mistakesShown = 5

// BOMLine is one file of a build (R78). A decision is bound to its digest (M3),
// which is why its names in JSON are fixed for ever.
type BOMLine struct {
	File    string `json:"file"`
	Version string `json:"version"`
	// Date is the day of the file, YYYY-MM-DD as its maker wrote it.
	Date string `json:"date"`
	// Digest is the SHA-256 of the file's bytes, "sha256:" and small hex.
	Digest string `json:"digest"`
	// Fixes are the ids of the defects and change requests in this file (M6), sorted.
	Fixes []string `json:"fixes,omitempty"`
}

// ParseBOM reads a bill of materials: CycloneDX 1.4 to 1.6 as JSON, or CSV with
// the columns file, version, date, digest and optionally fixes. The lines come
// sorted by file, each file once. Whatever is wrong is a refusal that names the
// line or component and what to do.
func ParseBOM(data []byte) ([]BOMLine, error) {
	if len(data) > MaxBOMBytes {
		return nil, noBOM(fmt.Sprintf("It has %d bytes; %d at most.", len(data), MaxBOMBytes), "Leave out what is not installed, or make two builds.")
	}
	if why, next := notABOM(data); why != "" {
		return nil, noBOM(why, next)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	l := &bomList{places: map[string]string{}}
	read := l.readCSV
	if first := bytes.TrimSpace(data)[0]; first == '{' || first == '[' {
		read = l.readCycloneDX
	}
	if err := read(data); err != nil {
		return nil, err
	}
	return l.sorted()
}

// notABOM tells what the bytes are when they are plainly neither of the two
// formats, and what to do instead.
func notABOM(data []byte) (why, next string) {
	text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	switch {
	case len(text) == 0:
		return "It is empty.", bomFormats
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "It is written in UTF-16.", "Save it as CSV in UTF-8."
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "It is a spreadsheet or another packed file.", "Save the sheet as CSV in UTF-8."
	case text[0] == '<':
		return "It is XML.", "Export CycloneDX as JSON, or use CSV."
	case !utf8.Valid(text):
		return fmt.Sprintf("Line %d has bytes that are not UTF-8.", lineAt(data, validPrefix(data))), "Save it as CSV or JSON in UTF-8."
	case bytes.ContainsRune(text, 0):
		return "It has zero bytes and so is no text.", bomFormats
	}
	return "", ""
}

const bomFormats = "Give CycloneDX 1.4 to 1.6 as JSON, or CSV with the columns file, version, date, digest and optionally fixes."

func validPrefix(text []byte) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRune(text[n:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		n += size
	}
	return n
}

// lineAt returns the number of the line in which an offset is.
func lineAt(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(offset, len(data))], []byte("\n"))
}

func noBOM(why, next string) *Refusal {
	return refuse(CodeInvalid, "The bill of materials was not read.", why, next)
}

// bomList collects the lines of a bill of materials and what is wrong with them.
type bomList struct {
	lines    []BOMLine
	places   map[string]string // where a file stands
	mistakes []string
	more     int // mistakes beyond those that are told
}

func (l *bomList) mistake(place, why string) {
	if len(l.mistakes) == mistakesShown {
		l.more++
		return
	}
	l.mistakes = append(l.mistakes, place+": "+why)
}

// add takes a line as it was written at a place and keeps its normal form.
func (l *bomList) add(place string, b BOMLine) {
	b.File, b.Version = strings.TrimSpace(b.File), strings.TrimSpace(b.Version)
	b.Fixes = distinct(b.Fixes)
	slices.Sort(b.Fixes)
	before := len(l.mistakes) + l.more
	say := func(why string) {
		if why != "" {
			l.mistake(place, why)
		}
	}
	say(checkName("file", b.File, MaxBOMFile))
	say(checkName("version", b.Version, MaxBOMVersion))
	b.Date = strings.TrimSpace(b.Date)
	say(checkDay(b.Date))
	digest, why := normalDigest(b.Digest)
	say(why)
	b.Digest = digest
	say(checkFixes(b.Fixes))
	if first, ok := l.places[b.File]; ok && b.File != "" {
		say(fmt.Sprintf("%s was already given at %s; a build has each file once.", quoted(b.File), first))
	}
	if len(l.mistakes)+l.more == before {
		l.places[b.File] = place
		l.lines = append(l.lines, b)
	}
}

func (l *bomList) sorted() ([]BOMLine, error) {
	switch {
	case len(l.mistakes) > 0:
		why := strings.Join(l.mistakes, " ")
		if l.more > 0 {
			why += fmt.Sprintf(" And %d more.", l.more)
		}
		return nil, noBOM(why, "Correct this in the file and give it again; nothing of it was kept.")
	case len(l.lines) == 0:
		return nil, noBOM("It lists no file.", "List every file of the build with its version, date and SHA-256.")
	}
	slices.SortFunc(l.lines, func(a, b BOMLine) int { return cmp.Compare(a.File, b.File) })
	return l.lines, nil
}

func checkName(what, text string, most int) string {
	n := utf8.RuneCountInString(text)
	switch {
	case text == "":
		return "the " + what + " is missing."
	case strings.ContainsFunc(text, isHidden) || !strings.ContainsFunc(text, isVisible):
		return "the " + what + " has characters that do not show."
	case n > most:
		return fmt.Sprintf("the %s has %d characters; %d at most.", what, n, most)
	}
	return ""
}

// isHidden tells whether a rune does not show in one line of text, or changes
// how its neighbours are shown.
func isHidden(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029' || isControl(r) || unicode.Is(unicode.Cf, r)
}

func checkDay(text string) string {
	if text == "" {
		return "the date is missing."
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return quoted(text) + " is no day; write it like 2026-11-23."
	}
	return ""
}

func checkFixes(fixes []string) string {
	if len(fixes) > MaxReferences {
		return fmt.Sprintf("%d fixes; %d at most.", len(fixes), MaxReferences)
	}
	for _, id := range fixes {
		if utf8.RuneCountInString(id) > MaxReference || strings.ContainsFunc(id, notInReference) {
			return fmt.Sprintf("%s is not the id of a fix: letters, digits and . _ / # - only, at most %d.", quoted(id), MaxReference)
		}
	}
	return ""
}

var sha256Form = regexp.MustCompile(`^(?i:sha-?256:)?([0-9a-fA-F]{64})$`)

// normalDigest reads a SHA-256 as tools write it, in hex with or without
// "sha256:" before it, and returns its one normal form; else why it is none.
func normalDigest(text string) (digest, why string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", "the digest is missing; give the SHA-256 of the file."
	}
	if m := sha256Form.FindStringSubmatch(text); m != nil {
		return "sha256:" + strings.ToLower(m[1]), ""
	}
	return "", quoted(text) + " is no SHA-256; give its 64 hex digits."
}

func quoted(text string) string {
	return "“" + Clip(strings.Map(func(r rune) rune {
		if isHidden(r) {
			return '\ufffd'
		}
		return r
	}, text), 40) + "”"
}

// BOMDigest returns the SHA-256 of a bill of materials, "sha256:" and small
// hex. The order of its lines, and of the fixes in a line, does not matter.
func BOMDigest(lines []BOMLine) string {
	return "sha256:" + digestOf(NormalBOM(lines), "a bill of materials")
}

// NormalBOM returns a bill of materials in the order in which it is digested.
func NormalBOM(lines []BOMLine) []BOMLine {
	normal := make([]BOMLine, len(lines))
	for i, b := range lines {
		b.Fixes = slices.Sorted(slices.Values(b.Fixes))
		normal[i] = b
	}
	slices.SortFunc(normal, func(a, b BOMLine) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Date, b.Date),
			cmp.Compare(a.Digest, b.Digest), slices.Compare(a.Fixes, b.Fixes))
	})
	return normal
}
