package bot

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"gonogo.dev/release"
)

var seeds = []string{
	"", "12", "vote 12 no-go: the load", "`RFC-12`", "raise", "/rfc vote 12", "vote rfc 12 go with conditions after 22:00 @7", "show 999999999999",
	"vote 1 go @99999999999999999999", "list \u202e mine", "help \u202e", "open R2 tomorrow 10:00", "\x00\xff\xfe", "vote -1 go", "withdraw 1 <!channel>",
	strings.Repeat("a", 5000), strings.Repeat("go ", 2000), "vote\u00a01\u00a0go", "@1", "vote 1 @", "😀 12", "met 1", "close 1 override", "draft", "notify x",
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	t := newTable(rows())
	f.Fuzz(func(tt *testing.T, text string) {
		verb, rest := verbOf("/rfc", text)
		if strings.ContainsAny(verb, " \t") || !utf8.ValidString(verb) || !utf8.ValidString(rest) {
			tt.Errorf("verb %q of %q", verb, text)
		}
		if _, err := t.find("/rfc", verb); err != nil {
			if _, refused := release.AsRefusal(err); !refused {
				tt.Error(err)
			}
		}
		args, _ := ballotOf(rest)
		if n, _, err := numberOf(args); err == nil && n < 1 {
			tt.Errorf("%q is RFC %d", args, n)
		}
		if c, _, err := choiceOf(args); err == nil && args != "" && c == "" {
			tt.Errorf("%q is no vote and no refusal", args)
		}
	})
}

func FuzzPayload(f *testing.F) {
	f.Add([]byte(`{"type":"block_actions","user":{"id":"U","team_id":"T"},"team":null,"trigger_id":"1","actions":[{"action_id":"rfc.vote.go","value":"vote 1 go @1","selected_option":null}]}`))
	f.Add([]byte(`{"type":"view_submission","user":{"id":"U"},"view":{"id":"V","type":"modal","hash":"h","callback_id":"rfc.raise","private_metadata":"{\"rfc\":1}","state":{"values":{"title":{"in":{"value":null}}}}}}`))
	f.Add([]byte(`{"type":"event_callback","event_id":"E","event":{"type":"app_home_opened","user":"U","tab":"home"}}`))
	f.Add([]byte(`{"type":"url_verification","challenge":"x"}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, read := range []func([]byte) (inbound, error){readInteraction, readEvent, postedCommand, postedInteraction} {
			in, err := read(raw)
			again, errAgain := read(raw)
			if (err == nil) != (errAgain == nil) || in.key != again.key || in.intent != again.intent {
				t.Errorf("%q has the keys %q and %q", raw, in.key, again.key)
			}
			contentOf(in.form)
		}
	})
}

func FuzzClip(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		n = max(1, min(n, 5000))
		if got := clip(s, n); units(got) > n {
			t.Errorf("clip(%q, %d) has %d units", s, n, units(got))
		}
		got := escapeWithin(s, n)
		if units(got) > n || strings.ContainsAny(got, "<>") {
			t.Errorf("escapeWithin(%q, %d) = %q", s, n, got)
		}
	})
}

// 10,000 random and hostile inputs to every endpoint give refusals: no fault,
// no panic, nothing but 200 and 400 (issue 2, done when).
func TestHostileInputs(t *testing.T) {
	o := open(t)
	o.raised()
	draw := rand.New(rand.NewPCG(1, 2))
	pieces := append([]string{"T0BOARD", "U0ELLE", "U0TOM", "U0NOBODY", "{}", "[]", "null", "-1", "1e9", "true", "rfc.raise", "gonogo.vote.go", "V1"}, seeds...)
	for _, r := range rows() {
		pieces = append(pieces, r.verb, r.example, r.name())
	}
	pick := func() string {
		s := pieces[draw.IntN(len(pieces))]
		if draw.IntN(3) == 0 {
			s += " " + pieces[draw.IntN(len(pieces))]
		}
		if draw.IntN(10) == 0 && s != "" {
			at := draw.IntN(len(s))
			s = s[:at] + string(rune(draw.IntN(0x3000))) + s[at:]
		}
		return s
	}
	for i := range 10_000 {
		path, body := hostileRequest(draw, pick, i)
		status, answer := o.post(path, body)
		if status != http.StatusOK && status != http.StatusBadRequest {
			t.Fatalf("%s %q: %d", path, body, status)
		}
		if strings.Contains(answer, "went wrong on our side") {
			t.Fatalf("%s %q: %s\n%s", path, body, answer, o.log)
		}
	}
	o.settle()
	if log := o.log.String(); strings.Contains(log, "call failed") || strings.Contains(log, "panic") {
		t.Error("a fault stands in the log")
	}
	if got := o.store.snapshot().rfcs[1].Content.Title; got != content().Title {
		t.Errorf("RFC-1 is now %q", got)
	}
}

func hostileRequest(draw *rand.Rand, pick func() string, i int) (path, body string) {
	users := []string{elle, tom, rachel, unknown, pick()}
	user := users[draw.IntN(len(users))]
	trigger := fmt.Sprintf("1.2.%d", draw.IntN(i+1))
	values := func() map[string]any {
		return map[string]any{
			"value": pick(), "selected_option": map[string]any{"value": pick()}, "selected_options": []any{map[string]any{"value": pick()}},
			"selected_date_time": draw.Int64N(1<<42) - 1000,
		}
	}
	switch draw.IntN(6) {
	case 0, 1:
		commands := []string{"/rfc", "/gonogo", "/release", "/env", pick()}
		return "/slack/commands", commandBody(user, commands[draw.IntN(len(commands))], pick(), trigger)
	case 2:
		return "/slack/commands", pick()
	case 3:
		event := map[string]any{"type": "event_callback", "event_id": trigger, "team_id": team, "event": map[string]any{"type": "app_home_opened", "user": pick(), "tab": pick()}}
		raw, _ := json.Marshal(event)
		return "/slack/events", string(raw)
	}
	kinds := []string{"block_actions", "view_submission", "shortcut", pick()}
	payload := map[string]any{
		"type": kinds[draw.IntN(len(kinds))], "user": map[string]any{"id": user, "team_id": team}, "team": map[string]any{"id": team}, "trigger_id": trigger,
		"actions": []any{map[string]any{"action_id": pick(), "value": pick(), "action_ts": pick()}},
		"view": map[string]any{
			"id": pick(), "type": []string{"modal", "home", pick()}[draw.IntN(3)], "hash": pick(), "callback_id": []string{"rfc.raise", "rfc.edit", "gonogo.close", "rfc.met", pick()}[draw.IntN(5)],
			"private_metadata": []string{`{"rfc":1,"rev":1}`, `{"ballot":1,"rfc":1}`, pick()}[draw.IntN(3)],
			"state":            map[string]any{"values": map[string]any{"title": map[string]any{"in": values()}, "choice": map[string]any{"in": values()}, pick(): map[string]any{pick(): values()}}},
		},
	}
	if draw.IntN(2) == 0 {
		delete(payload, "view")
	}
	raw, _ := json.Marshal(payload)
	return "/slack/interactions", url.Values{"payload": {string(raw)}}.Encode()
}
