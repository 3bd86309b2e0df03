package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// disruption checks the class, which is an item of its own, and the downtime that
// was agreed (R89, R33).
func (c *noteCheck) disruption() {
	n, rfc := c.n, c.f.RFC
	switch {
	case n.Disruption == "":
		c.wrong("disruption", "The class of disruption is missing.", "Write none, database-frozen or server-down.")
		return
	case !slices.Contains(Disruptions(), n.Disruption):
		c.wrong("disruption", quoted(string(n.Disruption))+" is no class of disruption.", "Write none, database-frozen or server-down.")
		return
	case rfc.Number != 0 && n.Disruption != rfc.Content.Disruption:
		c.wrong("disruption", "The note says "+n.Disruption.String()+", and "+rfc.Name()+" says "+rfc.Content.Disruption.String()+".",
			fmt.Sprintf("Correct the one that is wrong; `/rfc edit %d` changes the RFC.", rfc.Number))
	}
	window := c.windowMinutes()
	switch {
	case n.Downtime < 0:
		c.wrong("downtime", "The downtime is less than nothing.", "Write the agreed minutes; 0 is none.")
	case n.Disruption == NoDisruption && n.Downtime > 0:
		c.wrong("downtime", spell(n.Downtime)+" of downtime were agreed, and the class says no disruption.", "Write 0, or another class of disruption.")
	case n.Disruption == ServerDown && n.Downtime == 0:
		c.wrong("downtime", "The servers are down, and no downtime was agreed.", "Write the agreed minutes.")
	case window > 0 && n.Downtime > window:
		c.wrong("downtime", "The downtime is "+spell(n.Downtime)+", and the window only "+spell(window)+".", "Shorten it, or have the window changed in the RFC.")
	}
}

func (c *noteCheck) windowMinutes() int {
	w := c.f.Window()
	return int(w.To.Sub(w.From) / time.Minute)
}

// spell says minutes as people do: "45 minutes", "1 h 30 min".
func spell(minutes int) string {
	const hour = 60
	switch {
	case minutes == 1:
		return "1 minute"
	case minutes < hour:
		return fmt.Sprintf("%d minutes", minutes)
	case minutes%hour == 0:
		return fmt.Sprintf("%d h", minutes/hour)
	}
	return fmt.Sprintf("%d h %d min", minutes/hour, minutes%hour)
}

// plan checks what the rollout plan rests on (R33).
func (c *noteCheck) plan() {
	n := c.n
	if len(n.Resources) == 0 {
		c.wrong("resources", "It does not say what the deployment needs.", "List the people, lines and tools that must be there; write “none besides the people of the runbook” if that is so.")
	}
	if len(n.Stakeholders) == 0 {
		c.wrong("stakeholders", "It does not say who is affected.", "List the parties and people who have to know.")
	}
	c.unique("stakeholders", n.Stakeholders)
	for i, x := range n.Stakeholders {
		if !c.known(x) {
			c.advise(fmt.Sprintf("stakeholders %d", i+1), quoted(x)+" is no party, list or person of the programme.",
				"Nobody is told by this line alone; name a party, a list or a person if somebody should be.")
		}
	}
	if len(n.Approvals) == 0 {
		c.wrong("approvals", "It does not say which approvals the plan rests on.", "List each with who gives it.")
	}
	for i, x := range n.Approvals {
		field := fmt.Sprintf("approvals %d", i+1)
		c.missing(field, x.What, "It does not say what is approved.", "Name it: the change, the plan, the downtime.")
		c.missing(field, x.By, "It does not say who approves it.", "Name the person or the board.")
	}
}

// known tells whether a stakeholder is somebody whom the programme knows.
func (c *noteCheck) known(text string) bool {
	p := c.f.Programme
	party := func(x Party) bool {
		return strings.EqualFold(x.Name, text) || strings.EqualFold(string(x.ID), text) || strings.EqualFold(x.Group, text)
	}
	list := func(x DistributionList) bool { return strings.EqualFold(x.Name, text) || strings.EqualFold(x.ID, text) }
	return slices.ContainsFunc(p.Parties, party) || slices.ContainsFunc(p.Lists, list) || len(p.Who(text, c.f.Release)) > 0
}

// times holds the whole runbook against the window: what goes forward must fit
// into it, and going back from the end should (M7).
func (c *noteCheck) times() {
	window, forward := c.windowMinutes(), c.n.Runbook.Minutes()
	longest := 0
	for _, s := range c.n.Runbook.Backout {
		longest = max(longest, s.Minutes())
	}
	switch {
	case window == 0:
	case forward > window:
		c.wrong("instructions", "The runbook takes "+spell(forward)+", and the window only "+spell(window)+".",
			"Shorten it, or have the window changed in the RFC.")
	case forward+longest > window:
		c.advise("backout", fmt.Sprintf("The runbook takes %s and the longest way back %s, together more than the window of %s.", spell(forward), spell(longest), spell(window)),
			"Whoever deploys must decide to go back before the end; a longer window leaves more time.")
	}
}

// landscape tells of environments of which nothing is known (R91).
func (c *noteCheck) landscape() {
	for _, id := range c.f.Environments() {
		if !slices.ContainsFunc(c.n.Landscape, func(x Placed) bool { return x.Environment == id }) {
			e, _ := c.f.Programme.Environment(id)
			c.advise("landscape", "Nothing is known to be installed in "+quoted(e.Name)+".", "Have what is there recorded: `/env record "+string(id)+" SYSTEM VERSION`.")
		}
	}
}
