package board

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"gonogo.dev/release"
)

// fillPlan gives the desk's release a plan with a line in every state, and hostile
// texts wherever somebody can write one.
func (o *office) fillPlan() {
	o.fillRecords()
	s := o.desk.standings[2]
	s.Now = monday
	line := func(id int64, kind release.CommunicationKind, when string) release.Communication {
		m, _ := release.ParseMoment(when)
		return release.Communication{ID: id, Release: 7, Kind: kind, To: []release.Addressee{release.TheImpacted, "person:ann"}, When: m, Road: release.ByMail, By: "ann", At: monday}
	}
	coming, undated, dropped, sent := line(1, release.ImpactNotice, "2 working days before window-begin at 10:00"), line(2, release.CompletionNotice, "regression"),
		line(3, release.KnownIssues, "communicate"), line(4, release.FirstNotice, "build")
	coming.Due, coming.Subject, coming.Words = monday.Add(48*time.Hour), hostile, hostile
	undated.Road = release.ByChannel
	dropped.DroppedAt, dropped.Dropped = monday, hostile
	sent.SentAt, sent.Due, sent.Late, sent.Confirm = monday.Add(-time.Hour), monday.Add(-3*time.Hour), true, true
	heard := func(id release.PersonID, party release.PartyID, state release.DeliveryState, detail string) release.Hearing {
		return release.Hearing{Communication: 4, Release: 7, Person: id, Party: party, Road: release.ByMail, At: sent.SentAt, State: state, Detail: detail}
	}
	ann, bob, eve := heard("ann", "ex", release.Delivered, "250 2.0.0 queued"), heard("bob", "hx", release.Refused, "550 "+hostile), heard("mal", "hx", release.OnItsWay, "")
	ann.DeliveredAt = sent.SentAt.Add(time.Second)
	o.desk.plan = release.Plan{Standing: s, Lines: []release.Communication{sent, coming, undated, dropped}, Hearings: []release.Hearing{ann, bob, eve}}
}

// R44, M11: the page of a plan shows what is to be told, what was, and each receipt:
// delivered, refused with the server's words, confirmed or not.
func TestPlanPage(t *testing.T) {
	o := open(t)
	o.fillPlan()
	o.as.who = "ann"
	page := o.page("plan", "/releases/7/communications")
	harmless(t, page)
	wants(t, page, "not confirmed what they were told", "delivered", "refused", "on its way", "late", "not yet", "to be confirmed", "250 2.0.0 queued")
	accessible(t, openTab(t), o.url+"/releases/7/communications")
}

// M11: the link of a mail asks first and changes nothing; its button confirms for the
// one it was made for, once, and whatever gonogo did not seal does nothing.
func TestConfirmByLink(t *testing.T) {
	o := open(t)
	o.fillPlan()
	path := strings.TrimPrefix(o.links.Confirm(4, "ann", monday), "https://gonogo.example")
	page := o.page("confirm", path)
	harmless(t, page)
	if len(o.desk.confirmed) != 0 {
		t.Fatal("looking at the link confirmed something")
	}
	for range 2 {
		status, page := o.do(http.MethodPost, path, "")
		if status != http.StatusOK || !strings.Contains(page, "It is recorded that") {
			t.Fatalf("the button: %d\n%s", status, page)
		}
	}
	if n := len(o.desk.confirmed); n == 0 || o.desk.confirmed[0].By != "ann" {
		t.Errorf("confirmed %d times: %+v", n, o.desk.confirmed)
	}
	o.page("confirmed", path)
	accessible(t, openTab(t), o.url+path)
	for name, wrong := range map[string]string{
		"made up": "/confirm/abc.def", "of another purpose": strings.Replace(o.unsubscribe("ann", release.StreamReadiness), "/unsubscribe/", "/confirm/", 1),
		"over": strings.TrimPrefix(o.links.Confirm(4, "ann", monday.AddDate(0, -3, 0)), "https://gonogo.example"),
	} {
		if status, page := o.do(http.MethodPost, wrong, ""); status < 400 || strings.Contains(page, "Thank you") {
			t.Errorf("%s: %d\n%s", name, status, page)
		}
	}
}
