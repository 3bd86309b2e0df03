package workspace

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"
)

// keepPause is how long the box gathers changes before it writes them to its state file, in real time.
const keepPause = 200 * time.Millisecond

// idsSkipped keeps a box that was killed from giving out again the ids it gave out after its last write: apps take
// an event id they have seen for a repetition.
const idsSkipped = 10000

// kept is the state file: what was said, and how far ids and times had come. Open modals, Homes, response_urls and
// trigger ids end with the box, as they end with the sessions they belong to.
type kept struct {
	Serial   int                      `json:"serial"`
	Newest   time.Time                `json:"newest"` // newest ts given out
	Messages map[string][]keptMessage `json:"messages"`
	Files    map[string]File          `json:"files,omitempty"` // that came with messages
	Chosen   map[string]values        `json:"chosen"`          // what people chose in messages
}

// keptMessage is message with names for the file.
type keptMessage struct {
	TS          string              `json:"ts"`
	Thread      string              `json:"thread,omitempty"`
	User        string              `json:"user"`
	Bot         bool                `json:"bot,omitempty"`
	FromSlack   bool                `json:"from_slack,omitempty"`
	Text        string              `json:"text,omitempty"`
	Blocks      []any               `json:"blocks,omitempty"`
	Attachments []any               `json:"attachments,omitempty"`
	Metadata    any                 `json:"metadata,omitempty"`
	Only        string              `json:"only,omitempty"`
	Edited      string              `json:"edited,omitempty"`
	Reactions   map[string][]string `json:"reactions,omitempty"`
	Files       []string            `json:"files,omitempty"`
}

// recall reads the state file of an earlier box, if there is one. What belongs to people and channels that are no
// longer in the box is left out.
func (w *Workspace) recall() error {
	data, err := os.ReadFile(w.cfg.State)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the workspace's state: %w", err)
	}
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return fmt.Errorf("read the workspace's state in %s: %w", w.cfg.State, err)
	}
	w.serial, w.lastTS = k.Serial+idsSkipped, k.Newest
	if k.Chosen != nil {
		w.states = k.Chosen
	}
	maps.Copy(w.files, k.Files)
	for id, messages := range k.Messages {
		conv := w.convs[id]
		if conv == nil {
			continue
		}
		for _, m := range messages {
			conv.messages = append(conv.messages, &message{
				ts: m.TS, thread: m.Thread, user: m.User, bot: m.Bot, fromSlack: m.FromSlack, text: m.Text, blocks: m.Blocks,
				attachments: m.Attachments, metadata: m.Metadata, only: m.Only, edited: m.Edited, reactions: m.Reactions, files: m.Files,
			})
		}
	}
	return nil
}

// remember renders the state file.
func (w *Workspace) remember() ([]byte, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	k := kept{Serial: w.serial, Newest: w.lastTS, Messages: map[string][]keptMessage{}, Files: map[string]File{}, Chosen: w.states}
	for id, conv := range w.convs {
		for _, m := range conv.messages {
			k.Messages[id] = append(k.Messages[id], keptMessage{
				TS: m.ts, Thread: m.thread, User: m.user, Bot: m.bot, FromSlack: m.fromSlack, Text: m.text, Blocks: m.blocks,
				Attachments: m.attachments, Metadata: m.metadata, Only: m.only, Edited: m.edited, Reactions: m.reactions, Files: m.files,
			})
			for _, file := range m.files {
				k.Files[file] = w.files[file]
			}
		}
	}
	data, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("render the workspace's state: %w", err)
	}
	return data, nil
}

// keepUp writes the state file a moment after every change, and a last time when the box is closed.
func (w *Workspace) keepUp() {
	defer close(w.kept)
	for {
		_, next := w.watch()
		w.writeState()
		select {
		case <-next:
		case <-w.closed:
			w.writeState()
			return
		}
		select {
		case <-time.After(keepPause):
		case <-w.closed:
		}
	}
}

// writeState writes the state file; a failure is logged, and the next change tries again.
func (w *Workspace) writeState() {
	data, err := w.remember()
	if err == nil {
		err = replaceFile(w.cfg.State, data)
	}
	if err != nil {
		w.log.Error("workspace state not kept", "error", err)
	}
}

// replaceFile changes a file at once: a reader, and a box started after a crash, find the old or the new.
func replaceFile(name string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(file.Name()))
	}
	return nil
}
