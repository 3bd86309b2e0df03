package main

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"
)

// TestConfigNamesEveryMistakeAtOnce guards DESIGN section 3: the environment is
// checked whole, and no secret is ever shown.
func TestConfigNamesEveryMistakeAtOnce(t *testing.T) {
	env := map[string]string{
		"DATABASE_URL": "mysql://user:hunter2@host/db", "SLACK_BOT_TOKEN": "hunter2", "SLACK_API_URL": "ftp://slack.example",
		"SMTP_URL": "smtp://user:hunter2@:x", "MAIL_FROM": "nobody", "GONOGO_LISTEN": "8080", "GONOGO_LOG": "loud",
		"GONOGO_PUBLIC_URL": "gonogo.example", "GONOGO_GIT_CREDENTIALS": "https://ada:hunter2@git.example/x",
		"GONOGO_OIDC_CLIENT_SECRET": "hunter2", "GONOGO_OIDC_ISSUER": "slack.com",
	}
	_, err := readConfig(func(name string) string { return env[name] }, needDatabase|needSlack|needMail)
	if err == nil {
		t.Fatal("a wrong environment was taken")
	}
	for _, name := range []string{
		"DATABASE_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "SMTP_URL", "MAIL_FROM", "GONOGO_LISTEN", "GONOGO_LOG", "GONOGO_PUBLIC_URL",
		"GONOGO_GIT_CREDENTIALS", "GONOGO_OIDC_ISSUER", "GONOGO_OIDC_CLIENT_ID",
	} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named in:\n%v", name, err)
		}
	}
	if strings.Contains(err.Error(), "hunter2") {
		t.Errorf("a secret is shown:\n%v", err)
	}
}

// A provider of accounts is configured whole or not at all, and reached safely.
func TestConfigOfAccounts(t *testing.T) {
	whole := map[string]string{
		"GONOGO_OIDC_ISSUER": "https://slack.com", "GONOGO_OIDC_CLIENT_ID": "1.2", "GONOGO_OIDC_CLIENT_SECRET": "hunter2", "GONOGO_PUBLIC_URL": "https://gonogo.example",
	}
	for name, c := range map[string]struct{ name, value, wants string }{
		"whole":                {},
		"on this machine":      {name: "GONOGO_OIDC_ISSUER", value: "http://127.0.0.1:9"},
		"no issuer":            {name: "GONOGO_OIDC_ISSUER", wants: "GONOGO_OIDC_ISSUER is needed"},
		"no id":                {name: "GONOGO_OIDC_CLIENT_ID", wants: "GONOGO_OIDC_CLIENT_ID is needed"},
		"no secret":            {name: "GONOGO_OIDC_CLIENT_SECRET", wants: "GONOGO_OIDC_CLIENT_SECRET is needed"},
		"nowhere to come back": {name: "GONOGO_PUBLIC_URL", wants: "GONOGO_PUBLIC_URL is needed"},
		"in the open":          {name: "GONOGO_OIDC_ISSUER", value: "http://provider.example", wants: "not safe without https://"},
	} {
		env := maps.Clone(whole)
		if c.name != "" {
			env[c.name] = c.value
		}
		got, err := readConfig(func(name string) string { return env[name] }, needDatabase)
		switch {
		case c.wants == "" && (err != nil || newAccount(got, time.Now) == nil):
			t.Errorf("%s: %v", name, err)
		case c.wants != "" && (err == nil || !strings.Contains(err.Error(), c.wants)):
			t.Errorf("%s: %v; want %q", name, err, c.wants)
		}
	}
}

func TestConfigDefaults(t *testing.T) {
	c, err := readConfig(func(string) string { return "" }, needDatabase)
	if err != nil {
		t.Fatal(err)
	}
	if c.DatabaseURL != "sqlite:gonogo.db" || c.Listen != "127.0.0.1:8080" {
		t.Errorf("defaults are %q and %q", c.DatabaseURL, c.Listen)
	}
}

func TestSecretsNeverShow(t *testing.T) {
	git, err := parseGitCredentials("https://ada:hunter2@git.example")
	if err != nil {
		t.Fatal(err)
	}
	c := config{Git: git, BotToken: "xoxb-hunter2", SigningSecret: "hunter2", AppToken: "xapp-hunter2"}
	for _, shown := range []string{c.BotToken.String(), fmt.Sprintf("%v", c), fmt.Sprintf("%+v", c), c.SigningSecret.LogValue().String()} {
		if strings.Contains(shown, "hunter2") {
			t.Errorf("a secret shows in %q", shown)
		}
	}
}

// TestSocketModeNeedsNoSigningSecret guards facts 20: Socket Mode payloads are
// not signed.
func TestSocketModeNeedsNoSigningSecret(t *testing.T) {
	env := map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
	if _, err := readConfig(func(name string) string { return env[name] }, needSlack); err != nil {
		t.Error(err)
	}
}
