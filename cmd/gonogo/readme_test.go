package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"

	"gonogo.dev/bot"
	"gonogo.dev/reports"
)

const readme = "../../README.md"

// TestReadmeFollowsTheCode holds the README's tables of commands, variables and
// metrics and its drawing of the process against the code; -update writes them anew.
func TestReadmeFollowsTheCode(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for name, want := range map[string]string{
		"commands": commandTable(), "environment": environmentTable(), "metrics": metricTable(t),
		"lifecycle": "```mermaid\n" + reports.NewLifecycle().Diagram + "```\n",
	} {
		head := "<!-- " + name + " -->\n"
		before, rest, opened := strings.Cut(text, head)
		got, after, closed := strings.Cut(rest, "<!-- end -->")
		if !opened || !closed {
			t.Fatalf("README.md has no place for the table of %s", name)
		}
		if *update {
			text = before + head + want + "<!-- end -->" + after
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the table of %s is not the code's (-code +README):\n%s", name, diff)
		}
	}
	if !*update {
		return
	}
	if err := os.WriteFile(readme, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// markdownTable returns a table of two columns, the first as code.
func markdownTable(left, right string, rows [][2]string) string {
	table := fmt.Sprintf("| %s | %s |\n| --- | --- |\n", left, right)
	for _, r := range rows {
		table += fmt.Sprintf("| `%s` | %s |\n", strings.ReplaceAll(r[0], "|", `\|`), strings.ReplaceAll(r[1], "|", `\|`))
	}
	return table
}

func commandTable() string {
	var rows [][2]string
	for _, command := range bot.Commands() {
		for _, v := range command.Verbs {
			if v.Name != "help" {
				rows = append(rows, [2]string{strings.TrimSpace(command.Name + " " + v.Name + " " + v.Usage), v.Summary})
			}
		}
	}
	return markdownTable("Command", "What it does", rows)
}

func environmentTable() string {
	var rows [][2]string
	for _, v := range variables() {
		rows = append(rows, [2]string{v.name, v.use})
	}
	return markdownTable("Variable", "Value", rows)
}

func metricTable(t *testing.T) string {
	t.Helper()
	m := newMetrics()
	m.watch(nil) // only described, never read
	descriptions := make(chan *prometheus.Desc)
	go func() {
		m.registry.Describe(descriptions)
		close(descriptions)
	}()
	fields := regexp.MustCompile(`fqName: "(gonogo_[^"]*)", help: "([^"]*)"`)
	var rows [][2]string
	for d := range descriptions {
		if found := fields.FindStringSubmatch(d.String()); found != nil {
			rows = append(rows, [2]string{found[1], found[2]})
		}
	}
	if len(rows) == 0 {
		t.Fatal("gonogo has no metrics of its own")
	}
	slices.SortFunc(rows, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return markdownTable("Metric", "What it tells", rows)
}
