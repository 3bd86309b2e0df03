package release_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gonogo.dev/release"
)

func TestParseRFCName(t *testing.T) {
	for text, want := range map[string]int{
		"12": 12, "#12": 12, "RFC12": 12, "rfc-12": 12, " RFC-7 ": 7, "rfc#3": 3, "007": 7, "999999999": 999999999,
		"": 0, "rfc": 0, "RFC-": 0, "0": 0, "-0": 0, "+5": 0, "RFC-+5": 0, "1.5": 0, "12a": 0, "1000000000": 0,
		"99999999999999999999": 0, "१२": 0, "<@U1>": 0, "12 13": 0, "0x10": 0, "1_000": 0,
	} {
		got, err := release.ParseRFCName(text)
		if want == 0 {
			refused(t, err, release.CodeInvalid)
		}
		if got != want || (err == nil) != (want != 0) {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseChoice(t *testing.T) {
	for text, want := range map[string]release.Choice{
		"go": yes, " Go ": yes, "YES": yes, "approve": yes, "conditions": perhaps, "Go with conditions": perhaps, "go_with_conditions": perhaps,
		"conditional": perhaps, "no go": no, "No-Go": no, "nogo": no, "NO_GO": no, "reject": no, "abstain": pass,
		"": "", "maybe": "", "go!": "", "nope": "", "g o": "", "ja": "",
	} {
		got, err := release.ParseChoice(text)
		if want == "" {
			refused(t, err, release.CodeInvalid)
		}
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
	for _, c := range release.Choices() {
		if got, err := release.ParseChoice(c.String()); err != nil || got != c {
			t.Errorf("what is shown as %q is read as %q, %v", c, got, err)
		}
	}
}

func TestParseCadence(t *testing.T) {
	for _, c := range []release.Cadence{release.Immediate, release.Daily, release.Weekly} {
		if got, err := release.ParseCadence(string(c)); err != nil || got != c {
			t.Errorf("%q is read as %q, %v", c, got, err)
		}
	}
	for _, text := range []string{"", "Daily", "hourly", strings.Repeat("x", 5000)} {
		_, err := release.ParseCadence(text)
		if r := refused(t, err, release.CodeInvalid); len(r.Error()) > 300 {
			t.Errorf("the refusal repeats %d bytes", len(r.Error()))
		}
	}
}

func TestClip(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int
		want string
	}{{"short", 5, "short"}, {"longer", 5, "long…"}, {"ab cd", 4, "ab…"}, {"äöüß", 3, "äö…"}, {"", 3, ""}} {
		if got := release.Clip(test.text, test.n); got != test.want {
			t.Errorf("Clip(%q, %d) = %q; want %q", test.text, test.n, got, test.want)
		}
	}
}

// answers checks that a parser took the text, or refused it shortly and wholly.
func answers(t *testing.T, err error) bool {
	t.Helper()
	if err == nil {
		return true
	}
	r := refused(t, err, release.CodeInvalid)
	if n := utf8.RuneCountInString(r.Error()); n > 400 {
		t.Fatalf("a refusal of %d characters", n)
	}
	return false
}

func FuzzParseRFCName(f *testing.F) {
	for _, seed := range []string{"12", "RFC-12", "#", "+1", "--#7", "rfc\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		number, err := release.ParseRFCName(text)
		if !answers(t, err) {
			return
		}
		if again, err := release.ParseRFCName(release.RFCName(number)); err != nil || again != number || number < 1 {
			t.Fatalf("%q is %d, which is read back as %d, %v", text, number, again, err)
		}
	})
}

func FuzzParseChoice(f *testing.F) {
	for _, seed := range []string{"go", "no go", "Go with conditions", "abstain", "ſ", "NO\u00a0GO"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := release.ParseChoice(text)
		if answers(t, err) && !slices.Contains(release.Choices(), c) {
			t.Fatalf("%q is %q, which is no choice", text, c)
		}
	})
}

func FuzzParseDeadline(f *testing.F) {
	for _, seed := range []string{"4h", "2d", "16:00", "tomorrow 10:00", "2026-11-23 16:00", "0m", "24:00", "tomorrow at 1:1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, err := release.ParseDeadline(text, monday, london(t))
		if !answers(t, err) || at.IsZero() {
			return
		}
		if !at.After(monday) || at.After(monday.Add(release.MaxDeadline)) {
			t.Fatalf("%q is %s", text, at)
		}
	})
}

func FuzzSplitReferences(f *testing.F) {
	for _, seed := range []string{"CR-031, DEF-1187", ";;", "a\u2028b", "\xff,\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		refs := release.SplitReferences(text)
		for i, ref := range refs {
			if strings.TrimSpace(ref) == "" || strings.ContainsAny(ref, ",; \n\t") || slices.Contains(refs[:i], ref) {
				t.Fatalf("%q has the id %q", text, ref)
			}
		}
		again := release.SplitReferences(strings.Join(refs, ", "))
		if !slices.Equal(refs, again) {
			t.Fatalf("%q is %q, which is read back as %q", text, refs, again)
		}
		// Whatever comes in, the whole content is judged without a fault.
		c, p := content(), programme()
		c.References, c.Title, c.Reason = refs, text, text
		c.Normal().Check(&p, monday)
	})
}
