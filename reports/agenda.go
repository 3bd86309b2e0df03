package reports

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/templates"
)

// Agenda is what waits for a board, as its members read it before it meets (R60).
type Agenda struct {
	Programme *release.Programme
	At        time.Time // the state is as of this instant
	Meets     time.Time // the next board after At; zero when nobody knows
	Items     []release.AgendaItem
	providers []release.PartyID // whose work is on it
}

// ReadAgenda reads what waited for the board at an instant.
func ReadAgenda(ctx context.Context, from Source, more Almanac, at time.Time) (Agenda, error) {
	p, err := from.ProgrammeNow(ctx)
	if err != nil {
		return Agenda{}, fmt.Errorf("read the programme for an agenda: %w", err)
	}
	var m release.Matters
	if m.RFCs, err = from.RFCsAsOf(ctx, at, at); err != nil {
		return Agenda{}, fmt.Errorf("read the RFCs for an agenda: %w", err)
	}
	if m.Ballots, err = from.BallotsAsOf(ctx, at, at); err != nil {
		return Agenda{}, fmt.Errorf("read the votes for an agenda: %w", err)
	}
	if m.Conditions, err = from.ConditionsAsOf(ctx, at, at); err != nil {
		return Agenda{}, fmt.Errorf("read the conditions for an agenda: %w", err)
	}
	if m.Debts, err = more.OpenDebtsAsOf(ctx, at); err != nil {
		return Agenda{}, fmt.Errorf("read the debts for an agenda: %w", err)
	}
	return foldAgenda(p, m, at), nil
}

// foldAgenda makes the agenda; the order of what it is made from does not matter.
func foldAgenda(p *release.Programme, m release.Matters, at time.Time) Agenda {
	m.RFCs = slices.DeleteFunc(slices.Clone(m.RFCs), func(r release.RFC) bool { return r.State == release.Draft || !r.State.Open() })
	m.Ballots = slices.DeleteFunc(slices.Clone(m.Ballots), func(b release.Ballot) bool { return b.State != release.BallotOpen })
	m.Conditions = slices.DeleteFunc(slices.Clone(m.Conditions), release.Condition.Met)
	a := Agenda{Programme: p, At: at}
	if meets, ok := p.NextBoard(at); ok {
		a.Meets = meets
		m.Next, _ = p.NextBoard(meets)
	}
	a.Items = release.PlanAgenda(p, m, at)
	for _, x := range a.Items {
		i := slices.IndexFunc(m.RFCs, func(r release.RFC) bool { return r.Number == x.RFC })
		if i < 0 {
			continue
		}
		if party := m.RFCs[i].Provider(p); !slices.Contains(a.providers, party) {
			a.providers = append(a.providers, party)
		}
	}
	return a
}

// readers returns who gets the agenda: the list of that name, else who belongs into
// the meeting. Whom the call of the meeting invites has the agenda from that, and is
// not told twice (R64).
func (a Agenda) readers() []release.Person {
	invited := a.Programme.Invited(release.BoardMeeting, a.providers)
	listed := slices.ContainsFunc(a.Programme.Lists, func(l release.DistributionList) bool { return l.ID == ReportAgenda })
	called := a.Programme.IsCalled(release.BoardMeeting)
	return slices.DeleteFunc(Readers(a.Programme, ReportAgenda), func(x release.Person) bool {
		belongs := slices.Contains(invited, x.ID)
		return (belongs && called) || (!belongs && !listed)
	})
}

func (a Agenda) title() string {
	if a.Meets.IsZero() {
		return "Agenda of the next " + release.BoardMeeting.String()
	}
	return "Agenda: " + release.BoardMeeting.String() + ", " + release.Instant(a.Meets, a.Programme.Location())
}

// headline says how much waits: "3 items wait for the board; 1 cannot wait for the
// one after.".
func (a Agenda) headline() string {
	if len(a.Items) == 0 {
		return "Nothing waits for the board."
	}
	pressing := 0
	for _, x := range a.Items {
		if x.Part == release.AgendaEmergencies || x.Part == release.AgendaPressing {
			pressing++
		}
	}
	text := fmt.Sprintf("%s for the board", count(len(a.Items), "item")+" "+either(len(a.Items), "waits", "wait"))
	if pressing > 0 {
		text += fmt.Sprintf("; %d cannot wait for the one after", pressing)
	}
	return text + "."
}

// agendaPage shows an agenda, part by part.
func agendaPage(a Agenda) templates.Page {
	loc := a.Programme.Location()
	page := templates.Page{
		Kicker: "as of " + release.Instant(a.At, loc), Title: a.title(), Lead: templates.Callout{Tone: templates.Calm, Label: "In short", Text: a.headline()},
		Footer: []string{
			"You get this because you belong to the board or asked for its agenda. What you must vote on comes in a mail of its own, at once; /rcb agenda in Slack shows this list as it stands.",
		},
	}
	for _, part := range release.AgendaParts() {
		s := templates.Section{Title: upperFirst(string(part))}
		for _, x := range a.Items {
			if x.Part == part {
				s.Items = append(s.Items, agendaItem(a.Programme, x))
			}
		}
		if len(s.Items) > 0 {
			page.Sections = append(page.Sections, mostOf(s, "/rcb agenda in Slack shows them all"))
		}
	}
	if len(page.Sections) == 0 {
		page.Sections = []templates.Section{{Title: "What waits", Empty: "No vote is open, nothing is late, and no condition or debt is to be heard."}}
	}
	return page
}

func agendaItem(p *release.Programme, x release.AgendaItem) templates.Item {
	item := templates.Item{
		Title: x.Name() + " " + x.Title, Badge: templates.Badge{Text: string(x.Type), Tone: templates.Calm},
		Lines: []string{x.Asked, "Asked by " + p.NameOf(x.Requester)},
	}
	if x.Type == release.Emergency {
		item.Badge.Tone = templates.Bad
	}
	if !x.Window.IsZero() {
		item.Lines = append(item.Lines, "Window "+x.Window.String())
	}
	return item
}

// mostItems is how many entries of a list a regular mail shows.
const mostItems = 25

// mostOf cuts a list that is too long for a mail, and says where the rest is.
func mostOf(s templates.Section, more string) templates.Section {
	if rest := len(s.Items) - mostItems; rest > 0 {
		s.Items = append(s.Items[:mostItems:mostItems], templates.Item{Title: fmt.Sprintf("and %d more: %s", rest, more)})
	}
	return s
}
