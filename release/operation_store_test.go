package release_test

import (
	"slices"

	"gonogo.dev/release"
)

// Configured is what the memory keeps of operations and of configuration issues. Its
// slices are replaced, never changed in place.
type Configured struct {
	Planned []release.Operation
	Doubted []release.ConfigurationIssue
}

// Operation finds an operation.
func (c *Configured) Operation(id int64, _ release.Lock) (release.Operation, error) {
	if id < 1 || id > int64(len(c.Planned)) {
		return release.Operation{}, release.ErrNotFound
	}
	return c.Planned[id-1], nil
}

// FindOperations finds operations, the newest first.
func (c *Configured) FindOperations(f release.OperationFilter) ([]release.Operation, error) {
	var found []release.Operation
	for _, o := range slices.Backward(c.Planned) {
		fits := (f.Environment == "" || f.Environment == o.Content.Environment) && (f.RFC == 0 || f.RFC == o.RFC) && (!f.Under || !o.Over()) &&
			(f.Over.IsZero() || f.Over.Overlaps(o.Content.Window))
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, o)
		}
	}
	return found, nil
}

// AddOperation keeps an operation.
func (c *Configured) AddOperation(o *release.Operation) error {
	o.ID = int64(len(c.Planned) + 1)
	c.Planned = append(slices.Clone(c.Planned), *o)
	return nil
}

// SaveOperation keeps a changed operation.
func (c *Configured) SaveOperation(o release.Operation) error {
	c.Planned = slices.Clone(c.Planned)
	c.Planned[o.ID-1] = o
	return nil
}

// ConfigurationIssue finds an issue.
func (c *Configured) ConfigurationIssue(id int64, _ release.Lock) (release.ConfigurationIssue, error) {
	if id < 1 || id > int64(len(c.Doubted)) {
		return release.ConfigurationIssue{}, release.ErrNotFound
	}
	return c.Doubted[id-1], nil
}

// FindConfigurationIssues finds issues, the newest first.
func (c *Configured) FindConfigurationIssues(f release.ConfigurationIssueFilter) ([]release.ConfigurationIssue, error) {
	var found []release.ConfigurationIssue
	for _, i := range slices.Backward(c.Doubted) {
		fits := (f.Environment == "" || f.Environment == i.Environment) && (f.System == "" || f.System == i.System) && (!f.Open || i.Open()) &&
			(f.At.IsZero() || (!i.At.After(f.At) && (i.Open() || i.ResolvedAt.After(f.At))))
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, i)
		}
	}
	return found, nil
}

// AddConfigurationIssue keeps an issue once.
func (c *Configured) AddConfigurationIssue(i *release.ConfigurationIssue) (bool, error) {
	if slices.ContainsFunc(c.Doubted, func(o release.ConfigurationIssue) bool {
		return o.Environment == i.Environment && o.System == i.System && o.Told == i.Told && o.Source == i.Source
	}) {
		return false, nil
	}
	i.ID = int64(len(c.Doubted) + 1)
	c.Doubted = append(slices.Clone(c.Doubted), *i)
	return true, nil
}

// SaveConfigurationIssue keeps a changed issue.
func (c *Configured) SaveConfigurationIssue(i release.ConfigurationIssue) error {
	c.Doubted = slices.Clone(c.Doubted)
	c.Doubted[i.ID-1] = i
	return nil
}
