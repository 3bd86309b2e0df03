package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/bot"
	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// isEdition tells whether the report is one that all of its readers get alike.
func (r reportCmd) isEdition() bool {
	return slices.Contains([]string{reports.ReportReadiness, reports.ReportAgenda, reports.ReportPack, reports.ReportRoadmap}, r.Name)
}

// send promises a report to its readers.
func (r reportCmd) send(ctx context.Context, t *terminal, l reports.Letterhead, publisher *reports.Publisher, at time.Time) error {
	if !r.isEdition() {
		return fmt.Errorf("the %s report is not mailed by hand: leave --send out", r.Name)
	}
	if err := l.Check(); err != nil {
		return err
	}
	turn := reports.Turn{At: at, Period: at.Format("2006-01-02T1504")}
	published, err := publisher.Publish(ctx, r.Name, turn)
	if err != nil {
		return err
	}
	if !published {
		return fmt.Errorf("the %s report as of %s was sent before", r.Name, turn.Period)
	}
	fmt.Fprintln(t.Out, "promised to its readers; a running `gonogo serve` mails it")
	return nil
}

// digest returns what waits for a person's digest.
func (r reportCmd) digest(ctx context.Context, publisher *reports.Publisher, desk *release.Desk, at time.Time) (templates.Output, error) {
	if r.AsOf != "" {
		return templates.Output{}, errors.New("a digest is what waits now: leave --as-of out")
	}
	p, err := desk.Programme(ctx)
	if err != nil {
		return templates.Output{}, err
	}
	who, ok := p.Person(release.PersonID(r.For))
	if !ok {
		return templates.Output{}, fmt.Errorf("nobody in the programme has the id %q", r.For)
	}
	return previewFor(ctx, publisher, desk, "digest", who.ID, at)
}

// previewFor returns a report as it would be sent to a person now; a digest at the
// pace they chose, else the daily one.
func previewFor(ctx context.Context, publisher *reports.Publisher, desk *release.Desk, name string, who release.PersonID, at time.Time) (templates.Output, error) {
	if name == "digest" {
		c, err := desk.MailOf(ctx, who)
		if err != nil {
			return templates.Output{}, err
		}
		name = reports.ReportDigestDaily
		if c.Cadence == release.Weekly {
			name = reports.ReportDigestWeekly
		}
	}
	return publisher.Preview(ctx, name, who, at)
}

// preview returns a report as of now, as text for Slack.
func (a *app) preview(l reports.Letterhead, now func() time.Time) func(context.Context, bot.ReportName, release.Person) (string, error) {
	publisher := reports.NewPublisher(l, a.db, a.db, now)
	return func(ctx context.Context, name bot.ReportName, reader release.Person) (string, error) {
		if name != bot.ReadinessReport {
			out, err := previewFor(ctx, publisher, a.desk, string(name), reader.ID, now())
			return out.Text, err
		}
		r, err := reports.ReadReadiness(ctx, a.db, now())
		if err != nil {
			return "", err
		}
		return l.ReadinessText(r, reports.EditionOf(r.Programme, reader))
	}
}
