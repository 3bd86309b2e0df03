package release

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
	"time"
)

// Links makes and reads the signed addresses that gonogo mails. A token is bound
// to one purpose and to what it says, such as a person and a review, and nothing
// about it is kept: what may be used only once, or taken back, is a Pass or a Feed
// instead.
type Links struct {
	key  []byte
	base string
}

// maxToken bounds what is looked at.
const maxToken = 512

// NewLinks returns links below a public address, such as
// "https://gonogo.example". Without an address there are no links. The key is
// secret and at least 32 bytes long.
func NewLinks(base string, key []byte) Links {
	return Links{key: key, base: strings.TrimSuffix(base, "/")}
}

// Page returns the address of a page of the board, whose path begins with a slash;
// empty where there are no links.
func (l Links) Page(path string) string {
	if l.base == "" {
		return ""
	}
	return l.base + path
}

// Seal returns a token for a purpose: when it ends, what it says, and a signature.
// Purposes and parts hold no slash, but the last part may.
func (l Links) Seal(purpose string, ends time.Time, parts ...string) string {
	body := strings.Join(append([]string{purpose, strconv.FormatInt(ends.Unix(), 10)}, parts...), "/")
	return tokenForm.EncodeToString([]byte(body)) + "." + tokenForm.EncodeToString(l.sign(body))
}

// Unseal returns what a token of a purpose says in so many parts, and when it
// ends, over or not. It is false for whatever gonogo did not seal for it.
func (l Links) Unseal(purpose, token string, parts int) (said []string, ends time.Time, ok bool) {
	first, second, cut := strings.Cut(token, ".")
	if !cut || len(token) > maxToken || len(l.key) == 0 {
		return nil, time.Time{}, false
	}
	body, err := tokenForm.DecodeString(first)
	if err != nil {
		return nil, time.Time{}, false
	}
	mac, err := tokenForm.DecodeString(second)
	if err != nil || !hmac.Equal(mac, l.sign(string(body))) {
		return nil, time.Time{}, false
	}
	all := strings.SplitN(string(body), "/", 2+parts)
	if len(all) != 2+parts || all[0] != purpose {
		return nil, time.Time{}, false
	}
	seconds, err := strconv.ParseInt(all[1], 10, 64)
	if err != nil {
		return nil, time.Time{}, false
	}
	return all[2:], time.Unix(seconds, 0).UTC(), true
}

// tokenForm has one spelling for everything, so that nothing has two tokens.
var tokenForm = base64.RawURLEncoding.Strict()

func (l Links) sign(body string) []byte {
	mac := hmac.New(sha256.New, l.key)
	mac.Write([]byte(body))
	return mac.Sum(nil)
}
