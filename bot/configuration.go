package bot

import (
	"context"
	"strings"
	"time"

	"gonogo.dev/release"
)

// configurationIssues lists what was told of environments against what was known.
func configurationIssues(ctx context.Context, b *Bot, c Call) (reply, error) {
	f := release.ConfigurationIssueFilter{Open: true}
	switch word := lower(c.Args); word {
	case "", "open":
	case "all":
		f.Open = false
	default:
		return reply{}, refuse(release.CodeInvalid, "Nothing was listed.", "“"+clip(word, 40)+"” is not a list.", "Write `/env issues open` or `/env issues all`.")
	}
	v, err := b.desk.ConfigurationIssues(ctx, f)
	if err != nil {
		return reply{}, err
	}
	return reply{page: issuesPage(v, f.Open, c.now, b.banner)}, nil
}

// configurationIssue shows an issue, or resolves it: which version is there after
// all, and how that was found out.
func configurationIssue(ctx context.Context, b *Bot, c Call) (reply, error) {
	if c.submitted() {
		truth, err := installedVersion(strings.TrimSpace(c.form.text(fieldVersion)))
		if err != nil {
			return reply{}, err
		}
		return b.resolveDoubt(ctx, c, c.meta.Seen, truth, c.form.text(release.FieldResult))
	}
	word, rest := cutWord(c.Args)
	id := int64(atoi(strings.Trim(word, "`#:,.")))
	if id == 0 {
		return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "Which issue? Its number is missing.", "`/env issues` lists them.")
	}
	word, rest = cutWord(rest)
	i, p, err := b.doubt(ctx, id)
	switch {
	case err != nil:
		return reply{}, err
	case word == "":
		return reply{page: issuePage(i, p, c.now, b.banner)}, nil
	case lower(word) != "resolve":
		return reply{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(word, 40)+"” is not something to do with an issue.",
			"`/env issue "+itoa(int(id))+" resolve` says which version is true.")
	case rest == "":
		if !p.MayResolveDoubt(c.By) || !i.Open() {
			_, err := b.desk.ResolveIssue(ctx, c.Intent(), id, i.Expected, "")
			return reply{}, err // the Desk says why not
		}
		return reply{modal: b.resolveForm(i, p)}, nil
	}
	word, words := cutWord(rest)
	truth, err := installedVersion(word)
	if err != nil {
		return reply{}, err
	}
	return b.resolveDoubt(ctx, c, id, truth, words)
}

// doubt finds an issue by its number.
func (b *Bot) doubt(ctx context.Context, id int64) (release.ConfigurationIssue, *release.Programme, error) {
	v, err := b.desk.ConfigurationIssues(ctx, release.ConfigurationIssueFilter{})
	if err != nil {
		return release.ConfigurationIssue{}, nil, err
	}
	for _, i := range v.Issues {
		if i.ID == id {
			return i, v.Programme, nil
		}
	}
	return release.ConfigurationIssue{}, nil, refuse(release.CodeNotFound, "Nothing was done.", "There is no configuration issue "+itoa(int(id))+".", "`/env issues all` lists them.")
}

func (b *Bot) resolveDoubt(ctx context.Context, c Call, id int64, truth release.Version, words string) (reply, error) {
	i, err := b.desk.ResolveIssue(ctx, c.Intent(), id, truth, words)
	if err != nil {
		return reply{}, err
	}
	return reply{page: issuePage(i, c.Programme, c.now, b.banner), wrote: true}, nil
}

// resolveForm asks which version is there after all.
func (b *Bot) resolveForm(i release.ConfigurationIssue, p *release.Programme) *view {
	v := b.formView("Resolve the issue", "Resolve", "env.issue", meta{Seen: i.ID})
	v.add(newPage("", "").say(line{bold("Issue " + itoa(int(i.ID)) + ". "), words(i.What(p))}).blocks...)
	truth := "none"
	if !i.Expected.IsZero() {
		truth = i.Expected.String()
	}
	v.add(
		textInput(fieldVersion, "The version that is there", "Four numbers; none if the system is not there. Where the record says otherwise, the right fact is added.", truth, 40, false, false),
		textInput(release.FieldResult, "How it was found out", "", "", release.MaxSentence, true, false),
	)
	return v
}

// configurationItems shows what is installed in an environment down to the files,
// now or at any time in the past (R143).
func configurationItems(ctx context.Context, b *Bot, c Call) (reply, error) {
	e, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	at, rest, err := takeInstant(c, rest)
	if err != nil {
		return reply{}, err
	}
	var system release.SystemID
	if word, _ := cutWord(rest); word != "" && lower(word) != "page" {
		s, left, err := takeSystem(c, rest)
		if err != nil {
			return reply{}, err
		}
		system = s.ID
		if at.IsZero() {
			if at, left, err = takeInstant(c, left); err != nil {
				return reply{}, err
			}
		}
		rest = left
	}
	v, err := b.desk.ItemsAt(ctx, e.ID, system, at)
	if err != nil {
		return reply{}, err
	}
	word, number := cutWord(rest)
	page := 1
	if lower(word) == "page" {
		page = max(1, atoi(number))
	}
	return reply{page: itemsPage(v, system, page, b.banner)}, nil
}

// compareConfigurations shows in what two environments differ, or one and its past.
func compareConfigurations(ctx context.Context, b *Bot, c Call) (reply, error) {
	first, rest, err := takeEnvironment(c, c.Args)
	if err != nil {
		return reply{}, err
	}
	second := first
	if word, _ := cutWord(rest); word != "" && lower(word) != "at" {
		if second, rest, err = takeEnvironment(c, rest); err != nil {
			return reply{}, err
		}
	}
	at, rest, err := takeInstant(c, rest)
	switch {
	case err != nil:
		return reply{}, err
	case rest != "":
		return reply{}, refuse(release.CodeInvalid, "Nothing was compared.", "“"+clip(rest, 40)+"” was not understood.", compareForms)
	case first.ID == second.ID && at.IsZero():
		return reply{}, refuse(release.CodeInvalid, "Nothing was compared.", "With what? A second environment or a time is missing.", compareForms)
	}
	then := at
	if first.ID == second.ID {
		then = time.Time{} // its past with its present
	}
	a, err := b.desk.ItemsAt(ctx, first.ID, "", at)
	if err != nil {
		return reply{}, err
	}
	z, err := b.desk.ItemsAt(ctx, second.ID, "", then)
	if err != nil {
		return reply{}, err
	}
	return reply{page: comparePage(a, z, b.banner)}, nil
}

const compareForms = "Write `/env compare SIT-A SIT-B`, `/env compare SIT-A SIT-B at yesterday 18:00`, or `/env compare SIT-A at 2026-10-01 12:00`."

// adviseBuild says below a registered build what looks wrong in its bill of
// materials, beside what is installed where it goes (M9).
func (b *Bot) adviseBuild(ctx context.Context, p *page, number int, built release.Build) {
	advice, err := b.desk.AdviseBuild(ctx, number, built)
	if err != nil { // the build is registered all the same
		b.log.ErrorContext(ctx, "build not held against what is installed", "build", built.Name, "error", err.Error())
	}
	if len(advice) == 0 || p == nil {
		return
	}
	var lines []line
	for _, text := range advice {
		lines = append(lines, said(clip(text, 300)))
	}
	p.say(line{bold("Look again at its bill of materials"), words(", held against what is installed:")})
	someLines(p, lines, 8, "")
}
