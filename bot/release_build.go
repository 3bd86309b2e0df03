package bot

import (
	"context"
	"regexp"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

const maxPasted = 3000

// fieldFile is the form's block for a bill of materials as a file.
const fieldFile = "bom-file"

// registerBuild asks for a build, and registers what was handed in.
func registerBuild(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if !c.submitted() {
		return reply{modal: b.buildForm(s)}, nil
	}
	bom, err := b.billOf(ctx, c.form)
	if err != nil {
		return reply{}, err
	}
	registered, err := b.desk.RegisterBuild(ctx, c.Intent(), s.Release.Number, release.Build{
		Name: c.form.text(release.FieldBuild), Tag: c.form.text(release.FieldTag), Digest: c.form.text(release.FieldDigest), BOM: bom,
	})
	if err != nil {
		return reply{}, err
	}
	done, err := b.shown(ctx, s.Release.Number, line{
		bold("Build " + registered.Name + " is registered"),
		words(" for " + s.Release.Name() + ": " + count(len(registered.BOM), "file", "files") + ", from commit " + short(registered.Commit) + ". It never changes."),
	})
	if err == nil {
		b.adviseBuild(ctx, done.page, s.Release.Number, registered)
	}
	return done, err
}

// billOf reads the bill of materials that was handed in, as a file or as text.
func (b *Bot) billOf(ctx context.Context, f form) ([]release.BOMLine, error) {
	given, text := f.files(fieldFile), strings.TrimSpace(f.text(release.FieldBOM))
	data, field := []byte(text), release.FieldBOM
	switch {
	case len(given) > 0 && text != "":
		return nil, billProblem(release.FieldBOM, "It is given twice, as a file and as text.", "Take the file out, or empty this field.")
	case len(given) > 1:
		return nil, billProblem(fieldFile, "There are "+itoa(len(given))+" files.", "Put all components into one.")
	case len(given) == 1:
		field = fieldFile
		var err error
		if data, err = b.readFile(ctx, fieldFile, given[0], release.MaxBOMBytes); err != nil {
			return nil, err
		}
	case text == "":
		return nil, nil // the Desk says what is missing
	}
	bom, err := release.ParseBOM(data)
	if r, refused := release.AsRefusal(err); refused {
		return nil, atField(r, field)
	}
	return bom, err
}

func billProblem(field, why, next string) error {
	return atField(refuse(release.CodeInvalid, "The bill of materials was not read.", why, next), field)
}

func (b *Bot) buildForm(s release.Standing) *view {
	says := "It carries no build yet."
	if s.Build != nil {
		says = "It carries build " + s.Build.Name + "; another one pulls back what was decided on it."
	}
	v := b.releaseForm(s, "Register a build", "Register", "build", meta{Release: s.Release.Number}, says)
	v.add(
		textInput(release.FieldBuild, "Build id", "The builder's own, such as 2026.11.3; each is used once.", "", 64, false, false),
		textInput(release.FieldTag, "Source tag", "It must exist in the system's repository; its commit is kept.", "", 200, false, false),
		textInput(release.FieldDigest, "SHA-256 of the package", "64 hex digits.", "", 71, false, false),
		input(fieldFile, "Bill of materials, as a file", "This or the text below. CycloneDX as JSON, or CSV with the first line file,version,date,digest,fixes; 4 MB at most.",
			slack.NewFileInputBlockElement("in").WithFileTypes("csv", "json", "txt").WithMaxFiles(1), true),
		textInput(release.FieldBOM, "Bill of materials, pasted", "A short one, instead of a file: the same two forms.", "", maxPasted, true, true),
	)
	return v
}

// builds lists a release's builds, the newest first, and what each changed.
func builds(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	all, err := b.desk.Builds(ctx, s.Release.Number)
	if err != nil {
		return reply{}, err
	}
	return reply{page: buildsPage(s, all, b.banner)}, nil
}

func buildsPage(s release.Standing, all []release.Build, banner string) *page {
	const most = 8
	p := newPage("Builds", banner).heading("Builds of " + s.Release.Name() + ", " + s.Release.Title(s.Programme))
	if len(all) == 0 {
		p.say(said("No build is registered yet."))
		return p.buttons(button("release.build", "build "+s.Release.Name(), "Register a build", "Register a build of "+s.Release.Name()))
	}
	for i, x := range all[:min(len(all), most)] {
		head := line{bold("Build " + clip(x.Name, cardName))}
		if x.ID == s.Release.Build {
			head = with(head, bold(" (the one it carries)"))
		}
		p.say(with(head, words(", "+release.Instant(x.At, s.Programme.Location())+", by "+clip(s.Programme.NameOf(x.By), cardName))))
		p.list(
			fact("Package", "sha256:"+x.Digest), fact("Source", clip(x.Tag, cardName)+", commit "+clip(x.Commit, 40)),
			fact("Bill of materials", count(len(x.BOM), "file", "files")+", "+release.BOMDigest(x.BOM)),
		)
		if i+1 < len(all) {
			p.say(said("Against build " + clip(all[i+1].Name, cardName) + ":"))
			changeList(p, release.DiffBOM(all[i+1].BOM, x.BOM), 600)
		}
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + count(n, "older one", "older ones") + ".")
	}
	return p
}

var longHex = regexp.MustCompile(`\b[0-9a-f]{40,64}\b`)

// brieflyHex is a text on one line with digests and commits cut to what tells
// two apart; the builds show them whole.
func brieflyHex(text string) string {
	return longHex.ReplaceAllStringFunc(oneLine(text), short)
}

// changeList shows differences, before and after, within about most characters.
func changeList(p *page, changes []release.Change, most int) {
	const lines = 8
	if len(changes) == 0 {
		p.say(said("Nothing differs."))
		return
	}
	share := max(most/min(len(changes), lines)/2, 30)
	var all []line
	for _, c := range changes[:min(len(changes), lines)] {
		all = append(all, line{
			bold(clip(oneLine(c.Field), 120) + ": "), words(clip(orNothing(brieflyHex(c.Before)), share)), bold(" → "), words(clip(orNothing(brieflyHex(c.After)), share)),
		})
	}
	if n := len(changes) - lines; n > 0 {
		all = append(all, said("And "+itoa(n)+" more."))
	}
	p.list(all...)
}
