package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"gonogo.dev/release"
)

// file is one that a person put into a form; its bytes stay with Slack until
// they are asked for.
type file struct {
	Name string `json:"name"`
	Size int64  `json:"size"`        // bytes
	URL  string `json:"url_private"` // empty where Slack does not tell it, and wherever its owner likes for a remote file
}

// FileAccess says where Slack keeps what people put into forms, and what opens
// it. Without a token no file is taken.
type FileAccess struct {
	// API is the base of the Web API where that is not Slack's own: its host keeps
	// the files then.
	API string
	// Token is the bot's, with the scope files:read. It is shown to the host of the
	// files and to nobody else.
	Token string
	// Within is how long a file may take; 2 seconds when zero, as a form must be
	// answered within 3.
	Within time.Duration
}

// files reads files from the one host that may see the token.
type files struct {
	home   *url.URL // scheme and host
	token  string
	within time.Duration
	client *http.Client
}

func newFiles(a FileAccess) *files {
	f := &files{home: &url.URL{Scheme: "https", Host: "files.slack.com"}, token: a.Token, within: a.Within}
	if base, err := url.Parse(a.API); err != nil {
		f.home = &url.URL{} // no address is there: no file is read
	} else if a.API != "" {
		f.home = &url.URL{Scheme: base.Scheme, Host: base.Host}
	}
	if f.home.Host == "slack.com" || f.home.Host == "slack-gov.com" {
		f.home.Host = "files." + f.home.Host
	}
	if f.within == 0 {
		f.within = 2 * time.Second
	}
	// A redirect leads to the page for signing in, or elsewhere; neither gets the token.
	f.client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return f
}

// Why a file was not read.
var (
	errFileAbroad = errors.New("the file is not where Slack keeps files")
	errFileLarge  = errors.New("the file is too large")
	errFileClosed = errors.New("the file is not handed over")
	errFileSlow   = errors.New("the file took too long")
)

// read returns the bytes of a file, most at the most.
func (f *files) read(ctx context.Context, x file, most int64) ([]byte, error) {
	u, err := url.Parse(x.URL)
	if err != nil || f.token == "" || f.home.Host == "" || u.User != nil || u.Scheme != f.home.Scheme || !strings.EqualFold(u.Host, f.home.Host) {
		return nil, errFileAbroad
	}
	if x.Size > most {
		return nil, errFileLarge
	}
	timed, cancel := context.WithTimeoutCause(ctx, f.within, errFileSlow)
	defer cancel()
	data, err := f.get(timed, u, most)
	if err != nil && ctx.Err() == nil && errors.Is(context.Cause(timed), errFileSlow) {
		return nil, errFileSlow
	}
	return data, err
}

func (f *files) get(ctx context.Context, u *url.URL, most int64) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFileClosed, err)
	}
	r.Header.Set("Authorization", "Bearer "+f.token)
	response, err := f.client.Do(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFileClosed, withoutAddress(err))
	}
	defer func() { _ = response.Body.Close() }() // it was read, or is of no use
	kind := response.Header.Get("Content-Type")
	if response.StatusCode != http.StatusOK || strings.HasPrefix(kind, "text/html") {
		return nil, fmt.Errorf("%w: HTTP %d, %s", errFileClosed, response.StatusCode, kind)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errFileClosed, err)
	case int64(len(data)) > most:
		return nil, errFileLarge
	}
	return data, nil
}

// withoutAddress takes the address, which names a file of somebody's, out of an error.
func withoutAddress(err error) error {
	if address, ok := errors.AsType[*url.Error](err); ok {
		return address.Err
	}
	return err
}

// readFile reads a file of a form, or says at its field why that cannot be.
func (b *Bot) readFile(ctx context.Context, field string, x file, most int64) ([]byte, error) {
	data, err := b.files.read(ctx, x, most)
	if err == nil || ctx.Err() != nil {
		return data, err
	}
	b.log.WarnContext(ctx, "file not read", "error", err.Error())
	why, next := "Slack did not hand the file over.", "Try again, or paste the text. If it stays so, an administrator of the workspace must install the app again: it needs files:read."
	switch {
	case errors.Is(err, errFileLarge):
		why, next = fmt.Sprintf("The file has more than %d MB.", most>>20), "Leave out what is not installed, or make two builds."
	case errors.Is(err, errFileAbroad):
		why, next = "The file is not kept by this Slack.", "Choose it from your own device, or paste the text."
	case errors.Is(err, errFileSlow):
		why, next = "Slack was too slow to hand the file over.", "Press the button again, or paste the text."
	}
	return nil, atField(refuse(release.CodeInvalid, "The file was not read.", why, next), field)
}

// atField puts a refusal to a field of the form.
func atField(r *release.Refusal, field string) error {
	at := *r
	at.Fields = []release.FieldProblem{{Field: field, Why: strings.TrimSpace(r.Why + " " + r.Next)}}
	return &at
}
