package workspace

import (
	"html"
	"strconv"
	"strings"
	"time"
)

// date renders <!date^unix^format^link|fallback> in the zone of the box.
func (r mrkdwn) date(target, fallback string) string {
	part := strings.SplitN(target, "^", 4)
	if len(part) < 3 {
		return r.plain(fallback)
	}
	sec, err := strconv.ParseInt(part[1], 10, 64)
	if err != nil || sec < 0 || sec > 1e11 {
		return r.plain(fallback)
	}
	at := time.Unix(sec, 0).In(r.w.cfg.Zone)
	out := `<time datetime="` + at.Format(time.RFC3339) + `" title="` + at.Format("Monday, 2 January 2006 15:04 MST") + `">` +
		html.EscapeString(dateText(unescape(part[2]), at, r.w.now().In(r.w.cfg.Zone))) + "</time>"
	if len(part) == 4 && (strings.HasPrefix(part[3], "https://") || strings.HasPrefix(part[3], "http://")) {
		return anchor(unescape(part[3]), out)
	}
	return out
}

// dateText fills Slack's date tokens.
func dateText(format string, at, now time.Time) string {
	long, short, mid := at.Format("Monday, January 2, 2006"), at.Format("Jan 2, 2006"), at.Format("January 2, 2006")
	pretty := func(otherwise string) string {
		day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
		switch day(at).Sub(day(now)) {
		case 0:
			return "today"
		case 24 * time.Hour:
			return "tomorrow"
		case -24 * time.Hour:
			return "yesterday"
		}
		return otherwise
	}
	return strings.NewReplacer(
		"{date_num}", at.Format("2006-01-02"), "{date_slash}", at.Format("01/02/2006"),
		"{date_long_pretty}", pretty(long), "{date_short_pretty}", pretty(short), "{date_pretty}", pretty(mid),
		"{date_long}", long, "{date_long_full}", long, "{date_short}", short, "{date}", mid,
		"{time_secs}", at.Format("15:04:05"), "{time}", at.Format("15:04"), "{ago}", ago(at, now),
	).Replace(format)
}

func ago(at, now time.Time) string {
	d := now.Sub(at)
	words := func(d time.Duration) string {
		switch {
		case d < time.Minute:
			return "a moment"
		case d < time.Hour:
			return plural(int(d.Minutes()), "minute")
		case d < 48*time.Hour:
			return plural(int(d.Hours()), "hour")
		}
		return plural(int(d.Hours()/24), "day")
	}
	if d < 0 {
		return "in " + words(-d)
	}
	return words(d) + " ago"
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
