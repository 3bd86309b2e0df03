package bot

import (
	"testing"
	"time"

	"gonogo.dev/release"
)

// What people see of delegations, word for word (T22).
func TestDelegationGolden(t *testing.T) {
	o := open(t)
	p := programme()
	c := Call{Command: "/gonogo", By: p.People[1], Programme: p, now: start}
	admin := c
	admin.By = p.People[5]
	until := start.Add(100 * time.Hour)
	mine := release.Delegation{ID: 1, From: "tom", To: "eve", Window: release.Window{From: start, To: until}, Why: "On leave <!channel> & away.", By: "tom", At: start}
	theirs := release.Delegation{ID: 2, From: "rachel", To: "pmo", Window: release.Window{From: start.Add(48 * time.Hour), To: until}, By: "pmo", At: start}
	goldenPage(t, "delegations", o.bot.delegationsPage(c, []release.Delegation{mine, theirs}))
	goldenPage(t, "delegations_none", o.bot.delegationsPage(c, nil))
	open := []release.Ballot{{ID: 7, RFC: 12, Purpose: release.Approval}, {ID: 8, RFC: 14, Purpose: release.Deployment}}
	goldenPage(t, "delegation_given", o.bot.delegatedPage(c, release.DelegationChange{Delegation: mine, Untouched: open}))
	for name, form := range map[string]*view{"form_delegate": o.bot.delegationForm(c), "form_delegate_others": o.bot.delegationForm(admin)} {
		golden(t, name+".json", indented(t, form.ModalViewRequest))
		golden(t, name+".txt", readable(t, form.Blocks.BlockSet))
	}
	for name, n := range map[string]release.Notice{
		"notice_delegation": {To: "eve", Event: release.Event{Kind: release.NoticeDelegation, At: start, By: "tom", Delegation: &mine}},
		"notice_delegation_ended": {To: "eve", Event: release.Event{Kind: release.NoticeDelegation, At: start, By: "pmo", Delegation: &release.Delegation{
			ID: 1, From: "tom", To: "eve", Window: mine.Window, EndedAt: start, EndedBy: "pmo",
		}}},
	} {
		n.Road = release.ByDirect
		goldenPage(t, name, noticePage(n, p, ""))
	}
	b := ballotOf12(7, release.Approval, release.Vote{Seat: "test-manager/si", Person: "eve", Choice: release.VoteNoGo, Words: "Not yet.", At: start})
	for i := range b.Seats {
		if b.Seats[i].Key == "test-manager/si" {
			b.Seats[i].Holders, b.Seats[i].For = []release.PersonID{"eve"}, map[release.PersonID]release.PersonID{"eve": "tom"}
		}
	}
	page := newPage("", "")
	seatPart(page, b, p, 300)
	wants(t, readable(t, page.blocks), "Eve Lindqvist for Tom Adeyemi: “Not yet.”")
}

// T22: delegating as it is typed, and what is refused with what to write instead.
func TestDelegationsTyped(t *testing.T) {
	o := open(t)
	o.raised()
	for _, step := range []struct {
		user, text string
		parts      []string
	}{
		{tom, "/gonogo delegations", []string{"Nobody has a delegate"}},
		{tom, "/gonogo delegate Eve Lindqvist", []string{"Until when is missing.", "`/gonogo delegate Eve Lindqvist until 2026-12-04 on leave`"}},
		{tom, "/gonogo delegate eve until", []string{"Nothing stands behind “until”."}},
		{tom, "/gonogo delegate eve until 2026-11-19", []string{"It lies in the past."}},
		{tom, "/gonogo delegate eve until 2027-01-04", []string{"A delegation lasts 30 days at most."}},
		{tom, "/gonogo delegate evee until 3d", []string{"Nobody of the programme is called “evee”", "Did you mean Eve Lindqvist?"}},
		{tom, "/gonogo delegate Elle Ford until 3d", []string{"Elle Ford works for no party for which Tom Adeyemi speaks."}},
		{tom, "/gonogo delegate eve for rachel until 3d", []string{"Only the programme's PMO or a release manager of the programme"}},
		{tom, "/gonogo delegate @Priya until 2026-11-27 on leave", []string{
			"Priya Rao speaks for Tom Adeyemi from 09:00 GMT until the end of Fri 27 Nov", "Unchanged: who sits in RFC-1 (RFC approval) was settled when that vote opened.",
			"`/gonogo delegate end 1` ends it earlier.",
		}},
		{pmo, "/gonogo delegate Tom Adeyemi until 3d", []string{"circle: Priya Rao, then Tom Adeyemi, then Priya Rao"}},
		{pmo, "/gonogo delegate Tom Adeyemi for Eve Lindqvist until tomorrow 18:00 ill", []string{"Tom Adeyemi speaks for Eve Lindqvist from 09:00 GMT until Sat 21 Nov 18:00 GMT"}},
		{tom, "/gonogo delegations", []string{"1 · Priya Rao for Tom Adeyemi\nuntil the end of Fri 27 Nov: on leave", "2 · Tom Adeyemi for Eve Lindqvist\nuntil Sat 21 Nov 18:00 GMT: ill"}},
		{elle, "/gonogo delegate end 1", []string{"It is for Tom Adeyemi or Priya Rao to end."}},
		{tom, "/gonogo delegate end", []string{"Which one? Its number is missing."}},
		{tom, "/gonogo delegate end 9", []string{"There is no delegation 9."}},
		{tom, "/gonogo delegate end 1", []string{"Priya Rao no longer speaks for Tom Adeyemi in votes that open from now on.", "RFC-1"}},
		{tom, "/gonogo delegate end 1", []string{"It is over since"}},
	} {
		t.Run(step.text, func(t *testing.T) { wants(t, o.command(step.user, step.text), step.parts...) })
	}
}

// T22: the form names a delegate; a mistake is shown at its field.
func TestDelegationForm(t *testing.T) {
	o := open(t)
	o.command(tom, "/gonogo delegate")
	fields := map[string]map[string]any{
		release.FieldDelegate: {"in": "eve"}, release.FieldFrom: {"in": stamp(start.Add(time.Hour))}, release.FieldUntil: {"in": stamp(start)},
		release.FieldReason: {"in": "Leave."},
	}
	r, err := o.box.Submit(t.Context(), tom, fields)
	o.must(err)
	if r.OK() || r.Errors[release.FieldUntil] == "" {
		t.Fatalf("an end before the beginning: %+v", r)
	}
	fields[release.FieldUntil] = map[string]any{"in": stamp(start.Add(48 * time.Hour))}
	r, err = o.box.Submit(t.Context(), tom, fields)
	o.must(err)
	all, err := o.desk.Delegations(t.Context())
	o.must(err)
	if !r.OK() || len(all) != 1 || all[0].From != "tom" || all[0].To != "eve" || all[0].Why != "Leave." {
		t.Errorf("submit %+v, delegations %+v\n%s", r, all, o.log)
	}
}
