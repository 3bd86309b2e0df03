package bot

import (
	"context"
	"strings"

	"gonogo.dev/release"
)

// noteRow is the verb of release notes.
func noteRow() row {
	return row{
		command: "/release", verb: "note", usage: "REL [VERSION | check | file | template]", example: "/release note REL-7",
		summary: "Write a release's note part by part, hand it in, or read what was handed in.",
		who:     "everybody reads; whoever hands it in, the provider's DevOps and " + planners + " write", again: noteAgain, run: note,
	}
}

// noteCall is a call about a release's note.
type noteCall struct {
	Call

	number int
	here   bool   // the window takes the place of the one it was asked for in
	rest   string // what else was said
}

// note opens a release's note, and does what the buttons of its windows say.
func note(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	n := noteCall{Call: c, number: number}
	if c.submitted() {
		return b.noteSubmitted(ctx, n)
	}
	var word string
	if word, n.rest = cutWord(rest); word == "here" {
		n.here = true
		word, n.rest = cutWord(n.rest)
	}
	word = strings.Trim(lower(word), "`:,.")
	acts := map[string]func(context.Context, *Bot, noteCall) (reply, error){
		"": noteOpen, "back": noteOpen, "write": noteWrite, "read": noteRead, "check": noteCheck, "submit": noteSubmit, "file": noteFile, "template": noteTemplate,
		"fill": noteFill, "step": noteStep, "add": noteAdd, "up": noteMove(-1), "down": noteMove(1), "drop": noteDrop, "bulk": noteBulk, "range": noteRange,
		"hand": noteHand,
	}
	if act, ok := acts[word]; ok {
		return act(ctx, b, n)
	}
	if version := atoi(strings.TrimPrefix(word, "v")); version > 0 {
		n.rest = itoa(version) + " " + n.rest
		return noteRead(ctx, b, n)
	}
	if part, ok := partOf(word); ok {
		return notePartWindow(ctx, b, n, part)
	}
	if at, ok := stepsWord(word); ok {
		return b.noteWindow(ctx, n, func(book release.NoteBook) *view { return &view{b.stepsPage(book, at, nil).modal()} })
	}
	return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(word, 40)+"” is nothing that is done with a release note.",
		"`/release note "+release.ReleaseName(number)+"` opens it; behind it, a number such as `2` reads that version, `check` says what is missing, `file` hands a file in, `template` sends you one.")
}

// noteSubmitted keeps what a form of the note says.
func (b *Bot) noteSubmitted(ctx context.Context, n noteCall) (reply, error) {
	at, _ := stepsWord(n.meta.Part)
	switch n.meta.Form {
	case formPart:
		if part, ok := partOf(n.meta.Part); ok {
			return b.savePart(ctx, n.Call, n.number, part)
		}
	case formStep:
		return b.saveStep(ctx, n.Call, n.number, at)
	case formBulk:
		return b.saveBulk(ctx, n.Call, n.number, at)
	case formRange:
		return b.saveRange(ctx, n.Call, n.number)
	case formFile:
		return b.takeNoteFile(ctx, n)
	}
	return reply{}, refuse(release.CodeInvalid, "Nothing was saved.", "The form is not one of a release note.", "Open it again.")
}

// noteOpen opens the note: for those who write it the window with its parts, for
// others what was handed in.
func noteOpen(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.desk.ReadNotes(ctx, n.number)
	if err != nil {
		return reply{}, err
	}
	writes := n.Programme.MayWriteNote(n.By, book.Standing.Release)
	switch {
	case book.Draft == nil && len(book.Submitted) > 0, len(book.Submitted) > 0 && !writes:
		return reply{modal: b.readingView(book, book.Submitted[0], readSummary, writes)}, nil
	case !writes && book.Draft != nil:
		return reply{page: b.underwayPage(book)}, nil
	}
	return noteWrite(ctx, b, n)
}

// underwayPage tells somebody who does not write the note how it stands.
func (b *Bot) underwayPage(book release.NoteBook) *page {
	s := book.Standing
	p := newPage("Release note", b.banner).say(line{bold("The release note of " + s.Release.Name() + " is being written"), words(", and not handed in yet.")})
	return p.say(noteLines(book)...).say(checkedLine(book.Problems))
}

// noteWrite opens the window of the note's parts; a draft is begun where there is none.
func noteWrite(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.writable(ctx, n)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: b.noteHub(book)}, nil
}

// writable reads the draft for somebody who may write it.
func (b *Bot) writable(ctx context.Context, n noteCall) (release.NoteBook, error) {
	book, err := b.draftOf(ctx, n.Call, n.number)
	if err == nil && !n.Programme.MayWriteNote(n.By, book.Standing.Release) {
		err = refuse(release.CodeForbidden, "The release note was not opened for you.", "It is written by others.", "`/release note "+release.ReleaseName(n.number)+"` shows how it stands.")
	}
	return book, err
}

// noteFill fills in anew what gonogo knows: the build's files, the RFC, the dates.
func noteFill(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.fillIn(ctx, n.Call, n.number)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: b.noteHub(book), wrote: true}, nil
}

// noteWindow opens a window of the draft: on top of the one it was asked for in,
// or in its place.
func (b *Bot) noteWindow(ctx context.Context, n noteCall, draw func(release.NoteBook) *view) (reply, error) {
	book, err := b.writable(ctx, n)
	if err != nil {
		return reply{}, err
	}
	return reply{modal: draw(book), over: !n.here}, nil
}

// notePartWindow opens a part: its form, or its steps or sets.
func notePartWindow(ctx context.Context, b *Bot, n noteCall, part notePart) (reply, error) {
	return b.noteWindow(ctx, n, func(book release.NoteBook) *view {
		switch part.steps {
		case "":
			return b.partForm(book, part, part.texts(book.Draft.Note), nil)
		case release.BackoutSteps:
			return &view{b.setsPage(book).modal()}
		case release.Prerequisites, release.Instructions, release.PostChecks:
		}
		return &view{b.stepsPage(book, stepsAt{section: part.steps}, nil).modal()}
	})
}

// noteCheck lists everything that is missing or contradicts itself.
func noteCheck(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.draftOf(ctx, n.Call, n.number)
	if err != nil {
		return reply{}, err
	}
	p := b.problemsPage(book, checkedLine(book.Problems), book.Problems, n.where.modal)
	if !n.where.modal {
		p.buttons(noteButton(n.number, "Open the note", "Open the release note", "write"))
		return reply{page: p}, nil
	}
	return reply{modal: &view{p.modal()}, over: true}, nil
}

// noteSubmit hands the draft in; with problems it is refused, and they are shown.
func noteSubmit(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	book, err := b.desk.ReadNotes(ctx, n.number)
	if err != nil {
		return reply{}, err
	}
	if book.Draft == nil {
		return reply{}, refuse(release.CodeState, "Nothing was handed in.", "Nothing was written since the last note was handed in.", "`/release note "+release.ReleaseName(n.number)+"` begins the next version.")
	}
	handed, err := b.desk.SubmitNote(ctx, n.Intent(), n.number, book.Draft.Note)
	if r, refused := release.AsRefusal(err); refused && r.Code == release.CodeInvalid && len(stopping(book.Problems)) > 0 {
		p := b.problemsPage(book, with(line{bold("It was not handed in. ")}, checkedLine(stopping(book.Problems))...), book.Problems, n.where.modal)
		if n.where.modal {
			return reply{modal: &view{p.modal()}, over: true}, nil
		}
		return reply{page: p}, nil
	}
	if err != nil {
		return reply{}, err
	}
	return reply{page: b.handedInPage(book, handed), wrote: true}, nil
}

// handedInPage says what became of a note that was handed in: its version, its
// digest, and whom it goes to.
func (b *Bot) handedInPage(before release.NoteBook, n release.SubmittedNote) *page {
	s := before.Standing
	p := newPage("Handed in", b.banner).say(
		line{bold(capital(n.Name()) + " is handed in"), words(", with the digest " + brief8(n.Digest) + ". It never changes; a later one is another version.")},
	)
	var readers []string
	for _, r := range release.NoteReaders(before.Facts.RFC, s.Programme) {
		readers = append(readers, clip(s.Programme.NameOf(r.Person), cardName))
	}
	if len(readers) > 0 {
		p.list(fact("It goes by mail to", listed(readers, 600)), fact("And it is posted", "in the thread of the card"))
	}
	if len(before.Submitted) > 0 {
		p.say(line{bold("Against release note " + itoa(before.Submitted[0].Version) + ":")})
		changeList(p, before.Submitted[0].Note.ChangesTo(n.Note), 2400)
	}
	return p.buttons(noteButton(n.Release, "Read it", "Read "+n.Name(), "read", itoa(n.Version)))
}

// noteAgain shows in a window of the note why something was refused, and the way back.
func noteAgain(b *Bot, c Call, r *release.Refusal) *view {
	p := b.refusalPage(r)
	if word, _ := cutWord(c.Args); namesRelease(word) {
		p.buttons(button("release.note.back", "note "+word+" back", "Back to the note", "Back to the release note"))
	}
	p.title = "Not done"
	return &view{p.modal()}
}
