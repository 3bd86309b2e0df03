package release

import (
	"strconv"
	"time"
)

// linkPurpose keeps the token of a review from being taken for anything else, ever.
const linkPurpose = "review-answer"

// ReviewLink is what the link says with which somebody answers a review without
// Slack: it is bound to one person, one review and this purpose, and ends.
type ReviewLink struct {
	Review  int64
	Person  PersonID
	Expires time.Time
}

// LinkFor returns what the link of a person to a review says.
func (r Review) LinkFor(id PersonID) ReviewLink {
	return ReviewLink{Review: r.ID, Person: id, Expires: r.Due.Add(Grace).Truncate(time.Second).UTC()}
}

// URL returns the address for a link; empty where there are no links.
func (l Links) URL(x ReviewLink) string { return l.Page("/review/" + l.Token(x)) }

// Token returns a link's token: what it says, and its signature.
func (l Links) Token(x ReviewLink) string {
	return l.Seal(linkPurpose, x.Expires, strconv.FormatInt(x.Review, 10), string(x.Person))
}

// Read returns what a token says, expired or not: who has an expired one is told
// what to do by name. Whatever gonogo did not sign is refused alike.
func (l Links) Read(token string) (ReviewLink, error) {
	wrong := refuse(CodeForbidden, "This link does not work.", "It is not whole, or gonogo never made it.",
		"Open it again from the mail, or copy its whole address. In Slack, /release review answers without a link.")
	said, ends, ok := l.Unseal(linkPurpose, token, 2)
	if !ok {
		return ReviewLink{}, wrong
	}
	review, err := strconv.ParseInt(said[0], 10, 64)
	if err != nil {
		return ReviewLink{}, wrong
	}
	return ReviewLink{Review: review, Person: PersonID(said[1]), Expires: ends}, nil
}

// Fresh refuses an expired link with what to do instead.
func (x ReviewLink) Fresh(now time.Time) error {
	if now.Before(x.Expires) {
		return nil
	}
	return refuse(CodeStale, "This link has expired.", "It worked until two weeks after the deadline of the review.",
		"If the review is still open, answer it in Slack with /release review, or ask the programme's release manager.")
}
