package board

import (
	"context"

	"gonogo.dev/release"
)

// plans is the fake desk's communication plan, of one release.
type plans struct {
	plan      release.Plan
	confirmed []release.Intent
}

// ReadPlan returns the plan.
func (p *plans) ReadPlan(context.Context, int) (release.Plan, error) { return p.plan, nil }

// PlanOf returns the plan.
func (p *plans) PlanOf(context.Context, int64) (release.Plan, error) { return p.plan, nil }

// ConfirmCommunication keeps who confirmed.
func (p *plans) ConfirmCommunication(_ context.Context, in release.Intent, _ int64, how release.ConfirmRoad) (release.Communication, error) {
	p.confirmed = append(p.confirmed, in)
	for i := range p.plan.Hearings {
		if h := &p.plan.Hearings[i]; h.Person == in.By {
			h.ConfirmedAt, h.How = p.plan.Standing.Now, how
		}
	}
	return p.plan.Lines[0], nil
}
