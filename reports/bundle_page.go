package reports

import (
	"fmt"
	"strings"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// bundleWords are the pack's README: what it is, what each member is, how to check it
// with gonogo and without.
func bundleWords(name string) string {
	return `This is the evidence pack of ` + name + `.

It shows who decided what, when and on which bytes, and proves it without the
system that made it. Read index.html first. To check the pack:

    gonogo evidence verify FILE --checkpoint MAIL

where MAIL is a text that holds a checkpoint of the ledger, such as a weekly
readiness report. The check needs no database and no settings. It finds any
changed byte, members that were taken out or added, entries that are not in the
ledger, and a record that says something else than the entries. With a checkpoint
from outside it also finds a ledger that was made anew or cut off. What it cannot
find is an entry that whoever holds the ledger's key left out of the pack; such an
entry is still in the ledger, where "gonogo ledger verify" looks at everything.

Members
  record/*.json          what happened, folded from the entries alone
  documents/*.json       what was decided on and reported; the SHA-256 of each
                         file is the digest that the ledger holds
  decisions/*.dsse.json  each decision, signed for other tools
  ledger/entries.jsonl   the entries, word for word, each with the proof (RFC 6962)
                         that it is in the log of the checkpoint
  ledger/checkpoint.txt  the signed checkpoint, a note of golang.org/x/mod/sumdb
  ledger/bridges.json    proofs that earlier logs are the beginning of this one
  ledger/key.txt, .pem   the public key; it signs checkpoints, decisions, manifest
  manifest.json          every member with its SHA-256; manifest.dsse.json signs it

Decisions for other tools
  Each file in decisions is a DSSE envelope (Ed25519, the key of ledger/key.pem)
  around an in-toto Statement v1. Its subjects are the dossier that was decided on,
  and the package and the bill of materials in it where there are any. The predicate
  of type ` + BundleDecision + ` holds:
    ballot, purpose, digest   which vote, and the dossier's SHA-256
    seats                     who sat, and which seats had to be heard
    votes                     every vote in order; a seat's last one counts
    conditions                the votes that said Go with conditions in the end
    closed                    outcome, the rule behind it, an override with its reason
    entry                     places in the log, counted from 0
`
}

// bundlePage is the pack for people.
func (l Letterhead) bundlePage(f release.BundleFacts, r bundleRecord, m bundleList) ([]byte, error) {
	t := bundleReader{BundleFacts: f, record: r, manifest: m}
	page := templates.Document{
		Lang: "en-GB", Programme: f.Programme.Name, Kicker: "Evidence pack of " + f.Release.Name(), Title: f.Release.Title(f.Programme),
		Status: templates.Badge{Text: f.Release.Stage.String(), Tone: templates.Calm}, Facts: t.cover(), Parts: t.parts(),
		Name: "Evidence pack of " + f.Release.Name(), Digest: f.Checkpoint,
		Footer: []string{"This page is for reading. What proves it is beside it in the pack: README.txt tells how to check it."},
	}
	if lines := strings.Split(f.Checkpoint, "\n"); len(lines) > 2 {
		page.Digest = lines[2]
	}
	if l.Rehearsal {
		page.Banner = rehearsalBanner
	}
	html, err := l.Templates.Document(page)
	return []byte(html), err
}

// bundleReader writes the parts of a pack's page.
type bundleReader struct {
	release.BundleFacts

	record   bundleRecord
	manifest bundleList
}

func (t bundleReader) at(text string) string {
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return text
	}
	return release.Instant(at, t.Programme.Location())
}

func (t bundleReader) name(id string) string { return t.Programme.NameOf(release.PersonID(id)) }

func (t bundleReader) cover() []templates.Fact {
	facts := []templates.Fact{
		{Label: "Release", Value: fmt.Sprintf("%s, %s", t.Release.Name(), t.Release.Content.Type)},
		{Label: "Entries of the ledger", Value: fmt.Sprintf("%d, each with its proof", len(t.Entries))},
		{Label: "As of", Value: fmt.Sprintf("the ledger's first %d entries", t.manifest.Size), Note: "key " + t.Verifier},
	}
	if t.Release.RFC != 0 {
		facts = append(facts, templates.Fact{Label: "RFC", Value: release.RFCName(t.Release.RFC)})
	}
	return facts
}

func (t bundleReader) parts() []templates.Part {
	parts := []templates.Part{{Title: "Decisions", Empty: "The board was not asked."}}
	for _, b := range t.record.Ballots {
		parts[0].Empty = ""
		parts[0].Intro = "Every vote, its seats as they were frozen, and what each seat said last."
		parts = append(parts, t.ballot(b))
	}
	parts = append(parts, t.evidence("Control points and checks", "Nothing was shown.", false), t.evidence("Waivers", "Nothing was waived.", true))
	absent := templates.Part{Title: "Documents that are not here"}
	for _, x := range t.manifest.Absent {
		absent.List = append(absent.List, x.Name+": "+x.Why)
	}
	if len(absent.List) > 0 {
		parts = append(parts, absent)
	}
	return append(parts, t.papers(), t.times())
}

func (t bundleReader) ballot(b *bundleBallot) templates.Part {
	part := templates.Part{Title: release.Purpose(b.Purpose).String() + ", " + strings.Replace(b.Ballot, "/", " ", 1), Inner: true}
	part.Facts = []templates.Fact{
		{Label: "Opened", Value: t.at(b.OpenedAt), Note: "by " + t.name(b.OpenedBy)},
		{Label: "Decided on", Value: "the dossier with the SHA-256", Note: b.Digest},
	}
	switch {
	case b.Closed != nil:
		outcome := templates.Fact{Label: "Outcome", Value: release.Outcome(b.Closed.Outcome).String() + ". " + b.Closed.Why, Note: t.at(b.Closed.At) + ", by " + t.name(b.Closed.By)}
		part.Facts = append(part.Facts, outcome)
		if b.Closed.Override != "" {
			part.Facts = append(part.Facts, templates.Fact{Label: "A No-Go was overridden", Value: b.Closed.Override})
		}
	case b.Void != nil:
		part.Facts = append(part.Facts, templates.Fact{Label: "Void", Value: b.Void.Why, Note: t.at(b.Void.At)})
	default:
		part.Facts = append(part.Facts, templates.Fact{Label: "Outcome", Value: "It is open."})
	}
	part.Table = templates.Table{Columns: []templates.Column{{Title: "Seat", Width: 3}, {Title: "Said", Width: 2}, {Title: "In these words", Width: 5}}}
	for _, s := range b.Seats {
		row := []templates.Cell{{Text: t.seat(s.Seat)}, {Text: "nothing"}, {}}
		if s.Mandatory {
			row[0].Note = "must be heard"
		}
		for _, v := range b.Votes {
			if v.Seat == s.Seat {
				row[1] = templates.Cell{Text: release.Choice(v.Choice).String(), Note: t.name(v.By) + ", " + t.at(v.At)}
				row[2] = templates.Cell{Text: v.Words}
			}
		}
		part.Table.Rows = append(part.Table.Rows, row)
	}
	return part
}

// seat returns a seat's key as people read it: "Test Manager, System Integrator".
func (t bundleReader) seat(key string) string {
	function, party, ok := strings.Cut(key, "/")
	if !ok {
		return key
	}
	return release.Role(function).String() + ", " + t.Programme.PartyName(release.PartyID(party))
}

func (t bundleReader) evidence(title, empty string, waivers bool) templates.Part {
	part := templates.Part{Title: title, Empty: empty}
	part.Table.Columns = []templates.Column{{Title: "Check", Width: 3}, {Title: "Shown by", Width: 5}, {Title: "When", Width: 3}}
	for _, e := range t.record.Evidence {
		if e.Waiver != waivers {
			continue
		}
		check := release.Check(e.Check)
		row := []templates.Cell{{Text: check.Title()}, {Text: e.Note, Code: e.Ref}, {Text: t.at(e.At), Note: "by " + t.name(e.By)}}
		if row[0].Text == "" {
			row[0].Text = e.Check
		}
		if e.Until != "" {
			row[1].Note = "until " + t.at(e.Until)
		}
		if e.TakenAt != "" {
			row[2].Note += "; taken away " + t.at(e.TakenAt) + " by " + t.name(e.TakenBy) + ": " + e.TakenWhy
		}
		part.Table.Rows = append(part.Table.Rows, row)
	}
	return part
}

func (t bundleReader) papers() templates.Part {
	part := templates.Part{Title: "Documents", Empty: "None.", Intro: "The SHA-256 of each file in the pack is the digest that the ledger holds."}
	part.Table.Columns = []templates.Column{{Title: "File", Width: 4}, {Title: "SHA-256", Width: 6}}
	for _, p := range t.record.papers {
		part.Table.Rows = append(part.Table.Rows, []templates.Cell{{Text: p.name}, {Text: p.digest, Fine: true}})
	}
	return part
}

// times is everything in the order in which it happened.
func (t bundleReader) times() templates.Part {
	part := templates.Part{Title: "Everything in its order", Empty: "Nothing."}
	part.Table.Columns = []templates.Column{{Title: "Entry", Width: 1, Number: true}, {Title: "When", Width: 3}, {Title: "What", Width: 3}, {Title: "Of", Width: 2}, {Title: "By", Width: 2}}
	for _, x := range t.record.Lines {
		part.Table.Rows = append(part.Table.Rows, []templates.Cell{
			{Text: fmt.Sprint(x.Entry)}, {Text: t.at(x.At)}, {Text: upperFirst(strings.ReplaceAll(x.What, "-", " "))}, {Text: strings.Replace(x.About, "/", " ", 1)}, {Text: t.name(x.By)},
		})
	}
	return part
}
