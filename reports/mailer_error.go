package reports

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-smtp"
)

// Stage is the step of a sending at which it ended.
type Stage string

// The stages in their order. Up to StageAuth the trouble is with the server or
// the configuration, from StageMail on it is with this one mail.
const (
	StageWait   Stage = "wait"           // for a free connection, the rate or the end of a back-off
	StageDial   Stage = "connect"        // TCP
	StageTLS    Stage = "start TLS"      // STARTTLS, handshake, certificate
	StageHello  Stage = "greet"          // greeting and EHLO
	StageAuth   Stage = "authenticate"   // AUTH
	StageMail   Stage = "name sender"    // MAIL FROM
	StageRcpt   Stage = "name recipient" // RCPT TO
	StageData   Stage = "announce mail"  // DATA
	StageBody   Stage = "transfer mail"  // the mail's bytes, the closing dot among them
	StageAnswer Stage = "await answer"   // after the dot
	StageCheck  Stage = "check"          // NOOP, for Mailer.Check only
)

// Receipt is the server's word that it took a mail over.
type Receipt struct {
	// Answer is the server's last answer, usually with its queue id.
	Answer string
	// At is when it came, by the clock given to NewMailer.
	At time.Time
}

// SendError tells why a mail was not (or perhaps was) handed over.
type SendError struct {
	Stage Stage
	// Temporary: another try later may succeed. False only for a 5xx answer to
	// the mail itself or an address no server could take; a wrong password or a
	// missing STARTTLS is the operator's to mend and costs no mail.
	Temporary bool
	// Uncertain: the whole mail was sent, but the answer never came, so the
	// server may have it. Another try may double it; no try may lose it.
	Uncertain bool
	// Code is the server's answer, 0 if there was none.
	Code int
	// Enhanced is the answer's enhanced code such as "5.1.1", empty if none.
	Enhanced string
	// Answer is the server's text on one line, never with credentials in it.
	Answer string
	// RetryAfter is how long the back-off lasts, 0 if there is none.
	RetryAfter time.Duration
	// Err is the cause where it was not an answer.
	Err error
}

// Error says at which step it ended and what the server or the network said.
func (e *SendError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "send mail: %s: ", e.Stage)
	if e.Code != 0 {
		b.WriteString(strings.TrimSpace(strings.Join(strings.Fields(fmt.Sprint(e.Code, " ", e.Enhanced, " ", e.Answer)), " ")))
	} else {
		fmt.Fprintf(&b, "%v", e.Err)
	}
	switch {
	case e.Uncertain:
		b.WriteString(" (the server may have taken it)")
	case e.RetryAfter > 0:
		fmt.Fprintf(&b, " (next try in %v)", e.RetryAfter.Round(time.Millisecond))
	}
	return b.String()
}

// Unwrap returns the cause where it was not an answer.
func (e *SendError) Unwrap() error { return e.Err }

// sendError sorts what went wrong at a stage.
func sendError(stage Stage, err error) *SendError {
	var answer *smtp.SMTPError
	if !errors.As(err, &answer) {
		return &SendError{Stage: stage, Temporary: true, Err: err}
	}
	e := &SendError{Stage: stage, Code: answer.Code, Answer: shorten(oneLine(answer.Message), 500)}
	if answer.EnhancedCode[0] > 0 {
		e.Enhanced = strings.Trim(strings.ReplaceAll(fmt.Sprint(answer.EnhancedCode), " ", "."), "[]")
	}
	// 530 says "log in first" or "STARTTLS first": about the session, not the mail.
	refused := answer.Code >= 500 && answer.Code <= 599 && answer.Code != 530
	switch stage {
	case StageMail, StageRcpt, StageData, StageAnswer:
		e.Temporary = !refused
	default:
		e.Temporary = true
	}
	return e
}

// lost tells whether the connection is of no more use after this error.
func (e *SendError) lost() bool { return e.Code == 0 || e.Code == 421 }

// shorten cuts a text to at most n bytes, between two letters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// scrub takes the server's words out of an error if they repeat a piece of a
// secret: some servers quote the command they refuse.
func scrub(e *SendError, secrets ...string) *SendError {
	said := e.Answer
	if e.Err != nil {
		said += e.Err.Error()
	}
	for _, s := range secrets {
		n := min(8, len(s))
		for i := 0; n > 0 && i+n <= len(s); i++ {
			if strings.Contains(said, s[i:i+n]) {
				e.Answer = "(not shown: the server's answer repeats the credentials)"
				if e.Err != nil {
					e.Err = errors.New(e.Answer)
				}
				return e
			}
		}
	}
	return e
}
