package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gonogo.dev/release"
)

// byRelease groups what is planned by planned release, in the roadmap's order:
// those that have something, and those whose own date lies ahead. What is tied
// to none stands last.
func (f folding) byRelease(planned []Planned) []Group {
	var groups []Group
	pick := func(id string) []Planned {
		return slices.DeleteFunc(slices.Clone(planned), func(x Planned) bool { return x.RFC.Content.Release != id })
	}
	known := map[string]bool{"": true}
	for _, r := range f.Programme.Roadmap {
		known[r.ID] = true
		if mine := pick(r.ID); len(mine) > 0 || f.soon(r.Date) {
			groups = append(groups, Group{ID: r.ID, Name: fmt.Sprintf("%s, %s", r.ID, r.Type), Date: r.Date, Why: r.Rationale, Planned: mine})
		}
	}
	for _, id := range unknown(planned, known, func(r release.RFC) []string { return []string{r.Content.Release} }) {
		groups = append(groups, Group{ID: id, Name: id, Planned: pick(id)})
	}
	if rest := pick(""); len(rest) > 0 {
		groups = append(groups, Group{Name: "Not tied to a planned release", Planned: rest})
	}
	return groups
}

// soon tells whether a date of the roadmap lies in the days ahead.
func (f folding) soon(date string) bool {
	loc := f.Programme.Location()
	begin, err := time.ParseInLocation(time.DateOnly, date, loc)
	if err != nil {
		return false
	}
	return begin.AddDate(0, 0, 1).After(f.At) && begin.Before(f.At.Add(Horizon))
}

// byEnvironment groups what is planned by environment, in the programme's
// order: every one in use, and the others where something is planned.
func (f folding) byEnvironment(planned []Planned) []Group {
	var groups []Group
	pick := func(id release.EnvironmentID) []Planned {
		return slices.DeleteFunc(slices.Clone(planned), func(x Planned) bool { return !slices.Contains(x.RFC.Content.Environments, id) })
	}
	known := map[string]bool{}
	for _, e := range f.Programme.Environments {
		known[string(e.ID)] = true
		if mine := pick(e.ID); len(mine) > 0 || !e.Retired {
			groups = append(groups, Group{ID: string(e.ID), Name: e.Name, Planned: mine})
		}
	}
	ids := unknown(planned, known, func(r release.RFC) []string {
		var ids []string
		for _, id := range r.Content.Environments {
			ids = append(ids, string(id))
		}
		return ids
	})
	for _, id := range ids {
		groups = append(groups, Group{ID: id, Name: id, Planned: pick(release.EnvironmentID(id))})
	}
	return groups
}

// unknown returns, sorted, the ids that RFCs name and the programme does not.
func unknown(planned []Planned, known map[string]bool, idsOf func(release.RFC) []string) []string {
	var ids []string
	for _, x := range planned {
		for _, id := range idsOf(x.RFC) {
			if !known[id] && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// waits says what an RFC waits for: the seats by name while they are few.
func (f folding) waits(r release.RFC) string {
	vote := "its approval vote"
	switch r.State {
	case release.Go:
		return ""
	case release.Approved:
		return "its Go/No-Go to be opened"
	case release.NoGo:
		return "its No-Go to be settled"
	case release.Undecided:
		return "a new approval vote"
	case release.InGoNoGo:
		vote = "its Go/No-Go"
	case release.InPreparation:
		vote = "its release to be prepared"
	case release.RolledBack:
		return "a new window"
	case release.Deployed, release.Closed:
		return ""
	case release.Draft, release.Raised, release.Rejected, release.Withdrawn:
	}
	b, ok := f.open[r.Number]
	missing := b.Tally().MissingMandatory()
	if !ok || len(missing) == 0 || len(missing) > 2 {
		return vote
	}
	return seatNames(f.Programme, missing)
}

func seatNames(p *release.Programme, seats []release.Seat) string {
	words := make([]string, len(seats))
	for i, s := range seats {
		words[i] = s.Label(p)
	}
	return strings.Join(words, " and ")
}

// headlineOf says the week in a sentence or two: "3 windows in the next two
// weeks: 2 are Go; 1 waits for Test Manager, SI. Nothing is late."
func headlineOf(r Readiness) string {
	late := "Nothing is late."
	if n := len(r.Late); n > 0 {
		late = fmt.Sprintf("%s %s late.", count(n, "RFC"), either(n, "is", "are"))
	}
	if len(r.Planned) == 0 {
		return "No windows in the next two weeks. " + late
	}
	var parts []string
	ready := 0
	var waits []string
	for _, x := range r.Planned {
		if x.Waits == "" {
			ready++
		} else {
			waits = append(waits, x.Waits)
		}
	}
	if ready > 0 {
		parts = append(parts, fmt.Sprintf("%d %s Go", ready, either(ready, "is", "are")))
	}
	for len(waits) > 0 {
		same := waits[0]
		rest := slices.DeleteFunc(slices.Clone(waits), func(w string) bool { return w == same })
		n := len(waits) - len(rest)
		parts = append(parts, fmt.Sprintf("%d %s for %s", n, either(n, "waits", "wait"), pluralWait(n, same)))
		waits = rest
	}
	return fmt.Sprintf("%s in the next two weeks: %s. %s", count(len(r.Planned), "window"), strings.Join(parts, "; "), late)
}

// pluralWait speaks of several: "their Go/No-Go" instead of "its Go/No-Go".
func pluralWait(n int, waits string) string {
	if n > 1 {
		return strings.Replace(waits, "its ", "their ", 1)
	}
	return waits
}

// enumerated joins words as people say them: "a, b and c".
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// lowerFirst begins a text in small letters, for the middle of a sentence; what
// begins with two capitals is a name.
func lowerFirst(text string) string {
	if len(text) < 2 || text[1] >= 'A' && text[1] <= 'Z' {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}
