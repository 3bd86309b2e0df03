package workspace

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"
)

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

type still time.Time

func (s still) Now() time.Time                        { return time.Time(s) }
func (still) MoveTo(context.Context, time.Time) error { return nil }

// quiet is a box without an app, for drawing.
func quiet(t testing.TB) *Workspace {
	t.Helper()
	w, err := New(Config{
		TeamID: "T1", BotUserID: "UBOT", BotName: "gonogo", BotToken: "xoxb", Clock: still(time.Unix(1795165200, 0)),
		People:   []Person{{UserID: "U1", Name: "Ann <b>"}},
		Channels: []Channel{{ID: "C1", Name: "rcb"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestMrkdwn(t *testing.T) {
	w := quiet(t)
	for in, want := range map[string]string{
		"*b* _i_ ~s~ `c*d*`":              `<b>b</b> <i>i</i> <s>s</s> <code>c*d*</code>`,
		"2*3*4 snake_case_name a * b * c": `2*3*4 snake_case_name a * b * c`,
		"*_both_*":                        `<b><i>both</i></b>`,
		"&lt;b&gt; &amp;amp;":             `&lt;b&gt; &amp;amp;`,
		"<b>raw</b>":                      `&lt;b&gt;raw&lt;/b&gt;`,
		"<@U1> <@U404>":                   `<span class="mention">@Ann &lt;b&gt;</span> <span class="mention">@U404</span>`,
		"<#C1|old>":                       `<a class="mention" href="/?as=U1&amp;c=C1">#rcb</a>`,
		"<!here>":                         `<span class="mention">@here</span>`,
		"<https://a.example/?x=1&amp;y|*t* &lt;>": `<a href="https://a.example/?x=1&amp;y" target="_blank" rel="noopener noreferrer nofollow">*t* &lt;</a>`,
		"<javascript:alert(1)|x>":                 `&lt;javascript:alert(1)|x&gt;`,
		"see https://a.example/b.":                `see <a href="https://a.example/b" target="_blank" rel="noopener noreferrer nofollow">https://a.example/b</a>.`,
		"a\nb":                                    `a<br>b`,
		"&gt; q1\n&gt;q2\nafter":                  `<blockquote>q1<br>q2</blockquote>after`,
		"x\n```\n*no* &lt;i&gt;\n```\ny":          `x<pre>*no* &lt;i&gt;</pre>y`,
		":white_check_mark: :no_such_one:":        `<span class="emoji" role="img" aria-label="white_check_mark">✅</span> :no_such_one:`,
		"<!date^1795165200^{date_num} {time}|f>":  `<time datetime="2026-11-20T09:00:00Z" title="Friday, 20 November 2026 09:00 UTC">2026-11-20 09:00</time>`,
		"<!date^nonsense^{date}|fall &lt; back>":  `fall &lt; back`,
	} {
		if got := string(mrkdwn{w: w, as: "U1"}.html(in)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestDateText(t *testing.T) {
	now := time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC)
	at := now.Add(time.Hour)
	for format, want := range map[string]string{
		"{date_short_pretty} at {time}": "tomorrow at 00:30",
		"{date_long}":                   "Saturday, November 21, 2026",
		"{ago}":                         "in 1 hour",
	} {
		if got := dateText(format, at, now); got != want {
			t.Errorf("%s = %q, want %q", format, got, want)
		}
	}
}

var tag = regexp.MustCompile(`<(/?[a-z]+)((?:"[^"]*"|[^">])*)>`)

// Whatever text is drawn, only the renderer's own tags come out, balanced, and links lead to web or mail addresses.
func FuzzMrkdwn(f *testing.F) {
	for _, s := range []string{"*a _b ~c~_*", "<https://x|<y>", "```a```b```", "&gt;a\n>b", "<!date^1^{date}^javascript:x|y>", "`<@U1>`", "\x00\xff*", "<mailto:a\"onx=1@b|c>"} {
		f.Add(s)
	}
	w := quiet(f)
	known := map[string]bool{"b": true, "i": true, "s": true, "code": true, "pre": true, "blockquote": true, "br": true, "a": true, "span": true, "time": true}
	f.Fuzz(func(t *testing.T, s string) {
		out := string(mrkdwn{w: w, as: "U1"}.html(s))
		var open []string
		for _, m := range tag.FindAllStringSubmatch(out, -1) {
			name := strings.TrimPrefix(m[1], "/")
			switch {
			case !known[name]:
				t.Fatalf("%q draws <%s>: %s", s, m[1], out)
			case name == "br":
			case m[1] == name:
				open = append(open, name)
			case len(open) == 0 || open[len(open)-1] != name:
				t.Fatalf("%q draws unbalanced tags: %s", s, out)
			default:
				open = open[:len(open)-1]
			}
			if name == "a" && m[1] == "a" && !regexp.MustCompile(`href="(https?://|mailto:|/\?|HTTPS?://|(?i:https?|mailto):)`).MatchString(m[2]) {
				t.Fatalf("%q draws a link to elsewhere: %s", s, out)
			}
		}
		if len(open) > 0 {
			t.Fatalf("%q leaves %v open: %s", s, open, out)
		}
		if strings.ContainsAny(tag.ReplaceAllString(out, ""), "<>") {
			t.Fatalf("%q draws bare angle brackets: %s", s, out)
		}
	})
}
