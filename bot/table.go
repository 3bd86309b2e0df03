package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// row is one verb: everything that is said of it and what it does. Help, "did
// you mean", the Slack manifest and the composer read these rows.
type row struct {
	command string // "/rfc"
	verb    string // "vote"
	usage   string // what follows the verb
	example string
	summary string
	who     string   // who may, in words
	more    []string // what the words of its usage mean, each "word: meaning"; for help on the verb
	// may tells whether a person may at all, for help; nil is everybody. The
	// right itself is checked by the Desk, on every press.
	may func(p *release.Programme, x release.Person) bool
	// anchor is the block of the verb's form at which a refusal without a field
	// is shown.
	anchor string
	// again shows the form once more after a button in it was refused.
	again func(b *Bot, c Call, r *release.Refusal) *view
	run   func(ctx context.Context, b *Bot, c Call) (reply, error)
}

// name is the command and its verb, "/rfc vote"; what is not a verb is "unknown".
func (r row) name() string {
	if r.command == "" {
		return "unknown"
	}
	return strings.TrimSpace(r.command + " " + r.verb)
}

func (r row) synopsis() string { return strings.TrimSpace(r.name() + " " + r.usage) }

// Command is a slash command as Slack must know it.
type Command struct {
	Name        string // "/rfc"
	Description string
	UsageHint   string
	Verbs       []Verb
}

// Verb is a verb of a command, for those who complete or describe it.
type Verb struct {
	Name    string
	Usage   string
	Summary string
}

// headline describes a command in one sentence.
var headline = map[string]string{
	"/rfc":     "Raise, change and decide on Requests for Change",
	"/gonogo":  "Run the deployment Go/No-Go of an approved RFC",
	"/release": "Plan releases and take them step by step to their deployment",
	"/env":     "See what is installed where, how it does, and book the test environments",
	"/rcb":     "Hold the meetings of the board: agenda, minutes and their corrections",
}

// Commands returns the slash commands with their verbs, in the order of the table.
func Commands() []Command {
	var all []Command
	for _, r := range rows() {
		i := slices.IndexFunc(all, func(c Command) bool { return c.Name == r.command })
		if i < 0 {
			all = append(all, Command{Name: r.command, Description: headline[r.command]})
			i = len(all) - 1
		}
		if r.verb != "" {
			all[i].Verbs = append(all[i].Verbs, Verb{Name: r.verb, Usage: r.usage, Summary: r.summary})
		}
	}
	for i := range all {
		names := make([]string, len(all[i].Verbs))
		for j, v := range all[i].Verbs {
			names[j] = v.Name
		}
		all[i].UsageHint = "[" + strings.Join(names, " | ") + "]"
	}
	return all
}

// table finds rows.
type table struct {
	rows  []row
	index map[string]row
}

func newTable(all []row) table {
	t := table{rows: all, index: map[string]row{}}
	for _, r := range all {
		if _, twice := t.index[r.name()]; twice {
			panic(fmt.Sprintf("the command table has %q twice", r.name()))
		}
		t.index[r.name()] = r
	}
	return t
}

// nameOf is the name of what somebody meant, among the known ones.
func (t table) nameOf(in inbound) string {
	switch in.kind {
	case isHomeOpened:
		return "home"
	case isFile:
		return "file"
	case isNothing, isCommand, isPress, isSubmission, isChallenge:
	}
	verb, _ := verbOf(in.command, in.text)
	return t.index[strings.TrimSpace(in.command+" "+verb)].name()
}

// find returns the row of a verb, or what the person may have meant.
func (t table) find(command, verb string) (row, error) {
	if r, ok := t.index[strings.TrimSpace(command+" "+verb)]; ok {
		return r, nil
	}
	next := "`" + command + " help` lists what you can do."
	if _, known := t.index[command]; !known {
		return row{}, refuse(release.CodeInvalid, "Nothing was done.", "gonogo has no command "+clip(command, 40)+".", "`/rfc help` lists what you can do.")
	}
	if meant := t.meant(command, verb); meant != "" {
		next = "Did you mean `" + meant + "`? " + next
	}
	return row{}, refuse(release.CodeInvalid, "Nothing was done.", "“"+clip(verb, 40)+"” is nothing "+command+" can do.", next)
}

// meant guesses a verb: the same word of another command, or one nearly alike.
func (t table) meant(command, verb string) string {
	var own []string
	for _, r := range t.rows {
		switch {
		case r.verb == "":
		case r.command == command:
			own = append(own, r.verb)
		case r.verb == verb:
			return r.name()
		}
	}
	if near := nearest(verb, own); near != "" {
		return command + " " + near
	}
	return ""
}

// help shows a command's verbs, those first that the person may use.
func help(_ context.Context, b *Bot, c Call) (reply, error) {
	if topic, _ := verbOf(c.Command, c.Args); topic != "" && topic != "help" {
		r, err := b.table.find(c.Command, topic)
		if err != nil {
			return reply{}, err
		}
		return reply{page: b.helpOn(r)}, nil
	}
	p := newPage("Help", b.banner).heading(headline[c.Command])
	var mine, others []line
	for _, r := range b.table.rows {
		if r.command != c.Command || r.verb == "" {
			continue
		}
		if r.may != nil && !r.may(c.Programme, c.By) {
			others = append(others, line{bold(r.name()), words(" " + r.summary + " For: " + r.who + ".")})
			continue
		}
		mine = append(mine, line{bold(r.synopsis()), words("\n" + r.summary)})
	}
	p.list(mine...)
	if len(others) > 0 {
		p.say(line{bold("Not in your role")}).list(others...)
	}
	p.note("`" + c.Command + "` alone shows what is waiting for you; `" + c.Command + " help VERB` tells more. Other commands: " + b.otherCommands(c.Command) + ".")
	return reply{page: p}, nil
}

func (b *Bot) otherCommands(but string) string {
	var names []string
	for _, r := range b.table.rows {
		if r.verb == "help" && r.command != but {
			names = append(names, r.command)
		}
	}
	return strings.Join(names, ", ")
}

func (b *Bot) helpOn(r row) *page {
	p := newPage("Help", b.banner).heading(r.name()).say(said(r.summary))
	p.list(fact("Write", r.synopsis()), fact("For example", r.example), fact("Who may", r.who))
	var more []line
	for _, word := range r.more {
		name, meaning, _ := strings.Cut(word, ": ")
		more = append(more, fact(name, meaning))
	}
	return p.list(more...)
}
