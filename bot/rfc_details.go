package bot

import (
	"fmt"
	"time"

	"gonogo.dev/release"
)

// How much a window shows of votes: every word of an ordinary one, a fair share
// of each when there are very many, so that the view stays below 250 KB.
const (
	detailVotes   = 24_000
	detailBallots = 3
)

// detailsPage shows everything about an RFC.
func detailsPage(s release.Story, now time.Time, banner string) *page {
	r := s.RFC
	p := newPage(r.Name(), banner).heading(r.Name() + ": " + r.Content.Title)
	if units(r.Name()+": "+r.Content.Title) > maxHeader {
		p.show(line{bold(r.Content.Title)})
	}
	p.say(stateLines(s, now)...)
	p.list(facts(s, true)...)
	p.passage("Reason", r.Content.Reason, 2*release.MaxText).passage("Impact", r.Content.Impact, 2*release.MaxText)
	for i, b := range s.Ballots {
		if i == detailBallots {
			p.note("And " + count(len(s.Ballots)-i, "older vote", "older votes") + ".")
			break
		}
		p.heading(b.Purpose.String())
		if b.State == release.BallotOpen {
			p.say(said(capital(heardWords(b, b.Tally())) + "."))
		} else {
			p.say(said(endWords(b, s.Programme, 2*release.MaxText)))
		}
		most := min(detailVotes/detailBallots/max(len(b.Seats), 1), 2*release.MaxText+300)
		seatPart(p, b, s.Programme, most)
	}
	conditionDetails(p, s)
	heededPart(p, s)
	if !r.UpdatedAt.IsZero() {
		p.note(fmt.Sprintf("Revision %d, %s. Digest %s.", r.Revision, release.Instant(r.UpdatedAt, s.Programme.Location()), r.Content.Digest()))
	}
	return actionPart(p, s, nil)
}

func scaleWord(names []string, n int) string {
	if n < 1 || n > len(names) {
		return "not given"
	}
	return names[n-1]
}

func conditionDetails(p *page, s release.Story) {
	if len(s.Conditions) == 0 {
		return
	}
	p.heading("Conditions")
	most := min(detailVotes/2/len(s.Conditions), 2*release.MaxText)
	var lines []line
	for _, c := range s.Conditions {
		l := line{bold("Open: "), words(clip(c.Words, most) + " (asked for by " + s.Programme.NameOf(c.By) + ")")}
		if c.Met() {
			l = line{
				bold("Met: "), words(clip(c.Words, most) + " (asked for by " + s.Programme.NameOf(c.By) + "). Evidence of " + s.Programme.NameOf(c.MetBy) + ", " +
					release.Instant(c.MetAt, s.Programme.Location()) + ": " + clip(c.Evidence, most)),
			}
		}
		lines = append(lines, l)
	}
	p.list(lines...)
}
