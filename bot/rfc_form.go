package bot

import (
	"encoding/json"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// blockZone is the form's block for the window's zone; the other blocks are
// named like the content's fields, so that a refusal finds its place.
const blockZone = "zone"

// rfcForm is an RFC's form to be shown.
type rfcForm struct {
	verb    string // raise or edit
	rfc     release.RFC
	content release.RFCContent
	refused *release.Refusal
	// releases are the releases under control that an RFC can be raised for.
	releases []release.Release
}

// rfcForm builds the form in which an RFC is raised, continued or changed.
func (b *Bot) rfcForm(c Call, f rfcForm) *view {
	title, submit := "Raise an RFC", "Raise"
	if f.verb == "edit" {
		title, submit = "Change "+f.rfc.Name(), "Change"
	}
	v := b.formView(title, submit, "rfc."+f.verb, meta{RFC: f.rfc.Number, Revision: f.rfc.Revision, Form: f.verb})
	if f.refused != nil {
		p := newPage("", "")
		p.say(line{bold(f.refused.What + " "), words(f.refused.Why + " " + f.refused.Next)})
		var fields []line
		for _, x := range f.refused.Fields {
			fields = append(fields, fact(fieldName(x.Field), x.Why))
		}
		v.add(p.list(fields...).blocks...)
	}
	b.whatFields(v, c, f)
	b.whyFields(v, f.content)
	b.whenFields(v, c, f.content)
	if f.verb == "raise" {
		v.add(slack.NewDividerBlock())
		v.add(newPage("", "").buttons(button("rfc.draft", "draft", "Keep as a draft", "Keep what is written as a draft; nobody is told")).blocks...)
	}
	return v
}

func (b *Bot) whatFields(v *view, c Call, f rfcForm) {
	x, p := f.content, c.Programme
	v.add(textInput(release.FieldTitle, "Title", "", x.Title, release.MaxTitle, false, false))
	var systems, releases, environments, types, kinds []choice
	for _, s := range p.Systems {
		if !s.Retired && (p.MayRaise(c.By, s.ID) || s.ID == x.System) {
			systems = append(systems, choice{value: string(s.ID), text: s.Name})
		}
	}
	v.add(selectInput(release.FieldSystem, "System", "", systems, string(x.System)))
	releases = append(releases, choice{value: noRelease, text: "None yet"})
	for _, r := range p.Roadmap {
		if r.ID == x.Release || r.Date >= c.now.In(p.Location()).Format(time.DateOnly) {
			releases = append(releases, choice{value: r.ID, text: r.ID + ", " + string(r.Type) + ", " + dateWords(r.Date)})
		}
	}
	releases = append(releases, controlled(f, p)...)
	chosen := x.Release
	if chosen == "" {
		chosen = noRelease
	}
	v.add(selectInput(release.FieldRelease, "Release", "The release under control that it deploys, or the planned one it is part of.", releases, chosen))
	for _, t := range release.ReleaseTypes() {
		types = append(types, choice{value: string(t), text: capital(string(t))})
	}
	v.add(selectInput(release.FieldType, "Release type", "An emergency fixes a blocking defect and needs its id.", types, string(x.Type)))
	for _, e := range p.Environments {
		if !e.Retired {
			environments = append(environments, choice{value: string(e.ID), text: e.Name})
		}
	}
	v.add(multiInput(release.FieldEnvironments, "Environments", "", environments, stringsOf(x.Environments), false))
	for _, k := range release.RFCKinds() {
		kinds = append(kinds, choice{value: string(k), text: capital(k.String())})
	}
	v.add(selectInput(release.FieldKind, "Kind", "", kinds, string(x.Kind)))
	v.add(textInput(release.FieldReferences, "Change requests or defects (none for a configuration operation)", "Their ids, separated by commas: CR-031, DEF-1187.",
		joined(x.References), (release.MaxReference+2)*release.MaxReferences, false, true))
}

func (b *Bot) whyFields(v *view, x release.RFCContent) {
	v.add(
		textInput(release.FieldReason, "Reason", "Why this change is needed.", x.Reason, release.MaxText, true, false),
		textInput(release.FieldImpact, "Impact", "What changes for the others.", x.Impact, release.MaxText, true, false),
		selectInput(release.FieldLikelihood, "Likelihood that it goes wrong", "", scale(likelihoods), scaled(x.Risk.Likelihood)),
		selectInput(release.FieldConsequence, "Consequence if it does", "", scale(consequences), scaled(x.Risk.Consequence)),
		textInput(release.FieldRisk, "Risk", "A sentence that explains the two.", x.Risk.Sentence, release.MaxSentence, true, false),
	)
}

func (b *Bot) whenFields(v *view, c Call, x release.RFCContent) {
	p := c.Programme
	var parties, zones, disruptions []choice
	for _, y := range p.Parties {
		if !y.Retired {
			parties = append(parties, choice{value: string(y.ID), text: y.Name})
		}
	}
	v.add(multiInput(release.FieldParties, "Parties impacted", "Leave it empty for every participant and core provider.", parties, stringsOf(x.Parties), true))
	for _, z := range zonesFor(p.Zone, x.Window.Zone) {
		zones = append(zones, choice{value: z, text: z})
	}
	zone := x.Window.Zone
	if zone == "" {
		zone = p.Zone
	}
	v.add(
		selectInput(blockZone, "Time zone of the window", "The board reads the window in this zone; you choose the times in your own device's zone.", zones, zone),
		instantInput(release.FieldFrom, "Deployment may start", "", x.Window.From),
		instantInput(release.FieldTo, "Deployment must be over", "", x.Window.To),
	)
	for _, d := range release.Disruptions() {
		disruptions = append(disruptions, choice{value: string(d), text: capital(d.String())})
	}
	v.add(selectInput(release.FieldDisruption, "Service disruption", "", disruptions, string(x.Disruption)))
}

// dateWords shows a date of the roadmap as people write it: "7 Dec 2026".
func dateWords(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.Format("2 Jan 2006")
}

// rfcFormAgain shows the form with what was typed, after its draft button was
// refused.
func rfcFormAgain(b *Bot, c Call, r *release.Refusal) *view {
	return b.rfcForm(c, rfcForm{
		verb: "raise", rfc: release.RFC{Number: c.meta.RFC, Revision: c.meta.Revision}, content: contentOf(c.form), refused: r,
	})
}

// contentOf reads the fields of the form; what they mean is the Desk's to judge.
func contentOf(f form) release.RFCContent {
	chosen := f.choice(release.FieldRelease)
	if chosen == noRelease {
		chosen = ""
	}
	return release.RFCContent{
		Title: f.text(release.FieldTitle), System: release.SystemID(f.choice(release.FieldSystem)), Release: chosen,
		Type: release.ReleaseType(f.choice(release.FieldType)), Environments: ids[release.EnvironmentID](f.choices(release.FieldEnvironments)),
		Kind: release.RFCKind(f.choice(release.FieldKind)), References: release.SplitReferences(f.text(release.FieldReferences)),
		Reason: f.text(release.FieldReason), Impact: f.text(release.FieldImpact),
		Risk: release.Risk{
			Likelihood: atoi(f.choice(release.FieldLikelihood)), Consequence: atoi(f.choice(release.FieldConsequence)),
			Sentence: f.text(release.FieldRisk),
		},
		Parties: ids[release.PartyID](f.choices(release.FieldParties)),
		Window: release.Window{
			From: f.instant(release.FieldFrom), To: f.instant(release.FieldTo), Zone: f.choice(blockZone),
		},
		Disruption: release.Disruption(f.choice(release.FieldDisruption)),
	}
}

// formView begins a form.
func (b *Bot) formView(title, submit, callback string, m meta) *view {
	about, err := json.Marshal(m)
	if err != nil {
		panic("marshal a form's metadata: " + err.Error()) // numbers and a word always marshal
	}
	v := &view{slack.ModalViewRequest{
		Type: slack.VTModal, Title: plain(clip(title, maxTitle)), Submit: plain(submit), Close: plain("Cancel"),
		CallbackID: callback, PrivateMetadata: string(about),
	}}
	v.add(newPage("", b.banner).blocks...)
	return v
}

func (v *view) add(blocks ...slack.Block) { v.Blocks.BlockSet = append(v.Blocks.BlockSet, blocks...) }
