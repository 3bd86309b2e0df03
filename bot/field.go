package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// noRelease is the option for an RFC that belongs to no planned release yet.
const noRelease = "none-yet"

// manyOptions is how many options a menu, or a group of one, can have.
const manyOptions = 100

var likelihoods = []string{"rare", "unlikely", "possible", "likely", "almost certain"}

var consequences = []string{"hardly noticed", "minor", "noticeable", "serious", "severe"}

// choice is an option of a menu.
type choice struct {
	value string
	text  string
}

// scale offers 1 to 5 with a word for each.
func scale(names []string) []choice {
	var all []choice
	for i, name := range names {
		all = append(all, choice{value: itoa(i + 1), text: itoa(i+1) + ", " + name})
	}
	return all
}

func scaled(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

// atoi reads a small number; anything else is 0, which no rule accepts.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

func stringsOf[T ~string](all []T) []string {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = string(x)
	}
	return texts
}

func joined(all []string) string { return strings.Join(all, ", ") }

// zonesFor offers the programme's zone, the one in use, and the usual ones.
func zonesFor(programme, current string) []string {
	var all []string
	for _, z := range []string{
		programme, current, "Europe/London", "UTC", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Warsaw", "Europe/Athens",
		"America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Kolkata", "Asia/Manila", "Australia/Sydney",
	} {
		if z != "" && !slices.Contains(all, z) {
			all = append(all, z)
		}
	}
	return all
}

func textInput(block, label, hint, value string, most int, multiline, optional bool) *slack.InputBlock {
	e := slack.NewPlainTextInputBlockElement(nil, "in")
	e.InitialValue, e.MaxLength, e.Multiline = clip(value, most), most, multiline
	return input(block, label, hint, e, optional)
}

func instantInput(block, label, hint string, at time.Time) *slack.InputBlock {
	e := slack.NewDateTimePickerBlockElement("in")
	if !at.IsZero() && at.Unix() > 1e9 {
		e.InitialDateTime = at.Unix()
	}
	return input(block, label, hint, e, false)
}

func selectInput(block, label, hint string, all []choice, chosen string) *slack.InputBlock {
	e := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, plain("Choose"), "in")
	options, groups := optionsOf(all)
	e.Options, e.OptionGroups = options, groups
	if picked := pick(options, groups, []string{chosen}); len(picked) > 0 {
		e.InitialOption = picked[0]
	}
	return input(block, label, hint, e, false)
}

func multiInput(block, label, hint string, all []choice, chosen []string, optional bool) *slack.InputBlock {
	e := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeStatic, plain("Choose any number"), "in")
	options, groups := optionsOf(all)
	e.Options, e.OptionGroups = options, groups
	e.InitialOptions = pick(options, groups, chosen)
	return input(block, label, hint, e, optional)
}

func input(block, label, hint string, e slack.BlockElement, optional bool) *slack.InputBlock {
	i := slack.NewInputBlock(block, plain(label), nil, e)
	if hint != "" {
		i.Hint = plain(hint)
	}
	return i.WithOptional(optional)
}

// optionsOf makes options of choices; more than Slack allows in one list become
// groups, named by their first and last.
func optionsOf(all []choice) ([]*slack.OptionBlockObject, []*slack.OptionGroupBlockObject) {
	options := make([]*slack.OptionBlockObject, 0, len(all))
	for _, c := range all {
		options = append(options, slack.NewOptionBlockObject(c.value, plain(clip(c.text, maxOption)), nil))
	}
	if len(options) == 0 {
		// A menu needs an option; what it stands for does not exist and is refused.
		options = append(options, slack.NewOptionBlockObject("nothing", plain("nothing to choose"), nil))
	}
	if len(options) <= manyOptions {
		return options, nil
	}
	var groups []*slack.OptionGroupBlockObject
	for part := range slices.Chunk(options, manyOptions) {
		name := clip(part[0].Text.Text, 35) + " to " + clip(part[len(part)-1].Text.Text, 35)
		groups = append(groups, slack.NewOptionGroupBlockElement(plain(name), part...))
	}
	return nil, groups
}

// pick returns the options with these values.
func pick(options []*slack.OptionBlockObject, groups []*slack.OptionGroupBlockObject, values []string) []*slack.OptionBlockObject {
	all := slices.Clone(options)
	for _, g := range groups {
		all = append(all, g.Options...)
	}
	return slices.DeleteFunc(all, func(o *slack.OptionBlockObject) bool { return !slices.Contains(values, o.Value) })
}

// fieldNames are the fields as people read them, where the key is not enough.
var fieldNames = map[string]string{
	release.FieldType: "release type", release.FieldReferences: "change requests or defects", release.FieldFrom: "start of the window",
	release.FieldTo: "end of the window", release.FieldDisruption: "service disruption", release.FieldParties: "parties impacted",
}

func fieldName(field string) string {
	if name, ok := fieldNames[field]; ok {
		return capital(name)
	}
	return capital(field)
}
