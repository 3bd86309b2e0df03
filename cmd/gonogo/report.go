package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
	"gonogo.dev/templates"
)

// reportCmd is `gonogo report`.
type reportCmd struct {
	Name string `arg:"" enum:"readiness,figures,agenda,ewg,roadmap,digest,communication,lifecycle,review,deployment,items" help:"Which report: readiness; figures, what release control cost and brought in a period; agenda, what waits for the next board; ewg, the Environment Working Group's pack; roadmap, the planned and the deployed releases; digest, what waits for somebody's; communication, who is told what of a release, or what a person is sent; deployment, how a release's deployment went; review, what the answers to a release's review add up to; items, the configuration items of an environment as CSV; lifecycle, the process as the releases follow it (needs no database)."`
	What string `arg:"" optional:"" help:"The release of a communication, deployment or review, for example REL-7." placeholder:"REL"`
	AsOf string `help:"As things stood then: 2026-11-23 or \"2026-11-23 09:00\", in the programme's zone (default: now)." placeholder:"TIME"`
	Out  string `help:"Write it to this file: HTML when it ends in .html, text when it ends in .txt or has no ending (readiness as .pdf too, a deployment, a review or figures as .html, .md or .pdf, items as .csv, the lifecycle as a Mermaid diagram when it ends in .mmd)." xor:"where" placeholder:"FILE"`
	// From and To are the first and the last day of the figures.
	From string `help:"The first day of the figures, such as 2026-09-01 (default: so that the period has 90 days)." placeholder:"DAY"`
	To   string `help:"The last day of the figures (default: today)." placeholder:"DAY"`
	// Environment is whose items are written.
	Environment string `help:"The environment whose configuration items are written, such as sit-a." placeholder:"ID"`
	// For is whose digest or communication is shown.
	For string `help:"The person whose digest, communication of a release or edition of the readiness report is shown to the last letter, such as olivia-hartley." placeholder:"PERSON"`
	// Line is the one line of a plan that is shown.
	Line int64 `help:"The number of the one line of the communication plan that is shown." placeholder:"N"`
	Send bool  `help:"Mail the readiness report, the agenda, the pack or the roadmap to its readers now, once per minute at most." xor:"where"`
}

// Run renders the report and prints, writes or sends it.
func (r reportCmd) Run(ctx context.Context, t *terminal, open openDesk) error {
	if err := r.checkPeriod(); err != nil {
		return err
	}
	if err := r.checkSubject(); err != nil {
		return err
	}
	if err := r.checkFile(); err != nil {
		return err
	}
	switch r.Name {
	case "communication":
		return r.communication(ctx, t)
	case "deployment":
		return r.deployment(ctx, t, open)
	case "lifecycle":
		return r.lifecycle(t)
	}
	needs := needDatabase
	if r.Send && r.isEdition() {
		needs |= needMail
	}
	c, err := readConfig(t.Getenv, needs)
	if err != nil {
		return err
	}
	now := t.clock().Now
	db, err := storage.Open(ctx, c.DatabaseURL, storage.Options{Now: now, Log: newLog(t.Err, c)})
	if err != nil {
		return err
	}
	return errors.Join(r.run(ctx, t, c, db, now), db.Close())
}

// checkPeriod refuses a period, a time or an environment where the report has none.
func (r reportCmd) checkPeriod() error {
	switch {
	case (r.From != "" || r.To != "") && r.Name != "figures":
		return errors.New("only the figures are of a period: leave --from and --to out")
	case r.Name == "figures" && (r.AsOf != "" || r.Send):
		return errors.New("the figures are of a period: write --from and --to")
	case r.Environment != "" && r.Name != "items":
		return errors.New("only the items report is of one environment: leave --environment out")
	}
	return nil
}

// checkSubject refuses a line, a reader or a release where the report has none.
func (r reportCmd) checkSubject() error {
	switch {
	case r.Name == "communication":
		return nil // it has all of them
	case r.Line != 0:
		return errors.New("only a communication plan has lines: leave --line out")
	case r.Name == "digest" && r.For == "":
		return errors.New("a digest is one person's: write `gonogo report digest --for PERSON`")
	case r.For != "" && r.Name != "digest" && r.Name != reports.ReportReadiness:
		return fmt.Errorf("the %s report is the same for everybody: leave --for out", r.Name)
	case r.For != "" && r.Send:
		return errors.New("a report is sent to all its readers: leave --for out")
	case r.Name == "deployment":
		return nil // it is of a release
	case r.What != "" && r.Name == "items":
		return fmt.Errorf("the items report is of an environment: write --environment %s", r.What)
	case r.What != "" && r.Name != "review":
		return fmt.Errorf("the %s report is of no single release: leave %s out", r.Name, r.What)
	}
	return nil
}

func (r reportCmd) run(ctx context.Context, t *terminal, c config, db *storage.DB, now func() time.Time) error {
	if err := db.RequireMigrated(ctx); err != nil {
		return err
	}
	p, err := release.NewDesk(db, now).Programme(ctx)
	if err != nil {
		return err
	}
	if r.Name == "items" {
		return r.items(ctx, t, p, db, now)
	}
	letterhead, err := newLetterhead(c, "")
	if err != nil {
		return err
	}
	if letterhead.Links, err = reviewLinks(ctx, c, db); err != nil {
		return err
	}
	if r.Name == "figures" {
		return r.figures(ctx, t, p, letterhead, db, now)
	}
	if r.Name == "review" {
		return r.review(ctx, t, letterhead, db, now)
	}
	at, err := asOf(r.AsOf, now(), p.Location())
	if err != nil {
		return err
	}
	publisher := reports.NewPublisher(letterhead, db, db, now)
	if r.Send {
		return r.send(ctx, t, letterhead, publisher, at.In(p.Location()))
	}
	if r.Name == reports.ReportReadiness {
		return r.readiness(ctx, t, letterhead, db, at)
	}
	out, err := r.written(ctx, publisher, db, at)
	if err != nil {
		return err
	}
	if r.ending() == ".html" {
		return r.keep(t, out.HTML)
	}
	return r.keep(t, out.Text)
}

// written returns the report as it would be sent.
func (r reportCmd) written(ctx context.Context, publisher *reports.Publisher, db *storage.DB, at time.Time) (templates.Output, error) {
	if r.Name == "digest" {
		return r.digest(ctx, publisher, release.NewDesk(db, func() time.Time { return at }), at)
	}
	return publisher.Preview(ctx, r.Name, "", at)
}

// lifecycle prints or draws the process.
func (r reportCmd) lifecycle(t *terminal) error {
	if r.AsOf != "" || r.Send {
		return errors.New("the lifecycle is the same at every time and for everybody: leave --as-of and --send out")
	}
	process := reports.NewLifecycle()
	if r.ending() == ".mmd" {
		return r.keep(t, process.Diagram)
	}
	return r.keep(t, process.Text)
}

// asOf reads an instant in the programme's zone; the empty text is now. The
// future is not known yet and refused.
func asOf(text string, now time.Time, loc *time.Location) (time.Time, error) {
	if text == "" {
		return now, nil
	}
	for _, form := range []string{time.RFC3339, "2006-01-02 15:04", time.DateOnly} {
		at, err := time.ParseInLocation(form, text, loc)
		switch {
		case err != nil:
		case at.After(now):
			return at, fmt.Errorf("%s lies in the future; a report is about what is known", text)
		default:
			return at, nil
		}
	}
	return now, fmt.Errorf("%q is no time: write 2026-11-23 or \"2026-11-23 09:00\"", text)
}
