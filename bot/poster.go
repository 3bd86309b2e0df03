package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/slack-go/slack"

	"gonogo.dev/release"
)

// Places tells where a subject's card stands; the zero place is none yet.
type Places interface {
	CardPlace(ctx context.Context, subject string) (release.CardPlace, error)
}

// PosterConfig is what a Poster needs; Log and Banner may be left out.
type PosterConfig struct {
	Desk   *release.Desk
	Slack  *slack.Client
	Places Places
	Now    func() time.Time
	Log    *slog.Logger
	Banner string
	// Links make the addresses of the board's pages, to which cards lead; none by default.
	Links release.Links
}

// Poster writes to Slack what nobody asked for just now: the cards, the posts
// in their threads, and direct messages. It is release's CardPoster, and its
// Courier for ByThread and ByDirect.
type Poster struct{ cfg PosterConfig }

var (
	_ release.CardPoster = (*Poster)(nil)
	_ release.Courier    = (*Poster)(nil)
)

// NewPoster returns a Poster.
func NewPoster(cfg PosterConfig) *Poster {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	return &Poster{cfg: cfg}
}

// metadataType marks gonogo's messages, with the key of what they carry.
const metadataType = "gonogo_notice"

// options are what every message of gonogo's has: words for those who cannot
// see the blocks, no previews of links, and the key of what it carries.
func options(text string, blocks []slack.Block, key string) []slack.MsgOption {
	return []slack.MsgOption{
		slack.MsgOptionText(text, false), slack.MsgOptionBlocks(blocks...),
		slack.MsgOptionDisableLinkUnfurl(), slack.MsgOptionDisableMediaUnfurl(),
		slack.MsgOptionMetadata(slack.SlackMetadata{EventType: metadataType, EventPayload: map[string]any{"key": key}}),
	}
}

// frozenMessage is a notice as rendered once, for every try of its delivery.
type frozenMessage struct {
	Text   string       `json:"text"`
	Blocks slack.Blocks `json:"blocks"`
}

// Render returns the message of a notice as JSON.
func (p *Poster) Render(ctx context.Context, n release.Notice) ([]byte, error) {
	programme, err := p.cfg.Desk.Programme(ctx)
	if err != nil {
		return nil, fmt.Errorf("render notice %s: %w", n.Key, err)
	}
	shown := noticePage(n, programme, p.cfg.Banner)
	body, err := json.Marshal(frozenMessage{Text: shown.fallback(), Blocks: slack.Blocks{BlockSet: shown.blocks}})
	if err != nil {
		return nil, fmt.Errorf("render notice %s: %w", n.Key, err)
	}
	return body, nil
}

// Carry delivers a rendered notice. A try whose answer was lost is recognised
// by the key in the message's metadata, and not posted twice.
func (p *Poster) Carry(ctx context.Context, n release.Notice) (release.Receipt, error) {
	var m frozenMessage
	if err := json.Unmarshal(n.Body, &m); err != nil {
		return release.Receipt{}, fmt.Errorf("%w: read notice %s: %w", release.ErrGivenUp, n.Key, err)
	}
	to, err := p.address(ctx, n)
	if err != nil {
		return release.Receipt{}, err
	}
	ts, err := p.find(ctx, to)
	if err != nil {
		return release.Receipt{}, err
	}
	if ts == "" {
		opts := options(m.Text, m.Blocks.BlockSet, n.Key)
		if to.thread != "" {
			opts = append(opts, slack.MsgOptionTS(to.thread))
		}
		if _, ts, err = p.cfg.Slack.PostMessageContext(ctx, to.channel, opts...); err != nil {
			return release.Receipt{}, judge("post notice "+n.Key, err)
		}
	}
	return release.Receipt{At: p.cfg.Now().UTC(), Detail: to.channel + "/" + ts}, nil
}

// parcel is where a message goes, and how it is known again.
type parcel struct {
	channel string
	thread  string
	key     string
	since   time.Time
}

func (p *Poster) address(ctx context.Context, n release.Notice) (parcel, error) {
	to := parcel{key: n.Key, since: n.At}
	switch n.Road {
	case release.ByThread:
		subject := n.Event.Thread()
		place, err := p.cfg.Places.CardPlace(ctx, subject)
		if err != nil {
			return to, fmt.Errorf("find the card of %s: %w", subject, err)
		}
		if place.IsZero() {
			return to, fmt.Errorf("post in the thread of %s: %w", subject, release.ErrNotYet)
		}
		to.channel, to.thread = place.Channel, place.TS
		return to, nil
	case release.ByDirect:
		channel, err := p.direct(ctx, n.To)
		to.channel = channel
		return to, err
	case release.ByChannel:
		programme, err := p.cfg.Desk.Programme(ctx)
		if err != nil {
			return to, fmt.Errorf("find the board's channel: %w", err)
		}
		to.channel = programme.Slack.RCB
		return to, nil
	case release.ByMail:
	}
	return to, fmt.Errorf("%w: notice %s does not travel by Slack", release.ErrGivenUp, n.Key)
}

// direct opens the conversation with a person: under the account they have in
// the programme's workspace first, then under any other.
func (p *Poster) direct(ctx context.Context, id release.PersonID) (string, error) {
	programme, err := p.cfg.Desk.Programme(ctx)
	if err != nil {
		return "", fmt.Errorf("find %s in Slack: %w", id, err)
	}
	x, ok := programme.Person(id)
	if !ok || x.Retired || len(x.Slack) == 0 {
		return "", fmt.Errorf("%w: %s has no Slack account in the programme file", release.ErrGivenUp, id)
	}
	accounts := slices.Clone(x.Slack)
	slices.SortStableFunc(accounts, func(a, b release.SlackID) int {
		return rank(a.Team == programme.Slack.Team) - rank(b.Team == programme.Slack.Team)
	})
	for _, account := range accounts {
		var channel *slack.Channel
		channel, _, _, err = p.cfg.Slack.OpenConversationContext(ctx, &slack.OpenConversationParameters{Users: []string{account.User}})
		if err == nil {
			return channel.ID, nil
		}
	}
	return "", judge("open a direct message with "+string(id), err)
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// find looks for a message that an earlier try posted. Where the app may not
// read the history it cannot be known, and the message is posted.
func (p *Poster) find(ctx context.Context, m parcel) (string, error) {
	oldest := strconv.FormatInt(m.since.Add(-5*time.Minute).Unix(), 10)
	var messages []slack.Message
	var err error
	if m.thread != "" {
		messages, _, _, err = p.cfg.Slack.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
			ChannelID: m.channel, Timestamp: m.thread, Oldest: oldest, Limit: 200, IncludeAllMetadata: true,
		})
	} else {
		var history *slack.GetConversationHistoryResponse
		history, err = p.cfg.Slack.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
			ChannelID: m.channel, Oldest: oldest, Limit: 200, IncludeAllMetadata: true,
		})
		if err == nil {
			messages = history.Messages
		}
	}
	if slackCode(err) == "missing_scope" {
		p.cfg.Log.WarnContext(ctx, "a lost answer cannot be recognised", "channel", m.channel, "needs", "channels:history, groups:history, im:history")
		return "", nil
	}
	if err != nil {
		return "", judge("look for notice "+m.key, err)
	}
	for _, x := range messages {
		if key, _ := x.Metadata.EventPayload["key"].(string); key == m.key && x.Metadata.EventType == metadataType {
			return x.Timestamp, nil
		}
	}
	return "", nil
}
