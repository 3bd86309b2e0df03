package release_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gonogo.dev/release"
)

// A refusal is one line for a log and is found again under what wraps it; a
// fault is none.
func TestRefusalsAndFaults(t *testing.T) {
	r := &release.Refusal{
		Code: release.CodeInvalid, What: "Not raised.", Why: "A field.", Fields: []release.FieldProblem{{Field: "title", Why: "Give one."}},
	}
	if got, want := r.Error(), "Not raised. A field. title: Give one."; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	if got, ok := release.AsRefusal(fmt.Errorf("raise: %w", r)); !ok || got != r {
		t.Errorf("found %v, %v", got, ok)
	}
	for _, err := range []error{nil, errors.New("a fault"), release.ErrNotFound, release.ErrHandled} {
		if got, ok := release.AsRefusal(err); ok {
			t.Errorf("%v is taken for the refusal %v", err, got)
		}
	}
}

// Whoever and whatever is not in the registry is still shown by its key.
func TestNamesOfTheUnknown(t *testing.T) {
	p := programme()
	got := []string{
		p.NameOf("rm"), p.NameOf("nobody"), p.NameOf(release.Clockwork), p.NameOf("gone"),
		release.Seat{Function: release.PMO, Party: "nowhere"}.Label(&p), release.Seat{Function: "oracle", Party: "dcc"}.Label(&p),
		p.Location().String(), (&release.Programme{Zone: "No/Where"}).Location().String(),
	}
	want := []string{"Name of rm", "nobody", "the deadline", "Name of gone", "PMO", "oracle, DCC", "Europe/London", "UTC"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
