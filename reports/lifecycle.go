package reports

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"gonogo.dev/release"
)

// Lifecycle is the programme's process as one table, printed for reading and
// drawn as a diagram. Both are made from the very lines that move a release
// (R32 to R40), so that neither can tell another story.
type Lifecycle struct {
	Text    string
	Diagram string // a Mermaid state diagram
}

// NewLifecycle returns the process of release.Lifecycle.
func NewLifecycle() Lifecycle {
	return Lifecycle{Text: lifecycleText(), Diagram: lifecycleDiagram()}
}

func lifecycleText() string {
	var out strings.Builder
	fmt.Fprintln(&out, "How a release moves. Only these lines move one; before its deployment it can be abandoned.")
	for _, m := range release.Lifecycle() {
		fmt.Fprintf(&out, "\n%s -> %s: %s (%s)\n", m.From, m.To, m.Name, m.Requirement)
		verb := m.Verb
		if verb == "sign" {
			verb = "run REL sign"
		}
		fmt.Fprintf(&out, "  by /release %s; responsible or accountable for: %s\n", verb, strings.ReplaceAll(string(m.By), "-", " "))
		table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
		for _, c := range m.Gate {
			point, _ := release.PointOf(c)
			number, who, only := "", "", ""
			if point.Number > 0 {
				number = fmt.Sprintf("control point %d", point.Number)
			}
			if point.Responsible != "" {
				who = point.Responsible.String() + "; " + point.Forum
			}
			for _, t := range point.Types {
				only += " (" + string(t) + " releases only)"
			}
			fmt.Fprintf(table, "  - %s%s\t%s\t%s\n", c.Title(), only, number, who)
		}
		_ = table.Flush() // into memory
		if len(m.Gate) == 0 {
			fmt.Fprintln(&out, "  - a reason in writing; then a new window and a fresh Go")
		}
	}
	lines := strings.Split(out.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func lifecycleDiagram() string {
	var out strings.Builder
	arrow := func(from, to release.Stage, name string) {
		fmt.Fprintf(&out, "    %s --> %s: %s\n", string(from), string(to), name)
	}
	fmt.Fprintln(&out, "stateDiagram-v2")
	for _, s := range release.Stages() {
		fmt.Fprintf(&out, "    %s: %s\n", string(s), strings.ReplaceAll(s.String(), ":", ","))
	}
	fmt.Fprintf(&out, "    [*] --> %s\n", string(release.Planning))
	for _, m := range release.Lifecycle() {
		arrow(m.From, m.To, m.Name)
	}
	for _, s := range release.Stages() {
		if s.InFlight() {
			arrow(s, release.Abandoned, "abandoned")
		}
	}
	fmt.Fprintf(&out, "    %s --> [*]\n    %s --> [*]\n", string(release.ClosedStage), string(release.Abandoned))
	return out.String()
}
