package bot

import (
	"context"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// The blocks of the release's form for one planned window; the environment's id
// follows.
const (
	blockStart = "from/"
	blockEnd   = "to/"
)

// maxItems is how many characters of content the form takes.
const maxItems = 3000

// planForm is the form of a release: what it is first, then a window for each
// environment that was chosen. The second step keeps the first in sight, so that
// nothing typed is lost and every refusal finds its field.
type planForm struct {
	release release.Release // its number is 0 while it is new
	content release.ReleaseContent
	base    string
	windows bool // the second step
}

// newRelease opens the form of a release, and creates what was filled in.
func newRelease(ctx context.Context, b *Bot, c Call) (reply, error) {
	if !c.submitted() {
		if !c.Programme.MayRaiseAny(c.By) {
			return reply{}, refuse(release.CodeForbidden, "You cannot plan releases.", "Those who may raise RFCs for a system plan its releases.",
				"Ask the release manager of the party that owns the system.")
		}
		content := release.ReleaseContent{Owner: c.By.ID, System: firstContent(c).System}
		if board, ok := c.Programme.NextBoard(c.now); ok {
			content.Board = board
		}
		return reply{modal: b.planForm(c, planForm{content: content})}, nil
	}
	content, base := planOf(c.form, c.Programme)
	if problems := content.Check(c.Programme, c.now); len(problems) > 0 {
		return reply{}, misfit("The release was not created.", problems)
	}
	var err error
	if content.Base, err = baseOf(base); err != nil {
		return reply{}, err
	}
	if !asksWindows(c.form) {
		if text, _ := confidedText(planForm{content: content}.about(c).ConfidedTo(c.Programme, c.By)); units(text) > maxItems {
			return reply{}, misfit("The release was not created.", []release.FieldProblem{{
				Field: release.FieldConfided, Why: "With its organisations written out it is too long: choose them below, or plan fewer items at first.",
			}})
		}
		return reply{modal: b.planForm(c, planForm{content: content, base: base, windows: true})}, nil
	}
	r, err := b.desk.NewRelease(ctx, c.Intent(), content)
	if err != nil {
		return reply{}, err
	}
	p := newPage(r.Name(), b.banner).say(
		line{bold(r.Name() + " is planned: "), words(clip(r.Title(c.Programme), 200) + ".")},
		said("Its card is in the board's channel. The version is its own for ever."),
		coded("Next: `/rfc raise "+r.Name()+"` raises its RFC, `/release why "+r.Name()+"` says what its first step asks for."),
	)
	return reply{page: p, wrote: true}, nil
}

// editRelease opens a release's form with its values, and keeps what was changed.
func editRelease(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	r := s.Release
	if !c.submitted() {
		switch {
		case !c.Programme.MayPlan(c.By, r):
			return reply{}, refuse(release.CodeForbidden, r.Name()+" was not opened for you.", "It may be changed by "+planners+".", "Ask "+c.Programme.NameOf(r.Content.Owner)+".")
		case !r.Stage.InFlight():
			return reply{}, refuse(release.CodeState, r.Name()+" cannot be changed.", "It is in “"+r.Stage.String()+"”.", "`/release new` plans another.")
		}
		return reply{modal: b.planForm(c, planForm{release: r, content: r.Content, windows: true})}, nil
	}
	content, _ := planOf(c.form, c.Programme)
	content.System, content.Type, content.Base = r.Content.System, r.Content.Type, r.Content.Base
	if !c.form.has(release.FieldItems) {
		content.Items = r.Content.Items
	}
	if !c.form.has(release.FieldConfided) {
		content.Confidence = r.Content.Confidence
	}
	if !asksWindows(c.form) && len(content.Targets) > 0 {
		seen := release.Release{Number: r.Number, Revision: c.meta.Revision, Content: r.Content, Version: r.Version, CreatedBy: r.CreatedBy}
		return reply{modal: b.planForm(c, planForm{release: seen, content: content, windows: true})}, nil
	}
	r, err = b.desk.EditRelease(ctx, c.Intent(), r.Number, c.meta.Revision, content)
	if err != nil {
		return reply{}, err
	}
	p := newPage(r.Name(), b.banner).say(
		line{bold(r.Name() + " is changed: "), words(clip(r.Title(c.Programme), 200) + ".")},
		said("Where a decision was taken on something else, the board is asked again."),
	)
	return reply{page: p, wrote: true}, nil
}

func misfit(what string, problems []release.FieldProblem) error {
	r := refuse(release.CodeInvalid, what, "Some fields need another look.", "Correct them and send the form again; nothing you typed is lost.")
	r.Fields = problems
	return r
}

func baseOf(text string) (release.Version, error) {
	if strings.TrimSpace(text) == "" {
		return release.Version{}, nil
	}
	v, err := release.ParseVersion(strings.TrimSpace(text))
	if r, refused := release.AsRefusal(err); refused {
		return v, misfit("The release was not created.", []release.FieldProblem{{Field: release.FieldBase, Why: r.Why + " " + r.Next}})
	}
	return v, err
}

// planForm builds one step of the form.
func (b *Bot) planForm(c Call, f planForm) *view {
	verb, title, submit := "new", "Plan a release", "Next: windows"
	if f.windows {
		title, submit = "Plan a release: windows", "Create"
	}
	if f.release.Number != 0 {
		verb, title, submit = "edit", "Change "+f.release.Name(), "Change"
	}
	v := b.formView(title, submit, "release."+verb, meta{Release: f.release.Number, Revision: f.release.Revision})
	switch {
	case f.release.Number != 0:
		v.add(newPage("", "").say(line{bold(clip(f.release.Title(c.Programme), 200)), words(", a " + string(f.release.Content.Type) + " release. Its system and type stay; /release reclassify changes the type.")}).blocks...)
	case f.windows:
		v.add(newPage("", "").say(line{bold("Step 2 of 2: when?"), words(" A window for each environment, or none yet. What you wrote stands below and can still be changed.")}).blocks...)
	}
	if f.windows {
		windowFields(v, c, f.content)
		v.add(slack.NewDividerBlock())
	}
	if f.release.Number == 0 {
		b.kindFields(v, c, f)
	}
	b.planFields(v, c, f)
	return v
}

// windowFields ask for the planned window in each environment.
func windowFields(v *view, c Call, x release.ReleaseContent) {
	zone := c.Programme.Zone
	for i, t := range x.Targets {
		name := itoa(i+1) + " " + environmentNames(c.Programme, []release.EnvironmentID{t.Environment})[0]
		from := instantInput(blockStart+string(t.Environment), clip(name+": from", 200), "", t.Window.From)
		to := instantInput(blockEnd+string(t.Environment), clip(name+": to", 200), "", t.Window.To)
		v.add(from.WithOptional(true), to.WithOptional(true))
		if t.Window.Zone != "" {
			zone = t.Window.Zone
		}
	}
	var zones []choice
	for _, z := range zonesFor(c.Programme.Zone, zone) {
		zones = append(zones, choice{value: z, text: z})
	}
	v.add(selectInput(blockZone, "Time zone of the windows", "The board reads the windows in this zone; you choose the times in your own device's zone.", zones, zone))
}

// kindFields ask for what a release is for ever: its system, type and line.
func (b *Bot) kindFields(v *view, c Call, f planForm) {
	var systems, types []choice
	for _, s := range c.Programme.Systems {
		if !s.Retired && c.Programme.MayRaise(c.By, s.ID) {
			systems = append(systems, choice{value: string(s.ID), text: s.Name})
		}
	}
	for _, t := range release.ReleaseTypes() {
		types = append(types, choice{value: string(t), text: capital(string(t))})
	}
	v.add(
		selectInput(release.FieldSystem, "System", "", systems, string(f.content.System)),
		selectInput(release.FieldType, "Release type", "The version follows from it. An emergency mends a blocking or critical defect.", types, string(f.content.Type)),
		textInput(release.FieldBase, "Builds on version", "Four numbers, such as 1.2.0.0; the newest of the system when empty.", f.base, 40, false, true),
	)
}

// planFields ask for what may change while it is planned.
func (b *Bot) planFields(v *view, c Call, f planForm) {
	p, x := c.Programme, f.content
	planned := []choice{{value: noRelease, text: "None of them"}}
	for _, r := range p.Roadmap {
		planned = append(planned, choice{value: r.ID, text: r.ID + ", " + string(r.Type) + ", " + dateWords(r.Date)})
	}
	chosen := x.Planned
	if chosen == "" {
		chosen = noRelease
	}
	var people []choice
	for _, y := range p.People {
		if !y.Retired {
			people = append(people, choice{value: string(y.ID), text: y.Name})
		}
	}
	items := make([]string, len(x.Items))
	for i, item := range x.Items {
		items[i] = item.Line()
	}
	environments := multiInput(release.FieldTargets, "Target environments, in order", "Choose them in the order of the deployment: the first chosen is the first.", environmentChoices(p), nil, false)
	inChosenOrder(environments, stringsOf(x.Environments()))
	v.add(
		selectInput(release.FieldPlanned, "Release of the roadmap", "The planned release that this fulfils.", planned, chosen),
		textInput(release.FieldPurpose, "Purpose", "What the release is for.", x.Purpose, release.MaxText, true, false),
	)
	if text := strings.Join(items, "\n"); units(text) > maxItems { // what the field cannot hold stays as it is
		v.add(newPage("", "").say(line{bold("Content: "), words(count(len(items), "item", "items") + ", too long for this form; it stays as it is.")}).blocks...)
	} else {
		v.add(textInput(release.FieldItems, "Content", "For everybody, one item a line: CR-031 Meter data retries; DEF-1187 critical Duplicate reads; base F-1 First registration.", text, maxItems, true, true))
	}
	confidedFields(v, c, f.about(c))
	v.add(
		environments,
		selectInput(release.FieldOwner, "Owner", "Who sees to it that the release gets there.", people, string(x.Owner)),
		instantInput(release.FieldBoard, "The board decides", "Lead times count back from it.", x.Board).WithOptional(true),
	)
}

// inChosenOrder preselects options in the order of the values.
func inChosenOrder(i *slack.InputBlock, values []string) {
	e, ok := i.Element.(*slack.MultiSelectBlockElement)
	if !ok {
		return
	}
	for _, value := range values {
		e.InitialOptions = append(e.InitialOptions, pick(e.Options, e.OptionGroups, []string{value})...)
	}
}

// planOf reads the fields of the form, and the version it builds on as typed.
func planOf(f form, p *release.Programme) (content release.ReleaseContent, base string) {
	planned := f.choice(release.FieldPlanned)
	if planned == noRelease {
		planned = ""
	}
	content = release.ReleaseContent{
		System: release.SystemID(f.choice(release.FieldSystem)), Type: release.ReleaseType(f.choice(release.FieldType)), Planned: planned,
		Purpose: f.text(release.FieldPurpose), Items: release.ParseItems(f.text(release.FieldItems)),
		Owner: release.PersonID(f.choice(release.FieldOwner)), Board: f.instant(release.FieldBoard),
	}
	content.Confidence = confidenceOf(f, p)
	zone := f.choice(blockZone)
	if zone == "" {
		zone = p.Zone
	}
	for _, id := range f.choices(release.FieldTargets) {
		t := release.Target{Environment: release.EnvironmentID(id)}
		w := release.Window{From: f.instant(blockStart + id), To: f.instant(blockEnd + id), Zone: zone}
		if !w.From.IsZero() || !w.To.IsZero() {
			t.Window = w
		}
		content.Targets = append(content.Targets, t)
	}
	return content, f.text(release.FieldBase)
}

// asksWindows tells whether the form had a window for every environment chosen.
func asksWindows(f form) bool {
	return !slices.ContainsFunc(f.choices(release.FieldTargets), func(id string) bool { return !f.has(blockStart + id) })
}
