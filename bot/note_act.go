package bot

import (
	"context"
	"errors"
	"slices"

	"gonogo.dev/release"
)

// pointed reads which step a button is about: the list, the step's number, and a
// fingerprint of it as it was shown.
func (n noteCall) pointed() (at stepsAt, number int, shown string, err error) {
	word, rest := cutWord(n.rest)
	at, ok := stepsWord(word)
	word, shown = cutWord(rest)
	number = atoi(word)
	if !ok {
		err = refuse(release.CodeInvalid, "Nothing was done.", "Which steps are meant was not understood.", "`/release note "+release.ReleaseName(n.number)+"` opens the note.")
	}
	return at, number, shown, err
}

// noteStep opens the form of a step.
func noteStep(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	at, number, shown, err := n.pointed()
	if err != nil {
		return reply{}, err
	}
	book, err := b.writable(ctx, n)
	if err != nil {
		return reply{}, err
	}
	note := book.Draft.Note
	section := at.of(&note)
	if section == nil {
		return reply{}, noSuchSet()
	}
	i := findStep(section.Steps, number, shown)
	if i < 0 {
		return b.changedMeanwhile(n, book, at), nil
	}
	x := section.Steps[i]
	return reply{modal: b.stepForm(book, at, meta{Step: i + 1, Before: fingerprint(stepText(x))}, stepFieldsOf(x), nil), over: true}, nil
}

// noteAdd opens the form of a new step, behind another or at the end.
func noteAdd(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	at, number, _, err := n.pointed()
	if err != nil {
		return reply{}, err
	}
	if number == 0 {
		number = atEnd
	}
	return b.noteWindow(ctx, n, func(book release.NoteBook) *view {
		return b.stepForm(book, at, meta{Step: number}, stepFields{}, nil)
	})
}

// noteBulk opens the form of many steps at once.
func noteBulk(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	at, _, _, err := n.pointed()
	if err != nil {
		return reply{}, err
	}
	book, err := b.writable(ctx, n)
	if err != nil {
		return reply{}, err
	}
	if note := book.Draft.Note; at.of(&note) == nil {
		return reply{}, noSuchSet()
	}
	return reply{modal: b.bulkForm(book, at, nil, nil), over: true}, nil
}

// noteRange opens the form of the steps that a backout set goes back from.
func noteRange(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.writable(ctx, n)
	if err != nil {
		return reply{}, err
	}
	runbook := book.Draft.Note.Runbook
	at, ok := stepsWord(n.rest)
	if !ok {
		first, last := uncovered(runbook)
		return reply{modal: b.rangeForm(book, -1, first, last, nil), over: true}, nil
	}
	if at.section != release.BackoutSteps || at.set >= len(runbook.Backout) {
		return reply{}, noSuchSet()
	}
	set := runbook.Backout[at.set]
	return reply{modal: b.rangeForm(book, at.set, scaled(set.From), scaled(set.To), nil), over: true}, nil
}

// uncovered proposes the next steps that no backout set goes back from.
func uncovered(b release.Runbook) (first, last string) {
	for number := 1; number <= len(b.Instructions.Steps); number++ {
		if _, covered := b.SetFor(number); covered {
			if first != "" {
				break
			}
			continue
		}
		if first == "" {
			first = itoa(number)
		}
		last = itoa(number)
	}
	return first, last
}

// noteMove moves a step up or down.
func noteMove(by int) func(context.Context, *Bot, noteCall) (reply, error) {
	return func(ctx context.Context, b *Bot, n noteCall) (reply, error) {
		return b.changeStep(ctx, n, func(at stepsAt, note *release.ReleaseNote, i int) { at.swap(note, min(i, i+by)) })
	}
}

// noteDrop removes a step.
func noteDrop(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	return b.changeStep(ctx, n, func(at stepsAt, note *release.ReleaseNote, i int) { at.remove(note, i) })
}

// changeStep does something with the step that a button is about, as it was shown.
func (b *Bot) changeStep(ctx context.Context, n noteCall, act func(at stepsAt, note *release.ReleaseNote, i int)) (reply, error) {
	at, number, shown, err := n.pointed()
	if err != nil {
		return reply{}, err
	}
	book, err := b.changeNote(ctx, n.Call, n.number, func(book release.NoteBook) (release.ReleaseNote, error) {
		note := owned(book.Draft.Note)
		section := at.of(&note)
		if section == nil {
			return note, noSuchSet()
		}
		if number < 1 || number > len(section.Steps) || fingerprint(stepText(section.Steps[number-1])) != shown {
			return note, errOvertaken
		}
		act(at, &note, number-1)
		return note, nil
	})
	if errors.Is(err, errOvertaken) {
		return b.changedMeanwhile(n, book, at), nil
	}
	if err != nil {
		return reply{}, err
	}
	return b.redrawn(n.Call, book, b.stepsPage(book, at, nil)), nil
}

// changedMeanwhile shows the steps as they are now, and that nothing was done.
func (b *Bot) changedMeanwhile(n noteCall, book release.NoteBook, at stepsAt) reply {
	s, d := book.Standing, book.Draft
	told := line{bold("Nothing was done: "), words(clip(s.Programme.NameOf(d.By), cardName) + " changed the steps at " + dated(d.At, s.Programme.Location()) + ". They are shown as they are now.")}
	return b.redrawn(n.Call, book, b.stepsPage(book, at, told))
}

// versionOf finds a note that was handed in; the newest one for 0.
func versionOf(book release.NoteBook, version int) (release.SubmittedNote, bool) {
	i := slices.IndexFunc(book.Submitted, func(n release.SubmittedNote) bool { return version == 0 || n.Version == version })
	if i < 0 {
		return release.SubmittedNote{}, false
	}
	return book.Submitted[i], true
}
