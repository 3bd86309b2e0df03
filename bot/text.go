package bot

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"gonogo.dev/release"
)

// Slack's limits in UTF-16 units after escaping, the strictest reading of them.
const (
	maxHeader   = 150
	maxButton   = 75
	maxOption   = 75
	maxTitle    = 24 // of a form
	maxFallback = 3900
)

// units counts a text as JavaScript does.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// clip shortens a text to at most n units, ending in "…" where it cut.
func clip(s string, n int) string {
	if len(s) <= n || units(s) <= n {
		return s
	}
	left := max(n-1, 0)
	for i, r := range s {
		if left -= max(utf16.RuneLen(r), 1); left < 0 {
			return strings.TrimRightFunc(s[:i], unicode.IsSpace) + "…"
		}
	}
	return s
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escape makes a text safe where Slack parses it: no mention, no link.
func escape(s string) string { return escaper.Replace(s) }

// escapeWithin escapes a text and clips it to n units as escaped, never inside
// an entity.
func escapeWithin(s string, n int) string {
	if e := escape(s); units(e) <= n {
		return e
	}
	left := n - 1
	for i, r := range s {
		if left -= units(escape(string(r))); left < 0 {
			return escape(strings.TrimRightFunc(s[:i], unicode.IsSpace)) + "…"
		}
	}
	return escape(s)
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// listed joins names, the first few whole and the rest counted, within n units.
func listed(names []string, n int) string { return listedBy(names, ", ", n) }

func listedBy(names []string, by string, n int) string {
	text := strings.Join(names, by)
	if units(text) <= n {
		return text
	}
	const rest = len(" and 9999 more")
	kept, room := 0, n-rest
	for kept < len(names)-1 && room-units(names[kept])-len(by) >= 0 {
		room -= units(names[kept]) + len(by)
		kept++
	}
	kept = max(kept, 1)
	text = strings.Join(names[:kept], by)
	if more := len(names) - kept; more > 0 {
		text = clip(text, n-rest) + " and " + count(more, "more", "more")
	}
	return clip(text, n)
}

// count shows a number with its noun.
func count(n int, one, many string) string {
	noun := many
	if n == 1 {
		noun = one
	}
	return itoa(n) + " " + noun
}

// left shows how long is left until t, in whole minutes: a vote of a day that
// was opened just now has a day left.
func left(now, t time.Time) string {
	if !t.After(now) {
		return "time is up"
	}
	return release.Lasting((t.Sub(now) + time.Minute - 1).Truncate(time.Minute)) + " left"
}

// at shows an instant as of now, with no more than it takes to know it: a time
// for today, a date without its year for this year.
func at(t, now time.Time, loc *time.Location) string {
	t, now = t.In(loc), now.In(loc)
	switch {
	case t.Format(time.DateOnly) == now.Format(time.DateOnly):
		return t.Format("15:04 MST")
	case t.Year() == now.Year():
		return t.Format("Mon 2 Jan 15:04 MST")
	}
	return release.Instant(t, loc)
}

// dated shows an instant with its day, for what is read on other days too.
func dated(t time.Time, loc *time.Location) string { return t.In(loc).Format("Mon 2 Jan 15:04 MST") }

// sentence ends a text with a full stop, unless it ends with one or the like.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// capital begins a text with a capital letter.
func capital(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

func lower(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
