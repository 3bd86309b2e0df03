package release_test

import (
	"net/url"
	"strings"
	"testing"

	"gonogo.dev/release"
)

// A build's repository can be on any git host (R73), and its address can do
// nothing but name it.
func TestCheckRepository(t *testing.T) {
	for _, address := range []string{
		"https://git.example/dcc/smart-meter.git", "https://git.example:8443/x", "https://192.0.2.7/x.git", "https://[2001:db8::7]/x.git",
		"ssh://git@git.example/x.git", "ssh://git.example:2222/~dcc/x", "git://git.example/x", "git@git.example:dcc/x.git", "git@git.example:/srv/x",
		"https://git.example/" + strings.Repeat("x", 280),
	} {
		if why := release.CheckRepository(address); why != "" {
			t.Errorf("%s %s", address, why)
		}
	}
	for address, want := range map[string]string{
		"": "is empty",
		"https://git.example/" + strings.Repeat("x", 281): "has 301 characters",
		"git.example/x":                     "is no git address",
		"/srv/git/x":                        "is no git address",
		"../x":                              "is no git address",
		`C:\git\x`:                          "characters that no",
		"file:///srv/git/x":                 "is no git address",
		"http://git.example/x":              "is no git address",
		"ftp://git.example/x":               "is no git address",
		"ext::sh -c touch% /tmp/x":          "characters that no",
		"ext::https://git.example/x":        "names a helper program",
		"https::https://git.example/x":      "names a helper program",
		"-uhttps://git.example/x":           "reads as an option",
		"--upload-pack=touch@git.example:x": "reads as an option",
		"-oProxyCommand=x@git.example:x":    "reads as an option",
		"git@-oProxyCommand.example:x":      "no host's name",
		"git@git.example:-x":                "is no git address",
		"ssh://-oProxyCommand=x/y":          "no host's name",
		"ssh://-git@git.example/y":          "user's name",
		"ssh://git@git.example":             "no repository on it",
		"https://git.example/":              "no repository on it",
		"https:///x":                        "no host's name",
		"https://git..example/x":            "no host's name",
		"https:git.example/x":               "is no git address",
		"https://user:secret@git.example/x": "name or password",
		"https://token@git.example/x":       "name or password",
		"ssh://git:secret@git.example/x":    "name or password",
		"https://git.example/x?y":           "? or #",
		"https://git.example/x#y":           "? or #",
		"https://git.example:0/x":           "has a port",
		"https://git.example:70000/x":       "has a port",
		"https://git.example:/x":            "has a port",
		"https://git.example/x%00y":         "no repository on it",
		"https://git.example/x\ny":          "characters that no",
		"https://git.example/\u202ex":       "characters that no",
		"https://git.example/x;rm":          "characters that no",
		"https://git.example/$(id)":         "characters that no",
		"https://git.example/\xff":          "characters that no",
		"https://git%2eexample/x":           "is no git address",
	} {
		if why := release.CheckRepository(address); !strings.Contains(why, want) {
			t.Errorf("%q %q; want %q in it", address, why, want)
		}
	}
}

func TestCheckTag(t *testing.T) {
	for _, name := range []string{"v1.2.0.0", "1.2", "release/2026-11", "v1.2.0.0+build.7", "ü", "a@b", "@", strings.Repeat("x", 100)} {
		if why := release.CheckTag(name); why != "" {
			t.Errorf("%q: %s", name, why)
		}
	}
	for _, name := range []string{
		"", " ", "v 1", "v1~", "v1^", "a:b", "v?", "v*", "v[1]", `v\1`, "-v1", "--exec", ".v1", "a/.b", "v1.", "a..b", "a.lock", "a.lock/b",
		"/a", "a/", "a//b", "v@{1}", "HEAD", "refs/tags/v1", "a\x00", "a\x7f", "a\n", "a\u200b", "\xff", strings.Repeat("x", 101),
	} {
		if why := release.CheckTag(name); why == "" {
			t.Errorf("%q is accepted", name)
		}
	}
}

func FuzzCheckRepository(f *testing.F) {
	for _, seed := range []string{"https://git.example/x", "git@git.example:x", "ssh://git@[::1]:22/x", "ext::sh", "-x", "https://a:b@c/d"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if release.CheckRepository(address) != "" {
			return
		}
		if strings.ContainsAny(address, "\n\r\t \x00'\"`$;|") || strings.HasPrefix(address, "-") {
			t.Fatalf("%q is accepted", address)
		}
		if !strings.Contains(address, "://") {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Hostname() == "" || strings.HasPrefix(u.Hostname(), "-") {
			t.Fatalf("%q is accepted: %v, %v", address, u, err)
		}
		if _, secret := u.User.Password(); secret {
			t.Fatalf("%q is accepted with its password", address)
		}
	})
}

func FuzzCheckTag(f *testing.F) {
	for _, seed := range []string{"v1.2.0.0", "a/b", "a..b", "refs/tags/x", "@{"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if release.CheckTag(name) == "" && (strings.ContainsAny(name, " ~^:?*[\\\n\x00") || strings.HasPrefix(name, "-") || strings.Contains(name, "..")) {
			t.Fatalf("%q is accepted", name)
		}
	})
}
