package bot

import "gonogo.dev/release"

// configurationRows are the verbs of operations on environments, of what is in
// them file by file, and of what is in doubt.
func configurationRows() []row {
	return []row{
		{
			command: "/env", verb: "operation", usage: "[NAME [KIND] | N [start | done | failed WHY | cancel WHY]]", example: "/env operation SIT A backup",
			summary: "Plan a backup, export, data load, refresh or rollback of an environment, or say how one goes. Alone it lists them.",
			who:     recorders, anchor: release.FieldOperation, run: operationVerb,
		},
		{
			command: "/env", verb: "items", usage: "NAME [SYSTEM] [at TIME]", example: "/env items SIT A dip at 2026-10-01 12:00", who: everybody,
			summary: "See the configuration items of an environment, file by file, now or at any time in the past.", run: configurationItems,
		},
		{
			command: "/env", verb: "compare", usage: "NAME [NAME] [at TIME]", example: "/env compare SIT A SIT B", who: everybody,
			summary: "See in what two environments differ, or one and its past.", run: compareConfigurations,
		},
		{
			command: "/env", verb: "issues", usage: "[open | all]", example: "/env issues", who: everybody,
			summary: "See what was told of environments against what is known.", run: configurationIssues,
		},
		{
			command: "/env", verb: "issue", usage: "N [resolve [VERSION words]]", example: "/env issue 3 resolve 1.2.0.0 the party looked again",
			summary: "Show a configuration issue, or say which version is there after all.", who: environmentManagers + " and release managers",
			anchor: release.FieldResult, run: configurationIssue,
		},
	}
}
