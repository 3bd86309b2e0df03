package reports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/mail"
	"time"

	"gonogo.dev/release"
)

// Carrier hands an encoded mail to a mail server; *Mailer is one.
type Carrier interface {
	Send(ctx context.Context, from, to string, body []byte) (Receipt, error)
}

// Post is the road of mail: it writes what a notice tells as a mail, once, and
// carries it.
type Post struct {
	letterhead Letterhead
	registry   Registry
	carrier    Carrier
	shelf      Shelf // nil where no papers travel
	passes     Passes
}

var _ release.Courier = (*Post)(nil)

// NewPost returns the courier for release.ByMail.
func NewPost(l Letterhead, registry Registry, carrier Carrier) *Post {
	return &Post{letterhead: l, registry: registry, carrier: carrier}
}

// Render returns a notice as a whole message. It is release.ErrGivenUp when the
// person cannot be reached by mail. What was promised with its body keeps it.
func (p *Post) Render(ctx context.Context, n release.Notice) ([]byte, error) {
	if len(n.Body) > 0 {
		return n.Body, nil
	}
	programme, err := p.registry.ProgrammeNow(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the programme for notice %s: %w", n.Key, err)
	}
	x, err := p.letter(ctx, programme, n)
	if err != nil {
		return nil, fmt.Errorf("write notice %s: %w", n.Key, err)
	}
	if n.Duty == release.DutyTold {
		x.leave = n.Event.Stream()
	}
	if err := p.attach(ctx, programme, n, &x); err != nil {
		return nil, err
	}
	body, err := p.letterhead.encode(programme, x)
	if err != nil {
		return nil, fmt.Errorf("write notice %s: %w", n.Key, err)
	}
	return body, nil
}

// Carry sends the frozen message to the recipient it names itself, whatever the
// registry says by now. What the server refused for good is
// release.ErrGivenUp; any other error is worth another try.
func (p *Post) Carry(ctx context.Context, n release.Notice) (release.Receipt, error) {
	from, to, err := envelope(n.Body)
	if err != nil {
		return release.Receipt{}, fmt.Errorf("carry notice %s: %w: %w", n.Key, release.ErrGivenUp, err)
	}
	r, err := p.carrier.Send(ctx, from, to, n.Body)
	var failed *SendError
	if errors.As(err, &failed) && !failed.Temporary {
		return release.Receipt{}, fmt.Errorf("carry notice %s to %s: %w: %w", n.Key, to, release.ErrGivenUp, err)
	}
	if failed != nil && failed.RetryAfter > 0 {
		err = relayDownError{error: err, wait: failed.RetryAfter}
	}
	if err != nil {
		return release.Receipt{}, fmt.Errorf("carry notice %s to %s: %w", n.Key, to, err)
	}
	return release.Receipt{At: r.At, Detail: r.Answer}, nil
}

// relayDownError says that nothing was tried, since the relay is known to be down.
type relayDownError struct {
	error
	wait time.Duration
}

var _ release.Later = relayDownError{}

// RetryAfter is when the next connection may be tried.
func (d relayDownError) RetryAfter() time.Duration { return d.wait }

// Unwrap returns what the mailer said.
func (d relayDownError) Unwrap() error { return d.error }

// envelope reads sender and recipient of an encoded message.
func envelope(body []byte) (from, to string, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(body))
	if err != nil {
		return "", "", fmt.Errorf("read the header of a frozen mail: %w", err)
	}
	sender, err := mail.ParseAddress(m.Header.Get("From"))
	if err != nil {
		return "", "", fmt.Errorf("read the sender of a frozen mail: %w", err)
	}
	recipient, err := mail.ParseAddress(m.Header.Get("To"))
	if err != nil {
		return "", "", fmt.Errorf("read the recipient of a frozen mail: %w", err)
	}
	return sender.Address, recipient.Address, nil
}
