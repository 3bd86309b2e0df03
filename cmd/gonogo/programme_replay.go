package main

import (
	"context"
	"fmt"

	"gonogo.dev/release"
)

// replay prints which past decisions a programme's policy would have decided
// otherwise (M20). It changes nothing, and no difference is a mistake: whoever
// changes a policy may well mean it.
func replay(ctx context.Context, t *terminal, desk *release.Desk, p release.Programme, file string) error {
	differences, decided, err := desk.ReplayDecisions(ctx, p)
	if err != nil {
		return err
	}
	switch {
	case decided == 0:
		fmt.Fprintln(t.Out, "replay: nothing was decided yet, so there is nothing to compare")
		return nil
	case len(differences) == 0:
		fmt.Fprintf(t.Out, "replay: %s would come out of %s as it did\n", past(decided), file)
		return nil
	}
	fmt.Fprintf(t.Out, "replay: %d of %s would have come out otherwise:\n", len(differences), past(decided))
	for _, d := range differences {
		fmt.Fprintf(t.Out, "  %s, %s of %s: was %s, would be %s\n    %s\n", d.RFC.Name(), d.Ballot.Purpose,
			release.Instant(d.Ballot.ClosedAt, p.Location()), d.Ballot.Outcome, d.Would, d.Why)
	}
	fmt.Fprintln(t.Out, "nothing was changed: what was decided stays decided, and an RFC keeps the policy it was raised under")
	return nil
}

func past(n int) string { return count(n, "past decision") }
