package main

import (
	"bytes"
	"unicode/utf8"
)

// The largest programme file that is read and its longest line, both in bytes,
// how many lines it may have and how many brackets may be open; a real one has a
// few hundred lines and six levels. The YAML parser's time and memory grow with
// the square of these.
const (
	maxProgrammeBytes    = 256 << 10
	maxProgrammeLine     = 2000
	maxProgrammeLines    = 10_000
	maxProgrammeBrackets = 100
)

// refuseBytes refuses what a YAML parser need not be shown.
func refuseBytes(data []byte) *Mistake {
	if len(data) > maxProgrammeBytes {
		return &Mistake{Line: 1, Problem: "the file is larger than 256 KiB; a programme file has a few hundred lines"}
	}
	number, open := 0, 0
	for line := range bytes.Lines(data) {
		number++
		open = max(0, open+bytes.Count(line, []byte("["))+bytes.Count(line, []byte("{"))-
			bytes.Count(line, []byte("]"))-bytes.Count(line, []byte("}")))
		var problem string
		switch text := bytes.TrimLeft(line, " "); {
		case !utf8.Valid(line):
			problem = "this line is not UTF-8; save the file as UTF-8"
		case number > maxProgrammeLines:
			problem = "the file goes on beyond 10,000 lines; a programme file has a few hundred"
		case len(line) > maxProgrammeLine:
			problem = "this line has more than 2,000 bytes; write lists as one item a line"
		case len(text) > 0 && text[0] == '\t':
			problem = "a tab indents this line; YAML takes blanks only"
		case open > maxProgrammeBrackets:
			problem = "more than 100 brackets are open here; close them"
		default:
			continue
		}
		return &Mistake{Line: number, Problem: problem}
	}
	return nil
}
