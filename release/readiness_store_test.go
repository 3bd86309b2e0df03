package release_test

import (
	"slices"

	"gonogo.dev/release"
)

func (t *memoryTx) AddReadinessComment(c *release.ReadinessComment) error {
	c.ID = int64(len(t.Comments) + 1)
	t.Comments = append(slices.Clip(t.Comments), *c)
	return nil
}
