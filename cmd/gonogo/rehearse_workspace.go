package main

import (
	"log/slog"
	"strings"

	"gonogo.dev/bot"
	"gonogo.dev/bot/workspace"
	"gonogo.dev/release"
)

// workspace describes the box: everybody of the programme is in it.
func (h *rehearsal) workspace(p release.Programme, c config, log *slog.Logger) workspace.Config {
	w := workspace.Config{
		TeamID: p.Slack.Team, TeamName: p.Name, BotUserID: "U0GONOGO", BotName: "gonogo", AppID: "A0GONOGO",
		BotToken: string(c.BotToken), SigningSecret: string(c.SigningSecret), AppURL: "http://" + h.intake.Addr().String(),
		Channels: []workspace.Channel{{ID: p.Slack.RCB, Name: "release-control-board", Topic: "Where the board decides"}},
		Clock:    h.clock, Zone: p.Location(), Jumps: h.jumps, Mails: h.mailbox.Mails, Banner: rehearsalBanner, Log: log, AnswerWithin: c.AnswerWithin,
		Tries: []string{
			"Raise an RFC: type /rfc raise below, fill in the form and send it. Its card appears here, and its vote opens.",
			"Be the board: the card names who is still missing. Choose one after the other under “You are”, and press Go, or No-Go and say why.",
			"Let time pass: press the clock at the top and jump to when the vote may close, then to the readiness report. The mailbox has every mail.",
		},
	}
	if h.keep {
		w.State = h.file("slack.json")
	}
	for _, x := range p.People {
		if x.Retired || len(x.Slack) == 0 {
			continue
		}
		title, party := titleOf(p, x)
		w.People = append(w.People, workspace.Person{
			TeamID: x.Slack[0].Team, UserID: x.Slack[0].User, Name: x.Name, Title: title, Party: party, Mail: x.Mail,
		})
	}
	for _, command := range bot.Commands() {
		shown := workspace.Command{Name: command.Name, Description: command.Description, UsageHint: command.UsageHint}
		for _, v := range command.Verbs {
			shown.Verbs = append(shown.Verbs, workspace.Verb{Name: v.Name, Usage: v.Usage, Summary: v.Summary})
		}
		w.Commands = append(w.Commands, shown)
	}
	return w
}

// titleOf returns what a person is and for whom, as the people switch shows it.
func titleOf(p release.Programme, x release.Person) (title, party string) {
	var titles []string
	for i, holding := range x.Roles {
		if i == 0 {
			if org, ok := p.Party(holding.Party); ok {
				party = org.Name
			}
		}
		titles = append(titles, holding.Role.String())
	}
	return strings.Join(titles, ", "), party
}
