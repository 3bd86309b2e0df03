package bot

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// An answer that was lost on its way is recognised by the key in the message:
// the retry posts nothing twice.
func TestLostAnswer(t *testing.T) {
	o := open(t)
	r, err := o.desk.RaiseRFC(t.Context(), release.Intent{By: "elle"}, 0, 0, content())
	o.must(err)
	o.box.Fail("chat.postMessage", workspace.Fault{Drop: true})
	if _, err := o.poster.Show(t.Context(), r.Subject(), release.CardPlace{}); err == nil || errors.Is(err, release.ErrGivenUp) {
		t.Fatalf("a lost answer is for another try: %v", err)
	}
	o.work()
	if n := len(o.box.Messages(board, tom)); n != 2 {
		t.Fatalf("%d messages instead of the card and its first post", n)
	}
	n := o.store.snapshot().notices[0]
	for _, n = range o.store.snapshot().notices {
		if n.Road == release.ByThread {
			break
		}
	}
	n.Key += "/again"
	if n.Body, err = o.poster.Render(t.Context(), n); err != nil {
		t.Fatal(err)
	}
	o.box.Fail("chat.postMessage", workspace.Fault{Drop: true})
	if _, err := o.poster.Carry(t.Context(), n); err == nil {
		t.Fatal("the answer was lost")
	}
	receipt, err := o.poster.Carry(t.Context(), n)
	o.must(err)
	if all := o.box.Messages(board, tom); len(all) != 3 || receipt.Detail != board+"/"+all[2].TS {
		t.Errorf("%d messages, receipt %q", len(all), receipt.Detail)
	}
}

// Which failures may be tried again, and which an operator must look at.
func TestJudge(t *testing.T) {
	o := open(t)
	r := o.raised()
	place := o.places[r.Subject()]
	for name, c := range map[string]struct {
		fault workspace.Fault
		gone  bool
		after time.Duration
	}{
		"limited":   {workspace.Fault{Status: http.StatusTooManyRequests, RetryAfter: 7 * time.Second}, false, 7 * time.Second},
		"server":    {workspace.Fault{Status: http.StatusServiceUnavailable}, false, 0},
		"internal":  {workspace.Fault{Error: "internal_error"}, false, 0},
		"lost":      {workspace.Fault{Drop: true}, false, 0},
		"archived":  {workspace.Fault{Error: "is_archived"}, true, 0},
		"no member": {workspace.Fault{Error: "not_in_channel"}, true, 0},
		"no token":  {workspace.Fault{Error: "invalid_auth"}, true, 0},
		"not Slack": {workspace.Fault{Status: http.StatusNotFound}, true, 0},
	} {
		o.box.Fail("chat.update", c.fault)
		at, err := o.poster.Show(t.Context(), r.Subject(), place)
		if err == nil || at != place || errors.Is(err, release.ErrGivenUp) != c.gone {
			t.Errorf("%s: %v", name, err)
		}
		if later, ok := errors.AsType[interface {
			error
			RetryAfter() time.Duration
		}](err); !c.gone && (!ok || later.RetryAfter() != c.after) {
			t.Errorf("%s: not to be tried again after %v: %v", name, c.after, err)
		}
		if err != nil && strings.Contains(err.Error(), o.boxURL) {
			t.Errorf("%s: an address in %v", name, err)
		}
	}
	o.box.Fail("chat.update", workspace.Fault{Error: "message_not_found"})
	if _, err := o.poster.Show(t.Context(), "rfc/99", place); !errors.Is(err, release.ErrGivenUp) {
		t.Errorf("there is no RFC-99 to show: %v", err)
	}
	at, err := o.poster.Show(t.Context(), r.Subject(), place)
	if err != nil || at == place {
		t.Errorf("a deleted card is posted anew: %v %v", at, err)
	}
}

// A notice waits for its card, and goes nowhere without an account.
func TestAddress(t *testing.T) {
	o := open(t, func(p *release.Programme, _ *Config) {
		p.People = append(p.People, release.Person{ID: "noslack", Name: "No Slack"})
	})
	e := release.Event{Kind: release.NoticeRaised, RFC: story(release.Raised).RFC, At: start}
	carry := func(n release.Notice) error {
		n.Key, n.At, n.Event = "k/"+string(n.To), start, e
		var err error
		if n.Body, err = o.poster.Render(t.Context(), n); err != nil {
			t.Fatal(err)
		}
		_, err = o.poster.Carry(t.Context(), n)
		return err
	}
	if err := carry(release.Notice{Road: release.ByThread}); !errors.Is(err, release.ErrNotYet) {
		t.Errorf("without a card: %v", err)
	}
	for _, n := range []release.Notice{{Road: release.ByDirect, To: "noslack"}, {Road: release.ByDirect, To: "nobody"}, {Road: release.ByMail, To: "tom"}} {
		if err := carry(n); !errors.Is(err, release.ErrGivenUp) {
			t.Errorf("%+v: %v", n.To, err)
		}
	}
	if err := carry(release.Notice{Road: release.ByDirect, To: "tom"}); err != nil {
		t.Error(err)
	}
}
