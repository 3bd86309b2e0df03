package bot

import (
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// cardBlockers is how many blockers a release's card names.
const cardBlockers = 5

// releaseCard shows a release so that it is read in ten seconds: where it is,
// what blocks it, who must act, and when its window is.
func releaseCard(s release.Standing, banner string) *page {
	r := s.Release
	p := newPage(r.Name(), banner)
	title := r.Name() + ": " + r.Title(s.Programme)
	p.heading(title)
	if units(title) > maxHeader {
		p.show(line{bold(r.Title(s.Programme))})
	}
	p.say(line{bold(capital(string(r.Content.Type)) + " release · " + stageWords(r.Stage))}, said(progressWords(r.Stage)))
	if s.Release.Stage == release.Deploying {
		p.say(line{bold("Its deployment is under way"), words(": its card and the thread that leads through it are in this channel.")})
	}
	blocking := standsPart(p, s)
	p.list(releaseFacts(s)...)
	silentPart(p, s)
	if all := decisionLines(s); len(all) > 0 {
		p.say(line{bold("Decisions")}).list(all...)
	}
	p.say(pointsLine(s))
	p.list(waiverLines(s)...)
	if r.Content.Unjustified() {
		p.say(line{bold("No urgent defect any more: "), words("what this emergency mends was judged less severe than critical.")})
	}
	return releaseActions(p, s, blocking)
}

// stageNumbers are the numbers of the process in the programme's words (R32 to R40).
var stageNumbers = map[release.Stage]string{
	release.Planning: "1", release.Building: "2", release.Testing: "3", release.Preparing: "4.1", release.Approving: "4.2",
	release.Informing: "4.3", release.Deploying: "4.4", release.Regression: "5.1", release.Reviewing: "5.2",
}

func stageWords(s release.Stage) string { return strings.TrimSpace(stageNumbers[s] + " " + s.String()) }

// progressWords draw the five stages: done, here, to come.
func progressWords(stage release.Stage) string {
	if stage == release.Abandoned {
		return "Ended before its deployment."
	}
	here := slices.Index([]string{"1", "2", "3", "4", "5", ""}, stageNumbers[stage][:min(1, len(stageNumbers[stage]))])
	var parts []string
	for i, name := range []string{"Plan", "Build", "Test", "Deploy", "Review"} {
		mark := "○ "
		switch {
		case i < here:
			mark = "✓ "
		case i == here:
			mark = "▶ "
		}
		parts = append(parts, mark+name)
	}
	return strings.Join(parts, " · ")
}

// standsPart says what blocks a release and who must act next; it tells whether
// anything blocks it.
func standsPart(p *page, s release.Standing) bool {
	move, unmet, ok := s.Next()
	switch {
	case !ok:
		p.say(endedLine(s))
		return false
	case len(unmet) == 0:
		p.say(line{bold("Ready for its next step"), words(", “" + move.Name + "”. "), bold("To act: "), words(moversWords(s, move) + ".")})
		return false
	}
	p.say(line{bold(capital(count(len(unmet), "thing keeps", "things keep")) + " it from its next step"), words(", “" + move.Name + "”. "), bold("To act: "), words(actorsWords(s, unmet) + ".")})
	var lines []line
	for _, x := range unmet[:min(len(unmet), cardBlockers)] {
		lines = append(lines, line{bold(sentence(clip(uncoded(x.What), 160))), words(" " + capital(blockerWords(x, s.Programme, s.Now)))})
	}
	if n := len(unmet) - cardBlockers; n > 0 {
		lines = append(lines, said("And "+itoa(n)+" more: Why not yet? lists them."))
	}
	p.list(lines...)
	return true
}

// actorsWords names whose the blockers are, each once.
func actorsWords(s release.Standing, unmet []release.Blocker) string {
	var names []string
	for _, x := range unmet {
		for _, id := range x.People {
			if name := clip(s.Programme.NameOf(id), cardName); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return s.Programme.NameOf(s.Release.Content.Owner)
	}
	return listed(names, 200)
}

// releaseFacts are when and where a release goes, and what it carries.
func releaseFacts(s release.Standing) []line {
	r, p, loc := s.Release, s.Programme, s.Programme.Location()
	var all []line
	switch w := r.Content.Window(); {
	case s.RFC.Number != 0:
		w = s.RFC.Content.Window
		all = append(all, with(fact("Window", w.String()), forYou(w.From, w.To)...))
	case !w.IsZero():
		all = append(all, with(fact("Planned window", w.String()), forYou(w.From, w.To)...))
	default:
		all = append(all, fact("Window", "not planned yet"))
	}
	all = append(all, fact("Environments", listedBy(environmentNames(p, r.Content.Environments()), ", then ", cardList)))
	if board := r.Content.Board; !board.IsZero() {
		l := fact("Board", release.Instant(board, loc))
		if r.Stage.InFlight() && board.After(s.Now) {
			l = with(l, counting(board)...)
		}
		all = append(all, with(l, forYou(board)...))
	}
	for _, x := range dues(s) {
		all = append(all, with(fact(x.check.Title()+" is due", dated(x.latest, loc)), counting(x.latest)...))
	}
	if b := s.Build; b != nil {
		all = append(all, fact("Build", clip(b.Name, cardName)+", sha256 "+short(b.Digest)+", "+count(len(b.BOM), "file", "files")+", from tag "+clip(b.Tag, cardName)))
	}
	if e, ok := newestOf(s, release.CheckNote); ok && !e.Waiver {
		all = append(all, noteFact(s, e))
	}
	if s.RFC.Number != 0 {
		all = append(all, fact("RFC", s.RFC.Name()+", "+s.RFC.State.String()))
	}
	if len(s.Reviews) > 0 {
		all = append(all, reviewFact(s))
	}
	if open, next := openActions(s.Actions); open > 0 {
		all = append(all, fact("To be worked off", count(open, "action", "actions")+", the next "+dueWords(next, s.Now, loc)))
	}
	return append(all, fact("Owner", clip(p.NameOf(r.Content.Owner), cardName)))
}

// short is the beginning of a digest, enough to tell two apart at a glance.
func short(digest string) string { return clip(digest, 13) }

// decisionLines tell the newest vote of each purpose, and whether what it
// decided on still is what would be deployed (M3).
func decisionLines(s release.Standing) []line {
	var lines []line
	for _, purpose := range release.Purposes() {
		i := slices.IndexFunc(s.Ballots, func(b release.Ballot) bool { return b.Purpose == purpose && b.State != release.BallotVoid })
		if i < 0 {
			continue
		}
		b := s.Ballots[i]
		l := line{bold(capital(purpose.String()) + ": ")}
		if b.State == release.BallotOpen {
			lines = append(lines, with(l, words("open, "+heardWords(b, b.Tally())+"; ends "+dated(b.Deadline, s.Programme.Location())+".")))
			continue
		}
		l = with(l, bold(b.Outcome.String()), words(sentence(", "+dated(b.ClosedAt, s.Programme.Location())+", on "+short(b.Digest))))
		if b.Digest != s.Dossier().For(purpose).Digest() && !s.Release.Stage.Ended() {
			l = with(l, bold(" Stale:"), words(" what was decided on has changed since."))
		}
		lines = append(lines, l)
	}
	return lines
}

// pointsLine shows the ten control points by their numbers: met, waived, open,
// or not asked of this type.
func pointsLine(s release.Standing) line {
	met, asked := 0, 0
	var marks []string
	for _, point := range release.ControlPoints() {
		mark := pointMark(s, point)
		if mark != "–" {
			asked++
		}
		if mark == "✓" || mark == "◇" {
			met++
		}
		marks = append(marks, itoa(point.Number)+" "+mark)
	}
	return line{bold("Control points: " + itoa(met) + " of " + itoa(asked) + " met"), words(": " + strings.Join(marks, " · "))}
}

// pointMark is ✓ for met, ◇ for waived, – for not asked, ○ for open.
func pointMark(s release.Standing, point release.Point) string {
	switch {
	case !point.Applies(s.Release.Content.Type):
		return "–"
	case len(s.Unmet([]release.Check{point.Key})) > 0:
		return "○"
	case slices.ContainsFunc(s.Evidence, func(e release.Evidence) bool { return e.Check == point.Key && e.Waiver && e.Stands(s.Now) }):
		return "◇"
	}
	return "✓"
}

func waiverLines(s release.Standing) []line {
	var lines []line
	for _, e := range s.Evidence {
		if e.Waiver && e.Stands(s.Now) {
			lines = append(lines, line{
				bold("Waived: "),
				words(e.Check.Title() + ", by " + clip(s.Programme.NameOf(e.By), cardName) + " until " + dated(e.Until, s.Programme.Location()) + ". " + clip(oneLine(e.Note), 120)),
			})
		}
	}
	return lines
}

func nextButton(r release.Release) *slack.ButtonBlockElement {
	switch r.Stage { //nolint:exhaustive // the other stages have a plain next step
	case release.Informing:
		return button("release.deploy", "deploy "+r.Name(), "Deploy", "Begin the deployment of "+r.Name())
	case release.Deploying:
		return button("release.deploy", "deploy "+r.Name(), "Show the deployment", "Show the deployment of "+r.Name())
	}
	return button("release.next", "next "+r.Name(), "Next step", "Take "+r.Name()+" its next step")
}

// releaseActions adds the buttons of a release's card. They are everybody's; who
// may is checked when one is pressed.
func releaseActions(p *page, s release.Standing, blocking bool) *page {
	n := s.Release.Name()
	say := func(verb, text, accessible string) *slack.ButtonBlockElement {
		return button("release."+verb, verb+" "+n, text, accessible+" "+n)
	}
	details := say("details", "Details", "Details of")
	var review *slack.ButtonBlockElement
	if len(s.Reviews) > 0 {
		review = say("review", "Review", "Review of")
	}
	if s.Release.Stage.Ended() {
		return p.buttons(review, details)
	}
	next, why := nextButton(s.Release), say("why", "Why not yet?", "What blocks")
	if blocking {
		why = why.WithStyle(slack.StylePrimary)
	} else {
		next, why = next.WithStyle(slack.StylePrimary), nil
	}
	var build *slack.ButtonBlockElement
	if s.Release.Stage.InFlight() && s.Release.Stage != release.Planning {
		build = say("build", "Build", "Register a build of")
	}
	var note *slack.ButtonBlockElement
	if _, handed := newestOf(s, release.CheckNote); handed || s.Release.Stage.InFlight() && s.Release.Stage != release.Planning {
		note = say("note", "Release note", "Release note of")
	}
	return p.buttons(next, why, say("evidence", "Evidence", "Evidence of"), build, note, review, details)
}
