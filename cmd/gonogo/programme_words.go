package main

import (
	"reflect"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"gonogo.dev/release"
)

// wanted says what belongs where a value of that type is read.
func wanted(t reflect.Type) string {
	if list := vocabulary[t]; list != nil {
		return choice(list)
	}
	switch t.Kind() {
	case reflect.Struct:
		return "a mapping with the keys " + enumerate(keysOf(t).names(), "and")
	case reflect.Map:
		return "a mapping with the keys " + enumerate(vocabulary[t.Key()], "and")
	case reflect.Slice:
		return "a list, each item behind a -"
	case reflect.Bool:
		return "true or false"
	default:
	}
	if form, ok := forms[t]; ok {
		return form.example
	}
	return "a text"
}

// found says what stands where something else is wanted.
func found(n ast.Node) string {
	switch n.Type() {
	case ast.MappingType, ast.MappingValueType:
		return "a mapping"
	case ast.SequenceType:
		return "a list"
	case ast.IntegerType, ast.FloatType, ast.InfinityType, ast.NanType:
		return "the number " + plain(n.GetToken().Value, 40) + " (in quotes it is a text)"
	case ast.BoolType:
		return "the yes-or-no " + plain(n.GetToken().Value, 40) + " (in quotes it is a text)"
	default:
	}
	return "“" + plain(n.GetToken().Value, 40) + "”"
}

// orMean says which word of a list was probably meant, or lists them.
func orMean(text string, list []string) string {
	if near, ok := nearest(text, list); ok {
		return "did you mean " + near + "?"
	}
	switch n := len(list); {
	case n == 0:
		return "the file has none"
	case n > 20:
		return "choose one of the file's"
	}
	return "write " + choice(list)
}

func choice(list []string) string { return enumerate(list, "or") }

func enumerate(list []string, last string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " " + last + " " + list[n-1]
	}
	return strings.Join(list, "")
}

// nearest returns the word of a list that a text was probably meant to be: it
// differs in case and separators or by a slip or two of the fingers, begins with
// the text, or is a part of it.
func nearest(text string, list []string) (string, bool) {
	text = simple(text)
	if text == "" || len(text) > 60 {
		return "", false
	}
	best, distance := "", 1+len(text)/3
	for _, word := range list {
		if d := slips(text, simple(word)); d < distance {
			best, distance = word, d
		}
	}
	if best != "" {
		return best, true
	}
	for _, word := range list {
		if w := simple(word); len(text) > 2 && (strings.HasPrefix(w, text) || (len(w) > 3 && strings.Contains(text, w))) {
			return word, true
		}
	}
	return "", false
}

func simple(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// slips counts the letters to add, drop, change or swap with their neighbour
// to get from a to b.
func slips(a, b string) int {
	var before, last, row []int
	for j := range len(b) + 1 {
		last = append(last, j)
	}
	for i := range len(a) {
		row = append([]int{i + 1}, make([]int, len(b))...)
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// plain makes a text of the file safe to show on a terminal: one line, no
// control characters, at most n runes.
func plain(text string, n int) string {
	return release.Clip(strings.Map(func(r rune) rune {
		if hidden(r) {
			return '�'
		}
		return r
	}, strings.ToValidUTF8(text, "�")), n)
}

// hidden tells whether a character does not show itself or changes how its
// neighbours are shown.
func hidden(r rune) bool {
	return unicode.IsControl(r) || (unicode.Is(unicode.Cf, r) && r != '\u200d') || r == '\u2028' || r == '\u2029'
}
