package bot

import "gonogo.dev/release"

// reviewRows are the verbs of what is looked back on.
func reviewRows() []row {
	return []row{
		{
			command: "/release", verb: "review", usage: "REL [answer | summary | close]", example: "/release review REL-7",
			summary: "Answer the review of a release that was deployed or rolled back, see what the answers add up to, or close it.",
			who:     "those whom the review asks; everybody sees its page; a release manager of the programme closes it",
			anchor:  release.FieldIssues, run: review,
		},
		{
			command: "/release", verb: "lessons", usage: "[SYSTEM] [text]", example: "/release lessons dip data load", who: everybody,
			summary: "Search what was learned in reviews, the newest first.", run: lessons,
		},
	}
}
