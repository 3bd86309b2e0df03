package bot

import (
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// noteSays is what a button about a release's note says: "note REL-7 heads".
func noteSays(number int, words ...string) string {
	return strings.Join(append([]string{"note", release.ReleaseName(number)}, words...), " ")
}

// noteButton makes a button about a release's note. The action's name keeps two
// buttons of one window apart.
func noteButton(number int, text, accessible string, words ...string) *slack.ButtonBlockElement {
	return button("release.note."+strings.Join(words, "."), noteSays(number, words...), text, accessible)
}

// noteHub is the first window of a release's note: its parts, how each stands,
// and what can be done with the whole.
func (b *Bot) noteHub(book release.NoteBook) *view {
	s, n := book.Standing, wholeDraft(book)
	number := s.Release.Number
	p := newPage("Release note", b.banner).heading("Release note of " + s.Release.Name() + ", " + s.Release.Title(s.Programme))
	p.say(noteLines(book)...)
	check := noteButton(number, "Check", "List everything that is missing or contradicts itself", "check")
	hand := noteButton(number, "Hand it in", "Hand the release note in", "submit")
	hand.Confirm = confirmation("Hand the release note in?",
		"It is frozen as release note "+itoa(len(book.Submitted)+1)+" of "+s.Release.Name()+" with its digest, and goes to everybody it concerns. "+afterGo(book), "Hand it in")
	hand.Confirm.Style = slack.StylePrimary
	if len(stopping(book.Problems)) > 0 {
		check = check.WithStyle(slack.StylePrimary)
	} else {
		hand = hand.WithStyle(slack.StylePrimary)
	}
	var read *slack.ButtonBlockElement
	if len(book.Submitted) > 0 {
		read = noteButton(number, "Read note "+itoa(book.Submitted[0].Version), "Read what was handed in", "read")
	}
	p.buttons(check, hand, read)
	problems := problemsByPart(book.Problems)
	for _, part := range noteParts() {
		label, accessible := "Change", "Change "+part.title
		if part.empty(n) {
			label, accessible = "Write", "Write "+part.title
		}
		p.entry(part.title, []string{part.state(n, problems[part.key]), part.hint(n)}, noteButton(number, label, accessible, part.key))
	}
	var whole []line
	for _, x := range problems[""] {
		whole = append(whole, problemLine(x, 300))
	}
	if len(whole) > 0 {
		p.say(line{bold("The note as a whole")}).list(whole[:min(len(whole), 10)]...)
	}
	p.buttons(
		noteButton(number, "Hand in a file", "Hand the note in as one YAML or Markdown file", "file"),
		noteButton(number, "Send it to me as a file", "Get the note as a file to go on with, as a direct message", "template"),
		noteButton(number, "Fill in anew", "Fill in anew what gonogo knows: the build's files, the RFC, the dates", "fill"),
	)
	p.note("Everything you save is kept at once; others may write other parts at the same time. What is too long for a form is written in a file.")
	return &view{p.modal()}
}

// hint is the part's gist, or what belongs there.
func (p notePart) hint(n release.ReleaseNote) string {
	if gist := p.gist(n); gist != "" && !p.empty(n) {
		return gist
	}
	return capital(p.about)
}

// wholeDraft is the draft with what gonogo adds itself: the files of the build,
// the RFC, the environments as they are.
func wholeDraft(book release.NoteBook) release.ReleaseNote {
	return book.Draft.Note.Complete(book.Facts)
}

// noteLines say whose draft it is, until when it is due, and what was handed in.
func noteLines(book release.NoteBook) []line {
	s, loc := book.Standing, book.Standing.Programme.Location()
	all := []line{{bold("Draft"), words(", saved " + at(book.Draft.At, s.Now, loc) + " by " + clip(s.Programme.NameOf(book.Draft.By), cardName) + ".")}}
	for _, x := range dues(s) {
		if x.check == release.CheckNote {
			all = append(all, with(fact("Due", dated(x.latest, loc)), counting(x.latest)...))
		}
	}
	if len(book.Submitted) == 0 {
		return all
	}
	last := book.Submitted[0]
	l := handedInLine(last, s)
	if n := len(last.Note.ChangesTo(wholeDraft(book))); n > 0 {
		l = with(l, words(" The draft differs from it in "+count(n, "place", "places")+"."))
	} else {
		l = with(l, words(" The draft says the same."))
	}
	return append(all, l)
}

// handedInLine is a note that was handed in, in one line.
func handedInLine(n release.SubmittedNote, s release.Standing) line {
	return line{
		bold("Release note " + itoa(n.Version)),
		words(", handed in " + at(n.At, s.Now, s.Programme.Location()) + " by " + clip(s.Programme.NameOf(n.By), cardName) + ", digest " + brief8(n.Digest) + "."),
	}
}

// brief8 is the beginning of a note's digest.
func brief8(digest string) string { return digest[:min(8, len(digest))] }

// afterGo warns that the board is asked again when it decided already.
func afterGo(book release.NoteBook) string {
	if len(book.Submitted) > 0 && !book.Standing.Release.Stage.Before(release.Approving) {
		return "The board relied on the note before: it is asked again."
	}
	return "A later one is a new version."
}

// How many problems a window lists, and a message.
const (
	mostProblems = 60
	someFaults   = 20
)

// problemsPage lists everything the check found, part by part, each with a
// button to where it is mended.
func (b *Bot) problemsPage(book release.NoteBook, head line, all []release.NoteProblem, mend bool) *page {
	s := book.Standing
	p := newPage("Check", b.banner).heading("Release note of " + s.Release.Name()).say(head)
	most, length := mostProblems, share(2*len(all))
	if !mend {
		most, length = someFaults, min(share(2*len(all)), 160)
	}
	room, problems := most, problemsByPart(all)
	for _, part := range append([]notePart{{title: "The note as a whole"}}, noteParts()...) {
		own := problems[part.key]
		if len(own) == 0 || room <= 0 {
			continue
		}
		if part.key == "" || !mend {
			p.say(line{bold(part.title)})
		} else {
			p.entry(part.title, []string{count(len(own), "thing", "things") + " to look at"}, noteButton(s.Release.Number, "Mend", "Mend "+part.title, "here", part.key))
		}
		var items []line
		for _, x := range own[:min(len(own), room)] {
			items = append(items, problemLine(x, length))
		}
		p.list(items...)
		room -= len(own)
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + itoa(n) + " more, shown when these are mended.")
	}
	return p
}

// problemLine says what is wrong and what to do, in about so many characters each.
func problemLine(x release.NoteProblem, most int) line {
	l := line{bold(clip(oneLine(x.Field), 80) + ": ")}
	if x.Advice {
		l = with(l, words("Advice: "))
	}
	l = with(l, words(sentence(clip(oneLine(x.Why), most))))
	if x.Fix != "" {
		l = with(with(l, words(" ")), coded(sentence(clip(oneLine(x.Fix), most)))...)
	}
	return l
}

// checkedLine sums a check up.
func checkedLine(all []release.NoteProblem) line {
	wrong, advice := len(stopping(all)), len(all)-len(stopping(all))
	switch {
	case wrong > 0:
		return line{bold(capital(count(wrong, "problem keeps", "problems keep")) + " the note from being taken.")}
	case advice > 0:
		return line{bold("Nothing keeps the note from being taken."), words(" There is advice.")}
	}
	return line{bold("Nothing is missing, and nothing contradicts itself."), words(" The note can be handed in.")}
}
