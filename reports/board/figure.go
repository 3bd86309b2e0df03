package board

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"

	"gonogo.dev/release"
	"gonogo.dev/reports"
	"gonogo.dev/templates"
)

// Archive reads what figures and evidence packs are made of. Storage implements it.
type Archive interface {
	release.BundleSource
	FigureLog(ctx context.Context, from, to time.Time) (release.FigureLog, error)
}

// figureView is the page of the figures.
type figureView struct {
	From, To string // days, as a form has them
	Sections []reports.FigureSection
}

// figures shows what release control cost and brought in a period (M14, M16, R19).
func (b *Board) figures(r *http.Request, v visitor) (string, templates.Site, error) {
	q := r.URL.Query()
	from, to, err := reports.FigurePeriod(v.programme, q.Get("from"), q.Get("to"), b.Now())
	if err != nil {
		return "", templates.Site{}, err
	}
	log, err := b.Archive.FigureLog(r.Context(), from, to)
	if err != nil {
		return "", templates.Site{}, err
	}
	loc := v.programme.Location()
	last := to.Add(-time.Microsecond).In(loc)
	view := figureView{
		From: from.In(loc).Format(time.DateOnly), To: last.Format(time.DateOnly), Sections: reports.FigureSections(v.programme, log.Figures()),
	}
	return "figures", templates.Site{
		Title: "What release control cost and brought", Kicker: "Figures, " + from.In(loc).Format("2 Jan 2006") + " to " + last.Format("2 Jan 2006"),
		AsOf: asOf(b.Now(), v.programme), Data: view,
	}, nil
}

// evidencePack hands out the evidence pack of a release to whoever is signed in and
// may see its RFC (M13, T34).
func (b *Board) evidencePack(w http.ResponseWriter, r *http.Request) {
	v, err := b.visitor(r)
	if err != nil {
		b.wayIn(w, r, err)
		return
	}
	number, err := b.number(r, "number")
	if err != nil {
		b.refuse(w, r, v, err)
		return
	}
	if _, err := b.Desk.ReadLife(r.Context(), int(number)); err != nil {
		b.refuse(w, r, v, err)
		return
	}
	facts, err := b.Archive.BundleFacts(r.Context(), int(number), nil)
	if err == nil && len(facts.Entries) == 0 {
		err = &release.Refusal{
			Code: release.CodeState, What: "There is no evidence pack yet.", Why: "Nothing of " + release.ReleaseName(int(number)) + " is sealed in the ledger.",
			Next: "Try again in a minute.",
		}
	}
	var pack bytes.Buffer
	if err == nil {
		err = b.Letterhead.WriteBundle(r.Context(), &pack, b.Archive, facts)
	}
	if err != nil {
		b.refuse(w, r, v, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s-evidence.zip"`, facts.Release.Name()))
	_, _ = w.Write(pack.Bytes()) // whoever went away does not keep it
}
