package storage

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"gonogo.dev/release"
)

// FigureLog returns what happened in a period, half-open, for its figures: the lives
// of the releases that changed in it or on whose RFC a vote was closed in it. Each is
// found by an index, and nothing is read of others (M16).
func (db *DB) FigureLog(ctx context.Context, from, to time.Time) (release.FigureLog, error) {
	l := release.FigureLog{From: from, To: to}
	err := db.snapshot(ctx, func(t *tx) error {
		var err error
		if l.Programme, err = t.Programme(); err != nil {
			return err
		}
		var judged []outcomeRow
		if err := t.q().Where("at >= ? AND at < ?", instant(from), instant(to)).Order("ballot, seat").Find(&judged).Error; err != nil {
			return fmt.Errorf("load what became of No-Gos: %w", err)
		}
		l.Judged = outcomes(judged)
		l.Lives, err = t.lives(from, to)
		return err
	})
	if err != nil {
		return l, fmt.Errorf("load the figures since %s: %w", from, err)
	}
	return l, nil
}

// moved finds the releases that changed in a period, and those on whose RFC a vote
// was closed or an issue was resolved in it.
const moved = `SELECT number FROM release_revisions WHERE updated_at >= ? AND updated_at < ?
	UNION SELECT r.number FROM ballots b JOIN releases r ON r.rfc <> 0 AND r.rfc = b.rfc WHERE b.closed_at >= ? AND b.closed_at < ?`

// lives loads the releases of a period with what happened to them. They are named,
// since PostgreSQL reads the whole table where it does not know how few they are.
func (t *tx) lives(from, to time.Time) ([]release.ReleaseLife, error) {
	a, b := instant(from), instant(to)
	var numbers []int
	if err := t.q().Raw(moved, a, b, a, b).Scan(&numbers).Error; err != nil {
		return nil, fmt.Errorf("find the releases: %w", err)
	}
	slices.Sort(numbers)
	lives := []release.ReleaseLife{}
	for some := range slices.Chunk(numbers, atOnce) {
		these, err := t.livesOf(some)
		if err != nil {
			return nil, err
		}
		lives = append(lives, these...)
	}
	return lives, nil
}

// livesOf loads some releases with what happened to them.
func (t *tx) livesOf(numbers []int) ([]release.ReleaseLife, error) {
	var rows []releaseRow
	if err := t.q().Where("number IN ?", numbers).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load the releases: %w", err)
	}
	lives := make([]release.ReleaseLife, len(rows))
	at := map[int]*release.ReleaseLife{}
	for i, r := range rows {
		var err error
		if lives[i].Release, err = r.release(); err != nil {
			return nil, err
		}
		lives[i].Raised = map[int]time.Time{}
		at[r.Number] = &lives[i]
	}
	for _, part := range []func(map[int]*release.ReleaseLife, []int) error{t.liveStages, t.liveEvidence, t.liveRollouts, t.liveIssues} {
		if err := part(at, numbers); err != nil {
			return nil, err
		}
	}
	return lives, t.liveBallots(at)
}

func (t *tx) liveStages(at map[int]*release.ReleaseLife, of []int) error {
	var rows []releaseRow
	q := t.q().Table(releaseRevisionTable).Select("number", "revision", "stage", "updated_at").Where("number IN ?", of)
	if err := q.Order("number, revision").Find(&rows).Error; err != nil {
		return fmt.Errorf("load their stages: %w", err)
	}
	for _, r := range rows {
		if x := at[r.Number]; x != nil {
			x.Stages = append(x.Stages, release.StageSince{Revision: r.Revision, Stage: release.Stage(r.Stage), At: r.UpdatedAt.time()})
		}
	}
	return nil
}

func (t *tx) liveEvidence(at map[int]*release.ReleaseLife, of []int) error {
	var rows []evidenceRow
	if err := t.q().Where("release IN ?", of).Order("id").Find(&rows).Error; err != nil {
		return fmt.Errorf("load their evidence: %w", err)
	}
	for _, r := range rows {
		if x := at[r.Release]; x != nil {
			x.Evidence = append(x.Evidence, r.evidence())
		}
	}
	return nil
}

func (t *tx) liveRollouts(at map[int]*release.ReleaseLife, of []int) error {
	var rows []rolloutRow
	if err := t.q().Where("mode = ? AND release IN ?", string(release.LiveRollout), of).Order("id").Find(&rows).Error; err != nil {
		return fmt.Errorf("load their deployments: %w", err)
	}
	for _, r := range rows {
		if x := at[r.Release]; x != nil {
			x.Rollouts = append(x.Rollouts, r.rollout())
		}
	}
	return nil
}

func (t *tx) liveIssues(at map[int]*release.ReleaseLife, of []int) error {
	var rows []supportIssueRow
	if err := t.q().Where("release IN ?", of).Order("id").Find(&rows).Error; err != nil {
		return fmt.Errorf("load their issues: %w", err)
	}
	for _, r := range rows {
		if x := at[r.Release]; x != nil {
			x.Issues = append(x.Issues, r.issue())
		}
	}
	return nil
}

// liveBallots loads when the releases' RFCs were raised, and their ballots with every
// vote.
func (t *tx) liveBallots(at map[int]*release.ReleaseLife) error {
	rfcOf := map[int]*release.ReleaseLife{}
	for _, x := range at {
		if x.Release.RFC != 0 {
			rfcOf[x.Release.RFC] = x
		}
	}
	governing := slices.Collect(maps.Keys(rfcOf))
	if len(governing) == 0 {
		return nil
	}
	var raised []rfcRow
	if err := t.q().Select("number", "raised_at").Where("number IN ?", governing).Find(&raised).Error; err != nil {
		return fmt.Errorf("load when their RFCs were raised: %w", err)
	}
	for _, r := range raised {
		rfcOf[r.Number].Raised[r.Number] = r.RaisedAt.time()
	}
	var ballots []ballotRow
	if err := t.q().Omit("dossier", "before").Where("rfc IN ?", governing).Order("id").Find(&ballots).Error; err != nil {
		return fmt.Errorf("load their votes: %w", err)
	}
	var votes []voteRow
	ids := make([]int64, len(ballots))
	for i, b := range ballots {
		ids[i] = b.ID
	}
	if err := t.q().Where("ballot IN ?", ids).Order("id").Find(&votes).Error; err != nil {
		return fmt.Errorf("load what was voted: %w", err)
	}
	every := map[int64][]release.Vote{}
	for _, v := range votes {
		every[v.Ballot] = append(every[v.Ballot], v.vote())
	}
	for _, b := range ballots {
		x := rfcOf[b.RFC]
		x.Ballots = append(x.Ballots, release.BallotLife{Ballot: b.ballot(), Every: every[b.ID]})
	}
	return nil
}
