package bot

import (
	"slices"
	"strings"
	"unicode"

	"gonogo.dev/release"
)

// tidy makes what people paste into what they mean: other blanks are blanks,
// what cannot be seen is dropped, quotes of code around it fall off.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060':
			return -1
		case unicode.IsSpace(r) && r != '\n':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "�"))
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(text), "`"))
}

// cutWord takes the first word off a text.
func cutWord(text string) (word, rest string) {
	text = strings.TrimSpace(text)
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return text, ""
	}
	return text[:i], strings.TrimSpace(text[i:])
}

// bareNumber is what a number without a verb means.
var bareNumber = map[string]string{"/rfc": "show", "/gonogo": "status", "/rcb": "minutes"}

// verbOf splits what was typed after a command into its verb, in lower case,
// and the rest. A command typed twice counts once.
func verbOf(command, text string) (verb, rest string) {
	text = tidy(text)
	verb, rest = cutWord(text)
	if strings.EqualFold(verb, command) {
		verb, rest = cutWord(rest)
	}
	verb = strings.ToLower(strings.Trim(verb, "`:,."))
	if _, err := release.ParseRFCName(verb); err == nil {
		if shows, ok := bareNumber[command]; ok {
			return shows, strings.TrimSpace(verb + " " + rest)
		}
	}
	if command == "/release" && (namesRelease(verb) || numberWord.MatchString(verb)) {
		return "show", strings.TrimSpace(verb + " " + rest)
	}
	return verb, rest
}

// numberOf takes the number of an RFC off the arguments: "12", "RFC-12",
// "`rfc 12`".
func numberOf(args string) (number int, rest string, err error) {
	word, rest := cutWord(args)
	if strings.EqualFold(word, "rfc") {
		word, rest = cutWord(rest)
	}
	number, err = release.ParseRFCName(strings.Trim(word, "`:,."))
	return number, rest, err
}

// ballotOf takes the mark "@7" off the end of the arguments: a button says
// which vote it was shown for, so that it never votes on anything newer.
func ballotOf(args string) (rest string, ballot int64) {
	i := strings.LastIndexByte(args, '@')
	if i < 0 || (i > 0 && args[i-1] != ' ') {
		return args, 0
	}
	digits := args[i+1:]
	if digits == "" || len(digits) > 15 {
		return args, 0
	}
	for _, r := range digits {
		if r < '0' || r > '9' {
			return args, 0
		}
		ballot = ballot*10 + int64(r-'0')
	}
	return strings.TrimSpace(args[:i]), ballot
}

// choiceOf takes a vote off the arguments and leaves its words: "no go: the
// data load", "go with conditions only after 22:00".
func choiceOf(args string) (choice release.Choice, rest string, err error) {
	args = strings.TrimSpace(args)
	var texts, rests []string
	for word, after := cutWord(args); word != "" && len(texts) < 3; word, after = cutWord(after) {
		text := word
		if n := len(texts); n > 0 {
			text = texts[n-1] + " " + word
		}
		texts, rests = append(texts, text), append(rests, after)
	}
	for i, text := range slices.Backward(texts) {
		if choice, err = release.ParseChoice(strings.Trim(text, "`:,.;-")); err == nil {
			return choice, strings.TrimSpace(strings.TrimLeft(rests[i], ":-–— ")), nil
		}
	}
	if len(texts) > 0 {
		_, err = release.ParseChoice(texts[0])
	}
	return "", args, err
}

// distance is how many letters must be added, dropped, changed or swapped to
// turn a into b (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}

// nearest returns the candidate that a word most likely means, or nothing.
func nearest(word string, candidates []string) string {
	best, found := 3, ""
	if units(word) > 40 {
		return ""
	}
	for _, c := range candidates {
		d := distance(word, c)
		if len(word) > 1 && strings.HasPrefix(c, word) {
			d = 0
		}
		if d < best && d < len(c) {
			best, found = d, c
		}
	}
	return found
}
