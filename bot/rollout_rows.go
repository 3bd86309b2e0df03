package bot

import "gonogo.dev/release"

// deployers may begin a deployment and end it.
const deployers = "those who are responsible or accountable for the rollout"

// rolloutRows carry out a release's runbook, in earnest and in rehearsals.
func rolloutRows() []row {
	return []row{
		{
			command: "/release", verb: "deploy", usage: "REL", example: "/release deploy REL-7", who: deployers,
			summary: "Begin the deployment of an approved release inside its window; its thread leads through the steps.", run: deploy,
		},
		{
			command: "/release", verb: "rehearse", usage: "REL [on ENVIRONMENT | on paper]", example: "/release rehearse REL-7 on paper", who: deployers,
			summary: "Rehearse the runbook; its times become the forecast, and nobody is told.", anchor: blockWhere, run: rehearse,
		},
		{
			command: "/release", verb: "run", usage: "REL [done | failed | note | resolved | back | on | sign | report | end] [words]", example: "/release run REL-7",
			summary: "Show the newest deployment or rehearsal of a release to yourself, or say what became of its step.",
			who:     "everybody; its steps are for those who carry them out", anchor: release.FieldReason, run: runRelease,
			more: []string{
				"done: the step that is due worked", "failed WHY: it did not; the run stops", "resolved HOW: what failed is solved, and the step is tried again",
				"note WORDS: written into the log", "back WHY: the way back is taken, by the backout set that applies", "on WHY: it goes on although the point of no return has passed",
				"sign: every step is done, and all works", "report: the way back is done; what caused it", "end: the rehearsal is over",
			},
		},
	}
}
