package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// digests writes one mail to everybody who has notices waiting, and returns the
// ids of all that waited. What waits for somebody who can no longer be reached
// is merged too, so that it does not wait for ever.
func (x *Publisher) digests(ctx context.Context, p *release.Programme, run release.Run, c release.Cadence) ([]release.Notice, []int64, error) {
	waiting, merged, err := x.waiting(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	var notices []release.Notice
	for _, to := range p.People {
		if _, err := addressee(p, to.ID); err != nil || len(waiting[to.ID]) == 0 {
			continue
		}
		page := digestPage(p, c, waiting[to.ID])
		page.Link = x.letterhead.channel(p)
		if run.Late {
			page.Footer = append(page.Footer, fmt.Sprintf("This digest was due on %s and goes out late, because gonogo was not running then.",
				release.Instant(run.Due, p.Location())))
		}
		n, err := x.letterhead.scheduled(p, run, release.NoticeDigest, letter{
			key: fmt.Sprintf("digest/%s/%s/%s", c, run.Period, to.ID), stream: "digest", leave: release.StreamDigest, to: to, page: page,
			subject: page.Title + ": " + page.Lead.Text,
		})
		if err != nil {
			return nil, nil, err
		}
		notices = append(notices, n)
	}
	return notices, merged, nil
}

// waiting returns what waits for the people of a digest, and the ids of all of it.
// What somebody switched off since is merged, and not told.
func (x *Publisher) waiting(ctx context.Context, c release.Cadence) (map[release.PersonID][]release.Notice, []int64, error) {
	held, err := x.outbox.Held(ctx, c)
	if err != nil {
		return nil, nil, fmt.Errorf("read what waits for the %s digest: %w", c, err)
	}
	off, err := x.source.UnwantedMail(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read what people do not want in the %s digest: %w", c, err)
	}
	var merged []int64
	waiting := map[release.PersonID][]release.Notice{}
	for _, n := range held {
		merged = append(merged, n.ID)
		if mine := off[n.To]; !slices.Contains(mine, release.StreamDigest) && !slices.Contains(mine, n.Event.Stream()) {
			waiting[n.To] = append(waiting[n.To], n)
		}
	}
	return waiting, merged, nil
}

// digestPage shows what waited for a person, by RFC or meeting: the one with the
// newest event first, and of each the newest event first.
func digestPage(p *release.Programme, c release.Cadence, held []release.Notice) templates.Page {
	bySubject := map[string][]release.Notice{}
	for _, n := range held {
		bySubject[subjectOf(n.Event)] = append(bySubject[subjectOf(n.Event)], n)
	}
	var subjects [][]release.Notice
	for _, notices := range bySubject {
		slices.SortFunc(notices, newestFirst)
		subjects = append(subjects, notices)
	}
	slices.SortFunc(subjects, func(a, b []release.Notice) int { return newestFirst(a[0], b[0]) })
	page := templates.Page{
		Kicker: "what you are only told of", Title: fmt.Sprintf("Your %s digest", c),
		Lead: nothing(fmt.Sprintf("%s on %s.", count(len(held), "event"), subjectCount(subjects))),
		Footer: []string{
			fmt.Sprintf("You get this because you asked for a %s digest of what asks nothing of you. Another pace? Write /rfc notify immediate, /rfc notify daily or /rfc notify weekly in Slack.", c),
			"Sent by gonogo for " + p.Name + ". The record of who decided what is in gonogo, not in this mail.",
		},
	}
	for _, notices := range subjects {
		page.Sections = append(page.Sections, digestSection(p, notices))
	}
	return page
}

// subjectOf names what an event is about.
func subjectOf(e release.Event) string {
	if e.Meeting != nil {
		return e.Meeting.Subject()
	}
	if e.Operation != nil {
		return e.Operation.Subject()
	}
	return e.RFC.Subject()
}

// subjectCount says of how many RFCs and meetings a digest tells.
func subjectCount(subjects [][]release.Notice) string {
	meetings, operations := 0, 0
	for _, notices := range subjects {
		if notices[0].Event.Meeting != nil {
			meetings++
		}
		if notices[0].Event.Operation != nil {
			operations++
		}
	}
	var counts []string
	if n := len(subjects) - meetings - operations; n > 0 {
		counts = append(counts, count(n, "RFC"))
	}
	if operations > 0 {
		counts = append(counts, count(operations, "operation"))
	}
	if meetings > 0 {
		counts = append(counts, count(meetings, "meeting"))
	}
	return strings.Join(counts, " and ")
}

func newestFirst(a, b release.Notice) int {
	return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID))
}

func digestSection(p *release.Programme, notices []release.Notice) templates.Section {
	if notices[0].Event.Meeting != nil {
		return meetingDigest(p, notices)
	}
	if notices[0].Event.Operation != nil {
		return operationDigest(p, notices)
	}
	latest := notices[0].Event.RFC
	s := templates.Section{Title: title(latest), Facts: []templates.Fact{
		{Label: "System", Value: systemName(p, latest.Content.System) + " on " + environmentNames(p, latest.Content.Environments)},
		{Label: "Window", Value: latest.Content.Window.String()},
	}}
	for _, n := range notices {
		e := n.Event
		item := templates.Item{
			Title: upperFirst(strings.TrimPrefix(happened(e), e.RFC.Name()+" ")),
			Lines: append([]string{release.Instant(e.At, p.Location())}, digestLines(p, e)...),
		}
		s.Items = append(s.Items, item)
	}
	return s
}

// digestLines says what an event was in a line or two.
func digestLines(p *release.Programme, e release.Event) []string {
	switch e.Kind {
	case release.NoticeRaised:
		return []string{"By " + p.NameOf(e.By) + ": " + short(e.RFC.Content.Impact)}
	case release.NoticeEdited:
		fields := make([]string, len(e.Changes))
		for i, c := range e.Changes {
			fields[i] = strings.ToLower(c.Field)
		}
		return []string{"By " + p.NameOf(e.By) + ": " + strings.Join(fields, ", ") + ". The board votes again."}
	case release.NoticeWithdrawn:
		return []string{"By " + p.NameOf(e.By) + ": " + short(e.Reason)}
	case release.NoticeOpened:
		if e.Ballot != nil {
			return []string{"The vote ends " + release.Instant(e.Ballot.Deadline, p.Location()) + " at the latest."}
		}
	case release.NoticeDecided, release.NoticeOutcome:
		if e.Ballot != nil {
			return []string{tallyLine(e.Ballot.Tally()) + ". " + reason(*e.Ballot)}
		}
	case release.NoticeClosed:
		return []string{upperFirst(countOf(len((telling{event: e}).closing().Actions), "work-off action")) + " to be done."}
	case release.NoticeSupport:
		if e.Support != nil {
			return []string{upperFirst(countOf(e.Support.Issues(), "issue")) + ", " + countOf(len(e.Support.Open), "open one") + "."}
		}
	case release.NoticeReviewClosed:
		if s, err := e.Review.Frozen(); err == nil {
			return []string{fmt.Sprintf("%d of %d answered, %s.", s.Answered(), len(s.Heard), count(len(s.Lessons), "lesson"))}
		}
	default:
	}
	return nil
}
