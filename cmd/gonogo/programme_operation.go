package main

import (
	"fmt"
	"slices"
	"strings"

	"gonogo.dev/release"
)

// operationFile is how the programme does one kind of operation on its
// environments (R146).
type operationFile struct {
	ID           listID                  `yaml:"id" jsonschema_description:"The practice's stable key."`
	Kind         release.OperationKind   `yaml:"kind" jsonschema_description:"What is done: business-data-load, export, backup, refresh, or rollback of an environment."`
	System       release.SystemID        `yaml:"system,omitempty" jsonschema_description:"The id of the system it is for; left out, every system."`
	Environments []release.EnvironmentID `yaml:"environments,omitempty" jsonschema_description:"The ids of the environments it is for; left out, every environment."`
	Process      string                  `yaml:"process" jsonschema:"maxLength=1000" jsonschema_description:"How it is done, in words."`
	Link         string                  `yaml:"link,omitempty" jsonschema:"maxLength=300,example=https://docs.example/backups" jsonschema_description:"Where the process is written down in full."`
	Mechanism    string                  `yaml:"mechanism" jsonschema:"maxLength=300" jsonschema_description:"By what it is done: a script, a tool, a supplier's service."`
	Timing       string                  `yaml:"timing" jsonschema:"maxLength=200" jsonschema_description:"When or how often, such as every night at 02:00, or ad hoc."`
	Owner        release.Role            `yaml:"owner" jsonschema_description:"The role that answers for it."`
}

func (f operationFile) practice() release.OperationPractice {
	return release.OperationPractice{
		ID: string(f.ID), Kind: f.Kind, System: f.System, Environments: f.Environments, Process: f.Process, Link: f.Link, Mechanism: f.Mechanism,
		Timing: f.Timing, Owner: f.Owner,
	}
}

// operationRouteFile says how a kind of operation comes to be done (R45).
type operationRouteFile struct {
	Kind  release.OperationKind  `yaml:"kind" jsonschema_description:"The kind of operation."`
	Route release.OperationRoute `yaml:"route" jsonschema_description:"fyi tells everybody impacted, fyi-without-outage does so unless an outage is needed, release-process always takes an RFC and its Go/No-Go."`
}

func operationRoutes(all []operationRouteFile) map[release.OperationKind]release.OperationRoute {
	if len(all) == 0 {
		return nil
	}
	routes := map[release.OperationKind]release.OperationRoute{}
	for _, x := range all {
		routes[x.Kind] = x.Route
	}
	return routes
}

func (c *checker) checkOperations() {
	unique(c, "operations", "id", func(o operationFile) string { return string(o.ID) }, c.file.Operations)
	systems := each(c.file.Systems, func(s systemFile) release.SystemID { return s.ID })
	environments := each(c.file.Environments, func(e environmentFile) release.EnvironmentID { return e.ID })
	for i, o := range c.file.Operations {
		path := fmt.Sprintf("operations[%d]", i)
		if o.System != "" {
			refer(c, path+".system", "a system", o.System, systems)
		}
		for j, id := range o.Environments {
			at := fmt.Sprintf("%s.environments[%d]", path, j)
			refer(c, at, "an environment", id, environments)
			if first := slices.Index(o.Environments, id); first < j {
				c.sayf(at, "“%s” is named before, as environments[%d]; keep one", plain(string(id), 40), first)
			}
		}
		if o.Link != "" && !strings.HasPrefix(o.Link, "https://") {
			c.sayf(path+".link", "“%s” is not a link; write one that begins with https://", plain(o.Link, 40))
		}
		if o.Owner != "" && !c.faulty("parties", "people") && !c.fulfilled(o.Owner) {
			c.sayf(path+".owner", "nobody fulfils “%s”; give somebody this role, or choose another", string(o.Owner))
		}
	}
	c.checkRoutes()
}

// checkRoutes holds that the policy makes no route lighter than R45 has it.
func (c *checker) checkRoutes() {
	routes := c.file.Policy.Operations
	for i, x := range routes {
		path := fmt.Sprintf("policy.operations[%d]", i)
		same := func(o operationRouteFile) bool { return o.Kind == x.Kind }
		if first := slices.IndexFunc(routes, same); first < i && x.Kind != "" {
			c.sayf(path+".kind", "“%s” is listed before, as operations[%d]; keep one", string(x.Kind), first)
		}
		if x.Kind != "" && x.Route != "" && !release.MayRoute(x.Kind, x.Route) {
			c.sayf(path+".route", "“%s” is lighter than the approach allows for a %s; write %s or stricter (R45)", string(x.Route), x.Kind, release.DefaultRoute(x.Kind))
		}
	}
}
