package bot

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gonogo.dev/release"
)

// drawn is a card as it is to be shown, and where it is posted first.
type drawn struct {
	page    *page
	channel string
	since   time.Time // the card cannot be older
}

// draw reads the newest state of a subject and makes its card.
func (p *Poster) draw(ctx context.Context, subject string) (drawn, error) {
	rfc, number := release.CardOf(subject)
	switch {
	case rfc != 0:
		s, err := p.cfg.Desk.Card(ctx, rfc)
		if err != nil {
			return drawn{}, err
		}
		return drawn{p.withPage(card(s, p.cfg.Now(), p.cfg.Banner), "/rfcs/"+itoa(rfc)), s.Programme.Slack.RCB, s.RFC.RaisedAt}, nil
	case number != 0:
		s, err := p.cfg.Desk.ReadRelease(ctx, number)
		if err != nil {
			return drawn{}, err
		}
		card := p.withPage(releaseCard(s, p.cfg.Banner), "/releases/"+itoa(number))
		return drawn{p.withPack(card, s.Release), s.Programme.Slack.RCB, s.Release.CreatedAt}, nil
	}
	if id := release.RolloutOf(subject); id != 0 {
		v, err := p.cfg.Desk.ReadRollout(ctx, id)
		if err != nil {
			return drawn{}, err
		}
		return drawn{rolloutCard(v, p.cfg.Banner), v.Programme.Slack.RCB, v.Rollout.StartedAt}, nil
	}
	if id, ok := release.ParseOperationCard(subject); ok {
		v, err := p.cfg.Desk.OperationCard(ctx, id)
		if err != nil {
			return drawn{}, err
		}
		return drawn{operationPage(v, p.cfg.Now(), p.cfg.Banner), v.Programme.Slack.RCB, v.Operation.At}, nil
	}
	return drawn{}, fmt.Errorf("%w: nothing has a card as %q", release.ErrGivenUp, subject)
}

// withPage adds the way to a card's page of the board, where the board is reached
// from outside.
func (p *Poster) withPage(card *page, path string) *page {
	address := p.cfg.Links.Page(path)
	if address == "" {
		return card
	}
	return card.buttons(button("open-page", "open", "Open its page", "Open its page of the board in your browser").WithURL(address))
}

// withPack adds the way to the evidence pack of a release that is closed (M13).
func (p *Poster) withPack(card *page, r release.Release) *page {
	if r.Stage != release.ClosedStage {
		return card
	}
	card.note("Its evidence pack holds all that was decided and done, and proves itself: gonogo evidence verify checks it.")
	address := p.cfg.Links.Page("/releases/" + itoa(r.Number) + "/evidence")
	if address == "" {
		return card
	}
	return card.buttons(button("open-pack", "open", "Evidence pack", "Take the evidence pack of "+r.Name()+" from the board").WithURL(address))
}

// Show posts the card of an RFC, a release or a run, or updates it where it
// stands. A card that was deleted in Slack is posted anew (T33).
func (p *Poster) Show(ctx context.Context, subject string, at release.CardPlace) (release.CardPlace, error) {
	shown, err := p.draw(ctx, subject)
	if _, refused := release.AsRefusal(err); refused {
		return at, fmt.Errorf("%w: show the card of %s: %w", release.ErrGivenUp, subject, err)
	}
	if err != nil {
		return at, fmt.Errorf("show the card of %s: %w", subject, err)
	}
	key := "card/" + subject
	message := options(shown.page.fallback(), shown.page.blocks, key)
	if !at.IsZero() {
		_, _, _, err := p.cfg.Slack.UpdateMessageContext(ctx, at.Channel, at.TS, message...)
		if !slices.Contains([]string{"message_not_found", "cant_update_message", "edit_window_closed"}, slackCode(err)) {
			return at, judge("update the card of "+subject, err)
		}
		p.cfg.Log.WarnContext(ctx, "card is posted anew", "card", subject, "because", slackCode(err))
	}
	m := parcel{channel: shown.channel, key: key, since: shown.since}
	if at.IsZero() {
		if ts, err := p.find(ctx, m); err != nil || ts != "" {
			return release.CardPlace{Channel: m.channel, TS: ts}, err
		}
	}
	channel, ts, err := p.cfg.Slack.PostMessageContext(ctx, m.channel, message...)
	if err != nil {
		return at, judge("post the card of "+subject, err)
	}
	return release.CardPlace{Channel: channel, TS: ts}, nil
}
