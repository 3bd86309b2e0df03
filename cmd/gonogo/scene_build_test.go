package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"gonogo.dev/bot/workspace"
)

// given reads "@FILE" as that file, chosen from the person's own device, and
// anything else as what they type.
func (s *scene) given(ts *testscript.TestScript, text string) any {
	name, isFile := strings.CutPrefix(text, "@")
	if !isFile {
		return s.value(text)
	}
	data, err := os.ReadFile(ts.MkAbs(name))
	ts.Check(err)
	return workspace.File{Name: filepath.Base(name), Data: data}
}

// bom FILE N writes a bill of materials as build tools do: CycloneDX with that
// many libraries, lib-001.jar at version 1.0.1 and so on.
func (*scene) bom(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	var components []map[string]any
	for i := 1; i <= n; i++ {
		name, version := fmt.Sprintf("lib-%03d.jar", i), fmt.Sprintf("1.0.%d", i)
		components = append(components, map[string]any{
			"type": "library", "group": "com.example.dip", "name": name, "version": version,
			"purl":   "pkg:maven/com.example.dip/" + name + "@" + version,
			"hashes": []map[string]string{{"alg": "SHA-256", "content": fmt.Sprintf("%x", sha256.Sum256([]byte(name+version)))}},
		})
	}
	data, err := json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata": map[string]any{"timestamp": "2026-11-20T16:04:05Z"}, "components": components,
	}, "", "  ")
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}
