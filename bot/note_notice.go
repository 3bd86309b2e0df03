package bot

import (
	"strings"

	"gonogo.dev/release"
)

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

// noteFact is the release note on a release's card, as its evidence knows it.
func noteFact(s release.Standing, e release.Evidence) line {
	digest, frozen := strings.CutPrefix(e.Ref, "sha256:")
	if !frozen {
		return fact("Release note", clip(e.Ref, 300))
	}
	version, _, _ := strings.Cut(strings.TrimPrefix(e.Note, "Release note "), " ")
	return line{
		bold("Release note: "),
		words("version " + clip(version, 9) + ", handed in " + dated(e.At, s.Programme.Location()) + " by " + clip(s.Programme.NameOf(e.By), cardName) + ", digest " + brief8(digest)),
	}
}
