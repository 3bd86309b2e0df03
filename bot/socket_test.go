package bot

import (
	"context"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// Socket Mode takes the same path: commands, presses, forms, events, and
// answers too large for an acknowledgement (facts 87 to 89).
func TestSocketMode(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) {
		c.Report = func(context.Context, ReportName, release.Person) (string, error) {
			return "Large" + strings.Repeat("\n"+strings.Repeat("<", 90), 30), nil
		}
	})
	o.box.SetAppURL("")
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- o.bot.RunSocketMode(ctx, appToken, slack.OptionAPIURL(o.boxURL+"/api/")) }()
	o.must(o.box.Wait(t.Context(), func(s *workspace.Snapshot) bool { return s.Connections() == 1 }))

	o.command(elle, "/rfc raise")
	fields := filled()
	fields[release.FieldTitle] = in("turned \u202e around")
	r, err := o.box.Submit(t.Context(), elle, fields)
	o.must(err)
	if r.Errors[release.FieldTitle] == "" {
		t.Errorf("%+v", r)
	}
	o.box.DuplicateNext(1)
	if r, err = o.box.Submit(t.Context(), elle, filled()); err != nil || !r.OK() {
		t.Fatalf("%+v %v\n%s", r, err, o.log)
	}
	if n := len(o.store.snapshot().rfcs); n != 1 {
		t.Fatalf("%d RFCs", n)
	}
	o.work()
	o.press(tom, "rfc.vote.go")
	wants(t, o.last(tom, board).Text, "Recorded: Go")
	o.must(o.box.OpenHome(t.Context(), tom))
	o.settle()
	if _, ok := o.box.Home(tom); !ok {
		t.Error("no Home")
	}
	o.command(tom, "/release report")
	wants(t, o.last(tom, board).Text, "Readiness report, as of now", "Large")

	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
