package board

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// shelves is an ExportSource with one action; what else is asked of it is a fault.
type shelves struct {
	reports.ExportSource

	programme *release.Programme
	asked     time.Time
}

func (s *shelves) ProgrammeNow(context.Context) (*release.Programme, error) { return s.programme, nil }

func (s *shelves) ActionsAfter(_ context.Context, id int64, _ int) ([]release.Action, error) {
	if id > 0 {
		return nil, nil
	}
	return []release.Action{{ID: 1, Release: 7, What: "=" + hostile, Owner: "ann", Due: monday, At: monday, By: "bob"}}, nil
}

func (s *shelves) VersionsAt(_ context.Context, at time.Time) ([]release.Installation, error) {
	s.asked = at
	return nil, nil
}

func (s *shelves) DebtsAfter(context.Context, int64, int) ([]release.Debt, error) {
	return nil, errors.New("the database went away")
}

// A list is taken by whoever is signed in and by nobody else; a fault half-way breaks the
// connection, so that nobody takes half a list for the whole.
func TestExport(t *testing.T) {
	o := open(t)
	s := &shelves{programme: o.desk.programme}
	o.board.Exports = s
	o.as.who = ""
	if answer := o.fetch("/exports/actions.csv", ""); strings.Contains(answer.body, "action,release") {
		t.Errorf("nobody took it: %d", answer.status)
	}
	o.as.who = "ann"
	for form, kind := range map[string]string{"csv": "text/csv", "json": "application/json", "xlsx": "application/vnd."} {
		answer := o.fetch("/exports/actions."+form+"?bom=1", "")
		h, body := answer.header, answer.body
		if answer.status != http.StatusOK || !strings.HasPrefix(h.Get("Content-Type"), kind) ||
			h.Get("Content-Disposition") != `attachment; filename="gonogo-actions-2026-11-23-0900.`+form+`"` || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", form, answer.status, h)
		}
		if form == "csv" && (!strings.HasPrefix(body, "\ufeffaction,release") || !strings.Contains(body, `"'=<script>`)) {
			t.Errorf("%q", body)
		}
	}
	if answer := o.fetch("/exports/versions.csv?at=2026-10-01T12:00", ""); answer.status != http.StatusOK || !s.asked.Equal(time.Date(2026, 10, 1, 11, 0, 0, 0, time.UTC)) {
		t.Errorf("%d, as of %s", answer.status, s.asked)
	}
	for path, want := range map[string]int{
		"/exports/secrets.csv": http.StatusNotFound, "/exports/actions.exe": http.StatusNotFound, "/exports/actions": http.StatusNotFound,
		"/exports/versions.csv?at=%3Cyesterday%3E": http.StatusBadRequest,
	} {
		if answer := o.fetch(path, ""); answer.status != want {
			t.Errorf("%s: %d", path, answer.status)
		} else {
			harmless(t, answer.body)
		}
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, o.url+"/exports/debts.csv", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	if answer, err := http.DefaultTransport.RoundTrip(r); err == nil {
		answer.Body.Close()
		t.Errorf("half a list was answered with %d", answer.StatusCode)
	}
}
