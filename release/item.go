package release

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// The names of the fields for items that are not for everybody.
const (
	FieldConfided = "confided"
	FieldOnly     = "only"
)

// Confided is an item of a release that is for named parties only: a security
// defect, or a change that is a provider's own affair (T34).
type Confided struct {
	Item
	Only []PartyID `json:"only"`
}

// Confidence holds a release's items that are for named parties only. It shows none
// of them to whoever prints it, writes it as JSON or walks its fields: all that leaves
// it is a digest nobody can guess from, which is what the ledger keeps and decisions
// bind to (M3). So whatever shows a release to many (a card, a mail, an export, the
// evidence pack) cannot show what lies here; Release.ConfidedTo is the one way out,
// and it asks who reads (T34).
type Confidence struct {
	salt   string // makes the digests of two releases with the same item differ
	items  []Confided
	digest string
}

// Confide puts items into a confidence, with a salt of its own.
func Confide(items []Confided) Confidence {
	if len(items) == 0 {
		return Confidence{}
	}
	c := Confidence{salt: rand.Text(), items: make([]Confided, len(items))}
	for i, x := range items {
		x.Only = slices.Clone(x.Only)
		c.items[i] = x
	}
	c.digest = c.sum()
	return c
}

// IsZero tells whether nothing is confided.
func (c Confidence) IsZero() bool { return len(c.items) == 0 && c.digest == "" }

// Equal tells whether two confidences hold the same.
func (c Confidence) Equal(o Confidence) bool {
	if len(c.items) == 0 && len(o.items) == 0 {
		return c.digest == o.digest
	}
	return slices.EqualFunc(c.items, o.items, func(a, b Confided) bool { return a.Item == b.Item && slices.Equal(a.Only, b.Only) })
}

// Format writes that something is confided, and never what.
func (c Confidence) Format(f fmt.State, _ rune) {
	if !c.IsZero() {
		_, _ = io.WriteString(f, "confided")
	}
}

// MarshalJSON writes the digest of what is confided.
func (c Confidence) MarshalJSON() ([]byte, error) {
	return json.Marshal(c.digest) //nolint:wrapcheck // the encoder says of what it is
}

// UnmarshalJSON reads the digest; what was confided does not come back by it.
func (c *Confidence) UnmarshalJSON(body []byte) error {
	*c = Confidence{}
	return json.Unmarshal(body, &c.digest) //nolint:wrapcheck // the decoder says of what it is
}

// kept is a confidence as storage keeps it.
type kept struct {
	Salt  string     `json:"salt"`
	Items []Confided `json:"items"`
}

// ForKeeping returns a confidence with all that it holds, for storage alone. It is
// empty where nothing is confided, and a fault where only the digest is known.
func (c Confidence) ForKeeping() (string, error) {
	if c.IsZero() {
		return "", nil
	}
	if len(c.items) == 0 {
		return "", errors.New("write the confided items: only their digest is known")
	}
	body, err := json.Marshal(kept{c.salt, c.items})
	return string(body), err
}

// Reopened returns the confidence of this digest with what storage kept. What does
// not fit the digest is a fault.
func (c Confidence) Reopened(text string) (Confidence, error) {
	if text == "" && c.digest == "" {
		return Confidence{}, nil
	}
	var k kept
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		return c, fmt.Errorf("read the confided items: %w", err)
	}
	o := Confidence{salt: k.Salt, items: k.Items}
	if o.digest = o.sum(); o.digest != c.digest {
		return c, errors.New("read the confided items: they are not those that were recorded")
	}
	return o, nil
}

func (c Confidence) sum() string { return digestOf(kept{c.salt, c.items}, "what is confided") }

// after returns a confidence as what follows another: the same where it holds the
// same, so that nothing is asked again for it, else a new one on the salt of before.
func (c Confidence) after(before Confidence) Confidence {
	if c.Equal(before) {
		return before
	}
	if len(c.items) > 0 && before.salt != "" {
		c.salt = before.salt
		c.digest = c.sum()
	}
	return c
}

// bond is what a decision binds to: kinds, ids and severities, as of the open items,
// in a form that tells nobody which.
func (c Confidence) bond() string {
	if len(c.items) == 0 {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q", c.salt)
	for _, x := range c.items {
		fmt.Fprintf(h, "%q%q%q", x.Kind, x.ID, x.Severity)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// normal returns the items with blanks trimmed and each party named once.
func (c Confidence) normal() Confidence {
	if len(c.items) == 0 {
		return c
	}
	n := Confide(c.items)
	n.salt = c.salt
	for i, x := range n.items {
		x.ID, x.Title = strings.TrimSpace(x.ID), strings.Join(strings.Fields(x.Title), " ")
		slices.Sort(x.Only)
		x.Only = slices.Compact(x.Only)
		n.items[i] = x
	}
	n.digest = n.sum()
	return n
}

// MaySee tells whether a person may see an item that is for named parties only:
// whoever belongs to one of those parties or to the provider, whose system it is;
// whoever may plan the release; and whoever sits by the policy where the release is
// decided on, since nobody can decide on what they cannot see. A delegate sees no more
// than in their own right. A retired person sees nothing (T34).
func (p *Programme) MaySee(x Person, r Release, item Confided) bool {
	if x.Retired {
		return false
	}
	of := func(id PartyID) bool { return slices.Contains(x.Parties(), id) }
	return of(r.Provider(p)) || slices.ContainsFunc(item.Only, of) || p.MayPlan(x, r) || p.decides(x, r)
}

// decides tells whether a person sits in a vote on the release by the policy of today.
func (p *Programme) decides(x Person, r Release) bool {
	about := RFC{Content: RFCContent{System: r.Content.System, Type: r.Content.Type}}
	for _, purpose := range []Purpose{ProgrammeGate, Approval, Deployment, Closure} {
		for _, seat := range p.Policy.For(r.Content.Type, purpose).Seats {
			for _, party := range partiesOf(seat.Of, p, about) {
				if slices.ContainsFunc(p.Holders(seat.Function, party), func(o Person) bool { return o.ID == x.ID }) {
					return true
				}
			}
		}
	}
	return false
}

// ConfidedTo returns the items for named parties only that a person may see: what is
// shown to that person alone, on their pages, in their mails and in answers that
// nobody else reads. There is no other way to the items (T34).
func (r Release) ConfidedTo(p *Programme, x Person) []Confided {
	var seen []Confided
	for _, item := range r.Content.Confidence.items {
		if p.MaySee(x, r, item) {
			item.Only = slices.Clone(item.Only)
			seen = append(seen, item)
		}
	}
	return seen
}

// For says whom an item is for: "Only for DCC and Elexon".
func (x Confided) For(p *Programme) string {
	names := make([]string, len(x.Only))
	for i, id := range x.Only {
		names[i] = p.PartyName(id)
	}
	return "Only for " + and(names)
}

func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// onlyMark begins the parties at the end of a line of confided items.
const onlyMark = " only:"

var onlyForm = regexp.MustCompile(`(?i)\sonly:`)

// ParseConfided reads items as ParseItems does, one a line, for the parties that are
// chosen; a line that ends in "only: dcc, elexon" is for those instead. A party is
// named by its key or its name; one that is unknown stays as it is written, for the
// check to refuse.
func ParseConfided(text string, chosen []PartyID, p *Programme) []Confided {
	var all []Confided
	for line := range strings.Lines(text) {
		only := chosen
		if marks := onlyForm.FindAllStringIndex(line, -1); len(marks) > 0 {
			at := marks[len(marks)-1]
			only = nil
			for name := range strings.SplitSeq(line[at[1]:], ",") {
				if name = strings.TrimSpace(name); name != "" {
					only = append(only, partyNamed(name, p))
				}
			}
			line = line[:at[0]]
		}
		for _, x := range ParseItems(line) {
			all = append(all, Confided{Item: x, Only: slices.Clone(only)})
		}
	}
	return all
}

func partyNamed(name string, p *Programme) PartyID {
	x, ok := find(p.Parties, func(x Party) bool { return strings.EqualFold(string(x.ID), name) || strings.EqualFold(x.Name, name) })
	if !ok {
		return PartyID(name)
	}
	return x.ID
}

// Line returns the item as ParseConfided reads it, with its parties.
func (x Confided) Line() string {
	words := make([]string, len(x.Only))
	for i, id := range x.Only {
		words[i] = string(id)
	}
	return x.Item.Line() + onlyMark + " " + strings.Join(words, ", ")
}

// checkConfided says what is wrong with the items for named parties only. An
// emergency's urgent defect is named for all: its RFC and its debts go by the id (R95,
// M6), and what it is can be told in an item of its own.
func (c ReleaseContent) checkConfided(p *Programme) string {
	items := c.Confidence.items
	if len(items) > MaxContent {
		return fmt.Sprintf("At most %d lines; this is %d.", MaxContent, len(items))
	}
	for i, x := range items {
		at := fmt.Sprintf("Line %d: ", i+1)
		if why := x.check(); why != "" {
			return at + why
		}
		if len(x.Only) == 0 {
			return at + "choose the organisations it is for, or end the line with “only:” and their names."
		}
		for _, id := range x.Only {
			if party, ok := p.Party(id); !ok || party.Retired {
				return at + fmt.Sprintf("“%s” is not a party of the programme.", Clip(string(id), 40))
			}
		}
		same := func(o Item) bool { return strings.EqualFold(o.ID, x.ID) }
		if slices.ContainsFunc(c.Items, same) || slices.ContainsFunc(items[:i], func(o Confided) bool { return same(o.Item) }) {
			return at + x.ID + " is there twice."
		}
		told := func(o Item) bool { return mentions(o.Title, x.ID) }
		if mentions(c.Purpose, x.ID) || slices.ContainsFunc(c.Items, told) {
			return at + "everybody reads of " + x.ID + " in the purpose or the content."
		}
	}
	return ""
}
