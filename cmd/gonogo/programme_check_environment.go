package main

import (
	"fmt"
	"slices"

	"gonogo.dev/release"
)

// checkEnvironment holds an environment's parties and its place on the
// promotion path (R26, R28) against what the file has.
func (c *checker) checkEnvironment(path string, e environmentFile, ids []release.EnvironmentID) {
	for i, party := range e.Parties {
		at := fmt.Sprintf("%s.parties[%d]", path, i)
		refer(c, at, "a party", party, c.partyIDs())
		if first := slices.Index(e.Parties, party); first < i {
			c.sayf(at, "“%s” is named before, as parties[%d]; keep one", plain(string(party), 40), first)
		}
	}
	for i, before := range e.After {
		at := fmt.Sprintf("%s.after[%d].environment", path, i)
		refer(c, at, "an environment", before.Environment, ids)
		same := func(x predecessorFile) bool { return x.Environment == before.Environment }
		switch first := slices.IndexFunc(e.After, same); {
		case first < i:
			c.sayf(at, "“%s” is named before, as after[%d]; keep one", plain(string(before.Environment), 40), first)
		case before.Environment != "" && c.comesBefore(e.ID, before.Environment):
			c.sayf(at, "“%s” comes after “%s” itself; a promotion path has no circle", plain(string(before.Environment), 40), plain(string(e.ID), 40))
		}
	}
}

// comesBefore tells whether the promotion path leads from one environment to another.
func (c *checker) comesBefore(from, to release.EnvironmentID) bool {
	seen := map[release.EnvironmentID]bool{}
	var leads func(at release.EnvironmentID) bool
	leads = func(at release.EnvironmentID) bool {
		if at == from || seen[at] {
			return at == from
		}
		seen[at] = true
		return slices.ContainsFunc(c.file.Environments, func(e environmentFile) bool {
			return e.ID == at && slices.ContainsFunc(e.After, func(p predecessorFile) bool { return leads(p.Environment) })
		})
	}
	return leads(to)
}
