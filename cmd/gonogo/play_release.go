package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// life is the story of one release, from its plan to its closed RFC. It does
// what "why not yet?" asks for and nothing else, as the people named there
// would: by commands and forms (M4).
type life struct {
	*story
	number  int
	version string
	builds  int // how many were registered
}

// live plays the life of a release.
func (s *story) live(ctx context.Context) error {
	l := &life{story: s}
	if err := l.plan(ctx); err != nil {
		return err
	}
	return l.until(ctx, closed)
}

// until does one thing after the other until the release stands as is wanted.
func (l *life) until(ctx context.Context, wanted func(s release.Standing, unmet []release.Blocker) bool) error {
	const most = 200 // far more than a life has
	for range most {
		s, err := l.app.desk.ReadRelease(ctx, l.number)
		if err != nil {
			return err
		}
		move, unmet, ok := s.Next()
		switch {
		case wanted(s, unmet):
			return nil
		case !ok:
			return fmt.Errorf("%s ends in “%s”", s.Release.Name(), s.Release.Stage)
		case s.Release.Stage == release.Deploying:
			err = l.deploy(ctx, s)
		case len(unmet) == 0:
			err = l.step(ctx, s, move)
		default:
			err = l.settle(ctx, s, unmet[0])
		}
		if err != nil {
			return fmt.Errorf("%s in “%s”: %w", s.Release.Name(), s.Release.Stage, err)
		}
	}
	return fmt.Errorf("%s does not stand as is wanted after %d acts", release.ReleaseName(l.number), most)
}

// closed is a release at the end of its life.
func closed(s release.Standing, _ []release.Blocker) bool {
	return s.Release.Stage == release.ClosedStage
}

// step makes the move that is due, by the first person who may.
func (l *life) step(ctx context.Context, s release.Standing, move release.Move) error {
	i := slices.IndexFunc(l.programme.People, func(x release.Person) bool {
		return len(x.Slack) > 0 && l.programme.MayMove(x, s.Release, move)
	})
	if i < 0 {
		return fmt.Errorf("nobody may make the move “%s”", move.Name)
	}
	by := l.programme.People[i]
	l.tellf("%s moves %s on: %s.", by.Name, s.Release.Name(), move.Name)
	if move.To == release.Deploying {
		return l.fills(ctx, by, "/release deploy "+s.Release.Name(), map[string]any{})
	}
	return l.types(ctx, by, "/release next "+s.Release.Name())
}

// settle does what one unmet check asks for.
func (l *life) settle(ctx context.Context, s release.Standing, b release.Blocker) error {
	name := s.Release.Name()
	if i := slices.IndexFunc(s.Ballots, func(b release.Ballot) bool { return b.State == release.BallotOpen }); i >= 0 {
		return l.votes(ctx, s.Ballots[i])
	}
	if b.Key == string(release.CheckWindow) {
		l.tellf("Not yet: %s The clock moves there.", b.What)
		return l.clock.MoveTo(ctx, b.By)
	}
	by, err := l.someone(b.People)
	if err != nil {
		return fmt.Errorf("%s: %w", b.What, err)
	}
	l.tellf("Not yet: %s %s sees to it.", b.What, by.Name)
	switch act, _, _ := strings.Cut(b.Act, " "+name); {
	case strings.HasPrefix(act, "/rcb start"):
		if err := l.types(ctx, by, b.Act); err != nil {
			return err
		}
		return l.types(ctx, by, "/rcb end")
	case act == "/release build":
		return l.fills(ctx, by, b.Act, l.build())
	case act == "/rfc raise":
		return l.fills(ctx, by, b.Act, l.raised())
	case strings.HasPrefix(b.Act, "/rfc edit "):
		return l.fills(ctx, by, b.Act, l.window())
	case act == "/release waive":
		until := l.clock.Now().AddDate(0, 0, 14)
		return l.fills(ctx, by, b.Act, map[string]any{release.FieldEvidenceNote: "The board knows it already.", release.FieldUntil: until.Unix()})
	case act == "/release note":
		return l.note(ctx, by)
	case act == "/release review":
		return l.review(ctx, by)
	case act == "/release evidence":
		return l.types(ctx, by, b.Act+" https://docs.example.org/"+l.version+"/"+b.Key)
	case b.Act == "":
		return fmt.Errorf("nothing that a person types settles it: %s", b.What)
	}
	return l.types(ctx, by, b.Act)
}

// someone is the first of the people who can be reached in Slack.
func (l *life) someone(ids []release.PersonID) (release.Person, error) {
	for _, id := range ids {
		if x, ok := l.programme.Person(id); ok && len(x.Slack) > 0 {
			return x, nil
		}
	}
	return release.Person{}, fmt.Errorf("nobody with a Slack account answers for it")
}

// votes has every seat of a vote say Go, and waits for its end.
func (l *life) votes(ctx context.Context, b release.Ballot) error {
	l.rfc = b.RFC
	command := "/gonogo"
	if b.Purpose == release.Approval {
		command = "/rfc"
	}
	if err := l.vote(ctx, command); err != nil {
		return err
	}
	return l.box.Wait(ctx, func(*workspace.Snapshot) bool {
		card, err := l.app.desk.Card(ctx, b.RFC)
		if err != nil {
			return true
		}
		now, open := card.Open()
		return !open || now.ID != b.ID
	})
}

// fills has a person type a slash command that opens a form, and send the form
// in one step after the other.
func (l *life) fills(ctx context.Context, by release.Person, text string, steps ...map[string]any) error {
	if err := l.types(ctx, by, text); err != nil {
		return err
	}
	user := by.Slack[0].User
	for _, values := range steps {
		view, open := l.box.OpenView(user)
		if !open {
			return fmt.Errorf("%s opens no form for %s", text, by.Name)
		}
		result, err := l.box.Submit(ctx, user, fields(view, values))
		if err != nil {
			return err
		}
		if !result.OK() {
			return fmt.Errorf("%s was refused: %v %s", text, result.Errors, result.Trouble)
		}
	}
	if _, open := l.box.OpenView(user); open {
		return l.box.CloseView(ctx, user, true)
	}
	return nil
}

// window is another window, two days from now in the evening.
func (l *life) window() map[string]any {
	y, m, d := l.clock.Now().In(l.programme.Location()).Date()
	from := time.Date(y, m, d+2, 22, 0, 0, 0, l.programme.Location())
	return map[string]any{release.FieldFrom: from.Unix(), release.FieldTo: from.Add(4 * time.Hour).Unix()}
}

// plan plans a major release of the first system whose source can be looked up.
func (l *life) plan(ctx context.Context) error {
	i := slices.IndexFunc(l.programme.Systems, func(s release.System) bool { return !s.Retired && s.Repository != "" })
	if i < 0 || len(l.programme.Environments) == 0 {
		return fmt.Errorf("%s names no system with a repository, or no environment", l.programme.Name)
	}
	by, err := l.requester()
	if err != nil {
		return err
	}
	system, environment := l.programme.Systems[i], l.programme.Environments[0]
	loc := l.programme.Location()
	y, m, d := l.clock.Now().In(loc).Date()
	const ahead = 15 // days until the board: more than any lead time asks for
	board := time.Date(y, m, d+ahead, 10, 0, 0, 0, loc)
	from := time.Date(y, m, d+ahead+2, 22, 0, 0, 0, loc)
	first := map[string]any{
		release.FieldSystem: string(system.ID), release.FieldType: string(release.Major), release.FieldBoard: board.Unix(),
		release.FieldPurpose: "The first participants exchange messages over it.", release.FieldTargets: []string{string(environment.ID)},
		release.FieldItems: "CR-031 Onboard the first participants\nDEF-1187 high Duplicate reads",
	}
	second := map[string]any{"from/" + string(environment.ID): from.Unix(), "to/" + string(environment.ID): from.Add(4 * time.Hour).Unix()}
	l.tellf("%s types /release new and plans a major release of %s.", by.Name, system.Name)
	if err := l.fills(ctx, by, "/release new", first, second); err != nil {
		return err
	}
	all, err := l.app.desk.ListReleases(ctx, release.ReleaseFilter{Limit: 1})
	if err != nil || len(all) == 0 {
		return fmt.Errorf("no release was planned: %w", err)
	}
	l.number, l.version = all[0].Number, all[0].Version.String()
	return nil
}
