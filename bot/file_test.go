package bot

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// slackFiles is a host of files that counts who shows it the token.
func slackFiles(t *testing.T, serve http.HandlerFunc) (address string, shown *atomic.Int32) {
	t.Helper()
	shown = &atomic.Int32{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.Header.Get("Authorization"), botToken) {
			shown.Add(1)
		}
		serve(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, shown
}

// The token is shown to the one host that keeps the files and to nobody else:
// the address in a form is whatever the owner of a remote file wrote.
func TestTokenGoesToSlackAlone(t *testing.T) {
	abroad, shown := slackFiles(t, func(http.ResponseWriter, *http.Request) {})
	box := strings.TrimPrefix(abroad, "http://")
	for _, c := range []struct{ api, address string }{
		{"", abroad + "/f"},
		{"", "http://files.slack.com/f"},
		{"", "https://files.slack.com.example/f"},
		{"", "https://files.slack.com@" + box + "/f"},
		{"", "https://other.slack.com/f"},
		{"", "https://slack.com/f"},
		{"", "//files.slack.com/f"},
		{"", "ftp://files.slack.com/f"},
		{"", "https://user@files.slack.com/f"},
		{"", ""},
		{"", "https://files.slack.com\x7f/f"},
		{"https://slack.example/api/", "https://files.slack.com/f"},
		{"https://slack.example/api/", abroad + "/f"},
		{"https://" + box + "/api/", abroad + "/f"}, // the host, without encryption
		{"https://slack.com/api/", "https://slack.com/f"},
		{"https://slack-gov.com/api/", "https://files.slack.com/f"},
		{"http://%zz", abroad + "/f"},
		{"nonsense", abroad + "/f"},
	} {
		f := newFiles(FileAccess{API: c.api, Token: botToken})
		if data, err := f.read(t.Context(), file{URL: c.address}, 10); !errors.Is(err, errFileAbroad) {
			t.Errorf("base %q, file at %q: %q, %v", c.api, c.address, data, err)
		}
	}
	if f := newFiles(FileAccess{API: abroad + "/api/"}); !errors.Is(second(f.read(t.Context(), file{URL: abroad + "/f"}, 10)), errFileAbroad) {
		t.Error("a file was asked for without a token")
	}
	if n := shown.Load(); n != 0 {
		t.Errorf("the token was shown %d times", n)
	}
	for api, home := range map[string]string{
		"": "https://files.slack.com", "https://slack.com/api/": "https://files.slack.com", "https://slack-gov.com/api/": "https://files.slack-gov.com",
		abroad + "/api/": abroad,
	} {
		if got := newFiles(FileAccess{API: api}).home.String(); got != home {
			t.Errorf("base %q: files at %s, want %s", api, got, home)
		}
	}
}

func second(_ []byte, err error) error { return err }

// Whatever a host answers, a file comes whole or not at all; a redirect, which
// is how Slack shows the page for signing in, is not followed with the token.
func TestReadFile(t *testing.T) {
	elsewhere, shown := slackFiles(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("stolen")) })
	stop := make(chan struct{})
	home, asked := slackFiles(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/exact":
			_, _ = w.Write([]byte("0123456789"))
		case "/empty":
		case "/long":
			_, _ = w.Write([]byte("0123456789x"))
		case "/away":
			http.Redirect(w, r, elsewhere+"/?redir=/away", http.StatusFound)
		case "/page":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte("<html>"))
		case "/cut":
			w.Header().Set("Content-Length", "10")
			_, _ = w.Write([]byte("0123"))
		case "/slow":
			_, _ = w.Write([]byte("0123"))
			_ = http.NewResponseController(w).Flush()
			<-stop
		default:
			w.WriteHeader(http.StatusForbidden)
		}
	})
	t.Cleanup(func() { close(stop) })
	f := newFiles(FileAccess{API: home + "/api/", Token: botToken, Within: 10 * time.Second})
	hasty := newFiles(FileAccess{API: home + "/api/", Token: botToken, Within: 50 * time.Millisecond})
	for _, c := range []struct {
		files *files
		path  string
		size  int64
		want  string
		err   error
	}{
		{f, "/exact", 10, "0123456789", nil},
		{f, "/empty", 0, "", nil},
		{f, "/long", 10, "", errFileLarge}, // it says less than it has
		{f, "/exact", 11, "", errFileLarge},
		{f, "/away", 6, "", errFileClosed},
		{f, "/page", 6, "", errFileClosed},
		{f, "/cut", 10, "", errFileClosed},
		{f, "/forbidden", 10, "", errFileClosed},
		{hasty, "/slow", 10, "", errFileSlow},
	} {
		got, err := c.files.read(t.Context(), file{URL: home + c.path, Size: c.size}, 10)
		if string(got) != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v; want %q, %v", c.path, got, err, c.want, c.err)
		}
		if err != nil && strings.Contains(err.Error(), botToken) {
			t.Errorf("%s: the token is in %v", c.path, err)
		}
	}
	if shown.Load() != 0 || asked.Load() != 8 {
		t.Errorf("the token was shown %d times elsewhere, %d times at home", shown.Load(), asked.Load())
	}
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	nobody := newFiles(FileAccess{API: closed.URL + "/api/", Token: botToken})
	if err := second(nobody.read(t.Context(), file{URL: closed.URL + "/T1-F1/secret-name.csv"}, 10)); !errors.Is(err, errFileClosed) || strings.Contains(err.Error(), "secret-name") {
		t.Errorf("nobody answers: %v", err)
	}
}

// A build takes its bill of materials once, as a file or as text; what cannot be
// read is said at the field, and nothing that was typed is lost (R78).
func TestBillOfMaterials(t *testing.T) {
	o := steward(t)
	o.planned()
	o.command(elle, "/release next REL-1")
	o.command(ben, "/release build REL-1")
	const head = "file,version,date,digest,fixes\n"
	digest := strings.Repeat("cd", 32)
	csv := head + "settle.jar,1.1.1,2026-11-20," + digest + ",DEF-1187"
	v, _ := o.box.OpenView(ben)
	wants(t, string(v.Blocks), `"filetypes":["csv","json","txt"]`, `"max_files":1`)
	build := map[string]map[string]any{
		release.FieldBuild: in("2026.11.1"), release.FieldTag: in("v1.1.1"), release.FieldDigest: in(strings.Repeat("ab", 32)),
	}
	give := func(files any, pasted string) {
		build[fieldFile], build[release.FieldBOM] = map[string]any{"in": files}, in(pasted)
	}
	foreign := map[string]any{"files": []any{map[string]any{"id": "F1", "name": "bom.csv", "url_private": "https://files.example/bom.csv", "size": 10.0}}}
	hidden := map[string]any{"files": []any{map[string]any{"id": "F1", "name": "bom.csv", "file_access": "check_file_info"}}}
	for _, c := range []struct {
		name   string
		file   any
		pasted string
		at     string
		says   string
	}{
		{"neither", nil, "", release.FieldBOM, "Give the bill of materials"},
		{"only white space", nil, " \n", release.FieldBOM, "Give the bill of materials"},
		{"both", workspace.File{Name: "bom.csv", Data: []byte(csv)}, csv, release.FieldBOM, "twice"},
		{"empty", workspace.File{Name: "bom.csv"}, "", fieldFile, "It is empty."},
		{"a text", workspace.File{Name: "bom.txt", Data: []byte("see the wiki")}, "", fieldFile, "Let the first line name the columns"},
		{"a spreadsheet", workspace.File{Name: "bom.csv", Data: []byte("PK\x03\x04\x14")}, "", fieldFile, "spreadsheet"},
		{"other JSON", workspace.File{Name: "bom.json", Data: []byte(`{"spdxVersion":"SPDX-2.3"}`)}, "", fieldFile, "CycloneDX"},
		{"too large", workspace.File{Name: "bom.csv", Data: make([]byte, release.MaxBOMBytes+1)}, "", fieldFile, "more than 4 MB"},
		{"abroad", foreign, "", fieldFile, "not kept by this Slack"},
		{"of another organisation", hidden, "", fieldFile, "not kept by this Slack"},
		{"gone", map[string]any{"files": []any{map[string]any{"url_private": o.boxURL + "/files-pri/T1-F0/x.csv"}}}, "", fieldFile, "did not hand the file over"},
	} {
		give(c.file, c.pasted)
		r, err := o.box.Submit(t.Context(), ben, build)
		o.must(err)
		if len(r.Errors) != 1 || !strings.Contains(r.Errors[c.at], c.says) {
			t.Errorf("%s: %+v; want %q at %s", c.name, r, c.says, c.at)
		}
	}
	if n := len(o.store.snapshot().builds); n != 0 {
		t.Fatalf("%d builds were registered", n)
	}
	if log := o.log.String(); strings.Contains(log, botToken) || strings.Contains(log, url.QueryEscape("files-pri")) {
		t.Errorf("the log tells too much:\n%s", log)
	}
	give(workspace.File{Name: "BOM of <helix>.CSV", Data: []byte("\ufeff" + csv)}, "")
	o.submits(ben, "", build)
	wants(t, o.command(tom, "/release builds REL-1"), "Build 2026.11.1 (the one it carries)", "1 file")
}

// A host that is slow is not waited for: the form is answered well inside Slack's 3 seconds.
func TestBillOfMaterialsSlow(t *testing.T) {
	stop := make(chan struct{})
	slow, _ := slackFiles(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	t.Cleanup(func() { close(stop) })
	o := open(t, func(_ *release.Programme, c *Config) {
		c.Files = FileAccess{API: slow, Token: botToken, Within: 50 * time.Millisecond}
	})
	o.planned()
	o.command(ben, "/release build REL-1")
	r, err := o.box.Submit(t.Context(), ben, map[string]map[string]any{
		release.FieldBuild: in("2026.11.1"), release.FieldTag: in("v1.1.1"), release.FieldDigest: in(strings.Repeat("ab", 32)),
		fieldFile: {"in": map[string]any{"files": []any{map[string]any{"url_private": slow + "/f"}}}},
	})
	o.must(err)
	wants(t, r.Errors[fieldFile], "too slow", "Press the button again, or paste the text.")
	if within := newFiles(FileAccess{}).within; within > 2*time.Second {
		t.Errorf("a file may take %v", within)
	}
}
