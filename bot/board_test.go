package bot

import (
	"regexp"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// M17: whoever is known in Slack gets a link of their own that only they see, with a
// button that opens it; nobody else gets one, and where there are no pages it is said.
func TestWayIn(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) {
		c.Links = release.NewLinks("https://gonogo.example", []byte(strings.Repeat("k", 32)))
	})
	r, err := o.box.Command(t.Context(), tom, board, "/release board")
	if err != nil || r.Message == nil || !r.Message.Ephemeral {
		t.Fatalf("answered %+v, %v", r, err)
	}
	link := regexp.MustCompile(`"url":"https://gonogo\.example/in/([A-Z2-7]{26})"`).FindStringSubmatch(string(r.Message.Blocks))
	if link == nil {
		t.Fatalf("no link in %s", r.Message.Blocks)
	}
	if _, who, err := o.desk.ReadPass(t.Context(), link[1]); err != nil || who.ID != "tom" {
		t.Errorf("the link lets %s in, %v", who.ID, err)
	}
	if strings.Contains(r.Message.Text, link[1]) || strings.Contains(o.log.String(), link[1]) {
		t.Error("the link is shown, or logged")
	}
	if said := o.command(unknown, "/release board"); !strings.Contains(said, "You are not known") {
		t.Errorf("a stranger is answered %s", said)
	}
	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	home, _ := o.box.Home(tom)
	wants(t, string(home.Blocks), "Open the board")
	if said := open(t).command(tom, "/release board"); !strings.Contains(said, "There are no pages to open") {
		t.Errorf("without pages: %s", said)
	}
}

// M18: a vote that came by a link is marked as such on the card.
func TestRoadOnTheCard(t *testing.T) {
	seat := release.Seat{Key: "a", Function: release.TestManager, Party: "si", Holders: []release.PersonID{"tom"}}
	b := release.Ballot{Seats: []release.Seat{seat}, Votes: []release.Vote{{Seat: "a", Person: "tom", Choice: release.VoteGo, Road: release.VotedByLink}}}
	if said := seatLine(b, seat, programme(), 400).text(); !strings.Contains(said, "(by link)") {
		t.Errorf("shown as %s", said)
	}
}
