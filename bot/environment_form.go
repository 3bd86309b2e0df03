package bot

import (
	"context"
	"strings"
	"time"

	"gonogo.dev/release"
)

// The blocks of the environments' forms that are no field of the Desk's.
const (
	blockSystem = "system"
	blockAt     = "at"
	blockBuild  = "build"
)

func environmentChoices(p *release.Programme) []choice {
	var all []choice
	for _, e := range p.Environments {
		if !e.Retired {
			all = append(all, choice{value: string(e.ID), text: e.Name})
		}
	}
	return all
}

// recordForm asks which version of which system is where since when.
func (b *Bot) recordForm(c Call) *view {
	v := b.formView("Record a version", "Record", "env.record", meta{})
	var systems []choice
	for _, s := range c.Programme.Systems {
		if !s.Retired && c.Programme.MayRecord(c.By, s.ID) {
			systems = append(systems, choice{value: string(s.ID), text: s.Name})
		}
	}
	v.add(
		selectInput(release.FieldEnvironment, "Environment", "", environmentChoices(c.Programme), ""),
		selectInput(blockSystem, "System", "", systems, ""),
		textInput(fieldVersion, "Version", "Four numbers, such as 1.2.0.0; none if it was taken out.", "", 40, false, false),
		textInput(blockBuild, "Build", "The build's id, where it is known.", "", release.MaxReference, false, true),
		instantInput(blockAt, "Since", "When it was installed; shown in your own device's zone.", c.now),
		textInput(release.FieldRemark, "Remark", "", "", release.MaxSentence, false, true),
	)
	return v
}

// recordedIn reads the form. A picker knows whole minutes: this minute is now.
func recordedIn(c Call) (release.InstallationReport, error) {
	version, err := installedVersion(strings.TrimSpace(c.form.text(fieldVersion)))
	if err != nil {
		return release.InstallationReport{}, err
	}
	at := c.form.instant(blockAt)
	if since := c.now.Sub(at); since < time.Minute && since > -time.Minute {
		at = time.Time{}
	}
	return release.InstallationReport{
		Environment: release.EnvironmentID(c.form.choice(release.FieldEnvironment)), System: release.SystemID(c.form.choice(blockSystem)),
		Version: version, Build: c.form.text(blockBuild), At: at, Note: c.form.text(release.FieldRemark),
	}, nil
}

// fixBaseline shows what would be fixed and asks for the rest, and fixes it.
func fixBaseline(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		items, err := release.ParseConfiguration(c.form.text(release.FieldConfiguration))
		if err != nil {
			return reply{}, err
		}
		x, err := b.desk.FixBaseline(ctx, c.Intent(), release.EnvironmentID(c.meta.Place), items, c.form.text(release.FieldRemark), c.meta.Seen)
		if err != nil {
			return reply{}, err
		}
		name := environmentNames(c.Programme, []release.EnvironmentID{x.Environment})[0]
		p := newPage("Baseline", b.banner).say(
			line{bold("The baseline of " + name + " is fixed"), words(": " + count(len(x.Versions), "version", "versions") + " and " + count(len(x.Items), "item", "items") + ".")},
			fact("Digest", x.Digest()),
		)
		return reply{page: p}, nil
	}
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	if rest != "" {
		return reply{}, noSuchEnvironment(c, c.Args)
	}
	v, err := b.desk.EnvironmentAt(ctx, c.By.ID, e.ID, time.Time{})
	if err != nil {
		return reply{}, err
	}
	switch {
	case !c.Programme.RunsEnvironments(c.By):
		return reply{}, refuse(release.CodeForbidden, "The baseline was not fixed.", "It is fixed by "+environmentManagers+".", "`/env show "+e.Name+"` shows the one in force.")
	case len(v.Installed) == 0:
		return reply{}, refuse(release.CodeState, "The baseline was not fixed.", "Nothing is recorded in "+e.Name+" yet.", "`/env record "+string(e.ID)+" SYSTEM VERSION` says what is installed.")
	}
	return reply{modal: b.baselineForm(v)}, nil
}

func (b *Bot) baselineForm(v release.EnvironmentView) *view {
	form := b.formView("Fix the baseline", "Fix it", "env.baseline", meta{Place: string(v.Environment.ID), Seen: release.NewestOf(v.Installed)})
	p := newPage("", "").say(line{bold("What is installed in " + v.Environment.Name + " now is fixed:")})
	var lines []line
	for _, x := range v.Installed {
		lines = append(lines, fact(systemName(v.Programme, x.System), x.Shown()))
	}
	someLines(p, lines, environmentLines, "")
	form.add(p.blocks...)
	var items []string
	if v.Baseline != nil {
		for _, x := range v.Baseline.Items {
			items = append(items, x.Name+" = "+x.Value)
		}
	}
	form.add(
		textInput(release.FieldConfiguration, "Other configuration items", "One a line: name = value. A schema, a data set, a certificate.", strings.Join(items, "\n"), 3000, true, true),
		textInput(release.FieldRemark, "What this baseline is for", "", "", release.MaxText, true, false),
	)
	return form
}

// bookEnvironment opens the form of a booking, and books what was filled in.
func bookEnvironment(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		x, err := b.desk.Book(ctx, c.Intent(), bookingOf(c.form))
		if err != nil {
			return reply{}, err
		}
		name := environmentNames(c.Programme, []release.EnvironmentID{x.Environment})[0]
		p := newPage("Booked", b.banner).say(with(line{bold(name + " is booked: ")}, bookingLine(x, c.Programme)...))
		if x.Kind == release.BookFreeze {
			p.say(said("The RFCs whose windows it covers are told in their threads, and their requesters directly."))
		}
		return reply{page: p}, nil
	}
	kind := release.BookPhase
	if c.Verb == "freeze" || !c.Programme.MayBook(c.By, kind) {
		kind = release.BookFreeze
	}
	if !c.Programme.MayBook(c.By, kind) {
		return reply{}, refuse(release.CodeForbidden, "Nothing was booked.", "Environments are booked by "+freezers+".", "Ask one of them.")
	}
	x := release.Booking{Kind: kind, Window: release.Window{Zone: c.Programme.Zone}}
	if c.Args != "" {
		e, rest, err := takeEnvironment(c, c.Args)
		if err == nil && rest != "" {
			err = noSuchEnvironment(c, c.Args)
		}
		if err != nil {
			return reply{}, err
		}
		x.Environment = e.ID
	}
	return reply{modal: b.bookingForm(c, x)}, nil
}

func (b *Bot) bookingForm(c Call, x release.Booking) *view {
	title, submit := "Book an environment", "Book"
	if x.Kind == release.BookFreeze {
		title, submit = "Freeze an environment", "Freeze"
	}
	v := b.formView(title, submit, "env.book", meta{Place: string(x.Environment)})
	var kinds, phases, zones []choice
	for _, k := range release.BookingKinds() {
		if c.Programme.MayBook(c.By, k) {
			text := map[release.BookingKind]string{
				release.BookPhase: "Test phase", release.BookFreeze: "Freeze: nothing is deployed", release.BookMaintenance: "Maintenance, deployments among it",
			}[k]
			kinds = append(kinds, choice{value: string(k), text: text})
		}
	}
	for _, ph := range c.Programme.Phases {
		text := ph.Name + ", " + environmentNames(c.Programme, []release.EnvironmentID{ph.Environment})[0]
		if ph.Exclusive {
			text += ", alone"
		}
		phases = append(phases, choice{value: clip(ph.Name, maxOption), text: text})
	}
	for _, z := range zonesFor(c.Programme.Zone, x.Window.Zone) {
		zones = append(zones, choice{value: z, text: z})
	}
	v.add(
		selectInput(release.FieldEnvironment, "Environment", "", environmentChoices(c.Programme), string(x.Environment)),
		selectInput(release.FieldKind, "Kind", "", kinds, string(x.Kind)),
	)
	if len(phases) > 0 && c.Programme.MayBook(c.By, release.BookPhase) {
		v.add(selectInput(release.FieldPhase, "Test phase", "Only for a test phase.", phases, x.Phase).WithOptional(true))
	}
	v.add(
		selectInput(blockZone, "Time zone", "Others read the times in this zone; you choose them in your own device's zone.", zones, x.Window.Zone),
		instantInput(release.FieldFrom, "From", "", x.Window.From),
		instantInput(release.FieldTo, "To", "", x.Window.To),
		textInput(release.FieldReason, "Why", "Everybody reads it.", x.Why, release.MaxText, true, false),
	)
	return v
}

func bookingOf(f form) release.Booking {
	return release.Booking{
		Environment: release.EnvironmentID(f.choice(release.FieldEnvironment)), Kind: release.BookingKind(f.choice(release.FieldKind)),
		Phase: f.choice(release.FieldPhase), Why: f.text(release.FieldReason),
		Window: release.Window{From: f.instant(release.FieldFrom), To: f.instant(release.FieldTo), Zone: f.choice(blockZone)},
	}
}

// cancelForm asks why a booking is cancelled.
func (b *Bot) cancelForm(id int64) *view {
	v := b.formView("Cancel booking "+itoa(int(id)), "Cancel it", "env.cancel", meta{Seen: id})
	v.add(textInput(release.FieldReason, "Why it is cancelled", "A lifted freeze tells those it had told.", "", release.MaxText, true, false))
	return v
}
