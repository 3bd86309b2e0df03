package release

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// Operator is who applies a programme file from the command line.
const Operator PersonID = "operator"

// ProgrammeChange is one difference that applying a programme would make.
type ProgrammeChange struct {
	Verb string // "add", "change", "retire", "bring back"
	Noun string // "person", "party", …
	Name string
	// Note says, a line each, what the change does to votes that are open (T22).
	Note string `json:",omitempty"`
}

// Succeed returns the programme that follows p when next is applied, and what
// changes. People, parties, systems and environments that next no longer names
// are retired, never deleted, since history refers to them.
func (p *Programme) Succeed(next Programme) (Programme, []ProgrammeChange) {
	var changes []ProgrammeChange
	next.Parties = succeed("party", "parties", p.Parties, next.Parties, &changes,
		func(x *Party) (string, *bool) { return string(x.ID), &x.Retired })
	next.People = succeed("person", "people", p.People, next.People, &changes,
		func(x *Person) (string, *bool) { return string(x.ID), &x.Retired })
	next.Systems = succeed("system", "systems", p.Systems, next.Systems, &changes,
		func(x *System) (string, *bool) { return string(x.ID), &x.Retired })
	next.Environments = succeed("environment", "environments", p.Environments, next.Environments, &changes,
		func(x *Environment) (string, *bool) { return string(x.ID), &x.Retired })
	for _, part := range []struct {
		noun       string
		then, that any
	}{
		{"name and places", []any{p.Name, p.Short, p.Zone, p.Calendar, p.Holidays, p.Slack}, []any{next.Name, next.Short, next.Zone, next.Calendar, next.Holidays, next.Slack}},
		{"calendars", p.Calendars, next.Calendars},
		{"test phases", p.Phases, next.Phases},
		{"roadmap", p.Roadmap, next.Roadmap},
		{"policy", p.Policy, next.Policy},
		{"RACI table", p.RACI, next.RACI},
		{"schedules", p.Schedules, next.Schedules},
		{"distribution lists", p.Lists, next.Lists},
		{"meetings", p.Meetings, next.Meetings},
		{"configuration operations", p.Operations, next.Operations},
	} {
		if !same(part.then, part.that) {
			changes = append(changes, ProgrammeChange{Verb: "change", Noun: part.noun})
		}
	}
	next.Version = p.Version + 1
	return next, changes
}

func succeed[T any](noun, nouns string, then, that []T, changes *[]ProgrammeChange, key func(*T) (string, *bool)) []T {
	say := func(verb, name string) {
		*changes = append(*changes, ProgrammeChange{Verb: verb, Noun: noun, Name: name})
	}
	old := map[string]T{}
	for _, x := range then {
		id, _ := key(&x)
		old[id] = x
	}
	kept := append([]T(nil), that...)
	if reordered(then, kept, key) {
		*changes = append(*changes, ProgrammeChange{Verb: "change", Noun: "order of " + nouns})
	}
	for i := range kept {
		id, _ := key(&kept[i])
		before, existed := old[id]
		delete(old, id)
		_, wasRetired := key(&before)
		_, isRetired := key(&kept[i])
		switch {
		case !existed:
			say("add", id)
		case *wasRetired && !*isRetired:
			say("bring back", id)
		case *isRetired && !*wasRetired:
			say("retire", id)
		case !same(before, kept[i]):
			say("change", id)
		}
	}
	for _, x := range then {
		id, retired := key(&x)
		if _, gone := old[id]; !gone {
			continue
		}
		if !*retired {
			say("retire", id)
			*retired = true
		}
		kept = append(kept, x)
	}
	return kept
}

// reordered tells whether those who are in both lists, and were active, stand
// in another order: the order of the file decides who is asked first.
func reordered[T any](then, that []T, key func(*T) (string, *bool)) bool {
	place := map[string]int{}
	for i := range that {
		id, _ := key(&that[i])
		place[id] = i
	}
	last := -1
	for i := range then {
		id, retired := key(&then[i])
		at, stays := place[id]
		if !stays || *retired {
			continue
		}
		if at < last {
			return true
		}
		last = at
	}
	return false
}

func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// PlanProgramme returns what ApplyProgramme would change, and changes nothing.
func (d *Desk) PlanProgramme(ctx context.Context, next Programme) ([]ProgrammeChange, error) {
	var changes []ProgrammeChange
	err := d.store.Within(ctx, func(tx Tx) error {
		current, err := currentProgramme(tx)
		if err != nil {
			return err
		}
		merged, planned := current.Succeed(next)
		changes = planned
		a := &act{Tx: tx, programme: &merged, now: d.instant()}
		_, err = a.emptied(changes)
		return err
	})
	return changes, err
}

// ApplyProgramme makes next the programme in force, as a new version. Applying
// what is in force already changes nothing and returns no changes.
func (d *Desk) ApplyProgramme(ctx context.Context, next Programme, by PersonID) ([]ProgrammeChange, error) {
	var changes []ProgrammeChange
	err := d.store.Within(ctx, func(tx Tx) error {
		current, err := currentProgramme(tx)
		if err != nil {
			return err
		}
		var merged Programme
		if merged, changes = current.Succeed(next); len(changes) == 0 {
			return nil
		}
		a := &act{Tx: tx, programme: &merged, by: Person{ID: by}, now: d.instant()}
		vacancies, err := a.emptied(changes)
		if err != nil {
			return err
		}
		if err := tx.AddProgramme(&merged, by, a.now); err != nil {
			return fmt.Errorf("add version %d of the programme: %w", merged.Version, err)
		}
		err = a.record(ProgrammeApplied, fmt.Sprintf("programme/%d", merged.Version), 0, map[string]any{"changes": changes, "programme": merged})
		if err != nil {
			return err
		}
		return a.escalate(vacancies)
	})
	return changes, err
}

func currentProgramme(tx Tx) (*Programme, error) {
	current, err := tx.Programme()
	if errors.Is(err, ErrNotFound) {
		return &Programme{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load the programme: %w", err)
	}
	return current, nil
}
