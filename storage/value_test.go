package storage

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

// anInstant draws an instant of any zone in the years that are kept.
func anInstant(t *rapid.T, name string) time.Time {
	seconds := rapid.Int64Range(-30_000_000_000, 250_000_000_000).Draw(t, name+" seconds")
	nanos := rapid.Int64Range(0, 999_999_999).Draw(t, name+" nanoseconds")
	zone := time.FixedZone("somewhere", rapid.IntRange(-12*3600, 14*3600).Draw(t, name+" zone"))
	return time.Unix(seconds, nanos).In(zone)
}

// TestInstantSorts shows that kept instants sort as text the way time goes, and
// come back as UTC microseconds.
func TestInstantSorts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := anInstant(t, "a"), anInstant(t, "b")
		textA, errA := instant(a).Value()
		textB, errB := instant(b).Value()
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		want := border(a).Compare(border(b))
		if got := strings.Compare(textA.(string), textB.(string)); got != want {
			t.Errorf("%v and %v compare as %d, kept as %d", a, b, want, got)
		}
		var back instant
		if err := back.Scan(textA); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(border(a), back.time()); diff != "" {
			t.Errorf("kept and read back (-want +got):\n%s", diff)
		}
	})
}

// TestZeroInstant shows that no instant is NULL, both ways.
func TestZeroInstant(t *testing.T) {
	t.Parallel()
	if v, err := (instant{}).Value(); v != nil || err != nil {
		t.Errorf("the zero instant is kept as %v, %v", v, err)
	}
	back := instant(time.Unix(1, 0))
	if err := back.Scan(nil); err != nil || !back.time().IsZero() {
		t.Errorf("NULL is read as %v, %v", back.time(), err)
	}
	for _, wrong := range []any{"2026-11-23", 7, []byte("x"), ""} {
		if err := back.Scan(wrong); err == nil {
			t.Errorf("%v is read as an instant", wrong)
		}
	}
}

// TestCanonical shows that equal values have equal bytes: sorted keys, no null
// members, numbers to the last digit, text as it is.
func TestCanonical(t *testing.T) {
	t.Parallel()
	type inner struct {
		Z, A  int64
		None  []string
		Empty []string
	}
	got, err := canonical(map[string]any{
		"b": inner{Z: 1<<62 + 1, A: 2, Empty: []string{}}, "a": "<&>\u2028é", "none": nil, "list": []any{nil, 1.5},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"a":"<&>\u2028é","b":{"A":2,"Empty":[],"Z":4611686018427387905},"list":[null,1.5]}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("canonical (-want +got):\n%s", diff)
	}
	if _, err := canonical(make(chan int)); err == nil {
		t.Error("a channel was written as JSON")
	}
}

// FuzzInstant shows that whatever text is read as an instant is that instant's.
func FuzzInstant(f *testing.F) {
	f.Add("2026-11-23T12:00:00.000000Z")
	f.Add("2026-11-23T12:00:00Z")
	f.Fuzz(func(t *testing.T, text string) {
		var i instant
		if i.Scan(text) != nil || i.time().IsZero() {
			return
		}
		if back, err := i.Value(); err != nil || back != text {
			t.Errorf("%q was read as %v", text, back)
		}
	})
}

// FuzzCheckpoint shows that whatever text is read as a checkpoint is that checkpoint's.
func FuzzCheckpoint(f *testing.F) {
	f.Add(checkpointText(tlog.Tree{N: 7, Hash: tlog.RecordHash([]byte("x"))}))
	f.Add("gonogo\n+7\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		if tree, err := readCheckpoint(text); err == nil && (checkpointText(tree) != text || tree.N < 0) {
			t.Errorf("%q was read as %v", text, tree)
		}
	})
}
