package main

import (
	"context"
	"net"
	"net/http"
	"net/http/cgi" //nolint:gosec // go.mod asks for a Go far beyond the one it warns of
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing/transport/client"
	githttp "github.com/go-git/go-git/v5/plumbing/transport/http"

	"gonogo.dev/release"
)

// gitRun runs git in a folder and returns what it prints; nothing of this
// machine's settings reaches it.
func gitRun(t testing.TB, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@git.example", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@git.example")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// gitHost is a folder of real bare repositories: full.git with tags, empty.git
// without a commit, hidden.git, which is not to be shown.
type gitHost struct {
	dir           string
	first, second string // the commits of full.git
}

func newGitHost(t testing.TB) gitHost {
	t.Helper()
	s := gitHost{dir: t.TempDir()}
	work := t.TempDir()
	gitRun(t, work, "init", "-q", "-b", "main", ".")
	gitRun(t, work, "commit", "-q", "--allow-empty", "-m", "one")
	s.first = gitRun(t, work, "rev-parse", "HEAD")
	gitRun(t, work, "tag", "v1.0.0.0")
	gitRun(t, work, "commit", "-q", "--allow-empty", "-m", "two")
	s.second = gitRun(t, work, "rev-parse", "HEAD")
	gitRun(t, work, "tag", "-a", "-m", "said", "v1.0.1.0")
	gitRun(t, work, "tag", "-a", "-m", "said twice", "release/2026-11", "v1.0.1.0")
	gitRun(t, work, "branch", "v2.0.0.0")
	gitRun(t, s.dir, "clone", "-q", "--bare", work, "full.git")
	gitRun(t, s.dir, "init", "-q", "--bare", "empty.git")
	for _, name := range []string{"full.git", "empty.git"} {
		if err := os.WriteFile(filepath.Join(s.dir, name, "git-daemon-export-ok"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	gitRun(t, s.dir, "clone", "-q", "--bare", work, "hidden.git")
	return s
}

// overDaemon serves a host with git's own daemon and returns its address.
func (s gitHost) overDaemon(t testing.TB) string {
	t.Helper()
	port := freePort(t)
	program := filepath.Join(gitRun(t, s.dir, "--exec-path"), "git-daemon") // not through git, which would outlive its end
	daemon := exec.Command(program, "--reuseaddr", "--listen=127.0.0.1", "--port="+port, "--base-path="+s.dir, s.dir)
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	within(t, 10*time.Second, "git daemon to listen", func() bool {
		conn, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err != nil {
			return false
		}
		return conn.Close() == nil
	})
	return "git://127.0.0.1:" + port
}

func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

func within(t testing.TB, limit time.Duration, what string, done func() bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(limit)
	for !done() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("waited %s for %s", limit, what)
		}
	}
}

// overHTTPS serves a host with git's own program for web servers, for one name
// and password if one is given, and has go-git trust its certificate.
func (s gitHost) overHTTPS(t *testing.T, name, token string) string {
	t.Helper()
	path := filepath.Join(gitRun(t, s.dir, "--exec-path"), "git-http-backend")
	backend := &cgi.Handler{Path: path, Dir: s.dir, Env: []string{"GIT_PROJECT_ROOT=" + s.dir, "REMOTE_USER=" + name}}
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		if user != name || password != token {
			w.Header().Set("WWW-Authenticate", `Basic realm="git"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		backend.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	before := client.Protocols["https"]
	client.InstallProtocol("https", githttp.NewClient(server.Client()))
	t.Cleanup(func() { client.InstallProtocol("https", before) })
	return server.URL
}

// A build's tag is looked up in its repository, on whatever host it is (R73,
// R93): what exists gives its commit, whatever does not is refused.
func TestSourceTag(t *testing.T) {
	s := newGitHost(t)
	for name, base := range map[string]string{"git": s.overDaemon(t), "https": s.overHTTPS(t, "", ""), "ssh": s.overSSH(t)} {
		t.Run(name, func(t *testing.T) {
			sources := &gitSources{}
			for tag, want := range map[string]string{"v1.0.0.0": s.first, "v1.0.1.0": s.second, "release/2026-11": s.second} {
				got, err := sources.Tag(t.Context(), base+"/full.git", tag)
				if err != nil || got != want {
					t.Errorf("%s is %q, %v; want %s", tag, got, err, want)
				}
			}
			for _, test := range []struct {
				repository, tag string
				code            release.Code
				want            string
			}{
				{"/full.git", "v1.0.2.0", release.CodeNotFound, "did you mean v1.0.0.0?"},
				{"/full.git", "v2.0.0.0", release.CodeNotFound, "There is no tag v2.0.0.0."}, // a branch is no tag
				{"/full.git", "v1", release.CodeNotFound, "There is no tag v1."},             // nor is the beginning of one
				{"/full.git", "11", release.CodeNotFound, "There is no tag 11."},             // nor its end
				{"/full.git", "V1.0.0.0", release.CodeNotFound, "did you mean v1.0.0.0?"},
				{"/full.git", "v1.0.1.0^{}", release.CodeInvalid, "git allows no blanks"},
				{"/empty.git", "v1.0.0.0", release.CodeNotFound, "There is no tag v1.0.0.0."},
				{"/missing.git", "v1.0.0.0", release.CodeNotFound, "does not exist"},
			} {
				wantRefusal(t, sources, base+test.repository, test.tag, test.code, test.want)
			}
		})
	}
}

func wantRefusal(t *testing.T, s release.Sources, repository, tag string, code release.Code, want string) {
	t.Helper()
	commit, err := s.Tag(t.Context(), repository, tag)
	r, refused := release.AsRefusal(err)
	if commit != "" || !refused || r.Code != code || !strings.Contains(r.Error(), want) {
		t.Errorf("%s at %s: %q, %v; want the refusal %s with %q", tag, repository, commit, err, code, want)
		return
	}
	if r.Next == "" {
		t.Errorf("nobody is told what to do next: %v", r)
	}
}

// A repository that the host keeps to itself is refused, not believed.
func TestSourceHidden(t *testing.T) {
	s := newGitHost(t)
	wantRefusal(t, &gitSources{}, s.overDaemon(t)+"/hidden.git", "v1.0.0.0", release.CodeNotFound, "may not read it")
}

// A host that wants credentials gets its own, and nobody else's.
func TestSourceCredentials(t *testing.T) {
	s := newGitHost(t)
	base := s.overHTTPS(t, "gonogo", "hunter2")
	wantRefusal(t, &gitSources{}, base+"/full.git", "v1.0.0.0", release.CodeUnreachable, "gonogo may not read it")
	for text, right := range map[string]bool{
		strings.Replace(base, "https://", "https://gonogo:hunter2@", 1): true,
		strings.Replace(base, "https://", "https://gonogo:hunter3@", 1): false,
		"https://gonogo:hunter2@git.example":                            false,
	} {
		credentials, err := parseGitCredentials("https://a:b@other.example, " + text)
		if err != nil {
			t.Fatal(err)
		}
		sources := &gitSources{credentials: credentials}
		if !right {
			wantRefusal(t, sources, base+"/full.git", "v1.0.0.0", release.CodeUnreachable, "gonogo may not read it")
			continue
		}
		if got, err := sources.Tag(t.Context(), base+"/full.git", "v1.0.0.0"); err != nil || got != s.first {
			t.Errorf("with its credentials: %q, %v", got, err)
		}
	}
}

// A host whose certificate nobody vouches for, that is not there or that is
// no git host is refused: fail closed.
func TestSourceUnreachable(t *testing.T) {
	stranger := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(stranger.Close)
	wantRefusal(t, &gitSources{}, stranger.URL+"/full.git", "v1.0.0.0", release.CodeUnreachable, "certificate")
	wantRefusal(t, &gitSources{}, "git://127.0.0.1:"+freePort(t)+"/full.git", "v1.0.0.0", release.CodeUnreachable, "connection refused")
	wantRefusal(t, &gitSources{}, "https://127.0.0.1:"+freePort(t)+"/full.git", "v1.0.0.0", release.CodeUnreachable, "connection refused")
}

// A host that takes the question and never answers holds nobody up longer than
// they wait, and one question at a time.
func TestSourceHangs(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan net.Conn, 100)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				close(asked)
				return
			}
			asked <- conn
		}
	}()
	t.Cleanup(func() {
		_ = listener.Close()
		for conn := range asked {
			_ = conn.Close()
		}
	})
	for _, scheme := range []string{"git", "https", "ssh"} {
		if scheme == "ssh" {
			withAgent(t, "")
		}
		sources := &gitSources{}
		address := scheme + "://" + listener.Addr().String() + "/full.git"
		for range 3 {
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			_, err := sources.Tag(ctx, address, "v1.0.0.0")
			cancel()
			if r, refused := release.AsRefusal(err); !refused || r.Code != release.CodeUnreachable || !strings.Contains(r.Why, "did not answer in time") {
				t.Errorf("%s: %v", scheme, err)
			}
		}
		select {
		case conn := <-asked:
			t.Cleanup(func() { _ = conn.Close() })
		case <-time.After(10 * time.Second):
			t.Errorf("%s: the host was never asked", scheme)
		}
		if len(asked) != 0 {
			t.Errorf("%s: the host was asked %d times more while it owed an answer", scheme, len(asked))
		}
	}
}

// Nothing that reads as an option or a command gets near a git (R73), and what
// is no tag for git is none for gonogo.
func TestSourceInjection(t *testing.T) {
	for _, repository := range []string{
		"", "--upload-pack=touch /tmp/x", "ext::sh -c id", "file:///etc", "/etc", "-oProxyCommand=id@h:x", "git@h:-x", "http://127.0.0.1/x", "https://a:b@h/x",
	} {
		wantRefusal(t, &gitSources{}, repository, "v1.0.0.0", release.CodeInvalid, "was not looked up")
	}
	for _, tag := range []string{"", "--exec=id", "a b", "v1:v2", "refs/tags/v1", "..", "a\x00b", "-"} {
		wantRefusal(t, &gitSources{}, "https://git.example/x", tag, release.CodeInvalid, "was not looked up")
	}
}

// gonogo's rules for a tag's name are no laxer than git's own.
func FuzzTagAsGit(f *testing.F) {
	for _, seed := range []string{"v1.2.0.0", "a/b", "a..b", "@", "@{", "ü", "a.lock", "-", "\u00a0", "a\x7f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if release.CheckTag(name) == "" {
			gitRun(t, t.TempDir(), "check-ref-format", "refs/tags/"+name)
		}
	})
}

func FuzzGitCredentials(f *testing.F) {
	for _, seed := range []string{"https://a:hunter2@git.example", "https://a:hunter2@h,https://a:hunter2@h", "x hunter2", "https://hunter2@h:443/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		credentials, err := parseGitCredentials(text)
		if err != nil {
			if strings.Contains(text, "hunter2") && strings.Contains(err.Error(), "hunter2") {
				t.Fatalf("%q: the secret is shown: %v", text, err)
			}
			return
		}
		for host, auth := range credentials {
			if auth.Username == "" || auth.Password == "" || credentials.of("https://"+host+"/x") == nil || credentials.of("https://"+host+".evil.example/x") != nil {
				t.Fatalf("%q: %q is %v", text, host, auth)
			}
		}
	})
}
