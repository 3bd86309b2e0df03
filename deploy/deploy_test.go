package deploy_test

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"gonogo.dev/deploy"
)

// read parses one of the manifests, or any other YAML file of this folder.
func read(t *testing.T, body []byte) map[string]any {
	t.Helper()

	var out map[string]any
	if err := yaml.Unmarshal(body, &out); err != nil {
		t.Fatalf("parse: %v", err)
	}

	return out
}

// withoutAddresses takes out, at every depth, what only one way of delivery has, and collects the addresses.
func withoutAddresses(node any, addresses map[string]int) any {
	switch node := node.(type) {
	case map[string]any:
		rest := map[string]any{}

		for key, value := range node {
			switch key {
			case "url", "request_url":
				address, _ := value.(string)
				addresses[address]++
			case "socket_mode_enabled":
			default:
				rest[key] = withoutAddresses(value, addresses)
			}
		}

		return rest
	case []any:
		rest := make([]any, len(node))
		for i, value := range node {
			rest[i] = withoutAddresses(value, addresses)
		}

		return rest
	default:
		return node
	}
}

// TestManifestsAgree holds the two ways to the same app: only addresses and the mode itself may differ.
func TestManifestsAgree(t *testing.T) {
	t.Parallel()

	http, socket := map[string]int{}, map[string]int{}
	one := withoutAddresses(read(t, deploy.ManifestHTTP), http)
	other := withoutAddresses(read(t, deploy.ManifestSocket), socket)

	if diff := cmp.Diff(one, other); diff != "" {
		t.Errorf("manifests differ (-http +socket):\n%s", diff)
	}

	want := map[string]int{
		"https://gonogo.example.com/slack/commands":     5,
		"https://gonogo.example.com/slack/events":       1,
		"https://gonogo.example.com/slack/interactions": 1,
	}
	if diff := cmp.Diff(want, http); diff != "" {
		t.Errorf("addresses of the HTTP manifest (-want +got):\n%s", diff)
	}

	if len(socket) != 0 {
		t.Errorf("in Socket Mode Slack calls no address, got %v", socket)
	}
}

// TestCompose holds compose.yaml to the image's way of working: the schema is there before the first request.
func TestCompose(t *testing.T) {
	t.Parallel()

	body, err := os.ReadFile("compose.yaml")
	if err != nil {
		t.Fatal(err)
	}

	services, _ := read(t, body)["services"].(map[string]any)
	for service, waitsFor := range map[string]string{"migrate": "postgres", "gonogo": "migrate"} {
		one, _ := services[service].(map[string]any)
		if after, _ := one["depends_on"].(map[string]any); after[waitsFor] == nil {
			t.Errorf("service %s does not wait for %s: %v", service, waitsFor, one["depends_on"])
		}
	}

	for line := range strings.Lines(string(body)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if strings.HasSuffix(name, "_TOKEN") && !strings.HasPrefix(strings.TrimSpace(value), "${") {
			t.Errorf("a secret belongs in gonogo.env: %s", line)
		}
	}
}
