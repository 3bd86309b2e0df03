package bot

import "gonogo.dev/release"

func mayRecord(p *release.Programme, x release.Person) bool { return p.MayRecordAny(x) }

func mayBook(p *release.Programme, x release.Person) bool { return p.MayBook(x, release.BookPhase) }

func mayFreeze(p *release.Programme, x release.Person) bool { return p.MayBook(x, release.BookFreeze) }

func mayFix(p *release.Programme, x release.Person) bool { return p.RunsEnvironments(x) }

const (
	environmentManagers = "the programme's environment managers"
	recorders           = environmentManagers + ", and for its own systems a provider's release manager, deployment team and environment manager"
	freezers            = environmentManagers + " and, for freezes, its release managers"
)

// fieldVersion is the form's block for a version.
const fieldVersion = "version"

func environmentRows() []row {
	return []row{
		{command: "/env", who: everybody, summary: "See what is waiting for you.", example: "/env", run: waiting},
		{command: "/env", verb: "list", example: "/env list", who: everybody, summary: "See the test environments: how they do, and who has them.", run: environments},
		{
			command: "/env", verb: "show", usage: "NAME [at TIME]", example: "/env show SIT A at 2026-10-01 12:00", who: everybody,
			summary: "See what is installed in an environment, now or at any time in the past.", run: environment,
		},
		{
			command: "/env", verb: "status", usage: "[NAME [SYSTEM STATUS reason]]", example: "/env status SIT A dip degraded the queue is slow",
			summary: "See how the systems do, or say how one does: available, degraded, down or window.",
			who:     "everybody to look; " + environmentManagers + " and the system's provider to say", run: environmentStatus,
		},
		{
			command: "/env", verb: "restore", usage: "NAME SYSTEM [words]", example: "/env restore SIT A dip", summary: "Say that a system is available again.",
			who: environmentManagers + " and the system's provider", run: restoreSystem,
		},
		{
			command: "/env", verb: "history", usage: "NAME [SYSTEM]", example: "/env history SIT A dip", who: everybody,
			summary: "See what happened in an environment: installations, statuses, baselines, bookings.", run: environmentHistory,
		},
		{
			command: "/env", verb: "record", usage: "[NAME SYSTEM VERSION [at TIME] [words]]", example: "/env record SIT A dip 1.2.0.0 at yesterday 18:00",
			summary: "Record which version of a system is installed; none takes it out. Alone it opens a form.",
			who:     recorders, may: mayRecord, anchor: fieldVersion, run: recordInstallation,
		},
		{
			command: "/env", verb: "baseline", usage: "NAME", example: "/env baseline SIT A", summary: "Fix what is installed now as the configuration baseline; drift from it is shown.",
			who: environmentManagers, may: mayFix, anchor: release.FieldRemark, run: fixBaseline,
		},
		{
			command: "/env", verb: "book", usage: "[NAME]", example: "/env book SIT B", summary: "Book an environment for a test phase, maintenance or a freeze.",
			who: freezers, may: mayBook, anchor: release.FieldFrom, run: bookEnvironment,
		},
		{
			command: "/env", verb: "freeze", usage: "NAME", example: "/env freeze SIT A", summary: "Freeze an environment: nothing is deployed to it, whatever was approved.",
			who: freezers, may: mayFreeze, anchor: release.FieldFrom, run: bookEnvironment,
		},
		{
			command: "/env", verb: "cancel", usage: "N [reason]", example: "/env cancel 7 the tests ended early", summary: "Cancel a booking, or lift a freeze.",
			who: freezers, may: mayFreeze, anchor: release.FieldReason, run: cancelBooking,
		},
		feedRow(),
		{command: "/env", verb: "help", usage: "[verb]", example: "/env help", summary: "Explain these commands.", who: everybody, run: help},
	}
}
