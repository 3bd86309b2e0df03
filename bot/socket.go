package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// Slack drops an acknowledgement of 20 KB or more without a word (facts 89).
const maxAck = 20_000

// maxUnderway is how many envelopes are carried at once.
const maxUnderway = 64

// RunSocketMode takes what Slack tells over Socket Mode until ctx ends, on the
// same path as Handler. The app-level token needs connections:write; opts are
// those of the Slack client, such as another API address.
func (b *Bot) RunSocketMode(ctx context.Context, appToken string, opts ...slack.Option) error {
	api := slack.New("", append([]slack.Option{slack.OptionAppLevelToken(appToken)}, opts...)...)
	client := socketmode.New(api, socketmode.OptionLog(slog.NewLogLogger(b.log.Handler(), slog.LevelDebug)), socketmode.OptionReadLimit(maxBody))
	ended := make(chan error, 1)
	go func() { ended <- client.RunContext(ctx) }()
	room := make(chan struct{}, maxUnderway)
	for {
		select {
		case err := <-ended:
			return broken(ctx, err)
		case e := <-client.Events:
			switch e.Type {
			case socketmode.EventTypeSlashCommand, socketmode.EventTypeInteractive, socketmode.EventTypeEventsAPI:
			case socketmode.EventTypeConnectionError, socketmode.EventTypeInvalidAuth, socketmode.EventTypeErrorBadMessage:
				b.log.WarnContext(ctx, "socket mode", "event", string(e.Type))
				continue
			default:
				b.log.DebugContext(ctx, "socket mode", "event", string(e.Type))
				continue
			}
			room <- struct{}{}
			b.running.Go(func() {
				defer func() { <-room }()
				b.envelope(ctx, client, *e.Request)
			})
		}
	}
}

// broken is why a connection ended; being asked to end is no reason.
func broken(ctx context.Context, err error) error {
	if err != nil && ctx.Err() == nil && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("keep the Socket Mode connection: %w", err)
	}
	return nil
}

// envelope carries one envelope and acknowledges it with the answer.
func (b *Bot) envelope(ctx context.Context, client *socketmode.Client, r socketmode.Request) {
	in, err := readEnvelope(r)
	if err != nil {
		b.log.WarnContext(ctx, "envelope not understood", "type", r.Type)
		in = inbound{kind: isNothing}
	}
	if in.key == "" {
		in.key = keyOf("envelope", r.EnvelopeID)
	}
	// What was begun is finished and acknowledged although the process is asked to end.
	a := b.take(context.WithoutCancel(ctx), in)
	if err := client.AckCtx(ctx, r.EnvelopeID, b.payload(ctx, in, a, r.AcceptsResponsePayload)); err != nil {
		b.log.WarnContext(ctx, "envelope not acknowledged", "error", err.Error())
	}
}

func readEnvelope(r socketmode.Request) (inbound, error) {
	switch r.Type {
	case socketmode.RequestTypeSlashCommands:
		get, err := fieldsOf(r.Payload)
		if err != nil {
			return inbound{}, err
		}
		return readCommand(get)
	case socketmode.RequestTypeInteractive:
		return readInteraction(r.Payload)
	}
	return readEvent(r.Payload)
}

// payload is what travels with an acknowledgement. A message too large for it
// goes to the response_url; a window too large takes the form's place later.
func (b *Bot) payload(ctx context.Context, in inbound, a answer, accepts bool) any {
	if a.body == nil || !accepts {
		return nil
	}
	body, err := json.Marshal(a.body)
	if err == nil && len(body) < maxAck {
		return a.body
	}
	switch m := a.body.(type) {
	case message:
		b.afterwards(ctx, func(ctx context.Context) {
			b.respond(ctx, in.where, &page{blocks: m.Blocks, spoken: []spoken{{text: unescaped.Replace(m.Text)}}})
		})
		return nil
	case *slack.ViewSubmissionResponse:
		if m.View == nil {
			return m
		}
		large := &view{*m.View}
		b.afterwards(ctx, func(ctx context.Context) {
			in.where.modal, in.where.hash = true, ""
			if err := b.open(ctx, in, large); err != nil {
				b.log.WarnContext(ctx, "answer not shown", "error", err.Error())
			}
		})
		short := newPage(m.View.Title.Text, b.banner).say(said("One moment…")).modal()
		return slack.NewUpdateViewSubmissionResponse(&short)
	}
	return nil
}
