package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// roadmap shows the planned releases, those to come first.
func roadmap(ctx context.Context, b *Bot, c Call) (reply, error) {
	all, err := b.desk.List(ctx, c.By.ID, release.RFCFilter{})
	if err != nil {
		return reply{}, err
	}
	today := c.now.In(c.Programme.Location()).Format("2006-01-02")
	planned := slices.Clone(c.Programme.Roadmap)
	slices.SortStableFunc(planned, func(a, b release.PlannedRelease) int { return strings.Compare(a.Date, b.Date) })
	var coming, past []line
	for _, r := range planned {
		if r.Date < today {
			past = append(past, plannedLine(r, all))
		} else {
			coming = append(coming, plannedLine(r, all))
		}
	}
	slices.Reverse(past)
	p := newPage("Roadmap", b.banner).heading("Roadmap of " + c.Programme.Name)
	if len(planned) == 0 {
		return reply{page: p.say(said("The programme file plans no release."))}, nil
	}
	p.say(line{bold("Coming")})
	if len(coming) == 0 {
		p.say(said("Nothing is planned."))
	}
	addSome(p, coming, 15)
	if len(past) > 0 {
		p.say(line{bold("Past")})
		addSome(p, past, 5)
	}
	return reply{page: p}, nil
}

// addSome adds the first lines, and counts the rest.
func addSome(p *page, lines []line, most int) {
	p.list(lines[:min(len(lines), most)]...)
	if n := len(lines) - most; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
}

func plannedLine(r release.PlannedRelease, all []release.RFC) line {
	var names []string
	for _, x := range all {
		if x.Content.Release == r.ID && x.State != release.Draft {
			names = append(names, x.Name()+" ("+x.State.String()+")")
		}
	}
	l := line{bold(clip(r.ID, cardName)), words(", " + string(r.Type) + ", " + dateWords(r.Date))}
	if r.Rationale != "" {
		l = with(l, words(": "+strings.TrimSuffix(clip(oneLine(r.Rationale), 160), ".")))
	}
	if len(names) == 0 {
		return with(l, words(". No RFC yet."))
	}
	return with(l, words(". "+listed(names, 240)+"."))
}

// reportPart is how much of the report one message carries, in characters.
const reportPart = 3000

// ReportName is a regular report that can be previewed.
type ReportName string

// ReadinessReport is the one that is shown when none is named.
const ReadinessReport ReportName = "readiness"

// reportTitles are the reports that can be previewed, by the word that names them.
var reportTitles = map[ReportName]string{
	ReadinessReport: "Readiness report", "agenda": "Agenda of the next board", "ewg": "Pack of the working group", "roadmap": "Release roadmap", "digest": "Your digest",
}

// report previews a regular report to the person who asks.
func report(ctx context.Context, b *Bot, c Call) (reply, error) {
	if b.report == nil {
		return reply{}, refuse(release.CodeState, "There is no report to show.", "This gonogo writes no reports.", "Ask its operator.")
	}
	word, _ := cutWord(c.Args)
	name := cmp.Or(ReportName(lower(word)), ReadinessReport)
	title, ok := reportTitles[name]
	if !ok {
		return reply{}, refuse(release.CodeInvalid, "No report was shown.", "“"+clip(word, 40)+"” is none.", "Write readiness, agenda, ewg, roadmap or digest.")
	}
	text, err := b.report(ctx, name, c.By)
	if err != nil {
		return reply{}, fmt.Errorf("write the %s report: %w", name, err)
	}
	parts := chunks(text, reportPart)
	const most = 4 // a response_url takes five posts
	if len(parts) > most {
		parts = append(parts[:most-1:most-1], "… The rest does not fit here; the report by mail has it whole.")
	}
	first := newPage(title, b.banner).heading(title + ", as of now").code(orElse(parts, "Nothing to report."))
	var more []*page
	for _, part := range parts[min(1, len(parts)):] {
		more = append(more, newPage(title, b.banner).code(part))
	}
	return reply{page: first, more: more}, nil
}

func orElse(parts []string, otherwise string) string {
	if len(parts) == 0 {
		return otherwise
	}
	return parts[0]
}

// chunks cuts a text between lines into parts of at most n characters.
func chunks(text string, n int) []string {
	var parts []string
	var b strings.Builder
	for l := range strings.Lines(strings.ToValidUTF8(text, "�")) {
		l = clip(l, n-1)
		if units(b.String())+units(l) > n {
			parts = append(parts, strings.TrimRight(b.String(), "\n"))
			b.Reset()
		}
		b.WriteString(l)
	}
	if strings.TrimSpace(b.String()) != "" {
		parts = append(parts, strings.TrimRight(b.String(), "\n"))
	}
	return slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
}
