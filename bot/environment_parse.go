package bot

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"gonogo.dev/release"
)

// folded is a name as people may type it: in any case, with or without blanks,
// hyphens and brackets.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// nameWords is how many words a name may have.
const nameWords = 12

// takeName takes the longest name off the arguments that somebody has: names
// have blanks, and what follows them has too.
func takeName(args string, is func(name string) bool) (rest string, ok bool) {
	var taken []string
	left := args
	for range nameWords {
		word, after := cutWord(left)
		if word == "" {
			break
		}
		taken, left = append(taken, word), after
		if name := folded(strings.Join(taken, " ")); name != "" && is(name) {
			rest, ok = left, true
		}
	}
	return rest, ok
}

// takeEnvironment takes an environment off the arguments, by its id or its name.
func takeEnvironment(c Call, args string) (release.Environment, string, error) {
	var found release.Environment
	rest, ok := takeName(strings.Trim(args, "` "), func(name string) bool {
		i := slices.IndexFunc(c.Programme.Environments, func(e release.Environment) bool {
			return !e.Retired && (folded(e.Name) == name || folded(string(e.ID)) == name)
		})
		if i >= 0 {
			found = c.Programme.Environments[i]
		}
		return i >= 0
	})
	if ok {
		return found, rest, nil
	}
	return found, "", noSuchEnvironment(c, args)
}

func noSuchEnvironment(c Call, args string) error {
	var names, keys []string
	for _, e := range c.Programme.Environments {
		if !e.Retired {
			names, keys = append(names, e.Name), append(keys, folded(e.Name))
		}
	}
	next := "Choose one of " + listed(names, 400) + "."
	if len(names) == 0 {
		next = "Have the programme file name its environments."
	}
	if strings.TrimSpace(args) == "" {
		return refuse(release.CodeInvalid, "Which environment? None was named.", "`"+c.Command+" "+c.Verb+"` needs one.", next)
	}
	tried := strings.Fields(args)
	for n := range min(len(tried), 3) { // whatever follows the name is none of it
		if near := nearest(folded(strings.Join(tried[:n+1], "")), keys); near != "" {
			next = "Did you mean `" + c.Command + " " + c.Verb + " " + names[slices.Index(keys, near)] + "`? " + next
			break
		}
	}
	return refuse(release.CodeNotFound, "Nothing was done.", "No environment is called “"+clip(args, 40)+"”.", next)
}

// takeSystem takes a system off the arguments, by its id or its name.
func takeSystem(c Call, args string) (release.System, string, error) {
	var found release.System
	rest, ok := takeName(args, func(name string) bool {
		i := slices.IndexFunc(c.Programme.Systems, func(s release.System) bool {
			return !s.Retired && (folded(s.Name) == name || folded(string(s.ID)) == name)
		})
		if i >= 0 {
			found = c.Programme.Systems[i]
		}
		return i >= 0
	})
	if ok {
		return found, rest, nil
	}
	var ids []string
	for _, s := range c.Programme.Systems {
		if !s.Retired {
			ids = append(ids, string(s.ID))
		}
	}
	word, _ := cutWord(args)
	next := "Choose one of " + listed(ids, 600) + "."
	if near := nearest(lower(word), ids); near != "" {
		next = "Did you mean " + near + "? " + next
	}
	if word == "" {
		return found, "", refuse(release.CodeInvalid, "Which system? None was named.", "`"+c.Command+" "+c.Verb+"` needs one behind the environment.", next)
	}
	return found, "", refuse(release.CodeNotFound, "Nothing was done.", "No system is called “"+clip(word, 40)+"”.", next)
}

// takeInstant takes "at TIME" off the arguments; without it the instant is zero.
// The longest form of a time that can be read counts.
func takeInstant(c Call, args string) (time.Time, string, error) {
	word, rest := cutWord(args)
	if !strings.EqualFold(word, "at") {
		return time.Time{}, args, nil
	}
	first, left := cutWord(rest)
	second, after := cutWord(left)
	if first == "" {
		return time.Time{}, "", refuse(release.CodeInvalid, "The time was not understood.", "Nothing stands behind “at”.",
			"Write 12:00, yesterday 12:00 or 2026-10-01 12:00.")
	}
	at, both := release.ParsePast(first+" "+second, c.now, c.Programme.Location())
	if both == nil {
		return at, after, nil
	}
	if at, err := release.ParsePast(first, c.now, c.Programme.Location()); err == nil {
		return at, left, nil
	}
	return time.Time{}, "", both
}
