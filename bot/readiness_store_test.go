package bot

import "gonogo.dev/release"

// AddReadinessComment keeps a comment.
func (w *world) AddReadinessComment(c *release.ReadinessComment) error {
	c.ID = int64(len(w.comments) + 1)
	w.comments = append(w.comments, *c)
	return nil
}
