package release

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"math/big"
	"path"
	"strings"
	"time"
)

// PassPurpose is what a pass is good for, and nothing else.
type PassPurpose string

// The purposes of a pass.
const (
	PassBoard PassPurpose = "board" // a link that lets somebody onto the board's pages
	PassVote  PassPurpose = "vote"  // a code that proves who decides, and what, in one ballot (M17)
)

// How long a pass is good, and how often a code may be mistyped.
const (
	linkLife = 15 * time.Minute
	codeLife = 10 * time.Minute
	maxTries = 5
	// passesAnHour is how many passes of one purpose a person is given in an hour.
	passesAnHour = 10
	// mailWithin is how late the mail that carries a pass may be written: nobody waits
	// for it any longer.
	mailWithin = 2 * time.Hour
	// accessKept is how long what is over stays, for whoever asks why it did not work.
	accessKept = 30 * 24 * time.Hour
)

// Pass lets one person do one thing, once and soon. What opens it, a long token or
// a short code, is kept by nobody but them: only a digest of it is known here (M17).
type Pass struct {
	ID      int64
	Person  PersonID
	Purpose PassPurpose
	Ballot  int64 // which vote a PassVote is for
	// Next is what it leads to: the page of a PassBoard, "/releases/7", or the Decision
	// of a PassVote.
	Next string
	// Digest is of what opens it; empty until that is made, and nothing opens it.
	Digest string
	MadeAt time.Time
	EndsAt time.Time
	UsedAt time.Time // zero while it is not used up
	Tries  int       // how often something else was tried
}

// Life returns how long a pass of the purpose is good from the moment that what
// opens it is made.
func (p PassPurpose) Life() time.Duration {
	if p == PassVote {
		return codeLife
	}
	return linkLife
}

// Good refuses a pass that opens nothing any more, with what to do instead.
func (x Pass) Good(now time.Time) error {
	switch {
	case !x.UsedAt.IsZero():
		return refuse(CodeStale, x.dead(), "It was used before, and works once only.", x.another())
	case x.Tries >= maxTries:
		return refuse(CodeStale, x.dead(), fmt.Sprintf("A wrong one was typed %d times.", maxTries), x.another())
	case !now.Before(x.EndsAt):
		return refuse(CodeStale, x.dead(), fmt.Sprintf("It was good for %d minutes.", int(x.Purpose.Life().Minutes())), x.another())
	}
	return nil
}

func (x Pass) dead() string {
	if x.Purpose == PassVote {
		return "This code does not work any more."
	}
	return "This link does not work any more."
}

func (x Pass) another() string {
	if x.Purpose == PassVote {
		return "Say again what you decide, and type the code of the new mail."
	}
	return "Ask for another one with /release board in Slack, or by mail at /in on the board."
}

// armed returns the pass with what opens it, instead of what did before.
func (x Pass) armed(digest string, now time.Time) Pass {
	x.Digest, x.EndsAt = digest, now.Add(x.Purpose.Life())
	return x
}

// newSecret returns what is to open a pass.
func (x Pass) newSecret() (string, error) {
	if x.Purpose == PassVote {
		return newCode()
	}
	return newToken(), nil
}

// digestOf returns what is kept of a secret of this pass. A short code could be found
// from its digest by trying all of them, so it takes a key that is not kept with it;
// and it is bound to whose it is, what for and which pass (M17).
func (x Pass) digestOf(key []byte, secret string) string {
	if x.Purpose != PassVote {
		return tokenDigest(secret)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%q/%d/%d/%q/%q", x.Person, x.Ballot, x.ID, x.Next, secret)
	return hex.EncodeToString(mac.Sum(nil))
}

// opens tells whether a code opens the pass.
func (x Pass) opens(key []byte, code string) bool {
	return x.Digest != "" && subtle.ConstantTimeCompare([]byte(x.Digest), []byte(x.digestOf(key, code))) == 1
}

// newToken returns what nobody can guess.
func newToken() string { return rand.Text() }

// tokenDigest returns what is kept of a token.
func tokenDigest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

const codeDigits = 6

// newCode returns a code of six digits.
func newCode() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", fmt.Errorf("make a code: %w", err)
	}
	return fmt.Sprintf("%0*d", codeDigits, n), nil
}

// Inside returns a path below the board's address as it is, and everything else as
// "/": nobody is led away by a link that looks like ours, or comes to look so once
// its dots and slashes are counted.
func Inside(address string) string {
	const most = 200
	way, _, _ := strings.Cut(address, "?")
	if !strings.HasPrefix(way, "/") || path.Clean(way) != way || strings.ContainsAny(address, "\\\r\n\t") || len(address) > most {
		return "/"
	}
	return address
}

// Accesses keeps passes and sessions. They are no decisions: what is over may be
// forgotten.
type Accesses interface {
	Pass(id int64, lock Lock) (Pass, error)
	// PassBy finds a pass by the digest of what opens it.
	PassBy(digest string, lock Lock) (Pass, error)
	// PassesOf returns a person's passes for a purpose and ballot that were made
	// after an instant, the newest first.
	PassesOf(id PersonID, purpose PassPurpose, ballot int64, after time.Time) ([]Pass, error)
	// AddPass keeps a new pass and sets its id.
	AddPass(x *Pass) error
	SavePass(x Pass) error
	// SessionBy finds a session by the digest of its token.
	SessionBy(digest string, lock Lock) (Session, error)
	// SessionsOf returns a person's sessions that nobody ended and that end after an
	// instant, the newest first.
	SessionsOf(id PersonID, after time.Time) ([]Session, error)
	// AddSession keeps a new session and sets its id.
	AddSession(x *Session) error
	SaveSession(x Session) error
	// ForgetAccess drops what ended before an instant.
	ForgetAccess(before time.Time) error
}
