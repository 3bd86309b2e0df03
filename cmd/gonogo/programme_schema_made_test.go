package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
)

// programmeSchema returns the JSON Schema of the programme file, with which an
// editor completes and checks it as it is typed. It knows the shape; names that
// lead nowhere are for `gonogo programme check`.
func programmeSchema() ([]byte, error) {
	reflector := &jsonschema.Reflector{
		Anonymous: true, FieldNameTag: "yaml", ExpandedStruct: true,
		Namer:  func(t reflect.Type) string { return strings.TrimSuffix(t.Name(), "File") },
		Mapper: schemaOf,
	}
	schema := reflector.Reflect(programmeFile{})
	reflector.ExpandedStruct = false
	maps.Copy(schema.Definitions, reflector.Reflect(typePolicyFile{}).Definitions) // what the maps refer to
	schema.Title = "gonogo programme file"
	schema.Description = "Everything a programme is: its organisations, people, systems, environments, and who decides. " +
		"`gonogo programme check` finds what this schema cannot."
	body, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the programme file's schema: %w", err)
	}
	return append(body, '\n'), nil
}

// schemaOf gives the types of the tables of words and forms their schema, and
// the maps whose keys are words theirs; nil leaves a type to the reflector.
func schemaOf(t reflect.Type) *jsonschema.Schema {
	if list := vocabulary[t]; list != nil {
		schema := &jsonschema.Schema{Type: "string"}
		for _, word := range list {
			schema.Enum = append(schema.Enum, word)
		}
		return schema
	}
	if f, ok := forms[t]; ok {
		return &jsonschema.Schema{Type: "string", Pattern: f.pattern.String()}
	}
	if t.Kind() != reflect.Map {
		return nil
	}
	schema := &jsonschema.Schema{
		Type: "object", Properties: jsonschema.NewProperties(), Required: vocabulary[t.Key()], AdditionalProperties: jsonschema.FalseSchema,
	}
	for _, word := range vocabulary[t.Key()] {
		schema.Properties.Set(word, valueSchema(t.Elem()))
	}
	return schema
}

// valueSchema returns the schema of a map's values; of a struct it refers to
// the definition.
func valueSchema(t reflect.Type) *jsonschema.Schema {
	if schema := schemaOf(t); schema != nil {
		return schema
	}
	return &jsonschema.Schema{Ref: "#/$defs/" + strings.TrimSuffix(t.Name(), "File")}
}
