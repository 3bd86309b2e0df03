package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

// What somebody is only informed of can be switched off and on, each change once in
// the ledger; what they must act on cannot, and says why (RACI).
func TestChooseMail(t *testing.T) {
	r := newBoard(t)
	kept := func() []string {
		var said []string
		for _, e := range r.store.snapshot().Entries {
			if e.Kind == release.StreamChosen || e.Kind == release.CadenceChosen {
				said = append(said, string(e.Kind)+" "+string(e.By))
			}
		}
		return said
	}
	in := func(key string) release.Intent { return release.Intent{Key: key, By: "sup-rep"} }
	if _, err := r.desk.SwitchMail(t.Context(), in("a"), release.StreamDigest, false); err != nil {
		t.Fatal(err)
	}
	if _, err := r.desk.SwitchMail(t.Context(), in("b"), release.StreamDigest, false); err != nil {
		t.Fatal(err)
	}
	before, err := r.desk.ChooseMail(t.Context(), in("c"), release.MailChoice{Cadence: release.Weekly, Off: []release.Stream{release.StreamRoadmap, release.StreamDigest}})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(release.MailChoice{Cadence: release.Immediate, Off: []release.Stream{release.StreamDigest}}, before); d != "" {
		t.Errorf("before (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"mail-chosen sup-rep", "cadence-chosen sup-rep", "mail-chosen sup-rep"}, kept()); d != "" {
		t.Errorf("ledger (-want +got):\n%s", d)
	}
	for _, c := range []release.MailChoice{
		{Cadence: release.Daily, Off: []release.Stream{release.StreamDuties}}, {Cadence: "never"}, {Cadence: release.Daily, Off: []release.Stream{"gossip"}},
	} {
		if _, err := r.desk.ChooseMail(t.Context(), in("d"), c); err == nil {
			t.Errorf("%+v was kept", c)
		}
	}
	_, err = r.desk.SwitchMail(t.Context(), in("e"), release.StreamDuties, false)
	if refusal, ok := release.AsRefusal(err); !ok || refusal.Code != release.CodeForbidden || !strings.Contains(refusal.Why, "comes with your role") {
		t.Errorf("duties: %v", err)
	}
}

// Whatever people switch off, nobody loses what they must act on: of every act's
// mails only those are missing that merely inform.
func TestNobodyLosesADuty(t *testing.T) {
	plain, deaf := newBoard(t), newBoard(t)
	plain.approved(content())
	for _, x := range programme().People {
		if x.Retired {
			continue
		}
		_, err := deaf.desk.ChooseMail(t.Context(), deaf.as(x.ID), release.MailChoice{Cadence: release.Immediate, Off: release.Streams()})
		deaf.must(err)
	}
	deaf.approved(content())
	var want []string
	for _, n := range plain.store.snapshot().Notices {
		if n.Road != release.ByMail || n.Duty == release.DutyAct {
			want = append(want, n.Key)
		}
	}
	var got []string
	for _, n := range deaf.store.snapshot().Notices {
		got = append(got, n.Key)
	}
	if d := cmp.Diff(want, got); d != "" || len(want) == 0 {
		t.Errorf("notices (-want +got):\n%s", d)
	}
}

// A link to leave a stream says whom and what it is for, and nothing else opens it.
func TestUnsubscribeLinks(t *testing.T) {
	links := release.NewLinks("https://gonogo.example", []byte(strings.Repeat("k", 32)))
	rapid.Check(t, func(t *rapid.T) {
		id := release.PersonID(rapid.StringMatching(`[a-z][a-z0-9/-]{0,40}`).Draw(t, "person"))
		s := rapid.SampledFrom(release.Streams()).Draw(t, "stream")
		at := time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "at"), 0).UTC()
		address := links.Unsubscribe(id, s, at)
		if address != links.Unsubscribe(id, s, at) {
			t.Fatal("the same mail has two addresses")
		}
		token := strings.TrimPrefix(address, "https://gonogo.example/unsubscribe/")
		x, err := links.ReadUnsubscribe(token, at)
		if err != nil || x.Person != id || x.Stream != s {
			t.Fatalf("read %+v, %v", x, err)
		}
		if _, err := links.ReadUnsubscribe(token, x.Expires); err == nil {
			t.Fatal("an expired link works")
		}
		at2 := rapid.IntRange(0, len(token)-1).Draw(t, "byte")
		other := token[:at2] + string(token[at2]^1) + token[at2+1:]
		if _, err := links.ReadUnsubscribe(other, at); err == nil {
			t.Fatalf("%q works too", other)
		}
	})
}

func FuzzReadUnsubscribe(f *testing.F) {
	links := release.NewLinks("https://gonogo.example", []byte(strings.Repeat("k", 32)))
	at := time.Unix(1_800_000_000, 0).UTC()
	good := strings.TrimPrefix(links.Unsubscribe("ann", release.StreamDigest, at), "https://gonogo.example/unsubscribe/")
	for _, s := range []string{good, "", ".", good + ".", "a.b", strings.Repeat("A", 600)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, token string) {
		x, err := links.ReadUnsubscribe(token, at)
		if err == nil && (token != good || x.Person != "ann") {
			t.Errorf("%q was taken as %+v", token, x)
		}
	})
}
