package main

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"gonogo.dev/deploy"
)

// TestProgrammeSchemaIsCurrent keeps the schema that editors read in step with
// the structs.
func TestProgrammeSchemaIsCurrent(t *testing.T) {
	schema, err := programmeSchema()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "..", "deploy", "programme.schema.json"), schema)
	first, _, _ := strings.Cut(string(deploy.Programme), "\n")
	if first != "# yaml-language-server: $schema=programme.schema.json" {
		t.Errorf("the sample's first line is %q: editors would not find the schema", first)
	}
}

// schemaNode is what the tests read of a JSON Schema.
type schemaNode struct {
	Ref         string                `json:"$ref"`
	Defs        map[string]schemaNode `json:"$defs"`
	Type        string                `json:"type"`
	Properties  map[string]schemaNode `json:"properties"`
	Required    []string              `json:"required"`
	Items       *schemaNode           `json:"items"`
	Additional  *bool                 `json:"additionalProperties"`
	Description string                `json:"description"`
}

func readSchema(t *testing.T) schemaNode {
	t.Helper()
	body, err := programmeSchema()
	if err != nil {
		t.Fatal(err)
	}
	var root schemaNode
	if err := json.Unmarshal(body, &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// walk calls visit with every path of the schema ("people[].roles[].party").
func (root schemaNode) walk(n schemaNode, path string, visit func(path string, n schemaNode)) {
	if name, ok := strings.CutPrefix(n.Ref, "#/$defs/"); ok {
		n = root.Defs[name]
	}
	visit(path, n)
	for key, child := range n.Properties {
		root.walk(child, join(path, key), visit)
	}
	if n.Items != nil {
		root.walk(*n.Items, path+"[]", visit)
	}
}

// parserPaths returns every path that the reader knows, and whether it asks for it.
func parserPaths(t reflect.Type, path string, paths map[string]bool) {
	switch t.Kind() {
	case reflect.Struct:
		for _, k := range keysOf(t) {
			paths[join(path, k.name)] = k.required
			parserPaths(t.Field(k.field).Type, join(path, k.name), paths)
		}
	case reflect.Map:
		for _, key := range vocabulary[t.Key()] {
			paths[join(path, key)] = true
			parserPaths(t.Elem(), join(path, key), paths)
		}
	case reflect.Slice:
		parserPaths(t.Elem(), path+"[]", paths)
	default:
	}
}

// TestSchemaAndParserAgree holds the keys that editors offer against the keys
// that the parser takes, and what both ask for.
func TestSchemaAndParserAgree(t *testing.T) {
	offered, taken := map[string]bool{}, map[string]bool{}
	root := readSchema(t)
	root.walk(root, "", func(path string, n schemaNode) {
		for key := range n.Properties {
			offered[join(path, key)] = slices.Contains(n.Required, key)
		}
		if n.Type == "" {
			t.Errorf("%s has no type: a reference leads nowhere", path)
		}
		if n.Type == "object" && (n.Additional == nil || *n.Additional) {
			t.Errorf("%s takes unknown keys", path)
		}
	})
	parserPaths(reflect.TypeFor[programmeFile](), "", taken)
	if diff := cmp.Diff(taken, offered); diff != "" {
		t.Errorf("keys (-parser +schema):\n%s", diff)
	}
}

// TestParserAsksForWhatTheSchemaRequires takes each required key of the root
// out of a good file, and adds a stranger beside it.
func TestParserAsksForWhatTheSchemaRequires(t *testing.T) {
	root := readSchema(t)
	for key := range root.Properties {
		var doc yaml.MapSlice
		if err := yaml.Unmarshal([]byte(small(t)), &doc); err != nil {
			t.Fatal(err)
		}
		doc = slices.DeleteFunc(doc, func(item yaml.MapItem) bool { return item.Key == key })
		doc = append(doc, yaml.MapItem{Key: "stranger", Value: 1})
		text, err := yaml.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		_, mistakes := ParseProgramme(text)
		has := func(path, words string) bool {
			return slices.ContainsFunc(mistakes, func(m Mistake) bool { return m.Path == path && strings.Contains(m.Problem, words) })
		}
		if required := slices.Contains(root.Required, key); has(key, "is missing") != required {
			t.Errorf("without %s: missing is said: %v, required: %v\n%v", key, !required, required, mistakes)
		}
		if !has("stranger", "is not a key here") {
			t.Errorf("a stranger beside %s was taken", key)
		}
	}
}
