package release

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// RateMonths is how far back the rate of emergencies looks.
const RateMonths = 12

// EmergencyRate is how often a party needed emergencies instead of patches: they
// are for what cannot wait, and never cover for bad planning (R19, R95, T27).
type EmergencyRate struct {
	Party PartyID
	// Emergencies and Patches are those of the party's systems that were planned and
	// not abandoned.
	Emergencies int
	Patches     int
	// Unjustified are the emergencies whose defects were judged less than critical later.
	Unjustified int
	// Rejected are the emergencies the party asked for that the board rejected, for
	// whichever system.
	Rejected int
}

// String returns the rate in words: "2 emergencies to 5 patches in 12 months".
func (r EmergencyRate) String() string {
	emergencies, patches := "emergencies", "patches"
	if r.Emergencies == 1 {
		emergencies = "emergency"
	}
	if r.Patches == 1 {
		patches = "patch"
	}
	text := fmt.Sprintf("%d %s to %d %s in %d months", r.Emergencies, emergencies, r.Patches, patches, RateMonths)
	if r.Unjustified > 0 {
		text += fmt.Sprintf("; %d without a critical defect after all", r.Unjustified)
	}
	if r.Rejected > 0 {
		text += fmt.Sprintf("; %d asked for and rejected", r.Rejected)
	}
	return text
}

// Often tells whether patches are not more frequent than emergencies (R19).
func (r EmergencyRate) Often() bool { return r.Emergencies > 0 && r.Emergencies >= r.Patches }

// EmergencyRates counts the releases that were created since an instant, by party,
// those with the most emergencies first. Rejected names the emergencies that the
// board rejected: they count for the party of whoever asked for them (M6).
func EmergencyRates(p *Programme, releases []Release, rejected []int, since time.Time) []EmergencyRate {
	counts := map[PartyID]*EmergencyRate{}
	of := func(id PartyID) *EmergencyRate {
		if counts[id] == nil {
			counts[id] = &EmergencyRate{Party: id}
		}
		return counts[id]
	}
	for _, r := range releases {
		if r.CreatedAt.Before(since) {
			continue
		}
		if r.Content.Type == Emergency && slices.Contains(rejected, r.Number) {
			if x, ok := p.Person(r.CreatedBy); ok && len(x.Roles) > 0 {
				of(x.Roles[0].Party).Rejected++
			}
		}
		switch {
		case r.Stage == Abandoned:
		case r.Content.Type == Patch:
			of(r.Provider(p)).Patches++
		case r.Content.Type == Emergency:
			of(r.Provider(p)).Emergencies++
			if r.Content.Unjustified() {
				of(r.Provider(p)).Unjustified++
			}
		}
	}
	var rates []EmergencyRate
	for _, r := range counts {
		rates = append(rates, *r)
	}
	slices.SortFunc(rates, func(a, b EmergencyRate) int {
		return cmp.Or(cmp.Compare(b.Emergencies, a.Emergencies), cmp.Compare(b.Rejected, a.Rejected), cmp.Compare(a.Party, b.Party))
	})
	return rates
}
