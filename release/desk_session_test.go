package release_test

import (
	"testing"
	"time"

	"gonogo.dev/release"
)

// come lets somebody in and returns their session's token.
func (b *board) come(id release.PersonID) string {
	b.Helper()
	_, token, err := b.desk.GivePass(b.Context(), b.as(id), "/")
	b.must(err)
	_, session, err := b.desk.ComeIn(b.Context(), token, "agent")
	b.must(err)
	return session
}

func (b *board) visitor(t *testing.T, session string, want release.PersonID) {
	t.Helper()
	who, _, err := b.desk.Visitor(t.Context(), session, true)
	if want == "" {
		refused(t, err, release.CodeUnknownPerson)
		return
	}
	if err != nil || who.ID != want {
		t.Fatalf("visitor %v, %v; want %s", who.ID, err, want)
	}
}

// A session ends after two hours without a page, and after twelve whatever happens.
func TestSessionEnds(t *testing.T) {
	b := newBoard(t)
	idle, busy := b.come("rm"), b.come("env")
	for h := time.Hour; h < release.SessionLife; h += time.Hour {
		b.clock = monday.Add(h)
		b.visitor(t, busy, "env")
	}
	b.clock = monday.Add(2*time.Hour - time.Microsecond)
	b.visitor(t, idle, "rm")
	b.clock = monday.Add(4*time.Hour - time.Microsecond)
	b.visitor(t, idle, "")
	b.clock = monday.Add(release.SessionLife - time.Microsecond)
	b.visitor(t, busy, "env")
	b.clock = monday.Add(release.SessionLife)
	b.visitor(t, busy, "")
	for _, wrong := range []string{"", "nonsense", busy + "x"} {
		b.visitor(t, wrong, "")
	}
}

// T34: who left the programme is out at once, in every browser.
func TestSessionOfWhoLeft(t *testing.T) {
	b := newBoard(t)
	session := b.come("rm")
	b.visitor(t, session, "rm")
	p := programme()
	p.People[0].Retired = true
	b.apply(p)
	b.visitor(t, session, "")
}

// Somebody sees where they are signed in, and leaves here or everywhere; nobody
// else is put out by it.
func TestLeave(t *testing.T) {
	b := newBoard(t)
	first, second, third, other := b.come("rm"), b.come("rm"), b.come("rm"), b.come("env")
	all, this, err := b.desk.Sessions(t.Context(), second)
	if err != nil || len(all) != 3 || all[1].ID != this {
		t.Fatalf("sessions %+v, this is %d, %v", all, this, err)
	}
	b.must(b.desk.Leave(t.Context(), first))
	b.visitor(t, first, "")
	b.visitor(t, second, "rm")
	if all, _, err = b.desk.Sessions(t.Context(), second); err != nil || len(all) != 2 {
		t.Errorf("after leaving one: %+v, %v", all, err)
	}
	refused(t, b.desk.Leave(t.Context(), first), release.CodeUnknownPerson)
	b.must(b.desk.LeaveEverywhere(t.Context(), second))
	b.visitor(t, second, "")
	b.visitor(t, third, "")
	b.visitor(t, other, "env")
}

// A page that is left open asks for itself again and again: that keeps nobody signed
// in who is not there.
func TestLivePagesKeepNobodyIn(t *testing.T) {
	b := newBoard(t)
	session := b.come("rm")
	for at := time.Minute; at < 2*time.Hour; at += time.Minute {
		b.clock = monday.Add(at)
		if _, _, err := b.desk.Visitor(t.Context(), session, false); err != nil {
			t.Fatalf("after %s: %v", at, err)
		}
	}
	b.clock = monday.Add(2 * time.Hour)
	_, _, err := b.desk.Visitor(t.Context(), session, false)
	refused(t, err, release.CodeUnknownPerson)
	b.visitor(t, session, "")
}
