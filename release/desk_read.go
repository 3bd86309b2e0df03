package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Story is an RFC with everything that is known of it.
type Story struct {
	Programme  *Programme
	RFC        RFC
	Ballots    []Ballot // the newest first
	Conditions []Condition
	Heeded     []Heeded // lessons that came back for it, with what was decided
	// Silent are the parties that did not confirm what they were told of its release (M11).
	Silent []PartyID
	// Memories are what became of earlier No-Gos, for whoever votes in the open ballot.
	Memories []DissentMemory
}

// Open returns the ballot that is open, if there is one.
func (s Story) Open() (Ballot, bool) {
	return find(s.Ballots, func(b Ballot) bool { return b.State == BallotOpen })
}

// Programme returns the programme in force.
func (d *Desk) Programme(ctx context.Context) (*Programme, error) {
	return inForce(d.store.ProgrammeNow(ctx))
}

// Who returns the active person behind a Slack account, or a refusal that says
// who can add them (T31).
func (d *Desk) Who(ctx context.Context, id SlackID) (Person, *Programme, error) {
	p, err := d.Programme(ctx)
	if err != nil {
		return Person{}, nil, err
	}
	x, ok := p.PersonBySlack(id)
	if !ok {
		next := "Ask the programme's PMO to add your account to the programme file."
		if pmo := p.HoldersAmong(PMO, ProgrammeParty); len(pmo) > 0 {
			next = fmt.Sprintf("Ask %s (%s), who keeps the programme file, to add you: workspace %s, user %s.",
				pmo[0].Name, pmo[0].Mail, id.Team, id.User)
		}
		return Person{}, p, refuse(CodeUnknownPerson, "You are not known to "+p.Name+".",
			"This Slack account belongs to nobody in the programme's registry, so nothing was done.", next)
	}
	return x, p, nil
}

// Read returns an RFC's story for a person. A draft is shown to its author
// only, and so is one that was given up.
func (d *Desk) Read(ctx context.Context, reader PersonID, number int) (Story, error) {
	var s Story
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		s, err = read(tx, number)
		if err == nil && !s.RFC.ShownTo(reader) {
			return noSuchRFC(number)
		}
		return err
	})
	return s, err
}

// Card returns an RFC's story as the board's channel may see it.
func (d *Desk) Card(ctx context.Context, number int) (Story, error) {
	return d.Read(ctx, Clockwork, number)
}

func read(tx Tx, number int) (Story, error) {
	r, err := tx.RFC(number, NoLock)
	if errors.Is(err, ErrNotFound) {
		return Story{}, noSuchRFC(number)
	}
	if err != nil {
		return Story{}, fmt.Errorf("load %s: %w", RFCName(number), err)
	}
	p, err := programmeOf(tx)
	if err != nil {
		return Story{}, err
	}
	ballots, err := tx.BallotsOf(number)
	if err != nil {
		return Story{}, fmt.Errorf("load the ballots of %s: %w", RFCName(number), err)
	}
	conditions, err := tx.ConditionsOf(number)
	if err != nil {
		return Story{}, fmt.Errorf("load the conditions of %s: %w", RFCName(number), err)
	}
	lessons, err := heeded(tx, number)
	if err != nil {
		return Story{}, err
	}
	missing, err := unconfirmedOf(tx, p, r)
	if err != nil {
		return Story{}, err
	}
	s := Story{Programme: p, RFC: r, Ballots: ballots, Conditions: conditions, Heeded: lessons, Silent: missing}
	if open, ok := s.Open(); ok {
		s.Memories, err = remembered(tx, &open)
	}
	return s, err
}

// List returns RFCs by descending number, without drafts of other people.
func (d *Desk) List(ctx context.Context, reader PersonID, f RFCFilter) ([]RFC, error) {
	var all []RFC
	err := d.store.Within(ctx, func(tx Tx) error {
		for _, part := range visibleTo(reader, f) {
			found, err := tx.FindRFCs(part)
			if err != nil {
				return err
			}
			all = append(all, found...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list RFCs: %w", err)
	}
	all = slices.DeleteFunc(all, func(r RFC) bool { return !r.ShownTo(reader) })
	slices.SortFunc(all, func(a, b RFC) int { return b.Number - a.Number })
	if f.Limit > 0 && len(all) > f.Limit {
		all = all[:f.Limit]
	}
	return all, nil
}

// visibleTo splits a filter into what everybody sees and the reader's own
// drafts, so that a limit counts only what is shown.
func visibleTo(reader PersonID, f RFCFilter) []RFCFilter {
	states := f.States
	if len(states) == 0 {
		states = RFCStates()
	}
	var parts []RFCFilter
	raised, drafts := f, f
	raised.States = slices.DeleteFunc(slices.Clone(states), func(s RFCState) bool { return s == Draft })
	if len(raised.States) > 0 {
		parts = append(parts, raised)
	}
	drafts.States, drafts.RaisedBy = []RFCState{Draft}, reader
	if slices.Contains(states, Draft) && reader != Clockwork && (f.RaisedBy == "" || f.RaisedBy == reader) {
		parts = append(parts, drafts)
	}
	return parts
}

// Waiting is what awaits a person.
type Waiting struct {
	Programme  *Programme
	Votes      []Story // an open ballot in which they have a seat that is silent
	Voted      []Story // an open ballot on which their seat has spoken
	Conditions []Condition
	Debts      []Debt   // of emergencies, by the day they are due
	Reviews    []Review // open ones that ask them and have no answer of theirs
	Actions    []Action // to be worked off, by the day they are due
	Drafts     []RFC
	Mine       []RFC   // raised by them, still open
	Next       []RFC   // the next windows, the soonest first
	Cadence    Cadence // how often they want mail of what they are only told
	Now        time.Time
}

// Waiting returns what awaits a person, for the App Home and bare commands.
func (d *Desk) Waiting(ctx context.Context, reader PersonID) (Waiting, error) {
	now := d.instant()
	w := Waiting{Now: now}
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if w.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		if err := w.conditions(tx, reader); err != nil {
			return err
		}
		if err := w.votes(tx, reader); err != nil {
			return err
		}
		if err := w.owed(tx, reader); err != nil {
			return err
		}
		if err := w.reviews(tx, reader); err != nil {
			return err
		}
		cadences, err := tx.Cadences()
		if err != nil {
			return err
		}
		if w.Cadence = cadences[reader]; w.Cadence == "" {
			w.Cadence = Immediate
		}
		mine, err := tx.FindRFCs(RFCFilter{RaisedBy: reader})
		if err != nil {
			return err
		}
		w.own(mine)
		coming, err := tx.FindRFCs(RFCFilter{States: []RFCState{Raised, Approved, InGoNoGo, Go, NoGo, Undecided}})
		if err != nil {
			return err
		}
		w.Next = slices.DeleteFunc(coming, func(r RFC) bool { return !now.Before(r.Content.Window.To) })
		slices.SortStableFunc(w.Next, func(a, b RFC) int { return a.Content.Window.From.Compare(b.Content.Window.From) })
		return nil
	})
	if err != nil {
		return w, fmt.Errorf("load what awaits %s: %w", reader, err)
	}
	return w, nil
}

// owed keeps the debts and the work-off actions that the reader owns.
func (w *Waiting) owed(tx Tx, reader PersonID) error {
	var err error
	if w.Debts, err = tx.FindDebts(DebtFilter{Open: true, Owner: reader}); err != nil {
		return err
	}
	w.Actions, err = tx.FindActions(ActionFilter{Open: true, Owner: reader})
	return err
}

func (w *Waiting) own(mine []RFC) {
	for _, r := range mine {
		switch {
		case r.State == Draft:
			w.Drafts = append(w.Drafts, r)
		case r.State.Open():
			w.Mine = append(w.Mine, r)
		}
	}
}

// conditions keeps the reader's open conditions, without those of RFCs that
// were withdrawn: nothing will be deployed that they could hold up.
func (w *Waiting) conditions(tx Tx, reader PersonID) error {
	open, err := tx.OpenConditions(reader)
	if err != nil || len(open) == 0 {
		return err
	}
	f := RFCFilter{States: []RFCState{Withdrawn}}
	for _, c := range open {
		f.Numbers = append(f.Numbers, c.RFC)
	}
	ended, err := tx.FindRFCs(f)
	if err != nil {
		return err
	}
	w.Conditions = slices.DeleteFunc(open, func(c Condition) bool {
		return slices.ContainsFunc(ended, func(r RFC) bool { return r.Number == c.RFC })
	})
	return nil
}

// reviews keeps the open reviews that ask the reader and have not heard them.
func (w *Waiting) reviews(tx Tx, reader PersonID) error {
	open, err := tx.FindReviews(ReviewFilter{Open: true})
	if err != nil {
		return err
	}
	for _, r := range open {
		if _, asked := r.Asks(reader); !asked {
			continue
		}
		answers, err := tx.AnswersTo(r.ID)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(answers, func(a ReviewAnswer) bool { return a.Person == reader }) {
			w.Reviews = append(w.Reviews, r)
		}
	}
	return nil
}

func (w *Waiting) votes(tx Tx, reader PersonID) error {
	ballots, err := tx.OpenBallots()
	if err != nil {
		return err
	}
	for _, b := range ballots {
		seat, ok := b.SeatOf(reader)
		if !ok {
			continue
		}
		r, err := tx.RFC(b.RFC, NoLock)
		if err != nil {
			return err
		}
		s := Story{Programme: w.Programme, RFC: r, Ballots: []Ballot{b}}
		if _, spoke := b.Standing(seat.Key); spoke {
			w.Voted = append(w.Voted, s)
		} else {
			w.Votes = append(w.Votes, s)
		}
	}
	return nil
}

// OpenVotes returns the stories of every open vote, by deadline, without what
// else is known of their RFCs.
func (d *Desk) OpenVotes(ctx context.Context) ([]Story, error) {
	var stories []Story
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		ballots, err := tx.OpenBallots()
		if err != nil {
			return err
		}
		for _, b := range ballots {
			r, err := tx.RFC(b.RFC, NoLock)
			if err != nil {
				return err
			}
			stories = append(stories, Story{Programme: p, RFC: r, Ballots: []Ballot{b}})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load the open votes: %w", err)
	}
	return stories, nil
}
