package workspace

import (
	"encoding/json"
	"unicode/utf16"
)

// node is one decoded JSON object of Slack's (a block, an element, a view): the box reads many shapes and
// must keep fields it does not know.
type node = map[string]any

func str(n node, key string) string {
	s, _ := n[key].(string)
	return s
}

func flag(n node, key string) bool {
	b, _ := n[key].(bool)
	return b
}

func sub(n node, key string) node {
	m, _ := n[key].(node)
	return m
}

func list(n node, key string) []any {
	l, _ := n[key].([]any)
	return l
}

// nodes returns the objects of a list, leaving out what is none.
func nodes(n node, key string) []node { return objects(list(n, key)) }

func objects(l []any) []node {
	out := make([]node, 0, len(l))
	for _, v := range l {
		if m, ok := v.(node); ok {
			out = append(out, m)
		}
	}
	return out
}

// number reads a JSON number as an int.
func number(n node, key string) (int, bool) {
	f, ok := n[key].(float64)
	return int(f), ok
}

// units counts UTF-16 units, the strictest way to read Slack's limits.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// clone copies a JSON value deeply, so that what was handed out never changes behind the reader's back.
func clone[T any](v T) T {
	raw, err := json.Marshal(v)
	if err != nil {
		return v
	}
	var out T
	if json.Unmarshal(raw, &out) != nil {
		return v
	}
	return out
}

func raw(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null")
	}
	return b
}
