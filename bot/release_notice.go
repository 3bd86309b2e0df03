package bot

import (
	"fmt"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// releaseNotice shows what happened to a release; it is nil for an event that is
// told otherwise.
func releaseNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	if e.Release == nil {
		return nil
	}
	r := *e.Release
	p := newPage(r.Name(), banner)
	by := clip(programme.NameOf(e.By), cardName)
	if e.By == release.Clockwork {
		by = "the clock"
	}
	title := r.Name() + ", " + clip(r.Title(programme), 200)
	switch e.Kind {
	case release.NoticeReleaseMoved:
		movedPage(p, e, title, by)
	case release.NoticeReleaseBack:
		p.say(
			line{bold("Pulled back"), words(": " + title + ", to " + stageWords(r.Stage) + ". Votes and decisions on it no longer count; the board is asked again when everything is shown once more.")},
		).passage("Why", e.Reason, 2*release.MaxText)
	case release.NoticeReleaseEnded:
		p.say(line{bold("Abandoned"), words(": " + title + ", by " + by + ". Its number stays burnt.")}).passage("Reason", e.Reason, 2*release.MaxText)
	case release.NoticeReclassified:
		p.say(line{
			bold("Re-classified"),
			words(": " + r.Name() + " was " + clip(e.Reason, 40) + " and is " + clip(r.Title(programme), 200) + " now, a " + string(r.Content.Type) + " release, by " + by + ". Votes on it no longer count."),
		})
	case release.NoticeAskedAgain:
		askedAgainPage(p, n, programme, title, by)
		return p
	default:
		return nil
	}
	if n.Road == release.ByDirect {
		p.buttons(button("release.why", "why "+r.Name(), "Why not yet?", "What blocks "+r.Name()), releaseOpener(r))
	}
	return p
}

func movedPage(p *page, e release.Event, title, by string) {
	r := *e.Release
	switch {
	case e.Move == "planned":
		p.say(line{bold("Planned"), words(": " + title + ", a " + string(r.Content.Type) + " release, by " + by + ".")})
	case strings.HasPrefix(e.Move, "rolled back"):
		p.say(line{bold(capital(e.Move)), words(": " + title + ", by " + by + ". Now " + stageWords(r.Stage) + "; its next deployment needs a new window and a fresh Go. If it is not tried again, /release close " + r.Name() + " closes it.")})
	case r.Stage == release.ClosedStage:
		p.say(line{bold("Closed"), words(": " + title + ". The thread of its RFC says what remains to be worked off.")})
	default:
		p.say(line{bold(capital(e.Move)), words(": " + title + ", by " + by + ". Now " + stageWords(r.Stage) + ".")})
	}
	p.passage("Reason", e.Reason, 2*release.MaxText)
}

// askedAgainPage shows somebody who voted before what changed since, and puts
// their vote one click away (M3).
func askedAgainPage(p *page, n release.Notice, programme *release.Programme, title, by string) {
	e := n.Event
	s := release.Story{Programme: programme, RFC: e.RFC}
	if e.Ballot != nil {
		s.Ballots = []release.Ballot{*e.Ballot}
	}
	p.say(line{bold("Your vote is asked for again"), words(" on " + e.RFC.Name() + ", " + title + ": what you had decided on was changed by " + by + ".")}, endLine(s))
	if len(e.Changes) > 0 {
		p.say(line{bold("What changed")})
		changeList(p, e.Changes, 5000)
	}
	if e.Ballot == nil {
		p.buttons(opener(e.RFC))
		return
	}
	before, voted := lastTime(*e.Ballot, n.To)
	if !voted {
		p.buttons(append(voteButtons(*e.Ballot), opener(e.RFC))...)
		return
	}
	l := line{bold("Last time you said " + before.Choice.String()), words(".")}
	if before.Words != "" {
		l = line{bold("Last time you said " + before.Choice.String()), words(": “" + clip(oneLine(before.Words), 600) + "”")}
	}
	p.say(l)
	command := voteCommand(e.Ballot.Purpose)[1:]
	again := button(command+".vote.again", fmt.Sprintf("vote %d %s @%d", e.RFC.Number, before.Choice, e.Ballot.ID), before.Choice.String()+" again",
		"Vote "+before.Choice.String()+" on "+e.RFC.Name()+" again").WithStyle(slack.StylePrimary)
	other := button(command+".vote.other", fmt.Sprintf("vote %d @%d", e.RFC.Number, e.Ballot.ID), "Vote differently", "Vote differently on "+e.RFC.Name())
	p.buttons(again, other, opener(e.RFC))
}

// lastTime returns the vote that a person's seat cast in the vote before.
func lastTime(b release.Ballot, id release.PersonID) (release.Vote, bool) {
	seat, ok := b.SeatOf(id)
	if !ok {
		return release.Vote{}, false
	}
	return spokeBefore(b, seat)
}

// spokeBefore returns the newest vote of a seat in the vote before.
func spokeBefore(b release.Ballot, seat release.Seat) (v release.Vote, spoke bool) {
	for _, x := range b.Before {
		if x.Seat == seat.Key {
			v, spoke = x, true
		}
	}
	return v, spoke
}
