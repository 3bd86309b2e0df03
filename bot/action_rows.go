package bot

import "gonogo.dev/release"

const (
	closers    = "the programme's release manager and the provider's, as the RACI table has them"
	agreers    = "the release's owner, and those who close it"
	supporters = "who reported it, the people of the provider and the programme's release manager"
)

// actionRows are the verbs for what comes after a deployment: its closure, its
// work-off actions and its early life support.
func actionRows() []row {
	return []row{
		{
			command: "/release", verb: "close", usage: "REL [deadline]", example: "/release close REL-7",
			summary: "Ask the seats of the closure to close a release: after its review, or after a rollback when it is not tried again.",
			who:     closers, run: closeRelease,
		},
		{
			command: "/release", verb: "action", usage: "REL [issue N]", example: "/release action REL-7",
			summary: "Agree a work-off action: what a release leaves to be done, by whom and until when.",
			who:     agreers, anchor: release.FieldAction, run: agreeAction,
		},
		{
			command: "/release", verb: "actions", usage: "[REL | mine | overdue]", example: "/release actions mine", who: everybody,
			summary: "List the work-off actions that are open, the soonest due first.", run: listActions,
		},
		{
			command: "/release", verb: "done", usage: "N [link or words]", example: "/release done 4 https://tickets.example/88",
			summary: "Show a work-off action done, by a link or in words.", who: "its owner, and " + agreers,
			anchor: release.FieldEvidence, run: finishAction,
		},
		{
			command: "/release", verb: "assign", usage: "N", example: "/release assign 4", summary: "Give a work-off action another owner, another day or other words.",
			who: agreers, anchor: release.FieldAction, run: changeAction,
		},
		{
			command: "/release", verb: "cancel", usage: "N reason", example: "/release cancel 4 the system is retired",
			summary: "End a work-off action that need not be done any more.", who: agreers, anchor: release.FieldReason, run: cancelAction,
		},
		{
			command: "/release", verb: "issue", usage: "[REL | SYSTEM]", example: "/release issue REL-7", who: everybody,
			summary: "Link an issue to the release in whose early life it came up.", anchor: release.FieldIssueTitle, run: logIssue,
		},
		{
			command: "/release", verb: "issues", usage: "[REL]", example: "/release issues REL-7", who: everybody,
			summary: "See a release's early life support and its issues, or all that runs now.", run: listIssues,
		},
		{
			command: "/release", verb: "resolve", usage: "N [how]", example: "/release resolve 3 an index was missing", who: supporters,
			summary: "Say how an issue of early life support was resolved.", anchor: release.FieldResolution, run: resolveIssue,
		},
		dissentRow(),
	}
}
