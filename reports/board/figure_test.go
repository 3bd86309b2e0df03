package board

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
)

// archive is what figures and packs are made of, in memory.
type archive struct{ log release.FigureLog }

// FigureLog returns the log for the period that was asked for.
func (a *archive) FigureLog(_ context.Context, from, to time.Time) (release.FigureLog, error) {
	l := a.log
	l.From, l.To = from, to
	return l, nil
}

// BundleFacts returns a release of which the ledger has two entries.
func (a *archive) BundleFacts(_ context.Context, number int, _ []int64) (release.BundleFacts, error) {
	return release.BundleFacts{Programme: a.log.Programme, Release: release.Release{Number: number}}, nil
}

// SignDecision signs nothing: there is nothing to sign.
func (a *archive) SignDecision(context.Context, []byte) ([]byte, error) { return nil, nil }

var _ Archive = (*archive)(nil)

// histories gives the office a period in which something happened every week.
func (o *office) histories() {
	o.as.who = "ann"
	p := o.desk.programme
	p.Parties = []release.Party{{ID: "ex", Name: "Example Exchange " + hostile}, {ID: "hx", Name: "Helix"}}
	for i := range p.Systems {
		p.Systems[i].Party = "hx"
	}
	l := release.FigureLog{Programme: p}
	seats := []release.Seat{
		{Key: "test-manager/ex", Function: release.TestManager, Party: "ex", Mandatory: true, Holders: []release.PersonID{"ann"}},
		{Key: "build-manager/hx", Function: release.BuildManager, Party: "hx", Mandatory: true, Holders: []release.PersonID{"bob"}},
	}
	types := []release.ReleaseType{release.Patch, release.Minor, release.Patch, release.Major, release.Patch, release.Emergency}
	for i := range 12 {
		at := monday.AddDate(0, 0, -77+7*i)
		kind := types[i%len(types)]
		run := release.Rollout{RFC: i + 1, Type: kind, Mode: release.LiveRollout, State: release.RolloutDeployed, EndedAt: at.AddDate(0, 0, 2+i%5)}
		choice, outcome := release.VoteGo, release.OutcomeGo
		if i%6 == 4 {
			choice, outcome = release.VoteNoGo, release.OutcomeNoGo
		}
		l.Lives = append(l.Lives, release.ReleaseLife{
			Release: release.Release{Number: i + 1, RFC: i + 1, CreatedAt: at, Content: release.ReleaseContent{System: "helix", Type: kind}}, Raised: map[int]time.Time{i + 1: at},
			Stages:   []release.StageSince{{Revision: 1, Stage: release.Preparing, At: at}, {Revision: 2, Stage: release.Approving, At: at.AddDate(0, 0, 1)}},
			Evidence: []release.Evidence{{ID: int64(i + 1), Check: release.PointPlans, By: "ann", At: at.Add(time.Duration(i) * time.Hour)}},
			Ballots: []release.BallotLife{{
				Ballot: release.Ballot{ID: int64(i + 1), Purpose: release.Deployment, Seats: seats, State: release.BallotClosed, Outcome: outcome, OpenedAt: at, ClosedAt: at.Add(26 * time.Hour)},
				Every: []release.Vote{
					{ID: 1, Seat: "test-manager/ex", Person: "ann", Choice: choice, At: at.Add(2 * time.Hour)}, {ID: 2, Seat: "build-manager/hx", Person: "bob", Choice: release.VoteGo, At: at.Add(26 * time.Hour)},
				},
			}},
			Rollouts: []release.Rollout{run},
		})
		l.Judged = append(l.Judged, release.DissentOutcome{Ballot: int64(i), Function: release.TestManager, Happened: release.Happenings()[i%3]})
	}
	o.board.Archive = &archive{log: l}
}

// What the page of the figures says is what it always was, with its definitions and
// what each figure rests on; of no person (M14, M16, R19).
func TestFiguresPage(t *testing.T) {
	o := open(t)
	o.histories()
	page := o.page("figures", "/figures")
	harmless(t, page)
	if strings.Contains(page, "Ann ") && strings.Count(page, "Ann") > strings.Count(page, `href="/me"`) {
		t.Error("a person is named in the figures")
	}
	o.board.Archive = &archive{log: release.FigureLog{Programme: o.desk.programme}}
	o.page("figures-none", "/figures?from=2026-11-01&to=2026-11-10")
	for path, want := range map[string]int{
		"/figures?from=soon": http.StatusBadRequest, "/figures?from=2026-11-10&to=2026-11-01": http.StatusBadRequest, "/figures?from=2020-01-01": http.StatusBadRequest,
	} {
		if status, page := o.get(path); status != want || !strings.Contains(page, "<h1>") {
			t.Errorf("%s: status %d, want %d", path, status, want)
		}
	}
}

// axe-core, both sizes, light, dark, print and no script.
func TestFiguresAreAccessible(t *testing.T) {
	o := open(t)
	o.histories()
	b := openTab(t)
	accessible(t, b, o.url+"/figures")
}

// The figures are a document too, which says the same.
func TestFigurePaper(t *testing.T) {
	o := open(t)
	o.histories()
	l, err := o.board.Archive.FigureLog(t.Context(), monday.AddDate(0, 0, -89), monday.Add(15*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	paper := reports.Letterhead{Templates: o.board.Templates}.FigurePaper(o.desk.programme, l.Figures())
	for _, as := range []reports.DocumentFormat{reports.AsHTML, reports.AsMarkdown, reports.AsPDF} {
		part, err := paper.File(as)
		if err != nil || len(part.Content) < 1000 || !strings.HasPrefix(part.Name, "figures-2026-08-26-2026-11-23.") {
			t.Errorf("%s: %d bytes as %s: %v", as, len(part.Content), part.Name, err)
		}
		if as == reports.AsMarkdown {
			o.golden("figures.md", string(part.Content))
		}
	}
}

// The evidence pack is for people who are signed in, and there is none before the
// ledger has something to prove (M13, T34).
func TestEvidencePack(t *testing.T) {
	o := open(t)
	o.fillRecords()
	o.histories()
	if status, page := o.get("/releases/7/evidence"); status != http.StatusConflict || !strings.Contains(page, "There is no evidence pack yet.") {
		t.Errorf("status %d\n%s", status, page)
	}
	o.as.who = ""
	if status, page := o.get("/releases/7/evidence"); status == http.StatusOK || strings.HasPrefix(page, "PK") {
		t.Errorf("nobody is signed in: status %d", status)
	}
}
