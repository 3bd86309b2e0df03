package bot

import (
	"slices"

	"gonogo.dev/release"
)

// rows is the command table.
func rows() []row {
	all := append(rfcRows(), gonogoRows()...)
	releases := releaseRows()
	all = append(all, slices.Insert(releases, len(releases)-1, slices.Concat(actionRows(), debtRows(), reviewRows(), communicationRows(), []row{boardRow()})...)...) // before its help
	environments := environmentRows()
	all = append(all, slices.Insert(environments, len(environments)-1, configurationRows()...)...) // before its help
	return append(all, rcbRows()...)
}

const everybody = "everybody in the programme's registry"

func mayRaise(p *release.Programme, x release.Person) bool { return p.MayRaiseAny(x) }

func mayOpen(p *release.Programme, x release.Person) bool {
	return p.MayAct(x, release.DeploymentGNG)
}

func rfcRows() []row {
	return []row{
		{command: "/rfc", who: everybody, summary: "See what is waiting for you.", example: "/rfc", run: waiting},
		{
			command: "/rfc", verb: "raise", usage: "[REL]", example: "/rfc raise REL-7",
			summary: "Raise an RFC, for a release where one is named: opens a form, which can be kept as a draft.",
			who:     "those whose role the policy names: of the programme for every system, of a provider for its own", may: mayRaise,
			anchor: release.FieldTitle, run: raise,
		},
		{
			command: "/rfc", verb: "list", usage: "[open | mine | all]", example: "/rfc list mine", who: everybody,
			summary: "List RFCs, the newest first.", run: list,
		},
		{
			command: "/rfc", verb: "show", usage: "N", example: "/rfc show 12", who: everybody,
			summary: "Show an RFC's card to yourself: what it changes and how its vote stands.", run: show,
		},
		{
			command: "/rfc", verb: "details", usage: "N", example: "/rfc details 12", who: everybody,
			summary: "Read everything about an RFC: every text in full, every vote, every condition.", run: details,
		},
		{
			command: "/rfc", verb: "edit", usage: "N", example: "/rfc edit 12", summary: "Change an RFC; the board then decides again.",
			who: "its requester and the programme's release manager", anchor: release.FieldTitle, run: edit,
		},
		{
			command: "/rfc", verb: "draft", example: "/rfc draft", summary: "See your drafts; in the form, keep what is written as one.",
			who: "those who may raise RFCs", may: mayRaise, anchor: release.FieldTitle, again: rfcFormAgain, run: draft,
		},
		{
			command: "/rfc", verb: "withdraw", usage: "N [reason]", example: "/rfc withdraw 12 the window clashes with the data load",
			summary: "Withdraw an RFC for good; everybody who knew of it is told why.",
			who:     "its requester and the programme's release manager", anchor: release.FieldReason, run: withdraw,
		},
		{
			command: "/rfc", verb: "vote", usage: "N [go | conditions | no-go | abstain] [words]", example: "/rfc vote 12 no-go the data load is not done",
			summary: "Vote on the approval of an RFC; until the vote closes you can change it.", who: "whoever holds a seat in the vote",
			anchor: release.FieldReason, run: voteOn(release.Approval),
		},
		{
			command: "/rfc", verb: "ask", usage: "N [deadline]", example: "/rfc ask 12 tomorrow 10:00",
			summary: "Open the approval vote again after one without a decision.", who: "its requester and the programme's release manager", run: ask,
		},
		{
			command: "/rfc", verb: "met", usage: "N", example: "/rfc met 12", summary: "Show by evidence that a condition of a Go is met.",
			who: "the condition's owner and the programme's release manager", anchor: release.FieldEvidence, run: met,
		},
		{
			command: "/rfc", verb: "notify", usage: "[immediate | daily | weekly | STREAM on | STREAM off]", example: "/rfc notify daily",
			summary: "Choose which mail you get of what you are only informed of, and how often.", who: everybody, anchor: blockCadence, run: notify,
		},
		{command: "/rfc", verb: "help", usage: "[verb]", example: "/rfc help vote", summary: "Explain these commands.", who: everybody, run: help},
	}
}

func gonogoRows() []row {
	return []row{
		{command: "/gonogo", who: everybody, summary: "See what is waiting for you.", example: "/gonogo", run: waiting},
		{
			command: "/gonogo", verb: "open", usage: "RFC-or-release [deadline]", example: "/gonogo open REL-7 16:00",
			summary: "Open the deployment Go/No-Go of an approved RFC.", who: "the programme's release manager and the system's provider",
			may: mayOpen, run: openGoNoGo,
		},
		{
			command: "/gonogo", verb: "programme", usage: "REL [deadline]", example: "/gonogo programme REL-7 2d",
			summary: "Open the programme's Go/No-Go on a major release.", who: "the programme's release manager", may: mayOpen, run: openProgrammeGate,
		},
		{
			command: "/gonogo", verb: "vote", usage: "N [go | conditions | no-go | abstain] [words]", example: "/gonogo vote 12 go",
			summary: "Vote in a deployment Go/No-Go; until it closes you can change your vote.", who: "whoever holds a seat in the vote",
			anchor: release.FieldReason, run: voteOn(release.Deployment),
		},
		{
			command: "/gonogo", verb: "status", usage: "[N]", example: "/gonogo status 12", who: everybody,
			summary: "See how the open votes stand, or how one RFC's does.", run: status,
		},
		{
			command: "/gonogo", verb: "close", usage: "N [override reason]", example: "/gonogo close 12",
			summary: "Close the open vote on an RFC, as its chair; an override turns a No-Go into a Go where the policy allows it.",
			who:     "the chair of the vote", anchor: release.FieldReason, run: closeVote,
		},
		{
			command: "/gonogo", verb: "delegate", usage: "[PERSON until WHEN [why] | end N]", example: "/gonogo delegate Priya Raman until 2026-12-04 on leave",
			summary: "Name who speaks for you in votes that open while you are away, or end it earlier.",
			who:     "everybody for themselves; the programme's PMO and release managers for others", anchor: release.FieldDelegate, run: delegate,
		},
		{
			command: "/gonogo", verb: "delegations", example: "/gonogo delegations", who: everybody,
			summary: "See who speaks for whom, now and to come.", run: delegations,
		},
		{command: "/gonogo", verb: "help", usage: "[verb]", example: "/gonogo help open", summary: "Explain these commands.", who: everybody, run: help},
	}
}
