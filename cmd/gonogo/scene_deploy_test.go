package main

import (
	"slices"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// prepared FROM TO brings REL-1, a patch of the DIP with the window from FROM to TO
// in SIT A, to its board: planned, built, shown and with its note handed in by the
// people whose part it is, all through Slack.
func (s *scene) prepared(ts *testscript.TestScript, _ bool, args []string) {
	const (
		rm, provider, build = "amara-okafor", "oluwaseun-bello", "rhys-pritchard"
		digest              = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
	)
	say := func(who, text string) { s.as(ts, false, append([]string{who}, strings.Fields(text)...)) }
	fill := func(who string, fields ...string) { s.submit(ts, false, append([]string{who}, fields...)) }
	say(rm, "/release new")
	fill(rm, "system=dip", "type=patch", "base=1.0.0.0", "purpose=Fixes", "items=DEF-1 high Retries", "targets=sit-a", "owner="+provider, "board=+20d10:00")
	fill(rm, "from/sit-a="+args[0], "to/sit-a="+args[1])
	say(rm, "/release next REL-1")
	say(build, "/release build REL-1")
	fill(build, "build=1", "tag=v1.0.1.0", "digest="+digest, `bom=file,version,date,digest\ndip.jar,1.0,2024-08-01,sha256:`+digest)
	say(rm, "/release next REL-1")
	say("priya-raman", "/release evidence REL-1 pit-assurance https://docs.example/pit")
	say(rm, "/release next REL-1")
	say(rm, "/rfc raise REL-1")
	fill(rm, "title=Fixes", "kind=defect-fix", "references=DEF-1", "reason=Because", "impact=Nobody", "likelihood=2", "consequence=3", "risk=Small", "disruption=none")
	say("tomasz-zielinski", "/release evidence REL-1 environment-baseline https://docs.example/baseline")
	say(build, "/release evidence REL-1 package-approved https://docs.example/package")
	say(rm, "/release evidence REL-1 known-issues-agreed https://docs.example/issues")
	say(rm, "/release evidence REL-1 plans-approved https://docs.example/plans")
	date, _, _ := strings.Cut(args[0], " ")
	s.note(ts, false, []string{"REL-1", provider, "tag=v1.0.1.0", "file=dip.jar", "items=DEF-1 high Retries", "date=" + date})
}

// cleared FROM TO brings REL-1, prepared, through its board to its deployment.
func (s *scene) cleared(ts *testscript.TestScript, _ bool, args []string) {
	const rm = "amara-okafor"
	say := func(who, text string) { s.as(ts, false, append([]string{who}, strings.Fields(text)...)) }
	votes := func(command string) {
		for _, who := range []string{rm, "tomasz-zielinski", "priya-raman", "declan-byrne", "mei-ling-chen"} {
			say(who, command+" vote 1 go")
		}
	}
	s.prepared(ts, false, args)
	say(rm, "/release next REL-1")
	votes("/rfc")
	s.channel(ts, false, []string{"RFC-1 is approved"})
	say(rm, "/gonogo open REL-1")
	votes("/gonogo")
	s.channel(ts, false, []string{"RFC-1 is cleared"})
	say(rm, "/release next REL-1")
}

// deploy REL WHO begins a release's deployment, presses Done on every step as
// soon as it is due and signs it off, all through Slack.
func (s *scene) deploy(ts *testscript.TestScript, _ bool, args []string) {
	s.as(ts, false, []string{args[1], "/release", "deploy", args[0]})
	s.submit(ts, false, []string{args[1]})
	s.steps(ts, false, []string{args[1], "Sign off"})
	s.press(ts, false, []string{args[1], "Sign", "off"})
	s.submit(ts, false, []string{args[1]})
}

// steps WHO TEXT presses Done on the step that is due, again and again, until the
// newest post with buttons of a run has the text, on a button or elsewhere.
func (s *scene) steps(ts *testscript.TestScript, _ bool, args []string) {
	user, text := s.user(ts, args[0]), strings.Join(args[1:], " ")
	place, pressed := s.programme.Slack.RCB, ""
	s.until(ts, "a run says "+text+":\n", func() bool {
		for _, m := range slices.Backward(s.box.Messages(place, user)) {
			if !strings.Contains(string(m.Blocks), `"release.run.`) {
				continue
			}
			if strings.Contains(wordsOf(&m), text) {
				return true
			}
			if action, value, ok := button(m.Blocks, "Done"); ok {
				if value != pressed && s.box.Click(s.ctx, user, place, m.TS, action, value) == nil { // else the message has changed meanwhile
					pressed = value
				}
				return false
			}
		}
		return false
	}, func() string { return s.wordsIn(place, user) })
}

// both ONE OTHER LABEL has two people press the newest button with that label at
// the same instant.
func (s *scene) both(ts *testscript.TestScript, _ bool, args []string) {
	users, label := []string{s.user(ts, args[0]), s.user(ts, args[1])}, strings.Join(args[2:], " ")
	place := s.programme.Slack.RCB
	for _, m := range slices.Backward(s.box.Messages(place, users[0])) {
		action, value, ok := button(m.Blocks, label)
		if !ok {
			continue
		}
		var pressing sync.WaitGroup
		for _, user := range users {
			pressing.Go(func() { _ = s.box.Click(s.ctx, user, place, m.TS, action, value) })
		}
		pressing.Wait()
		s.said = func() string {
			var words []string
			for _, user := range users {
				words = append(words, s.newest(place, user, 0))
			}
			return strings.Join(words, "\n")
		}
		return
	}
	ts.Fatalf("nobody sees a button %s", label)
}
