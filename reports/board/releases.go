package board

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Records is what the pages of the record read of the release.Desk; each read is
// bounded, whatever the history is.
type Records interface {
	Standings(ctx context.Context, f release.ReleaseFilter) ([]release.Standing, error)
	ListReleases(ctx context.Context, f release.ReleaseFilter) ([]release.Release, error)
	ReadLife(ctx context.Context, number int) (release.Life, error)
	List(ctx context.Context, reader release.PersonID, f release.RFCFilter) ([]release.RFC, error)
	Read(ctx context.Context, reader release.PersonID, number int) (release.Story, error)
	ReadBallot(ctx context.Context, reader release.PersonID, id int64) (release.BallotView, error)
}

// What the board of releases shows at most: blockers of one card, and how long
// ended releases stay on it.
const (
	cardBlockers = 3
	endedShown   = 12
	endedFor     = 6 * 7 * 24 * time.Hour
)

// stageNumbers are the numbers of the process in the programme's words (R32 to R40).
var stageNumbers = map[release.Stage]string{
	release.Planning: "1", release.Building: "2", release.Testing: "3", release.Preparing: "4.1", release.Approving: "4.2",
	release.Informing: "4.3", release.Deploying: "4.4", release.Regression: "5.1", release.Reviewing: "5.2",
}

func stageWords(s release.Stage) string { return strings.TrimSpace(stageNumbers[s] + " " + s.String()) }

// releasesView is the board of all releases by stage.
type releasesView struct {
	Filters []menu
	Figures []templates.Figure
	Overdue []lateView
	Process []stepView
	Stages  []stageView
	Empty   string
	Ended   templates.Table
	All     templates.Link
	Files   files
}

// lateView is an overdue release with what should have been done first.
type lateView struct {
	Link templates.Link
	Why  string
}

// stepView is a step of the process with how many releases are there.
type stepView struct {
	Name, URL, Count string
}

type stageView struct {
	ID, Name, Count string
	Cards           []cardView
}

// cardView is a release on the board: what is to be known at a glance.
type cardView struct {
	Link     templates.Link
	Name     string
	Badges   []templates.Badge
	Facts    []templates.Fact
	Standing string
	Tone     templates.Tone
	Blockers []blockerView
	More     string
	overdue  string // what should have been done first; empty while nothing is late
}

// blockerView is one thing that keeps a release, in the words of "why not yet?".
type blockerView struct {
	What, Whose string
	Late        templates.Badge
	Act         string
}

// releases shows every release under way by its stage, with what blocks it, the
// overdue ones first.
func (b *Board) releases(r *http.Request, v visitor) (string, templates.Site, error) {
	filter := filterOf(r, v.programme)
	standings, err := b.Desk.Standings(r.Context(), filter.releases(release.InFlightStages()))
	if err != nil {
		return "", templates.Site{}, err
	}
	ended := filter.releases([]release.Stage{release.ClosedStage, release.Abandoned})
	ended.Since, ended.Limit = b.Now().Add(-endedFor), endedShown
	over, err := b.Desk.ListReleases(r.Context(), ended)
	if err != nil {
		return "", templates.Site{}, err
	}
	view := releasesView{Filters: filter.choices(v.programme), All: templates.Link{Text: "Every release there ever was", URL: "/releases" + filter.query()}}
	underWay := filter.values()
	underWay.Set("open", "1")
	view.Files = exported("Releases under way", "releases", underWay)
	view.fill(slices.DeleteFunc(standings, func(s release.Standing) bool { return !filter.takes(s.Release) }))
	view.Ended = releaseTable("Ended in the last six weeks", slices.DeleteFunc(over, func(x release.Release) bool { return !filter.takes(x) }), v.programme)
	if len(view.Stages) == 0 {
		view.Empty = "No release is under way. A release manager begins one in Slack with /release new."
		if filter.query() != "" {
			view.Empty = "No release under way is of this kind."
		}
	}
	return "releases", templates.Site{Title: "Releases", Live: 30, Wide: true, AsOf: asOf(b.Now(), v.programme), Data: view}, nil
}

func (x *releasesView) fill(standings []release.Standing) {
	late, ready, board := 0, 0, 0
	for _, stage := range release.InFlightStages() {
		s := stageView{ID: "stage-" + string(stage), Name: stageWords(stage)}
		for _, standing := range standings {
			if standing.Release.Stage != stage {
				continue
			}
			card := onCard(standing)
			s.Cards = append(s.Cards, card)
			if card.overdue != "" {
				late++
				x.Overdue = append(x.Overdue, lateView{Link: card.Link, Why: card.overdue})
			}
			if len(card.Blockers) == 0 {
				ready++
			}
			if stage == release.Approving || stage == release.Informing {
				board++
			}
		}
		slices.SortStableFunc(s.Cards, func(a, b cardView) int { return boolToInt(b.overdue != "") - boolToInt(a.overdue != "") })
		s.Count = count(len(s.Cards), "release", "releases")
		step := stepView{Name: s.Name, Count: s.Count}
		if len(s.Cards) > 0 {
			step.URL = "#" + s.ID
			x.Stages = append(x.Stages, s)
		}
		x.Process = append(x.Process, step)
	}
	x.Figures = []templates.Figure{
		{Value: count0(len(standings)), Label: "under way"}, {Value: count0(late), Label: "overdue", Tone: toneIf(late > 0, templates.Bad)},
		{Value: count0(ready), Label: "ready for the next step", Tone: toneIf(ready > 0, templates.Good)}, {Value: count0(board), Label: "at the board or approved", Tone: toneIf(board > 0, templates.Act)},
	}
}

// onCard makes the card of a release.
func onCard(s release.Standing) cardView {
	r, p := s.Release, s.Programme
	c := cardView{Link: templates.Link{Text: r.Title(p), URL: releasePath(r.Number)}, Name: r.Name()}
	c.Badges = []templates.Badge{typeBadge(r.Content.Type)}
	move, unmet, _ := s.Next()
	first := s.Now
	for _, x := range unmet {
		if !x.By.IsZero() && x.By.Before(first) {
			first, c.overdue = x.By, x.What
		}
	}
	if c.overdue != "" {
		c.Badges = append(c.Badges, templates.Badge{Text: "Overdue", Tone: templates.Bad})
	}
	if s.Release.Stage == release.Deploying {
		c.Badges = append(c.Badges, templates.Badge{Text: "Being deployed", Tone: templates.Act})
	}
	c.Facts = fact(c.Facts, "Owner", p.NameOf(r.Content.Owner), "")
	c.Facts = fact(c.Facts, "Board", when(r.Content.Board, p), "")
	c.Facts = fact(c.Facts, "Window", windowWords(s), "")
	c.Standing, c.Tone = standingWords(move, unmet), templates.Warn
	if len(unmet) == 0 {
		c.Tone = templates.Good
	}
	for _, x := range unmet[:min(len(unmet), cardBlockers)] {
		c.Blockers = append(c.Blockers, blockerOf(x, p, s.Now))
	}
	if n := len(unmet) - cardBlockers; n > 0 {
		c.More = "And " + count0(n) + " more."
	}
	return c
}

// standingWords say what "why not yet?" says first.
func standingWords(move release.Move, unmet []release.Blocker) string {
	if len(unmet) == 0 {
		return "Ready for its next step, “" + move.Name + "”."
	}
	return capital(count(len(unmet), "thing keeps", "things keep")) + " it from its next step, “" + move.Name + "”:"
}

// blockerOf says what is unmet, whose it is and by when (M4, M5).
func blockerOf(x release.Blocker, p *release.Programme, now time.Time) blockerView {
	b := blockerView{What: x.What, Act: x.Act, Whose: names(p, x.People)}
	if b.Whose == "" {
		b.Whose = "The " + x.Role.String()
	}
	switch {
	case x.By.IsZero():
	case x.By.Before(now):
		b.Whose, b.Late = b.Whose+", was due "+when(x.By, p), templates.Badge{Text: "Overdue", Tone: templates.Bad}
	default:
		b.Whose += ", by " + when(x.By, p)
	}
	if x.Left != "" {
		b.Whose += " (" + x.Left + ")"
	}
	return b
}

// windowWords are the agreed window, or the planned one.
func windowWords(s release.Standing) string {
	w := s.Release.Content.Window()
	if s.RFC.Number != 0 {
		w = s.RFC.Content.Window
	}
	if w.IsZero() {
		return "not planned yet"
	}
	return w.String()
}

func typeBadge(t release.ReleaseType) templates.Badge {
	tone := templates.Calm
	if t == release.Emergency {
		tone = templates.Bad
	}
	return templates.Badge{Text: capital(string(t)), Tone: tone}
}

// releaseTable is a list of releases.
func releaseTable(caption string, all []release.Release, p *release.Programme) templates.Table {
	t := templates.Table{Caption: caption, Columns: []templates.Column{{Title: "Release"}, {Title: "Type"}, {Title: "Stage"}, {Title: "Owner"}, {Title: "Last changed"}}}
	for _, r := range all {
		tone := templates.Calm
		if r.Stage == release.ClosedStage {
			tone = templates.Good
		}
		t.Rows = append(t.Rows, []templates.Cell{
			{Text: r.Title(p), Note: r.Name(), Link: releasePath(r.Number), Head: true}, {Text: capital(string(r.Content.Type))},
			{Badge: templates.Badge{Text: r.Stage.String(), Tone: tone}}, {Text: p.NameOf(r.Content.Owner)}, {Text: when(r.UpdatedAt, p)},
		})
	}
	return t
}
