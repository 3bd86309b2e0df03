package reports

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Library is all that scheduled reports are made from.
type Library interface {
	Source
	Almanac
}

// issue is one edition of a regular report: a page for all of its readers.
type issue struct {
	stream  release.Stream
	page    templates.Page
	subject string
	readers []release.Person
	// over is when the report is of no use any more, since what it prepares has begun;
	// zero is never.
	over time.Time
}

// regular writes one of the reports that are the same for all readers, as of an
// instant.
func (x *Publisher) regular(ctx context.Context, report string, at time.Time) (issue, error) {
	switch report {
	case ReportAgenda:
		a, err := ReadAgenda(ctx, x.source, x.source, at)
		if err != nil {
			return issue{}, err
		}
		return issue{release.StreamAgenda, agendaPage(a), a.title() + ": " + a.headline(), a.readers(), a.Meets}, nil
	case ReportPack:
		k, err := ReadBriefing(ctx, x.source, x.source, at)
		if err != nil {
			return issue{}, err
		}
		page := briefingPage(k)
		return issue{release.StreamPack, page, "Pack for the " + page.Title, Readers(k.Readiness.Programme, ReportPack), k.Meets}, nil
	case ReportRoadmap, ReportRoadmapMoved:
		return x.roadmap(ctx, report, at)
	}
	return issue{}, fmt.Errorf("no report has this name; there are %v", Reports())
}

// roadmap writes the roadmap. The monthly one tells what moved in a month. The one
// that comes when something changes tells what moved since it was looked at last,
// and has no readers when nothing did.
func (x *Publisher) roadmap(ctx context.Context, report string, at time.Time) (issue, error) {
	since := at.AddDate(0, -1, 0)
	if report == ReportRoadmapMoved {
		last, err := x.source.LastRun(ctx, report)
		switch {
		case errors.Is(err, release.ErrNotFound):
			since = at // looked at for the first time: from here on changes are told
		case err != nil:
			return issue{}, fmt.Errorf("find when the roadmap was looked at last: %w", err)
		case last.Due.Before(at):
			since = last.Due
		}
	}
	m, err := ReadRoadmap(ctx, x.source, since, at)
	if err != nil {
		return issue{}, err
	}
	i := issue{stream: release.StreamRoadmap, page: roadmapPage(m), subject: "Release roadmap: " + m.headline(), readers: Readers(m.Programme, ReportRoadmap)}
	if report == ReportRoadmapMoved && len(m.Moved) == 0 {
		i.readers = nil
	}
	return i, nil
}

// edition promises a regular report to everybody who reads it and did not switch it
// off. What comes after the meeting it prepares is sent to nobody.
func (x *Publisher) edition(ctx context.Context, p *release.Programme, run release.Run) ([]release.Notice, error) {
	i, err := x.regular(ctx, run.Report, run.Due)
	if err != nil {
		return nil, err
	}
	if !i.over.IsZero() && !run.At.Before(i.over) {
		return nil, nil
	}
	if i.readers, err = Subscribers(ctx, x.source, i.readers, i.stream); err != nil {
		return nil, err
	}
	x.sign(p, &i.page)
	if run.Late {
		i.page.Footer = append(i.page.Footer, lateNote(run, p.Location()))
		i.page.Kicker += ", sent late"
	}
	notices := make([]release.Notice, len(i.readers))
	for n, to := range i.readers {
		notices[n], err = x.letterhead.scheduled(p, run, release.NoticeReport, letter{
			key: fmt.Sprintf("%s/%s/%s", run.Report, run.Period, to.ID), stream: string(i.stream), leave: i.stream, to: to, page: i.page, subject: i.subject,
		})
		if err != nil {
			return nil, err
		}
	}
	return notices, nil
}

// sign adds what stands below every regular report.
func (x *Publisher) sign(p *release.Programme, page *templates.Page) {
	page.Link = x.letterhead.channel(p)
	page.Footer = append(page.Footer, "Sent by gonogo for "+p.Name+". Times are those of "+p.Zone+" unless they name another zone.")
}

// Preview returns a report as it would be sent now to somebody, sending nothing:
// as text for Slack, and as a page that stands by itself. The digest is that of the
// person's own pace; whoever asks for none gets the daily one.
func (x *Publisher) Preview(ctx context.Context, report string, reader release.PersonID, at time.Time) (templates.Output, error) {
	p, err := x.source.ProgrammeNow(ctx)
	if err != nil {
		return templates.Output{}, fmt.Errorf("read the programme to preview %s: %w", report, err)
	}
	if slices.Contains([]string{ReportDigestDaily, ReportDigestWeekly}, report) {
		return x.previewDigest(ctx, p, report, reader)
	}
	i, err := x.regular(ctx, report, at)
	if err != nil {
		return templates.Output{}, fmt.Errorf("preview %s: %w", report, err)
	}
	x.sign(p, &i.page)
	return x.letterhead.Templates.Render(templates.Mail, x.letterhead.dress(p, i.page))
}

func (x *Publisher) previewDigest(ctx context.Context, p *release.Programme, report string, reader release.PersonID) (templates.Output, error) {
	c := release.Daily
	if report == ReportDigestWeekly {
		c = release.Weekly
	}
	waiting, _, err := x.waiting(ctx, c)
	if err != nil {
		return templates.Output{}, err
	}
	page := digestPage(p, c, waiting[reader])
	if len(waiting[reader]) == 0 {
		page.Lead = nothing("Nothing waits for your " + string(c) + " digest.")
	}
	return x.letterhead.Templates.Render(templates.Mail, x.letterhead.dress(p, page))
}
