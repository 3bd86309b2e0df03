package release

import (
	"context"
	"fmt"
	"strings"
)

// FieldComment is the field of a comment, as a FieldProblem carries it.
const FieldComment = "comment"

// CommentReadiness keeps what a person says in the readiness report of this week
// (R101).
func (d *Desk) CommentReadiness(ctx context.Context, in Intent, words string) (ReadinessComment, error) {
	var c ReadinessComment
	err := d.act(ctx, in, func(a *act) error {
		const what = "The comment was not kept."
		if !a.programme.MayComment(a.by) {
			return refuse(CodeForbidden, what, "The weekly report is commented by the release managers and the environment managers of the programme.",
				"Ask one of them.")
		}
		words = strings.TrimSpace(words)
		if why := checkText(words, MaxText, "Say what the readers of the report should know."); why != "" {
			return unfit(what, []FieldProblem{{Field: FieldComment, Why: why}})
		}
		year, week := a.now.In(a.programme.Location()).ISOWeek()
		c = ReadinessComment{Week: fmt.Sprintf("%d-W%02d", year, week), By: a.by.ID, At: a.now, Words: words}
		if err := a.AddReadinessComment(&c); err != nil {
			return fmt.Errorf("add a comment to the report: %w", err)
		}
		return a.record(ReadinessCommented, c.Subject(), 0, map[string]any{"week": c.Week, "words": c.Words})
	})
	return c, err
}
