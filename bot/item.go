package bot

import (
	"slices"
	"strings"

	"gonogo.dev/release"
)

// confidedFields ask for the items that are for named organisations only. Whoever may
// fill in the form may see them: they plan the release (T34).
func confidedFields(v *view, c Call, about release.Release) {
	text, chosen := confidedText(about.ConfidedTo(c.Programme, c.By))
	if units(text) > maxItems { // what the field cannot hold stays as it is
		v.add(newPage("", "").say(line{bold("In confidence: "), words("too long for this form; it stays as it is.")}).blocks...)
		return
	}
	var parties []choice
	for _, y := range c.Programme.Parties {
		if !y.Retired {
			parties = append(parties, choice{value: string(y.ID), text: y.Name})
		}
	}
	v.add(
		textInput(release.FieldConfided, "Content in confidence", "One item a line, as above. The organisations below, the provider and who decides see it; nobody else learns of it. A line may end in its own: only: dcc, elexon.", text, maxItems, true, true),
		multiInput(release.FieldOnly, "Only for these organisations", "For whom the content in confidence is.", parties, chosen, true),
	)
}

// about is the release that the form is of, with what is confided in the form: who may
// see that is asked of the release as it is, and of a new one as its author has it.
func (f planForm) about(c Call) release.Release {
	if f.release.Number == 0 {
		return release.Release{Content: f.content, CreatedBy: c.By.ID}
	}
	r := f.release
	r.Content.Confidence = f.content.Confidence
	return r
}

// confidedText writes items as the form takes them: those that are for the same
// organisations name them once, in the field for it.
func confidedText(items []release.Confided) (text string, chosen []string) {
	chosen, same := onlyOfAll(items)
	lines := make([]string, len(items))
	for i, item := range items {
		if lines[i] = item.Line(); same {
			lines[i] = item.Item.Line()
		}
	}
	return strings.Join(lines, "\n"), chosen
}

// onlyOfAll returns for whom items are, where all are for the same.
func onlyOfAll(items []release.Confided) (chosen []string, same bool) {
	if len(items) == 0 {
		return nil, true
	}
	first := items[0].Only
	if slices.ContainsFunc(items, func(x release.Confided) bool { return !slices.Equal(x.Only, first) }) {
		return nil, false
	}
	return stringsOf(first), true
}

// confidenceOf reads the items that are for named organisations only.
func confidenceOf(f form, p *release.Programme) release.Confidence {
	var only []release.PartyID
	for _, id := range f.choices(release.FieldOnly) {
		only = append(only, release.PartyID(id))
	}
	return release.Confide(release.ParseConfided(f.text(release.FieldConfided), only, p))
}

// confidedPart shows somebody what of a release they may see and not everybody. It
// belongs into what one person reads alone.
func confidedPart(p *page, s release.Standing, reader release.Person) {
	items := s.Release.ConfidedTo(s.Programme, reader)
	if len(items) == 0 {
		return
	}
	p.heading("In confidence")
	var lines []line
	for _, x := range items {
		l := line{bold(x.ID), words(" " + clip(x.Title, release.MaxTitle) + ", " + x.Kind.String())}
		if x.Severity != "" {
			l = with(l, words(", "+string(x.Severity)))
		}
		lines = append(lines, with(l, words(". "+clip(x.For(s.Programme), 300)+".")))
	}
	someLines(p, lines, 30, "")
}
