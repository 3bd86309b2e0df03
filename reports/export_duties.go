package reports

import (
	"context"
	"iter"
	"time"

	"gonogo.dev/release"
)

func ballotsExport() Export {
	return Export{
		Name: "ballots", Title: "Ballots",
		Columns: columns(
			"ballot", "its number", "rfc", "what it is about", "purpose", "approval, deployment, programme gate or closure", "state", "open, decided or void",
			"outcome", "go, no-go or none", "seats", "how many", "heard", "seats that spoke", "opened", "when", "deadline", "when it ends at the latest", "closed", "when it ended",
			"digest", "of what was decided on (M3)", "override", "why the chair overrode a No-Go", "void", "why it ended without an outcome",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows(), x.ofRFCs, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return each(ctx, x.from.BallotsAfter, 0, func(b release.Ballot) int64 { return b.ID }, func(b release.Ballot) [][]any {
					if !takes(int64(b.RFC)) || (x.filter.Open && b.State != release.BallotOpen) {
						return nil
					}
					return [][]any{{
						b.ID, release.RFCName(b.RFC), string(b.Purpose), string(b.State), string(b.Outcome), len(b.Seats), len(b.Votes), b.OpenedAt, b.Deadline, b.ClosedAt,
						b.Digest, b.OverrideReason, b.VoidReason,
					}}
				})
			})
		},
	}
}

func votesExport() Export {
	return Export{
		Name: "votes", Title: "Votes",
		Columns: columns(
			"vote", "its number", "ballot", "in which", "seat", "the seat's key", "person", "who cast it", "choice", "what they said", "words", "the reason or the conditions",
			"at", "when; of one seat the last one counts", "road", "how it came",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows() || x.filter.Open, x.ofBallots, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return each(ctx, x.from.VotesAfter, 0, func(v release.Vote) int64 { return v.ID }, func(v release.Vote) [][]any {
					if !takes(v.Ballot) {
						return nil
					}
					return [][]any{{v.ID, v.Ballot, v.Seat, x.programme.NameOf(v.Person), string(v.Choice), v.Words, v.At, string(v.Road)}}
				})
			})
		},
	}
}

func actionsExport() Export {
	return Export{
		Name: "actions", Title: "Actions",
		Columns: columns(
			"action", "its number", "release", "whose it is", "what", "is to be done", "owner", "who does it", "due", "until when", "state", "open, overdue, done or cancelled",
			"origin", "what it came out of", "agreed", "when", "agreed_by", "by whom", "ended", "when", "ended_by", "by whom", "evidence", "what shows it done", "cancelled", "why",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows(), x.ofReleases, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return each(ctx, x.from.ActionsAfter, 0, func(a release.Action) int64 { return a.ID }, func(a release.Action) [][]any {
					if !takes(int64(a.Release)) || (x.filter.Open && !a.Open()) {
						return nil
					}
					return [][]any{{
						a.ID, release.ReleaseName(a.Release), a.What, x.programme.NameOf(a.Owner), a.Due, actionState(a, x.now), string(a.From), a.At, x.programme.NameOf(a.By),
						a.EndedAt, nameOrNone(x.programme, a.EndedBy), a.Evidence, a.Cancelled,
					}}
				})
			})
		},
	}
}

func actionState(a release.Action, now time.Time) string {
	switch {
	case a.Cancelled != "":
		return "cancelled"
	case !a.Open():
		return "done"
	case a.Overdue(now):
		return "overdue"
	}
	return "open"
}

func debtsExport() Export {
	return Export{
		Name: "debts", Title: "Debts",
		Columns: columns(
			"debt", "its number", "release", "the emergency", "system", "the system's key", "party", "whose debt it is", "kind", "what is owed", "target", "the release the fix must go into",
			"defects", "that the emergency mended", "owner", "who settles it", "due", "until when", "opened", "when", "settled", "when", "settled_by", "by whom",
			"settled_in", "the release that carries the fix", "how", "it was shown", "evidence", "what shows it",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows(), x.ofReleases, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return each(ctx, x.from.DebtsAfter, 0, func(d release.Debt) int64 { return d.ID }, func(d release.Debt) [][]any {
					// What one release must settle is on its page, beside what it left.
					owed := x.filter.Release != 0 && (takes(int64(d.Target)) || takes(int64(d.SettledIn)))
					if (!owed && !takes(int64(d.Release))) || (x.filter.Open && !d.Open()) {
						return nil
					}
					return [][]any{{
						d.ID, release.ReleaseName(d.Release), string(d.System), string(d.Party), string(d.Kind), releaseOrNone(d.Target), idList(d.Defects), x.programme.NameOf(d.Owner),
						d.Due, d.OpenedAt, d.SettledAt, nameOrNone(x.programme, d.SettledBy), releaseOrNone(d.SettledIn), string(d.How), d.Evidence,
					}}
				})
			})
		},
	}
}

func lessonsExport() Export {
	return Export{
		Name: "lessons", Title: "Lessons",
		Columns: columns(
			"lesson", "its name", "release", "it was learned from", "type", "of that release", "system", "the system's key", "environment", "its id; empty is none more than another",
			"cause", "of what kind", "words", "what was learned", "action", "what should be done", "by", "who learned it", "at", "when",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return each(ctx, x.from.LessonsAfter, 0, func(l release.Lesson) int64 { return l.ID }, func(l release.Lesson) [][]any {
				if !x.takes(topic{release: l.Release, system: l.System, kind: l.Type}) {
					return nil
				}
				return [][]any{{
					l.Name(), release.ReleaseName(l.Release), string(l.Type), string(l.System), string(l.Environment), string(l.Cause), l.Words, l.Action, x.programme.NameOf(l.By), l.At,
				}}
			})
		},
	}
}

func communicationsExport() Export {
	return Export{
		Name: "communications", Title: "Communications",
		Columns: columns(
			"communication", "its number", "release", "whose plan it is in", "kind", "what is told", "to", "whom", "road", "how it travels", "subject", "a person's own", "words", "a person's own",
			"confirm", "whether organisations confirm it", "due", "when it is to be sent", "sent", "when it was", "late", "sent well after it was due", "dropped", "why it was dropped",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows(), x.ofReleases, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return each(ctx, x.from.CommunicationsAfter, 0, func(c release.Communication) int64 { return c.ID }, func(c release.Communication) [][]any {
					if !takes(int64(c.Release)) || (x.filter.Open && !c.Open()) {
						return nil
					}
					return [][]any{{
						c.ID, release.ReleaseName(c.Release), string(c.Kind), idList(c.To), string(c.Road), c.Subject, c.Words, c.Confirm, c.Due, c.SentAt, c.Late, c.Dropped,
					}}
				})
			})
		},
	}
}

func ledgerExport() Export {
	return Export{
		Name: "ledger", Title: "Ledger",
		Columns: columns(
			"index", "its place in the log, from 0", "at", "when", "kind", "what happened", "subject", "to what", "by", "who did it; empty where nobody may be named", "rfc", "it is about", "release", "it is about",
			"data", "as it was sealed, in JSON; empty where it is not for the reader",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.about(ctx, x.narrows(), x.ofEither, func(takes func(int64) bool) iter.Seq2[[]any, error] {
				return x.entries(ctx, func(e release.LedgerEntry) [][]any {
					shown := e.ShownTo(x.filter.Reader)
					switch {
					case x.narrows() && (!shown || (!takes(int64(e.Release)) && !takes(-int64(e.RFC)))):
						return nil
					case !shown:
						return [][]any{{e.Index, e.At, "", "", "", "", "", ""}}
					}
					return [][]any{{e.Index, e.At, string(e.Kind), e.Subject, string(e.By), rfcOrNone(e.RFC), releaseOrNone(e.Release), e.JSON}}
				})
			})
		},
	}
}

func nameOrNone(p *release.Programme, id release.PersonID) string {
	if id == "" {
		return ""
	}
	return p.NameOf(id)
}
