package workspace

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func decode(t testing.TB, s string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Fatalf("test data %s: %v", s, err)
	}
	return v
}

func x(n int) string { return strings.Repeat("x", n) }

func pt(s string) string { return fmt.Sprintf(`{"type":"plain_text","text":%q}`, s) }

func opt(v string) string { return fmt.Sprintf(`{"text":%s,"value":%q}`, pt("T"), v) }

func opts(n int) string {
	var l []string
	for i := range n {
		l = append(l, opt(fmt.Sprint(i)))
	}
	return "[" + strings.Join(l, ",") + "]"
}

func section(inner string) string { return `{"type":"section","text":` + pt("x") + `,` + inner + `}` }

func button(inner string) string {
	return `{"type":"actions","elements":[{"type":"button","text":` + pt("B") + inner + `}]}`
}

func input(element string) string {
	return `{"type":"input","label":` + pt("L") + `,"element":` + element + `}`
}

// Every limit of facts 45 to 58 has a row: the largest that passes and the smallest that does not.
func TestBlockLimits(t *testing.T) {
	for name, c := range map[string]struct {
		block string
		want  string // part of the refusal; empty means accepted
	}{
		"header 150":             {`{"type":"header","text":` + pt(x(150)) + `}`, ""},
		"header 151":             {`{"type":"header","text":` + pt(x(151)) + `}`, "/blocks/0/text/text"},
		"header mrkdwn":          {`{"type":"header","text":{"type":"mrkdwn","text":"x"}}`, "must be plain_text"},
		"header 76 astral":       {`{"type":"header","text":` + pt(strings.Repeat("🙂", 76)) + `}`, "/blocks/0/text/text"},
		"section 3000":           {`{"type":"section","text":` + pt(x(3000)) + `}`, ""},
		"section 3001":           {`{"type":"section","text":` + pt(x(3001)) + `}`, "less than 3001"},
		"section empty":          {`{"type":"section","text":` + pt("") + `}`, "more than 0"},
		"section without text":   {`{"type":"section"}`, "text or fields"},
		"fields 10":              {`{"type":"section","fields":[` + strings.Repeat(pt("f")+",", 9) + pt("f") + `]}`, ""},
		"fields 11":              {`{"type":"section","fields":[` + strings.Repeat(pt("f")+",", 10) + pt("f") + `]}`, "/fields"},
		"field 2001":             {`{"type":"section","fields":[` + pt(x(2001)) + `]}`, "/fields/0"},
		"unknown property":       {section(`"nonsense":1`), "nonsense"},
		"block_id 256":           {section(`"block_id":"` + x(256) + `"`), "block_id"},
		"unknown block":          {`{"type":"nonsense"}`, "unsupported type"},
		"context 11":             {`{"type":"context","elements":[` + strings.Repeat(pt("c")+",", 10) + pt("c") + `]}`, "/elements"},
		"context image":          {`{"type":"context","elements":[{"type":"image","image_url":"https://x.example","alt_text":"a"}]}`, ""},
		"image without alt":      {`{"type":"image","image_url":"https://x.example"}`, "alt_text"},
		"image without source":   {`{"type":"image","alt_text":"a"}`, "image_url or slack_file"},
		"actions empty":          {`{"type":"actions","elements":[]}`, "1 to 25"},
		"button 75":              {`{"type":"actions","elements":[{"type":"button","text":` + pt(x(75)) + `}]}`, ""},
		"button 76":              {`{"type":"actions","elements":[{"type":"button","text":` + pt(x(76)) + `}]}`, "/text/text"},
		"button value 2000":      {button(`,"value":"` + x(2000) + `"`), ""},
		"button value 2001":      {button(`,"value":"` + x(2001) + `"`), "/value"},
		"button style default":   {button(`,"style":"default"`), "/style"},
		"button label 76":        {button(`,"accessibility_label":"` + x(76) + `"`), "accessibility_label"},
		"action_id 256":          {button(`,"action_id":"` + x(256) + `"`), "action_id"},
		"action ids twice":       {`{"type":"actions","elements":[{"type":"button","text":` + pt("a") + `,"action_id":"a"},{"type":"button","text":` + pt("b") + `,"action_id":"a"}]}`, "already exists"},
		"confirm 100":            {button(`,"confirm":{"title":` + pt(x(100)) + `,"text":` + pt(x(300)) + `,"confirm":` + pt(x(30)) + `,"deny":` + pt(x(30)) + `}`), ""},
		"confirm title 101":      {button(`,"confirm":{"title":` + pt(x(101)) + `,"text":` + pt("x") + `,"confirm":` + pt("x") + `,"deny":` + pt("x") + `}`), "/confirm/title"},
		"confirm button 31":      {button(`,"confirm":{"title":` + pt("x") + `,"text":` + pt("x") + `,"confirm":` + pt(x(31)) + `,"deny":` + pt("x") + `}`), "/confirm/confirm"},
		"select 100":             {section(`"accessory":{"type":"static_select","options":` + opts(100) + `}`), ""},
		"select 101":             {section(`"accessory":{"type":"static_select","options":` + opts(101) + `}`), "1 to 100"},
		"select 0":               {section(`"accessory":{"type":"static_select","options":[]}`), "1 to 100"},
		"select values twice":    {section(`"accessory":{"type":"static_select","options":[` + opt("a") + "," + opt("a") + `]}`), "twice"},
		"initial among":          {section(`"accessory":{"type":"static_select","options":` + opts(2) + `,"initial_option":` + opt("1") + `}`), ""},
		"initial not among":      {section(`"accessory":{"type":"static_select","options":` + opts(2) + `,"initial_option":` + opt("7") + `}`), "initial_option"},
		"option value 151":       {section(`"accessory":{"type":"static_select","options":[` + opt(x(151)) + `]}`), "/value"},
		"placeholder 151":        {section(`"accessory":{"type":"static_select","options":` + opts(1) + `,"placeholder":` + pt(x(151)) + `}`), "placeholder"},
		"groups":                 {section(`"accessory":{"type":"static_select","option_groups":[{"label":` + pt("G") + `,"options":` + opts(1) + `}]}`), ""},
		"overflow 6":             {section(`"accessory":{"type":"overflow","options":` + opts(6) + `}`), "1 to 5"},
		"checkboxes 11":          {section(`"accessory":{"type":"checkboxes","options":` + opts(11) + `}`), "1 to 10"},
		"url in a select":        {section(`"accessory":{"type":"static_select","options":[{"text":` + pt("T") + `,"value":"v","url":"https://x.example"}]}`), "overflow menus only"},
		"multi select in action": {`{"type":"actions","elements":[{"type":"multi_static_select","options":` + opts(1) + `}]}`, "unsupported type"},
		"datetime accessory":     {section(`"accessory":{"type":"datetimepicker"}`), "unsupported type"},
		"date 2026-1-1":          {section(`"accessory":{"type":"datepicker","initial_date":"2026-1-1"}`), "initial_date"},
		"time 25:00":             {section(`"accessory":{"type":"timepicker","initial_time":"25:00"}`), "initial_time"},
		"datetime in ms":         {`{"type":"actions","elements":[{"type":"datetimepicker","initial_date_time":1795165200000}]}`, "10 digits"},
		"max_length 3001":        {input(`{"type":"plain_text_input","max_length":3001}`), "max_length"},
		"initial over max":       {input(`{"type":"plain_text_input","max_length":3,"initial_value":"four"}`), "initial_value"},
		"email in a message":     {input(`{"type":"email_text_input"}`), "modals only"},
		"input without element":  {`{"type":"input","label":` + pt("L") + `}`, "/element"},
		"rich text":              {`{"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"bold":true}}]}]}]}`, ""},
		"rich text empty text":   {`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}`, "/text"},
		"rich text unknown":      {`{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"nonsense"}]}]}`, "unsupported"},
		"markdown 12001":         {`{"type":"markdown","text":"` + x(12001) + `"}`, "12001"},
		"table":                  {`{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}`, ""},
		"table cell empty":       {`{"type":"table","rows":[[{"type":"raw_text","text":""}]]}`, "/rows/0/0/text"},
		"alert in a message":     {`{"type":"alert","text":` + pt("x") + `}`, "cannot be used"},
		"not an object":          {`7`, "must be an object"},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(validateMessageBlocks([]any{decode(t, c.block)}), "\n")
			if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
				t.Errorf("refusal = %q, want %q", got, c.want)
			}
		})
	}
}

func TestBlockCounts(t *testing.T) {
	divider := decode(t, `{"type":"divider"}`)
	var many []any
	for range 50 {
		many = append(many, divider)
	}
	if got := validateMessageBlocks(many); len(got) > 0 {
		t.Errorf("50 blocks: %v", got)
	}
	if got := validateMessageBlocks(append(many, divider)); len(got) == 0 {
		t.Error("51 blocks were accepted")
	}
	same := decode(t, `{"type":"divider","block_id":"a"}`)
	if got := validateMessageBlocks([]any{same, same}); len(got) != 1 {
		t.Errorf("one block_id twice: %v", got)
	}
}

func TestViewLimits(t *testing.T) {
	blocks := func(n int) string { return strings.TrimSuffix(strings.Repeat(`{"type":"divider"},`, n), ",") }
	modal := func(title, rest string) string {
		return `{"type":"modal","title":` + pt(title) + `,` + rest + `}`
	}
	fileModal := func(rest string) string {
		return modal("t", `"submit":`+pt("S")+`,"blocks":[`+input(`{"type":"file_input",`+rest+`}`)+`]`)
	}
	text := input(`{"type":"plain_text_input"}`)
	for name, c := range map[string]struct{ kind, view, want string }{
		"title 24":              {"modal", modal(x(24), `"blocks":[]`), ""},
		"title 25":              {"modal", modal(x(25), `"blocks":[]`), "/view/title"},
		"no title":              {"modal", `{"type":"modal","blocks":[]}`, "/view/title"},
		"submit 25":             {"modal", modal("t", `"blocks":[],"submit":`+pt(x(25))), "/view/submit"},
		"input without submit":  {"modal", modal("t", `"blocks":[`+text+`]`), "needs it"},
		"input with submit":     {"modal", modal("t", `"submit":`+pt("S")+`,"blocks":[`+text+`]`), ""},
		"blocks 100":            {"modal", modal("t", `"blocks":[`+blocks(100)+`]`), ""},
		"blocks 101":            {"modal", modal("t", `"blocks":[`+blocks(101)+`]`), "100 items"},
		"private_metadata 3001": {"modal", modal("t", `"blocks":[],"private_metadata":"`+x(3001)+`"`), "private_metadata"},
		"callback_id 256":       {"modal", modal("t", `"blocks":[],"callback_id":"`+x(256)+`"`), "callback_id"},
		"no blocks":             {"modal", modal("t", `"callback_id":"x"`), "/view/blocks"},
		"home":                  {"home", `{"type":"home","blocks":[{"type":"divider"}]}`, ""},
		"home with title":       {"home", `{"type":"home","title":` + pt("t") + `,"blocks":[]}`, "title"},
		"home for a modal":      {"modal", `{"type":"home","blocks":[]}`, "/view/type"},
		"datetime in a home":    {"home", `{"type":"home","blocks":[{"type":"actions","elements":[{"type":"datetimepicker"}]}]}`, "home view"},
		"two with focus": {"modal", modal("t", `"submit":`+pt("S")+`,"blocks":[`+input(`{"type":"plain_text_input","focus_on_load":true}`)+","+
			input(`{"type":"plain_text_input","focus_on_load":true}`)+`]`), "focus"},
		"file":                      {"modal", fileModal(`"max_files":10,"filetypes":["csv"]`), ""},
		"file 0":                    {"modal", fileModal(`"max_files":0`), "/max_files"},
		"file 11":                   {"modal", fileModal(`"max_files":11`), "/max_files"},
		"file 1.5":                  {"modal", fileModal(`"max_files":1.5`), "/max_files"},
		"file of no type":           {"modal", fileModal(`"filetypes":[]`), "/filetypes"},
		"file of a dotted type":     {"modal", fileModal(`"filetypes":["csv",".json"]`), "/filetypes/1"},
		"file with a placeholder":   {"modal", fileModal(`"placeholder":` + pt("x")), "known properties"},
		"file that dispatches":      {"modal", strings.Replace(fileModal(`"max_files":1`), `"type":"input"`, `"type":"input","dispatch_action":true`, 1), "/dispatch_action"},
		"file in a home":            {"home", `{"type":"home","blocks":[` + input(`{"type":"file_input"}`) + `]}`, "modals only"},
		"number without is_decimal": {"modal", modal("t", `"submit":`+pt("S")+`,"blocks":[`+input(`{"type":"number_input"}`)+`]`), "is_decimal_allowed"},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(validateView(decode(t, c.view).(node), c.kind), "\n")
			if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
				t.Errorf("refusal = %q, want %q", got, c.want)
			}
		})
	}
}

// Whatever an app sends, the validator and the page answer; what passes can be drawn.
func FuzzBlocks(f *testing.F) {
	f.Add(`[{"type":"section","text":{"type":"mrkdwn","text":"*a* <@U1>"},"accessory":{"type":"static_select","options":[]}}]`)
	f.Add(`[{"type":"input","label":7,"element":{"type":"checkboxes","options":[{"text":null}]}},{"type":"table","rows":[[{}]]}]`)
	f.Add(`[{"type":"rich_text","elements":[{"type":"rich_text_list","indent":99,"elements":[{}]}]},null,[],{"type":"context","elements":[{}]}]`)
	w := quiet(f)
	f.Fuzz(func(t *testing.T, s string) {
		var blocks []any
		if json.Unmarshal([]byte(s), &blocks) != nil {
			return
		}
		_ = validateMessageBlocks(blocks)
		_ = validateView(node{"type": "modal", "blocks": blocks}, "modal")
		w.mu.Lock()
		defer w.mu.Unlock()
		filled := w.fill(blocks)
		_ = stateOf(node{"blocks": filled}, nil)
		views := mrkdwn{w: w, as: "U1"}.blocks(filled, nil, nil, "f")
		if err := templates().ExecuteTemplate(discard{}, "blocks", views); err != nil {
			t.Errorf("draw %s: %v", s, err)
		}
	})
}
