package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// MayRegrade tells whether a person may judge anew how badly a defect hurts: the
// programme's defect managers and release managers (R111).
func (p *Programme) MayRegrade(x Person) bool {
	able := append(p.HoldersAmong(DefectManager, ProgrammeParty), p.HoldersAmong(ReleaseManager, ProgrammeParty)...)
	return !x.Retired && slices.ContainsFunc(able, func(o Person) bool { return o.ID == x.ID })
}

// Regrade changes the severity of a defect that a release mends, also after its
// deployment. An emergency without any urgent defect is flagged from then on and
// counted as such (T27).
func (d *Desk) Regrade(ctx context.Context, in Intent, number int, defect string, to Severity) (Release, error) {
	var after Release
	err := d.act(ctx, in, func(a *act) error {
		r, err := a.release(number)
		if err != nil {
			return err
		}
		what := r.Name() + " stays as it is."
		i := slices.IndexFunc(r.Content.Items, func(x Item) bool { return x.Kind == ItemDefectFix && strings.EqualFold(x.ID, defect) })
		switch {
		case !a.programme.MayRegrade(a.by):
			return refuse(CodeForbidden, what, "How badly a defect hurts is judged by the programme's defect and release managers.", "Ask one of them.")
		case r.Stage == Abandoned:
			return refuse(CodeState, what, "It was abandoned.", "Nothing is left to do.")
		case r.Stage == Deploying:
			return refuse(CodeState, what, "It is being deployed on what the board decided.", "Judge the defect anew when that is over.")
		case i < 0:
			return refuse(CodeNotFound, what, fmt.Sprintf("It mends no defect “%s”.", Clip(defect, 40)), "`/release show "+r.Name()+"` lists its content.")
		case !slices.Contains(Severities(), to):
			return refuse(CodeInvalid, what, fmt.Sprintf("“%s” is not a severity.", Clip(string(to), 40)), "Choose blocking, critical, high, medium or low.")
		case r.Content.Items[i].Severity == to:
			return refuse(CodeState, what, r.Content.Items[i].ID+" is "+string(to)+" already.", "Nothing is left to do.")
		}
		if r.RFC != 0 {
			if _, err := a.rfc(r.RFC); err != nil {
				return err
			}
		}
		before := r.Content
		r.Content.Items = slices.Clone(before.Items)
		r.Content.Items[i].Severity = to
		if err := a.saveRelease(&r, r.Revision); err != nil {
			return err
		}
		data := releaseEntry(r)
		data["changes"] = before.Changes(r.Content)
		if err := a.recordRelease(ReleaseEdited, r, data); err != nil {
			return err
		}
		void, err := a.recheckNote(r)
		if err != nil {
			return err
		}
		err = a.resettle(&r, fmt.Sprintf("%s judged %s %s.", a.by.Name, r.Content.Items[i].ID, to)+void)
		after = r
		return err
	})
	return after, err
}
