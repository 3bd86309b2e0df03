package bot

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// noteName is how a file is named that is meant as a release note.
var noteName = regexp.MustCompile(`(?i)^release[-_ ]?note.*\.(ya?ml|md|markdown)$`)

// shareTries is how often Slack is asked where a file was shared: its event may
// come before it knows.
const shareTries = 4

// sharedNote is a file in the thread of a release's card that is named as its note.
type sharedNote struct {
	file    file
	id      string
	channel string
	thread  string
	ts      string // of the message it came with; empty where it is not known
	release int
}

// errNoNote says that a file has nothing to do with a release's note.
var errNoNote = errors.New("no release note in the thread of a card")

// fileShared looks at a file that somebody put into a channel. One that is named
// as a release note, in the thread of a release's card, is checked and answered
// there; it is never handed in by itself.
func (b *Bot) fileShared(ctx context.Context, in inbound) {
	by, _, err := b.who(ctx, in.who)
	if err != nil {
		return // somebody whom nobody knows, or gonogo's own file
	}
	x, err := b.noteIn(ctx, in.text, in.where.channel)
	if errors.Is(err, errNoNote) {
		return
	}
	if err == nil {
		err = b.answerFile(ctx, in.where.user, by, x)
	}
	if err != nil {
		b.log.WarnContext(ctx, "file in a thread not answered", "error", err.Error())
	}
}

// noteIn finds out whether a file is a release note in the thread of a card, and
// of which release.
func (b *Bot) noteIn(ctx context.Context, id, channel string) (sharedNote, error) {
	x := sharedNote{id: id, channel: channel}
	for try := range shareTries {
		f, _, _, err := b.slack.GetFileInfoContext(ctx, id, 0, 0)
		if err != nil {
			return x, wrapSlack("look at a file", err)
		}
		if !noteName.MatchString(f.Name) {
			return x, errNoNote
		}
		x.file = file{Name: f.Name, Size: int64(f.Size), URL: f.URLPrivate}
		shares := slices.Concat(f.Shares.Public[channel], f.Shares.Private[channel])
		for _, s := range shares {
			if s.ThreadTs != "" && s.ThreadTs != s.Ts && s.Ts > x.ts {
				x.thread, x.ts = s.ThreadTs, s.Ts
			}
		}
		if len(shares) > 0 || try == shareTries-1 {
			break
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return x, fmt.Errorf("wait for where a file was shared: %w", ctx.Err())
		}
	}
	if x.thread == "" {
		return x, errNoNote
	}
	var err error
	x.release, err = b.cardAt(ctx, channel, x.thread)
	return x, err
}

// cardAt returns the release whose card stands at a place, or whose RFC's card does.
func (b *Bot) cardAt(ctx context.Context, channel, ts string) (int, error) {
	history, err := b.slack.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
		ChannelID: channel, Latest: ts, Oldest: ts, Inclusive: true, Limit: 1, IncludeAllMetadata: true,
	})
	if err != nil {
		return 0, wrapSlack("look for the card of a thread", err)
	}
	for _, m := range history.Messages {
		key, _ := m.Metadata.EventPayload["key"].(string)
		subject, ok := strings.CutPrefix(key, "card/")
		if !ok || m.Metadata.EventType != metadataType || m.Timestamp != ts {
			continue
		}
		rfc, number := release.CardOf(subject)
		if rfc == 0 && number != 0 {
			return number, nil
		}
		if rfc != 0 {
			return b.releaseOfRFC(ctx, rfc)
		}
	}
	return 0, errNoNote
}

func (b *Bot) releaseOfRFC(ctx context.Context, rfc int) (int, error) {
	s, err := b.desk.Card(ctx, rfc)
	if err != nil {
		return 0, err
	}
	if !namesRelease(s.RFC.Content.Release) {
		return 0, errNoNote
	}
	return b.desk.FindRelease(ctx, s.RFC.Content.Release)
}

// answerFile posts what the check of a file found, once.
func (b *Bot) answerFile(ctx context.Context, user string, by release.Person, x sharedNote) error {
	key := "note-file/" + x.id + "/" + x.ts
	replies, _, _, err := b.slack.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
		ChannelID: x.channel, Timestamp: x.thread, Oldest: x.ts, Inclusive: true, IncludeAllMetadata: true, Limit: 100,
	})
	if err != nil && slackCode(err) != "missing_scope" {
		return wrapSlack("look for an answer", err)
	}
	for _, m := range replies {
		if m.Metadata.EventType == metadataType && m.Metadata.EventPayload["key"] == key {
			return nil // answered before: the event came again
		}
	}
	p, err := b.filePage(ctx, user, by, x)
	if err != nil {
		return err
	}
	_, _, err = b.slack.PostMessageContext(ctx, x.channel, append(options(p.fallback(), p.blocks, key), slack.MsgOptionTS(x.thread))...)
	return wrapSlack("answer in a thread", err)
}

// filePage says to somebody what the check of their file found, with what they
// can do with it.
func (b *Bot) filePage(ctx context.Context, user string, by release.Person, x sharedNote) (*page, error) {
	p := newPage("Release note", b.banner)
	name := clip(oneLine(x.file.Name), 80)
	hello := line{{user: user, text: by.Name}, words(", I read " + name + " as the release note of " + release.ReleaseName(x.release) + ". ")}
	read, err := b.readNote(ctx, "file", x.file)
	if r, refused := release.AsRefusal(err); refused {
		p.say(with(hello, bold("It was not understood.")))
		return p.append(mistakesPage(r)).note("Mend the file and put it into this thread again."), nil
	}
	if err != nil {
		return nil, err
	}
	book, err := b.desk.ReadNotes(ctx, x.release)
	if err != nil {
		return nil, err
	}
	problems, err := b.desk.CheckNote(ctx, x.release, read)
	if err != nil {
		return nil, err
	}
	p.say(with(hello, checkedLine(problems)...))
	fileProblems(p, problems)
	if len(book.Submitted) > 0 {
		p.say(line{bold("Against release note " + itoa(book.Submitted[0].Version) + ":")})
		changeList(p, book.Submitted[0].Note.ChangesTo(read.Complete(book.Facts)), 2000)
	}
	said := []string{"hand", x.id, fingerprint(read.Normal().Digest())}
	draft := noteButton(x.release, "Put it into the draft", "Put "+name+" into the draft of the note", append(said, thenDraft)...)
	if len(stopping(problems)) > 0 {
		return p.buttons(draft.WithStyle(slack.StylePrimary)), nil
	}
	hand := noteButton(x.release, "Hand it in", "Hand "+name+" in as the release note", append(said, thenSubmit)...).WithStyle(slack.StylePrimary)
	return p.buttons(hand, draft).note("Nothing was handed in yet: the button does it, for whoever may."), nil
}

// fileProblems lists what the check found, within what a message takes.
func fileProblems(p *page, all []release.NoteProblem) {
	const most = 15
	var items []line
	for _, x := range all[:min(len(all), most)] {
		items = append(items, problemLine(x, 200))
	}
	p.list(items...)
	if n := len(all) - most; n > 0 {
		p.note("And " + itoa(n) + " more, shown when these are mended.")
	}
}

// noteHand hands in a file of a thread, or puts it into the draft: the very file
// that was checked.
func noteHand(ctx context.Context, b *Bot, n noteCall) (reply, error) {
	id, rest := cutWord(n.rest)
	shown, then := cutWord(rest)
	what := "The file was not taken."
	x, err := b.noteIn(ctx, id, n.where.channel)
	if errors.Is(err, errNoNote) || err == nil && x.release != n.number || slackCode(err) == "file_not_found" || slackCode(err) == "file_deleted" {
		return reply{}, refuse(release.CodeState, what, "It is not in the thread of the release's card any more.", "Put it there again.")
	}
	if err != nil {
		return reply{}, err
	}
	read, err := b.readNote(ctx, "file", x.file)
	if err != nil {
		return reply{}, err
	}
	if fingerprint(read.Normal().Digest()) != shown {
		return reply{}, refuse(release.CodeStale, what, "It was changed since it was checked.", "Put it into the thread again.")
	}
	if then != thenDraft {
		book, err := b.desk.ReadNotes(ctx, n.number)
		if err != nil {
			return reply{}, err
		}
		handed, err := b.desk.SubmitNote(ctx, n.Intent(), n.number, read)
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.handedInPage(book, handed), wrote: true}, nil
	}
	book, err := b.changeNote(ctx, n.Call, n.number, func(release.NoteBook) (release.ReleaseNote, error) { return read, nil })
	if err != nil {
		return reply{}, err
	}
	return reply{modal: b.noteHub(book), wrote: true}, nil
}
