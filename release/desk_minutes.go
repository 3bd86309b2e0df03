package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// CorrectMinutes keeps what an attendee says of a line of the minutes, beside
// the line and for ever (M12).
func (d *Desk) CorrectMinutes(ctx context.Context, in Intent, id int64, line int, text string) (Meeting, error) {
	var corrected Meeting
	err := d.act(ctx, in, func(a *act) error {
		m, err := a.meeting(id)
		if err != nil {
			return err
		}
		x, err := m.amend(a.by, a.programme, line, text, a.now)
		if err != nil {
			return err
		}
		if err := a.AddAmendment(id, x); err != nil {
			return fmt.Errorf("add a correction to %s: %w", m.Name(), err)
		}
		m.Amendments = append(m.Amendments, x)
		corrected = m
		before := ""
		if line > 0 {
			before = m.Minutes[line-1].Text
		}
		return a.recordMeeting(MinutesCorrected, m, map[string]any{"line": line, "before": before, "text": x.Text})
	})
	return corrected, err
}

// Ratify ratifies the minutes whose time for corrections is over, once, and
// tells everybody with how many corrections. It is safe to run everywhere and as
// often as one likes. It returns how many meetings were due.
func (d *Desk) Ratify(ctx context.Context) (int, error) {
	var due []int64
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		due, err = tx.DueMeetings(d.instant())
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load the minutes that are due: %w", err)
	}
	var faults []error // a meeting that cannot be ratified holds up no other
	for _, id := range due {
		if err := d.ratify(ctx, id); err != nil {
			faults = append(faults, fmt.Errorf("ratify the minutes of meeting %d: %w", id, err))
		}
	}
	return len(due), errors.Join(faults...)
}

func (d *Desk) ratify(ctx context.Context, id int64) error {
	return d.clockwork(ctx, func(a *act) error {
		m, err := a.meeting(id)
		if err != nil {
			return err
		}
		if m.State() != MeetingOpen || a.now.Before(m.CorrectionsUntil) {
			return nil
		}
		m.RatifiedAt = a.now
		if err := a.SaveMeeting(m); err != nil {
			return fmt.Errorf("save %s: %w", m.Name(), err)
		}
		if err := a.recordMeeting(MinutesRatified, m, map[string]any{"corrections": len(m.Amendments)}); err != nil {
			return err
		}
		return a.publish(NoticeRatified, m.Subject()+"/ratified", m)
	})
}

// AgendaView is what waits for the next board.
type AgendaView struct {
	Programme *Programme
	Items     []AgendaItem
	Next      time.Time // when the board meets next; zero when nobody knows
	Coming    []Coming  // when the other meetings with a timetable take place next
	Running   []Meeting // the newest first

	providers []PartyID // whose work is on the agenda
}

// Coming is a meeting that is planned and not open yet.
type Coming struct {
	Kind MeetingKind
	At   time.Time
}

// Agenda returns what waits for the next board, for anyone at any time.
func (d *Desk) Agenda(ctx context.Context) (AgendaView, error) {
	var view AgendaView
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		if view, err = agenda(tx, p, d.instant()); err != nil {
			return err
		}
		view.Running, err = tx.FindMeetings(MeetingFilter{Running: true})
		return err
	})
	if err != nil {
		return view, fmt.Errorf("load the agenda: %w", err)
	}
	return view, nil
}

// agenda loads what waits for the board, as its channel may see it.
func agenda(tx Tx, p *Programme, now time.Time) (AgendaView, error) {
	view := AgendaView{Programme: p}
	open := slices.DeleteFunc(RFCStates(), func(s RFCState) bool { return !s.Open() || s == Draft })
	rfcs, err := tx.FindRFCs(RFCFilter{States: open})
	if err != nil {
		return view, fmt.Errorf("load the RFCs that wait: %w", err)
	}
	m := Matters{RFCs: slices.DeleteFunc(rfcs, func(r RFC) bool { return !r.ShownTo(Clockwork) })}
	if m.Ballots, err = tx.OpenBallots(); err != nil {
		return view, fmt.Errorf("load the open votes: %w", err)
	}
	if m.Conditions, err = tx.OpenConditions(""); err != nil {
		return view, fmt.Errorf("load the open conditions: %w", err)
	}
	if m.Debts, err = tx.FindDebts(DebtFilter{Open: true}); err != nil {
		return view, fmt.Errorf("load the open debts: %w", err)
	}
	view.Next, _ = p.NextBoard(now)
	m.Next, _ = p.NextBoard(view.Next)
	if view.Next.IsZero() {
		m.Next = time.Time{}
	}
	for _, rule := range p.Meetings {
		if at, ok := p.NextMeeting(rule.Kind, now); ok && rule.Kind != BoardMeeting {
			view.Coming = append(view.Coming, Coming{Kind: rule.Kind, At: at})
		}
	}
	view.Items = PlanAgenda(p, m, now)
	for _, x := range view.Items {
		r, ok := find(m.RFCs, func(r RFC) bool { return r.Number == x.RFC })
		if party := r.Provider(p); ok && !slices.Contains(view.providers, party) {
			view.providers = append(view.providers, party)
		}
	}
	return view, nil
}

// of returns what of the board's agenda a meeting takes: the board all of it, a
// meeting about a release what deploys that release, the others nothing.
func (v AgendaView) of(kind MeetingKind, about Release) AgendaView {
	if kind == BoardMeeting {
		return v
	}
	v.Items = slices.DeleteFunc(slices.Clone(v.Items), func(x AgendaItem) bool { return about.RFC == 0 || x.RFC != about.RFC })
	v.providers = nil
	if about.Number != 0 {
		v.providers = []PartyID{about.Provider(v.Programme)}
	}
	return v
}

// MeetingStory is a meeting with the programme that names its people.
type MeetingStory struct {
	Programme *Programme
	Meeting   Meeting
}

// MeetingStory returns a meeting; number 0 is the newest that has minutes.
func (d *Desk) MeetingStory(ctx context.Context, id int64) (MeetingStory, error) {
	var s MeetingStory
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		if s.Programme, err = programmeOf(tx); err != nil {
			return err
		}
		if id == 0 {
			newest, err := tx.FindMeetings(MeetingFilter{Ended: true, Limit: 1})
			if err == nil && len(newest) == 0 {
				return refuse(CodeNotFound, "There are no minutes yet.", "No meeting has ended.", "`/rcb agenda` shows what waits for the next board.")
			}
			if err == nil {
				s.Meeting = newest[0]
			}
			return err
		}
		s.Meeting, err = tx.Meeting(id, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchMeeting(id)
		}
		return err
	})
	if _, refused := AsRefusal(err); err != nil && !refused {
		return s, fmt.Errorf("load meeting %d: %w", id, err)
	}
	return s, err
}
