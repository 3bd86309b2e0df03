package board

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Pictures is what the pictures of the environments and of time need of the Desk.
type Pictures interface {
	MatrixAt(ctx context.Context, at, since time.Time) (release.Matrix, error)
	DaysOfChange(ctx context.Context, from, to time.Time) ([]string, error)
	Landscape(ctx context.Context, reader release.PersonID, id release.EnvironmentID, at time.Time) ([]release.EnvironmentView, error)
	SystemHistory(ctx context.Context, id release.EnvironmentID, system release.SystemID, at, before time.Time) (release.SystemPast, error)
	Timeline(ctx context.Context, reader release.PersonID, from, to time.Time) (release.Timeline, error)
}

const (
	fieldAt    = "at"
	fieldSince = "since"
	// clockForm is how a browser's field of date and time writes an instant.
	clockForm = "2006-01-02T15:04"
	// clockZulu is the same in UTC: for the hour that comes twice (T17).
	clockZulu = clockForm + "Z"
	dayWords  = "Mon 2 Jan 2006"
)

// moment is the instant that a page shows.
type moment struct {
	at   time.Time
	past bool // not now: the address says when
	loc  *time.Location
}

// momentOf reads ?at= in the programme's zone: a minute of a wall clock, of which
// the first is meant where it comes twice, or a minute of UTC with a Z. Without it
// the page is of now; so it is in the minute that has just begun.
func (b *Board) momentOf(text string, loc *time.Location) (moment, error) {
	m := moment{at: b.Now(), loc: loc}
	if text = strings.TrimSpace(text); text == "" {
		return m, nil
	}
	at, err := time.Parse(clockZulu, text)
	if err != nil {
		wall, bad := time.Parse(clockForm, text)
		if bad != nil {
			return m, badTime("“"+release.Clip(text, 40)+"” is no date with a time.", "Choose one, such as 2026-11-20 17:00.")
		}
		if at, err = release.LocalTime(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), loc); err != nil {
			return m, badTime(err.Error()+".", "Choose an hour that exists that day.")
		}
	}
	if at.Before(m.at) {
		m.at, m.past = at.UTC(), true
		return m, nil
	}
	if at.After(m.at.Add(time.Minute)) {
		return m, badTime(release.Instant(at, loc)+" is still to come.", "Choose a time that is over; the calendar shows what is planned.")
	}
	return m, nil
}

// badTime refuses what an address says of time.
func badTime(why, next string) *release.Refusal {
	return &release.Refusal{Code: release.CodeInvalid, What: "Nothing was shown.", Why: why, Next: next}
}

// written writes an instant as ?at= takes it: the first whole minute from which on
// it was so; empty where that minute has just begun.
func (b *Board) written(at time.Time, loc *time.Location) string {
	minute := at.Truncate(time.Minute)
	if minute.Before(at) {
		minute = minute.Add(time.Minute)
	}
	if !minute.Before(b.Now()) {
		return ""
	}
	wall := minute.In(loc)
	first, err := release.LocalTime(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), loc)
	if err != nil || !first.Equal(minute) {
		return minute.UTC().Format(clockZulu)
	}
	return wall.Format(clockForm)
}

// address writes a path with those of its values that are not empty.
func address(path string, pairs ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			values.Set(pairs[i], pairs[i+1])
		}
	}
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

func environmentPath(id release.EnvironmentID) string {
	return "/environments/" + url.PathEscape(string(id))
}

func systemPath(id release.EnvironmentID, system release.SystemID) string {
	return environmentPath(id) + "/" + url.PathEscape(string(system))
}

// asOf says when a page was true.
func (m moment) asOf() string {
	if m.past {
		return "As it was on " + release.Instant(m.at, m.loc) + "."
	}
	return "As of " + release.Instant(m.at, m.loc) + "."
}

// live is how often a page of now looks for news, in seconds.
const liveSeconds = 60

func (m moment) live() int {
	if m.past {
		return 0
	}
	return liveSeconds
}

// pastSign tells people that they look at the past, and how they come back.
func (m moment) pastSign() templates.Callout {
	if !m.past {
		return templates.Callout{}
	}
	return templates.Callout{Tone: templates.Act, Label: "You look at " + release.Instant(m.at, m.loc) + ".", Text: "What came later is left out."}
}

// momentFrom reads the moment of a request.
func (b *Board) momentFrom(r *http.Request, v visitor) (moment, error) {
	return b.momentOf(r.URL.Query().Get(fieldAt), v.programme.Location())
}

// clockValue is what a browser's field of date and time shows.
func (m moment) clockValue() string { return m.at.In(m.loc).Format(clockForm) }

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// subjectPath is where the page of a subject of the ledger is; empty where it has none.
func subjectPath(subject string) string {
	kind, id, _ := strings.Cut(subject, "/")
	switch kind {
	case "rfc":
		return "/rfcs/" + id
	case "release":
		return "/releases/" + id
	}
	return ""
}
