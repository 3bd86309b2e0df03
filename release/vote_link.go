package release

import (
	"strconv"
	"time"
)

// votePurpose keeps the token of a vote from being taken for anything else, ever.
const votePurpose = "vote"

// VoteLink is what the link says with which somebody opens a vote without Slack: it
// is bound to one person and one ballot, and ends with it (M17, M18). It lets nobody
// vote by itself: that takes a code, which is mailed to that person alone.
type VoteLink struct {
	Ballot  int64
	Person  PersonID
	Expires time.Time
}

// LinkFor returns what the link of a person to a ballot says.
func (b *Ballot) LinkFor(id PersonID) VoteLink {
	return VoteLink{Ballot: b.ID, Person: id, Expires: b.Deadline.Truncate(time.Second).UTC()}
}

// VoteURL returns the address of a vote for whoever sits in it; empty for anybody
// else, once it is closed, and where there are no links.
func (l Links) VoteURL(b *Ballot, id PersonID) string {
	if b == nil || b.State != BallotOpen {
		return ""
	}
	if _, sits := b.SeatOf(id); !sits {
		return ""
	}
	return l.Page("/vote/" + l.VoteToken(b.LinkFor(id)))
}

// VoteToken returns a link's token: what it says, and its signature.
func (l Links) VoteToken(x VoteLink) string {
	return l.Seal(votePurpose, x.Expires, strconv.FormatInt(x.Ballot, 10), string(x.Person))
}

// ReadVote returns what a token says, expired or not: who has an expired one is told
// what was decided. Whatever gonogo did not sign for a vote is refused alike.
func (l Links) ReadVote(token string) (VoteLink, error) {
	wrong := refuse(CodeForbidden, "This link does not work.", "It is not whole, or gonogo never made it for a vote.",
		"Open it again from the newest mail about the vote, or copy its whole address.")
	said, ends, ok := l.Unseal(votePurpose, token, 2)
	if !ok {
		return VoteLink{}, wrong
	}
	ballot, err := strconv.ParseInt(said[0], 10, 64)
	if err != nil {
		return VoteLink{}, wrong
	}
	return VoteLink{Ballot: ballot, Person: PersonID(said[1]), Expires: ends}, nil
}
