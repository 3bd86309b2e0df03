package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// ledgerShown is how many entries a page of the ledger has.
const ledgerShown = 50

// ledgerView is the page of the newest entries, or of those about one thing.
type ledgerView struct {
	Subject string
	Size    string
	Table   templates.Table
	Empty   string
	Pager   pager
	Files   files
}

// subjectOf reads the one thing that the ledger is asked about; empty is all.
func subjectOf(r *http.Request) string {
	return release.Clip(strings.TrimSpace(r.URL.Query().Get("subject")), 100)
}

// ledger shows the newest entries. What is not the reader's to read stands there
// without its words: a log without gaps can be proved (T34, T36).
func (b *Board) ledger(r *http.Request, v visitor) (string, templates.Site, error) {
	subject := subjectOf(r)
	f := release.LedgerFilter{Below: pageOf(r), Limit: ledgerShown}
	narrowed := url.Values{}
	if subject != "" {
		f.Subjects = []string{subject}
		narrowed.Set("subject", subject)
	}
	entries, err := b.Ledger.LedgerPage(r.Context(), f)
	if err != nil {
		return "", templates.Site{}, err
	}
	size, err := b.Ledger.LedgerSize(r.Context())
	if err != nil {
		return "", templates.Site{}, err
	}
	view := ledgerView{
		Subject: subject, Size: count(int(size), "entry", "entries"), Table: templates.Table{
			Caption: "Entries, the newest first", Columns: []templates.Column{{Title: "Place", Number: true}, {Title: "When"}, {Title: "What"}, {Title: "About"}, {Title: "By"}},
		},
		Pager: pager{Newest: newest(r)}, Files: exported("Entries", "ledger", narrowed),
	}
	for _, e := range entries {
		view.Table.Rows = append(view.Table.Rows, entryRow(e, v))
	}
	if len(entries) == 0 {
		view.Empty = "No entry is there yet."
		if subject != "" {
			view.Empty = "No entry is about “" + subject + "”. A subject is written as in rfc/12, release/7, ballot/9 or environment/sit-a."
		}
	}
	if len(entries) == ledgerShown && entries[len(entries)-1].Index > 0 {
		view.Pager.Older = older(r, entries[len(entries)-1].Index)
	}
	return "ledger", templates.Site{Title: "Ledger", AsOf: asOf(b.Now(), v.programme), Data: view}, nil
}

func entryRow(e release.LedgerEntry, v visitor) []templates.Cell {
	place := templates.Cell{Text: fmt.Sprint(e.Index), Link: ledgerPath(e.Index), Head: true}
	if !e.ShownTo(v.who.ID) {
		return []templates.Cell{place, {Text: when(e.At, v.programme)}, {Text: "Kept by its author"}, {Text: "not for others yet"}, {}}
	}
	what, note := happened(e)
	return []templates.Cell{
		place, {Text: when(e.At, v.programme)}, {Text: what, Note: release.Clip(templates.OneLine(note), 200)},
		{Text: e.Subject, Link: aboutPath(e.Subject)}, {Text: byWhom(e.By, v.programme)},
	}
}

// byWhom names who did something; the clock has no name.
func byWhom(id release.PersonID, p *release.Programme) string {
	if id == release.Clockwork {
		return "gonogo, by the clock"
	}
	return p.NameOf(id)
}

// entryView is the page of one entry with its proof.
type entryView struct {
	Secret  templates.Callout
	Facts   []templates.Fact
	About   templates.Link
	Data    string
	Leaf    string
	Hash    string
	Place   string
	Size    string
	Path    []string
	Root    string
	Signed  string
	Key     string
	Before  templates.Link
	After   templates.Link
	Subject templates.Link
}

// entry shows one entry, and everything that is needed to prove that it is in the
// log, unchanged (T36).
func (b *Board) entry(r *http.Request, v visitor) (string, templates.Site, error) {
	index, err := b.number(r, "index")
	if err != nil {
		return "", templates.Site{}, err
	}
	p, err := b.Ledger.LedgerProof(r.Context(), index)
	if errors.Is(err, release.ErrNotFound) {
		return "", templates.Site{}, &release.Refusal{
			Code: release.CodeNotFound, What: "There is no entry at this place.", Why: fmt.Sprintf("The ledger has no place %d yet.", index),
			Next: "The ledger's own page shows the newest ones. What was done a moment ago is sealed within a second.",
		}
	}
	if err != nil {
		return "", templates.Site{}, err
	}
	view := entryView{
		Hash: p.Hash, Place: fmt.Sprint(index), Size: fmt.Sprint(p.Size), Path: p.Path, Root: p.Root, Signed: p.Checkpoint, Key: p.Verifier,
	}
	if index > 0 {
		view.Before = templates.Link{Text: fmt.Sprintf("Place %d", index-1), URL: ledgerPath(index - 1)}
	}
	if index+1 < p.Size {
		view.After = templates.Link{Text: fmt.Sprintf("Place %d", index+1), URL: ledgerPath(index + 1)}
	}
	site := templates.Site{
		Title: fmt.Sprintf("Entry %d of the ledger", index), Kicker: when(p.Entry.At, v.programme), Trail: []templates.Link{{Text: "Ledger", URL: "/ledger"}},
		AsOf: asOf(b.Now(), v.programme),
	}
	view.fill(p, v)
	site.Data = view
	return "entry", site, nil
}

// fill adds what the entry says, where the reader may read it.
func (x *entryView) fill(p release.LedgerProof, v visitor) {
	e := p.Entry
	if !e.ShownTo(v.who.ID) {
		x.Secret = templates.Callout{
			Tone: templates.Calm, Label: "What this entry says is its author's until they hand it in.",
			Text: "That it is there, when it was written and its hash are everybody's, so that the log can be proved whole.",
		}
		return
	}
	what, note := happened(e)
	x.Facts = fact(fact(fact(nil, "What", what, note), "By", byWhom(e.By, v.programme), ""), "When", when(e.At, v.programme), e.At.UTC().Format("2006-01-02T15:04:05.000000Z"))
	x.Facts = fact(x.Facts, "Entry's own number", fmt.Sprint(e.ID), "")
	x.About = templates.Link{Text: e.Subject, URL: aboutPath(e.Subject)}
	x.Subject = templates.Link{Text: "Everything about " + e.Subject, URL: "/ledger?subject=" + e.Subject}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, []byte(e.JSON), "", "  "); err == nil && e.JSON != "{}" {
		x.Data = pretty.String()
	}
	x.Leaf = string(p.Leaf)
}
