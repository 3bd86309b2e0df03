package reports

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// The scheduled reports, by the names the programme file gives them.
const (
	ReportReadiness    = "readiness"
	ReportDigestDaily  = "digest-daily"
	ReportDigestWeekly = "digest-weekly"
	ReportAgenda       = "agenda"        // before each board (R60)
	ReportPack         = "ewg"           // before the working group (R65)
	ReportRoadmap      = "roadmap"       // once a month (R30)
	ReportRoadmapMoved = "roadmap-moved" // looked at often, sent when a date moved
)

// Reports lists the names a schedule may have.
func Reports() []string {
	return []string{ReportReadiness, ReportDigestDaily, ReportDigestWeekly, ReportAgenda, ReportPack, ReportRoadmap, ReportRoadmapMoved}
}

// Outbox keeps what is published. Storage implements it.
type Outbox interface {
	// Publish claims the run by its report and period, promises the notices and
	// marks the held ones as merged, all in one transaction. It is false, and
	// changes nothing, when the run was claimed before.
	Publish(ctx context.Context, run release.Run, notices []release.Notice, merged []int64) (bool, error)
	// Held returns the notices that wait for the digest of a cadence and were
	// merged into none yet.
	Held(ctx context.Context, c release.Cadence) ([]release.Notice, error)
}

// Publisher makes scheduled reports and promises them to their readers. It
// sends nothing itself: the workers do.
type Publisher struct {
	letterhead Letterhead
	source     Library
	outbox     Outbox
	now        func() time.Time
}

// NewPublisher returns a Publisher.
func NewPublisher(l Letterhead, from Library, to Outbox, now func() time.Time) *Publisher {
	return &Publisher{letterhead: l, source: from, outbox: to, now: now}
}

// Publish makes a report for one turn of its timetable. It is false when the
// turn was published before, by whomever: replicas and restarts add nothing
// (T18).
func (x *Publisher) Publish(ctx context.Context, report string, turn Turn) (bool, error) {
	run := release.Run{Report: report, Period: turn.Period, Due: turn.At, At: x.now().UTC().Truncate(time.Microsecond), Late: turn.Late}
	p, err := x.source.ProgrammeNow(ctx)
	if err != nil {
		return false, fmt.Errorf("read the programme to publish %s %s: %w", report, turn.Period, err)
	}
	var notices []release.Notice
	var merged []int64
	switch report {
	case ReportReadiness:
		notices, err = x.readiness(ctx, &run)
	case ReportDigestDaily:
		notices, merged, err = x.digests(ctx, p, run, release.Daily)
	case ReportDigestWeekly:
		notices, merged, err = x.digests(ctx, p, run, release.Weekly)
	default:
		notices, err = x.edition(ctx, p, run)
	}
	if err != nil {
		return false, fmt.Errorf("write %s %s: %w", report, turn.Period, err)
	}
	published, err := x.outbox.Publish(ctx, run, notices, merged)
	if err != nil {
		return false, fmt.Errorf("publish %s %s: %w", report, turn.Period, err)
	}
	return published, nil
}

func lateNote(run release.Run, loc *time.Location) string {
	return fmt.Sprintf("This was due on %s and goes out late, because gonogo was not running then. What it says is as of that time.",
		release.Instant(run.Due, loc))
}

// scheduled returns a letter of a run as a notice, its bytes frozen.
func (l Letterhead) scheduled(p *release.Programme, run release.Run, kind release.NoticeKind, x letter) (release.Notice, error) {
	x.at, x.page.Record = run.At, l.overview()
	body, err := l.encode(p, x)
	if err != nil {
		return release.Notice{}, fmt.Errorf("write %s: %w", x.key, err)
	}
	return release.Notice{
		Key: x.key, Road: release.ByMail, To: x.to.ID, Duty: release.DutyTold, Hold: release.Immediate, At: run.At, Body: body,
		Event: release.Event{Kind: kind, At: run.At, Regular: x.leave},
	}, nil
}
