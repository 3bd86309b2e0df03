package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestConfigNamesEveryMistakeAtOnce guards DESIGN section 3: the environment is
// checked whole, and no secret is ever shown.
func TestConfigNamesEveryMistakeAtOnce(t *testing.T) {
	env := map[string]string{
		"DATABASE_URL": "mysql://user:hunter2@host/db", "SLACK_BOT_TOKEN": "hunter2", "SLACK_API_URL": "ftp://slack.example",
		"SMTP_URL": "smtp://user:hunter2@:x", "MAIL_FROM": "nobody", "GONOGO_LISTEN": "8080", "GONOGO_LOG": "loud",
		"GONOGO_PUBLIC_URL": "gonogo.example", "GONOGO_GIT_CREDENTIALS": "https://ada:hunter2@git.example/x",
	}
	_, err := readConfig(func(name string) string { return env[name] }, needDatabase|needSlack|needMail)
	if err == nil {
		t.Fatal("a wrong environment was taken")
	}
	for _, name := range []string{
		"DATABASE_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "SMTP_URL", "MAIL_FROM", "GONOGO_LISTEN", "GONOGO_LOG", "GONOGO_PUBLIC_URL",
		"GONOGO_GIT_CREDENTIALS",
	} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named in:\n%v", name, err)
		}
	}
	if strings.Contains(err.Error(), "hunter2") {
		t.Errorf("a secret is shown:\n%v", err)
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
