package bot

import "gonogo.dev/release"

func mayRegrade(p *release.Programme, x release.Person) bool { return p.MayRegrade(x) }

// debtRows are the verbs for what emergencies leave behind.
func debtRows() []row {
	return []row{
		{
			command: "/release", verb: "debts", example: "/release debts", who: everybody,
			summary: "See what emergencies left to be done, whose it is and until when, and how often each party needed one.", run: debts,
		},
		{
			command: "/release", verb: "settle", usage: "N [link]", example: "/release settle 4 https://docs.example/retrospective-1.0.1.1",
			summary: "Show that an emergency was looked back on; its fix settles its own debts when it is in the release.",
			who:     "the debt's owner, and release managers of the provider and the programme", anchor: release.FieldRef, run: settleDebt,
		},
		{
			command: "/release", verb: "severity", usage: "REL DEFECT SEVERITY", example: "/release severity REL-3 DEF-1187 medium",
			summary: "Say how badly a defect hurts after all; an emergency that mends nothing urgent is flagged.",
			who:     "the programme's defect and release managers", may: mayRegrade, run: regrade,
		},
	}
}
