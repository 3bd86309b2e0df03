package bot

import (
	"context"
	"errors"
	"slices"

	"gonogo.dev/release"
)

// atEnd is behind the last step, however many there are.
const atEnd = 99_999

// findStep returns the index of the step that was shown with a fingerprint: where
// it was, or where others moved it; -1 when it is changed or gone.
func findStep(steps []release.Step, number int, shown string) int {
	same := func(x release.Step) bool { return fingerprint(stepText(x)) == shown }
	if number >= 1 && number <= len(steps) && same(steps[number-1]) {
		return number - 1
	}
	return slices.IndexFunc(steps, same)
}

// saveStep keeps a step that was changed or added.
func (b *Bot) saveStep(ctx context.Context, c Call, number int, at stepsAt) (reply, error) {
	typed := typedStep(c.form)
	book, err := b.changeNote(ctx, c, number, func(book release.NoteBook) (release.ReleaseNote, error) {
		n := owned(book.Draft.Note)
		section := at.of(&n)
		if section == nil {
			return n, noSuchSet()
		}
		if c.meta.Before == "" {
			x, err := typed.step(c.form, release.Step{})
			if err == nil {
				at.insert(&n, c.meta.Step, x)
			}
			return n, err
		}
		i := findStep(section.Steps, c.meta.Step, c.meta.Before)
		if i < 0 {
			return n, errOvertaken
		}
		x, err := typed.step(c.form, section.Steps[i])
		if err == nil {
			section.Steps[i] = x
			at.put(&n, section.Steps)
		}
		return n, err
	})
	if errors.Is(err, errOvertaken) {
		return reply{modal: b.stepAgain(book, at, c.meta, typed)}, nil
	}
	if err != nil {
		return reply{}, anchoredAt(c.form, err, blockDo)
	}
	return b.savedNote(c, book, &view{b.stepsPage(book, at, nil).modal()}), nil
}

// stepAgain shows the form of a step once more, with what was typed, and what
// somebody else made of the step meanwhile.
func (b *Bot) stepAgain(book release.NoteBook, at stepsAt, m meta, typed stepFields) *view {
	over, n := newPage("", ""), book.Draft.Note
	section := at.of(&n)
	if section != nil && m.Step >= 1 && m.Step <= len(section.Steps) {
		now := section.Steps[m.Step-1]
		over.say(overtakenLine(book, "this step"))
		over.plainly("As it is kept now:\n" + stepWords(now, 1400))
		m.Before = fingerprint(stepText(now))
	} else {
		over.say(overtakenLine(book, "the steps"), said("This step is not among them any more: Save adds it again."))
		m.Before, m.Step = "", m.Step-1
	}
	return b.stepForm(book, at, m, typed, over)
}

// saveBulk keeps many steps at once.
func (b *Bot) saveBulk(ctx context.Context, c Call, number int, at stepsAt) (reply, error) {
	typed := c.form.text(blockSteps)
	book, err := b.changeNote(ctx, c, number, func(book release.NoteBook) (release.ReleaseNote, error) {
		n := owned(book.Draft.Note)
		section := at.of(&n)
		switch {
		case section == nil:
			return n, noSuchSet()
		case c.meta.Step == 0 && fingerprint(at.texts(n)...) != c.meta.Before:
			return n, errOvertaken
		}
		before := section.Steps
		if c.meta.Step > 0 {
			before = nil
		}
		steps, problem := stepsFrom(typed, before)
		if problem != "" {
			return n, atField(refuse(release.CodeInvalid, "Nothing was saved.", problem, ""), blockSteps)
		}
		if c.meta.Step > 0 {
			steps = append(section.Steps, steps...)
		}
		at.put(&n, steps)
		return n, nil
	})
	if errors.Is(err, errOvertaken) {
		over, n := newPage("", "").say(overtakenLine(book, "steps")), book.Draft.Note
		over.passage("As they are kept now", orNothing(listOf(at.of(&n).Steps, stepLine)), maxNoteField)
		return reply{modal: b.bulkForm(book, at, &typed, over)}, nil
	}
	if err != nil {
		return reply{}, anchoredAt(c.form, err, blockSteps)
	}
	return b.savedNote(c, book, &view{b.stepsPage(book, at, nil).modal()}), nil
}

func noSuchSet() error {
	return refuse(release.CodeStale, "Nothing was saved.", "That backout set is not there any more.", "Open the backout sets again.")
}

// saveRange keeps which steps a backout set goes back from, adds one, or removes it.
func (b *Bot) saveRange(ctx context.Context, c Call, number int) (reply, error) {
	first, last := c.form.text(blockFirst), c.form.text(blockLast)
	from, to := atoi(oneLine(first)), atoi(oneLine(last))
	if from == 0 || to < from {
		why := refuse(release.CodeInvalid, "The set was not saved.", "Those are no steps of the instructions.", "Write two numbers, the smaller one first.")
		return reply{}, atField(why, map[bool]string{true: blockFirst, false: blockLast}[from == 0])
	}
	at, changes := stepsWord(c.meta.Part)
	set := -1
	if changes {
		set = at.set
	}
	drop := slices.Contains(c.form.choices(blockDrop), "drop")
	book, err := b.changeNote(ctx, c, number, func(book release.NoteBook) (release.ReleaseNote, error) {
		n := owned(book.Draft.Note)
		sets := n.Runbook.Backout
		switch {
		case set < 0:
			n.Runbook.Backout = append(n.Runbook.Backout, release.BackoutSet{From: from, To: to})
		case set >= len(sets):
			return n, noSuchSet()
		case fingerprint(at.texts(n)...) != c.meta.Before:
			return n, errOvertaken
		case drop:
			n.Runbook.Backout = slices.Delete(sets, set, set+1)
		default:
			sets[set].From, sets[set].To = from, to
		}
		slices.SortStableFunc(n.Runbook.Backout, func(x, y release.BackoutSet) int { return x.From - y.From })
		return n, nil
	})
	if errors.Is(err, errOvertaken) {
		over := newPage("", "").say(overtakenLine(book, "this set"))
		return reply{modal: b.rangeForm(book, set, first, last, over)}, nil
	}
	if err != nil {
		return reply{}, anchoredAt(c.form, err, blockFirst)
	}
	return b.savedNote(c, book, &view{b.setsPage(book).modal()}), nil
}
