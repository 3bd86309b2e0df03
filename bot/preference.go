package bot

import (
	"context"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

const blockStreams = "streams"

var cadences = []choice{
	{string(release.Immediate), "At once, one by one"}, {string(release.Daily), "Once a day, together"}, {string(release.Weekly), "Once a week, together"},
}

const actsAlways = "What you must act on always comes at once: it comes with your role, and cannot be switched off."

// notify keeps which mail a person wants of what they are only told, and how often:
// with a form, or with a pace, or with a stream and on or off.
func notify(ctx context.Context, b *Bot, c Call) (reply, error) {
	wanted, rest := cutWord(c.Args)
	now, err := b.desk.MailOf(ctx, c.By.ID)
	if err != nil {
		return reply{}, err
	}
	switch {
	case c.submitted():
		now.Cadence = release.Cadence(c.form.choice(blockCadence))
		if c.form.has(blockStreams) {
			now.Off = slices.DeleteFunc(release.Streams(), func(s release.Stream) bool { return slices.Contains(c.form.choices(blockStreams), string(s)) })
		}
	case wanted == "":
		return reply{modal: b.mailForm(now)}, nil
	case lower(rest) == "on" || lower(rest) == "off":
		s, err := release.ParseStream(clip(wanted, 40))
		if err != nil {
			return reply{}, err
		}
		if now, err = b.desk.SwitchMail(ctx, c.Intent(), s, lower(rest) == "on"); err != nil {
			return reply{}, err
		}
		return reply{page: b.mailPage(now), wrote: true, quiet: true}, nil
	default:
		if now.Cadence, err = release.ParseCadence(clip(lower(wanted), 40)); err != nil {
			return reply{}, err
		}
	}
	if _, err := b.desk.ChooseMail(ctx, c.Intent(), now); err != nil {
		return reply{}, err
	}
	if now, err = b.desk.MailOf(ctx, c.By.ID); err != nil {
		return reply{}, err
	}
	return reply{page: b.mailPage(now), wrote: true, quiet: true}, nil
}

// mailForm asks how often, and what of all that only informs.
func (b *Bot) mailForm(now release.MailChoice) *view {
	v := b.formView("Mail", "Keep", "rfc.notify", meta{})
	v.add(radioInput(blockCadence, "Mail about what you are only informed of", cadences, string(now.Cadence)))
	var options, on []*slack.OptionBlockObject
	for _, s := range release.Streams() {
		o := slack.NewOptionBlockObject(string(s), plain(s.Name()), plain(clip(s.About(), maxOption)))
		if options = append(options, o); now.Wants(s) {
			on = append(on, o)
		}
	}
	boxes := slack.NewCheckboxGroupsBlockElement("in", options...)
	boxes.InitialOptions = on
	v.add(input(blockStreams, "What you are informed of", "", boxes, true))
	v.add(newPage("", "").note(actsAlways).blocks...)
	return v
}

// mailPage says what somebody chose.
func (b *Bot) mailPage(now release.MailChoice) *page {
	p := newPage("Mail", b.banner).say(line{bold("Mail about what you are only informed of: " + string(now.Cadence) + ".")})
	if len(now.Off) > 0 {
		names := make([]string, len(now.Off))
		for i, s := range now.Off {
			names[i] = s.Name()
		}
		p.say(with(line{bold("Switched off: ")}, words(strings.Join(names, ", ")+".")))
	}
	return p.say(said(actsAlways))
}
