package reports

import (
	"testing"

	"gonogo.dev/release"
)

// Item 13 of the reminders: what is overdue reaches those who are not in Slack by
// mail, with whose it is and what settles it.
func TestOverdueGolden(t *testing.T) {
	debt := release.Reminder{Level: release.ChaseManager, Overdue: release.Overdue{
		Thing: "debt/4", What: "The retrospective of emergency REL-3 is not shown.", Owners: []release.PersonID{"siobhan"}, Due: in(1), Release: 3,
		Act: "/release settle 4", Label: "Show it",
	}}
	waiver := release.Reminder{Overdue: release.Overdue{
		Thing: "release/7/waiver/1", What: "The waiver of “PIT <assurance>” ends.", Owners: []release.PersonID{"amara"}, Due: in(72), Ahead: true,
		Release: 7, Title: "Market Data\n1.2.0.0",
	}}
	post := NewPost(letterhead(t), registry{board()}, nil)
	for name, reminders := range map[string][]release.Reminder{
		"overdue": {debt}, "overdue-several": {debt, waiver},
	} {
		e := release.Event{Kind: release.NoticeOverdue, At: in(30), Overdue: reminders}
		s := scene{name, "amara", release.DutyAct, e}
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		goldenMail(t, "notice-"+name, body)
	}
}
