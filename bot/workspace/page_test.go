package workspace_test

import (
	"bufio"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

// got is an answer of the page.
type got struct {
	status int
	header http.Header
	body   string
}

func get(t *testing.T, b *box, path string, host ...string) got {
	t.Helper()
	req, err := http.NewRequestWithContext(b.ctx, http.MethodGet, b.server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range host {
		req.Host = h
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return got{resp.StatusCode, resp.Header, string(body)}
}

// The page answers a loopback host only and takes no deed from another site.
func TestPageGuards(t *testing.T) {
	b := open(t)
	if resp := get(t, b, "/", "evil.example"); resp.status != http.StatusForbidden {
		t.Errorf("a foreign host name: HTTP %d", resp.status)
	}
	for _, host := range []string{"localhost:1", "127.0.0.1", "[::1]:80"} {
		if resp := get(t, b, "/", host); resp.status != http.StatusOK {
			t.Errorf("%s: HTTP %d", host, resp.status)
		}
	}
	for _, headers := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"},
	} {
		req, err := http.NewRequestWithContext(b.ctx, http.MethodPost, b.server.URL+"/do/say", strings.NewReader(`{"as":"U1","channel":"C1","text":"forged"}`))
		if err != nil {
			t.Fatal(err)
		}
		for k, v := range headers {
			req.Header.Set(k, v)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusForbidden || len(b.Messages("C1", "U1")) > 0 {
			t.Errorf("%v: HTTP %d", headers, resp.StatusCode)
		}
	}
	resp := get(t, b, "/?as=U1&c=C1")
	csp := resp.header.Get("Content-Security-Policy")
	if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || !strings.Contains(resp.body, "REHEARSAL") {
		t.Errorf("policy = %q", csp)
	}
	for _, path := range []string{"/?as=U404", "/?as=U2&c=C4", "/?as=U1&c=nonsense", "/?as=U1&c=mail"} {
		if resp := get(t, b, path); resp.status != http.StatusSeeOther {
			t.Errorf("%s: HTTP %d, want a redirect", path, resp.status)
		}
	}
}

func TestPermalinkLeadsToMessage(t *testing.T) {
	b := open(t)
	ts := b.post("one")
	link, err := b.api.GetPermalink(&slack.PermalinkParameters{Channel: "C1", Ts: ts})
	if err != nil {
		t.Fatal(err)
	}
	resp := get(t, b, strings.TrimPrefix(link, b.server.URL))
	if got := resp.header.Get("Location"); !strings.Contains(got, "c=C1") || !strings.HasSuffix(got, "#m-"+ts) {
		t.Errorf("location = %q", got)
	}
}

// A mail's HTML is shown in a sandbox that runs and loads nothing.
func TestMailSandbox(t *testing.T) {
	b := open(t, func(c *workspace.Config) {
		c.Mails = func() []workspace.Mail { return []workspace.Mail{{ID: "m/1", HTML: "<script>x</script>"}} }
	})
	resp := get(t, b, "/mail/m%2F1/html")
	if csp := resp.header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'") || !strings.Contains(resp.body, "<script>") {
		t.Errorf("policy %q, body %q", csp, resp.body)
	}
	if resp := get(t, b, "/mail/none/html"); resp.status != http.StatusNotFound {
		t.Errorf("no such mail: HTTP %d", resp.status)
	}
}

func TestLiveUpdates(t *testing.T) {
	b := open(t)
	req, err := http.NewRequestWithContext(b.ctx, http.MethodGet, b.server.URL+"/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	lines := bufio.NewScanner(resp.Body)
	next := func(prefix string) {
		t.Helper()
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), prefix) {
				return
			}
		}
		t.Fatalf("the stream ended before %q", prefix)
	}
	next("event: change")
	next("data: 09:00 UTC")
	b.Changed()
	next("event: change")
	_ = b.clock.MoveTo(b.ctx, b.clock.Now().Add(60e9))
	next("data: 09:01 UTC")
	b.Close()
	if lines.Scan() && lines.Text() != "" {
		t.Errorf("after Close: %q", lines.Text())
	}
}
