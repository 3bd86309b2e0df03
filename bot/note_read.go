package bot

import (
	"context"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// The pages of a release note that was handed in.
const (
	readSummary  = "summary"
	readContents = "contents"
	readRunbook  = "runbook"
	readBackout  = "backout"
	readPlaces   = "environments"
	readChanges  = "changes"
)

// readPages are the pages in their order, with what their buttons say.
func readPages() []choice {
	return []choice{
		{readSummary, "Summary"}, {readContents, "Contents"}, {readRunbook, "Runbook"}, {readBackout, "Backout"}, {readPlaces, "Environments"}, {readChanges, "What changed"},
	}
}

// How much of a note a window shows: Slack takes 100 blocks and 250 KB.
const (
	readLines  = 60
	readLength = 500
)

// noteRead shows a note that was handed in: the newest, or a version of it, one
// page at a time.
func noteRead(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.desk.ReadNotes(ctx, n.number)
	if err != nil {
		return reply{}, err
	}
	word, rest := cutWord(n.rest)
	version := atoi(word)
	if version == 0 {
		rest = n.rest
	}
	handed, ok := versionOf(book, version)
	if !ok {
		why := "It has no release note " + itoa(version) + "."
		if len(book.Submitted) == 0 {
			why = "No release note is handed in yet."
		}
		return reply{}, refuse(release.CodeNotFound, "There is nothing to read of "+release.ReleaseName(n.number)+".", why, "`/release note "+release.ReleaseName(n.number)+"` shows how it stands.")
	}
	page, _ := cutWord(rest)
	if page == "" {
		page = readSummary
	}
	v := b.readingView(book, handed, page, n.Programme.MayWriteNote(n.By, book.Standing.Release))
	return reply{modal: v, over: !n.here && n.rest == ""}, nil
}

// readingView shows one page of a note that was handed in.
func (b *Bot) readingView(book release.NoteBook, n release.SubmittedNote, page string, writes bool) *view {
	s, number, version := book.Standing, book.Standing.Release.Number, itoa(n.Version)
	p := newPage("Release note "+version, b.banner).heading(clip(n.Note.Title, 120))
	p.say(handedInLine(n, s), said("Of "+s.Release.Name()+", "+s.Release.Title(s.Programme)+"."))
	if newest := book.Submitted[0]; newest.Version != n.Version {
		p.say(line{bold("A later one was handed in: "), words("release note " + itoa(newest.Version) + ".")})
	}
	p.buttons(readTabs(number, n, page)...)
	switch page {
	case readContents:
		readContentPage(p, n.Note)
	case readRunbook:
		for _, k := range []release.SectionKey{release.Prerequisites, release.Instructions, release.PostChecks} {
			readSteps(p, k.String(), n.Note.Runbook.Section(k), readLines/3)
		}
	case readBackout:
		sets := n.Note.Runbook.Backout
		const most = 15
		shown := sets[:min(len(sets), most)]
		for _, set := range shown {
			readSteps(p, capital(set.Name()), set.Section, readLines/max(len(shown), 1))
		}
		moreLine(p, len(sets)-most, "set", "sets")
	case readPlaces:
		readLandscape(p, s.Programme, n.Note.Landscape)
	case readChanges:
		readDifference(p, book, n)
	default:
		readSummaryPage(p, n.Note)
	}
	var next *slack.ButtonBlockElement
	if writes {
		next = noteButton(number, "Write the next version", "Go on with the note as its next version", "write")
	}
	p.buttons(next, noteButton(number, "Send it to me as a file", "Get the note as a file, as a direct message", "template", version))
	p.note("It never changes. Digest sha256:" + n.Digest)
	return &view{p.modal()}
}

func readTabs(number int, n release.SubmittedNote, page string) []*slack.ButtonBlockElement {
	var all []*slack.ButtonBlockElement
	for _, c := range readPages() {
		if c.value == readChanges && n.Version == 1 {
			continue
		}
		x := noteButton(number, c.text, c.text+" of release note "+itoa(n.Version), "here", "read", itoa(n.Version), c.value)
		x.Value = noteSays(number, "here", "read", itoa(n.Version), c.value)
		if c.value == page {
			x = x.WithStyle(slack.StylePrimary)
		}
		all = append(all, x)
	}
	return all
}

func moreLine(p *page, n int, one, many string) {
	if n > 0 {
		p.note("And " + count(n, "more "+one, "more "+many) + ": the file has them all.")
	}
}

// factsOf are facts that say something.
func factsOf(pairs ...string) []line {
	var all []line
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) != "" {
			all = append(all, fact(pairs[i], clip(oneLine(pairs[i+1]), readLength)))
		}
	}
	return all
}

// readSummaryPage shows what everybody wants to know of a note.
func readSummaryPage(p *page, n release.ReleaseNote) {
	p.passage("Why", n.Reason, 1500)
	p.list(factsOf(
		"Programme", n.Programme, "Version", n.Version, "Date", n.Date, "RFC", n.RFC, "Released to", signatoryWords(n.ReleasedTo), "Issued by", signatoryWords(n.Issuer),
		"Signed by", strings.Join(eachText(n.Signatories, signatoryWords), "; "), "Source tag", n.Tag, "Build tool", n.BuildTool, "Hardware", n.Hardware,
		"Operating system", n.OperatingSystem, "How it is run", n.Operate,
		"Disruption", n.Disruption.String(), "Agreed downtime", minutes(planned(n.Downtime)), "Runbook", minutes(planned(n.Runbook.Minutes()))+" in all",
		"Resources", joined(n.Resources), "Stakeholders", joined(n.Stakeholders),
		"Approvals", strings.Join(eachText(n.Approvals, approvalWords), "; "),
	)...)
	readDefects(p, "Defects it mends", n.Fixed)
	readDefects(p, "Defects it leaves", n.Outstanding)
	readList(p, "Change requests it carries out", eachText(n.Changes, func(c release.NotedChange) string { return c.ID + " " + c.Title + ": " + c.Summary }), 12)
}

// approvalWords say an approval as a sentence does: "The change, approved by the
// board (https://docs.example/change)".
func approvalWords(a release.NotedApproval) string {
	text := a.What
	if a.By != "" {
		text += ", approved by " + a.By
	}
	if a.Ref != "" {
		text += " (" + a.Ref + ")"
	}
	return strings.TrimSpace(text)
}

func signatoryWords(s release.Signatory) string {
	var parts []string
	for _, part := range []string{s.Name, s.Title, s.Party} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return joined(parts)
}

func eachText[T any](all []T, write func(T) string) []string {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = write(x)
	}
	return texts
}

func readDefects(p *page, title string, all []release.NotedDefect) {
	readList(p, title, eachText(all, func(d release.NotedDefect) string {
		text := d.ID + " (" + string(d.Severity) + "): " + d.Summary
		if d.Workaround != "" {
			text = sentence(text) + " Meanwhile: " + d.Workaround
		}
		return text
	}), 12)
}

// readList shows texts under a title, most of them.
func readList(p *page, title string, all []string, most int) {
	length := min(windowText/2/most, readLength)
	if len(all) == 0 {
		return
	}
	p.say(line{bold(title)})
	var items []line
	for _, text := range all[:min(len(all), most)] {
		items = append(items, said(clip(oneLine(text), length)))
	}
	p.list(items...)
	moreLine(p, len(all)-most, "", "")
}

// readContentPage shows what is in a release: its files, what each is, documents.
func readContentPage(p *page, n release.ReleaseNote) {
	readList(p, "What each item is", eachText(n.Contents, func(c release.NotedContent) string { return c.Item + ": " + c.Says }), readLines)
	readList(p, "Files of the bill of materials", eachText(n.BOM, func(b release.BOMLine) string {
		return b.File + " " + b.Version + ", " + b.Date + ", " + brieflyHex(b.Digest)
	}), readLines)
	document := func(d release.Document) string {
		text := d.Name + " " + d.Version + ", " + d.Date
		if d.About != "" {
			text += ": " + d.About
		}
		return strings.TrimSpace(text + " " + d.Link)
	}
	readList(p, "Manuals", eachText(n.Manuals, document), 15)
	readList(p, "Database schemas", eachText(n.Schemas, document), 15)
	if len(n.Contents)+len(n.BOM)+len(n.Manuals)+len(n.Schemas) == 0 {
		p.say(said("The note names no files and no documents."))
	}
}

// readSteps shows a section step by step.
func readSteps(p *page, title string, s release.Section, most int) {
	p.say(line{bold(title), words(": " + stepsGist(s) + ".")})
	for _, x := range s.Steps[:min(len(s.Steps), most)] {
		p.plainly(stepWords(x, share(readLines)))
	}
	moreLine(p, len(s.Steps)-most, "step", "steps")
}

// readLandscape shows the environments as they were when the note was handed in (R91).
func readLandscape(p *page, programme *release.Programme, all []release.Placed) {
	p.say(said("What was installed where when the note was handed in."))
	var places []release.EnvironmentID
	for _, x := range all {
		if !slices.Contains(places, x.Environment) {
			places = append(places, x.Environment)
		}
	}
	if len(places) == 0 {
		p.say(said("Nothing was recorded in its environments."))
	}
	const most, systems = 10, 25
	for _, id := range places[:min(len(places), most)] {
		var texts []string
		for _, x := range all {
			if x.Environment == id {
				text := systemName(programme, x.System) + " " + x.Version + ", " + x.Status.String()
				texts = append(texts, clip(text, windowText/most/systems))
			}
		}
		readList(p, environmentNames(programme, []release.EnvironmentID{id})[0], texts, systems)
	}
	moreLine(p, len(places)-most, "environment", "environments")
}

// readDifference shows what a version changed against the one before it.
func readDifference(p *page, book release.NoteBook, n release.SubmittedNote) {
	before, ok := versionOf(book, n.Version-1)
	if n.Version < 2 || !ok {
		p.say(said("It is the first note of this release."))
		return
	}
	p.say(line{bold("Against release note " + itoa(before.Version)), words(", handed in by " + clip(book.Standing.Programme.NameOf(before.By), cardName) + ":")})
	changes := before.Note.ChangesTo(n.Note)
	const most = 40
	var items []line
	for _, c := range changes[:min(len(changes), most)] {
		items = append(items, line{
			bold(clip(oneLine(c.Field), 120) + ": "), words(clip(orNothing(brieflyHex(c.Before)), 200)), bold(" → "), words(clip(orNothing(brieflyHex(c.After)), 200)),
		})
	}
	p.list(items...)
	if len(changes) == 0 {
		p.say(said("Nothing differs."))
	}
	if more := len(changes) - most; more > 0 {
		p.note("And " + itoa(more) + " more.")
	}
}
