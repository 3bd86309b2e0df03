package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// openDebts keeps what an emergency leaves behind once it is deployed, and
// tells the owners. What a release carries already is settled at once. A release
// that it overtook no longer owes it anything (R98, M6).
func (a *act) openDebts(r Release, rules TypePolicy) error {
	if err := a.endDebts(r, r.Name()+" was deployed without it."); err != nil || r.Content.Type != Emergency {
		return err
	}
	inFlight, err := a.FindReleases(ReleaseFilter{
		System: r.Content.System, Stages: slices.DeleteFunc(Stages(), func(s Stage) bool { return !s.InFlight() }),
	})
	if err != nil {
		return fmt.Errorf("load the releases in flight beside %s: %w", r.Name(), err)
	}
	owed := map[PersonID][]Debt{}
	for _, d := range DebtsOf(r, inFlight, rules, a.programme, a.now) {
		if err := a.AddDebt(&d); err != nil {
			return fmt.Errorf("add a debt of %s: %w", r.Name(), err)
		}
		if err := a.recordDebt(DebtOpened, d, map[string]any{"target": d.Target, "defects": d.Defects, "owner": d.Owner, "due": d.Due}); err != nil {
			return err
		}
		owed[d.Owner] = append(owed[d.Owner], d)
	}
	for owner, debts := range owed {
		e := a.releaseEvent(NoticeDebts, r)
		e.Debts = debts
		if err := a.tell(r.Subject()+"/debts", e, owner); err != nil {
			return err
		}
	}
	for _, o := range inFlight {
		if err := a.settleDebts(o); err != nil {
			return err
		}
		if err := a.settleNext(o); err != nil {
			return err
		}
	}
	return nil
}

// lockedDebts loads the debts a filter selects and locks each; what was settled
// while it waited comes as it is then.
func (a *act) lockedDebts(f DebtFilter) ([]Debt, error) {
	debts, err := a.FindDebts(f)
	if err != nil {
		return nil, fmt.Errorf("load debts: %w", err)
	}
	slices.SortFunc(debts, func(x, y Debt) int { return int(x.ID - y.ID) }) // everybody locks in one order
	for i := range debts {
		if debts[i], err = a.Debt(debts[i].ID, ExclusiveLock); err != nil {
			return nil, fmt.Errorf("lock debt %d: %w", debts[i].ID, err)
		}
	}
	return debts, nil
}

func (a *act) buildOf(r Release) (*Build, error) {
	if r.Build == 0 {
		return nil, nil //nolint:nilnil // no build is an ordinary answer
	}
	b, err := a.Build(r.Build)
	if err != nil {
		return nil, fmt.Errorf("load build %d: %w", r.Build, err)
	}
	return &b, nil
}

// settleDebts holds the debts that concern a release against what it carries
// now: a fix that came into its content or build settles them by itself, one that
// left them again before the deployment opens them again (M6).
func (a *act) settleDebts(r Release) error {
	debts, err := a.lockedDebts(DebtFilter{Target: r.Number})
	if err != nil || len(debts) == 0 {
		return err
	}
	b, err := a.buildOf(r)
	if err != nil {
		return err
	}
	for _, d := range debts {
		if err := a.settleDebt(d, r, b); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) settleDebt(d Debt, r Release, b *Build) error {
	how, proof, carried := d.carried(r, b)
	mine := d.Open() && d.Target == r.Number
	switch {
	case mine && carried:
		return a.settle(d, how, r.Number, proof)
	case !d.Open() && d.SettledIn == r.Number && !carried && r.Stage.InFlight():
		return a.reopen(d, r.Name()+" no longer carries the fix.")
	case mine && d.Owner != r.Content.Owner:
		d.Owner = r.Content.Owner
		return a.saveDebt(d)
	}
	return nil
}

// settleNext settles what had to go into the next release: this one carries the
// fix and has its fresh Go. An emergency is not what the fix was to go into.
func (a *act) settleNext(r Release) error {
	if r.Content.Type == Emergency || r.RFC == 0 {
		return nil
	}
	debts, err := a.lockedDebts(DebtFilter{Open: true, System: r.Content.System})
	if err != nil || len(debts) == 0 {
		return err
	}
	s, err := standingOf(a.Tx, a.programme, r, a.now)
	if err != nil || len(s.Unmet([]Check{CheckGo})) > 0 {
		return err
	}
	for _, d := range debts {
		how, proof, carried := d.carried(r, s.Build)
		if !d.Open() || d.Kind != MergeNext || d.Release == r.Number || !carried {
			continue
		}
		if err := a.settle(d, how, r.Number, proof); err != nil {
			return err
		}
	}
	return nil
}

func (a *act) settle(d Debt, how DebtProof, in int, proof string) error {
	d.SettledAt, d.SettledBy, d.SettledIn, d.How, d.Evidence = a.now, a.by.ID, in, how, proof
	if err := a.saveDebt(d); err != nil {
		return err
	}
	return a.recordDebt(DebtSettled, d, map[string]any{"how": how, "in": in, "ref": proof})
}

func (a *act) reopen(d Debt, why string) error {
	d.SettledAt, d.SettledBy, d.SettledIn, d.How, d.Evidence = time.Time{}, "", 0, "", ""
	if err := a.saveDebt(d); err != nil {
		return err
	}
	return a.recordDebt(DebtReopened, d, map[string]any{"why": why})
}

// endDebts closes what was to go into a release that takes nothing any more, with
// the reason, and opens again what it was to carry on without being deployed.
func (a *act) endDebts(r Release, why string) error {
	debts, err := a.lockedDebts(DebtFilter{Target: r.Number})
	if err != nil {
		return err
	}
	for _, d := range debts {
		switch {
		case d.Open() && d.Target == r.Number:
			err = a.settle(d, ByNothing, 0, why)
		case r.Stage.Ended() && d.Kind == MergeNext && d.SettledIn == r.Number:
			err = a.reopen(d, why)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *act) saveDebt(d Debt) error {
	if err := a.SaveDebt(d); err != nil {
		return fmt.Errorf("save debt %d: %w", d.ID, err)
	}
	return nil
}

// recordDebt records what happened to a debt. The card of the release it must go
// into shows it, else that of the emergency.
func (a *act) recordDebt(kind EntryKind, d Debt, data map[string]any) error {
	data["debt"], data["kind"], data["emergency"] = d.ID, d.Kind, d.Release
	shown := d.Release
	if d.Target != 0 {
		shown = d.Target
	}
	e := Entry{Intent: a.key, At: a.now, Kind: kind, Subject: d.Subject(), By: a.by.ID, Release: shown, Data: data}
	a.key = ""
	if err := a.Append(e); err != nil {
		return fmt.Errorf("record %s of debt %d: %w", kind, d.ID, err)
	}
	return nil
}

// SettleDebt shows that an emergency was looked back on, by a link or a digest and
// never by a bare tick (T27, T28). A fix that must be merged settles its debts
// itself, when it is in the release.
func (d *Desk) SettleDebt(ctx context.Context, in Intent, id int64, ref string) (Debt, error) {
	var settled Debt
	err := d.act(ctx, in, func(a *act) error {
		const what = "The debt stays open."
		debt, err := a.Debt(id, ExclusiveLock)
		if errors.Is(err, ErrNotFound) {
			return refuse(CodeNotFound, fmt.Sprintf("There is no debt %d.", id), "No emergency left a debt with this number.",
				"`/release debts` shows what is open.")
		}
		if err != nil {
			return fmt.Errorf("load debt %d: %w", id, err)
		}
		ref = strings.TrimSpace(ref)
		switch why := checkRef(ref); {
		case !debt.Open():
			return refuse(CodeState, "Nothing was changed.", "It was settled before: "+debt.Evidence, "Nothing is left to do.")
		case debt.Kind.Merge():
			return refuse(CodeState, what, "It settles itself once the fix is in the release: "+debt.fix()+
				" in its content, or in the bill of materials of its build.", mergeNext(debt))
		case !a.programme.MaySettle(a.by, debt):
			return refuse(CodeForbidden, what, "It is settled by its owner, or by a release manager of the provider or the programme.",
				"Ask "+a.programme.NameOf(debt.Owner)+".")
		case why != "":
			refusal := refuse(CodeInvalid, what, why, fmt.Sprintf("`/release settle %d https://…` with the link to the retrospective's report.", id))
			refusal.Fields = []FieldProblem{{Field: FieldRef, Why: why}}
			return refusal
		}
		if err := a.settle(debt, ByLink, 0, ref); err != nil {
			return err
		}
		settled, err = a.Debt(id, NoLock)
		return err
	})
	return settled, err
}

func mergeNext(d Debt) string {
	if d.Target == 0 {
		return "Add the fix to the next release of the system."
	}
	return "`/release edit " + ReleaseName(d.Target) + "` adds the fix, or register a build that names it."
}

// escalated tells why the escalation point must be heard in every vote on an
// emergency: its provider owes the retrospective of an earlier one (T27). It is
// empty where it need not be.
func (a *act) escalated(r RFC) (string, error) {
	if r.Content.Type != Emergency {
		return "", nil
	}
	debts, err := a.FindDebts(DebtFilter{Open: true})
	if err != nil {
		return "", fmt.Errorf("load the debts of emergencies: %w", err)
	}
	d, ok := OverdueRetrospective(debts, r.Provider(a.programme), a.now)
	if !ok {
		return "", nil
	}
	return fmt.Sprintf("The retrospective of emergency %s is overdue since %s.", ReleaseName(d.Release), Instant(d.Due, a.programme.Location())), nil
}
