package release

import (
	"slices"
	"time"
)

// SupportSummary is how an early life support ended (S1). Its names in JSON are
// fixed for ever, since the ledger keeps its digest.
type SupportSummary struct {
	Release      int             `json:"release"`
	System       SystemID        `json:"system"`
	Version      Version         `json:"version"`
	Environments []EnvironmentID `json:"environments"`
	From         time.Time       `json:"from"`
	Until        time.Time       `json:"until"`
	// Severities count the issues, the worst first; those without issues are left out.
	Severities []SeverityCount `json:"severities,omitempty"`
	Resolved   int             `json:"resolved"`
	// Median is the time from report to resolution of the middle one of those that
	// were resolved, the mean of the middle two.
	Median time.Duration  `json:"median"`
	Open   []SupportIssue `json:"open,omitempty"` // the worst first
}

// SeverityCount is how many issues of a severity there were.
type SeverityCount struct {
	Severity Severity `json:"severity"`
	Count    int      `json:"count"`
}

// Issues returns how many issues there were.
func (s SupportSummary) Issues() int { return s.Resolved + len(s.Open) }

// Digest returns the SHA-256 of the summary in hex.
func (s SupportSummary) Digest() string {
	return digestOf(s, "a support's summary")
}

// SumUp counts the issues of an early life support. It is pure: the same issues
// have the same summary in whatever order they come.
func SumUp(s Support, v Version, issues []SupportIssue) SupportSummary {
	sum := SupportSummary{
		Release: s.Release, System: s.System, Version: v, Environments: s.Environments, From: s.From.UTC(), Until: s.Until.UTC(),
	}
	var took []time.Duration
	for _, severity := range Severities() {
		n := 0
		for _, x := range slices.SortedFunc(slices.Values(issues), func(a, b SupportIssue) int { return int(a.ID - b.ID) }) {
			switch {
			case x.Severity != severity:
				continue
			case x.Open():
				sum.Open = append(sum.Open, x)
			default:
				sum.Resolved++
				took = append(took, x.ResolvedAt.Sub(x.At))
			}
			n++
		}
		if n > 0 {
			sum.Severities = append(sum.Severities, SeverityCount{severity, n})
		}
	}
	sum.Median = middle(took)
	return sum
}

// middle returns the median, 0 of nothing.
func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	n := len(all)
	switch {
	case n == 0:
		return 0
	case n%2 == 1:
		return all[n/2]
	}
	return (all[n/2-1] + all[n/2]) / 2
}
