package bot

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

var (
	versionWord = regexp.MustCompile(`(?i)^([a-z][\w-]*-)?v?\d+\.\d+\.\d+\.\d+$`)
	releaseWord = regexp.MustCompile(`(?i)^#?rel-?#?(\d{1,9})$`)
	numberWord  = regexp.MustCompile(`^#?\d{1,9}$`)
)

// namesRelease tells whether a word alone names a release.
func namesRelease(word string) bool {
	return versionWord.MatchString(word) || releaseWord.MatchString(word)
}

// versionAmong tells whether arguments begin with a release: by its name, or by
// a version behind a system's name.
func versionAmong(args string) bool {
	word, _ := cutWord(args)
	return namesRelease(strings.Trim(word, "`:,")) || slices.ContainsFunc(strings.Fields(args), func(w string) bool { return versionWord.MatchString(strings.Trim(w, "`:,")) })
}

// takeRelease takes a release off the arguments: REL-7, 7, 1.2.0.0 or the
// version behind the system's name.
func takeRelease(ctx context.Context, b *Bot, c Call) (number int, rest string, err error) {
	if c.submitted() {
		return c.meta.Release, "", nil
	}
	if c.Args == "" {
		return 0, "", refuse(release.CodeInvalid, "Nothing was done.", "Which release? None was named.",
			"Write its name or version, as in `"+c.Command+" "+c.Verb+" REL-7`; `/release list` shows them.")
	}
	var taken []string
	left := c.Args
	for range nameWords {
		word, after := cutWord(left)
		if word == "" {
			break
		}
		word = strings.Trim(word, "`:,")
		taken, left = append(taken, word), after
		switch m := releaseWord.FindStringSubmatch(word); {
		case m != nil && len(taken) == 1:
			return lookUp(ctx, b, "REL-"+m[1], left)
		case len(taken) == 1 && numberWord.MatchString(word), versionWord.MatchString(word):
			return lookUp(ctx, b, strings.Join(taken, " "), left)
		}
	}
	number, err = b.desk.FindRelease(ctx, taken[0])
	_, left = cutWord(c.Args)
	return number, left, err
}

func lookUp(ctx context.Context, b *Bot, text, rest string) (int, string, error) {
	number, err := b.desk.FindRelease(ctx, text)
	return number, rest, err
}

// standingOf reads how the release that a call is about stands.
func standingOf(ctx context.Context, b *Bot, c Call) (s release.Standing, rest string, err error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return s, "", err
	}
	s, err = b.desk.ReadRelease(ctx, number)
	return s, rest, err
}

// listReleases lists releases: the open ones, all, or those of a system.
func listReleases(ctx context.Context, b *Bot, c Call) (reply, error) {
	var f release.ReleaseFilter
	title, empty := "Open releases", "No release is under way. `/release new` plans one, `/release roadmap` shows what is to come."
	switch lower(c.Args) {
	case "", "open":
		f.Stages = release.InFlightStages()
	case "all":
		title, empty = "Every release", "No release was planned yet. `/release new` plans one."
	default:
		s, _, err := takeSystem(c, c.Args)
		if err != nil {
			return reply{}, refuse(release.CodeInvalid, "Nothing was listed.", "“"+clip(c.Args, 40)+"” is neither a list nor a system.",
				"Write `/release list open`, `/release list all` or `/release list dip`; `/release roadmap` shows the roadmap.")
		}
		f.System, title, empty = s.ID, "Releases of "+s.Name, "No release of "+s.Name+" was planned yet."
	}
	all, err := b.desk.ListReleases(ctx, f)
	if err != nil {
		return reply{}, err
	}
	const most = 15
	p := newPage("Releases", b.banner).heading(title)
	if len(all) == 0 {
		return reply{page: p.say(coded(empty))}, nil
	}
	for _, r := range all[:min(len(all), most)] {
		p.entry(r.Name(), releaseBrief(r, c.Programme), releaseOpener(r))
	}
	if n := len(all) - most; n > 0 {
		p.note("And " + count(n, "older one", "older ones") + ": `/release show REL-7` shows any of them.")
	}
	return reply{page: p}, nil
}

// releaseBrief is a release in two columns of a list: what it is and where it
// stands, when and whose.
func releaseBrief(r release.Release, p *release.Programme) []string {
	columns := []string{clip(r.Title(p), 120) + "\n" + capital(string(r.Content.Type)) + " · " + stageWords(r.Stage)}
	when := "No window yet"
	if w := r.Content.Window(); !w.IsZero() {
		when = w.String()
	}
	return append(columns, when+"\nOwner: "+clip(p.NameOf(r.Content.Owner), cardName))
}

func releaseOpener(r release.Release) *slack.ButtonBlockElement {
	n := r.Name()
	return button("release.show."+itoa(r.Number), "show "+n, "Show", "Show "+n)
}

// showRelease shows a release's card to one person.
func showRelease(ctx context.Context, b *Bot, c Call) (reply, error) {
	s, _, err := standingOf(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	return reply{page: releaseCard(s, b.banner)}, nil
}

// nextStepOf makes a release's next move.
func nextStepOf(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, _, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	before, err := b.desk.ReadRelease(ctx, number)
	if err != nil {
		return reply{}, err
	}
	if before.Release.Stage == release.Informing || before.Release.Stage == release.Deploying {
		return deploy(ctx, b, c) // its next step is its deployment, which has a form and a card of its own
	}
	s, err := b.desk.Advance(ctx, c.Intent(), number)
	if err != nil {
		return reply{}, err
	}
	p := newPage(s.Release.Name(), b.banner).say(line{bold(clip(s.Release.Title(s.Programme), 200) + " moved on"), words(" to " + stageWords(s.Release.Stage) + ".")})
	if s.Release.Stage == release.Approving && s.RFC.Number != 0 {
		p.say(said("The approval vote on " + s.RFC.Name() + " is open, and the seats are being told."))
	}
	nextPart(p, s)
	return reply{page: p, wrote: true}, nil
}

// reclassify makes a release another type.
func reclassify(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, rest, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	word, _ := cutWord(rest)
	to := release.ReleaseType(strings.Trim(lower(word), "`:,."))
	if !slices.Contains(release.ReleaseTypes(), to) {
		why := "“" + clip(word, 40) + "” is not a type."
		if word == "" {
			why = "The new type is missing."
		}
		return reply{}, refuse(release.CodeInvalid, "Nothing was re-classified.", why,
			"Write major, minor, patch or emergency behind it: `/release reclassify "+release.ReleaseName(number)+" minor`.")
	}
	r, err := b.desk.Reclassify(ctx, c.Intent(), number, to)
	if err != nil {
		return reply{}, err
	}
	p := newPage(r.Name(), b.banner).say(
		line{bold(r.Name() + " is a " + string(r.Content.Type) + " release now: "), words(clip(r.Title(c.Programme), 200) + ".")},
		said("Its old number stays burnt, and votes on it no longer count."),
	)
	return reply{page: p, wrote: true}, nil
}

// abandon ends a release with the reason that was typed, or asks for one.
func abandon(ctx context.Context, b *Bot, c Call) (reply, error) {
	number, reason, err := takeRelease(ctx, b, c)
	if err != nil {
		return reply{}, err
	}
	if c.submitted() {
		reason = c.form.text(release.FieldReason)
	} else if reason == "" {
		s, err := b.desk.ReadRelease(ctx, number)
		if err != nil {
			return reply{}, err
		}
		v := b.releaseForm(s, "Abandon "+s.Release.Name(), "Abandon", "abandon", meta{Release: number}, "Its number stays burnt, and its RFC is withdrawn with it.")
		v.add(textInput(release.FieldReason, "Reason", "Everybody who knew of it is told.", "", release.MaxText, true, false))
		return reply{modal: v}, nil
	}
	r, err := b.desk.AbandonRelease(ctx, c.Intent(), number, reason)
	if err != nil {
		return reply{}, err
	}
	p := newPage(r.Name(), b.banner).say(
		line{bold(r.Name() + " is abandoned: "), words(clip(r.Title(c.Programme), 200) + ".")}, fact("Reason", clip(r.Ended, 1000)),
	)
	return reply{page: p, wrote: true}, nil
}

// releaseForm begins a small form about a release.
func (b *Bot) releaseForm(s release.Standing, title, submit, verb string, m meta, says string) *view {
	v := b.formView(title, submit, "release."+verb, m)
	lines := []line{{bold(s.Release.Name() + ": "), words(clip(s.Release.Title(s.Programme), 200) + ", " + stageWords(s.Release.Stage) + ".")}}
	if says != "" {
		lines = append(lines, said(says))
	}
	v.add(newPage("", "").say(lines...).blocks...)
	return v
}
