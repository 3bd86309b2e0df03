package release

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Links makes and reads the signed links with which people answer a review
// without Slack. A link is bound to one person, one review and this purpose, and
// ends; nothing about it is kept.
type Links struct {
	key  []byte
	base string
}

// linkPurpose keeps a token from being taken for anything else, ever.
const linkPurpose = "review-answer"

// maxToken bounds what is looked at.
const maxToken = 512

// NewLinks returns links below a public address, such as
// "https://gonogo.example". Without an address there are no links. The key is
// secret and at least 32 bytes long.
func NewLinks(base string, key []byte) Links {
	return Links{key: key, base: strings.TrimSuffix(base, "/")}
}

// ReviewLink is what a link says.
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
func (l Links) URL(x ReviewLink) string {
	if l.base == "" {
		return ""
	}
	return l.base + "/review/" + l.Token(x)
}

// Token returns a link's token: what it says, and its signature.
func (l Links) Token(x ReviewLink) string {
	body := fmt.Sprintf("%s/%d/%d/%s", linkPurpose, x.Review, x.Expires.Unix(), x.Person)
	return tokenForm.EncodeToString([]byte(body)) + "." + tokenForm.EncodeToString(l.sign(body))
}

// tokenForm has one spelling for everything, so that nothing has two tokens.
var tokenForm = base64.RawURLEncoding.Strict()

func (l Links) sign(body string) []byte {
	mac := hmac.New(sha256.New, l.key)
	mac.Write([]byte(body))
	return mac.Sum(nil)
}

// Read returns what a token says, expired or not: who has an expired one is told
// what to do by name. Whatever gonogo did not sign is refused alike.
func (l Links) Read(token string) (ReviewLink, error) {
	wrong := refuse(CodeForbidden, "This link does not work.", "It is not whole, or gonogo never made it.",
		"Open it again from the mail, or copy its whole address. In Slack, /release review answers without a link.")
	first, second, ok := strings.Cut(token, ".")
	if !ok || len(token) > maxToken || len(l.key) == 0 {
		return ReviewLink{}, wrong
	}
	body, err := tokenForm.DecodeString(first)
	if err != nil {
		return ReviewLink{}, wrong
	}
	mac, err := tokenForm.DecodeString(second)
	if err != nil || !hmac.Equal(mac, l.sign(string(body))) {
		return ReviewLink{}, wrong
	}
	parts := strings.SplitN(string(body), "/", 4)
	if len(parts) != 4 || parts[0] != linkPurpose {
		return ReviewLink{}, wrong
	}
	review, errReview := strconv.ParseInt(parts[1], 10, 64)
	expires, errExpires := strconv.ParseInt(parts[2], 10, 64)
	if errReview != nil || errExpires != nil {
		return ReviewLink{}, wrong
	}
	return ReviewLink{Review: review, Person: PersonID(parts[3]), Expires: time.Unix(expires, 0).UTC()}, nil
}

// Fresh refuses an expired link with what to do instead.
func (x ReviewLink) Fresh(now time.Time) error {
	if now.Before(x.Expires) {
		return nil
	}
	return refuse(CodeStale, "This link has expired.", "It worked until two weeks after the deadline of the review.",
		"If the review is still open, answer it in Slack with /release review, or ask the programme's release manager.")
}
