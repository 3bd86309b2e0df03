package release_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// agreed agrees a work-off action of the provider's release manager for Friday.
func (b *board) agreed(number int, what string) release.Action {
	b.Helper()
	x, err := b.desk.AgreeAction(b.Context(), b.as("rm"), release.Action{
		Release: number, What: what, Owner: "ex-rm", Due: b.clock.Add(7 * 24 * time.Hour), From: release.FromReview,
	})
	b.must(err)
	return x
}

// R40: a work-off action has words, an owner and a day, comes after a deployment,
// and is agreed, changed and cancelled by those who close the release.
func TestWorkOffActions(t *testing.T) {
	b := newGoverned(t)
	early := b.create(planned(release.Patch))
	good := release.Action{Release: early.Number, What: "Archive the logs.", Owner: "ex-rm", Due: b.clock.Add(time.Hour), From: release.FromReview}
	refused(t, second(b.desk.AgreeAction(t.Context(), b.as("rm"), good)), release.CodeState)
	_, err := b.desk.AbandonRelease(t.Context(), b.as("ex-rm"), early.Number, "Dropped.")
	b.must(err)
	refused(t, second(b.desk.AgreeAction(t.Context(), b.as("rm"), good)), release.CodeState)
	c := planned(release.Patch)
	c.Base = release.Version{}
	r := b.deployed(c)
	good.Release, good.Due = r.Number, b.clock.Add(time.Hour)
	for name, one := range map[string]struct {
		change func(x *release.Action)
		by     release.PersonID
		code   release.Code
		field  string
	}{
		"no words":      {func(x *release.Action) { x.What = " \u200b" }, "rm", release.CodeInvalid, release.FieldAction},
		"long words":    {func(x *release.Action) { x.What = strings.Repeat("x", release.MaxText+1) }, "rm", release.CodeInvalid, release.FieldAction},
		"no owner":      {func(x *release.Action) { x.Owner = "" }, "rm", release.CodeInvalid, release.FieldActionOwner},
		"a stranger":    {func(x *release.Action) { x.Owner = "nobody" }, "rm", release.CodeInvalid, release.FieldActionOwner},
		"no day":        {func(x *release.Action) { x.Due = time.Time{} }, "rm", release.CodeInvalid, release.FieldActionDue},
		"yesterday":     {func(x *release.Action) { x.Due = b.clock }, "rm", release.CodeInvalid, release.FieldActionDue},
		"some year":     {func(x *release.Action) { x.Due = b.clock.AddDate(1, 0, 1) }, "rm", release.CodeInvalid, release.FieldActionDue},
		"no origin":     {func(x *release.Action) { x.From = "the sky" }, "rm", release.CodeInvalid, release.FieldActionOrigin},
		"a participant": {func(*release.Action) {}, "sup-rep", release.CodeForbidden, ""},
		"no release":    {func(x *release.Action) { x.Release = 99 }, "rm", release.CodeNotFound, ""},
		"no issue":      {func(x *release.Action) { x.Issue = 4 }, "rm", release.CodeNotFound, ""},
	} {
		x := good
		one.change(&x)
		got := refused(t, second(b.desk.AgreeAction(t.Context(), b.as(one.by), x)), one.code)
		if one.field != "" && (len(got.Fields) != 1 || got.Fields[0].Field != one.field) {
			t.Errorf("%s: refused for %+v", name, got.Fields)
		}
	}
	x := b.agreed(r.Number, "Archive the logs.")
	if told := b.told(release.NoticeAction, release.ByDirect); !slices.Equal(told, []release.PersonID{"ex-rm"}) {
		t.Errorf("told: %v", told)
	}
	refused(t, second(b.desk.FinishAction(t.Context(), b.as("env"), x.ID, "Done.")), release.CodeForbidden)
	refused(t, second(b.desk.FinishAction(t.Context(), b.as("ex-rm"), x.ID, " ")), release.CodeInvalid)
	refused(t, second(b.desk.FinishAction(t.Context(), b.as("ex-rm"), 99, "Done.")), release.CodeNotFound)
	refused(t, second(b.desk.ChangeAction(t.Context(), b.as("rm"), x.ID, x)), release.CodeInvalid)
	to := x
	to.Owner = "env"
	refused(t, second(b.desk.ChangeAction(t.Context(), b.as("sup-rep"), x.ID, to)), release.CodeForbidden)
	changed, err := b.desk.ChangeAction(t.Context(), b.as("ex-rm"), x.ID, to)
	b.must(err)
	if told := b.told(release.NoticeAction, release.ByDirect); changed.Owner != "env" || !slices.Equal(told, []release.PersonID{"env", "ex-rm"}) {
		t.Errorf("given to %s, told %v", changed.Owner, told)
	}
	if mine := b.waiting("env").Actions; len(mine) != 1 || mine[0].ID != x.ID {
		t.Errorf("waits for its owner: %v", mine)
	}
	done, err := b.desk.FinishAction(t.Context(), b.as("env"), x.ID, "https://tickets.example/1")
	b.must(err)
	if done.Open() || done.EndedBy != "env" {
		t.Errorf("done: %+v", done)
	}
	refused(t, second(b.desk.FinishAction(t.Context(), b.as("env"), x.ID, "Again.")), release.CodeState)
	other := b.agreed(r.Number, "Buy a disk.")
	refused(t, second(b.desk.CancelAction(t.Context(), b.as("rm"), other.ID, "")), release.CodeInvalid)
	refused(t, second(b.desk.CancelAction(t.Context(), b.as("env"), other.ID, "No.")), release.CodeForbidden)
	_, err = b.desk.CancelAction(t.Context(), b.as("rm"), other.ID, "The system is retired.")
	b.must(err)
	refused(t, second(b.desk.FinishAction(t.Context(), b.as("ex-rm"), other.ID, "Done.")), release.CodeState)
	if open, err := b.desk.Actions(t.Context(), release.ActionFilter{Open: true}); err != nil || len(open) != 0 {
		t.Errorf("open: %v, %v", open, err)
	}
}

// R40, R111: an action is brought to its owner two working days ahead, after its
// day to the programme's release manager, then to the escalation point; closed
// releases are chased too, and what is done is not.
func TestWorkOffActionsAreChased(t *testing.T) {
	b := newGoverned(t)
	r := b.underReview()
	x := b.agreed(r.Number, "Archive the logs.") // due on a Friday at noon or so
	b.close(r.Number)
	day := func(n int) { // at ten in the morning, n working days after its day
		at := release.NewCalendar("", "").AddWorkingDays(x.Due, n)
		b.clock = time.Date(at.Year(), at.Month(), at.Day(), 16, 30, 0, 0, time.UTC)
	}
	for _, step := range []struct {
		days int
		want []string
	}{
		{-3, nil},
		{-1, []string{"0 ex-rm"}},
		{1, []string{"1 rm"}},
		{2, []string{"2 tmag"}},
		{3, nil},
	} {
		day(step.days)
		before := b.store.snapshot()
		b.chase()
		b.chase()
		var got []string
		for _, told := range b.reminded(before) {
			if rest, mine := strings.CutPrefix(told, x.Subject()+"/"); mine {
				got = append(got, rest[strings.LastIndex(rest, "/")+1:])
			}
		}
		if !slices.Equal(got, step.want) {
			t.Errorf("%d working days after: told %v; want %v", step.days, got, step.want)
		}
	}
}
