package release_test

import "gonogo.dev/release"

func (t *memoryTx) AddReadinessComment(c *release.ReadinessComment) error {
	c.ID = int64(len(t.Comments) + 1)
	t.Comments = append(t.Comments[:len(t.Comments):len(t.Comments)], *c)
	return nil
}
