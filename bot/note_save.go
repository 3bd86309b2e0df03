package bot

import (
	"context"
	"errors"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// errOvertaken says that somebody else saved what a person was writing.
var errOvertaken = errors.New("somebody else was faster")

// saveTries is how often a change is tried on the newest draft when others save
// at the same time.
const saveTries = 4

// changeNote changes the draft of a release's note. The change is made on the
// newest draft, so that what others saved meanwhile stays; where they saved the
// same thing, fn answers errOvertaken and the book is theirs.
func (b *Bot) changeNote(ctx context.Context, c Call, number int, fn func(release.NoteBook) (release.ReleaseNote, error)) (release.NoteBook, error) {
	var stale error
	for range saveTries {
		book, err := b.draftOf(ctx, c, number)
		if err != nil {
			return book, err
		}
		d := *book.Draft
		if d.Note, err = fn(book); err != nil {
			return book, err
		}
		if d.Note.Digest() == book.Draft.Note.Digest() && c.Programme.MayWriteNote(c.By, book.Standing.Release) {
			return book, nil
		}
		_, err = b.desk.SaveNote(ctx, c.Intent(), d)
		if r, refused := release.AsRefusal(err); refused && r.Code == release.CodeStale {
			stale = err
			continue
		}
		if err != nil {
			return book, err
		}
		return b.desk.ReadNotes(ctx, number)
	}
	return release.NoteBook{}, stale
}

// draftOf reads a release's note as it stands for whoever writes it, and begins
// a draft where there is none.
func (b *Bot) draftOf(ctx context.Context, c Call, number int) (release.NoteBook, error) {
	book, err := b.desk.ReadNotes(ctx, number)
	if err != nil || book.Draft != nil {
		return book, err
	}
	return b.fillIn(ctx, c, number)
}

// fillIn begins a draft, or fills in anew what gonogo knows.
func (b *Bot) fillIn(ctx context.Context, c Call, number int) (release.NoteBook, error) {
	in := release.Intent{By: c.By.ID}
	if c.Key != "" {
		in.Key = c.Key + "/draft" // what follows in the same call is another entry of the ledger
	}
	d, err := b.desk.DraftNote(ctx, in, number)
	if err != nil {
		return release.NoteBook{}, err
	}
	book, err := b.desk.ReadNotes(ctx, number)
	if err == nil && book.Draft == nil { // it says what was handed in last, and is not kept yet
		book.Draft, book.Problems = &d, d.Note.Complete(book.Facts).Check(book.Facts)
	}
	return book, err
}

// savePart keeps the fields of a part.
func (b *Bot) savePart(ctx context.Context, c Call, number int, part notePart) (reply, error) {
	var lost []noteField
	book, err := b.changeNote(ctx, c, number, func(book release.NoteBook) (n release.ReleaseNote, err error) {
		n, lost, err = part.merge(book.Draft.Note, c.form, strings.Split(c.meta.Before, ","))
		return n, err
	})
	if errors.Is(err, errOvertaken) {
		over := newPage("", "").say(overtakenLine(book, "this"))
		for _, f := range lost {
			over.passage(f.label+", as it is kept now", orNothing(f.get(book.Draft.Note)), 1200)
		}
		texts := part.texts(book.Draft.Note)
		for i, f := range part.fields {
			if c.form.has(f.block) {
				texts[i] = f.typed(c.form)
			}
		}
		return reply{modal: b.partForm(book, part, texts, over)}, nil
	}
	if err != nil {
		return reply{}, part.anchored(c.form, err)
	}
	return b.savedNote(c, book, b.noteHub(book)), nil
}

// merge puts what a form says into a note. A field that was left as it was shown
// stays as it is kept now; one that both changed is lost to neither: the error
// is errOvertaken, and lost names them.
func (p notePart) merge(n release.ReleaseNote, f form, before []string) (merged release.ReleaseNote, lost []noteField, err error) {
	r := refuse(release.CodeInvalid, "Nothing was saved.", "A field was not understood.", "Correct it; nothing you typed is lost.")
	for i, field := range p.fields {
		if !f.has(field.block) || i >= len(before) {
			continue
		}
		typed, now := field.typed(f), strings.TrimSpace(field.get(n))
		switch {
		case typed == now, fingerprint(typed) == before[i]:
		case fingerprint(field.get(n)) != before[i]:
			lost = append(lost, field)
		default:
			if why := field.set(&n, typed); why != "" {
				r.Fields = append(r.Fields, release.FieldProblem{Field: field.block, Why: why})
			}
		}
	}
	switch {
	case len(lost) > 0:
		return n, lost, errOvertaken
	case len(r.Fields) > 0:
		return n, nil, r
	}
	return n, nil, nil
}

// anchored puts a refusal that names no field of the form to its first one, so
// that the form stays and nothing typed is lost.
func (p notePart) anchored(f form, err error) error {
	var blocks []string
	for _, field := range p.fields {
		blocks = append(blocks, field.block)
	}
	return anchoredAt(f, err, blocks...)
}

func anchoredAt(f form, err error, blocks ...string) error {
	r, refused := release.AsRefusal(err)
	if !refused || r.Code == release.CodeHandled || slices.ContainsFunc(r.Fields, func(p release.FieldProblem) bool { return f.has(p.Field) }) {
		return err
	}
	i := slices.IndexFunc(blocks, f.has)
	if i < 0 {
		return err
	}
	why := []string{r.What, r.Why}
	for _, p := range r.Fields {
		if p.Why != r.Why {
			why = append(why, p.Field+": "+p.Why)
		}
	}
	at := *r
	at.Fields = []release.FieldProblem{{Field: blocks[i], Why: strings.TrimSpace(strings.Join(append(why, r.Next), " "))}}
	return &at
}

// overtakenLine says who was faster and what can be done.
func overtakenLine(book release.NoteBook, what string) line {
	s, d := book.Standing, book.Draft
	return line{
		bold(clip(s.Programme.NameOf(d.By), cardName) + " saved " + what + " while you wrote"),
		words(", " + at(d.At, s.Now, s.Programme.Location()) + ". Yours stands in the fields: Save keeps yours, Cancel keeps what is there now."),
	}
}

// savedNote closes the form that was saved and draws anew what lies beneath: the
// window that is seen again, and the hub below it.
func (b *Bot) savedNote(c Call, book release.NoteBook, seen *view) reply {
	if c.where.previous == "" {
		return reply{modal: seen, wrote: true}
	}
	r := reply{wrote: true, beneath: []beneath{{c.where.previous, seen}}}
	if c.where.root != c.where.previous {
		r.beneath = append(r.beneath, beneath{c.where.root, b.noteHub(book)})
	}
	return r
}

// redrawn shows a window anew in its place, and the hub below it.
func (b *Bot) redrawn(c Call, book release.NoteBook, seen *page) reply {
	r := reply{modal: &view{seen.modal()}, wrote: true}
	if c.where.root != "" && c.where.root != c.where.view {
		r.beneath = append(r.beneath, beneath{c.where.root, b.noteHub(book)})
	}
	return r
}
