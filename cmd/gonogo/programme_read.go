package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// reader turns YAML into a programmeFile and remembers the line of everything
// it read, by path ("people[3].roles[0].party"), so that whoever finds a
// mistake later can name the line. It takes nothing silently: a key it does
// not know, a text that is no text, an anchor are all mistakes.
type reader struct {
	lines    map[string]int
	mistakes []Mistake
	said     map[string]bool
}

// sayf notes a mistake once per path: what follows from it is not a second one.
func (r *reader) sayf(path, format string, args ...any) {
	if r.said[path] {
		return
	}
	r.said[path] = true
	r.mistakes = append(r.mistakes, Mistake{Line: r.line(path), Path: path, Problem: fmt.Sprintf(format, args...)})
}

// line returns the line of a path, or of what encloses it when it is missing.
func (r *reader) line(path string) int {
	for {
		if line, ok := r.lines[path]; ok {
			return line
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return 1
		}
		path = path[:i]
	}
}

// parseYAML returns the root of the one document that data must be.
func parseYAML(data []byte) (ast.Node, *Mistake) {
	file, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxMistake(err)
	}
	var roots []ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			roots = append(roots, doc.Body)
		}
	}
	switch {
	case len(roots) == 0:
		return nil, &Mistake{Line: 1, Problem: "the file is empty; begin with the sample that comes with gonogo"}
	case len(roots) > 1:
		return nil, &Mistake{Line: lineOf(roots[1]), Problem: "a second document begins here; a programme file has one, take the --- out"}
	}
	return roots[0], nil
}

func syntaxMistake(err error) *Mistake {
	m := &Mistake{Line: 1, Problem: "this is not YAML: " + plain(err.Error(), 120)}
	if at, ok := errors.AsType[yaml.Error](err); ok {
		m.Problem = "this is not YAML: " + plain(at.GetMessage(), 120)
		if tk := at.GetToken(); tk != nil && tk.Position != nil {
			m.Line = tk.Position.Line
		}
	}
	return m
}

func lineOf(n ast.Node) int {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	if tk := n.GetToken(); tk != nil && tk.Position != nil {
		return tk.Position.Line
	}
	return 1
}

// value reads a node into a value of the file's structs.
func (r *reader) value(path string, n ast.Node, into reflect.Value) {
	switch n.Type() {
	case ast.AnchorType, ast.AliasType, ast.TagType:
		r.sayf(path, "anchors, aliases and tags are not read here; write the value out")
		return
	case ast.NullType:
		r.sayf(path, "is empty; write %s", wanted(into.Type()))
		return
	default:
	}
	switch into.Kind() {
	case reflect.Struct:
		r.object(path, n, into)
	case reflect.Map:
		r.table(path, n, into)
	case reflect.Slice:
		r.list(path, n, into)
	case reflect.Bool:
		if b, ok := n.(*ast.BoolNode); ok {
			into.SetBool(b.Value)
			return
		}
		r.wrong(path, n, into.Type())
	default:
		r.text(path, n, into)
	}
}

func (r *reader) wrong(path string, n ast.Node, t reflect.Type) {
	r.sayf(path, "%s stands here; write %s", found(n), wanted(t))
}

// entries returns the keys and values of a mapping, each key once, and where
// they are.
func (r *reader) entries(path string, n ast.Node, t reflect.Type, each func(key, path string, value ast.Node)) bool {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		r.wrong(path, n, t)
		return false
	}
	seen := map[string]int{}
	for _, pair := range pairs {
		key := pair.Key.GetToken().Value
		at := join(path, plain(key, 40))
		line := lineOf(pair.Key)
		if first, twice := seen[key]; twice {
			r.mistakes = append(r.mistakes, Mistake{Line: line, Path: at, Problem: fmt.Sprintf("is written twice, first on line %d; keep one", first)})
			continue
		}
		seen[key] = line
		r.lines[at] = line
		each(key, at, pair.Value)
	}
	return true
}

func (r *reader) object(path string, n ast.Node, into reflect.Value) {
	keys := keysOf(into.Type())
	ok := r.entries(path, n, into.Type(), func(key, at string, value ast.Node) {
		k, known := keys.find(key)
		if !known {
			r.sayf(at, "is not a key here; %s", orMean(key, keys.names()))
			return
		}
		if _, empty := value.(*ast.NullNode); empty && !k.required {
			return
		}
		r.value(at, value, into.Field(k.field))
		if why := k.refuses(into.Field(k.field)); why != "" {
			r.sayf(at, "%s", why)
		}
	})
	if !ok {
		return
	}
	for _, k := range keys {
		if at := join(path, k.name); k.required && !r.has(at) {
			r.sayf(at, "is missing; write %s", wanted(into.Field(k.field).Type()))
		}
	}
}

// table reads a map whose keys are all the words of a vocabulary.
func (r *reader) table(path string, n ast.Node, into reflect.Value) {
	t := into.Type()
	keys := vocabulary[t.Key()]
	into.Set(reflect.MakeMap(t))
	ok := r.entries(path, n, t, func(key, at string, value ast.Node) {
		if !slices.Contains(keys, key) {
			r.sayf(at, "is not a key here; %s", orMean(key, keys))
			return
		}
		item := reflect.New(t.Elem()).Elem()
		r.value(at, value, item)
		into.SetMapIndex(reflect.ValueOf(key).Convert(t.Key()), item)
	})
	if !ok {
		return
	}
	for _, key := range keys {
		if at := join(path, key); !r.has(at) {
			r.sayf(at, "is missing; write %s", wanted(t.Elem()))
		}
	}
}

func (r *reader) list(path string, n ast.Node, into reflect.Value) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		r.wrong(path, n, into.Type())
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(seq.Values), len(seq.Values)))
	for i, item := range seq.Values {
		at := fmt.Sprintf("%s[%d]", path, i)
		r.lines[at] = lineOf(item)
		r.value(at, item, into.Index(i))
	}
}

func (r *reader) text(path string, n ast.Node, into reflect.Value) {
	var text string
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	default:
		r.wrong(path, n, into.Type())
		return
	}
	if list := vocabulary[into.Type()]; list != nil {
		if !slices.Contains(list, text) {
			r.sayf(path, "“%s” is not known here; %s", plain(text, 40), orMean(text, list))
			return
		}
	}
	if f, ok := forms[into.Type()]; ok && !f.reference && !f.pattern.MatchString(text) {
		r.sayf(path, "“%s” cannot be read; write %s", plain(text, 40), f.example)
		return
	}
	into.SetString(text)
}

func (r *reader) has(path string) bool {
	_, ok := r.lines[path]
	return ok
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
