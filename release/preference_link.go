package release

import "time"

// unsubscribePurpose keeps the token of an unsubscribe link from being taken for
// anything else, ever.
const unsubscribePurpose = "unsubscribe"

// unsubscribeLasts is how long the link of a mail works: people clear up old mail.
const unsubscribeLasts = 2 * 365 * 24 * time.Hour

// UnsubscribeLink is what a link says with which one person leaves one stream of
// mail, without signing in (RFC 8058).
type UnsubscribeLink struct {
	Person  PersonID
	Stream  Stream
	Expires time.Time
}

// Unsubscribe returns the address with which a person leaves a stream; empty where
// there are no links, and for what cannot be left. The same mail always has the
// same address.
func (l Links) Unsubscribe(id PersonID, s Stream, mailed time.Time) string {
	if _, err := ParseStream(string(s)); err != nil {
		return ""
	}
	return l.Page("/unsubscribe/" + l.Seal(unsubscribePurpose, mailed.Add(unsubscribeLasts), string(s), string(id)))
}

// ReadUnsubscribe returns what the token of such an address says. Whatever gonogo
// did not seal is refused alike, and so is a link whose time is over.
func (l Links) ReadUnsubscribe(token string, now time.Time) (UnsubscribeLink, error) {
	said, ends, ok := l.Unseal(unsubscribePurpose, token, 2)
	if !ok {
		return UnsubscribeLink{}, refuse(CodeForbidden, "This link does not work.", "It is not whole, or gonogo never made it.",
			"Open it again from the mail, or copy its whole address. In Slack, /rfc notify changes which mail you get.")
	}
	x := UnsubscribeLink{Person: PersonID(said[1]), Stream: Stream(said[0]), Expires: ends}
	if !now.Before(ends) {
		return x, refuse(CodeStale, "This link has expired.", "It worked for two years after the mail.",
			"Use the link of a newer mail, or write /rfc notify in Slack.")
	}
	_, err := ParseStream(string(x.Stream))
	return x, err
}
