package release

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The longest lists of a note that are accepted; its bill of materials is as long
// as a build's may be.
const (
	MaxNoteLines  = 200 // of every list
	MaxNoteSteps  = 100 // of a section or a backout set
	MaxBackout    = 50  // sets
	MaxStepLength = 24 * 60
)

// noteCheck collects what is wrong with a note.
type noteCheck struct {
	n        ReleaseNote
	f        NoteFacts
	problems []NoteProblem
}

// wrong notes what must be mended before the note is taken, advise what is worth
// another look.
func (c *noteCheck) wrong(field, why, fix string) {
	c.problems = append(c.problems, NoteProblem{Field: field, Why: why, Fix: fix})
}

func (c *noteCheck) advise(field, why, fix string) {
	c.problems = append(c.problems, NoteProblem{Field: field, Why: why, Fix: fix, Advice: true})
}

// missing notes a text that says nothing.
func (c *noteCheck) missing(field, text, why, fix string) {
	if !strings.ContainsFunc(text, isVisible) {
		c.wrong(field, why, fix)
	}
}

// Check returns everything that a note lacks or in which it contradicts itself or
// the facts, each with what to do, in the order of the form (R68 to R91, R33). The
// note is complete and in its normal form.
func (n ReleaseNote) Check(f NoteFacts) []NoteProblem {
	c := &noteCheck{n: n, f: f}
	c.problems = n.checkSize()
	c.heads()
	c.signatories()
	c.source()
	c.contents()
	c.documents("manuals", n.Manuals)
	c.documents("schemas", n.Schemas)
	c.defects()
	c.changes()
	c.disruption()
	c.plan()
	c.runbook()
	c.backout()
	c.times()
	c.landscape()
	return c.problems
}

// heads checks what the release is (R68 to R70).
func (c *noteCheck) heads() {
	n, r := c.n, c.f.Release
	p := c.f.Programme
	if !strings.EqualFold(n.Programme, p.Name) && !strings.EqualFold(n.Programme, p.Short) {
		c.wrong("programme", "The note is for "+quoted(n.Programme)+", and "+r.Name()+" belongs to "+quoted(p.Name)+".",
			"Write "+quoted(p.Name)+", or leave it out.")
	}
	c.missing("title", n.Title, "The title is missing.", "Say in one line what is released.")
	c.missing("reason", n.Reason, "The reason is missing.", "Say in a few plain sentences why it is released.")
	c.date()
	switch v, err := ParseVersion(n.Version); {
	case err != nil:
		c.wrong("version", quoted(n.Version)+" is not a version.", "Write "+r.Version.String()+", or leave it out.")
	case v != r.Version:
		c.wrong("version", "The note is for "+v.String()+", and "+r.Name()+" is "+r.Version.String()+".", "Write "+r.Version.String()+", or leave it out.")
	}
	switch rfc := c.f.RFC; {
	case rfc.Number == 0:
		c.wrong("rfc", "No RFC is raised for "+r.Name()+", and the note has to name it.", "Raise it first: `/rfc raise "+r.Name()+"`.")
	case n.RFC != rfc.Name():
		c.wrong("rfc", "The note names "+quoted(n.RFC)+", and "+rfc.Name()+" governs "+r.Name()+".", "Write "+rfc.Name()+", or leave it out.")
	}
}

// date wants the day of the release, which the agreed window touches (R70).
func (c *noteCheck) date() {
	first, last := c.f.days()
	example := first
	if example == "" {
		example = c.f.Now.In(c.f.Programme.Location()).Format(time.DateOnly)
	}
	switch day := c.n.Date; {
	case day == "":
		c.wrong("date", "The date is missing.", "Write the day of the release, like "+example+".")
	case !isDay(day):
		c.wrong("date", quoted(day)+" is no day.", "Write it like "+example+".")
	case first != "" && (day < first || day > last):
		c.wrong("date", day+" is not in the window, "+c.f.Window().String()+".", "Write "+first+", or have the window changed in the RFC.")
	}
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// signatories checks who takes, issues and signs the release (R71, R72).
func (c *noteCheck) signatories() {
	sign := func(field string, s Signatory, who string) {
		switch {
		case s.Name == "":
			c.wrong(field, "It does not say who "+who+".", "Give their name and their job title.")
		case s.Title == "":
			c.wrong(field, "The job title of "+quoted(s.Name)+" is missing.", "Give it beside the name.")
		}
	}
	sign("released-to", c.n.ReleasedTo, "takes the release")
	sign("issuer", c.n.Issuer, "issues the release")
	for i, s := range c.n.Signatories {
		sign(fmt.Sprintf("signatories %d", i+1), s, "signs")
	}
}

// source checks that the note speaks of the build that the release carries (R73,
// R78, R94).
func (c *noteCheck) source() {
	b := c.f.Build
	if b == nil {
		c.wrong("bill-of-materials", "No build is registered for "+c.f.Release.Name()+".", "Register it first: `/release build "+c.f.Release.Name()+"`.")
		return
	}
	switch {
	case c.n.Tag == "":
		c.wrong("tag", "The source tag is missing.", "Write "+b.Tag+", from which build "+b.Name+" was made.")
	case c.n.Tag != b.Tag:
		c.wrong("tag", "The note names the tag "+quoted(c.n.Tag)+", and build "+b.Name+" was made from "+quoted(b.Tag)+".",
			"Write "+b.Tag+", or register the build that was made from the other tag.")
	}
	if changes := DiffBOM(b.BOM, c.n.BOM); BOMDigest(b.BOM) != BOMDigest(c.n.BOM) {
		c.wrong("bill-of-materials", "It is not that of build "+b.Name+": "+bomWords(changes)+".",
			"Leave it out, and gonogo takes the build's; if the note is right, register another build.")
	}
}

// bomWords names the first files in which two bills of materials differ.
func bomWords(changes []Change) string {
	const most = 3
	var words []string
	for _, x := range changes {
		words = append(words, fmt.Sprintf("%s is %s in the build and %s in the note", quoted(x.Field), orMissing(x.Before), orMissing(x.After)))
	}
	if len(words) == 0 {
		return "its lines are others"
	}
	if n := len(words) - most; n > 0 {
		words = append(words[:most], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(words, "; ")
}

func orMissing(text string) string {
	if text == "" {
		return "missing"
	}
	return Clip(text, 60)
}

// unique notes every id that a list has twice, and returns the ids.
func (c *noteCheck) unique(list string, ids []string) {
	for i, id := range ids {
		if slices.IndexFunc(ids, func(o string) bool { return sameID(o, id) }) < i && id != "" {
			c.wrong(list+" "+id, "It is there twice.", "Keep one of them.")
		}
	}
}
