package release_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

var linkKey = []byte(strings.Repeat("k", 32))

// R38: a link is bound to its person, its review and its key, and to the letter.
func TestLinks(t *testing.T) {
	links := release.NewLinks("https://gonogo.example/", linkKey)
	x := release.ReviewLink{Review: 7, Person: "ann/lee", Expires: monday}
	token := links.Token(x)
	if want := "https://gonogo.example/review/" + token; links.URL(x) != want {
		t.Errorf("address %s; want %s", links.URL(x), want)
	}
	if url := release.NewLinks("", linkKey).URL(x); url != "" {
		t.Errorf("without a public address: %s", url)
	}
	read, err := links.Read(token)
	if err != nil || cmp.Diff(x, read) != "" {
		t.Errorf("read %+v, %v", read, err)
	}
	for name, wrong := range map[string]string{
		"empty": "", "cut": token[:len(token)-1], "longer": token + "A", "another body": "Y21WMmFX" + token[8:], "no signature": strings.Split(token, ".")[0] + ".",
		"endless": token + strings.Repeat("A", 600), "padded": token + "=",
	} {
		if _, err := links.Read(wrong); err == nil {
			t.Errorf("%s is read", name)
		} else {
			refused(t, err, release.CodeForbidden)
		}
	}
	refused(t, second(release.NewLinks("https://gonogo.example", []byte(strings.Repeat("x", 32))).Read(token)), release.CodeForbidden)
	refused(t, second(release.Links{}.Read(release.Links{}.Token(x))), release.CodeForbidden)
	if err := read.Fresh(monday.Add(-time.Second)); err != nil {
		t.Errorf("before its end: %v", err)
	}
	refused(t, read.Fresh(monday), release.CodeStale)
}

// Whatever is signed is read as it was, and one changed letter is not read at all.
func TestLinksAreWhole(t *testing.T) {
	links := release.NewLinks("https://gonogo.example", linkKey)
	rapid.Check(t, func(t *rapid.T) {
		x := release.ReviewLink{
			Review: rapid.Int64Min(1).Draw(t, "review"), Person: release.PersonID(rapid.StringN(1, 40, 200).Draw(t, "person")),
			Expires: time.Unix(rapid.Int64Range(0, 1<<40).Draw(t, "expires"), 0).UTC(),
		}
		token := links.Token(x)
		read, err := links.Read(token)
		if err != nil || read != x {
			t.Fatalf("read %+v, %v; want %+v", read, err, x)
		}
		at := rapid.IntRange(0, len(token)-1).Draw(t, "at")
		letter := rapid.SampledFrom([]byte("ABCxyz019-_.=/ ")).Draw(t, "letter")
		if letter == token[at] {
			return
		}
		if _, err := links.Read(token[:at] + string(letter) + token[at+1:]); err == nil {
			t.Fatalf("a changed token is read")
		}
	})
}

// No text makes the reader of tokens fall over, and what it reads it wrote.
func FuzzToken(f *testing.F) {
	links := release.NewLinks("https://gonogo.example", linkKey)
	f.Add(links.Token(release.ReviewLink{Review: 7, Person: "ann", Expires: monday}))
	f.Add("")
	f.Add(".")
	f.Add("cmV2aWV3.AAAA")
	f.Fuzz(func(t *testing.T, token string) {
		read, err := links.Read(token)
		if err == nil && links.Token(read) != token {
			t.Errorf("%q is read as %+v", token, read)
		}
	})
}
