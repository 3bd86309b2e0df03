package release

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Stream is a kind of mail. What somebody is only informed of they may switch off,
// stream by stream; what they must act on never (RACI "I" and "R", "A", "C").
type Stream string

// The streams.
const (
	StreamReadiness    Stream = "readiness"    // the weekly readiness report (R101)
	StreamAgenda       Stream = "agenda"       // what waits for the board, before it meets (R60)
	StreamMinutes      Stream = "minutes"      // what meetings put out, after them (R64)
	StreamPack         Stream = "ewg"          // the Environment Working Group's pack (R65)
	StreamRoadmap      Stream = "roadmap"      // planned and actual releases (R30, R100)
	StreamDigest       Stream = "digest"       // the events below, gathered
	StreamChanges      Stream = "changes"      // RFCs and votes
	StreamReleases     Stream = "releases"     // notes, deployments, closures, reviews
	StreamEnvironments Stream = "environments" // operations and configuration
	// StreamDuties is what somebody must act on. It cannot be switched off.
	StreamDuties Stream = "duties"
)

// Streams lists the streams that can be switched off, in the order in which they
// are shown.
func Streams() []Stream {
	return []Stream{
		StreamReadiness, StreamAgenda, StreamMinutes, StreamPack, StreamRoadmap, StreamDigest, StreamChanges, StreamReleases, StreamEnvironments,
	}
}

var streamNames = map[Stream][2]string{
	StreamReadiness:    {"Readiness report", "What is ready and what is not, once a week."},
	StreamAgenda:       {"Board’s agenda", "What waits for the Release Control Board, before it meets."},
	StreamMinutes:      {"Minutes", "What meetings you did not attend decided."},
	StreamPack:         {"EWG pack", "What the Environment Working Group talks about, before it meets."},
	StreamRoadmap:      {"Release roadmap", "Which releases and fixes are planned when, and which dates moved."},
	StreamDigest:       {"Digest", "What happened, gathered once a day or once a week, if you chose that pace."},
	StreamChanges:      {"Changes and votes", "RFCs that touch your party, and what was decided on them."},
	StreamReleases:     {"Releases", "Release notes, how deployments go, closures and reviews."},
	StreamEnvironments: {"Environments", "Backups, refreshes, data loads and configuration issues."},
	StreamDuties:       {"What you must act on", "Votes of your seats, conditions, debts, actions, reviews, invitations and reminders, and what a release’s communication plan sends to you by name."},
}

// Name returns the stream as people read it.
func (s Stream) Name() string { return streamNames[s][0] }

// About says in a sentence what comes in the stream.
func (s Stream) About() string { return streamNames[s][1] }

// ParseStream reads a stream that can be switched off, by its key. What somebody
// must act on is refused with why, and so are unknown words.
func ParseStream(text string) (Stream, error) {
	word := Stream(strings.ToLower(strings.TrimSpace(text)))
	if word == StreamDuties {
		return "", refuse(CodeForbidden, "Your choice of mail was not changed.",
			"What you must act on comes with your role: if it could be switched off, a vote or a deadline would pass without you.",
			"Hand the role over in the programme file, or name a deputy with /gonogo delegate while you are away.")
	}
	if slices.Contains(Streams(), word) {
		return word, nil
	}
	keys := make([]string, len(Streams()))
	for i, s := range Streams() {
		keys[i] = string(s)
	}
	return "", refuse(CodeInvalid, "Your choice of mail was not changed.", "“"+Clip(text, 40)+"” is no kind of mail.",
		"Choose one of "+strings.Join(keys, ", ")+".")
}

// Stream returns the stream in which somebody is told of an event who is only
// informed of it.
func (e Event) Stream() Stream {
	switch {
	case e.Regular != "":
		return e.Regular
	case e.Kind == NoticeDigest:
		return StreamDigest
	case e.Meeting != nil:
		return StreamMinutes
	case e.Operation != nil || e.Doubt != nil || e.Booking != nil:
		return StreamEnvironments
	case e.Note != nil || e.Closing != nil || e.Support != nil || e.Review != nil || e.Rollout != nil:
		return StreamReleases
	}
	return StreamChanges
}

// MailChoice is what a person chose of the mail that only informs them.
type MailChoice struct {
	Cadence Cadence
	Off     []Stream // switched off, in the order of Streams
}

// Wants tells whether mail of a stream is wanted; duties always are.
func (c MailChoice) Wants(s Stream) bool { return s == StreamDuties || !slices.Contains(c.Off, s) }

// normal returns the choice in order, or why it cannot be one.
func (c MailChoice) normal() (MailChoice, error) {
	if _, err := ParseCadence(string(c.Cadence)); err != nil {
		return c, err
	}
	for _, s := range c.Off {
		if _, err := ParseStream(string(s)); err != nil {
			return c, err
		}
	}
	c.Off = slices.DeleteFunc(Streams(), c.Wants)
	return c, nil
}

// MailOf returns what a person chose of the mail that only informs them.
func (d *Desk) MailOf(ctx context.Context, id PersonID) (MailChoice, error) {
	var c MailChoice
	err := d.store.Within(ctx, func(tx Tx) error {
		var err error
		c, err = mailOf(tx, id)
		return err
	})
	if err != nil {
		return c, fmt.Errorf("load which mail %s wants: %w", id, err)
	}
	return c, nil
}

func mailOf(tx Tx, id PersonID) (MailChoice, error) {
	c := MailChoice{Cadence: Immediate}
	cadences, err := tx.Cadences()
	if err != nil {
		return c, err
	}
	if x := cadences[id]; x != "" {
		c.Cadence = x
	}
	off, err := tx.Unwanted()
	if err != nil {
		return c, err
	}
	c.Off = slices.DeleteFunc(Streams(), func(s Stream) bool { return !slices.Contains(off[id], s) })
	return c, nil
}

// ChooseMail keeps what a person chose of the mail that only informs them. It
// returns the choice as it was before, so that it can be taken back; what stays as
// it was is not recorded again.
func (d *Desk) ChooseMail(ctx context.Context, in Intent, c MailChoice) (before MailChoice, err error) {
	err = d.act(ctx, in, func(a *act) error {
		var err error
		if c, err = c.normal(); err != nil {
			return err
		}
		if before, err = mailOf(a.Tx, in.By); err != nil {
			return fmt.Errorf("load which mail %s wants: %w", in.By, err)
		}
		return a.chooseMail(before, c)
	})
	return before, err
}

// SwitchMail switches one stream on or off for a person.
func (d *Desk) SwitchMail(ctx context.Context, in Intent, s Stream, on bool) (MailChoice, error) {
	var after MailChoice
	err := d.act(ctx, in, func(a *act) error {
		if _, err := ParseStream(string(s)); err != nil {
			return err
		}
		before, err := mailOf(a.Tx, in.By)
		if err != nil {
			return fmt.Errorf("load which mail %s wants: %w", in.By, err)
		}
		after = before
		after.Off = slices.DeleteFunc(slices.Clone(before.Off), func(x Stream) bool { return x == s })
		if !on {
			after.Off = append(after.Off, s)
		}
		if after, err = after.normal(); err != nil {
			return err
		}
		return a.chooseMail(before, after)
	})
	return after, err
}

func (a *act) chooseMail(before, after MailChoice) error {
	if before.Cadence != after.Cadence {
		if err := a.SetCadence(a.by.ID, after.Cadence); err != nil {
			return fmt.Errorf("keep how often %s wants mail: %w", a.by.ID, err)
		}
		if err := a.record(CadenceChosen, "person/"+string(a.by.ID), 0, map[string]any{"cadence": after.Cadence}); err != nil {
			return err
		}
	}
	for _, s := range Streams() {
		on := after.Wants(s)
		if on == before.Wants(s) {
			continue
		}
		if err := a.SetWanted(a.by.ID, s, on, a.now); err != nil {
			return fmt.Errorf("keep whether %s wants %s: %w", a.by.ID, s, err)
		}
		if err := a.record(StreamChosen, "person/"+string(a.by.ID), 0, map[string]any{"stream": s, "wanted": on}); err != nil {
			return err
		}
	}
	return nil
}

// wanted leaves the mails out that only inform somebody who switched their stream
// off. What anybody must act on stays, whatever they chose.
func (a *act) wanted(notices []Notice) ([]Notice, error) {
	if !slices.ContainsFunc(notices, Notice.Optional) {
		return notices, nil
	}
	off, err := a.Unwanted()
	if err != nil {
		return nil, fmt.Errorf("load which mail people do not want: %w", err)
	}
	return slices.DeleteFunc(slices.Clone(notices), func(n Notice) bool { return n.Unwanted(off[n.To]) }), nil
}

// Optional tells whether the notice is a mail that its reader may do without.
func (n Notice) Optional() bool { return n.Road == ByMail && n.Duty == DutyTold }

// Unwanted tells whether its reader, who switched some streams off, does not want
// it. It is asked when a notice is promised and again before it is sent, since
// people change their minds in between.
func (n Notice) Unwanted(off []Stream) bool {
	return n.Optional() && slices.Contains(off, n.Event.Stream())
}
