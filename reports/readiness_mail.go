package reports

import (
	"context"
	"fmt"
	"slices"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// readiness writes the report as of the run's due time, to each of its readers, in
// the edition of their party.
func (x *Publisher) readiness(ctx context.Context, run *release.Run) ([]release.Notice, error) {
	r, err := ReadReadiness(ctx, x.source, run.Due)
	if err != nil {
		return nil, err
	}
	run.Checkpoint = r.Checkpoint
	drawn, err := r.pictures()
	if err != nil {
		return nil, err
	}
	readers, err := Subscribers(ctx, x.source, Readers(r.Programme, ReportReadiness), release.StreamReadiness)
	if err != nil {
		return nil, err
	}
	editions := map[release.PartyID]letter{}
	var notices []release.Notice
	for _, to := range readers {
		party := EditionOf(r.Programme, to)
		if _, written := editions[party]; !written {
			if editions[party], err = x.letterhead.readinessLetter(r, *run, party, drawn); err != nil {
				return nil, err
			}
		}
		mail := editions[party]
		mail.key, mail.to = fmt.Sprintf("readiness/%s/%s", run.Period, to.ID), to
		n, err := x.letterhead.scheduled(r.Programme, *run, release.NoticeReport, mail)
		if err != nil {
			return nil, err
		}
		notices = append(notices, n)
	}
	return notices, nil
}

// readinessLetter is the edition of a party before it has a reader: the page with
// its pictures beside it, and the same as a PDF.
func (l Letterhead) readinessLetter(r Readiness, run release.Run, party release.PartyID, drawn drawn) (letter, error) {
	page := l.readinessPage(r, party, drawn.apart)
	if run.Late {
		page.Footer = append(page.Footer, lateNote(run, r.Programme.Location()))
		page.Kicker += ", sent late"
	}
	pdf, err := l.readinessPaper(r, party, page, drawn.together).File(AsPDF)
	if err != nil {
		return letter{}, err
	}
	page.Link = l.channel(r.Programme)
	page.Footer = append([]string{
		"You get this report because you take part in " + r.Programme.Name + ". Nothing is asked of you here: what you must act on comes in a mail of its own.",
		"The same is attached as a PDF.",
	}, page.Footer...)
	page.Sections = besides(page.Sections)
	return letter{
		stream: "readiness", leave: release.StreamReadiness, page: page, files: []Part{pdf}, inline: drawn.apart,
		subject: fmt.Sprintf("Readiness, week %s: %s. %s", r.Week, r.Verdict, r.Headline),
	}, nil
}

// besides are sections whose pictures travel beside the page.
func besides(sections []templates.Section) []templates.Section {
	sections = slices.Clone(sections)
	for i, s := range sections {
		sections[i].Pictures = slices.Clone(s.Pictures)
		for n := range sections[i].Pictures {
			sections[i].Pictures[n].Body = nil
		}
	}
	return sections
}
