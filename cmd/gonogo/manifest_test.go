package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dlclark/regexp2"
	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"gonogo.dev/bot"
	"gonogo.dev/deploy"
)

// manifest is the part of the Slack app's manifest that follows from the code.
type manifest struct {
	Features struct {
		SlashCommands []manifestCommand `yaml:"slash_commands"`
	} `yaml:"features"`
	OAuth struct {
		Scopes struct {
			Bot []string `yaml:"bot"`
		} `yaml:"scopes"`
	} `yaml:"oauth_config"`
	Settings struct {
		Events struct {
			Bot []string `yaml:"bot_events"`
		} `yaml:"event_subscriptions"`
	} `yaml:"settings"`
}

type manifestCommand struct {
	Command     string `yaml:"command"`
	Description string `yaml:"description"`
	UsageHint   string `yaml:"usage_hint"`
}

// TestManifestFollowsTheCode holds both manifests against the command table
// and the scopes of the Web API methods that are used (facts 107, 109).
func TestManifestFollowsTheCode(t *testing.T) {
	var want []manifestCommand
	for _, c := range bot.Commands() {
		want = append(want, manifestCommand{Command: c.Name, Description: c.Description, UsageHint: c.UsageHint})
	}
	for name, text := range map[string][]byte{"http": deploy.ManifestHTTP, "socket": deploy.ManifestSocket} {
		var m manifest
		if err := yaml.Unmarshal(text, &m); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, m.Features.SlashCommands); diff != "" {
			t.Errorf("%s: the commands are not those of the table (-table +manifest):\n%s", name, diff)
		}
		scopes := slices.Sorted(slices.Values(m.OAuth.Scopes.Bot))
		if diff := cmp.Diff(bot.Scopes(), scopes); diff != "" {
			t.Errorf("%s: the scopes are not those needed (-needed +manifest):\n%s", name, diff)
		}
		if diff := cmp.Diff(bot.Events(), m.Settings.Events.Bot); diff != "" {
			t.Errorf("%s: the events are not those taken (-taken +manifest):\n%s", name, diff)
		}
	}
}

// manifestSchema is where Slack's own schema of a manifest may stand, beside
// the checkout.
const manifestSchema = "../../../shared/slack/manifest-schema/manifest.schema.1.0.0.json"

// TestManifestFitsTheSchema holds both manifests against Slack's schema where
// that is at hand.
func TestManifestFitsTheSchema(t *testing.T) {
	file, err := filepath.Abs(manifestSchema)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		t.Logf("Slack's schema is not beside this checkout (%s): the manifests were held against the code only", manifestSchema)
		return
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) {
		re, err := regexp2.Compile(pattern, regexp2.ECMAScript)
		return (*ecmaScript)(re), err
	})
	schema, err := compiler.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"http": deploy.ManifestHTTP, "socket": deploy.ManifestSocket} {
		asJSON, err := yaml.YAMLToJSON(text)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(asJSON, &value); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// ecmaScript is a pattern as the schema's language reads it, which looks ahead.
type ecmaScript regexp2.Regexp

func (re *ecmaScript) MatchString(s string) bool {
	ok, err := (*regexp2.Regexp)(re).MatchString(s)
	return ok && err == nil
}

func (re *ecmaScript) String() string { return (*regexp2.Regexp)(re).String() }
