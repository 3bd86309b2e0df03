package reports

import (
	"context"
	"fmt"
	"time"

	"gonogo.dev/release"
)

// Rhythm is when a report is due by its line of the schedules: by its timetable,
// and in busy weeks by a second one besides (R101).
type Rhythm struct {
	timetable Timetable
	often     *Timetable // nil where no week is busy
}

// RhythmOf reads a line of a programme's schedules.
func RhythmOf(s release.Schedule, p *release.Programme) (Rhythm, error) {
	timetable, err := TimetableOf(s.Cron, p)
	if err != nil || s.Busy.IsZero() {
		return Rhythm{timetable: timetable}, err
	}
	often, err := TimetableOf(s.Busy.Cron, p)
	if err != nil {
		return Rhythm{}, fmt.Errorf("in busy weeks: %w", err)
	}
	return Rhythm{timetable, &often}, nil
}

// Due returns the last turn in (after, now], if there is one. Of the times of busy
// weeks only the last is looked at: one that lies further back is out of date. Busy is
// asked for it at most once, and not at all where the report's own turn is as new.
func (r Rhythm) Due(after, now time.Time, busy func(at time.Time) (bool, error)) (Turn, bool, error) {
	turn, due := r.timetable.Due(after, now)
	if r.often == nil {
		return turn, due, nil
	}
	if due {
		after = turn.At
	}
	extra, more := r.often.Due(after, now)
	if !more {
		return turn, due, nil
	}
	switch is, err := busy(extra.At); {
	case err != nil:
		return Turn{}, false, err
	case is:
		// The minute is a name that the report's own turns never have then.
		extra.Period = extra.At.In(r.often.zone).Format("2006-01-02T1504")
		return extra, true, nil
	}
	return turn, due, nil
}

// Next returns when the report is due next after an instant, in a busy week or in
// another one.
func (r Rhythm) Next(after time.Time, busy bool) time.Time {
	next := r.timetable.Next(after)
	if r.often == nil || !busy {
		return next
	}
	if extra := r.often.Next(after); !extra.IsZero() && (next.IsZero() || extra.Before(next)) {
		return extra
	}
	return next
}

// Busy tells whether a schedule's report comes more often at an instant, by what was
// known then.
func Busy(ctx context.Context, from Source, s release.Schedule, p *release.Programme, at time.Time) (bool, error) {
	standings, err := from.StandingsAsOf(ctx, at)
	if err != nil {
		return false, fmt.Errorf("read the releases to see how busy the week is: %w", err)
	}
	rfcs, err := from.RFCsAsOf(ctx, at, at)
	if err != nil {
		return false, fmt.Errorf("read the RFCs to see how busy the week is: %w", err)
	}
	return s.Busy.Opening(p, at, standings, rfcs) >= s.Busy.Windows, nil
}

// Rush says why a report comes more often than its own times; the zero Rush is that
// it does not.
type Rush struct {
	Windows int       // that open until then
	Enough  int       // that make a week busy
	Until   time.Time // exclusive
	Next    time.Time // when the report comes next
}

// rush folds what makes the week busy.
func (f folding) rush() Rush {
	for _, s := range f.Programme.Schedules {
		if s.Report != ReportReadiness || s.Busy.IsZero() {
			continue
		}
		n := s.Busy.Opening(f.Programme, f.At, f.Standings, f.RFCs)
		rhythm, err := RhythmOf(s, f.Programme)
		if err != nil || n < s.Busy.Windows {
			return Rush{} // the programme check refuses a line that cannot be read
		}
		return Rush{Windows: n, Enough: s.Busy.Windows, Until: s.Busy.Until(f.Programme, f.At), Next: rhythm.Next(f.At, true)}
	}
	return Rush{}
}

// sentence tells the reader why the report comes so often; empty where it does not.
func (r Rush) sentence(loc *time.Location) string {
	if r.Windows == 0 {
		return ""
	}
	last := r.Until.Add(-time.Minute).In(loc).Format("Mon 2 Jan")
	return fmt.Sprintf("A busy week: %s %s until the end of %s, counted by release and environment. From %d on this report comes more often than each week; the next one comes on %s.",
		count(r.Windows, "window"), either(r.Windows, "opens", "open"), last, r.Enough, release.Instant(r.Next, loc))
}
