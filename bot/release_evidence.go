package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// waiverSpan is how long a waiver is proposed to last.
const waiverSpan = 7 * 24 * time.Hour

// takePoint takes a control point off the arguments: by its key, its number, or
// the beginning of its key.
func takePoint(c Call, s release.Standing, args string) (release.Point, string, error) {
	word, rest := cutWord(args)
	word = strings.Trim(lower(word), "`:,.")
	var keys []string
	for _, point := range release.Points() {
		if string(point.Key) == word || (point.Number > 0 && itoa(point.Number) == word) {
			return point, rest, nil
		}
		keys = append(keys, string(point.Key))
	}
	why, next := "“"+clip(word, 40)+"” is not a control point.", "Choose one of "+listed(keys, 600)+"."
	if near := nearest(word, keys); near != "" {
		next = "Did you mean `" + c.Command + " " + c.Verb + " " + s.Release.Name() + " " + near + "`? " + next
	}
	if word == "" {
		why = "Which control point? None was named."
	}
	return release.Point{}, "", refuse(release.CodeInvalid, "Nothing was done.", why, next)
}

// pointOf is the point a call is about: from its form or its arguments.
func pointOf(c Call, s release.Standing, args string) (release.Point, string, error) {
	if !c.submitted() {
		return takePoint(c, s, args)
	}
	point, ok := release.PointOf(c.meta.Check)
	if !ok {
		return point, "", refuse(release.CodeInvalid, "Nothing was done.", "The form names no control point.", "Open it again.")
	}
	return point, "", nil
}

// evidence shows every point of a release, asks for the evidence of one, or
// keeps it.
func evidence(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if rest == "" && !c.submitted() {
		return reply{page: evidencePage(s, b.banner)}, nil
	}
	point, rest, err := pointOf(c, s, rest)
	if err != nil {
		return reply{}, err
	}
	ref, note := cutWord(rest)
	if c.submitted() {
		ref, note = c.form.text(release.FieldRef), c.form.text(release.FieldEvidenceNote)
	}
	if ref == "" && !c.submitted() {
		if point.Decided {
			return reply{}, refuse(release.CodeState, "Nothing can be shown here.", point.Name+" is met by the vote or the act itself, and by nothing else.",
				"`/release why "+s.Release.Name()+"` has the button.")
		}
		return reply{modal: b.showForm(s, point)}, nil
	}
	e, err := b.desk.GiveEvidence(ctx, c.Intent(), s.Release.Number, point.Key, ref, note)
	if err != nil {
		return reply{}, err
	}
	return b.shown(ctx, s.Release.Number, line{bold("Shown: " + point.Name), words(" of " + s.Release.Name() + ". " + clip(e.Ref, 300))})
}

// shown says what was kept, and what is left to be done.
func (b *Bot) shown(ctx context.Context, number int, l line) (reply, error) {
	s, err := b.desk.ReadRelease(ctx, number)
	if err != nil {
		return reply{}, err
	}
	p := newPage(s.Release.Name(), b.banner).say(l)
	move, unmet, ok := s.Next()
	switch {
	case ok && len(unmet) == 0:
		p.say(line{bold("Nothing blocks its next step now"), words(", “" + move.Name + "”. " + moversWords(s, move) + " may press Next step.")}).buttons(nextButton(s.Release))
	case ok:
		p.say(said(capital(count(len(unmet), "thing still keeps", "things still keep")) + " it from its next step, “" + move.Name + "”."))
		p.buttons(button("release.why", "why "+s.Release.Name(), "Why not yet?", "What blocks "+s.Release.Name()))
	}
	return reply{page: p, wrote: true}, nil
}

func (b *Bot) showForm(s release.Standing, point release.Point) *view {
	v := b.releaseForm(s, "Evidence", "Show it", "evidence", meta{Release: s.Release.Number, Check: point.Key}, point.Name+". "+standsWords(s, point))
	v.add(
		textInput(release.FieldRef, "Link or SHA-256 digest", "What shows it: https://… of a document, a report, a ticket.", "", release.MaxRef, false, false),
		textInput(release.FieldEvidenceNote, "Note", "", "", release.MaxText, true, true),
	)
	return v
}

// standsWords say what stands for a point now.
func standsWords(s release.Standing, point release.Point) string {
	e, ok := newestOf(s, point.Key)
	switch {
	case !ok:
		return "Nothing was shown for it yet."
	case e.Waiver:
		return "Waived by " + s.Programme.NameOf(e.By) + " until " + at(e.Until, s.Now, s.Programme.Location()) + ": " + clip(oneLine(e.Note), 300)
	}
	return "Shown by " + s.Programme.NameOf(e.By) + ", " + at(e.At, s.Now, s.Programme.Location()) + ": " + clip(e.Ref, 300)
}

// newestOf returns the newest evidence that stands for a check.
func newestOf(s release.Standing, check release.Check) (release.Evidence, bool) {
	for _, e := range slices.Backward(s.Evidence) {
		if e.Check == check && e.Stands(s.Now) {
			return e, true
		}
	}
	return release.Evidence{}, false
}

// evidencePage shows every point with what stands for it and a button.
func evidencePage(s release.Standing, banner string) *page {
	n := s.Release.Name()
	p := newPage("Evidence", banner).heading("Evidence of " + n + ", " + s.Release.Title(s.Programme))
	p.say(said("Only a link, a digest or a waiver by name meets a point; a bare tick does not."))
	for _, point := range release.Points() {
		if !point.Applies(s.Release.Content.Type) {
			continue
		}
		name := point.Name
		if point.Number > 0 {
			name = itoa(point.Number) + " " + name
		}
		mark := pointMark(s, point)
		text := mark + " " + name + "\n" + clip(standsWords(s, point), 320)
		switch {
		case point.Decided:
			text = mark + " " + name + "\nMet by the vote or the act itself."
			if mark != "○" {
				p.plainly(text)
				continue
			}
			p.row(text, button("release.why."+string(point.Key), "why "+n, "Why not yet?", "What blocks "+n))
			continue
		case reportsDeployment(point) && s.Release.Stage.InFlight():
			p.plainly(mark + " " + name + "\nComes after the deployment has begun.")
			continue
		case point.Binds && !s.Release.Stage.InFlight(), s.Release.Stage.Ended():
			p.plainly(text)
			continue
		}
		if verb := strings.TrimPrefix(point.Made, "/release "); verb != "" { // its own act shows it, and no link can
			p.row(text, button("release."+verb+".shows", verb+" "+n, "Open it", "Open it: "+point.Name))
			continue
		}
		label := "Show it"
		if mark != "○" {
			label = "Show anew"
		}
		p.row(text, button("release.evidence."+string(point.Key), "evidence "+n+" "+string(point.Key), label, label+": "+point.Name))
	}
	return p.note("✓ met, ◇ waived, ○ open. `/release waive " + n + " POINT` waives one, `/release take " + n + " POINT reason` takes evidence away.")
}

// reportsDeployment tells whether a point can only be shown once a deployment
// has begun.
func reportsDeployment(point release.Point) bool {
	for _, m := range release.Lifecycle() {
		if slices.Contains(m.Gate, point.Key) {
			return !m.From.InFlight()
		}
	}
	return false
}

// waive asks for a waiver's reason and end, and keeps it.
func waive(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	point, reason, err := pointOf(c, s, rest)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		v := b.releaseForm(s, "Waive a control point", "Waive it", "waive", meta{Release: s.Release.Number, Check: point.Key},
			point.Name+". "+standsWords(s, point)+" The waiver carries your name and is shown on the card until it ends; then the point is open again.")
		v.add(
			textInput(release.FieldEvidenceNote, "Why it may pass without evidence", "Everybody reads it.", reason, release.MaxText, true, false),
			instantInput(release.FieldUntil, "Until", "At most 90 days.", c.now.Add(waiverSpan).Truncate(time.Minute)),
		)
		return reply{modal: v}, nil
	}
	e, err := b.desk.Waive(ctx, c.Intent(), s.Release.Number, point.Key, c.form.text(release.FieldEvidenceNote), c.form.instant(release.FieldUntil))
	if err != nil {
		return reply{}, err
	}
	return b.shown(ctx, s.Release.Number, line{
		bold("Waived: " + point.Name), words(" of " + s.Release.Name() + ", until " + release.Instant(e.Until, s.Programme.Location()) + ". " + clip(oneLine(e.Note), 600)),
	})
}

// takeAway takes evidence away with the reason that was typed, or asks for one.
func takeAway(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, rest, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	point, reason, err := pointOf(c, s, rest)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		reason = c.form.text(release.FieldReason)
	} else if reason == "" {
		v := b.releaseForm(s, "Take evidence away", "Take it away", "take", meta{Release: s.Release.Number, Check: point.Key}, point.Name+". "+standsWords(s, point))
		v.add(textInput(release.FieldReason, "Why it shows nothing any more", "The release is pulled back where the board relied on it.", "", release.MaxText, true, false))
		return reply{modal: v}, nil
	}
	before := s.Release.Stage
	r, err := b.desk.TakeEvidence(ctx, c.Intent(), s.Release.Number, point.Key, reason)
	if err != nil {
		return reply{}, err
	}
	l := line{bold("Taken away: " + point.Name), words(" of " + r.Name() + ". ")}
	if r.Stage != before {
		l = with(l, bold("It is pulled back"), words(" to "+stageWords(r.Stage)+"."))
	}
	return b.shown(ctx, r.Number, l)
}
