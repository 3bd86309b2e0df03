package reports

import (
	"testing"

	"gonogo.dev/release"
)

// overdueScenes are reminders of what is overdue, to somebody who is not in Slack.
func overdueScenes() []scene {
	debt := release.Reminder{Level: release.ChaseManager, Overdue: release.Overdue{
		Thing: "debt/4", What: "The retrospective of emergency REL-3 is not shown.", Owners: []release.PersonID{"siobhan"}, Due: in(1), Release: 3,
		Act: "/release settle 4", Label: "Show it",
	}}
	waiver := release.Reminder{Overdue: release.Overdue{
		Thing: "release/7/waiver/1", What: "The waiver of “PIT <assurance>” ends.", Owners: []release.PersonID{"amara"}, Due: in(72), Ahead: true,
		Release: 7, Title: "Market Data\n1.2.0.0",
	}}
	overdue := func(name string, reminders ...release.Reminder) scene {
		return scene{name, "amara", release.DutyAct, release.Event{Kind: release.NoticeOverdue, At: in(30), Overdue: reminders}}
	}
	return []scene{overdue("overdue", debt), overdue("overdue-several", debt, waiver)}
}

// Item 13 of the reminders: what is overdue reaches those who are not in Slack by
// mail, with whose it is and what settles it.
func TestOverdueGolden(t *testing.T) {
	post := NewPost(letterhead(t), registry{board()}, nil)
	for _, s := range overdueScenes() {
		body, err := post.Render(t.Context(), s.notice())
		if err != nil {
			t.Fatal(err)
		}
		goldenMail(t, "notice-"+s.name, body)
	}
}
