package workspace_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/bot/workspace"
)

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), code) {
		t.Errorf("error = %v, want %s", err, code)
	}
}

func TestLookUps(t *testing.T) {
	b := open(t)
	who, err := b.api.AuthTest()
	if err != nil || who.UserID != "UBOT" || who.TeamID != "T1" || who.BotID == "" {
		t.Errorf("auth.test = %+v, %v", who, err)
	}
	u, err := b.api.GetUserInfo("U9")
	if err != nil || u.TeamID != "T9" || u.Profile.Email != "eve@else.example" {
		t.Errorf("users.info = %+v, %v", u, err)
	}
	_, err = b.api.GetUserInfo("U404")
	wantCode(t, err, "user_not_found")
	u, err = b.api.GetUserByEmail("BOB@dcc.example")
	if err != nil || u.ID != "U2" {
		t.Errorf("users.lookupByEmail = %+v, %v", u, err)
	}
	users, err := b.api.GetUsers()
	if err != nil || len(users) != 5 {
		t.Errorf("users.list = %d users, %v", len(users), err)
	}
	c, err := b.api.GetConversationInfo(&slack.GetConversationInfoInput{ChannelID: "C1"})
	if err != nil || c.Name != "rcb" || !c.IsMember {
		t.Errorf("conversations.info = %+v, %v", c, err)
	}
	cs, next, err := b.api.GetConversations(&slack.GetConversationsParameters{Limit: 2, Types: []string{"public_channel"}})
	if err != nil || len(cs) != 2 || next == "" {
		t.Errorf("conversations.list = %d, next %q, %v", len(cs), next, err)
	}
	ids, _, err := b.api.GetUsersInConversation(&slack.GetUsersInConversationParameters{ChannelID: "C4"})
	if err != nil || !slices.Equal(ids, []string{"U1", "UBOT"}) {
		t.Errorf("conversations.members = %v, %v", ids, err)
	}
	dm, _, _, err := b.api.OpenConversation(&slack.OpenConversationParameters{Users: []string{"U2"}})
	if err != nil || dm.ID != b.DM("U2") {
		t.Errorf("conversations.open = %+v, %v", dm, err)
	}
	team, err := b.api.GetTeamInfo()
	if err != nil || team.ID != "T1" {
		t.Errorf("team.info = %+v, %v", team, err)
	}
	bot, err := b.api.GetBotInfo(slack.GetBotInfoParameters{Bot: who.BotID})
	if err != nil || bot.UserID != "UBOT" {
		t.Errorf("bots.info = %+v, %v", bot, err)
	}
	if m := b.Methods(); !slices.Contains(m, "team.info") || slices.Contains(m, "chat.postMessage") {
		t.Errorf("methods = %v", m)
	}
}

func TestPostUpdateDelete(t *testing.T) {
	b := open(t)
	section := slack.NewSectionBlock(plain("One"), nil, nil)
	ts := b.post("one", section)
	if err := b.update(ts, slack.MsgOptionText("two", false)); err != nil {
		t.Fatal(err)
	}
	m := b.Messages("C1", "U2")[0]
	if m.Text != "two" || !m.Edited || string(m.Blocks) != "null" {
		t.Errorf("text alone must remove the blocks and mark the edit (facts 74): %+v", m)
	}
	if _, _, err := b.api.PostMessage("C1", slack.MsgOptionText("reply", false), slack.MsgOptionTS(ts)); err != nil {
		t.Fatal(err)
	}
	replies, _, _, err := b.api.GetConversationReplies(&slack.GetConversationRepliesParameters{ChannelID: "C1", Timestamp: ts})
	if err != nil || len(replies) != 2 || replies[0].ReplyCount != 1 {
		t.Errorf("conversations.replies = %+v, %v", replies, err)
	}
	h, err := b.api.GetConversationHistory(&slack.GetConversationHistoryParameters{ChannelID: "C1"})
	if err != nil || len(h.Messages) != 1 || h.Messages[0].Text != "two" {
		t.Errorf("conversations.history = %+v, %v", h, err)
	}
	if _, err = b.api.PostEphemeral("C1", "U2", slack.MsgOptionText("psst", false)); err != nil || len(b.Messages("C1", "U2")) != 3 || len(b.Messages("C1", "U1")) != 2 {
		t.Errorf("ephemeral: %v", err)
	}
	if _, err := b.api.GetPermalink(&slack.PermalinkParameters{Channel: "C1", Ts: ts}); err != nil {
		t.Errorf("permalink: %v", err)
	}
	if err := b.api.AddReaction("eyes", slack.NewRefToMessage("C1", ts)); err != nil {
		t.Errorf("reaction: %v", err)
	}
	wantCode(t, b.api.AddReaction("eyes", slack.NewRefToMessage("C1", ts)), "already_reacted")
	if ch, _, err := b.api.PostMessage("U2", slack.MsgOptionText("to you", false)); err != nil || ch != b.DM("U2") {
		t.Errorf("post to a person went to %q, %v (facts 72)", ch, err)
	}
	if _, _, err := b.api.DeleteMessage("C1", ts); err != nil {
		t.Fatal(err)
	}
	_, _, err = b.api.DeleteMessage("C1", ts)
	wantCode(t, err, "message_not_found")
}

func TestRefusals(t *testing.T) {
	b := open(t)
	long := func(n int) slack.MsgOption { return slack.MsgOptionText(strings.Repeat("x", n), false) }
	ts := b.post("one")
	if err := b.Say(b.ctx, "U1", "C1", "", "mine"); err != nil {
		t.Fatal(err)
	}
	mine := b.Messages("C1", "U1")[1].TS
	var many []slack.Block
	for range 5 {
		many = append(many, slack.NewSectionBlock(plain(strings.Repeat("y", 2700)), nil, nil))
	}
	for name, c := range map[string]struct {
		code string
		call func() (string, string, error)
	}{
		"no text":        {"no_text", func() (string, string, error) { return b.api.PostMessage("C1", long(0)) }},
		"not in channel": {"not_in_channel", func() (string, string, error) { return b.api.PostMessage("C3", long(1)) }},
		"no channel":     {"channel_not_found", func() (string, string, error) { return b.api.PostMessage("C404", long(1)) }},
		"no thread": {"thread_not_found", func() (string, string, error) {
			return b.api.PostMessage("C1", long(1), slack.MsgOptionTS("1.000001"))
		}},
		"blocks too long": {"msg_blocks_too_long", func() (string, string, error) {
			return b.api.PostMessage("C1", long(1), slack.MsgOptionBlocks(many...))
		}},
		"bad blocks": {"invalid_blocks", func() (string, string, error) {
			return b.api.PostMessage("C1", slack.MsgOptionBlocks(slack.NewHeaderBlock(plain(strings.Repeat("z", 151)))))
		}},
		"update too long": {"msg_too_long", func() (string, string, error) {
			return "", "", b.update(ts, long(4001))
		}},
		"somebody else's": {"cant_update_message", func() (string, string, error) {
			return "", "", b.update(mine, long(1))
		}},
		"not there": {"user_not_in_channel", func() (string, string, error) {
			_, err := b.api.PostEphemeral("C4", "U2", long(1))
			return "", "", err
		}},
		"invalid token": {"invalid_auth", func() (string, string, error) {
			return slack.New("xoxb-wrong", slack.OptionAPIURL(b.server.URL+"/api/")).PostMessage("C1", long(1))
		}},
		"unknown method": {"unknown_method", func() (string, string, error) {
			_, err := b.api.GetEmoji()
			return "", "", err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := c.call()
			wantCode(t, err, c.code)
		})
	}
	var api slack.SlackErrorResponse
	_, _, err := b.api.PostMessage("C1", slack.MsgOptionBlocks(slack.NewHeaderBlock(plain(""))))
	if errors.As(err, &api); len(api.ResponseMetadata.Messages) == 0 || !strings.Contains(api.ResponseMetadata.Messages[0], "[json-pointer:/blocks/0/text/text]") {
		t.Errorf("reasons = %v, want a JSON pointer", api.ResponseMetadata.Messages)
	}
}

func TestFaults(t *testing.T) {
	b := open(t)
	b.Fail("chat.postMessage", workspace.Fault{Status: http.StatusTooManyRequests, RetryAfter: 7 * time.Second})
	b.Fail("chat.postMessage", workspace.Fault{Error: "internal_error"})
	b.Fail("chat.postMessage", workspace.Fault{Status: 503})
	b.Fail("chat.postMessage", workspace.Fault{Drop: true})
	post := func() error { _, _, err := b.api.PostMessage("C1", slack.MsgOptionText("x", false)); return err }
	var limited *slack.RateLimitedError
	if err := post(); !errors.As(err, &limited) || limited.RetryAfter != 7*time.Second {
		t.Errorf("rate limit: %v", err)
	}
	wantCode(t, post(), "internal_error")
	wantCode(t, post(), "503")
	if err := post(); err == nil || len(b.Messages("C1", "U1")) != 1 {
		t.Errorf("dropped answer: error %v, %d messages; the message must be there", err, len(b.Messages("C1", "U1")))
	}
	if err := post(); err != nil || b.Calls("chat.postMessage") != 5 {
		t.Errorf("after the faults: %v, %d calls", err, b.Calls("chat.postMessage"))
	}
}
