package reports

import (
	"errors"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"gonogo.dev/release"
)

// readYAML reads a file into the form.
func (r *noteReader) readYAML(body []byte, form group) {
	file, err := parser.ParseBytes(body, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		r.noYAML(err)
		return
	}
	var root ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil || doc.Body.Type() == ast.CommentType:
		case root != nil:
			r.sayf(lineOfNode(doc.Body), "a second document begins here; a note is one, take the --- out.")
			return
		default:
			root = doc.Body
		}
	}
	if root == nil {
		r.sayf(1, "nothing but comments; begin with the template: gonogo note template REL-7.")
		return
	}
	r.yamlGroup("the note", root, form)
}

// noYAML tells what the parser stumbled over, in plain words where it is a tab.
func (r *noteReader) noYAML(err error) {
	line, words := 1, err.Error()
	if at, ok := errors.AsType[yaml.Error](err); ok {
		words = at.GetMessage()
		if tk := at.GetToken(); tk != nil && tk.Position != nil {
			line = max(1, tk.Position.Line)
		}
	}
	if strings.Contains(words, "tab") {
		words = "a tab stands where spaces belong"
	}
	r.sayf(line, "this is not YAML (%s); look at the indentation, and put texts that hold : or # between quotation marks.", release.Clip(oneLine(words), 100))
}

func lineOfNode(n ast.Node) int {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	if tk := n.GetToken(); tk != nil && tk.Position != nil {
		return max(1, tk.Position.Line)
	}
	return 1
}

// yamlGroup reads a mapping.
func (r *noteReader) yamlGroup(what string, n ast.Node, g group) {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		r.sayf(lineOfNode(n), "%s wants the keys %s, each with a colon behind it.", what, strings.Join(g.keys(), ", "))
		return
	}
	seen := map[string]int{}
	for _, pair := range pairs {
		line, key := lineOfNode(pair.Key), pair.Key.GetToken().Value
		f, known := g.find(key)
		switch first := seen[key]; {
		case !known:
			r.sayf(line, "“%s” is not a key here; %s", release.Clip(oneLine(key), 40), orMean(key, g.keys()))
		case first > 0:
			r.sayf(line, "%s is written twice, first on line %d; keep one.", key, first)
		default:
			seen[key] = line
			r.yamlValue(f, pair.Value)
		}
	}
}

// orMean says which key was meant, or which there are.
func orMean(key string, keys []string) string {
	for _, k := range keys {
		if near(key, k) {
			return "write " + k + "."
		}
	}
	return "there are " + strings.Join(keys, ", ") + "."
}

// near tells whether a key is a known one in another spelling.
func near(a, b string) bool {
	plain := strings.NewReplacer("-", "", "_", "", " ", "")
	a, b = strings.ToLower(plain.Replace(a)), strings.ToLower(plain.Replace(b))
	return a != "" && (a == b || a == b+"s" || a+"s" == b)
}

func (r *noteReader) yamlValue(f field, n ast.Node) {
	switch n.Type() {
	case ast.NullType:
		return // a template's field that nobody filled in
	case ast.AnchorType, ast.AliasType, ast.TagType, ast.MergeKeyType:
		r.sayf(lineOfNode(n), "%s has an anchor, an alias or a tag; write the value out.", f.key)
		return
	default:
	}
	switch v := f.value.(type) {
	case *string, *int:
		if text, ok := r.yamlText(f.key, n); ok {
			r.put(lineOfNode(n), f, text)
		}
	case *[]string:
		r.yamlEach(f, n, func(item ast.Node) {
			if text, ok := r.yamlText("an item of "+f.key, item); ok && text != "" {
				*v = append(*v, trimText(text, false))
			}
		})
	case group:
		r.yamlGroup(f.key, n, v)
	case rows:
		r.yamlEach(f, n, func(item ast.Node) { r.yamlGroup("an item of "+f.key, item, v.add()) })
	}
}

func (r *noteReader) yamlEach(f field, n ast.Node, read func(ast.Node)) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.sayf(lineOfNode(n), "%s is a list; write each item on a line of its own behind a dash.", f.key)
		return
	}
	for _, item := range list.Values {
		read(item)
	}
}

// yamlText returns a scalar as it is written: a version is not a number, and an
// id of digits stays what it is.
func (r *noteReader) yamlText(what string, n ast.Node) (string, bool) {
	switch x := n.(type) {
	case *ast.StringNode:
		return x.Value, true
	case *ast.LiteralNode:
		return x.Value.Value, true
	case *ast.NullNode:
		return "", true
	}
	if slices.Contains([]ast.NodeType{ast.IntegerType, ast.FloatType, ast.BoolType, ast.InfinityType, ast.NanType}, n.Type()) {
		return strings.TrimSpace(n.GetToken().Origin), true
	}
	r.sayf(lineOfNode(n), "%s wants one text; write it behind the colon.", what)
	return "", false
}
