package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"gonogo.dev/release"
)

// kind says what Slack told.
type kind int

const (
	isNothing    kind = iota // understood, nothing to do: an event nobody asked for
	isCommand                // a slash command
	isPress                  // a button or a menu
	isSubmission             // a form
	isHomeOpened
	isFile // somebody put a file into a channel; text is its id
	isChallenge
)

// inbound is one thing Slack told, whichever way it came.
type inbound struct {
	kind    kind
	key     string // handled once per process
	intent  string // carried out once, for ever
	who     []release.SlackID
	command string // "/rfc"
	text    string // as typed, or as the button says it
	form    form   // the fields of a form, nil without one
	meta    meta
	where   where
	answer  string // the challenge to send back
}

// where is where somebody acted, and how they can be answered.
type where struct {
	team, user  string
	channel     string
	thread      string
	responseURL string
	trigger     string
	view, hash  string
	// root and previous are the windows beneath: the first of the stack, and the one
	// that is seen again when this one closes. Of the first, root is itself.
	root, previous string

	modal bool // the view is a form, not the Home
	home  bool // on the App Home, or in a form opened from it
}

// meta travels in a form's private_metadata: which thing it is about and which
// revision was seen, never a right to act.
type meta struct {
	RFC       int           `json:"rfc,omitempty"`
	Release   int           `json:"release,omitempty"`
	Revision  int           `json:"rev,omitempty"`
	Ballot    int64         `json:"ballot,omitempty"`
	Condition int64         `json:"condition,omitempty"`
	Debt      int64         `json:"debt,omitempty"`
	Action    int64         `json:"action,omitempty"`
	Issue     int64         `json:"issue,omitempty"` // of early life support
	Line      int64         `json:"line,omitempty"`  // of a communication plan
	Meeting   int64         `json:"meeting,omitempty"`
	Rollout   int64         `json:"rollout,omitempty"` // the run it is about
	Review    int64         `json:"review,omitempty"`
	Form      string        `json:"form,omitempty"`  // the verb that opened it
	Place     string        `json:"place,omitempty"` // the environment it is about
	Check     release.Check `json:"check,omitempty"` // the control point it is about
	Seen      int64         `json:"seen,omitempty"`  // the newest installation that was shown
	Part      string        `json:"part,omitempty"`  // the part of a release note it is about
	Step      int           `json:"step,omitempty"`  // the step of that part
	Before    string        `json:"was,omitempty"`   // a fingerprint of what was shown

	Section release.SectionKey `json:"section,omitempty"` // the step of a run that was shown
	Number  int                `json:"number,omitempty"`

	Choice release.Choice `json:"choice,omitempty"` // the vote a form asks words for
	Pass   int64          `json:"pass,omitempty"`   // of the code a form asks for
	// Where the answer to a form goes, so that the form can close: beside the
	// message it was opened from, for as long as Slack takes answers there, or
	// onto the Home.
	Answer string `json:"answer,omitempty"` // a response_url
	Asked  int64  `json:"asked,omitempty"`  // when, in Unix seconds
	Home   bool   `json:"home,omitempty"`
}

var errPayload = errors.New("not a payload of Slack's")

// readCommand reads the fields of a slash command.
func readCommand(get func(string) string) (inbound, error) {
	if get("command") == "" || get("user_id") == "" {
		return inbound{}, errPayload
	}
	in := inbound{
		kind: isCommand, command: strings.ToLower(get("command")), text: get("text"),
		who: accounts(get("team_id"), get("enterprise_id"), get("user_id")),
		where: where{
			team: get("team_id"), user: get("user_id"), channel: get("channel_id"),
			responseURL: get("response_url"), trigger: get("trigger_id"),
		},
	}
	in.key = keyOf("command", in.where.trigger)
	in.intent = in.key
	return in, nil
}

// keyOf names something handled once; without an id there is no key.
func keyOf(kind, id string) string {
	if id == "" {
		return ""
	}
	return kind + "/" + id
}

// accounts returns the Slack accounts under which the registry may know who
// acted: by their own team; on an Enterprise Grid, where that is the
// organisation's id, by the workspace in which they acted as well. A member of
// another workspace is never taken for one of this (T31).
func accounts(own, workspace, user string) []release.SlackID {
	var ids []release.SlackID
	if own != "" {
		ids = append(ids, release.SlackID{Team: own, User: user})
	}
	if workspace != "" && workspace != own && (own == "" || strings.HasPrefix(own, "E") || strings.HasPrefix(workspace, "E")) {
		ids = append(ids, release.SlackID{Team: workspace, User: user})
	}
	return ids
}

// readEvent reads an event: the App Home being opened, a file put into a channel,
// or the challenge with which Slack tries the address.
func readEvent(raw []byte) (inbound, error) {
	var p struct {
		Type      string `json:"type"`
		Challenge string `json:"challenge"`
		EventID   string `json:"event_id"`
		TeamID    string `json:"team_id"`
		Event     struct {
			Type string `json:"type"`
			User any    `json:"user"` // an id, or the whole person in some events
			Tab  string `json:"tab"`

			FileID    string `json:"file_id"`
			UserID    string `json:"user_id"`
			ChannelID string `json:"channel_id"`
		} `json:"event"`
	}
	if err := json.Unmarshal(raw, &p); err != nil {
		return inbound{}, fmt.Errorf("%w: %w", errPayload, err)
	}
	user, _ := p.Event.User.(string)
	switch {
	case p.Type == "url_verification":
		return inbound{kind: isChallenge, answer: p.Challenge}, nil
	case p.Type == "event_callback" && p.Event.Type == "file_shared" && p.Event.FileID != "" && p.Event.UserID != "":
		return inbound{
			kind: isFile, key: keyOf("event", p.EventID), who: accounts(p.TeamID, "", p.Event.UserID), text: p.Event.FileID,
			where: where{team: p.TeamID, user: p.Event.UserID, channel: p.Event.ChannelID},
		}, nil
	case p.Type != "event_callback" || p.Event.Type != "app_home_opened" || p.Event.Tab == "messages" || user == "":
		return inbound{kind: isNothing}, nil
	}
	return inbound{
		kind: isHomeOpened, key: keyOf("event", p.EventID), who: accounts(p.TeamID, "", user),
		where: where{team: p.TeamID, user: user},
	}, nil
}

// fieldsOf reads the fields of a command that came as JSON (Socket Mode).
func fieldsOf(raw []byte) (func(string) string, error) {
	var fields map[string]any
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("%w: %w", errPayload, err)
	}
	return func(name string) string {
		text, _ := fields[name].(string)
		return text
	}, nil
}

// formOf reads the form-encoded body of a request.
func formOf(body []byte) (url.Values, error) {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPayload, err)
	}
	return values, nil
}
