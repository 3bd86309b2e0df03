package reports

import (
	"gonogo.dev/release"
)

// field is a field of the release note's form as its files have it: its key in
// YAML, its title in Markdown and in print, one line that explains it, and where
// its value is kept: a *string, an *int, a *[]string, a group or rows.
type field struct {
	key   string
	title string
	hint  string
	value any
	// words are what a text may be; empty is anything.
	words []string
	// spare says that the field is left out where it has no value.
	spare bool
	// prose says that the text may be long: a heading with paragraphs in Markdown.
	prose bool
	// typed says that the text is typed word for word: a block of code.
	typed bool
	// known says that gonogo fills the field in itself: a template leaves it out.
	known bool
}

// group is a value that has fields itself.
type group []field

// rows is a value that is a list, each item with the same fields.
type rows interface {
	// size tells how many there are.
	size() int
	// at returns the fields of the item at i.
	at(i int) group
	// add appends an item and returns its fields, good until the next add.
	add() group
	// sample returns the fields of an item that belongs to no list.
	sample() group
}

// listOf is the rows of one slice of the note.
type listOf[T any] struct {
	list   *[]T
	fields func(*T) group
}

func (l listOf[T]) size() int      { return len(*l.list) }
func (l listOf[T]) at(i int) group { return l.fields(&(*l.list)[i]) }
func (l listOf[T]) sample() group  { return l.fields(new(T)) }

func (l listOf[T]) add() group {
	*l.list = append(*l.list, *new(T))
	return l.at(len(*l.list) - 1)
}

// find returns the field with a key.
func (g group) find(key string) (field, bool) {
	for _, f := range g {
		if f.key == key {
			return f, true
		}
	}
	return field{}, false
}

// valueOf returns where the value of a field is kept, if the group has the field
// and its value is of that kind.
func valueOf[T any](g group, key string) (T, bool) {
	f, _ := g.find(key)
	value, ok := f.value.(T)
	return value, ok
}

// text returns the text of a field; empty when the group has no such field.
func (g group) text(key string) string {
	if value, ok := valueOf[*string](g, key); ok {
		return *value
	}
	return ""
}

// number returns the number of a field; 0 when the group has no such field.
func (g group) number(key string) int {
	if value, ok := valueOf[*int](g, key); ok {
		return *value
	}
	return 0
}

func (g group) keys() []string {
	keys := make([]string, len(g))
	for i, f := range g {
		keys[i] = f.key
	}
	return keys
}

// leftOut tells whether a field is not written into a file: it has no value, and
// there is nothing to explain or to fill in.
func (f field) leftOut(hints bool) bool {
	return f.empty() && (f.spare && !hints || f.known)
}

// empty tells whether a field has no value.
func (f field) empty() bool {
	switch v := f.value.(type) {
	case *string:
		return *v == ""
	case *int:
		return *v == 0
	case *[]string:
		return len(*v) == 0
	case rows:
		return v.size() == 0
	case group:
		for _, x := range v {
			if !x.empty() {
				return false
			}
		}
	}
	return true
}

// noteForm returns the whole form of a note, its values where the note has
// them (R68 to R91). It is the one place that knows how the files name things.
func noteForm(n *release.ReleaseNote) group {
	return append(append(noteHeads(n), noteContents(n)...), noteRunbook(n)...)
}

func noteHeads(n *release.ReleaseNote) group {
	return group{
		{key: "programme", title: "Programme", hint: "The programme or project that the release is for.", value: &n.Programme},
		{key: "title", title: "Title", hint: "What the release is called; one line.", value: &n.Title},
		{key: "reason", title: "Reason", hint: "Why it is released, in a few plain sentences.", value: &n.Reason, prose: true},
		{key: "date", title: "Date", hint: "The day of the release, like 2026-11-23.", value: &n.Date},
		{key: "version", title: "Version", hint: "Its four numbers, like 1.4.0.0.", value: &n.Version},
		{key: "released-to", title: "Released to", hint: "Who takes the release, with their job title.", value: signatory(&n.ReleasedTo)},
		{key: "issuer", title: "Issued by", hint: "Who is authorised to issue it, with their job title.", value: signatory(&n.Issuer)},
		{key: "signatories", title: "Also signed by", hint: "Who signs beside the issuer; none is fine.", value: listOf[release.Signatory]{&n.Signatories, signatory}},
		{key: "tag", title: "Source tag", hint: "The tag in source control from which the build can be made again.", value: &n.Tag},
		{key: "build-tool", title: "Build tool", hint: "What builds it, with version and settings.", value: &n.BuildTool, spare: true},
		{key: "hardware", title: "Hardware", hint: "The hardware it runs on, where that matters.", value: &n.Hardware, spare: true},
		{key: "operating-system", title: "Operating system", hint: "The operating system it runs on, where that matters.", value: &n.OperatingSystem, spare: true},
		{
			key: "disruption", title: "Disruption", hint: "What users notice: none, database-frozen or server-down, for as long as it is installed.",
			value: (*string)(&n.Disruption), words: wordsOf(release.Disruptions()),
		},
		{key: "downtime", title: "Downtime in minutes", hint: "The downtime that was agreed, in minutes; 0 is none.", value: &n.Downtime},
		{key: "rfc", title: "RFC", hint: "The RFC that governs the release; gonogo fills it in.", value: &n.RFC, spare: true, known: true},
		{key: "operate", title: "How it is operated", hint: "How it is started, stopped, watched and run from day to day.", value: &n.Operate, prose: true, spare: true},
	}
}

func signatory(s *release.Signatory) group {
	return group{
		{key: "name", title: "Name", hint: "first and last name", value: &s.Name},
		{key: "title", title: "Job title", hint: "their job title", value: &s.Title},
		{key: "party", title: "Party", hint: "the organisation they speak for", value: &s.Party, spare: true},
	}
}

// wordsOf returns the values of a vocabulary as texts.
func wordsOf[T ~string](values []T) []string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return words
}
