package bot

import (
	"context"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// NoteFiles reads and writes release notes as files; what a file does not say
// rightly is refused, each mistake with its line.
type NoteFiles interface {
	// Read reads a note from a file, YAML or Markdown by its name.
	Read(name string, body []byte) (release.ReleaseNote, error)
	// Template writes a note as a file to go on with; the format is "yaml" or "markdown".
	Template(format string, n release.ReleaseNote) []byte
}

// The blocks of the form of a file. The number of the try follows the first, so
// that the file of the try before is gone from it.
const (
	blockNoteFile = "note-file/"
	blockThen     = "then"
	thenDraft     = "draft"
	thenSubmit    = "submit"
)

// maxNoteFile is the largest file of a note that is read, in bytes.
const maxNoteFile = 1 << 20

// noteFile opens the form in which a note is handed in as one file.
func noteFile(_ context.Context, b *Bot, n noteCall) (reply, error) {
	if b.notes == nil {
		return reply{}, noNoteFiles()
	}
	return reply{modal: b.noteFileForm(n, 1, thenDraft, nil), over: true}, nil
}

func noNoteFiles() error {
	return refuse(release.CodeState, "No file was read.", "This gonogo takes no release notes as files.", "Write the note in its form.")
}

func (b *Bot) noteFileForm(n noteCall, try int64, then string, over *page) *view {
	v := b.formView("Release note, a file", "Read it", noteCallback, meta{Release: n.number, Form: formFile, Seen: try})
	v.over(over)
	v.add(
		input(blockNoteFile+itoa(int(try)), "The release note as one file", "YAML or Markdown, as the template has it; 1 MB at most.",
			slack.NewFileInputBlockElement("in").WithFileTypes("yaml", "yml", "md", "markdown").WithMaxFiles(1), false),
		radioInput(blockThen, "And then", []choice{
			{thenDraft, "Put it into the draft, and show what the check finds"}, {thenSubmit, "Hand it in, if nothing keeps it from being taken"},
		}, then),
	)
	return v
}

// takeNoteFile reads the file that was put into the form, and puts it into the
// draft or hands it in.
func (b *Bot) takeNoteFile(ctx context.Context, n noteCall) (reply, error) {
	block, then := blockNoteFile+itoa(int(n.meta.Seen)), n.form.choice(blockThen)
	given := n.form.files(block)
	if len(given) != 1 {
		return reply{}, atField(refuse(release.CodeInvalid, "No file was read.", "There is none.", "Choose one."), block)
	}
	read, err := b.readNote(ctx, block, given[0])
	if r, refused := release.AsRefusal(err); refused && len(r.Fields) > 0 && !n.form.has(r.Fields[0].Field) {
		return reply{modal: b.noteFileForm(n, n.meta.Seen+1, then, mistakesPage(r))}, nil
	}
	if err != nil {
		return reply{}, anchoredAt(n.form, err, block)
	}
	if then == thenSubmit {
		return b.submitFile(ctx, n, read, block)
	}
	book, err := b.changeNote(ctx, n.Call, n.number, func(release.NoteBook) (release.ReleaseNote, error) { return read, nil })
	if err != nil {
		return reply{}, anchoredAt(n.form, err, block)
	}
	return b.savedNote(n.Call, book, b.noteHub(book)), nil
}

// readNote reads a file of somebody's as a release note.
func (b *Bot) readNote(ctx context.Context, field string, x file) (release.ReleaseNote, error) {
	if b.notes == nil {
		return release.ReleaseNote{}, noNoteFiles()
	}
	data, err := b.readFile(ctx, field, x, maxNoteFile)
	if err != nil {
		return release.ReleaseNote{}, err
	}
	return b.notes.Read(x.Name, data)
}

// submitFile hands in what a file says.
func (b *Bot) submitFile(ctx context.Context, n noteCall, read release.ReleaseNote, block string) (reply, error) {
	book, err := b.desk.ReadNotes(ctx, n.number)
	if err != nil {
		return reply{}, err
	}
	handed, err := b.desk.SubmitNote(ctx, n.Intent(), n.number, read)
	if r, refused := release.AsRefusal(err); refused && r.Code == release.CodeInvalid {
		problems, err := b.desk.CheckNote(ctx, n.number, read)
		if err != nil {
			return reply{}, err
		}
		over := b.problemsPage(book, with(line{bold("The file was not handed in. ")}, checkedLine(stopping(problems))...), problems, false)
		return reply{modal: b.noteFileForm(n, n.meta.Seen+1, thenSubmit, over)}, nil
	}
	if err != nil {
		return reply{}, anchoredAt(n.form, err, block)
	}
	r := reply{modal: &view{b.handedInPage(book, handed).modal()}, wrote: true}
	if after, err := b.desk.ReadNotes(ctx, n.number); err == nil && n.where.previous != "" && after.Draft != nil {
		r.beneath = append(r.beneath, beneath{n.where.root, b.noteHub(after)})
	}
	return r, nil
}

// mistakesPage lists what a file does not say rightly, each with its line.
func mistakesPage(r *release.Refusal) *page {
	const most = 40
	p := newPage("", "").say(line{bold(clip(r.What, 300) + " "), words(clip(r.Why, 600))})
	var items []line
	for _, f := range r.Fields[:min(len(r.Fields), most)] {
		items = append(items, line{bold(clip(oneLine(f.Field), 80) + ": "), words(clip(oneLine(f.Why), 400))})
	}
	p.list(items...)
	if r.Next != "" {
		p.say(coded(clip(r.Next, 600)))
	}
	return p
}

// noteTemplate sends somebody the note as files to go on with: the draft, or a
// version that was handed in.
func noteTemplate(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	if b.notes == nil {
		return reply{}, noNoteFiles()
	}
	book, err := b.desk.ReadNotes(ctx, n.number)
	if err != nil {
		return reply{}, err
	}
	x, name := release.PrefillNote(book.Facts, nil), "release-note-"+release.ReleaseName(n.number)
	version, _ := cutWord(n.rest)
	switch handed, ok := versionOf(book, atoi(version)); {
	case atoi(version) > 0 && ok:
		x, name = handed.Note, name+"-"+version
	case book.Draft != nil:
		x = wholeDraft(book)
	case ok:
		x = handed.Note
	}
	p := newPage("On its way", b.banner).say(
		line{bold("The note of " + release.ReleaseName(n.number) + " is on its way to you"), words(" as two files, YAML and Markdown, in your direct messages with gonogo.")},
		said("Go on with one of them. Hand it in here as a file, or put it into the thread of the release's card: there gonogo checks every file named release-note….yaml or release-note….md."),
	)
	r := reply{page: p, after: func(ctx context.Context) { b.sendNote(ctx, n.where.user, name, x) }}
	if n.where.modal {
		r.page, r.modal, r.over = nil, &view{p.modal()}, true
	}
	return r, nil
}

// sendNote sends a note as files into somebody's direct messages; where Slack does
// not take files, they are told how else to get them.
func (b *Bot) sendNote(ctx context.Context, user, name string, n release.ReleaseNote) {
	channel, _, _, err := b.slack.OpenConversationContext(ctx, &slack.OpenConversationParameters{Users: []string{user}})
	if err != nil {
		b.log.WarnContext(ctx, "note not sent", "error", wrapSlack("open a direct message", err).Error())
		return
	}
	err = b.sendFiles(ctx, channel.ID, "The release note "+strings.TrimPrefix(name, "release-note-")+" as files to go on with.",
		sentFile{name + ".yaml", b.notes.Template("yaml", n)}, sentFile{name + ".md", b.notes.Template("markdown", n)})
	if err == nil {
		return
	}
	b.log.WarnContext(ctx, "note not sent", "error", err.Error())
	p := newPage("", b.banner).say(
		line{bold("The files could not be sent.")}, coded("On a machine with gonogo, `gonogo note template` writes them. An administrator of the workspace can install the app again: it needs files:write."),
	)
	if _, _, err := b.slack.PostMessageContext(ctx, channel.ID, slack.MsgOptionText(p.fallback(), false), slack.MsgOptionBlocks(p.blocks...)); err != nil {
		b.log.WarnContext(ctx, "answer not shown", "error", wrapSlack("post a message", err).Error())
	}
}

// sentFile is a file that gonogo sends.
type sentFile struct {
	name string
	data []byte
}

// sendFiles sends files into a channel as one message.
func (b *Bot) sendFiles(ctx context.Context, channel, comment string, all ...sentFile) error {
	var sent []slack.FileSummary
	for _, f := range all {
		at, err := b.slack.GetUploadURLExternalContext(ctx, slack.GetUploadURLExternalParameters{FileName: f.name, FileSize: len(f.data)})
		if err != nil {
			return wrapSlack("ask where a file goes", err)
		}
		if err := b.slack.UploadToURL(ctx, slack.UploadToURLParameters{UploadURL: at.UploadURL, Content: string(f.data), Filename: f.name}); err != nil {
			return wrapSlack("send a file", err)
		}
		sent = append(sent, slack.FileSummary{ID: at.FileID, Title: f.name})
	}
	_, err := b.slack.CompleteUploadExternalContext(ctx, slack.CompleteUploadExternalParameters{Files: sent, Channel: channel, InitialComment: comment})
	return wrapSlack("share the files", err)
}
