package bot

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

var referenceForm = regexp.MustCompile(`reference ([A-Z2-7]{6})`)

// A fault is logged and shown as a reference; nothing is acknowledged as done,
// and the same request may come again (issue 2, section 6).
func TestFault(t *testing.T) {
	o := open(t)
	o.raised()
	broken := errors.New("the disk is on fire")
	o.store.fail = func(context.Context) error { return broken }
	body := commandBody(tom, "/rfc", "vote 1 go because of secret reasons", "7.7.7")
	_, answer := o.send("/slack/commands", body, start)
	wants(t, answer, "Something went wrong on our side", "Look whether it was done, and try again in a minute")
	ref := referenceForm.FindStringSubmatch(answer)
	if ref == nil {
		t.Fatalf("no reference in %s", answer)
	}
	wants(t, o.log.String(), "reference="+ref[1], "the disk is on fire")
	for _, secretWord := range []string{"secret reasons", secret, botToken} {
		if strings.Contains(o.log.String(), secretWord) {
			t.Errorf("%q stands in the log", secretWord)
		}
	}
	o.store.fail = nil
	if _, answer = o.send("/slack/commands", body, start); !strings.Contains(answer, "Recorded: Go") {
		t.Errorf("tried again: %s", answer)
	}
}

// In a form a fault stands at a field, so that nothing typed is lost.
func TestFaultInForm(t *testing.T) {
	o := open(t)
	o.command(elle, "/rfc raise")
	o.store.fail = func(context.Context) error { return errors.New("the disk is on fire") }
	r, err := o.box.Submit(t.Context(), elle, filled())
	o.must(err)
	wants(t, r.Errors[release.FieldTitle], "Something went wrong on our side", "Look whether it was done")
	o.store.fail = nil
	if r, err = o.box.Submit(t.Context(), elle, map[string]map[string]any{}); err != nil || !r.OK() {
		t.Errorf("%+v %v", r, err)
	}
}

// What takes too long is stopped and said so; it is never acknowledged as done.
func TestTimeout(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) { c.AnswerWithin = 20 * time.Millisecond })
	o.store.fail = func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}
	wants(t, o.command(tom, "/rfc list"), "This took too long and was stopped")
	wants(t, strings.Join(o.observed, ","), "/rfc list timeout")
}

// A panic is a fault like any other.
func TestPanic(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) {
		c.Report = func(context.Context, ReportName, release.Person) (string, error) { panic("boo") }
	})
	wants(t, o.command(tom, "/release report"), "Something went wrong on our side")
	wants(t, o.log.String(), "panic: boo")
}

// A form that Slack does not open is told, not swallowed (facts 13).
func TestFormNotOpened(t *testing.T) {
	o := open(t)
	o.box.Fail("views.open", workspace.Fault{Error: "expired_trigger_id"})
	wants(t, o.command(elle, "/rfc raise"), "The form did not open in time.", "Try again.")
	o.box.Fail("views.open", workspace.Fault{Status: 500})
	wants(t, o.command(elle, "/rfc raise"), "The form did not open.")
}

// A long report comes in several messages, whole lines each.
func TestLongReport(t *testing.T) {
	o := open(t, func(_ *release.Programme, c *Config) {
		c.Report = func(context.Context, ReportName, release.Person) (string, error) {
			return strings.Repeat("RFC-12 <waits> & waits for its board\n", 150), nil
		}
	})
	wants(t, o.command(tom, "/release report"), "Readiness report, as of now")
	total := 0
	for _, m := range o.box.Messages(board, tom) {
		total += strings.Count(string(m.Blocks), "waits for its board")
		if !m.Ephemeral {
			t.Error("the report is for the person who asks")
		}
	}
	if total != 150 {
		t.Errorf("%d of 150 lines were shown", total)
	}
}

// The command table is complete, and a verb that is there twice stops the
// program at its start.
func TestTable(t *testing.T) {
	for _, r := range rows() {
		if r.usage == "" && strings.Contains(r.example, " N") || r.example == "" || r.summary == "" || r.who == "" || r.run == nil || !strings.HasPrefix(r.example, r.name()) {
			t.Errorf("%s is incomplete", r.name())
		}
	}
	for _, c := range Commands() {
		if c.Description == "" || len(c.Verbs) < 3 || len(c.UsageHint) > 1000 || len(c.Name) > 32 {
			t.Errorf("%+v", c)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a duplicate verb was taken")
		}
	}()
	newTable(append(rows(), rows()[1]))
}

// Stop waits for what runs on after answers, and says when it gave up.
func TestStop(t *testing.T) {
	o := open(t)
	hold := make(chan struct{})
	o.bot.afterwards(t.Context(), func(context.Context) { <-hold })
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := o.bot.Stop(ended); !errors.Is(err, ErrStopped) {
		t.Errorf("stopped although something runs: %v", err)
	}
	close(hold)
	if err := o.bot.Stop(t.Context()); err != nil {
		t.Error(err)
	}
}
