package release

import "time"

// BusyRule says in which weeks a report comes more often (R101): while enough
// deployment windows open within so many working days. The zero rule is never.
type BusyRule struct {
	Windows int    // how many are enough
	Days    int    // working days of the programme's calendar, after the day itself
	Cron    string // when the report comes then, besides its own times
}

// IsZero tells whether the report comes at its own times only.
func (b BusyRule) IsZero() bool { return b == BusyRule{} }

// Until returns the end of the last working day that the rule looks at from an
// instant on: midnight in the programme's zone.
func (b BusyRule) Until(p *Programme, at time.Time) time.Time {
	y, m, d := p.WorkingCalendar().AddWorkingDays(at.In(p.Location()), b.Days).Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, p.Location())
}

// Opening counts the windows that open in the rule's time: those of the releases
// under way, one for each environment, and those of the RFCs that belong to no
// release. What is still a draft or has ended opens nothing.
func (b BusyRule) Opening(p *Programme, at time.Time, standings []Standing, rfcs []RFC) int {
	until := b.Until(p, at)
	opens := func(w Window) int {
		if w.From.Before(at) || !w.From.Before(until) {
			return 0
		}
		return 1
	}
	n, governed := 0, map[int]bool{}
	for _, s := range standings {
		governed[s.Release.RFC] = true
		for _, t := range s.Release.Content.Targets {
			n += opens(t.Window)
		}
	}
	for _, r := range rfcs {
		if r.State.Open() && r.State != Draft && !governed[r.Number] {
			n += opens(r.Content.Window)
		}
	}
	return n
}
