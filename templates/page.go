package templates

// Mail is the name of the one page template there is: a mail, or a report that
// stands by itself in a browser. Its data is a Page.
const Mail = "mail"

// Tone says how something is meant, for its colour. Every coloured thing also
// says it in words.
type Tone string

// The tones.
const (
	Calm Tone = "calm" // for information
	Act  Tone = "act"  // somebody is asked for something
	Good Tone = "good"
	Warn Tone = "warn"
	Bad  Tone = "bad"
)

// Page is a mail or a report: first what the reader must do, then the facts,
// then the rest. Every text is plain text and may hold what users typed.
type Page struct {
	Lang      string // BCP 47, "en-GB"
	Banner    string // stands above everything when it is not empty
	Programme string
	Kicker    string // a few words above the title
	Title     string
	Lead      Callout
	Sections  []Section
	Link      Link // shown as a button when it has a URL
	Also      Link // shown below it, more quietly, when it has a URL
	Record    Link // the page that has the whole story; as Also
	Footer    []string
	// Leave and Choose stand below the footer when they have a URL: how to get no more
	// mail like this, and where to choose.
	Leave  Link
	Choose Link
}

// Callout is the box that tells the reader their part.
type Callout struct {
	Tone  Tone
	Label string
	Text  string
}

// Section is a titled part of a page. It shows whatever it has, in the order of
// its fields; Empty is said when it has nothing.
type Section struct {
	Title   string
	Intro   string
	Figures []Figure
	Facts   []Fact
	Changes []Change
	Items   []Item
	Table   Table
	// Pictures travel with the mail and are shown by their names.
	Pictures []Picture
	Code     string // shown as it is, in a typewriter's letters
	Large    bool   // the Code is short, and somebody types it
	Empty    string
	// More leads to all of what the section shows a part of; none by default.
	More Link
}

// Bare tells whether the section has nothing to show but its Empty sentence.
func (s Section) Bare() bool {
	return len(s.Figures) == 0 && len(s.Facts) == 0 && len(s.Changes) == 0 && len(s.Items) == 0 && s.Code == "" &&
		len(s.Table.Rows) == 0 && len(s.Pictures) == 0
}

// Figure is a number with what it counts.
type Figure struct {
	Value string
	Label string
	Tone  Tone
}

// Fact is a row of a table of two columns.
type Fact struct {
	Label string
	Value string
	Note  string // smaller, under the value
}

// Change is a difference between two states of a field.
type Change struct {
	Label  string
	Before string
	After  string
}

// Item is an entry of a list.
type Item struct {
	Title string
	Badge Badge
	Lines []string
	Quote string // somebody's own words
}

// Badge is a word or two that say where something stands.
type Badge struct {
	Text string
	Tone Tone
}

// Link is a place to go.
type Link struct {
	Text string
	URL  string
}

// Picture is a picture with what it shows in words.
type Picture struct {
	Name   string // of the file that travels along, "open.png"
	Alt    string
	Width  int // as shown
	Height int
	Body   []byte // PNG; where it does not travel along it stands in the page itself
}
