package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// release loads a release and locks it. Its lock comes before its RFC's, and
// that before the ballot's.
func (a *act) release(number int) (Release, error) {
	r, err := a.Release(number, ExclusiveLock)
	if errors.Is(err, ErrNotFound) {
		return r, noSuchRelease(ReleaseName(number))
	}
	if err != nil {
		return r, fmt.Errorf("load %s: %w", ReleaseName(number), err)
	}
	return r, nil
}

func noSuchRelease(name string) error {
	return refuse(CodeNotFound, "There is no release "+name+".", "No release under control has this name.",
		"`/release list` shows the releases.")
}

// standing loads what the gates of a release look at.
func standingOf(tx Tx, p *Programme, r Release, now time.Time) (Standing, error) {
	s := Standing{Programme: p, Release: r, Now: now}
	rules := p
	if r.Programme != p.Version {
		var err error
		if rules, err = tx.ProgrammeAt(r.Programme); err != nil {
			return s, fmt.Errorf("load version %d of the programme: %w", r.Programme, err)
		}
	}
	s.Rules = rules.Policy.Types[r.Content.Type]
	if err := loadRFC(tx, &s); err != nil {
		return s, err
	}
	var err error
	if s.Evidence, err = tx.EvidenceOf(r.Number); err != nil {
		return s, fmt.Errorf("load the evidence of %s: %w", r.Name(), err)
	}
	if r.Build != 0 {
		b, err := tx.Build(r.Build)
		if err != nil {
			return s, fmt.Errorf("load build %d: %w", r.Build, err)
		}
		s.Build = &b
	}
	if s.Actions, err = tx.FindActions(ActionFilter{Release: r.Number}); err != nil {
		return s, fmt.Errorf("load the actions of %s: %w", r.Name(), err)
	}
	if s.Silent, err = unconfirmed(tx, p, r); err != nil {
		return s, err
	}
	err = loadOthers(tx, &s)
	return s, err
}

func loadRFC(tx Tx, s *Standing) error {
	if s.Release.RFC == 0 {
		return nil
	}
	var err error
	if s.RFC, err = tx.RFC(s.Release.RFC, NoLock); err != nil {
		return fmt.Errorf("load %s: %w", RFCName(s.Release.RFC), err)
	}
	if s.Ballots, err = tx.BallotsOf(s.RFC.Number); err != nil {
		return fmt.Errorf("load the ballots of %s: %w", s.RFC.Name(), err)
	}
	if s.Conditions, err = tx.ConditionsOf(s.RFC.Number); err != nil {
		return fmt.Errorf("load the conditions of %s: %w", s.RFC.Name(), err)
	}
	return nil
}

// loadOthers asks the other nouns what they hold against the release.
func loadOthers(tx Tx, s *Standing) error {
	held, err := tx.FindMeetings(MeetingFilter{Release: s.Release.Number})
	if err != nil {
		return fmt.Errorf("load the meetings of %s: %w", s.Release.Name(), err)
	}
	environments, err := environmentBlockers(tx, s.Programme, s.landing(), s.Now)
	if err != nil {
		return err
	}
	debts, err := tx.FindDebts(DebtFilter{Open: true, System: s.Release.Content.System})
	if err != nil {
		return fmt.Errorf("load the debts of %s: %w", s.Release.Content.System, err)
	}
	if !s.Release.Stage.InFlight() || s.RFC.State == RolledBack {
		if s.Reviews, err = tx.FindReviews(ReviewFilter{Release: s.Release.Number}); err != nil {
			return fmt.Errorf("load the reviews of %s: %w", s.Release.Name(), err)
		}
	}
	s.Others = map[Check][]Blocker{
		CheckDebts:        DebtBlockers(debts, s.Release, s.Build, s.Programme),
		CheckMeetings:     MeetingBlockers(s.meetingsDue(), held, s.Release.Number, s.Programme),
		CheckEnvironments: environments,
	}
	return nil
}

// meetingsDue are the meetings the policy asks for that can be due by now: the
// Go/No-Go meeting only once the board is asked.
func (s Standing) meetingsDue() []MeetingKind {
	return slices.DeleteFunc(slices.Clone(s.Rules.Meetings), func(k MeetingKind) bool {
		return k == GoNoGoMeeting && s.Release.Stage.Before(Approving)
	})
}

// landing is where the version is to land: in the agreed window where an RFC is
// raised, else in the planned ones.
func (s Standing) landing() Landing {
	l := Landing{System: s.Release.Content.System, Version: s.Release.Version, Targets: slices.Clone(s.Release.Content.Targets)}
	for i, t := range l.Targets {
		if s.RFC.Number != 0 && slices.Contains(s.RFC.Content.Environments, t.Environment) {
			l.Targets[i].Window = s.RFC.Content.Window
		}
	}
	return l
}

// ReadRelease returns how a release stands.
func (d *Desk) ReadRelease(ctx context.Context, number int) (Standing, error) {
	var s Standing
	err := d.store.Within(ctx, func(tx Tx) error {
		p, err := programmeOf(tx)
		if err != nil {
			return err
		}
		r, err := tx.Release(number, NoLock)
		if errors.Is(err, ErrNotFound) {
			return noSuchRelease(ReleaseName(number))
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", ReleaseName(number), err)
		}
		s, err = standingOf(tx, p, r, d.instant())
		return err
	})
	return s, err
}

// FindRelease returns the number of the release that somebody named. A version
// that several systems have is refused with their names.
func (d *Desk) FindRelease(ctx context.Context, text string) (int, error) {
	p, err := d.Programme(ctx)
	if err != nil {
		return 0, err
	}
	ref, err := ParseReleaseRef(text, p)
	if err != nil {
		return 0, err
	}
	if ref.Number != 0 {
		return ref.Number, nil
	}
	found, err := d.ListReleases(ctx, ReleaseFilter{System: ref.System, Version: ref.Version})
	if err != nil {
		return 0, err
	}
	switch len(found) {
	case 0:
		return 0, noSuchRelease(Clip(text, 40))
	case 1:
		return found[0].Number, nil
	}
	names := make([]string, len(found))
	for i, r := range found {
		names[i] = fmt.Sprintf("%s (`%s %s`)", r.Name(), r.Content.System, r.Version)
	}
	return 0, refuse(CodeInvalid, "That could be several releases.",
		fmt.Sprintf("%s is a version of %d systems: %s.", ref.Version, len(found), joined(names)), "Name the system too, or use the release's own name.")
}

func joined(words []string) string {
	if len(words) < 2 {
		return list(words)
	}
	return list(words[:len(words)-1]) + " and " + words[len(words)-1]
}

// ListReleases returns releases by descending number.
func (d *Desk) ListReleases(ctx context.Context, f ReleaseFilter) ([]Release, error) {
	var all []Release
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = tx.FindReleases(f)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	return all, nil
}

// Standings returns how releases stand, by descending number.
func (d *Desk) Standings(ctx context.Context, f ReleaseFilter) ([]Standing, error) {
	var all []Standing
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		all, err = ReadStandings(tx, f, d.instant())
		return err
	})
	return all, err
}

// ReadStandings returns how releases stand at an instant by what a transaction
// sees, by descending number: storage hands in one that sees a day that is gone.
func ReadStandings(tx Tx, f ReleaseFilter, now time.Time) ([]Standing, error) {
	p, err := programmeOf(tx)
	if err != nil {
		return nil, err
	}
	found, err := tx.FindReleases(f)
	if err != nil {
		return nil, fmt.Errorf("load how the releases stand: %w", err)
	}
	reads, err := manyOf(tx, found)
	if err != nil {
		return nil, fmt.Errorf("load the RFCs of the releases: %w", err)
	}
	all := make([]Standing, len(found))
	for i, r := range found {
		if all[i], err = standingOf(reads, p, r, now); err != nil {
			return nil, fmt.Errorf("load how the releases stand: %w", err)
		}
	}
	return all, nil
}

// InFlightStages are the stages in which something is still to be done about a
// release.
func InFlightStages() []Stage {
	return slices.DeleteFunc(Stages(), Stage.Ended)
}
