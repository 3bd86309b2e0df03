package board

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// mailing keeps choices as the Desk does.
type mailing struct {
	chosen map[release.PersonID]release.MailChoice
	acts   int
}

func (m *mailing) MailOf(_ context.Context, id release.PersonID) (release.MailChoice, error) {
	if c, ok := m.chosen[id]; ok {
		return c, nil
	}
	return release.MailChoice{Cadence: release.Immediate}, nil
}

func (m *mailing) ChooseMail(ctx context.Context, in release.Intent, c release.MailChoice) (release.MailChoice, error) {
	before, err := m.MailOf(ctx, in.By)
	if _, bad := release.ParseCadence(string(c.Cadence)); bad != nil {
		return before, bad
	}
	if m.chosen == nil {
		m.chosen = map[release.PersonID]release.MailChoice{}
	}
	m.chosen[in.By], m.acts = c, m.acts+1
	return before, err
}

func (m *mailing) SwitchMail(ctx context.Context, in release.Intent, s release.Stream, on bool) (release.MailChoice, error) {
	c, _ := m.MailOf(ctx, in.By)
	c.Off = slices.DeleteFunc(slices.Clone(c.Off), func(x release.Stream) bool { return x == s })
	if !on {
		c.Off = append(c.Off, s)
	}
	_, err := m.ChooseMail(ctx, in, c)
	return c, err
}

func (o *office) unsubscribe(id release.PersonID, s release.Stream) string {
	return strings.TrimPrefix(o.links.Unsubscribe(id, s, monday), "https://gonogo.example")
}

// The link of a mail asks first and changes nothing; one POST is enough, from a mail
// program too, which has no session and comes from nowhere (RFC 8058). It can be
// taken back.
func TestUnsubscribe(t *testing.T) {
	o := open(t)
	path := o.unsubscribe("ann", release.StreamReadiness)
	page := o.page("leave", path)
	harmless(t, page)
	if o.desk.acts != 0 {
		t.Error("looking at the link switched something off")
	}
	for _, want := range []string{"Ann &lt;Lee&gt;", "Stop this mail", "What you must act on"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for range 2 {
		status, page := o.do(http.MethodPost, path, "List-Unsubscribe=One-Click")
		if status != http.StatusOK || !strings.Contains(page, "is switched off") {
			t.Fatalf("one click: %d\n%s", status, page)
		}
	}
	if d := cmp.Diff([]release.Stream{release.StreamReadiness}, o.desk.chosen["ann"].Off); d != "" {
		t.Errorf("switched off (-want +got):\n%s", d)
	}
	o.page("left", path)
	if status, page := o.do(http.MethodPost, path, "do=on"); status != http.StatusOK || len(o.desk.chosen["ann"].Off) != 0 {
		t.Errorf("taken back: %d, %v\n%s", status, o.desk.chosen["ann"], page)
	}
}

// Nobody leaves anything with a link that gonogo did not make, that is too old, or
// that was made for something else or for somebody who left.
func TestUnsubscribeRefuses(t *testing.T) {
	o := open(t)
	good := o.unsubscribe("ann", release.StreamDigest)
	later := release.NewLinks("https://gonogo.example", []byte(strings.Repeat("x", 32)))
	for name, c := range map[string]struct {
		path   string
		status int
	}{
		"another key":   {strings.TrimPrefix(later.Unsubscribe("ann", release.StreamDigest, monday), "https://gonogo.example"), http.StatusForbidden},
		"cut off":       {good[:len(good)-3], http.StatusForbidden},
		"a review's":    {"/unsubscribe/" + o.token("ann"), http.StatusForbidden},
		"who left":      {o.unsubscribe("gone", release.StreamDigest), http.StatusForbidden},
		"who never was": {o.unsubscribe("eve", release.StreamDigest), http.StatusForbidden},
		"too old":       {strings.TrimPrefix(o.links.Unsubscribe("ann", release.StreamDigest, monday.Add(-3*365*24*time.Hour)), "https://gonogo.example"), http.StatusGone},
		"a duty":        {"/unsubscribe/" + o.links.Seal("unsubscribe", monday.Add(time.Hour), string(release.StreamDuties), "ann"), http.StatusForbidden},
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			if status, page := o.do(method, c.path, ""); status != c.status {
				t.Errorf("%s: %s answers %d, want %d\n%s", name, method, status, c.status, page)
			}
		}
	}
	if o.desk.acts != 0 {
		t.Errorf("%d choices were changed", o.desk.acts)
	}
	if o.links.Unsubscribe("ann", release.StreamDuties, monday) != "" {
		t.Error("there is a link to leave duties")
	}
}

// Whoever is signed in chooses for themselves, and can undo it; a page of another
// site cannot choose for them.
func TestChooseMail(t *testing.T) {
	o := open(t)
	if status, _ := o.do(http.MethodPost, "/me/mail", "cadence=daily"); status == http.StatusOK || o.desk.acts != 0 {
		t.Errorf("nobody chose: %d", status)
	}
	o.as.who = "ann"
	harmless(t, o.page("mail", "/me/mail"))
	status, to := o.do(http.MethodPost, "/me/mail", "cadence=daily&stream=digest&stream=minutes&stream=duties")
	if status != http.StatusSeeOther || !strings.HasPrefix(to, "/me/mail?was=") {
		t.Fatalf("choosing answers %d %s", status, to)
	}
	c := o.desk.chosen["ann"]
	if c.Cadence != release.Daily || c.Wants(release.StreamReadiness) || !c.Wants(release.StreamMinutes) || !c.Wants(release.StreamDuties) {
		t.Errorf("chosen %+v", c)
	}
	page := o.page("mail-kept", strings.TrimSpace(strings.SplitN(to, "<", 2)[0]))
	if !strings.Contains(page, "Undo") {
		t.Error("the page offers no undo")
	}
	if status, _ := o.do(http.MethodPost, "/me/mail", "do=undo&was=immediate:"); status != http.StatusSeeOther || len(o.desk.chosen["ann"].Off) != 0 {
		t.Errorf("undone: %d %+v", status, o.desk.chosen["ann"])
	}
	for _, body := range []string{"do=undo&was=immediate:duties", "do=undo&was=never:", "cadence=never"} {
		if status, _ := o.do(http.MethodPost, "/me/mail", body); status != http.StatusBadRequest {
			t.Errorf("%s answers %d", body, status)
		}
	}
	o.headers = map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
	if status, _ := o.do(http.MethodPost, "/me/mail", "cadence=weekly"); status != http.StatusForbidden || o.desk.chosen["ann"].Cadence != release.Immediate {
		t.Errorf("another site chose: %d %+v", status, o.desk.chosen["ann"])
	}
}

// The pages of mail are usable by everybody: without a mouse, without colours, on a
// phone, without a script.
func TestMailPagesAreAccessible(t *testing.T) {
	o := open(t)
	o.as.who = "ann"
	tab := openTab(t)
	accessible(t, tab, o.url+"/me/mail")
	accessible(t, tab, o.url+o.unsubscribe("ann", release.StreamReadiness))
}
