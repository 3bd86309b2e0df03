package workspace

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
)

// delivery is one thing the box tells the app.
type delivery struct {
	path     string     // of the app: /slack/commands, ...
	envelope string     // type in Socket Mode
	form     url.Values // the fields of a command; nil otherwise
	payload  any        // an interaction or event, and in Socket Mode the command too
}

// reply is the app's answer: an HTTP answer, or in Socket Mode an acknowledgement.
type reply struct {
	status int
	json   bool
	body   []byte
}

// Errors a person is told in Slack's words when the app cannot be reached.
var (
	errTimeout    = errors.New("operation_timeout")
	errDispatch   = errors.New("dispatch_failed")
	errAppClient  = errors.New("http_client_error")
	errAppService = errors.New("http_service_error")
)

func newClient() *http.Client {
	return &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// deliver hands something to the app and waits for its answer, no longer than the app has.
func (w *Workspace) deliver(ctx context.Context, d delivery) (reply, error) {
	w.mu.Lock()
	base, again := w.appURL, w.twice > 0
	if again {
		w.twice--
	}
	w.mu.Unlock()
	send := func(retry int) (reply, error) {
		ctx, cancel := context.WithTimeoutCause(ctx, w.cfg.AnswerWithin, errTimeout)
		defer cancel()
		if base == "" {
			return w.sock.send(ctx, d, retry)
		}
		return w.post(ctx, base, d, retry)
	}
	r, err := send(0)
	if again {
		if _, err2 := send(1); err2 != nil {
			w.log.Info("workspace repeated a delivery", "path", d.path, "error", err2)
		}
	}
	if err != nil {
		w.log.Warn("workspace could not reach the app", "path", d.path, "error", err)
	}
	return r, err
}

// post sends a signed request over HTTP.
func (w *Workspace) post(ctx context.Context, base string, d delivery, retry int) (reply, error) {
	kind := "application/x-www-form-urlencoded"
	var body []byte
	switch d.envelope {
	case "slash_commands":
		body = []byte(d.form.Encode())
	case "interactive":
		body = []byte(url.Values{"payload": {string(raw(d.payload))}}.Encode())
	default:
		kind, body = "application/json", raw(d.payload)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+d.path, bytes.NewReader(body))
	if err != nil {
		return reply{}, fmt.Errorf("%w: %w", errDispatch, err)
	}
	stamp := strconv.FormatInt(w.now().Unix(), 10)
	req.Header.Set("Content-Type", kind)
	req.Header.Set("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
	req.Header.Set("X-Slack-Request-Timestamp", stamp)
	req.Header.Set("X-Slack-Signature", Sign(w.cfg.SigningSecret, stamp, body))
	if retry > 0 && d.envelope == "events_api" {
		req.Header.Set("X-Slack-Retry-Num", strconv.Itoa(retry))
		req.Header.Set("X-Slack-Retry-Reason", "http_timeout")
	}
	return w.exchange(ctx, req)
}

func (w *Workspace) exchange(ctx context.Context, req *http.Request) (reply, error) {
	resp, err := w.client.Do(req) //nolint:gosec // the address is the app's own, from the configuration
	if err != nil {
		if errors.Is(context.Cause(ctx), errTimeout) {
			return reply{}, errTimeout
		}
		return reply{}, fmt.Errorf("%w: %w", errDispatch, err)
	}
	defer func() { _ = resp.Body.Close() }()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxBody))
	if err != nil {
		return reply{}, errTimeout
	}
	kind := resp.Header.Get("Content-Type")
	r := reply{status: resp.StatusCode, json: len(kind) >= 16 && kind[:16] == "application/json", body: bytes.TrimSpace(data)}
	switch {
	case r.status >= 500:
		return r, errAppService
	case r.status != http.StatusOK:
		return r, errAppClient
	}
	return r, nil
}

// Sign is Slack's request signature: over "v0:timestamp:body", with the signing secret as key.
func Sign(secret, timestamp string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	_, _ = fmt.Fprintf(mac, "v0:%s:%s", timestamp, body)
	return "v0=" + hex.EncodeToString(mac.Sum(nil))
}
