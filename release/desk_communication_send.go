package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// lateAfter is how long after its due instant a communication counts as late.
const lateAfter = 15 * time.Minute

// rehang keeps the plan of a release true to where it stands: what hangs on the
// window or the board's day moves with it, what hangs on a stage is due when that is
// reached, and whoever was told what does not hold any more is told that (R107).
// Every change of a release, its RFC or its note passes here.
func (a *act) rehang(r Release, rfc RFC) error {
	lines, err := a.FindCommunications(CommunicationFilter{Release: r.Number})
	if err != nil {
		return fmt.Errorf("load the plan of %s: %w", r.Name(), err)
	}
	for _, c := range lines {
		if c.Open() && c.Kind != CorrectionNotice {
			if err := a.rehangLine(c, r, rfc); err != nil {
				return err
			}
		}
		if err := a.renew(c, lines, r, rfc); err != nil {
			return err
		}
	}
	return a.tellChanged(lines, r, rfc)
}

// rehangOf does so for the release that an RFC governs, if it governs one.
func (a *act) rehangOf(rfc RFC) error {
	number, ok := rfc.Content.ReleaseNumber()
	if !ok || rfc.State == Draft {
		return nil
	}
	r, err := a.Release(number, NoLock)
	if errors.Is(err, ErrNotFound) || (err == nil && r.RFC != rfc.Number) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load %s: %w", ReleaseName(number), err)
	}
	return a.rehang(r, rfc)
}

func (a *act) rehangLine(c Communication, r Release, rfc RFC) error {
	if r.Stage == Abandoned {
		_, err := a.dropLine(c, r, r.Name()+" was abandoned.")
		return err
	}
	due := c.When.Comes(a.programme, r, rfc, a.now)
	if !c.When.Dated() && !due.IsZero() && !c.Due.IsZero() {
		return nil // it came before, and is about to be sent
	}
	if due.Equal(c.Due) {
		return nil
	}
	c.Due = due
	if err := a.SaveCommunication(&c); err != nil {
		return fmt.Errorf("move communication %d: %w", c.ID, err)
	}
	return nil
}

// renew plans again what was sent at a stage that the release has gone back from:
// it will be reached once more (R39, T28).
func (a *act) renew(c Communication, lines []Communication, r Release, rfc RFC) error {
	if c.SentAt.IsZero() || c.When.Dated() || c.When.Cue == OnCorrection || r.Stage.Ended() || !c.When.Comes(a.programme, r, rfc, a.now).IsZero() {
		return nil
	}
	twin := func(x Communication) bool {
		return x.Open() && x.Kind == c.Kind && x.When == c.When && x.Road == c.Road && slices.Equal(x.To, c.To)
	}
	if slices.ContainsFunc(lines, twin) {
		return nil
	}
	again := c
	again.ID, again.Revision, again.SentAt, again.Late, again.Told, again.Due = 0, 0, time.Time{}, false, Told{}, time.Time{}
	return a.addLine(again, r)
}

// tellChanged plans a correction for whoever knows something else than what holds, on
// each road by which they were told, and takes one back that is not sent yet when
// everything is again as they know it.
func (a *act) tellChanged(lines []Communication, r Release, rfc RFC) error {
	if !slices.ContainsFunc(lines, func(c Communication) bool { return !c.SentAt.IsZero() }) {
		return nil
	}
	notes, err := a.NotesOf(r.Number)
	if err != nil {
		return fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	now := ToldOf(r, rfc, notes)
	for _, road := range CommunicationRoads() {
		open, wrong := misled(lines, road, r, now)
		var err error
		switch {
		case len(wrong) == 0 && open != nil:
			_, err = a.dropLine(*open, r, "There is nothing to correct any more.")
		case len(wrong) > 0 && open == nil:
			err = a.planCorrection(wrong, road, r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// misled returns the correction on a road that is still to be sent, if there is one,
// and the lines whose readers know something else than what holds now.
func misled(lines []Communication, road Road, r Release, now Told) (open *Communication, wrong []Communication) {
	for i, c := range lines {
		switch {
		case c.Road != road:
		case c.Kind == CorrectionNotice && c.Open():
			open = &lines[i]
		case c.SentAt.IsZero() || !c.Told.Corrected(now.After(c.Told)):
		case r.Stage.InFlight() || r.Stage == Abandoned:
			wrong = append(wrong, c)
		}
	}
	return open, wrong
}

// planCorrection plans the mail to everybody who was told by lines that do not hold any
// more: one each, however many they had.
func (a *act) planCorrection(wrong []Communication, road Road, r Release) error {
	hearings, err := a.Hearings(r.Number)
	if err != nil {
		return fmt.Errorf("load who was told of %s: %w", r.Name(), err)
	}
	c := Communication{Release: r.Number, Kind: CorrectionNotice, Road: road, When: Moment{Cue: OnCorrection}, Told: wrong[0].Told}
	for _, x := range wrong {
		if c.Told = x.Told; x.Kind != CorrectionNotice {
			c.Confirm = c.Confirm || x.Confirm
		}
		c.Corrects = append(c.Corrects, x.ID)
		for _, h := range hearings {
			if to := Addressee("person:" + string(h.Person)); h.Communication == x.ID && !slices.Contains(c.To, to) {
				c.To = append(c.To, to)
			}
		}
	}
	c.By, c.At, c.Due = a.by.ID, a.now, a.now
	if err := a.AddCommunication(&c); err != nil {
		return fmt.Errorf("add a correction of %s: %w", r.Name(), err)
	}
	return a.recordLine(CommunicationPlanned, c, r, c.entry())
}

// Communicate sends every communication that is due, each once. It may run
// everywhere and as often as one likes. It returns how many were sent.
func (d *Desk) Communicate(ctx context.Context) (int, error) {
	var due []Communication
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		due, err = tx.FindCommunications(CommunicationFilter{Due: d.instant()})
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load the communications that are due: %w", err)
	}
	sent := 0
	var faults []error // one that cannot be sent holds up no other
	for _, c := range due {
		err := d.clockwork(ctx, func(a *act) error {
			did, err := a.communicate(c.ID)
			if did && err == nil {
				sent++
			}
			return err
		})
		if err != nil {
			faults = append(faults, fmt.Errorf("send communication %d: %w", c.ID, err))
		}
	}
	return sent, errors.Join(faults...)
}

// communicate sends one line, unless somebody else did, or nothing is to be told of
// its release any more.
func (a *act) communicate(id int64) (bool, error) {
	c, r, err := a.line(id, "Nothing was sent.")
	if err != nil || !c.Open() || c.Due.IsZero() || c.Due.After(a.now) {
		return false, err
	}
	if why := c.overtaken(r); why != "" {
		_, err := a.dropLine(c, r, why)
		return false, err
	}
	rfc, err := a.rfcOf(r)
	if err != nil {
		return false, err
	}
	c.Late = a.now.Sub(c.Due) > lateAfter
	at := a.now
	if !c.Late {
		at = c.Due
	}
	people := c.Reached(a.programme, r, rfc)
	briefed, notices, err := a.letters(c, r, people, at)
	if err != nil {
		return false, err
	}
	c.SentAt, c.Told = a.now, briefed.Now
	if err := a.SaveCommunication(&c); err != nil {
		return false, fmt.Errorf("save communication %d: %w", id, err)
	}
	for _, other := range c.Corrects {
		if err := a.corrected(other, briefed.Now); err != nil {
			return false, err
		}
	}
	if err := a.hear(c, notices); err != nil {
		return false, err
	}
	if err := a.promise(notices...); err != nil {
		return false, err
	}
	return true, a.recordLine(CommunicationSent, c, r, map[string]any{
		"communication": id, "late": c.Late, "due": c.Due, "window": c.Told.Window, "people": people,
	})
}

// overtaken says why a line is not sent any more although it is due.
func (c Communication) overtaken(r Release) string {
	switch {
	case r.Stage == Abandoned && c.Kind != CorrectionNotice:
		return r.Name() + " was abandoned."
	case r.Stage == ClosedStage && c.When.Cue != Cue(ClosedStage):
		return r.Name() + " was closed before."
	case !r.Stage.InFlight() && c.When.Days < 0:
		return "The deployment of " + r.Name() + " had begun before it could be sent."
	}
	return ""
}

// corrected keeps what the readers of a line know from now on.
func (a *act) corrected(id int64, now Told) error {
	c, err := a.Communication(id, ExclusiveLock)
	if err != nil {
		return fmt.Errorf("load communication %d: %w", id, err)
	}
	c.Told = now
	if err := a.SaveCommunication(&c); err != nil {
		return fmt.Errorf("save communication %d: %w", id, err)
	}
	return nil
}

// letters returns what a line tells, and the notices that tell it to people: by mail
// to whom has no account in Slack, one post for the board's channel. The plan names
// its readers, so that nobody's choice of mail holds a letter back.
func (a *act) letters(c Communication, r Release, people []PersonID, at time.Time) (Briefing, []Notice, error) {
	rfc, err := a.rfcOf(r)
	if err != nil {
		return Briefing{}, nil, err
	}
	notes, err := a.NotesOf(r.Number)
	if err != nil {
		return Briefing{}, nil, fmt.Errorf("load the notes of %s: %w", r.Name(), err)
	}
	b := BriefingOf(c, r, rfc, notes)
	b.Line.To, b.Line.Corrects = nil, nil // nobody reads who else was told
	all := c.Reached(a.programme, r, rfc)
	b.Readers, b.Asked = len(all), len(a.programme.partiesOf(all))
	e := a.releaseEvent(NoticeCommunication, r)
	e.At, e.RFC, e.Communication = at, rfc, &b
	if c.Road == ByChannel {
		return b, []Notice{{Key: c.Ref() + "/channel", Road: ByChannel, Duty: DutyTold, Event: e, Hold: Immediate, At: at}}, nil
	}
	notices := make([]Notice, 0, len(people))
	for _, id := range people {
		n := Notice{Key: c.Ref() + "/" + string(id), Road: c.Road, To: id, Duty: DutyAct, Event: e, Hold: Immediate, At: at}
		x, known := a.programme.Person(id)
		if len(x.Slack) == 0 {
			n.Road = ByMail
		}
		if known {
			own := b
			own.Confided = r.ConfidedTo(a.programme, x)
			n.Event.Communication = &own
		}
		notices = append(notices, n)
	}
	return b, notices, nil
}

// partiesOf returns the parties for which people hear something, each once.
func (p *Programme) partiesOf(people []PersonID) []PartyID {
	var all []PartyID
	for _, id := range people {
		if party := p.hearsFor(id); !slices.Contains(all, party) {
			all = append(all, party)
		}
	}
	return all
}

// hearsFor returns for which party somebody hears what concerns all: their first.
func (p *Programme) hearsFor(id PersonID) PartyID {
	x, _ := p.Person(id)
	if parties := x.Parties(); len(parties) > 0 {
		return parties[0]
	}
	return ""
}

// hear keeps whom a line is sent to.
func (a *act) hear(c Communication, notices []Notice) error {
	var all []Hearing
	for _, n := range notices {
		if n.To != "" {
			all = append(all, Hearing{Communication: c.ID, Release: c.Release, Person: n.To, Party: a.programme.hearsFor(n.To), Road: n.Road, Key: n.Key, At: a.now})
		}
	}
	if err := a.AddHearings(all); err != nil {
		return fmt.Errorf("keep whom communication %d was sent to: %w", c.ID, err)
	}
	return nil
}

// ConfirmCommunication keeps that somebody to whom a line was sent has read it: by
// the link of their mail, or by a button. Once is enough, and a second time changes
// nothing (M11).
func (d *Desk) ConfirmCommunication(ctx context.Context, in Intent, id int64, how ConfirmRoad) (Communication, error) {
	var confirmed Communication
	err := d.act(ctx, in, func(a *act) error {
		const what = "Nothing was confirmed."
		c, r, err := a.line(id, what)
		if err != nil {
			return err
		}
		if c.SentAt.IsZero() || !c.Confirm {
			return refuse(CodeState, what, "Nobody is asked to confirm this.", "`/release plan "+r.Name()+"` shows what is asked for.")
		}
		confirmed = c
		all, err := a.Hearings(r.Number)
		if err != nil {
			return fmt.Errorf("load who was told of %s: %w", r.Name(), err)
		}
		mine, ok := find(all, func(h Hearing) bool { return h.Communication == id && h.Person == a.by.ID })
		if !ok {
			return refuse(CodeForbidden, what, "It was not sent to you.", "Whoever it was sent to confirms it for their organisation.")
		}
		if !mine.ConfirmedAt.IsZero() {
			return nil
		}
		if did, err := a.Confirm(id, a.by.ID, how, a.now); err != nil || !did {
			return err
		}
		return a.recordLine(CommunicationConfirmed, c, r, map[string]any{"communication": id, "party": mine.Party, "how": how})
	})
	return confirmed, err
}
