package reports

import (
	"slices"

	"gonogo.dev/release"
)

// Readers returns who gets a scheduled report, in the order of the file: the
// people of the distribution list that has the report's name, and without such
// a list everybody (R101, R150). Who is retired or has no usable mail address gets none.
func Readers(p *release.Programme, report string) []release.Person {
	named := slices.IndexFunc(p.Lists, func(l release.DistributionList) bool { return l.ID == report })
	var readers []release.Person
	for _, x := range p.People {
		wanted := named < 0 || slices.Contains(p.Lists[named].People, x.ID)
		if _, err := addressee(p, x.ID); wanted && err == nil {
			readers = append(readers, x)
		}
	}
	return readers
}
