package bot

import (
	"slices"

	"gonogo.dev/release"
)

// configured is what the fake store keeps of operations and of configuration issues. Its
// slices are replaced, never changed in place.
type configured struct {
	planned []release.Operation
	doubted []release.ConfigurationIssue
}

// Operation finds an operation.
func (c *configured) Operation(id int64, _ release.Lock) (release.Operation, error) {
	if id < 1 || id > int64(len(c.planned)) {
		return release.Operation{}, release.ErrNotFound
	}
	return c.planned[id-1], nil
}

// FindOperations finds operations, the newest first.
func (c *configured) FindOperations(f release.OperationFilter) ([]release.Operation, error) {
	var found []release.Operation
	for _, o := range slices.Backward(c.planned) {
		fits := (f.Environment == "" || f.Environment == o.Content.Environment) && (f.RFC == 0 || f.RFC == o.RFC) && (!f.Under || !o.Over()) &&
			(f.Over.IsZero() || f.Over.Overlaps(o.Content.Window))
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, o)
		}
	}
	return found, nil
}

// AddOperation keeps an operation.
func (c *configured) AddOperation(o *release.Operation) error {
	o.ID = int64(len(c.planned) + 1)
	c.planned = append(slices.Clone(c.planned), *o)
	return nil
}

// SaveOperation keeps a changed operation.
func (c *configured) SaveOperation(o release.Operation) error {
	c.planned = slices.Clone(c.planned)
	c.planned[o.ID-1] = o
	return nil
}

// ConfigurationIssue finds an issue.
func (c *configured) ConfigurationIssue(id int64, _ release.Lock) (release.ConfigurationIssue, error) {
	if id < 1 || id > int64(len(c.doubted)) {
		return release.ConfigurationIssue{}, release.ErrNotFound
	}
	return c.doubted[id-1], nil
}

// FindConfigurationIssues finds issues, the newest first.
func (c *configured) FindConfigurationIssues(f release.ConfigurationIssueFilter) ([]release.ConfigurationIssue, error) {
	var found []release.ConfigurationIssue
	for _, i := range slices.Backward(c.doubted) {
		fits := (f.Environment == "" || f.Environment == i.Environment) && (f.System == "" || f.System == i.System) && (!f.Open || i.Open()) &&
			(f.At.IsZero() || (!i.At.After(f.At) && (i.Open() || i.ResolvedAt.After(f.At))))
		if fits && (f.Limit == 0 || len(found) < f.Limit) {
			found = append(found, i)
		}
	}
	return found, nil
}

// AddConfigurationIssue keeps an issue once.
func (c *configured) AddConfigurationIssue(i *release.ConfigurationIssue) (bool, error) {
	if slices.ContainsFunc(c.doubted, func(o release.ConfigurationIssue) bool {
		return o.Environment == i.Environment && o.System == i.System && o.Told == i.Told && o.Source == i.Source
	}) {
		return false, nil
	}
	i.ID = int64(len(c.doubted) + 1)
	c.doubted = append(slices.Clone(c.doubted), *i)
	return true, nil
}

// SaveConfigurationIssue keeps a changed issue.
func (c *configured) SaveConfigurationIssue(i release.ConfigurationIssue) error {
	c.doubted = slices.Clone(c.doubted)
	c.doubted[i.ID-1] = i
	return nil
}
