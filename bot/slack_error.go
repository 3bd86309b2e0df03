package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// slackCode is the error code Slack answered with, "" for any other error.
func slackCode(err error) string {
	r, _ := errors.AsType[slack.SlackErrorResponse](err)
	return r.Err
}

// wrapSlack says which call failed, with Slack's reasons, without addresses
// that carry secrets.
func wrapSlack(what string, err error) error {
	if err == nil {
		return nil
	}
	if address, ok := errors.AsType[*url.Error](err); ok {
		err = address.Err
	}
	if r, ok := errors.AsType[slack.SlackErrorResponse](err); ok && len(r.ResponseMetadata.Messages) > 0 {
		return fmt.Errorf("%s: %w (%s)", what, err, strings.Join(r.ResponseMetadata.Messages, "; "))
	}
	return fmt.Errorf("%s: %w", what, err)
}

// hopeless are Slack's answers that no retry changes, and what an operator can
// do about each.
var hopeless = map[string]string{
	"channel_not_found":         "the channel does not exist, or is private and gonogo was not invited",
	"not_in_channel":            "invite gonogo to the channel",
	"is_archived":               "the channel is archived: choose another in the programme file, or bring it back",
	"restricted_action":         "the workspace does not let apps post there: ask a workspace admin",
	"posting_to_channel_denied": "the workspace does not let apps post there: ask a workspace admin",
	"ekm_access_denied":         "the organisation's encryption keys forbid it: ask a workspace admin",
	"invalid_auth":              "SLACK_BOT_TOKEN is not valid",
	"not_authed":                "SLACK_BOT_TOKEN is missing",
	"account_inactive":          "the app was removed or its token revoked: install it again",
	"token_revoked":             "the token was revoked: install the app again",
	"token_expired":             "the token has expired: install the app again",
	"missing_scope":             "the app lacks a scope: install it again with the manifest of this version",
	"no_permission":             "the app may not do this: install it again with the manifest of this version",
	"org_login_required":        "the workspace is being migrated",
	"team_access_not_granted":   "the app is not installed in that workspace",
	"user_disabled":             "the person's Slack account is deactivated: correct the programme file",
	"user_not_found":            "no such Slack account: correct the programme file",
	"user_not_visible":          "the person is in another organisation and shares no channel with gonogo",
	"users_not_found":           "no such Slack account: correct the programme file",
	"cannot_dm_bot":             "the account belongs to a bot: correct the programme file",
	"invalid_user_combination":  "the person is in another organisation and shares no channel with gonogo",
	"messages_tab_disabled":     "switch the app's Messages tab on",
	"invalid_blocks":            "Slack refuses the message's blocks; this is a mistake in gonogo",
	"invalid_blocks_format":     "Slack refuses the message's blocks; this is a mistake in gonogo",
	"msg_blocks_too_long":       "Slack finds the message too long; this is a mistake in gonogo",
	"msg_too_long":              "Slack finds the message too long; this is a mistake in gonogo",
	"no_text":                   "the message is empty; this is a mistake in gonogo",
	"thread_not_found":          "the RFC's card was deleted in Slack; its next change posts a new one",
}

// later marks an error that another try may end, and after how long.
type later struct {
	error
	after time.Duration
}

// Unwrap returns what went wrong.
func (l later) Unwrap() error { return l.error }

// RetryAfter is how long Slack asked to wait; zero when it did not say.
func (l later) RetryAfter() time.Duration { return l.after }

// judge tells what a failed delivery is: given up with a reason an operator can
// act on, or to be tried again later.
func judge(what string, err error) error {
	if err == nil {
		return nil
	}
	if limited, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		return later{error: wrapSlack(what, err), after: limited.RetryAfter}
	}
	if why, ok := hopeless[slackCode(err)]; ok {
		return fmt.Errorf("%w: %w: %s", release.ErrGivenUp, wrapSlack(what, err), why)
	}
	if status, ok := errors.AsType[slack.StatusCodeError](err); ok && status.Code < http.StatusInternalServerError && status.Code != http.StatusTooManyRequests {
		return fmt.Errorf("%w: %w: SLACK_API_URL does not lead to Slack's Web API", release.ErrGivenUp, wrapSlack(what, err))
	}
	return later{error: wrapSlack(what, err)}
}

// respond shows a page to the person who acted, beside what they acted on.
func (b *Bot) respond(ctx context.Context, at where, p *page) {
	m := p.message()
	err := slack.PostWebhookCustomHTTPContext(ctx, at.responseURL, b.http, &slack.WebhookMessage{
		ResponseType: m.ResponseType, Text: m.Text, Blocks: &slack.Blocks{BlockSet: m.Blocks}, ThreadTimestamp: at.thread,
		UnfurlLinks: &m.UnfurlLinks, UnfurlMedia: &m.UnfurlMedia, ReplaceOriginal: p.replaces,
	})
	if err != nil {
		b.log.WarnContext(ctx, "answer not shown", "error", wrapSlack("answer beside the message", err).Error())
	}
}
