package release

import (
	"context"
	"errors"
	"fmt"
)

// StartMeeting opens a meeting with the agenda of what waits now, and posts it
// in the board's channel (R57 to R65). Of one kind and release one runs at a
// time: of two chairs who open it at once, the second is told of the first.
func (d *Desk) StartMeeting(ctx context.Context, in Intent, kind MeetingKind, release int) (Meeting, error) {
	var started Meeting
	err := d.act(ctx, in, func(a *act) error {
		about, err := a.mayStart(kind, release)
		if err != nil {
			return err
		}
		after, err := a.LastEntry() // from here on nobody else opens one
		if err != nil {
			return fmt.Errorf("find the end of the ledger: %w", err)
		}
		if err := a.noneRuns(kind, release); err != nil {
			return err
		}
		view, err := agenda(a.Tx, a.programme, a.now)
		if err != nil {
			return err
		}
		view = view.of(kind, about)
		m := Meeting{Kind: kind, Release: release, StartedAt: a.now, StartedBy: a.by.ID, After: after, Agenda: view.Items}
		m.Attendees = a.programme.Invited(kind, view.providers)
		if !m.Attended(a.by.ID) {
			m.Attendees = append(m.Attendees, a.by.ID)
		}
		if err := a.AddMeeting(&m); err != nil {
			return fmt.Errorf("add a meeting: %w", err)
		}
		started = m
		if err := a.recordMeeting(MeetingStarted, m, map[string]any{
			"kind": m.Kind, "release": m.Release, "attendees": m.Attendees, "agenda": m.Agenda, "after": m.After,
		}); err != nil {
			return err
		}
		return a.promise(inChannel(m.Subject()+"/started", a.meetingEvent(NoticeMeeting, m)))
	})
	return started, err
}

// mayStart refuses whoever does not lead such a meeting, and returns the release
// it is about.
func (a *act) mayStart(kind MeetingKind, release int) (Release, error) {
	const what = "No meeting was opened."
	var about Release
	switch {
	case !a.programme.MayLead(a.by, kind):
		return about, refuse(CodeForbidden, what, "The "+kind.String()+" is led by the programme's "+kind.Chair().String()+".", "Ask "+a.leaders(kind)+".")
	case kind.OfRelease() && release == 0:
		return about, refuse(CodeInvalid, what, "A "+kind.String()+" is about one release, and none was named.",
			"Name it: `/rcb start "+string(kind)+" REL-7`.")
	case !kind.OfRelease() && release != 0:
		return about, refuse(CodeInvalid, what, "The "+kind.String()+" is about everything that waits, not about one release.",
			"Leave the release out: `/rcb start "+string(kind)+"`.")
	case release == 0:
		return about, nil
	}
	about, err := a.Release(release, NoLock)
	if errors.Is(err, ErrNotFound) {
		return about, refuse(CodeNotFound, what, "There is no "+ReleaseName(release)+".", "`/release list` shows the releases.")
	}
	if err != nil {
		return about, fmt.Errorf("load %s: %w", ReleaseName(release), err)
	}
	if about.Stage.Ended() {
		return about, refuse(CodeState, what, about.Name()+" is over: "+about.Stage.String()+".", "`/release list` shows the others.")
	}
	return about, nil
}

func (a *act) leaders(kind MeetingKind) string {
	for _, x := range a.programme.HoldersAmong(kind.Chair(), ProgrammeParty) {
		return x.Name
	}
	return "the programme's PMO"
}

// noneRuns refuses where such a meeting runs already.
func (a *act) noneRuns(kind MeetingKind, release int) error {
	running, err := a.FindMeetings(MeetingFilter{Kind: kind, Release: release, Running: true, Limit: 1})
	if err != nil {
		return fmt.Errorf("look for a running meeting: %w", err)
	}
	for _, m := range running {
		if m.Release != release {
			continue
		}
		return refuse(CodeState, "No second meeting was opened.",
			fmt.Sprintf("The %s runs since %s: %s opened it as %s.", m.Title(), Instant(m.StartedAt, a.programme.Location()), a.programme.NameOf(m.StartedBy), m.Name()),
			fmt.Sprintf("Join it with `/rcb join %d`, or end it with `/rcb end %d`.", m.ID, m.ID))
	}
	return nil
}

func (a *act) meetingEvent(kind NoticeKind, m Meeting) Event {
	return Event{Kind: kind, At: a.now, By: a.by.ID, Meeting: &m}
}

// inChannel returns one post in the board's channel.
func inChannel(key string, e Event) Notice {
	return Notice{Key: key + "/channel", Road: ByChannel, Duty: DutyTold, Event: e, Hold: Immediate, At: e.At}
}

// meeting loads a meeting and locks it.
func (a *act) meeting(id int64) (Meeting, error) {
	m, err := a.Meeting(id, ExclusiveLock)
	if errors.Is(err, ErrNotFound) {
		return m, noSuchMeeting(id)
	}
	if err != nil {
		return m, fmt.Errorf("load meeting %d: %w", id, err)
	}
	return m, nil
}

func noSuchMeeting(id int64) error {
	return refuse(CodeNotFound, fmt.Sprintf("There is no meeting %d.", id), "No meeting has this number.", "`/rcb minutes` shows the newest one.")
}

// JoinMeeting adds a person to the attendees of a running meeting (R66): who
// attended may correct its minutes and gets them by mail.
func (d *Desk) JoinMeeting(ctx context.Context, in Intent, id int64) (Meeting, error) {
	var joined Meeting
	err := d.act(ctx, in, func(a *act) error {
		m, err := a.meeting(id)
		if err != nil {
			return err
		}
		const what = "The list of attendees stays as it is."
		switch {
		case m.State() != MeetingRunning:
			return refuse(CodeState, what, "The meeting ended "+Instant(m.EndedAt, a.programme.Location())+".", fmt.Sprintf("`/rcb minutes %d` shows what was decided.", id))
		case m.Attended(a.by.ID):
			return refuse(CodeState, what, "You are among the attendees.", "Nothing is left to do.")
		}
		m.Attendees = append(m.Attendees, a.by.ID)
		if err := a.SaveMeeting(m); err != nil {
			return fmt.Errorf("save %s: %w", m.Name(), err)
		}
		joined = m
		return a.recordMeeting(MeetingJoined, m, map[string]any{"attendees": m.Attendees})
	})
	return joined, err
}

// EndMeeting ends a running meeting: its minutes are written from what the
// ledger took while it ran, and go to everybody who attended and to the
// representatives of providers and participants (R57, R60, R64, M12).
func (d *Desk) EndMeeting(ctx context.Context, in Intent, id int64) (Meeting, error) {
	var ended Meeting
	err := d.act(ctx, in, func(a *act) error {
		m, err := a.meeting(id)
		if err != nil {
			return err
		}
		if err := a.mayEnd(m); err != nil {
			return err
		}
		if m.Minutes, err = a.minutes(m.After); err != nil {
			return err
		}
		m.EndedAt, m.EndedBy = a.now, a.by.ID
		m.CorrectionsUntil = a.programme.CorrectionsUntil(m.Kind, a.now)
		if err := a.SaveMeeting(m); err != nil {
			return fmt.Errorf("save %s: %w", m.Name(), err)
		}
		ended = m
		if err := a.recordMeeting(MeetingEnded, m, map[string]any{"minutes": m.Minutes, "corrections-until": m.CorrectionsUntil}); err != nil {
			return err
		}
		return a.publish(NoticeMinutes, m.Subject()+"/minutes", m)
	})
	return ended, err
}

func (a *act) mayEnd(m Meeting) error {
	switch {
	case m.State() != MeetingRunning:
		return refuse(CodeState, "Nothing was ended.",
			fmt.Sprintf("The meeting ended %s, by %s.", Instant(m.EndedAt, a.programme.Location()), a.programme.NameOf(m.EndedBy)),
			fmt.Sprintf("`/rcb minutes %d` shows its minutes.", m.ID))
	case !a.programme.MayLead(a.by, m.Kind):
		return refuse(CodeForbidden, "The meeting goes on.", "Only its chair ends it.", "Ask "+a.leaders(m.Kind)+".")
	}
	return nil
}

// minutes writes the minutes of what the ledger took behind an entry.
func (a *act) minutes(after int64) ([]MinuteLine, error) {
	if _, err := a.LastEntry(); err != nil { // what still commits is waited for
		return nil, fmt.Errorf("find the end of the ledger: %w", err)
	}
	lines, err := a.EntriesAfter(after, MinutedKinds())
	if err != nil {
		return nil, fmt.Errorf("read the ledger behind entry %d: %w", after, err)
	}
	facts, err := factsOf(a.Tx, lines)
	if err != nil {
		return nil, err
	}
	return WriteMinutes(a.programme, lines, facts)
}

// publish promises what a meeting put out: by mail to its readers, and in the
// board's channel (R64).
func (a *act) publish(kind NoticeKind, key string, m Meeting) error {
	cadences, err := a.Cadences()
	if err != nil {
		return fmt.Errorf("load how often people want mail: %w", err)
	}
	e := a.meetingEvent(kind, m)
	return a.promise(append(noticesFor(key, e, ReadersOfMinutes(m, a.programme), cadences), inChannel(key, e))...)
}

// recordMeeting appends to the ledger; what is said of a release's meeting shows
// on its card.
func (a *act) recordMeeting(kind EntryKind, m Meeting, data any) error {
	return a.enter(Entry{Kind: kind, Subject: m.Subject(), Release: m.Release, Data: data})
}
