package reports

import (
	"context"
	"iter"
	"strings"

	"gonogo.dev/release"
)

// Exports lists everything that can be taken elsewhere, each with its columns and where
// its rows come from: one table serves every form.
func Exports() []Export {
	return []Export{
		releasesExport(), itemsExport(), rfcsExport(), risksExport(), ballotsExport(), votesExport(), actionsExport(), debtsExport(),
		lessonsExport(), communicationsExport(), versionsExport(), ledgerExport(),
	}
}

// columns makes columns of pairs of a name and what it says.
func columns(pairs ...string) []ExportColumn {
	all := make([]ExportColumn, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, ExportColumn{Name: pairs[i], About: pairs[i+1]})
	}
	return all
}

func releasesExport() Export {
	return Export{
		Name: "releases", Title: "Releases",
		Columns: columns(
			"release", "its name", "system", "the system's key", "version", "four numbers", "type", "major, minor, patch or emergency", "stage", "where it stands",
			"planned", "the roadmap's release", "rfc", "the RFC that governs it", "owner", "who owns it", "party", "the provider", "purpose", "what it is for",
			"board", "when the board decides", "environments", "where it goes, in order", "window_from", "the first planned start", "window_to", "the last planned end",
			"created", "when it was created", "changed", "when it changed last", "ended", "why it was abandoned",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return each(ctx, x.from.ReleasesAfter, 0, func(r release.Release) int64 { return int64(r.Number) }, func(r release.Release) [][]any {
				c, w := r.Content, r.Content.Window()
				if !x.takes(ofRelease(r)) || (x.filter.Open && r.Stage.Ended()) {
					return nil
				}
				return [][]any{{
					r.Name(), string(c.System), r.Version.String(), string(c.Type), string(r.Stage), c.Planned, rfcOrNone(r.RFC), x.programme.NameOf(c.Owner),
					string(r.Provider(x.programme)), c.Purpose, c.Board, idList(c.Environments()), w.From, w.To, r.CreatedAt, r.UpdatedAt, r.Ended,
				}}
			})
		},
	}
}

func itemsExport() Export {
	return Export{
		Name: "items", Title: "Items",
		Columns: columns(
			"release", "whose content it is", "system", "the system's key", "version", "four numbers", "kind", "change request, defect fix or base functionality",
			"id", "of the change request or defect", "title", "what it is", "severity", "of a defect", "stage", "where the release stands",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return each(ctx, x.from.ReleasesAfter, 0, func(r release.Release) int64 { return int64(r.Number) }, func(r release.Release) [][]any {
				if !x.takes(ofRelease(r)) || (x.filter.Open && r.Stage.Ended()) {
					return nil
				}
				rows := make([][]any, len(r.Content.Items))
				for i, it := range r.Content.Items {
					rows[i] = []any{r.Name(), string(r.Content.System), r.Version.String(), string(it.Kind), it.ID, it.Title, string(it.Severity), string(r.Stage)}
				}
				return rows
			})
		},
	}
}

func rfcsExport() Export {
	return Export{
		Name: "rfcs", Title: "RFCs",
		Columns: columns(
			"rfc", "its name", "title", "in a line", "state", "where it stands", "system", "the system's key", "type", "of the release", "kind", "what it changes",
			"release", "the release it deploys", "environments", "where it goes", "references", "change requests and defects", "reason", "why", "impact", "on whom and how",
			"disruption", "of the service", "window_from", "the window's start", "window_to", "the window's end", "window_zone", "in which people spoke of it",
			"requester", "who raised it", "raised", "when", "changed", "when it changed last", "ended", "why it was withdrawn",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.rfcs(ctx, func(r release.RFC) [][]any {
				c := r.Content
				return [][]any{{
					r.Name(), c.Title, string(r.State), string(c.System), string(c.Type), string(c.Kind), c.Release, idList(c.Environments), strings.Join(c.References, " "),
					c.Reason, c.Impact, string(c.Disruption), c.Window.From, c.Window.To, c.Window.Zone, x.programme.NameOf(r.RaisedBy), r.RaisedAt, r.UpdatedAt, r.Ended,
				}}
			})
		},
	}
}

// rfcs reads the RFCs that were raised (T34).
func (x exporting) rfcs(ctx context.Context, rows func(release.RFC) [][]any) iter.Seq2[[]any, error] {
	return each(ctx, x.from.RFCsAfter, 0, func(r release.RFC) int64 { return int64(r.Number) }, func(r release.RFC) [][]any {
		if r.RaisedAt.IsZero() || !x.takes(ofRFC(r)) || (x.filter.Open && !r.State.Open()) {
			return nil
		}
		return rows(r)
	})
}

func risksExport() Export {
	return Export{
		Name: "risks", Title: "Risks",
		Columns: columns(
			"rfc", "whose risk it is", "title", "of the RFC", "state", "of the RFC", "system", "the system's key", "likelihood", "1 to 5", "consequence", "1 to 5",
			"score", "likelihood times consequence", "risk", "in a sentence",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return x.rfcs(ctx, func(r release.RFC) [][]any {
				k := r.Content.Risk
				return [][]any{{r.Name(), r.Content.Title, string(r.State), string(r.Content.System), k.Likelihood, k.Consequence, k.Score(), k.Sentence}}
			})
		},
	}
}

func versionsExport() Export {
	return Export{
		Name: "versions", Title: "Versions",
		Columns: columns(
			"environment", "its id", "system", "the system's key", "version", "four numbers", "build", "where it is known", "release", "that brought it",
			"since", "when it was installed", "told", "when gonogo was told", "by", "who told it", "note", "what they said",
		),
		rows: func(ctx context.Context, x exporting) iter.Seq2[[]any, error] {
			return func(yield func([]any, error) bool) {
				all, err := x.versions(ctx)
				if err != nil {
					yield(nil, err)
					return
				}
				for _, i := range all {
					row := []any{
						string(i.Environment), string(i.System), i.Version.String(), i.Build, releaseOrNone(i.Release), i.At, i.RecordedAt, x.programme.NameOf(i.By), i.Note,
					}
					if !yield(row, nil) {
						return
					}
				}
			}
		},
	}
}

func rfcOrNone(number int) string {
	if number == 0 {
		return ""
	}
	return release.RFCName(number)
}

func releaseOrNone(number int) string {
	if number == 0 {
		return ""
	}
	return release.ReleaseName(number)
}

// idList shows ids in one cell.
func idList[S ~string](ids []S) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return strings.Join(all, " ")
}
