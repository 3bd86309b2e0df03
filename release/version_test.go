package release_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gonogo.dev/release"
)

func version(t testing.TB, text string) release.Version {
	t.Helper()
	v, err := release.ParseVersion(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// versions reads versions with blanks between them.
func versions(t testing.TB, text string) []release.Version {
	t.Helper()
	var all []release.Version
	for word := range strings.FieldsSeq(text) {
		all = append(all, version(t, word))
	}
	return all
}

// TestVersionNext is R22, R23, T9, T10, T11 and T13.
func TestVersionNext(t *testing.T) {
	const seven = "1.0.1.1 1.0.1.2 1.0.1.3 1.0.1.4 1.0.1.5 1.0.1.6"
	for _, x := range []struct {
		why   string
		taken string
		kind  release.ReleaseType
		base  string
		want  string
	}{
		{"R22: the first major", "", release.Major, "", "1.0.0.0"},
		{"R22: the first minor", "1.0.0.0", release.Minor, "1.0.0.0", "1.1.0.0"},
		{"R22: an emergency straight after the first major", "1.0.0.0", release.Emergency, "1.0.0.0", "1.0.0.1"},
		{"R23: one patch and seven emergencies", "1.0.0.0 1.0.1.0 " + seven, release.Emergency, "1.0.1.6", "1.0.1.7"},
		{"R23: the next patch", "1.0.0.0 1.0.1.0 1.0.1.7", release.Patch, "1.0.1.7", "1.0.2.0"},
		{"R23: the second major", "1.0.0.0 1.0.1.0 1.0.1.7", release.Major, "1.0.1.7", "2.0.0.0"},
		{"R23: a minor resets patch and emergency", "1.0.0.0 1.0.3.0 1.0.3.2", release.Minor, "1.0.3.2", "1.1.0.0"},
		{"T9: ten comes after nine", "1.0.0.0 1.0.9.0 1.0.10.0", release.Patch, "1.0.9.0", "1.0.11.0"},
		{"T10: an abandoned number stays burnt", "1.0.0.0 1.0.1.0 1.0.2.0", release.Patch, "1.0.0.0", "1.0.3.0"},
		{"T11: an emergency on an older line", "1.0.0.0 1.0.1.0 1.0.2.0", release.Emergency, "1.0.1.0", "1.0.1.1"},
		{"T11: a patch on an older minor", "1.0.0.0 1.1.0.0 1.0.1.0 2.0.0.0", release.Patch, "1.0.0.0", "1.0.2.0"},
		{"T11: a minor on an older major", "1.0.0.0 2.0.0.0 2.4.0.0", release.Minor, "1.0.0.0", "1.1.0.0"},
		{"T13: emergencies count since their patch", "1.0.0.0 1.0.0.4 1.0.1.0", release.Emergency, "1.0.1.0", "1.0.1.1"},
		{"a major ignores its base", "1.0.0.0 7.0.0.0", release.Major, "3.3.3.3", "8.0.0.0"},
		{"the highest number but one", "999999998.0.0.0", release.Major, "", "999999999.0.0.0"},
	} {
		t.Run(x.why, func(t *testing.T) {
			var base release.Version
			if x.base != "" {
				base = version(t, x.base)
			}
			got, err := release.Next(x.kind, base, versions(t, x.taken))
			if err != nil || got.String() != x.want {
				t.Errorf("%s on %s after %s is %s, %v; want %s", x.kind, x.base, x.taken, got, err, x.want)
			}
		})
	}
}

// TestVersionNextRefused is R22 and T11: what cannot be counted is refused in words.
func TestVersionNextRefused(t *testing.T) {
	one := versions(t, "1.0.0.0")
	for _, x := range []struct {
		kind  release.ReleaseType
		base  release.Version
		taken []release.Version
		code  release.Code
		why   string
	}{
		{release.Patch, one[0], nil, release.CodeState, "first one is a major"},
		{release.Minor, release.Version{}, one, release.CodeInvalid, "which release this minor builds on"},
		{release.Emergency, version(t, "1.0.1.0"), one, release.CodeNotFound, "no release 1.0.1.0"},
		{"huge", one[0], one, release.CodeInvalid, "“huge” is not a release type"},
		{release.Major, one[0], versions(t, "999999999.0.0.0"), release.CodeState, "999999999.0.0.0 is the last"},
	} {
		_, err := release.Next(x.kind, x.base, x.taken)
		refusal, ok := release.AsRefusal(err)
		if !ok || refusal.Code != x.code || !strings.Contains(refusal.Why, x.why) || refusal.Next == "" {
			t.Errorf("%s on %s: %v; want a refusal %q that says %q", x.kind, x.base, err, x.code, x.why)
		}
	}
}

func TestParseVersion(t *testing.T) {
	for text, want := range map[string]release.Version{
		"1.0.0.0":         {Major: 1},
		"v1.0.10.0":       {Major: 1, Patch: 10},
		"0.9.0.0":         {Minor: 9},
		"999999999.0.0.1": {Major: 999_999_999, Emergency: 1},
		"12.34.56.78":     {Major: 12, Minor: 34, Patch: 56, Emergency: 78},
	} {
		got, err := release.ParseVersion(text)
		if err != nil || got != want {
			t.Errorf("%q is %s, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{
		"", "v", "1", "1.0.0", "1.0.0.0.0", "1.0.0.", ".0.0.0", "1..0.0", "01.0.0.0", "1.00.0.0", "+1.0.0.0", "-1.0.0.0",
		" 1.0.0.0", "1.0.0.0 ", "1. 0.0.0", "vv1.0.0.0", "V1.0.0.0", "1.0.0.x", "1.0.0.1e1", "1.0.0.0x1", "1.0.0.1_0", "1.0.0.٣",
		"1000000000.0.0.0", "1.0.0.99999999999999999999", "0.0.0.0", "1,0,0,0", "\xff.0.0.0",
	} {
		_, err := release.ParseVersion(text)
		refusal, ok := release.AsRefusal(err)
		if !ok || refusal.Code != release.CodeInvalid || refusal.What == "" || refusal.Why == "" || refusal.Next == "" {
			t.Errorf("%q: %v; want a refusal that says what, why and what next", text, err)
		}
	}
}

// TestVersionOrder is T9: versions compare by number, at whatever length.
func TestVersionOrder(t *testing.T) {
	want := versions(t, "0.1.0.0 1.0.0.0 1.0.0.1 1.0.1.0 1.0.1.7 1.0.2.0 1.0.9.0 1.0.10.0 1.0.10.1 1.2.0.0 1.10.0.0 2.0.0.0 10.0.0.0")
	rapid.Check(t, func(t *rapid.T) {
		got := rapid.Permutation(want).Draw(t, "order")
		slices.SortFunc(got, release.Version.Compare)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("order (-want +got):\n%s", diff)
		}
	})
}

// TestVersionJSON is R21: a version is one text in JSON, and none is the empty one.
func TestVersionJSON(t *testing.T) {
	type row struct {
		Version release.Version `json:"version"`
		Base    release.Version `json:"base"`
	}
	want := row{Version: release.Version{Major: 1, Patch: 10}}
	body, err := json.Marshal(want)
	if err != nil || string(body) != `{"version":"1.0.10.0","base":""}` {
		t.Fatalf("JSON is %s, %v", body, err)
	}
	got := row{Base: release.Version{Major: 9}}
	if err := json.Unmarshal(body, &got); err != nil || got != want {
		t.Errorf("read back %+v, %v; want %+v", got, err, want)
	}
	if err := json.Unmarshal([]byte(`{"version":"1.0"}`), &got); err == nil {
		t.Error("1.0 was read as a version")
	}
}

func anyVersion() *rapid.Generator[release.Version] {
	return rapid.Custom(func(t *rapid.T) release.Version {
		number := rapid.IntRange(0, 999_999_999)
		return release.Version{
			Major: rapid.IntRange(1, 999_999_999).Draw(t, "major"), Minor: number.Draw(t, "minor"),
			Patch: number.Draw(t, "patch"), Emergency: number.Draw(t, "emergency"),
		}
	})
}

// TestVersionParsePrint is R21: parsing and printing are each other's inverse,
// and the order of two versions is that of their first different number.
func TestVersionParsePrint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, o := anyVersion().Draw(t, "v"), anyVersion().Draw(t, "o")
		if got, err := release.ParseVersion(v.String()); err != nil || got != v {
			t.Errorf("%s was read as %s, %v", v, got, err)
		}
		if (v.Compare(o) == 0) != (v == o) || v.Compare(o) != -o.Compare(v) {
			t.Errorf("%s against %s: %d and %d", v, o, v.Compare(o), o.Compare(v))
		}
		if raised := (release.Version{Major: v.Major, Minor: v.Minor, Patch: v.Patch, Emergency: v.Emergency + 1}); raised.Compare(v) <= 0 {
			t.Errorf("%s does not come after %s", raised, v)
		}
	})
}

// TestVersionHistories is R22, R23, T10, T11 and T13: whatever is raised on
// whatever, abandoned or not, no number comes twice, each line only grows, and
// grows by one.
func TestVersionHistories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		taken := []release.Version{}
		last := map[release.ReleaseType]map[release.Version]release.Version{}
		for range rapid.IntRange(1, 60).Draw(t, "releases") {
			kind, base := release.Major, release.Version{}
			if len(taken) > 0 {
				kind = rapid.SampledFrom(release.ReleaseTypes()).Draw(t, "type")
				base = rapid.SampledFrom(taken).Draw(t, "base")
			}
			next, err := release.Next(kind, base, rapid.Permutation(taken).Draw(t, "taken"))
			if err != nil {
				t.Fatalf("%s on %s: %v", kind, base, err)
			}
			if slices.Contains(taken, next) {
				t.Fatalf("%s was given twice: %v", next, taken)
			}
			line := base.Line(kind)
			if last[kind] == nil {
				last[kind] = map[release.Version]release.Version{}
			}
			before, counted := last[kind][line]
			if !counted {
				before = line
			}
			if stepped := step(before, next, kind); !stepped {
				t.Fatalf("%s follows %s on the line %s of a %s", next, before, line, kind)
			}
			last[kind][line] = next
			taken = append(taken, next)
		}
	})
}

// step tells whether next is the one after before in its type's number, with
// everything before it the same and everything after it 0. It is written out on
// purpose, unlike the code it checks.
func step(before, next release.Version, kind release.ReleaseType) bool {
	switch kind {
	case release.Major:
		return next == release.Version{Major: before.Major + 1}
	case release.Minor:
		return next == release.Version{Major: before.Major, Minor: before.Minor + 1}
	case release.Patch:
		return next == release.Version{Major: before.Major, Minor: before.Minor, Patch: before.Patch + 1}
	case release.Emergency:
		before.Emergency++
		return next == before
	}
	return false
}

// FuzzParseVersion is R21: no text makes the reader fall over, and what it takes
// is written the one way in which it prints.
func FuzzParseVersion(f *testing.F) {
	for _, text := range []string{"1.0.0.0", "v1.0.10.0", "999999999.1.2.3", "1.0.0", "01.0.0.0", "+1.0.0.0", "1.0.0.0.", "", "0.0.0.0", "٣.0.0.0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := release.ParseVersion(text)
		if err != nil {
			if _, ok := release.AsRefusal(err); !ok {
				t.Fatalf("%q: %v is a fault, want a refusal", text, err)
			}
			return
		}
		if v.IsZero() || v.String() != strings.TrimPrefix(text, "v") {
			t.Fatalf("%q was read as %s", text, v)
		}
	})
}
