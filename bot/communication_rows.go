package bot

import "gonogo.dev/release"

const communicators = "the release's owner, and who is responsible or accountable for communications"

// communicationRows are the verbs of a release's communication plan.
func communicationRows() []row {
	return []row{
		{
			command: "/release", verb: "plan", usage: "REL [default|N]", example: "/release plan REL-7", who: everybody,
			summary: "See a release's communication plan: who is told what, when and how, and who has not confirmed it.", run: showPlan,
			more: []string{"default: begin the plan of a release that has none, as the programme's file says", "N: from the Nth line on, where the plan is long"},
		},
		{
			command: "/release", verb: "line", usage: "N", example: "/release line 4", who: everybody,
			summary: "See a line of a communication plan: to whom it goes, what was delivered, who confirmed it.", run: showLine,
		},
		{
			command: "/release", verb: "preview", usage: "N [PERSON]", example: "/release preview 4 olivia-hartley", who: everybody,
			summary: "Read what a person is sent for a line of the plan, to the last letter.", run: previewLine,
		},
		{
			command: "/release", verb: "tell", usage: "REL", example: "/release tell REL-7", summary: "Add a line to a release's communication plan.",
			who: communicators, anchor: release.FieldCommunicationTo, run: addLine,
		},
		{
			command: "/release", verb: "retell", usage: "N", example: "/release retell 4", summary: "Change a line of a communication plan before it is sent.",
			who: communicators, anchor: release.FieldCommunicationTo, run: changeLine,
		},
		{
			command: "/release", verb: "untell", usage: "N [reason]", example: "/release untell 4 it was told in the meeting",
			summary: "Drop a line of a communication plan before it is sent.", who: communicators, anchor: release.FieldReason, run: dropLine,
		},
		{
			command: "/release", verb: "confirm", usage: "N", example: "/release confirm 4", who: "whoever it was sent to",
			summary: "Confirm for your organisation that it knows of what it was sent.", run: confirmLine,
		},
	}
}
