package bot

import (
	"context"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// blockOperationZone is the form's block for the window's zone.
const blockOperationZone = "operation-zone"

// operationFormFor opens the form of an operation for whoever may plan one.
func (b *Bot) operationFormFor(_ context.Context, c Call, e release.Environment, kind release.OperationKind) (reply, error) {
	var systems []choice
	for _, s := range c.Programme.Systems {
		if !s.Retired && e.SharedBy(s.Party) && c.Programme.MayOperate(c.By, []release.SystemID{s.ID}) {
			systems = append(systems, choice{value: string(s.ID), text: s.Name})
		}
	}
	if len(systems) == 0 {
		return reply{}, refuse(release.CodeForbidden, "Nothing was planned.", "Operations are planned by "+recorders+".", "Ask one of them.")
	}
	return reply{modal: b.operationForm(c, e, kind, systems)}, nil
}

func (b *Bot) operationForm(c Call, e release.Environment, kind release.OperationKind, systems []choice) *view {
	v := b.formView("Plan an operation", "Plan it", "env.operation", meta{Place: string(e.ID)})
	p := newPage("", "").say(line{bold("In " + clip(e.Name, cardName) + ". "), words("Exports and backups are only told, unless they need an outage; everything else follows the release process, with an RFC.")})
	var known []line
	for _, x := range c.Programme.Operations {
		if len(x.Environments) == 0 || slices.Contains(x.Environments, e.ID) {
			known = append(known, practiceLine(x))
		}
	}
	someLines(p, known, 6, "")
	v.add(p.blocks...)
	var kinds, disruptions, zones, people []choice
	for _, k := range release.OperationKinds() {
		kinds = append(kinds, choice{value: string(k), text: capital(k.String())})
	}
	for _, d := range release.Disruptions() {
		disruptions = append(disruptions, choice{value: string(d), text: capital(d.String())})
	}
	for _, z := range zonesFor(c.Programme.Zone, "") {
		zones = append(zones, choice{value: z, text: z})
	}
	for _, x := range c.Programme.People {
		if !x.Retired {
			people = append(people, choice{value: string(x.ID), text: x.Name})
		}
	}
	var chosen []string
	if len(systems) == 1 {
		chosen = []string{systems[0].value}
	}
	v.add(
		selectInput(release.FieldOperation, "What is done", "", kinds, string(kind)),
		multiInput(release.FieldSystems, "Systems", "", systems, chosen, false),
		textInput(release.FieldProcess, "Process", "How it is done. Left empty: as the programme file says.", "", release.MaxText, true, true),
		textInput(release.FieldMechanism, "Mechanism", "By what it is done. Left empty: as the programme file says.", "", release.MaxSentence, false, true),
		selectInput(blockOperationZone, "Time zone", "Others read the times in this zone; you choose them in your own device's zone.", zones, c.Programme.Zone),
		instantInput(release.FieldBegins, "It may start", "", c.now),
		instantInput(release.FieldEnds, "It must be over", "", c.now),
		selectInput(release.FieldOutage, "Does it need an outage?", "With an outage the release process applies.", []choice{{"no", "No"}, {"yes", "Yes"}}, "no"),
		selectInput(release.FieldInterrupt, "Service disruption", "", disruptions, string(release.NoDisruption)),
		selectInput(release.FieldContact, "Whom to ask about it", "", people, string(c.By.ID)),
	)
	return v
}

// operationOf reads the form. What was left empty is taken from the programme's
// practice for such an operation.
func operationOf(call Call) release.OperationContent {
	f := call.form
	c := release.OperationContent{
		Kind: release.OperationKind(f.choice(release.FieldOperation)), Environment: release.EnvironmentID(call.meta.Place),
		Systems: ids[release.SystemID](f.choices(release.FieldSystems)), Process: strings.TrimSpace(f.text(release.FieldProcess)),
		Mechanism: strings.TrimSpace(f.text(release.FieldMechanism)),
		Window:    release.Window{From: f.instant(release.FieldBegins), To: f.instant(release.FieldEnds), Zone: f.choice(blockOperationZone)},
		Outage:    f.choice(release.FieldOutage) == "yes", Disruption: release.Disruption(f.choice(release.FieldInterrupt)),
		Contact: release.PersonID(f.choice(release.FieldContact)),
	}
	for _, x := range call.Programme.Operations {
		if !x.Fits(c.Kind, c.Environment, c.Systems) {
			continue
		}
		if c.Process == "" {
			c.Process = strings.TrimSpace(x.Process + " " + x.Link)
		}
		if c.Mechanism == "" {
			c.Mechanism = x.Mechanism
		}
	}
	return c
}

// operationEndForm asks how an operation ended: the result, why it failed, or which version
// of each system a refresh or rollback left.
func (b *Bot) operationEndForm(o release.OperationView, installed []release.Installation, how, words string) *view {
	title, submit, label := "Operation done", "It is done", "Result"
	if how == endFailed {
		title, submit, label = "Operation failed", "It failed", "What failed"
	}
	v := b.formView(title, submit, "env.operation", meta{Seen: o.Operation.ID, Form: formEnd, Part: how})
	v.add(newPage("", "").say(line{bold(o.Operation.Content.Title(o.Programme))}).blocks...)
	if how == endDone {
		var lines []string
		for _, id := range o.Operation.Content.Systems {
			version := "none"
			for _, x := range installed {
				if x.System == id {
					version = x.Version.String()
				}
			}
			lines = append(lines, string(id)+" "+version)
		}
		v.add(textInput(release.FieldVersions, "Versions that are there now", "A system a line with its version; none where it is gone. What stands here is what was there before.",
			strings.Join(lines, "\n"), 3000, true, false))
	}
	v.add(textInput(release.FieldResult, label, "Everybody who was told of it reads it.", words, release.MaxSentence, true, how == endDone))
	return v
}
