package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// maxNoteField is how much a field of the note's forms takes; more belongs into a file.
const maxNoteField = 3000

// noteField is a field of a release note as a form shows it: get writes it as
// text, set reads the text back and says what was not understood.
type noteField struct {
	block, label, hint string
	kind               fieldKind
	get                func(release.ReleaseNote) string
	set                func(n *release.ReleaseNote, text string) (problem string)
}

// fieldKind is how a field is asked for.
type fieldKind int

const (
	fieldLine fieldKind = iota // one line
	fieldText                  // several lines, or a list
	fieldDate
	fieldDisruption
)

// most is how many characters the field takes.
func (f noteField) most() int {
	if f.kind == fieldLine {
		return 600
	}
	return maxNoteField
}

// input is the field with a text in it; a text that does not fit is not offered
// for change.
func (f noteField) input(text string) (*slack.InputBlock, bool) {
	switch f.kind {
	case fieldDate:
		e := slack.NewDatePickerBlockElement("in")
		if isDate(text) {
			e.InitialDate = text
		}
		return input(f.block, f.label, f.hint, e, true), true
	case fieldDisruption:
		var all []choice
		for _, d := range release.Disruptions() {
			all = append(all, choice{value: string(d), text: capital(d.String())})
		}
		return selectInput(f.block, f.label, f.hint, all, text).WithOptional(true), true
	case fieldLine, fieldText:
	}
	if units(text) > f.most() {
		return nil, false
	}
	return textInput(f.block, f.label, f.hint, text, f.most(), f.kind == fieldText, true), true
}

// typed is what stands in the field of a form.
func (f noteField) typed(x form) string {
	switch f.kind {
	case fieldDate:
		return x.date(f.block)
	case fieldDisruption:
		return x.choice(f.block)
	case fieldLine, fieldText:
	}
	return strings.TrimSpace(strings.ReplaceAll(x.text(f.block), "\r\n", "\n"))
}

// textField makes a field of one text.
func textField(block, label, hint string, kind fieldKind, at func(*release.ReleaseNote) *string) noteField {
	return noteField{
		block: block, label: label, hint: hint, kind: kind,
		get: func(n release.ReleaseNote) string { return *at(&n) },
		set: func(n *release.ReleaseNote, text string) string { *at(n) = text; return "" },
	}
}

// listField makes a field of a list, one thing a line of some parts between bars.
func listField[T any](block, label, hint string, at func(*release.ReleaseNote) *[]T, write func(T) string, parts int, read func([]string) T) noteField {
	return noteField{
		block: block, label: label, hint: hint, kind: fieldText,
		get: func(n release.ReleaseNote) string { return listOf(*at(&n), write) },
		set: func(n *release.ReleaseNote, text string) string { *at(n) = listFrom(text, parts, read); return "" },
	}
}

// namesField makes a field of a list of texts.
func namesField(block, label, hint string, at func(*release.ReleaseNote) *[]string) noteField {
	return listField(block, label, hint, at, func(s string) string { return barred(s) }, 1, func(p []string) string { return p[0] })
}

func signatoryField(block, label, hint string, at func(*release.ReleaseNote) *release.Signatory) noteField {
	return noteField{
		block: block, label: label, hint: hint, kind: fieldLine,
		get: func(n release.ReleaseNote) string { return signatoryLine(*at(&n)) },
		set: func(n *release.ReleaseNote, text string) string { *at(n) = signatoryOf(unbarred(text, 3)); return "" },
	}
}

const documentHint = "One a line: name | version | date as 2026-11-30 | what it is about | link"

func headFields() []noteField {
	type note = release.ReleaseNote
	return []noteField{
		textField("title", "Title", "", fieldLine, func(n *note) *string { return &n.Title }),
		textField("reason", "Why it is released", "", fieldText, func(n *note) *string { return &n.Reason }),
		textField("date", "Date of the release", "", fieldDate, func(n *note) *string { return &n.Date }),
		signatoryField("releasedTo", "Released to", "Who takes it: name | title | organisation", func(n *note) *release.Signatory { return &n.ReleasedTo }),
		signatoryField("issuer", "Issued by", "Who authorises it: name | title | organisation", func(n *note) *release.Signatory { return &n.Issuer }),
		listField("signatories", "Who signs beside the issuer", "One a line: name | title | organisation", func(n *note) *[]release.Signatory { return &n.Signatories }, signatoryLine, 3, signatoryOf),
		textField("programme", "Programme", "gonogo fills this in.", fieldLine, func(n *note) *string { return &n.Programme }),
		textField("version", "Version", "gonogo fills this in.", fieldLine, func(n *note) *string { return &n.Version }),
	}
}

func buildFields() []noteField {
	type note = release.ReleaseNote
	return []noteField{
		textField("tag", "Source tag", "As the build was made from it.", fieldLine, func(n *note) *string { return &n.Tag }),
		textField("buildTool", "Build tool and its version", "", fieldLine, func(n *note) *string { return &n.BuildTool }),
		textField("hardware", "Hardware it needs", "", fieldText, func(n *note) *string { return &n.Hardware }),
		textField("operatingSystem", "Operating system it needs", "", fieldText, func(n *note) *string { return &n.OperatingSystem }),
		textField("operate", "How it is run", "", fieldText, func(n *note) *string { return &n.Operate }),
		listField("manuals", "Manuals", documentHint, func(n *note) *[]release.Document { return &n.Manuals }, documentLine, 5, documentOf),
		listField("schemas", "Database schemas", documentHint, func(n *note) *[]release.Document { return &n.Schemas }, documentLine, 5, documentOf),
	}
}

func contentFields() []noteField {
	type note = release.ReleaseNote
	return []noteField{
		listField("contents", "What each item is, in plain words", "One a line: item | what it is for. An item is a file of the bill of materials, a manual or a schema.",
			func(n *note) *[]release.NotedContent { return &n.Contents }, notedContentLine, 2, notedContentOf),
	}
}

func defectFields() []noteField {
	type note = release.ReleaseNote
	return []noteField{
		listField("fixed", "Defects it mends", "One a line: DEF-1187 | critical | what was wrong", func(n *note) *[]release.NotedDefect { return &n.Fixed }, defectLine, 3, func(p []string) release.NotedDefect { return defectOf(append(p, "")) }),
		listField("outstanding", "Defects it leaves", "One a line: DEF-1201 | low | what is wrong | how to work around it", func(n *note) *[]release.NotedDefect { return &n.Outstanding }, defectLine, 4, defectOf),
		listField("changes", "Change requests it carries out", "One a line: CR-031 | title | what changes", func(n *note) *[]release.NotedChange { return &n.Changes }, noteChangeLine, 3, noteChangeOf),
	}
}

func planFields() []noteField {
	type note = release.ReleaseNote
	return []noteField{
		{
			block: "disruption", label: "Service disruption", kind: fieldDisruption, get: func(n note) string { return string(n.Disruption) },
			set: func(n *note, text string) string { n.Disruption = release.Disruption(text); return "" },
		},
		{
			block: "downtime", label: "Agreed downtime", hint: "In minutes; empty for none.", kind: fieldLine, get: func(n note) string { return scaled(n.Downtime) },
			set: func(n *note, text string) string {
				minutes, ok := minutesOf(text)
				if !ok {
					return "“" + clip(text, 40) + "” are no minutes: write 90, or 1h30m."
				}
				n.Downtime = minutes
				return ""
			},
		},
		namesField("resources", "Resources", "People, tools and places that the rollout needs, one a line.", func(n *note) *[]string { return &n.Resources }),
		namesField("stakeholders", "Stakeholders", "Who must know of it, one a line.", func(n *note) *[]string { return &n.Stakeholders }),
		listField("approvals", "Approvals the plan rests on", "One a line: what is approved | by whom | link", func(n *note) *[]release.NotedApproval { return &n.Approvals }, approvalLine, 3, approvalOf),
	}
}

func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// fingerprint tells two states of a text apart, in few letters.
func fingerprint(texts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return hex.EncodeToString(sum[:6])
}
