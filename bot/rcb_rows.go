package bot

import "gonogo.dev/release"

func mayLead(p *release.Programme, x release.Person) bool { return p.MayLead(x, release.BoardMeeting) }

func rcbRows() []row {
	const chairs = "the programme's release manager; of the Environment Working Group its environment manager"
	return []row{
		{command: "/rcb", who: everybody, summary: "See what is waiting for you.", example: "/rcb", run: waiting},
		{
			command: "/rcb", verb: "agenda", example: "/rcb agenda", who: everybody,
			summary: "See what waits for the next board, in the order in which it is taken.", run: rcbAgenda,
		},
		{
			command: "/rcb", verb: "start", usage: "[rcb | kick-off | plan-review | go-no-go | ewg] [RELEASE]", example: "/rcb start kick-off REL-7",
			summary: "Open a meeting with the agenda as it stands; it is posted in the board's channel.", who: chairs, may: mayLead, run: rcbStart,
		},
		{
			command: "/rcb", verb: "join", usage: "[N]", example: "/rcb join 3", who: everybody,
			summary: "Be among the attendees of a running meeting: they get its minutes and may correct them.", run: rcbJoin,
		},
		{
			command: "/rcb", verb: "end", usage: "[N]", example: "/rcb end 3", who: chairs, may: mayLead,
			summary: "End a meeting: its minutes are written from what was decided meanwhile, and mailed.", run: rcbEnd,
		},
		{
			command: "/rcb", verb: "minutes", usage: "[N]", example: "/rcb minutes 3", who: everybody,
			summary: "Read the minutes of a meeting with every correction, the newest when none is named.", run: rcbMinutes,
		},
		{
			command: "/rcb", verb: "correct", usage: "N [LINE] [text]", example: "/rcb correct 3 2 the window is 22:00, not 20:00",
			summary: "Correct a line of the minutes, 0 when something is missing; the line stays, the correction stands beside it.",
			who:     "those who attended, until the minutes are ratified", anchor: release.FieldText, run: rcbCorrect,
		},
		{command: "/rcb", verb: "help", usage: "[verb]", example: "/rcb help start", summary: "Explain these commands.", who: everybody, run: help},
	}
}
