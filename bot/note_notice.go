package bot

import "gonogo.dev/release"

// noteNotice shows that a release note was handed in; nil for other notices.
func noteNotice(n release.Notice, programme *release.Programme, banner string) *page {
	e := n.Event
	if e.Kind != release.NoticeNote || e.Note == nil || e.Release == nil {
		return nil
	}
	note, r := *e.Note, *e.Release
	p := newPage("Release note", banner).say(line{
		bold(capital(note.Name()) + " is handed in"),
		words(", by " + clip(programme.NameOf(note.By), cardName) + ": " + clip(oneLine(note.Note.Title), 200) + ". Digest " + brief8(note.Digest) + "."),
	})
	if e.Again {
		p.say(line{bold("What changed against the note before")})
		changeList(p, e.Changes, 5000)
	}
	return p.buttons(
		noteButton(r.Number, "Read it", "Read "+note.Name(), "read", itoa(note.Version)),
		noteButton(r.Number, "Get it as a file", "Get "+note.Name()+" as a file, as a direct message", "template", itoa(note.Version)),
	)
}
