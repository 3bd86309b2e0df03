package reports

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// drawer makes the same pass and secret whenever it is asked.
type drawer struct {
	pass   release.Pass
	secret string
}

// ArmPass returns the pass.
func (d drawer) ArmPass(context.Context, int64) (release.Pass, string, error) {
	return d.pass, d.secret, nil
}

// M17, M18: the mails with a way in and with a code are what they were when somebody
// last looked at them; the code's mail shows what it decides, whatever is written there.
func TestPassMailsGolden(t *testing.T) {
	all := scenes()
	opened := all[len(all)-1]
	for _, s := range all {
		if s.name == "opened-seat" {
			opened = s
		}
	}
	code := func(words string) release.Pass {
		text, err := json.Marshal(release.Decision{Choice: release.VoteNoGo, Words: words})
		if err != nil {
			t.Fatal(err)
		}
		return release.Pass{ID: 5, Person: opened.to, Purpose: release.PassVote, Ballot: 9, Next: string(text), EndsAt: in(60.25)}
	}
	render := func(p *release.Programme, kind release.NoticeKind, x release.Pass, secret string) []byte {
		t.Helper()
		n := opened.notice()
		if b := n.Event.Ballot; b != nil {
			whole := *b
			whole.Digest = strings.Repeat("a1", 32)
			n.Event.Ballot = &whole
		}
		n.Key, n.Event.Kind, n.Event.Pass = "pass/5/mail/"+string(n.To), kind, x.ID
		body, err := NewPost(linked(t), registry{p}, nil).WithPasses(drawer{x, secret}).Render(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	way := release.Pass{ID: 5, Person: opened.to, Purpose: release.PassBoard, Next: "/", EndsAt: in(60.25)}
	goldenMail(t, "access-way-in", render(board(), release.NoticeWayIn, way, "c2VjcmV0"))
	goldenMail(t, "access-code", render(board(), release.NoticeCode, code("Two of 212 tests are still red."), "047118"))
	opened.event.RFC = hostileRFC(opened.event.RFC)
	for _, body := range [][]byte{
		render(hostileProgramme(), release.NoticeWayIn, way, "c2VjcmV0"), render(hostileProgramme(), release.NoticeCode, code(hostile), "047118"),
	} {
		checkWire(t, body)
		header, _ := read(t, body)
		if len(header) > 12 || header.Get("Bcc") != "" {
			t.Errorf("header %v", header)
		}
	}
}
