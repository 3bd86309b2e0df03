package bot

import (
	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// stepsShown is how many steps a window lists: Slack takes 100 blocks of one.
const stepsShown = 80

// stepsPage lists the steps of a section or of a backout set, each with what can
// be done with it.
func (b *Bot) stepsPage(book release.NoteBook, at stepsAt, told line) *page {
	s, n := book.Standing, book.Draft.Note
	number := s.Release.Number
	section := at.of(&n)
	p := newPage(clip(at.title(n), maxTitle), b.banner)
	if told != nil {
		p.say(told)
	}
	if section == nil {
		return p.say(said("That backout set is not there any more.")).buttons(noteButton(number, "Back to the sets", "Back to the backout sets", "here", "backout"))
	}
	p.say(line{bold(at.title(n) + " of " + s.Release.Name()), words(": " + stepsGist(*section) + ".")})
	shown := section.Steps[:min(len(section.Steps), stepsShown)]
	for _, x := range shown {
		p.row(stepWords(x, share(len(shown))), stepMenu(number, at, x, len(section.Steps)))
	}
	if more := len(section.Steps) - stepsShown; more > 0 {
		p.note("And " + count(more, "more step", "more steps") + ": they are changed in a file.")
	}
	if len(section.Steps) == 0 {
		p.say(said("No step is written yet. Add them one by one, or write many at once: one line each."))
	}
	add := noteButton(number, "Add a step", "Add a step at the end", "add", at.word())
	if len(section.Steps) == 0 {
		add = add.WithStyle(slack.StylePrimary)
	}
	many := noteButton(number, "Write many at once", "Write all the steps in one field, a line each", "bulk", at.word())
	if at.section != release.BackoutSteps {
		p.buttons(add, many)
	} else {
		p.buttons(add, many, noteButton(number, "Steps it goes back from", "Change the steps it goes back from", "range", at.word()),
			noteButton(number, "Back to the sets", "Back to the backout sets", "here", "backout"))
	}
	someProblems(p, problemsOf(at.part(), book.Problems))
	return p
}

// someProblems lists what the check found in what is shown.
func someProblems(p *page, all []release.NoteProblem) {
	const most = 8
	var items []line
	for _, x := range all[:min(len(all), most)] {
		items = append(items, problemLine(x, 300))
	}
	if len(items) == 0 {
		return
	}
	p.say(line{bold("The check found")}).list(items...)
	if n := len(all) - most; n > 0 {
		p.note("And " + itoa(n) + " more.")
	}
}

// windowText is how much text a window has room for, and share how much of it
// each of some things may take: Slack takes 250 KB, six bytes for some letters.
const windowText = 22_000

func share(things int) int { return max(min(windowText/max(things, 1), 1400), 120) }

// stepWords show a step in a list, in so many characters.
func stepWords(x release.Step, most int) string {
	text := itoa(x.Number) + ". " + clip(oneLine(orNothing(x.Do)), 500) + "\n" + clip(oneLine(orNobody(x.Who)), 120) + " · " + count(x.Minutes, "minute", "minutes")
	if x.Expect != "" {
		text += " · expect: " + clip(oneLine(x.Expect), 300)
	}
	if len(x.Files) > 0 {
		text += "\nFiles: " + listed(x.Files, 200)
	}
	if x.Command != "" {
		text += "\nTyped: " + clip(oneLine(x.Command), 200)
	}
	if x.Covers != "" {
		text += "\nSees to: " + precautionWords(x.Covers)
	}
	return clip(text, most)
}

func orNobody(who string) string {
	if who == "" {
		return "nobody yet"
	}
	return who
}

var precautionNames = map[release.Precaution]string{
	release.AdminRights: "administrator rights", release.RequiredSoftware: "required software", release.BackupsTaken: "backups", release.InventoryChecked: "inventory",
}

func precautionWords(p release.Precaution) string {
	if name, ok := precautionNames[p]; ok {
		return name
	}
	return string(p)
}

// stepMenu is what can be done with a step. Each choice carries a fingerprint of
// the step as it was shown.
func stepMenu(number int, at stepsAt, x release.Step, steps int) *slack.OverflowBlockElement {
	option := func(verb, text string) *slack.OptionBlockObject {
		return slack.NewOptionBlockObject(noteSays(number, verb, at.word(), itoa(x.Number), fingerprint(stepText(x))), plain(text), nil)
	}
	all := []*slack.OptionBlockObject{option("step", "Change"), option("add", "Add one behind it")}
	if x.Number > 1 {
		all = append(all, option("up", "Move up"))
	}
	if x.Number < steps {
		all = append(all, option("down", "Move down"))
	}
	all = append(all, option("drop", "Remove"))
	return slack.NewOverflowBlockElement("release.note.step."+itoa(x.Number), all...)
}

// setsShown is how many backout sets a window lists.
const setsShown = 30

// setsPage lists the backout sets.
func (b *Bot) setsPage(book release.NoteBook) *page {
	s, runbook := book.Standing, book.Draft.Note.Runbook
	number := s.Release.Number
	p := newPage("Backout", b.banner)
	cover := "Together the sets cover every step of the instructions, each once; write those first."
	if n := len(runbook.Instructions.Steps); n > 0 {
		cover = "Together the sets cover every one of the " + count(n, "step", "steps") + " of the instructions, each once."
	}
	p.say(line{bold("Backout of " + s.Release.Name()), words(": when the release fails at a step, the set for that step is carried out. " + cover)})
	for i, set := range runbook.Backout[:min(len(runbook.Backout), setsShown)] {
		at := stepsAt{release.BackoutSteps, i}
		p.entry(capital(set.Name()), []string{stepsGist(set.Section)}, noteButton(number, "Open", "Open "+set.Name(), "here", at.word()))
	}
	if more := len(runbook.Backout) - setsShown; more > 0 {
		p.note("And " + count(more, "more set", "more sets") + ": they are changed in a file.")
	}
	add := noteButton(number, "Add a set", "Add a backout set", "range", "new")
	if len(runbook.Backout) == 0 {
		add = add.WithStyle(slack.StylePrimary)
	}
	p.buttons(add)
	someProblems(p, problemsOf("backout", book.Problems))
	return p
}
