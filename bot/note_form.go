package bot

import (
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// noteCallback is what every form of a release's note calls.
const noteCallback = "release.note"

// The forms of a note; meta.Form says which one was sent.
const (
	formPart  = "part"
	formStep  = "step"
	formBulk  = "bulk"
	formRange = "range"
	formFile  = "file"
)

// The blocks of the forms of steps and sets.
const (
	blockDo      = "do"
	blockWho     = "who"
	blockMinutes = "minutes"
	blockExpect  = "expect"
	blockCommand = "command"
	blockFiles   = "files"
	blockCovers  = "covers"
	blockSteps   = "steps"
	blockFirst   = "first"
	blockLast    = "last"
	blockDrop    = "drop"
)

// partForm is the form of a part's fields with texts in them. Over is what is
// said above them: that somebody was faster.
func (b *Bot) partForm(book release.NoteBook, part notePart, texts []string, over *page) *view {
	s, n := book.Standing, book.Draft.Note
	v := b.formView(part.title, "Save", noteCallback, meta{
		Release: s.Release.Number, Form: formPart, Part: part.key, Before: fingerprints(part.texts(n)),
	})
	v.over(over)
	p := newPage("", "").say(line{bold(part.title + " of " + s.Release.Name() + ": "), words(part.about + ".")})
	if part.key == "build" {
		p.say(billLine(book))
	}
	someProblems(p, problemsOf(part.key, book.Problems))
	p.note("Save at any time: what is missing is told by the check, and nothing has to be whole until the note is handed in.")
	v.add(p.blocks...)
	for i, f := range part.fields {
		if field, fits := f.input(texts[i]); fits {
			v.add(field)
			continue
		}
		v.add(newPage("", "").say(line{bold(f.label + ": "), words(itoa(units(texts[i])) + " characters, too many for this form; it stays as it is. Hand in a file to change it.")}).blocks...)
	}
	return v
}

// billLine says where the note's bill of materials comes from: gonogo takes it
// from the build itself (R78).
func billLine(book release.NoteBook) line {
	b := book.Facts.Build
	if b == nil {
		return line{bold("No build is registered yet."), words(" The bill of materials is taken from it.")}
	}
	return said("The bill of materials is that of build " + clip(b.Name, cardName) + ": " + count(len(b.BOM), "file", "files") + ".")
}

// over puts what is said above the fields of a form.
func (v *view) over(p *page) {
	if p != nil {
		v.add(p.blocks...)
	}
}

// fingerprints are one for each text.
func fingerprints(texts []string) string {
	all := make([]string, len(texts))
	for i, s := range texts {
		all[i] = fingerprint(s)
	}
	return strings.Join(all, ",")
}

// stepFields are a step as its form has it: as somebody typed it, or as it is.
type stepFields struct {
	do, who, minutes, expect, command, files, covers string
}

func stepFieldsOf(x release.Step) stepFields {
	return stepFields{
		do: x.Do, who: x.Who, minutes: scaled(x.Minutes), expect: x.Expect, command: x.Command, files: strings.Join(x.Files, "\n"), covers: string(x.Covers),
	}
}

func typedStep(f form) stepFields {
	return stepFields{
		do: f.text(blockDo), who: f.text(blockWho), minutes: f.text(blockMinutes), expect: f.text(blockExpect), command: f.text(blockCommand),
		files: f.text(blockFiles), covers: f.choice(blockCovers),
	}
}

// step reads the fields of a step; what the form did not show stays.
func (x stepFields) step(f form, before release.Step) (release.Step, error) {
	minutes, ok := minutesOf(x.minutes)
	if !ok {
		return before, atField(refuse(release.CodeInvalid, "The step was not saved.", "“"+clip(x.minutes, 40)+"” are no minutes.", "Write 15, or 1h30m."), blockMinutes)
	}
	after := release.Step{Do: x.do, Who: x.who, Minutes: minutes, Expect: x.expect, Command: before.Command, Files: before.Files, Covers: before.Covers}
	if f.has(blockCommand) {
		after.Command = x.command
	}
	if f.has(blockFiles) {
		after.Files = commaList(x.files)
	}
	if f.has(blockCovers) {
		if after.Covers = release.Precaution(x.covers); x.covers == noPrecaution {
			after.Covers = ""
		}
	}
	if strings.TrimSpace(x.do) == "" {
		return after, atField(refuse(release.CodeInvalid, "The step was not saved.", "It does not say what is done.", "Say it in a sentence."), blockDo)
	}
	return after, nil
}

const noPrecaution = "nothing"

// stepForm is the form of a step; number is 0 for a new one, which comes behind
// the step after.
func (b *Bot) stepForm(book release.NoteBook, at stepsAt, m meta, x stepFields, over *page) *view {
	n := book.Draft.Note
	title := "Step " + itoa(m.Step)
	if m.Before == "" {
		title = "New step"
	}
	m.Release, m.Form, m.Part = book.Standing.Release.Number, formStep, at.word()
	v := b.formView(title, "Save", noteCallback, m)
	v.over(over)
	v.add(newPage("", "").say(line{bold(at.title(n)), words(" of " + book.Standing.Release.Name() + ".")}).blocks...)
	v.add(
		textInput(blockDo, "What is done", "", x.do, maxNoteField, true, false),
		textInput(blockWho, "Who does it", "A person, a role or a team.", x.who, 300, false, true),
		textInput(blockMinutes, "Minutes", "15, or 1h30m.", x.minutes, 20, false, true),
		textInput(blockExpect, "Expected result", "How one sees that it worked.", x.expect, maxNoteField, true, true),
	)
	v.addFitting(blockCommand, "What is typed, word for word", "", x.command)
	v.addFitting(blockFiles, "Files", "Of the bill of materials, one a line.", x.files)
	if at.section == release.Prerequisites {
		all := []choice{{noPrecaution, "none of them"}}
		for _, c := range release.Precautions() {
			all = append(all, choice{string(c), capital(precautionWords(c))})
		}
		chosen := x.covers
		if chosen == "" {
			chosen = noPrecaution
		}
		v.add(selectInput(blockCovers, "Which of the usual prerequisites it sees to", "", all, chosen))
	}
	return v
}

// addFitting adds a field whose text may be too long for it, and stays then.
func (v *view) addFitting(block, label, hint, text string) {
	if units(text) <= maxNoteField {
		v.add(textInput(block, label, hint, text, maxNoteField, true, true))
		return
	}
	v.add(newPage("", "").say(line{bold(label + ": "), words("too long for this form; it stays as it is.")}).blocks...)
}

// bulkForm is the form of many steps at once. Steps too long for one field stay,
// and what is written comes behind them.
func (b *Bot) bulkForm(book release.NoteBook, at stepsAt, typed *string, over *page) *view {
	n := book.Draft.Note
	steps := at.of(&n).Steps
	now, m := listOf(steps, stepLine), meta{Release: book.Standing.Release.Number, Form: formBulk, Part: at.word(), Before: fingerprint(at.texts(n)...)}
	hint := "One step a line: what | who | minutes | expected result | files. A step whose words stay keeps its commands."
	label := "All the steps"
	if units(now) > maxNoteField {
		label, now, m.Step = "More steps", "", len(steps)
		hint = "The " + itoa(len(steps)) + " steps that are there stay. One a line: what | who | minutes | expected result | files."
	}
	if typed != nil {
		now = *typed
	}
	v := b.formView("Many steps at once", "Save", noteCallback, m)
	v.over(over)
	v.add(newPage("", "").say(line{bold(at.title(n)), words(" of " + book.Standing.Release.Name() + ".")}).blocks...)
	v.add(textInput(blockSteps, label, hint, now, maxNoteField, true, true))
	return v
}

// rangeForm asks which steps a backout set goes back from; set is -1 for a new one.
func (b *Bot) rangeForm(book release.NoteBook, set int, first, last string, over *page) *view {
	n := book.Draft.Note
	m := meta{Release: book.Standing.Release.Number, Form: formRange, Part: "new"}
	title := "New backout set"
	if set >= 0 {
		at := stepsAt{release.BackoutSteps, set}
		m.Part, m.Before, title = at.word(), fingerprint(at.texts(n)...), "Backout set"
	}
	v := b.formView(title, "Save", noteCallback, m)
	v.over(over)
	v.add(newPage("", "").say(said("When the release fails at one of these steps of the instructions, this set is carried out. The instructions have " +
		count(len(n.Runbook.Instructions.Steps), "step", "steps") + setsThere(n.Runbook.Backout) + ".")).blocks...)
	v.add(textInput(blockFirst, "From step", "", first, 5, false, false), textInput(blockLast, "To step", "", last, 5, false, false))
	if set >= 0 {
		options := []*slack.OptionBlockObject{slack.NewOptionBlockObject("drop", plain("Remove this set with its steps"), nil)}
		v.add(input(blockDrop, "Or", "", slack.NewCheckboxGroupsBlockElement("in", options...), true))
	}
	return v
}

// setsThere says which sets there are already.
func setsThere(sets []release.BackoutSet) string {
	names, some := strings.CutPrefix(listOfSets(sets), ": ")
	if !some {
		return ""
	}
	return "; there are sets for " + names
}
