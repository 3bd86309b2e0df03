package release

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// runbook checks the three sections of the way forward (R83 to R87).
func (c *noteCheck) runbook() {
	b := c.n.Runbook
	c.section(string(Prerequisites), b.Prerequisites, "There are no prerequisites.", "Say what has to be true or done before the installation.")
	c.section(string(Instructions), b.Instructions, "There are no release instructions.", "Write every step of the installation, at the lowest level.")
	c.section(string(PostChecks), b.Checks, "There are no post-release checks.", "Say how one sees that this build runs as it should.")
	c.precautions()
	c.unused()
	c.performers()
}

// section checks a list of steps: that there is one, its numbers, its steps and
// the total that is stated.
func (c *noteCheck) section(field string, s Section, none, fix string) {
	if len(s.Steps) == 0 {
		c.wrong(field, none, fix)
		return
	}
	numbers, right := make([]string, len(s.Steps)), true
	for i, x := range s.Steps {
		numbers[i] = strconv.Itoa(x.Number)
		right = right && x.Number == i+1
	}
	if !right {
		c.wrong(field, "The steps are numbered "+Clip(strings.Join(numbers, ", "), 60)+".", fmt.Sprintf("Number them 1 to %d, in the order in which they are done.", len(s.Steps)))
	}
	for i, x := range s.Steps {
		c.step(stepField(field, i), x)
	}
	if s.Stated != 0 && s.Stated != s.Minutes() {
		c.wrong(field, fmt.Sprintf("The steps add up to %s, and the total that is stated is %s.", spell(s.Minutes()), spell(s.Stated)),
			fmt.Sprintf("Write %d as the total, or correct the minutes of a step.", s.Minutes()))
	}
}

// step checks that one knows what is done, who does it, how long it takes and how
// one sees that it worked (R83, R85).
func (c *noteCheck) step(field string, x Step) {
	c.missing(field, x.Do, "It does not say what is done.", "Describe the step so that somebody else could do it.")
	c.missing(field, x.Who, "It does not say who does it.", "Name a person, a role or a team.")
	switch {
	case x.Minutes <= 0:
		c.wrong(field, "It does not say how long it takes.", "Estimate it in whole minutes, 1 at least.")
	case x.Minutes > MaxStepLength:
		c.wrong(field, fmt.Sprintf("It takes %d minutes, more than a day.", x.Minutes), "Part it into steps that somebody can finish.")
	}
	c.missing(field, x.Expect, "It does not say what one sees when it worked.", "Give the expected result: an answer, a line of a log, a state.")
	if x.Covers != "" && !slices.Contains(Precautions(), x.Covers) {
		c.wrong(field, quoted(string(x.Covers))+" is none of the usual prerequisites.", "Write rights, software, backups or inventory, or leave it out.")
	}
	for _, file := range x.Files {
		if !c.carried(file) && c.f.Build != nil {
			c.wrong(field, quoted(file)+" is not in the bill of materials.", "Correct its name, or register a build that has it.")
		}
	}
}

// carried tells whether a file, a folder or a pattern stands for some file of the
// bill of materials.
func (c *noteCheck) carried(file string) bool {
	return slices.ContainsFunc(c.n.BOM, func(b BOMLine) bool { return covers(file, b.File) })
}

var precautionWords = map[Precaution]string{
	AdminRights:      "the administrator's rights that are needed",
	RequiredSoftware: "the software that is required",
	BackupsTaken:     "the backups from which one can go back",
	InventoryChecked: "holding what is installed against the inventory",
}

// precautions wants a prerequisite for each of the usual four (R84).
func (c *noteCheck) precautions() {
	steps := c.n.Runbook.Prerequisites.Steps
	if len(steps) == 0 {
		return
	}
	for _, p := range Precautions() {
		if !slices.ContainsFunc(steps, func(x Step) bool { return x.Covers == p }) {
			c.wrong(string(Prerequisites), "No step sees to "+precautionWords[p]+".",
				"Add one, or mark the step that does with covers: "+string(p)+".")
		}
	}
}

// unused tells of files that no step installs: they may come with another, or were
// forgotten.
func (c *noteCheck) unused() {
	var used []string
	for _, x := range c.n.Runbook.Instructions.Steps {
		used = append(used, x.Files...)
	}
	var idle []string
	for _, b := range c.n.BOM {
		if !slices.ContainsFunc(used, func(file string) bool { return covers(file, b.File) }) {
			idle = append(idle, b.File)
		}
	}
	if len(idle) > 0 && len(c.n.Runbook.Instructions.Steps) > 0 {
		c.advise(string(Instructions), "No step installs "+few(idle)+".", "Name the files at the step that installs them; a folder, such as lib/, counts for all of its files.")
	}
}

// performers tells of steps that will call nobody, since the programme knows
// nobody of that name.
func (c *noteCheck) performers() {
	told := map[string]bool{}
	c.n.Runbook.eachSection(func(section string, s Section) {
		for i, x := range s.Steps {
			if x.Who != "" && !told[x.Who] && len(c.f.Programme.Who(x.Who, c.f.Release)) == 0 {
				told[x.Who] = true
				c.advise(stepField(section, i), "Nobody of the programme is known as "+quoted(x.Who)+".", "Name a person or a role of the programme, so that the step can call somebody.")
			}
		}
	})
}
