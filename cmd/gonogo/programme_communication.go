package main

import (
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// communicationFile is a line that the communication plan of a release begins with
// (R44, R107).
type communicationFile struct {
	For     []release.ReleaseType     `yaml:"for,omitempty" jsonschema_description:"The types of release it is planned for; left out, every type."`
	What    release.CommunicationKind `yaml:"what" jsonschema_description:"What is told; each has a template of its own."`
	To      []release.Addressee       `yaml:"to,omitempty" jsonschema_description:"Who is told: impacted, or whom it names behind a colon: a list, a party, a kind of party, the holders of a role, a person. Left out where it is posted in the board's channel."`
	When    momentText                `yaml:"when" jsonschema:"maxLength=60" jsonschema_description:"When it is sent: at a stage of the lifecycle, at a rollback, or so many working days before or after the day of the window or the board."`
	By      release.Road              `yaml:"by,omitempty" jsonschema_description:"By which road: mail, which it is when it is left out, a direct message, or the board's channel."`
	Subject string                    `yaml:"subject,omitempty" jsonschema:"maxLength=120" jsonschema_description:"A subject of your own; left out, the template's."`
	Words   string                    `yaml:"words,omitempty" jsonschema:"maxLength=1000" jsonschema_description:"A sentence or two of your own, before everything else."`
	Confirm bool                      `yaml:"confirm,omitempty" jsonschema_description:"Whether every organisation is asked to confirm it; who has not is shown before the Go/No-Go."`
}

// momentText is when something is told, as release.ParseMoment reads it.
type momentText string

func (f communicationFile) rule() release.CommunicationRule {
	moment, err := release.ParseMoment(string(f.When))
	if err != nil {
		moment = release.Moment{} // the check refused it
	}
	types, road := f.For, f.By
	if len(types) == 0 {
		types = release.ReleaseTypes()
	}
	if road == "" {
		road = release.ByMail
	}
	return release.CommunicationRule{
		Types: types, Kind: f.What, To: f.To, When: moment, Road: road, Subject: f.Subject, Words: f.Words, Confirm: f.Confirm,
	}
}

func (c *checker) checkCommunications() {
	counts := map[release.ReleaseType]int{}
	p := c.file.programme()
	for i, f := range c.file.Communications {
		path := fmt.Sprintf("communications[%d]", i)
		for j, t := range f.For {
			if first := slices.Index(f.For, t); first < j {
				c.sayf(fmt.Sprintf("%s.for[%d]", path, j), "“%s” is listed before; keep one", t)
			}
		}
		for _, t := range f.rule().Types {
			counts[t]++
		}
		if _, err := release.ParseMoment(string(f.When)); err != nil && f.When != "" && !c.faulty(path) {
			c.sayf(path+".when", "“%s” is no moment of a release; write a stage such as approve, rolled-back, or a day such as 5 working days before window-begin at 10:00", plain(string(f.When), 60))
		}
		c.checkAddressees(path, f, &p)
	}
	for _, t := range release.ReleaseTypes() {
		if counts[t] > release.MaxCommunicationLines/2 {
			c.sayf("communications", "has %d lines for a %s release; %d at most, so that people can add theirs", counts[t], t, release.MaxCommunicationLines/2)
		}
	}
}

func (c *checker) checkAddressees(path string, f communicationFile, p *release.Programme) {
	switch {
	case f.By == release.ByChannel && len(f.To) > 0:
		c.sayf(path+".to", "has no meaning for a post in the board's channel; take it out")
	case f.By == release.ByChannel && f.Confirm:
		c.sayf(path+".confirm", "asks nobody in particular, since it is a post in the board's channel; take it out")
	case f.By != release.ByChannel && len(f.To) == 0:
		c.sayf(path+".to", "is missing; write whom it tells, such as impacted or list:csps")
	}
	for j, x := range f.To {
		at := fmt.Sprintf("%s.to[%d]", path, j)
		if first := slices.Index(f.To, x); first < j {
			c.sayf(at, "“%s” is listed before; keep one", plain(string(x), 60))
		}
		if x != "" && !c.faulty("parties", "people", "lists") && x.Check(p) != "" {
			c.sayf(at, "“%s” is nobody of this file; write impacted, or a list, party, kind, role or person of it, such as list:csps", plain(string(x), 60))
		}
	}
}
