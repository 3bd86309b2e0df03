package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/storage"
)

// linkPurpose is what the key of the links to reviews is derived for; another word
// would end every link that was sent.
const linkPurpose = "review links"

// reviewLinks returns the links with which people answer reviews without Slack;
// there are none without a public address.
func reviewLinks(ctx context.Context, c config, db *storage.DB) (release.Links, error) {
	key, err := db.Secret(ctx, linkPurpose)
	if err != nil {
		return release.Links{}, err
	}
	return release.NewLinks(c.PublicURL, key), nil
}

// review prints or writes the page of a release's newest review.
func (r reportCmd) review(ctx context.Context, t *terminal, l reports.Letterhead, db *storage.DB, now func() time.Time) error {
	if r.AsOf != "" || r.Send {
		return errors.New("the page of a review is as it stands, or as it was closed, and everybody it asks is mailed it: leave --as-of and --send out")
	}
	if r.What == "" {
		return errors.New("which release? Write `gonogo report review REL-7`")
	}
	desk := release.NewDesk(db, now)
	number, err := desk.FindRelease(ctx, r.What)
	if err != nil {
		return err
	}
	views, err := desk.ReadReviews(ctx, number)
	if err != nil {
		return err
	}
	if len(views) == 0 {
		return fmt.Errorf("%s has no review: one opens when it is deployed or rolled back", release.ReleaseName(number))
	}
	part, err := l.ReviewPaper(views[0]).File(documentFormat("", r.Out))
	if err != nil {
		return err
	}
	return keepBytes(t, r.Out, part.Content)
}
