package bot

import "gonogo.dev/release"

const (
	planners     = "its owner, whoever created it and the programme's release manager"
	waivers      = "who is accountable for RFC approval and the escalation point, never whoever answers for the point"
	responsibles = "whoever answers for the point, as `/release why` names them"
)

func releaseRows() []row {
	all := append(planRows(), stepRows()...)
	all = append(all, rolloutRows()...)
	return append(all, []row{
		{
			command: "/release", verb: "roadmap", example: "/release roadmap", who: everybody,
			summary: "See the roadmap: the planned releases, their dates and their RFCs.", run: roadmap,
		},
		{
			command: "/release", verb: "report", usage: "[readiness | agenda | ewg | roadmap | digest]", example: "/release report agenda", who: everybody,
			summary: "Preview a regular report, for yourself only.", run: report,
		},
		{
			command: "/release", verb: "comment", usage: "[words]", example: "/release comment UIT waits for the new certificates until Thursday.",
			summary: "Explain something in this week's readiness report, with your name.",
			who:     "the programme's release and environment managers", may: mayComment, anchor: release.FieldComment, run: commentReadiness,
		},
		{command: "/release", verb: "help", usage: "[verb]", example: "/release help why", summary: "Explain these commands.", who: everybody, run: help},
	}...)
}

// planRows plan releases and show them.
func planRows() []row {
	return []row{
		{command: "/release", who: everybody, summary: "See what is waiting for you, and the releases you own.", example: "/release", run: releasesWaiting},
		{
			command: "/release", verb: "new", example: "/release new", summary: "Plan a release: opens a form in two steps; the version is given by the rules.",
			who: "those who may raise RFCs for the system", may: mayRaise, anchor: release.FieldPurpose, run: newRelease,
		},
		{
			command: "/release", verb: "list", usage: "[open | all | SYSTEM]", example: "/release list open", who: everybody,
			summary: "List the releases under control, the newest first.", run: listReleases,
		},
		{
			command: "/release", verb: "show", usage: "REL", example: "/release show 1.2.0.0", who: everybody,
			summary: "Show a release's card to yourself: where it is, what blocks it, who must act.", run: showRelease,
		},
		{
			command: "/release", verb: "details", usage: "REL", example: "/release details REL-7", who: everybody,
			summary: "Read everything about a release: content, evidence, builds, windows.", run: releaseDetails,
		},
		{
			command: "/release", verb: "why", usage: "REL", example: "/release why REL-7", who: everybody,
			summary: "Why not yet? The shortest list of what is unmet: whose it is, by when, and the button that settles it.", run: whyNotYet,
		},
		{
			command: "/release", verb: "edit", usage: "REL", example: "/release edit REL-7", summary: "Change what a release is planned to be.",
			who: planners, may: mayRaise, anchor: release.FieldPurpose, run: editRelease,
		},
		{
			command: "/release", verb: "reclassify", usage: "REL TYPE", example: "/release reclassify REL-7 major",
			summary: "Make a release another type: it is numbered anew, and its votes are void.", who: planners, may: mayRaise, run: reclassify,
		},
		{
			command: "/release", verb: "abandon", usage: "REL reason", example: "/release abandon REL-7 the change request was dropped",
			summary: "End a release before its deployment; its number stays burnt.", who: planners, may: mayRaise, anchor: release.FieldReason, run: abandon,
		},
	}
}

// stepRows take a release on, and show what each step asks for.
func stepRows() []row {
	return []row{
		{
			command: "/release", verb: "next", usage: "REL", example: "/release next REL-7", summary: "Take a release its next step, when nothing blocks it.",
			who: "those who are responsible or accountable for the step", run: nextStepOf,
		},
		{
			command: "/release", verb: "evidence", usage: "REL [POINT [LINK [note]]]", example: "/release evidence REL-7 plans-approved",
			summary: "Show by a link that a control point is met; without a point, see them all.", who: responsibles, anchor: release.FieldRef, run: evidence,
		},
		{
			command: "/release", verb: "waive", usage: "REL POINT", example: "/release waive REL-7 known-issues-agreed",
			summary: "Let a release pass a control point without evidence: by name, with a reason and an end.", who: waivers,
			anchor: release.FieldEvidenceNote, run: waive,
		},
		{
			command: "/release", verb: "take", usage: "REL POINT reason", example: "/release take REL-7 plans-approved the plan was replaced",
			summary: "Take evidence away that shows nothing any more; this pulls the release back.", who: "who gave it, who answers for the point, and who is accountable for RFC approval",
			anchor: release.FieldReason, run: takeAway,
		},
		{
			command: "/release", verb: "build", usage: "REL", example: "/release build REL-7", summary: "Register a build: its id, source tag, digest and bill of materials. It never changes.",
			who: "the people who build the system at its provider, and " + planners, anchor: release.FieldBuild, run: registerBuild,
		},
		{
			command: "/release", verb: "builds", usage: "REL", example: "/release builds REL-7", who: everybody,
			summary: "List a release's builds with their digests, and what each changed.", run: builds,
		},
		noteRow(),
		{
			command: "/release", verb: "rollback", usage: "REL [defect | other] [reason]", example: "/release rollback REL-7 defect the balances differ",
			summary: "Roll a failed deployment back: to Build & package for a defect, else to prepare another deployment.",
			who:     "those who are responsible or accountable for rollbacks", anchor: release.FieldReason, run: rollback,
		},
	}
}
